/* A section of the letter on its page: as it reads, and to be changed. */
#include "base/text.h"
#include "kit/secret.h"
#include "matter/letter.msg"
#include "matter/letter_view.h"

enum { ROWS = 8 };

const char *heading_hint(const struct req *r, const struct heading *h)
{
	const struct sentence *ours = letter_set_hint(h->no);

	return !text_blank(h->hint) ? h->hint :
	       ours != NULL ? say(r, ours) : "";
}

/* -- as it reads --------------------------------------------------------- */

static bool listed(enum written kind)
{
	return kind == WRITTEN_POINT || kind == WRITTEN_ITEM;
}

static void line_shown(struct req *r, const struct written_line *l)
{
	if (listed(l->kind))
		emit(&r->out, "<li>%s</li>", l->text);
	else if (l->kind == WRITTEN_HEAD)
		emit(&r->out, "<h3>%s</h3>", l->text);
	else
		emit(&r->out, "<p>%s</p>", l->text);
}

void lines_shown(struct req *r, const struct written_lines *all)
{
	enum written open = 0;

	for (size_t i = 0; i <= all->n; i++) {
		enum written kind = i == all->n ? 0 : all->v[i].kind;

		if (listed(open) && kind != open)
			emit(&r->out, open == WRITTEN_POINT ? "</ol>" :
			     "</ul>");
		if (kind == WRITTEN_POINT && open != kind)
			emit(&r->out, "<ol>");
		if (kind == WRITTEN_ITEM && open != kind)
			emit(&r->out, "<ul>");
		open = kind;
		if (i < all->n)
			line_shown(r, &all->v[i]);
	}
}

/* -- to be changed ------------------------------------------------------- */

static const char *block_seen(const struct req *r, const struct section *s)
{
	return digest_text(r->s.mem, s->now);
}

static void write_form(struct req *r, const struct section *s)
{
	const char *name = arena_print(r->s.mem, "part-%lld", s->heading.no);

	form_open(r, name, "/m/%s/letter/parts/%lld", r->object_key,
	          s->heading.no);
	ask_version(r, s->version);
	if (letter_from_block(s->heading.no))
		form_hidden(r, "block", block_seen(r, s));
	ask_text(r, &(struct ask){ .name = "text", .rows = ROWS,
		.label = s->heading.text, .stored = s->text,
		.hint = s->heading.no == LETTER_PROPOSAL ||
		        s->heading.no == LETTER_DISPATCH ? NULL :
		        say(r, L_TEXT_HINT) });
	button_save(r, say(r, L_SAVE));
	form_close(r);
}

/* Is it the form that failed? Then it stands open. */
static bool failed_here(const struct req *r, const struct section *s)
{
	return r->failed && same(r->path, arena_print(r->s.mem,
		"/m/%s/letter/parts/%lld", r->object_key, s->heading.no));
}

static void block_form(struct req *r, const struct section *s,
                       const char *what, const struct sentence *label)
{
	form_open(r, arena_print(r->s.mem, "%s-%lld", what, s->heading.no),
	          "/m/%s/letter/parts/%lld/%s", r->object_key, s->heading.no,
	          what);
	ask_version(r, s->version);
	form_hidden(r, "block", block_seen(r, s));
	button(r, "btn sec sm", say(r, label));
	form_close(r);
}

static void block_side(struct req *r, const struct sentence *label,
                       const char *text)
{
	struct written_lines lines = {0};

	letter_lines(r->s.mem, LETTER_CONSEQUENCES, text, &lines);
	emit(&r->out, "<div><p class='small'><b>%s</b></p>", say(r, label));
	if (lines.n == 0)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, L_EMPTY));
	lines_shown(r, &lines);
	emit(&r->out, "</div>");
}

static void block_changed(struct req *r, const struct section *s)
{
	if (!letter_from_block(s->heading.no) || s->version == 0 ||
	    same(s->taken, s->now))
		return;
	emit(&r->out, "<div class='note' id='changed'><p><b>%s</b></p>"
	     "<div class='two even'>", say(r, L_NEW_HEAD));
	block_side(r, L_THEN, s->taken);
	block_side(r, L_NOW, s->now);
	emit(&r->out, "</div>");
	if (may_write(r)) {
		emit(&r->out, "<div class='acts'>");
		block_form(r, s, "take", L_TAKE);
		block_form(r, s, "leave", L_KEEP);
		emit(&r->out, "</div>");
	}
	emit(&r->out, "</div>");
}

