/* Any file as an assessment; one that is read is written, and that is read as
 * the same and written as the same. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "document/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#ifdef PLANTED_BUG
static void keep(const struct document *d)
{
	char *volatile kept = calloc(1, 16);

	if (d->org.name != NULL)
		memcpy(kept, d->org.name, strlen(d->org.name) + 1);
	free(kept);
}
#endif

static void write_and_read(struct arena *mem, const struct document *d)
{
	const char *text = document_write(mem, d);
	struct json_reader r = json_read(mem, (struct bytes){ text,
	                                 strlen(text) });
	struct document again;

	document_read(&r, &again);
	ASSERT(r.wrong == JSON_FINE);
	ASSERT(same(document_write(mem, &again), text));
	json_close(&r);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	struct json_reader r = json_read(mem, (struct bytes){ bytes, n });
	struct document d;

	document_read(&r, &d);
#ifdef PLANTED_BUG
	keep(&d);
#endif
	ASSERT(text_valid(r.where, strlen(r.where)));
	if (r.wrong == JSON_FINE)
		write_and_read(mem, &d);
	json_close(&r);
	arena_free(mem);
	return 0;
}
