/* How much has been answered, and what a reply says of it. Pure. */
#include "base/text.h"
#include "door/door.h"
#include "kit/icu.h"

static bool answered(const struct view *v, const char *means)
{
	return answer_in(v, 0, means) != NULL;
}

i64 reply_answers(const struct short_reply *p)
{
	i64 n = (i64)p->v.findings.n;

	for (int q = SCREENING_PEOPLE; q <= REPLY_LINES; q++)
		n += p->lines.answers[q].value != SCREENING_UNSAID;
	n += answered(&p->v, MEANS_CONFLICTS);
	n += answered(&p->v, MEANS_MISSING);
	for (size_t i = 0; i < p->conflicts.n && i < 1; i++)
		for (size_t k = 0; k < p->conflicts.v[0].sides.n; k++)
			if (!text_blank(p->conflicts.v[0].sides.v[k].loses))
				return n + 1 + answered(&p->v, MEANS_OVERALL);
	return n + answered(&p->v, MEANS_OVERALL);
}

/* -- the text ------------------------------------------------------------ */

struct text { struct arena *mem; const char *all; bool begun; };

static void add(struct text *t, const char *sentence)
{
	if (text_blank(sentence))
		return;
	t->all = arena_print(t->mem, "%s%s%s", t->all, t->begun ? " " :
	                     *t->all == '\0' ? "" : "\n\n", sentence);
	t->begun = true;
}

static void paragraph(struct text *t)
{
	t->begun = false;
}

/* What happens, as it was written: a full stop at the end if there is none. */
static const char *stopped(struct arena *mem, const char *text)
{
	size_t n = 0;

	while (text[n] != '\0')
		n++;
	return n == 0 || text[n - 1] == '.' || text[n - 1] == '?' ? text :
	       arena_print(mem, "%s.", text);
}

/* "Barn berörs indirekt: …", of a line that was answered. */
static void say_line(struct text *t, const char *words, const char *note)
{
	if (text_blank(words))
		return;
	add(t, stopped(t->mem, text_blank(note) ? words :
	    arena_print(t->mem, "%s: %s", words, note)));
}

/* What is unclear stands with what is not known. */
static void of_lines(struct text *t, const struct screening *s,
                     const struct reply_words *w, bool unclear)
{
	for (int q = SCREENING_PEOPLE; q <= REPLY_LINES; q++) {
		const struct screening_answer *a = &s->answers[q];

		if ((a->value == SCREENING_UNCLEAR) == unclear)
			say_line(t, w->line[q][a->value], a->note);
	}
}

static void effects(struct text *t, const struct finding_list *all, bool bad)
{
	paragraph(t);
	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		if (f->kind != FINDING_EFFECT || finding_is_negative(f) != bad)
			continue;
		if (bad && f->handled != HANDLED_IN_REPLY &&
		    f->handled != HANDLED_NOT)
			continue;
		add(t, stopped(t->mem, f->sentence));
		if (bad)
			add(t, stopped(t->mem, or_empty(f->rationale)));
	}
}

static void of_kind(struct text *t, const struct finding_list *all,
                    enum finding_kind kind, const char *words)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == kind)
			add(t, stopped(t->mem, say_fill(t->mem, words,
			       all->v[i].sentence, NULL)));
}

static void against(struct text *t, const struct conflict_list *all,
                    const struct reply_words *w)
{
	paragraph(t);
	for (size_t i = 0; i < all->n; i++) {
		const struct side_list *s = &all->v[i].sides;

		if (all->v[i].sign != CONFLICT || s->n < 2)
			continue;
		add(t, say_fill(t->mem, w->against, s->v[0].title,
		                s->v[1].title));
		for (size_t k = 0; k < s->n; k++)
			if (!text_blank(s->v[k].loses))
				add(t, stopped(t->mem, say_fill(t->mem,
				    w->loses, s->v[k].loses, NULL)));
	}
}

static void missing(struct text *t, const struct actor_link_list *all,
                    const struct reply_words *w)
{
	const char *names = "";
	size_t n = 0, at = 0;

	paragraph(t);
	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].missing;
	for (size_t i = 0; i < all->n; i++) {
		if (!all->v[i].missing)
			continue;
		names = arena_print(t->mem, "%s%s%s", names, at == 0 ? "" :
		                    at + 1 == n ? w->and : ", ",
		                    all->v[i].name);
		at++;
	}
	if (n > 0)
		add(t, say_fill(t->mem, w->asked, names, NULL));
}

static void unknown(struct text *t, const struct short_reply *p,
                    const struct reply_words *w)
{
	paragraph(t);
	of_kind(t, &p->v.findings, FINDING_GAP, w->unknown);
	of_lines(t, &p->lines, w, true);
}

/* What it is a reply to, and under which number. */
static void head(struct text *t, const struct short_reply *p,
                 const struct reply_words *w)
{
	const struct answer *from = answer_in(&p->v, 0, MEANS_REPLY_FROM);

	if (from == NULL || text_blank(from->value))
		add(t, say_fill(t->mem, w->over, p->what.title, NULL));
	else
		add(t, say_fill(t->mem, w->over_from, p->what.title,
		                from->value));
	if (p->what.registry.n > 0)
		add(t, say_fill(t->mem, w->number,
		                p->what.registry.v[0].number, NULL));
}

const char *reply_draft(struct arena *mem, const struct short_reply *p,
                        const char *org, const struct reply_words *w)
{
	struct text t = { mem, "", false };

	head(&t, p, w);
	paragraph(&t);
	add(&t, say_fill(mem, w->begins, org, NULL));
	paragraph(&t);
	of_lines(&t, &p->lines, w, false);
	effects(&t, &p->v.findings, false);
	effects(&t, &p->v.findings, true);
	against(&t, &p->conflicts, w);
	missing(&t, &p->actors, w);
	unknown(&t, p, w);
	paragraph(&t);
	of_kind(&t, &p->v.findings, FINDING_LOOKED_AT, w->no_effect);
	return t.all;
}
