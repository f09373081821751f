/* Review rounds: the list, one round with those asked and what they said. */
#include "actor/actor.h"
#include "assess/words.h"
#include "base/text.h"
#include "review/review.h"
#include "review/review.msg"

/* -- what the pages share ------------------------------------------------ */

enum status review_follow(struct req *r)
{
	struct assessment a = {0};
	struct review_list all = {0};

	TRY(assess_get(&r->s, r->object, &a));
	TRY(review_list(&r->s, r->object, &all));
	return review_is_over(a.state, &all) ?
	       assess_become(&r->s, a.id, a.version, ASSESS_REVIEWED) : OK;
}

static bool leads(const struct req *r, const struct review *v)
{
	return (r->rights & LEAD) != 0 && v->closed_at == 0;
}

static void review_state(struct req *r, const struct review *v)
{
	i64 today = day_of_instant(r->s.now);

	if (v->closed_at != 0)
		state(r, ICON_DONE, "ok", say_with(r, V_CLOSED, say_day(r,
		      day_of_instant(v->closed_at)), NULL));
	else if (v->due != 0 && v->due < today)
		state(r, ICON_LATE, "due", say_with(r, V_WAS_DUE,
		      say_day(r, v->due), NULL));
	else if (v->due != 0)
		state(r, ICON_HALF, "", say_with(r, V_DUE_IS,
		      say_day(r, v->due), NULL));
	else
		state(r, ICON_HALF, "", say(r, V_OPEN));
}

/* -- the list ------------------------------------------------------------ */

static void ask_round(struct req *r, const struct review *v)
{
	ask_text(r, &(struct ask){ .name = "question", .rows = 3,
		.label = say(r, V_QUESTION), .hint = say(r, V_QUESTION_HINT),
		.stored = v->question });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, V_DUE),
		.class = "w20", .optional = true }, v->due);
}

static enum status read_round(struct req *r, struct review *v)
{
	v->question = form_needed(r, "question", TEXT, V_SAY_QUESTION);
	v->due = form_day(r, "due");
	return form_fine(r);
}

static void round_row(struct req *r, const struct review *v)
{
	i64 left = comments_untreated(v);

	emit(&r->out, "<li><a class='n' href='/a/%s/review/%lld'>%s</a>"
	     "<span class='m'>", r->object_key, v->no, say_with(r, V_ROUND,
	     arena_print(r->s.mem, "%lld", v->no),
	     text_short(r->s.mem, v->question, 80)));
	emit(&r->out, "%s, %s", say_count(r, V_ASKED, (i64)v->reviewers.n),
	     say_count(r, V_COMMENTS, (i64)v->comments.n));
	if (left > 0)
		emit(&r->out, ", %s", say_count(r, V_LEFT, left));
	emit(&r->out, "</span><span class='e'>");
	review_state(r, v);
	emit(&r->out, "</span></li>");
}

static enum status list_page(struct req *r)
{
	struct review_list all = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(review_list(&r->s, v.a.id, &all));
	TRY(view_open(r, &v, say(r, V_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, V_HEAD),
	     say(r, V_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, V_NONE));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		round_row(r, &all.v[i]);
	emit(&r->out, all.n == 0 ? "" : "</ul>");
	if (v.open && (r->rights & LEAD) != 0) {
		emit(&r->out, "<h2>%s</h2>", say(r, V_NEW));
		form_open(r, "round", "/a/%s/review", r->object_key);
		ask_round(r, &(struct review){ .question = "" });
		button_save(r, say(r, V_BEGIN));
		form_close(r);
	}
	emit(&r->out, "<p class='noprint'><a href='/a/%s/assignments'>%s</a>"
	     "</p>", r->object_key, say(r, V_ASSIGNMENTS));
	view_close(r);
	return OK;
}

static enum status begin(struct req *r)
{
	struct review v = {0};

