/* Workshops and their boards, as they are planned. */
#include "base/rights.h"
#include "db/db.h"
#include "kit/secret.h"
#include "workshop/workshop.h"

#define WORKSHOP                                                        \
	"SELECT w.id, w.key, w.assessment_id, w.no, a.key, w.title,"    \
	"       w.day, w.starts, w.minutes, w.place, w.form,"           \
	"       w.template, w.way, w.people, w.steps, w.code, w.state," \
	"       w.item, w.shown, w.frozen, w.keys_off,"                 \
	"       coalesce(w.began_at, 0), coalesce(w.ended_at, 0),"      \
	"       coalesce(w.follows_id, 0), w.disposal,"                 \
	"       w.disposal_ref, coalesce(w.disposal_on, 0),"            \
	"       coalesce(w.disposed_at, 0),"                            \
	"       coalesce(w.guests_gone_at, 0), w.note, w.made_at,"      \
	"       w.version, w.turn"                                      \
	"  FROM workshop w JOIN assessment a"                           \
	"    ON a.org_id = w.org_id AND a.id = w.assessment_id"

static void read_workshop(struct query *q, struct workshop *w)
{
	w->id             = read_int(q);
	w->key            = read_text(q);
	w->assessment     = read_int(q);
	w->no             = read_int(q);
	w->assessment_key = read_text(q);
	w->title          = read_text(q);
	w->day            = read_int(q);
	w->starts         = read_int(q);
	w->minutes        = read_int(q);
	w->place          = read_text(q);
	w->form           = (enum workshop_form)read_int(q);
	w->template       = (int)read_int(q);
	w->way            = (enum answer_way)read_int(q);
	w->people         = read_int(q);
	w->steps          = (unsigned)read_int(q);
	w->code           = read_text(q);
	w->state          = (enum workshop_state)read_int(q);
	w->item           = read_int(q);
	w->shown          = read_int(q) != 0;
	w->frozen         = read_int(q) != 0;
	w->keys_off       = read_int(q) != 0;
	w->began_at       = read_int(q);
	w->ended_at       = read_int(q);
	w->follows        = read_int(q);
	w->disposal       = read_text(q);
	w->disposal_ref   = read_text(q);
	w->disposal_on    = read_int(q);
	w->disposed_at    = read_int(q);
	w->guests_gone_at = read_int(q);
	w->note           = read_text(q);
	w->made_at        = read_int(q);
	w->version        = read_int(q);
	w->turn           = read_int(q);
}

enum status workshop_get(struct scope *s, i64 id, struct workshop *out)
{
	static const char sql[] =
		WORKSHOP " WHERE w.org_id = $1 AND w.id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	if (query_next(&q))
		read_workshop(&q, out);
	return query_end_one(&q);
}

enum status workshop_by_no(struct scope *s, i64 assessment, i64 no,
                           struct workshop *out)
{
	static const char sql[] =
		WORKSHOP " WHERE w.org_id = $1 AND w.assessment_id = $2"
		"   AND w.no = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(no)));

	if (query_next(&q))
		read_workshop(&q, out);
	return query_end_one(&q);
}

enum status workshop_list(struct scope *s, i64 assessment, i64 most,
                          struct workshop_list *out)
{
	static const char sql[] =
		WORKSHOP " WHERE w.org_id = $1"
		"   AND ($2 = 0 OR w.assessment_id = $2)"
		" ORDER BY w.day DESC, w.id DESC LIMIT $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(most)));

