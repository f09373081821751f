#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "db/engine.h"
#include "kit/secret.h"

/*
 * The schema, step by step. This file is the one place where statements have
 * no organisation: what it reads belongs to the installation.
 */
struct stepping {
	struct scope s;
	const struct schema_step *step;
};

static enum status make_table(void *arg)
{
	struct stepping *at = arg;

	return at->s.db->engine->script(at->s.db,
		"CREATE TABLE IF NOT EXISTS migration ("
		" id INTEGER PRIMARY KEY,"
		" name TEXT NOT NULL UNIQUE,"
		" sha256 TEXT NOT NULL,"
		" at INTEGER NOT NULL)");
}

static enum status take_step(void *arg)
{
	static const char find[] =
		"SELECT sha256 FROM migration WHERE name = $1";
	static const char note[] =
		"INSERT INTO migration (name, sha256, at) VALUES ($1, $2, $3)";

	struct stepping *at = arg;
	const char *sum = digest_text(at->s.mem, at->step->sql);
	const char *known = NULL;
	struct query q = db_query(&at->s, find,
	                          VALUES(of_text(at->step->name)));

	while (query_next(&q))
		known = read_text(&q);
	TRY(query_end(&q));
	if (known != NULL && strcmp(known, sum) != 0)
		return log_fault("schema step %s is not the one that was run",
		                 at->step->name);
	if (known != NULL)
		return OK;
	TRY(at->s.db->engine->script(at->s.db, at->step->sql));
	return db_change(&at->s, note, VALUES(
		of_text(at->step->name), of_text(sum), of_int(clock_now())));
}

static enum status refuse_newer(struct scope *s)
{
	static const char sql[] = "SELECT count(*) FROM migration";
	i64 run = 0, known = 0;

	for (const struct schema_step *st = schema_steps; st->name; st++)
		known++;
	TRY(db_number(s, sql, NULL, 0, &run));
	if (run > known)
		return log_fault("the database is of a later version");
	return OK;
}

enum status db_migrate(struct db *db)
{
	struct stepping at = { .s = { .db = db, .mem = arena_new() } };
	enum status done = db_write(db, 0, make_table, &at);

	for (at.step = schema_steps; done == OK && at.step->name; at.step++)
		done = db_write(db, 0, take_step, &at);
	if (done == OK)
		done = refuse_newer(&at.s);
	arena_free(at.s.mem);
	return done;
}

struct text_list schema_tables(struct arena *mem)
{
	static const char words[] = "\nCREATE TABLE ";
	struct text_list tables = {0};

	for (const struct schema_step *st = schema_steps; st->name; st++) {
		const char *at = st->sql;

		while ((at = strstr(at, words)) != NULL) {
			size_t n = 0;

			at += strlen(words);
			while (isalnum((unsigned char)at[n]) || at[n] == '_')
				n++;
			*PUSH(mem, &tables) = arena_text(mem, at, n);
		}
	}
	return tables;
}
