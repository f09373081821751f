/*
 * One item of a meeting as it was answered, and where a finding comes from: the
 * two pages between the report and the room. No page here says who answered
 * what; that is stored nowhere.
 */
#include "base/text.h"
#include "workshop/close.msg"
#include "workshop/result.h"
#include "workshop/table.h"

struct round {
	struct workshop         w;
	struct item             item;
	struct reply_list       each;
	struct board_reply_list boards;
	struct verdict_list     verdicts;
	struct idea_list        ideas;
	struct trace_list       traces;
};

static enum status round_read(struct req *r, struct round *o)
{
	TRY(workshop_here(r, &o->w));
	TRY(item_get(&r->s, o->w.id, arg_no(r, "no"), &o->item));
	TRY(reply_list(&r->s, o->item.id, &o->each));
	TRY(board_reply_list(&r->s, o->w.id, o->item.id, &o->boards));
	TRY(verdict_list(&r->s, o->w.id, &o->verdicts));
	TRY(idea_list(&r->s, o->w.id, o->item.id, "", &o->ideas));
	return trace_from(&r->s, o->w.id, TRACE_FINDING, &o->traces);
}

/* -- each on their own: how many, never who ------------------------------ */

static i64 each_with(const struct round *o, i64 goal, bool path,
                     unsigned value)
{
	i64 n = 0;

	for (size_t i = 0; i < o->each.n; i++)
		n += o->each.v[i].goal == goal &&
		     (value_read(o->each.v[i].value, path) & value) != 0;
	return n;
}

static void each(struct req *r, const struct round *o,
                 const struct item_goal *g)
{
	bool any = false;

	emit(&r->out, "<h3>%s</h3><ul class='rows tight'>", say(r, I_EACH));
	for (unsigned one = VALUE_DN; one <= VALUE_GAP; one <<= 1) {
		i64 n = each_with(o, g->goal, goal_has_path(g), one);

		if (n == 0)
			continue;
		any = true;
		emit(&r->out, "<li><span class='n'>");
		values_shown(r, one);
		emit(&r->out, "</span><span class='e'>%s</span></li>",
		     say_count(r, I_PERSONS, n));
	}
	if (!any)
		emit(&r->out, "<li><span class='n'>%s</span></li>", say(r,
		     o->w.disposed_at != 0 ? I_GONE : I_EACH_NONE));
	emit(&r->out, "</ul>");
}

/* -- tables and the room ------------------------------------------------- */

static void sentence(struct req *r, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<p>%s</p>", text);
}

static void labelled(struct req *r, const struct sentence *label,
                     const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<p>%s: %s</p>", say(r, label), text);
}

/* What was written of the values that were chosen. */
static void said(struct req *r, unsigned set, const char *plus,
                 const char *minus, const char *other)
{
	if ((set & VALUE_POSITIVE) != 0)
		sentence(r, plus);
	if ((set & VALUE_NEGATIVE) != 0)
		sentence(r, minus);
	if ((set & (VALUE_NO | VALUE_GAP)) != 0)
		sentence(r, other);
}

static void board(struct req *r, const struct board_reply *b, bool path)
{
	unsigned set = value_read(b->value, path);

	emit(&r->out, "<li><span class='n'>%s</span><div class='m'><p>",
	     b->board_name);
	values_shown(r, set);
	emit(&r->out, "</p>");
	said(r, set, b->plus, b->minus, b->other);
	labelled(r, R_WHY, b->rationale);
	labelled(r, F_AGAINST, b->dissent);
	if (b->paper)
		emit(&r->out, "<p>%s</p>", say(r, I_PAPER));
	emit(&r->out, "</div></li>");
}

static void boards(struct req *r, const struct round *o, i64 goal, bool path)
{
	size_t n = 0;

	emit(&r->out, "<h3>%s</h3>", say(r, I_BOARDS));
	for (size_t i = 0; i < o->boards.n; i++) {
		if (o->boards.v[i].goal != goal)
			continue;
		if (n++ == 0)
			emit(&r->out, "<ul class='rows'>");
		board(r, &o->boards.v[i], path);
	}
	if (n == 0)
		emit(&r->out, "<p><span class='effl'><span class='eff un'"
		     " aria-hidden='true'></span><i>%s</i></span></p>",
		     say(r, I_BOARDS_NONE));
	else
		emit(&r->out, "</ul>");
}

