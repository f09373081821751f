/*
 * What only PostgreSQL can get wrong. On SQLite these have nothing to ask.
 */
#include <stdlib.h>

#include "check.h"
#include "db/engine.h"

static bool on_postgresql(struct scope *s)
{
	const char *url = getenv("VAGVAL_TEST_DB");

	*s = (struct scope){ .mem = arena_new(), .org = 1 };
	if (url != NULL && strncmp(url, "postgres", 8) == 0)
		CHECK_OK(db_open(url, DB_WRITE, &s->db));
	return s->db != NULL;
}

static void leave(struct scope *s)
{
	db_close(s->db);
	arena_free(s->mem);
}

/* Temporary tables: they go with the connection. */
static void begin_with_tables(struct scope *s)
{
	CHECK_OK(s->db->engine->begin(s->db, true, 1));
	CHECK_OK(s->db->engine->script(s->db,
		"CREATE TEMP TABLE pot (id INTEGER PRIMARY KEY, n INTEGER,"
		" share REAL, name TEXT UNIQUE, file BLOB,"
		" CHECK (n < 100)) STRICT;"
		"CREATE TEMP TABLE lid (pot INTEGER REFERENCES pot (id))"));
}

static enum status put(struct scope *s, struct value n, struct value share,
                       struct value name, struct value file)
{
	static const char sql[] =
		"INSERT INTO pot (n, share, name, file) VALUES ($1, $2, $3, $4)"
		" RETURNING id";
	i64 id;

	return db_insert(s, sql, VALUES(n, share, name, file), &id);
}

static const struct value nothing = { .kind = V_NULL };

TEST(a_value_may_be_null_the_first_time_or_later)
{
	struct scope s;

	if (on_postgresql(&s)) {
		begin_with_tables(&s);
		CHECK_OK(put(&s, nothing, nothing, nothing, nothing));
		CHECK_OK(put(&s, of_int(5), of_real(0.1), of_text("å"),
		             of_blob((struct bytes){ "\0\1\\", 3 })));
		CHECK_OK(put(&s, nothing, of_real(1e300), nothing, nothing));
		CHECK_OK(put(&s, of_int(-7), nothing, of_text(""),
		             of_blob((struct bytes){ "", 0 })));
	}
	leave(&s);
}

TEST(every_kind_of_value_comes_back_as_it_went_in)
{
	static const char sql[] =
		"SELECT n, share, name, file FROM pot WHERE id = $1";
	struct scope s;
	struct query q;
	struct bytes file;

	if (on_postgresql(&s)) {
		begin_with_tables(&s);
		CHECK_OK(put(&s, of_int(-9007199254740993), of_real(-0.1),
		             of_text("Åre \\ 'x'"),
		             of_blob((struct bytes){ "a\0\xff", 3 })));
		q = db_query(&s, sql, VALUES(of_int(1)));
		CHECK(query_next(&q));
		CHECK(read_int(&q) == -9007199254740993);
		CHECK(read_real(&q) == -0.1);
		CHECK_TEXT(read_text(&q), "Åre \\ 'x'");
		file = read_blob(&q);
		CHECK(file.n == 3 && memcmp(file.v, "a\0\xff", 3) == 0);
		CHECK_OK(query_end_one(&q));
	}
	leave(&s);
}

TEST(the_same_statement_takes_values_of_another_kind)
{
	static const char sql[] = "SELECT CAST($1 AS TEXT)";
	static const struct value values[] = {
		{ .kind = V_NULL },
		{ .kind = V_INT, .number = 12 },
		{ .kind = V_TEXT, .bytes = "12", .n = 2 },
		{ .kind = V_NULL },
	};
	struct scope s;

	if (on_postgresql(&s)) {
		for (size_t i = 0; i < COUNT(values); i++) {
			struct query q = db_query(&s, sql, &values[i], 1);

			CHECK(query_next(&q));
			if (values[i].kind != V_NULL)
				CHECK_TEXT(read_text(&q), "12");
			else
				CHECK(read_text(&q) == NULL);
			CHECK_OK(query_end_one(&q));
		}
	}
	leave(&s);
}

TEST(built_text_that_moves_in_where_another_was_is_another_statement)
{
	struct scope s;
	char sql[] = "SELECT 1";
	i64 number;

	if (on_postgresql(&s)) {
		CHECK_OK(db_number(&s, sql, NULL, 0, &number));
		sql[7] = '2';
		CHECK_OK(db_number(&s, sql, NULL, 0, &number));
		CHECK(number == 2);
	}
	leave(&s);
}

