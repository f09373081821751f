#include <stdio.h>
#include <unistd.h>

#include "db/engine.h"
#include "framework/framework.h"
#include "stage.h"

/* A file of this process: two may run at once. */
static char name[64], url[80];

static void forget(void)
{
	static const char *const ends[] = { "", "-wal", "-shm" };

	snprintf(name, sizeof name, "/tmp/vagval-copy-%d.db", (int)getpid());
	snprintf(url, sizeof url, "sqlite:%s", name);
	for (size_t i = 0; i < COUNT(ends); i++) {
		char file[80];

		snprintf(file, sizeof file, "%s%s", name, ends[i]);
		unlink(file);
	}
}

/* A copy remembers statements in its arena, so it has connections of its own
 * that end before it. */
static void begin(struct db **from, struct db **to)
{
	forget();
	CHECK_OK(db_open(stage_database(), DB_READ, from));
	CHECK_OK(db_open(url, DB_WRITE, to));
	CHECK_OK(db_migrate(*to));
}

static void end(struct db *from, struct db *to)
{
	db_close(from);
	db_close(to);
	forget();
}

/* A goal that stands below one with a later id, as an import may leave them. */
static enum status note_goals(struct scope *s)
{
	static const char sql[] =
		"UPDATE goal SET parent_id = (SELECT id FROM goal"
		"  WHERE org_id = $1 AND code = 'later')"
		" WHERE org_id = $1 AND code = 'first'";

	struct goal goals[] = {
		{ .code = "first", .kind = GOAL, .title_sv = "a",
		  .title_en = "a", .description = "", .parent = "",
		  .colour = "", .keywords = "", .iri = "" },
		{ .code = "later", .kind = GOAL, .title_sv = "b",
		  .title_en = "b", .description = "", .parent = "",
		  .colour = "", .keywords = "", .iri = "" },
	};
	struct framework f = {
		.code = "copied", .edition = "1", .kind = FRAMEWORK_OWN,
		.state = FRAMEWORK_VALID, .title_sv = "t", .title_en = "t",
		.target_picture = "", .source = "", .note = "",
		.goals = { goals, 2, 2 },
	};
	i64 id;

	TRY(framework_note(s, &f, 0, &id));
	return db_change(s, sql, VALUES(of_int(s->org)));
}

TEST(a_copy_holds_every_row_and_what_points_forward)
{
	static const char sql[] =
		"SELECT count(*) FROM goal g JOIN goal p ON p.id = g.parent_id"
		" WHERE g.org_id = $1 AND g.code = 'first' AND p.id > g.id";

	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	struct copied_list all = {0};
	struct db *from, *to;
	i64 n = 0;

	IN_WRITE(st, note_goals(&s));
	begin(&from, &to);
	CHECK_OK(db_copy(from, to, st->mem, &all));
	CHECK(all.n > 30);
	s.db = to;
	CHECK_OK(db_number(&s, sql, VALUES(of_int(s.org)), &n));
	CHECK_INT(n, 1);
	end(from, to);
	stage_close(st);
}

TEST(a_copy_never_mixes_with_what_is_there)
{
	struct stage *st = stage_open(NULL);
	struct copied_list all = {0};
	struct db *from, *to;

	begin(&from, &to);
	CHECK_OK(db_copy(from, to, st->mem, &all));
	CHECK_INT(db_copy(from, to, st->mem, &all), TAKEN);
	end(from, to);
	stage_close(st);
}

TEST(a_copy_needs_the_same_steps_on_both_sides)
{
	struct stage *st = stage_open(NULL);
	struct scope s = { .mem = st->mem };
	struct copied_list all = {0};
	struct db *from, *to;

	begin(&from, &to);
	s.db = to;
	CHECK_OK(db_change_all(&s, "DELETE FROM migration WHERE id > 3", NULL,
	                       0));
	CHECK_INT(db_copy(from, to, st->mem, &all), INVALID);
	end(from, to);
	stage_close(st);
}
