/*
 * What is missing before anything is sent. A duty by law is found by what the
 * findings, marks and actors say; the officer answers whether it is met, not
 * needed or not met. Nothing here is a judgement of the proposal.
 */
#include <string.h>

#include "base/text.h"
#include "brief/textblock.h"
#include "brief/hole.msg"

struct search {
	struct arena          *mem;
	const struct document *d;
	const struct hole_list *said;
	enum language          language;
	struct hole_list      *out;
};

bool hole_is_open(const struct hole *h)
{
	return h->answer == HOLE_UNSAID || h->answer == HOLE_NOT_DONE;
}

static const char *words(const struct search *s, const struct sentence *w,
                         const char *first)
{
	return say_fill(s->mem, w->in[s->language], first, NULL);
}

/* -- what a finding, or an actor, has to do with ------------------------- */

static bool goal_is_about(const struct document *d, i64 id, const char *word)
{
	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct goal_list *all = &d->frameworks.v[i].goals;

		for (size_t j = 0; j < all->n; j++)
			if (all->v[j].id == id)
				return strstr(all->v[j].title_sv, word) !=
				       NULL;
	}
	return false;
}

/* A word that begins so, in either case of its first letter. */
static bool says(const char *text, const char *word)
{
	for (const char *at = strstr(text, word); at != NULL;
	     at = strstr(at + 1, word)) {
		if (at == text || at[-1] == ' ' || at[-1] == '\n')
			return true;
	}
	return false;
}

static bool about_children(const struct search *s, const struct finding *f)
{
	static const char *const groups[] = {
		"age_0_5", "age_6_12", "age_13_17", "girls", "boys", NULL,
	};

	(void)s;
	return finding_in_group(f, groups) ||
	       finding_marks(f, "barnkonventionen", NULL) ||
	       says(f->sentence, "barn") || says(f->sentence, "Barn") ||
	       says(f->sentence, "child") || says(f->sentence, "Child");
}

static bool about_sami(const struct search *s, const struct finding *f)
{
	static const char *const groups[] = {
		"sami", "reindeer_herders", NULL,
	};

	for (size_t i = 0; i < f->marks.n; i++) {
		if (goal_is_about(s->d, f->marks.v[i].goal, "amisk"))
			return true;
	}
	return finding_in_group(f, groups) ||
	       finding_marks(f, "nationella_minoriteter", "NMS");
}

static bool about_minorities(const struct search *s, const struct finding *f)
{
	static const char *const groups[] = {
		"jews", "roma", "sweden_finns", "tornedalians", "sami", NULL,
	};

	(void)s;
	return finding_in_group(f, groups) ||
	       finding_marks(f, "nationella_minoriteter", NULL);
}

typedef bool concerns(const struct search *, const struct finding *);

/* "F4, F9 och aktörerna"; "" when nothing concerns it. */
static const char *grounds(const struct search *s, concerns *is,
                           enum actor_kind kind)
{
	const struct document *d = s->d;
	const char *all = "", *actors = "";

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		if (is(s, f))
			all = arena_print(s->mem, "%s%sF%lld", all,
			                  *all == '\0' ? "" : ", ", f->no);
	}
	for (size_t i = 0; i < d->actors.n && kind != 0; i++) {
		if (d->actors.v[i].kind == kind)
			actors = words(s, HW_ACTORS, NULL);
	}
	if (*all == '\0' || *actors == '\0')
		return *all == '\0' ? actors : all;
	return say_fill(s->mem, HW_GROUNDS->in[s->language], all, actors);
}

/* -- one hole ------------------------------------------------------------ */

struct kind_words { const struct sentence *task, *open, *done, *not_needed; };

static const struct kind_words kinds[] = {
	[HOLE_CHILDREN]     = { H_CHILDREN, HF_CHILDREN, HF_CHILDREN_DONE,
	                        HF_CHILDREN_NOT },
	[HOLE_CONSULTATION] = { H_CONSULTATION, HF_CONSULT, HF_CONSULT_DONE,
	                        HF_CONSULT_NOT },
	[HOLE_MINORITIES]   = { H_MINORITIES, HF_MINOR, HF_MINOR_DONE,
	                        HF_MINOR_NOT },
	[HOLE_ENVIRONMENT]  = { H_ENVIRONMENT, HF_ENV, HF_ENV_DONE,
	                        HF_ENV_NOT },
	[HOLE_MISSING_ACTORS] = { H_MISSING, HF_MISSING, HF_MISSING_DONE,
	                        HF_MISSING_NOT },
	[HOLE_UNHANDLED]    = { H_UNHANDLED, HF_UNHANDLED, HF_UNHANDLED_DONE,
	                        HF_UNHANDLED_NOT },
	[HOLE_BY_SEX]       = { H_BY_SEX, HF_SEX, HF_SEX_DONE, HF_SEX_NOT },
};
static const struct kind_words files = { H_BY_SEX_FILES, HF_FILES,
                                         HF_FILES_DONE, HF_FILES_NOT };

static const struct hole *said_of(const struct search *s,
                                  enum hole_kind kind, i64 no)
{
	for (size_t i = 0; i < s->said->n; i++) {
		if (s->said->v[i].kind == kind && s->said->v[i].no == no)
			return &s->said->v[i];
	}
	return NULL;
}

