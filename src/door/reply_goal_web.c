/* Page 2 of a reply: up to five goals, a sentence and a mark each. What the
 * text suggests is shown with its words; a goal left empty is not judged. */
#include <string.h>

#include "assess/finding_form.h"
#include "base/text.h"
#include "door/reply.msg"
#include "door/reply_offer.h"

enum { OTHERS = 2 };

static const struct way_of {
	const char       *value;
	enum finding_kind kind;
	struct mark       mark;
} ways[] = {
	{ "dp",  FINDING_EFFECT,    { .direction = POSITIVE,
	                              .directness = DIRECT } },
	{ "ip",  FINDING_EFFECT,    { .direction = POSITIVE,
	                              .directness = INDIRECT } },
	{ "in",  FINDING_EFFECT,    { .direction = NEGATIVE,
	                              .directness = INDIRECT } },
	{ "dn",  FINDING_EFFECT,    { .direction = NEGATIVE,
	                              .directness = DIRECT } },
	{ "no",  FINDING_LOOKED_AT, { 0 } },
	{ "gap", FINDING_GAP,       { 0 } },
};

static const char *goal_value(const struct req *r, const struct goal *g)
{
	return arena_print(r->s.mem, "%s %s", g->framework_code, g->code);
}

static const char *title_of(const struct req *r, const struct goal *g)
{
	return either(r, g->title_sv, g->title_en);
}

/* -- the page ------------------------------------------------------------- */

static void ask_way(struct req *r, int slot, const char *title)
{
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(ways); i++)
		option_add(r, &options, ways[i].value, mark_word(r,
		           &ways[i].mark, ways[i].kind), false);
	ask_line(r, &(struct ask){ .name = slot_field(r, "v", slot),
		.label = title == NULL ? say(r, D_HOW) :
		say_with(r, D_HOW_OF, title, NULL) }, &options, false);
}

static void ask_words(struct req *r, int slot, const char *title)
{
	ask_text(r, &(struct ask){ .name = slot_field(r, "s", slot),
		.label = title == NULL ? say(r, D_SENTENCE) :
		say_with(r, D_SENTENCE_OF, title, NULL), .stored = "" });
	ask_way(r, slot, title);
	ask_text(r, &(struct ask){ .name = slot_field(r, "w", slot),
		.stored = "",
		.label = title == NULL ? say(r, D_WHY) :
		say_with(r, D_WHY_OF, title, NULL), .optional = true });
}

static void offered(struct req *r, const struct offer *o)
{
	int slot = o->slot;

	form_hidden(r, slot_field(r, "goal", slot), goal_value(r, o->goal));
	emit(&r->out, "<div class='slot'><h3><span class='goal'>");
	goal_tile(r, o->goal);
	emit(&r->out, "<span>%s</span></span></h3>", title_of(r, o->goal));
	if (o->hint != NULL) {
		emit(&r->out, "<p class='muted'>");
		goal_hint_sentence(r, o->hint);
		emit(&r->out, "</p>");
	}
	ask_words(r, slot, title_of(r, o->goal));
	emit(&r->out, "</div>");
}

static void other(struct req *r, int slot, const struct framework_list *used,
                  const struct view *v)
{
	struct option_list options = {0};

	option_add(r, &options, "", say(r, D_NO_GOAL), true);
	for (size_t i = 0; i < used->n; i++)
		for (size_t k = 0; k < used->v[i].goals.n; k++) {
			const struct goal *g = &used->v[i].goals.v[k];

			if (goal_is_whole(g) && (r->form_failed ||
			                         !goal_is_marked(v, g->id)))
				option_add(r, &options, goal_value(r, g),
				  arena_print(r->s.mem, "%s %s", g->code,
				              title_of(r, g)), false);
		}
	emit(&r->out, "<div class='slot'>");
	ask_select(r, &(struct ask){ .name = slot_field(r, "goal", slot),
		.label = say(r, D_OTHER), .class = "w20" }, &options);
	ask_words(r, slot, NULL);
	emit(&r->out, "</div>");
}

static enum status goals_form(struct req *r, const struct short_reply *p)
{
	struct framework_list used = {0};
	struct offer_list offers = {0};
	i64 left = reply_room(&p->v);

	TRY(reply_offers(r, p, &used, &offers));
	form_open(r, "goals", "/a/%s/reply/goals", p->v.a.key);
	if (offers_typed(r, &used, &offers))
		left = REPLY_GOALS;
	if (offers.n > 0)
		emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>",
		     say(r, D_HINTS), say(r, D_HINTS_TEXT));
	for (size_t i = 0; i < offers.n; i++)
		offered(r, &offers.v[i]);
	if (left > 0)
		emit(&r->out, "<details%s><summary>%s</summary>",
		     r->failed || offers.n == 0 ? " open" : "",
		     say(r, D_OTHERS));
	for (int i = 1; i <= left && i <= OTHERS; i++)
		other(r, REPLY_GOALS + i, &used, &p->v);
	if (left > 0)
		emit(&r->out, "</details>");
	button_save(r, say(r, D_SAVE_2));
	form_close(r);
	return OK;
}

