/* A draft of a model: beginning one, its page, publishing it. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "kit/json.h"
#include "method/draft.h"
#include "web/page.h"
#include "method/draft.msg"

enum { FACT_MOST = 2000, WORD_MOST = 60 };

static const char *number(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

/* -- beginning one ------------------------------------------------------- */

static void draft_row(struct req *r, const struct method_draft *d)
{
	emit(&r->out, "<li><a class='n' href='%s'>%s</a><span class='m'>%s"
	     "</span></li>", draft_address(r, d), title_say(r, d),
	     say_with(r, D_CHANGED, say_day(r, day_of_instant(d->at)),
	              NULL));
}

static void begin_form(struct req *r, const struct method_list *models)
{
	struct option_list from = {0};

	for (size_t i = 0; i < models->n; i++)
		option_add(r, &from, models->v[i].key,
		           either(r, models->v[i].title_sv,
		                  models->v[i].title_en), i == 0);
	option_add(r, &from, "", say(r, D_EMPTY), models->n == 0);
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, D_HEAD),
	     say(r, D_LEAD));
	form_open(r, "begin", "/o/%s/method-drafts", r->org_key);
	ask_text(r, &(struct ask){ .name = "title", .stored = "",
		.label = say(r, D_NAME), .hint = say(r, D_NAME_HINT) });
	ask_select(r, &(struct ask){ .name = "from",
		.label = say(r, D_FROM), .class = "w20" }, &from);
	button_save(r, say(r, D_BEGIN));
	form_close(r);
	emit(&r->out, "<h2>%s</h2>", say(r, D_FILE));
	form_open_upload(r, "read", "/o/%s/method-files", r->org_key);
	ask_text(r, &(struct ask){ .name = "file", .type = "file",
		.label = say(r, D_FILE_LABEL), .hint = say(r, D_FILE_HINT) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, D_FILE_READ));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status just_removed(struct req *r)
{
	const char *key = query_text(r, "removed");
	struct method_draft d = {0};
	enum status found;

	if (text_blank(key))
		return OK;
	found = draft_by_key(&r->s, key, &d);
	if (found != OK || !d.removed)
		return found == NOT_FOUND ? OK : found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, D_REMOVED));
	button_form(r, "restore", "btn sec sm", say(r, D_RESTORE),
	            "%s/restore", draft_address(r, &d));
	emit(&r->out, "</div>");
	return OK;
}

enum status drafts_shown(struct req *r, const struct method_list *models)
{
	struct method_draft_list all = {0};

	if ((r->rights & LEAD) == 0)
		return OK;
	TRY(just_removed(r));
	TRY(draft_list(&r->s, &all));
	if (all.n > 0)
		emit(&r->out, "<h2>%s</h2><ul class='rows'>",
		     say(r, D_DRAFTS));
	for (size_t i = 0; i < all.n; i++)
		draft_row(r, &all.v[i]);
	if (all.n > 0)
		emit(&r->out, "</ul>");
	begin_form(r, models);
	return OK;
}

static enum status begin(struct req *r)
{
	const char *title = form_needed(r, "title", LINE, D_SAY_NAME);
	const char *from = form_text(r, "from", LINE);
	struct method_draft d = {0};
	struct method m;

	if (*from == '\0')
		draft_empty(r->s.mem, &m);
	else
		TRY(method_by_key(&r->s, from, &m));
	TRY(form_fine(r));
	TRY(draft_note(&r->s, &m, title, &d));
	return go(r, "%s", draft_address(r, &d));
}

static const struct sentence *why(enum json_wrong wrong)
{
	switch (wrong) {
	case JSON_MISSING:  return D_JSON_MISSING;
	case JSON_UNKNOWN:  return D_JSON_UNKNOWN;
	case JSON_TOO_LONG: return D_JSON_LONG;
	default:            return D_PLACE;
	}
}

static enum status read_file(struct req *r)
{
	const struct field *file = form_file(r, "file");
	struct method_draft d = {0};
	struct json_reader in;
	struct method m;

	if (file == NULL) {
		issue(r, "file", D_NO_FILE);
		return INVALID;
	}
	in = json_read(r->s.mem, file->bytes);
	method_read_draft(&in, &m);
	json_close(&in);
	if (in.wrong == JSON_BROKEN || in.wrong == JSON_TOO_DEEP)
		issue_text(r, "file", say_with(r, D_BROKEN,
		           number(r, in.line), NULL));
	else if (in.wrong != JSON_FINE)
		issue_text(r, "file", say_with(r, why(in.wrong),
		           number(r, json_line(&in)), in.where));
	TRY(form_fine(r));
	TRY(draft_note(&r->s, &m, m.title_sv, &d));
	return go(r, "%s", draft_address(r, &d));
}

