/*
 * The states of what an assessment holds, held against a small model of them:
 * itself, the handling of a finding, a conflict, a position, an action and
 * whether another organisation has accepted it, and a knowledge gap.
 */
#include "action/action.h"
#include "walk.h"

struct content {
	struct walk w;

	/* The model: what should be so now. */
	bool final, followed, reported;
	enum conflict_state conflict;
	enum action_state   action;
	bool conflict_gone, action_gone, position_gone, accepted, answered;
	bool remains, decided;          /* the harm: by word, by a position */
};

#define OF(walk) ((struct content *)(walk))

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

/* The harm of the trial stands in the action and in the conflict, and may be
 * left to be, or decided on. */
static bool harm_is_handled(const struct content *m)
{
	return !m->conflict_gone || m->remains || m->decided ||
	       (!m->action_gone && m->action != ACTION_DROPPED);
}

static void things_agree(struct walk *w)
{
	const struct content *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct conflict c = {0};
	struct position p = {0};
	struct action a = {0};

	CHECK(conflict_get(&s, w->t.id, 1, &c) ==
	      (m->conflict_gone ? NOT_FOUND : OK));
	CHECK(action_get(&s, w->t.id, 1, &a) ==
	      (m->action_gone ? NOT_FOUND : OK));
	CHECK(position_get(&s, w->t.id, 1, &p) ==
	      (m->position_gone ? NOT_FOUND : OK));
	CHECK(m->conflict_gone || c.state == m->conflict);
	CHECK(m->action_gone || a.state == m->action);
	CHECK(m->action_gone || action_is_accepted(&a) == m->accepted);
	walk_notes(w, (i64)c.state << 8 | (i64)a.state);
}

static void agrees(struct walk *w)
{
	const struct content *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct finding gap = {0}, harm = {0};
	struct assessment all = {0};

	CHECK_OK(assess_get(&s, w->t.id, &all));
	CHECK_OK(finding_get(&s, w->t.id, 4, &gap));
	CHECK_OK(finding_get(&s, w->t.id, 2, &harm));
	CHECK_INT(assessment_is_final(all.state), m->final);
	CHECK_INT(all.state == ASSESS_REPORTED, m->reported);
	CHECK_INT(gap.gap.state == GAP_ANSWERED, m->answered);
	CHECK_INT(harm.handled == HANDLED_REMAINS, m->remains);
	walk_notes(w, (i64)all.state << 8 | (i64)gap.gap.state);
	things_agree(w);
}

/* -- a move -------------------------------------------------------------- */

static i64 version_of_conflict(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct conflict c = {0};

	CHECK(OF(w)->conflict_gone ||
	      conflict_get(&s, w->t.id, 1, &c) == OK);
	return c.version;
}

static i64 version_of_action(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct action a = {0};

	CHECK(OF(w)->action_gone || action_get(&s, w->t.id, 1, &a) == OK);
	return a.version;
}

/* One who asks says what and whom; one who has weighed says what was chosen. */
static void settles(struct walk *w)
{
	struct content *m = OF(w);
	int to = 1 + walk_roll(w, 7), with = walk_roll(w, 3);
	i64 version = version_of_conflict(w);
	bool old = walk_is_old(w);
	bool lawful = conflict_moves[m->conflict][to] == '1' && !old &&
	              !m->conflict_gone &&
	              (to != CONFLICT_ASKED || with == 1) &&
	              (to != CONFLICT_WEIGHED || with == 2);

	if (walk_sends(w, lawful, walk_print(w, "version=%lld&state=%d%s%s",
	               version - old, to, with == 1 ? "&decider=RUN"
	               "&question=Vad+v%C3%A4ljs%3F" : "", with == 2 ?
	               "&chosen=Laddning" : ""), "/conflicts/1/settle"))
		m->conflict = (enum conflict_state)to;
}

static void follows(struct walk *w)
{
	struct content *m = OF(w);
	int to = 1 + walk_roll(w, 6);
	i64 version = version_of_action(w);
	bool why = walk_tossed(w), old = walk_is_old(w);
	bool lawful = action_moves[m->action][to] == '1' && !old &&
	              !m->action_gone && (to != ACTION_DROPPED || why);

	if (walk_sends(w, lawful, walk_print(w, "version=%lld&state=%d%s",
	               version - old, to, why ? "&dropped_why=Dyrt" : ""),
	               "/actions/1/follow"))
		m->action = (enum action_state)to;
}

/* It is told who there accepted it, where that stands, and on a day that has
 * been; and it may turn out not to be so. Also after the end. */
