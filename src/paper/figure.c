#include <string.h>

#include "base/text.h"
#include "paper/figure_inside.h"

struct figure *figure_new(struct arena *mem, const char *key,
                          const char *title, const char *finding, int wide,
                          int high)
{
	struct figure *f = NEW(mem, struct figure);

	f->key = key;
	f->title = title;
	f->finding = finding;
	f->wide = wide;
	f->high = high;
	return f;
}

struct shape *figure_shape(struct arena *mem, struct figure *f,
                           enum shape_kind kind, int x, int y, int w, int h)
{
	struct shape *s = PUSH(mem, &f->shapes);

	*s = (struct shape){ kind, x, y, w, h, SHADE_NONE, SHADE_EDGE };
	if (kind == SHAPE_TEXT || kind == SHAPE_HALF) {
		s->fill = SHADE_INK;
		s->stroke = SHADE_NONE;
	}
	return s;
}

struct shape *figure_text(struct arena *mem, struct figure *f, int x, int y,
                          const char *text)
{
	struct shape *s = figure_shape(mem, f, SHAPE_TEXT, x, y, 0, 0);

	s->text = text;
	return s;
}

int shape_size(const struct shape *s)
{
	return s->size == 0 ? 12 : s->size;
}

int tile_size(const struct shape *s)
{
	int size = s->h * 2 / 3;

	while (size > 5 && figure_text_wide(s->text, size, true) > s->w - 3)
		size--;
	return size;
}

/* Bytes of the character that starts here; text is valid UTF-8. */
static size_t step(const char *text)
{
	size_t n = 1;

	while (((unsigned char)text[n] & 0xC0) == 0x80)
		n++;
	return n;
}

static char *beginning(struct arena *mem, const char *text, size_t n)
{
	while (n > 0 && text[n - 1] == ' ')
		n--;
	return arena_print(mem, "%.*s…", (int)n, text);
}

const char *figure_text_cut(struct arena *mem, const char *text, int size,
                            bool strong, int wide)
{
	i64 most = 1000LL * wide - glyphs_wide("…", 3, strong) * size;
	size_t n = 0;
	i64 sum = 0;

	if (figure_text_wide(text, size, strong) <= wide)
		return text;
	while (text[n] != '\0') {
		size_t more = step(text + n);

		sum += glyphs_wide(text + n, more, strong) * size;
		if (sum > most)
			break;
		n += more;
	}
	return beginning(mem, text, n);
}

/* Bytes of the next line: up to the last space that fits, or a cut word. */
static size_t line_bytes(const char *text, int size, bool strong, int wide)
{
	size_t space = 0, n = 0;
	i64 sum = 0;

	while (text[n] != '\0') {
		size_t more = step(text + n);

		sum += glyphs_wide(text + n, more, strong) * size;
		if (text[n] == ' ')
			space = n;
		if (sum > 1000LL * wide)
			return space > 0 ? space : n > 0 ? n : more;
		n += more;
	}
	return n;
}

struct text_list figure_text_lines(struct arena *mem, const char *text,
                                   int size, bool strong, int wide,
                                   size_t most)
{
	struct text_list lines = {0};

	while (*text == ' ')
		text++;
	while (*text != '\0' && lines.n + 1 < most) {
		size_t n = line_bytes(text, size, strong, wide);

		*PUSH(mem, &lines) = arena_text(mem, text, n);
		text += n;
		while (*text == ' ')
			text++;
	}
	if (*text != '\0')
		*PUSH(mem, &lines) = figure_text_cut(mem, text, size, strong,
		                                     wide);
	return lines;
}
