/* What goals are known by: their keywords, and the words of their titles. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "bring/suggest_part.h"

enum {
	MOST_PHRASE = 6,
	MOST_KEYWORDS = 24, MOST_WORDS = 12,    /* of a goal, that count */
	ROOM = 40,                              /* more than all of them */
};

#define KEYWORD 1.0
#define KIN     0.8
#define TITLE   0.35
#define LONE_TITLE 0.9
#define PARENT  0.6                     /* of what a target is known by */

/* -- stems to slots -------------------------------------------------------- */

static size_t hash(const char *text, size_t n)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)text[i]) * 1099511628211u;
	return (size_t)(h ^ h >> 32);
}

static struct slot *slot_at(const struct index *x, const char *stem, size_t n)
{
	size_t at = hash(stem, n) & (x->size - 1);

	while (x->slots[at].stem != NULL &&
	       (strncmp(x->slots[at].stem, stem, n) != 0 ||
	        x->slots[at].stem[n] != '\0'))
		at = (at + 1) & (x->size - 1);
	return &x->slots[at];
}

const struct slot *index_slot_n(const struct index *x, const char *stem,
                                size_t n)
{
	const struct slot *s = slot_at(x, stem, n);

	return s->stem == NULL ? NULL : s;
}

const struct slot *index_slot(const struct index *x, const char *stem)
{
	return index_slot_n(x, stem, strlen(stem));
}

static void into_slot(struct index *x, size_t term, const char *stem)
{
	struct slot *s = slot_at(x, stem, strlen(stem));

	s->stem = stem;
	*PUSH(x->mem, &s->terms) = term;
}

/* -- terms ----------------------------------------------------------------- */

/* In every text of a region, whatever it is about. */
static const char *const common[] = {
	"stöd", "planering", "samverkan", "information", "utveckling",
	"region", "regional", "kommun", "verksamhet", "arbete", "behov",
	"kunskap", "val", "service", "data", "namn", "möten", "uppföljning",
	"skydd", "liv", "tillgång", "kvalitet", "hållbar", "hållbarhet",
	"mål", "resurs", "resurser", "stad", "män", "person", "nätet",
	"avtal", "behörighet", "kapacitet", "ekonomi", "ekonomisk",
	"finansiering", "investeringar", "förebyggande", "plan", "panel",
	"ansvar", "rätt", "rättighet", "natur", "tid", "unga", "statistik",
	"strategi", "teknik", "styrning", "partnerskap", "projekt", "hela",
	"land", "landet", "län", "länet", "tjänst", "lokal", "hot", "fler",
	"nya", "god", "goda", "ökad", "minskad", "bättre", "global",
	"samhälle", "offentlig", "metod", "politik", "prioritering",
	"främja", "stärkt", "stark", "allmän", "möjlighet", "villkor",
	"insats", "område", "nivå", "institution", "krav", "förutsättning",
	"support", "development", "work", "service", "knowledge", "need",
	"protection", "access", "quality", "sustainable", "goal",
	"resources", "men", "people", "planning", "cooperation", "local",
	"global", "good", "better", "reduce", "increase", "public", "policy",
	"finance", "investment", "opportunity", "national", "all", "new",
};

static bool is_pale(const struct index *x, const char *stem)
{
	for (size_t i = 0; i < x->pale.n; i++)
		if (strcmp(stem, x->pale.v[i]) == 0)
			return true;
	return false;
}

static void find_pale(struct index *x)
{
	for (size_t i = 0; i < COUNT(common); i++)
		*PUSH(x->mem, &x->pale) = stem_of(x->mem, x->language,
		                                  common[i]);
}

static bool same_stems(const struct term *t, const struct stem_list *words)
{
	if (t->n != words->n)
		return false;
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->stem[i], words->v[i].stem) != 0)
			return false;
	return true;
}

static size_t term_of(struct index *x, const struct stem_list *words)
{
	const struct slot *s = index_slot(x, words->v[0].stem);
	const char *folded = words->v[0].folded;
	struct term *t;

	for (size_t i = 0; s != NULL && i < s->terms.n; i++) {
		t = &x->terms.v[s->terms.v[i]];
		if (!same_stems(t, words))
			continue;
		if (strlen(folded) < strlen(t->folded))
			t->folded = folded;
		return s->terms.v[i];
	}
	t = PUSH(x->mem, &x->terms);
	t->n = words->n;
	t->folded = folded;
	t->stem = arena_take(x->mem, words->n * sizeof *t->stem);
	t->pale = true;
	for (size_t i = 0; i < words->n; i++) {
		t->stem[i] = words->v[i].stem;
		t->pale = t->pale && is_pale(x, t->stem[i]);
	}
	into_slot(x, x->terms.n - 1, t->stem[0]);
	return x->terms.n - 1;
}

/* The best of the reasons why a goal is known by a term. */
static void know(struct index *x, size_t goal, size_t term, double weight)
{
	for (size_t i = x->all.n; i > 0 && x->all.v[i - 1].goal == goal; i--)
		if (x->all.v[i - 1].term == term) {
			if (x->all.v[i - 1].weight < weight)
				x->all.v[i - 1].weight = weight;
			return;
		}
	*PUSH(x->mem, &x->all) = (struct known_by){ goal, term, weight };
	x->terms.v[term].goals++;
}

