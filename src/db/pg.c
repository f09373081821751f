/*
 * The engine for several processes at once. A writer first takes the lock of
 * its organisation, so there is one writer at a time for each, as in SQLite.
 * Values travel in binary both ways: no digit is lost, no quote is needed.
 */
#include <stdlib.h>
#include <string.h>

#include "db/pg.h"
#include "db/pg_words.h"

static const struct engine pg_engine;

/* Words for what went wrong; only faults are worth a line in the log. */
enum status pg_explain(struct pg *pg, const PGresult *result,
                       const char *sql)
{
	static const struct {
		const char *state;
		enum status means;
	} known[] = {
		{ "23505", TAKEN },     /* unique */
		{ "23503", NOT_FOUND }, /* foreign key */
		{ "40001", BUSY },      /* serialization */
		{ "40P01", BUSY },      /* deadlock */
		{ "55P03", BUSY },      /* lock_timeout */
		{ "57014", BUSY },      /* statement_timeout */
		{ "57P01", BUSY },      /* the server is going down */
	};
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *says = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);

	for (size_t i = 0; state != NULL && i < COUNT(known); i++)
		if (strcmp(state, known[i].state) == 0)
			return known[i].means;
	if (PQstatus(pg->server) == CONNECTION_BAD) {
		log_info("postgresql went away: %s",
		         PQerrorMessage(pg->server));
		return BUSY;
	}
	return log_fault("postgresql: %s (%s): %.60s",
	                 says == NULL ? PQerrorMessage(pg->server) : says,
	                 state == NULL ? "" : state, sql);
}

bool pg_fine(const PGresult *result)
{
	ExecStatusType is = PQresultStatus(result);

	return is == PGRES_COMMAND_OK || is == PGRES_TUPLES_OK;
}

/* Text without values; several statements are allowed. */
static enum status say(struct pg *pg, const char *sql)
{
	PGresult *result = PQexec(pg->server, sql);
	enum status done = pg_fine(result) ? OK : pg_explain(pg, result, sql);

	PQclear(result);
	return done;
}

static void forget_statements(struct pg *pg)
{
	arena_reset(pg->mem);
	pg->slots = arena_take(pg->mem, PG_SLOTS * sizeof *pg->slots);
}

static void notice(void *unused, const PGresult *result)
{
	const char *says = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);

	(void)unused;
	log_info("postgresql: %s", says == NULL ? "" : says);
}

/* What each connection starts with, also one that was lost and came back. A
 * page read out of order costs what it does on disks that do not turn, or the
 * planner reads whole tables for one page of a list. */
static enum status settings(struct pg *pg)
{
	static const char sql[] =
		"SET client_encoding = 'UTF8';"
		"SET client_min_messages = 'warning';"
		"SET synchronous_commit = 'on';"
		"SET random_page_cost = 1.1;"
		"SET lock_timeout = '10s';"
		"SET statement_timeout = '60s';"
		"SET idle_in_transaction_session_timeout = '120s';"
		"SET standard_conforming_strings = on;";

	forget_statements(pg);
	PQsetNoticeReceiver(pg->server, notice, NULL);
	return say(pg, sql);
}

/*
 * Order by bytes, as SQLite has it. Asked by comparing, since every version
 * keeps the name of its collation in another place.
 */
static enum status check_order(struct pg *pg)
{
	static const char sql[] =
		"SELECT ('B' < 'a' AND 'a-c' < 'ab' AND 'ä' < 'å'"
		"        AND getdatabaseencoding() = 'UTF8')::int,"
		"       datcollate FROM pg_database"
		" WHERE datname = current_database()";

	PGresult *result = PQexec(pg->server, sql);
	enum status done = OK;

	if (!pg_fine(result) || PQntuples(result) != 1)
		done = pg_explain(pg, result, sql);
	else if (strcmp(PQgetvalue(result, 0, 0), "1") != 0)
		done = log_fault("database %s is not one in UTF-8 that sorts "
		                 "by bytes (it sorts as %s); make one: CREATE "
		                 "DATABASE vagval TEMPLATE template0 ENCODING "
		                 "'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
		                 PQdb(pg->server), PQgetvalue(result, 0, 1));
	PQclear(result);
	return done;
}

static void pg_close(struct db *db)
{
	PQfinish(pg_of(db)->server);
	arena_free(pg_of(db)->mem);
	free(db);
}

enum status pg_open(const char *url, enum db_use use, struct db **out)
{
	/* What the address says comes last and wins. */
	static const char *const names[] = {
		"connect_timeout", "tcp_user_timeout",
		"fallback_application_name", "dbname", NULL,
	};
	const char *const values[] = { "10", "30000", "vagval", url, NULL };
	struct pg *pg = calloc(1, sizeof *pg);
	enum status done = OK;

