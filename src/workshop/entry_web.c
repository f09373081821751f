/* Entering forms filled in by hand: whose, and which of them. */
#include "base/text.h"
#include "workshop/entry.msg"
#include "workshop/sheet.h"
#include "workshop/show.h"

static enum status board_here(struct req *r, struct entry *e)
{
	i64 no = arg_no(r, "board");

	for (size_t i = 0; i < e->boards.n; i++)
		if (e->boards.v[i].no == no)
			e->board = &e->boards.v[i];
	return e->board == NULL ? NOT_FOUND : OK;
}

static enum status step_here(struct req *r, struct entry *e)
{
	i64 item = arg_no(r, "item"), place = arg_no(r, "place");

	for (size_t i = 0; i < e->steps.n; i++)
		if (e->steps.v[i].item->no == item &&
		    e->steps.v[i].place == place)
			e->at = i;
	return e->at == e->steps.n ? NOT_FOUND : OK;
}

enum status entry_read(struct req *r, enum entry_of of, struct entry *e)
{
	*e = (struct entry){0};
	TRY(workshop_here(r, &e->w));
	TRY(item_list(&r->s, e->w.id, &e->items));
	TRY(board_list(&r->s, e->w.id, &e->boards));
	TRY(board_reply_list(&r->s, e->w.id, 0, &e->replies));
	TRY(idea_list(&r->s, e->w.id, 0, "", &e->ideas));
	e->steps = form_steps(r->s.mem, &e->items);
	e->closed = e->w.state >= WORKSHOP_COMPILED;
	e->at = e->steps.n;
	if (of >= ENTRY_BOARD)
		TRY(board_here(r, e));
	return of >= ENTRY_FORM ? step_here(r, e) : OK;
}

const char *entry_address(struct req *r, const struct entry *e, size_t at)
{
	const struct form_step *f = &e->steps.v[at];

	return arena_print(r->s.mem, "/w/%s/entry/%lld/%lld/%lld", e->w.key,
	                   e->board->no, f->item->no, f->place);
}

/* -- boards -------------------------------------------------------------- */

static i64 answered(const struct entry *e, const struct board *b)
{
	i64 n = 0;

	for (size_t i = 0; i < e->steps.n; i++) {
		const struct form_step *f = &e->steps.v[i];

		n += f->ideas ? form_ideas(&e->ideas, f, b->id) > 0 :
		     form_reply(&e->replies, f, b->id) != NULL;
	}
	return n;
}

static void board_row(struct req *r, const struct entry *e,
                      const struct board *b)
{
	emit(&r->out, "<li><a class='n' href='/w/%s/entry/%lld'>%s</a>"
	     "<span class='m'>%s</span></li>", e->w.key, b->no, b->name,
	     say_with(r, E_DONE_OF, arena_print(r->s.mem, "%lld",
	     answered(e, b)), arena_print(r->s.mem, "%zu", e->steps.n)));
}

static void notes(struct req *r, const struct entry *e)
{
	if (e->closed)
		emit(&r->out, "<p class='note'>%s</p>", say(r, E_CLOSED));
	if (e->boards.n == 0)
		emit(&r->out, "<p class='note'>%s</p>", say(r, E_NO_BOARDS));
	if (e->steps.n == 0)
		emit(&r->out, "<p class='note'>%s</p>", say(r, E_NO_FORMS));
}

enum status entry_page(struct req *r)
{
	struct entry e;

	TRY(entry_read(r, ENTRY_ALL, &e));
	workshop_open(r, &e.w, say(r, E_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, E_HEAD),
	     say(r, E_LEAD));
	notes(r, &e);
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < e.boards.n; i++)
		board_row(r, &e, &e.boards.v[i]);
	emit(&r->out, "</ul>");
	page_close(r);
	return OK;
}

/* -- a board's forms ----------------------------------------------------- */

static void form_state(struct req *r, const struct entry *e,
                       const struct form_step *f)
{
	const struct board_reply *b = form_reply(&e->replies, f, e->board->id);
	i64 ideas = form_ideas(&e->ideas, f, e->board->id);

	if (f->ideas && ideas > 0)
		state(r, ICON_DONE, "ok", say_count(r, E_IDEAS, ideas));
	else if (b != NULL)
		state(r, ICON_DONE, "ok", say(r, b->paper ? E_FROM_PAPER :
		                              E_FROM_TABLE));
	else
		state(r, ICON_NOT_BEGUN, "", say(r, E_NOTHING));
}

static void form_row(struct req *r, const struct entry *e, size_t at)
{
	const struct form_step *f = &e->steps.v[at];

	emit(&r->out, "<li><a class='n' href='%s'>%s %s</a><span class='e'>",
	     entry_address(r, e, at), form_number(r->s.mem, f),
	     item_question(r, f->item, f->goal));
	form_state(r, e, f);
	emit(&r->out, "</span></li>");
}

static void next_board(struct req *r, const struct entry *e)
{
	for (size_t i = 0; i < e->boards.n; i++) {
		const struct board *b = &e->boards.v[i];

		if (b->no > e->board->no && !b->retired) {
			emit(&r->out, "<a class='btn' href='/w/%s/entry/%lld'"
			     ">%s</a>", e->w.key, b->no, say_with(r,
			     E_NEXT_BOARD, b->name, NULL));
			return;
		}
	}
}

enum status entry_board_page(struct req *r)
{
	struct entry e;
	size_t next;

	TRY(entry_read(r, ENTRY_BOARD, &e));
	next = e.steps.n == 0 ? 0 : form_next(&e.steps, &e.replies, &e.ideas,
	                                      e.board->id, e.steps.n - 1);
	workshop_open(r, &e.w, say(r, E_TITLE));
	emit(&r->out, "<h1>%s</h1>", say_with(r, E_BOARD_HEAD, e.board->name,
	     NULL));
	notes(r, &e);
	if (next == e.steps.n && next > 0)
		emit(&r->out, "<p class='lead'>%s</p>", say_with(r,
		     E_ALL_DONE, e.board->name, NULL));
	emit(&r->out, "<p class='acts'>");
	if (next < e.steps.n && !e.closed)
		emit(&r->out, "<a class='btn' href='%s'>%s</a>",
		     entry_address(r, &e, next), say_with(r, E_BEGIN,
		     form_number(r->s.mem, &e.steps.v[next]), NULL));
	else
		next_board(r, &e);
	emit(&r->out, "<a href='/w/%s/entry'>%s</a></p><ul class='rows'>",
	     e.w.key, say(r, E_BOARDS));
	for (size_t i = 0; i < e.steps.n; i++)
		form_row(r, &e, i);
	emit(&r->out, "</ul>");
	page_close(r);
	return OK;
}
