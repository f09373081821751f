/* Several changes with one commit, as the writer of SQLite makes them. */
#include "db/engine.h"
#include "stage.h"

struct step {
	struct scope *s;
	i64           object;
	enum status   ends;
};

static enum status note(void *arg)
{
	struct step *step = arg;

	TRY(event_note(step->s, "part", step->object, "note", NULL));
	return step->ends;
}

static i64 noted(struct stage *st, i64 object)
{
	static const char sql[] =
		"SELECT count(*) FROM event"
		" WHERE org_id = $1 AND kind = 'part' AND object = $2";
	struct scope s = stage_scope(st);
	i64 n = 0;

	CHECK_OK(db_look(st->db));
	CHECK_OK(db_number(&s, sql, VALUES(of_int(s.org), of_int(object)),
	                   &n));
	db_look_end(st->db);
	return n;
}

TEST(one_of_several_changes_that_fails_takes_only_itself_back)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	struct step a = { &s, 1, OK }, b = { &s, 2, INVALID }, c = { &s, 3, OK };
	struct writing all[] = { { note, &a, OK }, { note, &b, OK },
	                         { note, &c, FAULT } };

	if (db_one_writer(st->db)) {
		db_write_each(st->db, all, COUNT(all));
		CHECK(all[0].done == OK);
		CHECK(all[1].done == INVALID);
		CHECK(all[2].done == OK);
		CHECK(noted(st, 1) == 1);
		CHECK(noted(st, 2) == 0);
		CHECK(noted(st, 3) == 1);
	}
	stage_close(st);
}

TEST(several_changes_whose_commit_fails_have_not_happened)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	struct step a = { &s, 1, OK }, b = { &s, 2, OK };
	struct writing all[] = { { note, &a, OK }, { note, &b, OK } };

	if (db_one_writer(st->db)) {
		/* begin, and run and step for each: the sixth commits. */
		st->db->fail_at = st->db->calls + 6;
		db_write_each(st->db, all, COUNT(all));
		st->db->fail_at = 0;
		CHECK(all[0].done == FAULT);
		CHECK(all[1].done == FAULT);
		CHECK(noted(st, 1) == 0);
		CHECK(noted(st, 2) == 0);
	}
	stage_close(st);
}
