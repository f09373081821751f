#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "paper/xlsx.h"

enum {
	NARROW = 9, TO_TYPE = 24, WIDE = 60,
	ROWS_LOOKED_AT = 200, MOST_LINES = 27,
};

/* Above U+FFFF a character is two units; its first byte is F0 or more. */
static size_t units_of(unsigned char lead)
{
	if ((lead & 0xC0) == 0x80)
		return 0;
	return lead >= 0xF0 ? 2 : 1;
}

char *xlsx_cut(struct arena *mem, const char *text, size_t units)
{
	size_t n = 0;

	while (text[n] != '\0') {
		size_t more = units_of((unsigned char)text[n]);

		if (more > units)
			break;
		units -= more;
		n++;
	}
	return arena_text(mem, text, n);
}

static bool is_taken(struct arena *mem, const struct text_list *taken,
                     const char *name)
{
	for (size_t i = 0; i < taken->n; i++) {
		if (same(text_fold(mem, taken->v[i]), text_fold(mem, name)))
			return true;
	}
	return false;
}

/* Excel allows none of []:*?/\ in it, and no quote at its ends. */
static char *name_plain(struct arena *mem, const char *title)
{
	char *name = office_plain(mem, title, ' ');
	size_t n;

	for (char *at = name; *at != '\0'; at++) {
		if (strchr("[]:*?/\\", *at) != NULL)
			*at = '-';
	}
	while (*name == '\'' || *name == ' ')
		name++;
	name = xlsx_cut(mem, name, XLSX_NAME);
	n = strlen(name);
	while (n > 0 && (name[n - 1] == '\'' || name[n - 1] == ' '))
		name[--n] = '\0';
	return n == 0 ? arena_copy(mem, "-") : name;
}

const char *xlsx_sheet_name(struct arena *mem, const char *title,
                            struct text_list *taken)
{
	const char *plain = name_plain(mem, title), *name = plain;

	for (int i = 2; is_taken(mem, taken, name); i++)
		name = arena_print(mem, "%s %d", xlsx_cut(mem, plain,
		                   XLSX_NAME - 5), i);
	*PUSH(mem, taken) = name;
	return name;
}

const char *xlsx_link(struct arena *mem, const struct cell *c)
{
	enum { MOST = 2000 };
	const char *link = c->lines.n == 1 ? c->lines.v[0].link : NULL;
	char *address;

	if (!link_safe(link) || *link == '#' || *link == '/')
		return NULL;
	address = office_address(mem, link);
	return strlen(address) > MOST ? NULL : address;
}

static size_t longest_line(const char *text)
{
	size_t most = 0, n = 0;

	for (; *text != '\0'; text++) {
		n = *text == '\n' ? 0 : n + units_of((unsigned char)*text);
		most = n > most ? n : most;
	}
	return most;
}

double xlsx_width(struct arena *mem, const struct block *b, size_t column)
{
	size_t most = NARROW;

	for (size_t i = 0; i < b->rows.n && i < ROWS_LOOKED_AT; i++) {
		const struct cell_list *cells = &b->rows.v[i].cells;
		size_t n;

		if (column >= cells->n || cells->v[column].kind == CELL_GROUP)
			continue;
		n = longest_line(office_cell(mem, &cells->v[column])) + 2;
		if (n == 2 && cells->v[column].value == VALUE_TYPED)
			n = TO_TYPE;
		most = n > most ? n : most;
	}
	return (double)(most > WIDE ? WIDE : most);
}

/* Words do not fill a line to its end: a tenth of it is left. */
static int lines_of(const char *text, double width)
{
	int lines = 0;

	for (;;) {
		size_t n = strcspn(text, "\n"), units = 0;

		for (size_t i = 0; i < n; i++)
			units += units_of((unsigned char)text[i]);
		lines += 1 + (int)((double)units / (width * 0.9));
		if (text[n] == '\0')
			return lines;
		text += n + 1;
	}
}

int xlsx_lines(struct arena *mem, const struct table_row *row,
               const double *width)
{
	int most = 1;

	for (size_t i = 0; i < row->cells.n; i++) {
		const struct cell *c = &row->cells.v[i];
		bool one = c->kind == CELL_GROUP || c->value != VALUE_TEXT;
		int lines = one ? 1 : lines_of(office_cell(mem, c), width[i]);

		most = lines > most ? lines : most;
	}
	return most > MOST_LINES ? MOST_LINES : most;
}
