#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "kit/pdf_read.h"
#include "kit/plain.h"

struct growing { struct arena *mem; char *v; size_t n; };

static void put(struct growing *g, const char *letter)
{
	size_t n = letter == NULL ? 0 : strlen(letter);

	if (n > 0)
		memcpy(g->v + g->n, letter, n);
	g->n += n;
}

static uint32_t unit(const unsigned char *v, bool big)
{
	return big ? (uint32_t)v[0] << 8 | v[1] : (uint32_t)v[1] << 8 | v[0];
}

static struct bytes from_utf16(struct arena *mem, struct bytes in, bool big)
{
	const unsigned char *v = in.v;
	struct growing g = { mem, arena_take(mem, in.n * 2 + 4), 0 };

	for (size_t i = 2; i + 1 < in.n; i += 2) {
		uint32_t c = unit(v + i, big);

		if (c >= 0xD800 && c < 0xDC00 && i + 3 < in.n) {
			i += 2;
			c = 0x10000 + ((c & 0x3FF) << 10) +
			    (unit(v + i, big) & 0x3FF);
		}
		if (c == 0)
			return (struct bytes){ "\0", 1 };
		put(&g, utf8_of(mem, c));
	}
	return (struct bytes){ g.v, g.n };
}

static struct bytes from_windows(struct arena *mem, struct bytes in)
{
	const unsigned char *v = in.v;
	struct growing g = { mem, arena_take(mem, in.n * 3 + 4), 0 };
	char one[2] = {0};

	for (size_t i = 0; i < in.n; i++) {
		one[0] = (char)v[i];
		if (v[i] == 0)
			g.v[g.n++] = 0;
		else
			put(&g, v[i] < 0x80 ? one :
			    pdf_letter(mem, PDF_WINDOWS, v[i]));
	}
	return (struct bytes){ g.v, g.n };
}

struct bytes plain_utf8(struct arena *mem, struct bytes in)
{
	const unsigned char *v = in.v;

	if (in.n >= 2 && ((v[0] == 0xFF && v[1] == 0xFE) ||
	                  (v[0] == 0xFE && v[1] == 0xFF)))
		return from_utf16(mem, in, v[0] == 0xFE);
	return text_valid(in.v, in.n) ? in : from_windows(mem, in);
}

static bool control(const char *c)
{
	if ((unsigned char)c[0] == 0xC2 && (unsigned char)c[1] < 0xA0)
		return true;    /* U+0080 to U+009F */
	return ((unsigned char)*c < ' ' && *c != '\n' && *c != '\t' &&
	        *c != '\r') || *c == 0x7F;
}

char *plain_text(struct arena *mem, struct bytes in)
{
	struct bytes all = plain_utf8(mem, in);
	size_t skip = all.n >= 3 && memcmp(all.v, "\xEF\xBB\xBF", 3) == 0 ?
	              3 : 0;
	size_t odd = 0;
	char *text;

	if (memchr(all.v, 0, all.n) != NULL)
		return NULL;
	text = arena_text(mem, (const char *)all.v + skip, all.n - skip);
	for (char *c = text; *c != '\0'; c++)
		if (control(c)) {
			odd += *c != '\f';
			if ((*c & 0x80) != 0)
				c[1] = ' ';
			*c = ' ';
		}
	return odd > 4 + all.n / 200 ? NULL :
	       text_trim(mem, text_normal(mem, text));
}
