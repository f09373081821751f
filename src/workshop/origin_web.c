/* From a finding back to the rounds and tables it comes from. */
#include "base/text.h"
#include "workshop/close.msg"
#include "workshop/result.h"

static enum status goal_named(struct req *r, const struct trace *t,
                              const char **out)
{
	struct item i = {0};

	TRY(item_by_id(&r->s, t->item, &i));
	*out = item_name(r, &i, NULL);
	for (size_t k = 0; k < i.goals.n; k++)
		if (i.goals.v[k].goal == t->goal)
			*out = arena_print(r->s.mem, "%s (%s)", item_name(r,
				&i, &i.goals.v[k]), either(r,
				i.goals.v[k].title_sv, i.goals.v[k].title_en));
	return OK;
}

static enum status row(struct req *r, const struct trace *t)
{
	const char *where;

	TRY(goal_named(r, t, &where));
	emit(&r->out, "<li><a class='n' href='/w/%s/rounds/%lld'>%s</a>"
	     "<span class='m'>%s · %s</span><span class='e'>%s</span></li>",
	     t->workshop_key, t->item_no, where, t->workshop_title,
	     say_day(r, t->workshop_day), text_blank(t->board_name) ?
	     say(r, O_ROOM) : t->board_name);
	return OK;
}

enum status origin_page(struct req *r)
{
	struct finding f = {0};
	struct trace_list all = {0};
	const char *title;

	TRY(finding_get(&r->s, r->object, arg_no(r, "no"), &f));
	TRY(trace_list(&r->s, r->object, TRACE_FINDING, f.no, &all));
	title = say_with(r, O_TITLE, arena_print(r->s.mem, "%lld", f.no),
	                 NULL);
	page_open(r, &(struct page){ .title = title });
	page_main(r);
	emit(&r->out, "<p class='muted small noprint'><a href='/a/%s'>%s</a>"
	     " · <a href='/a/%s/report'>%s</a></p><h1>%s</h1>"
	     "<blockquote class='say'>%s</blockquote><p>%s</p>",
	     r->object_key, say(r, O_BACK), r->object_key, say(r, R_REPORT),
	     title, f.sentence, say(r, all.n > 0 ? O_LEAD : O_NONE));
	if (all.n > 0)
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		TRY(row(r, &all.v[i]));
	if (all.n > 0)
		emit(&r->out, "</ul>");
	page_close(r);
	return OK;
}
