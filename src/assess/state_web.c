/* Where an assessment stands, and what of that is decided by hand. All else
 * follows from what is done: a round of review, an end, a report back. */
#include "assess/state.h"
#include "assess/state.msg"
#include "assess/view.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"
#include "web/form.h"
#include "web/page.h"

static const struct move {
	enum assessment_state       to;
	const struct sentence      *name, *means, *button;
} moves[] = {
	{ ASSESS_ONGOING,  T_RESUMED,  T_RESUMED_IS,  T_RESUMED_DO },
	{ ASSESS_COMPILED, T_COMPILED, T_COMPILED_IS, T_COMPILED_DO },
	{ ASSESS_PAUSED,   T_PAUSED,   T_PAUSED_IS,   T_PAUSED_DO },
	{ ASSESS_FOLLOWED, T_FOLLOWED, T_FOLLOWED_IS, T_FOLLOWED_DO },
	{ ASSESS_CLOSED,   T_CLOSED,   T_CLOSED_IS,   T_CLOSED_DO },
};

static void offered(struct req *r, const struct view *v,
                    const struct move *m)
{
	emit(&r->out, "<section><h2>%s</h2><p>%s</p>", say(r, m->name),
	     say(r, m->means));
	form_open(r, arena_print(r->s.mem, "to%d", m->to), "/a/%s/state",
	          v->a.key);
	ask_version(r, v->a.version);
	form_hidden_no(r, "to", m->to);
	if (m->to == ASSESS_PAUSED)
		ask_text(r, &(struct ask){ .name = "why",
			.label = say(r, T_PAUSED_WHY) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, m->button));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</section>");
}

static enum status page(struct req *r)
{
	struct view v = {0};
	size_t n = 0;

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, T_HEAD)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p>%s</p>",
	     say(r, T_HEAD),
	     say_with(r, T_NOW, state_word(r, v.a.state), NULL),
	     say(r, T_LEAD));
	for (size_t i = 0; i < COUNT(moves); i++) {
		if ((r->rights & LEAD) == 0 ||
		    !assessment_is_moved(v.a.state, moves[i].to))
			continue;
		offered(r, &v, &moves[i]);
		n++;
	}
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r,
		     (r->rights & LEAD) != 0 ? T_NONE : T_LEADS));
	view_close(r);
	return OK;
}

static enum status move(struct req *r)
{
	struct assessment a = {0};
	const char *why = form_text(r, "why", LINE);
	enum assessment_state to = (enum assessment_state)form_choice(r, "to",
		ASSESS_DRAFT, ASSESS_REPLACED);

	TRY(assess_get(&r->s, r->object, &a));
	a.version = form_version(r);
	if (!assessment_is_moved(a.state, to))
		issue(r, NULL, T_NOT_NOW);
	if (to == ASSESS_PAUSED && text_blank(why))
		issue(r, "why", T_SAY_WHY);
	TRY(form_fine(r));
	TRY(assess_become_because(&r->s, a.id, a.version, to,
	                          to == ASSESS_PAUSED ? why : ""));
	return go(r, "/a/%s?saved=1", r->object_key);
}

void rest_shown(struct req *r, const struct view *v)
{
	if (v->a.state != ASSESS_PAUSED)
		return;
	emit(&r->out, "<p class='note'>%s <a href='/a/%s/state'>%s</a></p>",
	     say_with(r, T_RESTS, v->a.state_why, NULL), v->a.key,
	     say(r, T_RESUMED));
}

void rest_lacking(struct req *r, struct view *v)
{
	if (v->a.state == ASSESS_PAUSED)
		lack_add(r, &v->lacks, true, 0, say(r, T_LACK_PAUSED),
		         arena_print(r->s.mem, "/a/%s/state", v->a.key));
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/state", page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/state", move, LEAD, ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const state_routes = rows;
