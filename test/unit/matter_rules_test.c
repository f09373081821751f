/* States of a matter, tried against a simple model; words of its chain; days. */
#include "base/clock.h"
#include "check.h"
#include "matter/matter_view.h"

static struct chain three(struct arena *mem)
{
	static const struct body bodies[] = {
		{ .id = 1, .no = 1, .kind = BODY_WORKING, .shortened = "RSAU",
		  .name = "regionstyrelsens arbetsutskott" },
		{ .id = 2, .no = 2, .kind = BODY_BOARD, .shortened = "RS",
		  .name = "regionstyrelsen" },
		{ .id = 3, .no = 3, .kind = BODY_ASSEMBLY, .shortened = "RF",
		  .name = "regionfullmäktige" },
	};
	struct chain chain = {0};

	for (size_t i = 0; i < COUNT(bodies); i++)
		*PUSH(mem, &chain) = (struct step_body){
			.id = (i64)i + 11, .no = (i64)i + 1,
			.body = bodies[i],
			.role = i < 2 ? ROLE_PROPOSES : ROLE_DECIDES };
	return chain;
}

static void meets(struct arena *mem, struct outcome_list *all,
                  const struct step_body *at, enum outcome_kind kind,
                  bool minority)
{
	*PUSH(mem, all) = (struct outcome){
		.no = (i64)all->n, .step_body = at->id, .kind = kind,
		.held_on = 100 + (i64)all->n, .minority = minority };
}

static struct outcome tries(const struct step_body *at,
                            enum outcome_kind kind)
{
	return (struct outcome){ .step_body = at->id, .kind = kind,
		.held_on = 1000, .text = "Program antas", .reason = "" };
}

/* -- the minority rule --------------------------------------------------- */

TEST(a_third_of_those_present_can_force_it_once_and_only_in_the_assembly)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);
	struct outcome_list all = {0};
	struct outcome o;

	for (size_t i = 0; i < 2; i++) {
		o = tries(&chain.v[i], OUTCOME_ADJOURNED);
		o.minority = true;
		o.present = 9, o.in_favour = 9;
		CHECK_INT(outcome_flaws(&o, &all, &chain),
		          OUTCOME_NO_MINORITY);
		meets(mem, &all, &chain.v[i], OUTCOME_APPROVED, false);
	}
	CHECK(outcome_minority(&all, 0) == NULL);
	o = tries(&chain.v[2], OUTCOME_ADJOURNED);
	o.minority = true;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NO_COUNT);
	o.present = 55, o.in_favour = 18;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_TOO_FEW);
	o.in_favour = 19;
	CHECK_INT(outcome_flaws(&o, &all, &chain), 0);
	o.in_favour = 56;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NO_COUNT);
	o.present = 54, o.in_favour = 18;
	CHECK_INT(outcome_flaws(&o, &all, &chain), 0);
	o.kind = OUTCOME_APPROVED;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NO_MINORITY);
	meets(mem, &all, &chain.v[2], OUTCOME_ADJOURNED, true);
	CHECK(outcome_minority(&all, 0) == &all.v[all.n - 1]);
	o.kind = OUTCOME_REFERRED_BACK;
	o.reason = "Räkna";
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_MINORITY_USED);
	o.minority = false;
	CHECK_INT(outcome_flaws(&o, &all, &chain), 0);
	arena_free(mem);
}

TEST(a_referral_back_says_what_is_to_be_done)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);
	struct outcome_list none = {0};
	struct outcome o = tries(&chain.v[0], OUTCOME_REFERRED_BACK);

	CHECK_INT(outcome_flaws(&o, &none, &chain), OUTCOME_NO_REASON);
	o.reason = "  \n";
	CHECK_INT(outcome_flaws(&o, &none, &chain), OUTCOME_NO_REASON);
	o.reason = "Räkna på resorna";
	CHECK_INT(outcome_flaws(&o, &none, &chain), 0);
	arena_free(mem);
}

TEST(bodies_come_in_the_order_of_the_chain)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);
	struct outcome_list all = {0};
	struct outcome o = tries(&chain.v[1], OUTCOME_APPROVED);

	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_OUT_OF_TURN);
	meets(mem, &all, &chain.v[0], OUTCOME_APPROVED, false);
	CHECK_INT(outcome_flaws(&o, &all, &chain), 0);
	o.held_on = 99;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_DAY_ORDER);
	o.held_on = 0;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NO_DAY);
	/* The first, corrected: it may not refer back what went on. */
	o = tries(&chain.v[0], OUTCOME_AMENDED);
	o.no = 1;
	meets(mem, &all, &chain.v[1], OUTCOME_APPROVED, false);
	o.held_on = 101;
	CHECK_INT(outcome_flaws(&o, &all, &chain), 0);
	o.kind = OUTCOME_REFERRED_BACK;
	o.reason = "Räkna";
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_OUT_OF_TURN);
	arena_free(mem);
}

