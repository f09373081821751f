/* Findings written, changed, handled; marks; the living side of gaps. */
#include <string.h>

#include "assess/assess.h"
#include "base/text.h"
#include "db/db.h"

static enum status insert_mark(struct scope *s, i64 assessment, i64 finding,
                               const struct mark *m)
{
	static const char sql[] =
		"INSERT INTO mark (org_id, assessment_id, finding_id, goal_id,"
		"                  direction, directness)"
		" VALUES ($1, $2, $3, $4, $5, $6)";

	TRY(event_note(s, "mark", finding, "note",
	               arena_print(s->mem, "%lld", m->goal)));
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(finding),
		of_int(m->goal), of_int(m->direction),
		of_int(m->directness)));
}

enum status mark_note(struct scope *s, i64 assessment, i64 finding,
                      const struct mark *m)
{
	TRY(assess_open(s, assessment));
	return insert_mark(s, assessment, finding, m);
}

enum status mark_drop(struct scope *s, i64 assessment, i64 finding, i64 goal)
{
	static const char sql[] =
		"DELETE FROM mark WHERE org_id = $1 AND assessment_id = $2"
		"   AND finding_id = $3 AND goal_id = $4";

	TRY(assess_open(s, assessment));
	TRY(event_note(s, "mark", finding, "drop",
	               arena_print(s->mem, "%lld", goal)));
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(finding),
		of_int(goal)));
}

static enum status note_group(struct scope *s, i64 assessment, i64 finding,
                              i64 combination, const char *codes)
{
	static const char sql[] =
		"INSERT INTO finding_group (org_id, assessment_id, finding_id,"
		"                           combination, group_id)"
		" SELECT $1, $2, $3, $4, id FROM population_group"
		"  WHERE org_id = $1 AND code = $5";

	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");

		TRY(db_change(s, sql, VALUES(
			of_int(s->org), of_int(assessment), of_int(finding),
			of_int(combination),
			of_text(arena_text(s->mem, codes, n)))));
		codes += n;
		codes += *codes == '+';
	}
	return OK;
}

/* A paper by key; one that is not here is kept by its name in words. */
static enum status note_evidence(struct scope *s, i64 assessment, i64 finding,
                                 const struct evidence *e, i64 no)
{
	static const char find[] =
		"SELECT p.id FROM attachment p JOIN assessment a"
		"    ON a.org_id = p.org_id AND a.subject_id = p.subject_id"
		" WHERE p.org_id = $1 AND a.id = $2 AND p.key = $3";
	static const char sql[] =
		"INSERT INTO finding_evidence (org_id, assessment_id,"
		"  finding_id, no, attachment_id, source, place)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7)";

	const char *source = or_empty(e->source);
	i64 paper = 0;
	enum status found = text_blank(e->paper) ? NOT_FOUND :
		db_number(s, find, VALUES(of_int(s->org), of_int(assessment),
		                          of_text(e->paper)), &paper);

	if (found != OK && found != NOT_FOUND)
		return found;
	if (found == NOT_FOUND && text_blank(source))
		source = or_empty(e->name);
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(finding),
		of_int(no), of_id(paper), of_text(source),
		of_said(e->place)));
}

static enum status note_parts(struct scope *s, i64 assessment, i64 id,
                              const struct finding *f)
{
	static const char gap[] =
		"INSERT INTO gap (org_id, assessment_id, finding_id, owner,"
		"                 due, answer, state)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7)"
		" ON CONFLICT (org_id, finding_id) DO NOTHING";

	for (size_t i = 0; i < f->marks.n; i++)
		TRY(insert_mark(s, assessment, id, &f->marks.v[i]));
	for (size_t i = 0; i < f->groups.n; i++)
		TRY(note_group(s, assessment, id, (i64)i + 1,
		               f->groups.v[i]));
	for (size_t i = 0; i < f->evidence.n; i++)
		TRY(note_evidence(s, assessment, id, &f->evidence.v[i],
		                  (i64)i + 1));
	if (f->kind != FINDING_GAP)
		return OK;
	return db_change_all(s, gap, VALUES(
		of_int(s->org), of_int(assessment), of_int(id),
		of_said(f->gap.owner),
		of_id(f->gap.due),
		of_said(f->gap.answer),
		of_int(f->gap.state == 0 ? GAP_OPEN : f->gap.state)));
}

enum status finding_note(struct scope *s, i64 assessment, struct finding *f,
                         i64 *id)
{
	static const char sql[] =
		"INSERT INTO finding (org_id, assessment_id, no, priority_id,"
		"  wording_id, kind, sentence, short, rationale, term,"
		"  certainty, places, source, written_by, dissent, handled,"
		"  handled_why, at, person, concerns)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		"  $13, $14, $15, $16, $17, $18, $19, $20) RETURNING id";

	TRY(assess_open(s, assessment));
	if (f->no == 0)
		TRY(counter_next(s, assessment, "finding", &f->no));
	if (f->at == 0)
		f->at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(f->no),
		of_int(f->priority), of_int(f->wording), of_int(f->kind),
		of_text(f->sentence), of_said(f->brief),
		of_said(f->rationale), of_int(f->term),
		of_int(f->certainty), of_said(f->places),
		of_int(f->source == 0 ? SOURCE_AGREED : f->source),
		of_said(f->written_by), of_int(f->dissent),
		of_int(f->handled), of_said(f->handled_why),
		of_int(f->at), of_int(s->person),
		of_int(f->concerns)), id));
	TRY(event_note(s, "finding", *id, "note", NULL));
	TRY(note_parts(s, assessment, *id, f));
	return assess_touch(s, assessment);
}

