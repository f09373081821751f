/* The days of a month or a year, sieved by kind and by past and coming. */
#include <string.h>

#include "base/clock.h"
#include "base/rights.h"
#include "base/text.h"
#include "kit/icu.h"
#include "renew/calendar_view.h"
#include "screening/selection.h"
#include "workshop/show.h"
#include "renew/calendar.msg"

enum { PAGE_ROWS = 100 };       /* about; whole days. Of a kind: at most */

enum { WHEN_ANY, WHEN_PAST, WHEN_COMING, WHENS };

static const struct { const struct sentence *word; const char *name; }
whens[WHENS] = {
	{ K_WHEN_ANY, "" }, { K_WHEN_PAST, "past" },
	{ K_WHEN_COMING, "coming" },
};

/* What is asked for: in the address, and nowhere else. */
struct sieve {
	struct stretch      in;
	enum calendar_kind kind;        /* 0 all */
	int                when;
	i64                today;
	i64                from, to;    /* days, `to` is not in it */
};

/* -- what is asked for --------------------------------------------------- */

/* "2025-12", or a month chosen in the form beside its year. */
static struct stretch period_asked(const struct req *r, i64 today)
{
	const char *month = or_empty(query_text(r, "month"));
	const char *year = or_empty(query_text(r, "year"));
	struct date now = date_of_day(today);
	struct stretch p = { now.year, now.month };
	i64 of_year;

	if (stretch_read(year, &p) && number_read(month, 1, 12, &of_year))
		p.month = (int)of_year;
	else if (!text_blank(month))
		stretch_read(month, &p);
	return p;
}

static struct sieve asked(const struct req *r)
{
	const char *kind = or_empty(query_text(r, "kind"));
	const char *when = or_empty(query_text(r, "when"));
	struct sieve f = { .today = day_of_instant(r->s.now) };
	i64 from;

	f.in = period_asked(r, f.today);
	f.from = stretch_first(f.in);
	f.to = stretch_first(stretch_after(f.in, 1));
	for (int k = CALENDAR_ACTION; k < CALENDAR_KINDS; k++)
		if (same(kind, calendar_name((enum calendar_kind)k)))
			f.kind = (enum calendar_kind)k;
	for (int k = WHEN_PAST; k < WHENS; k++)
		if (same(when, whens[k].name))
			f.when = k;
	if (day_read(or_empty(query_text(r, "from")), &from) && from > f.from)
		f.from = from;
	if (f.when == WHEN_COMING && f.from < f.today)
		f.from = f.today;
	if (f.when == WHEN_PAST && f.to > f.today)
		f.to = f.today;
	return f;
}

/* The address of another period, or of where the next page begins. */
static const char *address(const struct req *r, const struct sieve *f,
                           struct stretch in, i64 from)
{
	struct arena *mem = r->s.mem;
	const char *at = arena_print(mem, "/o/%s/calendar?%s=%s", r->org_key,
		in.month == 0 ? "year" : "month", stretch_write(mem, in));

	if (f->kind != 0)
		at = arena_print(mem, "%s&kind=%s", at,
		                 calendar_name(f->kind));
	if (f->when != WHEN_ANY)
		at = arena_print(mem, "%s&when=%s", at, whens[f->when].name);
	return from == 0 ? at :
	       arena_print(mem, "%s&from=%s", at, day_write(mem, from));
}

/* "oktober": the first day in words, without the day and the year. */
static const char *month_only(const struct req *r, struct stretch p)
{
	const char *said = say_day(r, stretch_first(p));

	said += strcspn(said, " ") + 1;
	return arena_text(r->s.mem, said, strcspn(said, " "));
}

static const char *period_said(const struct req *r, struct stretch p)
{
	return p.month == 0 ? digits(r, p.year) :
	       arena_print(r->s.mem, "%s %d", month_only(r, p), p.year);
}

/* -- the days ------------------------------------------------------------ */

/* ", 9.00–12.00", where an hour is known. */
static const char *hours(const struct req *r, const struct calendar_entry *e)
{
	return e->minutes == 0 ? "" : arena_print(r->s.mem, ", %s–%s",
		say_minute(r, e->minute),
		say_minute(r, e->minute + e->minutes));
}

void calendar_row(struct req *r, const struct calendar_entry *e,
                  bool with_day)
{
	emit(&r->out, "<li><a class='n' href='%s'>%s</a>"
	     "<span class='m'>%s%s%s%s%s%s</span>",
	     calendar_address(r->s.mem, r->org_key, e),
	     text_short(r->s.mem, e->what, 120),
	     say(r, calendar_word(e->kind)), with_day ? ", " : "",
	     with_day ? say_day(r, e->day) : "", hours(r, e),
	     text_blank(e->of) ? "" : " · ", e->of);
	if (e->day < day_of_instant(r->s.now) && calendar_is_due(e->kind)) {
		emit(&r->out, "<span class='e'>");
		state(r, ICON_LATE, "due", say(r, K_LATE));
		emit(&r->out, "</span>");
	}
	emit(&r->out, "</li>");
}

