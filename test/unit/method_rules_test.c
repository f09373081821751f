#include <string.h>

#include "base/text.h"
#include "check.h"
#include "kit/json.h"
#include "method/method.h"
#include "web/static.h"

static struct json_reader read_bytes(struct arena *mem, struct bytes bytes,
                                     struct method *m)
{
	struct json_reader r = json_read(mem, bytes);

	method_read_json(&r, m);
	json_close(&r);
	return r;
}

static struct json_reader read_text_as(struct arena *mem, const char *text,
                                       struct method *m)
{
	return read_bytes(mem, (struct bytes){ text, strlen(text) }, m);
}

#define PAIR(name, text) "\"" name "\":{\"sv\":\"" text "\",\"en\":\"" \
	text "\"}"
#define ASKED "\"asked\":[\"quick\",\"standard\",\"deep\"]"

/* Another model: two steps, none of the parts in the first one's order. */
static char *other(struct arena *mem, const char *first, const char *second)
{
	return arena_print(mem, "{\"id\":\"liten\",\"edition\":2,"
		PAIR("title", "Liten") "," PAIR("about", "Två frågor") ","
		PAIR("judged", "förslag") ",\"budget\":{"
		"\"quick\":{\"answers\":2},\"standard\":{\"answers\":2},"
		"\"deep\":{\"answers\":9,\"per_goal\":true}},\"steps\":["
		"{\"key\":\"who\"," PAIR("name", "Vilka") ","
		PAIR("headline", "Vilka?") ",\"per_priority\":false,"
		"\"questions\":[%s]},"
		"{\"key\":\"what\"," PAIR("name", "Vad") ","
		PAIR("headline", "Vad gör {priority}?")
		",\"per_priority\":true,\"questions\":[%s]}]}",
		first, second);
}

#define QUESTION(key, part, more)                                       \
	"{\"key\":\"" key "\",\"means\":\"" key "\",\"part\":\"" part   \
	"\"," PAIR("title", "Fråga") "," PAIR("help", "Hjälp") ","      \
	PAIR("example", "Exempel") "," ASKED more "}"

#define MISSING QUESTION("who", "missing", ",\"needed\":[\"quick\"]")
#define VALUE(key) "{\"value\":\"" key "\"," PAIR("label", "S") ","    \
	PAIR("means", "M") "," PAIR("example", "E") "}"
#define GATE    QUESTION("gate", "gate", ",\"scale\":[" VALUE("go_on")  \
	"," VALUE("rethink") "," VALUE("stop") "]")

static void same_questions(struct arena *mem, const struct step *st,
                           struct question_list *all)
{
	for (size_t i = 0; i < st->questions.n; i++) {
		const struct question *q = &st->questions.v[i];

		CHECK(!text_blank(q->help_sv) && !text_blank(q->example_sv));
		CHECK(!text_blank(q->help_en) && !text_blank(q->example_en));
		for (size_t j = 0; j < all->n; j++) {
			const struct question *x = &all->v[j];
			bool alike = same(x->means, q->means);

			/* Rows and an answer never meet: one is kept apart. */
			CHECK(!alike || x->part == q->part ||
			      part_is_answer(x->part) !=
			      part_is_answer(q->part));
			for (size_t k = 0; alike && q->part == PART_CHOICE &&
			     k < q->scale.n; k++)
				CHECK_TEXT(q->scale.v[k].value,
				           x->scale.v[k].value);
		}
		*PUSH(mem, all) = *q;
	}
}

TEST(every_shipped_model_keeps_its_budget_at_every_depth)
{
	struct arena *mem = arena_new();
	size_t n = 0;

	for (const struct data_file *d = data_files; d->name != NULL; d++) {
		struct method m;
		struct json_reader r;

		if (strncmp(d->name, "methods/", 8) != 0)
			continue;
		r = read_bytes(mem, d->bytes, &m);
		CHECK_TEXT(r.where, "");
		CHECK_INT(r.wrong, JSON_FINE);
		CHECK(m.budget[DEPTH_QUICK] <= 15);
		CHECK(m.budget[DEPTH_STANDARD] <= 25);
		for (enum depth at = DEPTH_QUICK; at <= DEPTH_DEEP; at++)
			for (i64 priorities = 1; priorities <= 6; priorities++)
				CHECK(method_answers(&m, at, priorities) <=
				      m.budget[at]);
		n++;
	}
	CHECK_INT(n, 8);
	arena_free(mem);
}