static void verdict(struct req *r, const struct round *o, i64 goal, bool path)
{
	for (size_t i = 0; i < o->verdicts.n; i++) {
		const struct verdict *v = &o->verdicts.v[i];

		if (v->item != o->item.id || v->goal != goal)
			continue;
		emit(&r->out, "<h3>%s</h3><p><b>%s</b> ", say(r, I_VERDICT),
		     say(r, v->kind == VERDICT_ROOM ? R_ROOM_SET :
		     v->kind == VERDICT_TABLE ? R_TABLE_SET : R_APART));
		values_shown(r, value_read(v->value, path));
		emit(&r->out, "</p>");
		said(r, value_read(v->value, path), v->plus, v->minus,
		     v->other);
		labelled(r, R_WHY, v->rationale);
		emit(&r->out, "<p class='muted small'>%s</p>", say_with(r,
		     I_VERDICT_AT, say_instant(r, v->at), NULL));
	}
}

static void became(struct req *r, const struct round *o, i64 goal)
{
	i64 last = 0;

	for (size_t i = 0; i < o->traces.n; i++) {
		const struct trace *t = &o->traces.v[i];

		if (t->item != o->item.id || t->goal != goal || t->no == last)
			continue;
		emit(&r->out, last == 0 ? "<p>%s: " : "%s",
		     last == 0 ? say(r, I_BECAME) : ", ");
		emit(&r->out, "<a href='/a/%s/origin/%lld'>F%lld</a>",
		     o->w.assessment_key, t->no, t->no);
		last = t->no;
	}
	if (last != 0)
		emit(&r->out, "</p>");
}

static void goal(struct req *r, const struct round *o,
                 const struct item_goal *g)
{
	emit(&r->out, "<section><p>");
	item_line(r, &o->item, g);
	emit(&r->out, "</p><h2>%s</h2>", item_question(r, &o->item, g));
	each(r, o, g);
	boards(r, o, g->goal, goal_has_path(g));
	verdict(r, o, g->goal, goal_has_path(g));
	became(r, o, g->goal);
	emit(&r->out, "</section>");
}

/* -- items without goals ------------------------------------------------- */

static const char *merged_into(const struct round *o, const struct idea *d)
{
	for (size_t i = 0; i < o->ideas.n; i++)
		if (o->ideas.v[i].id == d->into)
			return o->ideas.v[i].text;
	return "";
}

static void proposals(struct req *r, const struct round *o)
{
	if (o->ideas.n == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, I_PROPOSALS));
	for (size_t i = 0; i < o->ideas.n; i++) {
		const struct idea *d = &o->ideas.v[i];

		emit(&r->out, "<li><span class='n'>%s</span><span class='m'>",
		     d->text);
		emit(&r->out, "%s%s%s", d->detail, text_blank(d->detail) ||
		     text_blank(d->board_name) ? "" : " · ", d->board_name);
		if (d->into != 0)
			emit(&r->out, " · %s", say_with(r, I_MERGED,
			     merged_into(o, d), NULL));
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
}

static void free_answers(struct req *r, const struct round *o)
{
	struct text_list all = asked_lines(r, &o->item, &o->each, &o->boards);

	if (o->item.ask == ASK_NONE)
		return;
	emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><span class='n'>%s</span></li>", all.v[i]);
	if (all.n == 0)
		emit(&r->out, "<li><span class='n'>%s</span></li>", say(r,
		     o->w.disposed_at != 0 ? I_GONE : I_EACH_NONE));
	emit(&r->out, "</ul>");
}

/* Silence first: until it is shown or done, nobody reads what others have
 * answered; what was put aside may be taken up again. */
static bool is_hidden(const struct round *o)
{
	return o->w.state == WORKSHOP_RUNNING &&
	       !item_is_shown(&o->w, &o->item);
}

enum status round_page(struct req *r)
{
	struct round o = {0};

	TRY(round_read(r, &o));
	workshop_open(r, &o.w, item_question(r, &o.item, NULL));
	emit(&r->out, "<h1>%s</h1>", item_question(r, &o.item, NULL));
	if (is_hidden(&o)) {
		emit(&r->out, "<p class='lead'>%s</p>", say(r, I_HIDDEN));
		page_close(r);
		return OK;
	}
	for (size_t i = 0; i < o.item.goals.n; i++)
		goal(r, &o, &o.item.goals.v[i]);
	if (o.item.goals.n == 0) {
		free_answers(r, &o);
		proposals(r, &o);
	}
	emit(&r->out, "<p class='noprint'><a href='/w/%s/result'>%s</a></p>",
	     o.w.key, say(r, R_TITLE));
	page_close(r);
	return OK;
}
