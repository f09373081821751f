/*
 * A paper as HTML, with the classes of the style sheet. No style attribute, no
 * script; a mark's sign is hidden from those who listen, since its words stand
 * beside it.
 */
#include <string.h>

#include "paper/figure_inside.h"
#include "paper/html.h"

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
	[MARK_TICK]              = { "eff tickbox", "" },
};

/* The square of a goal and the sign of its mark, before the words. */
void html_signs(struct markup *m, const struct span *s)
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

void html_words(struct markup *m, const struct paper *p,
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

void html_spans(struct markup *m, const struct paper *p,
                  const struct span_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct span *s = &list->v[i];

		if (!span_signed(s)) {
			html_words(m, p, s);
			continue;
		}
		emit(m, "<span class='effl'>");
		html_signs(m, s);
		emit(m, "<span>");
		html_words(m, p, s);
		emit(m, "</span></span>");
	}
}

void html_identity(struct markup *m, const struct block *b)
{
	if (b->anchor != NULL)
		emit(m, " id='%s'", b->anchor);
}

static void heading(struct markup *m, const struct paper *p,
                    const struct block *b, int top)
{
	int level = b->level + top - 1 > 6 ? 6 : b->level + top - 1;

	emit(m, "<h%d", level);
	html_identity(m, b);
	emit(m, ">");
	html_spans(m, p, &b->spans);
	emit(m, "</h%d>\n", level);
}

static void list(struct markup *m, const struct paper *p,
                 const struct block *b)
{
	const char *tag = b->kind == BLOCK_NUMBERED ? "ol" : "ul";

	emit(m, "<%s", tag);
	html_identity(m, b);
	emit(m, ">\n");
	for (const struct block *i = b->child; i != NULL; i = i->next) {
		emit(m, "<li");
		html_identity(m, i);
		emit(m, ">");
		html_spans(m, p, &i->spans);
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

		if (!span_signed(s))
			continue;
		emit(m, n++ == 0 ? "<ul class='marks'><li>" : "<li>");
		html_signs(m, s);
		emit(m, "<span>");
		html_words(m, p, s);
		emit(m, "</span></li>");
	}
	if (n > 0)
		emit(m, "</ul>");
}

static void html_label(struct markup *m, const struct block *item)
{
	if (item->label_link == NULL)
		emit(m, "<b class='fn'>%s</b>", item->label);
	else
		emit(m, "<a class='fn' href='%s'>%s</a>", item->label_link,
		     item->label);
}

static void findings(struct markup *m, const struct paper *p,
                     const struct block *b)
{
	emit(m, "<ol class='fynd'>\n");
	for (const struct block *item = b->child; item; item = item->next) {
		emit(m, "<li");
		html_identity(m, item);
		emit(m, ">");
		html_label(m, item);
		emit(m, "<div><p class='s'>");
		for (size_t i = 0; i < item->spans.n; i++) {
			if (!span_signed(&item->spans.v[i]))
				html_words(m, p, &item->spans.v[i]);
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
		html_spans(m, p, &pair->v[0].lines);
		emit(m, "</dt>");
		for (size_t n = 0; pair->n > 1 && n < pair->v[1].lines.n; n++) {
			struct span_list one = { &pair->v[1].lines.v[n], 1, 1 };

			emit(m, "<dd>");
			html_spans(m, p, &one);
			emit(m, "</dd>");
		}
		emit(m, "</div>\n");
	}
	emit(m, "</dl>\n");
}

static void paragraph(struct markup *m, const struct paper *p,
                      const struct block *b)
{
	emit(m, b->kind == BLOCK_LEAD ? "<p class='lead'" : "<p");
	html_identity(m, b);
	emit(m, ">");
	html_spans(m, p, &b->spans);
	emit(m, "</p>\n");
}

static void quote(struct markup *m, const struct paper *p,
                  const struct block *b)
{
	emit(m, "<blockquote class='say'");
	html_identity(m, b);
	emit(m, ">");
	html_spans(m, p, &b->spans);
	emit(m, "</blockquote>\n");
}

/* Nothing is written here: the lines are for those who see them. */
static void lines(struct markup *m, const struct paper *p,
                  const struct block *b)
{
	paragraph(m, p, b);
	for (int i = 0; i < b->lines; i++)
		emit(m, "<div class='ruled' aria-hidden='true'></div>\n");
}

/* It scrolls within its own room rather than becoming too small to read. */
static void figure(struct markup *m, const struct figure *f, bool alone)
{
	emit(m, "<figure class='fig'>\n<figcaption><strong>%s</strong> %s"
	     "</figcaption>\n<section class='scroll' aria-label='%s'"
	     " tabindex='0'>", f->title, f->finding, f->title);
	if (alone)
		figure_svg_alone(f, m);
	else
		figure_svg(f, m);
	emit(m, "</section>\n</figure>\n");
}

void figure_html(const struct figure *f, struct markup *m)
{
	figure(m, f, false);
}

static void blocks(const struct paper *p, struct markup *m, int top,
                   bool alone)
{
	int tables = 0;

	html_logo(m, p);
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
			html_table(m, p, b, ++tables);
			break;
		case BLOCK_FIGURE:
			figure(m, b->figure, alone);
			break;
		case BLOCK_LINES:
			lines(m, p, b);
			break;
		}
	}
}

void paper_html(const struct paper *p, struct markup *m, int top)
{
	blocks(p, m, top, false);
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
	html_colours(m, p);
	emit(m, "</head>\n<body>\n<main id='innehall'>\n");
	blocks(p, m, 1, true);
	emit(m, "</main>\n");
	if (p->author != NULL)
		emit(m, "<footer class='foot'><div><p>%s</p></div></footer>\n",
		     p->author);
	emit(m, "</body>\n</html>\n");
}
