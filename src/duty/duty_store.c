/* Reading duties, their parties and their log. */
#include "db/db.h"
#include "duty/duty.h"

static void read_judged(struct query *q, struct duty *d)
{
	d->need = (enum duty_need)read_int(q);
	d->motive = read_text(q);
	d->exempt = (enum duty_exemption)read_int(q);
	d->concerns = (unsigned)read_int(q);
	d->judged_by = read_text(q);
	d->judged_on = read_int(q);
	d->heard = (enum duty_said)read_int(q);
	d->heard_how = read_text(q);
	d->yields = (enum duty_said)read_int(q);
	for (size_t i = 0; i < PARTS_MOST; i++)
		d->part[i] = read_text(q);
}

static void read_duty(struct query *q, struct duty *d)
{
	d->id = read_int(q);
	d->no = read_int(q);
	d->kind = (enum duty_kind)read_int(q);
	d->local = read_text(q);
	d->ground = (enum duty_ground)read_int(q);
	d->name = read_text(q);
	d->question = read_text(q);
	read_judged(q, d);
	d->state = (enum duty_state)read_int(q);
	d->state_why = read_text(q);
	d->state_on = read_int(q);
	d->state_by = read_text(q);
	d->ended = (enum duty_ending)read_int(q);
	d->significant = (enum duty_said)read_int(q);
	d->checks = (unsigned)read_int(q);
	d->version = read_int(q);
}

/* One by number, or with number 0 all of the assessment. */
static enum status read_rows(struct scope *s, i64 assessment, i64 no,
                             struct duty_list *out)
{
	static const char sql[] =
		"SELECT id, no, kind, local_key, ground, name, question,"
		"       need, motive, exempt, concerns, judged_by, judged_on,"
		"       heard, heard_how, yields, part1, part2, part3, part4,"
		"       part5, part6, part7, state, state_why, state_on,"
		"       state_by, ended, significant, checks, version"
		"  FROM duty WHERE org_id = $1 AND assessment_id = $2"
		"   AND ($3 = 0 OR no = $3) ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(no)));

	while (query_next(&q))
		read_duty(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static struct duty *with_id(struct duty_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static enum status read_parties(struct scope *s, i64 assessment,
                                struct duty_list *all)
{
	static const char sql[] =
		"SELECT p.duty_id, a.id, a.key, a.name"
		"  FROM duty d"
		"  JOIN duty_party p ON p.org_id = d.org_id"
		"   AND p.duty_id = d.id"
		"  JOIN actor a ON a.org_id = p.org_id AND a.id = p.actor_id"
		" WHERE d.org_id = $1 AND d.assessment_id = $2"
		" ORDER BY a.sort_key, a.id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment)));

	while (query_next(&q)) {
		struct duty *d = with_id(all, read_int(&q));
		struct duty_party other, *p = d == NULL ? &other :
			PUSH(s->mem, &d->parties);

		p->actor = read_int(&q);
		p->key = read_text(&q);
		p->name = read_text(&q);
	}
	return query_end(&q);
}

static void read_contact(struct query *q, struct contact *c)
{
	c->id = read_int(q);
	c->no = read_int(q);
	c->kind = (enum contact_kind)read_int(q);
	c->day = read_int(q);
	c->with = read_text(q);
	c->what = read_text(q);
	c->by = read_text(q);
	c->reply = read_text(q);
	c->replied_on = read_int(q);
	c->removed = read_int(q) != 0;
	c->version = read_int(q);
}

static enum status read_logs(struct scope *s, i64 assessment,
                             struct duty_list *all)
{
	static const char sql[] =
		"SELECT c.duty_id, c.id, c.no, c.kind, c.day, c.with_whom,"
		"       c.what, c.by_whom, c.reply, c.replied_on,"
		"       CASE WHEN c.removed_at IS NULL THEN 0 ELSE 1 END,"
		"       c.version"
		"  FROM duty d"
		"  JOIN duty_contact c ON c.org_id = d.org_id"
		"   AND c.duty_id = d.id AND c.removed_at IS NULL"
		" WHERE d.org_id = $1 AND d.assessment_id = $2"
		" ORDER BY c.day, c.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment)));

	while (query_next(&q)) {
		struct duty *d = with_id(all, read_int(&q));
		struct contact other;

		read_contact(&q, d == NULL ? &other :
		             PUSH(s->mem, &d->log));
	}
	return query_end(&q);
}

enum status duty_outlines(struct scope *s, i64 assessment,
                          struct duty_list *out)
{
	*out = (struct duty_list){0};
	return read_rows(s, assessment, 0, out);
}

enum status duty_list(struct scope *s, i64 assessment, struct duty_list *out)
{
	TRY(duty_outlines(s, assessment, out));
	if (out->n == 0)
		return OK;
	TRY(read_parties(s, assessment, out));
	return read_logs(s, assessment, out);
}

enum status duty_get(struct scope *s, i64 assessment, i64 no,
                     struct duty *out)
{
	struct duty_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_rows(s, assessment, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	TRY(read_parties(s, assessment, &one));
	TRY(read_logs(s, assessment, &one));
	*out = one.v[0];
	return OK;
}

/* A removed one too. */
enum status contact_get(struct scope *s, i64 assessment, i64 duty, i64 no,
                        struct contact *out)
{
	static const char sql[] =
		"SELECT c.id, c.no, c.kind, c.day, c.with_whom, c.what,"
		"       c.by_whom, c.reply, c.replied_on,"
		"       CASE WHEN c.removed_at IS NULL THEN 0 ELSE 1 END,"
		"       c.version"
		"  FROM duty_contact c"
		"  JOIN duty d ON d.org_id = c.org_id AND d.id = c.duty_id"
		" WHERE c.org_id = $1 AND c.assessment_id = $2 AND d.no = $3"
		"   AND c.no = $4";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(duty), of_int(no)));

	if (query_next(&q))
		read_contact(&q, out);
	return query_end_one(&q);
}