static void add(const struct search *s, enum hole_kind kind,
                const struct finding *f, const char *why)
{
	const struct kind_words *w = kind == HOLE_BY_SEX && f == NULL ?
	                             &files : &kinds[kind];
	i64 no = f == NULL ? 0 : f->no;
	const struct hole *said = said_of(s, kind, no);
	struct hole *h = PUSH(s->mem, s->out);
	const struct sentence *fact = w->open;

	*h = (struct hole){ .kind = kind, .no = no, .why = why,
		.lawful = kind <= HOLE_ENVIRONMENT, .reason = "",
		.task = words(s, w->task, arena_print(s->mem, "%lld", no)),
		.address = arena_print(s->mem, "/a/%s/holes/%d-%lld",
		                       s->d->a.key, (int)kind, no) };
	if (said != NULL) {
		h->answer = said->answer;
		h->reason = said->reason;
		h->version = said->version;
	}
	if (h->answer == HOLE_DONE)
		fact = w->done;
	else if (h->answer == HOLE_NOT_NEEDED)
		fact = w->not_needed;
	h->fact = words(s, fact, f == NULL ? NULL : f->sentence);
}

/* -- the duties of law --------------------------------------------------- */

/* Who the laws on consultation and minorities bind. */
static bool is_public(const struct document *d)
{
	return d->org.kind == ORG_REGION || d->org.kind == ORG_MUNICIPALITY ||
	       d->org.kind == ORG_COUNTY_BOARD || d->org.kind == ORG_AUTHORITY;
}

static void duty(const struct search *s, enum hole_kind kind,
                 const struct sentence *w, const char *ground)
{
	if (*ground != '\0')
		add(s, kind, NULL, words(s, w, ground));
}

static void duties(const struct search *s)
{
	enum subject_kind kind = s->d->subject.kind;

	duty(s, HOLE_CHILDREN, HW_CHILDREN,
	     grounds(s, about_children, ACTOR_CHILDREN));
	/* A reply to a remiss is among the exceptions of lag 2022:66, 4 §. */
	if (is_public(s->d) && kind != SUBJECT_REPLY)
		duty(s, HOLE_CONSULTATION, HW_SAMI,
		     grounds(s, about_sami, ACTOR_SAMI));
	if (is_public(s->d))
		duty(s, HOLE_MINORITIES, HW_MINOR,
		     grounds(s, about_minorities, 0));
	if (is_public(s->d) && (kind == SUBJECT_PROGRAMME ||
	                        kind == SUBJECT_PLAN))
		add(s, HOLE_ENVIRONMENT, NULL, words(s, HW_ENV, NULL));
}

/* -- and what is only good to know --------------------------------------- */

/* A number other than a year. */
static bool has_figure(const char *text, size_t n)
{
	for (size_t i = 0; i < n; ) {
		size_t m = strspn(text + i, "0123456789");

		if (m == 0) {
			i++;
			continue;
		}
		if (m != 4 || (strncmp(text + i, "19", 2) != 0 &&
		               strncmp(text + i, "20", 2) != 0))
			return true;
		i += m;
	}
	return false;
}

/* A figure on people, in one of the sentences. */
static bool counts_people(struct arena *mem, const char *text)
{
	static const char *const people[] = {
		"person", "procent", "invånar", "anställd", "elev", "patient",
		"besökar", "deltagar", "sökande", "boende", "ungdom",
		"percent", "people", "employee", "pupil", "resident",
		"visitor", "participant", "applicant", NULL,
	};

	while (*text != '\0') {
		size_t n = strcspn(text, ".!?\n");
		const char *one = text_fold(mem, arena_text(mem, text, n));

		for (size_t i = 0; people[i] != NULL; i++)
			if (has_figure(text, n) &&
			    strstr(one, people[i]) != NULL)
				return true;
		text += n + (text[n] != '\0');
	}
	return false;
}

static bool lacks_sex(const struct search *s, const struct finding *f)
{
	static const char *const sexes[] = {
		"women", "men", "girls", "boys", NULL,
	};

	return !finding_in_group(f, sexes) &&
	       (counts_people(s->mem, f->sentence) ||
	        counts_people(s->mem, f->rationale));
}

static void left(const struct search *s)
{
	const struct document *d = s->d;

	if (document_answer(d, MEANS_MISSING) == NULL)
		add(s, HOLE_MISSING_ACTORS, NULL, "");
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		if (finding_is_negative(f) && finding_handled(f,
		    &d->conflicts, &d->positions, &d->actions) == BY_NOTHING)
			add(s, HOLE_UNHANDLED, f, f->sentence);
	}
	for (size_t i = 0; i < d->findings.n; i++) {
		if (lacks_sex(s, &d->findings.v[i]))
			add(s, HOLE_BY_SEX, &d->findings.v[i],
			    d->findings.v[i].sentence);
	}
	if (d->subject.attachments.n > 0)
		add(s, HOLE_BY_SEX, NULL, words(s, HW_FILES, NULL));
}

void holes_find(struct arena *mem, const struct document *d,
                const struct hole_list *said, enum language language,
                struct hole_list *out)
{
	struct search s = { mem, d, said, language, out };

	*out = (struct hole_list){0};
	duties(&s);
	left(&s);
}

const char *hole_told(struct arena *mem, const struct hole *h)
{
	return text_blank(h->reason) ? h->fact :
	       arena_print(mem, "%s %s", h->fact, h->reason);
}
