/* The register of population groups: sex first, then what else tells apart. */
#include <ctype.h>

#include "actor/actor.h"
#include "actor/actor.msg"
#include "base/rights.h"
#include "base/text.h"
#include "kit/secret.h"
#include "web/page.h"

const char *group_axis_say(const struct req *r, enum group_axis axis)
{
	switch (axis) {
	case AXIS_SEX:         return say(r, AXIS_SAY_SEX);
	case AXIS_AGE:         return say(r, AXIS_SAY_AGE);
	case AXIS_ORIGIN:      return say(r, AXIS_SAY_ORIGIN);
	case AXIS_ABILITY:     return say(r, AXIS_SAY_ABILITY);
	case AXIS_MINORITY:    return say(r, AXIS_SAY_MINORITY);
	case AXIS_ECONOMY:     return say(r, AXIS_SAY_ECONOMY);
	case AXIS_PLACE:       return say(r, AXIS_SAY_PLACE);
	case AXIS_ORIENTATION: return say(r, AXIS_SAY_ORIENTATION);
	case AXIS_OTHER:       return say(r, AXIS_SAY_OTHER);
	}
	return "";
}

static const char *name_of(const struct req *r, const struct group *g)
{
	return either(r, g->name_sv, g->name_en);
}

static bool may_edit(const struct req *r)
{
	return (r->rights & EDIT) != 0;
}

static void row(struct req *r, const struct group *g)
{
	emit(&r->out, "<li><span class='n'>%s</span><div class='e'>",
	     name_of(r, g));
	if (may_edit(r))
		button_form(r, arena_print(r->s.mem, "%s-%s", g->retired ?
		            "back" : "retire", g->code), "btn sec sm",
		            g->retired ? say(r, TAKE_BACK) :
		            say_with(r, GROUP_RETIRE_WHICH, name_of(r, g),
		            NULL), "/o/%s/groups/%s/%s", r->org_key, g->code,
		            g->retired ? "restore" : "retire");
	emit(&r->out, "</div></li>");
}

/* Groups of one axis under its name; nothing if it has none. */
static void axis_rows(struct req *r, const struct group_list *all,
                      enum group_axis axis)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].retired || all->v[i].axis != axis)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ul class='rows'>",
			     group_axis_say(r, axis));
		any = true;
		row(r, &all->v[i]);
	}
	if (any)
		emit(&r->out, "</ul>");
}

static void retired_rows(struct req *r, const struct group_list *all)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		if (!all->v[i].retired)
			continue;
		if (!any)
			emit(&r->out, "<details><summary>%s</summary>"
			     "<ul class='rows'>", say(r, GROUPS_RETIRED));
		any = true;
		row(r, &all->v[i]);
	}
	if (any)
		emit(&r->out, "</ul></details>");
}

static void just_retired(struct req *r, const struct group_list *all)
{
	const char *code = query_text(r, "removed");

	for (size_t i = 0; code != NULL && i < all->n; i++) {
		const struct group *g = &all->v[i];

		if (!g->retired || !same(g->code, code))
			continue;
		emit(&r->out, "<div class='note' role='status'><p>%s</p>",
		     say_with(r, GROUP_RETIRED, name_of(r, g), NULL));
		button_form(r, "undo", "btn sec sm", say(r, UNDO_WORD),
		            "/o/%s/groups/%s/restore", r->org_key, g->code);
		emit(&r->out, "</div>");
	}
}

static void ask_group(struct req *r)
{
	struct option_list axes = {0};

	option_add(r, &axes, "", "–", true);
	for (int a = AXIS_SEX; a <= AXIS_OTHER; a++)
		option_add(r, &axes, arena_print(r->s.mem, "%d", a),
		           group_axis_say(r, (enum group_axis)a), false);
	emit(&r->out, "<h2>%s</h2>", say(r, GROUP_ADD_HEAD));
	form_open(r, "add", "/o/%s/groups", r->org_key);
	ask_text(r, &(struct ask){ .name = "sv", .stored = "",
		.label = say(r, GROUP_NAME_SV), .class = "w20" });
	ask_text(r, &(struct ask){ .name = "en", .stored = "",
		.label = say(r, GROUP_NAME_EN), .class = "w20",
		.optional = true });
	ask_select(r, &(struct ask){ .name = "axis",
		.label = say(r, GROUP_AXIS) }, &axes);
	button_save(r, say(r, GROUP_ADD));
	form_close(r);
}

