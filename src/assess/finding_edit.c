/* Changing a finding: its sentence, and one mark per goal; removing it. */
#include <string.h>

#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/suggest.h"
#include "base/text.h"

static const char *drawn_value(const struct finding *f, i64 goal)
{
	static const char *const values[] = {
		"", "dp", "ip", "in", "dn", "p", "n", "m", "m",
	};

	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == goal)
			return values[mark_drawn(&f->marks.v[i], f->kind)];
	return "";
}

static void ask_mark(struct req *r, const struct framework *fw,
                     const struct goal *g, const struct finding *f)
{
	struct option_list options = {0};
	const char *now = drawn_value(f, g->id);
	bool path = has_path(fw);

	option_add(r, &options, "", say(r, F_UNMARKED), *now == '\0');
	option_add(r, &options, path ? "dp" : "p", say(r, path ? W_DP : W_P),
	           same(now, path ? "dp" : "p"));
	if (path)
		option_add(r, &options, "ip", say(r, W_IP), same(now, "ip"));
	if (path)
		option_add(r, &options, "in", say(r, W_IN), same(now, "in"));
	option_add(r, &options, path ? "dn" : "n", say(r, path ? W_DN : W_N),
	           same(now, path ? "dn" : "n"));
	option_add(r, &options, "m", say(r, F_MARKED), same(now, "m"));
	ask_select(r, &(struct ask){ .name = goal_field(r->s.mem, "m", g),
		.label = arena_print(r->s.mem, "%s %s", g->code,
		                     either(r, g->title_sv, g->title_en)),
		.class = "w20" }, &options);
}

static void ask_kind(struct req *r, const struct finding *f)
{
	static const struct {
		const char *value;
		const struct sentence *label, *hint;
	} kinds[] = {
		{ "1", F_KIND_EFFECT, F_KIND_EFFECT_D },
		{ "2", F_KIND_NONE, F_KIND_NONE_D },
		{ "3", F_KIND_GAP, F_KIND_GAP_D },
	};
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(kinds); i++) {
		struct option *o = PUSH(r->s.mem, &options);

		o->value = kinds[i].value;
		o->label = say(r, kinds[i].label);
		o->hint = say(r, kinds[i].hint);
		o->chosen = f->kind == (enum finding_kind)(i + 1);
	}
	ask_cards(r, &(struct ask){ .name = "kind",
		.label = say(r, F_KIND) }, &options, false);
}

static void ask_priority(struct req *r, const struct view *v,
                         const struct finding *f)
{
	struct option_list options = {0};

	for (size_t i = 0; i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];

		option_add(r, &options, arena_print(r->s.mem, "%lld", p->no),
		           arena_print(r->s.mem, "P%lld %s", p->no,
		                       p->now.title), p->id == f->priority);
	}
	ask_select(r, &(struct ask){ .name = "priority",
		.label = say(r, F_FOR) }, &options);
}

/* Marked already, or picked as relevant: what one most likely looks for. */
static bool is_near(const struct view *v, const struct finding *f,
                    const struct goal *g)
{
	if (*drawn_value(f, g->id) != '\0')
		return true;
	for (size_t i = 0; i < v->relevance.n; i++)
		if (v->relevance.v[i].goal == g->id &&
		    v->relevance.v[i].priority == f->priority)
			return true;
	return false;
}

static void ask_marks_of(struct req *r, const struct view *v,
                         const struct framework *fw, const struct finding *f,
                         bool near)
{
	for (size_t j = 0; j < fw->goals.n; j++)
		if (is_near(v, f, &fw->goals.v[j]) == near &&
		    (near || goal_is_judged(&fw->goals.v[j])))
			ask_mark(r, fw, &fw->goals.v[j], f);
}

/* What every question on findings says of the answers it has. */
static enum status own_words(struct req *r, const struct view *v,
                             struct scale *own)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct question_list *all =
			&v->method.steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++) {
			struct scale one = {0};

			if (all->v[j].part != PART_FINDINGS)
				continue;
			TRY(view_scale(r, v, &all->v[j], &one));
			for (size_t k = 0; k < one.n; k++)
				*PUSH(r->s.mem, own) = one.v[k];
		}
	}
	return OK;
}

