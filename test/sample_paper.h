/* A paper with everything a paper can hold; the content is made up. */
#ifndef SAMPLE_PAPER_H
#define SAMPLE_PAPER_H

#include "paper/paper.h"

struct paper *sample_paper(struct arena *);

/* A long one: chapters with text, findings and tables. */
struct paper *sample_long_paper(struct arena *, int chapters);

#endif
