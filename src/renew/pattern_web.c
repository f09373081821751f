/* What comes back from one assessment to the next, and how the method is
 * used. */
#include "actor/actor.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"
#include "kit/icu.h"
#include "renew/pattern_view.h"
#include "renew/pattern.msg"

enum { YEARS_SHOWN = 8 };

static const char *out_of(const struct req *r, const struct sentence *how,
                          i64 n, i64 of)
{
	return say_with(r, how, digits(r, n), digits(r, of));
}

static void heading(struct req *r, const struct sentence *head, size_t n,
                    const struct sentence *none)
{
	emit(&r->out, "<h2>%s</h2>", say(r, head));
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, none));
}

/* -- goals, actors, groups ----------------------------------------------- */

static void goals(struct req *r, const struct pattern *p)
{
	heading(r, Q_GOALS, p->goals.n, Q_NO_GOALS);
	if (p->goals.n == 0)
		return;
	emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < p->goals.n; i++) {
		const struct pattern_goal *g = &p->goals.v[i];

		emit(&r->out, "<li><span class='n'>%s %s</span>"
		     "<span class='m'>%s<br>%s</span></li>", g->code,
		     either(r, g->title_sv, g->title_en),
		     out_of(r, Q_OF_JUDGED, g->negative, g->judged),
		     either(r, g->framework_sv, g->framework_en));
	}
	emit(&r->out, "</ul>");
}

static void counted(struct req *r, const char *name, const char *how)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s</span>"
	     "</li>", name, how);
}

static void actors(struct req *r, const struct pattern *p)
{
	heading(r, Q_ACTORS, p->actors.n, Q_NO_ACTORS);
	if (p->actors.n == 0)
		return;
	emit(&r->out, "<ul class='rows tight'>");
	for (size_t i = 0; i < p->actors.n; i++)
		counted(r, p->actors.v[i].name, out_of(r, Q_OF_IN,
		        p->actors.v[i].hit, p->actors.v[i].of));
	emit(&r->out, "</ul><h2>%s</h2><ul class='rows tight'>",
	     say(r, Q_KINDS));
	for (size_t i = 0; i < p->kinds.n; i++)
		counted(r, actor_kind_say(r,
		        (enum actor_kind)p->kinds.v[i].what), out_of(r,
		        Q_OF_IN, p->kinds.v[i].hit, p->kinds.v[i].of));
	emit(&r->out, "</ul>");
}

/* Those named as often stand together, so that none is left out by chance. */
static size_t named_alike(struct req *r, const struct pattern *p, size_t at)
{
	const struct pattern_group *g = p->groups.v;
	i64 named = g[at].named;
	const char *names = either(r, g[at].name_sv, g[at].name_en);

	for (at++; at < p->groups.n && g[at].named == named; at++)
		names = arena_print(r->s.mem, "%s, %s", names,
			either(r, g[at].name_sv, g[at].name_en));
	counted(r, say_fill(r->s.mem, say_count(r, Q_OF_NAMED, p->among),
	                    digits(r, named), NULL), names);
	return at;
}

static void groups(struct req *r, const struct pattern *p)
{
	heading(r, Q_GROUPS, p->groups.n, Q_NO_GROUPS);
	if (p->groups.n == 0)
		return;
	emit(&r->out, "<p>%s</p><ul class='rows tight'>",
	     say(r, Q_GROUPS_MEAN));
	for (size_t i = 0; i < p->groups.n && i < PATTERN_SHOWN; )
		i = named_alike(r, p, i);
	emit(&r->out, "</ul>");
}

/* -- the method ---------------------------------------------------------- */

static const char *begun_said(const struct req *r, i64 n)
{
	if (n > PATTERN_BEGUN)
		return say_with(r, Q_BEGUN_MANY, number_say(r->s.mem,
		                r->language, PATTERN_BEGUN), NULL);
	return n == 0 ? say(r, Q_BEGUN_NONE) : say_count(r, Q_BEGUN, n);
}

