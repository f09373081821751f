/*
 * Blocks laid on pages, in reading order. A heading stays with what follows
 * it, and no page begins or ends with a single line of a paragraph.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "paper/pdf.h"

enum {
	MARGIN = 51, TOP = 70, BOTTOM = 64, TOP_LARGE = 56, BOTTOM_LARGE = 54,
	MEASURE = 440,          /* no line of text is longer */
	WRITE = 20,             /* from line to line, for a hand: 7 mm */
	INDENT = 16, LABEL = 34, QUOTE = 14,
};

static const struct style body = { 10.5, 15, 0, 0, 0, INK };
static const struct style lead = { 13, 19, 0, 0, 0, INK_SOFT };
static const struct style said = { 13, 18, 1, 0, 0, INK };
static const struct style label = { 10.5, 15, 0, 1, 1, ACCENT };
static const struct style marks = { 9.5, 18, 0, 0, 0, INK_SOFT };

struct heading {
	struct style style;
	double       before, after;
};
static const struct heading headings[] = {
	{ { 24, 29, 1, 0, 0, TITLE }, 30, 12 },
	{ { 15.5, 20, 1, 0, 0, TITLE }, 26, 8 },
	{ { 12, 16, 0, 1, 0, TITLE }, 16, 4 },
	{ { 10.5, 15, 0, 1, 0, INK_SOFT }, 12, 2 },
};

/* A large paper is one page: what it has to say stands close. */
static const struct heading large[] = {
	{ { 19, 23, 1, 0, 0, TITLE }, 0, 6 },
	{ { 13, 17, 1, 0, 0, TITLE }, 9, 3 },
	{ { 12, 15, 0, 1, 0, TITLE }, 6, 2 },
	{ { 11.5, 15, 0, 1, 0, INK_SOFT }, 6, 2 },
};

static const struct heading *heading_at(const struct sheet *s, int level)
{
	int i = (level > 4 ? 4 : level) - 1;

	return s->paper->large ? &large[i] : &headings[i];
}

static double measure(const struct sheet *s)
{
	if (s->paper->large)
		return s->right - s->left;
	return fmin(s->right - s->left, MEASURE);
}

static void flow(struct sheet *s, const struct span_list *spans,
                 const struct style *style, struct element *in, double indent)
{
	struct text t = text_set(s, spans->v, spans->n, style,
	                         measure(s) - indent, false);

	text_flow(s, &t, text_elements(s, in, spans->v, spans->n),
	          s->left + indent);
}

/* What must follow a heading on its page. */
static double follows(struct sheet *s, const struct block *b)
{
	const struct heading *h;

	if (b == NULL)
		return 0;
	switch (b->kind) {
	case BLOCK_HEADING:
		h = heading_at(s, b->level);
		return h->before + h->style.leading + h->after +
		       follows(s, b->next);
	case BLOCK_TABLE:
		return table_start(s, b);
	case BLOCK_FIGURE:
		return fmin(figure_high(s, b->figure),
		            s->bottom - s->top - 110);
	case BLOCK_PARAGRAPH:
	case BLOCK_LEAD:
	case BLOCK_QUOTE:
	case BLOCK_LIST:
	case BLOCK_NUMBERED:
	case BLOCK_FINDINGS:
	case BLOCK_FACTS:
	case BLOCK_LINES:
		break;
	}
	return 48;
}

static void lay_heading(struct sheet *s, const struct block *b)
{
	static const char *const roles[] = { "H1", "H2", "H3", "H4" };
	const struct heading *h = heading_at(s, b->level);
	int i = (b->level > 4 ? 4 : b->level) - 1;
	struct element *e;
	struct text t = text_set(s, b->spans.v, b->spans.n, &h->style,
	                         measure(s), false);

	if (b->new_page && s->y > s->top)
		page_new(s);
	page_need(s, h->before + text_high(&t) + h->after +
	     fmax(b->room, follows(s, b->next)));
	page_space(s, h->before);
	if (b->level <= 2)
		s->section = element_new(s, s->root, "Sect");
	e = element_new(s, s->section, roles[i]);
	place_add(s, b, b->level);
	text_flow(s, &t, text_elements(s, e, b->spans.v, b->spans.n),
	          s->left);
	s->y += h->after;
}

