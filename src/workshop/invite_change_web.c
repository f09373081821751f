/* One who is invited: added, changed, removed and taken back. */
#include "actor/actor.h"
#include "base/text.h"
#include "workshop/invited.h"
#include "workshop/invited.msg"
#include "workshop/show.h"

enum { PEOPLE_MOST = 1000 };

void ask_invited_authority(struct req *r, bool stored)
{
	emit(&r->out, "<p class='small muted'>%s</p>", say(r, V_RECORDS));
	ask_tick(r, "authority", "1", say(r, V_OTHER_AUTHORITY), stored);
}

static i64 read_count(struct req *r, const char *name, i64 least)
{
	const char *raw = form_raw(r, name);
	i64 n = least;

	if (!text_blank(raw) && !number_read(raw, least, PEOPLE_MOST, &n))
		issue(r, name, V_NUMBER);
	return n;
}

/* -- adding -------------------------------------------------------------- */

/* By one tap: an actor of the register. */
static enum status actor_named(struct req *r, const char *key,
                               struct invited *i)
{
	struct actor a = {0};

	TRY(actor_by_key(&r->s, key, &i->actor));
	TRY(actor_get(&r->s, i->actor, &a));
	i->name = a.name;
	return OK;
}

/* By name; one that is in the register is that one. */
static enum status name_typed(struct req *r, struct invited *i)
{
	struct actor_list all = {0};

	i->name = form_needed(r, "name", LINE, V_ADD_SAY);
	TRY(form_fine(r));
	TRY(actor_list(&r->s, &all));
	for (size_t k = 0; k < all.n; k++)
		if (!all.v[k].retired && invited_same(r->s.mem, i->name,
		    all.v[k].name)) {
			i->actor = all.v[k].id;
			i->name = all.v[k].name;
		}
	return OK;
}

static enum status refuse_twice(struct req *r, i64 workshop,
                                const struct invited *i)
{
	struct invited_list all = {0};

	TRY(invited_list(&r->s, workshop, &all));
	for (size_t k = 0; k < all.n; k++)
		if (invited_same(r->s.mem, i->name, all.v[k].name) ||
		    (i->actor != 0 && all.v[k].actor == i->actor))
			issue(r, "name", V_ADD_TAKEN);
	return form_fine(r);
}

static enum status invite(struct req *r)
{
	const char *key = form_raw(r, "actor");
	struct invited i = { .state = INVITED_ASKED };

	TRY(key != NULL ? actor_named(r, key, &i) : name_typed(r, &i));
	i.people    = read_count(r, "people", 1);
	i.needs     = form_text(r, "needs", TEXT);
	i.authority = form_has(r, "authority", "1");
	TRY(form_fine(r));
	TRY(refuse_twice(r, r->object, &i));
	TRY(invited_note(&r->s, r->object, &i));
	return go(r, "/w/%s/invited?saved=1", r->object_key);
}

/* -- changing ------------------------------------------------------------ */

static enum status invited_here(struct req *r, struct invited *i)
{
	TRY(invited_get(&r->s, r->object, arg_no(r, "no"), i));
	return i->removed ? NOT_FOUND : OK;
}

static void ask_state(struct req *r, enum invited_state now)
{
	struct option_list all = {0};

	for (int k = INVITED_ASKED; k <= INVITED_ABSENT; k++)
		option_add(r, &all, arena_print(r->s.mem, "%d", k),
		           invited_say(r, (enum invited_state)k),
		           k == (int)now);
	ask_line(r, &(struct ask){ .name = "state", .label = say(r, V_STATE) },
	         &all, false);
}

static void ask_count(struct req *r, const char *name,
                      const struct sentence *label,
                      const struct sentence *hint, i64 stored)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.hint = hint == NULL ? NULL : say(r, hint), .class = "w10",
		.stored = arena_print(r->s.mem, "%lld", stored) });
}

static enum status one_page(struct req *r)
{
	struct workshop w = {0};
	struct invited i = {0};