	TRY(read_round(r, &v));
	TRY(review_note(&r->s, r->object, &v));
	return go(r, "/a/%s/review/%lld?saved=1#readers", r->object_key, v.no);
}

/* -- one round ----------------------------------------------------------- */

static const struct sentence *const kinds[] = {
	[REVIEWER_EXPERT]    = K_EXPERT,  [REVIEWER_MISSING]   = K_MISSING,
	[REVIEWER_OTHER]     = K_OTHER,   [REVIEWER_COLLEAGUE] = K_COLLEAGUE,
};

static void asked_state(struct req *r, const struct reviewer *e)
{
	if (e->kind == REVIEWER_COLLEAGUE)
		return;
	if (e->pass != 0)
		state(r, ICON_PROPOSED, "", say_with(r, E_SENT, say_day(r,
		      day_of_instant(e->asked_at)), NULL));
	else if (e->asked_at != 0)
		state(r, ICON_OUTSIDE, "", say(r, E_TAKEN_BACK));
	else
		state(r, ICON_NOT_BEGUN, "", say(r, E_NO_LINK));
}

static i64 said_by(const struct review *v, const struct reviewer *e)
{
	i64 n = 0;

	for (size_t i = 0; i < v->comments.n; i++)
		n += v->comments.v[i].reviewer == e->id;
	return n;
}

static void asked_row(struct req *r, const struct review *v,
                      const struct reviewer *e)
{
	bool may = (r->rights & LEAD) != 0 && e->kind != REVIEWER_COLLEAGUE;

	emit(&r->out, "<li>");
	if (may)
		emit(&r->out, "<a class='n' href='/a/%s/review/%lld/asked/"
		     "%lld'>%s</a>", r->object_key, v->no, e->no, e->name);
	else
		emit(&r->out, "<span class='n'>%s</span>", e->name);
	emit(&r->out, "<span class='m'>%s · %s</span><span class='e'>",
	     say(r, kinds[e->kind]),
	     say_count(r, V_COMMENTS, said_by(v, e)));
	asked_state(r, e);
	emit(&r->out, "</span></li>");
}

static bool asked_already(const struct review *v, const char *name)
{
	for (size_t i = 0; i < v->reviewers.n; i++)
		if (same(v->reviewers.v[i].name, name))
			return true;
	return false;
}

/* Those who were missing come first, with how they shall be reached. */
static void ask_actors(struct req *r, const struct review *v,
                       const struct actor_link_list *links, bool missing)
{
	struct option_list options = {0};

	for (size_t i = 0; i < links->n; i++) {
		const struct actor_link *l = &links->v[i];

		if (l->missing != missing || asked_already(v, l->name))
			continue;
		*PUSH(r->s.mem, &options) = (struct option){
			.value = arena_print(r->s.mem, "%lld", l->no),
			.label = l->name,
			.hint = !missing ? NULL : text_blank(l->plan) ?
				say(r, A_NO_PLAN) : say_with(r, A_PLAN,
				l->plan, NULL),
		};
	}
	if (options.n > 0)
		ask_cards(r, &(struct ask){ .name = missing ? "missing" :
			"actor", .label = say(r, missing ? A_MISSING :
			A_OTHERS) }, &options, true);
}

static enum status ask_more(struct req *r, const struct review *v)
{
	struct actor_link_list links = {0};

	TRY(actor_link_list(&r->s, r->object, &links));
	form_open(r, "asked", "/a/%s/review/%lld/asked", r->object_key,
	          v->no);
	ask_actors(r, v, &links, true);
	ask_actors(r, v, &links, false);
	ask_text(r, &(struct ask){ .name = "experts", .rows = 3,
		.label = say(r, A_EXPERTS), .hint = say(r, A_EXPERTS_HINT),
		.stored = "", .optional = true });
	ask_tick(r, "outside", "1", say(r, A_OUTSIDE), false);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, A_ADD));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static void ask_change(struct req *r, const struct review *v)
{
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, V_CHANGE));
	form_open(r, "round", "/a/%s/review/%lld", r->object_key, v->no);
	ask_version(r, v->version);
	ask_round(r, v);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, V_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
}

static enum status asked_part(struct req *r, const struct review *v,
                              bool open)
{
	emit(&r->out, "<section id='readers'><h2>%s</h2>", say(r, E_HEAD));
	if (v->reviewers.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, E_NONE));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < v->reviewers.n; i++)
		asked_row(r, v, &v->reviewers.v[i]);
	emit(&r->out, v->reviewers.n == 0 ? "" : "</ul>");
	if (open && leads(r, v)) {
		emit(&r->out, "<details%s><summary>%s</summary>",
		     v->reviewers.n == 0 || r->failed ? " open" : "",
		     say(r, A_HEAD));
		TRY(ask_more(r, v));
		emit(&r->out, "</details>");
	}
	emit(&r->out, "</section>");
	return OK;
}

static void closing(struct req *r, const struct review *v)
{
	i64 left = comments_untreated(v);

	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, V_END_HEAD), left > 0 ?
	     say_count(r, V_END_LEFT, left) : say(r, V_END_TEXT));
	emit(&r->out, "<div class='acts'>");
	button_form(r, "close", "btn sec", say(r, V_END),
	            "/a/%s/review/%lld/close", r->object_key, v->no);
	emit(&r->out, "</div>");
}

