/* What comes back from one assessment to the next, and how the method is
 * used. */
#include "assess/words.h"
#include "base/text.h"
#include "renew/pattern.h"
#include "web/page.h"
#include "renew/pattern.msg"

static const char *out_of(const struct req *r, const struct sentence *how,
                          i64 n, i64 of)
{
	return say_with(r, how, digits(r, n), digits(r, of));
}

static enum status goals(struct req *r)
{
	struct pattern_goal_list all = {0};

	TRY(pattern_goals(&r->s, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, Q_GOALS));
	if (all.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, Q_NO_GOALS));
		return OK;
	}
	emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < all.n; i++) {
		const struct pattern_goal *g = &all.v[i];

		emit(&r->out, "<li><span class='n'>%s %s</span>"
		     "<span class='m'>%s</span><span class='e'>%s</span>"
		     "</li>", g->code, either(r, g->title_sv, g->title_en),
		     either(r, g->framework_sv, g->framework_en),
		     out_of(r, Q_OF_JUDGED, g->negative, g->judged));
	}
	emit(&r->out, "</ul>");
	return OK;
}

static enum status actors(struct req *r)
{
	struct pattern_actor_list all = {0};

	TRY(pattern_actors(&r->s, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, Q_ACTORS));
	if (all.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, Q_NO_ACTORS));
		return OK;
	}
	emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><span class='n'>%s</span>"
		     "<span class='m'>%s</span></li>", all.v[i].name,
		     out_of(r, Q_OF_IN, all.v[i].missing, all.v[i].in));
	emit(&r->out, "</ul>");
	return OK;
}

static const char *days_said(const struct req *r, struct pattern_use *u)
{
	struct quartiles d = quartiles_of(&u->days);

	if (d.median < 0)
		return say(r, Q_UNKNOWN);
	return say_with(r, Q_MEDIAN, digits(r, d.median),
	                arena_print(r->s.mem, "%lld–%lld", d.first, d.third));
}

static enum status uses(struct req *r)
{
	struct pattern_use_list all = {0};

	TRY(pattern_uses(&r->s, &all));
	emit(&r->out, "<h2 id='use'>%s</h2><section class='scroll stack'"
	     " aria-labelledby='use' tabindex='0'><table><caption class='vh'>"
	     "%s</caption><thead><tr><th scope='col'>%s</th><th scope='col'>"
	     "%s</th><th scope='col'>%s</th><th scope='col'>%s</th></tr>"
	     "</thead><tbody>", say(r, Q_USE), say(r, Q_USE),
	     say(r, Q_MODEL), say(r, Q_ENDED), say(r, Q_DAYS),
	     say(r, Q_CHANGED));
	for (size_t i = 0; i < all.n; i++) {
		struct pattern_use *u = &all.v[i];

		emit(&r->out, "<tr><th scope='row'>%s, %s</th>"
		     "<td data-l='%s' class='num'>%lld</td><td data-l='%s'>%s"
		     "</td><td data-l='%s'>%s</td></tr>",
		     either(r, u->model_sv, u->model_en),
		     depth_say(r, u->depth), say(r, Q_ENDED), u->ended,
		     say(r, Q_DAYS), days_said(r, u), say(r, Q_CHANGED),
		     out_of(r, Q_OF, u->changed, u->ended));
	}
	emit(&r->out, "</tbody></table></section>");
	return OK;
}

static enum status page(struct req *r)
{
	i64 n = 0;

	TRY(pattern_among(&r->s, &n));
	page_open(r, &(struct page){ .title = say(r, Q_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p>%s %s</p>",
	     say(r, Q_TITLE), say(r, Q_LEAD), n == 0 ? say(r, Q_NONE) :
	     say_count(r, Q_AMONG, n), n == PATTERN_AMONG ?
	     say(r, Q_LATEST) : "");
	if (n > 0) {
		TRY(goals(r));
		TRY(actors(r));
		TRY(uses(r));
	}
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/patterns", page, READ, ON_ORG },
	{ 0 },
};
const struct route *const pattern_routes = rows;
