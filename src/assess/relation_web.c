/* How what is assured hangs together with other work: rows with a link. */
#include <string.h>

#include "assess/gate.h"
#include "assess/gate.msg"
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"

static const struct sentence *how_word(enum relation_how how)
{
	switch (how) {
	case RELATION_STRENGTHENS: return R_STRENGTHENS;
	case RELATION_OVERLAPS:    return R_OVERLAPS;
	case RELATION_COMPETES:    return R_COMPETES;
	}
	return R_OVERLAPS;
}

/* -- in the step --------------------------------------------------------- */

static void row(struct req *r, const struct relation *x, bool may)
{
	emit(&r->out, "<li>");
	if (text_blank(x->other_key) || r->let_in)
		emit(&r->out, "<span class='n'>%s</span>", x->name);
	else
		emit(&r->out, "<a class='n' href='/a/%s'>%s</a>",
		     x->other_key, x->name);
	emit(&r->out, "<span class='m'>%s. %s</span>",
	     say(r, how_word(x->how)), x->text);
	if (may)
		emit(&r->out, "<span class='e'><a href='/a/%s/relations/%lld'>"
		     "%s<span class='vh'> %s</span></a></span>",
		     r->object_key, x->no, say(r, R_CHANGE), x->name);
	emit(&r->out, "</li>");
}

static enum status just_removed(struct req *r)
{
	i64 no = query_no(r, "relation");
	struct relation x = {0};
	enum status found;

	if (no == 0)
		return OK;
	found = relation_get(&r->s, r->object, no, &x);
	if (found != OK || !x.removed)
		return found == NOT_FOUND ? OK : found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, R_REMOVED));
	button_form(r, "undo-relation", "btn sec sm", say(r, R_UNDO),
	            "/a/%s/relations/%lld/restore", r->object_key, no);
	emit(&r->out, "</div>");
	return OK;
}

/* What others say of this one; only members of the organisation see it. */
static enum status named_by_others(struct req *r, const struct view *v)
{
	struct related_list all = {0};

	TRY(related_list(&r->s, v->a.key, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h3>%s</h3><ul class='rows'>", say(r, R_OTHERS_SAY));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a>"
		     "<span class='m'>%s. %s</span></li>", all.v[i].key,
		     all.v[i].title, say(r, how_word(all.v[i].how)),
		     all.v[i].text);
	emit(&r->out, "</ul>");
	return OK;
}

static void ask_relation(struct req *r, const struct relation *x)
{
	static const struct sentence *const hints[] = {
		NULL, R_STRENGTHENS_HINT, R_OVERLAPS_HINT, R_COMPETES_HINT,
	};
	struct option_list hows = {0};

	ask_text(r, &(struct ask){ .name = "other",
		.label = say(r, R_OTHER), .hint = say(r, R_OTHER_HINT),
		.stored = text_blank(x->other_key) ? or_empty(x->name) :
		arena_print(r->s.mem, "/a/%s", x->other_key) });
	for (int i = RELATION_STRENGTHENS; i <= RELATION_COMPETES; i++) {
		struct option *o = PUSH(r->s.mem, &hows);

		o->value = arena_print(r->s.mem, "%d", i);
		o->label = say(r, how_word((enum relation_how)i));
		o->hint = say(r, hints[i]);
		o->chosen = i == (int)x->how;
	}
	ask_cards(r, &(struct ask){ .name = "how", .label = say(r, R_HOW) },
	          &hows, false);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, R_TEXT),
		.rows = 2, .stored = or_empty(x->text), .optional = true });
}

static void new_form(struct req *r, i64 priority, const char *question)
{
	form_open(r, "relation", "/a/%s/relations", r->object_key);
	form_hidden_no(r, "priority", priority);
	form_hidden(r, "question", or_empty(question));
	ask_relation(r, &(struct relation){ 0 });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, R_ADD));
	emit(&r->out, "</p>");
	form_close(r);
}

static i64 stands_on(const struct view *v, const struct question *q)
{
	return q->per_priority && v->priority != NULL ? v->priority->id : 0;
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	bool may = v->open && (r->rights & ANSWER) != 0;
	struct relation_list all = {0};
	size_t shown = 0;

	TRY(relation_list(&r->s, v->a.id, &all));
	emit(&r->out, "<section class='panel' id='%s'><h2>%s</h2>", q->key,
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	TRY(just_removed(r));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].priority != stands_on(v, q))
			continue;
		row(r, &all.v[i], may);
		shown++;
	}
	emit(&r->out, "</ul>");
	if (shown == 0)
		emit(&r->out, "<p>%s</p>", say(r, R_NONE));
	TRY(named_by_others(r, v));
	if (may) {
		emit(&r->out, "<details><summary>%s</summary>",
		     say(r, R_ADD));
		new_form(r, stands_on(v, q) == 0 ? 0 : v->priority->no,
		         q->key);
		emit(&r->out, "</details>");
	}
	emit(&r->out, "</section>");
	return OK;
}

