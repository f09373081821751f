/* Any two assessments: choosing the other, the two as a page and as files. */
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"
#include "find/find.h"
#include "paper/paper.h"
#include "renew/beside.h"
#include "renew/beside.msg"
#include "seal/seal.h"
#include "web/session.h"

enum { A_PAGE = 30 };

/* -- choosing ------------------------------------------------------------ */

static void choice_row(struct req *r, const struct assessment *a)
{
	emit(&r->out, "<li><a class='n' href='/a/%s/beside/%s'>%s</a>"
	     "<span class='m'>%s</span></li>", r->object_key, a->key,
	     a->title, say_with(r, B_EDITION, digits(r, a->edition),
	     state_word(r, a->state)));
}

/* Where a list goes on: a time or an id, which a number in an address is not
 * big enough for. */
static i64 from(const struct req *r, const char *name)
{
	i64 at = 0;

	(void)number_read(query_text(r, name), 1, INT64_MAX, &at);
	return at;
}

static bool choices(struct req *r, const struct assessment_list *all,
                    const struct sentence *head, size_t most)
{
	bool any = false;

	for (size_t i = 0; i < all->n && i < most; i++) {
		if (all->v[i].id == r->object)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ul class='rows'>",
			     say(r, head));
		any = true;
		choice_row(r, &all->v[i]);
	}
	emit(&r->out, any ? "</ul>" : "");
	return any;
}

static void search_field(struct req *r, const char *q)
{
	emit(&r->out, "<form method='get' action='/a/%s/beside' role='search'>"
	     "<p class='f'><label for='q'>%s</label><span class='hint' "
	     "id='q-hint'>%s</span><input type='search' id='q' name='q' "
	     "value='%s' maxlength='200' aria-describedby='q-hint'></p>"
	     "<p class='acts'><button class='btn sec' type='submit'>%s"
	     "</button></p></form>", r->object_key, say(r, B_FIND),
	     say(r, B_FIND_HINT), q, say(r, B_FIND_DO));
}

/* Those with all the words, newest first. */
static enum status sought_shown(struct req *r, const char *q)
{
	struct assessment_list all = {0};
	struct asked asked = {0};
	struct hits found = {0};
	struct sought *k;

	asked_words(r->s.mem, q, &asked);
	if (asked.n > 0) {
		TRY(seek_open(&r->s, &asked, &k));
		TRY(seek_kind(k, FIND_ASSESSMENT, from(r, "before"),
		              A_PAGE, &found));
	}
	for (size_t i = 0; i < found.all.n; i++)
		TRY(assess_get(&r->s, found.all.v[i].id,
		               PUSH(r->s.mem, &all)));
	if (!choices(r, &all, B_FOUND, all.n))
		emit(&r->out, "<p>%s</p>", say(r, B_FOUND_NONE));
	if (found.next != 0)
		emit(&r->out, "<p><a href='/a/%s/beside?q=%s&amp;before=%lld'>"
		     "%s</a></p>", r->object_key, percent_encode(r->s.mem, q),
		     found.next, say(r, B_FOUND_MORE));
	return OK;
}

/* Without a question: the other versions, and what was changed last. */
static enum status offered(struct req *r, i64 subject)
{
	struct assessment_list kin = {0}, recent = {0};
	bool any = false;

	TRY(assess_of_subject(&r->s, subject, &kin));
	TRY(assess_list(&r->s, 0, from(r, "at"), from(r, "id"),
	                A_PAGE + 1, &recent));
	if (from(r, "id") == 0)
		any = choices(r, &kin, B_SAME, kin.n);
	any = choices(r, &recent, B_RECENT, A_PAGE) || any;
	if (!any)
		emit(&r->out, "<p>%s</p>", say(r, B_NONE));
	if (recent.n > A_PAGE)
		emit(&r->out, "<p><a href='/a/%s/beside?at=%lld&amp;id=%lld'>"
		     "%s</a></p>", r->object_key,
		     recent.v[A_PAGE - 1].changed_at,
		     recent.v[A_PAGE - 1].id, say(r, B_OLDER));
	return OK;
}

static enum status choose_page(struct req *r)
{
	const char *asked = or_empty(query_text(r, "q")), *q = "";
	struct view v = {0};

