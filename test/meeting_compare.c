/* The rows against the model, as sorted lines. */
#include "db/engine.h"
#include "kit/secret.h"
#include "meeting.h"
#include "action/action.h"

static struct scope reading(struct play *p)
{
	struct scope s = stage_scope(p->t.st);

	arena_reset(p->page);
	s.mem = p->page;
	return s;
}

static void line(struct play *p, struct text_list *all, const char *text)
{
	*PUSH(p->page, all) = text;
}

static i64 board_id(const struct play *p, int board)
{
	return p->board_id[board];
}

static i64 goal_id(const struct play *p, int point, int goal)
{
	return p->point[point].goals == 0 ? 0 : p->point[point].goal[goal];
}

/* -- answers of each ----------------------------------------------------- */

static void model_replies(struct play *p, int point, struct text_list *out)
{
	for (int i = 0; i < PLAYERS; i++)
		for (int g = 0; g < questions(&p->point[point]); g++) {
			const struct said *a = &p->said[i][point][g];

			if (a->value == NULL)
				continue;
			line(p, out, arena_print(p->page, "%lld %lld %d %s"
			     " '%s' '%s'", goal_id(p, point, g),
			     board_id(p, a->board), p->player[i].authority,
			     p->player[i].organisation, a->value, a->text));
		}
}

static void same_replies(struct play *p, int point)
{
	struct scope s = reading(p);
	struct text_list is = {0}, should = {0};
	struct reply_list all = {0};

	MUST(p, reply_list(&s, p->point[point].id, &all) == OK);
	for (size_t i = 0; i < all.n; i++) {
		const struct reply *a = &all.v[i];

		line(p, &is, arena_print(p->page, "%lld %lld %d %s '%s' '%s'",
		     a->goal, a->board, a->authority, a->organisation,
		     a->value, a->text));
		MUST(p, a->minute % 60000 == 0);
	}
	model_replies(p, point, &should);
	MUST_TEXT(p, sorted(p->page, &is), sorted(p->page, &should));
}

/* -- of tables ----------------------------------------------------------- */

static const char *table_line(struct play *p, i64 item, i64 goal, i64 board,
                              const struct table_said *b)
{
	return arena_print(p->page, "%lld %lld %lld '%s' '%s' '%s' '%s' '%s'"
		" '%s'", item, goal, board, b->value, b->plus, b->minus,
		b->other, b->rationale, b->dissent);
}

static void model_tables(struct play *p, struct text_list *out)
{
	for (int b = 0; b < BOARDS; b++)
		for (int i = 0; i < p->points; i++)
			for (int g = 0; g < questions(&p->point[i]); g++)
				if (p->table[b][i][g].value != NULL)
					line(p, out, table_line(p,
					     p->point[i].id, goal_id(p, i, g),
					     board_id(p, b),
					     &p->table[b][i][g]));
}

static void same_tables(struct play *p)
{
	struct scope s = reading(p);
	struct text_list is = {0}, should = {0};
	struct board_reply_list all = {0};

	MUST(p, board_reply_list(&s, p->id, 0, &all) == OK);
	for (size_t i = 0; i < all.n; i++) {
		const struct board_reply *b = &all.v[i];

		line(p, &is, table_line(p, b->item, b->goal, b->board,
			&(struct table_said){ .value = b->value,
			.plus = b->plus, .minus = b->minus, .other = b->other,
			.rationale = b->rationale, .dissent = b->dissent }));
	}
	model_tables(p, &should);
	MUST_TEXT(p, sorted(p->page, &is), sorted(p->page, &should));
}

const char *stored_verdicts(struct play *p)
{
	struct scope s = reading(p);
	struct text_list is = {0};
	struct verdict_list all = {0};

	MUST(p, verdict_list(&s, p->id, &all) == OK);
	for (size_t i = 0; i < all.n; i++) {
		const struct verdict *v = &all.v[i];
		int at = 0, g = 0;

		while (at < p->points && p->point[at].id != v->item)
			at++;
		while (g < p->point[at].goals && p->point[at].goal[g] !=
		       v->goal)
			g++;
		line(p, &is, arena_print(p->page, "%d %d: %d '%s' '%s' '%s'"
		     " '%s' '%s'", at, g, (int)v->kind, v->value, v->plus,
		     v->minus, v->other, v->rationale));
	}
	return sorted(p->page, &is);
}

