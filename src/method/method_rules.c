#include <string.h>

#include "base/text.h"
#include "method/method.h"

static const char *const part_words[] = {
	[PART_TEXT] = "text", [PART_CHOICE] = "choice",
	[PART_YES_NO_REASON] = "yes_no_reason",
	[PART_RELEVANCE] = "relevance", [PART_FINDINGS] = "findings",
	[PART_CONFLICTS] = "conflicts", [PART_POSITIONS] = "positions",
	[PART_RELATIONS] = "relations", [PART_ACTORS] = "actors",
	[PART_MISSING] = "missing", [PART_RIGHTS] = "rights",
	[PART_DUTIES] = "duties", [PART_ACTIONS] = "actions",
	[PART_VIEWPOINTS] = "viewpoints", [PART_GATE] = "gate",
	[PART_CHANGES] = "changes", [PART_OVERALL] = "overall",
};

bool part_is_answer(enum part_kind part)
{
	switch (part) {
	case PART_TEXT:
	case PART_CHOICE:
	case PART_YES_NO_REASON:
	case PART_MISSING:
	case PART_OVERALL:
		return true;
	default:
		return false;
	}
}

const char *part_word(enum part_kind part)
{
	return part_words[part];
}

enum part_kind part_read(const char *word)
{
	for (size_t i = PART_TEXT; i < COUNT(part_words); i++)
		if (same(word, part_words[i]))
			return (enum part_kind)i;
	return 0;
}

static const char *const field_words[FINDING_FIELDS] = {
	"places", "term", "certainty", "evidence", "concerns", "targets",
};

const char *field_word(enum finding_field field)
{
	for (size_t i = 0; i < FINDING_FIELDS; i++)
		if ((unsigned)field == 1u << i)
			return field_words[i];
	return "";
}

enum finding_field field_named(const char *word)
{
	for (size_t i = 0; i < FINDING_FIELDS; i++)
		if (same(word, field_words[i]))
			return (enum finding_field)(1 << i);
	return 0;
}

const char *depth_key(enum depth depth)
{
	switch (depth) {
	case DEPTH_QUICK:    return "quick";
	case DEPTH_STANDARD: return "standard";
	case DEPTH_DEEP:     return "deep";
	}
	return "";
}

size_t method_usual(const struct method_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].code, "jh_fyra_steg"))
			return i;
	return 0;
}

bool question_asked(const struct question *q, enum depth depth)
{
	return (q->depths & 1u << depth) != 0;
}

bool question_needed(const struct question *q, enum depth depth)
{
	return (q->needed & 1u << depth) != 0;
}

const struct effect_value effect_values[EFFECTS] = {
	{ "direct_positive", "Direkt positiv", "Directly positive", true,
	  false },
	{ "indirect_positive", "Indirekt positiv", "Indirectly positive", true,
	  false },
	{ "positive", "Positiv", "Positive", false, true },
	{ "none", "Ingen påverkan", "No effect", true, true },
	{ "negative", "Negativ", "Negative", false, true },
	{ "indirect_negative", "Indirekt negativ", "Indirectly negative", true,
	  false },
	{ "direct_negative", "Direkt negativ", "Directly negative", true,
	  false },
	{ "gap", "Mer kunskap behövs", "More knowledge needed", true, true },
};

const struct effect_value *effect_value(const char *value)
{
	for (size_t i = 0; i < EFFECTS; i++)
		if (same(value, effect_values[i].value))
			return &effect_values[i];
	return NULL;
}

static i64 answers_of(const struct question *q, bool per_goal,
                      i64 priorities)
{
	if (q->part == PART_FINDINGS)
		return per_goal ? 0 : GOALS_WITHOUT_BUDGET;
	return q->per_priority ? priorities : 1;
}

i64 method_answers(const struct method *m, enum depth depth, i64 priorities)
{
	i64 sum = 0;

	for (size_t i = 0; i < m->steps.n; i++) {
		const struct question_list *all = &m->steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++)
			if (question_needed(&all->v[j], depth))
				sum += answers_of(&all->v[j],
					m->budget_per_goal[depth],
					priorities);
	}
	return sum;
}

i64 method_demands(const struct method *m, enum depth depth)
{
	i64 most = 0;

	for (i64 n = 1; n <= PRIORITIES_COUNTED; n++) {
		i64 answers = method_answers(m, depth, n);

		most = answers > most ? answers : most;
	}
	return most;
}

i64 budget_most(enum depth depth)
{
	switch (depth) {
	case DEPTH_QUICK:    return 15;
	case DEPTH_STANDARD: return 25;
	case DEPTH_DEEP:     return 40;
	}
	return 0;
}

static const char *const gate_words[] = {
	[GATE_GO_ON] = "go_on", [GATE_RETHINK] = "rethink",
	[GATE_STOP] = "stop", [GATE_RESUME] = "resume",
};

const char *gate_word(enum gate_way way)
{
	return gate_words[way];
}

enum gate_way gate_read(const char *word)
{
	for (size_t i = GATE_GO_ON; i < COUNT(gate_words); i++)
		if (same(word, gate_words[i]))
			return (enum gate_way)i;
	return 0;
}

const char *headline_for(struct arena *mem, const char *headline,
                         const char *priority)
{
	static const char hole[] = "{priority}";
	const char *at = strstr(headline, hole);

	if (at == NULL)
		return headline;
	return arena_print(mem, "%.*s%s%s", (int)(at - headline), headline,
	                   priority, at + strlen(hole));
}
