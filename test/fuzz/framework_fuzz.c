/*
 * Any file as a framework, three ways. What is read fits together, or it is
 * said where it does not; and its text can be put on a page.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "framework/framework.h"
#include "kit/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void check_goals(const struct goal_list *goals)
{
	for (size_t i = 0; i < goals->n; i++) {
		const struct goal *g = &goals->v[i];

		ASSERT(goal_code_fine(g->code));
		ASSERT(!text_blank(g->title_sv) && !text_blank(g->title_en));
		ASSERT(text_valid(g->title_sv, strlen(g->title_sv)));
		ASSERT(text_valid(g->description, strlen(g->description)));
		ASSERT(g->parent != NULL && g->colour != NULL);
		ASSERT(g->dimensions <= (SOCIAL | ENVIRONMENTAL | ECONOMIC));
	}
}

#ifdef PLANTED_BUG
static void keep(const struct goal_list *goals)
{
	char *volatile kept = calloc(1, 8);

	if (goals->n > 0)
		memcpy(kept, goals->v[0].code, strlen(goals->v[0].code) + 1);
	free(kept);
}
#endif

static void as_json(struct arena *mem, struct bytes bytes)
{
	struct json_reader r = json_read(mem, bytes);
	struct framework f;
	const char *where;

	framework_read_json(&r, &f);
	if (r.wrong == JSON_FINE) {
		ASSERT(framework_flaws(&f, &where) == 0);
		check_goals(&f.goals);
		for (size_t i = 1; i < f.goals.n; i++)
			ASSERT(code_order(f.goals.v[i - 1].code,
			                  f.goals.v[i].code) < 0);
	}
	json_close(&r);
}

static void as_list(struct arena *mem, const char *text)
{
	struct framework f = { .code = "a", .edition = "1",
	                       .title_sv = "A" };
	const char *where;
	i64 line = 0;

	if (!goals_read_list(mem, text, &f.goals, &line)) {
		ASSERT(line > 0);
		return;
	}
	check_goals(&f.goals);
	if (framework_flaws(&f, &where) == 0)
		ASSERT(strlen(framework_hash(mem, &f)) == 64);
#ifdef PLANTED_BUG
	keep(&f.goals);
#endif
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();
	const char *text = arena_text(mem, (const char *)bytes, n);
	struct goal_list rows = {0};
	i64 line = 0;

	as_json(mem, (struct bytes){ bytes, n });
	if (goals_read_csv(mem, (struct bytes){ bytes, n }, &rows, &line))
		check_goals(&rows);
	else
		ASSERT(line > 0);
	if (text_valid(text, n) && text_clean(text))
		as_list(mem, text);
	arena_free(mem);
	return 0;
}
