/*
 * "Vem saknas?": asked once, always answered; nobody, with a reason, is an
 * answer. A missing plan for reaching somebody is a remark and stops nothing.
 */
#include "actor/actor.h"
#include "assess/actor_link.h"
#include "assess/actor_link.msg"
#include "assess/words.h"
#include "base/text.h"

enum { OTHERS_MOST = 20 };

static bool says(const struct answer *a, const char *value)
{
	return a != NULL && same(a->value, value);
}

static bool offered(const struct actor_link *l)
{
	return l->missing || actor_link_suggested(l);
}

static const char *field_of_plan(struct req *r, const struct actor_link *l)
{
	return arena_print(r->s.mem, "plan-%lld", l->no);
}

static const char *number(struct req *r, const struct actor_link *l)
{
	return arena_print(r->s.mem, "%lld", l->no);
}

/* -- asking -------------------------------------------------------------- */

static void ask_answer(struct req *r, const struct answer *a)
{
	struct option_list options = {0};
	const struct sentence *so_far = MISSING_NOT_YET;

	if (says(a, "yes"))
		so_far = MISSING_SO_YES;
	if (says(a, "none"))
		so_far = MISSING_SO_NONE;
	*PUSH(r->s.mem, &options) = (struct option){ .value = "yes",
		.label = say(r, MISSING_YES), .chosen = says(a, "yes"),
		.hint = say(r, MISSING_YES_HINT) };
	*PUSH(r->s.mem, &options) = (struct option){ .value = "none",
		.label = say(r, MISSING_NONE), .chosen = says(a, "none"),
		.hint = say(r, MISSING_NONE_HINT) };
	ask_cards(r, &(struct ask){ .name = "answer",
		.label = say(r, MISSING_ASK),
		.hint = say_with(r, MISSING_HINT, say(r, so_far), NULL) },
		&options, false);
}

static void ask_who(struct req *r, const struct actor_link_list *all)
{
	struct option_list names = {0};

	for (size_t i = 0; i < all->n; i++)
		if (offered(&all->v[i]))
			option_add(r, &names, number(r, &all->v[i]),
			           all->v[i].name, all->v[i].missing);
	if (names.n > 0)
		ask_line(r, &(struct ask){ .name = "who",
			.label = say(r, MISSING_SUGGESTED) }, &names, true);
}

static void ask_plans(struct req *r, const struct actor_link_list *all)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		const struct actor_link *l = &all->v[i];

		if (!offered(l))
			continue;
		if (!any)
			emit(&r->out, "<details open><summary>%s</summary>"
			     "<p class='small muted'>%s</p>",
			     say(r, MISSING_PLANS),
			     say(r, MISSING_PLANS_NOTE));
		any = true;
		ask_text(r, &(struct ask){ .name = field_of_plan(r, l),
			.label = l->name, .stored = l->plan });
	}
	if (any)
		emit(&r->out, "</details>");
}

static void ask_missing(struct req *r, const struct answer *a,
                        const struct actor_link_list *all)
{
	form_open(r, "missing", "/a/%s/missing", r->object_key);
	ask_version(r, a == NULL ? 0 : a->version);
	ask_answer(r, a);
	ask_who(r, all);
	ask_text(r, &(struct ask){ .name = "others", .stored = "",
		.label = say(r, MISSING_OTHERS), .rows = 2, .optional = true,
		.hint = say(r, MISSING_OTHERS_HINT) });
	ask_text(r, &(struct ask){ .name = "why", .rows = 2,
		.label = say(r, MISSING_WHY), .optional = true,
		.stored = says(a, "none") ? a->note : "" });
	ask_plans(r, all);
	button_save(r, say(r, MISSING_SAVE));
	form_close(r);
}

/* For those who read only, and once it is final. */
static void tell(struct req *r, const struct answer *a,
                 const struct actor_link_list *all)
{
	if (!says(a, "yes")) {
		emit(&r->out, "<p>%s</p>", says(a, "none") ?
		     say_with(r, MISSING_NOBODY, a->note, NULL) :
		     say(r, MISSING_NO_ANSWER));
		return;
	}
	emit(&r->out, "<p>%s</p><ul>", say(r, MISSING_THESE));
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].missing)
			emit(&r->out, "<li>%s%s%s</li>", all->v[i].name,
			     text_blank(all->v[i].plan) ? "" : ": ",
			     all->v[i].plan);
	emit(&r->out, "</ul>");
}

static enum status told_before(struct req *r, const struct view *v)
{
	struct actor_link_list all = {0};
	struct answer a = {0};
	enum status found;

	if (!has_before(r, v))
		return OK;
	found = answer_get(&r->s, v->a.predecessor, 0, MEANS_MISSING, &a);
	if (found == NOT_FOUND)
		return OK;
	TRY(found);
	TRY(actor_link_list(&r->s, v->a.predecessor, &all));
	emit(&r->out, "<details class='quiet'%s><summary>%s</summary>",
	     answer_in(v, 0, MEANS_MISSING) == NULL ? " open" : "",
	     say(r, MISSING_BEFORE));
	tell(r, &a, &all);
	emit(&r->out, "</details>");
	return OK;
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	struct actor_link_list all = {0};

