/* What needs me now, and the state of the whole. */
#include <string.h>

#include "action/action.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"
#include "home/home.h"
#include "home/home.msg"
#include "screening/selection.h"
#include "remind/share.h"
#include "renew/renewal.h"
#include "workshop/workshop.h"

enum { MINE = 5, SHOWN = 8, MEETINGS = 40 };

/* -- what waits for the visitor ------------------------------------------ */

static enum status unhandled(struct req *r, i64 assessment, i64 *n)
{
	struct conflict_list conflicts = {0};
	struct position_list positions = {0};
	struct finding_list findings = {0};
	struct action_list actions = {0};

	TRY(finding_list(&r->s, assessment, &findings));
	TRY(conflict_list(&r->s, assessment, &conflicts));
	TRY(position_list(&r->s, assessment, &positions));
	TRY(action_list(&r->s, assessment, &actions));
	*n = 0;
	for (size_t i = 0; i < findings.n; i++)
		*n += finding_is_negative(&findings.v[i]) &&
		      finding_handled(&findings.v[i], &conflicts, &positions,
		                      &actions) == BY_NOTHING;
	return OK;
}

static enum status mine_row(struct req *r, const struct assessment *a)
{
	struct answer missing = {0};
	enum status found = answer_get(&r->s, a->id, 0, MEANS_MISSING,
	                               &missing);
	i64 n;

	if (found != OK && found != NOT_FOUND)
		return found;
	TRY(unhandled(r, a->id, &n));
	emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a>"
	     "<span class='m'>%s%s%s%s</span><span class='e'>", a->key,
	     a->title, n > 0 ? say_count(r, H_UNHANDLED, n) : "",
	     n > 0 && found == NOT_FOUND ? ". " : "",
	     found == NOT_FOUND ? say(r, H_MISSING) : "",
	     n == 0 && found == OK ? say(r, H_GO_ON) : "");
	state_shown(r, a);
	emit(&r->out, "</span></li>");
	return OK;
}

/* Half past nine is morning, six is evening, in Stockholm. */
static const struct sentence *greeting(const struct req *r)
{
	const char *time = time_say(r->s.mem, SWEDISH, r->s.now);

	if (strcmp(time, "10") < 0 && strcmp(time, "04") > 0)
		return H_MORNING;
	return strcmp(time, "18") >= 0 ? H_EVENING : H_DAY;
}

static const char *first_name(const struct req *r)
{
	return arena_text(r->s.mem, r->person_name,
	                  strcspn(r->person_name, " "));
}

static void one_door(struct req *r, const char *page,
                     const struct sentence *name, const struct sentence *text)
{
	emit(&r->out, "<li><a href='/o/%s/%s'>%s</a><p>%s</p></li>",
	     r->org_key, page, say(r, name), say(r, text));
}

static void doors(struct req *r)
{
	if ((r->rights & EDIT) == 0)
		return;
	emit(&r->out, "<h2 class='vh'>%s</h2><ul class='doors'>",
	     say(r, H_BEGIN));
	one_door(r, "new", H_DOOR, H_DOOR_TEXT);
	one_door(r, "reply", H_REPLY, H_REPLY_TEXT);
	one_door(r, "invite", H_INVITE, H_INVITE_TEXT);
	emit(&r->out, "</ul>");
}

static enum status mine(struct req *r, const struct assessment_list *led)
{
	emit(&r->out, "<h2>%s</h2>", say(r, H_MINE));
	if (led->n == 0)
		emit(&r->out, "<p>%s</p>", say(r, H_NOTHING));
	emit(&r->out, "<ol class='rows'>");
	for (size_t i = 0; i < led->n; i++)
		TRY(mine_row(r, &led->v[i]));
	emit(&r->out, "</ol>");
	return OK;
}

/* The meeting that goes on, or the next one: for those who lead. */
static enum status next_meeting(struct req *r)
{
	struct workshop_list all = {0};
	const struct workshop *next = NULL;
	i64 today = day_of_instant(r->s.now);

	if ((r->rights & LEAD) == 0)
		return OK;
	TRY(workshop_list(&r->s, 0, MEETINGS, &all));
	for (size_t i = 0; i < all.n; i++)
		if (!workshop_is_over(all.v[i].state) &&
		    all.v[i].day >= today)
			next = &all.v[i];
	if (next == NULL)
		return OK;
	emit(&r->out, "<h2>%s</h2><ul class='rows'><li><a class='n'"
	     " href='/w/%s'>%s</a><span class='m'>%s</span></li></ul>",
	     say(r, next->day == today ? H_MEETING_TODAY : H_MEETING_NEXT),
	     next->key, next->title, say_day(r, next->day));
	return OK;
}

