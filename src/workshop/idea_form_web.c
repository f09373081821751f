/* One proposal: its fields, and reading them. */
#include <string.h>

#include "base/text.h"
#include "workshop/idea.h"
#include "workshop/idea.msg"
#include "workshop/show.h"
#include "workshop/table.h"

bool item_has_ideas(enum item_kind kind)
{
	return kind == ITEM_PROPOSE || kind == ITEM_MISSING ||
	       kind == ITEM_ACTIONS;
}

/* Elected members who take part are stored as group answers only. */
bool idea_for_table(const struct guest *g)
{
	return g->kind == GUEST_TABLE || g->category == CATEGORY_ELECTED;
}

/* -- what an action answers ---------------------------------------------- */

static const char *ground_today(const struct req *r, i64 item_no, size_t i)
{
	return arena_print(r->s.mem, "i%lld.%zu", item_no, i + 1);
}

static const char *ground_finding(const struct req *r, i64 no)
{
	return arena_print(r->s.mem, "f%lld", no);
}

static const char *sentence_of(const struct board_reply *b, bool path)
{
	unsigned set = value_read(b->value, path);

	if ((set & VALUE_NEGATIVE) != 0)
		return b->minus;
	return (set & VALUE_GAP) != 0 ? b->other : "";
}

static void grounds_of_goal(struct req *r, const struct item *i, size_t at,
                            const struct board_reply *b,
                            const struct idea *d, struct option_list *out)
{
	const struct item_goal *g = &i->goals.v[at];
	const char *text = sentence_of(b, g->framework != FRAMEWORK_RUS);
	const char *value = ground_today(r, i->no, at);

	for (size_t k = 0; k < out->n; k++)
		if (same(out->v[k].value, value))
			return;
	if (!text_blank(text))
		option_add(r, out, value, say_with(r, I_FROM_TODAY, g->code,
		           text_short(r->s.mem, text, 80)),
		           d->item_from == i->id && d->goal_from == g->goal);
}

/* Those who answer for themselves see what has been shown; see table.h. */
static void grounds_of_item(struct req *r, const struct item *i, i64 board,
                            const struct board_reply_list *all,
                            const struct idea *d, struct option_list *out)
{
	for (size_t k = 0; k < all->n; k++) {
		const struct board_reply *b = &all->v[k];
		bool theirs = board == 0 ? i->state == ITEM_DONE :
		              b->board == board;

		for (size_t g = 0; theirs && g < i->goals.n; g++)
			if (b->item == i->id && b->goal == i->goals.v[g].goal)
				grounds_of_goal(r, i, g, b, d, out);
	}
}

/* All that was found before, of whatever priority: the meeting that looks for
 * actions is often another than the one that judged. */
enum status idea_grounds(struct req *r, const struct guest *g,
                         const struct workshop *w, const struct idea *d,
                         struct option_list *out)
{
	struct board_reply_list all = {0};
	struct finding_list findings = {0};
	struct item_list items = {0};

	TRY(item_list(&r->s, w->id, &items));
	TRY(board_reply_list(&r->s, w->id, 0, &all));
	TRY(finding_list(&r->s, w->assessment, &findings));
	for (size_t i = 0; i < items.n; i++)
		if (idea_for_table(g) || item_is_shown(w, &items.v[i]))
			grounds_of_item(r, &items.v[i], g->board, &all, d,
			                out);
	for (size_t i = 0; i < findings.n; i++) {
		const struct finding *f = &findings.v[i];

		if (f->kind == FINDING_GAP || finding_is_negative(f))
			option_add(r, out, ground_finding(r, f->no),
			           say_with(r, I_FROM_FINDING, arena_print(
			           r->s.mem, "%lld", f->no), text_short(
			           r->s.mem, f->sentence, 80)),
			           d->finding_no == f->no);
	}
	return OK;
}

/* -- asking -------------------------------------------------------------- */

static void actor_fields(struct req *r, const struct idea *d)
{
	static const struct sentence *const roles[] = { I_AFFECTED, I_AFFECTS,
	                                                I_BOTH };
	struct option_list how = {0}, here = {0};
	bool known = d->role != 0;

	for (int i = ROLE_AFFECTED; i <= ROLE_BOTH; i++)
		option_add(r, &how, arena_print(r->s.mem, "%d", i),
		           say(r, roles[i - 1]), d->role == (enum actor_role)i);
	option_add(r, &here, "1", say(r, I_IS_HERE), known && !d->missing);
	option_add(r, &here, "2", say(r, I_IS_MISSING), known && d->missing);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, I_ACTOR),
		.hint = say(r, I_ACTOR_HINT), .stored = d->text });
	ask_line(r, &(struct ask){ .name = "role", .label = say(r, I_ROLE) },
	         &how, false);
	ask_line(r, &(struct ask){ .name = "here", .label = say(r, I_HERE) },
	         &here, false);
	ask_text(r, &(struct ask){ .name = "detail", .label = say(r, I_REACH),
		.hint = say(r, I_REACH_HINT), .stored = d->detail,
		.optional = true, .rows = 2 });
}

