#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "kit/icu.h"
#include "kit/json.h"
#include "method/method.h"

/* -- reading ------------------------------------------------------------- */

#define COLUMNS                                                         \
	"SELECT id, key, code, edition, title_sv, title_en, about_sv,"  \
	"       about_en, judged_sv, judged_en, source, budget,"        \
	"       shipped, hash, published_at"                            \
	"  FROM method"

static enum status read_method(struct scope *s, struct query *q,
                               struct method *m)
{
	const char *budget;

	m->id           = read_int(q);
	m->key          = read_text(q);
	m->code         = read_text(q);
	m->edition      = read_int(q);
	m->title_sv     = read_text(q);
	m->title_en     = read_text(q);
	m->about_sv     = read_text(q);
	m->about_en     = read_text(q);
	m->judged_sv    = read_text(q);
	m->judged_en    = read_text(q);
	m->source       = read_text(q);
	budget          = read_text(q);
	m->shipped      = read_int(q) != 0;
	m->hash         = read_text(q);
	m->published_at = read_int(q);
	if (budget == NULL || !budget_read(s->mem, budget, m))
		return log_fault("the budget of method %lld", m->id);
	return OK;
}

static enum status read_rows(struct scope *s, struct query *q,
                             struct method_list *out)
{
	enum status done = OK;

	while (query_next(q)) {
		enum status one = read_method(s, q, PUSH(s->mem, out));

		done = done == OK ? one : done;
	}
	TRY(query_end(q));
	return done;
}

struct place { const char *key; struct method m; };

static int by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order != 0 ? order : x->m.edition > y->m.edition ? -1 : 1;
}

static void sort(struct arena *mem, struct method_list *all)
{
	struct place *places = arena_take(mem, (all->n + 1) *
	                                  sizeof *places);

	for (size_t i = 0; i < all->n; i++)
		places[i] = (struct place){ text_sort_key(mem,
			all->v[i].title_sv), all->v[i] };
	qsort(places, all->n, sizeof *places, by_place);
	for (size_t i = 0; i < all->n; i++)
		all->v[i] = places[i].m;
}

enum status method_list(struct scope *s, struct method_list *out)
{
	static const char sql[] = COLUMNS " WHERE org_id = $1 ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	TRY(read_rows(s, &q, out));
	sort(s->mem, out);
	return OK;
}

enum status method_offered(struct scope *s, struct method_list *out)
{
	static const char sql[] = COLUMNS
		" WHERE org_id = $1 AND published_at IS NOT NULL"
		"   AND NOT EXISTS (SELECT 1 FROM method n"
		"     WHERE n.org_id = $1 AND n.code = method.code"
		"       AND n.edition > method.edition"
		"       AND n.published_at IS NOT NULL)"
		" ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	TRY(read_rows(s, &q, out));
	sort(s->mem, out);
	return OK;
}

static enum status read_steps(struct scope *s, struct method *m)
{
	static const char sql[] =
		"SELECT no, key, name_sv, name_en, headline_sv, headline_en,"
		"       per_priority"
		"  FROM step"
		" WHERE org_id = $1 AND method_id = $2 ORDER BY no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(m->id)));

	while (query_next(&q)) {
		struct step *step = PUSH(s->mem, &m->steps);

		step->no           = read_int(&q);
		step->key          = read_text(&q);
		step->name_sv      = read_text(&q);
		step->name_en      = read_text(&q);
		step->headline_sv  = read_text(&q);
		step->headline_en  = read_text(&q);
		step->per_priority = read_int(&q) != 0;
	}
	return query_end(&q);
}

static enum status read_question(struct scope *s, struct query *rows,
                                 struct question *q)
{
	const char *scale;

	*q = (struct question){0};
	q->no           = read_int(rows);
	q->key          = read_text(rows);
	q->part         = part_read(read_text(rows));
	q->means        = read_text(rows);
	q->title_sv     = read_text(rows);
	q->title_en     = read_text(rows);
	q->help_sv      = read_text(rows);
	q->help_en      = read_text(rows);
	q->example_sv   = read_text(rows);
	q->example_en   = read_text(rows);
	scale           = read_text(rows);
	q->frameworks   = read_text(rows);
	q->directness   = read_int(rows) != 0;
	q->depths       = (unsigned)read_int(rows);
	q->needed       = (unsigned)read_int(rows);
	q->per_priority = read_int(rows) != 0;
	q->fields       = (unsigned)read_int(rows);
	if (q->part == 0 || (scale != NULL &&
	    !scale_read(s->mem, scale, &q->scale)))
		return log_fault("question %s cannot be read", q->key);
	return OK;
}

/* All questions in one query; they come step by step. */
static enum status read_questions(struct scope *s, struct method *m,
                                  bool scales)
{
	static const char sql[] =
		"SELECT p.no, q.no, q.key, q.part, q.means, q.title_sv,"
		"       q.title_en, q.help_sv, q.help_en, q.example_sv,"
		"       q.example_en, CASE WHEN $3 = 1 THEN q.scale END,"
		"       q.frameworks, q.directness,"
		"       q.depths, q.needed, q.per_priority, q.fields"
		"  FROM question q"
		"  JOIN step p ON p.org_id = q.org_id AND p.id = q.step_id"
		" WHERE q.org_id = $1 AND q.method_id = $2 ORDER BY q.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(m->id),
	                                         of_int(scales)));
	enum status done = OK;

	while (query_next(&q)) {
		size_t step = (size_t)read_int(&q) - 1;
		enum status one;

		ASSERT(step < m->steps.n);
		one = read_question(s, &q, PUSH(s->mem,
		                    &m->steps.v[step].questions));
		done = done == OK ? one : done;
	}
	TRY(query_end(&q));
	return done;
}

