/*
 * Models as JSON, in and out. What is not known is refused with its place: a
 * model is data that people are asked by, so a word misspelt in it must not
 * pass in silence.
 */
#include <string.h>

#include "base/text.h"
#include "kit/json.h"
#include "method/method.h"

enum { KEY_MOST = 60, TITLE_MOST = 300, HELP_MOST = 2000, STEPS_MOST = 12,
       QUESTIONS_MOST = 40, VALUES_MOST = 12 };

/* {"sv": …, "en": …}, both or none. */
static void read_pair(struct json_reader *r, const struct json *in,
                      const char *name, size_t most, bool needed,
                      const char **sv, const char **en)
{
	static const char *const names[] = { "sv", "en", NULL };
	const struct json *at = json_member(r, in, name, needed);

	json_only(r, at, names);
	*sv = or_empty(json_text(r, at, "sv", most, true));
	*en = or_empty(json_text(r, at, "en", most, true));
}

/* Small letters, digits, _ and . only. */
static const char *read_key(struct json_reader *r, const struct json *in,
                            const char *name)
{
	const char *key = or_empty(json_text(r, in, name, KEY_MOST, true));

	if (*key == '\0' || key[strspn(key, "abcdefghijklmnopqrstuvwxyz"
	                                    "0123456789_.")] != '\0')
		json_refuse(r, in, name, JSON_VALUE);
	return key;
}

/* -- a question ---------------------------------------------------------- */

static void read_value(struct json_reader *r, const struct json *at,
                       struct scale_value *v)
{
	static const char *const names[] = { "value", "label", "means",
		"example", NULL };

	json_only(r, at, names);
	v->value = read_key(r, at, "value");
	read_pair(r, at, "label", TITLE_MOST, true, &v->label_sv,
	          &v->label_en);
	read_pair(r, at, "means", HELP_MOST, true, &v->means_sv,
	          &v->means_en);
	read_pair(r, at, "example", HELP_MOST, true, &v->example_sv,
	          &v->example_en);
}

static void read_scale(struct json_reader *r, const struct json *in,
                       const char *name, struct scale *scale)
{
	size_t n = json_length(r, in, name, VALUES_MOST, false);

	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++) {
		struct scale_value *v = PUSH(r->mem, scale);

		read_value(r, json_at(r, in, name, i), v);
	}
}

static unsigned read_depths(struct json_reader *r, const struct json *in,
                            const char *name, bool needed)
{
	size_t n = json_length(r, in, name, DEPTH_DEEP, needed);
	unsigned set = 0;

	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++) {
		const char *word = json_text_at(r, in, name, i, KEY_MOST);
		unsigned one = 0;

		for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
			if (same(word, depth_key(d)))
				one = 1u << d;
		if (one == 0)
			json_refuse(r, in, name, JSON_VALUE);
		set |= one;
	}
	return set;
}

static bool framework_word(const char *word)
{
	static const char *const words[] = { "rus", "agenda2030", "national",
		"rights", "own" };

	for (size_t i = 0; i < COUNT(words); i++)
		if (same(word, words[i]))
			return true;
	return false;
}

static const char *read_frameworks(struct json_reader *r,
                                   const struct json *in)
{
	size_t n = json_length(r, in, "frameworks", 5, false);
	const char *all = "";

	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++) {
		const char *word = json_text_at(r, in, "frameworks", i,
		                                KEY_MOST);

		if (!framework_word(word))
			json_refuse(r, in, "frameworks", JSON_VALUE);
		all = arena_print(r->mem, "%s%s%s", all, i > 0 ? " " : "",
		                  or_empty(word));
	}
	return all;
}

static unsigned read_fields(struct json_reader *r, const struct json *in)
{
	size_t n = json_length(r, in, "fields", FINDING_FIELDS, false);
	unsigned set = 0;

	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++) {
		enum finding_field one = field_named(json_text_at(r, in,
			"fields", i, KEY_MOST));

		if (one == 0)
			json_refuse(r, in, "fields", JSON_VALUE);
		set |= (unsigned)one;
	}
	return set;
}

