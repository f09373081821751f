/*
 * Plain text as people save it: UTF-8, UTF-16 with a byte order mark, or what
 * Swedish Windows programs still write, Windows-1252.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "base/arena.h"

/*
 * UTF-8 in normal form C, CR LF made LF, ends trimmed, control characters made
 * spaces. NULL for what is no text: with NUL bytes, or more than a few other
 * control characters.
 */
char *plain_text(struct arena *, struct bytes);

/* The same bytes as UTF-8, with nothing else changed. */
struct bytes plain_utf8(struct arena *, struct bytes);

#endif
