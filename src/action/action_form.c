/* Writing an action: what it is, and what it comes out of. */
#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "action/action_form.h"
#include "base/text.h"

/* -- what it may come out of --------------------------------------------- */

struct source_choice {
	const char           *value, *label;
	struct action_source  from;
};
struct source_choice_list { struct source_choice *v; size_t n, room; };
struct source_choices {
	struct source_choice_list findings, conflicts, actors;
};

static void add_choice(struct req *r, struct source_choice_list *list,
                       i64 no, const char *label, struct action_source from)
{
	*PUSH(r->s.mem, list) = (struct source_choice){
		arena_print(r->s.mem, "%lld", no), label, from };
}

static void finding_choices(struct req *r, const struct view *v,
                            struct source_choice_list *out)
{
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->kind == FINDING_LOOKED_AT)
			continue;
		add_choice(r, out, f->no, arena_print(r->s.mem, "F%lld %s",
		           f->no, text_blank(f->brief) ?
		           text_short(r->s.mem, f->sentence, 90) : f->brief),
		           (struct action_source){ .finding = f->id });
	}
}

static enum status find_choices(struct req *r, const struct view *v,
                                const struct remedies *by,
                                struct source_choices *out)
{
	struct actor_link_list links = {0};

	finding_choices(r, v, &out->findings);
	for (size_t i = 0; i < by->conflicts.n; i++) {
		const struct conflict *c = &by->conflicts.v[i];

		add_choice(r, &out->conflicts, c->no,
		           arena_print(r->s.mem, "%s %s",
		                       conflict_name(r->s.mem, c), c->title),
		           (struct action_source){ .conflict = c->id });
	}
	TRY(actor_link_list(&r->s, v->a.id, &links));
	for (size_t i = 0; i < links.n; i++)
		if (links.v[i].missing)
			add_choice(r, &out->actors, links.v[i].no,
			           links.v[i].name, (struct action_source){
			           .actor_link = links.v[i].id });
	return OK;
}

/* -- asking -------------------------------------------------------------- */

static bool comes_from(const struct action *a,
                       const struct action_source *from)
{
	for (size_t i = 0; i < a->sources.n; i++) {
		const struct action_source *at = &a->sources.v[i];

		if (at->finding == from->finding &&
		    at->conflict == from->conflict &&
		    at->actor_link == from->actor_link)
			return true;
	}
	return false;
}

static void ask_source(struct req *r, const struct ask *ask,
                       const struct source_choice_list *all,
                       const struct action *a, i64 asked)
{
	struct option_list options = {0};

	if (all->n == 0)
		return;
	for (size_t i = 0; i < all->n; i++)
		option_add(r, &options, all->v[i].value, all->v[i].label,
		           comes_from(a, &all->v[i].from) || (asked != 0 &&
		           same(all->v[i].value, arena_print(r->s.mem,
		           "%lld", asked))));
	ask_line(r, ask, &options, true);
}

static void ask_purpose(struct req *r, const struct action *a)
{
	struct option_list purposes = {0};

	option_add(r, &purposes, "", say(r, PURPOSE_CHOOSE),
	           a->purpose == 0);
	for (int p = PURPOSE_STRENGTHEN; p <= PURPOSE_COMPENSATE; p++)
		option_add(r, &purposes, arena_print(r->s.mem, "%d", p),
		           purpose_word(r, (enum action_purpose)p),
		           (int)a->purpose == p);
	ask_select(r, &(struct ask){ .name = "purpose",
		.label = say(r, ACTION_PURPOSE) }, &purposes);
}

static void ask_more(struct req *r, const struct action *a)
{
	emit(&r->out, "<details><summary>%s</summary>",
	     say(r, ACTION_MORE));
	ask_text(r, &(struct ask){ .name = "description", .rows = 3,
		.label = say(r, ACTION_TEXT), .stored = a->text,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "resource", .stored = a->resource,
		.label = say(r, ACTION_RESOURCE), .optional = true });
	ask_text(r, &(struct ask){ .name = "indicator",
		.label = say(r, ACTION_INDICATOR), .stored = a->indicator,
		.optional = true });
	emit(&r->out, "</details>");
}

enum status ask_action(struct req *r, const struct view *v,
                       const struct remedies *by, const struct action *a)
{
	struct source_choices from = {0};

	TRY(find_choices(r, v, by, &from));
	ask_text(r, &(struct ask){ .name = "title", .stored = a->title,
		.label = say(r, ACTION_WHAT) });
	ask_source(r, &(struct ask){ .name = "findings",
		.label = say(r, FROM_FINDINGS), .hint = say(r, FROM_HINT) },
		&from.findings, a, query_no(r, "finding"));
	ask_source(r, &(struct ask){ .name = "conflicts",
		.label = say(r, FROM_CONFLICTS), .optional = true },
		&from.conflicts, a, query_no(r, "conflict"));
	ask_source(r, &(struct ask){ .name = "actors",
		.label = say(r, FROM_ACTORS), .optional = true },
		&from.actors, a, query_no(r, "actor"));
	ask_purpose(r, a);
	ask_text(r, &(struct ask){ .name = "other_org", .class = "w20",
		.label = say(r, ACTION_OTHER), .stored = a->other_org,
		.hint = say(r, ACTION_OTHER_HINT), .optional = true });
	ask_more(r, a);
	return OK;
}

void ask_responsible(struct req *r, const struct action *a)
{
	ask_text(r, &(struct ask){ .name = "responsible", .class = "w20",
		.label = say(r, ACTION_WHO), .stored = a->responsible,
		.hint = say(r, ACTION_WHO_HINT), .optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, ACTION_DUE),
		.hint = say(r, ACTION_DUE_HINT), .optional = true }, a->due);
}

enum status ask_new_action(struct req *r, const struct view *v,
                           const struct remedies *by)
{
	static const struct action none;

	form_open(r, "action", "/a/%s/actions", r->object_key);
	TRY(ask_action(r, v, by, &none));
	ask_responsible(r, &none);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, ACTION_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

/* -- reading ------------------------------------------------------------- */

static void read_ticked(struct req *r, const char *name,
                        const struct source_choice_list *all,
                        struct action *a)
{
	for (size_t i = 0; i < all->n; i++)
		if (form_has(r, name, all->v[i].value))
			*PUSH(r->s.mem, &a->sources) = all->v[i].from;
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & ACTION_NO_TITLE)
		issue(r, "title", WANT_ACTION_TITLE);
	if (flaws & ACTION_NO_SOURCE)
		issue(r, "findings", WANT_SOURCE);
	if (flaws & ACTION_NO_PURPOSE)
		issue(r, "purpose", WANT_PURPOSE);
}

enum status read_action_form(struct req *r, struct action *a)
{
	struct source_choices from = {0};
	struct remedies by = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(remedies_read(&r->s, v.a.id, &by));
	TRY(find_choices(r, &v, &by, &from));
	a->title = form_text(r, "title", LINE);
	a->text = form_text(r, "description", TEXT);
	a->purpose = (enum action_purpose)form_choice(r, "purpose",
		PURPOSE_STRENGTHEN, PURPOSE_COMPENSATE);
	a->other_org = form_text(r, "other_org", LINE);
	a->resource = form_text(r, "resource", LINE);
	a->indicator = form_text(r, "indicator", LINE);
	a->sources = (struct action_source_list){0};
	read_ticked(r, "findings", &from.findings, a);
	read_ticked(r, "conflicts", &from.conflicts, a);
	read_ticked(r, "actors", &from.actors, a);
	explain(r, action_flaws(a));
	return form_fine(r);
}
