#include "assess/upgrade.h"
#include "base/text.h"
#include "db/db.h"

enum status answer_asked(struct scope *s, i64 assessment, i64 priority,
                         const char *means, const char *asked,
                         const char *label)
{
	static const char sql[] =
		"UPDATE answer SET asked = $5, label = $6"
		" WHERE org_id = $1 AND assessment_id = $2"
		"   AND priority = $3 AND means = $4";

	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(assessment), of_int(priority),
		of_text(means), of_said(asked), of_said(label)));
}

static enum status turn(struct scope *s, const struct assessment *a,
                        i64 method, enum depth depth)
{
	static const char sql[] =
		"UPDATE assessment SET method_id = $4, depth = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";
	enum status done;

	TRY(assess_open(s, a->id));
	TRY(KEEP(s, "assessment", a->id, "turn"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(a->id),
		of_int(a->version), of_int(method), of_int(depth)));
	if (done == NOT_FOUND)
		return STALE;
	TRY(done);
	return assess_touch(s, a->id);
}

static const char *chosen(const struct question *q, const char *value)
{
	for (size_t i = 0; i < q->scale.n; i++)
		if (same(q->scale.v[i].value, value))
			return q->scale.v[i].label_sv;
	return "";
}

/* At any depth: what was asked at another one is its question still. What is
 * rows in one model and an answer in another is not the same. */
static const struct question *ever(const struct method *m, const char *means)
{
	const struct question *q = NULL;

	for (enum depth d = DEPTH_QUICK; q == NULL && d <= DEPTH_DEEP; d++)
		q = question_meaning(m, d, means);
	return q != NULL && part_is_answer(q->part) ? q : NULL;
}

/* From the few goals somebody chose to all of the strategy. */
static enum status begin_goals(struct scope *s, i64 assessment)
{
	struct priority_list all = {0};

	TRY(scope_list(s, assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(relevance_begin(s, assessment, all.v[i].id));
	return OK;
}

enum status upgrade_turn(struct scope *s, const struct assessment *a,
                         const struct method *from, const struct method *to,
                         enum depth depth)
{
	struct answer_list all = {0};

	TRY(turn(s, a, to->id, depth));
	if (to->budget_per_goal[depth] && !from->budget_per_goal[a->depth])
		TRY(begin_goals(s, a->id));
	TRY(answer_list(s, a->id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct answer *it = &all.v[i];
		const struct question *q = ever(from, it->means);
		bool asked = ever(to, it->means) != NULL;

		if (!asked && q == NULL)
			continue;       /* kept since an earlier change */
		TRY(answer_asked(s, a->id, it->priority, it->means,
		                 asked ? "" : q->title_sv,
		                 asked ? "" : chosen(q, it->value)));
	}
	return OK;
}
