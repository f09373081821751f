/* One conflict drawn: where it stands, its sides, what happens, and apart from
 * that what is chosen. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

/* -- words --------------------------------------------------------------- */

const char *conflict_state_word(const struct req *r,
                                enum conflict_state state)
{
	static const struct sentence *const words[] = {
		[CONFLICT_IDENTIFIED] = ST_IDENTIFIED,
		[CONFLICT_ANALYSED]   = ST_ANALYSED,
		[CONFLICT_ASKED]      = ST_ASKED,
		[CONFLICT_WEIGHED]    = ST_WEIGHED,
		[CONFLICT_IN_ACTION]  = ST_IN_ACTION,
		[CONFLICT_ACCEPTED]   = ST_ACCEPTED,
		[CONFLICT_ENDED]      = ST_ENDED,
	};

	return say(r, words[state]);
}

const char *conflict_kind_word(const struct req *r, enum conflict_kind kind)
{
	static const struct sentence *const words[] = {
		[CONFLICT_GOALS]     = KIND_GOALS,
		[CONFLICT_BETWEEN]   = KIND_BETWEEN,
		[CONFLICT_INTERESTS] = KIND_INTERESTS,
		[CONFLICT_TERMS]     = KIND_TERMS,
		[CONFLICT_PLACES]    = KIND_PLACES,
		[CONFLICT_RESOURCES] = KIND_RESOURCES,
	};

	return say(r, words[kind]);
}

static enum icon icon_of(enum conflict_state state)
{
	switch (state) {
	case CONFLICT_IDENTIFIED:
	case CONFLICT_ANALYSED:
		return ICON_FORK_OPEN;
	case CONFLICT_ASKED:
		return ICON_FORK_ASKED;
	case CONFLICT_WEIGHED:
	case CONFLICT_IN_ACTION:
	case CONFLICT_ACCEPTED:
		return ICON_FORK_CHOSEN;
	case CONFLICT_ENDED:
		return ICON_DONE;
	}
	return ICON_FORK_OPEN;
}

void conflict_state(struct req *r, const struct conflict *c)
{
	if (c->sign == SYNERGY)
		state(r, ICON_SYNERGY, "", say(r, SIGN_SYNERGY));
	else
		state(r, icon_of(c->state), "",
		      conflict_state_word(r, c->state));
}

/* -- the path ------------------------------------------------------------ */

static void station(struct req *r, enum conflict_state at,
                    enum conflict_state now)
{
	if (at < now)
		emit(&r->out, "<li class='done'>");
	else if (at == now)
		emit(&r->out, "<li class='now' aria-current='step'>");
	else
		emit(&r->out, "<li>");
	icon(r, at < now || now == CONFLICT_ENDED ? ICON_DONE :
	        at == now ? ICON_HALF : ICON_NOT_BEGUN);
	emit(&r->out, "%s</li>", conflict_state_word(r, at));
}

/* Handled by an action and accepted are two ways to the same end: one shows. */
static void path(struct req *r, const struct conflict *c)
{
	enum conflict_state other = c->state == CONFLICT_ACCEPTED ?
	                            CONFLICT_IN_ACTION : CONFLICT_ACCEPTED;

	emit(&r->out, "<h2 class='vh'>%s</h2><ol class='path'>",
	     say(r, CARD_STATE));
	for (int at = CONFLICT_IDENTIFIED; at <= CONFLICT_ENDED; at++)
		if (at != (int)other)
			station(r, (enum conflict_state)at, c->state);
	emit(&r->out, "</ol>");
}

/* -- sides --------------------------------------------------------------- */

static void finding_member(struct req *r, const struct view *v,
                           const struct side_member *m)
{
	emit(&r->out, "<p class='small'><a class='fn'"
	     " href='/a/%s/findings/%lld'><span class='vh'>%s </span>F%lld"
	     "</a> %s</p>", r->object_key, m->finding_no,
	     say(r, FINDING_WORD), m->finding_no, m->sentence);
	for (size_t i = 0; i < v->findings.n; i++)
		if (v->findings.v[i].id == m->finding)
			marks_row(r, v, &v->findings.v[i], false);
}

