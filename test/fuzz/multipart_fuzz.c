/* Any upload; the first line is the type that the browser says. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "web/session.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* What a part holds lies inside what was sent. */
static void check_part(const struct field *f, struct bytes body)
{
	const char *from = body.v, *at = f->bytes.v;

	ASSERT(f->name != NULL && text_valid(f->name, strlen(f->name)));
	ASSERT(f->value != NULL && text_valid(f->value, strlen(f->value)));
	ASSERT(f->file == NULL || text_valid(f->file, strlen(f->file)));
	ASSERT(at >= from && at + f->bytes.n <= from + body.n);
	ASSERT(f->file != NULL || strlen(f->value) == f->bytes.n);
}

#ifdef PLANTED_BUG
static void keep(const struct field_list *all)
{
	char *volatile kept = calloc(1, 8);

	for (size_t i = 0; i < all->n; i++)
		memcpy(kept, all->v[i].bytes.v, all->v[i].bytes.n);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	const uint8_t *line = n == 0 ? NULL : memchr(bytes, '\n', n);
	size_t head = line == NULL ? 0 : (size_t)(line - bytes) + 1;
	const char *type = arena_text(mem, (const char *)bytes, head);
	struct bytes body = { bytes + head, n - head };
	struct field_list all = {0};

	(void)!multipart_decode(mem, type, body, &all);
	for (size_t i = 0; i < all.n; i++)
		check_part(&all.v[i], body);
#ifdef PLANTED_BUG
	keep(&all);
#endif
	arena_free(mem);
	return 0;
}
