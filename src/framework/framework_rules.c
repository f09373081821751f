#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "framework/framework.h"
#include "kit/json.h"
#include "kit/secret.h"

bool goal_code_fine(const char *code)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
	                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                              "0123456789.-_";

	return !text_blank(code) && code[strspn(code, letters)] == '\0' &&
	       strlen(code) <= GOAL_CODE_MOST;
}

static bool framework_code_fine(const char *code)
{
	return !text_blank(code) && strlen(code) <= 60 &&
	       code[strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789_")] ==
	       '\0';
}

static const struct goal *goal_named(const struct goal_list *goals,
                                     const char *code)
{
	for (size_t i = 0; i < goals->n; i++)
		if (strcmp(goals->v[i].code, code) == 0)
			return &goals->v[i];
	return NULL;
}

/* Every step upwards leads to a goal of the framework, and to a top at last. */
static bool parents_fine(const struct goal_list *goals, const struct goal *g)
{
	size_t steps = 0;

	while (!text_blank(g->parent)) {
		g = goal_named(goals, g->parent);
		if (g == NULL || ++steps > goals->n)
			return false;
	}
	return true;
}

static unsigned goal_flaws(const struct goal_list *goals,
                           const struct goal *g)
{
	unsigned flaws = 0;

	if (!goal_code_fine(g->code))
		return FRAMEWORK_GOAL_NO_CODE;
	if (text_blank(g->title_sv))
		flaws |= FRAMEWORK_GOAL_NO_TITLE;
	if (goal_named(goals, g->code) != g)
		flaws |= FRAMEWORK_TWICE;
	if (!parents_fine(goals, g))
		flaws |= FRAMEWORK_NO_PARENT;
	return flaws;
}

unsigned framework_flaws(const struct framework *f, const char **where)
{
	unsigned flaws = 0;

	*where = NULL;
	if (text_blank(f->title_sv))
		flaws |= FRAMEWORK_NO_TITLE;
	if (!framework_code_fine(f->code))
		flaws |= FRAMEWORK_NO_CODE;
	if (text_blank(f->edition))
		flaws |= FRAMEWORK_NO_EDITION;
	if (f->goals.n == 0)
		flaws |= FRAMEWORK_NO_GOALS;
	if (f->valid_to != 0 && f->valid_to < f->valid_from)
		flaws |= FRAMEWORK_ENDS_FIRST;
	for (size_t i = 0; i < f->goals.n; i++) {
		unsigned wrong = goal_flaws(&f->goals, &f->goals.v[i]);

		if (wrong != 0 && *where == NULL)
			*where = f->goals.v[i].code;
		flaws |= wrong;
	}
	return flaws;
}

static int by_code(const void *a, const void *b)
{
	const struct goal *x = a, *y = b;

	return code_order(x->code, y->code);
}

void goals_order(struct goal_list *goals)
{
	if (goals->n > 1)
		qsort(goals->v, goals->n, sizeof *goals->v, by_code);
}

static void write_goal(struct json_writer *w, const struct goal *g)
{
	json_open(w, NULL, '{');
	json_put_text(w, "code", g->code);
	json_put_int(w, "kind", g->kind);
	json_put_text(w, "sv", g->title_sv);
	json_put_text(w, "en", g->title_en);
	json_put_text(w, "description", g->description);
	json_put_text(w, "parent", g->parent);
	json_put_int(w, "dimensions", g->shipped_dimensions);
	json_put_text(w, "colour", g->colour);
	json_put_text(w, "keywords", g->keywords);
	json_put_text(w, "iri", g->iri);
	json_put_bool(w, "superseded", g->superseded);
	json_put_bool(w, "unverified", g->unverified);
	json_close_with(w, '}');
}

const char *framework_hash(struct arena *mem, const struct framework *f)
{
	struct json_writer w = json_in(mem);
	struct goal_list sorted = {0};

	for (size_t i = 0; i < f->goals.n; i++)
		*PUSH(mem, &sorted) = f->goals.v[i];
	goals_order(&sorted);
	json_open(&w, NULL, '{');
	json_put_text(&w, "code", f->code);
	json_put_text(&w, "edition", f->edition);
	json_open(&w, "goals", '[');
	for (size_t i = 0; i < sorted.n; i++)
		write_goal(&w, &sorted.v[i]);
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return digest_text(mem, w.text);
}

int goal_tile_colour(enum framework_kind of, const char *code)
{
	long goal = of == FRAMEWORK_AGENDA2030 ? strtol(code, NULL, 10) : 0;

	return goal >= 1 && goal <= 17 ? (int)goal : 0;
}

/* A vision is what goals lead to, and a position how one goes about it. */
bool goal_is_judged(const struct goal *g)
{
	return !g->superseded && g->kind != GOAL_VISION &&
	       g->kind != GOAL_POSITION;
}

static const char *or_before(const char *now, const char *before)
{
	return text_blank(now) ? before : now;
}

static void inherit(struct goal *g, const struct goal *before,
                    const struct goal_list *goals)
{
	bool same_title = strcmp(g->title_sv, before->title_sv) == 0;

	if (g->kind == GOAL)
		g->kind = before->kind;
	if (g->shipped_dimensions == 0)
		g->shipped_dimensions = before->shipped_dimensions;
	if (g->dimensions == 0)
		g->dimensions = before->dimensions;
	if (text_blank(g->parent) && goal_named(goals, before->parent) != NULL)
		g->parent = before->parent;
	if (same_title || text_blank(g->title_en))
		g->title_en = before->title_en;
	g->description = or_before(g->description, before->description);
	g->colour = or_before(g->colour, before->colour);
	g->keywords = or_before(g->keywords, before->keywords);
	g->iri = or_before(g->iri, before->iri);
}

void goals_inherit(struct goal_list *goals, const struct goal_list *before)
{
	for (size_t i = 0; i < goals->n; i++) {
		struct goal *g = &goals->v[i];
		const struct goal *was = goal_named(before, g->code);

		if (was != NULL)
			inherit(g, was, goals);
	}
}