TEST(only_who_is_told_can_note_and_a_decision_has_words)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);
	struct outcome_list all = {0};
	struct outcome o = tries(&chain.v[0], OUTCOME_NOTED);

	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NOT_THERE);
	chain.v[0].role = ROLE_IS_TOLD;
	CHECK_INT(outcome_flaws(&o, &all, &chain), 0);
	chain.v[0].role = ROLE_DECIDES;
	o.kind = OUTCOME_APPROVED;
	o.text = " ";
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NO_TEXT);
	o.step_body = 77;
	CHECK_INT(outcome_flaws(&o, &all, &chain), OUTCOME_NOT_THERE);
	arena_free(mem);
}

/* -- states -------------------------------------------------------------- */

static uint32_t dice;

static unsigned throw(unsigned sides)
{
	dice = dice * 1664525u + 1013904223u;
	return (dice >> 16) % sides;
}

/* What the model knows: how many have concluded, and what came last. */
struct model { size_t past; enum outcome_kind last; bool minority, any; };

static enum matter_state model_state(const struct model *m)
{
	if (m->last == OUTCOME_WITHDRAWN)
		return MATTER_WRITTEN_OFF;
	if (m->last == OUTCOME_REFERRED_BACK)
		return MATTER_REFERRED_BACK;
	if (m->last == OUTCOME_ADJOURNED)
		return MATTER_ADJOURNED;
	return m->past == 3 ? MATTER_DECIDED : MATTER_IN_BODIES;
}

static bool model_allows(const struct model *m, size_t step,
                         const struct outcome *o)
{
	bool holds = o->kind == OUTCOME_ADJOURNED ||
	             o->kind == OUTCOME_REFERRED_BACK;

	if (m->any && m->last == OUTCOME_WITHDRAWN)
		return false;
	if (step != m->past || o->kind == OUTCOME_NOTED)
		return false;
	return !o->minority || (holds && step == 2 && !m->minority);
}

static void one_move(struct arena *mem, const struct chain *chain,
                     struct outcome_list *all, struct model *m,
                     enum matter_state *state)
{
	size_t step = throw(3);
	struct outcome o = tries(&chain->v[step],
	                         (enum outcome_kind)(1 + throw(7)));
	bool allowed;

	o.minority = throw(4) == 0;
	o.present = 9, o.in_favour = 3;
	o.reason = "Räkna";
	o.held_on = 100 + (i64)all->n;
	allowed = model_allows(m, step, &o);
	CHECK(allowed == (outcome_flaws(&o, all, chain) == 0));
	if (!allowed)
		return;
	o.no = (i64)all->n + 1;
	*PUSH(mem, all) = o;
	m->past += o.kind != OUTCOME_ADJOURNED &&
	           o.kind != OUTCOME_REFERRED_BACK;
	m->minority = m->minority || o.minority;
	m->last = o.kind;
	m->any = true;
	*state = matter_state_after(*state, chain, all);
	CHECK_INT(*state, model_state(m));
}

TEST(twenty_thousand_random_moves_are_allowed_or_not_as_a_simple_model_says)
{
	for (dice = 1; dice < 20000; dice += 37) {
		uint32_t seed = dice;
		struct arena *mem = arena_new();
		struct chain chain = three(mem);
		struct outcome_list all = {0};
		struct model m = {0};
		enum matter_state state = MATTER_PREPARED;

		for (int i = 0; i < 40; i++) {
			const struct step_body *next;

			one_move(mem, &chain, &all, &m, &state);
			next = chain_next(&chain, &all);
			CHECK((next == NULL) == (m.past == 3 ||
			      (m.any && m.last == OUTCOME_WITHDRAWN)));
			CHECK(next == NULL || next == &chain.v[m.past]);
		}
		arena_free(mem);
		dice = seed;
	}
}