	TRY(workshop_here(r, &w));
	TRY(invited_here(r, &i));
	workshop_open(r, &w, say(r, V_ONE_TITLE));
	emit(&r->out, "<h1>%s</h1>", say_with(r, V_ONE_HEAD, i.name, NULL));
	form_open(r, "one", "/w/%s/invited/%lld", w.key, i.no);
	ask_version(r, i.version);
	ask_state(r, i.state);
	ask_count(r, "people", V_HOW_MANY, NULL, i.people);
	ask_count(r, "came", V_HOW_MANY_CAME, V_CAME_HINT, i.came);
	ask_text(r, &(struct ask){ .name = "needs", .stored = i.needs,
		.optional = true, .label = say(r, V_NEEDS), .rows = 2,
		.hint = say(r, V_NEEDS_HINT) });
	ask_invited_authority(r, i.authority);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, V_SAVE));
	emit(&r->out, "<a href='/w/%s/invited'>%s</a></p>", w.key,
	     say(r, V_BACK));
	form_close(r);
	button_form(r, "remove", "btn sec", say(r, V_REMOVE),
	            "/w/%s/invited/%lld/remove", w.key, i.no);
	page_close(r);
	return OK;
}

static enum status one_save(struct req *r)
{
	struct invited i = {0};

	TRY(invited_here(r, &i));
	i.version   = form_version(r);
	i.state     = (enum invited_state)form_choice(r, "state",
		INVITED_ASKED, INVITED_ABSENT);
	i.people    = read_count(r, "people", 1);
	i.came      = read_count(r, "came", 0);
	i.needs     = form_text(r, "needs", TEXT);
	i.authority = form_has(r, "authority", "1");
	if (i.state == 0)
		issue(r, "state", V_SAY_STATE);
	TRY(form_fine(r));
	TRY(invited_change(&r->s, r->object, &i));
	return go(r, "/w/%s/invited?saved=1", r->object_key);
}

static enum status one_remove(struct req *r)
{
	struct invited i = {0};

	TRY(invited_here(r, &i));
	TRY(invited_remove(&r->s, r->object, i.no, true));
	return go(r, "/w/%s/invited?removed=%lld", r->object_key, i.no);
}

static enum status one_restore(struct req *r)
{
	TRY(invited_remove(&r->s, r->object, arg_no(r, "no"), false));
	return go(r, "/w/%s/invited?saved=1", r->object_key);
}

/* -- the assessment's own word for it, by one tap ------------------------ */

static enum status one_presence(struct req *r)
{
	struct actor_link_list all = {0};
	struct workshop w = {0};
	struct invited i = {0};
	enum presence p;

	TRY(workshop_here(r, &w));
	TRY(invited_here(r, &i));
	TRY(actor_link_list(&r->s, w.assessment, &all));
	p = invited_presence(i.state);
	if (p == PRESENT_UNSAID)
		return NOT_FOUND;
	for (size_t k = 0; k < all.n; k++) {
		struct actor_link *l = &all.v[k];

		if (i.actor != 0 ? l->actor != i.actor :
		    !invited_same(r->s.mem, l->name, i.name))
			continue;
		l->present = p;
		TRY(actor_link_change(&r->s, w.assessment, l));
		return go(r, "/w/%s/invited?saved=1", w.key);
	}
	return NOT_FOUND;
}

static const struct route rows[] = {
	{ GET,  "/w/:workshop/invited", invited_page, READ, ON_WORKSHOP },
	{ POST, "/w/:workshop/invited", invite, LEAD, ON_WORKSHOP,
	  invited_page },
	{ GET,  "/w/:workshop/invited/:no", one_page, LEAD, ON_WORKSHOP },
	{ POST, "/w/:workshop/invited/:no", one_save, LEAD, ON_WORKSHOP,
	  one_page },
	{ POST, "/w/:workshop/invited/:no/remove", one_remove, LEAD,
	  ON_WORKSHOP, invited_page },
	{ POST, "/w/:workshop/invited/:no/restore", one_restore, LEAD,
	  ON_WORKSHOP, invited_page },
	{ POST, "/w/:workshop/invited/:no/presence", one_presence, LEAD,
	  ON_WORKSHOP, invited_page },
	{ GET,  "/w/:workshop/invitation", invitation_page, READ,
	  ON_WORKSHOP },
	{ GET,  "/w/:workshop/invitation.txt", invitation_file, READ,
	  ON_WORKSHOP },
	{ 0 },
};
const struct route *const invite_routes = rows;
