/* The page one searches on. All that was asked for stands in the address. */
#include "assess/view.h"
#include "base/clock.h"
#include "base/text.h"
#include "find/find.msg"
#include "find/find_view.h"
#include "web/session.h"

enum { FEW = 5, PAGE = 20, UNITS = 60, YEARS = 30 };

/* What was asked for, as it stands in the address. */
struct search {
	const char    *q;
	struct asked   asked;
	enum find_kind kind;            /* 0: all */
	i64            before;
};

static enum status search_read(struct req *r, struct search *out)
{
	const char *q = or_empty(query_text(r, "q"));
	const char *unit = query_text(r, "unit");
	i64 state = query_no(r, "state"), year = query_no(r, "year");
	i64 kind = query_no(r, "kind");

	if (state > OVER || kind >= FIND_KINDS || year > 9999)
		return NOT_FOUND;
	*out = (struct search){ .q = "" };
	if (text_clean(q))
		out->q = text_short(r->s.mem, text_normal(r->s.mem,
		         text_trim(r->s.mem, q)), LINE);
	asked_words(r->s.mem, out->q, &out->asked);
	out->asked.state = (enum find_state)state;
	out->asked.year = year;
	out->asked.unit = text_blank(unit) ? NULL : unit;
	out->kind = (enum find_kind)kind;
	(void)number_read(query_text(r, "before"), 1, INT64_MAX,
	                  &out->before);
	return OK;
}

/* The same question, of one kind, from somewhere on. */
static const char *address(struct req *r, const struct search *qn,
                           enum find_kind kind, i64 before)
{
	const char *to = arena_print(r->s.mem, "/o/%s/search?q=%s&kind=%d",
	                 r->org_key, percent_encode(r->s.mem, qn->q),
	                 (int)kind);

	if (qn->asked.state != ANY_STATE)
		to = arena_print(r->s.mem, "%s&state=%d", to,
		                 (int)qn->asked.state);
	if (qn->asked.year != 0)
		to = arena_print(r->s.mem, "%s&year=%lld", to,
		                 qn->asked.year);
	if (qn->asked.unit != NULL)
		to = arena_print(r->s.mem, "%s&unit=%s", to,
		                 percent_encode(r->s.mem, qn->asked.unit));
	if (before != 0)
		to = arena_print(r->s.mem, "%s&before=%lld", to, before);
	return to;
}

/* -- the form ------------------------------------------------------------ */

static void field(struct req *r, const struct search *qn,
                  const char *action)
{
	emit(&r->out, "<form method='get' id='find' action='%s'"
	     " role='search'><p class='f'><label for='q'>%s</label>"
	     "<span class='hint' id='q-hint'>%s</span><input type='search'"
	     " id='q' name='q' value='%s' maxlength='200'"
	     " aria-describedby='q-hint'></p><p class='acts'>"
	     "<button class='btn' type='submit'>%s</button></p></form>",
	     action, say(r, FIND_LABEL), say(r, FIND_HINT), qn->q,
	     say(r, FIND_DO));
}

static void select_open(struct req *r, const char *name,
                        const struct sentence *label)
{
	emit(&r->out, "<p class='f'><label for='%s'>%s</label>"
	     "<select id='%s' name='%s' form='find'><option value=''>%s"
	     "</option>", name, say(r, label), name, name, say(r, FIND_ALL));
}

static void choice(struct req *r, const char *value, bool chosen,
                   const char *label)
{
	emit(&r->out, "<option value='%s'%s>%s</option>", value,
	     chosen ? " selected" : "", label);
}

static void choice_no(struct req *r, i64 value, i64 now, const char *label)
{
	choice(r, arena_print(r->s.mem, "%lld", value), value == now,
	       label);
}

static void select_close(struct req *r)
{
	emit(&r->out, "</select></p>");
}

static enum status year_choice(struct req *r, const struct search *qn)
{
	i64 year = date_of_day(day_of_instant(r->s.now)).year, first = 0;

	TRY(find_first_year(&r->s, &first));
	if (first == 0 || first < year - YEARS)
		first = first == 0 ? year : year - YEARS;
	select_open(r, "year", FIND_YEAR);
	for (; year >= first; year--)
		choice_no(r, year, qn->asked.year,
		          arena_print(r->s.mem, "%lld", year));
	select_close(r);
	return OK;
}

static enum status unit_choice(struct req *r, const struct search *qn)
{
	struct text_list units = {0};

	TRY(find_units(&r->s, UNITS, &units));
	select_open(r, "unit", FIND_UNIT);
	for (size_t i = 0; i < units.n; i++)
		choice(r, units.v[i], same(units.v[i], qn->asked.unit),
		       units.v[i]);
	select_close(r);
	return OK;
}

static enum status filters(struct req *r, const struct search *qn)
{
	emit(&r->out, "<aside class='side' aria-labelledby='only'>"
	     "<h2 id='only'>%s</h2>", say(r, FIND_FILTERS));
	select_open(r, "kind", FIND_KIND);
	for (int k = FIND_ASSESSMENT; k < FIND_KINDS; k++)
		choice_no(r, k, qn->kind,
		          find_kind_word(r, (enum find_kind)k));
	select_close(r);
	select_open(r, "state", FIND_STATE);
	choice_no(r, STILL_OPEN, qn->asked.state, say(r, FIND_OPEN));
	choice_no(r, OVER, qn->asked.state, say(r, FIND_OVER));
	select_close(r);
	TRY(year_choice(r, qn));
	TRY(unit_choice(r, qn));
	emit(&r->out, "<p class='acts'><button class='btn sec' type='submit'"
	     " form='find'>%s</button><a href='/o/%s/search?q=%s'>%s</a></p>"
	     "</aside>", say(r, FIND_APPLY), r->org_key,
	     percent_encode(r->s.mem, qn->q), say(r, FIND_CLEAR));
	return OK;
}

