/* One of the year's list: its facts, and whether it is chosen. And what the
 * rules say is to be assured, and is not. */
#include "screening/selection.msg"
#include "screening/screening_show.h"
#include "screening/selection_show.h"
#include "base/text.h"
#include "kit/icu.h"

enum { LOOKED_AT = 300 };

static enum status read_one(struct req *r, struct selection *n)
{
	i64 year, subject;

	TRY(selection_year(r, &year));
	TRY(subject_by_key(&r->s, arg_text(r, "subject"), &subject));
	return selection_get(&r->s, year, subject, n);
}

/* -- facts --------------------------------------------------------------- */

static void ask_motive(struct req *r, const char *stored)
{
	ask_text(r, &(struct ask){ .name = "motive", .rows = 3,
		.label = say(r, Y_MOTIVE), .hint = say(r, Y_MOTIVE_HINT),
		.stored = stored });
}

static void facts_form(struct req *r, const struct selection *n)
{
	struct option_list quarters = {0};

	option_add(r, &quarters, "", say(r, Y_WHEN_NONE), n->quarter == 0);
	for (int q = 1; q <= 4; q++) {
		const char *no = arena_print(r->s.mem, "%d", q);

		option_add(r, &quarters, no, no, n->quarter == q);
	}
	emit(&r->out, "<h2>%s</h2>", say(r, Y_FACTS));
	form_open(r, "facts", "/o/%s/selection/%lld/%s", r->org_key, n->year,
	          n->subject_key);
	ask_version(r, n->version);
	ask_motive(r, n->motive);
	ask_text(r, &(struct ask){ .name = "unit", .label = say(r, Y_UNIT),
		.stored = n->unit, .optional = true });
	ask_text(r, &(struct ask){ .name = "lead", .label = say(r, Y_LEADS),
		.hint = say(r, Y_LEADS_HINT), .stored = n->lead,
		.optional = true });
	ask_select(r, &(struct ask){ .name = "quarter",
		.label = say(r, Y_WHEN), .class = "w10" }, &quarters);
	button_save(r, say(r, Y_SAVE));
	form_close(r);
}

/* -- the decision -------------------------------------------------------- */

static void decide_form(struct req *r, const struct selection *n)
{
	struct option_list states = {0};

	option_add(r, &states, "2", say(r, Y_CHOSEN),
	           n->state == SELECTION_CHOSEN);
	option_add(r, &states, "3", say(r, Y_LEFT_OUT),
	           n->state == SELECTION_LEFT_OUT);
	form_open(r, "decide", "/o/%s/selection/%lld/%s/decide", r->org_key,
	          n->year, n->subject_key);
	ask_version(r, n->version);
	ask_line(r, &(struct ask){ .name = "state",
		.label = say(r, Y_STATE) }, &states, false);
	ask_motive(r, n->motive);
	ask_text(r, &(struct ask){ .name = "decided_by",
		.label = say(r, Y_DECIDED_BY),
		.hint = say(r, Y_DECIDED_BY_HINT), .stored = n->decided_by });
	ask_day(r, &(struct ask){ .name = "decided_on",
		.label = say(r, Y_DECIDED_ON) }, n->decided_on != 0 ?
		n->decided_on : day_of_instant(r->s.now));
	button_save(r, say(r, Y_DECIDE_SAVE));
	form_close(r);
}

static enum status one_page(struct req *r)
{
	const char *year;
	struct selection n;

	TRY(read_one(r, &n));
	year = arena_print(r->s.mem, "%lld", n.year);
	page_open(r, &(struct page){ .title = n.title,
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/selection/%lld'>%s</a>"
	     " · %s</p><h1>%s</h1><div class='two even'><div><h2>%s</h2>"
	     "<p>%s", r->org_key, n.year, say_with(r, Y_TITLE, year, NULL),
	     subject_kind_say(r, n.kind), n.title, say(r, Y_DECIDE),
	     say_with(r, Y_DECIDE_NOW, selection_state_say(r, n.state), NULL));
	if (n.decided_on != 0)
		emit(&r->out, " %s", say_with(r, Y_DECIDED, n.decided_by,
		     say_day(r, n.decided_on)));
	emit(&r->out, "</p>");
	if ((r->rights & LEAD) != 0)
		decide_form(r, &n);
	emit(&r->out, "</div><div>");
	if ((r->rights & EDIT) != 0)
		facts_form(r, &n);
	emit(&r->out, "</div></div>");
	page_close(r);
	return OK;
}

static enum status change(struct req *r)
{
	struct selection n;

