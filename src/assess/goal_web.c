/* One goal and one priority, one page: what is marked, what may be marked with
 * a tap, and a new finding. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/suggest.h"
#include "base/text.h"

static const struct goal *named(const struct req *r, const struct view *v,
                                const struct framework **of)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; j < f->goals.n; j++) {
			*of = f;
			if (same(f->code, arg_text(r, "framework")) &&
			    same(f->goals.v[j].code, arg_text(r, "code")))
				return &f->goals.v[j];
		}
	}
	return NULL;
}

static bool marks(const struct finding *f, const struct goal *g)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].goal == g->id)
			return true;
	return false;
}

static void marked_already(struct req *r, const struct view *v,
                           const struct goal *g)
{
	bool dissent = false;
	i64 n = 0;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->priority != v->priority->id || !marks(f, g))
			continue;
		n++;
		dissent = dissent || f->dissent;
	}
	emit(&r->out, "<h2>%s</h2>", n == 0 ? say(r, O_NONE) :
	     say_count(r, O_MARKED, n));
	if (dissent)
		emit(&r->out, "<p class='effl'><span class='diss'><span"
		     " aria-hidden='true'>≠</span> %s</span><span"
		     " class='small'>%s</span></p>", say(r, W_DISSENT),
		     say(r, O_DISSENT));
	emit(&r->out, "<ol class='fynd'>");
	for (size_t i = 0; i < v->findings.n; i++)
		if (v->findings.v[i].priority == v->priority->id &&
		    marks(&v->findings.v[i], g))
			finding_row(r, v, &v->findings.v[i], "");
	emit(&r->out, "</ol>");
}

static void tap_button(struct req *r, const struct finding *f,
                       const struct goal *g, const char *value,
                       const struct mark *like)
{
	emit(&r->out, "<button class='add' type='submit' name='mark'"
	     " value='%s %s'>", goal_field(r->s.mem, "g", g), value);
	icon(r, ICON_PLUS);
	mark_shown(r, mark_class(like, f->kind), mark_sign(like, f->kind));
	emit(&r->out, "<span>%s<span class='vh'>, F%lld</span></span>"
	     "</button>", mark_word(r, like, f->kind), f->no);
}

/* A suggestion has the finding's own direction; nothing is set for anyone. */
static void tap_row(struct req *r, const struct view *v,
                    const struct finding *f, const struct goal *g, bool path)
{
	bool minus = finding_is_negative(f);
	struct mark m = { .direction = minus ? NEGATIVE : POSITIVE };

	if (f->kind != FINDING_EFFECT)
		m.direction = DIRECTION_NONE;
	emit(&r->out, "<li><b class='fn'>F%lld</b><div><p class='s'>%s</p>",
	     f->no, f->sentence);
	form_open(r, arena_print(r->s.mem, "tap-%lld", f->no),
	          "/a/%s/findings/%lld/mark", v->a.key, f->no);
	form_hidden(r, "back", r->path);
	emit(&r->out, "<div class='also'><span class='muted'>%s</span>",
	     say(r, O_MARK_WITH));
	if (m.direction == DIRECTION_NONE) {
		tap_button(r, f, g, "m", &m);
	} else if (!path) {
		tap_button(r, f, g, minus ? "n" : "p", &m);
	} else {
		m.directness = INDIRECT;
		tap_button(r, f, g, minus ? "in" : "ip", &m);
		m.directness = DIRECT;
		tap_button(r, f, g, minus ? "dn" : "dp", &m);
	}
	emit(&r->out, "</div>");
	form_close(r);
	emit(&r->out, "</div></li>");
}

static void written_already(struct req *r, const struct view *v,
                            const struct goal *g, bool path)
{
	bool any = false;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->priority != v->priority->id || marks(f, g))
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>"
			     "<ol class='fynd'>", say(r, O_ALREADY),
			     say_with(r, O_ALREADY_LEAD, arena_print(r->s.mem,
			     "%lld", v->priority->no), NULL));
		any = true;
		tap_row(r, v, f, g, path);
	}
	if (any)
		emit(&r->out, "</ol>");
}

/* The next chosen goal of the priority, after this one. */
static void next_goal(struct req *r, const struct view *v,
                      const struct goal *g)
{
	bool past = false;

	for (size_t i = 0; i < v->relevance.n; i++) {
		const struct relevant *x = &v->relevance.v[i];
		const struct goal *next;

		if (x->priority != v->priority->id)
			continue;
		if (past) {
			next = goal_of(&v->frameworks, x->goal);
			if (next == NULL)
				return;
			emit(&r->out, "<p class='acts'><a class='btn sec'"
			     " href='/a/%s/goals/%s/%s/%lld'>%s</a></p>",
			     v->a.key, x->framework, x->code,
			     v->priority->no, say_with(r, O_NEXT,
			     either(r, next->title_sv, next->title_en),
			     NULL));
			return;
		}
		past = x->goal == g->id;
	}
}

static const struct question *asking(const struct view *v,
                                     const struct framework *f)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++)
			if (st->questions.v[j].part == PART_FINDINGS &&
			    asks_about(&st->questions.v[j], f))
				return &st->questions.v[j];
	}
	return NULL;
}

static enum status goal_page(struct req *r)
{
	const struct framework *f = NULL;
	const struct question *q;
	const struct goal *g;
	struct view v = {0};

	TRY(view_read(r, 0, arg_no(r, "priority"), &v));
	g = named(r, &v, &f);
	if (g == NULL || v.priority == NULL)
		return NOT_FOUND;
	TRY(suggestion_list(&r->s, v.a.id, &v.suggestions));
	TRY(view_open(r, &v, either(r, g->title_sv, g->title_en)));
	emit(&r->out, "<p><a href='/a/%s/matrix'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p>", say(r, O_BACK));
	emit(&r->out, "<p class='goal muted'>");
	goal_tile(r, g);
	emit(&r->out, "<span>P%lld %s</span></p><h1>%s</h1>", v.priority->no,
	     v.priority->now.title, say_with(r, O_HEAD,
	     either(r, g->title_sv, g->title_en), v.priority->now.title));
	page_lesson(r, 3);
	marked_already(r, &v, g);
	TRY(findings_before(r, &v, NULL, g, true));
	TRY(assess_beside(r, &v, 0, g));
	q = asking(&v, f);
	if (v.open) {
		written_already(r, &v, g, has_path(f));
		if (q != NULL)
			TRY(finding_new_form(r, &v, q, g));
	}
	next_goal(r, &v, g);
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/goals/:framework/:code/:priority", goal_page,
	  READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/relevance/:priority", relevance_save, ANSWER,
	  ON_ASSESSMENT, relevance_page },
	{ 0 },
};
const struct route *const goal_routes = rows;