static enum status read_whole(struct scope *s, struct query *q, bool scales,
                              struct method *m)
{
	enum status done = OK;

	*m = (struct method){0};
	if (query_next(q))
		done = read_method(s, q, m);
	TRY(query_end_one(q));
	TRY(done);
	TRY(read_steps(s, m));
	return read_questions(s, m, scales);
}

static enum status get(struct scope *s, i64 id, bool scales,
                       struct method *m)
{
	static const char sql[] = COLUMNS " WHERE org_id = $1 AND id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org), of_int(id)));

	return read_whole(s, &q, scales, m);
}

enum status method_get(struct scope *s, i64 id, struct method *m)
{
	return get(s, id, true, m);
}

enum status method_outline(struct scope *s, i64 id, struct method *m)
{
	return get(s, id, false, m);
}

enum status question_scale(struct scope *s, i64 method, const char *question,
                           struct scale *out)
{
	static const char sql[] =
		"SELECT scale FROM question"
		" WHERE org_id = $1 AND method_id = $2 AND key = $3";

	struct query q = db_query(s, sql, VALUES(
		of_int(s->org), of_int(method), of_text(question)));
	const char *text = query_next(&q) ? read_text(&q) : NULL;
	struct arena *mem = s->mem;
	void **made = query_made(&q, &mem);
	struct scale *scale = made == NULL ? NULL : *made;

	TRY(query_end_one(&q));
	if (scale == NULL) {
		scale = NEW(mem, struct scale);
		if (text == NULL || !scale_read(mem, text, scale))
			return log_fault("question %s cannot be read",
			                 question);
		if (made != NULL)
			*made = scale;
	}
	*out = *scale;
	return OK;
}

enum status method_by_key(struct scope *s, const char *key, struct method *m)
{
	static const char sql[] = COLUMNS " WHERE org_id = $1 AND key = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));

	return read_whole(s, &q, true, m);
}

enum status method_by_code(struct scope *s, const char *code, i64 edition,
                           i64 *id)
{
	static const char sql[] =
		"SELECT id FROM method"
		" WHERE org_id = $1 AND code = $2 AND edition = $3";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(code),
	                                of_int(edition)), id);
}

/* -- writing ------------------------------------------------------------- */

static enum status insert_question(struct scope *s, i64 method, i64 step,
                                   const struct question *q)
{
	static const char sql[] =
		"INSERT INTO question (org_id, method_id, step_id, no, key,"
		"  part, means, title_sv, title_en, help_sv, help_en,"
		"  example_sv, example_en, scale, frameworks, directness,"
		"  depths, needed, per_priority, fields)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19, $20)";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(method), of_int(step), of_int(q->no),
		of_text(q->key), of_text(part_word(q->part)),
		of_text(q->means), of_text(q->title_sv),
		of_text(q->title_en), of_text(q->help_sv),
		of_text(q->help_en), of_text(q->example_sv),
		of_text(q->example_en),
		of_text(scale_write(s->mem, &q->scale)),
		of_text(q->frameworks), of_int(q->directness),
		of_int(q->depths), of_int(q->needed),
		of_int(q->per_priority), of_int(q->fields)));
}

static enum status insert_step(struct scope *s, i64 method,
                               const struct step *step)
{
	static const char sql[] =
		"INSERT INTO step (org_id, method_id, no, key, name_sv,"
		"  name_en, headline_sv, headline_en, per_priority)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(method), of_int(step->no),
		of_text(step->key), of_text(step->name_sv),
		of_text(step->name_en), of_text(step->headline_sv),
		of_text(step->headline_en), of_int(step->per_priority)),
		&id));
	for (size_t i = 0; i < step->questions.n; i++)
		TRY(insert_question(s, method, id, &step->questions.v[i]));
	return OK;
}

static enum status insert_method(struct scope *s, struct method *m)
{
	static const char sql[] =
		"INSERT INTO method (org_id, key, code, edition, title_sv,"
		"  title_en, about_sv, about_en, judged_sv, judged_en,"
		"  source, budget, shipped, hash, published_at, made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $15) RETURNING id";

	return db_insert(s, sql, VALUES(
		of_int(s->org), of_text(m->key), of_text(m->code),
		of_int(m->edition), of_text(m->title_sv),
		of_text(m->title_en), of_text(m->about_sv),
		of_text(m->about_en), of_text(m->judged_sv),
		of_text(m->judged_en), of_text(m->source),
		of_text(budget_write(s->mem, m)), of_int(m->shipped),
		of_text(m->hash), of_int(m->published_at)), &m->id);
}

/* Noted is published: nothing of it is ever changed again. */
enum status method_note(struct scope *s, struct method *m, i64 *id)
{
	enum status there = method_by_code(s, m->code, m->edition, id);

	if (there != NOT_FOUND)
		return there == OK ? TAKEN : there;
	if (text_blank(m->key))
		m->key = key_new(s->mem);
	m->hash = method_hash(s->mem, m);
	m->published_at = s->now;
	TRY(insert_method(s, m));
	for (size_t i = 0; i < m->steps.n; i++)
		TRY(insert_step(s, m->id, &m->steps.v[i]));
	*id = m->id;
	return event_note(s, "method", m->id, "add", NULL);
}

enum status method_adopt_file(struct scope *s, struct bytes json)
{
	struct json_reader r = json_read(s->mem, json);
	struct method m;
	enum status done;
	i64 id;

	method_read_json(&r, &m);
	json_close(&r);
	if (r.wrong != JSON_FINE)
		return log_fault("a shipped model cannot be read: %s",
		                 r.where);
	m.shipped = true;
	done = method_note(s, &m, &id);
	return done == TAKEN ? OK : done;
}
