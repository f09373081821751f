/* The list of assessments, and the overview of one: what is left to do. */
#include "assess/assess.msg"
#include "assess/upgrade.h"
#include "assess/words.h"
#include "base/text.h"

enum { A_PAGE = 50 };

/* -- the list ------------------------------------------------------------ */

static void state_tabs(struct req *r, const i64 *counts, i64 now)
{
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, ASSESSMENTS));
	tab(r, now == 0, arena_print(r->s.mem, "/o/%s/assessments",
	    r->org_key), say(r, ALL_STATES));
	for (i64 s = ASSESS_DRAFT; s <= ASSESS_REPLACED; s++)
		if (counts[s] > 0)
			tab(r, now == s, arena_print(r->s.mem,
			    "/o/%s/assessments?state=%lld", r->org_key, s),
			    arena_print(r->s.mem, "%s (%s)", state_word(r,
			    (enum assessment_state)s),
			    counted_say(r, counts[s])));
	emit(&r->out, "</ul></nav>");
}

void assessment_row(struct req *r, const struct assessment *a)
{
	emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a>"
	     "<span class='m'>%s · %s</span><span class='e'>", a->key,
	     a->title, say_with(r, EDITION_NO, arena_print(r->s.mem, "%lld",
	     a->edition), NULL), say_with(r, CHANGED_ON, say_day(r,
	     day_of_instant(a->changed_at)), NULL));
	state_shown(r, a);
	emit(&r->out, "</span></li>\n");
}

static enum status list_page(struct req *r)
{
	i64 counts[ASSESS_REPLACED + 1] = {0}, state = query_no(r, "state");
	struct assessment_list all = {0};
	i64 before = 0;

	(void)number_read(query_text(r, "before"), 1, INT64_MAX, &before);
	if (state > ASSESS_REPLACED)
		return NOT_FOUND;
	TRY(assess_counts(&r->s, counts));
	TRY(assess_list(&r->s, (int)state, before, query_no(r, "id"),
	                A_PAGE + 1, &all));
	page_open(r, &(struct page){ .title = say(r, ASSESSMENTS),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, ALL_HEAD));
	state_tabs(r, counts, state);
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, ALL_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n && i < A_PAGE; i++)
		assessment_row(r, &all.v[i]);
	emit(&r->out, "</ul>");
	if (all.n > A_PAGE)
		emit(&r->out, "<p><a href='/o/%s/assessments?state=%lld&amp;"
		     "before=%lld&amp;id=%lld'>%s</a></p>", r->org_key, state,
		     all.v[A_PAGE - 1].changed_at, all.v[A_PAGE - 1].id,
		     say(r, OLDER));
	emit(&r->out, "<p class='acts'><a class='btn' href='/o/%s/new'>%s"
	     "</a><a href='/o/%s/screenings'>%s</a></p>", r->org_key,
	     say(r, NEW_ONE), r->org_key, say(r, TO_SCREENINGS));
	page_close(r);
	return OK;
}

/* -- the overview of one ------------------------------------------------- */

void lacks_shown(struct req *r, const struct lack_list *lacks, bool blocks)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < lacks->n; i++) {
		const struct lack *l = &lacks->v[i];

		if (l->blocks != blocks)
			continue;
		emit(&r->out, "<li><a class='n' href='%s'>%s</a>",
		     l->address, l->text);
		if (l->lawful) {
			emit(&r->out, "<span class='m'>");
			state(r, ICON_LATE, "due", say(r, BY_LAW));
			emit(&r->out, "</span>");
		}
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
}

bool lacks_any(const struct lack_list *lacks, bool blocks)
{
	for (size_t i = 0; i < lacks->n; i++)
		if (lacks->v[i].blocks == blocks)
			return true;
	return false;
}

static void left_to_do(struct req *r, const struct view *v)
{
	if (!v->open)
		return;
	emit(&r->out, "<h2>%s</h2>", say(r, BLOCKS_HEAD));
	if (lacks_any(&v->lacks, true))
		lacks_shown(r, &v->lacks, true);
	else
		emit(&r->out, "<p>%s</p>", say(r, NOTHING_LEFT));
	if (lacks_any(&v->lacks, false)) {
		emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>",
		     say(r, REMARKS_HEAD), say(r, REMARKS_TEXT));
		lacks_shown(r, &v->lacks, false);
	}
}