/* -- change -------------------------------------------------------------- */

/* The marks as they were go into the event too, so that nothing is lost; so
 * do the groups and what it rested on. */
static enum status clear_parts(struct scope *s, const struct finding *was)
{
	static const char marks[] =
		"DELETE FROM mark WHERE org_id = $1 AND finding_id = $2";
	static const char groups[] =
		"DELETE FROM finding_group"
		" WHERE org_id = $1 AND finding_id = $2";
	static const char evidence[] =
		"DELETE FROM finding_evidence"
		" WHERE org_id = $1 AND finding_id = $2";
	const char *before = "";

	for (size_t i = 0; i < was->marks.n; i++) {
		const struct mark *m = &was->marks.v[i];

		before = arena_print(s->mem, "%s%s %s %d %d\n", before,
		                     m->framework, m->code, (int)m->direction,
		                     (int)m->directness);
	}
	for (size_t i = 0; i < was->groups.n; i++)
		before = arena_print(s->mem, "%s%s\n", before,
		                     was->groups.v[i]);
	for (size_t i = 0; i < was->evidence.n; i++) {
		const struct evidence *e = &was->evidence.v[i];

		before = arena_print(s->mem, "%s%s%s %s %s\n", before, e->name,
		                     e->paper, e->source, e->place);
	}
	TRY(event_note(s, "mark", was->id, "clear", before));
	TRY(db_change_all(s, marks, VALUES(of_int(s->org), of_int(was->id))));
	TRY(db_change_all(s, groups, VALUES(of_int(s->org),
	                                    of_int(was->id))));
	return db_change_all(s, evidence, VALUES(of_int(s->org),
	                                         of_int(was->id)));
}

enum status finding_change(struct scope *s, i64 assessment,
                           const struct finding *f)
{
	static const char sql[] =
		"UPDATE finding SET priority_id = $4, wording_id = $5,"
		"  kind = $6, sentence = $7, short = $8, rationale = $9,"
		"  term = $10, certainty = $11, places = $12,"
		"  written_by = $13, dissent = $14, source = $15,"
		"  concerns = $16,"
		"  version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3"
		"   AND removed_at IS NULL";

	struct finding was = {0};
	enum status done;

	TRY(assess_open(s, assessment));
	TRY(finding_get(s, assessment, f->no, &was));
	TRY(KEEP(s, "finding", was.id, "change"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(was.id), of_int(f->version),
		of_int(f->priority), of_int(f->wording), of_int(f->kind),
		of_text(f->sentence), of_said(f->brief),
		of_said(f->rationale), of_int(f->term),
		of_int(f->certainty), of_said(f->places),
		of_said(f->written_by), of_int(f->dissent),
		of_int(f->source == 0 ? SOURCE_AGREED : f->source),
		of_int(f->concerns)));
	if (done == NOT_FOUND)
		return STALE;
	TRY(done);
	TRY(clear_parts(s, &was));
	TRY(note_parts(s, assessment, was.id, f));
	return assess_touch(s, assessment);
}

enum status finding_remove(struct scope *s, i64 assessment, i64 no,
                           bool removed)
{
	static const char sql[] =
		"UPDATE finding SET removed_at = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	struct finding f = {0};

	TRY(assess_open(s, assessment));
	TRY(finding_get(s, assessment, no, &f));
	TRY(KEEP(s, "finding", f.id, removed ? "remove" : "restore"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(f.id),
	                             of_id(removed ? s->now : 0))));
	return assess_touch(s, assessment);
}

enum status finding_handle(struct scope *s, i64 assessment, i64 no,
                           enum handling handled, const char *why)
{
	static const char sql[] =
		"UPDATE finding SET handled = $3, handled_why = $4,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	struct finding f = {0};

	TRY(assess_open(s, assessment));
	TRY(finding_get(s, assessment, no, &f));
	TRY(KEEP(s, "finding", f.id, "handle"));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(f.id),
	                             of_int(handled), of_text(why))));
	return assess_touch(s, assessment);
}

enum status gap_follow(struct scope *s, i64 assessment, i64 finding_no,
                       const struct gap *g)
{
	static const char find[] =
		"SELECT g.id FROM gap g JOIN finding f"
		"    ON f.org_id = g.org_id AND f.id = g.finding_id"
		" WHERE g.org_id = $1 AND g.assessment_id = $2 AND f.no = $3";
	static const char sql[] =
		"UPDATE gap SET owner = $4, due = $5, answer = $6, state = $7,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;
	i64 id = 0;

	TRY(db_number(s, find, VALUES(of_int(s->org), of_int(assessment),
	                              of_int(finding_no)), &id));
	TRY(KEEP(s, "gap", id, "follow"));
	done = db_change(s, sql, VALUES(
		of_int(s->org), of_int(id), of_int(g->version),
		of_text(g->owner), of_id(g->due), of_text(g->answer),
		of_int(text_blank(g->answer) ? GAP_OPEN : g->state)));
	return done == NOT_FOUND ? STALE : done;
}
