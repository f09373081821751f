/* What the answers of a meeting come to, and how far it got. */
#include "check.h"
#include "workshop/after.h"

static const struct close_words words = {
	.we = "Vi", .and = "och", .none = "såg ingen påverkan.",
	.plus = "såg en förbättring.", .minus = "såg en försämring.",
	.gap = "behöver veta mer.", .dissent = "Annan mening", .came = "",
};

enum { ITEM = 7, CLIMATE = 13, NATURE = 15, RUS = 101 };

static struct item_goal goals[] = {
	{ .goal = CLIMATE, .framework = FRAMEWORK_AGENDA2030, .code = "13" },
	{ .goal = NATURE, .framework = FRAMEWORK_AGENDA2030, .code = "15" },
	{ .goal = RUS, .framework = FRAMEWORK_RUS, .code = "R1" },
};

static const struct item item = {
	.id = ITEM, .kind = ITEM_GOAL, .priority = 1, .wording = 2,
	.state = ITEM_ON, .goals = { goals, 3, 3 },
};

struct work { struct arena *mem; struct answers all; struct found_list out; };

static struct work begin(void)
{
	return (struct work){ .mem = arena_new() };
}

static struct board_reply *said(struct work *w, i64 board, i64 goal,
                                const char *value, const char *sentence)
{
	struct board_reply *b = PUSH(w->mem, &w->all.replies);

	*b = (struct board_reply){ .item = ITEM, .goal = goal,
		.board = board, .value = value, .rationale = "",
		.board_name = board == 1 ? "Bord 1" : "Bord 2",
		.plus = sentence, .minus = sentence, .other = sentence,
		.dissent = "" };
	return b;
}

static void decide(struct work *w, i64 goal, enum verdict_kind kind,
                   const char *value, const char *sentence)
{
	*PUSH(w->mem, &w->all.verdicts) = (struct verdict){ .item = ITEM,
		.goal = goal, .kind = kind, .value = value,
		.plus = sentence, .minus = sentence, .other = sentence,
		.rationale = "" };
}

static void count(struct work *w)
{
	w->out = (struct found_list){0};
	findings_of(w->mem, &item, 0, &w->all, &words, &w->out);
}

TEST(what_no_table_answered_comes_to_nothing)
{
	struct work w = begin();

	count(&w);
	CHECK_INT(w.out.n, 0);
	arena_free(w.mem);
}

TEST(tables_that_say_the_same_are_one_finding_with_both_behind_it)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "dp", "Färre bilar");
	said(&w, 2, CLIMATE, "dp", "Färre bilar");
	count(&w);
	CHECK_INT(w.out.n, 1);
	CHECK_INT(w.out.v[0].boards.n, 2);
	CHECK(!w.out.v[0].f.dissent);
	CHECK_INT(w.out.v[0].f.source, SOURCE_TABLE);
	CHECK_TEXT(w.out.v[0].f.written_by, "Bord 1, Bord 2");
	arena_free(w.mem);
}

TEST(tables_that_agree_in_other_words_are_two_findings_and_no_dissent)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "dp", "Färre bilar");
	said(&w, 2, CLIMATE, "dp", "Fler tåg");
	count(&w);
	CHECK_INT(w.out.n, 2);
	CHECK(!w.out.v[0].f.dissent && !w.out.v[1].f.dissent);
	arena_free(w.mem);
}

TEST(tables_that_differ_in_direction_or_path_are_divided_and_both_stay)
{
	static const char *const others[] = { "dn", "ip", "no", "gap" };

	for (size_t i = 0; i < COUNT(others); i++) {
		struct work w = begin();

		said(&w, 1, CLIMATE, "dp", "Ett");
		said(&w, 2, CLIMATE, others[i], "Två");
		count(&w);
		CHECK_INT(w.out.n, 2);
		CHECK(w.out.v[0].f.dissent && w.out.v[1].f.dissent);
		CHECK_TEXT(w.out.v[0].f.sentence, "Ett");
		CHECK_TEXT(w.out.v[1].f.sentence, "Två");
		arena_free(w.mem);
	}
}

TEST(both_directions_on_a_goal_are_two_findings)
{
	struct work w = begin();
	struct board_reply *b = said(&w, 1, CLIMATE, "in dp", "Mer");

	b->minus = "Mindre";
	b->rationale = "Långt";
	count(&w);
	CHECK_INT(w.out.n, 2);
	CHECK_INT(w.out.v[0].f.marks.v[0].direction, POSITIVE);
	CHECK_INT(w.out.v[0].f.marks.v[0].directness, DIRECT);
	CHECK_INT(w.out.v[1].f.marks.v[0].direction, NEGATIVE);
	CHECK_INT(w.out.v[1].f.marks.v[0].directness, INDIRECT);
	CHECK_TEXT(w.out.v[1].f.sentence, "Mindre");
	CHECK_TEXT(w.out.v[1].f.rationale, "Långt");
	arena_free(w.mem);
}

TEST(one_fact_on_two_goals_is_one_finding_with_two_marks)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "dn", "Bilen behövs");
	said(&w, 1, NATURE, "in", "Bilen behövs");
	said(&w, 1, RUS, "rn", "Bilen behövs");
	said(&w, 2, NATURE, "in", "Bilen behövs");
	count(&w);
	CHECK_INT(w.out.n, 2);          /* table 1 alone, and both */
	CHECK_INT(w.out.v[0].f.marks.n, 2);
	CHECK_INT(w.out.v[0].f.marks.v[1].goal, RUS);
	CHECK_INT(w.out.v[0].f.marks.v[1].directness, WITHOUT_PATH);
	CHECK_INT(w.out.v[1].boards.n, 2);
	arena_free(w.mem);
}

