/* The path to the decision, set up and changed. */
#include "base/text.h"
#include "matter/chain.msg"
#include "matter/matter.msg"
#include "matter/matter_view.h"

static void ask_role(struct req *r, enum chain_role chosen)
{
	struct option_list roles = {0};

	for (int k = ROLE_PREPARES; k <= ROLE_IS_TOLD; k++)
		number_option(r, &roles, k, role_word(r, (enum chain_role)k),
		              k == (int)chosen);
	ask_select(r, &(struct ask){ .name = "role",
		.label = say(r, CHAIN_ROLE) }, &roles);
}

static void step_form(struct req *r, const struct step_body *t)
{
	const char *name = body_short(r->s.mem, &t->body);

	form_open(r, arena_print(r->s.mem, "step%lld", t->no),
	          "/m/%s/chain/%lld", r->object_key, t->no);
	ask_version(r, t->version);
	ask_role(r, t->role);
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, CHAIN_DAY),
		.optional = true }, t->planned_on);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say_with(r, CHAIN_SAVE, name, NULL));
	emit(&r->out, "</p>");
	form_close(r);
}

static void step_buttons(struct req *r, const struct step_body *t,
                         bool may_rise)
{
	const char *name = body_short(r->s.mem, &t->body);

	emit(&r->out, "<div class='acts'>");
	if (may_rise)
		button_form(r, arena_print(r->s.mem, "up%lld", t->no),
		            "btn sec sm", say_with(r, CHAIN_UP, name, NULL),
		            "/m/%s/chain/%lld/up", r->object_key, t->no);
	button_form(r, arena_print(r->s.mem, "remove%lld", t->no),
	            "btn sec sm", say_with(r, CHAIN_REMOVE, name, NULL),
	            "/m/%s/chain/%lld/remove", r->object_key, t->no);
	emit(&r->out, "</div>");
}

static void step_part(struct req *r, const struct chain *chain, size_t i,
                      const struct outcome_list *done)
{
	const struct step_body *t = &chain->v[i];
	const struct outcome *o = outcome_of_step(done, t->id);

	emit(&r->out, "<section class='panel' id='step-%lld'><h2>%lld. %s"
	     "</h2>", t->no, (i64)i + 1, body_title(r->s.mem, &t->body));
	if (o != NULL)
		emit(&r->out, "<p>%s %s</p>", say_with(r, CHAIN_HAS_MET,
		     say_day(r, o->held_on), outcome_word(r, o->kind)),
		     say(r, CHAIN_MET_STAYS));
	if (o == NULL || !outcome_concludes(o->kind))
		step_form(r, t);
	if (o == NULL)
		step_buttons(r, t, i > 0 && outcome_of_step(done,
		             chain->v[i - 1].id) == NULL);
	emit(&r->out, "</section>");
}

static enum status add_form(struct req *r)
{
	struct body_list bodies = {0};
	struct option_list picks = {0};

	TRY(body_list(&r->s, false, &bodies));
	if (bodies.n == 0) {
		emit(&r->out, "<p class='note'>%s</p>",
		     say(r, CHAIN_NO_BODIES));
		return OK;
	}
	option_add(r, &picks, "", "–", true);
	for (size_t i = 0; i < bodies.n; i++)
		number_option(r, &picks, bodies.v[i].no,
		              body_title(r->s.mem, &bodies.v[i]), false);
	emit(&r->out, "<h2>%s</h2>", say(r, CHAIN_ADD_HEAD));
	form_open(r, "add", "/m/%s/chain", r->object_key);
	ask_select(r, &(struct ask){ .name = "body",
		.label = say(r, CHAIN_BODY) }, &picks);
	ask_role(r, ROLE_DECIDES);
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, CHAIN_DAY),
		.optional = true }, 0);
	button_save(r, say(r, CHAIN_ADD));
	form_close(r);
	return OK;
}

/* Each way the proposal begins, for those who have not met. */
static void wordings(struct req *r, const struct chain *chain,
                     const struct outcome_list *done)
{
	emit(&r->out, "<h2>%s</h2>", say(r, CHAIN_WORDING_HEAD));
	for (size_t i = 0; i < chain->n; i++)
		if (outcome_of_step(done, chain->v[i].id) == NULL)
			emit(&r->out, "<p lang='sv'>%s</p>", chain_wording(
			     r->s.mem, chain, i, true));
}

static enum status page(struct req *r)
{
	struct outcome_list done = {0};
	struct chain chain = {0};
	struct matter m;

	TRY(chain_read(&r->s, r->object, &chain));
	TRY(outcome_list(&r->s, r->object, &done));
	TRY(matter_open(r, say(r, CHAIN_HEAD), &m));
	emit(&r->out, "<div class='two'><div>");
	if (chain.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, CHAIN_EMPTY));
	for (size_t i = 0; i < chain.n; i++)
		step_part(r, &chain, i, &done);
	TRY(add_form(r));
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, CHAIN_WORDING_HEAD));
	wordings(r, &chain, &done);
	emit(&r->out, "</aside></div>");
	matter_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status read_step_form(struct req *r, struct step_body *t)
{
	t->role = (enum chain_role)form_choice(r, "role", ROLE_PREPARES,
	                                       ROLE_IS_TOLD);
	t->planned_on = form_day(r, "day");
	if (t->role == 0)
		issue(r, "role", CHAIN_WANT_ROLE);
	return form_fine(r);
}

static enum status add(struct req *r)
{
	i64 no = form_choice(r, "body", 1, INT64_MAX);
	struct step_body t = {0};
	enum status fine;

	if (no == 0)
		issue(r, "body", CHAIN_WANT_BODY);
	fine = read_step_form(r, &t);
	TRY(fine);
	TRY(body_get(&r->s, no, &t.body));
	TRY(chain_add(&r->s, r->object, &t));
	return go(r, "/m/%s/chain?saved=1", r->object_key);
}

static enum status save(struct req *r)
{
	struct step_body t = { .no = arg_no(r, "step"),
	                       .version = form_version(r) };

	TRY(read_step_form(r, &t));
	TRY(chain_change(&r->s, r->object, &t));
	return go(r, "/m/%s/chain?saved=1#step-%lld", r->object_key, t.no);
}

/* What has met stays: somebody else wrote that in meanwhile. */
static enum status refused(struct req *r, enum status done)
{
	if (done != TAKEN && done != DENIED)
		return done;
	issue(r, NULL, CHAIN_MET_STAYS);
	return INVALID;
}

static enum status up(struct req *r)
{
	TRY(refused(r, chain_move(&r->s, r->object, arg_no(r, "step"))));
	return go(r, "/m/%s/chain?saved=1", r->object_key);
}

static enum status drop(struct req *r)
{
	TRY(refused(r, chain_remove(&r->s, r->object, arg_no(r, "step"))));
	return go(r, "/m/%s/chain?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET, "/m/:matter/chain", page, EDIT, ON_MATTER },
	{ POST, "/m/:matter/chain", add, EDIT, ON_MATTER, .form = page },
	{ POST, "/m/:matter/chain/:step", save, EDIT, ON_MATTER,
	  .form = page },
	{ POST, "/m/:matter/chain/:step/up", up, EDIT, ON_MATTER,
	  .form = page },
	{ POST, "/m/:matter/chain/:step/remove", drop, EDIT, ON_MATTER,
	  .form = page },
	{ 0 },
};
const struct route *const chain_routes = rows;
