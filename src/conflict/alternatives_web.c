/* The page on which alternatives lie side by side. */
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"
#include "conflict/alternatives.h"
#include "conflict/alternatives.msg"
#include "paper/paper.h"

static enum status page(struct req *r)
{
	struct paper *p = paper_new(r->s.mem, "", "");
	struct conflict_list conflicts = {0};
	struct priority_list order;
	struct goal_list goals = {0};
	struct figure_list figures;
	struct matrix m;
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(conflict_list(&r->s, v.a.id, &conflicts));
	order = alternatives_order(r->s.mem, &v.priorities);
	for (size_t i = 0; i < v.frameworks.n; i++)
		for (size_t j = 0; j < v.frameworks.v[i].goals.n; j++)
			*PUSH(r->s.mem, &goals) = v.frameworks.v[i].goals.v[j];
	m = matrix_of(r->s.mem, &goals, &order, &v.relevance, &v.findings);
	TRY(view_open(r, &v, say(r, AL_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/matrix'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1><p class='lead'>%s</p>",
	     say(r, AL_BACK), say_with(r, AL_HEAD, judged_many(r, &v),
	     NULL), say(r, AL_LEAD));
	alternatives_on(p, &(struct alternatives){
		.of = { r->s.mem, r->language, &v.frameworks, &order,
		        &v.findings, &m },
		.conflicts = &conflicts, .baseline = v.a.baseline });
	figures = matrix_figures(&(struct pictured){ r->s.mem, r->language,
		&v.frameworks, &order, &v.findings, &m });
	for (size_t i = 0; i < figures.n; i++)
		paper_figure(p, figures.v[i]);
	paper_html(p, &r->out, 2);
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/alternatives", page, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const alternatives_routes = rows;
