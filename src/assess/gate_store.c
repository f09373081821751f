#include "assess/assess.h"
#include "assess/gate.h"
#include "db/db.h"

enum status gate_list(struct scope *s, i64 assessment,
                      struct gate_choice_list *out)
{
	static const char sql[] =
		"SELECT g.id, g.no, g.means, g.choice, g.why, g.decider,"
		"       g.day, g.at,"
		"       CASE WHEN g.noted_by <> '' THEN g.noted_by"
		"            ELSE coalesce(p.name, '') END"
		"  FROM gate_choice g LEFT JOIN person p ON p.id = g.person"
		" WHERE g.org_id = $1 AND g.assessment_id = $2"
		" ORDER BY g.no";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	while (query_next(&q)) {
		struct gate_choice *g = PUSH(s->mem, out);

		g->id       = read_int(&q);
		g->no       = read_int(&q);
		g->means    = read_text(&q);
		g->way      = (enum gate_way)read_int(&q);
		g->why      = read_text(&q);
		g->decider  = read_text(&q);
		g->day      = read_int(&q);
		g->at       = read_int(&q);
		g->noted_by = read_text(&q);
	}
	return query_end(&q);
}

enum status gate_note(struct scope *s, i64 assessment, struct gate_choice *g)
{
	static const char sql[] =
		"INSERT INTO gate_choice (org_id, assessment_id, no, means,"
		"  choice, why, decider, day, at, person, noted_by)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		" RETURNING id";

	TRY(assess_open(s, assessment));
	TRY(counter_take(s, assessment, "gate", &g->no));
	if (g->at == 0)
		g->at = s->now;
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(g->no),
		of_text(g->means), of_int(g->way), of_text(g->why),
		of_text(g->decider), of_int(g->day), of_int(g->at),
		of_int(s->person), of_said(g->noted_by)), &g->id));
	TRY(event_note(s, "gate_choice", g->id, "note", NULL));
	return assess_touch(s, assessment);
}

enum status gate_decide(struct scope *s, i64 assessment,
                        struct gate_choice *g)
{
	struct gate_choice_list all = {0};
	struct assessment a = {0};

	TRY(gate_note(s, assessment, g));
	TRY(gate_list(s, assessment, &all));
	TRY(assess_get(s, assessment, &a));
	if (gates_stop(&all) == (a.state == ASSESS_STOPPED))
		return OK;
	return assess_become(s, a.id, a.version, gates_stop(&all) ?
	                     ASSESS_STOPPED : ASSESS_ONGOING);
}