	if (r->let_in)
		return NOT_FOUND;       /* sees this one, and no other */
	if (text_clean(asked))
		q = text_short(r->s.mem, text_normal(r->s.mem,
		    text_trim(r->s.mem, asked)), LINE);
	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_TITLE),
	     say(r, B_CHOOSE));
	search_field(r, q);
	TRY(text_blank(q) ? offered(r, v.a.subject) : sought_shown(r, q));
	view_close(r);
	return OK;
}

/* -- the two ------------------------------------------------------------- */

/* The document; and what lives on after an ending, as it is now. */
static enum status read_side(struct scope *s, i64 assessment,
                             struct document *d)
{
	TRY(document_of(s, assessment, d));
	if (d->ending.kind == 0)
		return OK;
	d->actions = (struct action_list){0};
	d->conflicts = (struct conflict_list){0};
	TRY(action_list(s, assessment, &d->actions));
	return conflict_list(s, assessment, &d->conflicts);
}

/* Two versions of one thing are told apart by their numbers. */
static enum status read_one(struct req *r, const struct assessment *a,
                            int side, struct two *p)
{
	const char *edition = say_with(r, B_EDITION, digits(r, a->edition),
	                               state_word(r, a->state));

	p->key[side] = a->key;
	p->full[side] = arena_print(r->s.mem, "%s. %s", a->title, edition);
	p->name[side] = p->kin ? edition : p->full[side];
	return read_side(&r->s, a->id, &p->d[side]);
}

static enum status read_two(struct req *r, struct two **out)
{
	struct assessment here = {0}, other = {0};
	struct two *p = NEW(r->s.mem, struct two);
	bool after;
	i64 id;

	if (r->let_in)
		return NOT_FOUND;
	TRY(assess_by_key(&r->s, arg_text(r, "other"), &id));
	TRY(assess_get(&r->s, r->object, &here));
	TRY(assess_get(&r->s, id, &other));
	p->kin = other.subject == here.subject;
	after = p->kin && here.edition > other.edition;
	*out = p;
	TRY(read_one(r, after ? &other : &here, 0, p));
	return read_one(r, after ? &here : &other, 1, p);
}

static const char *address(struct req *r, const char *view)
{
	return arena_print(r->s.mem, "/a/%s/beside/%s%s", r->object_key,
	                   arg_text(r, "other"), view);
}

static void ways(struct req *r, bool only)
{
	const char *paper = address(r, only ? "/differences" : "/all");

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, B_SHOW));
	tab(r, only, address(r, ""), say(r, B_DIFFERS));
	tab(r, !only, address(r, "?view=all"), say(r, B_ALL));
	emit(&r->out, "</ul></nav><p class='acts noprint'>");
	paper_ways(r, paper);
	emit(&r->out, "<a href='%s.csv'>%s</a></p>", paper, say(r, B_CSV));
}

static enum status beside_page(struct req *r)
{
	bool only = !same(query_text(r, "view"), "all");
	struct view v = {0};
	struct paper *body;
	struct two *p;

	TRY(view_read(r, 0, 0, &v));
	TRY(read_two(r, &p));
	body = beside_body(r, p, only);
	TRY(view_open(r, &v, body->title));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", body->title,
	     say(r, B_LEAD));
	emit(&r->out, "<ul><li><a href='/a/%s'>%s</a></li><li>"
	     "<a href='/a/%s'>%s</a></li></ul>", p->key[0], p->full[0],
	     p->key[1], p->full[1]);
	if (!p->kin)
		emit(&r->out, "<p class='note'>%s</p>",
		     say(r, B_OF_DIFFERENT));
	ways(r, only);
	paper_html(body, &r->out, 1);
	emit(&r->out, "<p class='noprint'><a href='/a/%s/beside'>%s</a></p>",
	     v.a.key, say(r, B_OTHER));
	view_close(r);
	return OK;
}

static enum status file(struct req *r, bool only)
{
	struct two *p;

	TRY(read_two(r, &p));
	return paper_reply(r, beside_paper(r, p, only), arena_print(r->s.mem,
		"jamforelse-%s-%s", p->key[0], p->key[1]));
}

static enum status file_differences(struct req *r)
{
	return file(r, true);
}

static enum status file_all(struct req *r)
{
	return file(r, false);
}

#define OTHER "/a/:assessment/beside/:other"

static const struct route rows[] = {
	{ GET, "/a/:assessment/beside", choose_page, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ GET, OTHER, beside_page, READ, ON_ASSESSMENT, .heavy = true },
	{ GET, OTHER "/differences.:kind", file_differences, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ GET, OTHER "/all.:kind", file_all, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ 0 },
};
const struct route *const beside_routes = rows;
