/* The bodies a matter goes through, in order. */
#include "db/db.h"
#include "matter/matter.h"

enum status chain_read(struct scope *s, i64 matter, struct chain *out)
{
	static const char sql[] =
		"SELECT t.id, t.no, t.place, t.role, t.planned_on, t.version,"
		"       b.id, b.no, b.kind, b.name, b.short,"
		"       coalesce(b.retired_at, 0), b.version"
		"  FROM step_body t"
		"  JOIN body b ON b.org_id = t.org_id AND b.id = t.body_id"
		" WHERE t.org_id = $1 AND t.matter_id = $2"
		"   AND t.removed_at IS NULL ORDER BY t.place, t.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	while (query_next(&q)) {
		struct step_body *t = PUSH(s->mem, out);

		t->id             = read_int(&q);
		t->no             = read_int(&q);
		t->place          = read_int(&q);
		t->role           = (enum chain_role)read_int(&q);
		t->planned_on     = read_int(&q);
		t->version        = read_int(&q);
		t->body.id        = read_int(&q);
		t->body.no        = read_int(&q);
		t->body.kind      = (enum body_kind)read_int(&q);
		t->body.name      = read_text(&q);
		t->body.shortened = read_text(&q);
		t->body.retired   = read_int(&q) != 0;
		t->body.version   = read_int(&q);
	}
	return query_end(&q);
}

/* A new order decides whether anybody is left; it does not undo that work goes
 * on after a referral back, or that the matter is written off. */
static enum status follow(struct scope *s, i64 matter)
{
	struct matter m;

	TRY(matter_get(s, matter, &m));
	return m.state >= MATTER_IN_BODIES && m.state <= MATTER_FOLLOWED ?
	       matter_follow_chain(s, matter) : OK;
}

/* Index of the step with this number; NOT_FOUND. */
static enum status find(struct scope *s, i64 matter, i64 no,
                        struct chain *chain, size_t *at)
{
	TRY(chain_read(s, matter, chain));
	for (*at = 0; *at < chain->n; (*at)++)
		if (chain->v[*at].no == no)
			return OK;
	return NOT_FOUND;
}

static enum status has_met(struct scope *s, i64 step, i64 *times)
{
	static const char sql[] =
		"SELECT count(*) FROM outcome"
		" WHERE org_id = $1 AND step_body_id = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(step)),
	                 times);
}

enum status chain_add(struct scope *s, i64 matter, struct step_body *t)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM step_body"
		" WHERE org_id = $1 AND matter_id = $2";
	static const char last[] =
		"SELECT coalesce(max(place), 0) + 1 FROM step_body"
		" WHERE org_id = $1 AND matter_id = $2"
		"   AND removed_at IS NULL";
	static const char sql[] =
		"INSERT INTO step_body (org_id, matter_id, no, place, body_id,"
		"  role, planned_on) VALUES ($1, $2, $3, $4, $5, $6, $7)"
		" RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(matter)),
	              &t->no));
	if (t->place == 0)
		TRY(db_number(s, last, VALUES(of_int(s->org),
		              of_int(matter)), &t->place));
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(t->no), of_int(t->place), of_int(t->body.id),
		of_int(t->role), of_id(t->planned_on)), &t->id));
	t->version = 1;
	TRY(event_note(s, "step_body", t->id, "note", NULL));
	return follow(s, matter);
}

enum status chain_change(struct scope *s, i64 matter,
                         const struct step_body *t)
{
	static const char sql[] =
		"UPDATE step_body SET role = $4, planned_on = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	struct chain now = {0};
	struct outcome_list met = {0};
	enum status done;
	size_t at;

	TRY(find(s, matter, t->no, &now, &at));
	TRY(outcome_list(s, matter, &met));
	if (chain_concluded(&now.v[at], &met) && t->role != now.v[at].role)
		return STALE;
	TRY(KEEP(s, "step_body", now.v[at].id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org),
		of_int(now.v[at].id), of_int(t->version), of_int(t->role),
		of_id(t->planned_on)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	return follow(s, matter);
}

enum status chain_remove(struct scope *s, i64 matter, i64 no)
{
	static const char sql[] =
		"UPDATE step_body SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct chain now = {0};
	i64 times = 0;
	size_t at;

	TRY(find(s, matter, no, &now, &at));
	TRY(has_met(s, now.v[at].id, &times));
	if (times > 0)
		return TAKEN;
	TRY(KEEP(s, "step_body", now.v[at].id, "remove"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(now.v[at].id),
	                             of_int(s->now))));
	return follow(s, matter);
}

static enum status place_at(struct scope *s, i64 id, i64 place)
{
	static const char sql[] =
		"UPDATE step_body SET place = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "step_body", id, "move"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(place)));
}

enum status chain_move(struct scope *s, i64 matter, i64 no)
{
	struct chain now = {0};
	i64 times = 0;
	size_t at;

	TRY(find(s, matter, no, &now, &at));
	if (at == 0)
		return OK;
	TRY(has_met(s, now.v[at - 1].id, &times));
	if (times > 0)
		return DENIED;
	/* Places are given anew: of two with one place the first came first. */
	TRY(place_at(s, now.v[at - 1].id, (i64)at + 1));
	TRY(place_at(s, now.v[at].id, (i64)at));
	for (size_t i = at + 1; i < now.n; i++)
		if (now.v[i].place != (i64)i + 1)
			TRY(place_at(s, now.v[i].id, (i64)i + 1));
	for (size_t i = 0; i + 1 < at; i++)
		if (now.v[i].place != (i64)i + 1)
			TRY(place_at(s, now.v[i].id, (i64)i + 1));
	return follow(s, matter);
}
