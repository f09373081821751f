/* What is done to a model while it is a draft. */
#include <string.h>

#include "base/text.h"
#include "method/draft.h"

/* -- keys ---------------------------------------------------------------- */

static bool step_has(const struct method *m, const char *key)
{
	for (size_t i = 0; i < m->steps.n; i++)
		if (same(m->steps.v[i].key, key))
			return true;
	return false;
}

bool question_taken(const struct method *m, const char *key)
{
	for (size_t i = 0; i < m->steps.n; i++) {
		const struct question_list *all = &m->steps.v[i].questions;

		for (size_t j = 0; j < all->n; j++)
			if (same(all->v[j].key, key) ||
			    same(all->v[j].means, key))
				return true;
	}
	return false;
}

static bool value_has(const struct scale *s, const char *key)
{
	for (size_t i = 0; i < s->n; i++)
		if (same(s->v[i].value, key))
			return true;
	return false;
}

const char *step_key_new(struct arena *mem, const struct method *m)
{
	const char *key;
	size_t n = m->steps.n;

	do
		key = arena_print(mem, "s%zu", ++n);
	while (step_has(m, key));
	return key;
}

const char *question_key_new(struct arena *mem, const struct method *m)
{
	const char *key;
	size_t n = 0;

	do
		key = arena_print(mem, "%s.q%zu", m->code, ++n);
	while (question_taken(m, key));
	return key;
}

const char *value_key_new(struct arena *mem, const struct scale *s)
{
	const char *key;
	size_t n = s->n;

	do
		key = arena_print(mem, "v%zu", ++n);
	while (value_has(s, key));
	return key;
}

/* -- order --------------------------------------------------------------- */

void draft_number(struct method *m)
{
	i64 no = 0;

	for (size_t i = 0; i < m->steps.n; i++) {
		m->steps.v[i].no = (i64)i + 1;
		for (size_t j = 0; j < m->steps.v[i].questions.n; j++)
			m->steps.v[i].questions.v[j].no = ++no;
	}
}

bool step_move(struct method *m, size_t at, bool up)
{
	size_t other = up ? at - 1 : at + 1;
	struct step was;

	if (at >= m->steps.n || other >= m->steps.n)
		return false;
	was = m->steps.v[at];
	m->steps.v[at] = m->steps.v[other];
	m->steps.v[other] = was;
	return true;
}

bool question_move(struct step *st, size_t at, bool up)
{
	size_t other = up ? at - 1 : at + 1;
	struct question was;

	if (at >= st->questions.n || other >= st->questions.n)
		return false;
	was = st->questions.v[at];
	st->questions.v[at] = st->questions.v[other];
	st->questions.v[other] = was;
	return true;
}

void step_drop(struct method *m, size_t at)
{
	ASSERT(at < m->steps.n);
	memmove(&m->steps.v[at], &m->steps.v[at + 1],
	        (m->steps.n - at - 1) * sizeof *m->steps.v);
	m->steps.n--;
}

void question_drop(struct step *st, size_t at)
{
	ASSERT(at < st->questions.n);
	memmove(&st->questions.v[at], &st->questions.v[at + 1],
	        (st->questions.n - at - 1) * sizeof *st->questions.v);
	st->questions.n--;
}

/* -- what a part must have ----------------------------------------------- */

static void three_ways(struct arena *mem, struct question *q)
{
	static const struct { const char *sv, *en; } names[] = {
		{ "Gå vidare", "Go on" }, { "Tänk om", "Rethink" },
		{ "Avsluta", "End" },
	};
	struct scale now = {0};

	for (size_t i = 0; i < COUNT(names); i++) {
		struct scale_value *v = PUSH(mem, &now);

		if (i < q->scale.n)
			*v = q->scale.v[i];
		v->value = gate_word((enum gate_way)(i + 1));
		v->label_sv = names[i].sv;
		v->label_en = names[i].en;
		v->means_sv = or_empty(v->means_sv);
		v->means_en = or_empty(v->means_en);
		v->example_sv = or_empty(v->example_sv);
		v->example_en = or_empty(v->example_en);
	}
	q->scale = now;
}

