#include <string.h>

#include <csv.h>

#include "base/text.h"
#include "kit/csv.h"
#include "kit/icu.h"

enum {
	MOST_BYTES = 20 * 1024 * 1024,
	MOST_ROWS  = 100 * 1000,
	MOST_CELLS = 200,
};

struct reading {
	struct arena  *mem;
	struct arena  *scratch;         /* ends with each line */
	struct csv     all;
	struct csv_row row;             /* being read */
	bool           open;            /* it has begun and not ended */
	bool           says;            /* a cell of it is not empty */
};

/* Cells come from the library as bytes; the text was checked as a whole. */
static void cell(void *bytes, size_t n, void *context)
{
	struct reading *r = context;
	const char *text;

	if (r->row.cells.n == MOST_CELLS)
		r->all.wrong_line = r->row.line;
	if (r->all.wrong_line != 0)
		return;
	text = text_trim(r->scratch, arena_text(r->scratch, bytes, n));
	if (!text_clean(text))
		r->all.wrong_line = r->row.line;
	r->says = r->says || *text != '\0';
	*PUSH(r->mem, &r->row.cells) =
		*text == '\0' ? "" : text_normal(r->mem, text);
}

static void end_of_row(int last, void *context)
{
	struct reading *r = context;

	(void)last;
	if (r->says && r->all.n == MOST_ROWS)
		r->all.wrong_line = r->row.line;
	if (r->all.wrong_line != 0)
		return;
	if (r->says)
		*PUSH(r->mem, &r->all) = r->row;
	r->row = (struct csv_row){ .line = r->row.line };
	r->open = r->says = false;
}

/* Length of the line with its ending; a CR alone ends one too. */
static size_t line_length(const char *text, size_t n)
{
	size_t i = 0;

	while (i < n && text[i] != '\n' && text[i] != '\r')
		i++;
	if (i + 1 < n && text[i] == '\r' && text[i + 1] == '\n')
		i++;
	return i < n ? i + 1 : n;
}

static bool blank(const char *text, size_t n)
{
	while (n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL)
		n--;
	return n == 0;
}

/* The separator the first line has most of, outside quotes; ; before others. */
static unsigned char separator(const char *text, size_t n)
{
	static const char known[] = ";,\t";
	size_t seen[3] = {0}, best = 0;
	bool quoted = false;

	for (size_t i = 0; i < n; i++) {
		const char *at = strchr(known, text[i]);

		if (!quoted && (text[i] == '\n' || text[i] == '\r'))
			break;
		if (text[i] == '"')
			quoted = !quoted;
		else if (!quoted && at != NULL)
			seen[at - known]++;
	}
	for (size_t i = 1; i < 3; i++) {
		if (seen[i] > seen[best])
			best = i;
	}
	return (unsigned char)known[best];
}

/*
 * Line by line, because the library does not count them. A row may go on over
 * several lines inside quotes; blank lines between rows are nothing.
 */
static void read_lines(struct csv_parser *p, struct reading *r,
                       const char *text, size_t n)
{
	i64 line = 1;

	for (; n > 0 && r->all.wrong_line == 0; line++) {
		size_t length = line_length(text, n);

		if (!r->open)
			r->row.line = line;
		if (r->open || !blank(text, length)) {
			r->open = true;
			if (csv_parse(p, text, length, cell, end_of_row,
			              r) != length)
				r->all.wrong_line = line;
			arena_reset(r->scratch);
		}
		text += length;
		n -= length;
	}
	if (csv_fini(p, cell, end_of_row, r) != 0 && r->all.wrong_line == 0)
		r->all.wrong_line = r->row.line;
}

struct csv csv_read(struct arena *mem, struct bytes bytes)
{
	struct reading r = { .mem = mem };
	struct csv_parser parser;
	const char *text = bytes.v;
	size_t n = bytes.n;

	if (n > MOST_BYTES || !text_valid(text, n))
		return (struct csv){ .wrong_line = 1 };
	if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		n -= 3;
	}
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		panic("libcsv does not start");
	csv_set_delim(&parser, separator(text, n));
	r.scratch = arena_new();
	read_lines(&parser, &r, text, n);
	csv_free(&parser);
	arena_free(r.scratch);
	return r.all;
}

/* "-5", "+46", "-3,25": harmless though they begin as formulas do. */
static bool is_number(const char *text)
{
	static const char digits[] = "0123456789";
	size_t whole;

	text += *text == '-' || *text == '+';
	whole = strspn(text, digits);
	text += whole;
	if (whole > 0 && (*text == ',' || *text == '.')) {
		size_t part = strspn(text + 1, digits);

		text += part > 0 ? part + 1 : 0;
	}
	return whole > 0 && *text == '\0';
}

static bool would_run(const char *text)
{
	return *text != '\0' && strchr("=+-@\t\r", *text) != NULL &&
	       !is_number(text);
}

static bool needs_quotes(const char *text)
{
	size_t n = strlen(text);

	return text[strcspn(text, ";,\t\"\r\n")] != '\0' ||
	       (n > 0 && (text[0] == ' ' || text[n - 1] == ' '));
}

char *csv_cell(struct arena *mem, const char *text)
{
	char *cell_text, *out;

	if (text == NULL)
		text = "";
	if (would_run(text))
		text = arena_print(mem, "'%s", text);
	if (!needs_quotes(text))
		return arena_copy(mem, text);
	out = cell_text = arena_take(mem, 2 * strlen(text) + 3);
	*out++ = '"';
	for (; *text != '\0'; text++) {
		if (*text == '"')
			*out++ = '"';
		*out++ = *text;
	}
	*out = '"';
	return cell_text;
}