/* Those one leads that something has changed for (BR-01, BR-02). */
static enum status to_renew(struct req *r)
{
	struct renewal_list all = {0};

	TRY(renewal_waiting(&r->s, r->s.person, 0, SHOWN, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h2>%s</h2>", say(r, H_RENEWAL));
	renewal_rows(r, &all, SHOWN);
	emit(&r->out, "<p><a href='/o/%s/renewal?show=mine'>%s</a></p>",
	     r->org_key, say(r, H_RENEWAL_ALL));
	return OK;
}

/* -- conflicts and late actions ------------------------------------------ */

static enum status conflicts(struct req *r)
{
	struct conflict_list all = {0};
	i64 n = 0;

	TRY(conflict_open_list(&r->s, SHOWN, &all));
	TRY(conflict_open_count(&r->s, &n));
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p><ul class='rows'>",
	     say(r, H_CONFLICTS), n == 0 ? say(r, H_NO_CONFLICT) :
	     n == CONFLICTS_COUNTED ? say(r, H_CONFLICT_MANY) :
	     say_count(r, H_CONFLICT_N, n));
	for (size_t i = 0; i < all.n; i++) {
		const struct conflict *c = &all.v[i];
		bool asked = c->state == CONFLICT_ASKED;

		emit(&r->out, "<li><a class='n' href='/a/%s/conflicts/%lld'>"
		     "%s</a><span class='m'>%s</span><span class='e'>",
		     c->assessment_key, c->no, c->title, c->subject_title);
		state(r, asked ? ICON_FORK_ASKED : ICON_FORK_OPEN, "",
		      text_blank(c->decider) ? say(r, H_NOT_ASKED) :
		      say_with(r, H_WAITS_FOR, c->decider, NULL));
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
	return OK;
}

static enum status late(struct req *r)
{
	struct action_list all = {0};

	TRY(action_late_list(&r->s, day_of_instant(r->s.now), SHOWN, &all));
	emit(&r->out, "<h2 id='late'>%s</h2>", say(r, H_LATE));
	if (all.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, H_NO_LATE));
		return OK;
	}
	emit(&r->out, "<section class='scroll stack' aria-labelledby='late'"
	     " tabindex='0'><table><caption class='vh'>%s</caption><thead>"
	     "<tr><th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th></tr></thead>"
	     "<tbody>", say(r, H_LATE), say(r, H_ACTION),
	     say(r, H_RESPONSIBLE), say(r, H_DUE), say(r, H_ASSESSMENT));
	for (size_t i = 0; i < all.n; i++) {
		const struct action *a = &all.v[i];

		emit(&r->out, "<tr><th scope='row'><a href='/a/%s/actions/"
		     "%lld'>%s</a></th><td data-l='%s'>%s</td>"
		     "<td data-l='%s' class='num'>%s</td><td data-l='%s'>%s"
		     "</td></tr>", a->assessment_key, a->no, a->title,
		     say(r, H_RESPONSIBLE), a->responsible, say(r, H_DUE),
		     say_day(r, a->due), say(r, H_ASSESSMENT),
		     a->subject_title);
	}
	emit(&r->out, "</tbody></table></section>");
	return OK;
}

/* -- the whole ----------------------------------------------------------- */

static enum status by_state(struct req *r)
{
	i64 counts[ASSESS_REPLACED + 1] = {0}, n = 0;
	bool all = true;

	TRY(assess_counts(&r->s, counts));
	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
	     say(r, H_STATES));
	for (int s = ASSESS_DRAFT; s <= ASSESS_REPLACED; s++) {
		if (counts[s] == 0)
			continue;
		n += counts[s];
		all = all && counts[s] < ASSESS_COUNTED;
		emit(&r->out, "<li><a class='n' href='/o/%s/assessments?"
		     "state=%d'>%s</a><span class='e num'>%s</span></li>",
		     r->org_key, s, state_word(r, (enum assessment_state)s),
		     counted_say(r, counts[s]));
	}
	emit(&r->out, "</ul>");
	if (n > 0)
		emit(&r->out, "<p><a href='/o/%s/assessments'>%s</a></p>",
		     r->org_key, all ? say_count(r, H_ALL, n) :
		     say(r, H_ALL_MANY));
	return OK;
}

