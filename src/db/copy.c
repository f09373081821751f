/*
 * From one database to another, of either engine: backup, restore and change
 * of engine are this. Statements are made from the schema's own words, and
 * live as long as the connections that remember them by address.
 */
#include <string.h>

#include "db/engine.h"

enum { SLICE = 5000, MOST_COLUMNS = 60 };

struct copying {
	struct scope        from, to;           /* their memory ends by slice */
	struct arena       *texts;
	struct copied_list *out;
};

/* -- what the schema says ------------------------------------------------ */

/* The text of the table: from its name to the end of its statement. */
static struct bytes table_text(const char *table)
{
	for (const struct schema_step *st = schema_steps; st->name; st++) {
		const char *at = st->sql;
		size_t n = strlen(table);

		while ((at = strstr(at, "CREATE TABLE ")) != NULL) {
			at += strlen("CREATE TABLE ");
			if (strncmp(at, table, n) == 0 && at[n] == ' ')
				return (struct bytes){
					at, strcspn(at, ";") };
		}
	}
	panic("the schema has no table %s", table);
}

/*
 * The column by which a table refers to itself, or NULL: it may point at a
 * row that comes later, so it is filled in when all rows are there.
 */
static const char *self_reference(struct arena *mem, const char *table)
{
	struct bytes text = table_text(table);
	const char *all = arena_text(mem, text.v, text.n);
	const char *to = arena_print(mem, ") REFERENCES %s (org_id, id)",
	                             table);
	const char *end = strstr(all, to), *start = end;

	if (end == NULL)
		return NULL;
	while (start > all && start[-1] != ' ')
		start--;
	return arena_text(mem, start, (size_t)(end - start));
}

/* -- rows ---------------------------------------------------------------- */

/* One table on its way; texts live in `texts`, rows in the scopes' memory. */
struct passage {
	struct copying *c;
	struct arena   *texts;
	const char     *table, *select, *insert;
	int             columns, later;         /* later: -1, or a column */
	i64             last, rows;
};

static const struct engine *source(const struct passage *p)
{
	return p->c->from.db->engine;
}

static void learn_columns(struct passage *p, void *rows)
{
	const char *names = "", *values = "";
	const char *itself = self_reference(p->texts, p->table);

	p->columns = source(p)->columns(rows);
	ASSERT(p->columns <= MOST_COLUMNS);
	p->later = -1;
	for (int i = 0; i < p->columns; i++) {
		const char *name = source(p)->column_name(rows, i);
		const char *comma = i == 0 ? "" : ", ";

		ASSERT(i > 0 || strcmp(name, "id") == 0);
		if (itself != NULL && strcmp(name, itself) == 0)
			p->later = i;
		names = arena_print(p->texts, "%s%s%s", names, comma, name);
		values = arena_print(p->texts, "%s%s$%d", values, comma, i + 1);
	}
	p->insert = arena_print(p->texts, "INSERT INTO %s (%s) VALUES (%s)",
	                        p->table, names, values);
}

static enum status copy_row(struct passage *p, void *rows)
{
	struct value values[MOST_COLUMNS];

	for (int i = 0; i < p->columns; i++)
		values[i] = source(p)->column(rows, i);
	p->last = values[0].number;
	p->rows++;
	if (p->later >= 0)
		values[p->later] = of_id(0);
	return db_change(&p->c->to, p->insert, values, (size_t)p->columns);
}

typedef enum status row_fn(struct passage *, void *rows);

/* The next slice of the table, row by row; *n is how many there were. */
static enum status slice(struct passage *p, row_fn *each, i64 *n)
{
	struct scope *from = &p->c->from;
	enum status done;
	bool got = false;
	void *rows;

	*n = 0;
	TRY(source(p)->run(from->db, from->mem, p->select,
	                   VALUES(of_int(p->last)), &rows));
	if (p->insert == NULL)
		learn_columns(p, rows);
	while ((done = source(p)->step(from->db, rows, &got)) == OK && got) {
		++*n;
		done = each(p, rows);
		if (done != OK)
			break;
	}
	source(p)->done(from->db, rows);
	arena_reset(from->mem);
	return done;
}

static enum status all_slices(struct passage *p, row_fn *each)
{
	i64 n;

	p->last = 0;
	do
		TRY(slice(p, each, &n));
	while (n == SLICE);
	return OK;
}

