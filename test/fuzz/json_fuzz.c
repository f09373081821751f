/* Any file as a document; what can be written again is read as the same. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Ask as a reader of assessments would. */
static void ask(struct json_reader *r)
{
	static const char *const known[] = { "title", "findings", NULL };
	size_t n = json_length(r, r->root, "findings", 100, false);

	json_text(r, r->root, "title", 40, false);
	for (size_t i = 0; i < n; i++) {
		const struct json *f = json_at(r, r->root, "findings", i);
		size_t marks = json_length(r, f, "marks", 10, false);

		json_int(r, f, "no", 1, 1000, true);
		json_bool(r, f, "open", false);
		for (size_t m = 0; m < marks; m++)
			json_text_at(r, f, "marks", m, 20);
	}
	json_only(r, r->root, known);
	ASSERT(text_valid(r->where, strlen(r->where)));
	ASSERT(*r->where != '\0' || r->wrong == JSON_FINE ||
	       r->wrong == JSON_TYPE);      /* the document is a list */
}

#ifdef PLANTED_BUG
static void keep(const char *title)
{
	char *volatile kept = calloc(1, 16);

	if (title != NULL)
		memcpy(kept, title, strlen(title) + 1);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	struct bytes in = { bytes, n };
	struct json_reader r = json_read(mem, in), again;
	char *text = json_as_text(&r, r.root);

	ASSERT(text == NULL || r.wrong == JSON_FINE);
#ifdef PLANTED_BUG
	keep(json_text(&r, r.root, "title", 40, false));
#endif
	json_close(&r);
	if (text != NULL) {
		in = (struct bytes){ text, strlen(text) };
		again = json_read(mem, in);
		ASSERT(same(json_as_text(&again, again.root), text));
		json_close(&again);
	}
	r = json_read(mem, (struct bytes){ bytes, n });
	if (r.wrong == JSON_FINE)
		ask(&r);
	json_close(&r);
	arena_free(mem);
	return 0;
}