enum status review_page(struct req *r)
{
	struct review round = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(review_get(&r->s, v.a.id, arg_no(r, "no"), &round));
	TRY(view_open(r, &v, say(r, V_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/review'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1><p>", say(r, V_ALL),
	     say_with(r, V_ROUND_HEAD, arena_print(r->s.mem, "%lld",
	     round.no), NULL));
	review_state(r, &round);
	emit(&r->out, "</p><p class='lead pre'>%s</p>", round.question);
	if (v.open && leads(r, &round))
		ask_change(r, &round);
	TRY(asked_part(r, &round, v.open));
	TRY(comments_shown(r, &v, &round));
	if (leads(r, &round))
		closing(r, &round);
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status change(struct req *r)
{
	struct review v = {0};

	TRY(review_get(&r->s, r->object, arg_no(r, "no"), &v));
	TRY(read_round(r, &v));
	v.version = form_version(r);
	TRY(review_change(&r->s, r->object, &v));
	return go(r, "/a/%s/review/%lld?saved=1", r->object_key, v.no);
}

static enum status close_round(struct req *r)
{
	TRY(review_close(&r->s, r->object, arg_no(r, "no")));
	TRY(review_follow(r));
	return go(r, "/a/%s/review/%lld?saved=1", r->object_key,
	          arg_no(r, "no"));
}

static enum status add_actor(struct req *r, const struct review *v,
                             const char *no, enum reviewer_kind kind)
{
	struct reviewer e = { .review = v->id, .kind = kind };
	struct actor_link l = {0};
	struct actor a = {0};
	i64 number = 0;

	if (!number_read(no, 1, INT32_MAX, &number))
		return INVALID;
	TRY(actor_link_get(&r->s, r->object, number, &l));
	TRY(actor_get(&r->s, l.actor, &a));
	e.name = l.name;
	e.actor = l.actor;
	e.authority = a.kind == ACTOR_AUTHORITY;
	return reviewer_note(&r->s, r->object, &e);
}

static enum status add_experts(struct req *r, const struct review *v,
                               const char *lines)
{
	struct text_list names = text_lines(r->s.mem, lines);

	for (size_t i = 0; i < names.n && i <= REVIEWERS_MOST; i++) {
		struct reviewer e = { .review = v->id,
			.kind = REVIEWER_EXPERT,
			.name = text_short(r->s.mem, names.v[i], LINE),
			.authority = form_has(r, "outside", "1") };

		TRY(reviewer_note(&r->s, r->object, &e));
	}
	return OK;
}

static enum status add_all(struct req *r, const struct review *v,
                           const char *experts)
{
	struct text_list missing = form_all(r, "missing", LINE);
	struct text_list actors = form_all(r, "actor", LINE);

	for (size_t i = 0; i < missing.n; i++)
		TRY(add_actor(r, v, missing.v[i], REVIEWER_MISSING));
	for (size_t i = 0; i < actors.n; i++)
		TRY(add_actor(r, v, actors.v[i], REVIEWER_OTHER));
	if (missing.n + actors.n == 0 && text_blank(experts)) {
		issue(r, "experts", A_SAY);
		return INVALID;
	}
	return add_experts(r, v, experts);
}

static enum status add(struct req *r)
{
	const char *experts = form_text(r, "experts", TEXT);
	struct review v = {0};
	enum status done;

	TRY(assess_open(&r->s, r->object));
	TRY(review_get(&r->s, r->object, arg_no(r, "no"), &v));
	if (v.closed_at != 0)
		return STALE;
	TRY(form_fine(r));
	done = add_all(r, &v, experts);
	if (done == TAKEN)
		issue(r, "experts", A_TWICE);
	TRY(done == TAKEN ? INVALID : done);
	TRY(review_get(&r->s, r->object, v.no, &v));
	if (v.reviewers.n > REVIEWERS_MOST) {
		issue(r, "experts", A_FULL);
		return INVALID;
	}
	return go(r, "/a/%s/review/%lld?saved=1#readers", r->object_key, v.no);
}

#define V "/a/:assessment/review"

static const struct route rows[] = {
	{ GET,  V, list_page, READ, ON_ASSESSMENT },
	{ POST, V, begin, LEAD, ON_ASSESSMENT, list_page },
	{ GET,  V "/:no", review_page, READ, ON_ASSESSMENT },
	{ POST, V "/:no", change, LEAD, ON_ASSESSMENT, review_page },
	{ POST, V "/:no/asked", add, LEAD, ON_ASSESSMENT, review_page },
	{ POST, V "/:no/close", close_round, LEAD, ON_ASSESSMENT,
	  review_page },
	{ 0 },
};
const struct route *const review_routes = rows;
