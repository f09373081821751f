/* What is done about it, what is left to choose and to whom, what is not known
 * and who was not there. Weighings stand here and never among consequences. */
#include "base/text.h"
#include "brief/textblock.h"
#include "brief/textblock.msg"

struct block_line *block_add(const struct drafting *b, const char *key,
                             enum about about, const char *text,
                             const char *basis)
{
	struct block_line *l = PUSH(b->mem, b->out);

	*l = (struct block_line){ .no = (i64)b->out->n, .key = key,
		.about = about, .text = text, .drafted = text,
		.was_drafted = "", .basis = basis, .perspective = "",
		.under = about == ABOUT_CHOICES ? BY_CHOICES : BY_UNKNOWN };
	return l;
}

static const char *number(const struct drafting *b, const char *letter,
                          i64 no)
{
	return arena_print(b->mem, "%s%lld", letter, no);
}

static const char *with(const struct drafting *b, const char *text,
                        const char *more)
{
	return *more == '\0' || *text == '\0' ? (*text == '\0' ? more : text) :
	       arena_print(b->mem, "%s %s", text, more);
}

/* -- actions ------------------------------------------------------------- */

static bool missing_link(const struct document *d, i64 link)
{
	for (size_t i = 0; i < d->links.n; i++)
		if (d->links.v[i].id == link)
			return d->links.v[i].missing;
	return false;
}

static bool comes_from(const struct document *d, const struct action *a,
                       const struct origin *o)
{
	for (size_t i = 0; i < a->sources.n; i++) {
		const struct action_source *s = &a->sources.v[i];

		if (o->conflict != 0 && s->conflict == o->conflict)
			return true;
		if (o->missing && s->actor_link != 0 &&
		    missing_link(d, s->actor_link))
			return true;
		for (size_t j = 0; o->unit != NULL && j < o->unit->n; j++)
			if (s->finding == o->unit->v[j]->id)
				return true;
	}
	return false;
}

/* ", som Regional utveckling ansvarar för till 31 mars 2026" */
static const char *by_whom(const struct drafting *b, const struct action *a)
{
	const char *day = a->due == 0 ? "" : block_day(b, a->due);

	if (text_blank(a->responsible))
		return *day == '\0' ? "" : block_say(b, T_UNTIL, day, NULL);
	if (*day == '\0')
		return block_say(b, T_RESPONSIBLE, a->responsible, NULL);
	return block_say(b, T_RESPONSIBLE_BY, a->responsible, day);
}

static const char *action_words(const struct drafting *b,
                                const struct action *a)
{
	static const struct sentence *const states[] = {
		[ACTION_PROPOSED] = T_A_PROPOSED,
		[ACTION_DECIDED]  = T_A_DECIDED,
		[ACTION_ONGOING]  = T_A_ONGOING,
		[ACTION_DONE]     = T_A_DONE,
		[ACTION_ASSESSED] = T_A_DONE,
	};
	const char *title = block_bare(b, a->title);

	if (action_is_proposed_to(a))
		return block_say(b, T_A_PROPOSED_TO, title, a->other_org);
	return block_say(b, states[a->state], title,
	                 a->state < ACTION_DONE ? by_whom(b, a) : "");
}

/* A conflict has first those made for it. */
static size_t find_action(const struct drafting *b, const struct origin *o)
{
	const struct action_list *all = &b->d->actions;
	size_t found = all->n;

	for (size_t i = 0; i < all->n; i++) {
		const struct action *a = &all->v[i];

		if (b->said[i] || a->state == ACTION_DROPPED ||
		    !comes_from(b->d, a, o))
			continue;
		if (o->conflict == 0 || a->purpose == PURPOSE_CONFLICT)
			return i;
		if (found == all->n)
			found = i;
	}
	return found;
}

const char *block_action(const struct drafting *b, const struct origin *o,
                         const struct sentence *opener, const char **basis)
{
	size_t i = find_action(b, o);

	if (i == b->d->actions.n)
		return "";
	b->said[i] = true;
	*basis = with(b, *basis, number(b, "A", b->d->actions.v[i].no));
	return with(b, block_say(b, opener, NULL, NULL),
	            action_words(b, &b->d->actions.v[i]));
}

