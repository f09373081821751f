/* Screenings: each version a row, with a row for each answer. */
#include "base/text.h"
#include "db/db.h"
#include "kit/icu.h"
#include "screening/selection.h"

/* -- reading ------------------------------------------------------------- */

#define COLUMNS                                                         \
	"SELECT s.id, s.key, s.no, s.subject_id, s.assessment_id, s.unit," \
	"       j.key, j.title, j.kind, coalesce(a.key, ''), s.asked,"    \
	"       s.outside, s.baseline, s.result, s.suggested, s.depth,"   \
	"       s.motive, s.decided_by, s.decided_on, s.made_at,"         \
	"       s.version,"                                               \
	"       CASE WHEN EXISTS (SELECT 1 FROM screening n"              \
	"         WHERE n.org_id = s.org_id"                              \
	"           AND n.subject_id = s.subject_id AND n.no > s.no)"     \
	"       THEN 0 ELSE 1 END"                                        \
	"  FROM screening s"                                              \
	"  JOIN subject j ON j.org_id = s.org_id AND j.id = s.subject_id" \
	"  LEFT JOIN assessment a ON a.org_id = s.org_id"                 \
	"   AND a.id = s.assessment_id"

static void read_screening(struct query *q, struct screening *s)
{
	s->id             = read_int(q);
	s->key            = read_text(q);
	s->no             = read_int(q);
	s->subject        = read_int(q);
	s->assessment     = read_int(q);
	s->unit           = read_text(q);
	s->subject_key    = read_text(q);
	s->title          = read_text(q);
	s->kind           = (enum subject_kind)read_int(q);
	s->assessment_key = read_text(q);
	s->asked          = (enum depth)read_int(q);
	s->outside        = read_text(q);
	s->baseline       = read_text(q);
	s->result         = (enum screening_result)read_int(q);
	s->suggested      = (enum depth)read_int(q);
	s->depth          = (enum depth)read_int(q);
	s->motive         = read_text(q);
	s->decided_by     = read_text(q);
	s->decided_on     = read_int(q);
	s->made_at        = read_int(q);
	s->version        = read_int(q);
	s->latest         = read_int(q) != 0;
}

static enum status read_answers(struct scope *s, struct screening *it)
{
	static const char sql[] =
		"SELECT question, value, note FROM screening_answer"
		" WHERE org_id = $1 AND screening_id = $2 ORDER BY question";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(it->id)));

	while (query_next(&q)) {
		i64 question = read_int(&q);
		struct screening_answer a = {0};

		a.value = (enum screening_value)read_int(&q);
		a.note = read_text(&q);
		ASSERT(question > 0 && question < SCREENING_QUESTIONS);
		it->answers[question] = a;
	}
	return query_end(&q);
}

/* With the answers of each; for lists that are short. */
static enum status read_whole(struct query *q, struct screening_list *out)
{
	struct scope *s = q->scope;

	while (query_next(q))
		read_screening(q, PUSH(s->mem, out));
	TRY(query_end(q));
	for (size_t i = 0; i < out->n; i++)
		TRY(read_answers(s, &out->v[i]));
	return OK;
}

enum status screening_by_key(struct scope *s, const char *key,
                             struct screening *out)
{
	static const char sql[] =
		COLUMNS " WHERE s.org_id = $1 AND s.key = $2";
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_text(key)));

	*out = (struct screening){0};
	if (query_next(&q))
		read_screening(&q, out);
	TRY(query_end_one(&q));
	return read_answers(s, out);
}

enum status screening_of_subject(struct scope *s, i64 subject,
                                 struct screening_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE s.org_id = $1 AND s.subject_id = $2"
		" ORDER BY s.no DESC, s.id DESC LIMIT 50";
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(subject)));

	return read_whole(&q, out);
}

enum status screening_of_assessment(struct scope *s, i64 assessment,
                                    struct screening_list *out)
{
	static const char sql[] =
		COLUMNS " WHERE s.org_id = $1 AND s.assessment_id = $2"
		" ORDER BY s.no, s.id";
	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	return read_whole(&q, out);
}

/* Each kind of question has a statement of its own, so that each has its
 * index. The answers are not on the list. */
enum status screening_list(struct scope *s, const struct screening_filter *f,
                           struct screening_list *out)
{
#define LATEST                                                          \
	"   AND NOT EXISTS (SELECT 1 FROM screening n"                  \
	"     WHERE n.org_id = s.org_id"                                \
	"       AND n.subject_id = s.subject_id AND n.no > s.no)"       \
	"   AND s.id < $2 AND s.made_at >= $3 AND s.made_at < $4"
	static const char all[] =
		COLUMNS " WHERE s.org_id = $1" LATEST
		" ORDER BY s.id DESC LIMIT $5";
	static const char of_result[] =
		COLUMNS " WHERE s.org_id = $1 AND s.result = $6" LATEST
		" ORDER BY s.id DESC LIMIT $5";
	static const char of_unit[] =
		COLUMNS " WHERE s.org_id = $1 AND s.unit = $7" LATEST
		"   AND ($6 < 0 OR s.result = $6)"
		" ORDER BY s.id DESC LIMIT $5";
	i64 from = f->year == 0 ? 0 : instant_of(year_begins(f->year), 0);
	i64 to = f->year == 0 ? INT64_MAX :
	         instant_of(year_ends(f->year) + 1, 0);
	struct value bound[] = {
		of_int(s->org), of_int(f->before == 0 ? INT64_MAX : f->before),
		of_int(from), of_int(to), of_int(f->most), of_int(f->result),
		of_said(f->unit) };
	bool unit = !text_blank(f->unit), result = f->result >= 0;
	struct query q = db_query(s, unit ? of_unit : result ? of_result : all,
	                          bound, unit ? 7 : result ? 6 : 5);

