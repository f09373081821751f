/*
 * The states of what is around an assessment, and lives on after its end, held
 * against a small model of them: duties, rounds of review and their comments, a
 * task to look deeper with its proposals.
 */
#include "duty/duty.h"
#include "review/assignment.h"
#include "review/review.h"
#include "walk.h"

enum { COMMENTS = 80, ROUNDS = 2, PROPOSED = 20, EXPERTS = 4 };

struct around {
	struct walk w;

	/* The model: what should be so now. */
	bool final, reviewed;
	enum duty_kind  kind;           /* of the second duty */
	enum duty_need  need[2];
	enum duty_state duty[2];
	bool opened, closed[ROUNDS], asked[ROUNDS][EXPERTS];
	int  comments;
	enum treatment treated[COMMENTS];
	bool late[COMMENTS];
	enum assignment_state task;
	int  proposals;
	enum proposal_state proposal[PROPOSED];
};

#define OF(walk) ((struct around *)(walk))

/*
 * The model's own tables: a row is where one stands, a column where one would
 * go, in the order of enum duty_state: open, not needed, ongoing, done,
 * notified, offered, agreed, no agreement, declined, documented, strategic.
 * A consultation ends by agreement, by its being declared that none can be
 * reached, or by their not wanting it, and only then is it documented.
 */
static const char *const consultation_moves[] = {
	"",
	"-11101100000", "-11001100000", "-00100011100", "-00000000000",
	"-01101100100", "-00100110100", "-00100010010", "-00100001010",
	"-00100100110", "-00100000010", "-00000000000",
};

/* The others go as they will, to the states there are of their kind. */
static const char *const states_of[] = {
	[DUTY_CHILDREN]    = "-11110000000",
	[DUTY_MINORITIES]  = "-11110100000",
	[DUTY_ENVIRONMENT] = "-11110000001",
};

/* -- what is so ---------------------------------------------------------- */

static void duties_agree(struct walk *w)
{
	const struct around *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct duty_list all = {0};

	CHECK_OK(duty_list(&s, w->t.id, &all));
	CHECK_INT(all.n, m->opened ? 2 : 1);
	for (size_t i = 0; i < all.n; i++) {
		CHECK_INT(all.v[i].need, m->need[i]);
		CHECK_INT(all.v[i].state, m->duty[i]);
		walk_notes(w, (i64)all.v[i].state << 4 | all.v[i].ended);
	}
}

static void reviews_agree(struct walk *w)
{
	const struct around *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct comment_list said = {0};
	struct review_list all = {0};

	CHECK_OK(review_list(&s, w->t.id, &all));
	CHECK_OK(comment_list(&s, w->t.id, &said));
	for (int i = 0; i < ROUNDS; i++)
		CHECK_INT(all.v[i].closed_at != 0, m->closed[i]);
	CHECK_INT(said.n, m->comments);
	for (size_t i = 0; i < said.n; i++) {
		CHECK_INT(said.v[i].treated, m->treated[i]);
		CHECK_INT(said.v[i].late, m->late[i]);
		walk_notes(w, (i64)said.v[i].treated);
	}
}

static void agrees(struct walk *w)
{
	const struct around *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct assessment all = {0};
	struct assignment task = {0};

	CHECK_OK(assess_get(&s, w->t.id, &all));
	CHECK_INT(assessment_is_final(all.state), m->final);
	CHECK(m->final || m->reviewed == (all.state == ASSESS_REVIEWED));
	CHECK_OK(assignment_get(&s, w->t.id, 1, &task));
	CHECK_INT(task.state, m->task);
	CHECK_INT(task.proposals.n, m->proposals);
	for (size_t i = 0; i < task.proposals.n; i++)
		CHECK_INT(task.proposals.v[i].state, m->proposal[i]);
	walk_notes(w, (i64)all.state << 8 | (i64)task.state);
	duties_agree(w);
	reviews_agree(w);
}

/* -- duties -------------------------------------------------------------- */

static i64 version_of_duty(struct walk *w, int i)
{
	struct scope s = stage_scope(w->t.st);
	struct duty d = {0};

	CHECK_OK(duty_get(&s, w->t.id, i + 1, &d));
	return d.version;
}

/* Not needed and not agreed say why; children's best says which function
 * examined it, and an undersökning what it came to. */
static bool may_stand(const struct around *m, int i, int to, bool why,
                      bool by)
{
	if ((i == 0 ? consultation_moves[m->duty[i]] :
	     states_of[m->kind])[to] != '1')
		return false;
	if (to == DUTY_NOT_NEEDED || to == DUTY_NO_AGREEMENT)
		return why;
	return by || to != DUTY_DONE || (m->kind != DUTY_CHILDREN &&
	                                 m->kind != DUTY_ENVIRONMENT);
}

