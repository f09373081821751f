/* What the codes of a font mean, and how wide they are. */
#include <string.h>

#include "kit/pdf_read.h"

enum {
	MOST_SAID = 64,                 /* bytes a code may say */
	MOST_CODES = 128 * 1024,        /* meanings of one map */
};

void pdf_font_says(struct arena *mem, struct pdf_font *f, unsigned code,
                   const char *letter)
{
	const char ***page = &f->means[code >> 8 & 0xFF];

	if (*page == NULL)
		*page = arena_take(mem, 256 * sizeof **page);
	(*page)[code & 0xFF] = letter;
}

void pdf_font_width(struct arena *mem, struct pdf_font *f, unsigned code,
                    double width)
{
	short **page = &f->width[code >> 8 & 0xFF];

	if (!(width > 0 && width < 10000))
		return;
	if (*page == NULL)
		*page = arena_take(mem, 256 * sizeof **page);
	(*page)[code & 0xFF] = (short)width;
}

void pdf_font_encode(struct arena *mem, struct pdf_font *f,
                     enum pdf_encoding in)
{
	for (unsigned code = 0; code < 256; code++)
		pdf_font_says(mem, f, code,
		              pdf_letter(mem, in, (unsigned char)code));
}

const char *pdf_means(const struct pdf_font *f, unsigned code)
{
	const char **page = f->means[code >> 8 & 0xFF];

	return page == NULL ? NULL : page[code & 0xFF];
}

/* A font that says no widths is one of the fourteen that every reader has:
 * near enough to tell a space between words from one within them. */
static double guessed(const struct pdf_font *f, unsigned code)
{
	const char *letter = pdf_means(f, code);

	if (letter == NULL || letter[1] != '\0')
		return 550;
	if (strchr("ijl.,;:'|!()[]ftr/I ", *letter) != NULL)
		return 290;
	if (strchr("mwMW@%", *letter) != NULL)
		return 850;
	return *letter >= 'A' && *letter <= 'Z' ? 680 : 540;
}

double pdf_wide(const struct pdf_font *f, unsigned code)
{
	const short *page = f->width[code >> 8 & 0xFF];

	if (page != NULL && page[code & 0xFF] != 0)
		return page[code & 0xFF];
	return f->usual != 0 ? f->usual : guessed(f, code);
}

/* -- ToUnicode ------------------------------------------------------------ */

struct mapping {
	struct arena    *mem;
	struct pdf_font *font;
	unsigned         code[2];       /* of the row being read */
	int              codes;
	bool             in_list;
	i64              left;          /* meanings it may still have */
};

static unsigned code_of(const struct pdf_lex *l)
{
	unsigned code = 0;

	for (size_t i = 0; i < l->length && i < 2; i++)
		code = code << 8 | (unsigned char)l->text[i];
	return code;
}

/* UTF-16, big end first, with `add` to the last of its units. */
static const char *said(struct arena *mem, const struct pdf_lex *l,
                        unsigned add)
{
	const unsigned char *v = (const unsigned char *)l->text;
	char out[MOST_SAID * 2 + 1];
	size_t n = 0;

	for (size_t i = 0; i + 1 < l->length && n < MOST_SAID; i += 2) {
		uint32_t c = (uint32_t)v[i] << 8 | v[i + 1];
		const char *one;

		if (c >= 0xD800 && c < 0xDC00 && i + 3 < l->length) {
			c = 0x10000 + ((c & 0x3FF) << 10) +
			    (((uint32_t)v[i + 2] << 8 | v[i + 3]) & 0x3FF);
			i += 2;
		}
		if (i + 3 >= l->length)
			c += add;
		one = utf8_of(mem, c);
		if (one == NULL)
			continue;
		memcpy(out + n, one, strlen(one));
		n += strlen(one);
	}
	return n == 0 ? NULL : arena_text(mem, out, n);
}

static void map_range(struct mapping *m, const struct pdf_lex *l)
{
	for (unsigned i = 0; m->code[0] + i <= m->code[1] && m->left-- > 0;
	     i++)
		pdf_font_says(m->mem, m->font, m->code[0] + i,
		              said(m->mem, l, i));
}

static void map_char(struct mapping *m, struct pdf_lex *l)
{
	if (m->codes++ == 0) {
		m->code[0] = code_of(l);
		return;
	}
	pdf_font_says(m->mem, m->font, m->code[0], said(m->mem, l, 0));
	m->codes = 0;
}

/* <from> <to> <said>, or <from> <to> [<said> <said> …] */
static void map_row(struct mapping *m, struct pdf_lex *l)
{
	if (m->in_list) {
		if (m->code[0] <= m->code[1])
			pdf_font_says(m->mem, m->font, m->code[0]++,
			              said(m->mem, l, 0));
	} else if (m->codes < 2) {
		m->code[m->codes++] = code_of(l);
	} else {
		map_range(m, l);
		m->codes = 0;
	}
}

void pdf_font_map(struct arena *mem, struct pdf_font *f, struct bytes cmap)
{
	struct mapping m = { .mem = mem, .font = f, .left = MOST_CODES };
	struct pdf_lex l = pdf_lex(mem, cmap);
	enum pdf_token t;
	int within = 0;                 /* 1 characters, 2 ranges */

	while ((t = pdf_next(&l)) != PDF_END && m.left > 0) {
		if (t == PDF_WORD) {
			within = strcmp(l.text, "beginbfchar") == 0 ? 1 :
			         strcmp(l.text, "beginbfrange") == 0 ? 2 : 0;
			m.codes = 0;
			m.in_list = false;
		} else if (t == PDF_OPEN || t == PDF_CLOSE) {
			m.in_list = t == PDF_OPEN && m.codes == 2;
			m.codes = t == PDF_CLOSE ? 0 : m.codes;
		} else if (t == PDF_STRING && within != 0) {
			m.left--;
			(within == 1 ? map_char : map_row)(&m, &l);
		}
		l.used = 0;
	}
}
