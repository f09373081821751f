/*
 * Any file as a model. What is read as a draft can be checked, written and read
 * again to the same; what is read as a model has no flaw.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/json.h"
#include "method/draft.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static bool read_in(struct arena *mem, struct bytes bytes, bool draft,
                    struct method *m)
{
	struct json_reader r = json_read(mem, bytes);

	if (draft)
		method_read_draft(&r, m);
	else
		method_read_json(&r, m);
	json_close(&r);
	ASSERT(r.wrong == JSON_FINE || r.wrong == JSON_BROKEN ||
	       r.where != NULL);
	return r.wrong == JSON_FINE;
}

static void same_again(struct arena *mem, const struct method *m)
{
	const char *text = method_write_json(mem, m);
	struct method again = {0};

	ASSERT(read_in(mem, (struct bytes){ text, strlen(text) }, true,
	               &again));
	ASSERT(same(method_write_json(mem, &again), text));
}

static void check_questions(struct arena *mem, const struct method *m)
{
	for (size_t i = 0; i < m->steps.n; i++)
		for (size_t j = 0; j < m->steps.v[i].questions.n; j++) {
			struct question q = m->steps.v[i].questions.v[j];

			ASSERT(*q.key != '\0' && q.part > 0);
			question_fit(mem, &q);
		}
}

#ifdef PLANTED_BUG
static void keep(const struct method *m)
{
	char *volatile kept = calloc(1, 4);

	memcpy(kept, m->code, strlen(m->code) + 1);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	struct method_flaw_list flaws = {0};
	struct method draft = {0}, whole = {0};

	if (read_in(mem, (struct bytes){ bytes, n }, true, &draft)) {
		check_questions(mem, &draft);
		same_again(mem, &draft);
#ifdef PLANTED_BUG
		keep(&draft);
#endif
		draft_fill_english(&draft);
		same_again(mem, &draft);
	}
	if (read_in(mem, (struct bytes){ bytes, n }, false, &whole)) {
		method_check(mem, &whole, &flaws);
		ASSERT(flaws.n == 0);
	}
	arena_free(mem);
	return 0;
}