	if (pg == NULL)
		panic("out of memory");
	pg->db.engine = &pg_engine;
	pg->use = use;
	pg->mem = arena_new();
	pg->server = PQconnectdbParams(names, values, 1);
	if (PQstatus(pg->server) != CONNECTION_OK)
		done = log_fault("postgresql does not answer: %s",
		                 PQerrorMessage(pg->server));
	if (done == OK)
		done = settings(pg);
	if (done == OK)
		done = check_order(pg);
	if (done != OK) {
		pg_close(&pg->db);
		return done;
	}
	*out = &pg->db;
	return OK;
}

static enum status reconnect(struct pg *pg)
{
	PQreset(pg->server);
	if (PQstatus(pg->server) == CONNECTION_OK)
		return settings(pg);
	log_info("postgresql does not answer: %s", PQerrorMessage(pg->server));
	return BUSY;
}

static void rollback(struct db *db)
{
	PGTransactionStatusType is = PQtransactionStatus(pg_of(db)->server);

	if (is == PQTRANS_INTRANS || is == PQTRANS_INERROR)
		(void)say(pg_of(db), "ROLLBACK");
}

/* Nothing has happened yet, so a link that proves broken is tried anew. */
static enum status begin_with(struct pg *pg, const char *sql)
{
	enum status done;

	if (PQstatus(pg->server) != CONNECTION_OK)
		TRY(reconnect(pg));
	done = say(pg, sql);
	if (PQstatus(pg->server) != CONNECTION_OK) {
		TRY(reconnect(pg));
		done = say(pg, sql);
	}
	if (done != OK)
		rollback(&pg->db);
	return done;
}

static enum status begin(struct db *db, bool write, i64 org)
{
	struct arena *mem;
	enum status done;

	if (engine_fails(db))
		return FAULT;
	if (!write)
		return begin_with(pg_of(db), "BEGIN ISOLATION LEVEL"
		                          " REPEATABLE READ READ ONLY");
	if (pg_of(db)->use == DB_READ)
		return log_fault("a connection for reading was to write");
	mem = arena_new();
	done = begin_with(pg_of(db), arena_print(mem,
		"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;"
		"SELECT pg_advisory_xact_lock(%lld)", org));
	arena_free(mem);
	return done;
}

/* To commit what has failed is to roll back, and PostgreSQL says OK to it. */
static enum status commit(struct db *db)
{
	if (engine_fails(db))
		return FAULT;
	if (PQtransactionStatus(pg_of(db)->server) == PQTRANS_INERROR)
		return log_fault("a failed transaction was to be committed");
	return say(pg_of(db), "COMMIT");
}

/* A schema step may take its time, and may change what was prepared. */
static enum status script(struct db *db, const char *sql)
{
	struct arena *mem = arena_new();
	struct pg *pg = pg_of(db);
	enum status done = say(pg, "SET LOCAL statement_timeout = 0");

	if (done == OK)
		done = say(pg, pg_words(mem, sql));
	if (done == OK)
		done = say(pg, "DEALLOCATE ALL;"
		               "SET LOCAL statement_timeout = '60s'");
	if (done == OK)
		forget_statements(pg);
	arena_free(mem);
	return done;
}

/* The server looks after its own files; that it answers is what we can see. */
static enum status sound(struct db *db)
{
	return say(pg_of(db), "SELECT 1");
}

/* Table names are words of our own schema; not every table has a counter. */
static enum status settle_ids(struct db *db, const char *table)
{
	struct arena *mem = arena_new();
	enum status done = say(pg_of(db), arena_print(mem,
		"DO $$ BEGIN"
		" IF EXISTS (SELECT 1 FROM pg_attribute"
		"             WHERE attrelid = '%s'::regclass"
		"               AND attname = 'id' AND attidentity <> '') THEN"
		"  PERFORM setval(pg_get_serial_sequence('%s', 'id'), max(id))"
		"     FROM %s HAVING max(id) > 0;"
		" END IF;"
		"END $$", table, table, table));

	arena_free(mem);
	return done;
}

static const struct engine pg_engine = {
	.name        = "postgresql",
	.notify      = "SELECT 1 FROM pg_notify('" PG_CHANNEL "', $1)",
	.one_writer  = false,
	.close       = pg_close,
	.begin       = begin,
	.commit      = commit,
	.rollback    = rollback,
	.script      = script,
	.run         = pg_run,
	.step        = pg_step,
	.columns     = pg_columns,
	.column_name = pg_column_name,
	.column      = pg_column,
	.changed     = pg_changed,
	.done        = pg_done,
	.sound       = sound,
	.settle_ids  = settle_ids,
};
