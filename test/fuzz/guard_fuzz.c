/*
 * Any bytes as requests: however they are cut, the guard says the same, and
 * what it lets through is what a strict reader would let through.
 */
#include <stdlib.h>
#include <string.h>

#include "base/base.h"
#include "web/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Byte by byte; *at is how many were let through. */
static int drip(const uint8_t *bytes, size_t n, size_t *at, bool *inside)
{
	struct guard g = {0};

	for (*at = 0; *at < n; ++*at) {
		int refused = guard_watch(&g, bytes + *at, 1);

		if (refused != 0)
			return refused;
	}
	*inside = g.inside;
	return 0;
}

/* The first head that was let through whole: nothing in it is ambiguous. */
static void check_head(const char *text, size_t n)
{
	const char *end = memmem(text, n, "\r\n\r\n", 4);

	if (end == NULL)
		return;
	for (const char *c = text; c < end; c++) {
		ASSERT(*c != '\0');
		ASSERT((*c == '\n') == (c > text && c[-1] == '\r'));
	}
	ASSERT(memmem(text, (size_t)(end - text), "\n ", 2) == NULL);
	ASSERT(memmem(text, (size_t)(end - text), "\nTransfer-Encoding:", 19)
	       == NULL);
	ASSERT(strncmp(text, "GET /", 5) == 0 ||
	       strncmp(text, "HEAD /", 6) == 0 ||
	       strncmp(text, "POST /", 6) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct guard whole = {0};
	size_t let_through;
	bool inside = false;
	int one = drip(bytes, n, &let_through, &inside);
	int all = guard_watch(&whole, bytes, n);

	ASSERT(one == all);
	ASSERT(one != 0 || inside == whole.inside);
#ifdef PLANTED_BUG
	ASSERT(let_through < 3 || memcmp(bytes, "GET", 3) != 0);
#endif
	if (one == 0)
		check_head((const char *)bytes, n);
	return 0;
}
