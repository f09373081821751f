/*
 * A paper as HTML, with the classes of the style sheet. No style attribute, no
 * script; a mark's sign is hidden from those who listen, since its words stand
 * beside it.
 */
#include <string.h>

#include "paper/inside.h"

static const struct { const char *class, *sign; } marks[] = {
	[MARK_NO_SIGN]           = { "", "" },
	[MARK_DIRECT_POSITIVE]   = { "eff dp", "+" },
	[MARK_INDIRECT_POSITIVE] = { "eff ip", "+" },
	[MARK_INDIRECT_NEGATIVE] = { "eff in", "−" },
	[MARK_DIRECT_NEGATIVE]   = { "eff dn", "−" },
	[MARK_POSITIVE]          = { "eff rp", "+" },
	[MARK_NEGATIVE]          = { "eff rn", "−" },
	[MARK_NONE]              = { "eff no", "0" },
	[MARK_GAP]               = { "eff gap", "?" },
	[MARK_UNJUDGED]          = { "eff un", "" },
	[MARK_NOT_CHOSEN]        = { "eff skp", "·" },
	[MARK_DIVIDED]           = { "diss", "≠" },
};

/* The square of a goal and the sign of its mark, before the words. */
static void signs(struct markup *m, const struct span *s)
{
	if (s->tile != NULL && s->tile_colour > 0)
		emit(m, "<span class='sdg g%d'>%s</span>", s->tile_colour,
		     s->tile);
	else if (s->tile != NULL)
		emit(m, "<span class='sdg r'>%s</span>", s->tile);
	if (s->mark != MARK_NO_SIGN)
		emit(m, "<span class='%s' aria-hidden='true'>%s</span>",
		     marks[s->mark].class, marks[s->mark].sign);
}

static void lines_of(struct markup *m, struct arena *mem, const char *text)
{
	for (;;) {
		size_t n = strcspn(text, "\n");

		emit(m, "%s", arena_text(mem, text, n));
		if (text[n] == '\0')
			return;
		emit(m, "<br>");
		text += n + 1;
	}
}

static void words(struct markup *m, const struct paper *p,
                  const struct span *s)
{
	bool link = link_safe(s->link);

	if (s->text == NULL)
		return;
	if (link)
		emit(m, "<a href='%s'>", s->link);
	if (s->strong)
		emit(m, "<strong>");
	lines_of(m, p->mem, s->text);
	if (s->strong)
		emit(m, "</strong>");
	if (link)
		emit(m, "</a>");
}

static bool signed_span(const struct span *s)
{
	return s->mark != MARK_NO_SIGN || s->tile != NULL;
}

static void spans(struct markup *m, const struct paper *p,
                  const struct span_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct span *s = &list->v[i];

		if (!signed_span(s)) {
			words(m, p, s);
			continue;
		}
		emit(m, "<span class='effl'>");
		signs(m, s);
		emit(m, "<span>");
		words(m, p, s);
		emit(m, "</span></span>");
	}
}

static void identity(struct markup *m, const struct block *b)
{
	if (b->anchor != NULL)
		emit(m, " id='%s'", b->anchor);
}

static void heading(struct markup *m, const struct paper *p,
                    const struct block *b, int top)
{
	int level = b->level + top - 1 > 6 ? 6 : b->level + top - 1;

	emit(m, "<h%d", level);
	identity(m, b);
	emit(m, ">");
	spans(m, p, &b->spans);
	emit(m, "</h%d>\n", level);
}

static void list(struct markup *m, const struct paper *p,
                 const struct block *b)
{
	const char *tag = b->kind == BLOCK_NUMBERED ? "ol" : "ul";

	emit(m, "<%s", tag);
	identity(m, b);
	emit(m, ">\n");
	for (const struct block *i = b->child; i != NULL; i = i->next) {
		emit(m, "<li");
		identity(m, i);
		emit(m, ">");
		spans(m, p, &i->spans);
		emit(m, "</li>\n");
	}
	emit(m, "</%s>\n", tag);
}

static void finding_marks(struct markup *m, const struct paper *p,
                          const struct block *item)
{
	size_t n = 0;

	for (size_t i = 0; i < item->spans.n; i++) {
		const struct span *s = &item->spans.v[i];

		if (!signed_span(s))
			continue;
		emit(m, n++ == 0 ? "<ul class='marks'><li>" : "<li>");
		signs(m, s);
		emit(m, "<span>");
		words(m, p, s);
		emit(m, "</span></li>");
	}
	if (n > 0)
		emit(m, "</ul>");
}

