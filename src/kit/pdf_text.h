/*
 * The text of a PDF, in the order its pages show it. What is read comes from
 * anybody: do it in the sandbox, which also keeps its time. Nothing is drawn,
 * run or followed. Keeps qpdf, beside the paper's own writer.
 */
#ifndef PDF_TEXT_H
#define PDF_TEXT_H

#include "base/arena.h"

enum pdf_flaw {
	PDF_FINE = 0,
	PDF_BROKEN,             /* no PDF, or one that cannot be read */
	PDF_LOCKED,             /* a password, or text may not be taken out */
	PDF_NO_TEXT,            /* pictures of text, as a scanner makes them */
	PDF_TOO_LARGE,          /* over a limit below */
};

enum {
	PDF_MOST_PAGES   = 1000,
	PDF_MOST_TEXT    = 4 * 1024 * 1024,     /* bytes of text */
	PDF_MOST_CONTENT = 64 * 1024 * 1024,    /* bytes, unpacked */
	PDF_MOST_DEPTH   = 8,                   /* of forms within forms */
	PDF_MOST_FORMS   = 20 * 1000,           /* shown, in all */
};

/*
 * UTF-8 in normal form C: a line for each line, an empty one where more space
 * stands between them. A word divided at the end of a line is whole. What a
 * tagged file calls an artifact (page numbers, running heads) is left out.
 * A letter that the file gives no meaning is left out too.
 */
enum pdf_flaw pdf_text(struct arena *, struct bytes, char **out) MUST_USE;

#endif
