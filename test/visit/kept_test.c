/* A reader that keeps what it has read never answers with what was. */
#include "db/engine.h"
#include "stage.h"

static i64 count_notes(struct scope *s, i64 object)
{
	static const char sql[] =
		"SELECT count(*) FROM event"
		" WHERE org_id = $1 AND kind = 'part' AND object = $2";
	i64 n = -1;

	CHECK_OK(db_look(s->db));
	CHECK_OK(db_number(s, sql, VALUES(of_int(s->org), of_int(object)),
	                   &n));
	db_look_end(s->db);
	return n;
}

/* A scope of its own connection, which keeps. */
static struct scope reader(struct stage *st)
{
	struct scope s = stage_scope(st);

	CHECK_OK(db_open(stage_database(), DB_READ, &s.db));
	db_keep(s.db);
	return s;
}

TEST(what_was_read_is_read_again_when_somebody_has_saved)
{
	struct stage *st = stage_open(NULL);
	struct scope w = stage_scope(st), r = reader(st);

	for (i64 n = 0; n < 4; n++) {
		CHECK(count_notes(&r, 1) == n);
		CHECK(count_notes(&r, 1) == n);
		CHECK(count_notes(&r, 2) == 0);
		IN_WRITE(st, event_note(&w, "part", 1, "note", NULL));
	}
	db_close(r.db);
	stage_close(st);
}

TEST(what_was_kept_needs_no_more_of_the_engine)
{
	struct stage *st = stage_open(NULL);
	struct scope r = reader(st);
	i64 first, second;

	count_notes(&r, 1);
	first = r.db->calls;
	count_notes(&r, 1);
	second = r.db->calls - first;
	if (r.db->engine->version == NULL)
		CHECK(second == first);
	else
		CHECK(second < first);
	db_close(r.db);
	stage_close(st);
}

TEST(a_snapshot_stays_what_it_was_until_it_ends)
{
	static const char sql[] =
		"SELECT count(*) FROM event WHERE org_id = $1";
	struct stage *st = stage_open(NULL);
	struct scope w = stage_scope(st), r = reader(st);
	i64 before = -1, during = -1;

	if (r.db->engine->version != NULL) {
		CHECK_OK(db_look(r.db));
		CHECK_OK(db_number(&r, sql, VALUES(of_int(r.org)), &before));
		IN_WRITE(st, event_note(&w, "part", 1, "note", NULL));
		CHECK_OK(db_number(&r, sql, VALUES(of_int(r.org)), &during));
		db_look_end(r.db);
		CHECK(during == before);
		CHECK(count_notes(&r, 1) == 1);
	}
	db_close(r.db);
	stage_close(st);
}

TEST(rows_that_were_kept_are_read_as_rows_are)
{
	static const char sql[] =
		"SELECT object, verb, before FROM event"
		" WHERE org_id = $1 AND kind = 'part' ORDER BY object";
	struct stage *st = stage_open(NULL);
	struct scope w = stage_scope(st), r = reader(st);

	IN_WRITE(st, event_note(&w, "part", 1, "note", NULL));
	IN_WRITE(st, event_note(&w, "part", 2, "change", "{}"));
	for (int turn = 0; turn < 2; turn++) {
		struct query q;

		CHECK_OK(db_look(r.db));
		q = db_query(&r, sql, VALUES(of_int(r.org)));
		CHECK(query_next(&q) && read_int(&q) == 1);
		CHECK_TEXT(read_text(&q), "note");
		CHECK(read_text(&q) == NULL);
		CHECK(query_next(&q) && read_int(&q) == 2);
		CHECK_TEXT(read_text(&q), "change");
		CHECK_TEXT(read_text(&q), "{}");
		CHECK(!query_next(&q));
		CHECK_OK(query_end(&q));
		db_look_end(r.db);
	}
	db_close(r.db);
	stage_close(st);
}
