/* A small DOCX, put together from the text of its body. */
#ifndef TEST_DOCX_H
#define TEST_DOCX_H

#include "kit/zip.h"

#define DOCX_WORDS "xmlns:w=\"http://schemas.openxmlformats.org/" \
                   "wordprocessingml/2006/main\""

struct docx_made {
	const char *body;               /* within <w:body> */
	const char *header;             /* within <w:hdr>, or NULL */
	const char *styles;             /* within <w:styles>, or NULL */
	const char *links;              /* of the document, or NULL */
	const char *type;               /* of the main part, or NULL */
	const char *extra, *extra_text; /* one more part, or NULL */
};

struct bytes docx_made(struct arena *, const struct docx_made *);

/* A part's text, ended by NUL; "" when it is not there. */
const char *docx_text(struct arena *, struct bytes, const char *name);

#endif
