/* A plan taken into use, and what earlier meetings took. */
#include "db/db.h"
#include "workshop/workshop.h"

enum { TEACHES_MS = 60 * 1000 };         /* what was gone at once does not */

static enum status drop_item(struct scope *s, i64 id)
{
	static const char goals[] =
		"DELETE FROM item_goal WHERE org_id = $1 AND item_id = $2";
	static const char sql[] =
		"DELETE FROM item WHERE org_id = $1 AND id = $2";

	TRY(KEEP_EACH(s, "item_goal", "item_id", id, "replace"));
	TRY(KEEP(s, "item", id, "replace"));
	TRY(db_change_all(s, goals, VALUES(of_int(s->org), of_int(id))));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id)));
}

/* Those that nobody has answered, and that have not been taken up; `no` 0 for
 * all of them. */
static enum status drop_planned(struct scope *s, i64 workshop, i64 no,
                                size_t *n)
{
	static const char sql[] =
		"SELECT i.id FROM item i"
		" WHERE i.org_id = $1 AND i.workshop_id = $2 AND i.state = $3"
		"   AND i.spent_ms = 0 AND ($4 = 0 OR i.no = $4)"
		"   AND NOT EXISTS (SELECT 1 FROM reply r"
		"     WHERE r.org_id = i.org_id AND r.item_id = i.id)"
		"   AND NOT EXISTS (SELECT 1 FROM board_reply b"
		"     WHERE b.org_id = i.org_id AND b.item_id = i.id)"
		"   AND NOT EXISTS (SELECT 1 FROM verdict v"
		"     WHERE v.org_id = i.org_id AND v.item_id = i.id)"
		"   AND NOT EXISTS (SELECT 1 FROM idea d"
		"     WHERE d.org_id = i.org_id AND d.item_id = i.id)"
		" ORDER BY i.id";
	struct { i64 *v; size_t n, room; } gone = {0};

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(ITEM_PLANNED),
		of_int(no)));

	while (query_next(&q))
		*PUSH(s->mem, &gone) = read_int(&q);
	TRY(query_end(&q));
	for (size_t i = 0; i < gone.n; i++)
		TRY(drop_item(s, gone.v[i]));
	*n = gone.n;
	return OK;
}

enum status item_remove(struct scope *s, i64 workshop, i64 no)
{
	size_t n = 0;

	TRY(drop_planned(s, workshop, no, &n));
	return n == 1 ? OK : DENIED;
}

enum status items_replace(struct scope *s, i64 workshop,
                          const struct item_list *all)
{
	static const char touch[] =
		"UPDATE workshop SET version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	size_t n;
	i64 id;

	TRY(drop_planned(s, workshop, 0, &n));
	for (size_t i = 0; i < all->n; i++) {
		struct item one = all->v[i];

		one.position = 0;
		TRY(item_note(s, workshop, &one, &id));
	}
	return db_change(s, touch, VALUES(of_int(s->org), of_int(workshop)));
}

enum status spent_list(struct scope *s, i64 most, struct spent_list *out)
{
	static const char sql[] =
		"SELECT i.kind, i.spent_ms,"
		"       (SELECT count(*) FROM item_goal g"
		"         WHERE g.org_id = i.org_id AND g.item_id = i.id)"
		"  FROM item i JOIN workshop w"
		"    ON w.org_id = i.org_id AND w.id = i.workshop_id"
		" WHERE i.org_id = $1 AND i.state = $2 AND i.spent_ms >= $4"
		" ORDER BY w.day DESC, i.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(ITEM_DONE), of_int(most),
		of_int(TEACHES_MS)));

	while (query_next(&q)) {
		struct spent *one = PUSH(s->mem, out);

		one->kind  = (enum item_kind)read_int(&q);
		one->ms    = read_int(&q);
		one->goals = read_int(&q);
	}
	return query_end(&q);
}
