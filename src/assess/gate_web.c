/* Hållplats: go on, rethink or end, with why, by whom and when. */
#include "assess/gate.h"
#include "assess/gate.msg"
#include "assess/words.h"
#include "base/text.h"

#define MEANS_RESUME "resume"

static const char *way_say(const struct req *r, enum gate_way way)
{
	switch (way) {
	case GATE_GO_ON:   return say(r, G_GO_ON);
	case GATE_RETHINK: return say(r, G_RETHINK);
	case GATE_STOP:    return say(r, G_STOP);
	case GATE_RESUME:  return say(r, G_RESUME);
	}
	return "";
}

static enum icon way_icon(enum gate_way way)
{
	return way == GATE_GO_ON ? ICON_DONE : way == GATE_STOP ?
	       ICON_LATE : ICON_REVIEW;
}

/* -- what has been decided ----------------------------------------------- */

static void row(struct req *r, const struct gate_choice *g)
{
	emit(&r->out, "<li><p>");
	state(r, way_icon(g->way), g->way == GATE_GO_ON ? "ok" : "",
	      way_say(r, g->way));
	emit(&r->out, "</p><p>%s</p><p class='small muted'>%s", g->why,
	     say_with(r, G_BY, g->decider, say_day(r, g->day)));
	if (!text_blank(g->noted_by))
		emit(&r->out, " %s", say_with(r, G_NOTED, g->noted_by,
		     say_day(r, day_of_instant(g->at))));
	emit(&r->out, "</p></li>");
}

static enum status decided(struct req *r, i64 assessment, const char *means)
{
	struct gate_choice_list all = {0};
	size_t shown = 0;

	TRY(gate_list(&r->s, assessment, &all));
	for (size_t i = all.n; i > 0; i--) {
		const struct gate_choice *g = &all.v[i - 1];

		if (!same(g->means, means) && g->way != GATE_RESUME)
			continue;
		if (shown++ == 0)
			emit(&r->out, "<ol class='rows' reversed>");
		row(r, g);
	}
	emit(&r->out, shown > 0 ? "</ol>" : "<p class='muted'>");
	if (shown == 0)
		emit(&r->out, "%s</p>", say(r, G_NONE));
	return OK;
}

/* -- the form ------------------------------------------------------------ */

static void ask_who_and_when(struct req *r)
{
	ask_text(r, &(struct ask){ .name = "why", .label = say(r, G_WHY),
		.rows = 2, .stored = "" });
	ask_text(r, &(struct ask){ .name = "decider", .stored = "",
		.label = say(r, G_DECIDER), .hint = say(r, G_DECIDER_HINT),
		.class = "w20" });
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, G_DAY),
		.hint = say(r, G_DAY_HINT) }, day_of_instant(r->s.now));
}

static enum status ask_gate(struct req *r, const struct view *v,
                            const struct question *q)
{
	struct option_list ways = {0};
	struct scale scale = {0};

	TRY(view_scale(r, v, q, &scale));
	for (size_t i = 0; i < scale.n; i++) {
		const struct scale_value *x = &scale.v[i];
		struct option *o = PUSH(r->s.mem, &ways);

		o->value = arena_print(r->s.mem, "%d",
		                       (int)gate_read(x->value));
		o->label = either(r, x->label_sv, x->label_en);
		o->hint = value_hint(r, x);
	}
	form_open(r, arena_print(r->s.mem, "gate-%lld", q->no),
	          "/a/%s/gates", v->a.key);
	form_hidden(r, "question", q->key);
	if (v->priority != NULL)
		form_hidden_no(r, "priority", v->priority->no);
	ask_cards(r, &(struct ask){ .name = "way",
		.label = either(r, q->title_sv, q->title_en),
		.hint = with_example(r, either(r, q->help_sv, q->help_en),
			either(r, q->example_sv, q->example_en)) }, &ways,
		false);
	ask_who_and_when(r);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, G_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	emit(&r->out, "<section class='panel' id='%s'><h2>%s</h2>", q->key,
	     say(r, G_HEAD));
	TRY(decided(r, v->a.id, q->means));
	if (v->open && (r->rights & LEAD) != 0)
		TRY(ask_gate(r, v, q));
	else
		emit(&r->out, "<p>%s</p><p class='muted'>%s</p>", either(r,
		     q->title_sv, q->title_en), v->open ? say(r, G_LEADS) :
		     "");
	emit(&r->out, "</section>");
	return OK;
}

/* Only where the model says that it is needed does a stopping place block. */
static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q, struct lack_list *out)
{
	const char *title = either(r, q->title_sv, q->title_en);
	struct gate_choice_list all = {0};
	const struct gate_choice *last;
	bool needed = question_needed(q, v->a.depth);

	TRY(gate_list(&r->s, v->a.id, &all));
	last = gate_latest(&all, q->means);
	if (last != NULL && last->way != GATE_RETHINK)
		return OK;
	if (last == NULL && !needed)
		return OK;
	lack_add(r, out, needed, question_step(v, q), say_with(r, last ==
	         NULL ? G_LACK : G_LACK_RETHINK, title, NULL),
	         arena_print(r->s.mem, "%s#%s", question_address(r, v, q, 0),
	                     q->key));
	return OK;
}

