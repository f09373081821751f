#include <string.h>

#include "paper/inside.h"

bool link_safe(const char *link)
{
	static const char *const starts[] = {
		"#", "/", "https://", "http://", "mailto:",
	};

	for (size_t i = 0; link != NULL && i < COUNT(starts); i++) {
		if (strncmp(link, starts[i], strlen(starts[i])) == 0)
			return true;
	}
	return false;
}

static bool cell_has_mark(const struct cell *c)
{
	for (size_t i = 0; i < c->lines.n; i++) {
		if (c->lines.v[i].mark != MARK_NO_SIGN)
			return true;
	}
	return false;
}

static bool row_has_mark(const struct table_row *row)
{
	for (size_t i = 0; i < row->cells.n; i++) {
		if (cell_has_mark(&row->cells.v[i]))
			return true;
	}
	return false;
}

bool table_has_marks(const struct block *b)
{
	for (size_t i = 0; i < b->rows.n; i++) {
		if (row_has_mark(&b->rows.v[i]))
			return true;
	}
	return false;
}

size_t table_columns(const struct block *b)
{
	size_t most = 1;

	for (size_t i = 0; i < b->rows.n; i++) {
		const struct cell_list *cells = &b->rows.v[i].cells;

		if (cells->n > most)
			most = cells->n;
	}
	ASSERT(most <= COUNT(b->width));
	return most;
}

bool brand_has_logo(const struct brand *b)
{
	return b != NULL && b->logo.n > 0 && b->logo_wide > 0 &&
	       b->logo_high > 0;
}

bool span_signed(const struct span *s)
{
	return s->mark != MARK_NO_SIGN || s->tile != NULL;
}