static void days(struct req *r, const struct sieve *f,
                 const struct calendar_list *all, size_t n)
{
	bool sieved = f->kind != 0 || f->when != WHEN_ANY;
	i64 day = 0;

	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, sieved ? K_NONE_SUCH :
		     f->in.month == 0 ? K_NONE_YEAR : K_NONE));
	for (size_t i = 0; i < n; i++) {
		const struct calendar_entry *e = &all->v[i];

		if (day != 0 && e->day != day)
			emit(&r->out, "</ul>");
		if (e->day != day)
			emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
			     say_day(r, e->day));
		day = e->day;
		calendar_row(r, e, false);
	}
	emit(&r->out, n == 0 ? "" : "</ul>");
}

static void ways(struct req *r, const struct sieve *f,
                 const struct calendar_page *p)
{
	bool year = f->in.month == 0;
	struct stretch before = stretch_after(f->in, -1);
	struct stretch after = stretch_after(f->in, 1);

	if (p->cut)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r, K_CUT,
		     digits(r, PAGE_ROWS), NULL));
	if (p->next != 0 && p->next < f->to)
		emit(&r->out, "<p class='acts'><a class='btn sec' href='%s'>"
		     "%s</a></p>", address(r, f, f->in, p->next),
		     say_with(r, K_FURTHER, say_day(r, p->next), NULL));
	emit(&r->out, "<p class='acts noprint'><a href='%s'>%s</a>"
	     "<a href='%s'>%s</a>", address(r, f, before, 0),
	     say(r, year ? K_YEAR_BEFORE : K_PREVIOUS),
	     address(r, f, after, 0), say(r, year ? K_YEAR_AFTER : K_NEXT));
	if (!year)
		emit(&r->out, "<a href='%s'>%s</a>", address(r, f,
		     (struct stretch){ f->in.year, 0 }, 0), say_with(r,
		     K_WHOLE_YEAR_OF, digits(r, f->in.year), NULL));
	emit(&r->out, "</p>");
}

/* -- the sieve ----------------------------------------------------------- */

static void select_open(struct req *r, const char *name,
                        const struct sentence *label)
{
	emit(&r->out, "<p class='f'><label for='%s'>%s</label><select id='%s'"
	     " name='%s'>", name, say(r, label), name, name);
}

static void choice(struct req *r, const char *value, bool here,
                   const char *label)
{
	emit(&r->out, "<option value='%s'%s>%s</option>", value,
	     here ? " selected" : "", label);
}

static void ask_period(struct req *r, const struct sieve *f)
{
	emit(&r->out, "<p class='f'><label for='year'>%s</label><input"
	     " class='w5' type='text' inputmode='numeric' id='year'"
	     " name='year' value='%d' maxlength='4'></p>", say(r, K_YEAR),
	     f->in.year);
	select_open(r, "month", K_MONTH);
	choice(r, "", f->in.month == 0, say(r, K_WHOLE_YEAR));
	for (int m = 1; m <= 12; m++)
		choice(r, digits(r, m), f->in.month == m,
		       month_only(r, (struct stretch){ f->in.year, m }));
	emit(&r->out, "</select></p>");
}

static void sieve_form(struct req *r, const struct sieve *f)
{
	emit(&r->out, "<h2>%s</h2><form method='get' action='/o/%s/calendar'>",
	     say(r, K_SIEVE), r->org_key);
	select_open(r, "kind", K_KIND);
	choice(r, "", f->kind == 0, say(r, K_ALL_KINDS));
	for (int k = CALENDAR_ACTION; k < CALENDAR_KINDS; k++) {
		enum calendar_kind kind = (enum calendar_kind)k;

		choice(r, calendar_name(kind), f->kind == kind,
		       say(r, calendar_word(kind)));
	}
	emit(&r->out, "</select></p>");
	select_open(r, "when", K_WHEN);
	for (int k = WHEN_ANY; k < WHENS; k++)
		choice(r, whens[k].name, f->when == k, say(r, whens[k].word));
	emit(&r->out, "</select></p>");
	ask_period(r, f);
	emit(&r->out, "<p class='acts'><button class='btn sec' type='submit'>"
	     "%s</button>", say(r, K_SHOW));
	if (f->kind != 0 || f->when != WHEN_ANY)
		emit(&r->out, "<a href='%s'>%s</a>", address(r,
		     &(struct sieve){0}, f->in, 0), say(r, K_CLEAR));
	emit(&r->out, "</p></form>");
}

/* What is chosen without a quarter stands last; all of it is in the list. */
static void selection_way(struct req *r, const struct sieve *f)
{
	if (f->in.year >= SELECTION_FIRST_YEAR &&
	    f->in.year <= SELECTION_LAST_YEAR)
		emit(&r->out, "<p><a href='/o/%s/selection/%d'>%s</a></p>",
		     r->org_key, f->in.year, say_with(r, K_SELECTION,
		     digits(r, f->in.year), NULL));
}

enum status calendar_page_of(struct req *r)
{
	struct sieve f = asked(r);
	struct calendar_list all = {0};
	struct calendar_page p;

	TRY(calendar_between(&r->s, f.kind, f.from, f.to, PAGE_ROWS,
	                     &all));
	p = calendar_page(&all, PAGE_ROWS);
	page_open(r, &(struct page){ .title = say(r, K_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s, %s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, K_TITLE), period_said(r, f.in), say(r, K_LEAD));
	days(r, &f, &all, p.n);
	ways(r, &f, &p);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, K_SIEVE));
	sieve_form(r, &f);
	selection_way(r, &f);
	TRY(feed_section(r));
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/calendar", calendar_page_of, READ, ON_ORG },
	{ 0 },
};
const struct route *const calendar_routes = rows;