static void findings(struct markup *m, const struct paper *p,
                     const struct block *b)
{
	emit(m, "<ol class='fynd'>\n");
	for (const struct block *item = b->child; item; item = item->next) {
		emit(m, "<li");
		identity(m, item);
		emit(m, "><b class='fn'>%s</b><div><p class='s'>",
		     item->label);
		for (size_t i = 0; i < item->spans.n; i++) {
			if (!signed_span(&item->spans.v[i]))
				words(m, p, &item->spans.v[i]);
		}
		emit(m, "</p>");
		finding_marks(m, p, item);
		emit(m, "</div></li>\n");
	}
	emit(m, "</ol>\n");
}

static void facts(struct markup *m, const struct paper *p,
                  const struct block *b)
{
	emit(m, "<dl class='sum'>\n");
	for (size_t i = 0; i < b->rows.n; i++) {
		const struct cell_list *pair = &b->rows.v[i].cells;

		emit(m, "<div><dt>");
		spans(m, p, &pair->v[0].lines);
		emit(m, "</dt>");
		for (size_t n = 0; pair->n > 1 && n < pair->v[1].lines.n; n++) {
			struct span_list one = { &pair->v[1].lines.v[n], 1, 1 };

			emit(m, "<dd>");
			spans(m, p, &one);
			emit(m, "</dd>");
		}
		emit(m, "</div>\n");
	}
	emit(m, "</dl>\n");
}

/*
 * A cell of marks: each mark with its words, then the lines that belong to it
 * until the next mark.
 */
static void marked_lines(struct markup *m, const struct paper *p,
                         const struct cell *c)
{
	bool open = false;

	for (size_t i = 0; i < c->lines.n; i++) {
		const struct span *s = &c->lines.v[i];
		bool head = signed_span(s) || !open;

		if (head && open)
			emit(m, "</span></span>");
		if (head) {
			emit(m, "<span class='j'>");
			signs(m, s);
			emit(m, "<span>");
			open = true;
		}
		emit(m, "<span class='%s'>", s->strong ? "k" : "w");
		words(m, p, s);
		emit(m, "</span>");
	}
	if (open)
		emit(m, "</span></span>");
}

static void plain_lines(struct markup *m, const struct paper *p,
                        const struct cell *c)
{
	if (c->lines.n == 1 && c->lines.v[0].tile != NULL) {
		emit(m, "<span class='goal'>");
		signs(m, &c->lines.v[0]);
		emit(m, "<span>");
		words(m, p, &c->lines.v[0]);
		emit(m, "</span></span>");
		return;
	}
	for (size_t i = 0; i < c->lines.n; i++) {
		struct span_list one = { &c->lines.v[i], 1, 1 };

		if (c->lines.n > 1)
			emit(m, "<div>");
		spans(m, p, &one);
		if (c->lines.n > 1)
			emit(m, "</div>");
	}
}

/* What a cell of marks looks like: unjudged, not chosen, or judged. */
static const char *cell_class(const struct cell *c)
{
	if (c->hatched)
		return "cell todo";
	return c->lines.n == 1 && c->lines.v[0].mark == MARK_NOT_CHOSEN ?
	       "cell out" : "cell";
}

static void cell(struct markup *m, const struct paper *p,
                 const struct cell *c, bool matrix)
{
	switch (c->kind) {
	case CELL_TEXT:
		if (!matrix) {
			emit(m, "<td>");
			plain_lines(m, p, c);
		} else {
			emit(m, "<td><span class='%s'>", cell_class(c));
			marked_lines(m, p, c);
			emit(m, "</span>");
		}
		emit(m, "</td>");
		return;
	case CELL_COLUMN:
		emit(m, "<th scope='col'>");
		break;
	case CELL_ROW:
		emit(m, "<th scope='row'>");
		break;
	case CELL_GROUP:
		break;
	}
	plain_lines(m, p, c);
	emit(m, "</th>");
}

static bool is_group(const struct table_row *row)
{
	return row->cells.n > 0 && row->cells.v[0].kind == CELL_GROUP;
}

