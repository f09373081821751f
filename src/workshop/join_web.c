/*
 * The way in to a meeting: a code, no account and no name. What the answers
 * become is said before the first one.
 *
 * The key of the link that somebody gets is stored nowhere, and no receipt says
 * who joined. Joining leads to an address without the key, and the key is made
 * of two things that only the visitor has together: the secret behind their
 * cookie (r->csrf is made of it) and the key of the form. So the same form sent
 * twice is the same participant.
 */
#include <string.h>

#include "account/account.h"
#include "base/text.h"
#include "web/session.h"
#include "web/tries.h"
#include "workshop/guest.h"
#include "workshop/join.msg"

enum { FORM_KEY = 16 };

/* Whoever is signed in joins as anybody else. */
static enum status as_guest_of(struct req *r, i64 id, struct workshop *w)
{
	struct org o = {0};

	r->s.person = 0;
	TRY(workshop_get(&r->s, id, w));
	TRY(org_get(&r->s, r->s.org, &o));
	r->org_name        = o.name;
	r->org_contact     = o.contact;
	r->org_constructed = o.constructed;
	return OK;
}

/*
 * The open workshop of a code as typed. NOT_FOUND is counted: BUSY when too
 * many wrong ones have come from one address, right or wrong alike then.
 */
static enum status find(struct req *r, const char *typed, struct workshop *w)
{
	const char *code = code_read(r->s.mem, typed);
	enum status found = NOT_FOUND;
	i64 id = 0;

	if (!tries_left(r))
		return BUSY;
	if (code != NULL)
		found = code_find(&r->s, code, &id);
	if (found == NOT_FOUND)
		tries_wrong(r);
	TRY(found);
	TRY(as_guest_of(r, id, w));
	return workshop_is_over(w->state) ? NOT_FOUND : OK;
}

/* -- code or link -------------------------------------------------------- */

static void code_field(struct req *r, const char *typed)
{
	/* Without a key of its own: it changes nothing, so it needs no
	 * receipt, which would keep the address of somebody's link. */
	emit(&r->out, "<form method='post' action='/j' id='join' novalidate>");
	form_hidden(r, "csrf", r->csrf);
	form_hidden(r, "form", "join");
	r->form_now = "join";
	r->form_failed = r->failed && r->method == POST;
	ask_text(r, &(struct ask){ .name = "code",
		.label = say(r, CODE_LABEL), .hint = say(r, CODE_HINT),
		.stored = typed, .autocomplete = "off" });
	emit(&r->out, "<p class='small muted'>%s</p><p class='acts'>"
	     "<button class='btn' type='submit'>%s</button></p>"
	     "<p class='small muted'>%s</p>", say(r, NAME_NOT_KEPT),
	     say(r, JOIN_GO), say(r, CODE_OVER));
	form_close(r);
}

static enum status code_page_with(struct req *r, const char *typed,
                                  const struct sentence *wrong)
{
	page_open(r, &(struct page){ .title = say(r, JOIN_TITLE),
		.plain = true, .look = "phone", .own_script = true });
	page_main(r);
	emit(&r->out, "<h1>%s</h1>", say(r, JOIN_TITLE));
	if (wrong != NULL)
		emit(&r->out, "<p class='note err' role='alert'><b>%s</b></p>",
		     say(r, wrong));
	code_field(r, typed);
	page_close(r);
	return OK;
}

static enum status code_page(struct req *r)
{
	return code_page_with(r, "", NULL);
}

/* The last word of a whole address that was pasted, of a code or a link. */
static const char *last_word(struct req *r, const char *typed, bool *link)
{
	const char *at = strstr(typed, "/d/"), *join = strstr(typed, "/j/");

	*link = at != NULL;
	if (at == NULL && join == NULL)
		return typed;
	at = (at == NULL ? join : at) + 3;
	return arena_text(r->s.mem, at, strcspn(at, "/?# "));
}

/* As one reads it to another: spaces and capitals do not matter. */
static const char *key_typed(struct req *r, const char *typed)
{
	char *key = text_fold(r->s.mem, typed), *to = key;

	for (const char *c = key; *c != '\0'; c++)
		if (*c != ' ' && *c != '-')
			*to++ = *c;
	*to = '\0';
	return key;
}

static enum status go_link(struct req *r, const char *key)
{
	struct standing at = {0};
	enum status found = guest_find(&r->s, key, &at);

