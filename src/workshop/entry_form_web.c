/*
 * One form filled in by hand, entered by keyboard. What is saved leads to the
 * next form that nobody has entered for the board.
 */
#include <string.h>

#include "base/text.h"
#include "workshop/entry.msg"
#include "workshop/sheet.h"
#include "workshop/show.h"

enum { MINUTE = 60 * 1000 };

static const char *digit(const struct req *r, size_t i)
{
	return arena_print(r->s.mem, "%zu", i + 1);
}

/* -- asking -------------------------------------------------------------- */

/* Several lines only if there are: Enter in one line saves the form. */
static void ask_sentence(struct req *r, const char *name,
                         const struct sentence *label,
                         const struct sentence *key, const char *stored)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.key = say(r, key), .stored = stored,
		.rows = strchr(stored, '\n') != NULL ? 3 : 0 });
}

/* A table that another authority sits at does so in all of its answers. */
static bool has_authority(const struct entry *e)
{
	for (size_t i = 0; i < e->replies.n; i++)
		if (e->replies.v[i].board == e->board->id)
			return e->replies.v[i].authority;
	return false;
}

static void ask_values(struct req *r, const struct item_goal *g, unsigned set)
{
	struct option_list effects = {0}, alone = {0};

	value_options(r, g, set, &effects, &alone);
	for (size_t i = 0; i < alone.n; i++)
		*PUSH(r->s.mem, &effects) = alone.v[i];
	for (size_t i = 0; i < effects.n; i++)
		effects.v[i].key = digit(r, i);
	ask_line(r, &(struct ask){ .name = "v", .label = say(r, E_VALUE) },
	         &effects, true);
}

static void goal_fields(struct req *r, const struct item_goal *g,
                        const struct board_reply *b)
{
	ask_values(r, g, value_read(b->value, goal_has_path(g)));
	ask_sentence(r, "plus", E_PLUS, E_KEY_PLUS, b->plus);
	ask_sentence(r, "minus", E_MINUS, E_KEY_MINUS, b->minus);
	ask_sentence(r, "other", E_OTHER, E_KEY_OTHER, b->other);
}

static void own_question(struct req *r, const struct item *i,
                         const struct board_reply *b)
{
	bool scale = i->ask == ASK_SCALE;
	size_t n = scale ? 5 : i->options.n;
	struct option_list all = {0};

	for (size_t k = 0; k < n; k++) {
		option_add(r, &all, digit(r, k), scale ? "" :
		           i->options.v[k], same(b->value, digit(r, k)));
		all.v[k].key = digit(r, k);
	}
	if (scale || i->ask == ASK_CHOICE) {
		ask_line(r, &(struct ask){ .name = "value",
			.label = say(r, scale ? E_SCALE : E_CHOICE) }, &all,
			false);
		return;
	}
	if (i->ask == ASK_RANK) {
		emit(&r->out, "<ol>");
		for (size_t k = 0; k < n; k++)
			emit(&r->out, "<li>%s</li>", i->options.v[k]);
		emit(&r->out, "</ol>");
	}
	ask_text(r, &(struct ask){ .name = "value", .stored = b->value,
		.label = say(r, i->ask == ASK_RANK ? E_RANK : E_TEXT),
		.hint = i->ask == ASK_RANK ? say(r, E_RANK_HINT) : NULL,
		.rows = i->ask == ASK_RANK ? 0 : 4,
		.key = say(r, E_KEY_LINES) });
}

static void ask_lines(struct req *r, const char *name,
                      const struct sentence *label, const char *key)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.stored = "", .rows = 4, .key = key });
}

static void idea_fields(struct req *r, const struct entry *e)
{
	const struct form_step *f = &e->steps.v[e->at];

	if (form_ideas(&e->ideas, f, e->board->id) > 0)
		emit(&r->out, "<p>%s</p><ul>", say(r, E_THERE_IDEAS));
	for (size_t i = 0; i < e->ideas.n; i++) {
		const struct idea *d = &e->ideas.v[i];

		if (d->item == f->item->id && d->board == e->board->id)
			emit(&r->out, "<li>%s%s%s</li>", d->text,
			     text_blank(d->detail) ? "" : "; ", d->detail);
	}
	if (form_ideas(&e->ideas, f, e->board->id) > 0)
		emit(&r->out, "</ul>");
	emit(&r->out, "<p class='small muted'>%s</p>", say(r, E_LINES_HINT));
	if (f->item->kind != ITEM_MISSING) {
		ask_lines(r, "lines", E_LINES, say(r, E_KEY_LINES));
		return;
	}
	ask_lines(r, "affected", E_AFFECTED, "a");
	ask_lines(r, "affects", E_AFFECTS, "b");
	ask_lines(r, "missing", E_MISSING, "c");
}

