/* What the finder found over all: the strongest first; and starting it. */
#include "account/job.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "insight/across.h"
#include "insight/across.msg"
#include "insight/list.h"
#include "kit/icu.h"
#include "web/page.h"

enum { SHOWN = 30, NAMED = 3 };

/* -- those they meet ----------------------------------------------------- */

/* What is left to try: nobody has taken a stand on it. */
struct meets { struct best_one one[ACROSS_MOST]; int n, conflicts; };

static void left_of(struct meets *m, const struct across_row *x,
                    const struct candidate_list *taken)
{
	struct best_one found[ACROSS_MOST];
	int n = best_unpack(x->found, found);

	*m = (struct meets){0};
	for (int i = 0; i < n; i++) {
		if (best_is_taken(taken, x->assessment, &found[i]))
			continue;
		m->conflicts += found[i].sign == CONFLICT;
		m->one[m->n++] = found[i];
	}
}

static enum status read_left(struct req *r, const struct across_row_list *all,
                             size_t n, struct meets *m)
{
	struct candidate_list taken = {0};
	i64 ids[SHOWN];

	for (size_t i = 0; i < n; i++)
		ids[i] = all->v[i].assessment;
	TRY(candidates_among(&r->s, ids, n, &taken));
	for (size_t i = 0; i < n; i++)
		left_of(&m[i], &all->v[i], &taken);
	return OK;
}

static const struct facts *facts_at(const struct facts_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

/* The few that are named on the page, read with one question. */
static enum status read_named(struct req *r, const struct meets *m, size_t n,
                              struct facts_list *out)
{
	i64 ids[SHOWN * NAMED];
	size_t many = 0;

	for (size_t i = 0; i < n; i++)
		for (int j = 0; j < m[i].n && j < NAMED; j++)
			ids[many++] = m[i].one[j].other;
	return facts_of(&r->s, ids, many, out);
}

struct goal_said { i64 id; const char *code; };
struct goals_said { struct goal_said *v; size_t n, room; };

static const char *code_of(const struct goals_said *all, i64 goal)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == goal)
			return all->v[i].code;
	return "";
}

static void row(struct req *r, const struct across_row *x,
                const struct meets *m, const struct facts_list *named,
                const struct goals_said *goals)
{
	emit(&r->out, "<li><a class='n' href='/a/%s/across'>%s</a>"
	     "<span class='m'>", x->key, x->title);
	for (int i = 0; i < m->n && i < NAMED; i++) {
		const struct facts *f = facts_at(named, m->one[i].other);

		if (f != NULL)
			emit(&r->out, "%s%s", i == 0 ? "" : " · ", say_with(r,
			     m->one[i].sign == CONFLICT ? X_AGAINST : X_WITH,
			     f->title, code_of(goals, m->one[i].goal)));
	}
	emit(&r->out, "</span><span class='e'>");
	state(r, m->conflicts > 0 ? ICON_FORK_OPEN : ICON_SYNERGY, "",
	      say_count(r, X_TO_TRY, m->n));
	emit(&r->out, "</span></li>");
}

static enum status read_codes(struct req *r, const struct meets *m, size_t n,
                              struct goals_said *out)
{
	for (size_t i = 0; i < n; i++)
		for (int j = 0; j < m[i].n && j < NAMED; j++) {
			i64 goal = m[i].one[j].goal;
			const char *code;

			if (*code_of(out, goal) != '\0')
				continue;
			TRY(goal_code(&r->s, goal, &code));
			*PUSH(r->s.mem, out) = (struct goal_said){ goal,
			                                           code };
		}
	return OK;
}

static void nothing(struct req *r, const struct sentence *why)
{
	emit(&r->out, "<p>%s</p>", say(r, why));
}

