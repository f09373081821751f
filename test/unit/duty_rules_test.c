#include "account/account.h"
#include "check.h"
#include "duty/duty.h"

static struct duty of_kind(enum duty_kind kind, enum duty_need need)
{
	return (struct duty){ .kind = kind, .need = need, .ground = GROUND_LAW,
	                      .state = DUTY_OPEN, .motive = "" };
}

TEST(a_consultation_goes_from_judged_to_documented_and_skips_no_ending)
{
	const enum duty_kind c = DUTY_CONSULTATION;

	CHECK(duty_may_become(c, DUTY_OPEN, DUTY_NOTIFIED));
	CHECK(duty_may_become(c, DUTY_OPEN, DUTY_NOT_NEEDED));
	CHECK(duty_may_become(c, DUTY_NOTIFIED, DUTY_OFFERED));
	CHECK(duty_may_become(c, DUTY_OFFERED, DUTY_DECLINED));
	CHECK(duty_may_become(c, DUTY_ONGOING, DUTY_AGREED));
	CHECK(duty_may_become(c, DUTY_ONGOING, DUTY_NO_AGREEMENT));
	CHECK(duty_may_become(c, DUTY_NO_AGREEMENT, DUTY_DOCUMENTED));
	CHECK(duty_may_become(c, DUTY_DOCUMENTED, DUTY_ONGOING));
	CHECK(!duty_may_become(c, DUTY_OPEN, DUTY_DOCUMENTED));
	CHECK(!duty_may_become(c, DUTY_ONGOING, DUTY_DOCUMENTED));
	CHECK(!duty_may_become(c, DUTY_ONGOING, DUTY_NOT_NEEDED));
	CHECK(!duty_may_become(c, DUTY_OFFERED, DUTY_NO_AGREEMENT));
	CHECK(!duty_may_become(c, DUTY_OPEN, DUTY_DONE));
}

TEST(a_step_that_was_skipped_is_not_told_as_taken)
{
	struct contact held[] = { { .kind = CONTACT_OFFERED },
		{ .kind = CONTACT_NOTIFIED, .removed = true } };
	struct duty d = of_kind(DUTY_CONSULTATION, NEED_YES);

	d.state = DUTY_AGREED;
	d.ended = ENDING_AGREED;
	d.log = (struct contact_list){ held, 2, 2 };
	CHECK(duty_has_been(&d, DUTY_OPEN));
	CHECK(!duty_has_been(&d, DUTY_NOTIFIED));
	CHECK(duty_has_been(&d, DUTY_OFFERED));
	CHECK(!duty_has_been(&d, DUTY_ONGOING));
	CHECK(duty_has_been(&d, DUTY_AGREED));
	CHECK(!duty_has_been(&d, DUTY_DECLINED));
}

TEST(a_state_of_another_kind_of_duty_is_never_taken)
{
	for (int k = DUTY_CHILDREN; k <= DUTY_LOCAL; k++)
		for (int to = DUTY_OPEN; to <= DUTY_STRATEGIC; to++) {
			bool own = to <= DUTY_DONE;

			if (k == DUTY_CONSULTATION)
				continue;
			own = own || (k == DUTY_MINORITIES &&
			              to == DUTY_OFFERED) ||
			      (k == DUTY_ENVIRONMENT && to == DUTY_STRATEGIC);
			CHECK(duty_may_become((enum duty_kind)k, DUTY_OPEN,
			                      (enum duty_state)to) == own);
		}
	CHECK(!duty_may_become(DUTY_CHILDREN, DUTY_OPEN, 99));
	CHECK(!duty_may_become(DUTY_CONSULTATION, 0, DUTY_OPEN));
}

TEST(only_what_rests_on_a_law_warns_and_only_until_it_is_settled)
{
	struct duty d = of_kind(DUTY_CONSULTATION, NEED_YES);

	CHECK(duty_warns(&d));
	for (d.state = DUTY_OPEN; d.state <= DUTY_DOCUMENTED; d.state++)
		CHECK(duty_warns(&d) == (d.state != DUTY_NOT_NEEDED &&
		      d.state != DUTY_DONE && d.state != DUTY_DOCUMENTED));
	d = of_kind(DUTY_CONSULTATION, NEED_YES);
	d.exempt = EXEMPT_REPLY;
	CHECK(!duty_warns(&d));
	d = of_kind(DUTY_CHILDREN, NEED_NO);
	CHECK(!duty_warns(&d));
	d = of_kind(DUTY_LOCAL, NEED_YES);
	d.ground = GROUND_LOCAL;
	CHECK(!duty_warns(&d));
	CHECK(!duty_is_settled(&d));
}

