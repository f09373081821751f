/* Where the words of goals stand in a text, and what that says of the goals. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "bring/suggest_part.h"

enum {
	NEAR        = 3,                /* words between those of a phrase */
	SHORT_TEXT  = 200,              /* words: one telling one is enough */
};

#define COMPOUND 0.75                   /* of the word alone */
#define PALE     0.25
#define ENOUGH   0.50                   /* about one rare keyword */
#define BEHIND   0.22                   /* of the best: less is left out */

/* A goal's word where it stands. */
struct hit { size_t term, sentence, from, n; double weight; };
struct hit_list { struct hit *v; size_t n, room; };

/* One term of one goal, wherever it stands. */
struct cause { size_t term, times, from, n; double weight; };
struct cause_list { struct cause *v; size_t n, room; };

struct match {
	struct arena        *mem;
	const char          *text;
	const struct index  *index;
	struct stem_list     words;
	size_t              *sentence;  /* of each word */
	struct sentence_list sentences;
	struct word_book    *book;
	struct hit_list     *hits;      /* of each goal */
};

/* -- where they stand ------------------------------------------------------ */

/* The rest of a phrase, each near the one before it, in the same sentence;
 * how many bytes it takes, 0 where it is not there. */
static size_t phrase_at(const struct match *m, const struct term *t,
                        size_t word)
{
	size_t at = word;

	for (size_t i = 1; i < t->n; i++) {
		size_t next = at + 1, end = at + 2 + NEAR;

		while (next < m->words.n && next < end &&
		       strcmp(m->words.v[next].stem, t->stem[i]) != 0)
			next++;
		if (next >= m->words.n || next == end ||
		    m->sentence[next] != m->sentence[word])
			return 0;
		at = next;
	}
	return m->words.v[at].offset + m->words.v[at].length -
	       m->words.v[word].offset;
}

static void note_hit(struct match *m, size_t word, const struct part *p)
{
	const struct term *t = &m->index->terms.v[p->term];
	const struct known_by_list *known = &m->index->of_term[p->term];
	size_t n = phrase_at(m, t, word);

	if (n == 0)
		return;
	for (size_t i = 0; i < known->n; i++) {
		struct hit *h = PUSH(m->mem, &m->hits[known->v[i].goal]);

		h->term = p->term;
		h->sentence = m->sentence[word];
		h->from = m->words.v[word].offset;
		h->n = n;
		h->weight = known->v[i].weight * (p->whole ? 1 : COMPOUND) *
		            (t->pale ? PALE : 1);
	}
}

static void place_words(struct match *m)
{
	size_t s = 0;

	m->sentence = arena_take(m->mem, (m->words.n + 1) *
	                         sizeof *m->sentence);
	for (size_t i = 0; i < m->words.n; i++) {
		while (s + 1 < m->sentences.n &&
		       m->words.v[i].offset >= m->sentences.v[s].to)
			s++;
		m->sentence[i] = s;
	}
}

static void find_hits(struct match *m)
{
	m->hits = arena_take(m->mem, (m->index->goals.n + 1) *
	                     sizeof *m->hits);
	m->book = word_book(m->mem, m->index, m->words.n);
	for (size_t i = 0; i < m->words.n; i++) {
		const struct part_list *all = word_parts(m->book,
		                                         &m->words.v[i]);

		for (size_t k = 0; k < all->n; k++)
			note_hit(m, i, &all->v[k]);
	}
}

/* -- what they say of a goal ----------------------------------------------- */

static void add_cause(struct arena *mem, struct cause_list *all,
                      const struct hit *h)
{
	for (size_t i = 0; i < all->n; i++) {
		struct cause *c = &all->v[i];

		if (c->term != h->term)
			continue;
		c->times++;
		if (h->weight > c->weight) {
			c->weight = h->weight;
			c->from = h->from;
			c->n = h->n;
		}
		return;
	}
	*PUSH(mem, all) = (struct cause){ h->term, 1, h->from, h->n,
	                                  h->weight };
}

static int most_telling(const void *a, const void *b)
{
	const struct cause *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return x->from < y->from ? -1 : 1;
}

/* What stands only within a more telling cause says nothing more. */
static void drop_within(struct cause_list *all)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct cause c = all->v[i];
		bool within = false;

		for (size_t k = 0; k < kept; k++)
			within = within || (c.times <= all->v[k].times &&
			         c.from >= all->v[k].from && c.from + c.n <=
			         all->v[k].from + all->v[k].n);
		if (!within)
			all->v[kept++] = c;
	}
	all->n = kept;
}

