/* What in the proposal became different: rows, and words for what is none. */
#include "action/action.h"
#include "action/change.h"
#include "action/change.msg"
#include "assess/actor_link.h"
#include "assess/words.h"
#include "base/text.h"

/* -- because of ---------------------------------------------------------- */

static const char *because(struct req *r, const struct proposal_change *c)
{
	if (c->finding_no != 0)
		return arena_print(r->s.mem, "F%lld", c->finding_no);
	if (c->conflict_no != 0)
		return arena_print(r->s.mem, "%c%lld", c->conflict_sign ==
		                   SYNERGY ? 'S' : 'K', c->conflict_no);
	return c->comment_no == 0 ? "" : say_with(r, CH_COMMENT,
	       arena_print(r->s.mem, "%lld", c->comment_no), NULL);
}

/* Its value is a letter for the list, and the number in it. */
static void reason(struct req *r, struct option_list *all, char letter,
                   i64 no, const char *name, bool chosen)
{
	option_add(r, all, arena_print(r->s.mem, "%c%lld", letter, no),
	           text_short(r->s.mem, name, 70), chosen);
}

static enum status ask_because(struct req *r, const struct view *v,
                               const struct proposal_change *c)
{
	struct conflict_list conflicts = {0};
	struct comment_list comments = {0};
	struct option_list all = {0};

	TRY(conflict_list(&r->s, v->a.id, &conflicts));
	TRY(comment_list(&r->s, v->a.id, &comments));
	option_add(r, &all, "", say(r, CH_OTHER), c->finding_no == 0 &&
	           c->conflict_no == 0 && c->comment_no == 0);
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		reason(r, &all, 'F', f->no, arena_print(r->s.mem, "F%lld %s",
		       f->no, f->sentence), f->no == c->finding_no);
	}
	for (size_t i = 0; i < conflicts.n; i++) {
		const struct conflict *k = &conflicts.v[i];

		reason(r, &all, 'K', k->no, arena_print(r->s.mem, "%s %s",
		       conflict_name(r->s.mem, k), k->title),
		       k->no == c->conflict_no);
	}
	for (size_t i = 0; i < comments.n; i++) {
		const struct comment *m = &comments.v[i];

		reason(r, &all, 'C', m->no, arena_print(r->s.mem, "%s: %s",
		       say_with(r, CH_COMMENT, arena_print(r->s.mem, "%lld",
		       m->no), NULL), m->text), m->no == c->comment_no);
	}
	ask_select(r, &(struct ask){ .name = "because",
		.label = say(r, CH_BECAUSE) }, &all);
	return OK;
}

static enum status is_there(struct req *r, char letter, i64 no)
{
	struct conflict conflict = {0};
	struct comment comment = {0};
	struct finding finding = {0};

	if (letter == 'F')
		return finding_get(&r->s, r->object, no, &finding);
	if (letter == 'K')
		return conflict_get(&r->s, r->object, no, &conflict);
	return letter == 'C' ? comment_get(&r->s, r->object, no, &comment) :
	       NOT_FOUND;
}

/* Only what is there can be the reason. */
static enum status read_because(struct req *r, struct proposal_change *c)
{
	const char *said = form_text(r, "because", LINE);
	enum status found = NOT_FOUND;
	i64 no = 0;

	c->finding_no = c->conflict_no = c->comment_no = 0;
	if (*said == '\0')
		return OK;
	if (number_read(said + 1, 1, INT32_MAX, &no))
		found = is_there(r, *said, no);
	if (found == NOT_FOUND) {
		issue(r, "because", CH_NOT_THERE);
		return OK;
	}
	*(*said == 'F' ? &c->finding_no : *said == 'K' ? &c->conflict_no :
	  &c->comment_no) = no;
	return found;
}

/* -- the form ------------------------------------------------------------ */

static enum status ask_change(struct req *r, const struct view *v,
                              const struct proposal_change *c)
{
	ask_text(r, &(struct ask){ .name = "was", .rows = 2,
		.label = say(r, CH_WAS), .hint = say(r, CH_WAS_HINT),
		.optional = true, .stored = c->was });
	ask_text(r, &(struct ask){ .name = "becomes", .rows = 2,
		.label = say(r, CH_BECOMES), .stored = c->becomes });
	TRY(ask_because(r, v, c));
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, CH_DAY),
		.class = "w20" }, c->day);
	return OK;
}