static void same_verdicts(struct play *p)
{
	const char *is = stored_verdicts(p);
	struct text_list should = {0};

	for (int i = 0; i < p->points; i++)
		for (int g = 0; g < p->point[i].goals; g++) {
			const struct ruled *v = &p->ruled[i][g];
			const struct table_said *b = &v->words;

			if (v->kind != 0)
				line(p, &should, arena_print(p->page,
				     "%d %d: %d '%s' '%s' '%s' '%s' '%s'", i,
				     g, (int)v->kind, b->value, b->plus,
				     b->minus, b->other, b->rationale));
		}
	MUST_TEXT(p, is, sorted(p->page, &should));
}

/* -- proposals, items ---------------------------------------------------- */

static void same_ideas(struct play *p)
{
	struct scope s = reading(p);
	struct text_list is = {0}, should = {0};
	struct idea_list all = {0};

	MUST(p, idea_list(&s, p->id, 0, "", &all) == OK);
	for (size_t i = 0; i < all.n; i++)
		line(p, &is, arena_print(p->page, "%lld %lld %d '%s'",
		     all.v[i].item, all.v[i].board, all.v[i].shared,
		     all.v[i].text));
	for (size_t i = 0; i < p->proposals.n; i++) {
		const struct proposal *d = &p->proposals.v[i];

		line(p, &should, arena_print(p->page, "%lld %lld %d '%s'",
		     p->point[d->point].id, board_id(p, d->board),
		     d->player == NOBODY, d->text));
	}
	MUST_TEXT(p, sorted(p->page, &is), sorted(p->page, &should));
}

const char *model_items(struct play *p)
{
	const char *text = "";

	for (int i = 0; i < p->points; i++) {
		const struct point *at = &p->point[p->order[i]];

		text = arena_print(p->page, "%s%lld:%d\n", text, at->no,
		                   (int)at->state);
	}
	return text;
}

/* And what the program calls them, for what is compared after. */
const char *stored_items(struct play *p)
{
	struct scope s = reading(p);
	struct item_list all = {0};
	const char *text = "";

	MUST(p, item_list(&s, p->id, &all) == OK);
	for (size_t i = 0; i < all.n; i++) {
		text = arena_print(p->page, "%s%lld:%d\n", text, all.v[i].no,
		                   (int)all.v[i].state);
		for (int k = 0; k < p->points; k++)
			if (p->point[k].no == all.v[i].no)
				p->point[k].id = all.v[i].id;
	}
	return text;
}

static void same_meeting(struct play *p)
{
	struct scope s = reading(p);
	struct workshop w = {0};
	const char *is = stored_items(p);

	MUST_TEXT(p, is, model_items(p));
	MUST(p, workshop_get(&s, p->id, &w) == OK);
	MUST(p, w.item == (p->on == NOBODY ? 0 : p->point[p->on].id));
	MUST(p, w.shown == p->shown && w.frozen == p->frozen);
	MUST(p, w.turn == p->turn);
}

void compare(struct play *p)
{
	same_meeting(p);
	for (int i = 0; i < p->points; i++)
		same_replies(p, i);
	same_tables(p);
	same_verdicts(p);
	same_ideas(p);
}

/* -- no identity --------------------------------------------------------- */

/* Neither the link, nor what is stored of it, stands anywhere else. */
static void must_not_name(struct play *p, const char *table,
                          const struct value *v, const struct text_list *no)
{
	const char *text;

	if (v->kind != V_TEXT || v->n < 16)
		return;
	text = arena_text(p->page, v->bytes, v->n);
	for (size_t i = 0; i < no->n; i++) {
		if (strstr(text, no->v[i]) == NULL)
			continue;
		print_error("%s has %s\n", table, text);
		play_fails(p, "no row names a guest", __FILE__, __LINE__);
	}
}