static void read_question(struct json_reader *r, const struct json *at,
                          const struct step *step, struct question *q)
{
	static const char *const names[] = { "key", "part", "means", "title",
		"help", "example", "scale", "frameworks", "directness",
		"fields", "asked", "needed", "per_priority", NULL };

	json_only(r, at, names);
	q->key = read_key(r, at, "key");
	q->means = read_key(r, at, "means");
	q->part = part_read(json_text(r, at, "part", KEY_MOST, true));
	read_pair(r, at, "title", TITLE_MOST, true, &q->title_sv,
	          &q->title_en);
	read_pair(r, at, "help", HELP_MOST, true, &q->help_sv, &q->help_en);
	read_pair(r, at, "example", HELP_MOST, true, &q->example_sv,
	          &q->example_en);
	read_scale(r, at, "scale", &q->scale);
	q->frameworks = read_frameworks(r, at);
	q->directness = json_bool(r, at, "directness", false);
	q->fields = read_fields(r, at);
	q->depths = read_depths(r, at, "asked", true);
	q->needed = read_depths(r, at, "needed", false);
	q->per_priority = json_has(at, "per_priority") ?
	                  json_bool(r, at, "per_priority", true) :
	                  step->per_priority;
	if (q->part == 0)
		json_refuse(r, at, "part", JSON_VALUE);
}

/* -- a step -------------------------------------------------------------- */

static void read_questions(struct json_reader *r, const struct json *at,
                           struct step *step, i64 *no)
{
	size_t n = json_length(r, at, "questions", QUESTIONS_MOST, true);

	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++) {
		struct question *q = PUSH(r->mem, &step->questions);

		read_question(r, json_at(r, at, "questions", i), step, q);
		q->no = ++*no;
	}
}

static void read_step(struct json_reader *r, const struct json *at,
                      struct step *step, i64 *no)
{
	static const char *const names[] = { "key", "name", "headline",
		"per_priority", "questions", NULL };

	json_only(r, at, names);
	step->key = read_key(r, at, "key");
	read_pair(r, at, "name", KEY_MOST, true, &step->name_sv,
	          &step->name_en);
	read_pair(r, at, "headline", TITLE_MOST, true, &step->headline_sv,
	          &step->headline_en);
	step->per_priority = json_bool(r, at, "per_priority", true);
	read_questions(r, at, step, no);
}

/* -- the budget ---------------------------------------------------------- */

static void read_budget_of(struct json_reader *r, const struct json *in,
                           enum depth d, struct method *m)
{
	static const char *const names[] = { "answers", "per_goal", NULL };
	const struct json *at = json_member(r, in, depth_key(d), true);

	json_only(r, at, names);
	m->budget[d] = json_int(r, at, "answers", 1, budget_most(d), true);
	m->budget_per_goal[d] = json_bool(r, at, "per_goal", false);
}

static void read_budget(struct json_reader *r, const struct json *at,
                        struct method *m)
{
	static const char *const names[] = { "quick", "standard", "deep",
	                                     NULL };

	json_only(r, at, names);
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		read_budget_of(r, at, d, m);
}

/* -- the whole ----------------------------------------------------------- */

void method_read_draft(struct json_reader *r, struct method *m)
{
	static const char *const names[] = { "id", "edition", "title",
		"about", "judged", "source", "budget", "steps", NULL };
	size_t n = json_length(r, r->root, "steps", STEPS_MOST, true);
	i64 no = 0;

	*m = (struct method){0};
	json_only(r, r->root, names);
	m->code = read_key(r, r->root, "id");
	m->edition = json_int(r, r->root, "edition", 1, 9999, true);
	read_pair(r, r->root, "title", TITLE_MOST, true, &m->title_sv,
	          &m->title_en);
	read_pair(r, r->root, "about", HELP_MOST, true, &m->about_sv,
	          &m->about_en);
	read_pair(r, r->root, "judged", KEY_MOST, true, &m->judged_sv,
	          &m->judged_en);
	m->source = or_empty(json_text(r, r->root, "source", HELP_MOST,
	                               false));
	read_budget(r, json_member(r, r->root, "budget", true), m);
	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++) {
		struct step *step = PUSH(r->mem, &m->steps);

		step->no = (i64)i + 1;
		read_step(r, json_at(r, r->root, "steps", i), step, &no);
	}
}

void method_read_json(struct json_reader *r, struct method *m)
{
	struct method_flaw_list flaws = {0};

	method_read_draft(r, m);
	if (r->wrong != JSON_FINE)
		return;
	method_check(r->mem, m, &flaws);
	if (flaws.n > 0)
		json_refuse(r, r->root, flaws.v[0].place, JSON_VALUE);
}

/* -- columns ------------------------------------------------------------- */

bool scale_read(struct arena *mem, const char *text, struct scale *scale)
{
	struct json_reader r;

	*scale = (struct scale){0};
	if (*text == '\0')
		return true;
	r = json_read(mem, (struct bytes){ text, strlen(text) });
	read_scale(&r, r.root, NULL, scale);
	json_close(&r);
	return r.wrong == JSON_FINE;
}

bool budget_read(struct arena *mem, const char *text, struct method *m)
{
	struct json_reader r = json_read(mem, (struct bytes){
		text, strlen(text) });

	read_budget(&r, r.root, m);
	json_close(&r);
	return r.wrong == JSON_FINE;
}