static void action_fields(struct req *r, const struct idea *d,
                          const struct option_list *from)
{
	struct option_list all = {0};

	ask_text(r, &(struct ask){ .name = "text", .label = say(r, I_ACTION),
		.hint = say(r, I_ACTION_HINT), .stored = d->text,
		.rows = 2 });
	option_add(r, &all, "", say(r, I_FROM_CHOOSE), false);
	for (size_t i = 0; i < from->n; i++)
		*PUSH(r->s.mem, &all) = from->v[i];
	if (from->n > 0)
		ask_select(r, &(struct ask){ .name = "from",
			.label = say(r, I_FROM), .hint = say(r, I_FROM_HINT) },
			&all);
	else
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, I_FROM_NOTHING));
	ask_text(r, &(struct ask){ .name = "detail", .label = say(r, I_WHO),
		.hint = say(r, I_WHO_HINT), .stored = d->detail,
		.optional = true });
}

void idea_fields(struct req *r, const struct item *i, const struct idea *d,
                 const struct option_list *from)
{
	if (i->kind == ITEM_MISSING) {
		actor_fields(r, d);
		return;
	}
	if (i->kind == ITEM_ACTIONS) {
		action_fields(r, d, from);
		return;
	}
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, I_PROPOSE),
		.hint = say(r, I_PROPOSE_HINT), .stored = d->text,
		.rows = 2 });
	ask_text(r, &(struct ask){ .name = "detail", .label = say(r, I_WHY),
		.stored = d->detail, .rows = 2, .optional = true });
}

/* -- reading ------------------------------------------------------------- */

static void read_actor(struct req *r, struct idea *d)
{
	i64 here = form_choice(r, "here", 1, 2);

	d->role = (enum actor_role)form_choice(r, "role", ROLE_AFFECTED,
	                                       ROLE_BOTH);
	d->missing = here == 2;
	if (d->role == 0)
		issue(r, "role", WANT_ROLE);
	if (here == 0)
		issue(r, "here", WANT_HERE);
}

static enum status set_ground(struct req *r, const struct workshop *w,
                              const char *said, struct idea *d)
{
	struct item i = {0};
	size_t n = strcspn(said, ".");
	i64 no = 0, nth = 0;

	if (number_read(said + 1, 1, INT32_MAX, &no) && said[0] == 'f') {
		d->finding_no = no;
		return OK;
	}
	if (said[n] == '\0' || n < 2 || said[0] != 'i' ||
	    !number_read(arena_text(r->s.mem, said + 1, n - 1), 1, INT32_MAX,
	                 &no) || !number_read(said + n + 1, 1, 999, &nth))
		return INVALID;
	TRY(item_get(&r->s, w->id, no, &i));
	if (nth > (i64)i.goals.n)
		return INVALID;
	d->item_from = i.id;
	d->goal_from = i.goals.v[nth - 1].goal;
	return OK;
}

/* Only what was offered can be chosen; it is demanded when there is any. */
static enum status read_ground(struct req *r, const struct guest *g,
                               const struct workshop *w, struct idea *d)
{
	const char *said = form_text(r, "from", LINE);
	struct option_list from = {0};

	TRY(idea_grounds(r, g, w, d, &from));
	d->finding_no = d->item_from = d->goal_from = 0;
	for (size_t i = 0; i < from.n; i++)
		if (same(from.v[i].value, said))
			return set_ground(r, w, said, d);
	if (from.n > 0)
		issue(r, "from", WANT_FROM);
	return OK;
}

enum status idea_read(struct req *r, const struct guest *g,
                      const struct workshop *w, const struct item *i,
                      struct idea *d)
{
	bool actor = i->kind == ITEM_MISSING;

	d->text = form_needed(r, "text", LINE, actor ? WANT_ACTOR :
	                      WANT_TEXT);
	d->detail = form_text(r, "detail", TEXT);
	if (actor)
		read_actor(r, d);
	if (i->kind == ITEM_ACTIONS)
		TRY(read_ground(r, g, w, d));
	return form_fine(r);
}

/* -- in words ------------------------------------------------------------ */

const char *idea_beside(const struct req *r, enum item_kind kind,
                        const struct idea *d)
{
	static const struct sentence *const roles[] = { I_AFFECTED, I_AFFECTS,
	                                                I_BOTH };
	const char *reach = text_blank(d->detail) ? "" :
		say_with(r, I_REACHED, d->detail, NULL);

	if (kind != ITEM_MISSING || d->role < ROLE_AFFECTED ||
	    d->role > ROLE_BOTH)
		return d->detail;
	return arena_print(r->s.mem, "%s. %s. %s", say(r, roles[d->role - 1]),
	                   say(r, d->missing ? I_IS_MISSING : I_IS_HERE),
	                   reach);
}