static enum status read_change(struct req *r, struct proposal_change *c)
{
	size_t before = r->issues.n;

	c->was = form_text(r, "was", TEXT);
	c->becomes = form_needed(r, "becomes", TEXT, CH_SAY_BECOMES);
	TRY(read_because(r, c));
	c->day = form_day(r, "day");
	if (c->day == 0 && r->issues.n == before)
		issue(r, "day", CH_SAY_DAY);
	return form_fine(r);
}

/* -- the part ------------------------------------------------------------ */

static void row(struct req *r, const struct proposal_change *c, bool may)
{
	const char *from = because(r, c);

	emit(&r->out, "<tr id='change%lld'><td data-l='%s' class='num'>%s"
	     "</td><td data-l='%s' class='pre'>%s</td><td data-l='%s'"
	     " class='pre'>%s</td><td data-l='%s'>%s", c->no, say(r, CH_DAY),
	     say_day(r, c->day), say(r, CH_COL_WAS), text_blank(c->was) ?
	     say(r, CH_NEW_TEXT) : c->was, say(r, CH_COL_IS), c->becomes,
	     say(r, CH_COL_WHY), from);
	if (may)
		emit(&r->out, "<br><a href='/a/%s/changes/%lld'>%s"
		     "<span class='vh'> %lld</span></a>", r->object_key,
		     c->no, say(r, CH_EDIT), c->no);
	emit(&r->out, "</td></tr>");
}

static void table(struct req *r, const struct proposal_change_list *all,
                  bool may)
{
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='changes-h'><table><caption id='changes-h'>%s"
	     "</caption><thead><tr><th scope='col'>%s</th><th scope='col'>%s"
	     "</th><th scope='col'>%s</th><th scope='col'>%s</th></tr>"
	     "</thead><tbody>", say(r, CH_CAPTION), say(r, CH_DAY),
	     say(r, CH_COL_WAS), say(r, CH_COL_IS), say(r, CH_COL_WHY));
	for (size_t i = 0; i < all->n; i++)
		row(r, &all->v[i], may);
	emit(&r->out, "</tbody></table></section>");
}

static void in_words(struct req *r, const struct view *v, bool may)
{
	const struct answer *a = answer_in(v, 0, MEANS_CHANGES);
	const char *said = a == NULL ? "" : a->value;

	if (!text_blank(said))
		emit(&r->out, "<p class='pre'>%s</p>", said);
	if (!may)
		return;
	emit(&r->out, "<details><summary>%s</summary>",
	     say(r, text_blank(said) ? CH_WORDS : CH_WORDS_EDIT));
	form_open(r, "change-words", "/a/%s/change-words", r->object_key);
	ask_version(r, a == NULL ? 0 : a->version);
	ask_text(r, &(struct ask){ .name = "words", .rows = 3,
		.label = say(r, CH_WORDS), .hint = say(r, CH_WORDS_HINT),
		.optional = true, .stored = said });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, CH_WORDS_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	bool may = view_changes(r, v);
	struct proposal_change_list all = {0};

	TRY(proposal_change_list(&r->s, v->a.id, &all));
	emit(&r->out, "<section id='changes'><h2>%s</h2>",
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	removed_note(r, say(r, CH_REMOVED), "change");
	if (all.n > 0)
		table(r, &all, may);
	else if (answer_in(v, 0, MEANS_CHANGES) == NULL)
		emit(&r->out, "<p>%s</p>", say(r, CH_NONE));
	in_words(r, v, may);
	if (may)
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/a/%s/changes'>%s</a></p>", r->object_key,
		     say(r, CH_ADD));
	emit(&r->out, "</section>");
	return OK;
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q,
                           struct lack_list *lacks)
{
	const struct answer *a = answer_in(v, 0, MEANS_CHANGES);
	struct proposal_change_list all = {0};

	if (!question_needed(q, v->a.depth) ||
	    (a != NULL && !text_blank(a->value)))
		return OK;
	TRY(proposal_change_list(&r->s, v->a.id, &all));
	if (all.n == 0)
		lack_add(r, lacks, false, part_step_no(v, q->part),
		         say_with(r, CH_LACK, either(r, q->title_sv,
		         q->title_en), NULL),
		         part_address(r, v, q->part, 0));
	return OK;
}

