/* Comments on the draft, by the links of those who were there. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/after.h"

/* One person's comments are theirs across the draft, and nobody's elsewhere:
 * no item has the number 0. */
const char *remark_who(struct arena *mem, const char *key)
{
	return guest_who(mem, key, 0);
}

static enum status may_comment(struct scope *s, i64 workshop)
{
	struct workshop w = {0};

	TRY(workshop_get(s, workshop, &w));
	return workshop_is_over(w.state) && w.state < WORKSHOP_REPORTED ? OK :
	       DENIED;
}

enum status remark_note(struct scope *s, const struct guest *g,
                        const struct remark *m)
{
	static const char sql[] =
		"INSERT INTO remark (org_id, workshop_id, no, who, board_id,"
		"  authority, text, finding_no, minute)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
	i64 id, no;

	if (g->category == CATEGORY_ELECTED)
		return DENIED;
	TRY(may_comment(s, g->workshop));
	TRY(workshop_counter(s, g->workshop, "remark", &no));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(g->workshop), of_int(no),
		of_text(remark_who(s->mem, g->key)), of_id(g->board),
		of_int(g->authority), of_text(m->text),
		of_int(m->finding_no), of_int(s->now)), &id));
	return event_note(s, "remark", id, "note", NULL);
}

enum status remark_list(struct scope *s, i64 workshop, const char *who,
                        struct remark_list *out)
{
	static const char sql[] =
		"SELECT m.no, coalesce(b.name, ''), m.authority,"
		"       CASE WHEN m.who = $3 THEN 1 ELSE 0 END, m.text,"
		"       m.finding_no, m.treated, m.treated_how, m.minute,"
		"       m.version"
		"  FROM remark m LEFT JOIN board b"
		"    ON b.org_id = m.org_id AND b.id = m.board_id"
		" WHERE m.org_id = $1 AND m.workshop_id = $2 ORDER BY m.no";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_said(who)));

	while (query_next(&q)) {
		struct remark *m = PUSH(s->mem, out);

		m->no          = read_int(&q);
		m->board_name  = read_text(&q);
		m->authority   = read_int(&q) != 0;
		m->own         = read_int(&q) != 0;
		m->text        = read_text(&q);
		m->finding_no  = read_int(&q);
		m->treated     = (enum treatment)read_int(&q);
		m->treated_how = read_text(&q);
		m->minute      = read_int(&q);
		m->version     = read_int(&q);
	}
	return query_end(&q);
}

enum status remark_treat(struct scope *s, i64 workshop,
                         const struct remark *m)
{
	static const char find[] =
		"SELECT id FROM remark WHERE org_id = $1 AND workshop_id = $2"
		"   AND no = $3";
	static const char sql[] =
		"UPDATE remark SET treated = $4, treated_how = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;
	i64 id;

	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(workshop),
	                              of_int(m->no)), &id));
	TRY(KEEP(s, "remark", id, "treat"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(m->version),
		of_int(m->treated), of_said(m->treated_how)));
	return done == NOT_FOUND ? STALE : done;
}
