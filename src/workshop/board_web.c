/* The tables that participants sit at: add, rename, take away. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/hub.h"
#include "workshop/hub.msg"

static void board_row(struct req *r, const struct workshop *w,
                      const struct board *b)
{
	emit(&r->out, "<li><div class='n'>");
	form_open(r, arena_print(r->s.mem, "board-%lld", b->no),
	          "/w/%s/boards/%lld", w->key, b->no);
	emit(&r->out, "<div class='beside'>");
	ask_text(r, &(struct ask){ .name = "name", .stored = b->name,
		.class = "w10", .label = say_with(r, B_NAME,
		arena_print(r->s.mem, "%lld", b->no), NULL) });
	emit(&r->out, "<p class='acts'><button class='btn sec sm'"
	     " type='submit' aria-label='%s'>%s</button></p></div>",
	     say_with(r, B_RENAME_OF, b->name, NULL), say(r, B_RENAME));
	form_close(r);
	emit(&r->out, "</div><div class='e'>");
	if (b->retired) {
		emit(&r->out, "<span class='muted'>%s</span>",
		     say(r, B_RETIRED));
	} else {
		form_open(r, arena_print(r->s.mem, "away-%lld", b->no),
		          "/w/%s/boards/%lld/retire", w->key, b->no);
		emit(&r->out, "<button class='plain' type='submit'"
		     " aria-label='%s'>%s</button>",
		     say_with(r, B_RETIRE_OF, b->name, NULL),
		     say(r, B_RETIRE));
		form_close(r);
	}
	emit(&r->out, "</div></li>\n");
}

/* After ?retired: it is gone, and how to have it back. */
static enum status just_retired(struct req *r, const struct workshop *w)
{
	struct board b = {0};
	enum status found;
	i64 no = query_no(r, "retired");

	if (no == 0)
		return OK;
	found = board_get(&r->s, w->id, no, &b);
	if (found == NOT_FOUND || !b.retired)
		return found == NOT_FOUND ? OK : found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say_with(r, B_GONE, b.name, NULL));
	button_form(r, "undo", "btn sec sm", say(r, B_UNDO),
	            "/w/%s/boards/%lld/restore", w->key, no);
	emit(&r->out, "</div>");
	return OK;
}

enum status boards_page(struct req *r)
{
	struct workshop w = {0};
	struct board_list all = {0};

	TRY(workshop_here(r, &w));
	TRY(board_list(&r->s, w.id, &all));
	workshop_open(r, &w, say(r, B_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_HEAD),
	     say(r, B_LEAD));
	TRY(just_retired(r, &w));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		board_row(r, &w, &all.v[i]);
	emit(&r->out, "</ul><h2>%s</h2>", say(r, B_ADD));
	form_open(r, "new-board", "/w/%s/boards", w.key);
	ask_text(r, &(struct ask){ .name = "name", .class = "w20",
		.label = say(r, B_NEW), .stored = "" });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, B_ADD));
	emit(&r->out, "<a href='/w/%s'>%s</a></p>", w.key, say(r, F_BACK));
	form_close(r);
	page_close(r);
	return OK;
}

static enum status open_here(struct req *r, struct workshop *w)
{
	TRY(workshop_here(r, w));
	if (workshop_is_over(w->state))
		issue(r, NULL, B_OVER);
	return form_fine(r);
}

enum status board_add(struct req *r)
{
	struct workshop w = {0};
	const char *name;
	i64 id;

	TRY(open_here(r, &w));
	name = form_needed(r, "name", LINE, B_SAY_NAME);
	TRY(form_fine(r));
	TRY(board_note(&r->s, w.id, name, &id));
	return go(r, "/w/%s/boards?saved=1", w.key);
}

enum status board_save(struct req *r)
{
	struct workshop w = {0};
	struct board b = {0};

	TRY(open_here(r, &w));
	TRY(board_get(&r->s, w.id, arg_no(r, "no"), &b));
	b.name = form_needed(r, "name", LINE, B_SAY_NAME);
	TRY(form_fine(r));
	TRY(board_rename(&r->s, w.id, b.no, b.name, b.retired));
	return go(r, "/w/%s/boards?saved=1", w.key);
}

static enum status retire(struct req *r, struct workshop *w,
                          struct board *b, bool retired)
{
	TRY(open_here(r, w));
	TRY(board_get(&r->s, w->id, arg_no(r, "no"), b));
	return board_rename(&r->s, w->id, b->no, b->name, retired);
}

enum status board_put_away(struct req *r)
{
	struct workshop w = {0};
	struct board b = {0};

	TRY(retire(r, &w, &b, true));
	return go(r, "/w/%s/boards?retired=%lld", w.key, b.no);
}

enum status board_take_back(struct req *r)
{
	struct workshop w = {0};
	struct board b = {0};

	TRY(retire(r, &w, &b, false));
	return go(r, "/w/%s/boards?saved=1", w.key);
}