/* Distinct words count; a word said again counts a little. */
static double worth_of(const struct cause_list *all)
{
	double sum = 0;

	for (size_t i = 0; i < all->n; i++) {
		size_t again = all->v[i].times - 1;

		sum += all->v[i].weight * (1 + 0.1 * (double)(again < 5 ?
		       again : 5));
	}
	return sum;
}

/* In a long text a word may stand anywhere: it must be said again, or another
 * word with it. */
static bool suffices(const struct match *m, const struct cause_list *all,
                     double worth)
{
	size_t strong = 0, times = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].weight < 0.2)
			continue;
		strong++;
		times += all->v[i].times;
	}
	if (strong == 0 || worth < ENOUGH)
		return false;
	return m->words.n < SHORT_TEXT || strong > 1 || times > 1;
}

/* The sentence with the most to tell, and what it has of the goal's words. */
static size_t telling_sentence(const struct hit_list *all)
{
	size_t best = 0;
	double most = -1;

	for (size_t i = 0; i < all->n; ) {
		size_t from = i;
		double sum = 0;

		for (; i < all->n && all->v[i].sentence ==
		     all->v[from].sentence; i++) {
			bool again = false;

			for (size_t k = from; k < i; k++)
				again = again ||
				        all->v[k].term == all->v[i].term;
			sum += again ? 0 : all->v[i].weight;
		}
		if (sum > most + 1e-9) {
			most = sum;
			best = all->v[from].sentence;
		}
	}
	return best;
}

static void tell(struct match *m, const struct hit_list *all,
                 struct goal_hint *out)
{
	size_t sentence = telling_sentence(all), end = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct hit *h = &all->v[i];

		if (h->sentence != sentence || h->from < end)
			continue;
		*PUSH(m->mem, &out->told) = (struct told){ h->from, h->n };
		end = h->from + h->n;
	}
	out->sentence = sentence_shown(m->mem, m->text,
	                               &m->sentences.v[sentence], &out->told);
}

static bool has_word(const struct match *m, const struct text_list *words,
                     const char *word)
{
	for (size_t i = 0; i < words->n; i++)
		if (same(text_fold(m->mem, words->v[i]),
		         text_fold(m->mem, word)))
			return true;
	return false;
}

static void name_words(struct match *m, const struct cause_list *all,
                       struct text_list *out)
{
	for (size_t i = 0; i < all->n && out->n < SUGGEST_WORDS; i++) {
		char *word = arena_text(m->mem, m->text + all->v[i].from,
		                        all->v[i].n);

		for (char *c = word; *c != '\0'; c++)
			*c = *c == '\n' || *c == '\t' ? ' ' : *c;
		if (!has_word(m, out, word))
			*PUSH(m->mem, out) = word;
	}
}

static void judge_goal(struct match *m, size_t goal,
                       struct goal_hint_list *out)
{
	const struct index_goal *g = &m->index->goals.v[goal];
	const struct hit_list *hits = &m->hits[goal];
	struct cause_list causes = {0};
	struct goal_hint *s;
	double worth;

	for (size_t i = 0; i < hits->n; i++)
		add_cause(m->mem, &causes, &hits->v[i]);
	if (causes.n == 0)
		return;
	qsort(causes.v, causes.n, sizeof *causes.v, most_telling);
	drop_within(&causes);
	worth = worth_of(&causes);
	if (!suffices(m, &causes, worth))
		return;
	s = PUSH(m->mem, out);
	s->framework = g->framework;
	s->goal = g->goal;
	s->worth = (int)(worth * 1000);
	name_words(m, &causes, &s->words);
	tell(m, hits, s);
}

/* The most telling first; of two alike, in the frameworks' own order. */
static int best_first(const void *a, const void *b)
{
	const struct goal_hint *x = a, *y = b;

	if (x->worth != y->worth)
		return x->worth < y->worth ? 1 : -1;
	return x->goal < y->goal ? -1 : x->goal > y->goal;
}

void suggest_goals(struct arena *mem, const char *text,
                   const struct framework_list *frameworks, size_t most,
                   struct goal_hint_list *out)
{
	enum language language = language_of(mem, text);
	struct match m = { .mem = mem, .text = text };

	m.index = index_of(mem, language, frameworks);
	m.words = stems_of(mem, language, text);
	sentences_of(mem, text, &m.sentences);
	if (m.words.n == 0 || m.sentences.n == 0)
		return;
	place_words(&m);
	find_hits(&m);
	for (size_t i = 0; i < m.index->goals.n; i++)
		judge_goal(&m, i, out);
	if (out->n == 0)
		return;
	qsort(out->v, out->n, sizeof *out->v, best_first);
	for (size_t i = 0; i < out->n; i++)
		if (i >= most || out->v[i].worth < BEHIND * out->v[0].worth)
			out->n = i;
}
