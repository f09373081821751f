/* What is left to do before anything is sent, as a list beside a text. */
#ifndef HOLE_PAGE_H
#define HOLE_PAGE_H

#include "brief/brief.h"
#include "web/page.h"

void holes_shown(struct req *, const struct hole_list *);

#endif