	TRY(read_one(r, &n));
	n.version = form_version(r);
	n.motive = form_text(r, "motive", TEXT);
	n.unit = form_text(r, "unit", LINE);
	n.lead = form_text(r, "lead", LINE);
	n.quarter = form_choice(r, "quarter", 1, 4);
	TRY(form_fine(r));
	TRY(selection_change(&r->s, &n));
	return go(r, "/o/%s/selection/%lld/%s?saved=1", r->org_key, n.year,
	          n.subject_key);
}

static enum status decide(struct req *r)
{
	struct selection n;

	TRY(read_one(r, &n));
	n.version = form_version(r);
	n.state = (enum selection_state)form_choice(r, "state",
		SELECTION_CHOSEN, SELECTION_LEFT_OUT);
	n.motive = form_needed(r, "motive", TEXT, Y_SAY_MOTIVE);
	n.decided_by = form_needed(r, "decided_by", LINE, Y_SAY_DECIDED_BY);
	n.decided_on = form_day(r, "decided_on");
	if (n.state == 0)
		issue(r, "state", Y_SAY_STATE);
	if (n.decided_on == 0)
		n.decided_on = day_of_instant(r->s.now);
	TRY(form_fine(r));
	TRY(selection_decide(&r->s, &n));
	return go(r, "/o/%s/selection/%lld?saved=1", r->org_key, n.year);
}

/* -- by the rules, and not assured --------------------------------------- */

static void uncovered_row(struct req *r, const struct uncovered *u,
                          const struct trigger_hit_list *hits)
{
	const struct screening *it = u->screened ? &u->screening : NULL;
	struct trigger_facts f = trigger_facts_of(&u->subject, it);

	emit(&r->out, "<li><a class='n' href='/o/%s/begin/%s'>%s</a>"
	     "<span class='m'>%s · ", r->org_key, u->subject.key,
	     u->subject.title, subject_kind_say(r, u->subject.kind));
	if (u->screened)
		emit(&r->out, "<a href='/o/%s/screenings/%s'>%s</a>",
		     r->org_key, it->key, say_with(r, U_SCREENED,
		     screening_outcome(r, it), NULL));
	else
		emit(&r->out, "%s", say(r, U_NOT_SCREENED));
	for (size_t i = 0; i < hits->n; i++)
		emit(&r->out, "<br>%s", trigger_say(r, &hits->v[i], &f));
	emit(&r->out, "</span></li>");
}

static enum status uncovered_page(struct req *r)
{
	struct uncovered_list all = {0};
	struct trigger_list rules = {0};
	size_t shown = 0;
	i64 next;

	TRY(uncovered_list(&r->s, query_no(r, "before"), LOOKED_AT, &all,
	                   &next));
	TRY(trigger_list(&r->s, &rules));
	page_open(r, &(struct page){ .title = say(r, U_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><ul class='rows'>",
	     say(r, U_HEAD), say(r, U_LEAD));
	for (size_t i = 0; i < all.n; i++) {
		const struct uncovered *u = &all.v[i];
		struct trigger_facts f = trigger_facts_of(&u->subject,
			u->screened ? &u->screening : NULL);
		struct trigger_hit_list hits = trigger_all(r->s.mem, &rules,
		                                           &f);

		if (hits.n == 0)
			continue;
		uncovered_row(r, u, &hits);
		shown++;
	}
	emit(&r->out, "</ul>");
	if (shown == 0)
		emit(&r->out, "<p>%s</p>", say(r, U_NONE));
	if (next != 0)
		emit(&r->out, "<p><a href='/o/%s/uncovered?before=%lld'>%s</a>"
		     "</p>", r->org_key, next, say(r, U_OLDER));
	page_close(r);
	return OK;
}

#define ONE "/o/:org/selection/:year/:subject"

static const struct route rows[] = {
	{ GET,  ONE, one_page, READ, ON_ORG },
	{ POST, ONE, change, EDIT, ON_ORG, one_page },
	{ POST, ONE "/decide", decide, LEAD, ON_ORG, one_page },
	{ GET,  "/o/:org/uncovered", uncovered_page, READ, ON_ORG },
	{ 0 },
};
const struct route *const selection_one_routes = rows;
