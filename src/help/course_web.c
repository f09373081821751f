/* A lesson on a page, with the one before and the one after. */
#include "assess/words.h"
#include "help/course.h"
#include "help/course.msg"
#include "help/help.h"
#include "help/help.msg"

static void signs(struct req *r, const struct lesson *l)
{
	if (l->signs[0].class == NULL)
		return;
	emit(&r->out, "<ul class='legend'>");
	for (const struct lesson_sign *s = l->signs; s->class != NULL; s++) {
		emit(&r->out, "<li>");
		mark_shown(r, s->class, s->sign);
		emit(&r->out, "<span>%s</span></li>", say(r, s->words));
	}
	emit(&r->out, "</ul>");
}

static void try_yourself(struct req *r, const struct lesson *l)
{
	emit(&r->out, "<section class='panel narrow'><h2>%s</h2><p>%s</p>"
	     "<details><summary>%s</summary><p>%s</p></details></section>",
	     say(r, C_TRY), say(r, l->ask), say(r, C_SHOW),
	     say(r, l->answer));
}

static void ways_on(struct req *r, i64 no)
{
	emit(&r->out, "<nav class='acts' aria-label='%s'>", say(r, C_NAV));
	if (no < LESSONS)
		emit(&r->out, "<a class='btn' rel='next'"
		     " href='/help/course/%lld'>%s</a>", no + 1,
		     say_with(r, C_NEXT, say(r, lessons[no].title), NULL));
	else
		emit(&r->out, "<a class='btn' href='/help/example'>%s</a>",
		     say(r, C_LAST));
	if (no > 1)
		emit(&r->out, "<a rel='prev' href='/help/course/%lld'>%s</a>",
		     no - 1, say_with(r, C_BEFORE,
		     say(r, lessons[no - 2].title), NULL));
	emit(&r->out, "</nav>");
}

static enum status lesson_page(struct req *r)
{
	i64 no = arg_no(r, "lesson");
	const struct lesson *l;

	if (no == 0 || no > LESSONS)
		return NOT_FOUND;
	l = &lessons[no - 1];
	help_open(r, l->title);
	emit(&r->out, "<h1>%s</h1><p class='muted'>%s · %s</p>",
	     say(r, l->title), say_with(r, C_PART,
	     arena_print(r->s.mem, "%lld", no),
	     arena_print(r->s.mem, "%d", LESSONS)),
	     say_count(r, H_MINUTES, l->minutes));
	for (size_t i = 0; l->text[i] != NULL; i++)
		emit(&r->out, "<p>%s</p>", say(r, l->text[i]));
	signs(r, l);
	emit(&r->out, "<p>%s: <a href='/help/example#%s'>%s</a></p>",
	     say(r, H_MORE), l->see_at, say(r, l->see));
	try_yourself(r, l);
	ways_on(r, no);
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/help/course/:lesson", lesson_page, PUBLIC, ON_HOUSE },
	{ 0 },
};
const struct route *const help_course_routes = rows;
