/*
 * The text of a DOCX: paragraphs a line each, the cells of a table's row on one
 * line with tabs between. Headers, notes, comments and what a change took away
 * are left out. What is read comes from anybody: do it in the sandbox.
 */
#ifndef DOCX_READ_H
#define DOCX_READ_H

#include "base/arena.h"

enum { DOCX_MOST_TEXT = 4 * 1024 * 1024 };      /* bytes of text */

/* UTF-8 in normal form C. INVALID for what is no document of Word's kind, is
 * over the limits of kit/zip.h and kit/xml.h, or has more text than above. */
enum status docx_read(struct arena *, struct bytes, char **out) MUST_USE;

#endif
