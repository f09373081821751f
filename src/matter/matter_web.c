/* A matter's first page: what is next, what is left, what it rests on. */
#include "assess/assess.h"
#include "assess/words.h"
#include "base/text.h"
#include "matter/matter.msg"
#include "matter/matter_view.h"

enum { OFFERED = 200 };

/* -- what is next -------------------------------------------------------- */

static size_t index_of(const struct chain *chain, const struct step_body *at)
{
	return (size_t)(at - chain->v);
}

static void next_says(struct req *r, const struct step_body *next, i64 on)
{
	const char *name = body_title(r->s.mem, &next->body);

	emit(&r->out, "<p class='lead'>%s</p>", on == 0 ?
	     say_with(r, NEXT_NO_DAY, name, NULL) :
	     say_with(r, NEXT_SAYS, name, say_day(r, on)));
}

static void nobody_next(struct req *r, const struct matter *m, bool any)
{
	emit(&r->out, "<p>%s</p>", say(r, m->state == MATTER_WRITTEN_OFF ?
	     NEXT_WRITTEN_OFF : any ? NEXT_ALL_DONE : NEXT_NONE));
}

static enum status next_part(struct req *r, const struct matter *m)
{
	struct outcome_list done = {0};
	const struct step_body *next;
	struct chain chain = {0};

	TRY(chain_read(&r->s, m->id, &chain));
	TRY(outcome_list(&r->s, m->id, &done));
	next = m->state == MATTER_WRITTEN_OFF ? NULL :
	       chain_next(&chain, &done);
	if (m->state == MATTER_REFERRED_BACK)
		emit(&r->out, "<p class='note'>%s</p>", say(r, BACK_AGAIN));
	if (next == NULL) {
		nobody_next(r, m, chain.n > 0);
	} else {
		next_says(r, next, chain_next_on(&chain, &done));
		emit(&r->out, "<p class='small'>%s <span lang='sv'>%s …"
		     "</span></p>", say(r, NEXT_BEGINS),
		     chain_wording(r->s.mem, &chain, index_of(&chain, next),
		                   false));
	}
	if (!may_write(r))
		return OK;
	emit(&r->out, "<p class='acts'>");
	if (next != NULL)
		emit(&r->out, "<a class='btn' href='/m/%s/chain/%lld/outcome'"
		     ">%s</a>", m->key, next->no, say(r, NEXT_NOTE));
	emit(&r->out, "<a href='/m/%s/chain'>%s</a></p>", m->key,
	     say(r, CHAIN_CHANGE));
	return OK;
}

/* -- what is left to do -------------------------------------------------- */

static enum status tasks_part(struct req *r)
{
	struct task_list all = {0};

	TRY(task_list(&r->s, r->object, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, TASKS_HEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, TASKS_NONE));
	task_rows(r, &all, false);
	if (!may_write(r))
		return OK;
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed && same(form_raw(r, "form"), "task") ? " open" : "",
	     say(r, TASK_NEW_HEAD));
	form_open(r, "task", "/m/%s/tasks", r->object_key);
	ask_task(r, &(struct task){ .text = "" });
	button(r, "btn sec", say(r, TASK_ADD));
	form_close(r);
	emit(&r->out, "</details>");
	return OK;
}

/* -- what it rests on ---------------------------------------------------- */

static void linked_row(struct req *r, const struct linked *l)
{
	emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a>"
	     "<span class='m'>%s</span>", l->key, l->title,
	     state_word(r, (enum assessment_state)l->state));
	if (may_write(r)) {
		emit(&r->out, "<div class='e'>");
		button_form(r, arena_print(r->s.mem, "unlink-%s", l->key),
		            "btn sec sm", say(r, LINK_REMOVE),
		            "/m/%s/assessments/%s/remove", r->object_key,
		            l->key);
		emit(&r->out, "</div>");
	}
	emit(&r->out, "</li>");
}

static bool is_linked(const struct linked_list *all, i64 assessment)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].assessment == assessment)
			return true;
	return false;
}

static enum status link_form(struct req *r, const struct linked_list *has)
{
	struct assessment_list all = {0};
	struct option_list picks = {0};

	TRY(assess_list(&r->s, 0, 0, 0, OFFERED, &all));
	option_add(r, &picks, "", "–", true);
	for (size_t i = 0; i < all.n; i++)
		if (!is_linked(has, all.v[i].id))
			option_add(r, &picks, all.v[i].key, all.v[i].title,
			           false);
	if (picks.n == 1)
		return OK;
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed && same(form_raw(r, "form"), "link") ? " open" : "",
	     say(r, LINK_HEAD));
	form_open(r, "link", "/m/%s/assessments", r->object_key);
	ask_select(r, &(struct ask){ .name = "assessment",
		.label = say(r, LINK_ASK) }, &picks);
	button(r, "btn sec", say(r, LINK_ADD));
	form_close(r);
	emit(&r->out, "</details>");
	return OK;
}

static enum status unlinked_note(struct req *r)
{
	const char *key = query_text(r, "removed");
	i64 id = 0;
	enum status found;

