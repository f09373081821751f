/* One who is asked: how they are reached, the yes, and their link. */
#include "account/pass.h"
#include "assess/words.h"
#include "base/clock.h"
#include "base/text.h"
#include "review/review.h"
#include "review/review.msg"

/* -- the yes, and the link that is told once ------------------------------ */

/* Given to a group it is drawn up; at another authority it is received too. */
void ask_yes(struct req *r, const struct reviewer *e)
{
	bool inside = !e->authority && e->kind == REVIEWER_EXPERT;
	const struct sentence *where = e->authority ? Y_AUTHORITY :
	                               inside ? Y_INSIDE : Y_OUTSIDE;

	emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p>"
	     "<p class='small'>%s</p>", say_with(r, where, e->name, NULL),
	     say(r, inside ? Y_KEPT : Y_RECEIVED), say(r, Y_LOGGED));
	ask_tick(r, "yes", "1", say_with(r, Y_YES, e->name, NULL), false);
	emit(&r->out, "</div>");
}

void read_yes(struct req *r)
{
	if (!form_has(r, "yes", "1"))
		issue(r, "yes", Y_SAY);
}

/* -- the page ------------------------------------------------------------ */

static enum status here(struct req *r, struct review *v, struct reviewer *e)
{
	TRY(review_get(&r->s, r->object, arg_no(r, "no"), v));
	for (size_t i = 0; i < v->reviewers.n; i++) {
		*e = v->reviewers.v[i];
		if (e->no == arg_no(r, "reviewer") &&
		    e->kind != REVIEWER_COLLEAGUE)
			return OK;
	}
	return NOT_FOUND;
}

static enum status how_reached(struct req *r, const struct reviewer *e)
{
	struct actor_link_list links = {0};

	if (e->actor == 0)
		return OK;
	TRY(actor_link_list(&r->s, r->object, &links));
	for (size_t i = 0; i < links.n; i++)
		if (links.v[i].actor == e->actor &&
		    !text_blank(links.v[i].plan))
			emit(&r->out, "<p>%s</p>", say_with(r, A_PLAN,
			     links.v[i].plan, NULL));
	return OK;
}

static enum status link_state(struct req *r, const struct review *v,
                              const struct reviewer *e)
{
	const char *address = pass_told(r, e->pass, "review");
	struct pass p = {0};

	if (address != NULL)
		emit(&r->out, "<div class='note' role='status'><p>%s</p><p>"
		     "<b class='pre'>%s</b></p></div>", say(r, L_ONCE),
		     address);
	if (e->asked_at != 0)
		emit(&r->out, "<p>%s</p>", say_with(r, L_DECIDED,
		     e->asked_name, say_instant(r, e->asked_at)));
	if (e->pass == 0)
		return OK;
	TRY(pass_get(&r->s, e->pass, &p));
	emit(&r->out, "<p>%s</p><p class='acts'>", say_with(r, L_UNTIL,
	     say_day(r, day_of_instant(p.ends)), NULL));
	button_form(r, "end", "btn sec", say(r, L_END),
	            "/a/%s/review/%lld/asked/%lld/end", r->object_key, v->no,
	            e->no);
	emit(&r->out, "</p>");
	return OK;
}

static void ask_link(struct req *r, const struct review *v,
                     const struct reviewer *e)
{
	emit(&r->out, "<h2>%s</h2>", say(r, e->asked_at == 0 ? L_HEAD :
	                                 L_NEW_HEAD));
	form_open(r, "link", "/a/%s/review/%lld/asked/%lld/link",
	          r->object_key, v->no, e->no);
	ask_version(r, e->version);
	ask_yes(r, e);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, e->asked_at == 0 ? L_MAKE : L_NEW));
	emit(&r->out, "<a href='/a/%s/review/%lld'>%s</a></p>",
	     r->object_key, v->no, say(r, L_NOT));
	form_close(r);
}

static enum status page(struct req *r)
{
	struct proposal_change_list changes = {0};
	struct review round = {0};
	struct reviewer e = {0};
	struct view v = {0};

	TRY(here(r, &round, &e));
	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, V_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/review/%lld'>", v.a.key, round.no);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1>", say_with(r, V_ROUND_HEAD,
	     arena_print(r->s.mem, "%lld", round.no), NULL), e.name);
	TRY(how_reached(r, &e));
	TRY(link_state(r, &round, &e));
	TRY(proposal_change_list(&r->s, v.a.id, &changes));
	for (size_t i = 0; i < round.comments.n; i++)
		if (round.comments.v[i].reviewer == e.id)
			comment_shown(r, &round.comments.v[i], &changes);
	if (v.open && round.closed_at == 0)
		ask_link(r, &round, &e);
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status end_pass(struct req *r, i64 pass)
{
	struct pass p = {0};

	if (pass == 0)
		return OK;
	TRY(pass_get(&r->s, pass, &p));
	return p.taken_back != 0 ? OK : pass_take_back(&r->s, pass);
}

static enum status make_link(struct req *r)
{
	struct review v = {0};
	struct reviewer e = {0};
	struct pass p = { .kind = PASS_REVIEW,
		.ends = r->s.now + (i64)LINK_DAYS * DAY_MS };
	const char *secret;

	TRY(assess_open(&r->s, r->object));
	TRY(here(r, &v, &e));
	if (v.closed_at != 0)
		return STALE;
	read_yes(r);
	TRY(form_fine(r));
	TRY(end_pass(r, e.pass));
	p.object = e.id;
	p.for_whom = e.name;
	TRY(pass_note(&r->s, &p, &secret));
	e.version = form_version(r);
	TRY(reviewer_asked(&r->s, &e, p.id));
	return go(r, "/a/%s/review/%lld/asked/%lld?secret=%s", r->object_key,
	          v.no, e.no, secret);
}

static enum status end_link(struct req *r)
{
	struct review v = {0};
	struct reviewer e = {0};

	TRY(here(r, &v, &e));
	if (e.pass == 0)
		return STALE;
	TRY(end_pass(r, e.pass));
	TRY(reviewer_asked(&r->s, &e, 0));
	return go(r, "/a/%s/review/%lld/asked/%lld?saved=1", r->object_key,
	          v.no, e.no);
}

#define E "/a/:assessment/review/:no/asked/:reviewer"

static const struct route rows[] = {
	{ GET,  E, page, LEAD, ON_ASSESSMENT },
	{ POST, E "/link", make_link, LEAD, ON_ASSESSMENT, page },
	{ POST, E "/end", end_link, LEAD, ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const reviewer_routes = rows;
