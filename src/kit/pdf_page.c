/*
 * Letters where they stand become lines. They are taken in the order the file
 * shows them, which is that of reading in all but odd files: sorting by place
 * would read straight across two columns.
 */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "kit/pdf_read.h"
#include "kit/pdf_text.h"

static void add(struct pdf_lines *l, const char *text)
{
	size_t n = strlen(text);

	if (l->n + n + 1 > PDF_MOST_TEXT)
		return;
	if (l->n + n + 1 > l->room) {
		size_t room = 2 * (l->n + n + 1) + 4096;
		char *more = arena_take(l->mem, room);

		if (l->n > 0)
			memcpy(more, l->text, l->n);
		l->text = more;
		l->room = room;
	}
	memcpy(l->text + l->n, text, n + 1);
	l->n += n;
}

/* What stands between the last letter and the next one. */
static const char *between(const struct pdf_lines *l,
                           const struct pdf_place *p)
{
	double dx = p->x - l->last.x, dy = p->y - l->last.y;
	double along = dx * p->ahead_x + dy * p->ahead_y;
	double across = fabs(dx * p->ahead_y - dy * p->ahead_x);
	double size = fmax(p->size, l->last.size);

	if (!l->begun)
		return "";
	if (across > 1.75 * size)
		return "\n\n";
	if (across > 0.5 * size || along < -0.7 * size)
		return "\n";
	return along > 0.17 * p->size ? " " : "";
}

void pdf_letter_at(struct pdf_lines *l, const struct pdf_place *p,
                   double wide, const char *letter)
{
	const char *gap = between(l, p);
	char before = l->n == 0 ? '\n' : l->text[l->n - 1];

	if (*gap == ' ' && (before == ' ' || *letter == ' '))
		gap = "";
	add(l, gap);
	add(l, letter);
	l->begun = true;
	l->last = *p;
	l->last.x += wide * p->ahead_x;
	l->last.y += wide * p->ahead_y;
}

void pdf_page_end(struct pdf_lines *l)
{
	if (l->begun)
		add(l, "\n");
	l->begun = false;
}

/* -- text ----------------------------------------------------------------- */

/* "social- och" stays two words; "håll-" + "barhet" is one. */
static bool joins(const char *next)
{
	static const char *const apart[] = {
		"och ", "eller ", "samt ", "respektive ", "and ", "or ",
	};

	for (size_t i = 0; i < COUNT(apart); i++)
		if (strncmp(next, apart[i], strlen(apart[i])) == 0)
			return false;
	return (*next >= 'a' && *next <= 'z') || (*next & 0x80) != 0;
}

/* Length of a hyphen that ends what was written, 0 for none. */
static size_t hyphen(const char *text, size_t n)
{
	if (n > 2 && strncmp(text + n - 2, "\u00AD", 2) == 0)
		return 2;
	return n > 1 && text[n - 1] == '-' && text[n - 2] != ' ' &&
	       text[n - 2] != '-' ? 1 : 0;
}

/* Spaces around a line's end go; a soft hyphen within a line says nothing. */
char *pdf_lines_text(struct pdf_lines *l)
{
	const char *in = l->text == NULL ? "" : l->text;
	char *out = arena_take(l->mem, l->n + 2);
	size_t n = 0;

	for (; *in != '\0'; in++) {
		if (*in == '\n') {
			while (n > 0 && out[n - 1] == ' ')
				n--;
			if (hyphen(out, n) != 0 && joins(in + 1)) {
				n -= hyphen(out, n);
				continue;
			}
		}
		if (*in == ' ' && (n == 0 || out[n - 1] == '\n'))
			continue;
		if ((unsigned char)*in < ' ' && *in != '\n' && *in != '\t')
			continue;
		out[n++] = *in;
	}
	out[n] = '\0';
	return text_trim(l->mem, text_normal(l->mem, out));
}
