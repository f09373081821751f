/* Where a long work stands: a page that is live, and works without script. */
#include <string.h>

#include "account/job.h"
#include "account/job.msg"
#include "base/text.h"
#include "static_names.h"
#include "web/live.h"
#include "web/page.h"

enum { SHOWN = 50 };

const struct job_work *const *job_works;

/* -- words --------------------------------------------------------------- */

static const char *title_of(const struct req *r, const struct job *j)
{
	for (const struct job_work *const *w = job_works; *w != NULL; w++)
		if (same((*w)->kind, j->kind))
			return say(r, (*w)->title);
	return say(r, JOB_UNKNOWN);
}

const char *job_address(const struct req *r, const struct job *j)
{
	return arena_print(r->s.mem, "/o/%s/jobs/%s", r->org_key, j->key);
}

void job_state_shown(struct req *r, const struct job *j)
{
	static const struct {
		enum icon icon;
		const char *class;
		const struct sentence *word;
	} all[] = {
		[JOB_WAITING]   = { ICON_CLOCK, "", JOB_WAITS },
		[JOB_RUNNING]   = { ICON_HALF, "", JOB_RUNS },
		[JOB_DONE]      = { ICON_DONE, "ok", JOB_IS_DONE },
		[JOB_FAILED]    = { ICON_LATE, "due", JOB_FAILS },
		[JOB_CANCELLED] = { ICON_OUTSIDE, "", JOB_STOPPED },
	};

	if (j->stop && j->state == JOB_RUNNING)
		state(r, ICON_HALF, "", say(r, JOB_STOPS));
	else
		state(r, all[j->state].icon, all[j->state].class,
		      say(r, all[j->state].word));
}

static const char *by_whom(const struct req *r, const struct job *j)
{
	if (text_blank(j->person_name))
		return say_instant(r, j->made_at);
	return say_with(r, JOB_BY, j->person_name,
	                say_instant(r, j->made_at));
}

/* -- one ----------------------------------------------------------------- */

static bool may_cancel(const struct req *r, const struct job *j)
{
	return (r->s.person == j->person || (r->rights & ADMIN) != 0) &&
	       j->state <= JOB_RUNNING && !j->stop;
}

static void how_far(struct req *r, const struct job *j)
{
	const char *far;

	if (j->state != JOB_RUNNING)
		return;
	if (j->total == 0) {
		emit(&r->out, "<p class='muted'>%s</p>", say(r, JOB_BEGINS));
		return;
	}
	far = say_with(r, JOB_FAR,
	               number_say(r->s.mem, r->language, j->done),
	               number_say(r->s.mem, r->language, j->total));
	emit(&r->out, "<p id='far'>%s</p><progress class='prog'"
	     " aria-label='%s' value='%lld' max='%lld'>%s</progress>", far,
	     say(r, JOB_HOW_FAR), j->done, j->total, far);
}

static void what_now(struct req *r, const struct job *j)
{
	if (j->state == JOB_FAILED || j->state == JOB_CANCELLED)
		emit(&r->out, "<p>%s</p>", say(r, j->state == JOB_FAILED ?
		     JOB_FAILED_TEXT : JOB_STOPPED_TEXT));
	emit(&r->out, "<div class='acts'>");
	if (!text_blank(j->note) && j->state > JOB_RUNNING)
		emit(&r->out, "<a class='btn' href='/o/%s/%s'>%s</a>",
		     r->org_key, j->note, say(r, JOB_RESULT));
	if (j->state <= JOB_RUNNING)
		emit(&r->out, "<a class='btn sec' href='%s'>%s</a>",
		     job_address(r, j), say(r, JOB_LOOK_AGAIN));
	if (may_cancel(r, j))
		button_form(r, "cancel", "btn sec", say(r, JOB_CANCEL),
		            "%s/cancel", job_address(r, j));
	emit(&r->out, "</div>");
}

static enum status one(struct req *r)
{
	struct job j = {0};

	TRY(job_get(&r->s, arg_text(r, "job"), &j));
	page_open(r, &(struct page){ .title = title_of(r, &j),
	                             .script = STATIC_LIVE_JS });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/jobs'>%s</a> · %s</p>"
	     "<h1>%s</h1><div id='job'", r->org_key, say(r, JOB_ALL),
	     by_whom(r, &j), title_of(r, &j));
	if (j.state <= JOB_RUNNING)
		emit(&r->out, " data-live='%s/live' data-part='%s'",
		     job_address(r, &j), job_address(r, &j));
	emit(&r->out, "><p>");
	job_state_shown(r, &j);
	emit(&r->out, "</p>");
	how_far(r, &j);
	what_now(r, &j);
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

static enum status follow(struct req *r)
{
	struct job j = {0};

	TRY(job_get(&r->s, arg_text(r, "job"), &j));
	return live_follow(r, arena_print(r->s.mem, "job:%lld", j.id), 500);
}

static enum status cancel(struct req *r)
{
	struct job j = {0};

	TRY(job_get(&r->s, arg_text(r, "job"), &j));
	if (!may_cancel(r, &j))
		return DENIED;
	TRY(job_cancel(&r->s, &j));
	return go(r, "%s?saved=1", job_address(r, &j));
}

/* -- all ----------------------------------------------------------------- */

static enum status all_of_them(struct req *r)
{
	struct job_list all = {0};

	TRY(job_list(&r->s, NULL, SHOWN, &all));
	page_open(r, &(struct page){ .title = say(r, JOBS) });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, JOBS_HEAD),
	     say(r, JOBS_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, JOBS_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++) {
		emit(&r->out, "<li><a class='n' href='%s'>%s</a>"
		     "<span class='m'>%s</span><span class='e'>",
		     job_address(r, &all.v[i]), title_of(r, &all.v[i]),
		     by_whom(r, &all.v[i]));
		job_state_shown(r, &all.v[i]);
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/jobs", all_of_them, READ, ON_ORG },
	{ GET,  "/o/:org/jobs/:job", one, READ, ON_ORG },
	{ GET,  "/o/:org/jobs/:job/live", follow, READ, ON_ORG },
	{ POST, "/o/:org/jobs/:job/cancel", cancel, READ, ON_ORG, one },
	{ 0 },
};
const struct route *const job_routes = rows;