static void reply_fields(struct req *r, const struct entry *e)
{
	static const struct board_reply none = {
		.value = "", .plus = "", .minus = "", .other = "",
		.rationale = "", .dissent = "",
	};
	const struct form_step *f = &e->steps.v[e->at];
	const struct board_reply *there = form_reply(&e->replies, f,
	                                             e->board->id);
	const struct board_reply *b = there == NULL ? &none : there;

	ask_version(r, b->version);
	if (there != NULL)
		emit(&r->out, "<p class='note'>%s</p>", say(r, b->paper ?
		     E_THERE_PAPER : E_THERE_TABLE));
	if (f->goal != NULL)
		goal_fields(r, f->goal, b);
	else
		own_question(r, f->item, b);
	ask_sentence(r, "dissent", E_DISSENT, E_KEY_DISSENT, b->dissent);
}

static void the_form(struct req *r, const struct entry *e)
{
	const struct form_step *f = &e->steps.v[e->at];
	size_t next = form_next(&e->steps, &e->replies, &e->ideas,
	                        e->board->id, e->at);

	form_open(r, "entry", "%s", entry_address(r, e, e->at));
	if (f->ideas)
		idea_fields(r, e);
	else
		reply_fields(r, e);
	ask_tick(r, "authority", "1", say(r, E_AUTHORITY), has_authority(e));
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, E_SAVE));
	if (next < e->steps.n && next != e->at)
		emit(&r->out, "<a data-key='%s' href='%s'>%s <kbd"
		     " aria-hidden='true'>%s</kbd></a>", say(r, E_KEY_SKIP),
		     entry_address(r, e, next), say_with(r, E_SKIP,
		     form_number(r->s.mem, &e->steps.v[next]), NULL),
		     say(r, E_KEY_SKIP));
	emit(&r->out, "</p>");
	form_close(r);
}

enum status entry_form_page(struct req *r)
{
	const struct form_step *f;
	struct entry e;

	TRY(entry_read(r, ENTRY_FORM, &e));
	f = &e.steps.v[e.at];
	workshop_open(r, &e.w, say(r, E_TITLE));
	emit(&r->out, "<p class='muted'><a href='/w/%s/entry/%lld'>%s</a></p>"
	     "<p>", e.w.key, e.board->no, say_with(r, E_AT, e.board->name,
	     form_number(r->s.mem, f)));
	item_line(r, f->item, f->goal);
	emit(&r->out, "</p><h1>%s</h1>", item_question(r, f->item, f->goal));
	if (e.closed) {
		emit(&r->out, "<p class='note'>%s</p>", say(r, E_CLOSED));
	} else {
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, E_KEYS));
		the_form(r, &e);
	}
	page_close(r);
	return OK;
}

/* -- saving -------------------------------------------------------------- */

static void read_values(struct req *r, struct board_reply *b, bool path)
{
	struct text_list all = form_all(r, "v", LINE);
	const char *words = "";
	unsigned flaws;

	for (size_t i = 0; i < all.n; i++)
		words = arena_print(r->s.mem, "%s%s%s", words,
		                    i > 0 ? " " : "", all.v[i]);
	b->value = value_write(r->s.mem, value_read(words, path));
	flaws = board_reply_flaws(b, path);
	if ((flaws & BOARD_NO_VALUE) != 0)
		issue(r, "v", all.n > 1 ? E_SAY_ALONE : E_SAY_VALUE);
	if ((flaws & BOARD_NO_PLUS) != 0)
		issue(r, "plus", E_SAY_PLUS);
	if ((flaws & BOARD_NO_MINUS) != 0)
		issue(r, "minus", E_SAY_MINUS);
	if ((flaws & BOARD_NO_OTHER) != 0)
		issue(r, "other", E_SAY_OTHER);
}

