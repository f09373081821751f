/*
 * Text in runs: words, signs of marks and tiles, links and bookmarks. A sign is
 * a character on its ground or in its frame, with words after it: told apart
 * also in grey, and by those who listen.
 */
#include <string.h>

#include "base/text.h"
#include "paper/docx.h"

/* Ground, ink, frame: NULL is none. */
static const struct { const char *sign, *fill, *ink, *frame; } marks[] = {
	[MARK_DIRECT_POSITIVE]   = { "+", "542788", "FFFFFF", "single" },
	[MARK_INDIRECT_POSITIVE] = { "+", "CCC7E1", "000000", "dashed" },
	[MARK_INDIRECT_NEGATIVE] = { "−", "F8D19F", "000000", "dashed" },
	[MARK_DIRECT_NEGATIVE]   = { "−", "B35806", "FFFFFF", "single" },
	[MARK_POSITIVE]          = { "+", NULL, "542788", "single" },
	[MARK_NEGATIVE]          = { "−", NULL, "B35806", "single" },
	[MARK_NONE]              = { "0", NULL, "10232B", "single" },
	[MARK_GAP]               = { "?", NULL, "10232B", "double" },
	[MARK_UNJUDGED]          = { "\u00a0", NULL, "10232B", "dotted" },
	[MARK_NOT_CHOSEN]        = { "·", NULL, "43565F", NULL },
	[MARK_DIVIDED]           = { "≠", NULL, "10232B", "single" },
	[MARK_TICK]              = { "☐", NULL, "10232B", NULL },
};

static const struct { const char *fill, *ink; } tiles[] = {
	{ "DEF0F2", "000000" }, { "E5243B", "FFFFFF" }, { "DDA63A", "000000" },
	{ "4C9F38", "000000" }, { "C5192D", "FFFFFF" }, { "FF3A21", "000000" },
	{ "26BDE2", "000000" }, { "FCC30B", "000000" }, { "A21942", "FFFFFF" },
	{ "FD6925", "000000" }, { "DD1367", "FFFFFF" }, { "FD9D24", "000000" },
	{ "BF8B2E", "000000" }, { "3F7E44", "FFFFFF" }, { "0A97D9", "000000" },
	{ "56C02B", "000000" }, { "00689D", "FFFFFF" }, { "19486A", "FFFFFF" },
};

void docx_words(struct docx *d, struct markup *m, const char *text)
{
	while (*text != '\0') {
		size_t n = office_holds(text);

		if (n > 0)
			emit(m, "<w:t xml:space='preserve'>%s</w:t>",
			     arena_text(d->mem, text, n));
		text += n;
		if (*text == '\n')
			emit(m, "<w:br/>");
		else if (*text == '\t')
			emit(m, "<w:tab/>");
		text += (unsigned char)*text == 0xEF ? 3 : *text != '\0';
	}
}

static void put_tile(struct docx *d, const struct span *s)
{
	int colour = s->tile_colour > 0 && s->tile_colour < (int)COUNT(tiles) ?
	             s->tile_colour : 0;

	emit(&d->body, "<w:r><w:rPr><w:rStyle w:val='Sign'/>"
	     "<w:color w:val='%s'/><w:bdr w:val='single' w:sz='4' w:space='0'"
	     " w:color='10232B'/><w:shd w:val='clear' w:color='auto'"
	     " w:fill='%s'/></w:rPr>", tiles[colour].ink, tiles[colour].fill);
	docx_words(d, &d->body, arena_print(d->mem, "\u00a0%s\u00a0",
	                                    s->tile));
	emit(&d->body, "</w:r><w:r><w:t xml:space='preserve'>"
	     "\u00a0</w:t></w:r>");
}