static void accepts(struct walk *w)
{
	struct content *m = OF(w);
	i64 version = version_of_action(w);
	bool who = walk_roll(w, 4) != 0, where = walk_roll(w, 4) != 0;
	bool come = walk_roll(w, 4) == 0, old = walk_is_old(w);

	if (walk_roll(w, 3) == 0) {
		if (walk_sends(w, !m->action_gone, "",
		               "/actions/1/unaccept"))
			m->accepted = false;
		return;
	}
	if (walk_sends(w, who && where && !come && !old && !m->action_gone,
	               walk_print(w, "version=%lld&accepted_on=2025-%s%s%s",
	               version - old, come ? "12-01" : "10-01",
	               who ? "&accepted_by=N%C3%A4mnden" : "",
	               where ? "&accepted_source=Ett+brev" : ""),
	               "/actions/1/accept"))
		m->accepted = true;
}

/* Taken away and brought back while the assessment is open, once each. */
static void takes(struct walk *w, bool *gone, const char *kind)
{
	bool away = walk_tossed(w);

	if (walk_sends(w, !OF(w)->final && *gone != away, "", walk_print(w,
	               "/%s/1/%s", kind, away ? "remove" : "restore")))
		*gone = away;
}

/* A position has words, and is taken or has somebody who is to take it. */
static void words_it(struct walk *w)
{
	struct content *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct position p = {0};
	bool text = walk_roll(w, 4) != 0;
	int by = walk_roll(w, 3);
	bool old;

	CHECK(m->position_gone || position_get(&s, w->t.id, 1, &p) == OK);
	old = walk_is_old(w);
	walk_sends(w, text && by != 0 && !old && !m->final &&
	           !m->position_gone, walk_print(w, "version=%lld&text=%s%s",
	           p.version - old, text ? "Vi+bygger" : "", by == 1 ?
	           "&made=1" : by == 2 ? "&made=2&decider=RUN" : ""),
	           "/positions/1");
}

/* A harm is left to be with a reason, or decided on; or after all not. */
static void handles(struct walk *w)
{
	struct content *m = OF(w);
	int how = 2 + walk_roll(w, 6);
	bool text = walk_roll(w, 3) != 0;
	bool lawful = !m->final && (how == 6 || ((how == 3 || how == 4) &&
	              text));

	if (how == 2)
		how = 0;        /* nothing is chosen; 5 is for replies alone */
	if (!walk_sends(w, lawful, walk_print(w, "how=%d&text=%s", how, text ?
	                "Vi+tar+det" : ""), "/findings/2/handle"))
		return;
	m->remains = how == 4;
	m->decided = m->decided || how == 3;
}

static void answers(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	bool known = walk_tossed(w);
	struct finding gap = {0};

	CHECK_OK(finding_get(&s, w->t.id, 4, &gap));
	if (walk_sends(w, true, walk_print(w, "version=%lld%s",
	               gap.gap.version, known ? "&answer=Sju" : ""),
	               "/gaps/4"))
		OF(w)->answered = known;
}

static void finds(struct walk *w)
{
	walk_sends(w, !OF(w)->final, "priority=1&question=goals_findings"
	           "&v=dp&g-agenda-8=1&sentence=Fler+jobb", "/findings");
}

static void ends(struct walk *w)
{
	struct content *m = OF(w);

	if (walk_sends(w, !m->final && harm_is_handled(m), "",
	               walk_tossed(w) ? "/finish/done" : "/finish/final"))
		m->final = true;
}

static void reports(struct walk *w)
{
	struct content *m = OF(w);

	if (walk_sends(w, m->final, "day=2025-10-17&forum=M%C3%B6te"
	               "&said=Allt", "/reporting"))
		m->reported = true;
}

static void goes_on(struct walk *w)
{
	struct content *m = OF(w);

	if (walk_sends(w, m->final && !m->followed, "reason=Revidering",
	               "/new-version"))
		m->followed = true;
}

/* What is seldom, and what becomes of the whole. */
static void moves_on(struct walk *w)
{
	int of = walk_roll(w, 22);

	if (of < 5)
		answers(w);
	else if (of < 10)
		finds(w);
	else if (of < 14)
		ends(w);
	else if (of < 18)
		reports(w);
	else
		goes_on(w);
}

static void moves(struct walk *w)
{
	struct content *m = OF(w);
	int of = walk_roll(w, 100);

	if (of < 20)
		settles(w);
	else if (of < 40)
		follows(w);
	else if (of < 52)
		accepts(w);
	else if (of < 58)
		takes(w, &m->conflict_gone, "conflicts");
	else if (of < 64)
		takes(w, &m->action_gone, "actions");
	else if (of < 68)
		takes(w, &m->position_gone, "positions");
	else if (of < 73)
		words_it(w);
	else if (of < 80)
		handles(w);
	else
		moves_on(w);
}

static void begins(struct walk *w)
{
	OF(w)->conflict = CONFLICT_IDENTIFIED;
	OF(w)->action = ACTION_PROPOSED;
}

TEST(no_move_leads_where_the_states_do_not)
{
	const struct walker how = { sizeof(struct content), 70, begins,
	                            moves, agrees };

	walk_all(&how, 2);
}