	TRY(actor_link_list(&r->s, v->a.id, &all));
	emit(&r->out, "<h2 id='who-is-missing'>%s</h2>", q == NULL ?
	     say(r, MISSING_HEAD) : either(r, q->title_sv, q->title_en));
	if (q != NULL)
		question_lead(r, q);
	TRY(told_before(r, v));
	if (view_changes(r, v))
		ask_missing(r, answer_in(v, 0, MEANS_MISSING), &all);
	else
		tell(r, answer_in(v, 0, MEANS_MISSING), &all);
	if ((r->rights & EDIT) != 0 && !r->let_in)
		emit(&r->out, "<p class='noprint'><a href='/o/%s/invite?"
		     "from=%s'>%s</a></p>", r->org_key, v->a.key,
		     say(r, MISSING_INVITE));
	return OK;
}

enum status missing_page(struct req *r)
{
	struct view v = {0};

	TRY(part_view(r, PART_MISSING, &v));
	TRY(view_open(r, &v, say(r, MISSING_HEAD)));
	emit(&r->out, "<h1>%s</h1>", say(r, MISSING_PAGE_HEAD));
	TRY(draw(r, &v, NULL));
	view_close(r);
	return OK;
}

/* -- saving -------------------------------------------------------------- */

struct said {
	bool             yes, none;
	const char      *why;
	struct text_list who, others;
};

static enum status read_answer(struct req *r, struct said *a)
{
	const char *value = form_text(r, "answer", LINE);
	bool some;

	a->yes    = same(value, "yes");
	a->none   = same(value, "none");
	a->why    = form_text(r, "why", TEXT);
	a->who    = form_all(r, "who", LINE);
	a->others = text_lines(r->s.mem, form_text(r, "others", TEXT));
	some = a->who.n > 0 || a->others.n > 0;
	if (!a->yes && !a->none)
		issue(r, "answer", MISSING_SAY);
	if (a->yes && !some)
		issue(r, "others", MISSING_SAY_WHO);
	if (a->none && some)
		issue(r, "answer", MISSING_SAY_ONE);
	if (a->none && *a->why == '\0')
		issue(r, "why", MISSING_SAY_WHY);
	for (size_t i = 0; i < a->others.n; i++)
		if (i >= OTHERS_MOST || text_length(a->others.v[i]) > LINE)
			issue(r, "others", MISSING_TOO_LONG);
	return form_fine(r);
}

/* One who stands in the form; unchanged rows are left alone. */
static enum status mark(struct req *r, const struct said *a,
                        const struct actor_link *was)
{
	struct actor_link l = *was;

	l.missing = a->yes && form_has(r, "who", number(r, was));
	if (form_raw(r, field_of_plan(r, was)) != NULL)
		l.plan = form_text(r, field_of_plan(r, was), TEXT);
	TRY(form_fine(r));
	if (l.missing == was->missing && same(l.plan, was->plan))
		return OK;
	return actor_link_change(&r->s, r->object, &l);
}

/* One who was written: into the register and the assessment if new there. */
static enum status mark_other(struct req *r, const char *name)
{
	struct actor_link l = { .role = ROLE_AFFECTED, .missing = true };
	struct actor_link_list all = {0};
	i64 id;

	TRY(actor_find_or_note(&r->s, &(struct actor){ .name = name,
		.kind = ACTOR_OTHER }, &l.actor));
	TRY(actor_link_list(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].actor != l.actor)
			continue;
		all.v[i].missing = true;
		return actor_link_change(&r->s, r->object, &all.v[i]);
	}
	return actor_link_note(&r->s, r->object, &l, &id);
}

enum status missing_typed(struct req *r, struct answer *a)
{
	struct said said = {0};

	TRY(read_answer(r, &said));
	*a = (struct answer){ .means = MEANS_MISSING, .asked = "",
		.label = "", .value = said.yes ? "yes" : "none",
		.note = said.none ? said.why : "" };
	return OK;
}

enum status missing_save(struct req *r)
{
	struct actor_link_list all = {0};
	struct view v = {0};
	struct said a = {0};

	TRY(part_view(r, PART_MISSING, &v));
	TRY(read_answer(r, &a));
	TRY(answer_set(&r->s, v.a.id, 0, MEANS_MISSING,
	               a.yes ? "yes" : "none", a.none ? a.why : "",
	               form_version(r)));
	TRY(actor_link_list(&r->s, v.a.id, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(mark(r, &a, &all.v[i]));
	for (size_t i = 0; i < a.others.n; i++)
		TRY(mark_other(r, a.others.v[i]));
	return go(r, "%s?saved=1#who-is-missing", v.address);
}

/* -- what is lacking ----------------------------------------------------- */

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q, struct lack_list *out)
{
	const char *address = arena_print(r->s.mem, "%s#who-is-missing",
		part_address(r, v, PART_MISSING, 0));
	int step = part_step_no(v, PART_MISSING);
	struct actor_link_list all = {0};

	(void)q;
	if (answer_in(v, 0, MEANS_MISSING) == NULL)
		lack_add(r, out, true, step, say(r, LACK_MISSING), address);
	TRY(actor_link_list(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].missing && text_blank(all.v[i].plan))
			lack_add(r, out, false, step, say_with(r, LACK_PLAN,
			         all.v[i].name, NULL), address);
	return OK;
}

const struct part part_missing = {
	.kind = PART_MISSING, .draw = draw, .lacking = lacking,
};
