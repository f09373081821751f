/* The suggestions for one assessment, each with its reasons and two ways on. */
#include <string.h>

#include "account/account.h"
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "insight/across.h"
#include "insight/across.msg"

/* -- why, in words ------------------------------------------------------- */

static void add(struct req *r, const char **all, const char *one)
{
	*all = arena_print(r->s.mem, "%s%s%s", *all,
	                   **all == '\0' ? "" : ". ", one);
}

static const char *reasons(struct req *r, const struct pairing *x)
{
	const char *all = "";

	if ((x->how.reasons & SHARE_PARENT) != 0)
		add(r, &all, text_blank(x->other.belongs_to) ?
		    say(r, X_IS_PART) :
		    say_with(r, X_BELONG, x->other.belongs_to, NULL));
	if ((x->how.reasons & SHARE_PLACE) != 0)
		add(r, &all, say_with(r, X_PLACE, x->places, NULL));
	if ((x->how.reasons & SHARE_ACTOR) != 0)
		add(r, &all, say_with(r, X_ACTOR, x->actors, NULL));
	if ((x->how.reasons & SHARE_MEANS) != 0)
		add(r, &all, say_with(r, X_UNIT, x->other.unit, NULL));
	return arena_print(r->s.mem, "%s.", all);
}

static const char *goal(const struct req *r, const struct pairing *x)
{
	const char *one = say_with(r, X_GOAL, x->code,
	                           either(r, x->goal_sv, x->goal_en));

	if (x->how.goals == 1)
		return one;
	return arena_print(r->s.mem, "%s %s (%s)", one,
	                   say_count(r, X_MORE_GOALS, x->how.goals - 1),
	                   x->codes);
}

/* -- one suggestion ------------------------------------------------------ */

static void stance(struct req *r, const struct sentence *where,
                   const char *key, const struct stance *st)
{
	bool better = st->direction == POSITIVE;

	emit(&r->out, "<div><dt>%s <a class='fn' href='/a/%s/findings/%lld'>"
	     "F%lld</a></dt><dd>%s</dd><dd>%s</dd></div>", say(r, where), key,
	     st->no, st->no, st->sentence, say(r, better ? X_BETTER :
	     X_WORSE));
}

static void accept_form(struct req *r, const struct pairing *x)
{
	form_open(r, arena_print(r->s.mem, "take-%s-%d", x->other.key,
	          x->how.sign), "/a/%s/across/%s/take", r->object_key,
	          x->other.key);
	form_hidden_no(r, "sign", x->how.sign);
	button(r, "btn sec sm", say(r, x->how.sign == CONFLICT ? X_WRITE :
	       X_WRITE_SYNERGY));
	form_close(r);
}

static void dismiss_form(struct req *r, const struct pairing *x)
{
	const char *name = arena_print(r->s.mem, "leave-%s-%d", x->other.key,
	                               x->how.sign);

	emit(&r->out, "<details class='quiet'%s><summary>%s</summary>",
	     r->failed && same(or_empty(form_raw(r, "form")), name) ?
	     " open" : "", say(r, X_NOT));
	form_open(r, name, "/a/%s/across/%s/leave", r->object_key,
	          x->other.key);
	form_hidden_no(r, "sign", x->how.sign);
	ask_text(r, &(struct ask){ .name = "why", .label = say(r, X_WHY),
		.hint = say(r, X_WHY_HINT), .stored = "" });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, X_DISMISS));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
}

static void shown(struct req *r, const struct view *v,
                  const struct pairing *x)
{
	bool apart = x->how.sign == CONFLICT;

	emit(&r->out, "<section class='panel'><p>");
	state(r, apart ? ICON_FORK_OPEN : ICON_SYNERGY, "",
	      say(r, apart ? X_APART : X_ALONG));
	emit(&r->out, " %s</p><h2><a href='/a/%s'>%s</a></h2><p>%s</p>"
	     "<dl class='sum'>", goal(r, x), x->other.key, x->other.title,
	     reasons(r, x));
	stance(r, X_HERE, r->object_key, &x->here);
	stance(r, X_THERE, x->other.key, &x->there);
	emit(&r->out, "</dl>");
	if (v->open && (r->rights & ANSWER) != 0) {
		accept_form(r, x);
		dismiss_form(r, x);
	}
	emit(&r->out, "</section>");
}

/* -- what has been tried ------------------------------------------------- */

static void tried(struct req *r, const struct candidate *c)
{
	const char *key = c->assessment == r->object ? r->object_key :
	                  c->other_key;
	char letter = c->sign == CONFLICT ? 'K' : 'S';

	emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a><span class='m'>",
	     c->other_key, c->other_title);
	if (c->state == CANDIDATE_DISMISSED)
		emit(&r->out, "%s", say_with(r, X_DISMISSED, c->why, NULL));
	else if (c->conflict_no == 0)
		emit(&r->out, "%s", say(r, X_REMOVED));
	else
		emit(&r->out, "<a href='/a/%s/conflicts/%lld'>%s</a>", key,
		     c->conflict_no, say_with(r, X_WRITTEN,
		     arena_print(r->s.mem, "%c%lld", letter,
		     c->conflict_no), NULL));
	emit(&r->out, "<br>%s</span></li>", say_with(r, X_BY,
	     or_empty(c->who), say_day(r, day_of_instant(c->at))));
}

