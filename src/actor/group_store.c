#include "actor/actor.h"
#include "base/text.h"
#include "db/db.h"
#include "kit/json.h"

enum status group_list(struct scope *s, struct group_list *out)
{
	static const char sql[] =
		"SELECT id, code, name_sv, name_en, axis, position,"
		"       coalesce(retired_at, 0)"
		"  FROM population_group WHERE org_id = $1"
		" ORDER BY axis, position, id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));

	while (query_next(&q)) {
		struct group *g = PUSH(s->mem, out);

		g->id       = read_int(&q);
		g->code     = read_text(&q);
		g->name_sv  = read_text(&q);
		g->name_en  = read_text(&q);
		g->axis     = (enum group_axis)read_int(&q);
		g->position = read_int(&q);
		g->retired  = read_int(&q) != 0;
	}
	return query_end(&q);
}

enum status group_by_code(struct scope *s, const char *code, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM population_group"
		" WHERE org_id = $1 AND code = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_text(code)), id);
}

static enum status next_position(struct scope *s, enum group_axis axis,
                                 i64 *position)
{
	static const char sql[] =
		"SELECT coalesce(max(position), 0) + 1 FROM population_group"
		" WHERE org_id = $1 AND axis = $2";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(axis)),
	                 position);
}

enum status group_note(struct scope *s, const struct group *g, i64 *id)
{
	static const char sql[] =
		"INSERT INTO population_group (org_id, code, name_sv, name_en,"
		"                              axis, position)"
		" VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
	i64 position = g->position;

	if (position == 0)
		TRY(next_position(s, g->axis, &position));
	TRY(db_insert(s, sql, VALUES(
		of_int(s->org), of_text(g->code), of_text(g->name_sv),
		of_text(g->name_en), of_int(g->axis), of_int(position)), id));
	return event_note(s, "population_group", *id, "note", NULL);
}

enum status group_retire(struct scope *s, i64 id, bool retired)
{
	static const char sql[] =
		"UPDATE population_group SET retired_at = $3"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "population_group", id, retired ? "retire" : "restore"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(id),
	                                of_id(retired ? s->now : 0)));
}

/* -- the groups we ship -------------------------------------------------- */

enum { GROUPS_MOST = 500, CODE_MOST = 40, NAME_MOST = 200 };

static enum group_axis axis_read(const char *word)
{
	static const char *const words[] = {
		[AXIS_SEX] = "sex", [AXIS_AGE] = "age",
		[AXIS_ORIGIN] = "origin", [AXIS_ABILITY] = "ability",
		[AXIS_MINORITY] = "minority", [AXIS_ECONOMY] = "economy",
		[AXIS_PLACE] = "place", [AXIS_ORIENTATION] = "orientation",
		[AXIS_OTHER] = "other",
	};

	for (size_t i = AXIS_SEX; word != NULL && i < COUNT(words); i++)
		if (same(word, words[i]))
			return (enum group_axis)i;
	return (enum group_axis)0;
}

static struct group_list read_groups(struct json_reader *in)
{
	struct group_list all = {0};
	size_t n = json_length(in, in->root, "groups", GROUPS_MOST, true);

	for (size_t i = 0; i < n; i++) {
		const struct json *at = json_at(in, in->root, "groups", i);
		struct group *g = PUSH(in->mem, &all);

		g->code    = json_text(in, at, "code", CODE_MOST, true);
		g->name_sv = json_text(in, at, "sv", NAME_MOST, true);
		g->name_en = json_text(in, at, "en", NAME_MOST, true);
		g->axis    = axis_read(json_text(in, at, "axis", CODE_MOST,
		                                 true));
		if (g->axis == 0)
			json_refuse(in, at, "axis", JSON_VALUE);
	}
	return all;
}

enum status group_adopt(struct scope *s, struct bytes json)
{
	struct json_reader in = json_read(s->mem, json);
	struct group_list all = read_groups(&in);
	enum json_wrong wrong = in.wrong;

	json_close(&in);
	if (wrong != JSON_FINE)
		return log_fault("shipped groups: %s is not as it should be",
		                 in.where);
	for (size_t i = 0; i < all.n; i++) {
		i64 id;
		enum status found = group_by_code(s, all.v[i].code, &id);

		if (found == NOT_FOUND)
			found = group_note(s, &all.v[i], &id);
		TRY(found);
	}
	return OK;
}
