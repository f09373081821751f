/* Ending the meeting, taking in late answers, and the next one. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/close.msg"
#include "workshop/result.h"

/* -- before the end ------------------------------------------------------ */

static void done_list(struct req *r, const struct meeting *m)
{
	size_t n = 0;

	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>", say(r, X_DONE));
	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];

		if (item_ends(it, &m->reach[i]) != ITEM_DONE)
			continue;
		n++;
		emit(&r->out, "<li><span class='n'>%s</span></li>",
		     item_question(r, it, NULL));
	}
	if (n == 0)
		emit(&r->out, "<li><span class='n'>%s</span></li>",
		     say(r, X_DONE_NONE));
	emit(&r->out, "</ul>");
}

/* By name and reason, and whether it comes back. */
static void rest_list(struct req *r, const struct meeting *m)
{
	size_t n = 0;

	emit(&r->out, "<h2>%s</h2><ul class='rows tight'>", say(r, X_REST));
	for (size_t i = 0; i < m->items.n; i++) {
		struct text_list lines = lacking_lines(r, m, i);

		for (size_t k = 0; item_is_rest(m, i) && k < lines.n; k++, n++)
			emit(&r->out, "<li><span class='n'>%s</span></li>",
			     lines.v[k]);
	}
	if (n == 0)
		emit(&r->out, "<li><span class='n'>%s</span></li>",
		     say(r, X_REST_NONE));
	emit(&r->out, "</ul>");
	if (n > 0)
		emit(&r->out, "<p>%s</p>", say(r, X_REST_WHAT));
}

static void skipped_list(struct req *r, const struct meeting *m)
{
	bool begun = false;

	for (size_t i = 0; i < m->items.n; i++) {
		const struct item *it = &m->items.v[i];

		if (it->state != ITEM_SKIPPED)
			continue;
		if (!begun)
			emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
			     say(r, X_SKIPPED));
		begun = true;
		emit(&r->out, "<li><span class='n'>%s</span></li>",
		     item_question(r, it, NULL));
	}
	if (begun)
		emit(&r->out, "</ul>");
}

static void running(struct req *r, const struct meeting *m)
{
	emit(&r->out, "<p class='lead'>%s</p>", say(r, X_LEAD));
	done_list(r, m);
	rest_list(r, m);
	skipped_list(r, m);
	form_open(r, "end", "/w/%s/close", m->w.key);
	form_hidden_no(r, "turn", m->w.turn);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, X_END));
	emit(&r->out, "<a href='/w/%s/lead'>%s</a></p>", m->w.key,
	     say(r, X_TO_LEAD));
	form_close(r);
}

enum status close_page(struct req *r)
{
	struct meeting m = {0};

	TRY(meeting_read(&r->s, r->object, &m));
	workshop_open(r, &m.w, say(r, X_TITLE));
	emit(&r->out, "<h1>%s</h1>", say(r, X_HEAD));
	if (m.w.state == WORKSHOP_RUNNING)
		running(r, &m);
	else if (workshop_is_over(m.w.state))
		emit(&r->out, "<p class='lead'>%s</p><p class='acts'><a"
		     " class='btn' href='/w/%s/result'>%s</a></p>",
		     say(r, X_OVER), m.w.key, say(r, X_SEE));
	else
		emit(&r->out, "<p class='lead'>%s</p><p class='acts'><a"
		     " class='btn' href='/w/%s/lead'>%s</a></p>",
		     say(r, X_NOT_YET), m.w.key, say(r, X_TO_LEAD));
	page_close(r);
	return OK;
}

/* -- the end ------------------------------------------------------------- */

static enum status words_here(struct req *r, struct close_words *out)
{
	struct came_list came = {0};

	TRY(came_list(&r->s, r->object, &came));
	*out = close_words(r, &came);
	return OK;
}

/* Frozen, or at the wrong time? It is said which. */
static enum status explain(struct req *r, enum status done, i64 assessment,
                           const struct sentence *when)
{
	if (done == DENIED)
		issue(r, NULL, assess_open(&r->s, assessment) == DENIED ?
		      X_FROZEN : when);
	if (done == STALE)
		issue(r, NULL, X_STALE);
	return done == DENIED ? INVALID : done;
}

enum status close_save(struct req *r)
{
	struct close_words words;
	struct workshop w = {0};
	i64 turn = 0;
	enum status done;

	TRY(workshop_here(r, &w));
	TRY(words_here(r, &words));
	(void)number_read(or_empty(form_raw(r, "turn")), 1, INT32_MAX, &turn);
	done = workshop_close(&r->s, w.id, turn, &words);
	if (done != OK)
		return explain(r, done, w.assessment, X_NOT_NOW);
	return go(r, "/w/%s/result?saved=1", w.key);
}

enum status compile_save(struct req *r)
{
	struct close_words words;
	struct workshop w = {0};
	enum status done;

	TRY(workshop_here(r, &w));
	TRY(words_here(r, &words));
	done = workshop_compile(&r->s, w.id, &words);
	if (done != OK)
		return explain(r, done, w.assessment, R_CANNOT);
	return go(r, "/w/%s/result?saved=1", w.key);
}

enum status follow_save(struct req *r)
{
	size_t before = r->issues.n;
	i64 day = form_day(r, "day"), id;
	struct workshop next = {0};
	enum status done;

	if (day == 0 && r->issues.n == before)
		issue(r, "day", R_FOLLOW_SAY);
	TRY(form_fine(r));
	done = workshop_follow(&r->s, r->object, day, &id);
	if (done == TAKEN)
		issue(r, NULL, R_THERE);
	if (done == DENIED)
		issue(r, NULL, R_NOTHING);
	if (done != OK)
		return done == DENIED ? INVALID : done;
	TRY(workshop_get(&r->s, id, &next));
	return go(r, "/w/%s/plan?saved=1", next.key);
}

static const struct route rows[] = {
	{ GET,  "/w/:workshop/close", close_page, LEAD, ON_WORKSHOP },
	{ POST, "/w/:workshop/close", close_save, LEAD, ON_WORKSHOP,
	  close_page },
	{ GET,  "/w/:workshop/result", result_page, READ, ON_WORKSHOP,
	  .heavy = true },
	{ GET,  "/w/:workshop/result.:kind", result_file, READ, ON_WORKSHOP,
	  .heavy = true },
	{ POST, "/w/:workshop/compile", compile_save, LEAD, ON_WORKSHOP,
	  result_page },
	{ POST, "/w/:workshop/follow", follow_save, LEAD, ON_WORKSHOP,
	  result_page },
	{ GET,  "/w/:workshop/rounds/:no", round_page, READ, ON_WORKSHOP },
	{ GET,  "/a/:assessment/origin/:no", origin_page, READ,
	  ON_ASSESSMENT },
	{ 0 },
};
const struct route *const close_routes = rows;
