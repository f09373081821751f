#include "check.h"
#include "example.h"

#define THIS "example/rsp_test_2025.json"
#define BEFORE "example/rsp_test_2021.json"

static const char *text_of(struct arena *mem, const char *name)
{
	return example_with(mem, name, "{", "{");
}

static void written_as_read(const char *name)
{
	struct arena *mem = arena_new();
	const char *text = text_of(mem, name);
	struct document d;
	struct json_reader r = example_read(mem, text, &d);

	CHECK_TEXT(r.where == NULL ? "" : r.where, "");
	CHECK_INT(r.wrong, JSON_FINE);
	CHECK_TEXT(document_write(mem, &d), text);
	arena_free(mem);
}

TEST(a_document_that_is_read_is_written_byte_for_byte)
{
	written_as_read(THIS);
	written_as_read(BEFORE);
}

/* The first occurrence of `part` becomes `by`; the complaint is at `where`. */
static void refused(const char *part, const char *by, enum json_wrong wrong,
                    const char *where)
{
	struct arena *mem = arena_new();
	struct document d;
	struct json_reader r = example_read(mem, example_with(mem, THIS, part,
	                                                      by), &d);

	CHECK_TEXT(r.where, where);
	CHECK_INT(r.wrong, wrong);
	arena_free(mem);
}

TEST(a_document_of_another_format_or_kind_is_refused)
{
	refused("\"format\": 1", "\"format\": 2", JSON_VALUE, "format");
	refused("\"format\": 1,", "", JSON_MISSING, "format");
	refused("\"kind\": \"assessment\"", "\"kind\": \"letter\"",
	        JSON_VALUE, "kind");
}

TEST(a_member_that_nobody_knows_is_refused_with_its_place)
{
	refused("\"format\": 1,", "\"format\": 1, \"extra\": 1,",
	        JSON_UNKNOWN, "extra");
	refused("\"lead\": {", "\"lead\": { \"email\": \"a@b.example\",",
	        JSON_UNKNOWN, "assessment.lead.email");
	refused("\"direction\": \"positive\",",
	        "\"direction\": \"positive\", \"weight\": 3,", JSON_UNKNOWN,
	        "findings[0].marks[0].weight");
}

TEST(a_value_of_another_type_is_refused)
{
	refused("\"edition\": 2", "\"edition\": \"2\"", JSON_TYPE,
	        "assessment.edition");
	refused("\"edition\": 2", "\"edition\": 2.0", JSON_TYPE,
	        "assessment.edition");
	refused("\"subject\": {", "\"subject\": [], \"subjects\": {",
	        JSON_TYPE, "subject");
	refused("\"dissent\": false", "\"dissent\": 0", JSON_TYPE,
	        "findings[0].dissent");
}

TEST(a_word_that_an_enum_has_not_is_refused)
{
	refused("\"state\": \"ongoing\"", "\"state\": \"new\"", JSON_VALUE,
	        "assessment.state");
	refused("\"state\": \"ongoing\"", "\"state\": null", JSON_MISSING,
	        "assessment.state");
	refused("\"direction\": \"positive\"", "\"direction\": \"both\"",
	        JSON_VALUE, "findings[0].marks[0].direction");
	refused("\"part\": \"choice\"", "\"part\": \"slider\"", JSON_VALUE,
	        "method.steps[0].questions[0].part");
}

TEST(days_and_instants_that_do_not_exist_are_refused)
{
	refused("\"decided_on\": \"2026-05-23\"",
	        "\"decided_on\": \"2026-02-30\"", JSON_VALUE,
	        "subject.decided_on");
	refused("\"made_at\": \"2025-08-25T06:30:00.000Z\"",
	        "\"made_at\": \"yesterday\"", JSON_VALUE,
	        "assessment.made_at");
}

TEST(a_text_over_its_limit_is_refused)
{
	char long_key[200];

	memset(long_key, 'k', sizeof long_key);
	long_key[sizeof long_key - 1] = '\0';
	refused("rsptest225", long_key, JSON_TOO_LONG, "assessment.key");
	refused("\"name\": \"Region Norrskog\"", "\"name\": \" \"", JSON_VALUE,
	        "organisation.name");
}

