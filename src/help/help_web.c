/* The first page of the help, and the frame of the others. */
#include "help/course.h"
#include "help/help.h"
#include "help/help.msg"
#include "help/words.h"
#include "web/page.h"

static void frame(struct req *r, const struct sentence *title)
{
	page_open(r, &(struct page){ .title = say(r, title), .plain = true });
	page_main(r);
}

void help_open(struct req *r, const struct sentence *title)
{
	frame(r, title);
	emit(&r->out, "<p class='noprint'><a href='/help'>%s</a></p>\n",
	     say(r, H_BACK));
}

static void lesson_rows(struct req *r)
{
	emit(&r->out, "<ol class='rows tight'>");
	for (size_t i = 0; i < LESSONS; i++)
		emit(&r->out, "<li><a class='n' href='/help/course/%lld'>%s"
		     "</a><span class='e muted'>%s</span></li>", (i64)i + 1,
		     arena_print(r->s.mem, "%zu. %s", i + 1,
		                 say(r, lessons[i].title)),
		     say_count(r, H_MINUTES, lessons[i].minutes));
	emit(&r->out, "</ol>");
}

static void way(struct req *r, const char *address,
                const struct sentence *title, const char *what)
{
	emit(&r->out, "<li><a class='n' href='%s'>%s</a><p class='m'>%s</p>"
	     "</li>", address, say(r, title), what);
}

static enum status help_page(struct req *r)
{
	frame(r, H_TITLE);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><h2>%s</h2><p>%s</p>",
	     say(r, H_TITLE), say(r, H_LEAD), say(r, H_COURSE),
	     say_count(r, H_MINUTES_ALL, lessons_minutes()));
	lesson_rows(r);
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, H_MORE));
	way(r, "/help/example", H_EXAMPLE, say(r, H_EXAMPLE_IS));
	way(r, "/help/map", H_MAP, say(r, H_MAP_IS));
	way(r, "/help/words", H_WORDS, say_count(r, H_WORDS_IS,
	                                         (i64)words_count()));
	emit(&r->out, "</ul>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/help", help_page, PUBLIC, ON_HOUSE },
	{ 0 },
};
const struct route *const help_routes = rows;
