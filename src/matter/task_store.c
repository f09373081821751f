/* What is to be done in a matter. */
#include "base/text.h"
#include "db/db.h"
#include "matter/matter.h"

#define COLUMNS                                                         \
	"SELECT t.id, t.no, t.outcome_id, t.text, t.owner,"             \
	"       t.done_note, t.due, t.done_at, t.at, t.version,"        \
	"       m.key, m.title"                                         \
	"  FROM task t"                                                 \
	"  JOIN matter m ON m.org_id = t.org_id AND m.id = t.matter_id"

static void read_task(struct query *q, struct task *t)
{
	t->id           = read_int(q);
	t->no           = read_int(q);
	t->outcome      = read_int(q);
	t->text         = read_text(q);
	t->owner        = read_text(q);
	t->done_note    = read_text(q);
	t->due          = read_int(q);
	t->done_at      = read_int(q);
	t->at           = read_int(q);
	t->version      = read_int(q);
	t->matter_key   = read_text(q);
	t->matter_title = read_text(q);
}

enum status task_list(struct scope *s, i64 matter, struct task_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE t.org_id = $1 AND t.matter_id = $2"
		" ORDER BY CASE WHEN t.done_at IS NULL THEN 0 ELSE 1 END,"
		"          t.due NULLS LAST, t.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(matter)));

	while (query_next(&q))
		read_task(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* "Karin Ek" has what lies with "Karin Ek, processledare". */
enum status task_open_list(struct scope *s, const char *owner, i64 most,
                           struct task_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE t.org_id = $1 AND t.done_at IS NULL"
		"   AND ($2 = '' OR t.owner = $2"
		"        OR substr(t.owner, 1, length($3)) = $3)"
		" ORDER BY t.due NULLS LAST, t.id LIMIT $4";

	const char *name = or_empty(owner);
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_text(name), of_text(arena_print(s->mem, "%s,", name)),
		of_int(most)));

	while (query_next(&q))
		read_task(&q, PUSH(s->mem, out));
	return query_end(&q);
}

enum status task_get(struct scope *s, i64 matter, i64 no, struct task *out)
{
	static const char sql[] =
		COLUMNS " WHERE t.org_id = $1 AND t.matter_id = $2"
		"   AND t.no = $3";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(matter), of_int(no)));

	if (query_next(&q))
		read_task(&q, out);
	return query_end_one(&q);
}

enum status task_note(struct scope *s, i64 matter, struct task *t)
{
	static const char next[] =
		"SELECT coalesce(max(no), 0) + 1 FROM task"
		" WHERE org_id = $1 AND matter_id = $2";
	static const char sql[] =
		"INSERT INTO task (org_id, matter_id, no, outcome_id, text,"
		"  owner, due, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
		" RETURNING id";

	TRY(db_number(s, next, VALUES(of_int(s->org), of_int(matter)),
	              &t->no));
	t->at = s->now;
	t->version = 1;
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(matter),
		of_int(t->no), of_id(t->outcome), of_text(t->text),
		of_said(t->owner), of_id(t->due), of_int(t->at)), &t->id));
	return event_note(s, "task", t->id, "note", NULL);
}

enum status task_change(struct scope *s, i64 matter, const struct task *t)
{
	static const char sql[] =
		"UPDATE task SET text = $4, owner = $5, due = $6,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	struct task now;
	enum status done;

	TRY(task_get(s, matter, t->no, &now));
	TRY(KEEP(s, "task", now.id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
		of_int(t->version), of_text(t->text), of_said(t->owner),
		of_id(t->due)));
	return done == NOT_FOUND ? STALE : done;
}

enum status task_done(struct scope *s, i64 matter, i64 no, bool done,
                      const char *note)
{
	static const char sql[] =
		"UPDATE task SET done_at = $3, done_note = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct task now;

	TRY(task_get(s, matter, no, &now));
	TRY(KEEP(s, "task", now.id, done ? "done" : "undo"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(now.id),
		of_id(done ? s->now : 0), of_said(done ? note : NULL)));
}