	if (key == NULL || r->failed || !may_write(r))
		return OK;
	found = assess_by_key(&r->s, key, &id);
	if (found != OK)
		return found == NOT_FOUND ? OK : found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, LINK_REMOVED));
	form_open(r, "relink", "/m/%s/assessments", r->object_key);
	form_hidden(r, "assessment", key);
	button(r, "btn sec sm", say(r, UNDO));
	form_close(r);
	emit(&r->out, "</div>");
	return OK;
}

static enum status linked_part(struct req *r)
{
	struct linked_list all = {0};

	TRY(matter_linked(&r->s, r->object, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, LINKED_HEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, LINKED_NONE));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		linked_row(r, &all.v[i]);
	if (all.n > 0)
		emit(&r->out, "</ul>");
	TRY(unlinked_note(r));
	return may_write(r) ? link_form(r, &all) : OK;
}

/* -- facts --------------------------------------------------------------- */

static void state_form(struct req *r, const struct matter *m)
{
	struct option_list to = {0};

	for (int s = MATTER_STARTED; s <= MATTER_WRITTEN_OFF; s++)
		if (matter_may_become(m->state, (enum matter_state)s))
			number_option(r, &to, s, matter_state_word(r,
			              (enum matter_state)s), false);
	if (to.n == 0)
		return;
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed && same(form_raw(r, "form"), "state") ? " open" : "",
	     say(r, STATE_HEAD));
	form_open(r, "state", "/m/%s/state", m->key);
	ask_select(r, &(struct ask){ .name = "to",
		.label = say(r, STATE_ASK) }, &to);
	button(r, "btn sec sm", say(r, STATE_SAVE));
	form_close(r);
	emit(&r->out, "</details>");
}

static enum status facts(struct req *r, const struct matter *m)
{
	struct matter_list after = {0};

	TRY(matter_following(&r->s, m->id, &after));
	emit(&r->out, "<h2>%s</h2><dl class='sum'>", say(r, FACTS_HEAD));
	fact(r, FACT_STATE, matter_state_word(r, m->state));
	fact(r, ASK_KIND, matter_kind_word(r, m->kind));
	fact(r, ASK_REGISTRY, text_blank(m->registry_no) ?
	     arena_print(r->s.mem, "%s. %s", say(r, MATTER_NO_NUMBER),
	                 m->no_registry) : m->registry_no);
	fact(r, ASK_OFFICER, m->officer);
	fact(r, ASK_UNIT, m->unit);
	fact(r, ASK_STARTED, m->started_by);
	if (m->came_from != 0)
		fact_link(r, FACT_CAME_FROM, m->came_from_key,
		          m->came_from_title);
	for (size_t i = 0; i < after.n; i++)
		fact_link(r, FACT_FOLLOWED, after.v[i].key,
		          after.v[i].title);
	emit(&r->out, "</dl>");
	if (!may_write(r))
		return OK;
	emit(&r->out, "<p class='acts'><a href='/m/%s/edit'>%s</a>"
	     "<a href='/o/%s/matters/new?from=%s'>%s</a></p>", m->key,
	     say(r, EDIT_LINK), r->org_key, m->key, say(r, FOLLOW_UP));
	state_form(r, m);
	return OK;
}

static enum status hub(struct req *r)
{
	struct matter m;

	TRY(matter_open(r, say(r, NEXT_HEAD), &m));
	emit(&r->out, "<div class='two'><div>");
	TRY(next_part(r, &m));
	TRY(tasks_part(r));
	TRY(linked_part(r));
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, FACTS_HEAD));
	TRY(facts(r, &m));
	emit(&r->out, "</aside></div>");
	matter_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status become(struct req *r)
{
	enum matter_state to = (enum matter_state)form_choice(r, "to",
		MATTER_STARTED, MATTER_WRITTEN_OFF);
	enum status done;

	TRY(form_fine(r));
	done = matter_become(&r->s, r->object, to);
	if (done == DENIED) {
		issue(r, "to", STATE_CANNOT);
		return INVALID;
	}
	TRY(done);
	return go(r, "/m/%s?saved=1", r->object_key);
}

static enum status join(struct req *r)
{
	const char *key = form_needed(r, "assessment", LINE, LINK_WANT);
	i64 id = 0;

	TRY(form_fine(r));
	TRY(assess_by_key(&r->s, key, &id));
	TRY(matter_link(&r->s, r->object, id));
	return go(r, "/m/%s?saved=1", r->object_key);
}

static enum status part(struct req *r)
{
	const char *key = arg_text(r, "assessment");
	i64 id = 0;

	TRY(assess_by_key(&r->s, key, &id));
	TRY(matter_unlink(&r->s, r->object, id));
	return go(r, "/m/%s?removed=%s", r->object_key, key);
}

static const struct route rows[] = {
	{ GET, "/m/:matter", hub, READ, ON_MATTER },
	{ POST, "/m/:matter/state", become, EDIT, ON_MATTER, .form = hub },
	{ POST, "/m/:matter/tasks", task_add, EDIT, ON_MATTER, .form = hub },
	{ POST, "/m/:matter/assessments", join, EDIT, ON_MATTER,
	  .form = hub },
	{ POST, "/m/:matter/assessments/:assessment/remove", part, EDIT,
	  ON_MATTER, .form = hub },
	{ 0 },
};
const struct route *const matter_routes = rows;
