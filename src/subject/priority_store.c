/* Priorities in order, and the wordings each has had. */
#include "base/text.h"
#include "db/db.h"
#include "subject/subject.h"

static void read_wording(struct query *q, struct wording *w)
{
	w->id     = read_int(q);
	w->no     = read_int(q);
	w->title  = read_text(q);
	w->text   = read_text(q);
	w->serves = read_text(q);
	w->at     = read_int(q);
}

/* One row per wording, oldest first; the last of each is the one in force. */
enum status priority_list(struct scope *s, i64 subject, bool retired,
                          struct priority_list *out)
{
	static const char sql[] =
		"SELECT p.id, p.no, p.position, coalesce(p.retired_at, 0),"
		"       p.version, w.id, w.no, w.title, w.text, w.serves, w.at"
		"  FROM priority p"
		"  JOIN wording w"
		"    ON w.org_id = p.org_id AND w.priority_id = p.id"
		" WHERE p.org_id = $1 AND p.subject_id = $2"
		"   AND ($3 = 1 OR p.retired_at IS NULL)"
		" ORDER BY p.position, p.no, w.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(subject), of_int(retired)));

	while (query_next(&q)) {
		i64 id = read_int(&q);
		struct priority *p = out->n == 0 ? NULL : &out->v[out->n - 1];

		if (p == NULL || p->id != id)
			p = PUSH(s->mem, out);
		p->id       = id;
		p->no       = read_int(&q);
		p->position = read_int(&q);
		p->retired  = read_int(&q) != 0;
		p->version  = read_int(&q);
		read_wording(&q, &p->now);
		*PUSH(s->mem, &p->wordings) = p->now;
	}
	return query_end(&q);
}

enum status wording_note(struct scope *s, i64 priority,
                         const struct wording *w, i64 *id)
{
	static const char sql[] =
		"INSERT INTO wording (org_id, priority_id, no, title, text,"
		"                     serves, at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";

	return db_insert(s, sql, VALUES(
		of_int(s->org), of_int(priority), of_int(w->no),
		of_text(w->title), of_said(w->text),
		of_said(w->serves), of_int(w->at),
		of_int(s->person)), id);
}

/* Those it came with, or its first. */
static enum status first_wordings(struct scope *s, struct priority *p)
{
	for (size_t i = 0; i < p->wordings.n; i++) {
		struct wording *w = &p->wordings.v[i];

		TRY(wording_note(s, p->id, w, &w->id));
		p->now = *w;
	}
	if (p->wordings.n > 0)
		return OK;
	p->now.no = 1;
	p->now.at = s->now;
	return wording_note(s, p->id, &p->now, &p->now.id);
}

static enum status next_of(struct scope *s, i64 subject, struct priority *p)
{
	static const char sql[] =
		"SELECT coalesce(max(no), 0) + 1,"
		"       coalesce(max(position), 0) + 1"
		"  FROM priority WHERE org_id = $1 AND subject_id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(subject)));

	if (query_next(&q)) {
		i64 no = read_int(&q), position = read_int(&q);

		p->no       = p->no == 0 ? no : p->no;
		p->position = p->position == 0 ? position : p->position;
	}
	return query_end_one(&q);
}

enum status priority_note(struct scope *s, i64 subject, struct priority *p,
                          i64 *id)
{
	static const char sql[] =
		"INSERT INTO priority (org_id, subject_id, no, position,"
		"                      retired_at)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	TRY(next_of(s, subject, p));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(subject), of_int(p->no),
		of_int(p->position), of_id(p->retired ? s->now : 0)), &p->id));
	p->version = 1;
	*id = p->id;
	TRY(first_wordings(s, p));
	return event_note(s, "priority", p->id, "note", NULL);
}

static enum status latest(struct scope *s, i64 priority, struct wording *w)
{
	static const char sql[] =
		"SELECT id, no, title, text, serves, at FROM wording"
		" WHERE org_id = $1 AND priority_id = $2"
		" ORDER BY no DESC LIMIT 1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(priority)));

	if (query_next(&q))
		read_wording(&q, w);
	return query_end_one(&q);
}

enum status priority_word(struct scope *s, i64 priority, i64 version,
                          const struct wording *w, i64 *wording)
{
	static const char sql[] =
		"UPDATE priority SET version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	struct wording now = {0}, next = {
		.title  = w->title,
		.text   = or_empty(w->text),
		.serves = or_empty(w->serves),
		.at     = s->now,
	};
	enum status done;

	TRY(latest(s, priority, &now));
	*wording = now.id;
	if (wording_same(&now, &next))
		return OK;
	TRY(KEEP(s, "priority", priority, "word"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(priority), of_int(version)));
	if (done != OK)
		return done == NOT_FOUND ? STALE : done;
	next.no = now.no + 1;
	return wording_note(s, priority, &next, wording);
}

static enum status subject_of(struct scope *s, i64 priority, i64 *subject)
{
	static const char sql[] =
		"SELECT subject_id FROM priority WHERE org_id = $1 AND id = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(priority)),
	                 subject);
}

/* Order is not what anybody wrote: it has neither version nor past. */
static enum status place(struct scope *s, const struct priority *p,
                         i64 position)
{
	static const char sql[] =
		"UPDATE priority SET position = $3"
		" WHERE org_id = $1 AND id = $2";

	if (p->position == position)
		return OK;
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(p->id), of_int(position)));
}

enum status priority_move(struct scope *s, i64 priority, i64 position)
{
	struct priority_list all = {0};
	i64 subject = 0, at = 0;

	TRY(subject_of(s, priority, &subject));
	TRY(priority_list(s, subject, false, &all));
	if (position < 1)
		position = 1;
	if (position > (i64)all.n)
		position = (i64)all.n;
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].id == priority) {
			TRY(place(s, &all.v[i], position));
			continue;
		}
		at += at + 1 == position ? 2 : 1;
		TRY(place(s, &all.v[i], at));
	}
	return OK;
}

enum status priority_retire(struct scope *s, i64 priority, bool retired)
{
	static const char sql[] =
		"UPDATE priority SET retired_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "priority", priority, retired ? "retire" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(priority),
	                                of_id(retired ? s->now : 0)));
}
