/* "Vilka var med?": when they met, and which organisations were there. */
#include "assess/actor_link.h"
#include "assess/actor_link.msg"
#include "base/text.h"

static const char *state_say(const struct req *r, enum occasion_state state)
{
	switch (state) {
	case OCCASION_PLANNED: return say(r, STATE_PLANNED);
	case OCCASION_PARTLY:  return say(r, STATE_PARTLY);
	case OCCASION_DONE:    return say(r, STATE_DONE);
	}
	return "";
}

static enum icon state_icon(enum occasion_state state)
{
	switch (state) {
	case OCCASION_PLANNED: return ICON_NOT_BEGUN;
	case OCCASION_PARTLY:  return ICON_HALF;
	case OCCASION_DONE:    return ICON_DONE;
	}
	return ICON_NOT_BEGUN;
}

static void row(struct req *r, const struct view *v,
                const struct occasion *o)
{
	const char *day = say_day(r, o->day);

	emit(&r->out, "<p><b>%s</b>: %s", day, o->what);
	if (!text_blank(o->who))
		emit(&r->out, "<br>%s", o->who);
	emit(&r->out, "<br>");
	state(r, state_icon(o->state), o->state == OCCASION_DONE ? "ok" : "",
	      state_say(r, o->state));
	if (view_changes(r, v))
		emit(&r->out, "<br><a href='/a/%s/occasions/%lld'>%s</a>",
		     r->object_key, o->no, say_with(r, OCCASION_CHANGE, day,
		     NULL));
	emit(&r->out, "</p>");
}

static enum status just_removed(struct req *r)
{
	i64 no = query_no(r, "occasion");
	struct occasion o = {0};
	enum status found;

	if (no == 0)
		return OK;
	found = occasion_get(&r->s, r->object, no, &o);
	if (found == NOT_FOUND || !o.removed)
		return found == NOT_FOUND ? OK : found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say_with(r, OCCASION_REMOVED, say_day(r, o.day), NULL));
	button_form(r, "undo-occasion", "btn sec sm", say(r, UNDO_IT),
	            "/a/%s/occasions/%lld/restore", r->object_key, no);
	emit(&r->out, "</div>");
	return OK;
}

enum status occasions_draw(struct req *r, const struct view *v)
{
	struct occasion_list all = {0};

	TRY(occasion_list(&r->s, v->a.id, &all));
	emit(&r->out, "<h2 id='occasions'>%s</h2>", say(r, OCCASIONS_HEAD));
	TRY(just_removed(r));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, OCCASIONS_NONE));
	for (size_t i = 0; i < all.n; i++)
		row(r, v, &all.v[i]);
	emit(&r->out, "<p class='acts'>");
	if (view_changes(r, v))
		emit(&r->out, "<a href='/a/%s/occasions'>%s</a>",
		     r->object_key, say(r, OCCASION_ADD));
	emit(&r->out, "<a href='/a/%s/workshops'>%s</a></p>", r->object_key,
	     say(r, OCCASION_WORKSHOPS));
	return OK;
}

/* -- the form ------------------------------------------------------------ */

static void ask_occasion(struct req *r, const struct view *v,
                         const struct occasion *o)
{
	struct option_list states = {0};

	ask_day(r, &(struct ask){ .name = "day",
		.label = say(r, OCCASION_DAY),
		.hint = say(r, OCCASION_DAY_HINT) }, o->day);
	ask_text(r, &(struct ask){ .name = "what", .stored = o->what,
		.label = say(r, OCCASION_WHAT) });
	ask_text(r, &(struct ask){ .name = "who", .stored = o->who,
		.label = say(r, OCCASION_WHO), .rows = 3, .optional = true,
		.hint = say(r, OCCASION_WHO_HINT) });
	for (int i = OCCASION_PLANNED; i <= OCCASION_DONE; i++)
		option_add(r, &states, arena_print(r->s.mem, "%d", i),
		           state_say(r, (enum occasion_state)i),
		           i == (int)o->state);
	ask_line(r, &(struct ask){ .name = "state",
		.label = say(r, OCCASION_STATE) }, &states, false);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, OCCASION_SAVE));
	emit(&r->out, "<a href='%s'>%s</a></p>", v->address,
	     say(r, BACK_TO_STEP));
}

