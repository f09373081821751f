/* No row says which participant gave which answer. */
#include "room.h"
#include "workshop/guest.h"

static struct text_list words(struct trial *e, const char *sql)
{
	struct scope s = stage_scope(e->st);
	struct text_list all = {0};
	struct query q = db_query(&s, sql, NULL, 0);

	while (query_next(&q))
		*PUSH(e->st->mem, &all) = read_text(&q);
	CHECK_OK(query_end(&q));
	return all;
}

static bool on_sqlite(const struct trial *e)
{
	return same(db_engine(e->st->db), "sqlite");
}

static struct text_list tables(struct trial *e)
{
	static const char sqlite[] =
		"SELECT name FROM sqlite_master WHERE type = 'table'"
		" AND name NOT LIKE 'sqlite_%' ORDER BY name";
	static const char pg[] =
		"SELECT CAST(table_name AS TEXT)"
		"  FROM information_schema.tables"
		" WHERE table_schema = current_schema() ORDER BY 1";

	return words(e, on_sqlite(e) ? sqlite : pg);
}

static struct text_list columns(struct trial *e, const char *table)
{
	return words(e, arena_print(e->st->mem, on_sqlite(e) ?
		"SELECT name FROM pragma_table_info('%s')" :
		"SELECT CAST(column_name AS TEXT)"
		"  FROM information_schema.columns"
		" WHERE table_schema = current_schema()"
		"   AND table_name = '%s'", table));
}

static i64 count(struct trial *e, const char *sql)
{
	struct scope s = stage_scope(e->st);
	i64 n = 0;

	CHECK_OK(db_number(&s, sql, NULL, 0, &n));
	return n;
}

/* Rows of a table with this text somewhere in them. */
static i64 rows_with(struct trial *e, const char *table, const char *text)
{
	struct text_list names = columns(e, table);
	i64 n = 0;

	for (size_t i = 0; i < names.n; i++)
		n += count(e, arena_print(e->st->mem,
			"SELECT count(*) FROM %s WHERE %s(CAST(%s AS TEXT),"
			" '%s') > 0", table, on_sqlite(e) ? "instr" :
			"strpos", names.v[i], text));
	return n;
}

static const char *text_of(struct trial *e, const char *sql)
{
	struct text_list all = words(e, sql);

	CHECK_INT(all.n, 1);
	return all.v[0];
}

static const char *join_and_answer(struct trial *e)
{
	struct req *r = post(e->st, "board=1", "/j/%s", e->join);
	const char *key;

	key = get(e->st, "%s", r->location)->location + 3;
	key = arena_text(e->st->mem, key, strcspn(key, "/"));
	CHECK_INT(post(e->st, "item=2&goal=1&v=dp&text=Ja", "/d/%s/answer",
	               key)->code, 303);
	CHECK_INT(post(e->st, "item=1&goal=1&v=rp", "/d/%s/answer",
	               key)->code, 303);
	CHECK_INT(post(e->st, "board=2", "/d/%s/seat", key)->code, 303);
	CHECK_INT(post(e->st, "item=2&goal=1&v=dn&text=Nej", "/d/%s/answer",
	               key)->code, 303);
	CHECK_INT(post(e->st, "worth=3", "/d/%s/evaluation", key)->code,
	          303);
	return key;
}

TEST(the_key_and_the_token_of_a_guest_are_in_no_other_table_than_guest)
{
	struct trial e = trial_open();
	const char *key = join_and_answer(&e), *token;
	struct text_list all = tables(&e);

	token = text_of(&e, "SELECT token FROM guest WHERE id ="
	                    " (SELECT max(id) FROM guest)");
	CHECK(all.n > 50);
	for (size_t i = 0; i < all.n; i++) {
		if (rows_with(&e, all.v[i], key) > 0)
			fail_msg("the key of a link is in %s", all.v[i]);
		if (!same(all.v[i], "guest") &&
		    rows_with(&e, all.v[i], token) > 0)
			fail_msg("a guest's token is in %s", all.v[i]);
	}
	stage_close(e.st);
}

