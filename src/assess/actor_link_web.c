/* The actors of an assessment: the table beside the map, and one at a time. */
#include "actor/actor.h"
#include "assess/actor_link.h"
#include "assess/actor_link.msg"
#include "assess/figures.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"

/* -- shared with the occasions and who is missing --------------- */

enum status part_view(struct req *r, enum part_kind kind, struct view *v)
{
	TRY(view_read(r, 0, 0, v));
	v->address = part_address(r, v, kind, 0);
	for (size_t i = 0; i < v->method.steps.n; i++)
		if (v->method.steps.v[i].no == part_step_no(v, kind))
			v->step = &v->method.steps.v[i];
	return OK;
}

bool view_changes(const struct req *r, const struct view *v)
{
	return v->open && (r->rights & ANSWER) != 0;
}

const char *influence_say(const struct req *r, enum level level)
{
	switch (level) {
	case LEVEL_UNSAID: return say(r, LEVEL_NOT_JUDGED);
	case LEVEL_LOW:    return say(r, INFLUENCE_LOW);
	case LEVEL_MIDDLE: return say(r, INFLUENCE_MIDDLE);
	case LEVEL_HIGH:   return say(r, INFLUENCE_HIGH);
	}
	return "";
}

const char *interest_say(const struct req *r, enum level level)
{
	switch (level) {
	case LEVEL_UNSAID: return say(r, LEVEL_NOT_JUDGED);
	case LEVEL_LOW:    return say(r, INTEREST_LOW);
	case LEVEL_MIDDLE: return say(r, INTEREST_MIDDLE);
	case LEVEL_HIGH:   return say(r, INTEREST_HIGH);
	}
	return "";
}

const char *presence_say(const struct req *r, enum presence present)
{
	switch (present) {
	case PRESENT_UNSAID:         return say(r, WAS_UNSAID);
	case PRESENT:                return say(r, WAS_PRESENT);
	case PRESENT_INVITED_ABSENT: return say(r, WAS_ABSENT);
	case PRESENT_NOT_INVITED:    return say(r, WAS_NOT_INVITED);
	}
	return "";
}

static const char *role_say(const struct req *r, enum actor_role role)
{
	switch (role) {
	case ROLE_AFFECTED: return say(r, ROLE_SAY_AFFECTED);
	case ROLE_AFFECTS:  return say(r, ROLE_SAY_AFFECTS);
	case ROLE_BOTH:     return say(r, ROLE_SAY_BOTH);
	}
	return "";
}

/* -- the table ----------------------------------------------------------- */

/* In the actor's own words if there are any: "En deltog". */
static void presence(struct req *r, const struct actor_link *l)
{
	const char *word = text_blank(l->present_note) ?
		presence_say(r, l->present) : l->present_note;

	if (l->missing) {
		state(r, ICON_NOT_BEGUN, "due", say(r, WAS_MISSING));
		return;
	}
	switch (l->present) {
	case PRESENT_UNSAID:
		emit(&r->out, "<span class='muted'>%s</span>", word);
		return;
	case PRESENT:
		state(r, ICON_DONE, "ok", word);
		return;
	case PRESENT_INVITED_ABSENT:
		state(r, ICON_HALF, "", word);
		return;
	case PRESENT_NOT_INVITED:
		state(r, ICON_OUTSIDE, "", word);
		return;
	}
}

static void link_row(struct req *r, const struct view *v,
                     const struct actor_link *l)
{
	emit(&r->out, "<tr><th scope='row'>");
	if (view_changes(r, v))
		emit(&r->out, "<a href='/a/%s/actors/%lld'>%s</a>",
		     r->object_key, l->no, l->name);
	else
		emit(&r->out, "%s", l->name);
	emit(&r->out, "<br><small class='muted'>%s</small></th>"
	     "<td data-l='%s'>", role_say(r, l->role), say(r, LINK_PRESENT));
	presence(r, l);
	emit(&r->out, "</td><td data-l='%s'>%s</td><td data-l='%s'>%s</td>"
	     "<td data-l='%s'>%s", say(r, LINK_INFLUENCE),
	     influence_say(r, l->influence), say(r, LINK_INTEREST),
	     interest_say(r, l->interest), say(r, LINK_HOW), l->how);
	if (!text_blank(l->plan))
		emit(&r->out, "<div class='muted'>%s</div>",
		     say_with(r, LINK_PLAN, l->plan, NULL));
	emit(&r->out, "</td></tr>");
}

static void link_table(struct req *r, const struct view *v,
                       const struct actor_link_list *all)
{
	emit(&r->out, "<section class='scroll stack' aria-labelledby='atab'"
	     " tabindex='0'><table><caption id='atab'>%s <small>%s</small>"
	     "</caption><thead><tr><th scope='col'>%s</th><th scope='col'>%s"
	     "</th><th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th></tr></thead><tbody>",
	     say(r, LINK_TABLE), say(r, LINK_TABLE_NOTE), say(r, LINK_ACTOR),
	     say(r, LINK_PRESENT), say(r, LINK_INFLUENCE),
	     say(r, LINK_INTEREST), say(r, LINK_HOW));
	for (size_t i = 0; i < all->n; i++)
		link_row(r, v, &all->v[i]);
	emit(&r->out, "</tbody></table></section>");
}

/* -- the part ------------------------------------------------------------ */

static enum status just_removed(struct req *r)
{
	i64 no = query_no(r, "removed");
	struct actor_link l = {0};
	enum status found;

	if (no == 0)
		return OK;
	found = actor_link_get(&r->s, r->object, no, &l);
	if (found == NOT_FOUND || !l.removed)
		return found == NOT_FOUND ? OK : found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say_with(r, LINK_REMOVED, l.name, NULL));
	button_form(r, "undo-actor", "btn sec sm", say(r, UNDO_IT),
	            "/a/%s/actors/%lld/restore", r->object_key, no);
	emit(&r->out, "</div>");
	return OK;
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	struct actor_link_list all = {0};
	const struct figure *map;

	TRY(actor_link_list(&r->s, v->a.id, &all));
	emit(&r->out, "<h2 class='vh' id='actors'>%s</h2>",
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	TRY(just_removed(r));
	map = actor_map(r->s.mem, r->language, &all);
	if (map == NULL)
		emit(&r->out, "<p class='lead'>%s</p>", all.n == 0 ?
		     say(r, LINKS_NONE) : actors_odd(r->s.mem, r->language,
		                                     &all));
	emit(&r->out, "<div class='two'><div>");
	if (map != NULL)
		figure_html(map, &r->out);
	if (all.n > 0) {
		link_table(r, v, &all);
		emit(&r->out, "<p><a href='/a/%s/actor-list'>%s</a></p>",
		     r->object_key, say(r, LINKS_PAPER));
	}
	if (view_changes(r, v))
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/a/%s/actors'>%s</a></p>", r->object_key,
		     say(r, LINK_ADD));
	emit(&r->out, "</div><aside class='side' aria-labelledby='occasions'>");
	TRY(occasions_draw(r, v));
	emit(&r->out, "</aside></div>");
	return OK;
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q, struct lack_list *out)
{
	struct actor_link_list all = {0};

	if (!question_needed(q, v->a.depth))
		return OK;
	TRY(actor_link_list(&r->s, v->a.id, &all));
	if (all.n > 0)
		return OK;
	lack_add(r, out, false, part_step_no(v, PART_ACTORS),
	         say(r, LACK_NO_ACTORS),
	         part_address(r, v, PART_ACTORS, 0));
	return OK;
}

const struct part part_actors = {
	.kind = PART_ACTORS, .draw = draw, .lacking = lacking,
};
