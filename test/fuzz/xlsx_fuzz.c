/* Any file as a workbook, and any text as its sheet, its strings and its list of
 * sheets; and any as a DOCX's document. What is read is text within limits. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/docx_read.h"
#include "kit/icu.h"
#include "kit/xlsx_read.h"
#include "kit/zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define BOOK "<workbook><sheets><sheet name='A' r:id='x'/></sheets></workbook>"
#define LINKS "<a><Relationship Id='x' Target='a.xml'/></a>"
#define STRINGS "<sst><si><t>Fynd</t></si><si><t>P1</t></si></sst>"

static void add(struct arena *mem, struct zip_parts *all, const char *name,
                const void *v, size_t n)
{
	*PUSH(mem, all) = (struct zip_part){ name, { v, n } };
}

/* The sheet up to a line "---", and the shared strings after it. */
static struct bytes around(struct arena *mem, const uint8_t *in, size_t n,
                           bool book)
{
	struct zip_parts all = {0};
	const uint8_t *cut = n == 0 ? NULL : memmem(in, n, "\n---\n", 5);
	size_t first = cut == NULL ? n : (size_t)(cut - in);

	if (book)
		add(mem, &all, "xl/workbook.xml", in, first);
	else
		add(mem, &all, "xl/workbook.xml", BOOK, sizeof BOOK - 1);
	add(mem, &all, "xl/_rels/workbook.xml.rels", LINKS,
	    sizeof LINKS - 1);
	if (cut == NULL)
		add(mem, &all, "xl/sharedStrings.xml", STRINGS,
		    sizeof STRINGS - 1);
	else
		add(mem, &all, "xl/sharedStrings.xml", cut + 5,
		    n - first - 5);
	add(mem, &all, "xl/a.xml", in, first);
	add(mem, &all, "word/document.xml", in, first);
	return zip_pack(mem, &all);
}

static void check_text(struct arena *mem, const char *text)
{
	ASSERT(text_valid(text, strlen(text)));
	ASSERT(same(text_normal(mem, text), text));
}

#ifdef PLANTED_BUG
static void fill(const struct sheet_row *row)
{
	char *volatile little = malloc(4);

	for (size_t i = 0; i < row->cells.n; i++)
		little[i] = *row->cells.v[i].text;
	free(little);
}
#endif

static void check_row(struct arena *mem, const struct sheet_row *row)
{
	ASSERT(row->cells.n > 0 && row->cells.n <= XLSX_MOST_COLUMNS);
	ASSERT(*row->cells.v[row->cells.n - 1].text != '\0');
	for (size_t i = 0; i < row->cells.n; i++) {
		check_text(mem, row->cells.v[i].text);
		ASSERT(text_clean(row->cells.v[i].text));
	}
#ifdef PLANTED_BUG
	fill(row);
#endif
}

static void read_it(struct arena *mem, struct bytes in)
{
	struct sheet_list all = {0};
	char *text = NULL;

	if (xlsx_read(mem, in, &all) == OK)
		for (size_t i = 0; i < all.n; i++) {
			ASSERT(all.v[i].rows.n <= XLSX_MOST_ROWS);
			for (size_t k = 0; k < all.v[i].rows.n; k++)
				check_row(mem, &all.v[i].rows.v[k]);
		}
	if (docx_read(mem, in, &text) == OK)
		check_text(mem, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *in, size_t n)
{
	struct arena *mem = arena_new();

	read_it(mem, (struct bytes){ in, n });
	read_it(mem, around(mem, in, n, false));
	read_it(mem, around(mem, in, n, true));
	arena_free(mem);
	return 0;
}