static void put_mark(struct docx *d, enum paper_mark mark)
{
	emit(&d->body, "<w:r><w:rPr><w:rStyle w:val='Sign'/>"
	     "<w:color w:val='%s'/>", marks[mark].ink);
	if (marks[mark].frame != NULL)
		emit(&d->body, "<w:bdr w:val='%s' w:sz='6' w:space='0'"
		     " w:color='10232B'/>", marks[mark].frame);
	if (marks[mark].fill != NULL)
		emit(&d->body, "<w:shd w:val='clear' w:color='auto'"
		     " w:fill='%s'/>", marks[mark].fill);
	emit(&d->body, "</w:rPr>");
	docx_words(d, &d->body, arena_print(d->mem, "\u00a0%s\u00a0",
	                                    marks[mark].sign));
	emit(&d->body, "</w:r><w:r><w:t xml:space='preserve'>"
	     "\u00a0</w:t></w:r>");
}

void docx_signs(struct docx *d, const struct span *s)
{
	if (s->tile != NULL)
		put_tile(d, s);
	if (s->mark != MARK_NO_SIGN)
		put_mark(d, s->mark);
}

/* -- links --------------------------------------------------------------- */

/* A bookmark is known by its number: names there are short and plain. */
static size_t anchor_no(const struct docx *d, const char *anchor)
{
	for (size_t i = 0; i < d->anchors.n; i++) {
		if (strcmp(d->anchors.v[i], anchor) == 0)
			return i + 1;
	}
	return 0;
}

void docx_anchor(struct docx *d, const char *anchor)
{
	size_t no = anchor == NULL ? 0 : anchor_no(d, anchor);

	if (no == 0)
		return;
	emit(&d->body, "<w:bookmarkStart w:id='%lld' w:name='place_%lld'/>"
	     "<w:bookmarkEnd w:id='%lld'/>", (i64)no, (i64)no, (i64)no);
}

/* The number of the relationship with this target; each target has one. */
static int target_no(struct docx *d, const char *link)
{
	const char *plain = office_address(d->mem, link);

	for (size_t i = 0; i < d->targets.n; i++) {
		if (strcmp(d->targets.v[i].to, plain) == 0)
			return d->targets.v[i].no;
	}
	*PUSH(d->mem, &d->targets) = (struct docx_target){
		plain, ++d->relations
	};
	emit(&d->links, "<Relationship Id='rId%d' Type='" OFFICE_RELATION
	     "hyperlink' Target='%s' TargetMode='External'/>\n", d->relations,
	     plain);
	return d->relations;
}

/* Opens a link if there is one that leads somewhere from here. */
static bool open_link(struct docx *d, const struct span *s)
{
	if (!link_safe(s->link) || s->link[0] == '/')
		return false;
	if (s->link[0] != '#') {
		emit(&d->body, "<w:hyperlink r:id='rId%d'>",
		     target_no(d, s->link));
		return true;
	}
	if (anchor_no(d, s->link + 1) == 0)
		return false;
	emit(&d->body, "<w:hyperlink w:anchor='place_%lld'>",
	     (i64)anchor_no(d, s->link + 1));
	return true;
}

void docx_span(struct docx *d, const struct span *s)
{
	bool link = open_link(d, s);

	emit(&d->body, "<w:r>");
	if (link)
		emit(&d->body, "<w:rPr><w:rStyle w:val='Hyperlink'/>");
	else if (s->strong)
		emit(&d->body, "<w:rPr><w:rStyle w:val='Strong'/>");
	if (link && s->strong)
		emit(&d->body, "<w:b/><w:bCs/>");
	if (link || s->strong)
		emit(&d->body, "</w:rPr>");
	docx_words(d, &d->body, or_empty(s->text));
	emit(&d->body, "</w:r>");
	if (link)
		emit(&d->body, "</w:hyperlink>");
}

void docx_spans(struct docx *d, const struct span *spans, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		docx_signs(d, &spans[i]);
		docx_span(d, &spans[i]);
	}
}

void docx_open(struct docx *d, const char *style)
{
	emit(&d->body, "<w:p><w:pPr><w:pStyle w:val='%s'/></w:pPr>", style);
}

void docx_close(struct docx *d)
{
	emit(&d->body, "</w:p>\n");
}