static enum status save_reply(struct req *r, struct scope *s,
                              const struct entry *e)
{
	const struct form_step *f = &e->steps.v[e->at];
	const struct board_reply *was = form_reply(&e->replies, f,
	                                           e->board->id);
	struct board_reply b = { .item = f->item->id,
		.goal = f->goal == NULL ? 0 : f->goal->goal,
		.board = e->board->id, .version = form_version(r),
		.paper = true, .rationale = was == NULL ? "" :
		was->rationale };

	b.plus      = form_text(r, "plus", TEXT);
	b.minus     = form_text(r, "minus", TEXT);
	b.other     = form_text(r, "other", TEXT);
	b.dissent   = form_text(r, "dissent", TEXT);
	b.authority = form_has(r, "authority", "1");
	if (f->goal != NULL) {
		read_values(r, &b, goal_has_path(f->goal));
	} else {
		b.value = form_text(r, "value", TEXT);
		if (!ask_reads(f->item, b.value))
			issue(r, "value", f->item->ask == ASK_RANK ?
			      E_SAY_RANK : E_SAY_ASK);
	}
	TRY(form_fine(r));
	return board_reply_set(s, e->w.id, &b);
}

static bool is_there(const struct entry *e, const char *text)
{
	for (size_t i = 0; i < e->ideas.n; i++)
		if (e->ideas.v[i].board == e->board->id &&
		    e->ideas.v[i].item == e->steps.v[e->at].item->id &&
		    same(e->ideas.v[i].text, text))
			return true;
	return false;
}

/* One line, one idea; how many lines there were is added to `lines`. */
static enum status save_lines(struct req *r, struct scope *s,
                              const struct entry *e, const char *field,
                              struct idea like, size_t *lines)
{
	struct text_list all = text_lines(r->s.mem, form_text(r, field,
	                                                      LONG_TEXT));

	TRY(form_fine(r));
	*lines += all.n;
	for (size_t i = 0; i < all.n; i++) {
		struct idea d = like;
		i64 id;

		form_line(r->s.mem, all.v[i], &d.text, &d.detail);
		if (*d.text == '\0' || is_there(e, d.text))
			continue;
		d.item      = e->steps.v[e->at].item->id;
		d.board     = e->board->id;
		d.authority = form_has(r, "authority", "1");
		TRY(idea_note(s, e->w.id, "", &d, &id));
	}
	return OK;
}

static enum status save_ideas(struct req *r, struct scope *s,
                              const struct entry *e)
{
	const struct idea plain = {0}, missing = { .missing = true },
		affected = { .role = ROLE_AFFECTED },
		affects = { .role = ROLE_AFFECTS };
	bool actors = e->steps.v[e->at].item->kind == ITEM_MISSING;
	size_t n = 0;

	if (actors) {
		TRY(save_lines(r, s, e, "affected", affected, &n));
		TRY(save_lines(r, s, e, "affects", affects, &n));
		TRY(save_lines(r, s, e, "missing", missing, &n));
	} else {
		TRY(save_lines(r, s, e, "lines", plain, &n));
	}
	if (n == 0)
		issue(r, actors ? "affected" : "lines", E_SAY_LINE);
	return form_fine(r);
}

/* What a table answered is known to the minute, as if it had been sent. */
enum status entry_save(struct req *r)
{
	struct scope s = r->s;
	struct entry e;
	size_t next;

	s.now -= s.now % MINUTE;
	TRY(entry_read(r, ENTRY_FORM, &e));
	TRY(assess_open(&s, e.w.assessment));
	if (e.closed)
		return DENIED;
	if (e.steps.v[e.at].ideas)
		TRY(save_ideas(r, &s, &e));
	else
		TRY(save_reply(r, &s, &e));
	next = form_next(&e.steps, &e.replies, &e.ideas, e.board->id, e.at);
	if (next == e.steps.n || next == e.at)
		return go(r, "/w/%s/entry/%lld?saved=1", e.w.key,
		          e.board->no);
	return go(r, "%s?saved=1", entry_address(r, &e, next));
}
