/* Proposals sent, changed, removed and taken back. */
#include "base/text.h"
#include "workshop/idea.h"
#include "workshop/idea.msg"
#include "workshop/show.h"
#include "workshop/table.h"

/* -- pages of their own -------------------------------------------------- */

static const char *way_back(const struct req *r)
{
	const char *said = r->method == POST ? form_raw(r, "back") :
	                   query_text(r, "back");

	return same(said, "now") ? "now" : same(said, "table") ? "table" :
	       "ideas";
}

static i64 item_no(const struct req *r)
{
	i64 no = 0;

	if (r->method == GET)
		return query_no(r, "item");
	return number_read(or_empty(form_raw(r, "item")), 1, INT32_MAX, &no) ?
	       no : 0;
}

/* By ?item or the field of a form; the one that is on if neither says. */
static enum status find_here(struct req *r, i64 no, struct proposing *h)
{
	TRY(guest_get(&r->s, r->object, &h->g));
	TRY(workshop_get(&r->s, h->g.workshop, &h->w));
	if (no != 0)
		TRY(item_get(&r->s, h->w.id, no, &h->item));
	else if (h->w.item != 0)
		TRY(item_by_id(&r->s, h->w.item, &h->item));
	if (!item_has_ideas(h->item.kind) || !item_was_on(&h->item) ||
	    h->g.kind == GUEST_SCREEN)
		return NOT_FOUND;
	h->back = way_back(r);
	return proposing_read(r, h);
}

/* Frozen answers stay as they are; so do those of a compiled meeting. */
static enum status may_write(struct req *r, const struct proposing *h)
{
	if (idea_for_table(&h->g) && h->g.board == 0) {
		issue(r, NULL, I_NO_TABLE);
		return INVALID;
	}
	if ((h->w.frozen && h->w.item == h->item.id) ||
	    h->w.state >= WORKSHOP_COMPILED) {
		issue(r, NULL, I_CLOSED);
		return INVALID;
	}
	return OK;
}

static void open(struct req *r, const struct proposing *h, const char *head)
{
	page_open(r, &(struct page){ .title = say(r, I_TITLE),
	          .look = h->g.kind == GUEST_TABLE ? "" : "phone",
	          .own_script = true });
	page_main(r);
	page_saved(r);
	item_line(r, &h->item, NULL);
	emit(&r->out, "<h1>%s</h1>", head);
}

static enum status page(struct req *r)
{
	struct proposing h = {0};

	TRY(find_here(r, item_no(r), &h));
	open(r, &h, item_question(r, &h.item, NULL));
	TRY(proposing_shown(r, &h));
	page_close(r);
	return OK;
}

/* Says that something has been sent, so that it counts as answered. */
static enum status note_sent(struct req *r, const struct proposing *h,
                             const char *value, const char *why, i64 version)
{
	const struct board_reply b = { .item = h->item.id,
		.board = h->g.board, .value = value, .other = why,
		.authority = h->g.authority, .version = version };

	if (idea_for_table(&h->g))
		return board_reply_set(&r->s, h->w.id, &b);
	return reply_set(&r->s, &h->g, &h->item, &(struct reply){
		.item = h->item.id, .value = value, .text = why });
}

static enum status add(struct req *r)
{
	struct idea d = {0};
	struct proposing h = {0};
	i64 id;

	TRY(find_here(r, item_no(r), &h));
	TRY(may_write(r, &h));
	TRY(idea_read(r, &h.g, &h.w, &h.item, &d));
	d.item = h.item.id;
	d.board = h.g.board;
	d.authority = h.g.authority;
	TRY(idea_note(&r->s, h.w.id, h.who, &d, &id));
	if (h.none != NULL || h.none_version == 0)
		TRY(note_sent(r, &h, IDEA_SOME, "", h.none_version));
	return go(r, "%s?item=%lld&saved=1", h.back, h.item.no);
}

static enum status none(struct req *r)
{
	struct proposing h = {0};
	const char *why;