TEST(a_no_an_unclear_and_an_exception_need_their_motive)
{
	struct duty d = of_kind(DUTY_CONSULTATION, NEED_NO);

	CHECK(duty_flaws(&d) == DUTY_NO_MOTIVE);
	d.need = NEED_UNCLEAR;
	CHECK(duty_flaws(&d) == DUTY_NO_MOTIVE);
	d.need = NEED_YES;
	CHECK(duty_flaws(&d) == 0);
	d.exempt = EXEMPT_GRANT;
	CHECK(duty_flaws(&d) == DUTY_NO_MOTIVE);
	d.motive = "Ett bidrag till en förening.";
	CHECK(duty_flaws(&d) == 0);
	d.need = NEED_DIRECT;
	CHECK(duty_flaws(&d) == DUTY_NO_NEED);
	d = of_kind(DUTY_CHILDREN, NEED_INDIRECT);
	d.heard = SAID_NO;
	CHECK(duty_flaws(&d) == DUTY_NO_HEARD);
	d.heard_how = "De är för små.";
	d.state = DUTY_DONE;
	CHECK(duty_flaws(&d) == DUTY_NO_FUNCTION);
	d = of_kind(DUTY_ENVIRONMENT, NEED_YES);
	d.state = DUTY_DONE;
	CHECK(duty_flaws(&d) == DUTY_NO_OUTCOME);
	d = of_kind(DUTY_MINORITIES, NEED_YES);
	CHECK(duty_flaws(&d) == DUTY_NO_WHICH);
}

TEST(a_reply_to_a_remiss_is_exempt_from_consultation_and_nobody_private_is_asked)
{
	CHECK(duty_asked_of(DUTY_CONSULTATION, ORG_REGION, SUBJECT_STRATEGY));
	CHECK(!duty_asked_of(DUTY_CONSULTATION, ORG_REGION, SUBJECT_REPLY));
	CHECK(!duty_asked_of(DUTY_CONSULTATION, ORG_COMPANY,
	                     SUBJECT_STRATEGY));
	CHECK(duty_asked_of(DUTY_CHILDREN, ORG_COMPANY, SUBJECT_REPLY));
	CHECK(duty_asked_of(DUTY_ENVIRONMENT, ORG_MUNICIPALITY,
	                    SUBJECT_PLAN));
	CHECK(!duty_asked_of(DUTY_ENVIRONMENT, ORG_MUNICIPALITY,
	                     SUBJECT_BUDGET));
}

TEST(a_duty_says_where_it_stands_with_day_and_function)
{
	struct arena *mem = arena_new();
	struct duty d = of_kind(DUTY_CHILDREN, NEED_INDIRECT);

	CHECK_TEXT(duty_stands(mem, SWEDISH, &d), "Inte prövad");
	d.state = DUTY_DONE;
	d.state_on = 20364;
	d.state_by = "barnrättsstrategen";
	CHECK_TEXT(duty_stands(mem, SWEDISH, &d),
	           "Prövad 3 oktober 2025 av barnrättsstrategen");
	d = of_kind(DUTY_ENVIRONMENT, NEED_YES);
	d.state = DUTY_DONE;
	d.significant = SAID_NO;
	CHECK_TEXT(duty_stands(mem, SWEDISH, &d),
	           "Beslut finns: inte betydande miljöpåverkan");
	d.need = NEED_NO;
	CHECK_TEXT(duty_stands(mem, SWEDISH, &d), "Omfattas inte");
	CHECK_TEXT(duty_ground_word(mem, SWEDISH, &(struct duty){
	           .kind = DUTY_CONSULTATION, .ground = GROUND_LAW }),
	           "Lagkrav · 2 § lag (2022:66)");
	arena_free(mem);
}
