/* The pages of an action: new, changed, followed up; and the organisation's. */
#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "action/action_form.h"
#include "base/text.h"

enum { SHOWN = 200 };

/* -- new ----------------------------------------------------------------- */

static void head(struct req *r, const struct view *v, const char *title)
{
	emit(&r->out, "<p class='muted'><a href='%s'>%s</a></p><h1>%s</h1>",
	     part_address(r, v, PART_ACTIONS, 0), say(r, ACTIONS), title);
}

static enum status new(struct req *r)
{
	struct remedies by = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	if (!v.open)
		return go(r, "%s", part_address(r, &v, PART_ACTIONS, 0));
	TRY(remedies_read(&r->s, v.a.id, &by));
	TRY(view_open(r, &v, say(r, ACTION_NEW)));
	head(r, &v, say(r, ACTION_NEW_HEAD));
	TRY(ask_new_action(r, &v, &by));
	view_close(r);
	return OK;
}

static enum status note(struct req *r)
{
	struct action a = { .state = ACTION_PROPOSED, .progress = "",
	                    .effect = "", .dropped_why = "" };
	struct view v = {0};
	i64 id;

	a.responsible = form_text(r, "responsible", LINE);
	a.due = form_day(r, "due");
	TRY(read_action_form(r, &a));
	TRY(view_read(r, 0, 0, &v));
	TRY(action_note(&r->s, v.a.id, &a, &id));
	return go(r, "%s?saved=1#a%lld", part_address(r, &v, PART_ACTIONS,
	                                              0), a.no);
}

/* -- one ----------------------------------------------------------------- */

static void fact(struct req *r, const struct sentence *what,
                 const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, what), text);
}

static void facts(struct req *r, const struct action *a)
{
	emit(&r->out, "<dl class='sum'><div><dt>%s</dt><dd>",
	     say(r, COL_STATE));
	action_state_shown(r, a);
	emit(&r->out, "</dd></div><div><dt>%s</dt><dd>", say(r, COL_FROM));
	sources_shown(r, a);
	emit(&r->out, "</dd></div>");
	fact(r, ACTION_PURPOSE, purpose_word(r, a->purpose));
	fact(r, ACTION_TEXT, a->text);
	fact(r, ACTION_WHO, a->responsible);
	fact(r, COL_DUE, say_day(r, a->due));
	fact(r, ACTION_RESOURCE, a->resource);
	fact(r, COL_INDICATOR, a->indicator);
	fact(r, FOLLOW_PROGRESS, a->progress);
	fact(r, FOLLOW_EFFECT, a->effect);
	fact(r, FOLLOW_INSTEAD, a->instead);
	emit(&r->out, "</dl>");
}

static void ask_state(struct req *r, const struct action *a)
{
	struct option_list states = {0};

	for (int at = ACTION_PROPOSED; at <= ACTION_DROPPED; at++) {
		enum action_state to = (enum action_state)at;

		if (action_may_become(a->state, to))
			option_add(r, &states,
			           arena_print(r->s.mem, "%d", at),
			           action_state_word(r, to), a->state == to);
	}
	ask_line(r, &(struct ask){ .name = "state",
		.label = say(r, FOLLOW_STATE) }, &states, false);
}

static void ask_follow(struct req *r, const struct action *a)
{
	emit(&r->out, "<h2>%s</h2>", say(r, FOLLOW_HEAD));
	form_open(r, "follow", "/a/%s/actions/%lld/follow", r->object_key,
	          a->no);
	ask_version(r, a->version);
	ask_state(r, a);
	ask_responsible(r, a);
	ask_text(r, &(struct ask){ .name = "progress", .rows = 3,
		.label = say(r, FOLLOW_PROGRESS), .stored = a->progress,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "effect", .rows = 3,
		.label = say(r, FOLLOW_EFFECT), .stored = a->effect,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "dropped_why",
		.label = say(r, FOLLOW_WHY), .stored = a->dropped_why,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "instead", .rows = 2,
		.label = say(r, FOLLOW_INSTEAD), .stored = a->instead,
		.hint = say(r, FOLLOW_INSTEAD_HINT), .optional = true });
	button_save(r, say(r, FOLLOW_SAVE));
	form_close(r);
}

static enum status ask_change(struct req *r, const struct view *v,
                              const struct action *a)
{
	struct remedies by = {0};

	TRY(remedies_read(&r->s, v->a.id, &by));
	emit(&r->out, "<h2>%s</h2>", say(r, ACTION_CHANGE));
	form_open(r, "action", "/a/%s/actions/%lld", r->object_key, a->no);
	ask_version(r, a->version);
	TRY(ask_action(r, v, &by, a));
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, ACTION_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, ACTION_REMOVE),
	            "/a/%s/actions/%lld/remove", r->object_key, a->no);
	return OK;
}

