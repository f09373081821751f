/*
 * The assessment that is walked through: one of those shipped with the program,
 * read as any document is. Nothing of it is in a database.
 */
#ifndef HELP_EXAMPLE_H
#define HELP_EXAMPLE_H

#include "document/document.h"

/* FAULT if what is shipped cannot be read. */
enum status shipped_document(struct arena *, struct document *) MUST_USE;

/* A goal that findings pull both ways, and the two; false without one. */
struct both_ways { const struct finding *one, *other; i64 goal; };
bool goal_both_ways(const struct document *, struct both_ways *);

/* The one with most marks, or NULL. */
const struct finding *most_marked(const struct document *);

#endif
