/* The last station: what stops, what is only a remark, and the end itself. */
#include <string.h>

#include "action/action.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"
#include "paper/paper.h"
#include "seal/seal.h"
#include "seal/second.h"
#include "seal/seal.msg"

/* -- the page ------------------------------------------------------------ */

static i64 stops(const struct view *v)
{
	i64 n = 0;

	for (size_t i = 0; i < v->lacks.n; i++)
		n += v->lacks.v[i].blocks;
	return n;
}

static void stop_list(struct req *r, const struct view *v)
{
	if (stops(v) == 0)
		return;
	emit(&r->out, "<div class='stop' id='stops'><h2>");
	icon(r, ICON_LATE);
	emit(&r->out, " %s</h2><ul>", say_count(r, E_STOPS, stops(v)));
	for (size_t i = 0; i < v->lacks.n; i++)
		if (v->lacks.v[i].blocks)
			emit(&r->out, "<li><a href='%s'>%s</a></li>",
			     v->lacks.v[i].address, v->lacks.v[i].text);
	emit(&r->out, "</ul></div>\n");
}

static void check_row(struct req *r, const struct sentence *label,
                      const char *text, const char *address)
{
	emit(&r->out, "<div><dt>%s</dt><dd>%s</dd><dd><a href='%s'>%s"
	     "<span class='vh'> %s</span></a></dd></div>", say(r, label),
	     text, address, say(r, E_CHANGE), say(r, label));
}

static const char *counts(const struct req *r, const struct finding_list *all)
{
	struct finding_counts n = findings_count(all);

	return arena_print(r->s.mem, "%s, %s, %s, %s",
	                   say_count(r, E_POSITIVE, n.positive),
	                   say_count(r, E_NEGATIVE, n.negative),
	                   say_count(r, E_NOTHING, n.none),
	                   say_count(r, E_GAPS, n.gap));
}

static const char *about(const struct req *r, const char *key,
                         const char *page)
{
	return arena_print(r->s.mem, "/a/%s/%s", key, page);
}

static enum status check_list(struct req *r, const struct view *v)
{
	struct conflict_list conflicts = {0};
	struct actor_link_list actors = {0};
	struct action_list actions = {0};
	struct subject s = {0};
	const char *numbers = "";

	TRY(subject_get(&r->s, v->a.subject, &s));
	TRY(conflict_list(&r->s, v->a.id, &conflicts));
	TRY(actor_link_list(&r->s, v->a.id, &actors));
	TRY(action_list(&r->s, v->a.id, &actions));
	for (size_t i = 0; i < s.registry.n; i++)
		numbers = arena_print(r->s.mem, "%s%s%s", numbers,
		                      i == 0 ? "" : ", ",
		                      s.registry.v[i].number);
	emit(&r->out, "<h2>%s</h2><dl class='sum'>", say(r, E_ABOUT));
	check_row(r, E_SUBJECT, s.title, about(r, v->a.key, "about"));
	check_row(r, E_REGISTRY, *numbers != '\0' ? numbers : say(r, E_NONE),
	          about(r, v->a.key, "about"));
	emit(&r->out, "</dl><h2>%s</h2><dl class='sum'>", say(r, E_STEPS));
	check_row(r, E_FINDINGS, counts(r, &v->findings),
	          about(r, v->a.key, "matrix"));
	check_row(r, E_CONFLICT_ROW, say_count(r, E_CONFLICTS,
	          (i64)conflicts.n), part_address(r, v, PART_CONFLICTS, 0));
	check_row(r, E_ACTOR_ROW, say_count(r, E_ACTORS, (i64)actors.n),
	          part_address(r, v, PART_ACTORS, 0));
	check_row(r, E_ACTION_ROW, say_count(r, E_ACTIONS, (i64)actions.n),
	          part_address(r, v, PART_ACTIONS, 0));
	emit(&r->out, "</dl>");
	return OK;
}

static void overall(struct req *r, const struct view *v)
{
	const struct answer *a = answer_in(v, 0, MEANS_OVERALL);

	emit(&r->out, "<h2>%s</h2><p>%s</p><p><a href='%s'>%s</a></p>",
	     say(r, E_OVERALL), a == NULL || text_blank(a->value) ?
	     say(r, E_OVERALL_NONE) : a->value,
	     part_address(r, v, PART_OVERALL, 0), say(r, E_CHANGE));
}

static enum status endings(struct req *r, const struct view *v)
{
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, E_HOW),
	     say_with(r, E_DONE_TEXT, r->person_name, NULL));
	emit(&r->out, "<div class='acts'>");
	button_form(r, "done", "btn", say(r, E_DONE), "/a/%s/finish/done",
	            v->a.key);
	emit(&r->out, "</div>");
	TRY(final_way(r, v));
	emit(&r->out, "<p class='small muted'>%s</p>", say(r, E_BOTH));
	return OK;
}

