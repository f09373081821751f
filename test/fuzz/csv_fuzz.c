/* Any file as comma separated values; what was read can be written and read. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/csv.h"
#include "kit/icu.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void check_cell(struct arena *mem, const char *cell)
{
	ASSERT(text_valid(cell, strlen(cell)) && text_clean(cell));
	ASSERT(same(text_normal(mem, cell), cell));
	ASSERT(same(text_trim(mem, cell), cell));
}

/* A first row of our own: no cell stands where a byte order mark would. */
static char *written(struct arena *mem, const struct csv *all)
{
	char *text = arena_copy(mem, "a;b\n");

	for (size_t i = 0; i < all->n; i++) {
		const struct text_list *cells = &all->v[i].cells;

		for (size_t j = 0; j < cells->n; j++)
			text = arena_print(mem, "%s%s%s", text,
			                   j == 0 ? "" : ";",
			                   csv_cell(mem, cells->v[j]));
		text = arena_print(mem, "%s\n", text);
	}
	return text;
}

/* The same, but for the quote before what would run. */
static void check_same(const struct text_list *a, const struct text_list *b)
{
	ASSERT(a->n == b->n);
	for (size_t i = 0; i < a->n; i++) {
		const char *read = b->v[i];

		if (*read == '\'' && *a->v[i] != '\'')
			read++;
		ASSERT(same(a->v[i], read));
	}
}

#ifdef PLANTED_BUG
static void fill(const struct text_list *cells)
{
	const char **volatile row = calloc(8, sizeof *row);

	for (size_t i = 0; i < cells->n; i++)
		row[i] = cells->v[i];
	free(row);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	struct csv all = csv_read(mem, (struct bytes){ bytes, n }), again;
	char *text = written(mem, &all);

	for (size_t i = 0; i < all.n; i++) {
		ASSERT(i == 0 || all.v[i - 1].line <= all.v[i].line);
		for (size_t j = 0; j < all.v[i].cells.n; j++)
			check_cell(mem, all.v[i].cells.v[j]);
#ifdef PLANTED_BUG
		fill(&all.v[i].cells);
#endif
	}
	again = csv_read(mem, (struct bytes){ text, strlen(text) });
	ASSERT(again.wrong_line == 0 && again.n == all.n + 1);
	for (size_t i = 0; i < all.n; i++)
		check_same(&all.v[i].cells, &again.v[i + 1].cells);
	arena_free(mem);
	return 0;
}
