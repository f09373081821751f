/* What the bodies did with a matter. Corrected, never deleted. */
#include "base/text.h"
#include "db/db.h"
#include "matter/matter.h"
#include "matter/matter.msg"

static void read_outcome(struct query *q, struct outcome *o)
{
	o->id             = read_int(q);
	o->no             = read_int(q);
	o->step_body      = read_int(q);
	o->step_no        = read_int(q);
	o->role           = (enum chain_role)read_int(q);
	o->body.id        = read_int(q);
	o->body.no        = read_int(q);
	o->body.kind      = (enum body_kind)read_int(q);
	o->body.name      = read_text(q);
	o->body.shortened = read_text(q);
	o->kind           = (enum outcome_kind)read_int(q);
	o->held_on        = read_int(q);
	o->paragraph      = read_text(q);
	o->text           = read_text(q);
	o->weighing       = read_text(q);
	o->reservation    = read_text(q);
	o->reason         = read_text(q);
	o->minority       = read_int(q) != 0;
	o->present        = read_int(q);
	o->in_favour      = read_int(q);
	o->approved_on    = read_int(q);
	o->posted_on      = read_int(q);
	o->appealed       = read_int(q) != 0;
	o->at             = read_int(q);
	o->version        = read_int(q);
}

/* One by number, or with number 0 all. */
static enum status read_outcomes(struct scope *s, i64 matter, i64 no,
                                 struct outcome_list *out)
{
	static const char sql[] =
		"SELECT o.id, o.no, t.id, t.no, t.role, b.id, b.no, b.kind,"
		"       b.name, b.short, o.kind, o.held_on, o.paragraph,"
		"       o.text, o.weighing, o.reservation, o.reason,"
		"       o.minority, o.present, o.in_favour, o.approved_on,"
		"       o.posted_on, o.appealed, o.at, o.version"
		"  FROM outcome o"
		"  JOIN step_body t ON t.org_id = o.org_id"
		"   AND t.id = o.step_body_id"
		"  JOIN body b ON b.org_id = t.org_id AND b.id = t.body_id"
		" WHERE o.org_id = $1 AND o.matter_id = $2"
		"   AND ($3 = 0 OR o.no = $3) ORDER BY o.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(matter), of_int(no)));

	while (query_next(&q))
		read_outcome(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status outcome_list(struct scope *s, i64 matter,
                         struct outcome_list *out)
{
	*out = (struct outcome_list){0};
	return read_outcomes(s, matter, 0, out);
}

enum status outcome_get(struct scope *s, i64 matter, i64 no,
                        struct outcome *out)
{
	struct outcome_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_outcomes(s, matter, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	*out = one.v[0];
	return OK;
}

static enum status insert(struct scope *s, i64 matter, struct outcome *o)
{
	static const char sql[] =
		"INSERT INTO outcome (org_id, matter_id, no, step_body_id,"
		"  kind, held_on, paragraph, text, weighing, reservation,"
		"  reason, minority, present, in_favour, approved_on,"
		"  posted_on, appealed, person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19) RETURNING id";

	return db_insert(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(o->no), of_int(o->step_body), of_int(o->kind),
		of_int(o->held_on), of_said(o->paragraph), of_said(o->text),
		of_said(o->weighing), of_said(o->reservation),
		of_said(o->reason), of_int(o->minority), of_int(o->present),
		of_int(o->in_favour), of_id(o->approved_on),
		of_id(o->posted_on), of_int(o->appealed), of_int(s->person),
		of_int(o->at)), &o->id);
}

/* What a referral back asks for lies as a task with the matter's officer. */
static enum status task_of(struct scope *s, i64 matter,
                           const struct outcome *o)
{
	struct task t = { .outcome = o->id, .text = o->reason };
	struct matter m;

	if (o->kind != OUTCOME_REFERRED_BACK)
		return OK;
	TRY(matter_get(s, matter, &m));
	t.owner = m.officer;
	return task_note(s, matter, &t);
}

enum status outcome_note(struct scope *s, i64 matter, struct outcome *o)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM outcome"
		" WHERE org_id = $1 AND matter_id = $2";

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(matter)),
	              &o->no));
	o->at = s->now;
	o->version = 1;
	TRY(insert(s, matter, o));
	TRY(event_note(s, "outcome", o->id, "note", NULL));
	TRY(task_of(s, matter, o));
	return matter_follow_chain(s, matter);
}

static enum status change_row(struct scope *s, i64 id,
                              const struct outcome *o)
{
	static const char sql[] =
		"UPDATE outcome SET kind = $4, held_on = $5, paragraph = $6,"
		"       text = $7, weighing = $8, reservation = $9,"
		"       reason = $10, minority = $11, present = $12,"
		"       in_favour = $13, approved_on = $14, posted_on = $15,"
		"       appealed = $16, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(o->version), of_int(o->kind),
		of_int(o->held_on), of_said(o->paragraph), of_said(o->text),
		of_said(o->weighing), of_said(o->reservation),
		of_said(o->reason), of_int(o->minority), of_int(o->present),
		of_int(o->in_favour), of_id(o->approved_on),
		of_id(o->posted_on), of_int(o->appealed)));

	return done == NOT_FOUND ? STALE : done;
}

static enum status task_no_of(struct scope *s, i64 matter, i64 outcome,
                              i64 *no)
{
	static const char sql[] =
		"SELECT coalesce(max(no), 0) FROM task"
		" WHERE org_id = $1 AND matter_id = $2 AND outcome_id = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(matter),
	                                of_int(outcome)), no);
}

/* Done because the referral was taken back, not because somebody did it. */
static bool was_taken_back(const struct task *t)
{
	return same(t->done_note, TASK_NOT_BACK->in[SWEDISH]) ||
	       same(t->done_note, TASK_NOT_BACK->in[ENGLISH]);
}

/* The task of a referral back as it is corrected: one, whatever is changed to
 * and fro. What somebody has done stays done. */
static enum status task_follow(struct scope *s, i64 matter,
                               const struct outcome *was,
                               const struct outcome *is,
                               enum language language)
{
	struct task t;
	i64 no;

	TRY(task_no_of(s, matter, is->id, &no));
	if (no == 0)
		return was->kind == is->kind ? OK : task_of(s, matter, is);
	TRY(task_get(s, matter, no, &t));
	if (is->kind != OUTCOME_REFERRED_BACK)
		return t.done_at != 0 ? OK : task_done(s, matter, no, true,
			TASK_NOT_BACK->in[language]);
	if (t.done_at != 0 && !was_taken_back(&t))
		return OK;
	if (t.done_at != 0)
		TRY(task_done(s, matter, no, false, NULL));
	if (same(or_empty(was->reason), is->reason))
		return OK;
	TRY(task_get(s, matter, no, &t));
	t.text = is->reason;
	return task_change(s, matter, &t);
}

enum status outcome_change(struct scope *s, i64 matter,
                           const struct outcome *o, enum language language)
{
	struct outcome was, is = *o;

	TRY(outcome_get(s, matter, o->no, &was));
	is.id = was.id;
	TRY(KEEP(s, "outcome", is.id, "change"));
	TRY(change_row(s, is.id, &is));
	TRY(task_follow(s, matter, &was, &is, language));
	return was.kind == is.kind ? OK : matter_follow_chain(s, matter);
}