static enum status explain_marks(struct req *r, const struct view *v)
{
	bool paths = false, plain = false;
	struct scale own = {0};

	for (size_t i = 0; i < v->frameworks.n; i++) {
		paths = paths || has_path(&v->frameworks.v[i]);
		plain = plain || !has_path(&v->frameworks.v[i]);
	}
	TRY(own_words(r, v, &own));
	effects_explained(r, paths, plain, &own);
	return OK;
}

static enum status ask_marks(struct req *r, const struct view *v,
                      const struct finding *f)
{
	emit(&r->out, "<h2 id='edit-goal'>%s</h2><p class='muted'>%s</p>",
	     say(r, F_MARKS), say(r, F_MARKS_HINT));
	TRY(explain_marks(r, v));
	for (size_t i = 0; i < v->frameworks.n; i++)
		ask_marks_of(r, v, &v->frameworks.v[i], f, true);
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *fw = &v->frameworks.v[i];

		emit(&r->out, "<details><summary>%s</summary>",
		     say_with(r, F_MORE_GOALS, either(r, fw->title_sv,
		     fw->title_en), NULL));
		ask_marks_of(r, v, fw, f, false);
		emit(&r->out, "</details>");
	}
	return OK;
}

static enum status edit_form(struct req *r, const struct view *v,
                             const struct finding *f)
{
	form_open(r, "edit", "/a/%s/findings/%lld", v->a.key, f->no);
	ask_version(r, f->version);
	ask_text(r, &(struct ask){ .name = "sentence",
		.label = say(r, F_SENTENCE), .hint = say(r, F_SENTENCE_HINT),
		.stored = f->sentence, .rows = 2 });
	ask_priority(r, v, f);
	ask_kind(r, f);
	TRY(ask_marks(r, v, f));
	ask_text(r, &(struct ask){ .name = "rationale",
		.label = say(r, F_RATIONALE), .stored = f->rationale,
		.hint = say(r, F_RATIONALE_HINT), .rows = 2,
		.optional = true });
	TRY(ask_groups(r, f));
	TRY(ask_details(r, v, fields_asked(v), f));
	button_save(r, say(r, F_SAVE));
	form_close(r);
	emit(&r->out, "<div class='acts'>");
	button_form(r, "remove", "btn sec", say(r, F_REMOVE),
	            "/a/%s/findings/%lld/remove", v->a.key, f->no);
	emit(&r->out, "</div>");
	return OK;
}

static enum status edit_page(struct req *r)
{
	struct view v = {0};
	struct finding f = {0};
	const char *no;

	TRY(view_read(r, 0, 0, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	no = arena_print(r->s.mem, "%lld", f.no);
	TRY(suggestion_list(&r->s, v.a.id, &v.suggestions));
	TRY(view_open(r, &v, say_with(r, F_EDIT_HEAD, no, NULL)));
	emit(&r->out, "<p><a href='/a/%s/matrix'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1>", say(r, O_BACK),
	     say_with(r, F_EDIT_HEAD, no, NULL));
	page_lesson(r, v.open ? 2 : 0);
	if (f.removed) {
		emit(&r->out, "<div class='note'><p>%s</p>",
		     say_with(r, F_REMOVED, no, NULL));
		if (v.open)
			button_form(r, "restore", "btn sec sm",
			            say(r, F_UNDO),
			            "/a/%s/findings/%lld/restore", v.a.key,
			            f.no);
		emit(&r->out, "</div>");
	} else if (v.open) {
		button_form(r, "conflict", "btn sec sm",
		            say_with(r, F_CONFLICT, no, NULL),
		            "/a/%s/findings/%lld/conflict", v.a.key, f.no);
		TRY(edit_form(r, &v, &f));
	}
	emit(&r->out, "<ol class='fynd'>");
	finding_row(r, &v, &f, "");
	emit(&r->out, "</ol>");
	if (!f.removed)
		TRY(assess_beside(r, &v, f.no, NULL));
	view_close(r);
	return OK;
}

/* One mark as chosen in its drop-down; false where it is not marked. */
static bool read_mark(struct req *r, const struct goal *g,
                      enum finding_kind kind, struct mark *m)
{
	const char *said = form_raw(r, goal_field(r->s.mem, "m", g));

	if (text_blank(said))
		return false;
	*m = (struct mark){ .goal = g->id };
	if (kind != FINDING_EFFECT || same(said, "m"))
		return true;
	m->direction = strchr(said, 'n') != NULL ? NEGATIVE : POSITIVE;
	if (same(said, "dp") || same(said, "dn"))
		m->directness = DIRECT;
	if (same(said, "ip") || same(said, "in"))
		m->directness = INDIRECT;
	if (same(said, "in"))
		m->direction = NEGATIVE;
	return true;
}

static void read_marks(struct req *r, const struct view *v,
                       struct finding *f, bool *paths)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *fw = &v->frameworks.v[i];

		for (size_t j = 0; j < fw->goals.n; j++) {
			struct mark m;

			if (!read_mark(r, &fw->goals.v[j], f->kind, &m))
				continue;
			paths[f->marks.n] = has_path(fw);
			*PUSH(r->s.mem, &f->marks) = m;
		}
	}
}

