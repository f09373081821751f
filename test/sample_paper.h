/* A paper with everything a paper can hold; the content is made up. */
#ifndef SAMPLE_PAPER_H
#define SAMPLE_PAPER_H

#include "paper/paper.h"

struct paper *sample_paper(struct arena *);

/* A long one: chapters with text, findings and tables. */
struct paper *sample_long_paper(struct arena *, int chapters);

/* One page, of the shape of a decision sheet. */
struct paper *sample_sheet(struct arena *);

/* Titles and cells with every awkward character, a table of `rows` rows, and
 * sections with nothing in them. */
struct paper *sample_awkward(struct arena *, int rows);

#endif
