#include "action/action.h"
#include "check.h"

static struct action_source from_seven[] = { { .finding = 7 } };

static struct action sound(void)
{
	return (struct action){
		.title = "Platsbesök", .purpose = PURPOSE_REDUCE,
		.state = ACTION_PROPOSED, .other_org = "", .dropped_why = "",
		.sources = { from_seven, 1, 1 },
	};
}

TEST(an_action_comes_out_of_something)
{
	struct action a = sound();

	CHECK_INT(action_flaws(&a), 0);
	a.sources.n = 0;
	a.purpose = 0;
	CHECK_INT(action_flaws(&a), ACTION_NO_SOURCE | ACTION_NO_PURPOSE);
}

TEST(an_action_is_dropped_with_a_reason)
{
	struct action a = sound();

	a.state = ACTION_DROPPED;
	CHECK_INT(action_flaws(&a), ACTION_NO_WHY);
	CHECK(action_may_become(ACTION_DROPPED, ACTION_PROPOSED));
	CHECK(!action_may_become(ACTION_ASSESSED, ACTION_DROPPED));
	CHECK(!action_may_become(ACTION_ONGOING, ACTION_PROPOSED));
}

TEST(an_action_is_late_from_the_day_after_it_was_due)
{
	struct action a = sound();

	CHECK(!action_is_late(&a, 20000));
	a.due = 20000;
	CHECK(!action_is_late(&a, 20000));
	CHECK(action_is_late(&a, 20001));
	a.state = ACTION_DONE;
	CHECK(!action_is_late(&a, 20001));
}

TEST(an_action_at_another_organisation_is_proposed_until_accepted_there)
{
	struct action a = sound();

	CHECK(!action_is_proposed_to(&a));
	a.other_org = "Länsstyrelsen";
	CHECK(action_is_proposed_to(&a));
	a.accepted_on = 20000;
	CHECK(action_is_proposed_to(&a));
	CHECK(action_has_day_alone(&a));
	a.accepted_by = "Enhetschefen";
	CHECK(!action_is_proposed_to(&a));
	CHECK(!action_has_day_alone(&a));
	CHECK(action_is_accepted(&a));
}

TEST(an_acceptance_noted_here_says_where_it_stands)
{
	struct action a = sound();

	CHECK_INT(accept_flaws(&a, false, 20000), ACCEPT_NO_DAY |
	          ACCEPT_NO_WHO | ACCEPT_NO_SOURCE);
	a.accepted_by = "Enhetschefen";
	a.accepted_on = 20001;
	CHECK_INT(accept_flaws(&a, true, 20000), ACCEPT_NO_DAY);
	CHECK_INT(accept_flaws(&a, true, 20001), 0);
	CHECK_INT(accept_flaws(&a, false, 20001), ACCEPT_NO_SOURCE);
}

struct desk {
	struct finding        f;
	struct conflict_list  conflicts;
	struct position_list  positions;
	struct action_list    actions;
};

static enum handled_by ask(const struct desk *d)
{
	return finding_handled(&d->f, &d->conflicts, &d->positions,
	                       &d->actions);
}

TEST(a_finding_is_handled_by_an_action_until_that_is_dropped)
{
	struct action a = sound();
	struct desk d = { .f = { .id = 7 }, .actions = { &a, 1, 1 } };

	CHECK_INT(ask(&d), BY_ACTION);
	a.state = ACTION_DROPPED;
	CHECK_INT(ask(&d), BY_NOTHING);
}

TEST(a_side_of_a_conflict_is_handled_and_a_side_of_a_synergy_is_not)
{
	struct side_member m[] = { { .goal = 3 }, { .finding = 7 } };
	struct side sides[] = { { .title = "En" },
	                        { .title = "Annan", .members = { m, 2, 2 } } };
	struct conflict c = { .sign = CONFLICT, .sides = { sides, 2, 2 } };
	struct desk d = { .f = { .id = 7 }, .conflicts = { &c, 1, 1 } };

	CHECK_INT(ask(&d), BY_CONFLICT);
	c.sign = SYNERGY;
	CHECK_INT(ask(&d), BY_NOTHING);
}

TEST(a_finding_remains_only_with_a_reason)
{
	struct desk d = { .f = { .id = 7, .handled = HANDLED_REMAINS,
	                         .handled_why = " " } };

	CHECK_INT(ask(&d), BY_NOTHING);
	d.f.handled_why = "Ryms inom målet";
	CHECK_INT(ask(&d), BY_REMAINING);
	d.f.handled = HANDLED_IN_REPLY;
	CHECK_INT(ask(&d), BY_REPLY);
}

TEST(a_position_handles_the_finding_it_was_made_for)
{
	struct position p = { .finding = 7, .made = true };
	struct desk d = { .f = { .id = 7 }, .positions = { &p, 1, 1 } };

	CHECK_INT(ask(&d), BY_POSITION);
	d.f.id = 8;
	CHECK_INT(ask(&d), BY_NOTHING);
}
