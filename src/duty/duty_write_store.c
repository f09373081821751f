/* Writing duties: what is judged is frozen, where it stands lives on. */
#include "base/text.h"
#include "db/db.h"
#include "duty/duty.h"

/* -- a new one ----------------------------------------------------------- */

static enum status note_row(struct scope *s, i64 assessment, struct duty *d)
{
	static const char sql[] =
		"INSERT INTO duty (org_id, assessment_id, no, kind, local_key,"
		"  ground, name, question, need, motive, exempt, concerns,"
		"  judged_by, judged_on, heard, heard_how, yields, part1,"
		"  part2, part3, part4, part5, part6, part7, state, state_why,"
		"  state_on, state_by, significant, checks, ended)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,"
		"  $25, $26, $27, $28, $29, $30, $31) RETURNING id";

	return db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(d->no), of_int(d->kind), of_said(d->local),
		of_int(d->ground), of_said(d->name), of_said(d->question),
		of_int(d->need), of_said(d->motive), of_int(d->exempt),
		of_int(d->concerns), of_said(d->judged_by),
		of_id(d->judged_on), of_int(d->heard), of_said(d->heard_how),
		of_int(d->yields), of_said(d->part[0]), of_said(d->part[1]),
		of_said(d->part[2]), of_said(d->part[3]), of_said(d->part[4]),
		of_said(d->part[5]), of_said(d->part[6]), of_int(d->state),
		of_said(d->state_why), of_id(d->state_on),
		of_said(d->state_by), of_int(d->significant),
		of_int(d->checks), of_int(d->ended)), &d->id);
}

/* The id of the one there is of a kind that is there once. */
static enum status find_once(struct scope *s, i64 assessment,
                             enum duty_kind kind, const char *local,
                             i64 *no)
{
	static const char sql[] =
		"SELECT no FROM duty WHERE org_id = $1 AND assessment_id = $2"
		"   AND kind = $3 AND local_key = $4 ORDER BY no LIMIT 1";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(kind), of_said(local)), no);
}

static enum status note_party(struct scope *s, i64 duty, i64 actor)
{
	static const char sql[] =
		"INSERT INTO duty_party (org_id, duty_id, actor_id)"
		" VALUES ($1, $2, $3)";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(duty),
		of_int(actor)));
}

static enum status note_contact(struct scope *s, i64 assessment, i64 duty,
                                struct contact *c)
{
	static const char sql[] =
		"INSERT INTO duty_contact (org_id, assessment_id, duty_id, no,"
		"  kind, day, with_whom, what, by_whom, reply, replied_on)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";

	TRY(counter_take(s, assessment, "duty_contact", &c->no));
	return db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(duty), of_int(c->no), of_int(c->kind), of_int(c->day),
		of_said(c->with), of_said(c->what), of_said(c->by),
		of_said(c->reply), of_id(c->replied_on)), &c->id);
}

/* A request may come, and a consultation begin, after the end: its record is
 * no part of what was finished. */
static enum status may_note(struct scope *s, i64 assessment,
                            enum duty_kind kind)
{
	return kind == DUTY_CONSULTATION ? OK : assess_open(s, assessment);
}

enum status duty_note(struct scope *s, i64 assessment, struct duty *d)
{
	i64 no;
	enum status found = NOT_FOUND;

	TRY(may_note(s, assessment, d->kind));
	if (d->kind != DUTY_CONSULTATION)
		found = find_once(s, assessment, d->kind, d->local, &no);
	if (found != NOT_FOUND)
		return found == OK ? TAKEN : found;
	if (d->ground == 0)
		d->ground = d->kind == DUTY_RIGHTS ? GROUND_METHOD :
		            GROUND_LAW;
	if (d->state == 0)
		d->state = DUTY_OPEN;
	TRY(counter_take(s, assessment, "duty", &d->no));
	TRY(note_row(s, assessment, d));
	for (size_t i = 0; i < d->parties.n; i++)
		TRY(note_party(s, d->id, d->parties.v[i].actor));
	for (size_t i = 0; i < d->log.n; i++)
		TRY(note_contact(s, assessment, d->id, &d->log.v[i]));
	TRY(event_note(s, "duty", d->id, "note", NULL));
	return assess_touch_living(s, assessment);
}

enum status duty_open(struct scope *s, i64 assessment, enum duty_kind kind,
                      enum duty_need need, const char *motive, i64 *no)
{
	struct duty d = { .kind = kind, .need = need, .motive = motive,
	                  .judged_on = day_of_instant(s->now) };
	enum status found = find_once(s, assessment, kind, "", &d.no);

	if (found == NOT_FOUND) {
		d.no = 0;
		found = duty_note(s, assessment, &d);
	}
	if (no != NULL)
		*no = d.no;
	return found;
}

/* -- what is judged ------------------------------------------------------ */