static enum status read_occasion(struct req *r, struct occasion *o)
{
	size_t before = r->issues.n;

	o->day   = form_day(r, "day");
	if (o->day == 0 && r->issues.n == before)
		issue(r, "day", OCCASION_SAY_DAY);
	o->what  = form_needed(r, "what", LINE, OCCASION_SAY_WHAT);
	o->who   = form_text(r, "who", TEXT);
	o->state = (enum occasion_state)form_choice(r, "state",
		OCCASION_PLANNED, OCCASION_DONE);
	if (o->state == 0)
		issue(r, "state", OCCASION_SAY_STATE);
	return form_fine(r);
}

static enum status occasion_here(struct req *r, struct occasion *o)
{
	TRY(occasion_get(&r->s, r->object, arg_no(r, "no"), o));
	return o->removed ? NOT_FOUND : OK;
}

enum status occasion_new_page(struct req *r)
{
	struct view v = {0};

	TRY(part_view(r, PART_ACTORS, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, OCCASION_ADD_HEAD)));
	emit(&r->out, "<h1>%s</h1>", say(r, OCCASION_ADD_HEAD));
	form_open(r, "new-occasion", "/a/%s/occasions", r->object_key);
	ask_occasion(r, &v, &(struct occasion){ .what = "", .who = "" });
	form_close(r);
	view_close(r);
	return OK;
}

enum status occasion_add(struct req *r)
{
	struct view v = {0};
	struct occasion o = {0};
	i64 id;

	TRY(part_view(r, PART_ACTORS, &v));
	TRY(read_occasion(r, &o));
	TRY(occasion_note(&r->s, v.a.id, &o, &id));
	return go(r, "%s?saved=1#occasions", v.address);
}

enum status occasion_page(struct req *r)
{
	struct view v = {0};
	struct occasion o = {0};

	TRY(occasion_here(r, &o));
	TRY(part_view(r, PART_ACTORS, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, OCCASION_CHANGE_HEAD)));
	emit(&r->out, "<h1>%s</h1>", say(r, OCCASION_CHANGE_HEAD));
	form_open(r, "occasion", "/a/%s/occasions/%lld", r->object_key, o.no);
	ask_version(r, o.version);
	ask_occasion(r, &v, &o);
	form_close(r);
	button_form(r, "remove", "btn sec", say(r, OCCASION_REMOVE),
	            "/a/%s/occasions/%lld/remove", r->object_key, o.no);
	view_close(r);
	return OK;
}

enum status occasion_save(struct req *r)
{
	struct view v = {0};
	struct occasion o = {0};

	TRY(occasion_here(r, &o));
	TRY(part_view(r, PART_ACTORS, &v));
	o.version = form_version(r);
	TRY(read_occasion(r, &o));
	TRY(occasion_change(&r->s, v.a.id, &o));
	return go(r, "%s?saved=1#occasions", v.address);
}

enum status occasion_drop(struct req *r)
{
	struct view v = {0};
	struct occasion o = {0};

	TRY(occasion_here(r, &o));
	TRY(part_view(r, PART_ACTORS, &v));
	TRY(occasion_remove(&r->s, v.a.id, o.no, true));
	return go(r, "%s?occasion=%lld#occasions", v.address, o.no);
}

enum status occasion_restore(struct req *r)
{
	struct view v = {0};

	TRY(part_view(r, PART_ACTORS, &v));
	TRY(occasion_remove(&r->s, v.a.id, arg_no(r, "no"), false));
	return go(r, "%s?saved=1#occasions", v.address);
}