/* Of a few each: a quarter of three is nobody. */
static const char *days_said(const struct req *r, struct pattern_used *u)
{
	struct quartiles d = quartiles_of(&u->days);
	const char *all = "";

	if (d.median < 0)
		return say(r, Q_UNKNOWN);
	if (u->days.n < PATTERN_FEW) {
		for (size_t i = 0; i < u->days.n; i++)
			all = arena_print(r->s.mem, "%s%s%lld", all,
			                  i == 0 ? "" : ", ", u->days.v[i]);
		return all;
	}
	if (d.first == d.third)
		return digits(r, d.median);
	return say_with(r, Q_MEDIAN, digits(r, d.median),
	                arena_print(r->s.mem, "%lld–%lld", d.first, d.third));
}

static void uses(struct req *r, const struct pattern *p)
{
	emit(&r->out, "<section class='scroll stack'"
	     " aria-labelledby='use' tabindex='0'><table><caption class='vh'>"
	     "%s</caption><thead><tr><th scope='col'>%s</th><th scope='col'>"
	     "%s</th><th scope='col'>%s</th><th scope='col'>%s</th></tr>"
	     "</thead><tbody>", say(r, Q_USE), say(r, Q_MODEL),
	     say(r, Q_ENDED), say(r, Q_DAYS), say(r, Q_CHANGED));
	for (size_t i = 0; i < p->uses.n; i++) {
		struct pattern_used *u = &p->uses.v[i];

		emit(&r->out, "<tr><th scope='row'>%s, %s</th>"
		     "<td data-l='%s' class='num'>%lld</td><td data-l='%s'>%s"
		     "</td><td data-l='%s'>%s</td></tr>",
		     either(r, u->model_sv, u->model_en),
		     depth_say(r, u->depth), say(r, Q_ENDED), u->ended,
		     say(r, Q_DAYS), days_said(r, u), say(r, Q_CHANGED),
		     out_of(r, Q_OF, u->changed, u->ended));
	}
	emit(&r->out, "</tbody></table></section>");
}

/* -- the meetings -------------------------------------------------------- */

void pattern_questions(const struct pattern_said *s,
                       struct pattern_question out[QUESTIONS])
{
	static const struct sentence *const paces[] = {
		Q_SLOW, Q_RIGHT, Q_FAST };
	static const struct sentence *const scale[] = {
		Q_LEAST, Q_2, Q_3, Q_4, Q_MOST };

	out[0] = (struct pattern_question){ Q_WORTH, scale, s->worth, SCALE };
	out[1] = (struct pattern_question){ Q_HEARD, scale, s->heard, SCALE };
	out[2] = (struct pattern_question){ Q_PACE, paces, s->pace, PACES };
}

const char *pattern_answer(const struct req *r,
                           const struct pattern_question *q, i64 answer)
{
	return say(r, q->words[answer - 1]);
}

static void answer_row(struct req *r, const struct pattern_question *q)
{
	emit(&r->out, "<tr><th scope='row'>%s</th>", say(r, q->asked));
	for (i64 k = 1; k <= q->most && q->n[0] >= PATTERN_FEW; k++)
		emit(&r->out, "<td data-l='%s' class='num'>%lld</td>",
		     pattern_answer(r, q, k), q->n[k]);
	if (q->n[0] < PATTERN_FEW)
		emit(&r->out, "<td colspan='%lld'>%s</td></tr>", q->most + 1,
		     say(r, Q_FEW));
	else
		emit(&r->out, "<td data-l='%s' class='num'>%lld</td></tr>",
		     say(r, Q_ANSWERED), q->n[0]);
}

/* Questions with the same answers. */
static void answers(struct req *r, const struct pattern_question *q, size_t n)
{
	emit(&r->out, "<section class='scroll stack' aria-label='%s'"
	     " tabindex='0'><table><caption class='vh'>%s</caption><thead>"
	     "<tr><th scope='col'>%s</th>", say(r, q->asked),
	     say(r, q->asked), say(r, Q_ASKED));
	for (i64 k = 1; k <= q->most; k++)
		emit(&r->out, "<th scope='col' class='num'>%s</th>",
		     pattern_answer(r, q, k));
	emit(&r->out, "<th scope='col' class='num'>%s</th></tr></thead>"
	     "<tbody>", say(r, Q_ANSWERED));
	for (size_t i = 0; i < n; i++)
		answer_row(r, &q[i]);
	emit(&r->out, "</tbody></table></section>");
}