#define ALL_OF(table) { table, "SELECT * FROM " table " WHERE org_id = $1" }
struct searched { const char *table, *sql; };

static void search_table(struct play *p, const struct searched *at,
                         const struct text_list *no)
{
	const struct engine *e = p->t.st->db->engine;
	const char *table = at->table, *sql = at->sql;
	bool got = true;
	void *rows;

	MUST(p, e->run(p->t.st->db, p->page, sql,
	               VALUES(of_int(p->t.st->org)), &rows) == OK);
	for (int i = 0; i < e->columns(rows); i++)
		MUST(p, strstr(e->column_name(rows, i), "guest") == NULL ||
		     strcmp(e->column_name(rows, i), "guests_gone_at") == 0);
	while (e->step(p->t.st->db, rows, &got) == OK && got)
		for (int i = 0; i < e->columns(rows); i++) {
			struct value v = e->column(rows, i);

			must_not_name(p, table, &v, no);
		}
	e->done(p->t.st->db, rows);
}

void nobody_is_known(struct play *p)
{
	static const struct searched tables[] = { ALL_OF("reply"),
		ALL_OF("board_reply"), ALL_OF("idea"), ALL_OF("verdict"),
		ALL_OF("trace"), ALL_OF("event"), ALL_OF("receipt"),
		ALL_OF("evaluation"), ALL_OF("remark"), ALL_OF("finding"),
		ALL_OF("mark"), ALL_OF("item"), ALL_OF("workshop") };
	struct text_list no = {0};

	arena_reset(p->page);
	for (int i = 0; i < PLAYERS; i++) {
		if (p->player[i].key == NULL)
			continue;
		*PUSH(p->mem, &no) = p->player[i].key;
		*PUSH(p->mem, &no) = digest_keyed(p->mem, p->player[i].key,
		                                  "guest");
	}
	for (size_t i = 0; i < COUNT(tables); i++)
		search_table(p, &tables[i], &no);
}

/* -- what came of proposals, and of the meeting itself ------------------- */

static const char *names_made(struct play *p, struct scope *s,
                              enum item_kind kind)
{
	struct text_list names = {0};
	struct trace_list traces = {0};
	struct actor_link_list actors = {0};
	struct action_list actions = {0};
	bool actor = kind == ITEM_MISSING;

	MUST(p, trace_from(s, p->id, actor ? TRACE_ACTOR : TRACE_ACTION,
	                   &traces) == OK);
	MUST(p, actor_link_list(s, p->t.id, &actors) == OK);
	MUST(p, action_list(s, p->t.id, &actions) == OK);
	for (size_t i = 0; i < traces.n; i++) {
		i64 no = traces.v[i].no;

		for (size_t k = 0; actor && k < actors.n; k++)
			if (actors.v[k].no == no)
				line(p, &names, actors.v[k].name);
		for (size_t k = 0; !actor && k < actions.n; k++)
			if (actions.v[k].no == no)
				line(p, &names, actions.v[k].title);
	}
	return sorted(p->page, &names);
}

static void same_made(struct play *p, enum item_kind kind)
{
	struct scope s = reading(p);
	const char *is = names_made(p, &s, kind);
	struct text_list should = {0};

	for (size_t i = 0; i < p->proposals.n; i++)
		if (p->point[p->proposals.v[i].point].kind == kind)
			line(p, &should, p->proposals.v[i].text);
	MUST_TEXT(p, is, sorted(p->page, &should));
}

void compare_end(struct play *p)
{
	struct scope s;
	struct evaluation_list thoughts = {0};
	const char *is;
	size_t n = 0;

	compare(p);
	is = stored_findings(p);
	MUST_TEXT(p, is, model_findings(p));
	same_made(p, ITEM_MISSING);
	same_made(p, ITEM_ACTIONS);
	s = reading(p);
	MUST(p, evaluation_list(&s, p->id, &thoughts) == OK);
	for (int i = 0; i < PLAYERS; i++)
		n += p->thought[i];
	MUST(p, thoughts.n == n);
	nobody_is_known(p);
}
