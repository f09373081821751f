/* One actor of an assessment: added, changed, removed, taken back. */
#include "actor/actor.h"
#include "assess/actor_link.h"
#include "assess/actor_link.msg"
#include "base/rights.h"
#include "base/text.h"

static void add_choice(struct req *r, struct option_list *to, int value,
                       const char *label, int chosen)
{
	option_add(r, to, arena_print(r->s.mem, "%d", value), label,
	           value == chosen);
}

static void ask_role(struct req *r, enum actor_role chosen)
{
	struct option_list roles = {0};

	add_choice(r, &roles, ROLE_AFFECTED, say(r, ROLE_PICK_AFFECTED),
	           (int)chosen);
	add_choice(r, &roles, ROLE_AFFECTS, say(r, ROLE_PICK_AFFECTS),
	           (int)chosen);
	add_choice(r, &roles, ROLE_BOTH, say(r, ROLE_PICK_BOTH), (int)chosen);
	ask_line(r, &(struct ask){ .name = "role",
		.label = say(r, LINK_ROLE) }, &roles, false);
}

static void ask_level(struct req *r, const char *name,
                      const struct sentence *label, enum level chosen,
                      const char *(*word)(const struct req *, enum level))
{
	struct option_list levels = {0};

	for (int i = LEVEL_LOW; i <= LEVEL_HIGH; i++)
		add_choice(r, &levels, i, word(r, (enum level)i),
		           (int)chosen);
	ask_line(r, &(struct ask){ .name = name, .label = say(r, label),
		.optional = true }, &levels, false);
}

static void ask_presence(struct req *r, const struct actor_link *l)
{
	struct option_list ways = {0};

	for (int i = PRESENT_UNSAID; i <= PRESENT_NOT_INVITED; i++)
		add_choice(r, &ways, i, presence_say(r, (enum presence)i),
		           (int)l->present);
	ask_select(r, &(struct ask){ .name = "present",
		.label = say(r, LINK_ASK_PRESENT) }, &ways);
	ask_text(r, &(struct ask){ .name = "note", .optional = true,
		.label = say(r, LINK_ASK_NOTE), .class = "w20",
		.hint = say(r, LINK_ASK_NOTE_HINT),
		.stored = l->present_note });
}

static void ask_link(struct req *r, const struct actor_link *l)
{
	ask_role(r, l->role);
	ask_level(r, "interest", LINK_ASK_INTEREST, l->interest,
	          interest_say);
	ask_level(r, "influence", LINK_ASK_INFLUENCE, l->influence,
	          influence_say);
	ask_text(r, &(struct ask){ .name = "how", .optional = true,
		.label = say(r, LINK_ASK_HOW), .rows = 2,
		.hint = say(r, LINK_ASK_HOW_HINT), .stored = l->how });
	ask_presence(r, l);
}

static void read_link(struct req *r, struct actor_link *l)
{
	l->role = (enum actor_role)form_choice(r, "role", ROLE_AFFECTED,
	                                       ROLE_BOTH);
	l->influence = (enum level)form_choice(r, "influence", LEVEL_LOW,
	                                       LEVEL_HIGH);
	l->interest = (enum level)form_choice(r, "interest", LEVEL_LOW,
	                                      LEVEL_HIGH);
	l->how = form_text(r, "how", TEXT);
	l->present = (enum presence)form_choice(r, "present", PRESENT_UNSAID,
	                                        PRESENT_NOT_INVITED);
	l->present_note = form_text(r, "note", LINE);
	if (l->role == 0)
		issue(r, "role", LINK_SAY_ROLE);
}

/* -- a new one ----------------------------------------------------------- */

static bool linked(const struct actor_link_list *all, i64 actor)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == actor)
			return true;
	return false;
}

static void ask_new(struct req *r, const struct sentence *label)
{
	struct option_list kinds = {0};

	actor_kind_options(r, ACTOR_RESIDENTS, &kinds);
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, label), .class = "w20",
		.hint = say(r, LINK_NAME_HINT) });
	ask_select(r, &(struct ask){ .name = "kind",
		.label = say(r, LINK_KIND) }, &kinds);
}

/* One of the register that is not here already, if there are any, or new. The
 * register is the organisation's: one let in writes a name. */
static enum status ask_actor(struct req *r, i64 assessment)
{
	struct actor_list all = {0};
	struct actor_link_list here = {0};
	struct option_list names = {0};

	if (!r->let_in)
		TRY(actor_list(&r->s, &all));
	TRY(actor_link_list(&r->s, assessment, &here));
	option_add(r, &names, "", say(r, LINK_PICK_NONE), true);
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].retired && !linked(&here, all.v[i].id))
			option_add(r, &names, all.v[i].key, all.v[i].name,
			           false);
	if (names.n > 1)
		ask_select(r, &(struct ask){ .name = "actor",
			.label = say(r, LINK_PICK) }, &names);
	ask_new(r, names.n > 1 ? LINK_NAME : LINK_NAME_ONLY);
	return OK;
}

static enum status actor_new_page(struct req *r)
{
	struct view v = {0};

	TRY(part_view(r, PART_ACTORS, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, LINK_ADD_HEAD)));
	emit(&r->out, "<h1>%s</h1>", say(r, LINK_ADD_HEAD));
	form_open(r, "actor", "/a/%s/actors", r->object_key);
	TRY(ask_actor(r, v.a.id));
	ask_link(r, &(struct actor_link){ .how = "", .present_note = "" });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, LINK_SAVE));
	emit(&r->out, "<button class='btn sec' type='submit' name='more'"
	     " value='1'>%s</button><a href='%s'>%s</a></p>",
	     say(r, LINK_SAVE_MORE), v.address, say(r, BACK_TO_STEP));
	form_close(r);
	view_close(r);
	return OK;
}