	if (found == NOT_FOUND) {
		tries_wrong(r);
		issue(r, "code", LINK_WRONG);
		return INVALID;
	}
	TRY(found);
	if (form_raw(r, "key") != NULL)
		return INVALID;         /* no page of ours: see code_field() */
	return go(r, "/d/%s/now", key);
}

static enum status go_code(struct req *r, const char *word)
{
	struct workshop w = {0};
	enum status found = find(r, word, &w);

	if (found == NOT_FOUND) {
		issue(r, "code", CODE_WRONG);
		return INVALID;
	}
	TRY(found);
	return go(r, "/j/%s", code_read(r->s.mem, word));
}

static enum status code_sent(struct req *r)
{
	const char *typed = form_needed(r, "code", LINE, SAY_CODE), *word;
	bool link;

	TRY(form_fine(r));
	if (!tries_left(r)) {
		issue(r, "code", WAIT_A_MINUTE);
		return BUSY;
	}
	word = last_word(r, typed, &link);
	if (link || code_read(r->s.mem, word) == NULL)
		return go_link(r, key_typed(r, word));
	return go_code(r, word);
}

/* -- before the first answer --------------------------------------------- */

static const struct seated *seated_at(const struct seated_list *all, i64 board)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].board == board)
			return &all->v[i];
	return NULL;
}

/* The fewest people; the first of several. */
static i64 emptiest(const struct board_list *boards,
                    const struct seated_list *seated)
{
	i64 best = 0, least = INT64_MAX;

	for (size_t i = 0; i < boards->n; i++) {
		const struct seated *at = seated_at(seated, boards->v[i].id);
		i64 here = at == NULL ? 0 : at->persons;

		if (boards->v[i].retired || here >= least)
			continue;
		least = here;
		best = boards->v[i].id;
	}
	return best;
}

static enum status open_boards(struct req *r, const struct workshop *w,
                               struct board_list *out)
{
	struct board_list all = {0};

	TRY(board_list(&r->s, w->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].retired)
			*PUSH(r->s.mem, out) = all.v[i];
	return OK;
}

/* In a room one sits somewhere; over the net groups come later, or never. */
static enum status ask_board(struct req *r, const struct workshop *w)
{
	struct board_list boards = {0};
	struct seated_list seated = {0};
	struct option_list all = {0};
	bool digital = w->form == FORM_DIGITAL;
	i64 best;

	TRY(open_boards(r, w, &boards));
	if (boards.n < 2)
		return OK;
	TRY(seated_list(&r->s, w->id, &seated));
	best = digital ? 0 : emptiest(&boards, &seated);
	if (digital)
		option_add(r, &all, "", say(r, NO_TABLE), true);
	for (size_t i = 0; i < boards.n; i++)
		option_add(r, &all, arena_print(r->s.mem, "%lld",
		           boards.v[i].no), boards.v[i].name,
		           boards.v[i].id == best);
	ask_cards(r, &(struct ask){ .name = "board",
		.label = say(r, WHICH_TABLE),
		.hint = digital ? "" : say(r, TABLE_PICKED) }, &all, false);
	return OK;
}

static void ask_role(struct req *r)
{
	struct option_list all = {0};

	for (int c = CATEGORY_UNSAID; c <= CATEGORY_OTHER; c++)
		option_add(r, &all, arena_print(r->s.mem, "%d", c),
		           category_say(r, (enum guest_category)c), c == 0);
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, ABOUT_YOU));
	ask_text(r, &(struct ask){ .name = "organisation", .stored = "",
		.label = say(r, ORGANISATION), .optional = true,
		.autocomplete = "organization" });
	ask_select(r, &(struct ask){ .name = "category", .optional = true,
		.label = say(r, ROLE), .hint = say(r, ROLE_HINT) }, &all);
	ask_tick(r, "authority", "1", say(r, OTHER_AUTHORITY), false);
	emit(&r->out, "<p class='hint'>%s</p></details>",
	     say(r, OTHER_MEANS));
}

static void becomes(struct req *r, const struct workshop *w)
{
	emit(&r->out, "<p class='muted small'>%s · %s</p><h1>%s</h1>"
	     "<p class='lead'>%s</p><ul><li>%s</li><li>%s</li><li>%s</li>"
	     "<li>%s</li><li>%s</li></ul>", w->title, say_day(r, w->day),
	     say(r, BEFORE_TITLE), say(r, NAME_NOT_KEPT),
	     say(r, BECOMES_BOARD), say(r, BECOMES_FIVE),
	     say(r, BECOMES_ELECTED), say(r, BECOMES_RECORD),
	     say(r, BECOMES_NAMES));
}