	while (query_next(&q))
		read_screening(&q, PUSH(s->mem, out));
	return query_end(&q);
}

/* -- writing ------------------------------------------------------------- */

static enum status note_answers(struct scope *s, const struct screening *it)
{
	static const char sql[] =
		"INSERT INTO screening_answer (org_id, screening_id, question,"
		"                              value, note)"
		" VALUES ($1, $2, $3, $4, $5)";

	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++) {
		const struct screening_answer *a = &it->answers[q];

		if (a->value == SCREENING_UNSAID && text_blank(a->note))
			continue;
		TRY(db_change_all(s, sql, VALUES(of_int(s->org),
			of_int(it->id), of_int(q), of_int(a->value),
			of_said(a->note))));
	}
	return OK;
}

enum status screening_said(struct scope *s, struct screening *it)
{
	static const char sql[] =
		"INSERT INTO screening (org_id, key, subject_id,"
		"  assessment_id, no, unit, asked, outside, baseline, result,"
		"  suggested, depth, motive, decided_by, decided_on, person,"
		"  made_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17) RETURNING id";

	it->key = key_new(s->mem);
	if (it->made_at == 0)
		it->made_at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(it->key), of_int(it->subject),
		of_id(it->assessment), of_int(it->no), of_said(it->unit),
		of_int(it->asked), of_said(it->outside),
		of_said(it->baseline), of_int(it->result),
		of_int(it->suggested), of_int(it->depth), of_said(it->motive),
		of_said(it->decided_by), of_id(it->decided_on),
		of_int(s->person), of_int(it->made_at)), &it->id));
	it->version = 1;
	TRY(event_note(s, "screening", it->id, "note", NULL));
	return note_answers(s, it);
}

static enum status last_no(struct scope *s, i64 subject, i64 *no)
{
	static const char sql[] =
		"SELECT coalesce(max(no), 0) FROM screening"
		" WHERE org_id = $1 AND subject_id = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(subject)), no);
}

/* The assessment of the subject that is not finished, or 0. */
static enum status open_one(struct scope *s, i64 subject, i64 *id)
{
	struct assessment_list all = {0};

	*id = 0;
	TRY(assess_of_subject(s, subject, &all));
	for (size_t i = 0; i < all.n; i++)
		if (!assessment_is_final(all.v[i].state))
			*id = all.v[i].id;
	return OK;
}

enum status screening_note(struct scope *s, struct screening *it, i64 no)
{
	i64 last = 0;

	TRY(last_no(s, it->subject, &last));
	if (last != no)
		return STALE;
	TRY(open_one(s, it->subject, &it->assessment));
	it->no = last + 1;
	TRY(screening_said(s, it));
	return it->assessment == 0 ? OK : assess_touch(s, it->assessment);
}

enum status screening_decide(struct scope *s, const struct screening *it)
{
	static const char sql[] =
		"UPDATE screening SET result = $4, suggested = $5, depth = $6,"
		"       motive = $7, decided_by = $8, decided_on = $9,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND result = 0";
	enum status done;
	i64 last = 0;

	TRY(last_no(s, it->subject, &last));
	if (last != it->no)
		return STALE;
	if (it->assessment != 0)
		TRY(assess_open(s, it->assessment));
	TRY(KEEP(s, "screening", it->id, "decide"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(it->id),
		of_int(it->version), of_int(it->result),
		of_int(it->suggested), of_int(it->depth), of_said(it->motive),
		of_said(it->decided_by), of_id(it->decided_on)));
	if (done == NOT_FOUND)
		return STALE;
	TRY(done);
	return it->assessment == 0 ? OK : assess_touch(s, it->assessment);
}

enum status screening_take(struct scope *s, i64 subject, i64 assessment)
{
	static const char sql[] =
		"UPDATE screening SET assessment_id = $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND assessment_id IS NULL";
	struct screening_list all = {0};

	TRY(assess_open(s, assessment));
	TRY(screening_of_subject(s, subject, &all));
	if (all.n == 0 || all.v[0].assessment != 0)
		return OK;
	TRY(KEEP(s, "screening", all.v[0].id, "take"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(all.v[0].id),
	                                of_int(assessment)));
}
