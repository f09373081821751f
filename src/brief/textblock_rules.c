/*
 * The text block: what follows for people, environment and economy together;
 * then, in a paragraph of its own, what is left to choose; then what is not
 * known, and last where the whole stands.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "brief/textblock.h"
#include "brief/textblock.msg"

/* -- one line of what follows -------------------------------------------- */

static const char *basis_of(const struct drafting *b, const struct unit *u)
{
	const char *all = "";

	for (size_t i = 0; i < u->n; i++)
		all = arena_print(b->mem, "%s%sF%lld", all, i == 0 ? "" : " ",
		                  u->v[i]->no);
	return all;
}

/* The goal they disagree on: one that all mark, else the first. */
static const char *common_goal(const struct drafting *b, const struct unit *u)
{
	i64 id = u->v[0]->marks.n == 0 ? 0 : u->v[0]->marks.v[0].goal;
	const struct goal *g;

	for (size_t i = 0; i < u->v[0]->marks.n; i++)
		for (size_t j = 0; u->n > 1 && j < u->v[1]->marks.n; j++)
			if (u->v[0]->marks.v[i].goal ==
			    u->v[1]->marks.v[j].goal)
				id = u->v[0]->marks.v[i].goal;
	g = block_goal(b->d, id);
	return g == NULL ? "" : block_either(b, g->title_sv, g->title_en);
}

/* None is weighed down: each in its own words, in the order of the findings. */
static const char *divided(const struct drafting *b, const struct unit *u)
{
	const char *text = block_say(b, T_DISSENT, common_goal(b, u), NULL);

	for (size_t i = 0; i < u->n; i++)
		text = arena_print(b->mem, "%s %s", text, block_say(b, i == 0 ?
			T_ONE_SAYS : T_OTHER_SAYS, block_whole(b,
			u->v[i]->sentence), NULL));
	return text;
}

static const char *said(const struct drafting *b, const struct unit *u)
{
	if (u->dissent)
		return divided(b, u);
	if (u->n > 1)
		return block_apart(b, u->v[0]->sentence, u->v[1]->sentence);
	return block_whole(b, u->v[0]->sentence);
}

static bool has_negative(const struct unit *u)
{
	for (size_t i = 0; i < u->n; i++)
		if (finding_is_negative(u->v[i]))
			return true;
	return false;
}

static enum perspective under(const struct drafting *b, const struct unit *u)
{
	enum perspective first = BY_SUSTAINABILITY;

	for (size_t i = 0; i < u->n; i++) {
		enum perspective p = block_under(b->d, u->v[i]);

		if (p < first)
			first = p;
	}
	return first;
}

static void unit_line(const struct drafting *b, const struct unit *u)
{
	struct origin from = { .unit = u };
	const char *text = said(b, u), *basis = basis_of(b, u), *more;
	const char *key = arena_print(b->mem, "F%lld", u->v[0]->no);

	more = block_groups(b, u, text);
	if (*more != '\0')
		text = arena_print(b->mem, "%s %s", text, more);
	more = has_negative(u) ? block_action(b, &from, T_THEREFORE, &basis) :
	                         "";
	if (*more != '\0')
		text = arena_print(b->mem, "%s %s", text, more);
	block_add(b, key, u->about, text, basis)->under = under(b, u);
}

/* -- all of what follows ------------------------------------------------- */

/* The best of each of the three first, so that they stand together; then by
 * rank. */
static void choose(struct unit_list *all, size_t most)
{
	size_t n = 0;

	for (enum about a = ABOUT_PEOPLE; a <= ABOUT_ECONOMY; a++) {
		for (size_t i = 0; i < all->n && n < most; i++) {
			if (all->v[i].about != a)
				continue;
			all->v[i].taken = true;
			n++;
			break;
		}
	}
	for (size_t i = 0; i < all->n && n < most; i++) {
		n += !all->v[i].taken;
		all->v[i].taken = true;
	}
}

static int by_place(const void *x, const void *y)
{
	const struct unit *a = x, *b = y;

	if (a->about != b->about)
		return a->about < b->about ? -1 : 1;
	return a->v[0]->no < b->v[0]->no ? -1 : a->v[0]->no > b->v[0]->no;
}

static void follows(const struct drafting *b, struct unit_list *all,
                    size_t most)
{
	if (all->n == 0)
		return;
	choose(all, most);
	qsort(all->v, all->n, sizeof *all->v, by_place);
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].taken)
			unit_line(b, &all->v[i]);
}

/* -- tried without effect ------------------------------------------------ */

static bool has_effect(const struct document *d, i64 goal)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		for (size_t j = 0; j < f->marks.n; j++)
			if (f->kind != FINDING_LOOKED_AT &&
			    f->marks.v[j].goal == goal)
				return true;
	}
	return false;
}