static void said(struct req *r, const struct pattern *p)
{
	struct pattern_question all[QUESTIONS];
	i64 n = 0;

	pattern_questions(&p->said, all);
	for (size_t i = 0; i < QUESTIONS; i++)
		n += all[i].n[0];
	heading(r, Q_SAID, n > 0, Q_NOT_SAID);
	if (n == 0)
		return;
	emit(&r->out, "<p>%s</p>", say_with(r, Q_SAID_HOW,
	     digits(r, PATTERN_MEETINGS), NULL));
	answers(r, all, QUESTIONS - 1);
	answers(r, &all[QUESTIONS - 1], 1);
}

/* -- the page ------------------------------------------------------------ */

static i64 year_asked(const struct req *r)
{
	i64 year = 0;

	return number_read(query_text(r, "year"), 1970, 2199, &year) ?
	       year : 0;
}

static const char *address(const struct req *r, const char *page, i64 year)
{
	const char *at = arena_print(r->s.mem, "/o/%s/%s", r->org_key, page);

	return year == 0 ? at :
	       arena_print(r->s.mem, "%s?year=%lld", at, year);
}

/* Latest first; one that was asked for stands there too. */
static void years(struct req *r, const struct pattern *p)
{
	i64 least = p->last - YEARS_SHOWN + 1;

	if (p->last == 0)
		return;
	if (least < p->first)
		least = p->first;
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, Q_YEARS));
	tab(r, p->year == 0, address(r, "patterns", 0), say(r, Q_ALL_YEARS));
	if (p->year > p->last)
		tab(r, true, address(r, "patterns", p->year),
		    digits(r, p->year));
	for (i64 year = p->last; year >= least; year--)
		tab(r, year == p->year, address(r, "patterns", year),
		    digits(r, year));
	if (p->year != 0 && p->year < least)
		tab(r, true, address(r, "patterns", p->year),
		    digits(r, p->year));
	emit(&r->out, "</ul></nav>");
}

static void files(struct req *r, i64 year)
{
	emit(&r->out, "<p class='acts noprint'><span class='muted'>%s</span>"
	     "<a href='%s'>XLSX</a><a href='%s'>CSV</a></p>", say(r, Q_FILE),
	     address(r, "patterns.xlsx", year),
	     address(r, "patterns.csv", year));
}

static const char *among_said(const struct req *r, const struct pattern *p)
{
	if (p->among == 0)
		return p->year == 0 ? say(r, Q_NONE) : say_with(r,
		       Q_NONE_YEAR, digits(r, p->year), NULL);
	return p->among < PATTERN_AMONG ? say_count(r, Q_AMONG, p->among) :
	       arena_print(r->s.mem, "%s %s", say_count(r, Q_AMONG,
	                   p->among), say(r, Q_LATEST));
}

static enum status page(struct req *r)
{
	const char *title;
	struct pattern p;

	TRY(pattern_read(&r->s, year_asked(r), PATTERN_SHOWN, &p));
	title = p.year == 0 ? say(r, Q_TITLE) : say_with(r, Q_TITLE_YEAR,
	        digits(r, p.year), NULL);
	page_open(r, &(struct page){ .title = title,
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", title,
	     say(r, Q_LEAD));
	years(r, &p);
	emit(&r->out, "<p>%s</p>", among_said(r, &p));
	if (p.among > 0) {
		goals(r, &p);
		actors(r, &p);
		groups(r, &p);
	}
	emit(&r->out, "<h2 id='use'>%s</h2><p>%s</p>", say(r, Q_USE),
	     begun_said(r, p.begun));
	if (p.among > 0) {
		uses(r, &p);
		said(r, &p);
		files(r, p.year);
	}
	page_close(r);
	return OK;
}

static enum status file(struct req *r)
{
	i64 year = year_asked(r);
	struct pattern p;

	TRY(pattern_read(&r->s, year, PATTERN_FILED, &p));
	return paper_reply(r, pattern_paper(r, &p), year == 0 ? "monster" :
	                   arena_print(r->s.mem, "monster-%lld", year));
}

static const struct route rows[] = {
	{ GET, "/o/:org/patterns", page, READ, ON_ORG },
	{ GET, "/o/:org/patterns.:kind", file, READ, ON_ORG, .heavy = true },
	{ 0 },
};
const struct route *const pattern_routes = rows;