/* Which actor of the register is meant, made if it is new. */
static enum status chosen_actor(struct req *r, i64 *id)
{
	const char *key = form_text(r, "actor", LINE);
	struct actor a = {
		.name = form_text(r, "name", LINE),
		.kind = (enum actor_kind)form_choice(r, "kind",
			ACTOR_RESIDENTS, ACTOR_OTHER),
	};

	if (a.kind == 0)
		a.kind = ACTOR_OTHER;
	if (*key == '\0' && *a.name == '\0')
		issue(r, "name", LINK_SAY_WHO);
	if (*key != '\0' && *a.name != '\0')
		issue(r, "name", LINK_SAY_ONE);
	TRY(form_fine(r));
	if (*key != '\0')
		return actor_by_key(&r->s, key, id);
	return actor_find_or_note(&r->s, &a, id);
}

static enum status actor_add(struct req *r)
{
	struct view v = {0};
	struct actor_link l = {0};
	enum status done;
	i64 id;

	TRY(part_view(r, PART_ACTORS, &v));
	read_link(r, &l);
	TRY(chosen_actor(r, &l.actor));
	done = actor_link_note(&r->s, v.a.id, &l, &id);
	if (done == TAKEN) {
		issue(r, "name", LINK_HERE_ALREADY);
		return INVALID;
	}
	TRY(done);
	if (form_has(r, "more", "1"))
		return go(r, "/a/%s/actors?saved=1", r->object_key);
	return go(r, "%s?saved=1#actors", v.address);
}

/* -- one that is there --------------------------------------------------- */

static enum status link_here(struct req *r, struct actor_link *l)
{
	TRY(actor_link_get(&r->s, r->object, arg_no(r, "no"), l));
	return l->removed ? NOT_FOUND : OK;
}

static enum status actor_edit_page(struct req *r)
{
	struct view v = {0};
	struct actor_link l = {0};

	TRY(link_here(r, &l));
	TRY(part_view(r, PART_ACTORS, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, l.name));
	emit(&r->out, "<h1>%s</h1>", l.name);
	form_open(r, "link", "/a/%s/actors/%lld", r->object_key, l.no);
	ask_version(r, l.version);
	ask_link(r, &l);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, LINK_SAVE));
	emit(&r->out, "<a href='%s'>%s</a></p>", v.address,
	     say(r, BACK_TO_STEP));
	form_close(r);
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, LINK_REMOVE),
	     say(r, LINK_REMOVE_TEXT));
	button_form(r, "remove", "btn sec", say(r, LINK_REMOVE),
	            "/a/%s/actors/%lld/remove", r->object_key, l.no);
	view_close(r);
	return OK;
}

/* What belongs to "Vem saknas?" stays as it is. */
static enum status actor_save(struct req *r)
{
	struct view v = {0};
	struct actor_link l = {0};

	TRY(link_here(r, &l));
	TRY(part_view(r, PART_ACTORS, &v));
	l.version = form_version(r);
	read_link(r, &l);
	TRY(form_fine(r));
	TRY(actor_link_change(&r->s, v.a.id, &l));
	return go(r, "%s?saved=1#actors", v.address);
}

static enum status actor_drop(struct req *r)
{
	struct view v = {0};
	struct actor_link l = {0};

	TRY(link_here(r, &l));
	TRY(part_view(r, PART_ACTORS, &v));
	TRY(actor_link_remove(&r->s, v.a.id, l.no, true));
	return go(r, "%s?removed=%lld#actors", v.address, l.no);
}

static enum status actor_restore(struct req *r)
{
	struct view v = {0};

	TRY(part_view(r, PART_ACTORS, &v));
	TRY(actor_link_remove(&r->s, v.a.id, arg_no(r, "no"), false));
	return go(r, "%s?saved=1#actors", v.address);
}

/* -- all the routes about actors ----------------------------------------- */

#define A "/a/:assessment"
static const struct route rows[] = {
	{ GET,  A "/actors", actor_new_page, ANSWER, ON_ASSESSMENT },
	{ POST, A "/actors", actor_add, ANSWER, ON_ASSESSMENT,
	  actor_new_page },
	{ GET,  A "/actors/:no", actor_edit_page, ANSWER, ON_ASSESSMENT },
	{ POST, A "/actors/:no", actor_save, ANSWER, ON_ASSESSMENT,
	  actor_edit_page },
	{ POST, A "/actors/:no/remove", actor_drop, ANSWER, ON_ASSESSMENT,
	  actor_edit_page },
	{ POST, A "/actors/:no/restore", actor_restore, ANSWER,
	  ON_ASSESSMENT, actor_new_page },
	{ POST, A "/missing", missing_save, ANSWER, ON_ASSESSMENT,
	  missing_page },
	{ GET,  A "/occasions", occasion_new_page, ANSWER, ON_ASSESSMENT },
	{ POST, A "/occasions", occasion_add, ANSWER, ON_ASSESSMENT,
	  occasion_new_page },
	{ GET,  A "/occasions/:no", occasion_page, ANSWER, ON_ASSESSMENT },
	{ POST, A "/occasions/:no", occasion_save, ANSWER, ON_ASSESSMENT,
	  occasion_page },
	{ POST, A "/occasions/:no/remove", occasion_drop, ANSWER,
	  ON_ASSESSMENT, occasion_page },
	{ POST, A "/occasions/:no/restore", occasion_restore, ANSWER,
	  ON_ASSESSMENT, occasion_new_page },
	{ 0 },
};
const struct route *const actor_link_routes = rows;