static enum status point_back(struct passage *p, void *rows)
{
	struct value id = source(p)->column(rows, 0);

	p->last = id.number;
	return db_change(&p->c->to, p->insert, (const struct value[]){
		id, source(p)->column(rows, 1) }, 2);
}

/* The references within the table, now that each row is there. */
static enum status copy_later(struct passage *p)
{
	const char *column = self_reference(p->texts, p->table);

	p->select = arena_print(p->texts, "SELECT id, %s FROM %s WHERE id > $1"
		" AND %s IS NOT NULL ORDER BY id LIMIT %d", column, p->table,
		column, SLICE);
	p->insert = arena_print(p->texts, "UPDATE %s SET %s = $2 WHERE id = $1",
	                        p->table, column);
	return all_slices(p, point_back);
}

static enum status copy_table(struct copying *c, const char *table)
{
	struct passage p = { .c = c, .texts = c->texts, .table = table };

	p.select = arena_print(c->texts, "SELECT * FROM %s WHERE id > $1"
		" ORDER BY id LIMIT %d", table, SLICE);
	TRY(all_slices(&p, copy_row));
	*PUSH(c->texts, c->out) = (struct copied){ table, p.rows };
	if (p.later >= 0)
		TRY(copy_later(&p));
	return c->to.db->engine->settle_ids(c->to.db, table);
}

/* -- the whole ----------------------------------------------------------- */

static enum status count(struct db *db, struct arena *texts, const char *table,
                         i64 *n)
{
	struct scope s = { .db = db, .mem = texts };

	return db_number(&s, arena_print(texts, "SELECT count(*) FROM %s",
	                                 table), NULL, 0, n);
}

static enum status same_steps(struct db *db, struct arena *texts)
{
	i64 taken, known = 0;

	while (schema_steps[known].name != NULL)
		known++;
	TRY(count(db, texts, "migration", &taken));
	return taken == known ? OK : INVALID;
}

/* The only table that a program which has just started writes to. */
static bool made_anew(const char *table)
{
	return strcmp(table, "setting") == 0;
}

static enum status check_empty(struct copying *c,
                               const struct text_list *tables)
{
	static const char forget[] = "DELETE FROM setting";

	for (size_t i = 0; i < tables->n; i++) {
		i64 n;

		TRY(count(c->to.db, c->texts, tables->v[i], &n));
		if (n > 0 && !made_anew(tables->v[i]))
			return TAKEN;
	}
	return db_change_all(&c->to, forget, NULL, 0);
}

static enum status copy_all(void *arg)
{
	struct copying *c = arg;
	struct text_list tables = schema_tables(c->texts);

	TRY(same_steps(c->to.db, c->texts));
	TRY(check_empty(c, &tables));
	for (size_t i = 0; i < tables.n; i++)
		TRY(copy_table(c, tables.v[i]));
	return OK;
}

/* What was read is what is there now. */
static enum status compare(struct db *to, struct arena *texts,
                           const struct copied_list *out)
{
	for (size_t i = 0; i < out->n; i++) {
		i64 n;

		TRY(count(to, texts, out->v[i].table, &n));
		if (n != out->v[i].rows)
			return log_fault("%s: %lld rows of %lld arrived",
			                 out->v[i].table, n, out->v[i].rows);
	}
	return db_sound(to);
}

enum status db_copy(struct db *from, struct db *to, struct arena *texts,
                    struct copied_list *out)
{
	struct arena *mem = arena_new();
	struct copying c = {
		.from = { .db = from, .mem = mem },
		.to = { .db = to, .mem = mem },
		.texts = texts, .out = out,
	};
	enum status done = db_look(from);

	if (done == OK)
		done = same_steps(from, texts);
	if (done == OK)
		done = db_write(to, 0, copy_all, &c);
	db_look_end(from);
	arena_free(mem);
	return done == OK ? compare(to, texts, out) : done;
}

enum status db_counts(struct db *db, struct arena *texts,
                      struct copied_list *out)
{
	struct text_list tables = schema_tables(texts);

	for (size_t i = 0; i < tables.n; i++) {
		struct copied *c = PUSH(texts, out);

		c->table = tables.v[i];
		TRY(count(db, texts, c->table, &c->rows));
	}
	return OK;
}