TEST(no_column_outside_guest_refers_to_a_guest)
{
	struct trial e = trial_open();
	struct text_list all = tables(&e);

	for (size_t i = 0; i < all.n; i++) {
		struct text_list names = columns(&e, all.v[i]);

		for (size_t k = 0; k < names.n; k++)
			if (strstr(names.v[k], "guest") != NULL &&
			    !same(names.v[k], "guests_gone_at"))
				fail_msg("%s.%s", all.v[i], names.v[k]);
	}
	stage_close(e.st);
}

TEST(an_answer_has_another_who_in_each_item_and_in_the_evaluation)
{
	struct trial e = trial_open();

	join_and_answer(&e);
	CHECK_INT(count(&e, arena_print(e.st->mem,
		"SELECT count(DISTINCT who) FROM (SELECT who FROM reply"
		"  WHERE workshop_id = %lld UNION ALL"
		"  SELECT who FROM evaluation WHERE workshop_id = %lld) AS x",
		e.workshop_id, e.workshop_id)), 3);
	stage_close(e.st);
}

/* Rows of this organisation whose time is not a whole minute. */
static i64 odd(struct trial *e, const char *table, const char *time)
{
	return count(e, arena_print(e->st->mem, "SELECT count(*) FROM %s"
		" WHERE org_id = %lld AND %s %% 60000 <> 0", table,
		e->st->org, time));
}

TEST(what_an_answer_leaves_is_told_to_the_minute)
{
	struct trial e = trial_open();

	e.st->now += 12345;
	join_and_answer(&e);
	CHECK_INT(odd(&e, "reply", "minute"), 0);
	CHECK_INT(odd(&e, "evaluation", "minute"), 0);
	CHECK_INT(odd(&e, "guest", "joined_at"), 0);
	CHECK_INT(odd(&e, "(SELECT * FROM event WHERE kind IN ('reply',"
	          " 'evaluation')) AS answers", "at"), 0);
	stage_close(e.st);
}

TEST(a_receipt_and_a_result_are_silent_while_the_meeting_goes_on)
{
	struct trial e = trial_open();
	static const char said[] = "item=2&goal=1&version=0&v=dn"
	                           "&minus=Bilen+tar+plats";

	CHECK_INT(post(e.st, said, "/d/%s/table", e.table)->code, 303);
	CHECK_HAS_NOT(PAGE(get(e.st, "/d/%s/receipt", e.guest)),
	              "Bilen tar plats");
	CHECK_HAS_NOT(PAGE(get(e.st, "/w/%s/result", e.workshop)),
	              "Bilen tar plats");
	post(e.st, "item=2&goal=2&v=dp", "/d/%s/answer", e.guest);
	CHECK_HAS_NOT(PAGE(get(e.st, "/d/%s/table?item=2&goal=2", e.guest)),
	              "Bilen tar plats");
	room_command(&e, RUN_SHOW, 0);
	CHECK_HAS(PAGE(get(e.st, "/d/%s/receipt", e.guest)),
	          "Bilen tar plats");
	CHECK_HAS(PAGE(get(e.st, "/w/%s/result", e.workshop)),
	          "Bilen tar plats");
	stage_close(e.st);
}

TEST(the_receipts_of_two_answers_have_nothing_in_common)
{
	struct trial e = trial_open();
	i64 before = count(&e, "SELECT count(DISTINCT visitor) FROM receipt");

	post(e.st, "item=2&goal=1&v=dp", "/d/%s/answer", e.guest);
	post(e.st, "item=2&goal=2&v=dp", "/d/%s/answer", e.guest);
	CHECK_INT(count(&e, "SELECT count(DISTINCT visitor) FROM receipt"),
	          before + 2);
	stage_close(e.st);
}
