/* What the pages of the text block share. */
#ifndef TEXT_PAGE_H
#define TEXT_PAGE_H

#include "assess/view.h"
#include "brief/brief.h"

/* The numbers a line rests on, as links. */
void basis_links(struct req *, const struct view *, const char *basis);

/* May this visitor change the text? It lives on after the end. */
bool text_changes(const struct req *);

/* A form of one button on the version of a line: leave, restore, take, mine. */
void line_button(struct req *, const struct block_line *, const char *verb,
                 const struct sentence *label);

#endif
