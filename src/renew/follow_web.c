/* The yearly follow-up, as a page and in every format. */
#include "assess/view.h"
#include "paper/paper.h"
#include "renew/follow.h"
#include "seal/seal.h"
#include "web/page.h"

static enum status follow_page(struct req *r)
{
	struct view v = {0};
	struct paper *p;

	TRY(view_read(r, 0, 0, &v));
	TRY(follow_paper(r, v.a.id, &p));
	TRY(view_open(r, &v, p->title));
	paper_html(p, &r->out, 1);
	emit(&r->out, "<p class='acts noprint'>");
	paper_ways(r, arena_print(r->s.mem, "/a/%s/follow-up", v.a.key));
	emit(&r->out, "</p>");
	view_close(r);
	return OK;
}

static enum status follow_file(struct req *r)
{
	struct paper *p;

	TRY(follow_paper(r, r->object, &p));
	return paper_reply(r, p, arena_print(r->s.mem, "uppfoljning-%s",
	                                     r->object_key));
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/follow-up", follow_page, READ, ON_ASSESSMENT },
	{ GET, "/a/:assessment/follow-up.:kind", follow_file, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ 0 },
};
const struct route *const follow_routes = rows;
