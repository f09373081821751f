/*
 * The guard at the door of every row: where the address stands, and whether
 * this visitor may. A person comes with a session, a guest with a link, a
 * program with a token; nobody comes with two.
 */
#ifndef ADMIT_H
#define ADMIT_H

#include "web/req.h"

/* Sets whose data the visit is about and what the visitor may there. DENIED
 * without the right, NOT_FOUND where nothing is shown to them. */
enum status admit(struct req *) MUST_USE;

/* Does a POST come from a page of ours? */
bool token_fits(const struct req *);

/* A row for programs. */
bool by_token(const struct req *);

#endif
