/*
 * The page of one who is asked to read the draft: by their own link, without an
 * account. They speak for a function or an organisation; what they write is
 * kept word for word, and by the same link they see what became of it. After
 * the end it is still kept, as late.
 */
#include "account/pass.h"
#include "assess/words.h"
#include "base/text.h"
#include "paper/paper.h"
#include "review/review.h"
#include "review/review.msg"
#include "seal/seal.h"

struct reading {
	struct reviewer   e;
	struct review     v;
	struct assessment a;
	struct comment_list own;
};

static enum status reading_read(struct req *r, struct reading *n)
{
	struct pass p = {0};
	i64 assessment = 0;

	TRY(pass_get(&r->s, r->object, &p));
	if (p.kind != PASS_REVIEW)
		return NOT_FOUND;
	TRY(reviewer_by_id(&r->s, p.object, &n->e));
	TRY(review_by_id(&r->s, n->e.review, &assessment, &n->v));
	TRY(assess_get(&r->s, assessment, &n->a));
	for (size_t i = 0; i < n->v.comments.n; i++)
		if (n->v.comments.v[i].reviewer == n->e.id)
			*PUSH(r->s.mem, &n->own) = n->v.comments.v[i];
	return OK;
}

/* -- the page ------------------------------------------------------------ */

/* Where a finding comes from is a page for those who are signed in; and what
 * others have said of the draft is not for who is asked to read it. */
enum status draft_shown(struct req *r, i64 assessment)
{
	struct document d = {0};
	struct paper *paper;

	TRY(document_of(&r->s, assessment, &d));
	for (size_t i = 0; i < d.findings.n; i++)
		d.findings.v[i].traced = false;
	if (d.ending.kind == 0)
		d.reviews.n = 0;
	paper = document_annex(r->s.mem, &d, r->language);
	paper_html(paper, &r->out, 2);
	return OK;
}

static void head(struct req *r, const struct reading *n)
{
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1><p class='lead'>%s",
	     say_with(r, P_FROM, r->org_name, NULL), say_with(r, P_HEAD,
	     n->a.title, NULL), say_with(r, P_FOR, n->e.name, NULL));
	if (n->v.due != 0)
		emit(&r->out, " %s", say_with(r, P_DUE, say_day(r, n->v.due),
		     NULL));
	emit(&r->out, "</p><p class='pre'>%s</p>", n->v.question);
	if (assessment_is_final(n->a.state))
		emit(&r->out, "<p class='note'>%s</p>", say(r, P_FINAL));
	else if (n->v.closed_at != 0)
		emit(&r->out, "<p class='note'>%s</p>", say(r, P_CLOSED));
	emit(&r->out, "<p class='acts'><a class='btn sec' href='#draft'>%s"
	     "</a><a href='#write'>%s</a></p>", say(r, P_READ),
	     say(r, P_WRITE));
}

static enum status own_comments(struct req *r, const struct reading *n)
{
	struct proposal_change_list changes = {0};

	if (n->own.n == 0)
		return OK;
	TRY(proposal_change_list(&r->s, n->a.id, &changes));
	emit(&r->out, "<h2>%s</h2>", say(r, P_OWN));
	for (size_t i = 0; i < n->own.n; i++)
		comment_shown(r, &n->own.v[i], &changes);
	return OK;
}

static enum status ask_comment(struct req *r, const struct reading *n)
{
	struct finding_list findings = {0};
	struct option_list about = {0};

	TRY(finding_list(&r->s, n->a.id, &findings));
	option_add(r, &about, "0", say(r, C_WHOLE), true);
	for (size_t i = 0; i < findings.n; i++)
		option_add(r, &about, arena_print(r->s.mem, "%lld",
		           findings.v[i].no), arena_print(r->s.mem, "F%lld"
		           " %s", findings.v[i].no, text_short(r->s.mem,
		           findings.v[i].sentence, 60)), false);
	emit(&r->out, "<h2 id='write'>%s</h2>", say(r, P_WRITE));
	form_open(r, "comment", "/l/%s/review", r->object_key);
	ask_select(r, &(struct ask){ .name = "about",
		.label = say(r, C_ABOUT) }, &about);
	ask_text(r, &(struct ask){ .name = "text", .rows = 6,
		.label = say(r, C_TEXT), .stored = "" });
	emit(&r->out, "<p class='small muted'>%s</p>", say_with(r, P_PUBLIC,
	     r->org_name, NULL));
	button_save(r, say(r, C_SEND));
	form_close(r);
	return OK;
}

static enum status page(struct req *r)
{
	struct reading n = {0};

	TRY(reading_read(r, &n));
	page_open(r, &(struct page){ .title = say(r, P_TITLE),
	                             .plain = true, .own_script = true });
	page_main(r);
	page_saved(r);
	head(r, &n);
	TRY(own_comments(r, &n));
	emit(&r->out, "<section id='draft' class='paper'>");
	TRY(draft_shown(r, n.a.id));
	emit(&r->out, "</section>");
	TRY(ask_comment(r, &n));
	page_close(r);
	return OK;
}

/* -- what they send ------------------------------------------------------ */

static enum status send(struct req *r)
{
	const char *text = form_needed(r, "text", TEXT, C_SAY_TEXT);
	struct comment c = { .text = text };
	struct reading n = {0};
	struct finding f = {0};

	TRY(reading_read(r, &n));
	c.finding_no = form_choice(r, "about", 0, INT32_MAX);
	if (n.own.n >= COMMENTS_MOST)
		issue(r, "text", P_FULL);
	TRY(form_fine(r));
	if (c.finding_no != 0)
		TRY(finding_get(&r->s, n.a.id, c.finding_no, &f));
	c.reviewer = n.e.id;
	c.late = comment_is_late(n.a.state, &n.v);
	TRY(comment_note(&r->s, n.a.id, &c));
	return go(r, "review?saved=1");
}

static const struct route rows[] = {
	{ GET,  "/l/:pass/review", page, GUEST, ON_PASS },
	{ POST, "/l/:pass/review", send, GUEST, ON_PASS, page },
	{ 0 },
};
const struct route *const review_pass_routes = rows;