static void where_from(struct req *r, const struct section *s)
{
	bool added = s->heading.no == LETTER_CONSEQUENCES;
	bool block = letter_from_block(s->heading.no) && s->version == 0;

	if (s->lines.n == 0 || (!added && !block))
		return;
	emit(&r->out, "<p class='small muted'>%s%s%s</p>",
	     block ? say(r, L_FROM_BLOCK) : "", block && added ? " " : "",
	     added ? say(r, L_ADDED) : "");
}

void section_shown(struct req *r, const struct section *s)
{
	bool typed = s->heading.no != LETTER_PAPERS;
	const char *hint = heading_hint(r, &s->heading);

	emit(&r->out, "<section id='p%lld'><h2>%s</h2>", s->heading.no,
	     s->heading.text);
	if (*hint != '\0' && (s->lines.n == 0 || !typed))
		emit(&r->out, "<p class='muted'>%s</p>", hint);
	block_changed(r, s);
	lines_shown(r, &s->lines);
	where_from(r, s);
	if (typed && may_write(r)) {
		emit(&r->out, "<details%s><summary>%s<span class='vh'> %s"
		     "</span></summary>", failed_here(r, s) ? " open" : "",
		     say(r, text_blank(s->text) ? L_WRITE : L_CHANGE),
		     s->heading.text);
		if (*hint != '\0' && s->lines.n > 0)
			emit(&r->out, "<p class='muted'>%s</p>", hint);
		write_form(r, s);
		emit(&r->out, "</details>");
	}
	emit(&r->out, "</section>\n");
}

/* -- saving -------------------------------------------------------------- */

static struct section *section_named(struct letter *l, i64 no)
{
	for (size_t i = 0; i < l->sections.n; i++)
		if (l->sections.v[i].heading.no == no)
			return &l->sections.v[i];
	return NULL;
}

static enum status find_section(struct req *r, struct section *out)
{
	i64 no = arg_no(r, "part");
	struct letter l;
	const struct section *s;

	TRY(letter_now(r, &l));
	s = section_named(&l, no);
	if (s == NULL || no == LETTER_PAPERS)
		return NOT_FOUND;
	*out = *s;
	return OK;
}

/* What the form was drawn from is what it is now. */
static enum status same_block(struct req *r, const struct section *s)
{
	const char *seen = form_text(r, "block", LINE);

	TRY(form_fine(r));
	if (same(seen, block_seen(r, s)))
		return OK;
	issue(r, NULL, L_MOVED);
	return STALE;
}

static enum status keep(struct req *r, const struct section *s,
                        const char *text, const char *taken)
{
	struct letter_text t = {
		.part = s->heading.no, .text = text, .taken = taken,
		.version = form_version(r),
	};

	TRY(letter_text_keep(&r->s, r->object, &t));
	return go(r, "/m/%s/letter?saved=1#p%lld", r->object_key,
	          s->heading.no);
}

enum status letter_part_save(struct req *r)
{
	struct section s = {0};
	const char *text;

	TRY(find_section(r, &s));
	text = form_text(r, "text", LONG_TEXT);
	TRY(form_fine(r));
	if (letter_from_block(s.heading.no) && form_version(r) == 0)
		TRY(same_block(r, &s));
	return keep(r, &s, text, s.taken);
}

static enum status find_block(struct req *r, struct section *s)
{
	TRY(find_section(r, s));
	if (!letter_from_block(s->heading.no))
		return NOT_FOUND;
	return same_block(r, s);
}

enum status letter_part_take(struct req *r)
{
	struct section s = {0};

	TRY(find_block(r, &s));
	return keep(r, &s, s.now, s.now);
}

enum status letter_part_leave(struct req *r)
{
	struct section s = {0};

	TRY(find_block(r, &s));
	return keep(r, &s, s.text, s.now);
}
