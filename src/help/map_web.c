/* The map, and under it the same as a list. */
#include "help/help.h"
#include "help/map.h"
#include "help/map.msg"
#include "web/page.h"

static void list(struct req *r)
{
	emit(&r->out, "<h2>%s</h2><ul>", say(r, K_LIST));
	for (size_t i = 0; i < BRANCHES; i++) {
		const struct branch *b = &map_branches[i];

		emit(&r->out, "<li><a href='%s'>%s</a><ul>", b->address,
		     say(r, b->name));
		for (size_t k = 0; k < LEAVES; k++)
			emit(&r->out, "<li>%s</li>", say(r, b->leaves[k]));
		emit(&r->out, "</ul></li>");
	}
	emit(&r->out, "</ul>");
}

static enum status map_page(struct req *r)
{
	help_open(r, K_TITLE);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, K_TITLE),
	     say(r, K_LEAD));
	figure_html(map_figure(r->s.mem, r->language), &r->out);
	list(r);
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/help/map", map_page, PUBLIC, ON_HOUSE },
	{ 0 },
};
const struct route *const help_map_routes = rows;
