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

static struct hole *add(const struct search *s, enum hole_kind kind,
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
	return h;
}

/* -- the duties of law --------------------------------------------------- */

/* -- of a duty that is recorded ------------------------------------------ */

static const enum duty_kind recorded_as[] = {
	[HOLE_CHILDREN]    = DUTY_CHILDREN,
	[HOLE_CONSULTATION] = DUTY_CONSULTATION,
	[HOLE_MINORITIES]  = DUTY_MINORITIES,
	[HOLE_ENVIRONMENT] = DUTY_ENVIRONMENT,
};

/* What speaks for those of a kind: one that warns, else one that was done,
 * else one that was not needed; NULL if none is recorded. */
static const struct duty *record(const struct document *d,
                                 enum duty_kind kind)
{
	const struct duty *said = NULL;

	for (size_t i = 0; i < d->duties.n; i++) {
		const struct duty *at = &d->duties.v[i];

		if (at->kind != kind)
			continue;
		if (duty_warns(at))
			return at;
		if (said == NULL || duty_is_not_needed(said))
			said = at;
	}
	return said;
}

/* It is not done: in the words of the state where there is one to tell. */
static void still_open(const struct search *s, struct hole *h,
                       const struct duty *d)
{
	if (h->answer != HOLE_NOT_DONE) {
		h->answer = HOLE_UNSAID;
		h->reason = "";
	}
	h->fact = words(s, kinds[h->kind].open, NULL);
	if (d->state != DUTY_OPEN || d->need == NEED_UNCLEAR)
		h->fact = say_fill(s->mem, HF_STANDS->in[s->language],
		                   duty_name(s->language, d),
		                   duty_stands(s->mem, s->language, d));
}

static const char *why_recorded(const struct search *s, const struct duty *d)
{
	if (d->kind == DUTY_CHILDREN && d->need == NEED_DIRECT)
		return words(s, HW_DIRECT, NULL);
	if (d->kind == DUTY_CHILDREN && d->need == NEED_INDIRECT)
		return words(s, HW_INDIRECT, NULL);
	return duty_stands(s->mem, s->language, d);
}

/* The record says how it is: what an officer has said beside it counts only
 * while it is open, and only that it is not done. */
static void recorded(const struct search *s, enum hole_kind kind,
                     const struct duty *d)
{
	struct hole *h = add(s, kind, NULL, why_recorded(s, d));

	h->recorded = true;
	h->address = arena_print(s->mem, "/a/%s/duties/%lld", s->d->a.key,
	                         d->no);
	if (duty_warns(d)) {
		still_open(s, h, d);
		return;
	}
	h->answer = duty_is_not_needed(d) ? HOLE_NOT_NEEDED : HOLE_DONE;
	h->fact = words(s, h->answer == HOLE_DONE ? kinds[kind].done :
	                kinds[kind].not_needed, NULL);
	h->reason = h->answer == HOLE_DONE ? arena_print(s->mem, "%s.",
	            duty_stands(s->mem, s->language, d)) :
	            text_blank(d->state_why) ? d->motive : d->state_why;
}

/* A record comes first; without one the findings and actors are asked. */
static void duty(const struct search *s, enum hole_kind kind,
                 const struct sentence *w, const char *ground)
{
	const struct duty *d = record(s->d, recorded_as[kind]);

	if (d != NULL)
		recorded(s, kind, d);
	else if (*ground != '\0')
		add(s, kind, NULL, words(s, w, ground));
}

/* What the law asks of whom is a rule of the duties themselves. */
static const char *if_asked(const struct search *s, enum duty_kind kind,
                            const char *ground)
{
	return duty_asked_of(kind, (int)s->d->org.kind, s->d->subject.kind) ?
	       ground : "";
}

static void duties(const struct search *s)
{
	duty(s, HOLE_CHILDREN, HW_CHILDREN,
	     grounds(s, about_children, ACTOR_CHILDREN));
	duty(s, HOLE_CONSULTATION, HW_SAMI, if_asked(s, DUTY_CONSULTATION,
	     grounds(s, about_sami, ACTOR_SAMI)));
	duty(s, HOLE_MINORITIES, HW_MINOR, if_asked(s, DUTY_MINORITIES,
	     grounds(s, about_minorities, 0)));
	duty(s, HOLE_ENVIRONMENT, HW_ENV, if_asked(s, DUTY_ENVIRONMENT,
	     words(s, HW_ENV, NULL)));
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
