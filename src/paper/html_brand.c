/* What an organisation's papers look like, as HTML. */
#include "base/text.h"
#include "paper/html.h"

enum { LOGO_HIGH = 40 };        /* in pixels of the page */

static char *base64(struct arena *mem, struct bytes in)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *v = in.v;
	char *out = arena_take(mem, (in.n + 2) / 3 * 4 + 1), *to = out;

	for (size_t i = 0; i < in.n; i += 3) {
		unsigned left = (unsigned)(in.n - i), bits = v[i] * 0x10000u;

		bits |= left > 1 ? v[i + 1] * 0x100u : 0;
		bits |= left > 2 ? v[i + 2] : 0;
		*to++ = letters[bits >> 18];
		*to++ = letters[bits >> 12 & 63];
		*to++ = left > 1 ? letters[bits >> 6 & 63] : '=';
		*to++ = left > 2 ? letters[bits & 63] : '=';
	}
	return out;
}

void html_logo(struct markup *m, const struct paper *p)
{
	const struct brand *b = p->brand;
	int wide;

	if (!brand_has_logo(b))
		return;
	wide = b->logo_wide * LOGO_HIGH / b->logo_high;
	emit(m, "<p class='logo'><img src='data:image/png;base64,%s' alt='%s'"
	     " width='%d' height='%d'></p>\n", base64(p->mem, b->logo),
	     or_empty(b->logo_alt), wide > 0 ? wide : 1, LOGO_HIGH);
}

static const char *hex(struct arena *mem, unsigned colour)
{
	return arena_print(mem, "%06x", colour & 0xffffff);
}

void html_colours(struct markup *m, const struct paper *p)
{
	const struct brand *b = p->brand;

	if (b != NULL)
		emit(m, "<style>:root{--acc:#%s;--second:#%s}</style>\n",
		     hex(p->mem, b->colour), hex(p->mem, b->second));
}