static void row(struct markup *m, const struct paper *p,
                const struct block *b, size_t no, bool matrix)
{
	const struct table_row *r = &b->rows.v[no];

	if (is_group(r))
		emit(m, "<tr class='grp'><th colspan='%lld' scope='rowgroup'>",
		     (i64)table_columns(b));
	else
		emit(m, "<tr>");
	for (size_t i = 0; i < r->cells.n; i++)
		cell(m, p, &r->cells.v[i], matrix);
	emit(m, "</tr>\n");
}

static void table_rows(struct markup *m, const struct paper *p,
                       const struct block *b, bool matrix)
{
	bool open = false;

	if (b->head_rows > 0) {
		emit(m, "<thead>\n");
		for (size_t i = 0; i < b->head_rows && i < b->rows.n; i++)
			row(m, p, b, i, matrix);
		emit(m, "</thead>\n");
	}
	for (size_t i = b->head_rows; i < b->rows.n; i++) {
		if (is_group(&b->rows.v[i]) && open) {
			emit(m, "</tbody>\n");
			open = false;
		}
		if (!open)
			emit(m, "<tbody>\n");
		open = true;
		row(m, p, b, i, matrix);
	}
	if (open)
		emit(m, "</tbody>\n");
}

static void table(struct markup *m, const struct paper *p,
                  const struct block *b, int no)
{
	bool matrix = table_has_marks(b);

	emit(m, "<section class='%s' tabindex='0' "
	     "aria-labelledby='table-%d'",
	     matrix ? "scroll matrix" : "scroll", no);
	identity(m, b);
	emit(m, ">\n<table><caption id='table-%d'>", no);
	spans(m, p, &b->spans);
	emit(m, "</caption>\n");
	table_rows(m, p, b, matrix);
	emit(m, "</table></section>\n");
}

static void paragraph(struct markup *m, const struct paper *p,
                      const struct block *b)
{
	emit(m, b->kind == BLOCK_LEAD ? "<p class='lead'" : "<p");
	identity(m, b);
	emit(m, ">");
	spans(m, p, &b->spans);
	emit(m, "</p>\n");
}

static void quote(struct markup *m, const struct paper *p,
                  const struct block *b)
{
	emit(m, "<blockquote class='say'");
	identity(m, b);
	emit(m, ">");
	spans(m, p, &b->spans);
	emit(m, "</blockquote>\n");
}

void paper_html(const struct paper *p, struct markup *m, int top)
{
	int tables = 0;

	for (const struct block *b = p->first; b != NULL; b = b->next) {
		switch (b->kind) {
		case BLOCK_HEADING:
			heading(m, p, b, top);
			break;
		case BLOCK_PARAGRAPH:
		case BLOCK_LEAD:
			paragraph(m, p, b);
			break;
		case BLOCK_QUOTE:
			quote(m, p, b);
			break;
		case BLOCK_LIST:
		case BLOCK_NUMBERED:
			list(m, p, b);
			break;
		case BLOCK_FINDINGS:
			findings(m, p, b);
			break;
		case BLOCK_FACTS:
			facts(m, p, b);
			break;
		case BLOCK_TABLE:
			table(m, p, b, ++tables);
			break;
		}
	}
}

/*
 * Inside <style> nothing is escaped, so what comes there is written as it is;
 * the one thing it may not do is end the element.
 */
static void style(struct markup *m, const char *css)
{
	struct markup written = markup_in(m->mem);

	if (css == NULL)
		return;
	if (strcasestr(css, "</style") != NULL) {
		log_info("a style that ends its own element was left out");
		return;
	}
	written.text = arena_copy(m->mem, css);
	written.n = strlen(css);
	emit(m, "<style>\n");
	emit_markup(m, &written);
	emit(m, "</style>\n");
}

void paper_html_page(const struct paper *p, struct markup *m, const char *css)
{
	emit(m, "<!DOCTYPE html>\n<html lang='%s'>\n<head>\n"
	     "<meta charset='utf-8'>\n"
	     "<meta name='viewport' content='width=device-width'>\n"
	     "<title>%s</title>\n", p->language, p->title);
	if (p->subject != NULL)
		emit(m, "<meta name='description' content='%s'>\n",
		     p->subject);
	style(m, css);
	emit(m, "</head>\n<body>\n<main id='innehall'>\n");
	paper_html(p, m, 1);
	emit(m, "</main>\n");
	if (p->author != NULL)
		emit(m, "<footer class='foot'><div><p>%s</p></div></footer>\n",
		     p->author);
	emit(m, "</body>\n</html>\n");
}