static void fact(struct req *r, const struct sentence *label,
                 const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, label), text);
}

static const char *frameworks_used(struct req *r, const struct view *v)
{
	const char *all = "";

	for (size_t i = 0; i < v->frameworks.n; i++)
		all = arena_print(r->s.mem, "%s%s%s", all,
		                  i == 0 ? "" : " · ",
		                  framework_word(r, &v->frameworks.v[i]));
	return all;
}

/* "Program. Tidig planering. Beslutas av … 23 maj 2026." */
static const char *subject_line(const struct req *r, const struct subject *s)
{
	const char *line = arena_print(r->s.mem, "%s.",
	                               subject_kind_say(r, s->kind));

	if (s->phase != PHASE_UNSAID)
		line = arena_print(r->s.mem, "%s %s.", line,
		                   subject_phase_say(r, s->phase));
	if (!text_blank(s->decided_by))
		line = arena_print(r->s.mem, "%s %s", line, say_with(r,
		                   A_DECIDED, s->decided_by,
		                   say_day(r, s->decided_on)));
	return line;
}

static void facts(struct req *r, const struct view *v, const struct subject *s)
{
	const char *numbers = "";

	for (size_t i = 0; i < s->registry.n; i++)
		numbers = arena_print(r->s.mem, "%s%s%s", numbers,
		                      i == 0 ? "" : ", ",
		                      s->registry.v[i].number);
	emit(&r->out, "<h2>%s</h2><dl class='sum'>", say(r, ABOUT_HEAD));
	fact(r, A_SUBJECT, subject_line(r, s));
	fact(r, A_REGISTRY, text_blank(numbers) ? say(r, A_NO_REGISTRY) :
	     numbers);
	fact(r, A_FRAMEWORKS, frameworks_used(r, v));
	fact(r, A_MODEL, arena_print(r->s.mem, "%s. %s",
	     either(r, v->method.title_sv, v->method.title_en),
	     say_with(r, A_DEPTH, depth_say(r, v->a.depth), NULL)));
	fact(r, A_BASELINE, v->a.baseline);
	fact(r, A_OUTSIDE, v->a.outside);
	fact(r, A_LEAD, v->a.lead_name == NULL ? "" :
	     say_with(r, A_LEAD_IS, v->a.lead_name, NULL));
	fact(r, A_CLIENT, v->a.client);
	fact(r, A_NEXT, say_day(r, v->a.next_review));
	emit(&r->out, "</dl>");
	if (v->a.late_start)
		emit(&r->out, "<p>%s</p>", say(r, A_LATE));
	emit(&r->out, "<p><a href='/a/%s/screening'>%s</a></p>"
	     "<p><a href='/a/%s/duties'>%s</a></p>", v->a.key,
	     say(r, TO_SCREENING), v->a.key, say(r, TO_DUTIES));
	if (v->open)
		emit(&r->out, "<p><a href='/a/%s/about'>%s</a></p>"
		     "<p><a href='/a/%s/bring'>%s</a></p>", v->a.key,
		     say(r, TO_ABOUT), v->a.key, say(r, TO_BRING));
	if (v->open && (r->rights & EDIT) != 0)
		emit(&r->out, "<p><a href='/a/%s/model'>%s</a></p>",
		     v->a.key, say(r, TO_MODEL));
	if (!v->open && (r->rights & EDIT) != 0 && !r->let_in)
		emit(&r->out, "<p><a href='/a/%s/phase'>%s</a></p>",
		     v->a.key, say(r, TO_PHASE));
}

static void way(struct req *r, const struct view *v, const char *page,
                const struct sentence *word)
{
	emit(&r->out, "<li><a href='/a/%s/%s'>%s</a></li>", v->a.key, page,
	     say(r, word));
}