/* What a law asks, it asks at any depth: a line until a yes, and no answer that
 * a budget counts (decisions.md A2, A7). Of each model, its newest edition. */
TEST(every_shipped_model_asks_about_duties_and_demands_no_answer)
{
	struct arena *mem = arena_new();
	const char *asking = "";
	struct method m;

	for (const struct data_file *d = data_files; d->name != NULL; d++) {
		if (strncmp(d->name, "methods/", 8) != 0)
			continue;
		read_bytes(mem, d->bytes, &m);
		for (size_t i = 0; i < m.steps.n; i++)
			for (size_t j = 0; j < m.steps.v[i].questions.n; j++)
				if (m.steps.v[i].questions.v[j].part ==
				    PART_DUTIES) {
					CHECK_INT(m.steps.v[i].questions.v[j]
					          .needed, 0);
					asking = arena_print(mem, "%s %s",
					        asking, m.code);
				}
	}
	CHECK_TEXT(asking, " fordjupad jh_fyra_steg kortform med_hallplatser"
	           " snabbkoll");
	arena_free(mem);
}

/* Two models that ask by the same meaning share an answer: it has to be an
 * answer of the same kind, to choose from the same. */
TEST(a_meaning_is_the_same_question_in_every_shipped_model)
{
	struct arena *mem = arena_new();
	struct question_list all = {0};

	for (const struct data_file *d = data_files; d->name != NULL; d++) {
		struct method m;

		if (strncmp(d->name, "methods/", 8) != 0)
			continue;
		read_bytes(mem, d->bytes, &m);
		for (size_t i = 0; i < m.steps.n; i++)
			same_questions(mem, &m.steps.v[i], &all);
	}
	CHECK(all.n > 60);
	arena_free(mem);
}

static const struct data_file *shipped(const char *name)
{
	const struct data_file *d = data_files;

	while (d->name != NULL && strcmp(d->name, name) != 0)
		d++;
	CHECK(d->name != NULL);
	return d;
}

TEST(the_model_of_four_steps_asks_what_its_makers_ask)
{
	struct arena *mem = arena_new();
	struct method m;
	i64 overall = 0;

	read_bytes(mem, shipped("methods/jh_fyra_steg.json")->bytes, &m);
	CHECK_INT(m.steps.n, 4);
	CHECK_TEXT(m.judged_sv, "prioritering");
	CHECK(m.steps.v[0].per_priority && m.steps.v[1].per_priority);
	CHECK(!m.steps.v[2].per_priority && !m.steps.v[3].per_priority);
	CHECK_TEXT(m.steps.v[0].questions.v[4].frameworks, "rus");
	CHECK(!m.steps.v[0].questions.v[4].directness);
	CHECK(m.steps.v[1].questions.v[1].directness);
	for (size_t i = 0; i < m.steps.v[3].questions.n; i++)
		overall += m.steps.v[3].questions.v[i].part == PART_OVERALL;
	CHECK_INT(overall, 1);
	arena_free(mem);
}

TEST(who_is_missing_must_be_answered_at_every_depth)
{
	struct arena *mem = arena_new();
	struct method m;
	const struct question *q;

	read_bytes(mem, shipped("methods/jh_fyra_steg.json")->bytes, &m);
	q = &m.steps.v[2].questions.v[1];
	CHECK_TEXT(q->means, "actors.missing");
	CHECK_INT(q->part, PART_MISSING);
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		CHECK(question_asked(q, d) && question_needed(q, d));
	arena_free(mem);
}

TEST(a_model_written_is_the_model_that_was_read)
{
	struct arena *mem = arena_new();
	const struct data_file *d = shipped("methods/jh_fyra_steg.json");
	struct method m, again;
	const char *text;

	read_bytes(mem, d->bytes, &m);
	text = method_write_json(mem, &m);
	CHECK_INT(strlen(text), d->bytes.n);
	CHECK(memcmp(text, d->bytes.v, d->bytes.n) == 0);
	read_text_as(mem, text, &again);
	CHECK_TEXT(method_hash(mem, &m), method_hash(mem, &again));
	again.steps.v[0].questions.v[0].title_sv = "Annat";
	CHECK(strcmp(method_hash(mem, &m), method_hash(mem, &again)) != 0);
	arena_free(mem);
}