static void know_keyword(struct index *x, size_t goal, const char *line)
{
	struct stem_list words = stems_of(x->mem, x->language, line);

	if (words.n > 0 && words.n <= MOST_PHRASE)
		know(x, goal, term_of(x, &words), KEYWORD);
}

static void know_words(struct index *x, size_t goal, const char *text,
                       double weight)
{
	struct stem_list words = stems_of(x->mem, x->language, text);

	for (size_t i = 0; i < words.n && i < MOST_WORDS; i++) {
		struct stem_list one = { &words.v[i], 1, 1 };

		if (words.v[i].length > 3)
			know(x, goal, term_of(x, &one), weight);
	}
}

static void know_goal(struct index *x, const struct framework *f,
                      const struct goal *g)
{
	struct text_list lines = text_lines(x->mem, or_empty(g->keywords));
	size_t at = x->goals.n;

	*PUSH(x->mem, &x->goals) = (struct index_goal){ f, g, 0 };
	for (size_t i = 0; i < lines.n && i < MOST_KEYWORDS; i++)
		know_keyword(x, at, lines.v[i]);
	/* Goals of an organisation's own often have nothing but a title. */
	know_words(x, at, or_empty(x->language == ENGLISH ? g->title_en :
	           g->title_sv), lines.n == 0 ? LONE_TITLE : TITLE);
	if (lines.n == 0)
		know_words(x, at, or_empty(g->description), TITLE);
}

static void find_parents(struct index *x, size_t first)
{
	for (size_t i = first; i < x->goals.n; i++)
		for (size_t j = first; j < x->goals.n; j++)
			if (!text_blank(x->goals.v[i].goal->parent) &&
			    same(x->goals.v[i].goal->parent,
			         x->goals.v[j].goal->code))
				x->goals.v[i].parent = j + 1;
}

/* What people write where the goals say something wider. */
static size_t lone_term(const struct index *x, const char *stem)
{
	const struct slot *s = index_slot(x, stem);

	for (size_t i = 0; s != NULL && i < s->terms.n; i++)
		if (x->terms.v[s->terms.v[i]].n == 1)
			return s->terms.v[i];
	return SIZE_MAX;
}

static void know_kin(struct index *x)
{
	for (const struct kin *k = swedish_kin; k->word != NULL; k++) {
		struct stem one = { .folded = k->word,
			.stem = stem_of(x->mem, SWEDISH, k->word) };
		struct stem_list word = { &one, 1, 1 };
		size_t like = lone_term(x, stem_of(x->mem, SWEDISH,
		                                   k->means));
		size_t n = x->all.n, term;

		if (like == SIZE_MAX)
			continue;
		term = term_of(x, &word);
		for (size_t i = 0; i < n; i++)
			if (x->all.v[i].term == like &&
			    x->all.v[i].weight >= KEYWORD)
				know(x, x->all.v[i].goal, term, KIN);
	}
}

/* -- all of it ------------------------------------------------------------- */

/* Rarer terms count more; what a target is known by speaks for its goal. */
static void weigh(struct index *x)
{
	double all = log2(2.0 + (double)x->goals.n);
	size_t n = x->all.n;

	x->of_term = arena_take(x->mem, (x->terms.n + 1) *
	                        sizeof *x->of_term);
	for (size_t i = 0; i < n; i++) {
		struct known_by k = x->all.v[i];
		const struct term *t = &x->terms.v[k.term];
		size_t up = x->goals.v[k.goal].parent;

		k.weight *= log2(1 + (double)x->goals.n / (double)t->goals) /
		            all;
		if (t->n > 1)
			k.weight *= 1.3;
		*PUSH(x->mem, &x->of_term[k.term]) = k;
		if (up == 0 || x->all.v[i].weight < KIN)
			continue;
		k.goal = up - 1;
		k.weight *= PARENT;
		*PUSH(x->mem, &x->of_term[k.term]) = k;
	}
}

struct index *index_of(struct arena *mem, enum language language,
                       const struct framework_list *frameworks)
{
	struct index *x = NEW(mem, struct index);
	size_t words = 64;

	x->mem = mem;
	x->language = language;
	find_pale(x);
	for (size_t i = 0; i < frameworks->n; i++)
		words += frameworks->v[i].goals.n * ROOM;
	for (x->size = 1024; x->size < words; x->size *= 2)
		;
	x->slots = arena_take(mem, x->size * sizeof *x->slots);
	for (size_t i = 0; i < frameworks->n; i++) {
		const struct framework *f = &frameworks->v[i];
		size_t first = x->goals.n;

		for (size_t j = 0; j < f->goals.n; j++)
			if (goal_is_judged(&f->goals.v[j]))
				know_goal(x, f, &f->goals.v[j]);
		find_parents(x, first);
	}
	if (language == SWEDISH)
		know_kin(x);
	weigh(x);
	return x;
}

enum language language_of(struct arena *mem, const char *text)
{
	size_t counts[2] = {0};

	for (const char *at = text; *at != '\0' && at < text + 20000; ) {
		size_t n = strcspn(at, " \n\t.,;:()\"");
		char *word;

		if (n > 0 && n < 12) {
			word = text_fold(mem, arena_text(mem, at, n));
			counts[SWEDISH] += stop_word(SWEDISH, word);
			counts[ENGLISH] += stop_word(ENGLISH, word);
		}
		at += n;
		at += strspn(at, " \n\t.,;:()\"");
	}
	return counts[ENGLISH] > counts[SWEDISH] ? ENGLISH : SWEDISH;
}