TEST(a_reference_to_what_is_not_in_the_document_is_refused)
{
	refused("\"in_force\": 1", "\"in_force\": 7", JSON_VALUE,
	        "priorities[0].in_force");
	refused("\"priority\": 1,\n   \"framework\"",
	        "\"priority\": 9,\n   \"framework\"", JSON_VALUE,
	        "relevance[0].priority");
	refused("\"goal\": \"R1\"", "\"goal\": \"R9\"", JSON_VALUE,
	        "relevance[0].goal");
	refused("\"actor\": \"kommuner25\",\n   \"role\"",
	        "\"actor\": \"nobody\",\n   \"role\"", JSON_VALUE,
	        "actor_links[0].actor");
	refused("\"women+foreign_born\"", "\"women+martians\"", JSON_VALUE,
	        "findings[8].groups[2]");
	refused("\"finding\": 3,\n       \"framework\"",
	        "\"finding\": 33,\n       \"framework\"", JSON_VALUE,
	        "conflicts[0].sides[1].members[0]");
	refused("\"conflict\": 4", "\"conflict\": 44", JSON_VALUE,
	        "actions[0].sources[1]");
}

TEST(two_of_one_number_are_refused)
{
	refused("\"no\": 2,\n   \"priority\"", "\"no\": 1,\n   \"priority\"",
	        JSON_VALUE, "findings[1].no");
	refused("\"no\": 2,\n   \"actor\"", "\"no\": 1,\n   \"actor\"",
	        JSON_VALUE, "actor_links[1].no");
	refused("\"code\": \"R2\"", "\"code\": \"R1\"", JSON_VALUE,
	        "frameworks[0].goals[1].code");
}

TEST(a_side_stands_on_one_thing_and_a_gap_belongs_to_a_finding_of_its_kind)
{
	refused("\"finding\": 1,\n       \"framework\": \"\"",
	        "\"finding\": 1,\n       \"framework\": \"rus_test\"",
	        JSON_MISSING, "conflicts[0].sides[0].members[0].goal");
	refused("\"kind\": \"gap\"", "\"kind\": \"effect\"", JSON_VALUE,
	        "findings[6].gap");
}

TEST(what_is_named_is_linked_to_what_it_names)
{
	struct arena *mem = arena_new();
	struct document d;

	CHECK_INT(example_read(mem, text_of(mem, THIS), &d).wrong, JSON_FINE);
	CHECK_INT(d.findings.n, 20);
	CHECK(!d.findings.v[0].reworded);
	CHECK(d.findings.v[7].reworded);
	CHECK_INT(d.findings.v[19].priority, d.priorities.v[0].id);
	CHECK_TEXT(d.links.v[3].name, "Äldre boende");
	CHECK_TEXT(d.conflicts.v[0].sides.v[1].members.v[0].sentence,
	           d.findings.v[2].sentence);
	CHECK_INT(d.actions.v[3].sources.v[0].actor_link, d.links.v[3].id);
	arena_free(mem);
}

TEST(of_the_example_34_combinations_are_chosen_and_28_judged)
{
	struct arena *mem = arena_new();
	struct goal_list goals = {0};
	struct matrix m;
	struct document d;
	int judged = 0, unjudged = 0;

	CHECK_INT(example_read(mem, text_of(mem, THIS), &d).wrong, JSON_FINE);
	for (size_t i = 0; i < d.frameworks.n; i++)
		for (size_t j = 0; j < d.frameworks.v[i].goals.n; j++)
			*PUSH(mem, &goals) = d.frameworks.v[i].goals.v[j];
	m = matrix_of(mem, &goals, &d.priorities, &d.relevance, &d.findings);
	for (size_t i = 0; i < m.goals * m.priorities; i++) {
		unjudged += m.cell[i].state == CELL_UNJUDGED;
		judged += m.cell[i].state > CELL_UNJUDGED;
	}
	CHECK_INT(d.relevance.n, 34);
	CHECK_INT(judged, 28);
	CHECK_INT(unjudged, 6);
	arena_free(mem);
}

TEST(of_the_example_only_finding_20_is_not_handled)
{
	struct arena *mem = arena_new();
	struct document d;

	CHECK_INT(example_read(mem, text_of(mem, THIS), &d).wrong, JSON_FINE);
	for (size_t i = 0; i < d.findings.n; i++) {
		const struct finding *f = &d.findings.v[i];
		bool open = finding_is_negative(f) && finding_handled(f,
			&d.conflicts, &d.positions, &d.actions) == BY_NOTHING;

		CHECK(open == (f->no == 20));
	}
	arena_free(mem);
}