/* Those with something left to try. */
static enum status rows_of(struct req *r, struct across_row_list *all,
                           size_t n)
{
	struct meets *m = arena_take(r->s.mem, (n + 1) * sizeof *m);
	struct goals_said goals = {0};
	struct facts_list named = {0};
	bool more = all->n > n;
	size_t left = 0;

	TRY(read_left(r, all, n, m));
	for (size_t i = 0; i < n; i++)
		if (m[i].n > 0) {
			m[left] = m[i];
			all->v[left++] = all->v[i];
		}
	if (left == 0)
		nothing(r, more ? X_PAGE_TRIED : X_ALL_TRIED);
	if (left == 0)
		return OK;
	TRY(read_named(r, m, left, &named));
	TRY(read_codes(r, m, left, &goals));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < left; i++)
		row(r, &all->v[i], &m[i], &named, &goals);
	emit(&r->out, "</ul>");
	return OK;
}

/* -- looking ------------------------------------------------------------- */

static enum status last_look(struct req *r, struct job *out)
{
	struct job_list last = {0};

	TRY(job_list(&r->s, across_job.kind, 1, &last));
	if (last.n > 0)
		*out = last.v[0];
	return OK;
}

static void look_form(struct req *r, const struct job *last)
{
	if (last->id != 0 && last->state <= JOB_RUNNING) {
		emit(&r->out, "<p class='note'><a href='%s'>%s</a></p>",
		     job_address(r, last), say(r, X_GOING));
		return;
	}
	emit(&r->out, "<div class='acts'>");
	if ((r->rights & ANSWER) != 0)
		button_form(r, "look", last->id == 0 ? "btn" : "btn sec",
		            say(r, last->id == 0 ? X_LOOK : X_LOOK_AGAIN),
		            "/o/%s/across", r->org_key);
	if (last->ended_at != 0)
		emit(&r->out, "<span class='muted'>%s</span>", say_with(r,
		     X_LOOKED, say_instant(r, last->ended_at), NULL));
	emit(&r->out, "</div>");
}

static void further(struct req *r, const struct across_row *next)
{
	emit(&r->out, "<p class='acts'>");
	if (next != NULL)
		emit(&r->out, "<a class='btn sec' href='/o/%s/across?"
		     "below=%lld&amp;id=%lld'>%s</a>", r->org_key,
		     next->strength, next->id, say(r, X_MORE));
	if (query_text(r, "below") != NULL)
		emit(&r->out, "<a href='/o/%s/across'>%s</a>", r->org_key,
		     say(r, X_FIRST));
	emit(&r->out, "</p>");
}

static enum status page(struct req *r)
{
	i64 strength = INT64_MAX, id = INT64_MAX;
	struct across_row_list all = {0};
	struct across_row next = {0};
	struct job last = {0};
	bool more;

	if (number_read(query_text(r, "below"), 0, INT64_MAX, &strength))
		(void)number_read(query_text(r, "id"), 0, INT64_MAX, &id);
	else
		strength = INT64_MAX;
	TRY(last_look(r, &last));
	TRY(across_page(&r->s, strength, id, SHOWN + 1, &all));
	more = all.n > SHOWN;
	if (more)
		next = all.v[SHOWN - 1];
	page_open(r, &(struct page){ .title = say(r, X_TITLE),
	                             .menu = "/o/:org/conflicts" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, X_ALL_HEAD));
	list_tabs(r, LIST_KINDS);
	emit(&r->out, "<p class='lead'>%s</p>", say(r, X_ALL_LEAD));
	look_form(r, &last);
	if (all.n > 0)
		TRY(rows_of(r, &all, all.n > SHOWN ? SHOWN : all.n));
	else if (last.id == 0 || last.ended_at != 0)
		nothing(r, last.id == 0 ? X_ALL_NONE : X_ALL_FOUND_NONE);
	if (more || query_text(r, "below") != NULL)
		further(r, more ? &next : NULL);
	page_close(r);
	return OK;
}

static enum status look(struct req *r)
{
	struct job j = {0};

	TRY(job_note(&r->s, across_job.kind, "", &j));
	return go(r, "%s", job_address(r, &j));
}

static const struct route rows[] = {
	{ GET,  "/o/:org/across", page, READ, ON_ORG },
	{ POST, "/o/:org/across", look, ANSWER, ON_ORG, page },
	{ 0 },
};
const struct route *const across_all_routes = rows;
