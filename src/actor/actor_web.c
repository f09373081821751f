/* The register of actors. */
#include "actor/actor.h"
#include "actor/actor.msg"
#include "base/rights.h"
#include "base/text.h"
#include "web/page.h"

const char *actor_kind_say(const struct req *r, enum actor_kind kind)
{
	switch (kind) {
	case ACTOR_RESIDENTS:        return say(r, KIND_RESIDENTS);
	case ACTOR_SERVICE_PROVIDER: return say(r, KIND_PROVIDER);
	case ACTOR_PUBLIC_INTEREST:  return say(r, KIND_PUBLIC);
	case ACTOR_BUSINESS:         return say(r, KIND_BUSINESS);
	case ACTOR_CIVIL_SOCIETY:    return say(r, KIND_CIVIL);
	case ACTOR_SAMI:             return say(r, KIND_SAMI);
	case ACTOR_AUTHORITY:        return say(r, KIND_AUTHORITY);
	case ACTOR_CHILDREN:         return say(r, KIND_CHILDREN);
	case ACTOR_OTHER:            return say(r, KIND_OTHER_ACTOR);
	}
	return "";
}

void actor_kind_options(struct req *r, enum actor_kind chosen,
                        struct option_list *out)
{
	for (int k = ACTOR_RESIDENTS; k <= ACTOR_OTHER; k++)
		option_add(r, out, arena_print(r->s.mem, "%d", k),
		           actor_kind_say(r, (enum actor_kind)k),
		           k == (int)chosen);
}

static bool may_edit(const struct req *r)
{
	return (r->rights & EDIT) != 0;
}

/* -- the list ------------------------------------------------------------ */

static const char *used_in(const struct req *r, i64 n)
{
	if (n == 0)
		return say(r, IN_NONE);
	if (n == USED_MOST)
		return say_with(r, IN_MANY,
		                arena_print(r->s.mem, "%lld", n), NULL);
	return say_count(r, IN_ASSESSMENTS, n);
}

static void actor_row(struct req *r, const struct actor *a)
{
	emit(&r->out, "<tr><th scope='row'>");
	if (may_edit(r))
		emit(&r->out, "<a href='/o/%s/actors/%s'>%s</a>", r->org_key,
		     a->key, a->name);
	else
		emit(&r->out, "%s", a->name);
	emit(&r->out, "</th><td data-l='%s'>%s</td><td data-l='%s'>%s</td>"
	     "<td data-l='%s'>%s</td></tr>", say(r, ACTOR_KIND),
	     actor_kind_say(r, a->kind), say(r, ACTOR_RIGHTS),
	     say(r, a->rights_holder ? YES_WORD : NO_WORD),
	     say(r, ACTOR_USED), used_in(r, a->used));
}

static void actor_table(struct req *r, const struct actor_list *all)
{
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='actors'><table><caption id='actors'>%s"
	     "</caption><thead><tr><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th></tr></thead><tbody>", say(r, ACTORS),
	     say(r, ACTOR_WORD), say(r, ACTOR_KIND), say(r, ACTOR_RIGHTS),
	     say(r, ACTOR_USED));
	for (size_t i = 0; i < all->n; i++)
		if (!all->v[i].retired)
			actor_row(r, &all->v[i]);
	emit(&r->out, "</tbody></table></section>");
}

static size_t retired_of(const struct actor_list *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].retired;
	return n;
}

static void restore_button(struct req *r, const struct actor *a,
                           const char *prefix, const struct sentence *label)
{
	button_form(r, arena_print(r->s.mem, "%s-%s", prefix, a->key),
	            "btn sec sm", say(r, label), "/o/%s/actors/%s/restore",
	            r->org_key, a->key);
}

static void retired_rows(struct req *r, const struct actor_list *all)
{
	if (!may_edit(r) || retired_of(all) == 0)
		return;
	emit(&r->out, "<details><summary>%s</summary><ul class='rows'>",
	     say(r, ACTORS_RETIRED));
	for (size_t i = 0; i < all->n; i++) {
		if (!all->v[i].retired)
			continue;
		emit(&r->out, "<li><span class='n'>%s</span>"
		     "<span class='e'>", all->v[i].name);
		restore_button(r, &all->v[i], "back", TAKE_BACK);
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul></details>");
}

static void just_retired(struct req *r, const struct actor_list *all)
{
	const char *key = query_text(r, "removed");

	for (size_t i = 0; key != NULL && i < all->n; i++) {
		const struct actor *a = &all->v[i];

		if (!a->retired || !same(a->key, key))
			continue;
		emit(&r->out, "<div class='note' role='status'><p>%s</p>",
		     say_with(r, ACTOR_RETIRED, a->name, NULL));
		restore_button(r, a, "undo", UNDO_WORD);
		emit(&r->out, "</div>");
	}
}

/* -- the form ------------------------------------------------------------ */

static void ask_actor(struct req *r, const struct actor *a)
{
	struct option_list kinds = {0};

	option_add(r, &kinds, "", "–", a->kind == 0);
	actor_kind_options(r, a->kind, &kinds);
	ask_text(r, &(struct ask){ .name = "name", .stored = a->name,
		.label = say(r, ACTOR_NAME), .class = "w20",
		.hint = say(r, ACTOR_NAME_HINT) });
	ask_select(r, &(struct ask){ .name = "kind",
		.label = say(r, ACTOR_KIND) }, &kinds);
	ask_tick(r, "rights", "1", say(r, ACTOR_RIGHTS_TICK),
	         a->rights_holder);
}

static void read_actor(struct req *r, struct actor *a)
{
	a->name = form_needed(r, "name", LINE, ACTOR_SAY_NAME);
	a->kind = (enum actor_kind)form_choice(r, "kind", ACTOR_RESIDENTS,
	                                       ACTOR_OTHER);
	a->rights_holder = form_has(r, "rights", "1");
	if (a->kind == 0)
		issue(r, "kind", ACTOR_SAY_KIND);
}

/* The same name in other letters would be the same actor twice. */
static enum status check_name(struct req *r, const struct actor *a)
{
	const char *wanted = text_fold(r->s.mem, a->name);
	struct actor_list all = {0};

	TRY(actor_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].id != a->id &&
		    same(text_fold(r->s.mem, all.v[i].name), wanted))
			issue(r, "name", ACTOR_NAME_TAKEN);
	return form_fine(r);
}