static void stands(struct walk *w)
{
	struct around *m = OF(w);
	int i = m->opened ? walk_roll(w, 2) : 0;
	int to = 1 + walk_roll(w, DUTY_STRATEGIC);
	bool why = walk_tossed(w), by = walk_tossed(w), old = walk_is_old(w);

	if (!may_stand(m, i, to, why, by))      /* or there would be few */
		to = 1 + walk_roll(w, DUTY_STRATEGIC);
	if (walk_sends(w, may_stand(m, i, to, why, by) && !old, walk_print(w,
	               "version=%lld&state=%d%s%s", version_of_duty(w, i) -
	               old, to, why ? "&why=Inget+beslut" : "", by ?
	               "&by=Strategen&significant=2" : ""),
	               walk_print(w, "/duties/%d/state", i + 1)))
		m->duty[i] = (enum duty_state)to;
}

/* A yes or a no is content, and frozen by the end; what was unclear is not. */
static void judges(struct walk *w)
{
	struct around *m = OF(w);
	int need = NEED_YES + walk_roll(w, 3);
	bool motive = walk_roll(w, 3) != 0, old = walk_is_old(w);
	bool frozen = m->final && m->need[0] != NEED_UNCLEAR;

	if (walk_sends(w, (motive || need == NEED_YES) && !frozen && !old,
	               walk_print(w, "version=%lld&need=%d&concerns=2%s",
	               version_of_duty(w, 0) - old, need, motive ?
	               "&motive=Bete" : ""), "/duties/1"))
		m->need[0] = (enum duty_need)need;
}

/* One of its kind, once, and not after the end. */
static void opens(struct walk *w)
{
	struct around *m = OF(w);
	int need = m->kind == DUTY_CHILDREN ? NEED_INDIRECT : NEED_YES;

	if (!walk_sends(w, !m->final && !m->opened, walk_print(w,
	                "kind=%d&need=%d", m->kind, need), "/duties"))
		return;
	m->opened = true;
	m->need[1] = (enum duty_need)need;
	m->duty[1] = DUTY_OPEN;
}

/* -- review -------------------------------------------------------------- */

static void comes(struct around *m, bool late)
{
	m->late[m->comments++] = late;
}

/* By a link a comment may always come; at worst it is late. */
static void comments(struct walk *w)
{
	struct around *m = OF(w);
	bool text = walk_roll(w, 4) != 0;
	int about = walk_tossed(w) ? 2 : walk_tossed(w) ? 0 : 99;

	if (walk_sends(w, text && about != 99, walk_print(w, "about=%d"
	               "&text=%s", about, text ? "Fel" : ""), walk_print(w,
	               "/l/%s/review", w->t.reviewing)))
		comes(m, m->final || m->closed[0]);
}

/* A colleague's own goes into a round that is open. */
static void colleague_comments(struct walk *w)
{
	struct around *m = OF(w);
	int i = walk_roll(w, ROUNDS);

	if (walk_sends(w, !m->final && !m->closed[i], "about=0&text=Oklart"
	               "&as=ekonom", walk_print(w, "/review/%d/comments",
	               i + 1)))
		comes(m, false);
}

/* When all rounds are closed and what came in time is treated it is granskad;
 * it does not go back, and the end is beyond it. */
static void review_follows(struct around *m)
{
	bool over = m->closed[0] && m->closed[1];

	for (int i = 0; i < m->comments; i++)
		over = over && (m->late[i] || m->treated[i] != TREATED_NOT);
	m->reviewed = m->reviewed || (over && !m->final);
}

static void treats(struct walk *w)
{
	struct around *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	int i = walk_roll(w, m->comments), to = walk_roll(w, 4);
	bool how = walk_roll(w, 3) != 0, old = walk_is_old(w);
	struct comment c = {0};

	CHECK_OK(comment_get(&s, w->t.id, i + 1, &c));
	if (!walk_sends(w, to != TREATED_NOT && !old && (how || to ==
	                TREATED_TAKEN), walk_print(w, "version=%lld&treated"
	                "=%d%s", c.version - old, to, how ? "&how=Delvis" :
	                ""), walk_print(w, "/comments/%d", i + 1)))
		return;
	m->treated[i] = (enum treatment)to;
	review_follows(m);
}

static void closes(struct walk *w)
{
	struct around *m = OF(w);
	int i = walk_roll(w, ROUNDS);

	if (!walk_sends(w, !m->closed[i], "", walk_print(w,
	                "/review/%d/close", i + 1)))
		return;
	m->closed[i] = true;
	review_follows(m);
}

static void asks(struct walk *w)
{
	struct around *m = OF(w);
	int i = walk_roll(w, ROUNDS), whom = walk_roll(w, EXPERTS);

	if (walk_sends(w, !m->final && !m->closed[i] && !m->asked[i][whom],
	               walk_print(w, "experts=Enhet+%d", whom), walk_print(w,
	               "/review/%d/asked", i + 1)))
		m->asked[i][whom] = true;
}

/* -- a task to look deeper ----------------------------------------------- */

