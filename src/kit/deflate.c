#include <zlib.h>

#include "kit/deflate.h"

struct bytes deflated(struct arena *mem, struct bytes in)
{
	uLongf n = compressBound((uLong)in.n);
	void *out = arena_take(mem, n);

	/* Fails only when there is no room, and there is. */
	if (compress2(out, &n, in.v, (uLong)in.n, 6) != Z_OK)
		panic("zlib cannot compress");
	return (struct bytes){ out, n };
}
