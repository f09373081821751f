/* One's own way about: another phone, another table, leaving. */
#include "base/text.h"
#include "workshop/guest.h"
#include "workshop/guest.msg"

static void own_link(struct req *r, const struct here *h)
{
	const char *url = arena_print(r->s.mem, "%s/d/%s/now", r->house->url,
	                              h->g.key);

	emit(&r->out, "<details><summary>%s</summary><p>%s</p>"
	     "<p><b>%s</b><br><a href='/d/%s/now'>%s</a></p></details>",
	     say(r, NEW_PHONE), say(r, NEW_PHONE_TEXT), say(r, OWN_LINK),
	     h->g.key, url);
}

static void leave_button(struct req *r, const struct here *h)
{
	form_open(r, "leave", "/d/%s/seat", h->g.key);
	form_hidden(r, "left", "1");
	button(r, "btn sec", say(r, LEAVE));
	form_close(r);
}

static void move_form(struct req *r, const struct here *h,
                      const struct board_list *boards)
{
	struct option_list all = {0};

	for (size_t i = 0; i < boards->n; i++)
		if (!boards->v[i].retired)
			option_add(r, &all, arena_print(r->s.mem, "%lld",
			           boards->v[i].no), boards->v[i].name,
			           boards->v[i].id == h->g.board);
	form_open(r, "seat", "/d/%s/seat", h->g.key);
	ask_cards(r, &(struct ask){ .name = "board",
		.label = say(r, WHICH_BOARD) }, &all, false);
	emit(&r->out, "<p class='acts'><button class='btn sec' type='submit'>"
	     "%s</button></p>", say(r, MOVE_SAVE));
	form_close(r);
}

enum status ways_shown(struct req *r, const struct here *h)
{
	struct board_list boards = {0};

	own_link(r, h);
	if (workshop_is_over(h->w.state) || h->g.left)
		return OK;
	TRY(board_list(&r->s, h->w.id, &boards));
	emit(&r->out, "<details><summary>%s</summary>",
	     say(r, boards.n > 1 ? MOVE_OR_LEAVE : LEAVE_ONLY));
	if (boards.n > 1)
		move_form(r, h, &boards);
	leave_button(r, h);
	emit(&r->out, "</details>");
	return OK;
}

enum status left_shown(struct req *r, const struct here *h)
{
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, LEFT_HEAD),
	     say(r, LEFT_TEXT));
	form_open(r, "back", "/d/%s/seat", h->g.key);
	form_hidden(r, "back", "1");
	button(r, "btn", say(r, COME_BACK));
	form_close(r);
	emit(&r->out, "<p class='acts'><a class='btn sec' href='receipt'>%s"
	     "</a></p>", say(r, TO_RECEIPT));
	return OK;
}

/* -- changing ------------------------------------------------------------ */

static enum status read_board(struct req *r, struct guest *g)
{
	struct board_list boards = {0};
	i64 no = form_choice(r, "board", 1, INT32_MAX);

	TRY(board_list(&r->s, g->workshop, &boards));
	for (size_t i = 0; i < boards.n; i++)
		if (boards.v[i].no == no && !boards.v[i].retired) {
			g->board = boards.v[i].id;
			return OK;
		}
	issue(r, "board", CHOOSE_BOARD);
	return OK;
}

/* What was answered at the table before stays there; what comes is new. */
static enum status seat(struct req *r)
{
	struct guest g = {0};

	TRY(guest_get(&r->s, r->object, &g));
	if (g.kind == GUEST_SCREEN)
		return DENIED;
	g.left = form_has(r, "left", "1");
	if (!g.left && !form_has(r, "back", "1"))
		TRY(read_board(r, &g));
	TRY(form_fine(r));
	TRY(guest_change(&r->s, &g));
	return go(r, "now");
}

/* The page that asks is the one they came from. */
static enum status seat_page(struct req *r)
{
	struct here h = {0};

	TRY(here_find(r, &h));
	page_open(r, &(struct page){ .title = say(r, NOW_TITLE),
		.look = "phone", .own_script = true });
	page_main(r);
	TRY(ways_shown(r, &h));
	emit(&r->out, "<p class='small'><a class='btn sec' href='now'>%s</a>"
	     "</p>", say(r, FETCH_NEW));
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ POST, "/d/:guest/seat", seat, GUEST, ON_GUEST, seat_page },
	{ 0 },
};
const struct route *const guest_way_routes = rows;