static bool any_on(const struct relation_list *all, i64 priority)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].priority == priority)
			return true;
	return false;
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q, struct lack_list *out)
{
	struct relation_list all = {0};
	const char *title = either(r, q->title_sv, q->title_en);

	if (!question_needed(q, v->a.depth))
		return OK;
	TRY(relation_list(&r->s, v->a.id, &all));
	for (size_t i = 0; i < (q->per_priority ? v->priorities.n : 1); i++) {
		const struct priority *p = &v->priorities.v[i];
		i64 id = q->per_priority ? p->id : 0;

		if (!any_on(&all, id))
			lack_add(r, out, false, question_step(v, q),
			         say_with(r, R_LACK, title, NULL),
			         question_address(r, v, q, id == 0 ? 0 :
			                          p->no));
	}
	return OK;
}

const struct part part_relations = {
	.kind = PART_RELATIONS, .draw = draw, .lacking = lacking,
};

/* -- changing ------------------------------------------------------------ */

/* An address of ours, or a name. */
static enum status read_other(struct req *r, struct relation *x)
{
	const char *text = form_needed(r, "other", LINE, R_SAY_OTHER);
	const char *at = strstr(text, "/a/");
	struct assessment other = {0};
	enum status found;
	i64 id = 0;

	x->other_key = "";
	x->name = text;
	if (at == NULL)
		return OK;
	x->other_key = arena_text(r->s.mem, at + 3, strcspn(at + 3, "/?#"));
	found = relation_other(&r->s, x->other_key, &id);
	if (found == NOT_FOUND || id == r->object) {
		issue(r, "other", R_NO_SUCH);
		return OK;
	}
	TRY(found);
	TRY(assess_get(&r->s, id, &other));
	x->name = other.title;
	return OK;
}

static enum status read_relation(struct req *r, struct relation *x)
{
	x->how = (enum relation_how)form_choice(r, "how",
		RELATION_STRENGTHENS, RELATION_COMPETES);
	if (x->how == 0)
		issue(r, "how", R_SAY_HOW);
	x->text = form_text(r, "text", TEXT);
	TRY(read_other(r, x));
	return form_fine(r);
}

static i64 typed(struct req *r, const char *name)
{
	i64 no = 0;

	return number_read(form_raw(r, name), 0, INT32_MAX, &no) ? no : 0;
}

static enum status new_page(struct req *r)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, R_ADD)));
	emit(&r->out, "<h1>%s</h1>", say(r, R_ADD));
	if (v.open)
		new_form(r, typed(r, "priority"), form_raw(r, "question"));
	view_close(r);
	return OK;
}

static const char *back(struct req *r, const struct view *v, i64 priority)
{
	const struct question *q = question_by_key(v, form_raw(r,
		"question"));

	return q == NULL ? part_address(r, v, PART_RELATIONS, priority) :
	       question_address(r, v, q, priority);
}

static enum status note(struct req *r)
{
	struct relation x = {0};
	struct view v = {0};

	TRY(view_read(r, 0, typed(r, "priority"), &v));
	TRY(read_relation(r, &x));
	x.priority = v.priority == NULL ? 0 : v.priority->id;
	TRY(relation_note(&r->s, v.a.id, &x));
	return go(r, "%s?saved=1", back(r, &v, v.priority == NULL ? 0 :
	                                v.priority->no));
}

static enum status here(struct req *r, struct relation *x)
{
	TRY(relation_get(&r->s, r->object, arg_no(r, "no"), x));
	return x->removed ? NOT_FOUND : OK;
}

static enum status page(struct req *r)
{
	struct relation x = {0};
	struct view v = {0};

	TRY(here(r, &x));
	TRY(view_read(r, 0, 0, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, R_CHANGE)));
	emit(&r->out, "<h1>%s</h1>", say(r, R_CHANGE));
	form_open(r, "relation", "/a/%s/relations/%lld", r->object_key, x.no);
	ask_version(r, x.version);
	ask_relation(r, &x);
	button_save(r, say(r, R_SAVE));
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, R_REMOVE),
	            "/a/%s/relations/%lld/remove", r->object_key, x.no);
	view_close(r);
	return OK;
}

static enum status change(struct req *r)
{
	struct relation x = {0};
	struct view v = {0};

	TRY(here(r, &x));
	TRY(view_read(r, 0, 0, &v));
	x.version = form_version(r);
	TRY(read_relation(r, &x));
	TRY(relation_change(&r->s, v.a.id, &x));
	return go(r, "%s?saved=1", back(r, &v, x.priority_no));
}

static enum status put(struct req *r, bool removed)
{
	struct relation x = {0};
	struct view v = {0};

	TRY(relation_get(&r->s, r->object, arg_no(r, "no"), &x));
	TRY(view_read(r, 0, 0, &v));
	TRY(relation_remove(&r->s, v.a.id, x.no, removed));
	if (removed)
		return go(r, "%s?relation=%lld", back(r, &v, x.priority_no),
		          x.no);
	return go(r, "%s?saved=1", back(r, &v, x.priority_no));
}

static enum status drop(struct req *r)
{
	return put(r, true);
}

static enum status restore(struct req *r)
{
	return put(r, false);
}

#define AT "/a/:assessment/relations"

static const struct route rows[] = {
	{ POST, AT, note, ANSWER, ON_ASSESSMENT, new_page },
	{ GET,  AT "/:no", page, ANSWER, ON_ASSESSMENT },
	{ POST, AT "/:no", change, ANSWER, ON_ASSESSMENT, page },
	{ POST, AT "/:no/remove", drop, ANSWER, ON_ASSESSMENT, page },
	{ POST, AT "/:no/restore", restore, ANSWER, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const relation_routes = rows;
