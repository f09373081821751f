/* Comments as they came, what is done about each, and a colleague's own. */
#include "account/account.h"
#include "assess/words.h"
#include "base/text.h"
#include "review/review.h"
#include "review/review.msg"

static void changed_by(struct req *r, const struct comment *c,
                       const struct proposal_change_list *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct proposal_change *p = &all->v[i];

		if (p->comment_no != c->no)
			continue;
		emit(&r->out, "<p class='pre'>%s</p>", text_blank(p->was) ?
		     say_with(r, C_CHANGED, p->becomes, NULL) :
		     say_with(r, C_CHANGED_FROM, p->was, p->becomes));
	}
}

void comment_shown(struct req *r, const struct comment *c,
                   const struct proposal_change_list *changes)
{
	emit(&r->out, "<blockquote class='say' id='comment%lld'><p class='pre'>"
	     "%s</p></blockquote><p class='small muted'>%s · %s · %s", c->no,
	     c->text, say_with(r, C_NO, arena_print(r->s.mem, "%lld", c->no),
	     NULL), c->reviewer_name, c->finding_no == 0 ? say(r, C_WHOLE) :
	     arena_print(r->s.mem, "F%lld", c->finding_no));
	emit(&r->out, " · %s", say_with(r, comment_is_received(c) ?
	     C_RECEIVED : C_WRITTEN, say_day(r, day_of_instant(c->at)),
	     NULL));
	if (c->late)
		emit(&r->out, " · %s", say(r, C_LATE));
	emit(&r->out, "</p><p>");
	state(r, treatment_icon(c->treated), "", treatment_say(r,
	      c->treated));
	if (!text_blank(c->treated_how))
		emit(&r->out, " %s", c->treated_how);
	emit(&r->out, "</p>");
	changed_by(r, c, changes);
}

/* -- treating ------------------------------------------------------------ */

static void ask_treatment(struct req *r, const struct view *v,
                          const struct comment *c)
{
	struct option_list ways = {0};

	for (int i = TREATED_TAKEN; i <= TREATED_DECLINED; i++)
		option_add(r, &ways, arena_print(r->s.mem, "%d", i),
		           treatment_say(r, (enum treatment)i),
		           i == (int)c->treated);
	emit(&r->out, "<details%s><summary>%s<span class='vh'> %lld</span>"
	     "</summary>", c->treated == TREATED_NOT ? " open" : "",
	     say(r, C_TREAT), c->no);
	form_open(r, arena_print(r->s.mem, "comment-%lld", c->no),
	          "/a/%s/comments/%lld", v->a.key, c->no);
	ask_version(r, c->version);
	ask_line(r, &(struct ask){ .name = "treated",
		.label = say_with(r, C_HOW, arena_print(r->s.mem, "%lld",
		c->no), NULL) }, &ways, false);
	ask_text(r, &(struct ask){ .name = "how", .rows = 2,
		.label = say(r, C_WHY), .hint = say(r, C_WHY_HINT),
		.stored = c->treated_how });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, C_SAVE));
	if (v->open)
		emit(&r->out, "<a href='/a/%s/changes?comment=%lld'>%s</a>",
		     v->a.key, c->no, say(r, C_CHANGE));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
}

static enum status comment_here(struct req *r, struct comment *c)
{
	return comment_get(&r->s, r->object, arg_no(r, "no"), c);
}

static enum status treat_page(struct req *r)
{
	struct proposal_change_list changes = {0};
	struct comment c = {0};
	struct view v = {0};

	TRY(comment_here(r, &c));
	TRY(proposal_change_list(&r->s, r->object, &changes));
	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, V_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/review'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1>", say(r, V_ALL), say_with(r,
	     C_NO, arena_print(r->s.mem, "%lld", c.no), NULL));
	comment_shown(r, &c, &changes);
	if ((r->rights & LEAD) != 0)
		ask_treatment(r, &v, &c);
	view_close(r);
	return OK;
}

static enum status round_of(struct req *r, const struct comment *c, i64 *no)
{
	struct reviewer e = {0};
	struct review v = {0};
	i64 assessment;

	TRY(reviewer_by_id(&r->s, c->reviewer, &e));
	TRY(review_by_id(&r->s, e.review, &assessment, &v));
	*no = v.no;
	return OK;
}

static enum status treat(struct req *r)
{
	struct comment c = {0};
	i64 round = 0;

