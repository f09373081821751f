/*
 * The inside of the HTML writer.
 */
#ifndef PAPER_HTML_H
#define PAPER_HTML_H

#include "paper/inside.h"

void html_signs(struct markup *, const struct span *);
void html_words(struct markup *, const struct paper *, const struct span *);
void html_spans(struct markup *, const struct paper *,
                const struct span_list *);
void html_identity(struct markup *, const struct block *);

/* html_brand.c: the logo itself, in its address; and the colours' names */
void html_logo(struct markup *, const struct paper *);
void html_colours(struct markup *, const struct paper *);

/* html_table.c; `no` makes the caption's id unique on the page. */
void html_table(struct markup *, const struct paper *, const struct block *,
                int no);

#endif
