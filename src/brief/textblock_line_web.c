/* One line of the text block: changed, left out, put back, or as drafted. */
#include "base/text.h"
#include "brief/text_page.h"
#include "brief/text_page.msg"

static enum status find(struct req *r, struct block_line *out)
{
	const char *key = arg_text(r, "line");
	struct text_block t = {0};

	TRY(textblock_get(&r->s, r->object, r->language, &t));
	for (size_t i = 0; i < t.lines.n; i++) {
		if (same(t.lines.v[i].key, key) && !t.lines.v[i].fills) {
			*out = t.lines.v[i];
			return OK;
		}
	}
	return NOT_FOUND;
}

void line_button(struct req *r, const struct block_line *l, const char *verb,
                 const struct sentence *label)
{
	form_open(r, verb, "/a/%s/text/lines/%s/%s", r->object_key, l->key,
	          verb);
	ask_version(r, l->version);
	button(r, "btn sec sm", say(r, label));
	form_close(r);
}

/* -- the page ------------------------------------------------------------ */

static void drafts(struct req *r, const struct block_line *l)
{
	if (l->own || (!l->by_hand && !l->left_out))
		return;
	emit(&r->out, "<dl class='sum'>");
	if (l->changed)
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, X_DRAFT_THEN), l->was_drafted);
	emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div></dl>",
	     say(r, X_DRAFT_NOW), *l->drafted == '\0' ? say(r, X_NO_DRAFT) :
	     l->drafted);
}

static void form(struct req *r, const struct block_line *l)
{
	form_open(r, "line", "/a/%s/text/lines/%s", r->object_key, l->key);
	ask_version(r, l->version);
	ask_text(r, &(struct ask){ .name = "text", .rows = 5,
		.label = say(r, X_LINE_TEXT), .hint = say(r, X_CHANGE_LEAD),
		.stored = l->text });
	button_save(r, say(r, X_SAVE));
	form_close(r);
}

static enum status page(struct req *r)
{
	struct block_line l = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(find(r, &l));
	TRY(view_open_end(r, &v, say(r, X_LINE_TITLE)));
	emit(&r->out, "<p class='muted'><a href='/a/%s/text'>%s</a></p>"
	     "<h1>%s</h1>", r->object_key, say(r, X_TITLE),
	     say(r, X_LINE_TITLE));
	if (*l.basis != '\0') {
		emit(&r->out, "<p>%s", say(r, X_COMES_FROM));
		basis_links(r, &v, l.basis);
		emit(&r->out, "</p>");
	}
	form(r, &l);
	drafts(r, &l);
	emit(&r->out, "<div class='acts'>");
	if (l.left_out)
		line_button(r, &l, "restore", X_PUT_BACK);
	else
		line_button(r, &l, "leave", X_LEAVE_OUT);
	if (l.by_hand && !l.own)
		line_button(r, &l, "take", X_DRAFT_AGAIN);
	if (l.changed)
		line_button(r, &l, "mine", X_MINE);
	emit(&r->out, "</div>");
	view_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

/* As it stands, on the version the form was drawn from, beside the draft it
 * was seen with. */
static enum status read_line(struct req *r, struct block_line *l)
{
	TRY(find(r, l));
	l->version = form_version(r);
	l->was_drafted = l->drafted;
	return OK;
}

static enum status keep(struct req *r, struct block_line *l)
{
	TRY(textblock_keep(&r->s, r->object, r->language, l));
	return go(r, "/a/%s/text?saved=1", r->object_key);
}

static enum status save(struct req *r)
{
	struct block_line l = {0};

	TRY(read_line(r, &l));
	l.text = form_needed(r, "text", TEXT, X_WANT_TEXT);
	l.by_hand = l.own || !same(l.text, l.drafted);
	TRY(form_fine(r));
	return keep(r, &l);
}

static enum status leave(struct req *r)
{
	struct block_line l = {0};

	TRY(read_line(r, &l));
	l.left_out = true;
	return keep(r, &l);
}

static enum status restore(struct req *r)
{
	struct block_line l = {0};

	TRY(read_line(r, &l));
	l.left_out = false;
	return keep(r, &l);
}

/* What the person wrote stays in the history. */
static enum status take_draft(struct req *r)
{
	struct block_line l = {0};

	TRY(read_line(r, &l));
	l.by_hand = l.own;
	l.left_out = false;
	return keep(r, &l);
}

static enum status mine(struct req *r)
{
	struct block_line l = {0};

	TRY(read_line(r, &l));
	return keep(r, &l);
}

#define LINE "/a/:assessment/text/lines/:line"

static const struct route rows[] = {
	{ GET, LINE, page, ANSWER, ON_ASSESSMENT },
	{ POST, LINE, save, ANSWER, ON_ASSESSMENT, .form = page },
	{ POST, LINE "/leave", leave, ANSWER, ON_ASSESSMENT, .form = page },
	{ POST, LINE "/restore", restore, ANSWER, ON_ASSESSMENT,
	  .form = page },
	{ POST, LINE "/take", take_draft, ANSWER, ON_ASSESSMENT,
	  .form = page },
	{ POST, LINE "/mine", mine, ANSWER, ON_ASSESSMENT, .form = page },
	{ 0 },
};
const struct route *const text_line_routes = rows;
