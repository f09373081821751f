/* Calls out, by a thread of their own: what is noted in the database is the
 * whole of what it knows, so it may end at any moment. */
#include "api/api.h"
#include <string.h>

#include "db/db.h"

static enum status collect(void *scope)
{
	return hook_collect(scope);
}

static void collect_all(struct db *db, struct arena *mem, i64 now)
{
	struct scope s = { .db = db, .mem = mem, .now = now };
	struct no_list orgs = {0};

	if (db_look(db) != OK)
		return;
	if (hook_orgs(&s, &orgs) != OK)
		orgs.n = 0;
	db_look_end(db);
	for (size_t i = 0; i < orgs.n; i++) {
		s.org = orgs.v[i];
		if (db_write(db, s.org, collect, &s) != OK)
			log_info("news waits for the next round");
	}
}

struct one { struct scope s; struct delivery d; };

static enum status take(void *arg)
{
	struct one *o = arg;

	return hook_take(&o->s, &o->d);
}

static enum status tried(void *arg)
{
	struct one *o = arg;

	return hook_tried(&o->s, &o->d);
}

/* Any answer of 200 to 299 is taken for having understood. */
static void call(struct one *o, const struct host_list *hosts)
{
	struct delivery *d = &o->d;
	struct fetch_call c = {
		.url = d->url, .type = "application/json",
		.body = { d->body, strlen(d->body) },
		.headers = (const struct fetch_header[]){
			{ "Vagval-Signature", delivery_signature(o->s.mem,
			  d->secret, o->s.now, d->body) },
			{ "Vagval-Event", news_name(d->news) },
			{ 0 } },
	};
	i64 wait;

	fetch_post(o->s.mem, hosts, &c, &d->code, &d->why);
	d->tries++;
	wait = call_wait(d->tries);
	if (d->code >= 200 && d->code < 300) {
		d->done_at = o->s.now;
		d->next_at = 0;
	} else {
		d->next_at = wait < 0 ? 0 : o->s.now + wait;
	}
}

static void call_one(struct one *o, const struct host_list *hosts)
{
	if (db_write(o->s.db, o->s.org, take, o) != OK)
		return;         /* somebody else has it */
	call(o, hosts);
	if (db_write(o->s.db, o->s.org, tried, o) != OK)
		log_info("a call was made and not noted: it is made again");
}

bool hook_round(struct db *db, const struct host_list *hosts, i64 now)
{
	struct arena *mem = arena_new();
	struct scope s = { .db = db, .mem = mem, .now = now };
	struct delivery_list due = {0};
	bool more;

	collect_all(db, mem, now);
	if (db_look(db) == OK) {
		if (hook_due(&s, 2, &due) != OK)
			due.n = 0;
		db_look_end(db);
	}
	more = due.n > 1;
	if (due.n > 0) {
		struct one o = { s, due.v[0] };

		o.s.org = o.d.org;
		call_one(&o, hosts);
	}
	arena_free(mem);
	return more;
}