	TRY(comment_here(r, &c));
	c.version = form_version(r);
	c.treated = (enum treatment)form_choice(r, "treated", TREATED_TAKEN,
	                                        TREATED_DECLINED);
	c.treated_how = form_text(r, "how", TEXT);
	if (c.treated == TREATED_NOT)
		issue(r, "treated", C_SAY_HOW);
	else if (!treatment_is_said(c.treated, c.treated_how))
		issue(r, "how", C_SAY_WHY);
	TRY(form_fine(r));
	TRY(comment_treat(&r->s, r->object, &c));
	TRY(review_follow(r));
	TRY(round_of(r, &c, &round));
	return go(r, "/a/%s/review/%lld?saved=1#comment%lld", r->object_key,
	          round, c.no);
}

/* -- one's own ----------------------------------------------------------- */

static enum status ask_own(struct req *r, const struct view *v,
                           const struct review *round)
{
	struct option_list about = {0};
	struct person me = {0};

	TRY(person_get(&r->s, r->s.person, &me));
	option_add(r, &about, "0", say(r, C_WHOLE), true);
	for (size_t i = 0; i < v->findings.n; i++)
		option_add(r, &about, arena_print(r->s.mem, "%lld",
		           v->findings.v[i].no), arena_print(r->s.mem,
		           "F%lld %s", v->findings.v[i].no,
		           text_short(r->s.mem, v->findings.v[i].sentence,
		           60)), false);
	emit(&r->out, "<h2 id='write'>%s</h2>", say(r, C_OWN));
	form_open(r, "own", "/a/%s/review/%lld/comments", v->a.key,
	          round->no);
	ask_select(r, &(struct ask){ .name = "about",
		.label = say(r, C_ABOUT) }, &about);
	ask_text(r, &(struct ask){ .name = "text", .rows = 4,
		.label = say(r, C_TEXT), .stored = "" });
	ask_text(r, &(struct ask){ .name = "as", .class = "w20",
		.label = say(r, C_AS), .hint = say(r, C_AS_HINT),
		.stored = me.title });
	button_save(r, say(r, C_SEND));
	form_close(r);
	return OK;
}

enum status comments_shown(struct req *r, const struct view *v,
                           const struct review *round)
{
	struct proposal_change_list changes = {0};

	TRY(proposal_change_list(&r->s, r->object, &changes));
	emit(&r->out, "<h2 id='comments'>%s</h2>", say(r, C_HEAD));
	if (round->comments.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, C_NONE));
	for (size_t i = 0; i < round->comments.n; i++) {
		comment_shown(r, &round->comments.v[i], &changes);
		if ((r->rights & LEAD) != 0)
			ask_treatment(r, v, &round->comments.v[i]);
	}
	if ((r->rights & REVIEW) != 0 && v->open && round->closed_at == 0)
		TRY(ask_own(r, v, round));
	return OK;
}

/* A function comments once as itself, however many comments it writes. */
static enum status as_whom(struct req *r, const struct review *v,
                           const char *name, i64 *id)
{
	struct reviewer e = { .review = v->id, .kind = REVIEWER_COLLEAGUE,
	                      .name = name };
	enum status done;

	for (size_t i = 0; i < v->reviewers.n; i++)
		if (v->reviewers.v[i].kind == REVIEWER_COLLEAGUE &&
		    same(v->reviewers.v[i].name, name)) {
			*id = v->reviewers.v[i].id;
			return OK;
		}
	done = reviewer_note(&r->s, r->object, &e);
	if (done == TAKEN) {
		issue(r, "as", C_AS_TAKEN);
		return INVALID;
	}
	*id = e.id;
	return done;
}

static enum status own(struct req *r)
{
	const char *text = form_needed(r, "text", TEXT, C_SAY_TEXT);
	const char *as = form_needed(r, "as", LINE, C_SAY_AS);
	struct comment c = { .text = text };
	struct finding f = {0};
	struct review v = {0};

	c.finding_no = form_choice(r, "about", 0, INT32_MAX);
	TRY(form_fine(r));
	TRY(assess_open(&r->s, r->object));
	TRY(review_get(&r->s, r->object, arg_no(r, "no"), &v));
	if (v.closed_at != 0)
		return STALE;
	if (c.finding_no != 0)
		TRY(finding_get(&r->s, r->object, c.finding_no, &f));
	TRY(as_whom(r, &v, as, &c.reviewer));
	TRY(comment_note(&r->s, r->object, &c));
	return go(r, "/a/%s/review/%lld?saved=1#comment%lld", r->object_key,
	          v.no, c.no);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/comments/:no", treat_page, READ,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/comments/:no", treat, LEAD, ON_ASSESSMENT,
	  treat_page },
	{ POST, "/a/:assessment/review/:no/comments", own, REVIEW,
	  ON_ASSESSMENT, review_page },
	{ 0 },
};
const struct route *const comment_routes = rows;
