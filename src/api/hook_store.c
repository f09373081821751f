/* Webhooks and what is to be delivered to them. What has happened is read from
 * `event`, which every change writes: no other room knows of webhooks. */
#include "api/api.h"
#include "base/clock.h"
#include "db/db.h"
#include "kit/json.h"
#include "kit/secret.h"

enum status webhook_list(struct scope *s, struct webhook_list *out)
{
	static const char sql[] =
		"SELECT w.id, w.no, w.url, w.secret, w.news, w.seen,"
		"       coalesce(w.stopped_at, 0), w.version,"
		"       count(d.next_at),"
		"       count(d.id) - count(d.next_at) - count(d.done_at)"
		"  FROM webhook w LEFT JOIN delivery d"
		"    ON d.org_id = w.org_id AND d.webhook_id = w.id"
		" WHERE w.org_id = $1"
		" GROUP BY w.id, w.no, w.url, w.secret, w.news, w.seen,"
		"          w.stopped_at, w.version"
		" ORDER BY w.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct webhook *w = PUSH(s->mem, out);

		w->id         = read_int(&q);
		w->no         = read_int(&q);
		w->url        = read_text(&q);
		w->secret     = read_text(&q);
		w->news       = (unsigned)read_int(&q);
		w->seen       = read_int(&q);
		w->stopped_at = read_int(&q);
		w->version    = read_int(&q);
		w->waiting    = read_int(&q);
		w->given_up   = read_int(&q);
	}
	return query_end(&q);
}

enum status webhook_note(struct scope *s, struct webhook *w)
{
	static const char sql[] =
		"INSERT INTO webhook (org_id, no, url, secret, news, seen,"
		"                     made_by, made_at)"
		" VALUES ($1, (SELECT coalesce(max(no), 0) + 1 FROM webhook"
		"               WHERE org_id = $1), $2, $3, $4,"
		"         (SELECT coalesce(max(id), 0) FROM event"
		"           WHERE org_id = $1), $5, $6)"
		" RETURNING id";

	w->secret = secret_token(s->mem, 40);
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(w->url), of_text(w->secret),
		of_int(w->news), of_int(s->person), of_int(s->now)), &w->id));
	return event_note(s, "webhook", w->id, "note", NULL);
}

enum status webhook_stop(struct scope *s, i64 no, bool stopped)
{
	static const char which[] =
		"SELECT id FROM webhook WHERE org_id = $1 AND no = $2";
	static const char sql[] =
		"UPDATE webhook SET stopped_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	i64 id;

	TRY(db_number(s, which, VALUES(of_int(s->org), of_int(no)), &id));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                             of_id(stopped ? s->now : 0))));
	return event_note(s, "webhook", id, stopped ? "stop" : "start", NULL);
}

/* -- what is to be delivered --------------------------------------------- */

/* An event as news: what it tells of, and where that is read. */
struct told { i64 event, at; enum news news; const char *key, *title; };

static const char *body_of(struct scope *s, const struct told *t)
{
	struct json_writer w = json_in(s->mem);
	bool matter = t->news != NEWS_FINISHED;

	json_open(&w, NULL, '{');
	json_put_text(&w, "id", arena_print(s->mem, "%.24s", digest_text(
		s->mem, arena_print(s->mem, "%lld %lld %s", t->event, t->at,
		                    t->key))));
	json_put_text(&w, "type", news_name(t->news));
	json_put_text(&w, "at", instant_write(s->mem, t->at));
	json_open(&w, matter ? "matter" : "assessment", '{');
	json_put_text(&w, "key", t->key);
	json_put_text(&w, "title", t->title);
	json_put_text(&w, "self", arena_print(s->mem, "/api/v1/%s/%s",
	              matter ? "matters" : "assessments", t->key));
	json_close_with(&w, '}');
	json_close_with(&w, '}');
	return w.text;
}

static enum status deliver(struct scope *s, i64 webhook,
                           const struct told *t)
{
	static const char sql[] =
		"INSERT INTO delivery (org_id, webhook_id, event_id, news,"
		"                      body, next_at, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $6)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(webhook), of_int(t->event),
		of_int(t->news), of_text(body_of(s, t)), of_int(s->now)));
}

/* The last event there is now: what comes later waits for the next round. */
static enum status last_event(struct scope *s, i64 *out)
{
	static const char sql[] =
		"SELECT coalesce(max(id), 0) FROM event WHERE org_id = $1";

	return db_number(s, sql, VALUES(of_int(s->org)), out);
}

struct told_list { struct told *v; size_t n, room; };

static enum status told_since(struct scope *s, i64 seen, i64 last,
                              struct told_list *out)
{
	static const char sql[] =
		"SELECT e.id, e.at, 0, m.key, m.title FROM event e"
		"  JOIN matter m ON m.org_id = e.org_id AND m.id = e.object"
		" WHERE e.org_id = $1 AND e.id > $2 AND e.id <= $3"
		"   AND e.kind = 'matter'"
		" UNION ALL "
		"SELECT e.id, e.at, 1, m.key, m.title FROM event e"
		"  JOIN outcome x ON x.org_id = e.org_id AND x.id = e.object"
		"  JOIN matter m ON m.org_id = e.org_id AND m.id = x.matter_id"
		" WHERE e.org_id = $1 AND e.id > $2 AND e.id <= $3"
		"   AND e.kind = 'outcome'"
		" UNION ALL "
		"SELECT e.id, e.at, 2, m.key, m.title FROM event e"
		"  JOIN matter_paper x"
		"    ON x.org_id = e.org_id AND x.id = e.object"
		"  JOIN matter m ON m.org_id = e.org_id AND m.id = x.matter_id"
		" WHERE e.org_id = $1 AND e.id > $2 AND e.id <= $3"
		"   AND e.kind = 'matter_paper'"
		" UNION ALL "
		"SELECT e.id, e.at, 3, a.key, t.title FROM event e"
		"  JOIN assessment a"
		"    ON a.org_id = e.org_id AND a.id = e.object"
		"  JOIN subject t"
		"    ON t.org_id = a.org_id AND t.id = a.subject_id"
		" WHERE e.org_id = $1 AND e.id > $2 AND e.id <= $3"
		"   AND e.kind = 'assessment' AND e.verb = 'seal'"
		" ORDER BY 1";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(seen), of_int(last)));

	while (query_next(&q)) {
		struct told *t = PUSH(s->mem, out);

		t->event = read_int(&q);
		t->at    = read_int(&q);
		t->news  = (enum news)read_int(&q);
		t->key   = read_text(&q);
		t->title = read_text(&q);
	}
	return query_end(&q);
}

static enum status collect_for(struct scope *s, const struct webhook *w,
                               i64 last)
{
	static const char sql[] =
		"UPDATE webhook SET seen = $3 WHERE org_id = $1 AND id = $2";

	struct told_list all = {0};

	if (w->seen >= last)
		return OK;
	if (w->stopped_at == 0)
		TRY(told_since(s, w->seen, last, &all));
	for (size_t i = 0; i < all.n; i++)
		if ((w->news & 1u << all.v[i].news) != 0)
			TRY(deliver(s, w->id, &all.v[i]));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(w->id),
	                                of_int(last)));
}

enum status hook_collect(struct scope *s)
{
	struct webhook_list all = {0};
	i64 last;

	TRY(last_event(s, &last));
	TRY(webhook_list(s, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(collect_for(s, &all.v[i], last));
	return OK;
}