/* -- its page ------------------------------------------------------------ */

static void facts_form(struct req *r, const struct method_draft *d)
{
	const struct method *m = &d->model;

	emit(&r->out, "<h2>%s</h2>", say(r, D_FACTS));
	form_open(r, "facts", "%s", draft_address(r, d));
	ask_version(r, d->version);
	ask_swedish(r, "title", say(r, D_TITLE), NULL, m->title_sv, 0);
	ask_swedish(r, "about", say(r, D_ABOUT), D_ABOUT_HINT, m->about_sv, 3);
	ask_swedish(r, "judged", say(r, D_JUDGED), D_JUDGED_HINT,
	            m->judged_sv, 0);
	ask_text(r, &(struct ask){ .name = "source", .rows = 2,
		.label = say(r, D_SOURCE), .hint = say(r, D_SOURCE_HINT),
		.stored = m->source, .optional = true });
	for (enum depth k = DEPTH_QUICK; k <= DEPTH_DEEP; k++) {
		ask_text(r, &(struct ask){ .name = depth_key(k),
			.label = say_with(r, D_ANSWERS, text_fold(r->s.mem,
				say(r, depth_sentence(k))), NULL),
			.hint = say_with(r, D_ANSWERS_HINT,
				number(r, budget_most(k)), NULL),
			.stored = arena_print(r->s.mem, "%lld",
				m->budget[k]), .class = "w10" });
		if (k != DEPTH_QUICK)
			ask_tick(r, "per_goal", depth_key(k),
			         say(r, D_ONE_MORE), m->budget_per_goal[k]);
	}
	english_open(r);
	ask_english(r, "title", say(r, D_TITLE), m->title_sv, m->title_en, 0);
	ask_english(r, "about", say(r, D_ABOUT), m->about_sv, m->about_en, 3);
	ask_english(r, "judged", say(r, D_JUDGED), m->judged_sv,
	            m->judged_en, 0);
	english_close(r);
	button_save(r, say(r, D_SAVE));
	form_close(r);
}

static void step_row(struct req *r, const struct method_draft *d,
                     const struct step *st)
{
	emit(&r->out, "<li><a class='n' href='%s/steps/%lld'>%s</a>"
	     "<span class='m'>%s</span></li>", draft_address(r, d), st->no,
	     say_with(r, F_AT_STEP, number(r, st->no),
	              step_say(r, st)), say_count(r, D_QUESTIONS_N,
	     (i64)st->questions.n));
}

static void step_list(struct req *r, const struct method_draft *d)
{
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, D_STEPS));
	for (size_t i = 0; i < d->model.steps.n; i++)
		step_row(r, d, &d->model.steps.v[i]);
	emit(&r->out, "</ul>");
	form_open(r, "step", "%s/steps", draft_address(r, d));
	ask_version(r, d->version);
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, D_ADD_STEP), .hint = say(r, D_STEP_HINT),
		.class = "w20" });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, D_ADD_STEP));
	emit(&r->out, "</p>");
	form_close(r);
}

static void one_button(struct req *r, const struct method_draft *d,
                       const char *name, const char *class,
                       const char *label)
{
	form_open(r, name, "%s/%s", draft_address(r, d), name);
	ask_version(r, d->version);
	button(r, class, label);
	form_close(r);
}

static void endings(struct req *r, const struct method_draft *d)
{
	struct method_flaw_list flaws = {0};

	method_check(r->s.mem, &d->model, &flaws);
	if (d->model.steps.n > 0)
		emit(&r->out, "<p class='acts'><a class='btn sec' href='%s/"
		     "steps/1/preview'>%s</a></p>", draft_address(r, d),
		     say(r, D_TRY));
	if (flaws.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, D_PUBLISH_TEXT));
		one_button(r, d, "publish", "btn", say_with(r, D_PUBLISH,
		           number(r, d->model.edition), NULL));
	}
	emit(&r->out, "<div class='acts'>");
	if (d->changed)
		one_button(r, d, "undo", "btn sec", say(r, D_UNDO));
	one_button(r, d, "remove", "btn sec", say(r, D_REMOVE));
	emit(&r->out, "<a href='%s/model'>%s</a></div>", draft_address(r, d),
	     say(r, D_AS_JSON));
}

