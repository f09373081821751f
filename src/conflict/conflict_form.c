/* Writing the card: new, changed, and in one step from a finding. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.msg"
#include "conflict/conflict_form.h"

/* -- reading ------------------------------------------------------------- */

static void read_ticked(struct req *r, const char *name,
                        const struct choice_list *all, struct side *d)
{
	for (size_t i = 0; i < all->n; i++)
		if (form_has(r, name, all->v[i].value))
			*PUSH(r->s.mem, &d->members) = all->v[i].m;
}

static void read_side(struct req *r, size_t i, const struct ground_list *on,
                      struct side_list *out)
{
	struct side d = {
		.title = form_text(r, side_field(r, i, "title"), LINE),
		.gains = form_text(r, side_field(r, i, "gains"), TEXT),
		.loses = form_text(r, side_field(r, i, "loses"), TEXT),
	};

	read_ticked(r, side_field(r, i, "findings"), &on->findings, &d);
	read_ticked(r, side_field(r, i, "goals"), &on->goals, &d);
	read_ticked(r, side_field(r, i, "actors"), &on->actors, &d);
	if (!text_blank(d.title))
		*PUSH(r->s.mem, out) = d;
	else if (!text_blank(d.gains) || !text_blank(d.loses) ||
	         d.members.n > 0)
		issue(r, side_field(r, i, "title"), WANT_SIDE_TITLE);
}

static void read_way(struct req *r, size_t i, struct way_list *out)
{
	struct way w = {
		.title = form_text(r, way_field(r, i, "title"), LINE),
		.gain  = form_text(r, way_field(r, i, "gain"), TEXT),
		.price = form_text(r, way_field(r, i, "price"), TEXT),
		.note  = form_text(r, way_field(r, i, "note"), LINE),
		.reversible = (enum reversible)form_choice(r,
			way_field(r, i, "reversible"), REVERSIBLE_YES,
			REVERSIBLE_NO),
	};

	if (!text_blank(w.title))
		*PUSH(r->s.mem, out) = w;
	else if (!text_blank(w.gain) || !text_blank(w.price) ||
	         !text_blank(w.note))
		issue(r, way_field(r, i, "title"), WANT_WAY_TITLE);
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & CONFLICT_NO_TITLE)
		issue(r, "title", WANT_TITLE);
	if (flaws & CONFLICT_NO_KIND)
		issue(r, "kind", WANT_KIND);
	if (flaws & CONFLICT_ONE_SIDE)
		issue(r, "side2_title", WANT_SIDES);
}

static enum status read_form(struct req *r, struct conflict *c)
{
	struct ground_list on = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(find_ground(r, &v, &on));
	*c = (struct conflict){
		.sign = (enum conflict_sign)form_choice(r, "sign", CONFLICT,
		                                        SYNERGY),
		.kind = (enum conflict_kind)form_choice(r, "kind",
			CONFLICT_GOALS, CONFLICT_RESOURCES),
		.title = form_text(r, "title", LINE),
		.what_happens = form_text(r, "what_happens", LONG_TEXT),
		.state = CONFLICT_IDENTIFIED,
		.question = "", .decider = "", .dissent = "", .chosen = "",
		.chosen_why = "",
	};
	if (c->sign == 0)
		c->sign = CONFLICT;
	for (size_t i = 0; i < SIDES_MOST; i++)
		read_side(r, i, &on, &c->sides);
	for (size_t i = 0; i < WAYS_MOST; i++)
		read_way(r, i, &c->ways);
	explain(r, conflict_flaws(c));
	return form_fine(r);
}

static void head(struct req *r, const char *title)
{
	emit(&r->out, "<p class='muted'><a href='/a/%s/conflicts'>%s</a></p>"
	     "<h1>%s</h1>", r->object_key, say(r, CONFLICTS_HERE), title);
}

/* -- pages --------------------------------------------------------------- */

static const struct finding *finding_no(const struct view *v, i64 no)
{
	for (size_t i = 0; i < v->findings.n; i++)
		if (v->findings.v[i].no == no)
			return &v->findings.v[i];
	return NULL;
}

static enum status new(struct req *r)
{
	struct ground_list on = {0};
	struct conflict c = {0};
	const struct finding *f;
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	if (!v.open)
		return go(r, "/a/%s/conflicts", r->object_key);
	TRY(find_ground(r, &v, &on));
	f = finding_no(&v, query_no(r, "finding"));
	if (f != NULL)
		c = conflict_from(r, &v.findings, f);
	TRY(view_open(r, &v, say(r, CONFLICT_NEW)));
	head(r, say(r, CONFLICT_NEW));
	form_open(r, "card", "/a/%s/conflicts", r->object_key);
	ask_card(r, &on, &c);
	form_close(r);
	view_close(r);
	return OK;
}

static enum status edit(struct req *r)
{
	struct ground_list on = {0};
	struct view v = {0};
	struct conflict c;

	TRY(view_read(r, 0, 0, &v));
	TRY(conflict_get(&r->s, v.a.id, arg_no(r, "no"), &c));
	if (!v.open)
		return go(r, "/a/%s/conflicts/%lld", r->object_key, c.no);
	TRY(find_ground(r, &v, &on));
	TRY(view_open(r, &v, say(r, CONFLICT_EDIT)));
	head(r, arena_print(r->s.mem, "%s %s", conflict_name(r->s.mem, &c),
	                    c.title));
	form_open(r, "card", "/a/%s/conflicts/%lld", r->object_key, c.no);
	ask_version(r, c.version);
	ask_card(r, &on, &c);
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, CONFLICT_REMOVE),
	            "/a/%s/conflicts/%lld/remove", r->object_key, c.no);
	view_close(r);
	return OK;
}

static enum status note(struct req *r)
{
	struct conflict c;
	i64 id;

	TRY(read_form(r, &c));
	TRY(conflict_note(&r->s, r->object, &c, &id));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, c.no);
}

static enum status change(struct req *r)
{
	struct conflict c;

	TRY(read_form(r, &c));
	c.no = arg_no(r, "no");
	c.version = form_version(r);
	TRY(conflict_change(&r->s, r->object, &c));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, c.no);
}

/* In one step from a finding, to be gone through at once. */
static enum status note_from(struct req *r)
{
	struct finding_list all = {0};
	struct conflict c;
	struct finding f = {0};
	i64 id;

	TRY(finding_get(&r->s, r->object, arg_no(r, "finding"), &f));
	TRY(finding_list(&r->s, r->object, &all));
	c = conflict_from(r, &all, &f);
	TRY(conflict_note(&r->s, r->object, &c, &id));
	return go(r, "/a/%s/conflicts/%lld/edit?saved=1", r->object_key,
	          c.no);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/conflict-new", .run = new,
	  .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = GET, .path = "/a/:assessment/conflicts/:no/edit",
	  .run = edit, .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/conflicts", .run = note,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = new },
	{ .method = POST, .path = "/a/:assessment/conflicts/:no",
	  .run = change, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = edit },
	{ .method = POST, .path = "/a/:assessment/findings/:finding/conflict",
	  .run = note_from, .right = ANSWER, .ground = ON_ASSESSMENT },
	{0},
};
const struct route *const conflict_form_routes = rows;