static void goal_member(struct req *r, const struct view *v,
                        const struct side_member *m)
{
	const struct goal *g = goal_of(&v->frameworks, m->goal);

	emit(&r->out, "<p class='goal'>");
	if (g != NULL)
		goal_tile(r, g);
	emit(&r->out, "<span>%s</span></p>", g == NULL ? m->goal_title :
	     either(r, g->title_sv, g->title_en));
}

static void member(struct req *r, const struct view *v,
                   const struct side_member *m)
{
	if (m->finding != 0)
		finding_member(r, v, m);
	else if (m->goal != 0)
		goal_member(r, v, m);
	else
		emit(&r->out, "<p class='small'><b>%s</b> %s</p>",
		     say(r, ACTOR_WORD), m->actor_name);
}

static void arm(struct req *r, const struct view *v,
                const struct conflict *c, size_t i)
{
	const struct side *d = &c->sides.v[i];
	const char *name = say_with(r, SIDE_NO, arena_print(r->s.mem, "%zu",
	                            i + 1), NULL);

	if (c->sides.n == 2)
		name = say(r, i == 0 ? SIDE_ONE : SIDE_OTHER);
	emit(&r->out, "<section class='%s' aria-labelledby='side%lld'>"
	     "<h2 class='vh'>%s</h2><h3 id='side%lld'>%s</h3>",
	     i % 2 == 0 ? "armA" : "armB", d->no, name, d->no, d->title);
	for (size_t j = 0; j < d->members.n; j++)
		member(r, v, &d->members.v[j]);
	if (!text_blank(d->gains))
		emit(&r->out, "<p class='small'><b>%s</b> %s</p>",
		     say(r, SIDE_GAINS), d->gains);
	if (!text_blank(d->loses))
		emit(&r->out, "<p class='small'><b>%s</b> %s</p>",
		     say(r, SIDE_LOSES), d->loses);
	emit(&r->out, "</section>");
}

/* Which side a choice favours is said in words only: the drawing stays even. */
static void drawn_fork(struct req *r, const struct conflict *c)
{
	const char *says = say(r, c->sign == SYNERGY ? FORK_TOGETHER :
	                       conflict_is_open(c->state) ? FORK_UNCHOSEN :
	                       FORK_MADE);

	emit(&r->out, "<div class='mid'><svg viewBox='0 0 64 64' fill='none'"
	     " stroke='currentColor' stroke-width='4' stroke-linecap='round'"
	     " role='img' aria-label='%s'>", says);
	if (c->sign == SYNERGY)
		emit(&r->out, "<path d='M8 58c0-20 24-16 24-32'/>"
		     "<path d='M56 58c0-20-24-16-24-32V6'/>"
		     "<path d='M24 14l8-8 8 8'/>");
	else if (c->state < CONFLICT_ASKED)
		emit(&r->out, "<path d='M32 60V42'/><path"
		     " d='M32 42C32 26 8 30 8 8' stroke-dasharray='.1 8'/>"
		     "<path d='M32 42c0-16 24-12 24-34'"
		     " stroke-dasharray='.1 8'/>");
	else
		emit(&r->out, "<path d='M32 60V42'/>"
		     "<path d='M32 42C32 26 8 30 8 8'/>"
		     "<path d='M32 42c0-16 24-12 24-34'/>");
	emit(&r->out, "</svg></div>");
}

static void fork(struct req *r, const struct view *v,
                 const struct conflict *c)
{
	emit(&r->out, "<div class='fork%s'>", c->sides.n == 2 ? "" : " arms");
	for (size_t i = 0; i < c->sides.n; i++) {
		if (i == 1 && c->sides.n == 2)
			drawn_fork(r, c);
		arm(r, v, c, i);
	}
	emit(&r->out, "</div>");
}

