/* The chapters of a finished assessment, as its paper has them, with a remark
 * under the heading of each. */
#include "base/text.h"
#include "document/document_paper.h"
#include "help/example.h"
#include "help/example.msg"
#include "help/help.h"
#include "help/help.msg"
#include "web/page.h"

typedef void chapter_fn(const struct annex *);

/* What is said is put in after the heading that the chapter begins with. */
static void chapter(const struct annex *a, const char *anchor,
                    const char *remark, chapter_fn *write)
{
	struct block *before = a->p->last, *head;
	struct block *said = NEW(a->mem, struct block);

	write(a);
	head = before->next;
	if (head == NULL)
		return;
	head->anchor = anchor;
	said->kind = BLOCK_LEAD;
	*PUSH(a->mem, &said->spans) = (struct span){ .strong = true,
		.text = annex_say(a, E_NOTE, NULL, NULL) };
	*PUSH(a->mem, &said->spans) = (struct span){ .text = remark };
	said->next = head->next;
	head->next = said;
	if (a->p->last == head)
		a->p->last = said;
}

/* -- what the remarks say of this one ------------------------------------ */

static const char *on_carried(const struct annex *a)
{
	i64 held = 0;

	for (size_t i = 0; i < a->d->occasions.n; i++)
		held += a->d->occasions.v[i].state != OCCASION_PLANNED;
	return say_number(a->mem, a->language, E_MEETINGS, held);
}

static const char *on_findings(const struct annex *a)
{
	const struct finding *most = most_marked(a->d);

	return most == NULL ? "" : annex_say(a, E_FINDINGS,
		annex_no(a, 'F', most->no),
		arena_print(a->mem, "%zu", most->marks.n));
}

static const char *on_matrix(const struct annex *a)
{
	struct both_ways b;
	const struct goal *g;

	if (!goal_both_ways(a->d, &b))
		return annex_say(a, E_MATRIX, NULL, NULL);
	g = annex_goal(a, b.goal);
	return annex_say(a, E_MATRIX_BOTH,
		annex_title(a, g->title_sv, g->title_en),
		annex_say(a, E_AND, annex_no(a, 'F', b.one->no),
		          annex_no(a, 'F', b.other->no)));
}

static const char *on_actors(const struct annex *a)
{
	const char *names = "";

	for (size_t i = 0; i < a->d->links.n; i++)
		if (a->d->links.v[i].missing)
			names = annex_join(a, names, a->d->links.v[i].name);
	return *names == '\0' ? annex_say(a, E_ACTORS_ALL, NULL, NULL) :
	       annex_say(a, E_ACTORS, names, NULL);
}

static const struct sentence *on_gaps(const struct annex *a)
{
	for (size_t i = 0; i < a->d->findings.n; i++)
		if (a->d->findings.v[i].kind == FINDING_GAP)
			return E_GAPS;
	return E_NO_GAPS;
}

/* -- the walk ------------------------------------------------------------ */

static void ending(const struct annex *a)
{
	const struct ending *e = &a->d->ending;

	annex_heading(a, 2, E_END);
	annex_fact(a, E_SIGNED, e->signed_by);
	annex_fact(a, E_ON, annex_day(a, day_of_instant(e->at)));
	annex_fact(a, E_NEXT, annex_day(a, a->d->a.next_review));
}

static void opening(const struct annex *a)
{
	paper_heading(a->p, 1, NULL, a->p->title);
	paper_text(a->p, BLOCK_LEAD, annex_say(a, E_LEAD, a->d->subject.title,
	                                       a->d->org.name));
	if (a->language == ENGLISH)
		annex_text(a, E_IN_SWEDISH);
}

static void walk(const struct annex *a)
{
	const struct {
		const char *anchor, *remark;
		chapter_fn *write;
	} all[] = {
		{ "background", annex_say(a, E_BACKGROUND, NULL, NULL),
		  annex_background },
		{ "meetings", on_carried(a), annex_carried_out },
		{ "findings", on_findings(a), annex_findings },
		{ "matrix", on_matrix(a), annex_matrix },
		{ "conflicts", annex_say(a, E_CONFLICTS, NULL, NULL),
		  annex_conflicts },
		{ "positions", annex_say(a, E_POSITIONS, NULL, NULL),
		  annex_positions },
		{ "actors", on_actors(a), annex_actors },
		{ "actions", annex_say(a, E_ACTIONS, NULL, NULL),
		  annex_actions },
		{ "gaps", annex_say(a, on_gaps(a), NULL, NULL), annex_gaps },
		{ "summary", annex_say(a, E_SUMMARY, NULL, NULL),
		  annex_summary },
		{ "end", annex_say(a, E_END_NOTE, NULL, NULL), ending },
	};

	opening(a);
	for (size_t i = 0; i < COUNT(all); i++)
		chapter(a, all[i].anchor, all[i].remark, all[i].write);
}

static enum status example_page(struct req *r)
{
	struct document d;
	struct annex a;

	TRY(shipped_document(r->s.mem, &d));
	a = annex_begin(r->s.mem, &d, r->language, E_TITLE, E_ABOUT);
	a.matrix = matrix_of(r->s.mem, &a.goals, &d.priorities, &d.relevance,
	                     &d.findings);
	walk(&a);
	help_open(r, E_TITLE);
	paper_html(a.p, &r->out, 1);
	emit(&r->out, "<p class='acts noprint'><a class='btn sec'"
	     " href='/help/course/1'>%s</a></p>", say(r, H_COURSE));
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ .method = GET, .path = "/help/example", .run = example_page,
	  .right = PUBLIC, .ground = ON_HOUSE, .heavy = true },
	{ 0 },
};
const struct route *const help_example_routes = rows;
