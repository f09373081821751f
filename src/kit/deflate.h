/*
 * Bytes made smaller, as zlib does it: what PDF calls FlateDecode. The same
 * bytes always become the same. Keeps zlib.
 */
#ifndef DEFLATE_H
#define DEFLATE_H

#include "base/arena.h"

struct bytes deflated(struct arena *, struct bytes);

#endif