static enum status before_page(struct req *r)
{
	struct workshop w = {0};
	const char *typed = arg_text(r, "code");
	enum status found = find(r, typed, &w);

	if (found == NOT_FOUND || found == BUSY)
		return code_page_with(r, "", found == BUSY ? WAIT_A_MINUTE :
		                                             CODE_WRONG);
	TRY(found);
	page_open(r, &(struct page){ .title = say(r, BEFORE_TITLE),
		.look = "phone", .own_script = true });
	page_main(r);
	becomes(r, &w);
	form_open(r, "in", "/j/%s", w.code);
	TRY(ask_board(r, &w));
	ask_role(r);
	emit(&r->out, "<p class='acts'><button class='btn' type='submit'>%s"
	     "</button><button class='btn sec' type='submit' name='shared'"
	     " value='1'>%s</button></p>", say(r, BEGIN),
	     say(r, SHARED_SCREEN));
	form_close(r);
	page_close(r);
	return OK;
}

/* -- in ------------------------------------------------------------------ */

static enum status read_board(struct req *r, const struct workshop *w,
                              struct guest *g)
{
	struct board_list boards = {0};
	i64 no = form_choice(r, "board", 1, INT32_MAX);

	TRY(open_boards(r, w, &boards));
	if (boards.n == 1)
		g->board = boards.v[0].id;
	for (size_t i = 0; i < boards.n; i++)
		if (boards.v[i].no == no)
			g->board = boards.v[i].id;
	if (g->board == 0 && (w->form != FORM_DIGITAL || no != 0 ||
	                      g->kind == GUEST_TABLE) && boards.n > 0)
		issue(r, "board", BOARD_WRONG);
	return OK;
}

static const char *key_of(struct req *r, const char *form)
{
	return guest_key(r->s.mem, r->csrf, arena_print(r->s.mem,
	                 "guest %s", form));
}

/*
 * Under the installation's lock, where the organisation's is not known yet: a
 * row of one's own is added and no row of anybody's changed, so whoever writes
 * in the organisation meanwhile is not disturbed. A workshop that closes in
 * that moment has one participant more who did not answer.
 */
static enum status join(struct req *r)
{
	const char *form = receipt_key(r);
	struct workshop w = {0};
	struct guest g = {
		.kind = form_has(r, "shared", "1") ? GUEST_TABLE :
		                                     GUEST_PERSON,
		.organisation = form_text(r, "organisation", LINE),
		.category = (enum guest_category)form_choice(r, "category",
			CATEGORY_UNSAID, CATEGORY_OTHER),
		.authority = form_has(r, "authority", "1"),
	};
	enum status found = find(r, arg_text(r, "code"), &w);
	struct standing at = {0};

	if (found == NOT_FOUND || form == NULL)
		return found == NOT_FOUND || found == OK ? go(r, "/j") : found;
	TRY(found);
	TRY(read_board(r, &w, &g));
	TRY(form_fine(r));
	if (g.kind == GUEST_TABLE)
		g.category = CATEGORY_UNSAID;
	g.workshop = w.id;
	g.key = key_of(r, form);
	found = guest_find(&r->s, g.key, &at);
	if (found == NOT_FOUND)
		found = guest_note(&r->s, &g);
	TRY(found);
	return go(r, "/j/%s/in?as=%s", w.code, form);
}

/* To one's own link. A form key that this visitor has not sent opens none. */
static enum status in(struct req *r)
{
	const char *form = query_text(r, "as");
	struct standing at = {0};
	enum status found;

	if (form == NULL || strlen(form) != FORM_KEY)
		return code_page(r);
	found = guest_find(&r->s, key_of(r, form), &at);
	if (found == NOT_FOUND)
		return code_page_with(r, "", NO_COOKIE);
	TRY(found);
	return go(r, "/d/%s/now", key_of(r, form));
}

static const struct route rows[] = {
	{ GET,  "/j", code_page, PUBLIC, ON_HOUSE },
	{ POST, "/j", code_sent, PUBLIC, ON_HOUSE, code_page },
	{ GET,  "/j/:code", before_page, PUBLIC, ON_HOUSE },
	{ POST, "/j/:code", join, PUBLIC, ON_HOUSE, before_page },
	{ GET,  "/j/:code/in", in, PUBLIC, ON_HOUSE },
	{ 0 },
};
const struct route *const join_routes = rows;
