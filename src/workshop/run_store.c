/*
 * The meeting while it runs. What is on is kept in the workshop's row, the time
 * it took in the item's; both change in one transaction, with the turn.
 */
#include "db/db.h"
#include "workshop/workshop.h"

const char *topic_round(struct arena *mem, i64 workshop)
{
	return arena_print(mem, "workshop:%lld:round", workshop);
}

const char *topic_tally(struct arena *mem, i64 workshop)
{
	return arena_print(mem, "workshop:%lld:tally", workshop);
}

enum { MORE_MINUTES = 5 };

/* The command, and what it is given on. */
struct run {
	struct workshop  w;
	struct item_list items;
	struct item     *on;            /* or NULL */
};

static struct item *by_id(struct item_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static struct item *by_no(struct item_list *all, i64 no)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no == no)
			return &all->v[i];
	return NULL;
}

/* The first on the agenda that still waits: what was put off by something else
 * comes before what is later. */
static struct item *next_planned(struct run *run)
{
	for (size_t i = 0; i < run->items.n; i++)
		if (run->items.v[i].state == ITEM_PLANNED)
			return &run->items.v[i];
	return NULL;
}

/* The nearest before it that was done or skipped. */
static struct item *before(struct run *run)
{
	size_t i = run->on == NULL ? run->items.n :
	           (size_t)(run->on - run->items.v);

	while (i-- > 0)
		if (run->items.v[i].state == ITEM_DONE ||
		    run->items.v[i].state == ITEM_SKIPPED)
			return &run->items.v[i];
	return NULL;
}

static enum status set_item(struct scope *s, const struct item *i,
                            enum item_state state, i64 began_at)
{
	static const char sql[] =
		"UPDATE item SET state = $3, began_at = $4, spent_ms = $5,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	TRY(KEEP(s, "item", i->id, "run"));
	return db_change(s, sql, VALUES(
		of_int(s->org), of_int(i->id), of_int(state),
		of_id(began_at), of_int(item_spent_in_all(i, s->now))));
}

static enum status set_now(struct scope *s, struct run *run,
                           const struct item *next)
{
	static const char sql[] =
		"UPDATE workshop SET item = $3, shown = 0, frozen = 0"
		" WHERE org_id = $1 AND id = $2";

	if (next != NULL)
		TRY(set_item(s, next, ITEM_ON, s->now));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(run->w.id),
		of_int(next == NULL ? 0 : next->id)));
}

/* What is on gets its end, and another thing begins (or nothing). */
static enum status go_on(struct scope *s, struct run *run,
                         enum item_state leave, const struct item *next)
{
	if (run->on != NULL && next == run->on)
		return OK;
	if (run->on != NULL)
		TRY(set_item(s, run->on, leave, 0));
	return set_now(s, run, next);
}

static enum status put_off(struct scope *s, struct run *run,
                           enum item_state leave)
{
	return run->on == NULL ? DENIED :
	       go_on(s, run, leave, next_planned(run));
}

static enum status start(struct scope *s, struct run *run)
{
	static const char sql[] =
		"UPDATE workshop SET began_at = $3"
		" WHERE org_id = $1 AND id = $2 AND began_at IS NULL";

	if (run->w.state >= WORKSHOP_RUNNING)
		return STALE;
	TRY(workshop_become(s, run->w.id, WORKSHOP_RUNNING));
	TRY(db_change(s, sql, VALUES(of_int(s->org), of_int(run->w.id),
	                             of_int(s->now))));
	return go_on(s, run, ITEM_DONE, next_planned(run));
}

/* The item that is on stays on the agenda, and waits again. */
static enum status back(struct scope *s, struct run *run)
{
	struct item *to = before(run);

	return to == NULL ? DENIED : go_on(s, run, ITEM_PLANNED, to);
}

static enum status more(struct scope *s, struct run *run)
{
	static const char sql[] =
		"UPDATE item SET minutes = minutes + $3,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	if (run->on == NULL)
		return DENIED;
	TRY(KEEP(s, "item", run->on->id, "more"));
	return db_change(s, sql, VALUES(of_int(s->org),
		of_int(run->on->id), of_int(MORE_MINUTES)));
}