static enum status page(struct req *r)
{
	struct short_reply p = {0};

	TRY(reply_read(r, &p));
	TRY(reply_open(r, &p, 2, D_HEAD_2));
	emit(&r->out, "<p class='lead'>%s</p><div class='two'><div>",
	     say(r, D_LEAD_2));
	if (p.v.findings.n > 0)
		emit(&r->out, "<h2>%s</h2><ol class='fynd'>",
		     say(r, D_SO_FAR));
	for (size_t i = 0; i < p.v.findings.n; i++)
		finding_row(r, &p.v, &p.v.findings.v[i], NULL);
	if (p.v.findings.n > 0)
		emit(&r->out, "</ol>");
	if (reply_room(&p.v) == 0)
		emit(&r->out, "<p class='note'>%s</p>", say(r, D_FULL));
	if (p.v.open && (r->rights & ANSWER) != 0)
		TRY(goals_form(r, &p));
	emit(&r->out, "</div><aside class='side' aria-label='%s'><h2>%s</h2>"
	     "<p>%s</p><p>%s</p>", say(r, D_DIRECT),
	     say(r, D_DIRECT), say(r, D_DIRECT_TEXT), say(r, D_EMPTY_TEXT));
	page_lesson(r, 3);
	emit(&r->out, "</aside></div>");
	view_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

static const struct way_of *way_called(const char *value)
{
	for (size_t i = 0; i < COUNT(ways); i++)
		if (same(ways[i].value, value))
			return &ways[i];
	return NULL;
}

struct slot {
	const char *goal, *sentence, *why, *value;
	int no;
};

static void explain(struct req *r, const struct slot *s,
                    const struct goal *g, const struct way_of *w)
{
	if (g == NULL)
		issue(r, slot_field(r, "goal", s->no), D_SAY_GOAL);
	if (w == NULL)
		issue(r, slot_field(r, "v", s->no), D_SAY_HOW);
	else if (text_blank(s->sentence) && w->kind != FINDING_LOOKED_AT)
		issue(r, slot_field(r, "s", s->no), D_SAY_WHAT);
	else if (w->mark.direction == NEGATIVE && text_blank(s->why))
		issue(r, slot_field(r, "w", s->no), D_SAY_WHY);
}

/* A finding out of one slot; both NULL where nothing was written. */
static enum status note_one(struct req *r, const struct view *v,
                            const struct slot *s,
                            const struct framework_list *used)
{
	const struct priority *p = &v->priorities.v[0];
	const struct way_of *w = way_called(s->value);
	struct finding f = { .priority = p->id, .wording = p->now.id,
		.sentence = s->sentence, .brief = "", .places = "",
		.rationale = s->why, .source = SOURCE_AGREED,
		.written_by = "", .handled_why = "" };
	const struct goal *g;
	struct mark m;
	bool paths = false;
	i64 id;

	g = goal_called(used, s->goal, &paths);
	explain(r, s, g, w);
	if (g == NULL || w == NULL || r->issues.n > 0)
		return OK;
	m = w->mark;
	m.goal = g->id;
	m.framework = g->framework_code;
	m.code = g->code;
	if (!paths)
		m.directness = WITHOUT_PATH;
	f.kind = w->kind;
	if (text_blank(f.sentence))
		f.sentence = say_with(r, D_NO_EFFECT, title_of(r, g), NULL);
	*PUSH(r->s.mem, &f.marks) = m;
	TRY(relevance_add(&r->s, v->a.id, p->id, g->id));
	return finding_note(&r->s, v->a.id, &f, &id);
}

static enum status save(struct req *r)
{
	struct framework_list used = {0};
	struct short_reply p = {0};
	i64 n = 0;

	TRY(assess_open(&r->s, r->object));
	TRY(reply_read(r, &p));
	TRY(used_list(&r->s, r->object, &used));
	for (int i = 1; i <= REPLY_GOALS + OTHERS; i++) {
		struct slot s = { .no = i,
			.goal = form_text(r, slot_field(r, "goal", i), LINE),
			.sentence = form_text(r, slot_field(r, "s", i), LINE),
			.why = form_text(r, slot_field(r, "w", i), LINE),
			.value = form_text(r, slot_field(r, "v", i), LINE) };

		if (text_blank(s.sentence) && text_blank(s.value) &&
		    text_blank(s.why))
			continue;
		if (++n > reply_room(&p.v))
			issue(r, NULL, D_TOO_MANY);
		TRY(note_one(r, &p.v, &s, &used));
	}
	TRY(form_fine(r));
	return go(r, "/a/%s/reply/against?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/reply/goals", .run = page,
	  .right = READ, .ground = ON_ASSESSMENT, .heavy = true },
	{ POST, "/a/:assessment/reply/goals", save, ANSWER, ON_ASSESSMENT,
	  page },
	{ 0 },
};
const struct route *const reply_goal_routes = rows;