static i64 version_of_task(struct walk *w)
{
	struct scope s = stage_scope(w->t.st);
	struct assignment a = {0};

	CHECK_OK(assignment_get(&s, w->t.id, 1, &a));
	return a.version;
}

/* In words, with a finding, or with one for the worse that says no reason. */
static void comes_back(struct walk *w)
{
	static const char *const with[] = { "", "", "&v=dp&goal=g-agenda-8"
		"&sentence=Fler+jobb", "&v=dn&goal=g-agenda-8&sentence=F%C3"
		"%A4rre+jobb" };
	struct around *m = OF(w);
	int what = walk_roll(w, 4);
	bool text = walk_roll(w, 4) != 0, old = walk_is_old(w);
	bool lawful = assignment_takes_answers(m->task) && text && !old &&
	              what != 3;

	if (!walk_sends(w, lawful, walk_print(w, "version=%lld%s%s",
	                version_of_task(w) - old, text ?
	                "&answer=Fyra+mil" : "", with[what]), walk_print(w,
	                "/l/%s/assignment", w->t.assigned)))
		return;
	m->task = ASSIGNMENT_ANSWERED;
	if (what == 2)
		m->proposal[m->proposals++] = PROPOSAL_OPEN;
}

/* What the task is follows from its proposals. */
static void task_follows(struct around *m)
{
	bool taken = false;

	for (int i = 0; i < m->proposals; i++) {
		if (m->proposal[i] == PROPOSAL_OPEN)
			return;
		taken = taken || m->proposal[i] == PROPOSAL_TAKEN;
	}
	m->task = taken ? ASSIGNMENT_ACCEPTED : ASSIGNMENT_DECLINED;
}

/* One of its proposals, or one that is not there. A finished assessment takes
 * none in; declining one says why. */
static void settles_one(struct walk *w)
{
	struct around *m = OF(w);
	int i = walk_roll(w, m->proposals + 1);
	bool take = walk_tossed(w), why = walk_tossed(w);
	bool open = i < m->proposals && m->proposal[i] == PROPOSAL_OPEN &&
	            m->task == ASSIGNMENT_ANSWERED;

	if (!walk_sends(w, open && (take ? !m->final : why), why ? "why=Fel"
	                : "", walk_print(w, "/assignments/1/proposals/%d/%s",
	                i + 1, take ? "take" : "decline")))
		return;
	m->proposal[i] = take ? PROPOSAL_TAKEN : PROPOSAL_DECLINED;
	task_follows(m);
}

/* An answer in words alone is accepted or declined as it was read. */
static void settles_all(struct walk *w)
{
	struct around *m = OF(w);
	bool take = walk_tossed(w), why = walk_tossed(w), old = walk_is_old(w);
	bool lawful = m->task == ASSIGNMENT_ANSWERED && m->proposals == 0 &&
	              !old && (take || why);

	if (walk_sends(w, lawful, walk_print(w, "version=%lld%s",
	               version_of_task(w) - old, why ? "&why=Fel" : ""),
	               take ? "/assignments/1/accept" :
	               "/assignments/1/decline"))
		m->task = take ? ASSIGNMENT_ACCEPTED : ASSIGNMENT_DECLINED;
}

static void withdraws(struct walk *w)
{
	struct around *m = OF(w);

	if (walk_sends(w, assignment_takes_answers(m->task), "",
	               "/assignments/1/withdraw"))
		m->task = ASSIGNMENT_WITHDRAWN;
}

/* -- a walk -------------------------------------------------------------- */

static void ends(struct walk *w)
{
	struct around *m = OF(w);

	if (walk_sends(w, !m->final, "", "/finish/done"))
		m->final = true;
}

static void moves(struct walk *w)
{
	static void (*const often[])(struct walk *) = {
		stands, stands, stands, stands, stands, judges, opens,
		comments, comments, colleague_comments, treats, treats,
		treats, closes, asks, comes_back, comes_back, comes_back,
		settles_one, settles_one, settles_one, settles_all,
	};
	int of = walk_roll(w, 2 + 4 * (int)COUNT(often));

	if (of == 0)
		ends(w);
	else if (of == 1)
		withdraws(w);
	else
		often[(of - 2) / 4](w);
}

static void begins(struct walk *w)
{
	static const enum duty_kind kinds[] = { DUTY_CHILDREN,
		DUTY_MINORITIES, DUTY_ENVIRONMENT };
	struct around *m = OF(w);

	m->kind = kinds[walk_roll(w, (int)COUNT(kinds))];
	m->need[0] = NEED_YES;
	m->duty[0] = DUTY_OPEN;
	m->comments = 1;
	m->task = ASSIGNMENT_GIVEN;
}

TEST(no_move_of_what_lives_around_it_leads_where_the_states_do_not)
{
	const struct walker how = { sizeof(struct around), 90, begins,
	                            moves, agrees };

	walk_all(&how, 2);
}
