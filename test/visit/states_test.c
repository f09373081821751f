/*
 * The machines of states, held against a small model of them: moves at random,
 * lawful and not, through the door. What the model allows is saved, what it
 * does not is refused and moves nothing, and the same seed ends the same on
 * both engines.
 *
 *   VAGVAL_SEED=7 VAGVAL_SEEDS=1    one walk of one's own
 */
#include "action/action.h"
#include "meeting.h"

enum { MOVES = 60, USUAL_SEEDS = 4 };

struct walk {
	struct trial t;
	uint64_t     dice, trace;
	const char  *said;              /* the move that is tried */

	/* The model: what should be so now. */
	bool final, followed, reported;
	enum conflict_state conflict;
	enum action_state   action;
	bool conflict_gone, action_gone, answered;
};

/* splitmix64: the same seed, the same walk. */
static int roll_of(struct walk *w, int below)
{
	uint64_t z = w->dice += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (int)((z ^ (z >> 31)) % (uint64_t)below);
}

/* -- what is so ---------------------------------------------------------- */

/*
 * The model's own tables: a row is where one stands, a column where one would
 * go. Conflicts (domain.md 11): forward by any number of steps, and what was
 * accepted may be taken up again.
 */
static const char *const conflict_moves[] = {
	"",
	"-1111111", "-0111111", "-0011111", "-0001111", "-0000111",
	"-1111111", "-0000001",
};

/* Actions: forward; done may turn out not to be; dropped may come back. */
static const char *const action_moves[] = {
	"",
	"-111111", "-011111", "-001111", "-001110", "-000010", "-100001",
};

/* The harm of the trial stands in the action and in the conflict. */
static bool harm_is_handled(const struct walk *w)
{
	return !w->conflict_gone ||
	       (!w->action_gone && w->action != ACTION_DROPPED);
}

static void agrees(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct conflict c = {0};
	struct finding gap = {0};
	struct action a = {0};
	struct assessment all = {0};

	CHECK_OK(assess_get(&s, w->t.id, &all));
	CHECK(conflict_get(&s, w->t.id, 1, &c) ==
	      (w->conflict_gone ? NOT_FOUND : OK));
	CHECK(action_get(&s, w->t.id, 1, &a) ==
	      (w->action_gone ? NOT_FOUND : OK));
	CHECK_OK(finding_get(&s, w->t.id, 4, &gap));
	CHECK_INT(assessment_is_final(all.state), w->final);
	CHECK_INT(all.state == ASSESS_REPORTED, w->reported);
	CHECK(w->conflict_gone || c.state == w->conflict);
	CHECK(w->action_gone || a.state == w->action);
	CHECK_INT(gap.gap.state == GAP_ANSWERED, w->answered);
	w->trace = (w->trace ^ ((uint64_t)all.state << 24 |
	            (uint64_t)c.state << 16 | (uint64_t)a.state << 8 |
	            (uint64_t)gap.gap.state)) * 0x100000001B3u;
}

/* -- a move -------------------------------------------------------------- */

static bool sends(struct walk *w, bool lawful, const char *fields,
                  const char *path)
{
	struct snap before = snap_take(w->t.st), after;
	struct req *r = post(w->t.st, fields, "/a/%s%s", w->t.key, path);
	const char *moved;

	w->said = arena_print(w->t.st->mem, "%s %s: %d", path, fields,
	                      r->code);
	w->trace = (w->trace ^ (uint64_t)r->code) * 0x100000001B3u;
	if ((r->code == 303) != lawful)
		print_error("%s, and should %sbe saved\n", w->said,
		            lawful ? "" : "not ");
	CHECK_INT(r->code == 303, lawful);
	if (lawful)
		return true;
	CHECK(r->code >= 400 && r->code < 500);
	after = snap_take(w->t.st);
	moved = snap_differs(w->t.st, &before, &after, "draft attempt");
	if (moved != NULL)
		print_error("%s moved %s\n", w->said, moved);
	CHECK(moved == NULL);
	return false;
}

static i64 version_of_conflict(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct conflict c = {0};

	CHECK(w->conflict_gone || conflict_get(&s, w->t.id, 1, &c) == OK);
	return c.version;
}

static i64 version_of_action(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct action a = {0};

	CHECK(w->action_gone || action_get(&s, w->t.id, 1, &a) == OK);
	return a.version;
}

/* One who asks says what and whom; one who has weighed says what was chosen;
 * and who has an old page in front of them is told so. */