/* Those who are asked to read the draft, and what they said that waits. */
static enum status before_the_end(struct req *r, const struct view *v)
{
	struct review_list all = {0};
	i64 left = 0;

	TRY(review_list(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++)
		left += comments_untreated(&all.v[i]);
	emit(&r->out, "<h2>%s</h2><p><a href='/a/%s/review'>%s</a></p>",
	     say(r, T_REVIEW_HEAD), v->a.key, say(r, all.n == 0 ? T_REVIEW :
	     T_REVIEWS));
	if (left > 0)
		emit(&r->out, "<p>%s</p>", say_count(r, T_UNTREATED, left));
	return OK;
}

static enum status open_page(struct req *r, struct view *v)
{
	stop_list(r, v);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, E_HEAD),
	     say(r, E_LEAD));
	page_lesson(r, 8);
	emit(&r->out, "<div class='two'><div>");
	TRY(check_list(r, v));
	overall(r, v);
	TRY(endings(r, v));
	emit(&r->out, "</div><aside class='side' aria-label='%s'><h2>%s</h2>",
	     say(r, E_REMARKS), say(r, E_REMARKS));
	if (lacks_any(&v->lacks, false))
		emit(&r->out, "<p>%s</p>", say(r, E_REMARKS_TEXT));
	else
		emit(&r->out, "<p>%s</p>", say(r, E_NO_REMARKS));
	lacks_shown(r, &v->lacks, false);
	TRY(before_the_end(r, v));
	onward_links(r);
	emit(&r->out, "</aside></div>");
	return OK;
}

/* -- after the end ------------------------------------------------------- */

/* Who comes from what behöver ses över has its reason with them. */
static const char *reason_offered(const struct req *r)
{
	const char *said = or_empty(query_text(r, "reason"));

	return text_clean(said) ? text_short(r->s.mem, said, LINE) : "";
}

/* One at a time: where a later one is begun, the way is to that. */
static enum status next_version(struct req *r, const struct view *v)
{
	struct assessment_list all = {0};
	const struct assessment *last;

	TRY(assess_of_subject(&r->s, v->a.subject, &all));
	last = &all.v[all.n - 1];
	if (last->id != v->a.id) {
		emit(&r->out, "<h2 id='again'>%s</h2><p><a href='/a/%s'>%s"
		     "</a></p>", say(r, E_AGAIN_HEAD), last->key,
		     say_with(r, E_AGAIN, arena_print(r->s.mem, "%lld",
		     last->edition), state_word(r, last->state)));
		return OK;
	}
	emit(&r->out, "<h2 id='again'>%s</h2><p>%s</p>", say(r, E_NEXT_HEAD),
	     say(r, E_NEXT_TEXT));
	form_open(r, "next", "/a/%s/new-version", v->a.key);
	ask_text(r, &(struct ask){ .name = "reason", .label = say(r, E_WHY),
		.hint = say(r, E_WHY_HINT), .stored = reason_offered(r) });
	button_save(r, say(r, E_NEXT));
	form_close(r);
	return OK;
}

static enum status ended_page(struct req *r, const struct view *v)
{
	struct edition e = {0};
	enum status found = edition_get(&r->s, v->a.id, &e);

	emit(&r->out, "<h1>%s</h1>", say(r, E_ENDED_HEAD));
	if (found == NOT_FOUND) {
		emit(&r->out, "<p class='lead'>%s</p>", say(r, E_RECEIVED));
	} else {
		TRY(found);
		emit(&r->out, "<p class='lead'>%s %s</p><p class='muted'>%s"
		     "</p>", say_with(r, e.kind == ASSESS_FINAL ?
		     E_ENDED_FINAL : E_ENDED_DONE, say_day(r,
		     day_of_instant(e.at)), e.signed_by),
		     say_with(r, E_NUMBER, arena_print(r->s.mem, "%lld",
		     e.number), NULL), say_with(r, E_CHECKSUM, e.sha256,
		     NULL));
	}
	emit(&r->out, "<p class='acts'><a class='btn' href='/a/%s/report'>%s"
	     "</a><a href='/a/%s/report.pdf'>%s</a></p>", v->a.key,
	     say(r, R_TITLE), v->a.key, say(r, R_PDF));
	emit(&r->out, "<h2>%s</h2><p>%s</p><ul class='rows'><li><a class='n'"
	     " href='/a/%s/reporting'>%s</a></li><li><a class='n'"
	     " href='/a/%s/review'>%s</a></li></ul>", say(r, T_BACK_HEAD),
	     say(r, v->a.state < ASSESS_REPORTED ? T_BACK_NOT : T_BACK_DONE),
	     v->a.key, say(r, T_BACK), v->a.key, say(r, T_REVIEWS));
	onward_links(r);
	return r->let_in ? OK : next_version(r, v);
}