	while (query_next(&q))
		read_workshop(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* By membership, or let in to the assessment. */
enum status workshop_find(struct scope *s, const char *key,
                          struct standing *out)
{
	static const char sql[] =
		"SELECT CASE WHEN m.id IS NULL THEN x.ends END,"
		"       CASE WHEN m.id IS NULL THEN 1 ELSE 0 END,"
		"       w.id, w.key, o.id, o.key, o.name, o.contact,"
		"       o.constructed, coalesce(m.rights, x.rights)"
		"  FROM workshop w JOIN org o ON o.id = w.org_id"
		"  LEFT JOIN membership m"
		"    ON m.org_id = w.org_id AND m.person_id = $2"
		"  LEFT JOIN access x ON x.org_id = w.org_id"
		"    AND x.person_id = $2 AND x.kind = $3"
		"    AND x.object = w.assessment_id"
		" WHERE w.key = $1"
		"   AND (m.id IS NOT NULL OR x.id IS NOT NULL)"
		" ORDER BY w.id";

	struct query q = db_query(s, sql, VALUES(
		of_text(key), of_int(s->person), of_int(ON_ASSESSMENT)));

	return standing_read(s, &q, out);
}

/* -- writing ------------------------------------------------------------- */

/* As code_read() makes it of what people type. */
static const char *new_code(struct scope *s)
{
	char *code = secret_token(s->mem, 6);

	for (char *c = code; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return code;
}

static enum status next_no(struct scope *s, i64 assessment, i64 *no)
{
	static const char sql[] =
		"SELECT coalesce(max(no), 0) + 1 FROM workshop"
		" WHERE org_id = $1 AND assessment_id = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment)),
	                 no);
}

static enum status note_boards(struct scope *s, i64 workshop, i64 boards,
                               const char *word)
{
	i64 id;

	for (i64 i = 0; i < boards; i++)
		TRY(board_note(s, workshop, arena_print(s->mem, "%s %lld",
		               word, i + 1), &id));
	return OK;
}

enum status workshop_note(struct scope *s, struct workshop *w, i64 boards,
                          const char *board_word, i64 *id)
{
	static const char sql[] =
		"INSERT INTO workshop (org_id, key, assessment_id, no, title,"
		"  day, starts, minutes, place, form, template, way, people,"
		"  steps, code, state, follows_id, disposal, disposal_ref,"
		"  disposal_on, keys_off, note, made_at, person)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)"
		" RETURNING id";

	TRY(assess_open(s, w->assessment));
	TRY(next_no(s, w->assessment, &w->no));
	w->key = key_new(s->mem);
	w->code = new_code(s);
	w->state = WORKSHOP_PLANNED;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(w->key), of_int(w->assessment),
		of_int(w->no), of_text(w->title), of_int(w->day),
		of_int(w->starts), of_int(w->minutes), of_said(w->place),
		of_int(w->form), of_int(w->template), of_int(w->way),
		of_int(w->people), of_int(w->steps), of_text(w->code),
		of_int(w->state), of_id(w->follows), of_said(w->disposal),
		of_said(w->disposal_ref), of_id(w->disposal_on),
		of_int(w->keys_off), of_said(w->note), of_int(s->now),
		of_int(s->person)), id));
	w->id = *id;
	TRY(event_note(s, "workshop", *id, "note", NULL));
	TRY(note_boards(s, *id, boards, board_word));
	return assess_touch(s, w->assessment);
}

enum status workshop_change(struct scope *s, const struct workshop *w)
{
	static const char sql[] =
		"UPDATE workshop SET title = $4, day = $5, starts = $6,"
		"  minutes = $7, place = $8, form = $9, way = $10,"
		"  people = $11, steps = $12, note = $13, disposal = $14,"
		"  disposal_ref = $15, disposal_on = $16, keys_off = $17,"
		"  template = $18, version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(KEEP(s, "workshop", w->id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(w->id), of_int(w->version),
		of_text(w->title), of_int(w->day), of_int(w->starts),
		of_int(w->minutes), of_said(w->place), of_int(w->form),
		of_int(w->way), of_int(w->people), of_int(w->steps),
		of_said(w->note), of_said(w->disposal),
		of_said(w->disposal_ref), of_id(w->disposal_on),
		of_int(w->keys_off), of_int(w->template)));
	return done == NOT_FOUND ? STALE : done;
}

enum status workshop_become(struct scope *s, i64 id, enum workshop_state to)
{
	static const char sql[] =
		"UPDATE workshop SET state = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";
	struct workshop was = {0};

	TRY(workshop_get(s, id, &was));
	if (was.state == to)
		return OK;
	if (!workshop_may_become(was.state, to))
		return DENIED;
	TRY(KEEP(s, "workshop", id, "become"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_int(to)));
}

enum status workshop_new_code(struct scope *s, i64 id)
{
	static const char sql[] =
		"UPDATE workshop SET code = $3"
		" WHERE org_id = $1 AND id = $2 AND code IS NOT NULL";
	enum status done;

	TRY(KEEP(s, "workshop", id, "new code"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_text(new_code(s))));
	return done == NOT_FOUND ? DENIED : done;
}

enum status workshop_counter(struct scope *s, i64 workshop, const char *kind,
                             i64 *no)
{
	static const char sql[] =
		"INSERT INTO workshop_counter (org_id, workshop_id, kind,"
		"                              last)"
		" VALUES ($1, $2, $3, 1)"
		" ON CONFLICT (org_id, workshop_id, kind)"
		" DO UPDATE SET last = workshop_counter.last + 1"
		" RETURNING last";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                                of_text(kind)), no);
}