TEST(no_effect_and_a_gap_are_looked_at_and_asked_never_mixed)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "no", "");
	said(&w, 1, NATURE, "gap", "Hur mycket mark?");
	count(&w);
	CHECK_INT(w.out.n, 2);
	CHECK_INT(w.out.v[0].f.kind, FINDING_LOOKED_AT);
	CHECK_TEXT(w.out.v[0].f.sentence, "Bord 1 såg ingen påverkan.");
	CHECK_INT(w.out.v[0].f.marks.v[0].direction, DIRECTION_NONE);
	CHECK_INT(w.out.v[1].f.kind, FINDING_GAP);
	CHECK_TEXT(w.out.v[1].f.sentence, "Hur mycket mark?");
	arena_free(w.mem);
}

TEST(what_the_room_agreed_on_is_one_finding_and_keeps_who_said_otherwise)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "dp", "Ett");
	said(&w, 2, CLIMATE, "dn", "Två")->dissent = "En av oss ser inget";
	decide(&w, CLIMATE, VERDICT_ROOM, "ip", "Vårt");
	count(&w);
	CHECK_INT(w.out.n, 1);
	CHECK_INT(w.out.v[0].boards.n, 0);
	CHECK_INT(w.out.v[0].f.source, SOURCE_AGREED);
	CHECK_TEXT(w.out.v[0].f.written_by, "");
	CHECK_TEXT(w.out.v[0].f.sentence, "Vårt");
	CHECK_HAS(w.out.v[0].f.rationale,
	          "Annan mening (Bord 2): En av oss ser inget");
	arena_free(w.mem);
}

TEST(divided_opinions_stay_each_tables_own_even_when_marks_are_alike)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "dp", "Ett");
	said(&w, 2, CLIMATE, "dp", "Två");
	decide(&w, CLIMATE, VERDICT_DIVIDED, "", "");
	count(&w);
	CHECK_INT(w.out.n, 2);
	CHECK(w.out.v[0].f.dissent && w.out.v[1].f.dissent);
	CHECK_TEXT(w.out.v[0].f.written_by, "Bord 1");
	arena_free(w.mem);
}

TEST(rationales_that_contain_each_other_are_both_kept)
{
	struct work w = begin();

	said(&w, 1, CLIMATE, "dn", "Bilen")->rationale = "Långt till macken";
	said(&w, 2, CLIMATE, "dn", "Bilen")->rationale = "Långt";
	count(&w);
	CHECK_INT(w.out.n, 1);
	CHECK_TEXT(w.out.v[0].f.rationale, "Långt till macken\nLångt");
	arena_free(w.mem);
}

TEST(the_digest_sees_every_change_a_person_can_make)
{
	struct arena *mem = arena_new();
	struct mark m = { .goal = 1, .direction = POSITIVE };
	struct finding f = { .kind = FINDING_EFFECT, .sentence = "A",
	                     .marks = { &m, 1, 1 } };
	const char *was = finding_digest(mem, &f);
	struct finding all[5];

	for (size_t i = 0; i < COUNT(all); i++)
		all[i] = f;
	f.rationale = "";
	CHECK_TEXT(finding_digest(mem, &f), was);
	all[0].sentence = "B";
	all[1].term = TERM_LONG;
	all[2].marks.n = 0;
	all[3].handled = HANDLED_REMAINS;
	all[4].places = "Åre";
	for (size_t i = 0; i < COUNT(all); i++)
		CHECK(strcmp(finding_digest(mem, &all[i]), was) != 0);
	arena_free(mem);
}

/* -- how far it got ------------------------------------------------------ */

static struct board both[] = { { .id = 1 }, { .id = 2 } };
static const struct board_list boards = { both, 2, 2 };

TEST(an_item_is_reached_when_each_table_has_answered_each_goal)
{
	struct work w = begin();
	struct reach r;

	for (i64 board = 1; board <= 2; board++)
		for (size_t g = 0; g < 3; g++)
			if (board == 1 || g > 0)
				said(&w, board, goals[g].goal, "no", "");
	r = item_reach(w.mem, &item, &boards, &w.all, 0);
	CHECK(!r.reached);
	CHECK_INT(r.lacking.n, 1);
	CHECK_INT(r.lacking.v[0], CLIMATE);
	CHECK_INT(item_ends(&item, &r), ITEM_LEFT);
	decide(&w, CLIMATE, VERDICT_ROOM, "dp", "Vi");
	r = item_reach(w.mem, &item, &boards, &w.all, 0);
	CHECK(r.reached);
	CHECK_INT(item_ends(&item, &r), ITEM_DONE);
	arena_free(w.mem);
}

TEST(a_break_that_was_not_taken_is_left_to_nobody)
{
	struct work w = begin();
	struct item rest = { .kind = ITEM_BREAK, .state = ITEM_PLANNED };
	struct reach r = item_reach(w.mem, &rest, &boards, &w.all, 0);

	CHECK_INT(item_ends(&rest, &r), ITEM_SKIPPED);
	rest.kind = ITEM_MISSING;
	r = item_reach(w.mem, &rest, &boards, &w.all, 0);
	CHECK_INT(item_ends(&rest, &r), ITEM_LEFT);
	rest.state = ITEM_SKIPPED;
	CHECK_INT(item_ends(&rest, &r), ITEM_SKIPPED);
	rest.state = ITEM_PARKED;
	CHECK_INT(item_ends(&rest, &r), ITEM_PARKED);
	arena_free(w.mem);
}