static void note_tried(const struct drafting *b, const struct finding *f,
                       struct text_list *goals, const char **basis)
{
	bool any = false;

	for (size_t i = 0; i < f->marks.n; i++) {
		const struct goal *g = block_goal(b->d, f->marks.v[i].goal);

		if (g == NULL || has_effect(b->d, g->id))
			continue;
		*PUSH(b->mem, goals) = block_either(b, g->title_sv,
		                                    g->title_en);
		any = true;
	}
	if (any)
		*basis = arena_print(b->mem, "%s%sF%lld", *basis,
		                     **basis == '\0' ? "" : " ", f->no);
}

static void tried(const struct drafting *b, size_t most)
{
	struct text_list goals = {0};
	const char *basis = "", *names;

	for (size_t i = 0; i < b->d->findings.n && goals.n < 4; i++)
		if (b->d->findings.v[i].kind == FINDING_LOOKED_AT)
			note_tried(b, &b->d->findings.v[i], &goals, &basis);
	if (goals.n == 0 || most == 0)
		return;
	names = block_say(b, goals.n == 1 ? T_GOAL : T_GOALS,
	                  block_list(b, &goals, 4, T_MORE), NULL);
	block_add(b, "none", ABOUT_ECONOMY, block_say(b, T_NO_EFFECT, names,
	          NULL), basis)->under = BY_SUSTAINABILITY;
}

/* -- the annex ----------------------------------------------------------- */

static bool is_said(const struct drafting *b, i64 no)
{
	const char *name = arena_print(b->mem, "F%lld", no);
	size_t n = strlen(name);

	for (size_t i = 0; i < b->out->n; i++) {
		const char *all = b->out->v[i].basis;

		for (const char *at = strstr(all, name); at != NULL;
		     at = strstr(at + 1, name))
			if (at[n] == '\0' || at[n] == ' ')
				return true;
	}
	return false;
}

static void annex(const struct drafting *b)
{
	bool final = assessment_is_final(b->d->a.state);
	const char *text = block_say(b, final ? T_ANNEX : T_ANNEX_OPEN, NULL,
	                             NULL);
	i64 rest = 0, bad = 0;

	for (size_t i = 0; i < b->d->findings.n; i++) {
		if (is_said(b, b->d->findings.v[i].no))
			continue;
		rest++;
		bad += finding_is_negative(&b->d->findings.v[i]);
	}
	if (rest > 0)
		text = arena_print(b->mem, "%s %s", text, say_number(b->mem,
		                   b->language, T_REST, rest));
	if (bad > 0)
		text = arena_print(b->mem, "%s %s", text, say_number(b->mem,
		                   b->language, T_REST_BAD, bad));
	block_add(b, "annex", ABOUT_ANNEX, text, "annex");
}

/* -- the whole ----------------------------------------------------------- */

enum { CHOICES_LEAST = 3 };     /* room that what follows leaves to choices */

static struct block_lines alone(const struct drafting *b, bool choices,
                                size_t most)
{
	struct block_lines lines = {0};
	struct drafting own = *b;

	own.out = &lines;
	if (choices)
		block_choices(&own, most);
	else
		block_unknown(&own);
	return lines;
}

static void append(const struct drafting *b, const struct block_lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		struct block_line *l = PUSH(b->mem, b->out);

		*l = lines->v[i];
		l->no = (i64)b->out->n;
	}
}

/* Choices and what is not known are few; what follows has the room that they
 * leave, and is written first, as an action is said where it is needed. */
static void write_all(const struct drafting *b)
{
	struct unit_list units = {0};
	bool *clean = arena_take(b->mem, b->d->actions.n + 1);
	struct drafting dry = *b;
	struct block_lines unknown, choices;
	size_t room = LINES_MOST - 1, most;

	dry.said = clean;
	block_units(b, &units);
	room -= alone(&dry, false, 0).n;
	choices = alone(&dry, true, CHOICES_LEAST);
	most = room - choices.n;
	follows(b, &units, most);
	tried(b, most - b->out->n);
	choices = alone(b, true, room - b->out->n);
	unknown = alone(b, false, 0);
	append(b, &choices);
	append(b, &unknown);
	annex(b);
}

void textblock_draft(struct arena *mem, const struct document *d,
                     enum language language, struct block_lines *out)
{
	struct drafting b = { mem, d, language, out,
	                      arena_take(mem, d->actions.n + 1) };

	*out = (struct block_lines){0};
	if (d->findings.n == 0 && d->conflicts.n == 0 && d->positions.n == 0)
		block_add(&b, "annex", ABOUT_ANNEX, block_say(&b, T_EMPTY,
		          NULL, NULL), "matrix");
	else
		write_all(&b);
}
