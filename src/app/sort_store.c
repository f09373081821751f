/*
 * Names stand in order by keys of one ICU version (kit/icu.h). Under another
 * all are made anew, in slices that are short, before anything is sorted wrong
 * for long; a start that finds them made by its own version reads one row.
 */
#include "account/account.h"
#include "app/app.h"
#include "base/text.h"
#include "kit/icu.h"

enum { ROWS = 500 };

struct kept {
	const char *rows;       /* $2 after which, $3 most: id, name, key */
	const char *change;     /* $2 id, $3 key */
};

static const char actors_sql[] =
	"SELECT id, name, sort_key FROM actor"
	" WHERE org_id = $1 AND id > $2 ORDER BY id LIMIT $3";
static const char actor_sql[] =
	"UPDATE actor SET sort_key = $3 WHERE org_id = $1 AND id = $2";
static const char subjects_sql[] =
	"SELECT id, title, sort_key FROM subject"
	" WHERE org_id = $1 AND id > $2 ORDER BY id LIMIT $3";
static const char subject_sql[] =
	"UPDATE subject SET sort_key = $3 WHERE org_id = $1 AND id = $2";

static const struct kept all_kept[] = {
	{ actors_sql, actor_sql }, { subjects_sql, subject_sql },
};

struct moved { i64 id; const char *key; };
struct moved_list { struct moved *v; size_t n, room; };

struct slice {
	struct scope       s;
	const struct kept *kept;
	i64                after;
	bool               more;
};

static enum status sort_slice(void *arg)
{
	struct slice *c = arg;
	struct query q = db_query(&c->s, c->kept->rows, VALUES(
		of_int(c->s.org), of_int(c->after), of_int(ROWS)));
	struct moved_list all = {0};
	i64 n = 0;

	for (; query_next(&q); n++) {
		const char *key;

		c->after = read_int(&q);
		key = text_sort_key(c->s.mem, read_text(&q));
		if (!same(key, read_text(&q)))
			*PUSH(c->s.mem, &all) = (struct moved){ c->after,
			                                        key };
	}
	TRY(query_end(&q));
	c->more = n == ROWS;
	for (size_t i = 0; i < all.n; i++)
		TRY(db_change(&c->s, c->kept->change, VALUES(
			of_int(c->s.org), of_int(all.v[i].id),
			of_text(all.v[i].key))));
	return OK;
}

static enum status sort_org(struct db *db, i64 org)
{
	struct slice c = { .s = { .db = db, .org = org,
	                          .mem = arena_new() } };
	enum status done = OK;

	for (size_t i = 0; i < COUNT(all_kept); i++) {
		c.kept = &all_kept[i];
		c.after = 0;
		do {
			c.more = false;
			done = db_write(db, org, sort_slice, &c);
			arena_reset(c.s.mem);
		} while (done == OK && c.more);
		if (done != OK)
			break;
	}
	arena_free(c.s.mem);
	return done;
}

static enum status note_version(void *arg)
{
	static const char sql[] =
		"INSERT INTO setting (name, value) VALUES ('icu', $1)"
		" ON CONFLICT (name) DO UPDATE SET value = excluded.value";

	return db_change(arg, sql, VALUES(of_text(icu_version())));
}

static enum status look(struct scope *s, bool *sorted, struct org_list *all)
{
	static const char sql[] =
		"SELECT value FROM setting WHERE name = 'icu'";

	struct query q;
	enum status done;

	TRY(db_look(s->db));
	q = db_query(s, sql, NULL, 0);
	*sorted = query_next(&q) && same(read_text(&q), icu_version());
	done = query_end(&q);
	if (done == OK && !*sorted)
		done = org_all(s, all);
	db_look_end(s->db);
	return done;
}

void names_sort_anew(struct db *db)
{
	struct scope s = { .db = db, .mem = arena_new() };
	struct org_list all = {0};
	bool sorted = true;
	enum status done = look(&s, &sorted, &all);

	for (size_t i = 0; !sorted && done == OK && i < all.n; i++)
		done = sort_org(db, all.v[i].id);
	if (!sorted && done == OK && all.n > 0)
		done = db_write(db, all.v[0].id, note_version, &s);
	if (done != OK)
		log_info("names are sorted anew at the next start");
	arena_free(s.mem);
}