TEST(another_model_is_read_by_the_same_rules)
{
	struct arena *mem = arena_new();
	struct method m;
	struct json_reader r = read_text_as(mem, other(mem, MISSING "," GATE,
		QUESTION("what", "findings", ",\"frameworks\":[\"own\"],"
		"\"needed\":[\"deep\"]")), &m);

	CHECK_TEXT(r.where, "");
	CHECK_INT(m.steps.n, 2);
	CHECK_INT(m.edition, 2);
	CHECK_INT(m.steps.v[0].questions.v[1].part, PART_GATE);
	CHECK_INT(m.steps.v[1].questions.v[0].no, 3);
	CHECK(m.steps.v[1].questions.v[0].per_priority);
	CHECK_INT(method_answers(&m, DEPTH_QUICK, 4), 1);
	CHECK_INT(method_answers(&m, DEPTH_DEEP, 4), 0);
	CHECK_TEXT(headline_for(mem, m.steps.v[1].headline_sv, "P1"),
	           "Vad gör P1?");
	CHECK_TEXT(headline_for(mem, m.steps.v[0].headline_sv, "P1"),
	           "Vilka?");
	arena_free(mem);
}

static void refused(const char *first, const char *second, const char *where,
                    enum json_wrong wrong)
{
	struct arena *mem = arena_new();
	struct method m;
	struct json_reader r = read_text_as(mem, other(mem, first, second),
	                                    &m);

	CHECK_TEXT(r.where, where);
	CHECK_INT(r.wrong, wrong);
	arena_free(mem);
}

TEST(what_a_model_may_not_say_is_refused_with_its_place)
{
	refused(MISSING, QUESTION("a", "poem", ""),
	        "steps[1].questions[0].part", JSON_VALUE);
	refused(MISSING, QUESTION("a", "text", ",\"colour\":1"),
	        "steps[1].questions[0].colour", JSON_UNKNOWN);
	refused(MISSING, QUESTION("a", "choice", ""),
	        "steps[1].questions[0].scale", JSON_VALUE);
	refused(MISSING, QUESTION("a", "findings", ""),
	        "steps[1].questions[0].frameworks", JSON_VALUE);
	refused(MISSING, QUESTION("a", "gate", ",\"scale\":["
	        VALUE("go_on") "," VALUE("stop") "," VALUE("rethink") "]"),
	        "steps[1].questions[0].scale", JSON_VALUE);
	refused(MISSING "," QUESTION("a", "findings", ",\"frameworks\":"
	        "[\"own\"]"), GATE, "steps[0].questions[1].per_priority",
	        JSON_VALUE);
	refused(MISSING, GATE, "steps", JSON_VALUE);
	refused(GATE, QUESTION("a", "findings", ",\"frameworks\":"
	        "[\"own\"]"), "steps", JSON_VALUE);
	refused(MISSING, QUESTION("a", "text", ",\"needed\":[\"often\"]"),
	        "steps[1].questions[0].needed", JSON_VALUE);
	refused(MISSING, QUESTION("who", "text", ""),
	        "steps[1].questions[0]", JSON_VALUE);
}

TEST(a_model_that_demands_more_than_its_budget_is_refused)
{
	refused(MISSING, QUESTION("a", "text", ",\"needed\":[\"quick\"]") ","
	        QUESTION("b", "text", ",\"needed\":[\"quick\"]"),
	        "budget.quick", JSON_VALUE);
	refused(MISSING, QUESTION("a", "findings", ",\"frameworks\":"
	        "[\"rus\"],\"needed\":[\"quick\"]"), "budget.quick",
	        JSON_VALUE);
}

TEST(every_part_has_one_word)
{
	for (enum part_kind p = PART_TEXT; p <= PART_OVERALL; p++)
		CHECK_INT(part_read(part_word(p)), p);
	CHECK_INT(part_read("poem"), 0);
	CHECK_INT(part_read(NULL), 0);
}