static enum status page(struct req *r)
{
	bool may = (r->rights & ANSWER) != 0;
	struct view v = {0};
	struct action a;
	const char *title;

	TRY(view_read(r, 0, 0, &v));
	TRY(action_get(&r->s, v.a.id, arg_no(r, "no"), &a));
	title = arena_print(r->s.mem, "A%lld %s", a.no, a.title);
	TRY(view_open(r, &v, title));
	head(r, &v, title);
	facts(r, &a);
	if (may)
		TRY(ask_accept(r, &a));
	if (may)
		ask_follow(r, &a);
	if (may && v.open)
		TRY(ask_change(r, &v, &a));
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status change(struct req *r)
{
	struct action a;

	TRY(action_get(&r->s, r->object, arg_no(r, "no"), &a));
	TRY(read_action_form(r, &a));
	a.version = form_version(r);
	TRY(action_change(&r->s, r->object, &a));
	return go(r, "/a/%s/actions/%lld?saved=1", r->object_key, a.no);
}

static void read_follow(struct req *r, struct action *a)
{
	enum action_state to = (enum action_state)form_choice(r, "state",
		ACTION_PROPOSED, ACTION_DROPPED);

	if (to != 0 && !action_may_become(a->state, to))
		issue_text(r, "state", say_with(r, WANT_ACTION_STATE,
			action_state_word(r, a->state),
			action_state_word(r, to)));
	else if (to != 0)
		a->state = to;
	a->responsible = form_text(r, "responsible", LINE);
	a->due = form_day(r, "due");
	a->progress = form_text(r, "progress", TEXT);
	a->effect = form_text(r, "effect", TEXT);
	a->dropped_why = form_text(r, "dropped_why", TEXT);
	a->instead = form_text(r, "instead", TEXT);
	a->version = form_version(r);
	if (action_flaws(a) & ACTION_NO_WHY)
		issue(r, "dropped_why", WANT_WHY);
}

static enum status follow(struct req *r)
{
	struct action a;

	TRY(action_get(&r->s, r->object, arg_no(r, "no"), &a));
	read_follow(r, &a);
	TRY(form_fine(r));
	TRY(action_follow(&r->s, r->object, &a));
	return go(r, "/a/%s/actions/%lld?saved=1", r->object_key, a.no);
}

static enum status accept(struct req *r)
{
	struct action a;

	TRY(action_get(&r->s, r->object, arg_no(r, "no"), &a));
	TRY(read_accept(r, &a));
	TRY(action_accept(&r->s, r->object, &a));
	return go(r, "/a/%s/actions/%lld?saved=1", r->object_key, a.no);
}

static enum status unaccept(struct req *r)
{
	struct action a;
	bool there;

	TRY(action_get(&r->s, r->object, arg_no(r, "no"), &a));
	TRY(may_accept(r, &a, &there));
	a.accepted_on = 0;
	a.accepted_by = a.accepted_source = "";
	TRY(action_accept(&r->s, r->object, &a));
	return go(r, "/a/%s/actions/%lld?saved=1", r->object_key, a.no);
}

static enum status drop(struct req *r)
{
	i64 no = arg_no(r, "no");
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(action_remove(&r->s, v.a.id, no, true));
	return go(r, "%s?removed=%lld&kind=action", part_address(r, &v,
	          PART_ACTIONS, 0), no);
}

static enum status restore(struct req *r)
{
	i64 no = arg_no(r, "no");

	TRY(action_remove(&r->s, r->object, no, false));
	return go(r, "/a/%s/actions/%lld?saved=1", r->object_key, no);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/action-new", .run = new,
	  .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = GET, .path = "/a/:assessment/actions/:no", .run = page,
	  .right = READ, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/actions", .run = note,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = new },
	{ .method = POST, .path = "/a/:assessment/actions/:no",
	  .run = change, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = page },
	{ .method = POST, .path = "/a/:assessment/actions/:no/follow",
	  .run = follow, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = page },
	{ .method = POST, .path = "/a/:assessment/actions/:no/accept",
	  .run = accept, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = page },
	{ .method = POST, .path = "/a/:assessment/actions/:no/unaccept",
	  .run = unaccept, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = page },
	{ .method = POST, .path = "/a/:assessment/actions/:no/remove",
	  .run = drop, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = page },
	{ .method = POST, .path = "/a/:assessment/actions/:no/restore",
	  .run = restore, .right = ANSWER, .ground = ON_ASSESSMENT },
	{0},
};
const struct route *const action_routes = rows;