/* Those that it can ask for and has words for, under the names they have. */
static void own_words(struct question *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->scale.n; i++) {
		struct scale_value v = q->scale.v[i];
		const struct effect_value *e = effect_value(v.value);

		if (e == NULL || !(q->directness ? e->path : e->plain) ||
		    (text_blank(v.means_sv) && text_blank(v.example_sv)))
			continue;
		v.label_sv = e->label_sv;
		v.label_en = e->label_en;
		q->scale.v[n++] = v;
	}
	q->scale.n = n;
}

void question_fit(struct arena *mem, struct question *q)
{
	bool found = q->part == PART_FINDINGS;
	bool goals = found || q->part == PART_RELEVANCE;

	if (q->part == PART_GATE)
		three_ways(mem, q);
	else if (found)
		own_words(q);
	else if (q->part != PART_CHOICE)
		q->scale = (struct scale){0};
	if (!goals)
		q->frameworks = "";
	if (!found)
		q->directness = false, q->fields = 0;
	q->needed &= q->depths;
}

/* -- two languages ------------------------------------------------------- */

static void fill(const char *sv, const char **en)
{
	if (text_blank(*en))
		*en = sv;
}

static void fill_question(struct question *q)
{
	fill(q->title_sv, &q->title_en);
	fill(q->help_sv, &q->help_en);
	fill(q->example_sv, &q->example_en);
	for (size_t i = 0; i < q->scale.n; i++) {
		struct scale_value *v = &q->scale.v[i];

		fill(v->label_sv, &v->label_en);
		fill(v->means_sv, &v->means_en);
		fill(v->example_sv, &v->example_en);
	}
}

void draft_fill_english(struct method *m)
{
	fill(m->title_sv, &m->title_en);
	fill(m->about_sv, &m->about_en);
	fill(m->judged_sv, &m->judged_en);
	for (size_t i = 0; i < m->steps.n; i++) {
		struct step *st = &m->steps.v[i];

		fill(st->name_sv, &st->name_en);
		fill(st->headline_sv, &st->headline_en);
		for (size_t j = 0; j < st->questions.n; j++)
			fill_question(&st->questions.v[j]);
	}
}

const char *english_apart(const char *sv, const char *en)
{
	return same(sv, en) ? "" : en;
}

/* -- an empty one -------------------------------------------------------- */

static struct question *first_question(struct arena *mem, struct step *st,
                                       enum part_kind part,
                                       const char *key, const char *means)
{
	struct question *q = PUSH(mem, &st->questions);

	*q = (struct question){
		.key = key, .means = means, .part = part, .title_sv = "",
		.title_en = "", .help_sv = "", .help_en = "",
		.example_sv = "", .example_en = "", .frameworks = "",
		.depths = 1u << DEPTH_QUICK | 1u << DEPTH_STANDARD |
		          1u << DEPTH_DEEP,
		.per_priority = st->per_priority,
	};
	q->needed = q->depths;
	return q;
}

static struct step *first_step(struct arena *mem, struct method *m,
                               const char *name, bool per_priority)
{
	struct step *st = PUSH(mem, &m->steps);

	*st = (struct step){
		.key = step_key_new(mem, m), .name_sv = name, .name_en = "",
		.headline_sv = "", .headline_en = "",
		.per_priority = per_priority,
	};
	return st;
}

void draft_empty(struct arena *mem, struct method *m)
{
	struct step *st;
	struct question *q;

	*m = (struct method){
		.code = "", .title_sv = "", .title_en = "", .about_sv = "",
		.about_en = "", .judged_sv = "förslag", .source = "",
		.judged_en = "proposal",
		.budget = { 0, 15, 25, 25 },
		.budget_per_goal = { 0, false, true, true },
	};
	st = first_step(mem, m, "Fynd", true);
	q = first_question(mem, st, PART_RELEVANCE, "relevance",
	                   "goals.relevance");
	q->frameworks = "agenda2030 national rights own";
	q = first_question(mem, st, PART_FINDINGS, "findings",
	                   "goals.findings");
	q->frameworks = "agenda2030 national rights own";
	q->directness = true;
	st = first_step(mem, m, "Helheten", false);
	first_question(mem, st, PART_MISSING, "missing", "actors.missing");
	first_question(mem, st, PART_ACTIONS, "actions", "actions.list")
		->needed = 0;
	first_question(mem, st, PART_OVERALL, "overall", "overall");
	draft_number(m);
}