static enum status show(struct scope *s, struct run *run, bool shown)
{
	static const char sql[] =
		"UPDATE workshop SET shown = $3"
		" WHERE org_id = $1 AND id = $2";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(run->w.id),
	                                of_int(shown)));
}

static enum status freeze(struct scope *s, struct run *run, bool frozen)
{
	static const char sql[] =
		"UPDATE workshop SET frozen = $3"
		" WHERE org_id = $1 AND id = $2";

	return db_change(s, sql, VALUES(of_int(s->org), of_int(run->w.id),
	                                of_int(frozen)));
}

/* Something else than the next: what is on waits until after it. */
static enum status take_up(struct scope *s, struct run *run, i64 no)
{
	struct item *to = by_no(&run->items, no);

	if (to == NULL)
		return NOT_FOUND;
	return go_on(s, run, ITEM_PLANNED, to);
}

static enum status obey(struct scope *s, struct run *run,
                        enum run_command command, i64 item_no)
{
	if (command != RUN_START && run->w.state != WORKSHOP_RUNNING)
		return STALE;
	switch (command) {
	case RUN_START:   return start(s, run);
	case RUN_NEXT:    return go_on(s, run, ITEM_DONE,
	                               next_planned(run));
	case RUN_BACK:    return back(s, run);
	case RUN_MORE:    return more(s, run);
	case RUN_SKIP:    return put_off(s, run, ITEM_SKIPPED);
	case RUN_PARK:    return put_off(s, run, ITEM_PARKED);
	case RUN_SHOW:    return show(s, run, true);
	case RUN_HIDE:    return show(s, run, false);
	case RUN_FREEZE:  return freeze(s, run, true);
	case RUN_THAW:    return freeze(s, run, false);
	case RUN_TAKE_UP:
	case RUN_ASK:     return take_up(s, run, item_no);
	}
	return INVALID;
}

/* The turn is taken first: of two who press at once, one does. */
enum status run_turn(struct scope *s, i64 workshop, i64 turn)
{
	static const char sql[] =
		"UPDATE workshop SET turn = turn + 1"
		" WHERE org_id = $1 AND id = $2 AND turn = $3";
	enum status done;

	TRY(KEEP(s, "workshop", workshop, "run"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(workshop),
	                                of_int(turn)));
	return done == NOT_FOUND ? STALE : done;
}

enum status run_tell(struct scope *s, i64 workshop)
{
	TRY(db_signal(s, topic_round(s->mem, workshop)));
	return db_signal(s, topic_tally(s->mem, workshop));
}

enum status run_command(struct scope *s, i64 workshop, i64 turn,
                        enum run_command command, i64 item_no)
{
	struct run run = {0};

	TRY(run_turn(s, workshop, turn));
	TRY(workshop_get(s, workshop, &run.w));
	TRY(item_list(s, workshop, &run.items));
	run.on = by_id(&run.items, run.w.item);
	TRY(obey(s, &run, command, item_no));
	return run_tell(s, workshop);
}

static enum status repace_item(struct scope *s, const struct item *of,
                               i64 minutes)
{
	static const char sql[] =
		"UPDATE item SET minutes = $3, version = version + 1"
		" WHERE org_id = $1 AND id = $2";

	if (minutes == REPACE_PARK)
		return of->state == ITEM_PLANNED ?
		       set_item(s, of, ITEM_PARKED, 0) : STALE;
	TRY(KEEP(s, "item", of->id, "repace"));
	return db_change(s, sql, VALUES(of_int(s->org), of_int(of->id),
	                                of_int(minutes)));
}

enum status run_repace(struct scope *s, i64 workshop, i64 turn,
                       const struct repace *all, size_t n)
{
	struct item_list items = {0};
	struct workshop w = {0};

	TRY(run_turn(s, workshop, turn));
	TRY(workshop_get(s, workshop, &w));
	if (w.state != WORKSHOP_RUNNING)
		return STALE;
	TRY(item_list(s, workshop, &items));
	for (size_t i = 0; i < n; i++) {
		const struct item *of = by_no(&items, all[i].no);

		if (of == NULL)
			return NOT_FOUND;
		TRY(repace_item(s, of, all[i].minutes));
	}
	return run_tell(s, workshop);
}
