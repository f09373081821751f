/* What has been screened: the latest of each, by result, year and unit. */
#include "screening/screening.msg"
#include "screening/screening_show.h"
#include "screening/selection.h"
#include "base/text.h"
#include "kit/icu.h"
#include "web/session.h"

enum { A_PAGE = 50, NO_RESULT = -1 };

/* The filter as it stands in the address; result is said from 1. */
static struct screening_filter asked(struct req *r)
{
	const char *unit = or_empty(query_text(r, "unit"));
	struct screening_filter f = { .result = query_no(r, "result") - 1,
		.before = query_no(r, "before"), .most = A_PAGE + 1 };

	f.year = query_no(r, "year");
	if (f.year < SELECTION_FIRST_YEAR || f.year > SELECTION_LAST_YEAR)
		f.year = 0;
	if (f.result > SCREENING_SHORT_REPLY)
		f.result = NO_RESULT;
	f.unit = text_clean(unit) ? text_short(r->s.mem, text_trim(r->s.mem,
	         unit), LINE) : "";
	return f;
}

static const char *address(struct req *r, const struct screening_filter *f,
                           i64 result, i64 before)
{
	const char *to = arena_print(r->s.mem, "/o/%s/screenings?result=%lld",
	                             r->org_key, result + 1);

	if (f->year != 0)
		to = arena_print(r->s.mem, "%s&year=%lld", to, f->year);
	if (!text_blank(f->unit))
		to = arena_print(r->s.mem, "%s&unit=%s", to,
		                 percent_encode(r->s.mem, f->unit));
	return before == 0 ? to :
	       arena_print(r->s.mem, "%s&before=%lld", to, before);
}

static void results(struct req *r, const struct screening_filter *f)
{
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, S_RESULT));
	tab(r, f->result == NO_RESULT, address(r, f, NO_RESULT, 0),
	    say(r, L_ALL));
	for (int k = SCREENING_OPEN; k <= SCREENING_SHORT_REPLY; k++)
		tab(r, f->result == k, address(r, f, k, 0),
		    screening_result_say(r, (enum screening_result)k));
	emit(&r->out, "</ul></nav>");
}

static void filter_form(struct req *r, const struct screening_filter *f)
{
	const char *year = f->year == 0 ? "" :
	                   arena_print(r->s.mem, "%lld", f->year);

	emit(&r->out, "<form method='get' action='/o/%s/screenings'>"
	     "<input type='hidden' name='result' value='%lld'>"
	     "<p class='f'><label for='year'>%s</label><input class='w10'"
	     " type='text' inputmode='numeric' id='year' name='year'"
	     " value='%s' maxlength='4'></p><p class='f'><label for='unit'>%s"
	     "</label><input class='w20' type='text' id='unit' name='unit'"
	     " value='%s' maxlength='200'></p><p class='acts'>"
	     "<button class='btn sec' type='submit'>%s</button></p></form>",
	     r->org_key, f->result + 1, say(r, L_YEAR), year, say(r, L_UNIT),
	     f->unit, say(r, L_SHOW));
}

static void row(struct req *r, const struct screening *it)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/screenings/%s'>%s</a>"
	     "<span class='m'>%s · %s", r->org_key, it->key, it->title,
	     subject_kind_say(r, it->kind),
	     say_day(r, it->decided_on != 0 ? it->decided_on :
	             day_of_instant(it->made_at)));
	if (!text_blank(it->unit))
		emit(&r->out, " · %s", it->unit);
	if (!text_blank(it->motive))
		emit(&r->out, "<br>%s", text_short(r->s.mem, it->motive, 160));
	emit(&r->out, "</span><span class='e state'>%s</span></li>",
	     screening_outcome(r, it));
}

static void rows_of(struct req *r, const struct screening_list *all,
                    const struct screening_filter *f)
{
	if (all->n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, L_NONE), say(r, L_NONE_HOW));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n && i < A_PAGE; i++)
		row(r, &all->v[i]);
	emit(&r->out, "</ul>");
	if (all->n > A_PAGE)
		emit(&r->out, "<p><a href='%s'>%s</a></p>", address(r, f,
		     f->result, all->v[A_PAGE - 1].id), say(r, L_OLDER));
}

static enum status list_page(struct req *r)
{
	struct screening_filter f = asked(r);
	struct screening_list all = {0};

	TRY(screening_list(&r->s, &f, &all));
	page_open(r, &(struct page){ .title = say(r, L_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><div class='two'><div>", say(r, L_HEAD));
	results(r, &f);
	rows_of(r, &all, &f);
	emit(&r->out, "<p class='acts'>");
	if ((r->rights & EDIT) != 0)
		emit(&r->out, "<a class='btn' href='/o/%s/new'>%s</a>",
		     r->org_key, say(r, L_NEW));
	emit(&r->out, "<a href='/o/%s/selection/%lld'>%s</a>", r->org_key,
	     year_of_day(day_of_instant(r->s.now)), say(r, L_YEARLY));
	if ((r->rights & ADMIN) != 0)
		emit(&r->out, "<a href='/o/%s/rules'>%s</a>", r->org_key,
		     say(r, L_RULES));
	emit(&r->out, "</p></div><aside class='side' aria-label='%s'>",
	     say(r, L_SHOW));
	filter_form(r, &f);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/screenings", list_page, READ, ON_ORG },
	{ 0 },
};
const struct route *const screening_list_routes = rows;
