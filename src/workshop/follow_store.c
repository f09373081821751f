/* The rest of a meeting becomes the agenda of the next one. */
#include "db/db.h"
#include "workshop/after.h"

enum status workshop_followed_by(struct scope *s, i64 workshop,
                                 struct workshop *out)
{
	static const char sql[] =
		"SELECT coalesce(min(id), 0) FROM workshop"
		" WHERE org_id = $1 AND follows_id = $2";
	i64 id;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(workshop)), &id));
	return id == 0 ? NOT_FOUND : workshop_get(s, id, out);
}

static bool is_rest(const struct item *i)
{
	return i->state == ITEM_LEFT || i->state == ITEM_PARKED;
}

/* Goals that everybody answered are not asked again. */
static struct item rest_of(struct scope *s, const struct item *i,
                           const struct reach *r)
{
	struct item next = { .kind = i->kind, .title = i->title,
		.minutes = i->minutes, .priority = i->priority,
		.wording = i->wording, .ask = i->ask, .options = i->options,
		.worth = i->worth, .reasons = i->reasons };
	i64 all = (i64)i->goals.n, n;

	for (size_t k = 0; k < i->goals.n; k++)
		for (size_t x = 0; x < r->lacking.n; x++)
			if (i->goals.v[k].goal == r->lacking.v[x])
				*PUSH(s->mem, &next.goals) = i->goals.v[k];
	if (next.goals.n == 0)
		next.goals = i->goals;  /* parked, though answered */
	n = (i64)next.goals.n;
	if (n < all)
		next.minutes = (i->minutes * n + all - 1) / all;
	return next;
}

static enum status copy_boards(struct scope *s, const struct workshop *from,
                               i64 to)
{
	struct board_list all = {0};
	i64 id;

	TRY(board_list(s, from->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].retired)
			TRY(board_note(s, to, all.v[i].name, &id));
	return OK;
}

static enum status copy_rest(struct scope *s, const struct meeting *m, i64 to)
{
	i64 id;

	for (size_t i = 0; i < m->items.n; i++) {
		struct item next;

		if (!is_rest(&m->items.v[i]))
			continue;
		next = rest_of(s, &m->items.v[i], &m->reach[i]);
		TRY(item_note(s, to, &next, &id));
	}
	return OK;
}

static i64 rest_minutes(struct scope *s, const struct meeting *m)
{
	i64 minutes = 0;

	for (size_t i = 0; i < m->items.n; i++)
		if (is_rest(&m->items.v[i]))
			minutes += rest_of(s, &m->items.v[i],
			                   &m->reach[i]).minutes;
	return minutes;
}

enum status workshop_follow(struct scope *s, i64 workshop, i64 day, i64 *id)
{
	struct meeting m = {0};
	struct workshop next = {0};
	enum status found = workshop_followed_by(s, workshop, &next);

	if (found != NOT_FOUND)
		return found == OK ? TAKEN : found;
	TRY(meeting_read(s, workshop, &m));
	if (!workshop_is_over(m.w.state) || rest_minutes(s, &m) == 0)
		return DENIED;
	next = (struct workshop){ .assessment = m.w.assessment,
		.title = m.w.title, .day = day, .starts = m.w.starts,
		.minutes = rest_minutes(s, &m), .place = m.w.place,
		.form = m.w.form, .template = m.w.template, .way = m.w.way,
		.people = m.w.people, .steps = m.w.steps,
		.follows = workshop, .disposal = m.w.disposal,
		.disposal_ref = m.w.disposal_ref,
		.disposal_on = m.w.disposal_on, .keys_off = m.w.keys_off,
		.note = m.w.note };
	TRY(workshop_note(s, &next, 0, "", id));
	TRY(copy_boards(s, &m.w, *id));
	return copy_rest(s, &m, *id);
}