/* A page of the organisation, and who may see it. */
struct way_to { const char *page; const struct sentence *word;
                unsigned right; };

static const struct way_to in_time[] = {
	{ "waiting", H_WAITS, READ },
	{ "calendar", H_CALENDAR, READ },
	{ "renewal", H_RENEWAL, READ },
	{ "screenings", H_SCREENINGS, READ },
	{ "uncovered", H_UNCOVERED, READ },
};

static const struct way_to over_all[] = {
	{ "positions", H_POSITIONS, READ },
	{ "gaps", H_GAPS, READ },
	{ "across", H_ACROSS, READ },
	{ "assignments", H_ASSIGNMENTS, READ },
	{ "patterns", H_PATTERNS, READ },
};

static const struct way_to kept[] = {
	{ "groups", H_GROUPS, READ }, { "methods", H_MODELS, READ },
	{ "publishing", H_PUBLIC, READ }, { "duties", H_DUTIES, EDIT },
	{ "rules", H_RULES, ADMIN },
};

static const struct way_to set_up[] = {
	{ "signing", H_SIGNING, ADMIN },
	{ "people", H_PEOPLE, ADMIN }, { "bodies", H_BODIES, ADMIN },
	{ "letter", H_LETTER, ADMIN }, { "look", H_LOOK, ADMIN },
	{ "mail", H_MAIL, ADMIN }, { "api", H_API, ADMIN },
	{ "jobs", H_JOBS, ADMIN },
};

static void ways(struct req *r, const struct way_to *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((r->rights & all[i].right) != 0)
			emit(&r->out, "<li><a href='/o/%s/%s'>%s</a></li>",
			     r->org_key, all[i].page, say(r, all[i].word));
}

/* What others have let one in to; nothing where there is none. */
static enum status shared(struct req *r)
{
	struct shared_list one = {0};

	TRY(shared_with_me(&r->s, 1, &one));
	if (one.n > 0)
		emit(&r->out, "<p><a href='/shared'>%s</a></p>",
		     say(r, H_SHARED));
	return OK;
}

static void registers(struct req *r)
{
	i64 year = year_of_day(day_of_instant(r->s.now));

	emit(&r->out, "<h2>%s</h2><ul><li><a href='/o/%s/selection/%lld'>%s"
	     "</a></li>", say(r, H_IN_TIME), r->org_key, year,
	     say(r, H_SELECTION));
	ways(r, in_time, COUNT(in_time));
	emit(&r->out, "</ul><h2>%s</h2><ul>", say(r, H_OVER_ALL));
	ways(r, over_all, COUNT(over_all));
	emit(&r->out, "</ul><h2>%s</h2><ul>", say(r, H_REGISTERS));
	ways(r, kept, COUNT(kept));
	emit(&r->out, "</ul>");
	if ((r->rights & ADMIN) == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, H_SET_UP));
	ways(r, set_up, COUNT(set_up));
	emit(&r->out, "</ul>");
}

static enum status messages(struct req *r)
{
	struct message_list all = {0};

	if ((r->rights & ADMIN) == 0)
		return OK;
	TRY(message_list(&r->s, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, H_MESSAGES));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><span class='n'>%s</span><span class='m'>"
		     "%s %s</span></li>", all.v[i].text,
		     say_day(r, day_of_instant(all.v[i].at)),
		     all.v[i].contact);
	emit(&r->out, "</ul>");
	return OK;
}

static enum status home(struct req *r)
{
	struct assessment_list led = {0};

	TRY(assess_led_by(&r->s, r->s.person, MINE, &led));
	page_open(r, &(struct page){ .title = say(r, H_TITLE),
	                             .menu = "/o/:org" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s %s</h1>", say_with(r, greeting(r),
	     first_name(r), NULL), led.n == 0 ? say(r, H_NOTHING) :
	     say_count(r, H_WAITING, (i64)led.n));
	doors(r);
	emit(&r->out, "<div class='two'><div>");
	TRY(next_meeting(r));
	TRY(mine(r, &led));
	TRY(to_renew(r));
	TRY(conflicts(r));
	TRY(late(r));
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, H_STATE_OF));
	TRY(by_state(r));
	TRY(shared(r));
	registers(r);
	TRY(messages(r));
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org", home, READ, ON_ORG, .menu = H_TITLE },
	{ 0 },
};
const struct route *const home_routes = rows;