static void lay_paragraph(struct sheet *s, const struct block *b,
                          const struct style *style)
{
	page_need(s, 2 * style->leading);
	place_add(s, b, 0);
	flow(s, &b->spans, style, element_new(s, s->section, "P"), 0);
	s->y += 7;
}

/* The label and its lines are never parted: an empty line says nothing. */
static void lay_lines(struct sheet *s, const struct block *b)
{
	page_need(s, body.leading + b->lines * WRITE);
	flow(s, &b->spans, &body, element_new(s, s->section, "P"), 0);
	for (int i = 0; i < b->lines; i++) {
		page_need(s, WRITE);
		s->y += WRITE;
		ink_box(s, EDGE, s->left, s->y - 1, s->right - s->left, 0.6);
	}
	s->y += 3;
}

/* The rule beside what is asked follows it over the pages. */
static void lay_quote(struct sheet *s, const struct block *b)
{
	struct element *e = element_new(s, s->section, "BlockQuote");
	struct text t = text_set(s, b->spans.v, b->spans.n, &said,
	                         measure(s) - QUOTE, false);
	struct element **each;

	page_space(s, 6);
	page_need(s, text_together(&t, 0));
	place_add(s, b, 0);
	each = text_elements(s, element_new(s, e, "P"), b->spans.v,
	                     b->spans.n);
	for (size_t i = 0; i < t.lines.n; i++) {
		page_need(s, text_together(&t, i));
		ink_box(s, RULE, s->left, s->y, 3, said.leading);
		line_put(s, &t, i, each, s->left + QUOTE, s->y);
		s->y += said.leading;
	}
	s->y += 12;
}

static void put_label(struct sheet *s, const char *text,
                      const struct style *style, struct element *in)
{
	struct span one = { .text = text };
	struct text t = text_set(s, &one, 1, style, -1, true);

	line_put(s, &t, 0, &in, s->left, s->y);
}

static void lay_list(struct sheet *s, const struct block *b)
{
	struct element *list = element_new(s, s->section, "L");
	int no = 0;

	list->numbering = b->kind == BLOCK_LIST ? "Disc" : "Decimal";
	place_add(s, b, 0);
	for (const struct block *i = b->child; i != NULL; i = i->next) {
		struct element *item = element_new(s, list, "LI");
		const char *sign = b->kind == BLOCK_LIST ? "•" :
		                   arena_print(s->mem, "%d.", ++no);
		double indent = no > 9 ? INDENT + 6 : INDENT;

		page_need(s, 2 * body.leading);
		place_add(s, i, 0);
		put_label(s, sign, &body, element_new(s, item, "Lbl"));
		flow(s, &i->spans, &body, element_new(s, item, "LBody"),
		     indent);
		s->y += 3;
	}
	s->y += 5;
}

static struct span_list sentence_of(struct sheet *s, const struct block *b)
{
	struct span_list part = {0};

	for (size_t i = 0; i < b->spans.n; i++) {
		if (!span_signed(&b->spans.v[i]))
			*PUSH(s->mem, &part) = b->spans.v[i];
	}
	return part;
}

/* One mark with its words, after the one before it or on a line of its own. */
static void put_finding_mark(struct sheet *s, const struct span *span,
                             struct element *in, double *x)
{
	double from = s->left + LABEL;
	double signs = (span->tile == NULL ? 0 :
	                tile_wide(span->tile) + TILE_GAP) +
	               (span->mark == MARK_NO_SIGN ? 0 : SIGN_STEP + 1);
	struct text t = text_set(s, span, 1, &marks, s->right - from - signs,
	                         true);
	struct element **each = text_elements(s, in, span, 1);