static void ways_to_see(struct req *r, const struct view *v)
{
	emit(&r->out, "<section><h2>%s</h2><ul>", say(r, WAYS_SEE));
	way(r, v, "matrix", TO_MATRIX);
	way(r, v, "report", TO_REPORT);
	way(r, v, "text", TO_TEXT);
	way(r, v, "search", TO_SEARCH);
	way(r, v, "document.json", TO_DOCUMENT);
	emit(&r->out, "</ul></section>");
}

static void ways_together(struct req *r, const struct view *v)
{
	emit(&r->out, "<section><h2>%s</h2><ul>", say(r, WAYS_TOGETHER));
	way(r, v, "workshops", TO_WORKSHOPS);
	way(r, v, "review", TO_REVIEW);
	way(r, v, "assignments", TO_ASSIGNMENTS);
	if ((r->rights & LEAD) != 0)
		way(r, v, "shared", TO_SHARED);
	if ((r->rights & EDIT) != 0 && !r->let_in)
		emit(&r->out, "<li><a href='/o/%s/matters/add?assessment=%s'>"
		     "%s</a></li>", r->org_key, v->a.key, say(r, TO_MATTER));
	emit(&r->out, "</ul></section>");
}

static void ways_over_time(struct req *r, const struct view *v)
{
	emit(&r->out, "<section><h2>%s</h2><ul>", say(r, WAYS_TIME));
	way(r, v, "follow-up", TO_FOLLOW);
	if (v->a.predecessor != 0 && !r->let_in)
		emit(&r->out, "<li><a href='/a/%s/beside/%s'>%s</a></li>",
		     v->a.key, v->a.predecessor_key, say(r, TO_COMPARE));
	if (!r->let_in)
		way(r, v, "beside", TO_BESIDE);
	way(r, v, "reporting", TO_REPORTING);
	way(r, v, "state", TO_STATE);
	emit(&r->out, "</ul></section>");
}

/* A reply goes on where it was begun, until it is made a whole assessment. */
static bool is_short_reply(const struct view *v, const struct subject *s)
{
	return s->kind == SUBJECT_REPLY && v->a.depth == DEPTH_QUICK &&
	       v->priorities.n > 0;
}

static void ways_on(struct req *r, const struct view *v,
                    const struct subject *s)
{
	int step = 1;

	for (size_t i = v->lacks.n; i > 0; i--)
		if (v->lacks.v[i - 1].step > 0)
			step = v->lacks.v[i - 1].step;
	if (is_short_reply(v, s) || v->open)
		emit(&r->out, "<p class='acts'>");
	if (is_short_reply(v, s))
		emit(&r->out, "<a class='btn' href='/a/%s/reply'>%s</a>",
		     v->a.key, say(r, v->open ? TO_REPLY : TO_REPLY_TEXT));
	if (v->open)
		emit(&r->out, "<a class='btn%s' href='/a/%s/steps/%d'>%s</a>",
		     is_short_reply(v, s) ? " sec" : "", v->a.key, step,
		     say_with(r, GO_ON, digits(r, step), NULL));
	if (is_short_reply(v, s) || v->open)
		emit(&r->out, "</p>");
	emit(&r->out, "<div class='ways'>");
	ways_to_see(r, v);
	ways_together(r, v);
	ways_over_time(r, v);
	emit(&r->out, "</div>");
}

static enum status overview(struct req *r)
{
	struct subject what = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(subject_get(&r->s, v.a.subject, &what));
	TRY(view_open(r, &v, say(r, OVERVIEW)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", v.a.title,
	     say_count(r, WRITTEN, (i64)v.findings.n));
	TRY(assess_notice(r, &v));
	emit(&r->out, "<div class='two'><div>");
	left_to_do(r, &v);
	ways_on(r, &v, &what);
	kept_answers_shown(r, &v);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, ABOUT_HEAD));
	facts(r, &v, &what);
	emit(&r->out, "</aside></div>");
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/assessments", list_page, READ, ON_ORG,
	  .menu = ASSESSMENTS },
	{ GET, "/a/:assessment", overview, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const assess_routes = rows;
