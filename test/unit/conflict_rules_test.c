#include "assess/assess.h"
#include "check.h"
#include "conflict/conflict.h"

static struct conflict sound(struct side *sides)
{
	sides[0] = (struct side){ .title = "Drivmedel nära" };
	sides[1] = (struct side){ .title = "Lägre utsläpp" };
	return (struct conflict){
		.sign = CONFLICT, .kind = CONFLICT_GOALS, .no = 4,
		.title = "Drivmedel eller klimat", .question = "",
		.state = CONFLICT_IDENTIFIED, .decider = "", .chosen = "",
		.sides = { sides, 2, 2 },
	};
}

TEST(a_conflict_needs_a_name_a_kind_and_two_named_sides)
{
	struct side sides[2];
	struct conflict c = sound(sides);

	CHECK_INT(conflict_flaws(&c), 0);
	sides[1].title = "  ";
	c.title = "";
	c.kind = 0;
	CHECK_INT(conflict_flaws(&c), CONFLICT_NO_TITLE | CONFLICT_NO_KIND |
	                              CONFLICT_ONE_SIDE);
}

TEST(a_position_is_asked_of_somebody_and_about_something)
{
	struct side sides[2];
	struct conflict c = sound(sides);

	c.state = CONFLICT_ASKED;
	CHECK_INT(conflict_flaws(&c), CONFLICT_NO_DECIDER |
	                              CONFLICT_NO_QUESTION);
	c.decider = "Regionala utvecklingsnämnden";
	c.question = "Ska stödet villkoras?";
	CHECK_INT(conflict_flaws(&c), 0);
	c.state = CONFLICT_WEIGHED;
	CHECK_INT(conflict_flaws(&c), CONFLICT_NO_CHOICE);
}

TEST(states_of_a_conflict_are_skipped_but_never_reordered)
{
	CHECK(conflict_may_become(CONFLICT_IDENTIFIED, CONFLICT_WEIGHED));
	CHECK(conflict_may_become(CONFLICT_ASKED, CONFLICT_ASKED));
	CHECK(!conflict_may_become(CONFLICT_WEIGHED, CONFLICT_ASKED));
	CHECK(!conflict_may_become(CONFLICT_ENDED, CONFLICT_IDENTIFIED));
}

TEST(an_accepted_conflict_may_be_taken_up_again)
{
	CHECK(conflict_may_become(CONFLICT_ACCEPTED, CONFLICT_ANALYSED));
	CHECK(!conflict_may_become(CONFLICT_IN_ACTION, CONFLICT_ANALYSED));
}

TEST(an_open_conflict_without_a_decider_is_noticed_and_a_synergy_is_not)
{
	struct side sides[2];
	struct conflict c = sound(sides);

	CHECK(conflict_lacks_decider(&c));
	c.sign = SYNERGY;
	CHECK(!conflict_lacks_decider(&c));
	c.sign = CONFLICT;
	c.state = CONFLICT_ACCEPTED;
	CHECK(!conflict_lacks_decider(&c));
}

TEST(conflicts_and_synergies_share_numbers_and_differ_in_letter)
{
	struct arena *mem = arena_new();
	struct side sides[2];
	struct conflict c = sound(sides);

	CHECK_TEXT(conflict_name(mem, &c), "K4");
	c.sign = SYNERGY;
	CHECK_TEXT(conflict_name(mem, &c), "S4");
	arena_free(mem);
}

TEST(findings_stand_against_each_other_when_one_goal_is_marked_both_ways)
{
	struct mark good[] = { { .goal = 11, .direction = POSITIVE } };
	struct mark both[] = { { .goal = 13, .direction = POSITIVE },
	                       { .goal = 11, .direction = NEGATIVE } };
	struct mark none[] = { { .goal = 11, .direction = DIRECTION_NONE } };
	struct finding all[] = {
		{ .id = 1, .marks = { none, 1, 1 } },
		{ .id = 2, .marks = { good, 1, 1 } },
		{ .id = 3, .marks = { both, 2, 2 } },
	};
	struct finding_list list = { all, 3, 3 };

	CHECK(finding_against(&list, &all[1]) == &all[2]);
	CHECK(finding_against(&list, &all[2]) == &all[1]);
	CHECK(finding_against(&list, &all[0]) == NULL);
}

TEST(a_position_is_made_or_somebody_shall_make_it)
{
	struct position p = { .text = "Platsbesök först", .decider = "" };

	CHECK_INT(position_flaws(&p), POSITION_NO_DECIDER);
	p.made = true;
	CHECK_INT(position_flaws(&p), 0);
	p.text = " ";
	CHECK_INT(position_flaws(&p), POSITION_NO_TEXT);
}
