/*
 * Between the files that read the text of a PDF: fonts (what a code means),
 * content (what is shown where) and the page (letters that become lines). None
 * but pdf_text.c knows the library.
 */
#ifndef PDF_READ_H
#define PDF_READ_H

#include "base/arena.h"
#include "kit/pdf_text.h"

/* -- pdf_lex.c: the tokens that content and character maps are made of ---- */

enum pdf_token { PDF_END, PDF_NUMBER, PDF_STRING, PDF_NAME, PDF_WORD,
                 PDF_OPEN, PDF_CLOSE };         /* [ and ] */

/* Names and words end with NUL; strings do not. They live until the next but
 * so many tokens: as long as the room lasts, which is as long as the input. */
struct pdf_lex {
	const unsigned char *v;
	size_t      n, at;
	char       *room;               /* of n + 1 bytes */
	size_t      used;               /* set to 0 to begin over */
	double      number;
	const char *text;
	size_t      length;
};

struct pdf_lex pdf_lex(struct arena *, struct bytes);
enum pdf_token pdf_next(struct pdf_lex *);

/* Past an inline picture, after its ID. */
void           pdf_skip_picture(struct pdf_lex *);

/* -- pdf_letters.c: encodings --------------------------------------------- */

enum pdf_encoding { PDF_STANDARD, PDF_WINDOWS, PDF_MACINTOSH };

/* What a byte, or a glyph of this name ("aring", "uni00E5", "f_i"), says as
 * UTF-8; NULL for nothing. An accent may follow its letter. */
const char *pdf_letter(struct arena *, enum pdf_encoding, unsigned char);
const char *pdf_named(struct arena *, const char *name);

/* NULL for none, and for control characters but those of ASCII. */
char       *utf8_of(struct arena *, uint32_t letter);

/* -- pdf_font.c ----------------------------------------------------------- */

/* Codes are of one or two bytes; widths are thousandths of the size. */
struct pdf_font {
	int          bytes;
	const char **means[256];        /* [high][low]: UTF-8, or NULL */
	short       *width[256];        /* … 0 is not said */
	short        usual;             /* where not said; 0: by the letter */
};

void  pdf_font_says(struct arena *, struct pdf_font *, unsigned code,
                    const char *letter);
void  pdf_font_width(struct arena *, struct pdf_font *, unsigned code,
                     double width);
void  pdf_font_encode(struct arena *, struct pdf_font *, enum pdf_encoding);

/* A ToUnicode map: its meanings come before those already there. */
void  pdf_font_map(struct arena *, struct pdf_font *, struct bytes cmap);
const char *pdf_means(const struct pdf_font *, unsigned code);
double      pdf_wide(const struct pdf_font *, unsigned code);

/* -- pdf_page.c: letters where they stand become lines -------------------- */

struct pdf_place {
	double x, y;                    /* where the letter begins */
	double ahead_x, ahead_y;        /* the way it is read, of length 1 */
	double size;                    /* height of the type on the page */
};

struct pdf_lines {
	struct arena *mem;
	char         *text;
	size_t        n, room;
	struct pdf_place last;          /* where the last letter ended */
	bool          begun;            /* a letter stands on this page */
};

void  pdf_letter_at(struct pdf_lines *, const struct pdf_place *,
                    double wide, const char *letter);
void  pdf_page_end(struct pdf_lines *);

/* Lines joined, words made whole. */
char *pdf_lines_text(struct pdf_lines *);

/* -- pdf_content.c: what a stream of content shows ------------------------ */

struct pdf_matrix { double a, b, c, d, e, f; };

struct pdf_show {
	struct arena     *mem;
	struct pdf_lines *lines;
	void             *source;       /* handed to the two below */
	size_t            left;         /* bytes of content that may be read */
	int               depth;        /* of forms within forms */
	int               forms[PDF_MOST_DEPTH];        /* which they are */
	i64               shown;        /* forms in all */
	bool              too_large;
};

/* What a name means in the resources of the stream being read: a font, or
 * NULL; a form, whose content `pdf_form` shows by pdf_show(). */
const struct pdf_font *pdf_font_called(struct pdf_show *, const char *name);
void pdf_form_called(struct pdf_show *, const char *name,
                     struct pdf_matrix here);

void pdf_show(struct pdf_show *, struct bytes content, struct pdf_matrix);
struct pdf_matrix pdf_times(struct pdf_matrix, struct pdf_matrix);

#endif