static enum status judge_row(struct scope *s, i64 id, const struct duty *d)
{
	static const char sql[] =
		"UPDATE duty SET need = $4, motive = $5, exempt = $6,"
		"       concerns = $7, judged_by = $8, judged_on = $9,"
		"       heard = $10, heard_how = $11, yields = $12,"
		"       part1 = $13, part2 = $14, part3 = $15, part4 = $16,"
		"       part5 = $17, part6 = $18, part7 = $19,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(d->version), of_int(d->need),
		of_said(d->motive), of_int(d->exempt), of_int(d->concerns),
		of_said(d->judged_by), of_id(d->judged_on), of_int(d->heard),
		of_said(d->heard_how), of_int(d->yields), of_said(d->part[0]),
		of_said(d->part[1]), of_said(d->part[2]), of_said(d->part[3]),
		of_said(d->part[4]), of_said(d->part[5]),
		of_said(d->part[6])));

	return done == NOT_FOUND ? STALE : done;
}

/* What nobody had answered when it ended is no content of it. */
static bool is_content(const struct duty *now)
{
	return now->kind == DUTY_RIGHTS || (now->need != NEED_UNSAID &&
	                                    now->need != NEED_UNCLEAR);
}

enum status duty_judge(struct scope *s, i64 assessment, const struct duty *d)
{
	struct duty now;

	TRY(duty_get(s, assessment, d->no, &now));
	if (is_content(&now))
		TRY(assess_open(s, assessment));
	TRY(KEEP(s, "duty", now.id, "judge"));
	TRY(judge_row(s, now.id, d));
	return assess_touch_living(s, assessment);
}

/* -- where it stands ----------------------------------------------------- */

static enum status follow_row(struct scope *s, i64 id, const struct duty *d)
{
	static const char sql[] =
		"UPDATE duty SET state = $4, state_why = $5, state_on = $6,"
		"       state_by = $7, significant = $8, checks = $9,"
		"       ended = $10,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(d->version), of_int(d->state),
		of_said(d->state_why), of_id(d->state_on),
		of_said(d->state_by), of_int(d->significant),
		of_int(d->checks), of_int(d->ended)));

	return done == NOT_FOUND ? STALE : done;
}

enum status duty_follow(struct scope *s, i64 assessment,
                        const struct duty *d)
{
	struct duty now, next = *d;

	TRY(duty_get(s, assessment, d->no, &now));
	if (now.version != d->version)
		return STALE;
	if (!duty_may_become(now.kind, now.state, d->state))
		return INVALID;
	next.ended = duty_ending_in(d->state, now.ended);
	TRY(KEEP(s, "duty", now.id, "follow"));
	TRY(follow_row(s, now.id, &next));
	return assess_touch_living(s, assessment);
}

/* -- parties ------------------------------------------------------------- */

static enum status next_version(struct scope *s, i64 id, i64 version)
{
	static const char sql[] =
		"UPDATE duty SET version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(id), of_int(version)));

	return done == NOT_FOUND ? STALE : done;
}

enum status duty_parties_set(struct scope *s, i64 assessment, i64 no,
                             i64 version,
                             const struct duty_party_list *parties)
{
	static const char sql[] =
		"DELETE FROM duty_party WHERE org_id = $1 AND duty_id = $2";

	struct duty now;

	TRY(duty_get(s, assessment, no, &now));
	TRY(KEEP(s, "duty", now.id, "parties"));
	TRY(next_version(s, now.id, version));
	TRY(KEEP_EACH(s, "duty_party", "duty_id", now.id, "change"));
	TRY(db_change_all(s, sql, VALUES(of_int(s->org), of_int(now.id))));
	for (size_t i = 0; i < parties->n; i++)
		TRY(note_party(s, now.id, parties->v[i].actor));
	return assess_touch_living(s, assessment);
}

/* -- the log ------------------------------------------------------------- */

enum status contact_note(struct scope *s, i64 assessment, i64 duty,
                         struct contact *c)
{
	struct duty now;

	TRY(duty_get(s, assessment, duty, &now));
	TRY(note_contact(s, assessment, now.id, c));
	TRY(event_note(s, "duty_contact", c->id, "note", NULL));
	return assess_touch_living(s, assessment);
}

enum status contact_change(struct scope *s, i64 assessment, i64 duty,
                           const struct contact *c)
{
	static const char sql[] =
		"UPDATE duty_contact SET kind = $4, day = $5, with_whom = $6,"
		"       what = $7, by_whom = $8, reply = $9, replied_on = $10,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";

	struct contact now;
	enum status done;

	TRY(contact_get(s, assessment, duty, c->no, &now));
	TRY(KEEP(s, "duty_contact", now.id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
		of_int(c->version), of_int(c->kind), of_int(c->day),
		of_said(c->with), of_said(c->what), of_said(c->by),
		of_said(c->reply), of_id(c->replied_on)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return assess_touch_living(s, assessment);
}

enum status contact_remove(struct scope *s, i64 assessment, i64 duty, i64 no,
                           bool removed)
{
	static const char sql[] =
		"UPDATE duty_contact SET removed_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	struct contact now;

	TRY(contact_get(s, assessment, duty, no, &now));
	if (now.removed == removed)
		return NOT_FOUND;
	TRY(KEEP(s, "duty_contact", now.id, removed ? "remove" : "restore"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
		of_id(removed ? s->now : 0))));
	return assess_touch_living(s, assessment);
}
