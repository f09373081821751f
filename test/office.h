/*
 * What a test asks of a file that an office program shall open: its parts,
 * each checked to be well-formed, and papers made to break them.
 */
#ifndef OFFICE_H
#define OFFICE_H

#include "kit/zip.h"
#include "paper/paper.h"

/* The parts; the test fails where one is no XML that should be. */
struct zip_parts office_parts(struct arena *, struct bytes);

/* A part's text; the test fails where there is none. */
const char *office_text(struct arena *, const struct zip_parts *,
                        const char *name);

/* How many times a part stands in a text. */
size_t office_count(const char *text, const char *part);

/* Each attribute's value in one text is a value of the other in the other. */
void office_named(struct arena *, const char *text, const char *before,
                  const char *in, const char *before_there);

/* Every awkward text in every place a paper has for text. */
struct paper *awkward_paper(struct arena *);
extern const char *const awkward_texts[];       /* ends with NULL */

struct paper *wide_paper(struct arena *, int rows);     /* one table */

#endif
