/*
 * The inside of the PDF writer, in the order it works: text is set in lines
 * (pdf_text.c), blocks and tables are laid on pages as ink (pdf_layout.c,
 * pdf_table.c), the ink is drawn (pdf_draw.c, pdf_marks.c), and what was drawn
 * is given its meaning (pdf_tags.c, pdf_tree.c).
 *
 * Everything is in points from the upper left corner. Ink that belongs to no
 * element of the structure is an artifact: lines, grounds, marks, page heads.
 */
#ifndef PAPER_PDF_H
#define PAPER_PDF_H

#include <cairo.h>
#include <pango/pango.h>

#include "base/text.h"
#include "paper/figure_inside.h"
#include "paper/inside.h"

/* The colours of the light set of the style sheet. */
enum colour {
	INK = 0x10232b, INK_SOFT = 0x43565f, ACCENT = 0x0a5162,
	LINE = 0xd2dcdf, EDGE = 0x6b7d85, FOG = 0xf1f5f6, HATCH = 0xd2dcdf,

	/* by what they are: the organisation's own, if it has chosen */
	TITLE = 0x1000000, RULE,
};

/* A node of the structure tree, or content: where on which page. */
struct element;
struct part {
	struct element *element;
	int             page, mark;     /* marked content, if no element */
};
struct part_list { struct part *v; size_t n, room; };

struct area { int page; double x, y, w, h; };
struct area_list { struct area *v; size_t n, room; };

/* A place one presses, as written: its page, and which of all it is. */
struct press { int page; size_t no; };
struct press_list { struct press *v; size_t n, room; };

struct element {
	const char      *role;          /* "P", "TH" … */
	struct element  *up;
	struct part_list parts;
	const char      *scope;         /* of TH: "Row", "Column" */
	int              across;        /* columns it spans, if several */
	const char      *numbering;     /* of L: "Disc", "Decimal" */
	const char      *link, *words;  /* of a Link */
	struct area_list areas;         /* where one presses */
	struct press_list presses;      /* … as they were written */
	const char      *alt;           /* of a Figure, which has a box */
	struct area      box;
	unsigned         object;        /* its number, once written */
};
struct element_list { struct element **v; size_t n, room; };

/* A piece of a line with one look: glyphs, or room left for a sign. */
struct run {
	const PangoGlyphItem *glyphs;
	const struct span    *span;
	double                x, w;
	enum { RUN_TEXT, RUN_TILE, RUN_MARK } kind;
};
struct run_list { struct run *v; size_t n, room; };
struct line { struct run_list runs; };
struct line_list { struct line *v; size_t n, room; };

struct style {
	double   size, leading;
	bool     serif, strong, figures;        /* figures of equal width */
	unsigned colour;
};

/* Text set in lines of one width. */
struct text {
	const struct span *spans;
	const char       *utf8;
	struct style      style;
	struct line_list  lines;
};

enum ink_kind { INK_GLYPHS, INK_BOX, INK_HATCHED, INK_MARK, INK_TILE,
                INK_LOGO, INK_FIGURE };

struct ink {
	enum ink_kind         kind;
	struct element       *in;               /* NULL: an artifact */
	double                x, y, w, h;       /* glyphs: y is baseline */
	unsigned              colour;
	const PangoGlyphItem *glyphs;
	const char           *utf8;
	enum paper_mark       mark;
	int                   tile_colour;
	const struct figure  *figure;
};
struct ink_list { struct ink *v; size_t n, room; };

struct page { struct ink_list ink; };
struct page_list { struct page *v; size_t n, room; };

/* Where something one may go to stands. */
struct place {
	const char *anchor, *title;
	int         level, page;                /* level 0: no outline */
	double      x, y;
};
struct place_list { struct place *v; size_t n, room; };
struct layout_list { PangoLayout **v; size_t n, room; };

/* Short texts that have been set, by a digest of text and look. */
enum { SET_BUCKETS = 1024 };
struct set_before;

struct sheet {
	struct arena       *mem;
	const struct paper *paper;
	PangoContext       *pango;
	struct layout_list  layouts;            /* kept while their ink is */
	struct set_before  *before[SET_BUCKETS];
	double              wide, high, left, right, top, bottom, y;
	struct page_list    pages;
	size_t              at;                 /* the page being laid */
	struct place_list   places;
	struct element     *root, *section;
	int                 logo;               /* its mark on page 0, or -1 */
};

