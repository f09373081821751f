/* Who was missing, and whom the findings name. */
#include <stdlib.h>

#include "actor/actor.h"
#include "renew/pattern_among.h"

/* -- actors, by themselves and by kind ----------------------------------- */

static void missing_only(struct tally_list *all, size_t most)
{
	size_t n = 0;

	while (n < all->n && n < most && all->v[n].hit > 0)
		n++;
	all->n = n;
}

static enum status actors(struct scope *s, const struct years *y, size_t most,
                          struct pattern *out)
{
	static const char sql[] =
		AMONG
		" SELECT l.assessment_id, l.missing, r.id, r.kind, r.name"
		"  FROM among"
		"  JOIN actor_link l ON l.org_id = $1"
		"   AND l.assessment_id = among.id AND l.removed_at IS NULL"
		"  JOIN actor r ON r.org_id = $1 AND r.id = l.actor_id";

	struct query q = db_query(s, sql, VALUES(VALUES_AMONG(s, y)));
	struct seen_list each = {0}, kinds = {0};

	while (query_next(&q)) {
		i64 in = read_int(&q);
		bool missing = read_int(&q) == 1;
		i64 id = read_int(&q), kind = read_int(&q);

		*PUSH(s->mem, &each) = (struct seen){ id, in, missing,
		                                      read_text(&q) };
		*PUSH(s->mem, &kinds) = (struct seen){ kind, in, missing, "" };
	}
	pattern_tally(s->mem, &each, &out->actors);
	pattern_tally(s->mem, &kinds, &out->kinds);
	missing_only(&out->actors, most);
	missing_only(&out->kinds, most);
	return query_end(&q);
}

/* -- groups of people ---------------------------------------------------- */

static enum status named(struct scope *s, const struct years *y,
                         struct tally_list *out)
{
	static const char sql[] =
		AMONG
		" SELECT n.assessment_id, n.group_id FROM among"
		"  JOIN finding_group n ON n.org_id = $1"
		"   AND n.assessment_id = among.id"
		"  JOIN finding f ON f.org_id = $1 AND f.id = n.finding_id"
		"   AND f.removed_at IS NULL";

	struct query q = db_query(s, sql, VALUES(VALUES_AMONG(s, y)));
	struct seen_list all = {0};

	while (query_next(&q)) {
		i64 in = read_int(&q), what = read_int(&q);

		*PUSH(s->mem, &all) = (struct seen){ what, in, true, "" };
	}
	pattern_tally(s->mem, &all, out);
	return query_end(&q);
}

static i64 named_in(const struct tally_list *all, i64 group)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].what == group)
			return all->v[i].of;
	return 0;
}

static int least_first(const void *a, const void *b)
{
	const struct pattern_group *x = a, *y = b;

	if (x->named != y->named)
		return x->named > y->named ? 1 : -1;
	return (x->place > y->place) - (x->place < y->place);
}

static enum status groups(struct scope *s, const struct years *y,
                          struct pattern_group_list *out)
{
	struct group_list all = {0};
	struct tally_list n = {0};

	TRY(group_list(s, &all));
	TRY(named(s, y, &n));
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].retired)
			*PUSH(s->mem, out) = (struct pattern_group){
				all.v[i].name_sv, all.v[i].name_en,
				named_in(&n, all.v[i].id), (i64)i };
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, least_first);
	return OK;
}

enum status pattern_people(struct scope *s, const struct years *y, size_t most,
                           struct pattern *out)
{
	TRY(actors(s, y, most, out));
	return groups(s, y, &out->groups);
}
