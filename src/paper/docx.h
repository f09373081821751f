/*
 * The inside of the DOCX writer: parts of a package, written with emit(). What
 * a paper says goes through docx_words() only, so that no text becomes markup.
 *
 * Lengths in WordprocessingML: twips (a twentieth of a point), half points for
 * type, eighths of a point for lines, EMU (12,700 to the point) for pictures.
 */
#ifndef PAPER_DOCX_H
#define PAPER_DOCX_H

#include "paper/office.h"

struct docx_target { const char *to; int no; };

struct docx {
	struct arena       *mem;
	const struct paper *paper;
	struct markup       body;
	struct markup       links;      /* relationships of the document */
	struct { struct docx_target *v; size_t n, room; } targets;
	struct text_list    anchors;    /* of places in the paper, each once */
	struct zip_parts    media;
	int                 shift;      /* 1: the first heading is the title */
	int                 numbered;   /* numbered lists so far */
	int                 pictures;
	int                 relations;  /* the latest number of one */
	int                 wide;       /* of the text, twips */
	const char         *colour;     /* of headings, "10232B" */
	const char         *accent;     /* of links and labels */
	const char         *rule;       /* below the head of the first page */
};

/* docx_styles.c */
void docx_styles(const struct docx *, struct markup *);
void docx_fonts(struct markup *);
void docx_numbering(const struct docx *, struct markup *);

/* docx_text.c */
void docx_words(struct docx *, struct markup *, const char *text);
void docx_spans(struct docx *, const struct span *, size_t n);
void docx_span(struct docx *, const struct span *);
void docx_signs(struct docx *, const struct span *);
void docx_open(struct docx *, const char *style);       /* a paragraph */
void docx_anchor(struct docx *, const char *anchor);
void docx_close(struct docx *);

/* docx_body.c, docx_table.c, docx_picture.c */
enum status docx_blocks(struct docx *) MUST_USE;
void docx_table(struct docx *, const struct block *);
void docx_facts(struct docx *, const struct block *);
enum status docx_figure(struct docx *, const struct block *) MUST_USE;

/* docx_picture.c: a picture in a part of its own; answers the number of its
 * relationship. Then it may stand in a run; `vector` is the number of the same
 * as SVG, or 0. */
int  docx_media(struct docx *, struct markup *links, const char *ending,
                struct bytes);
struct docx_picture {
	int         relation, vector;
	const char *name, *alt;
	int         wide, high;         /* points */
};
void docx_picture(struct docx *, struct markup *, const struct docx_picture *);

/* docx_frame.c: heads of the first page and of the others, and their foot; a
 * logo's relationship is written to `links` */
void docx_first_head(struct docx *, struct markup *, struct markup *links);
void docx_head(struct docx *, struct markup *);
void docx_foot(struct docx *, struct markup *);

/* The namespaces of a part's root. */
#define DOCX_NAMES                                                      \
	" xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/" \
	"2006/main' xmlns:r='http://schemas.openxmlformats.org/"        \
	"officeDocument/2006/relationships'"

#endif