/* -- conflicts ----------------------------------------------------------- */

static const char *weighed(const struct drafting *b, const struct conflict *c)
{
	const char *title = block_bare(b, c->title);
	const char *text = text_blank(c->decider) ?
		block_say(b, T_CHOSEN, title, NULL) :
		block_say(b, T_CHOSEN_BY, title, c->decider);

	if (c->chosen_on != 0)
		text = block_say(b, T_ON, text, block_day(b, c->chosen_on));
	return block_say(b, T_SO, text, block_whole(b, c->chosen));
}

static const char *left_to(const struct drafting *b, const struct conflict *c,
                           const char **basis)
{
	struct origin from = { .conflict = c->id };
	const char *whom = c->decider, *text;

	if (c->due != 0)
		whom = block_say(b, T_LATEST, whom, block_day(b, c->due));
	text = block_say(b, T_LEFT_TO, block_bare(b, c->title), whom);
	if (!text_blank(c->question))
		text = with(b, text, block_say(b, T_QUESTION,
		            block_whole(b, c->question), NULL));
	return with(b, text, block_action(b, &from, T_BEFORE, basis));
}

static void conflict_line(const struct drafting *b, const struct conflict *c)
{
	const char *key = conflict_name(b->mem, c), *basis = key;
	const char *text = text_blank(c->chosen) ? left_to(b, c, &basis) :
	                                           weighed(b, c);

	block_add(b, key, ABOUT_CHOICES, text, basis);
}

static bool has_line(const struct conflict *c)
{
	return c->sign == CONFLICT && (!text_blank(c->chosen) ||
	       (conflict_is_open(c->state) && !text_blank(c->decider)));
}

/* Those that nobody is named for, in one line. */
static void undecided(const struct drafting *b)
{
	struct text_list titles = {0};
	const char *basis = "", *text;

	for (size_t i = 0; i < b->d->conflicts.n; i++) {
		const struct conflict *c = &b->d->conflicts.v[i];

		if (c->sign != CONFLICT || has_line(c) ||
		    !conflict_lacks_decider(c))
			continue;
		*PUSH(b->mem, &titles) = block_say(b, T_QUOTED,
			block_bare(b, c->title), NULL);
		basis = with(b, basis, conflict_name(b->mem, c));
	}
	if (titles.n == 0)
		return;
	text = say_number(b->mem, b->language, T_NO_DECIDER, (i64)titles.n);
	block_add(b, "undecided", ABOUT_CHOICES, say_fill(b->mem, text,
	          block_list(b, &titles, 3, T_MORE), NULL), basis);
}

/* -- positions, and what may remain -------------------------------------- */

static void position_line(const struct drafting *b, const struct position *p)
{
	const char *text;

	if (!p->made)
		text = block_say(b, T_WAITS, p->decider, NULL);
	else if (text_blank(p->decider))
		text = block_say(b, T_MADE, NULL, NULL);
	else
		text = block_say(b, T_MADE_BY, p->decider, NULL);
	if (!p->made && p->due != 0)
		text = block_say(b, T_LATEST, text, block_day(b, p->due));
	text = block_say(b, T_SO, text, block_whole(b, p->text));
	block_add(b, number(b, "V", p->no), ABOUT_CHOICES, text,
	          number(b, "V", p->no));
}

static void handled_line(const struct drafting *b, const struct finding *f)
{
	const char *name = block_bare(b, text_blank(f->brief) ? f->sentence :
	                                                        f->brief);

	block_add(b, number(b, "R", f->no), ABOUT_CHOICES,
	          f->handled == HANDLED_IN_REPLY ?
	          block_say(b, T_IN_REPLY, name, NULL) :
	          block_say(b, T_REMAINS, name, block_whole(b,
	          f->handled_why)), number(b, "F", f->no));
}

static bool is_left(const struct drafting *b, const struct finding *f)
{
	enum handled_by by = finding_handled(f, &b->d->conflicts,
		&b->d->positions, &b->d->actions);

	return finding_is_negative(f) && (by == BY_REMAINING ||
	                                  by == BY_REPLY);
}