const struct part part_changes = { PART_CHANGES, draw, NULL, lacking };

/* -- pages --------------------------------------------------------------- */

static enum status form_page(struct req *r, const struct proposal_change *c,
                             const struct sentence *head)
{
	struct view v = {0};

	TRY(part_view(r, PART_CHANGES, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, head)));
	emit(&r->out, "<p><a href='%s#changes'>", v.address);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1>", say(r, CH_BACK),
	     say(r, head));
	if (c->no == 0)
		form_open(r, "change", "/a/%s/changes", r->object_key);
	else
		form_open(r, "change", "/a/%s/changes/%lld", r->object_key,
		          c->no);
	if (c->no != 0)
		ask_version(r, c->version);
	TRY(ask_change(r, &v, c));
	button_save(r, say(r, CH_SAVE));
	form_close(r);
	if (c->no != 0)
		button_form(r, "remove", "btn sec", say(r, CH_REMOVE),
		            "/a/%s/changes/%lld/remove", r->object_key,
		            c->no);
	view_close(r);
	return OK;
}

static enum status new_page(struct req *r)
{
	return form_page(r, &(struct proposal_change){ .was = "",
		.becomes = "", .day = day_of_instant(r->s.now),
		.finding_no = query_no(r, "finding"),
		.conflict_no = query_no(r, "conflict"),
		.comment_no = query_no(r, "comment") }, CH_ADD_HEAD);
}

static enum status here(struct req *r, struct proposal_change *c)
{
	TRY(proposal_change_get(&r->s, r->object, arg_no(r, "no"), c));
	return c->removed ? NOT_FOUND : OK;
}

static enum status edit_page(struct req *r)
{
	struct proposal_change c = {0};

	TRY(here(r, &c));
	return form_page(r, &c, CH_EDIT_HEAD);
}

static enum status back(struct req *r, const char *query)
{
	struct view v = {0};

	TRY(part_view(r, PART_CHANGES, &v));
	return go(r, "%s?%s#changes", v.address, query);
}

static enum status add(struct req *r)
{
	struct proposal_change c = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(read_change(r, &c));
	TRY(proposal_change_note(&r->s, r->object, &c));
	return back(r, "saved=1");
}

static enum status change(struct req *r)
{
	struct proposal_change c = {0};

	TRY(here(r, &c));
	TRY(read_change(r, &c));
	c.version = form_version(r);
	TRY(proposal_change_change(&r->s, r->object, &c));
	return back(r, "saved=1");
}

static enum status drop(struct req *r)
{
	TRY(proposal_change_remove(&r->s, r->object, arg_no(r, "no"), true));
	return back(r, arena_print(r->s.mem, "removed=%lld&kind=change",
	                           arg_no(r, "no")));
}

static enum status restore(struct req *r)
{
	TRY(proposal_change_remove(&r->s, r->object, arg_no(r, "no"),
	                           false));
	return back(r, "saved=1");
}

/* The step with the question, also where the model has none of it. */
static enum status words_page(struct req *r)
{
	struct view v = {0};

	TRY(part_view(r, PART_CHANGES, &v));
	TRY(view_open(r, &v, say(r, CH_WORDS)));
	emit(&r->out, "<h1>%s</h1>", say(r, CH_WORDS));
	in_words(r, &v, view_changes(r, &v));
	view_close(r);
	return OK;
}

static enum status words(struct req *r)
{
	const char *said = form_text(r, "words", LONG_TEXT);

	TRY(form_fine(r));
	TRY(answer_set(&r->s, r->object, 0, MEANS_CHANGES, said, "",
	               form_version(r)));
	return back(r, "saved=1");
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/changes", new_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/changes", add, ANSWER, ON_ASSESSMENT,
	  new_page },
	{ GET,  "/a/:assessment/changes/:no", edit_page, READ,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/changes/:no", change, ANSWER, ON_ASSESSMENT,
	  edit_page },
	{ POST, "/a/:assessment/changes/:no/remove", drop, ANSWER,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/changes/:no/restore", restore, ANSWER,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/change-words", words, ANSWER, ON_ASSESSMENT,
	  words_page },
	{ 0 },
};
const struct route *const change_routes = rows;
