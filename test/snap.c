/* All that an organisation has, as numbers: the same before and after? */
#include <stdio.h>

#include "db/engine.h"
#include "trial.h"

static uint64_t mix(uint64_t sum, const void *bytes, size_t n)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < n; i++)
		sum = (sum ^ at[i]) * 0x100000001B3u;
	return sum;
}

static uint64_t row_sum(const struct engine *e, void *rows)
{
	uint64_t sum = 0xCBF29CE484222325u;

	for (int i = 0; i < e->columns(rows); i++) {
		struct value v = e->column(rows, i);

		sum = mix(sum, &v.kind, sizeof v.kind);
		sum = v.kind == V_INT ?
		      mix(sum, &v.number, sizeof v.number) :
		      mix(sum, v.bytes, v.bytes == NULL ? 0 : v.n);
	}
	return sum;
}

/* The order of rows has no meaning, so theirs are added. */
static uint64_t table_sum(struct stage *st, struct arena *mem,
                          const char *sql)
{
	const struct engine *e = st->db->engine;
	uint64_t sum = 0;
	bool got = true;
	void *rows;

	ASSERT(e->run(st->db, mem, sql, VALUES(of_int(st->org)), &rows) ==
	       OK);
	while (e->step(st->db, rows, &got) == OK && got)
		sum += row_sum(e, rows);
	e->done(st->db, rows);
	return sum;
}

/* Of the installation, not of an organisation. */
static bool is_house(const char *table)
{
	static const char *const house[] = { "org", "person", "session",
		"link", "attempt", "draft", "migration", "setting" };

	for (size_t i = 0; i < COUNT(house); i++)
		if (same(table, house[i]))
			return true;
	return false;
}

/* Tables without an owner are counted. Statements are known by address. */
static const char *question(size_t i, const char *table)
{
	static char sql[SNAP_MOST][120];

	if (sql[i][0] == '\0')
		snprintf(sql[i], sizeof sql[i], is_house(table) ?
		         "SELECT count(*) FROM %s WHERE $1 > 0" :
		         "SELECT * FROM %s WHERE org_id = $1", table);
	return sql[i];
}

struct snap snap_take(struct stage *st)
{
	struct arena *mem = arena_new();
	struct text_list tables = schema_tables(mem);
	i64 fail_at = st->db->fail_at;
	struct snap all = {0};

	ASSERT(tables.n <= SNAP_MOST);
	st->db->fail_at = 0;
	for (size_t i = 0; i < tables.n; i++)
		all.table[i] = table_sum(st, mem, question(i, tables.v[i]));
	st->db->fail_at = fail_at;
	arena_free(mem);
	return all;
}

/* How many rows each table has that has any, in words. */
const char *snap_counts(struct stage *st)
{
	static char sql[SNAP_MOST][120];
	struct text_list tables = schema_tables(st->mem);
	struct scope s = stage_scope(st);
	const char *all = "";

	for (size_t i = 0; i < tables.n; i++) {
		i64 n = 0;

		if (is_house(tables.v[i]))
			continue;
		if (sql[i][0] == '\0')
			snprintf(sql[i], sizeof sql[i], "SELECT count(*) FROM"
			         " %s WHERE org_id = $1", tables.v[i]);
		CHECK_OK(db_number(&s, sql[i], VALUES(of_int(st->org)), &n));
		if (n > 0)
			all = arena_print(st->mem, "%s%s %lld\n", all,
			                  tables.v[i], n);
	}
	return all;
}

static bool among(const char *words, const char *word)
{
	const char *at = strstr(words, word);

	return at != NULL && (at[strlen(word)] == ' ' ||
	                      at[strlen(word)] == '\0');
}

const char *snap_differs(struct stage *st, const struct snap *a,
                         const struct snap *b, const char *but)
{
	struct text_list tables = schema_tables(st->mem);

	for (size_t i = 0; i < tables.n; i++)
		if (a->table[i] != b->table[i] && !among(but, tables.v[i]))
			return tables.v[i];
	return NULL;
}
