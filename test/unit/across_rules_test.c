/* What makes two assessments worth trying against each other. */
#include "check.h"
#include "assess/finding.h"
#include "conflict/conflict.h"
#include "insight/across.h"
#include "insight/across_near.h"
#include "insight/list.h"

enum { DAY = 86400000 };

TEST(what_is_at_hand_at_different_times_does_not_meet)
{
	struct period old = period_of(16000LL * DAY, 0, 0);
	struct period new = period_of(20000LL * DAY, 0, 0);
	struct period planned = period_of(19000LL * DAY, 20500, 0);
	struct period kept = period_of(16000LL * DAY, 0, 20000);

	CHECK(!periods_meet(old, new));
	CHECK(periods_meet(planned, new));
	CHECK(periods_meet(kept, new));
	CHECK(periods_meet(new, new));
}

TEST(what_is_shared_weighs_more_than_how_many_goals_meet)
{
	CHECK(strength_of(SHARE_PLACE, 0, 1) >
	      strength_of(SHARE_MEANS, 0, 50));
	CHECK(strength_of(SHARE_PLACE | SHARE_ACTOR, 2, 1) >
	      strength_of(SHARE_PLACE, 0, 1));
	CHECK(strength_of(SHARE_PLACE, 0, 3) > strength_of(SHARE_PLACE, 0, 2));
}

TEST(the_best_are_kept_in_order_and_come_back_out_of_their_bytes)
{
	struct best_one out[ACROSS_MOST];
	struct arena *mem = arena_new();
	struct best b = {0};

	for (int i = 0; i < 40; i++)
		best_take(&b, &(struct best_one){ .other = i + 1,
			.sign = i % 4 == 0 ? SYNERGY : CONFLICT, .goal = 13,
			.reasons = SHARE_PLACE, .goals = i % 3 + 1,
			.strength = strength_of(SHARE_PLACE, 0, i % 3 + 1) });
	CHECK_INT(b.n_conflicts, ACROSS_CONFLICTS);
	CHECK_INT(b.n_synergies, ACROSS_SYNERGIES);
	for (int i = 1; i < b.n_conflicts; i++)
		CHECK(b.conflicts[i - 1].strength > b.conflicts[i].strength ||
		      b.conflicts[i - 1].other > b.conflicts[i].other);
	CHECK_INT(best_unpack(best_pack(mem, &b), out), ACROSS_MOST);
	CHECK_INT(out[0].other, b.conflicts[0].other);
	CHECK_INT(out[0].strength, b.conflicts[0].strength);
	CHECK_INT(out[ACROSS_MOST - 1].sign, SYNERGY);
	arena_free(mem);
}

TEST(a_dismissed_suggestion_comes_back_only_with_something_new)
{
	const struct candidate c = { .state = CANDIDATE_DISMISSED,
		.reasons = SHARE_PLACE | SHARE_ACTOR, .goals = "12,15" };

	CHECK(candidate_holds(&c, SHARE_PLACE, "12,15"));
	CHECK(candidate_holds(&c, SHARE_ACTOR, "15"));
	CHECK(!candidate_holds(&c, SHARE_PLACE | SHARE_MEANS, "12"));
	CHECK(!candidate_holds(&c, SHARE_PLACE, "1"));
	CHECK(!candidate_holds(&c, SHARE_PLACE, "12,150"));
}

static void add(struct net *net, i64 id, const char *place, const char *part)
{
	net_add(net, &(struct facts){ .id = id, .subject = id,
		.title = id == 1 ? "Service" : "Annat", .belongs_to = part,
		.place = place, .unit = "", .period = { 1, 10 } });
}

TEST(the_finder_over_all_meets_those_who_share_and_pull_apart)
{
	static const i64 goals[] = { 3, 70, 90 };
	struct arena *mem = arena_new();
	struct net *net = net_new(mem, goals, COUNT(goals));
	struct best b;

	add(net, 1, "Strömsund", "");
	add(net, 2, "Strömsund", "");
	add(net, 3, "Krokom", "Service");
	add(net, 4, "Åre", "");
	net_mark(net, 1, 70, POSITIVE);
	net_mark(net, 1, 3, POSITIVE);
	net_mark(net, 2, 70, NEGATIVE);
	net_mark(net, 3, 3, POSITIVE);
	net_mark(net, 4, 70, NEGATIVE);
	net_mark(net, 4, 71, NEGATIVE);
	net_close(net);
	net_best(net, 0, &b);
	CHECK_INT(b.n_conflicts, 1);
	CHECK_INT(b.conflicts[0].other, 2);
	CHECK_INT(b.conflicts[0].goal, 70);
	CHECK_INT(b.n_synergies, 1);
	CHECK_INT(b.synergies[0].other, 3);
	CHECK_INT(b.synergies[0].reasons, SHARE_PARENT);
	net_best(net, 3, &b);
	CHECK_INT(b.n_conflicts + b.n_synergies, 0);
	arena_free(mem);
}

TEST(a_filter_knows_states_words_and_days)
{
	struct arena *mem = arena_new();
	const struct listed it = { .state = 2, .kind = 1, .unit = "Trafik",
		.subject = "Serviceprogram", .belongs_to = "Strategi",
		.who = "Nämnden (RUN)", .other = "", .due = 20000 };
	struct sieve f = { .who = "", .unit = "", .programme = "",
	                   .today = 20100 };

	CHECK(sieve_is_open(&f) && listed_fits(mem, &f, &it));
	f.who = "run";
	f.programme = "strategi";
	f.late = true;
	CHECK(listed_fits(mem, &f, &it));
	f.year = 2024;                  /* day 20000 is in October 2024 */
	CHECK(listed_fits(mem, &f, &it));
	f.year = 2025;
	CHECK(!listed_fits(mem, &f, &it));
	f.year = 0;
	f.state = 3;
	CHECK(!listed_fits(mem, &f, &it));
	f.state = 0;
	f.unit = "kultur";
	CHECK(!listed_fits(mem, &f, &it));
	arena_free(mem);
}
