/* Choices with their ways. They prepare a decision and judge nothing, so they
 * may be changed after the assessment has ended. */
#include "base/text.h"
#include "brief/sheet.h"
#include "db/db.h"

/* -- reading ------------------------------------------------------------- */

static void read_choice_row(struct query *q, struct choice *c)
{
	c->id          = read_int(q);
	c->no          = read_int(q);
	c->conflict_no = read_int(q);
	c->position_no = read_int(q);
	c->question    = read_text(q);
	c->body        = read_text(q);
	c->decided_on  = read_int(q);
	c->voices      = read_text(q);
	c->changes     = read_text(q);
	c->asks        = read_text(q);
	c->unknown     = read_text(q);
	c->at          = read_int(q);
	c->version     = read_int(q);
}

/* One by number, or with number 0 all of the assessment. */
static enum status read_rows(struct scope *s, i64 assessment, i64 no,
                             struct choice_list *out)
{
	static const char sql[] =
		"SELECT id, no, conflict_no, position_no, question, body,"
		"       coalesce(decided_on, 0), voices, changes, asks,"
		"       unknown, at, version"
		"  FROM choice WHERE org_id = $1 AND assessment_id = $2"
		"   AND ($3 = 0 OR no = $3) AND removed_at IS NULL"
		" ORDER BY no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	while (query_next(&q))
		read_choice_row(&q, PUSH(s->mem, out));
	return query_end(&q);
}

static struct choice *with_id(struct choice_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static enum status read_ways(struct scope *s, i64 assessment,
                             struct choice_list *all)
{
	static const char sql[] =
		"SELECT w.choice_id, w.title, w.people, w.place, w.money,"
		"       w.reversible, w.note"
		"  FROM choice_way w"
		"  JOIN choice c ON c.org_id = w.org_id"
		"   AND c.id = w.choice_id"
		" WHERE w.org_id = $1 AND c.assessment_id = $2"
		" ORDER BY w.choice_id, w.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct choice *c = with_id(all, read_int(&q));
		struct choice_way unseen, *w;

		w = c == NULL ? &unseen : PUSH(s->mem, &c->ways);
		w->title      = read_text(&q);
		w->people     = read_text(&q);
		w->place      = read_text(&q);
		w->money      = read_text(&q);
		w->reversible = (enum reversible)read_int(&q);
		w->note       = read_text(&q);
	}
	return query_end(&q);
}

enum status choice_list(struct scope *s, i64 assessment,
                        struct choice_list *out)
{
	*out = (struct choice_list){0};
	TRY(read_rows(s, assessment, 0, out));
	return read_ways(s, assessment, out);
}

enum status choice_get(struct scope *s, i64 assessment, i64 no,
                       struct choice *out)
{
	struct choice_list one = {0};

	if (no <= 0)
		return NOT_FOUND;
	TRY(read_rows(s, assessment, no, &one));
	if (one.n == 0)
		return NOT_FOUND;
	TRY(read_ways(s, assessment, &one));
	*out = one.v[0];
	return OK;
}

/* -- writing ------------------------------------------------------------- */

static enum status note_ways(struct scope *s, i64 choice,
                             const struct choice_way_list *all)
{
	static const char sql[] =
		"INSERT INTO choice_way (org_id, choice_id, no, title, people,"
		"  place, money, reversible, note)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

	for (size_t i = 0; i < all->n; i++) {
		const struct choice_way *w = &all->v[i];

		TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(choice),
			of_int((i64)i + 1), of_said(w->title),
			of_said(w->people), of_said(w->place),
			of_said(w->money), of_int(w->reversible),
			of_said(w->note))));
	}
	return OK;
}

/* Removed ones keep their numbers, so none is given twice. It is no counter of
 * the assessment: its document does not change by what is prepared here. */
static enum status next_no(struct scope *s, i64 assessment, i64 *no)
{
	static const char sql[] =
		"SELECT coalesce(max(no), 0) + 1 FROM choice"
		" WHERE org_id = $1 AND assessment_id = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment)),
	                 no);
}

enum status choice_note(struct scope *s, i64 assessment, struct choice *c)
{
	static const char sql[] =
		"INSERT INTO choice (org_id, assessment_id, no, conflict_no,"
		"  position_no, question, body, decided_on, voices, changes,"
		"  asks, unknown, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14) RETURNING id";

	TRY(next_no(s, assessment, &c->no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(c->no),
		of_int(c->conflict_no), of_int(c->position_no),
		of_said(c->question), of_said(c->body),
		of_id(c->decided_on), of_said(c->voices),
		of_said(c->changes), of_said(c->asks), of_said(c->unknown),
		of_int(s->now), of_int(s->person)), &c->id));
	TRY(note_ways(s, c->id, &c->ways));
	return event_note(s, "choice", c->id, "note", NULL);
}

static enum status change_row(struct scope *s, i64 id, const struct choice *c)
{
	static const char sql[] =
		"UPDATE choice SET question = $4, body = $5, decided_on = $6,"
		"       voices = $7, changes = $8, asks = $9, unknown = $10,"
		"       at = $11, person = $12, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(c->version),
		of_said(c->question), of_said(c->body),
		of_id(c->decided_on), of_said(c->voices),
		of_said(c->changes), of_said(c->asks), of_said(c->unknown),
		of_int(s->now), of_int(s->person)));

	return done == NOT_FOUND ? STALE : done;
}

/* The ways as they were live on in the events. */
static enum status drop_ways(struct scope *s, i64 choice)
{
	static const char sql[] =
		"DELETE FROM choice_way WHERE org_id = $1 AND choice_id = $2";

	TRY(KEEP_EACH(s, "choice_way", "choice_id", choice, "change"));
	return db_change_all(s, sql, VALUES(of_int(s->org), of_int(choice)));
}

enum status choice_change(struct scope *s, i64 assessment,
                          const struct choice *c)
{
	struct choice now;

	TRY(choice_get(s, assessment, c->no, &now));
	TRY(KEEP(s, "choice", now.id, "change"));
	TRY(change_row(s, now.id, c));
	TRY(drop_ways(s, now.id));
	return note_ways(s, now.id, &c->ways);
}

static enum status id_of(struct scope *s, i64 assessment, i64 no, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM choice"
		" WHERE org_id = $1 AND assessment_id = $2 AND no = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
	                                of_int(no)), id);
}

enum status choice_remove(struct scope *s, i64 assessment, i64 no,
                          bool removed)
{
	static const char sql[] =
		"UPDATE choice SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	i64 id;

	TRY(id_of(s, assessment, no, &id));
	TRY(KEEP(s, "choice", id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(removed ? s->now : 0)));
}