TEST(what_only_a_meeting_can_say_is_not_reached_by_hand)
{
	for (int from = MATTER_STARTED; from <= MATTER_WRITTEN_OFF; from++) {
		enum matter_state at = (enum matter_state)from;

		CHECK(!matter_may_become(at, MATTER_STARTED));
		CHECK(!matter_may_become(at, MATTER_IN_BODIES));
		CHECK(!matter_may_become(at, MATTER_DECIDED));
		CHECK(!matter_may_become(at, MATTER_REFERRED_BACK));
		CHECK(!matter_may_become(at, MATTER_ADJOURNED));
		CHECK(!matter_may_become(at, at));
	}
	CHECK(matter_may_become(MATTER_STARTED, MATTER_READY));
	CHECK(!matter_may_become(MATTER_READY, MATTER_REGISTERED));
	CHECK(matter_may_become(MATTER_OUT, MATTER_PREPARED));
	CHECK(matter_may_become(MATTER_IN_BODIES, MATTER_OUT));
	CHECK(matter_may_become(MATTER_REFERRED_BACK, MATTER_PREPARED));
	CHECK(matter_may_become(MATTER_DECIDED, MATTER_CARRIED_OUT));
	CHECK(matter_may_become(MATTER_CARRIED_OUT, MATTER_FOLLOWED));
	CHECK(!matter_may_become(MATTER_DECIDED, MATTER_WRITTEN_OFF));
	CHECK(!matter_may_become(MATTER_DECIDED, MATTER_PREPARED));
}

TEST(a_delegated_decision_is_decided_before_it_is_told)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);
	struct outcome_list all = {0};

	chain.n = 2;
	chain.v[0].body.kind = BODY_DELEGATE;
	chain.v[0].role = ROLE_DECIDES;
	chain.v[1].role = ROLE_IS_TOLD;
	meets(mem, &all, &chain.v[0], OUTCOME_APPROVED, false);
	CHECK_INT(matter_state_after(MATTER_STARTED, &chain, &all),
	          MATTER_DECIDED);
	CHECK(chain_next(&chain, &all) == &chain.v[1]);
	arena_free(mem);
}

/* -- words --------------------------------------------------------------- */

TEST(the_words_of_a_proposal_follow_the_chain)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);

	CHECK_TEXT(chain_wording(mem, &chain, 0, false),
	           "Regionstyrelsens arbetsutskott beslutar föreslå "
	           "regionstyrelsen besluta föreslå regionfullmäktige "
	           "besluta att");
	CHECK_TEXT(chain_wording(mem, &chain, 1, true),
	           "RS beslutar föreslå RF besluta att");
	CHECK_TEXT(chain_wording(mem, &chain, 2, false),
	           "Regionfullmäktige beslutar att");
	chain.n = 2;
	chain.v[1].role = ROLE_DECIDES;
	CHECK_TEXT(chain_wording(mem, &chain, 0, true),
	           "RSAU beslutar föreslå RS besluta att");
	chain.v[0].role = ROLE_PREPARES;
	CHECK_TEXT(chain_wording(mem, &chain, 0, false),
	           "Regionstyrelsen beslutar att");
	chain.v[0].role = ROLE_DECIDES;
	chain.v[0].body = (struct body){ .kind = BODY_DELEGATE,
		.name = "åtgärdsdirektören" };
	chain.v[1].role = ROLE_IS_TOLD;
	CHECK_TEXT(chain_wording(mem, &chain, 0, true), "Åtgärdsdirektören "
	           "beslutar, med stöd av delegationsordningen, att");
	CHECK_TEXT(chain_wording(mem, &chain, 1, false),
	           "Beslutet anmäls till regionstyrelsen.");
	CHECK_TEXT(chain_wording(mem, &chain, 9, false), "");
	arena_free(mem);
}

TEST(paths_are_made_of_the_bodies_there_are)
{
	struct arena *mem = arena_new();
	struct chain chain = three(mem);
	struct body_list all = {0};
	struct path_list paths = {0};

	for (size_t i = 0; i < chain.n; i++)
		*PUSH(mem, &all) = chain.v[i].body;
	*PUSH(mem, &all) = (struct body){ .no = 4, .kind = BODY_COMMITTEE,
		.name = "regionala utvecklingsnämnden", .shortened = "RUN" };
	*PUSH(mem, &all) = (struct body){ .no = 5, .kind = BODY_DELEGATE,
		.name = "regionala utvecklingsdirektören" };
	chain_paths(mem, &all, &paths);
	CHECK_INT(paths.n, 6);
	CHECK_TEXT(paths.v[0].value, "1.2.3");
	CHECK_TEXT(paths.v[0].label, "RSAU → RS → RF");
	CHECK_TEXT(paths.v[1].value, "1.2");
	CHECK_TEXT(paths.v[2].value, "4");
	CHECK_TEXT(paths.v[3].value, "4.2.3");
	CHECK_TEXT(paths.v[4].value, "5.2");
	CHECK_TEXT(paths.v[5].label, "Regionala utvecklingsdirektören → RUN");
	arena_free(mem);
}