static void positions(const struct drafting *b, bool made, size_t end)
{
	for (size_t i = 0; i < b->d->positions.n; i++)
		if (b->d->positions.v[i].made == made && b->out->n < end)
			position_line(b, &b->d->positions.v[i]);
}

void block_choices(const struct drafting *b, size_t most)
{
	size_t end = b->out->n + most;

	for (size_t i = 0; i < b->d->conflicts.n; i++)
		if (has_line(&b->d->conflicts.v[i]) && b->out->n < end)
			conflict_line(b, &b->d->conflicts.v[i]);
	positions(b, false, end);
	if (b->out->n < end)
		undecided(b);
	for (size_t i = 0; i < b->d->findings.n; i++)
		if (is_left(b, &b->d->findings.v[i]) && b->out->n < end)
			handled_line(b, &b->d->findings.v[i]);
	positions(b, true, end);
}

/* -- what is not known --------------------------------------------------- */

static const char *gap_words(const struct drafting *b, const struct gap *g)
{
	const char *day = g->due == 0 ? "" : block_day(b, g->due);

	if (g->state == GAP_ANSWERED && !text_blank(g->answer))
		return block_say(b, T_GAP_ANSWER, block_whole(b, g->answer),
		                 NULL);
	if (text_blank(g->owner))
		return *day == '\0' ? block_say(b, T_GAP, NULL, NULL) :
		       block_say(b, T_GAP_BY, day, NULL);
	return *day == '\0' ? block_say(b, T_GAP_WHOM, g->owner, NULL) :
	       block_say(b, T_GAP_BY_WHOM, g->owner, day);
}

enum { GAPS_MOST = 2 };

static void gaps(const struct drafting *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->d->findings.n && n < GAPS_MOST; i++) {
		const struct finding *f = &b->d->findings.v[i];
		const char *key = number(b, "F", f->no);

		if (f->kind != FINDING_GAP)
			continue;
		block_add(b, key, ABOUT_UNKNOWN, with(b, block_whole(b,
		          f->sentence), gap_words(b, &f->gap)), key);
		n++;
	}
}

static void unjudged(const struct drafting *b)
{
	struct goal_list goals = {0};
	struct matrix m;
	i64 n = 0;

	for (size_t i = 0; i < b->d->frameworks.n; i++) {
		const struct goal_list *all = &b->d->frameworks.v[i].goals;

		for (size_t j = 0; j < all->n; j++)
			*PUSH(b->mem, &goals) = all->v[j];
	}
	m = matrix_of(b->mem, &goals, &b->d->priorities, &b->d->relevance,
	              &b->d->findings);
	for (size_t i = 0; i < m.goals * m.priorities; i++)
		n += m.cell[i].state == CELL_UNJUDGED;
	if (n > 0)
		block_add(b, "unjudged", ABOUT_UNKNOWN, say_number(b->mem,
		          b->language, T_UNJUDGED, n), "matrix");
}

/* Who was asked and did not come is another thing than who was not asked. */
static void who(const struct drafting *b)
{
	struct origin from = { .missing = true };
	struct text_list missing = {0}, absent = {0};
	const char *text = "", *basis = "who";

	for (size_t i = 0; i < b->d->links.n; i++) {
		const struct actor_link *l = &b->d->links.v[i];

		if (l->missing)
			*PUSH(b->mem, &missing) = l->name;
		else if (l->present == PRESENT_INVITED_ABSENT)
			*PUSH(b->mem, &absent) = l->name;
	}
	if (missing.n > 0)
		text = with(b, block_say(b, T_MISSING, block_list(b, &missing,
		            5, T_MORE), NULL), block_action(b, &from,
		            T_THEREFORE, &basis));
	if (absent.n > 0)
		text = with(b, text, block_say(b, T_ABSENT, block_list(b,
		            &absent, 5, T_MORE), NULL));
	if (*text != '\0')
		block_add(b, "who", ABOUT_UNKNOWN, text, basis);
}

void block_unknown(const struct drafting *b)
{
	gaps(b);
	unjudged(b);
	who(b);
}
