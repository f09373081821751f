#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "account/account.h"
#include "app/app.h"
#include "db/engine.h"
#include "kit/secret.h"
#include "stage.h"
#include "web/session.h"

static char file[64];

static void remove_file(void)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	char name[80];

	for (size_t i = 0; i < COUNT(ends); i++) {
		snprintf(name, sizeof name, "%s%s", file, ends[i]);
		unlink(name);
	}
}

static void make_ready(const char *database)
{
	struct db *db;

	ASSERT(db_open(database, DB_WRITE, &db) == OK);
	ASSERT(db_migrate(db) == OK);
	db_close(db);
}

/* In memory where there is such a place: no disk to wait for. */
static const char *sqlite_file(void)
{
	static char url[80];

	if (url[0] != '\0')
		return url;
	snprintf(file, sizeof file, "%s/vagval-test-%d.db",
	         access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp",
	         (int)getpid());
	snprintf(url, sizeof url, "sqlite:%s", file);
	atexit(remove_file);
	make_ready(url);
	return url;
}

/* One database for all tests of a run; each test has its own organisation. */
static const char *of_run(void)
{
	static char url[512];
	const char *given = getenv("VAGVAL_TEST_DB");

	if (given == NULL)
		return sqlite_file();
	if (url[0] == '\0') {
		snprintf(url, sizeof url, "%s", given);
		make_ready(url);
	}
	return url;
}

static bool aside;

const char *stage_database(void)
{
	return aside ? sqlite_file() : of_run();
}

struct scope stage_scope(struct stage *st)
{
	return (struct scope){ .db = st->db, .mem = st->mem, .org = st->org,
	                       .person = st->person, .now = st->now };
}

enum status stage_begin(struct stage *st)
{
	ASSERT(!st->db->in_transaction);
	TRY(st->db->engine->begin(st->db, true, st->org));
	st->db->in_transaction = true;
	return OK;
}

enum status stage_commit(struct stage *st)
{
	enum status done = st->db->engine->commit(st->db);

	st->db->in_transaction = false;
	signals_end(st->db, done == OK);
	return done;
}

void stage_rollback(struct stage *st)
{
	st->db->engine->rollback(st->db);
	st->db->in_transaction = false;
}

/* -- visitors ------------------------------------------------------------ */

static void new_org(struct stage *st)
{
	struct scope s = stage_scope(st);
	struct org o = { .kind = ORG_REGION };

	st->org_key = o.key = key_new(st->mem);
	st->org_name = o.name = arena_print(st->mem, "Region %s", o.key);
	IN_WRITE(st, org_note(&s, &o, &st->org));
}

static enum status sign_in(struct stage *st, unsigned rights)
{
	struct scope s = stage_scope(st);
	struct req r = { .s = s, .house = &st->house };
	struct person p = {
		.name  = "Karin Ek", .title = "hållbarhetsstrateg",
		.email = arena_print(st->mem, "%s@test.example",
		                     key_new(st->mem)),
	};

	TRY(person_note(&s, &p, &st->person));
	TRY(membership_set(&s, st->person, rights));
	r.visitor = "";
	TRY(session_open(&r, st->person));
	/* "__Host-s=TOKEN; …" */
	st->cookie = arena_text(st->mem, r.headers[0].value,
	                        strcspn(r.headers[0].value, ";"));
	st->csrf = digest_keyed(st->mem, strchr(st->cookie, '=') + 1, "csrf");
	return OK;
}

void stage_as_new(struct stage *st, unsigned rights)
{
	IN_WRITE(st, sign_in(st, rights));
}

void stage_as_stranger(struct stage *st)
{
	i64 org = st->org;
	const char *key = st->org_key, *name = st->org_name;

	new_org(st);
	stage_as_new(st, ~0u & 0xFFFF);
	st->org = org;
	st->org_key = key;
	st->org_name = name;
}

void stage_as_nobody(struct stage *st)
{
	st->cookie = arena_print(st->mem, "__Host-v=%s",
	                         secret_token(st->mem, 32));
	st->csrf = digest_keyed(st->mem, strchr(st->cookie, '=') + 1, "csrf");
	st->person = 0;
}

static enum status set_rights(struct stage *st, unsigned rights)
{
	struct scope s = stage_scope(st);

	return membership_set(&s, st->person, rights);
}

void stage_rights(struct stage *st, unsigned rights)
{
	IN_WRITE(st, set_rights(st, rights));
}

/*
 * A connection that is whole goes on to the next stage: a server of PostgreSQL
 * learns the whole schema anew for each.
 */
static struct db *idle;

static void close_idle(void)
{
	db_close(idle);
	idle = NULL;
}

bool stage_aside(bool on)
{
	if (getenv("VAGVAL_TEST_DB") == NULL)
		return false;
	close_idle();
	aside = on;
	return true;
}

static struct db *connection(void)
{
	static bool known;
	struct db *db = idle;

	if (!known)
		atexit(close_idle);
	known = true;
	idle = NULL;
	if (db == NULL)
		ASSERT(db_open(stage_database(), DB_WRITE, &db) == OK);
	return db;
}

struct stage *stage_open(const struct route *const *tables)
{
	struct arena *mem = arena_new();
	struct stage *st = NEW(mem, struct stage);

	st->mem = mem;
	st->now = 1760691600000;        /* 17 October 2025, 11.00 */
	st->house = *app_house();
	if (tables != NULL)
		st->house.tables = tables;
	st->house.url = "http://127.0.0.1:8080";
	st->house.secret = "a secret of the tests";
	st->db = connection();
	new_org(st);
	stage_as_new(st, 0xFFFF);
	return st;
}

void stage_close(struct stage *st)
{
	if (idle == NULL && !st->db->in_transaction && !st->db->looking) {
		st->db->fail_at = 0;
		idle = st->db;
	} else {
		db_close(st->db);
	}
	arena_free(st->mem);
}

/* -- visits -------------------------------------------------------------- */

static struct req *visit(struct stage *st, enum verb method,
                         const char *address)
{
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);
	size_t n = strcspn(address, "?");

	r->method = method;
	r->address = address;
	r->path = percent_decode(st->mem, address, n);
	if (address[n] == '?')
		ASSERT(fields_decode(st->mem, (struct bytes){
			address + n + 1, strlen(address + n + 1) },
			&r->query));
	r->cookies = st->cookie;
	r->browser = "a test";
	return r;
}

struct req *get(struct stage *st, const char *path, ...)
{
	struct req *r;
	va_list args;

	va_start(args, path);
	r = visit(st, GET, arena_print_list(st->mem, path, args));
	va_end(args);
	serve(r);
	return r;
}

struct req *post(struct stage *st, const char *fields, const char *path, ...)
{
	struct req *r;
	va_list args;
	const char *key = strncmp(fields, "key=", 4) == 0 ? "" :
		arena_print(st->mem, "key=%s&", secret_token(st->mem, 16));
	char *body = arena_print(st->mem, "csrf=%s&%s%s", st->csrf, key,
	                         fields);

	va_start(args, path);
	r = visit(st, POST, arena_print_list(st->mem, path, args));
	va_end(args);
	r->content_type = "application/x-www-form-urlencoded";
	r->body = (struct bytes){ body, strlen(body) };
	serve(r);
	return r;
}