	TRY(find_here(r, item_no(r), &h));
	if (h.item.kind != ITEM_MISSING)
		return NOT_FOUND;
	TRY(may_write(r, &h));
	why = form_needed(r, "why", TEXT, WANT_REASON);
	TRY(form_fine(r));
	TRY(note_sent(r, &h, IDEA_NONE, why, form_version(r)));
	return go(r, "%s?item=%lld&saved=1", h.back, h.item.no);
}

/* -- one of them --------------------------------------------------------- */

/* Removed ones too; somebody else's is not there. */
static enum status find_own(struct req *r, struct proposing *h, struct idea *d)
{
	struct idea any = {0};
	struct item item = {0};

	TRY(guest_get(&r->s, r->object, &h->g));
	TRY(idea_get(&r->s, h->g.workshop, arg_no(r, "no"), "", &any));
	TRY(item_by_id(&r->s, any.item, &item));
	TRY(find_here(r, item.no, h));
	TRY(idea_get(&r->s, h->w.id, any.no, h->who, d));
	return idea_is_theirs(h, d) ? OK : NOT_FOUND;
}

static enum status one_page(struct req *r)
{
	struct option_list from = {0};
	struct proposing h = {0};
	struct idea d = {0};

	TRY(find_own(r, &h, &d));
	if (h.item.kind == ITEM_ACTIONS)
		TRY(idea_grounds(r, &h.g, &h.w, &d, &from));
	open(r, &h, say(r, I_CHANGE_IT));
	form_open(r, "idea", "/d/%s/ideas/%lld", h.g.key, d.no);
	form_hidden(r, "back", h.back);
	ask_version(r, d.version);
	idea_fields(r, &h.item, &d, &from);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, I_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	form_open(r, "remove", "/d/%s/ideas/%lld/remove", h.g.key, d.no);
	form_hidden(r, "back", h.back);
	button(r, "btn sec", say(r, I_REMOVE));
	form_close(r);
	emit(&r->out, "<p><a href='../%s?item=%lld'>%s</a></p>", h.back,
	     h.item.no, say(r, I_BACK));
	page_close(r);
	return OK;
}

static enum status change(struct req *r)
{
	struct proposing h = {0};
	struct idea d = {0};

	TRY(find_own(r, &h, &d));
	TRY(may_write(r, &h));
	d.version = form_version(r);
	TRY(idea_read(r, &h.g, &h.w, &h.item, &d));
	TRY(idea_change(&r->s, h.w.id, &d));
	return go(r, "../%s?item=%lld&saved=1", h.back, h.item.no);
}

static enum status put(struct req *r, bool away)
{
	struct proposing h = {0};
	struct idea d = {0};

	TRY(find_own(r, &h, &d));
	TRY(may_write(r, &h));
	TRY(idea_remove(&r->s, h.w.id, d.no, away));
	if (!away)
		return go(r, "../../%s?item=%lld&saved=1", h.back,
		          h.item.no);
	return go(r, "../../%s?item=%lld&removed=%lld", h.back, h.item.no,
	          d.no);
}

static enum status put_away(struct req *r)
{
	return put(r, true);
}

static enum status take_back(struct req *r)
{
	return put(r, false);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/d/:guest/ideas", .run = page,
	  .right = GUEST, .ground = ON_GUEST },
	{ .method = POST, .path = "/d/:guest/ideas", .run = add,
	  .right = GUEST, .ground = ON_GUEST, .form = page },
	{ .method = POST, .path = "/d/:guest/none-missing", .run = none,
	  .right = GUEST, .ground = ON_GUEST, .form = page },
	{ .method = GET, .path = "/d/:guest/ideas/:no", .run = one_page,
	  .right = GUEST, .ground = ON_GUEST },
	{ .method = POST, .path = "/d/:guest/ideas/:no", .run = change,
	  .right = GUEST, .ground = ON_GUEST, .form = one_page },
	{ .method = POST, .path = "/d/:guest/ideas/:no/remove",
	  .run = put_away, .right = GUEST, .ground = ON_GUEST,
	  .form = one_page },
	{ .method = POST, .path = "/d/:guest/ideas/:no/restore",
	  .run = take_back, .right = GUEST, .ground = ON_GUEST,
	  .form = one_page },
	{ 0 },
};
const struct route *const idea_routes = rows;
