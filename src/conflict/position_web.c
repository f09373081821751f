/* Choices made on the spot, and choices somebody must make. */
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

/* -- the form ------------------------------------------------------------ */

static void ask_position(struct req *r, const struct position *p)
{
	struct option_list made = {0};

	ask_text(r, &(struct ask){ .name = "text", .rows = 2,
		.label = say(r, POSITION_TEXT), .stored = p->text });
	option_add(r, &made, "1", say(r, POSITION_MADE_YES),
	           p->id != 0 && p->made);
	option_add(r, &made, "2", say(r, POSITION_MADE_NO),
	           p->id != 0 && !p->made);
	ask_line(r, &(struct ask){ .name = "made",
		.label = say(r, POSITION_MADE) }, &made, false);
	ask_text(r, &(struct ask){ .name = "decider", .class = "w20",
		.label = say(r, ASK_DECIDER), .stored = p->decider,
		.hint = say(r, ASK_DECIDER_HINT), .optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, ASK_BY),
		.optional = true }, p->due);
}

static void read_form(struct req *r, struct position *p)
{
	unsigned flaws;

	p->text = form_text(r, "text", TEXT);
	p->made = form_choice(r, "made", 1, 2) == 1;
	p->decider = form_text(r, "decider", LINE);
	p->due = form_day(r, "due");
	flaws = position_flaws(p);
	if (flaws & POSITION_NO_TEXT)
		issue(r, "text", WANT_POSITION);
	if (flaws & POSITION_NO_DECIDER)
		issue(r, "decider", WANT_POSITION_DECIDER);
}

static void ask_new(struct req *r, i64 step, i64 priority)
{
	static const struct position none;

	form_open(r, "position", "/a/%s/positions", r->object_key);
	form_hidden_no(r, "step", step);
	form_hidden_no(r, "priority", priority);
	ask_position(r, &none);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, POSITION_ADD));
	emit(&r->out, "</p>");
	form_close(r);
}

/* -- the part ------------------------------------------------------------ */

static void row(struct req *r, const struct position *p, bool may)
{
	emit(&r->out, "<li><span class='n'>V%lld %s</span><span class='m'>",
	     p->no, p->text);
	if (p->made)
		state(r, ICON_FORK_CHOSEN, "", say(r, POSITION_IS_MADE));
	else
		state(r, ICON_FORK_ASKED, "", say_with(r, POSITION_WAITS,
		      p->decider, NULL));
	if (p->due != 0 && !p->made)
		emit(&r->out, " %s", say_with(r, CONFLICT_BY_DAY,
		     say_day(r, p->due), NULL));
	if (p->finding_no != 0)
		emit(&r->out, " F%lld", p->finding_no);
	emit(&r->out, "</span>");
	if (may)
		emit(&r->out, "<span class='e'><a"
		     " href='/a/%s/positions/%lld'>%s<span class='vh'> V%lld"
		     "</span></a></span>", r->object_key, p->no,
		     say(r, CHANGE), p->no);
	emit(&r->out, "</li>");
}

static bool of_this(const struct view *v, const struct position *p)
{
	return v->priority == NULL || p->priority == 0 ||
	       p->priority == v->priority->id;
}

static void list(struct req *r, const struct view *v,
                 const struct position_list *all, bool may)
{
	size_t shown = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (!of_this(v, &all->v[i]))
			continue;
		if (shown++ == 0)
			emit(&r->out, "<ul class='rows'>");
		row(r, &all->v[i], may);
	}
	if (shown > 0)
		emit(&r->out, "</ul>");
	else
		emit(&r->out, "<p><b>%s</b> %s</p>", say(r, POSITIONS_NONE),
		     say(r, POSITIONS_NONE_HOW));
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	bool may = v->open && (r->rights & ANSWER) != 0;
	struct position_list all = {0};

	TRY(position_list(&r->s, v->a.id, &all));
	emit(&r->out, "<section class='panel' id='%s' aria-labelledby='%s-h'>"
	     "<h2 id='%s-h'>%s</h2>", q->key, q->key, q->key,
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	removed_note(r, say(r, POSITION_REMOVED), "position");
	list(r, v, &all, may);
	if (may) {
		emit(&r->out, "<details><summary>%s</summary>",
		     say(r, POSITION_ADD));
		ask_new(r, v->step == NULL ? 0 : v->step->no,
		        v->priority == NULL ? 0 : v->priority->no);
		emit(&r->out, "</details>");
	}
	emit(&r->out, "</section>");
	return OK;
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q,
                           struct lack_list *lacks)
{
	i64 today = day_of_instant(r->s.now);
	struct position_list all = {0};