static void settles(struct walk *w)
{
	int to = 1 + roll_of(w, 7), with = roll_of(w, 3);
	i64 version = version_of_conflict(w);
	bool old = roll_of(w, 8) == 0 && version > 0;
	bool lawful = conflict_moves[w->conflict][to] == '1' && !old &&
	              !w->conflict_gone &&
	              (to != CONFLICT_ASKED || with == 1) &&
	              (to != CONFLICT_WEIGHED || with == 2);

	if (sends(w, lawful, arena_print(w->t.st->mem, "version=%lld&state=%d"
	          "%s%s", version - old, to, with == 1 ? "&decider=RUN"
	          "&question=Vad+v%C3%A4ljs%3F" : "", with == 2 ?
	          "&chosen=Laddning" : ""), "/conflicts/1/settle"))
		w->conflict = (enum conflict_state)to;
}

static void follows(struct walk *w)
{
	int to = 1 + roll_of(w, 6);
	i64 version = version_of_action(w);
	bool why = roll_of(w, 2) == 0, old = roll_of(w, 8) == 0 && version > 0;
	bool lawful = action_moves[w->action][to] == '1' && !old &&
	              !w->action_gone &&
	              (to != ACTION_DROPPED || why);

	if (sends(w, lawful, arena_print(w->t.st->mem, "version=%lld&state=%d"
	          "%s", version - old, to, why ? "&dropped_why=Dyrt" : ""),
	          "/actions/1/follow"))
		w->action = (enum action_state)to;
}

/* Taken away and brought back while the assessment is open, once each. */
static void takes(struct walk *w, bool *gone, const char *kind)
{
	bool away = roll_of(w, 2) == 0;

	if (sends(w, !w->final && *gone != away, "", arena_print(
	          w->t.st->mem, "/%s/1/%s", kind, away ? "remove" :
	          "restore")))
		*gone = away;
}

static void answers(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	bool known = roll_of(w, 2) == 0;
	struct finding gap = {0};

	CHECK_OK(finding_get(&s, w->t.id, 4, &gap));
	if (sends(w, true, arena_print(w->t.st->mem, "version=%lld%s",
	          gap.gap.version, known ? "&answer=Sju" : ""), "/gaps/4"))
		w->answered = known;
}

static void finds(struct walk *w)
{
	sends(w, !w->final, "priority=1&question=goals_findings&v=dp"
	      "&g-agenda-8=1&sentence=Fler+jobb", "/findings");
}

static void ends(struct walk *w)
{
	if (sends(w, !w->final && harm_is_handled(w), "", roll_of(w, 2) == 0 ?
	          "/finish/done" : "/finish/final"))
		w->final = true;
}

static void reports(struct walk *w)
{
	if (sends(w, w->final, "day=2025-10-17&forum=M%C3%B6te&said=Allt",
	          "/reporting"))
		w->reported = true;
}

static void goes_on(struct walk *w)
{
	if (sends(w, w->final && !w->followed, "reason=Revidering",
	          "/new-version"))
		w->followed = true;
}

static void moves(struct walk *w)
{
	int of = roll_of(w, 100);

	if (of < 30)
		settles(w);
	else if (of < 58)
		follows(w);
	else if (of < 68)
		takes(w, &w->conflict_gone, "conflicts");
	else if (of < 78)
		takes(w, &w->action_gone, "actions");
	else if (of < 85)
		answers(w);
	else if (of < 91)
		finds(w);
	else if (of < 94)
		ends(w);
	else if (of < 97)
		reports(w);
	else
		goes_on(w);
}

static uint64_t walks(i64 seed)
{
	struct walk w = { .t = trial_open(), .dice = (uint64_t)seed,
		.trace = 0xCBF29CE484222325u,
		.conflict = CONFLICT_IDENTIFIED, .action = ACTION_PROPOSED };

	agrees(&w);
	for (int i = 0; i < MOVES; i++) {
		moves(&w);
		agrees(&w);
	}
	stage_close(w.t.st);
	return w.trace;
}

/* What each seed came to, on whichever engine it was walked first. */
static const uint64_t ended[USUAL_SEEDS + 1] = { 0,
	0x20E072489E773738, 0x0749967416619D34,
	0x60629266E62037F1, 0x1B37A557E7D4B8A2,
};

TEST(no_move_leads_where_the_states_do_not)
{
	i64 first = seed_first(), n = seeds_wanted(USUAL_SEEDS);

	for (i64 seed = first; seed < first + n; seed++) {
		uint64_t trace = walks(seed);

		if (seed <= USUAL_SEEDS && trace != ended[seed])
			print_error("seed %lld came to 0x%016llX\n", seed,
			            (unsigned long long)trace);
		if (seed <= USUAL_SEEDS)
			CHECK(trace == ended[seed]);
	}
}