const struct part part_gate = {
	.kind = PART_GATE, .draw = draw, .lacking = lacking,
};

/* -- deciding ------------------------------------------------------------ */

static void read_choice(struct req *r, struct gate_choice *g)
{
	size_t before;

	g->why = form_needed(r, "why", TEXT, G_SAY_WHY);
	g->decider = form_needed(r, "decider", LINE, G_SAY_DECIDER);
	before = r->issues.n;
	g->day = form_day(r, "day");
	if (g->day == 0 && r->issues.n == before)
		issue(r, "day", G_SAY_DAY);
}

enum status gate_typed(struct req *r, struct gate_choice *g)
{
	g->way = (enum gate_way)form_choice(r, "way", GATE_GO_ON, GATE_STOP);
	if (g->way == 0)
		issue(r, "way", G_SAY_WAY);
	read_choice(r, g);
	return form_fine(r);
}

static enum status asked(struct req *r, struct view *v,
                         const struct question **q)
{
	i64 priority = 0;

	(void)number_read(form_raw(r, "priority"), 1, INT32_MAX, &priority);
	TRY(view_read(r, 0, priority, v));
	*q = question_by_key(v, r->method == GET ?
	                     query_text(r, "question") :
	                     form_raw(r, "question"));
	return *q == NULL || (*q)->part != PART_GATE ? NOT_FOUND : OK;
}

static enum status gate_page(struct req *r)
{
	const struct question *q;
	struct view v = {0};

	TRY(asked(r, &v, &q));
	TRY(view_open(r, &v, say(r, G_HEAD)));
	emit(&r->out, "<h1>%s</h1>", either(r, q->title_sv, q->title_en));
	TRY(draw(r, &v, q));
	view_close(r);
	return OK;
}

static enum status decide(struct req *r)
{
	struct gate_choice g = {0};
	const struct question *q;
	struct view v = {0};

	TRY(asked(r, &v, &q));
	g.means = q->means;
	TRY(gate_typed(r, &g));
	TRY(gate_decide(&r->s, v.a.id, &g));
	return go(r, "%s?saved=1#%s", question_address(r, &v, q,
	          v.priority == NULL ? 0 : v.priority->no), q->key);
}

/* -- taking it up again -------------------------------------------------- */

static enum status resume_page(struct req *r)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, G_TAKE_UP)));
	emit(&r->out, "<h1>%s</h1>", say(r, G_RESUME_HEAD));
	if (v.a.state != ASSESS_STOPPED) {
		emit(&r->out, "<p>%s</p>", say(r, G_NOT_STOPPED));
	} else {
		emit(&r->out, "<p class='lead'>%s</p>",
		     say(r, G_RESUME_LEAD));
		TRY(decided(r, v.a.id, NULL));
		form_open(r, "resume", "/a/%s/resume", v.a.key);
		ask_who_and_when(r);
		emit(&r->out, "<p class='acts'>");
		button(r, "btn", say(r, G_TAKE_UP));
		emit(&r->out, "</p>");
		form_close(r);
	}
	view_close(r);
	return OK;
}

static enum status resume(struct req *r)
{
	struct gate_choice g = { .means = MEANS_RESUME,
	                         .way = GATE_RESUME };
	struct assessment a = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	read_choice(r, &g);
	if (a.state != ASSESS_STOPPED)
		issue(r, NULL, G_NOT_STOPPED);
	TRY(form_fine(r));
	TRY(gate_decide(&r->s, a.id, &g));
	return go(r, "/a/%s?saved=1", a.key);
}

void stopped_shown(struct req *r, const struct view *v)
{
	if (v->a.state != ASSESS_STOPPED)
		return;
	emit(&r->out, "<p class='note'>%s <a href='/a/%s/resume'>%s</a></p>",
	     say(r, G_STOPPED), v->a.key, say(r, G_TAKE_UP));
}

void stopped_lacking(struct req *r, struct view *v)
{
	if (v->a.state == ASSESS_STOPPED)
		lack_add(r, &v->lacks, true, 0, say(r, G_LACK_STOPPED),
		         arena_print(r->s.mem, "/a/%s/resume", v->a.key));
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/gates", gate_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/gates", decide, LEAD, ON_ASSESSMENT,
	  gate_page },
	{ GET,  "/a/:assessment/resume", resume_page, LEAD, ON_ASSESSMENT },
	{ POST, "/a/:assessment/resume", resume, LEAD, ON_ASSESSMENT,
	  resume_page },
	{ 0 },
};
const struct route *const gate_routes = rows;
