/*
 * Text being written, escaped. The only way to make a page, a drawing or any
 * XML here: a literal format whose %s always escapes, for text and for quoted
 * attributes alike. There is no raw.
 */
#ifndef MARKUP_H
#define MARKUP_H

#include "base/arena.h"

struct markup {
	struct arena *mem;
	char         *text;     /* ended by NUL */
	size_t        n, room;
};

struct markup markup_in(struct arena *);

/*
 * Formats: %s escaped text (NULL writes nothing), %d int, %lld i64,
 * %% a percent sign. Anything else is a broken assertion.
 */
void emit(struct markup *, const char *format, ...) PRINTF(2, 3);

/* What was written elsewhere by emit() and is therefore escaped already. */
void emit_markup(struct markup *, const struct markup *written);

#endif
