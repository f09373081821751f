/* The agenda: its items in order, with the goals they judge. */
#include "base/text.h"
#include "db/db.h"
#include "workshop/workshop.h"

#define ITEM                                                            \
	"SELECT i.id, i.no, i.position, i.kind, i.title, i.minutes,"    \
	"       coalesce(i.priority_id, 0), coalesce(p.no, 0),"         \
	"       coalesce(i.wording_id, 0), coalesce(d.title, ''),"      \
	"       i.ask, i.options, i.worth, i.reasons, i.state,"         \
	"       coalesce(i.began_at, 0), i.spent_ms, i.version"         \
	"  FROM item i"                                                 \
	"  LEFT JOIN priority p"                                        \
	"    ON p.org_id = i.org_id AND p.id = i.priority_id"           \
	"  LEFT JOIN wording d"                                         \
	"    ON d.org_id = i.org_id AND d.id = i.wording_id"

static void read_item(struct query *q, struct item *i)
{
	i->id             = read_int(q);
	i->no             = read_int(q);
	i->position       = read_int(q);
	i->kind           = (enum item_kind)read_int(q);
	i->title          = read_text(q);
	i->minutes        = read_int(q);
	i->priority       = read_int(q);
	i->priority_no    = read_int(q);
	i->wording        = read_int(q);
	i->priority_title = read_text(q);
	i->ask            = (enum ask_kind)read_int(q);
	i->options        = text_lines(q->scope->mem, read_text(q));
	i->worth          = read_int(q);
	i->reasons        = (unsigned)read_int(q);
	i->state          = (enum item_state)read_int(q);
	i->began_at       = read_int(q);
	i->spent_ms       = read_int(q);
	i->version        = read_int(q);
}

#define GOALS                                                           \
	"SELECT x.item_id, x.goal_id, f.kind, g.code, g.title_sv,"      \
	"       g.title_en, coalesce(g.colour, '')"                     \
	"  FROM item_goal x"                                            \
	"  JOIN item i ON i.org_id = x.org_id AND i.id = x.item_id"     \
	"  JOIN goal g ON g.org_id = x.org_id AND g.id = x.goal_id"     \
	"  JOIN framework f"                                            \
	"    ON f.org_id = g.org_id AND f.id = g.framework_id"

static struct item *item_in(struct item_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static enum status read_goals(struct scope *s, struct query q,
                              struct item_list *all)
{
	while (query_next(&q)) {
		struct item *of = item_in(all, read_int(&q));
		struct item_goal g = {0};

		g.goal      = read_int(&q);
		g.framework = (enum framework_kind)read_int(&q);
		g.code      = read_text(&q);
		g.title_sv  = read_text(&q);
		g.title_en  = read_text(&q);
		g.colour    = read_text(&q);
		if (of != NULL)
			*PUSH(s->mem, &of->goals) = g;
	}
	return query_end(&q);
}

enum status item_list(struct scope *s, i64 workshop, struct item_list *out)
{
	static const char sql[] =
		ITEM " WHERE i.org_id = $1 AND i.workshop_id = $2"
		" ORDER BY i.position, i.no";
	static const char goals[] =
		GOALS " WHERE x.org_id = $1 AND i.workshop_id = $2"
		" ORDER BY x.item_id, x.position";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(workshop)));

	while (query_next(&q))
		read_item(&q, PUSH(s->mem, out));
	TRY(query_end(&q));
	return read_goals(s, db_query(s, goals, VALUES(of_int(s->org),
	                  of_int(workshop))), out);
}

enum status item_by_id(struct scope *s, i64 id, struct item *out)
{
	static const char sql[] = ITEM " WHERE i.org_id = $1 AND i.id = $2";
	static const char goals[] =
		GOALS " WHERE x.org_id = $1 AND x.item_id = $2"
		" ORDER BY x.position";
	struct item_list one = { .v = out, .n = 1, .room = 1 };
	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_item(&q, out);
	TRY(query_end_one(&q));
	return read_goals(s, db_query(s, goals, VALUES(of_int(s->org),
	                  of_int(id))), &one);
}

enum status item_get(struct scope *s, i64 workshop, i64 no, struct item *out)
{
	static const char sql[] =
		"SELECT id FROM item WHERE org_id = $1 AND workshop_id = $2"
		"   AND no = $3";
	i64 id;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                             of_int(no)), &id));
	return item_by_id(s, id, out);
}

/* -- writing ------------------------------------------------------------- */

static const char *lines_of(struct scope *s, const struct text_list *lines)
{
	const char *text = "";

	for (size_t i = 0; i < lines->n; i++)
		text = arena_print(s->mem, "%s%s\n", text, lines->v[i]);
	return text;
}

static enum status last_position(struct scope *s, i64 workshop, i64 *out)
{
	static const char sql[] =
		"SELECT coalesce(max(position), 0) FROM item"
		" WHERE org_id = $1 AND workshop_id = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(workshop)),
	                 out);
}

static enum status note_goals(struct scope *s, const struct item *i)
{
	static const char sql[] =
		"INSERT INTO item_goal (org_id, item_id, goal_id, position)"
		" VALUES ($1, $2, $3, $4)";

	for (size_t k = 0; k < i->goals.n; k++)
		TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(i->id),
			of_int(i->goals.v[k].goal), of_int((i64)k + 1))));
	return OK;
}

enum status item_note(struct scope *s, i64 workshop, struct item *i, i64 *id)
{
	static const char sql[] =
		"INSERT INTO item (org_id, workshop_id, no, position, kind,"
		"  title, minutes, priority_id, wording_id, ask, options,"
		"  worth, reasons, state)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14) RETURNING id";

	TRY(workshop_counter(s, workshop, "item", &i->no));
	if (i->position == 0) {
		TRY(last_position(s, workshop, &i->position));
		i->position++;
	}
	if (i->state == 0)
		i->state = ITEM_PLANNED;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(workshop), of_int(i->no),
		of_int(i->position), of_int(i->kind), of_said(i->title),
		of_int(i->minutes), of_id(i->priority), of_id(i->wording),
		of_int(i->ask), of_text(lines_of(s, &i->options)),
		of_int(i->worth), of_int(i->reasons), of_int(i->state)),
		id));
	i->id = *id;
	TRY(event_note(s, "item", *id, "note", NULL));
	return note_goals(s, i);
}

enum status item_change(struct scope *s, const struct item *i)
{
	static const char sql[] =
		"UPDATE item SET title = $4, minutes = $5, options = $6,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "item", i->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(i->id), of_int(i->version),
		of_text(i->title), of_int(i->minutes),
		of_text(lines_of(s, &i->options))));
	return done == NOT_FOUND ? STALE : done;
}

static enum status set_position(struct scope *s, i64 id, i64 position)
{
	static const char sql[] =
		"UPDATE item SET position = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "item", id, "move"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(position)));
}

/* The others keep their order around it. */
enum status item_move(struct scope *s, i64 workshop, i64 no, i64 position)
{
	struct item_list all = {0};
	struct item moved = {0};
	i64 at = 0;

	TRY(item_get(s, workshop, no, &moved));
	TRY(item_list(s, workshop, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].no == no)
			continue;
		if (++at == position)
			at++;
		if (all.v[i].position != at)
			TRY(set_position(s, all.v[i].id, at));
	}
	if (position < 1 || position > (i64)all.n)
		position = (i64)all.n;
	return moved.position == position ? OK :
	       set_position(s, moved.id, position);
}