/* pdf_text.c; signs leave their place in the line unless `bare`. */
struct text text_set(struct sheet *, const struct span *, size_t n,
                     const struct style *, double width, bool bare);
double      text_high(const struct text *);
double      text_wide(const struct text *, size_t line);

/* pdf_ink.c */
struct element *element_new(struct sheet *, struct element *up,
                            const char *role);
struct ink     *ink_add(struct sheet *, enum ink_kind, struct element *,
                        unsigned colour);
void            ink_box(struct sheet *, unsigned colour, double x, double y,
                        double w, double h);
void            ink_signs(struct sheet *, const struct span *,
                          struct element *, double x, double y);
double          tile_wide(const char *code);
void            page_new(struct sheet *);
void            page_need(struct sheet *, double high);
void            page_space(struct sheet *, double high);     /* not at top */
bool            page_has(const struct sheet *, double high);
void            place_add(struct sheet *, const struct block *, int level);
void            line_put(struct sheet *, const struct text *, size_t line,
                         struct element **for_span, double x, double y);
struct element **text_elements(struct sheet *, struct element *,
                               const struct span *, size_t n);
/* What must fit where a line stands, so that none is left alone. */
double          text_together(const struct text *, size_t line);
void            text_flow(struct sheet *, const struct text *,
                          struct element **for_span, double x);

/* pdf_layout.c */
void lay_out(struct sheet *);

/* pdf_head.c: once before the text, once when all pages are there */
void lay_head(struct sheet *);
void lay_running(struct sheet *);

/* pdf_table.c */
void lay_table(struct sheet *, const struct block *);
/* How high it is with its caption and heads, to its first row. */
double table_start(struct sheet *, const struct block *);
void lay_facts(struct sheet *, const struct block *);

/* pdf_figure.c; how high it will be, with its words. */
void   lay_figure(struct sheet *, const struct block *);
double figure_high(struct sheet *, const struct figure *);

enum {
	SIGN = 13,              /* the square of a mark */
	SIGN_STEP = 17,         /* and the room it takes before words */
	TILE_GAP = 4,
	HOLE_GAP = 2,           /* in a line, where a space follows */
};

/* paper_pdf.c: only our fonts, in points, not fitted to any screen's grid. */
PangoContext *paper_pango(const char *language);

/* pdf_draw.c: cairo's file, pages drawn and marked; what cairo writes to */
enum status draw(struct sheet *, struct bytes *out) MUST_USE;
struct sink {
	struct arena *mem;
	char         *v;
	size_t        n, room;
};
cairo_status_t sink_take(void *sink, const unsigned char *, unsigned n);

/* pdf_marks.c */
void draw_mark(cairo_t *, enum paper_mark, double x, double y, double s);
void draw_tile(cairo_t *, int colour, double x, double y, double w, double s);
void draw_hatch(cairo_t *, unsigned colour, const struct ink *);
void draw_colour(cairo_t *, unsigned colour);
void draw_rounded(cairo_t *, double x, double y, double w, double h, double r);

/* A path of lines, to be stroked. */
void draw_stripes(cairo_t *, const struct stripe *, size_t n, double x,
                  double y);

/*
 * pdf_artifact.c: content outside marks made artifacts; counts the marks. The
 * first picture gets a mark, if it is not -1.
 */
struct bytes content_with_artifacts(struct arena *, struct bytes content,
                                    int mark_of_picture, int *marks);

/* pdf_metadata.c */
struct markup pdf_metadata(const struct sheet *);

/* pdf_tags.c */
enum status tag(struct sheet *, struct bytes drawn, struct bytes *out)
	MUST_USE;

/* pdf_tree.c: bytes that grow; and the structure, put after a finished file */
void sink_put(struct sink *, const void *bytes, size_t n);

/* What the structure must know of the file: numbers of objects. */
struct numbers {
	unsigned        next;           /* the first that is free */
	unsigned        root;           /* of the structure tree */
	unsigned        catalog, info;
	const unsigned *pages, *presses;
	size_t          n_presses;
	const int      *marks;          /* found in each page */
	long long       table;          /* where the file's own list begins */
	const char     *id;             /* as it stands in the file */
};

/* Elements that hold nothing go; before links are written. */
void structure_settle(struct sheet *);
enum status structure_append(struct sheet *, const struct numbers *,
                             struct bytes file, struct bytes *out) MUST_USE;

#endif