static enum status already(struct req *r)
{
	struct candidate_list all = {0};

	TRY(candidate_list(&r->s, r->object, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<aside class='side' aria-label='%s'><h2>%s</h2>"
	     "<ul class='rows'>", say(r, X_TAKEN), say(r, X_TAKEN));
	for (size_t i = 0; i < all.n; i++)
		tried(r, &all.v[i]);
	emit(&r->out, "</ul></aside>");
	return OK;
}

/* Who is only let in to this assessment sees no other. */
static enum status members_only(const struct req *r)
{
	return r->let_in ? NOT_FOUND : OK;
}

static enum status page(struct req *r)
{
	struct pairing_list all = {0};
	struct view v = {0};

	TRY(members_only(r));
	TRY(view_read(r, 0, 0, &v));
	TRY(across_find(&r->s, v.a.id, &all));
	TRY(view_open(r, &v, say(r, X_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, X_HEAD), say(r, X_LEAD));
	if (all.n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, X_NONE), say(r, X_NONE_HOW));
	for (size_t i = 0; i < all.n; i++)
		shown(r, &v, &all.v[i]);
	emit(&r->out, "</div>");
	TRY(already(r));
	emit(&r->out, "</div>");
	view_close(r);
	return OK;
}

/* -- a stand is taken ---------------------------------------------------- */

/* As it is now, or an issue: it may have gone since the page was drawn. */
static enum status asked_for(struct req *r, struct pairing *out)
{
	i64 sign = form_choice(r, "sign", CONFLICT, SYNERGY);
	struct pairing_list all = {0};

	TRY(members_only(r));
	TRY(across_find(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].how.sign != sign ||
		    !same(all.v[i].other.key, arg_text(r, "other")))
			continue;
		*out = all.v[i];
		return OK;
	}
	issue(r, NULL, X_GONE);
	return INVALID;
}

static struct candidate stand_on(const struct req *r,
                                 const struct pairing *x)
{
	return (struct candidate){
		.assessment = r->object, .other = x->how.other,
		.sign = x->how.sign, .reasons = x->how.reasons,
		.goals = x->goals,
	};
}

static struct side side_of(struct req *r, const char *title,
                           const struct stance *st, bool own)
{
	struct side d = {
		.title = text_short(r->s.mem, say_with(r, X_SIDE, title,
		                    text_blank(st->brief) ? st->sentence :
		                    st->brief), LINE),
		.gains = "", .loses = "",
	};

	if (own)
		*PUSH(r->s.mem, &d.members) = (struct side_member){
			.finding = st->finding };
	return d;
}

static struct conflict conflict_of(struct req *r, const char *title,
                                   const struct pairing *x)
{
	bool apart = x->how.sign == CONFLICT;
	struct conflict c = {
		.sign = (enum conflict_sign)x->how.sign,
		.kind = CONFLICT_BETWEEN, .state = CONFLICT_IDENTIFIED,
		.title = text_short(r->s.mem, say_with(r, apart ?
		         X_CONFLICT_TITLE : X_SYNERGY_TITLE, title,
		         x->other.title), LINE),
		.what_happens = arena_print(r->s.mem, "%s%s", say_with(r,
			apart ? X_WHAT_APART : X_WHAT_ALONG, goal(r, x),
			NULL), reasons(r, x)),
		.question = "", .decider = "", .dissent = "", .chosen = "",
		.chosen_why = "", .other_key = x->other.key,
		.other_finding = x->there.no,
	};

	*PUSH(r->s.mem, &c.sides) = side_of(r, title, &x->here, true);
	*PUSH(r->s.mem, &c.sides) = side_of(r, x->other.title, &x->there,
	                                    false);
	return c;
}

static enum status take(struct req *r)
{
	struct assessment a = {0};
	struct pairing x = {0};
	struct candidate stand;
	struct conflict c;
	i64 id;

	TRY(assess_open(&r->s, r->object));
	TRY(asked_for(r, &x));
	TRY(assess_get(&r->s, r->object, &a));
	c = conflict_of(r, a.title, &x);
	TRY(conflict_note(&r->s, r->object, &c, &id));
	stand = stand_on(r, &x);
	stand.state = CANDIDATE_ACCEPTED;
	stand.conflict_no = c.no;
	TRY(candidate_note(&r->s, &stand));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, c.no);
}

static enum status leave(struct req *r)
{
	const char *why = form_needed(r, "why", LINE, X_SAY_WHY);
	struct pairing x = {0};
	struct candidate stand;

	TRY(assess_open(&r->s, r->object));
	TRY(asked_for(r, &x));
	TRY(form_fine(r));
	stand = stand_on(r, &x);
	stand.state = CANDIDATE_DISMISSED;
	stand.why = why;
	TRY(candidate_note(&r->s, &stand));
	return go(r, "/a/%s/across?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/across", page, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ POST, "/a/:assessment/across/:other/take", take, ANSWER,
	  ON_ASSESSMENT, page },
	{ POST, "/a/:assessment/across/:other/leave", leave, ANSWER,
	  ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const across_routes = rows;