	if (!question_speaks(v, q))
		return OK;
	TRY(position_list(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct position *p = &all.v[i];

		if (!p->made && p->due != 0 && p->due < today)
			lack_add(r, lacks, false, part_step_no(v, q->part),
			         say_with(r, POSITION_LATE,
			                  arena_print(r->s.mem, "%lld", p->no),
			                  say_day(r, p->due)),
			         arena_print(r->s.mem, "/a/%s/positions/%lld",
			                     r->object_key, p->no));
	}
	return OK;
}

const struct part part_positions = {
	.kind = PART_POSITIONS, .draw = draw, .lacking = lacking,
};

/* -- pages: where a form that could not be saved is drawn again ---------- */

static void head(struct req *r, const struct view *v, i64 priority_no,
                 const char *title)
{
	emit(&r->out, "<p class='muted'><a href='%s'>%s</a></p><h1>%s</h1>",
	     part_address(r, v, PART_POSITIONS, priority_no),
	     say(r, POSITION_HEAD), title);
}

static i64 typed_no(struct req *r, const char *name)
{
	i64 no = 0;

	return number_read(form_raw(r, name), 1, INT32_MAX, &no) ? no : 0;
}

static enum status new(struct req *r)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, POSITION_ADD)));
	head(r, &v, typed_no(r, "priority"), say(r, POSITION_ADD));
	ask_new(r, typed_no(r, "step"), typed_no(r, "priority"));
	view_close(r);
	return OK;
}

static enum status edit(struct req *r)
{
	struct view v = {0};
	struct position p;

	TRY(view_read(r, 0, 0, &v));
	TRY(position_get(&r->s, v.a.id, arg_no(r, "no"), &p));
	if (!v.open || (r->rights & ANSWER) == 0)
		return go(r, "%s", part_address(r, &v, PART_POSITIONS,
		                                p.priority_no));
	TRY(view_open(r, &v, say(r, POSITION_EDIT)));
	head(r, &v, p.priority_no, say(r, POSITION_EDIT));
	form_open(r, "position", "/a/%s/positions/%lld", r->object_key, p.no);
	ask_version(r, p.version);
	ask_position(r, &p);
	button_save(r, say(r, POSITION_SAVE));
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, POSITION_REMOVE),
	            "/a/%s/positions/%lld/remove", r->object_key, p.no);
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static const struct priority *priority_no(const struct view *v, i64 no)
{
	for (size_t i = 0; i < v->priorities.n; i++)
		if (v->priorities.v[i].no == no)
			return &v->priorities.v[i];
	return NULL;
}

static enum status note(struct req *r)
{
	i64 step = typed_no(r, "step"), id;
	const struct priority *of;
	struct position p = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	of = priority_no(&v, typed_no(r, "priority"));
	p.priority = of == NULL ? 0 : of->id;
	read_form(r, &p);
	TRY(form_fine(r));
	TRY(position_note(&r->s, v.a.id, &p, &id));
	if (step == 0)
		return go(r, "%s?saved=1", part_address(r, &v,
		          PART_POSITIONS, of == NULL ? 0 : of->no));
	if (of == NULL)
		return go(r, "/a/%s/steps/%lld?saved=1", r->object_key, step);
	return go(r, "/a/%s/steps/%lld/%lld?saved=1", r->object_key, step,
	          of->no);
}

static enum status change(struct req *r)
{
	struct view v = {0};
	struct position p;

	TRY(view_read(r, 0, 0, &v));
	TRY(position_get(&r->s, v.a.id, arg_no(r, "no"), &p));
	read_form(r, &p);
	p.version = form_version(r);
	TRY(form_fine(r));
	TRY(position_change(&r->s, v.a.id, &p));
	return go(r, "%s?saved=1", part_address(r, &v, PART_POSITIONS,
	                                        p.priority_no));
}

static enum status drop(struct req *r)
{
	struct view v = {0};
	struct position p;

	TRY(view_read(r, 0, 0, &v));
	TRY(position_get(&r->s, v.a.id, arg_no(r, "no"), &p));
	TRY(position_remove(&r->s, v.a.id, p.no, true));
	return go(r, "%s?removed=%lld&kind=position", part_address(r, &v,
	          PART_POSITIONS, p.priority_no), p.no);
}

static enum status restore(struct req *r)
{
	i64 no = arg_no(r, "no");
	struct view v = {0};
	struct position p;

	TRY(view_read(r, 0, 0, &v));
	TRY(position_remove(&r->s, v.a.id, no, false));
	TRY(position_get(&r->s, v.a.id, no, &p));
	return go(r, "%s?saved=1", part_address(r, &v, PART_POSITIONS,
	                                        p.priority_no));
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/position-new", .run = new,
	  .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = GET, .path = "/a/:assessment/positions/:no", .run = edit,
	  .right = READ, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/positions", .run = note,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = new },
	{ .method = POST, .path = "/a/:assessment/positions/:no",
	  .run = change, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = edit },
	{ .method = POST, .path = "/a/:assessment/positions/:no/remove",
	  .run = drop, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = edit },
	{ .method = POST, .path = "/a/:assessment/positions/:no/restore",
	  .run = restore, .right = ANSWER, .ground = ON_ASSESSMENT },
	{0},
};
const struct route *const position_routes = rows;
