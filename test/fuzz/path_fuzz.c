/* Any address: decoded, held against patterns, signed and read back. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/session.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char *const patterns[] = {
	"/", "/sign-in", "/o/:org", "/a/:assessment/findings/:no",
	"/a/:assessment/goals/:framework/:code/:priority",
};

/* The arguments put back where they stood are the path again. */
static void check_fits(struct req *r, const char *pattern, const char *path)
{
	struct arena *mem = r->s.mem;
	const char *again = "";
	size_t next = 0;

	if (!address_fits(r, pattern, path))
		return;
	while (*pattern == '/') {
		size_t n = strcspn(++pattern, "/");

		again = arena_print(mem, "%s/%s", again, *pattern == ':' ?
		                    r->args[next++].value :
		                    arena_text(mem, pattern, n));
		pattern += n;
	}
	ASSERT(next == r->n_args && same(again, path));
}

static void check_back(struct req *r, const char *address)
{
	const char *back = way_back_read(r, way_back(r, address));

	ASSERT(back == NULL || same(back, address));
	ASSERT(back == NULL || (back[0] == '/' && back[1] != '/'));
	ASSERT(way_back_read(r, address) == NULL);
}

#ifdef PLANTED_BUG
static void keep(const char *path)
{
	char *volatile kept = calloc(1, 16);

	memcpy(kept, path, strlen(path) + 1);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	struct house house = { .secret = "not known to the one who asks" };
	struct req r = { .s.mem = mem, .house = &house };
	const char *path = percent_decode(mem, (const char *)bytes, n);

	secret_start();
	if (path != NULL) {
		const char *sent = percent_encode(mem, path);

		ASSERT(same(percent_decode(mem, sent, strlen(sent)), path));
		for (size_t i = 0; i < COUNT(patterns); i++)
			check_fits(&r, patterns[i], path);
		check_back(&r, path);
#ifdef PLANTED_BUG
		keep(path);
#endif
	}
	arena_free(mem);
	return 0;
}