static enum status actors_page(struct req *r)
{
	struct actor_list all = {0};

	TRY(actor_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, ACTORS),
	                             .menu = actor_routes[0].path });
	page_main(r);
	page_saved(r);
	just_retired(r, &all);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, ACTORS_HEAD), say(r, ACTORS_LEAD));
	if (all.n == retired_of(&all))
		emit(&r->out, "<p>%s</p>", say(r, ACTORS_NONE));
	else
		actor_table(r, &all);
	emit(&r->out, "<p class='acts'><a href='/o/%s/groups'>%s</a></p>",
	     r->org_key, say(r, TO_GROUPS));
	if (may_edit(r)) {
		emit(&r->out, "<h2>%s</h2>", say(r, ACTOR_ADD_HEAD));
		form_open(r, "add", "/o/%s/actors", r->org_key);
		ask_actor(r, &(struct actor){ .name = "" });
		button_save(r, say(r, ACTOR_ADD));
		form_close(r);
	}
	retired_rows(r, &all);
	page_close(r);
	return OK;
}

static enum status actor_add(struct req *r)
{
	struct actor a = {0};
	i64 id;

	read_actor(r, &a);
	TRY(check_name(r, &a));
	TRY(actor_note(&r->s, &a, &id));
	return go(r, "/o/%s/actors?saved=1", r->org_key);
}

/* -- one of them --------------------------------------------------------- */

static enum status actor_of(struct req *r, struct actor *a)
{
	i64 id;

	TRY(actor_by_key(&r->s, arg_text(r, "actor"), &id));
	return actor_get(&r->s, id, a);
}

static enum status actor_page(struct req *r)
{
	struct actor a = {0};

	TRY(actor_of(r, &a));
	page_open(r, &(struct page){ .title = a.name,
	                             .menu = actor_routes[0].path });
	page_main(r);
	emit(&r->out, "<p class='small'><a href='/o/%s/actors'>%s</a></p>"
	     "<h1>%s</h1>", r->org_key, say(r, BACK_TO_ACTORS),
	     say_with(r, ACTOR_CHANGE_HEAD, a.name, NULL));
	form_open(r, "actor", "/o/%s/actors/%s", r->org_key, a.key);
	ask_version(r, a.version);
	ask_actor(r, &a);
	button_save(r, say(r, ACTOR_SAVE));
	form_close(r);
	emit(&r->out, "<h2>%s</h2>", say(r, ACTOR_RETIRE));
	emit(&r->out, "<p>%s</p>", say(r, ACTOR_RETIRE_TEXT));
	button_form(r, "retire", "btn sec", say(r, ACTOR_RETIRE),
	            "/o/%s/actors/%s/retire", r->org_key, a.key);
	page_close(r);
	return OK;
}

static enum status actor_save(struct req *r)
{
	struct actor a = {0};

	TRY(actor_of(r, &a));
	a.version = form_version(r);
	read_actor(r, &a);
	TRY(check_name(r, &a));
	TRY(actor_change(&r->s, &a));
	return go(r, "/o/%s/actors?saved=1", r->org_key);
}

static enum status retire(struct req *r)
{
	struct actor a = {0};

	TRY(actor_of(r, &a));
	TRY(actor_retire(&r->s, a.id, true));
	return go(r, "/o/%s/actors?removed=%s", r->org_key, a.key);
}

static enum status restore(struct req *r)
{
	struct actor a = {0};

	TRY(actor_of(r, &a));
	TRY(actor_retire(&r->s, a.id, false));
	return go(r, "/o/%s/actors?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/actors", actors_page, READ, ON_ORG, .menu = ACTORS },
	{ POST, "/o/:org/actors", actor_add, EDIT, ON_ORG, actors_page },
	{ GET, "/o/:org/actors/:actor", actor_page, EDIT, ON_ORG },
	{ POST, "/o/:org/actors/:actor", actor_save, EDIT, ON_ORG,
	  actor_page },
	{ POST, "/o/:org/actors/:actor/retire", retire, EDIT, ON_ORG,
	  actor_page },
	{ POST, "/o/:org/actors/:actor/restore", restore, EDIT, ON_ORG,
	  actor_page },
	{ 0 },
};
const struct route *const actor_routes = rows;
