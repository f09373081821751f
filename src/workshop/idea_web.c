/* Proposals on phones and on a table's device: silent first, then shared. */
#include "base/text.h"
#include "workshop/idea.h"
#include "workshop/idea.msg"
#include "workshop/show.h"
#include "workshop/table.h"

/* -- what may be seen ---------------------------------------------------- */

bool idea_is_theirs(const struct proposing *h, const struct idea *d)
{
	return d->own || (d->shared && d->board == h->g.board &&
	       d->board != 0 && idea_for_table(&h->g));
}

static bool others_open(const struct proposing *h)
{
	if (h->g.kind == GUEST_SCREEN)
		return false;
	return item_is_shown(&h->w, &h->item) &&
	       (h->sent || idea_for_table(&h->g));
}

static bool is_seen(const struct proposing *h, const struct idea *d)
{
	return others_open(h) || (h->w.way == WAY_TABLE && d->shared &&
	       d->board == h->g.board && d->board != 0);
}

/* Is it an answer that nobody is missing? Persons say so in a reply. */
static enum status read_none(struct req *r, struct proposing *h)
{
	struct reply_list own = {0};
	struct board_reply b = {0};
	enum status found;

	if (!idea_for_table(&h->g)) {
		TRY(reply_own(&r->s, h->who, h->item.id, &own));
		for (size_t i = 0; i < own.n; i++) {
			h->sent = true;
			if (same(own.v[i].value, IDEA_NONE))
				h->none = own.v[i].text;
		}
		return OK;
	}
	found = board_reply_get(&r->s, h->item.id, 0, h->g.board, &b);
	if (found != OK)
		return found == NOT_FOUND ? OK : found;
	h->none_version = b.version;
	h->none = same(b.value, IDEA_NONE) ? b.other : NULL;
	return OK;
}

enum status proposing_read(struct req *r, struct proposing *h)
{
	h->g.key = r->object_key;
	h->who = idea_for_table(&h->g) ? "" :
	         guest_who(r->s.mem, h->g.key, h->item.id);
	TRY(idea_list(&r->s, h->w.id, h->item.id, h->who, &h->ideas));
	for (size_t i = 0; i < h->ideas.n; i++)
		h->sent = h->sent || h->ideas.v[i].own;
	return read_none(r, h);
}

/* -- the part ------------------------------------------------------------ */

static void idea_row(struct req *r, const struct proposing *h,
                     const struct idea *d)
{
	const char *beside = idea_beside(r, h->item.kind, d);

	emit(&r->out, "<li><span class='n'>%s</span>", d->text);
	if (!text_blank(beside))
		emit(&r->out, "<span class='m'>%s</span>", beside);
	if (idea_is_theirs(h, d))
		emit(&r->out, "<span class='e'><a href='ideas/%lld?back=%s'>"
		     "%s<span class='vh'> %s</span></a></span>", d->no,
		     h->back, say(r, I_CHANGE), d->text);
	emit(&r->out, "</li>");
}

static void rows_of(struct req *r, const struct proposing *h, bool theirs,
                    const struct sentence *head)
{
	size_t n = 0;

	for (size_t i = 0; i < h->ideas.n; i++) {
		const struct idea *d = &h->ideas.v[i];

		if (idea_is_theirs(h, d) != theirs ||
		    (!theirs && !is_seen(h, d)))
			continue;
		if (n++ == 0)
			emit(&r->out, "<h2>%s</h2><ul class='rows tight'>",
			     say(r, head));
		idea_row(r, h, d);
	}
	if (n > 0)
		emit(&r->out, "</ul>");
}

static void just_removed(struct req *r, const struct proposing *h)
{
	i64 no = query_no(r, "removed");

	if (no == 0)
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, I_REMOVED));
	form_open(r, "undo", "/d/%s/ideas/%lld/restore", h->g.key, no);
	form_hidden(r, "back", h->back);
	button(r, "btn sec sm", say(r, I_UNDO));
	form_close(r);
	emit(&r->out, "</div>");
}

static enum status one_more(struct req *r, const struct proposing *h)
{
	static const struct idea empty = { .text = "", .detail = "" };
	struct option_list from = {0};

	if (h->item.kind == ITEM_ACTIONS)
		TRY(idea_grounds(r, &h->g, &h->w, &empty, &from));
	form_open(r, "idea", "/d/%s/ideas", h->g.key);
	form_hidden_no(r, "item", h->item.no);
	form_hidden(r, "back", h->back);
	idea_fields(r, &h->item, &empty, &from);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, I_SEND));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

/* "Ingen saknas, därför att …" is an answer, where nobody has been named. */
static void none_missing(struct req *r, const struct proposing *h)
{
	bool named = false;

	for (size_t i = 0; i < h->ideas.n; i++)
		named = named || (idea_is_theirs(h, &h->ideas.v[i]) &&
		                  h->ideas.v[i].missing);
	if (h->item.kind != ITEM_MISSING || named)
		return;
	if (h->none != NULL)
		emit(&r->out, "<p class='note'>%s</p>",
		     say_with(r, I_NONE_SAID, h->none, NULL));
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, I_NONE_HEAD));
	form_open(r, "none", "/d/%s/none-missing", h->g.key);
	form_hidden_no(r, "item", h->item.no);
	form_hidden(r, "back", h->back);
	ask_version(r, h->none_version);
	ask_text(r, &(struct ask){ .name = "why", .rows = 2,
		.label = say(r, I_NONE), .hint = say(r, I_NONE_HINT),
		.stored = or_empty(h->none) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, I_SEND));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
}

enum status proposing_shown(struct req *r, const struct proposing *h)
{
	bool table = idea_for_table(&h->g);

	just_removed(r, h);
	TRY(one_more(r, h));
	none_missing(r, h);
	rows_of(r, h, true, table ? I_TABLES : I_OWN);
	rows_of(r, h, false, I_OTHERS);
	if (!others_open(h))
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, table ? I_HIDDEN_TABLE : I_HIDDEN));
	return OK;
}

enum status ideas_shown(struct req *r, const struct guest *g,
                        const struct workshop *w, const struct item *i,
                        const char *back)
{
	struct proposing h = { .w = *w, .g = *g, .item = *i, .back = back };

	TRY(proposing_read(r, &h));
	return proposing_shown(r, &h);
}