static enum status groups_page(struct req *r)
{
	struct group_list all = {0};

	TRY(group_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, GROUPS),
	                             .menu = actor_routes[0].path });
	page_main(r);
	page_saved(r);
	just_retired(r, &all);
	emit(&r->out, "<p class='small'><a href='/o/%s/actors'>%s</a></p>"
	     "<h1>%s</h1><p class='lead'>%s</p>", r->org_key,
	     say(r, BACK_TO_ACTORS), say(r, GROUPS_HEAD),
	     say(r, GROUPS_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, GROUPS_NONE));
	for (int a = AXIS_SEX; a <= AXIS_OTHER; a++)
		axis_rows(r, &all, (enum group_axis)a);
	if (may_edit(r))
		ask_group(r);
	retired_rows(r, &all);
	page_close(r);
	return OK;
}

/* Letters a-z of the name with _ between words; documents carry it. */
static const char *code_of(struct req *r, const char *name,
                           const struct group_list *all)
{
	char *code = arena_copy(r->s.mem, text_short(r->s.mem, name, 40));
	size_t n = 0;

	for (const char *at = code; *at != '\0'; at++) {
		if (isascii(*at) && isalnum(*at))
			code[n++] = (char)tolower(*at);
		else if (n > 0 && code[n - 1] != '_')
			code[n++] = '_';
	}
	while (n > 0 && code[n - 1] == '_')
		n--;
	code[n] = '\0';
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].code, code))
			n = 0;
	return n > 0 ? code : secret_token(r->s.mem, 10);
}

static enum status group_add(struct req *r)
{
	struct group_list all = {0};
	struct group g = {
		.name_sv = form_needed(r, "sv", LINE, GROUP_SAY_NAME),
		.name_en = form_text(r, "en", LINE),
		.axis    = (enum group_axis)form_choice(r, "axis", AXIS_SEX,
		                                        AXIS_OTHER),
	};
	i64 id;

	if (g.axis == 0)
		issue(r, "axis", GROUP_SAY_AXIS);
	if (*g.name_en == '\0')
		g.name_en = g.name_sv;
	TRY(group_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(text_fold(r->s.mem, all.v[i].name_sv),
		         text_fold(r->s.mem, g.name_sv)))
			issue(r, "sv", GROUP_NAME_TAKEN);
	TRY(form_fine(r));
	g.code = code_of(r, g.name_en, &all);
	TRY(group_note(&r->s, &g, &id));
	return go(r, "/o/%s/groups?saved=1", r->org_key);
}

static enum status retire(struct req *r)
{
	const char *code = arg_text(r, "group");
	i64 id;

	TRY(group_by_code(&r->s, code, &id));
	TRY(group_retire(&r->s, id, true));
	return go(r, "/o/%s/groups?removed=%s", r->org_key, code);
}

static enum status restore(struct req *r)
{
	i64 id;

	TRY(group_by_code(&r->s, arg_text(r, "group"), &id));
	TRY(group_retire(&r->s, id, false));
	return go(r, "/o/%s/groups?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/groups", groups_page, READ, ON_ORG },
	{ POST, "/o/:org/groups", group_add, EDIT, ON_ORG, groups_page },
	{ POST, "/o/:org/groups/:group/retire", retire, EDIT, ON_ORG,
	  groups_page },
	{ POST, "/o/:org/groups/:group/restore", restore, EDIT, ON_ORG,
	  groups_page },
	{ 0 },
};
const struct route *const group_routes = rows;
