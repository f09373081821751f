/*
 * Blocks as paragraphs in their styles, in reading order.
 */
#include "base/text.h"
#include "paper/docx.h"

enum { DEEPEST = 4 };

static const char *heading_style(const struct docx *d, const struct block *b)
{
	static const char *const styles[] = {
		"Title", "Heading1", "Heading2", "Heading3", "Heading4",
	};
	int level = b->level - d->shift;

	return styles[level < 0 ? 0 : level > DEEPEST ? DEEPEST : level];
}

static void heading(struct docx *d, const struct block *b)
{
	emit(&d->body, "<w:p><w:pPr><w:pStyle w:val='%s'/>",
	     heading_style(d, b));
	if (b->new_page && b != d->paper->first)
		emit(&d->body, "<w:pageBreakBefore/>");
	emit(&d->body, "</w:pPr>");
	docx_anchor(d, b->anchor);
	docx_spans(d, b->spans.v, b->spans.n);
	docx_close(d);
}

static void paragraph(struct docx *d, const struct block *b, const char *style)
{
	docx_open(d, style);
	docx_anchor(d, b->anchor);
	docx_spans(d, b->spans.v, b->spans.n);
	docx_close(d);
}

static void list(struct docx *d, const struct block *b)
{
	bool numbered = b->kind == BLOCK_NUMBERED;

	d->numbered += numbered;
	for (const struct block *i = b->child; i != NULL; i = i->next) {
		emit(&d->body, "<w:p><w:pPr><w:pStyle w:val='%s'/><w:numPr>"
		     "<w:ilvl w:val='0'/><w:numId w:val='%d'/></w:numPr>"
		     "</w:pPr>", numbered ? "ListNumber" : "ListBullet",
		     numbered ? d->numbered + 2 : 1);
		docx_anchor(d, i == b->child ? b->anchor : NULL);
		docx_anchor(d, i->anchor);
		docx_spans(d, i->spans.v, i->spans.n);
		docx_close(d);
	}
}

static void finding(struct docx *d, const struct block *item)
{
	docx_open(d, "Finding");
	docx_anchor(d, item->anchor);
	if (item->label != NULL) {
		emit(&d->body, "<w:r><w:rPr><w:rStyle w:val='Label'/>"
		     "</w:rPr>");
		docx_words(d, &d->body, item->label);
		emit(&d->body, "</w:r>");
	}
	emit(&d->body, "<w:r><w:tab/></w:r>");
	for (size_t i = 0; i < item->spans.n; i++) {
		if (!span_signed(&item->spans.v[i]))
			docx_span(d, &item->spans.v[i]);
	}
	docx_close(d);
	for (size_t i = 0; i < item->spans.n; i++) {
		if (!span_signed(&item->spans.v[i]))
			continue;
		docx_open(d, "FindingMark");
		docx_spans(d, &item->spans.v[i], 1);
		docx_close(d);
	}
}

static void lines(struct docx *d, const struct block *b)
{
	emit(&d->body, "<w:p><w:pPr><w:pStyle w:val='Normal'/><w:keepNext/>"
	     "</w:pPr>");
	docx_anchor(d, b->anchor);
	docx_spans(d, b->spans.v, b->spans.n);
	docx_close(d);
	for (int i = 0; i < b->lines; i++) {
		docx_open(d, "WriteHere");
		docx_close(d);
	}
}

static enum status block(struct docx *d, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		heading(d, b);
		break;
	case BLOCK_PARAGRAPH:
		paragraph(d, b, "Normal");
		break;
	case BLOCK_LEAD:
		paragraph(d, b, "Lead");
		break;
	case BLOCK_QUOTE:
		paragraph(d, b, "Quote");
		break;
	case BLOCK_LIST:
	case BLOCK_NUMBERED:
		list(d, b);
		break;
	case BLOCK_FINDINGS:
		docx_anchor(d, b->anchor);
		for (const struct block *i = b->child; i; i = i->next)
			finding(d, i);
		break;
	case BLOCK_FACTS:
		docx_facts(d, b);
		break;
	case BLOCK_TABLE:
		docx_table(d, b);
		break;
	case BLOCK_LINES:
		lines(d, b);
		break;
	case BLOCK_FIGURE:
		return docx_figure(d, b);
	}
	return OK;
}

enum status docx_blocks(struct docx *d)
{
	for (const struct block *b = d->paper->first; b != NULL; b = b->next)
		TRY(block(d, b));
	return OK;
}
