/* Any body as a form: what is read is valid text, and can be sent again. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/session.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#ifdef PLANTED_BUG
/* A name is never that long, is it? */
static void keep(const struct field_list *all)
{
	char *volatile kept = calloc(1, 12);

	for (size_t i = 0; i < all->n; i++)
		memcpy(kept, all->v[i].name, strlen(all->v[i].name) + 1);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	struct field_list all = {0}, again = {0};
	bool whole = fields_decode(mem, (struct bytes){ bytes, n }, &all);
	const char *text;

	for (size_t i = 0; i < all.n; i++) {
		ASSERT(text_valid(all.v[i].name, strlen(all.v[i].name)));
		ASSERT(text_valid(all.v[i].value, strlen(all.v[i].value)));
	}
#ifdef PLANTED_BUG
	keep(&all);
#endif
	text = fields_encode(mem, &all);
	ASSERT(!whole || fields_decode(mem, (struct bytes){ text,
	                               strlen(text) }, &again));
	for (size_t i = 0; whole && i < again.n; i++) {
		ASSERT(again.n == all.n);
		ASSERT(same(again.v[i].name, all.v[i].name));
		ASSERT(same(again.v[i].value, all.v[i].value));
	}
	arena_free(mem);
	return 0;
}