/* -- ways ---------------------------------------------------------------- */

static const char *reversible_word(const struct req *r, enum reversible how)
{
	static const struct sentence *const words[] = {
		[REVERSIBLE_UNSAID] = REVERSIBLE_WORD_UNSAID,
		[REVERSIBLE_YES]    = REVERSIBLE_WORD_YES,
		[REVERSIBLE_PARTLY] = REVERSIBLE_WORD_PARTLY,
		[REVERSIBLE_NO]     = REVERSIBLE_WORD_NO,
	};

	return say(r, words[how]);
}

static void way_row(struct req *r, const struct way *w)
{
	emit(&r->out, "<tr><th scope='row'>%s</th><td data-l='%s'>%s</td>"
	     "<td data-l='%s'>%s</td><td data-l='%s'>%s%s%s</td></tr>",
	     w->title, say(r, WAY_GAIN), w->gain, say(r, WAY_PRICE), w->price,
	     say(r, WAY_REVERSIBLE), reversible_word(r, w->reversible),
	     text_blank(w->note) ? "" : ", ", w->note);
}

static void ways(struct req *r, const struct conflict *c)
{
	emit(&r->out, "<h2>%s</h2>", say(r, WAYS));
	if (c->ways.n == 0) {
		emit(&r->out, "<p class='muted'>%s</p>", say(r, NO_WAYS));
		return;
	}
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='ways'><table><caption id='ways'>%s</caption>"
	     "<thead><tr><th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th></tr></thead>"
	     "<tbody>", say_count(r, WAYS_TRIED, (i64)c->ways.n),
	     say(r, WAY_TITLE), say(r, WAY_GAIN), say(r, WAY_PRICE),
	     say(r, WAY_REVERSIBLE));
	for (size_t i = 0; i < c->ways.n; i++)
		way_row(r, &c->ways.v[i]);
	emit(&r->out, "</tbody></table></section>");
}

/* -- the position -------------------------------------------------------- */

static void fact(struct req *r, const struct sentence *what,
                 const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, what), text);
}

static void position(struct req *r, const struct conflict *c)
{
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>",
	     say(r, POSITION_HEAD), say(r, POSITION_APART));
	if (text_blank(c->question))
		emit(&r->out, "<p>%s</p>", say(r, POSITION_NO_QUESTION_YET));
	else
		emit(&r->out, "<blockquote class='say'>%s</blockquote>",
		     c->question);
	emit(&r->out, "<dl class='sum'>");
	fact(r, DECIDER, text_blank(c->decider) ? say(r, DECIDER_NONE) :
	                 c->decider);
	fact(r, BY_WHEN, c->due == 0 ? say(r, NOT_SET) : say_day(r, c->due));
	fact(r, DISSENT, c->dissent);
	fact(r, CHOSEN, c->chosen);
	fact(r, CHOSEN_WHY, c->chosen_why);
	fact(r, CHOSEN_ON, say_day(r, c->chosen_on));
	emit(&r->out, "</dl>");
}

static void other_side(struct req *r, const struct conflict *c)
{
	if (text_blank(c->other_key))
		return;
	emit(&r->out, "<p><a href='/a/%s", c->other_key);
	if (c->other_finding != 0)
		emit(&r->out, "/findings/%lld", c->other_finding);
	emit(&r->out, "'>%s</a></p>", say(r, OTHER_SIDE));
}

void conflict_card(struct req *r, const struct view *v,
                   const struct conflict *c)
{
	if (c->sign == CONFLICT)
		path(r, c);
	fork(r, v, c);
	emit(&r->out, "<div class='two'><div><h2>%s</h2><p>%s</p>",
	     say(r, WHAT_HAPPENS), text_blank(c->what_happens) ?
	     say(r, WHAT_HAPPENS_EMPTY) : c->what_happens);
	other_side(r, c);
	ways(r, c);
	if (c->sign == CONFLICT || !text_blank(c->question) ||
	    !text_blank(c->chosen))
		position(r, c);
}