/* -- what was found ------------------------------------------------------ */

static void group_head(struct req *r, enum find_kind kind)
{
	emit(&r->out, "<h2>%s</h2>", find_kind_word(r, kind));
}

static void rows_shown(struct req *r, const struct search *qn,
                       const struct entry *all, size_t n)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < n; i++)
		entry_row(r, &qn->asked, &all[i]);
	emit(&r->out, "</ul>");
}

/* Many kinds: a few of each, and a way to the others. */
static void more_link(struct req *r, const struct search *qn,
                      const struct hits *h, enum find_kind kind)
{
	const char *to, *word;

	if (h->next == 0)
		return;
	to = address(r, qn, kind, qn->kind == 0 && h->all.n > 0 ? 0 :
	             h->next);
	word = qn->kind == 0 ? say_with(r, FIND_MORE, find_kind_word(r, kind),
	       NULL) : say(r, h->all.n > 0 ? FIND_OLDER : FIND_ON);
	emit(&r->out, "<p><a href='%s'>%s</a></p>", to, word);
}

static enum status found(struct req *r, const struct search *qn,
                         bool *any, bool *late)
{
	struct sought *k;
	int first = qn->kind == 0 ? FIND_ASSESSMENT : (int)qn->kind;
	int last = qn->kind == 0 ? FIND_KINDS - 1 : (int)qn->kind;

	TRY(seek_open(&r->s, &qn->asked, &k));
	if (qn->kind == 0)
		TRY(seek_begin(k));
	for (int kind = first; kind <= last; kind++) {
		struct hits h = {0};

		TRY(seek_kind(k, (enum find_kind)kind, qn->before,
		              qn->kind == 0 ? FEW : PAGE, &h));
		*late = h.late;
		if (h.all.n == 0 && h.next == 0)
			continue;
		*any = true;
		group_head(r, (enum find_kind)kind);
		rows_shown(r, qn, h.all.v, h.all.n);
		more_link(r, qn, &h, (enum find_kind)kind);
	}
	return OK;
}

static void nothing(struct req *r, const struct search *qn)
{
	emit(&r->out, "<p>%s</p><p class='muted'>%s</p>",
	     say_with(r, FIND_NONE, arena_print(r->s.mem, "”%s”", qn->q),
	              NULL), say(r, FIND_NONE_HOW));
}

/* True if there is something to look for; else the page says why not. */
static bool worth_it(struct req *r, const struct search *qn)
{
	if (qn->asked.n > 0)
		return true;
	emit(&r->out, "<p>%s</p>", say(r, text_blank(qn->q) ? FIND_BEGIN :
	                               FIND_COMMON));
	return false;
}

static enum status results(struct req *r, const struct search *qn)
{
	bool any = false, late = false;

	emit(&r->out, "<section aria-label='%s'>", say(r, FIND_RESULTS));
	if (worth_it(r, qn)) {
		TRY(found(r, qn, &any, &late));
		if (!any)
			nothing(r, qn);
		if (late)
			emit(&r->out, "<p class='note'>%s</p>",
			     say(r, FIND_LATE));
	}
	emit(&r->out, "</section>");
	return OK;
}

static enum status search_page(struct req *r)
{
	struct search qn;

	TRY(search_read(r, &qn));
	page_open(r, &(struct page){ .title = say(r, FIND),
	                             .menu = "/o/:org/search" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, FIND));
	field(r, &qn, arena_print(r->s.mem, "/o/%s/search", r->org_key));
	emit(&r->out, "<div class='two'><div>");
	TRY(results(r, &qn));
	emit(&r->out, "</div>");
	TRY(filters(r, &qn));
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

/* -- in one assessment --------------------------------------------------- */

static enum status search_within(struct req *r)
{
	struct entry_list all = {0};
	struct search qn;
	struct view v = {0};

	TRY(search_read(r, &qn));
	TRY(view_read(r, 0, 0, &v));
	if (qn.asked.n > 0)
		TRY(seek_within(&r->s, r->object, &qn.asked, &all));
	TRY(view_open(r, &v, say(r, FIND_IN)));
	emit(&r->out, "<h1>%s</h1>", say(r, FIND_IN));
	field(r, &qn, arena_print(r->s.mem, "/a/%s/search", v.a.key));
	if (worth_it(r, &qn) && all.n == 0)
		nothing(r, &qn);
	for (size_t i = 0, n; i < all.n; i += n) {
		for (n = 1; i + n < all.n && all.v[i + n].kind ==
		            all.v[i].kind; n++)
			;
		group_head(r, all.v[i].kind);
		rows_shown(r, &qn, all.v + i, n);
	}
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/search", search_page, READ, ON_ORG, .menu = FIND,
	  .heavy = true },
	{ GET, "/a/:assessment/search", search_within, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const find_routes = rows;
