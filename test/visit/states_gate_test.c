/*
 * An assessment with stopping places (hållplatser), held against a small model
 * of it: what is decided at each, that it is stopped, and taken up again.
 */
#include "assess/gate.h"
#include "assess/upgrade.h"
#include "walk.h"

enum { GATES = 2 };

struct gated {
	struct walk w;

	/* The model: what should be so now. */
	bool final, stopped;
	enum gate_way way[GATES];       /* the latest; 0: not decided */
};

#define OF(walk) ((struct gated *)(walk))

static const char *const gates[GATES] = { "line_gate", "effects_gate" };
static const char *const meant[GATES] = { "gate.line", "gate.effects" };

static void agrees(struct walk *w)
{
	const struct gated *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct gate_choice_list all = {0};
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, w->t.id, &a));
	CHECK_INT(a.state == ASSESS_STOPPED, m->stopped);
	CHECK_INT(assessment_is_final(a.state), m->final);
	CHECK_OK(gate_list(&s, w->t.id, &all));
	for (int i = 0; i < GATES; i++) {
		const struct gate_choice *g = gate_latest(&all, meant[i]);

		CHECK_INT(g == NULL ? 0 : g->way, m->way[i]);
		walk_notes(w, m->way[i]);
	}
}

/* A motive and who decided, each left out at times. */
static const char *reasons(struct walk *w, bool *whole)
{
	bool why = walk_roll(w, 4) != 0, who = walk_roll(w, 4) != 0;

	*whole = why && who;
	return walk_print(w, "&day=2025-10-16%s%s", why ? "&why=H%C3%A5ller"
	                  : "", who ? "&decider=Chefen" : "");
}

static void decides(struct walk *w)
{
	struct gated *m = OF(w);
	int i = walk_roll(w, GATES), way = walk_roll(w, GATE_STOP + 1);
	bool whole;
	const char *said = reasons(w, &whole);

	if (!walk_sends(w, !m->final && whole && way != 0, walk_print(w,
	                "question=%s&way=%d%s", gates[i], way, said),
	                "/gates"))
		return;
	m->way[i] = (enum gate_way)way;
	m->stopped = way == GATE_STOP;
}

static void resumes(struct walk *w)
{
	struct gated *m = OF(w);
	bool whole;
	const char *said = reasons(w, &whole);

	if (walk_sends(w, m->stopped && whole, said, "/resume"))
		m->stopped = false;
}

/* Each is decided, and none says think again; a stop was taken up again. */
static void ends(struct walk *w)
{
	struct gated *m = OF(w);
	bool on = !m->stopped;

	for (int i = 0; i < GATES; i++)
		on = on && m->way[i] != 0 && m->way[i] != GATE_RETHINK;
	if (walk_sends(w, !m->final && on, "", "/finish/done"))
		m->final = true;
}

static void moves(struct walk *w)
{
	int of = walk_roll(w, 10);

	if (of < 5)
		decides(w);
	else if (of < 8)
		resumes(w);
	else
		ends(w);
}

/* The trial goes over to the model that has them. */
static void begins(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct method from, to;
	struct assessment a = {0};
	i64 id;

	CHECK_OK(assess_get(&s, w->t.id, &a));
	CHECK_OK(method_get(&s, a.method, &from));
	CHECK_OK(method_by_code(&s, "med_hallplatser", 1, &id));
	CHECK_OK(method_get(&s, id, &to));
	IN_WRITE(w->t.st, upgrade_turn(&s, &a, &from, &to, DEPTH_STANDARD));
}

TEST(no_move_past_a_stopping_place_leads_where_the_states_do_not)
{
	const struct walker how = { sizeof(struct gated), 40, begins, moves,
	                            agrees };

	walk_all(&how, 1);
}
