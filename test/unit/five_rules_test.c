/* Five steps in their order, and what is known without answering. */
#include "brief/five.h"
#include "check.h"
#include "example.h"

TEST(the_first_no_from_step_2_on_refers_back_and_ends_the_list)
{
	CHECK_INT(five_of("").state, FIVE_ASKS);
	CHECK_INT(five_of("yy").at, 3);
	CHECK_INT(five_of("n").state, FIVE_NOT_USED);
	CHECK_INT(five_of("yn").state, FIVE_BACK);
	CHECK_INT(five_of("yn").at, 2);
	CHECK_INT(five_of("yyyyn").at, 5);
	CHECK_INT(five_of("yyyyy").state, FIVE_READY);
}

TEST(answers_after_the_one_that_ends_the_list_are_no_answers)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(five_read(mem, "ynyyy"), "yn");
	CHECK_TEXT(five_read(mem, "yyyyyyyy"), "yyyyy");
	CHECK_TEXT(five_read(mem, "yxn"), "y");
	CHECK_TEXT(five_read(mem, "<n"), "");
	arena_free(mem);
}

TEST(what_the_document_knows_stands_at_its_step_and_answers_nothing)
{
	struct arena *mem = arena_new();
	struct hole sex = { .kind = HOLE_BY_SEX, .fact = "Totaler i F5." };
	struct hole_list holes = { &sex, 1, 1 }, none = {0};
	struct five_hints known;
	struct document d;

	CHECK_INT(example_read(mem, example_with(mem,
		"example/rsp_test_2025.json", "{", "{"), &d).wrong,
		JSON_FINE);
	five_hints(mem, &d, &holes, SWEDISH, &known);
	CHECK_HAS(known.of[1].v[0], "handlar om kvinnor, män");
	CHECK_TEXT(known.of[2].v[0], "Totaler i F5.");
	CHECK_HAS(known.of[3].v[0], "F");
	CHECK_HAS(known.of[4].v[0], "A");
	five_hints(mem, &d, &none, ENGLISH, &known);
	CHECK_HAS(known.of[2].v[0], "has not found a figure");
	for (int i = 1; i <= FIVE_STEPS; i++)
		CHECK(known.of[i].n > 0);
	arena_free(mem);
}
