/*
 * Tables as HTML: plain ones, and those of marks.
 */
#include "paper/html.h"

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
		bool head = span_signed(s) || !open;

		if (head && open)
			emit(m, "</span></span>");
		if (head) {
			emit(m, "<span class='j'>");
			html_signs(m, s);
			emit(m, "<span>");
			open = true;
		}
		emit(m, "<span class='%s'>", s->strong ? "k" : "w");
		html_words(m, p, s);
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
		html_signs(m, &c->lines.v[0]);
		emit(m, "<span>");
		html_words(m, p, &c->lines.v[0]);
		emit(m, "</span></span>");
		return;
	}
	for (size_t i = 0; i < c->lines.n; i++) {
		struct span_list one = { &c->lines.v[i], 1, 1 };

		if (c->lines.n > 1)
			emit(m, "<div>");
		html_spans(m, p, &one);
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

/* The head of its column stands before a cell where rows become lists. */
static void plain_cell(struct markup *m, const struct paper *p,
                       const struct cell *c, const struct cell *head)
{
	emit(m, "<td");
	if ((p->large || p->stacked) && head != NULL && head->lines.n > 0)
		emit(m, " data-l='%s'", head->lines.v[0].text);
	emit(m, ">");
	plain_lines(m, p, c);
}

static void cell(struct markup *m, const struct paper *p,
                 const struct cell *c, bool matrix, const struct cell *head)
{
	switch (c->kind) {
	case CELL_TEXT:
		if (!matrix) {
			plain_cell(m, p, c, head);
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
	const struct cell_list *heads = b->head_rows > 0 ?
		&b->rows.v[0].cells : NULL;

	if (is_group(r))
		emit(m, "<tr class='grp'><th colspan='%lld' scope='rowgroup'>",
		     (i64)table_columns(b));
	else
		emit(m, "<tr>");
	for (size_t i = 0; i < r->cells.n; i++)
		cell(m, p, &r->cells.v[i], matrix, heads != NULL &&
		     i < heads->n ? &heads->v[i] : NULL);
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

void html_table(struct markup *m, const struct paper *p,
                  const struct block *b, int no)
{
	bool matrix = !p->stacked && table_has_marks(b);

	emit(m, "<section class='%s' tabindex='0' "
	     "aria-labelledby='table-%d'",
	     p->stacked ? "scroll stack diff" :
	     matrix ? "scroll matrix" :
	     p->large ? "scroll stack" : "scroll", no);
	html_identity(m, b);
	emit(m, ">\n<table><caption");
	if (b->quiet)
		emit(m, " class='vh'");
	emit(m, " id='table-%d'>", no);
	html_spans(m, p, &b->spans);
	emit(m, "</caption>\n");
	table_rows(m, p, b, matrix);
	emit(m, "</table></section>\n");
}

