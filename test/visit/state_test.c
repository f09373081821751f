/* Where an assessment stands, of what is decided by hand. */
#include "assess/assess.h"
#include "assess/gate.h"
#include "base/rights.h"
#include "base/text.h"
#include "trial.h"

static const char *at(struct trial *t, const char *page)
{
	return PAGE(get(t->st, "/a/%s%s", t->key, page));
}

static int moves(struct trial *t, enum assessment_state to, const char *why)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	return post(t->st, arena_print(t->st->mem, "version=%lld&to=%d&why=%s",
	            a.version, (int)to, why), "/a/%s/state", t->key)->code;
}

static enum assessment_state stands(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	return a.state;
}

TEST(an_assessment_rests_with_a_reason_and_is_taken_up_again)
{
	struct trial t = trial_open();

	CHECK_HAS(at(&t, ""), "/state'>Läge</a>");
	CHECK_INT(moves(&t, ASSESS_PAUSED, ""), 422);
	CHECK_INT(moves(&t, ASSESS_PAUSED, "Budgeten+dr%C3%B6jer"), 303);
	CHECK_HAS(at(&t, ""), "Säkringen vilar, därför att: Budgeten dröjer");
	CHECK_HAS(at(&t, "/finish"), "Återuppta den först");
	CHECK_INT(moves(&t, ASSESS_PAUSED, "igen"), 422);
	CHECK_INT(moves(&t, ASSESS_DONE, ""), 422);
	CHECK_INT(moves(&t, ASSESS_ONGOING, ""), 303);
	CHECK_HAS_NOT(at(&t, ""), "vilar");
	CHECK_INT(moves(&t, ASSESS_COMPILED, ""), 303);
	CHECK_HAS(at(&t, "/state"), "Sammanställd");
	CHECK_INT(stands(&t), ASSESS_COMPILED);
	stage_close(t.st);
}

TEST(who_does_not_lead_sees_where_it_stands_and_moves_nothing)
{
	struct trial t = trial_open();

	stage_rights(t.st, READ | EDIT);
	CHECK_HAS(at(&t, "/state"), "Processledaren bestämmer det.");
	CHECK_INT(moves(&t, ASSESS_PAUSED, "Vilar"), 403);
	stage_close(t.st);
}

TEST(what_waits_in_an_assessment_that_rests_does_not_remind)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct assessment a = {0};
	const char *waiting;

	CHECK_OK(assess_get(&s, t.id, &a));
	a.next_review = day_of_instant(s.now);
	IN_WRITE(t.st, assess_change(&s, &a));
	waiting = PAGE(get(t.st, "/o/%s/waiting", t.st->org_key));
	CHECK_HAS(waiting, arena_print(t.st->mem, "/a/%s", t.key));
	CHECK_INT(moves(&t, ASSESS_PAUSED, "Vilar"), 303);
	waiting = PAGE(get(t.st, "/o/%s/waiting", t.st->org_key));
	CHECK_HAS_NOT(waiting, arena_print(t.st->mem, "/a/%s", t.key));
	stage_close(t.st);
}

TEST(a_finished_one_is_followed_up_then_closed_and_not_opened_again)
{
	struct trial t = trial_open();

	CHECK_INT(moves(&t, ASSESS_FOLLOWED, ""), 422);
	trial_end(&t, ASSESS_DONE);
	CHECK_INT(moves(&t, ASSESS_PAUSED, "Vilar"), 422);
	CHECK_INT(moves(&t, ASSESS_FOLLOWED, ""), 303);
	CHECK_HAS(at(&t, "/state"), "Avsluta uppföljningen");
	CHECK_INT(moves(&t, ASSESS_CLOSED, ""), 303);
	CHECK_HAS(at(&t, "/state"), "Inget är kvar att ändra för hand.");
	CHECK_INT(moves(&t, ASSESS_ONGOING, ""), 422);
	CHECK_INT(stands(&t), ASSESS_CLOSED);
	stage_close(t.st);
}

TEST(going_on_at_one_stopping_place_does_not_lift_the_end_at_another)
{
	struct gate_choice v[] = {
		{ .means = "gate.1", .way = GATE_STOP },
		{ .means = "gate.2", .way = GATE_GO_ON },
		{ .means = "gate.1", .way = GATE_GO_ON },
		{ .means = "gate.2", .way = GATE_STOP },
		{ .means = "resume", .way = GATE_RESUME },
		{ .means = "gate.1", .way = GATE_RETHINK },
	};
	const bool stopped[] = { false, true, true, false, true, false, false };

	for (size_t n = 0; n <= COUNT(v); n++)
		CHECK_INT(gates_stop(&(struct gate_choice_list){ .v = v,
		          .n = n }), stopped[n]);
}