TEST(a_column_with_no_counterpart_in_sqlite_is_a_fault)
{
	static const char truth[] = "SELECT 1 < 2";
	static const char sum[] = "SELECT sum(x) FROM (SELECT 1::bigint x) y";
	struct scope s;
	i64 number;

	if (on_postgresql(&s)) {
		CHECK_INT(db_number(&s, truth, NULL, 0, &number), FAULT);
		CHECK_INT(db_number(&s, sum, NULL, 0, &number), FAULT);
	}
	leave(&s);
}

static void breaks(enum status wanted, const char *sql)
{
	struct scope s;

	if (on_postgresql(&s)) {
		begin_with_tables(&s);
		CHECK_OK(put(&s, of_int(1), nothing, of_text("a"), nothing));
		CHECK_INT(db_change(&s, sql, NULL, 0), wanted);
		CHECK(s.db->engine->commit(s.db) != OK);
		s.db->engine->rollback(s.db);
		CHECK_OK(s.db->engine->begin(s.db, false, 0));
		s.db->engine->rollback(s.db);
	}
	leave(&s);
}

TEST(a_constraint_says_its_word_and_the_transaction_can_only_roll_back)
{
	breaks(TAKEN, "INSERT INTO pot (name) VALUES ('a')");
	breaks(NOT_FOUND, "INSERT INTO lid (pot) VALUES (99)");
	breaks(FAULT, "INSERT INTO pot (n) VALUES (100)");
	breaks(FAULT, "INSERT INTO nowhere (n) VALUES (100)");
}

TEST(a_connection_that_was_lost_is_busy_once_and_then_anew)
{
	static const char sql[] = "SELECT 7";
	static const char end[] =
		"SELECT CAST(pg_terminate_backend(CAST($1 AS INT)) AS INT)";
	static const char who[] = "SELECT pg_backend_pid()";
	struct scope s, other;
	i64 number, pid;

	if (on_postgresql(&s)) {
		CHECK(on_postgresql(&other));
		CHECK_OK(s.db->engine->begin(s.db, true, 3));
		CHECK_OK(db_number(&s, sql, NULL, 0, &number));
		CHECK_OK(db_number(&s, who, NULL, 0, &pid));
		CHECK_OK(db_number(&other, end, VALUES(of_int(pid)), &number));
		CHECK_INT(db_number(&s, sql, NULL, 0, &number), BUSY);
		s.db->engine->rollback(s.db);
		CHECK_OK(s.db->engine->begin(s.db, true, 3));
		CHECK_OK(db_number(&s, sql, NULL, 0, &number));
		CHECK_INT(number, 7);
		CHECK_OK(s.db->engine->commit(s.db));
		leave(&other);
	}
	leave(&s);
}

TEST(a_second_writer_of_the_same_organisation_waits_and_gives_up)
{
	struct scope s, other;

	if (on_postgresql(&s)) {
		CHECK(on_postgresql(&other));
		CHECK_OK(s.db->engine->begin(s.db, true, 4));
		CHECK_OK(db_change_all(&other, "SET lock_timeout = '20ms'",
		                       NULL, 0));
		CHECK_INT(other.db->engine->begin(other.db, true, 4), BUSY);
		CHECK_OK(other.db->engine->begin(other.db, true, 5));
		CHECK_OK(other.db->engine->commit(other.db));
		CHECK_OK(s.db->engine->commit(s.db));
		CHECK_OK(other.db->engine->begin(other.db, true, 4));
		other.db->engine->rollback(other.db);
		leave(&other);
	}
	leave(&s);
}

TEST(a_look_cannot_write)
{
	struct scope s;

	if (on_postgresql(&s)) {
		CHECK_OK(s.db->engine->begin(s.db, false, 0));
		CHECK_INT(db_change(&s, "CREATE TABLE scribble (n BIGINT)",
		                    NULL, 0), FAULT);
		s.db->engine->rollback(s.db);
	}
	leave(&s);
}

TEST(after_a_copy_new_ids_go_on_from_the_last)
{
	static const char put_id[] = "INSERT INTO pot (id) VALUES ($1)";
	static const char last[] = "SELECT max(id) FROM pot";
	struct scope s;
	i64 id;

	if (on_postgresql(&s)) {
		begin_with_tables(&s);
		CHECK_OK(s.db->engine->settle_ids(s.db, "pot"));
		CHECK_OK(db_change(&s, put_id, VALUES(of_int(41))));
		CHECK_OK(s.db->engine->settle_ids(s.db, "pot"));
		CHECK_OK(s.db->engine->settle_ids(s.db, "lid"));
		CHECK_OK(put(&s, nothing, nothing, nothing, nothing));
		CHECK_OK(db_number(&s, last, NULL, 0, &id));
		CHECK_INT(id, 42);
	}
	leave(&s);
}