enum status finish_page(struct req *r)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open_end(r, &v, say(r, E_TITLE)));
	TRY(v.open ? open_page(r, &v) : ended_page(r, &v));
	view_close(r);
	return OK;
}

/* -- the end itself ------------------------------------------------------ */

/* The document as it will be once finished now, by this person. */
static enum status compose_ended(struct req *r, enum assessment_state to,
                                 const struct sign_request *first,
                                 struct edition *out)
{
	struct document *d = NEW(r->s.mem, struct document);

	TRY(edition_next_number(&r->s, &out->number));
	TRY(document_compose(&r->s, r->object, d));
	out->kind = to;
	out->at = r->s.now;
	TRY(signature(r, &out->signed_by));
	d->a.state = to;
	d->a.changed_at = r->s.now;
	d->ending = (struct ending){ to, out->number, out->at,
	                             out->signed_by, first->asked_name,
	                             first->asked_at };
	out->document = document_write(r->s.mem, d);
	return OK;
}

enum status refuse_stopped(struct req *r)
{
	struct view v = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(view_read(r, 0, 0, &v));
	if (stops(&v) == 0)
		return OK;
	issue(r, NULL, E_STOPPED);
	return INVALID;
}

/* Composed and rendered before the transaction; stored within it, unless the
 * assessment has moved meanwhile. */
static enum status prepare(struct req *r, enum assessment_state to)
{
	struct edition *e = NEW(r->s.mem, struct edition);
	struct sign_request first = {0};
	struct brand brand;
	enum status done;

	TRY(db_look(r->s.db));
	done = refuse_stopped(r);
	if (done == OK && to == ASSESS_FINAL)
		done = second_ready(r, &first);
	if (done == OK)
		done = compose_ended(r, to, &first, e);
	if (done == OK)
		done = r->house->brand(&r->s, &brand);
	db_look_end(r->s.db);
	TRY(done);
	TRY(annex_render(r, SWEDISH, &brand, e->document, &e->html,
	                 &e->pdf));
	r->prepared = e;
	return OK;
}

static enum status finish(struct req *r, enum assessment_state to)
{
	struct edition *e = r->prepared, now = {0};
	struct sign_request first = {0};
	struct assessment a = {0};

	TRY(refuse_stopped(r));
	if (to == ASSESS_FINAL)
		TRY(second_ready(r, &first));
	TRY(compose_ended(r, to, &first, &now));
	if (!same(now.document, e->document)) {
		issue(r, NULL, E_MOVED);
		return STALE;
	}
	TRY(assess_get(&r->s, r->object, &a));
	TRY(assess_become(&r->s, a.id, a.version, to));
	if (a.predecessor != 0) {
		struct assessment was = {0};

		TRY(assess_get(&r->s, a.predecessor, &was));
		if (was.state != ASSESS_REPLACED)
			TRY(assess_become(&r->s, was.id, was.version,
			                  ASSESS_REPLACED));
	}
	TRY(edition_note(&r->s, a.id, e));
	if (first.asked_at != 0)
		TRY(sign_request_give(&r->s, &first));
	return go(r, "/a/%s/finish?saved=1", a.key);
}

static enum status done_prepare(struct req *r)
{
	return prepare(r, ASSESS_DONE);
}

static enum status done(struct req *r)
{
	return finish(r, ASSESS_DONE);
}

static enum status final_prepare(struct req *r)
{
	return prepare(r, ASSESS_FINAL);
}

static enum status final(struct req *r)
{
	return finish(r, ASSESS_FINAL);
}

static enum status new_version(struct req *r)
{
	const char *reason = form_needed(r, "reason", TEXT, E_SAY_WHY);
	struct assessment next = {0};
	enum status made;
	i64 id;

	if (r->let_in)          /* a new assessment is the organisation's */
		return DENIED;
	TRY(form_fine(r));
	made = seal_new_version(&r->s, r->object, reason, &id);
	if (made == DENIED) {
		issue(r, NULL, E_LATER);
		return INVALID;
	}
	TRY(made);
	TRY(assess_get(&r->s, id, &next));
	return go(r, "/a/%s", next.key);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/finish", finish_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/finish/done", done, LEAD, ON_ASSESSMENT,
	  finish_page, done_prepare },
	{ POST, "/a/:assessment/finish/final", final, SIGN, ON_ASSESSMENT,
	  finish_page, final_prepare },
	{ POST, "/a/:assessment/new-version", new_version, EDIT,
	  ON_ASSESSMENT, finish_page },
	{ 0 },
};
const struct route *const seal_routes = rows;