static enum status change(struct req *r)
{
	struct finding was = {0}, f = {0};
	struct view v = {0};
	i64 priority = 0;
	bool *paths;

	(void)number_read(form_raw(r, "priority"), 1, INT32_MAX, &priority);
	TRY(view_read(r, 0, priority, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &was));
	TRY(assess_open(&r->s, v.a.id));
	paths = path_room(r, &v.frameworks);
	f.no = was.no;
	f.version = form_version(r);
	f.kind = (enum finding_kind)form_choice(r, "kind", 1, 3);
	f.priority = v.priority == NULL ? was.priority : v.priority->id;
	f.wording = f.priority == was.priority ? was.wording :
	            v.priority->now.id;
	f.sentence = form_text(r, "sentence", 600);
	f.rationale = form_text(r, "rationale", TEXT);
	f.gap = was.gap;
	TRY(read_details(r, &v, &f));
	read_groups(r, &f);
	read_marks(r, &v, &f, paths);
	if (f.kind == 0)
		issue(r, "kind", F_SAY_KIND);
	explain_finding(r, finding_flaws(&f, paths), "kind");
	explain_depth(r, fields_asked(&v), &f);
	TRY(form_fine(r));
	TRY(finding_change(&r->s, v.a.id, &f));
	return go(r, "/a/%s/findings/%lld?saved=1", v.a.key, f.no);
}

static enum status put_away(struct req *r)
{
	i64 no = arg_no(r, "no");

	TRY(finding_remove(&r->s, r->object, no, true));
	return go(r, "/a/%s/findings/%lld", r->object_key, no);
}

/* Not to a priority that has left the assessment meanwhile. */
static enum status take_back(struct req *r)
{
	i64 no = arg_no(r, "no");
	struct priority_list covered = {0};
	struct finding f = {0};
	bool there = false;

	TRY(finding_get(&r->s, r->object, no, &f));
	TRY(scope_list(&r->s, r->object, &covered));
	for (size_t i = 0; i < covered.n; i++)
		there = there || covered.v[i].id == f.priority;
	if (!there)
		issue_text(r, NULL, say_with(r, F_NO_PRIORITY,
			arena_print(r->s.mem, "%lld", f.priority_no), NULL));
	TRY(form_fine(r));
	TRY(finding_remove(&r->s, r->object, no, false));
	return go(r, "/a/%s/findings/%lld?saved=1", r->object_key, no);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/findings/:no", edit_page, READ,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/findings/:no", change, ANSWER, ON_ASSESSMENT,
	  edit_page },
	{ POST, "/a/:assessment/findings/:no/mark", finding_tap, ANSWER,
	  ON_ASSESSMENT, edit_page },
	{ POST, "/a/:assessment/findings/:no/unmark", finding_untap, ANSWER,
	  ON_ASSESSMENT, edit_page },
	{ POST, "/a/:assessment/findings/:no/put-off", suggestion_put_off,
	  ANSWER, ON_ASSESSMENT, edit_page },
	{ POST, "/a/:assessment/findings/:no/remove", put_away, ANSWER,
	  ON_ASSESSMENT, edit_page },
	{ POST, "/a/:assessment/findings/:no/restore", take_back, ANSWER,
	  ON_ASSESSMENT, edit_page },
	{ 0 },
};
const struct route *const finding_edit_routes = rows;
