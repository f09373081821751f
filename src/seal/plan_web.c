/* The plan of action and the actors, each as a page and in every format. What
 * lives on after an ending (state, owner, day, effect) is read as it is now. */
#include "base/text.h"
#include "paper/paper.h"
#include "seal/seal.h"
#include "assess/view.h"
#include "seal/seal.msg"

static bool wants_data(const struct req *r)
{
	enum paper_kind kind;

	return paper_kind_named(arg_text(r, "kind"), &kind) &&
	       kind >= PAPER_XLSX;
}

static enum status plan_of(struct req *r, i64 assessment, bool data,
                           struct paper **out)
{
	struct document d = {0};

	TRY(document_of(&r->s, assessment, &d));
	if (d.ending.kind != 0) {
		d.actions = (struct action_list){0};
		d.positions = (struct position_list){0};
		TRY(action_list(&r->s, assessment, &d.actions));
		TRY(position_list(&r->s, assessment, &d.positions));
	}
	*out = document_plan(r->s.mem, &d, r->language, r->house->url, data);
	return OK;
}

static enum status actors_of(struct req *r, i64 assessment,
                             struct paper **out)
{
	struct document d = {0};

	TRY(document_of(&r->s, assessment, &d));
	*out = document_actors(r->s.mem, &d, r->language);
	return OK;
}

/* How a paper is had: one button for each format that suits it. */
void paper_ways(struct req *r, const char *address)
{
	static const struct { const char *kind; const struct sentence *word; }
	ways[] = {
		{ "pdf", R_PDF }, { "docx", R_DOCX }, { "xlsx", R_XLSX },
	};

	for (size_t i = 0; i < COUNT(ways); i++)
		emit(&r->out, "<a class='btn sec sm' href='%s.%s'>%s</a>",
		     address, ways[i].kind, say(r, ways[i].word));
}

static enum status paper_page(struct req *r, struct view *v,
                              const struct paper *p, const char *name)
{
	const char *address = arena_print(r->s.mem, "/a/%s/%s", v->a.key,
	                                  name);

	TRY(view_open(r, v, p->title));
	emit(&r->out, "<p class='acts noprint'>");
	paper_ways(r, address);
	emit(&r->out, "<a href='%s.csv'>%s</a><a href='%s.json'>%s</a></p>",
	     address, say(r, R_CSV), address, say(r, R_JSON));
	paper_html(p, &r->out, 1);
	emit(&r->out, "<p class='noprint'><a href='/a/%s/report'>%s</a></p>",
	     v->a.key, say(r, R_TITLE));
	view_close(r);
	return OK;
}

static enum status plan_page(struct req *r)
{
	struct view v = {0};
	struct paper *p;

	TRY(view_read(r, 0, 0, &v));
	TRY(plan_of(r, v.a.id, false, &p));
	return paper_page(r, &v, p, "plan");
}

static enum status plan_file(struct req *r)
{
	struct paper *p;

	TRY(plan_of(r, r->object, wants_data(r), &p));
	return paper_reply(r, p, arena_print(r->s.mem, "plan-%s",
	                                     r->object_key));
}

static enum status actors_page(struct req *r)
{
	struct view v = {0};
	struct paper *p;

	TRY(view_read(r, 0, 0, &v));
	TRY(actors_of(r, v.a.id, &p));
	return paper_page(r, &v, p, "actor-list");
}

static enum status actors_file(struct req *r)
{
	struct paper *p;

	TRY(actors_of(r, r->object, &p));
	return paper_reply(r, p, arena_print(r->s.mem, "aktorer-%s",
	                                     r->object_key));
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/plan", plan_page, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ GET, "/a/:assessment/plan.:kind", plan_file, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ GET, "/a/:assessment/actor-list", actors_page, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ GET, "/a/:assessment/actor-list.:kind", actors_file, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ 0 },
};
const struct route *const paper_routes = rows;