	if (*x > from && *x + signs + text_wide(&t, 0) > s->right) {
		s->y += marks.leading;
		*x = from;
	}
	ink_signs(s, span, each[0], *x, s->y + (marks.leading - SIGN) / 2);
	for (size_t i = 0; i < t.lines.n; i++) {
		s->y += i > 0 ? marks.leading : 0;
		line_put(s, &t, i, each, *x + signs, s->y);
	}
	*x += signs + text_wide(&t, t.lines.n - 1) + 16;
}

static void put_finding_marks(struct sheet *s, const struct block *b,
                              struct element *says)
{
	struct element *list = element_new(s, says, "P");
	double x = s->left + LABEL;

	for (size_t i = 0; i < b->spans.n; i++) {
		if (span_signed(&b->spans.v[i]))
			put_finding_mark(s, &b->spans.v[i],
			                 element_new(s, list, "Span"), &x);
	}
	if (list->parts.n > 0)
		s->y += marks.leading;
}

/* How high its marks may become, one to a line: enough to keep it whole. */
static double marks_high(const struct block *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->spans.n; i++)
		n += span_signed(&b->spans.v[i]);
	return (double)n * marks.leading;
}

static void lay_finding(struct sheet *s, const struct block *b,
                        struct element *list)
{
	struct element *item = element_new(s, list, "LI"), *says;
	struct span_list sentence = sentence_of(s, b);
	double width = s->right - s->left - LABEL;
	struct text t = text_set(s, sentence.v, sentence.n, &body,
	                         fmin(width, MEASURE), false);

	page_need(s, 12 + fmin(text_high(&t), 200) + marks_high(b));
	ink_box(s, LINE, s->left, s->y, s->right - s->left, 0.6);
	s->y += 6;
	place_add(s, b, 0);
	put_label(s, b->label == NULL ? "" : b->label, &label,
	          element_new(s, item, "Lbl"));
	says = element_new(s, item, "LBody");
	text_flow(s, &t, text_elements(s, element_new(s, says, "P"),
	          sentence.v, sentence.n), s->left + LABEL);
	page_need(s, marks_high(b));
	put_finding_marks(s, b, says);
	s->y += 6;
}

static void lay_findings(struct sheet *s, const struct block *b)
{
	struct element *list = element_new(s, s->section, "L");

	list->numbering = "Decimal";
	page_space(s, 4);
	for (const struct block *i = b->child; i != NULL; i = i->next)
		lay_finding(s, i, list);
	ink_box(s, LINE, s->left, s->y, s->right - s->left, 0.6);
	s->y += 10;
}

static void lay_block(struct sheet *s, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		lay_heading(s, b);
		break;
	case BLOCK_PARAGRAPH:
		lay_paragraph(s, b, &body);
		break;
	case BLOCK_LEAD:
		lay_paragraph(s, b, &lead);
		break;
	case BLOCK_QUOTE:
		lay_quote(s, b);
		break;
	case BLOCK_LIST:
	case BLOCK_NUMBERED:
		lay_list(s, b);
		break;
	case BLOCK_FINDINGS:
		lay_findings(s, b);
		break;
	case BLOCK_FACTS:
		lay_facts(s, b);
		break;
	case BLOCK_TABLE:
		lay_table(s, b);
		break;
	case BLOCK_FIGURE:
		lay_figure(s, b);
		break;
	case BLOCK_LINES:
		lay_lines(s, b);
		break;
	}
}

void lay_out(struct sheet *s)
{
	s->left = MARGIN;
	s->right = s->wide - MARGIN;
	s->top = s->paper->large ? TOP_LARGE : TOP;
	s->bottom = s->high - (s->paper->large ? BOTTOM_LARGE : BOTTOM);
	s->root = element_new(s, NULL, "Document");
	s->section = s->root;
	page_new(s);
	lay_head(s);
	for (const struct block *b = s->paper->first; b != NULL; b = b->next)
		lay_block(s, b);
	lay_running(s);
}
