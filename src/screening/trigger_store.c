/* The organisation's rules, in order. */
#include "base/text.h"
#include "db/db.h"
#include "screening/trigger.h"

#define COLUMNS                                                         \
	"SELECT id, no, position, name, reference, kinds, phases, unit,"  \
	"       words, question, answers, depth, method, duties, used,"   \
	"       CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END, version"  \
	"  FROM trigger_rule"

static void read_rule(struct query *q, struct trigger_rule *t)
{
	t->id        = read_int(q);
	t->no        = read_int(q);
	t->position  = read_int(q);
	t->name      = read_text(q);
	t->reference = read_text(q);
	t->kinds     = (unsigned)read_int(q);
	t->phases    = (unsigned)read_int(q);
	t->unit      = read_text(q);
	t->words     = read_text(q);
	t->question  = (enum screening_question)read_int(q);
	t->answers   = (unsigned)read_int(q);
	t->depth     = (enum depth)read_int(q);
	t->method    = read_text(q);
	t->duties    = (unsigned)read_int(q);
	t->used      = read_int(q) != 0;
	t->removed   = read_int(q) != 0;
	t->version   = read_int(q);
}

enum status trigger_list(struct scope *s, struct trigger_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE org_id = $1 AND removed_at IS NULL"
		" ORDER BY position, no LIMIT 500";
	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q))
		read_rule(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status trigger_get(struct scope *s, i64 no, struct trigger_rule *out)
{
	static const char sql[] =
		COLUMNS " WHERE org_id = $1 AND no = $2";
	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(no)));

	*out = (struct trigger_rule){0};
	if (query_next(&q))
		read_rule(&q, out);
	return query_end_one(&q);
}

enum status trigger_note(struct scope *s, struct trigger_rule *t)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM trigger_rule"
		" WHERE org_id = $1";
	static const char place[] =
		"SELECT coalesce(max(position), 0) + 1 FROM trigger_rule"
		" WHERE org_id = $1";
	static const char sql[] =
		"INSERT INTO trigger_rule (org_id, no, position, name,"
		"  reference, kinds, phases, unit, words, question, answers,"
		"  depth, method, duties, used)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15) RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org)), &t->no));
	TRY(db_number(s, place, VALUES(of_int(s->org)), &t->position));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(t->no), of_int(t->position),
		of_text(t->name), of_said(t->reference), of_int(t->kinds),
		of_int(t->phases), of_said(t->unit), of_said(t->words),
		of_int(t->question), of_int(t->answers), of_int(t->depth),
		of_said(t->method), of_int(t->duties), of_int(t->used)),
		&t->id));
	t->version = 1;
	return event_note(s, "trigger_rule", t->id, "note", NULL);
}

enum status trigger_change(struct scope *s, const struct trigger_rule *t)
{
	static const char sql[] =
		"UPDATE trigger_rule SET name = $4, reference = $5, kinds = $6,"
		"       phases = $7, unit = $8, words = $9, question = $10,"
		"       answers = $11, depth = $12, method = $13, duties = $14,"
		"       used = $15, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";
	enum status done;

	TRY(KEEP(s, "trigger_rule", t->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(t->id), of_int(t->version),
		of_text(t->name), of_said(t->reference), of_int(t->kinds),
		of_int(t->phases), of_said(t->unit), of_said(t->words),
		of_int(t->question), of_int(t->answers), of_int(t->depth),
		of_said(t->method), of_int(t->duties), of_int(t->used)));
	return done == NOT_FOUND ? STALE : done;
}

enum status trigger_remove(struct scope *s, i64 no, bool removed)
{
	static const char sql[] =
		"UPDATE trigger_rule SET removed_at = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct trigger_rule t;

	TRY(trigger_get(s, no, &t));
	TRY(KEEP(s, "trigger_rule", t.id, removed ? "remove" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(t.id),
	                                of_id(removed ? s->now : 0)));
}

static enum status place(struct scope *s, i64 id, i64 position)
{
	static const char sql[] =
		"UPDATE trigger_rule SET position = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "trigger_rule", id, "move"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(position)));
}

/* Past the one before it; the first stays. */
enum status trigger_up(struct scope *s, i64 no)
{
	struct trigger_list all = {0};

	TRY(trigger_list(s, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].no != no)
			continue;
		if (i == 0)
			return OK;
		TRY(place(s, all.v[i].id, all.v[i - 1].position));
		return place(s, all.v[i - 1].id, all.v[i].position);
	}
	return NOT_FOUND;
}