/* -- days ---------------------------------------------------------------- */

static i64 day(int y, int m, int d)
{
	return day_of_date((struct date){ y, m, d });
}

TEST(swedish_holidays_are_free_and_so_are_the_eves_that_law_counts)
{
	static const struct date free_days[] = {
		{ 2026, 1, 1 }, { 2026, 1, 6 }, { 2026, 4, 3 },
		{ 2026, 4, 6 }, { 2026, 5, 1 }, { 2026, 5, 14 },
		{ 2025, 6, 6 }, { 2026, 6, 19 }, { 2026, 12, 24 },
		{ 2026, 12, 25 }, { 2025, 12, 26 }, { 2026, 12, 31 },
		{ 2026, 11, 28 }, { 2026, 11, 29 }, { 2038, 4, 26 },
		{ 2008, 5, 1 }, { 2024, 3, 29 }, { 2025, 4, 18 },
	};
	static const struct date at_work[] = {
		{ 2026, 4, 2 }, { 2026, 4, 7 }, { 2026, 5, 15 },
		{ 2026, 4, 30 }, { 2026, 6, 18 }, { 2026, 6, 22 },
		{ 2026, 12, 23 }, { 2026, 11, 25 }, { 2026, 6, 25 },
	};

	for (size_t i = 0; i < COUNT(free_days); i++)
		CHECK(day_is_free(day_of_date(free_days[i])));
	for (size_t i = 0; i < COUNT(at_work); i++)
		CHECK(!day_is_free(day_of_date(at_work[i])));
}

TEST(days_that_law_counts_move_off_days_that_are_free)
{
	struct outcome o = { .held_on = day(2023, 5, 23) };
	struct date_help d = outcome_dates(&o);

	/* 14 days on is the national day; 2 on from the 7th; 3 weeks on. */
	CHECK_INT(d.minutes_by, day(2023, 6, 7));
	CHECK_INT(d.post_by, day(2023, 6, 9));
	CHECK_INT(d.appeal_by, day(2023, 6, 30));
	o.approved_on = day(2023, 6, 1);
	d = outcome_dates(&o);
	CHECK_INT(d.post_by, day(2023, 6, 5));
	o.posted_on = day(2023, 6, 2);
	d = outcome_dates(&o);
	/* The 23rd is Midsummer Eve: Monday the 26th. */
	CHECK_INT(d.appeal_by, day(2023, 6, 26));
	o.held_on = 0;
	CHECK_INT(outcome_dates(&o).appeal_by, 0);
}

/* -- papers -------------------------------------------------------------- */

TEST(a_public_paper_has_a_number_or_a_reason_and_a_secret_one_a_number)
{
	struct matter_paper p = { .title = "Bilaga", .dated_on = 1,
	                          .state = PAPER_WORKING };

	CHECK_INT(paper_flaws(&p, ""), 0);
	p.state = PAPER_FINAL;
	CHECK_INT(paper_flaws(&p, ""), PAPER_NO_REGISTRY);
	CHECK_INT(paper_flaws(&p, "RUN/1/2025"), 0);
	p.no_registry = "Av ringa betydelse";
	CHECK_INT(paper_flaws(&p, ""), 0);
	p.secret_by = "offentlighets- och sekretesslagen";
	CHECK_INT(paper_flaws(&p, ""), PAPER_SECRET_UNREGISTERED);
	p.registry_no = "RUN/1/2025";
	p.state = PAPER_RECEIVED;
	CHECK_INT(paper_flaws(&p, ""), PAPER_NO_SENDER);
	p.from_whom = "Länsstyrelsen";
	p.dated_on = 0;
	p.title = "";
	CHECK_INT(paper_flaws(&p, ""), PAPER_NO_TITLE | PAPER_NO_DAY);
}

TEST(a_paper_goes_forward_and_never_back)
{
	CHECK(paper_may_become(PAPER_WORKING, PAPER_FINAL));
	CHECK(paper_may_become(PAPER_FINAL, PAPER_SENT));
	CHECK(paper_may_become(PAPER_RECEIVED, PAPER_SENT));
	CHECK(!paper_may_become(PAPER_FINAL, PAPER_WORKING));
	CHECK(!paper_may_become(PAPER_RECEIVED, PAPER_FINAL));
	CHECK(!paper_may_become(PAPER_SENT, PAPER_WORKING));
	CHECK(!paper_may_become(PAPER_WORKING, PAPER_RECEIVED));
}