enum status draft_page(struct req *r)
{
	struct method_draft d = {0};

	TRY(draft_here(r, &d));
	draft_top(r, &d, NULL);
	emit(&r->out, "<h1>%s</h1><p class='muted'>%s · %s</p>"
	     "<div class='two'><div>", title_say(r, &d), say(r, D_DRAFT),
	     say_with(r, D_WILL_BE, number(r, d.model.edition), NULL));
	step_list(r, &d);
	facts_form(r, &d);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, D_BUDGET));
	draft_budget(r, &d.model);
	draft_flaws(r, &d);
	endings(r, &d);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static enum status change(struct req *r)
{
	struct method_draft d = {0};
	struct method *m = &d.model;

	TRY(draft_here(r, &d));
	d.version = form_version(r);
	form_both(r, "title", LINE, &m->title_sv, &m->title_en);
	form_both(r, "about", FACT_MOST, &m->about_sv, &m->about_en);
	form_both(r, "judged", WORD_MOST, &m->judged_sv, &m->judged_en);
	m->source = form_text(r, "source", FACT_MOST);
	if (text_blank(m->title_sv))
		issue(r, "title", D_SAY_NAME);
	for (enum depth k = DEPTH_QUICK; k <= DEPTH_DEEP; k++) {
		i64 most = 0;

		if (!number_read(form_raw(r, depth_key(k)), 1,
		                 budget_most(k), &most))
			issue_text(r, depth_key(k), say_with(r,
				D_ANSWERS_HINT, number(r, budget_most(k)),
				NULL));
		m->budget[k] = most;
		m->budget_per_goal[k] = k != DEPTH_QUICK &&
			form_has(r, "per_goal", depth_key(k));
	}
	TRY(form_fine(r));
	TRY(draft_change(&r->s, &d));
	return go(r, "%s?saved=1", draft_address(r, &d));
}

static enum status publish(struct req *r)
{
	struct method_draft d = {0};
	enum status done;
	i64 id;

	TRY(draft_here(r, &d));
	d.version = form_version(r);
	done = draft_publish(&r->s, &d, &id);
	if (done == INVALID)
		issue(r, NULL, D_NOT_WHOLE);
	if (done == TAKEN)
		issue(r, NULL, D_EDITION_TAKEN);
	TRY(done);
	TRY(method_get(&r->s, id, &d.model));
	return go(r, "/o/%s/methods/%s?saved=1", r->org_key, d.model.key);
}

static enum status undo(struct req *r)
{
	struct method_draft d = {0};

	TRY(draft_here(r, &d));
	d.version = form_version(r);
	TRY(draft_undo(&r->s, &d));
	return go(r, "%s?saved=1", draft_address(r, &d));
}

static enum status remove_draft(struct req *r)
{
	struct method_draft d = {0};

	TRY(draft_here(r, &d));
	TRY(draft_remove(&r->s, d.id, true));
	return go(r, "/o/%s/methods?removed=%s", r->org_key, d.key);
}

static enum status restore(struct req *r)
{
	struct method_draft d = {0};

	TRY(draft_by_key(&r->s, arg_text(r, "draft"), &d));
	TRY(draft_remove(&r->s, d.id, false));
	return go(r, "%s?saved=1", draft_address(r, &d));
}

static enum status as_json(struct req *r)
{
	struct method_draft d = {0};

	TRY(draft_here(r, &d));
	method_reply_json(r, &d.model);
	return OK;
}

#define AT "/o/:org/method-drafts"

static const struct route rows[] = {
	{ POST, AT, begin, LEAD, ON_ORG, method_list_page },
	{ POST, "/o/:org/method-files", read_file, LEAD, ON_ORG,
	  method_list_page },
	{ GET,  AT "/:draft", draft_page, LEAD, ON_ORG },
	{ POST, AT "/:draft", change, LEAD, ON_ORG, draft_page },
	{ GET,  AT "/:draft/model", as_json, LEAD, ON_ORG },
	{ POST, AT "/:draft/publish", publish, LEAD, ON_ORG, draft_page },
	{ POST, AT "/:draft/undo", undo, LEAD, ON_ORG, draft_page },
	{ POST, AT "/:draft/remove", remove_draft, LEAD, ON_ORG, draft_page },
	{ POST, AT "/:draft/restore", restore, LEAD, ON_ORG,
	  method_list_page },
	{ 0 },
};
const struct route *const draft_routes = rows;
