/* How one finding is handled: the four ways as one form. */
#include <string.h>

#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "base/text.h"

enum way_of { WAY_CONFLICT = 1, WAY_ACTION, WAY_POSITION, WAY_REMAIN,
              WAY_REPLY, WAY_NONE };

/* -- asking -------------------------------------------------------------- */

/* A conflict that has, on some side, what stands against the finding. */
static const struct conflict *suggested(const struct view *v,
                                        const struct finding *f,
                                        const struct remedies *by,
                                        const struct finding **against)
{
	*against = finding_against(&v->findings, f);
	for (size_t i = 0; *against != NULL && i < by->conflicts.n; i++)
		if (by->conflicts.v[i].sign == CONFLICT &&
		    conflict_has(&by->conflicts.v[i], (*against)->id))
			return &by->conflicts.v[i];
	return NULL;
}

static void add_way(struct req *r, struct option_list *ways, int way,
                    const struct sentence *word, const char *hint)
{
	*PUSH(r->s.mem, ways) = (struct option){
		.value = arena_print(r->s.mem, "%d", way),
		.label = say(r, word), .hint = hint,
	};
}

static void ask_way(struct req *r, const struct finding *f,
                    const struct conflict *c, const struct finding *against,
                    bool reply)
{
	struct option_list ways = {0};

	add_way(r, &ways, WAY_CONFLICT, BY_CONFLICT_WORD, c == NULL ?
	        say(r, BY_CONFLICT_HINT) : say_with(r, BY_CONFLICT_SUGGEST,
	        arena_print(r->s.mem, "%s %s", conflict_name(r->s.mem, c),
	        c->title), arena_print(r->s.mem, "%lld", against->no)));
	add_way(r, &ways, WAY_ACTION, BY_ACTION_WORD,
	        say(r, BY_ACTION_HINT));
	add_way(r, &ways, WAY_POSITION, BY_POSITION_WORD,
	        say(r, BY_POSITION_HINT));
	add_way(r, &ways, WAY_REMAIN, BY_REMAINING_WORD,
	        say(r, BY_REMAINING_HINT));
	if (reply)
		add_way(r, &ways, WAY_REPLY, BY_REPLY_WORD,
		        say(r, BY_REPLY_HINT));
	if (f->handled != HANDLED_NOT)
		add_way(r, &ways, WAY_NONE, BY_NOTHING_WORD,
		        say(r, BY_NOTHING_HINT));
	ask_cards(r, &(struct ask){ .name = "how", .label = say_with(r,
		HANDLE_HOW, arena_print(r->s.mem, "%lld", f->no), NULL) },
		&ways, false);
}

static bool side_has(const struct side *d, i64 finding)
{
	for (size_t i = 0; i < d->members.n; i++)
		if (d->members.v[i].finding == finding)
			return true;
	return false;
}

/* "4:2" is the second side of K4, "4:0" a new one. What stands against
 * `against`, when it is given, belongs on the first side without it. */
static void conflict_options(struct req *r, const struct conflict *c,
                             const struct finding *against,
                             struct option_list *out)
{
	const char *name = arena_print(r->s.mem, "%s %s",
	                               conflict_name(r->s.mem, c), c->title);
	bool here = against != NULL;

	for (size_t i = 0; i < c->sides.n; i++) {
		const struct side *d = &c->sides.v[i];
		bool fits = here && !side_has(d, against->id);

		option_add(r, out, arena_print(r->s.mem, "%lld:%zu", c->no,
		           i + 1), say_with(r, ON_SIDE, name, d->title),
		           fits);
		here = here && !fits;
	}
	if (c->sides.n < SIDES_MOST)
		option_add(r, out, arena_print(r->s.mem, "%lld:0", c->no),
		           say_with(r, ON_NEW_SIDE, name, NULL), false);
}

static void ask_conflict(struct req *r, const struct remedies *by,
                         const struct conflict *likely,
                         const struct finding *against)
{
	struct option_list options = {0};

	option_add(r, &options, "", say(r, NEW_CONFLICT), likely == NULL);
	for (size_t i = 0; i < by->conflicts.n; i++) {
		const struct conflict *c = &by->conflicts.v[i];

		if (c->sign == CONFLICT)
			conflict_options(r, c, c == likely ? against : NULL,
			                 &options);
	}
	emit(&r->out, "<div class='way w1'>");
	ask_select(r, &(struct ask){ .name = "conflict",
		.label = say(r, WHICH_CONFLICT) }, &options);
	emit(&r->out, "</div>");
}

static void ask_which_action(struct req *r, const struct remedies *by)
{
	struct option_list options = {0};

	option_add(r, &options, "", say(r, NEW_ACTION_CHOICE), true);
	for (size_t i = 0; i < by->actions.n; i++) {
		const struct action *a = &by->actions.v[i];

		if (a->state == ACTION_DROPPED)
			continue;
		option_add(r, &options, arena_print(r->s.mem, "%lld", a->no),
		           arena_print(r->s.mem, "A%lld %s", a->no,
		                       a->title), false);
	}
	emit(&r->out, "<div class='way w2'>");
	ask_select(r, &(struct ask){ .name = "action",
		.label = say(r, WHICH_ACTION) }, &options);
	emit(&r->out, "</div>");
}

static void ask_words(struct req *r, const struct finding *f)
{
	emit(&r->out, "<div class='way w2 w3 w4 w5'>");
	ask_text(r, &(struct ask){ .name = "text", .rows = 2,
		.label = say(r, HANDLE_TEXT), .stored = f->handled_why });
	emit(&r->out, "</div><div class='way w3'>");
	ask_text(r, &(struct ask){ .name = "decider", .class = "w20",
		.label = say(r, HANDLE_DECIDER), .optional = true,
		.hint = say(r, HANDLE_DECIDER_HINT) });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, HANDLE_BY),
		.optional = true }, 0);
	emit(&r->out, "</div>");
}

void ask_handling(struct req *r, const struct view *v,
                  const struct finding *f, const struct remedies *by,
                  bool reply)
{
	const char *no = arena_print(r->s.mem, "%lld", f->no);
	const struct finding *against;
	const struct conflict *likely = suggested(v, f, by, &against);

	form_open(r, arena_print(r->s.mem, "handle-%lld", f->no),
	          "/a/%s/findings/%lld/handle", r->object_key, f->no);
	emit(&r->out, "<div class='how'>");
	ask_way(r, f, likely, against, reply);
	ask_conflict(r, by, likely, against);
	ask_which_action(r, by);
	ask_words(r, f);
	emit(&r->out, "</div>");
	button_save(r, say_with(r, HANDLE_SAVE, no, NULL));
	form_close(r);
}

/* -- each way ------------------------------------------------------------ */

static enum status by_new_conflict(struct req *r, const struct finding *f)
{
	const char *title = form_text(r, "text", LINE);
	struct finding_list all = {0};
	struct conflict c;
	i64 id;

	TRY(form_fine(r));
	TRY(finding_list(&r->s, r->object, &all));
	c = conflict_from(r, &all, f);
	if (!text_blank(title))
		c.title = title;
	return conflict_note(&r->s, r->object, &c, &id);
}

static enum status by_conflict(struct req *r, const struct finding *f)
{
	const char *chosen = form_text(r, "conflict", LINE);
	struct conflict c, own;
	struct finding_list none = {0};
	i64 no = 0, side = 0;
	char *colon;

	if (text_blank(chosen))
		return by_new_conflict(r, f);
	colon = strchr(chosen, ':');
	if (colon == NULL || !number_read(colon + 1, 0, SIDES_MOST, &side) ||
	    !number_read(arena_text(r->s.mem, chosen,
	                            (size_t)(colon - chosen)), 1, INT32_MAX,
	                 &no))
		return NOT_FOUND;
	TRY(conflict_get(&r->s, r->object, no, &c));
	if (side > (i64)c.sides.n || (side == 0 && c.sides.n >= SIDES_MOST))
		return NOT_FOUND;
	if (conflict_has(&c, f->id))
		return OK;
	own = conflict_from(r, &none, f);
	if (side == 0)
		*PUSH(r->s.mem, &c.sides) = own.sides.v[0];
	else
		PUSH(r->s.mem, &c.sides.v[side - 1].members)->finding =
			f->id;
	return conflict_change(&r->s, r->object, &c);
}

static enum status by_action(struct req *r, const struct finding *f)
{
	i64 no = form_choice(r, "action", 1, INT32_MAX), id;
	struct action a = { .purpose = PURPOSE_REDUCE,
		.state = ACTION_PROPOSED, .text = "", .responsible = "",
		.other_org = "", .resource = "", .indicator = "",
		.progress = "", .effect = "", .dropped_why = "",
		.instead = "" };

	if (no == 0)
		a.title = form_needed(r, "text", LINE, WANT_ACTION_TEXT);
	TRY(form_fine(r));
	if (no != 0)
		TRY(action_get(&r->s, r->object, no, &a));
	if (action_has(&a, f->id))
		return OK;
	PUSH(r->s.mem, &a.sources)->finding = f->id;
	return no == 0 ? action_note(&r->s, r->object, &a, &id) :
	       action_change(&r->s, r->object, &a);
}

static enum status by_position(struct req *r, const struct finding *f)
{
	struct position p = {
		.finding = f->id, .priority = f->priority,
		.text = form_needed(r, "text", TEXT, WANT_POSITION_TEXT),
		.decider = form_text(r, "decider", LINE),
		.due = form_day(r, "due"),
	};
	i64 id;

	p.made = text_blank(p.decider);
	TRY(form_fine(r));
	return position_note(&r->s, r->object, &p, &id);
}

static enum status by_word(struct req *r, const struct finding *f,
                           enum way_of way)
{
	const char *why = way == WAY_REMAIN ?
		form_needed(r, "text", TEXT, WANT_REASON) :
		form_text(r, "text", TEXT);

	TRY(form_fine(r));
	if (way == WAY_NONE)
		return finding_handle(&r->s, r->object, f->no, HANDLED_NOT,
		                      "");
	return finding_handle(&r->s, r->object, f->no, way == WAY_REMAIN ?
	                      HANDLED_REMAINS : HANDLED_IN_REPLY, why);
}

static enum status run_way(struct req *r, const struct finding *f,
                           enum way_of way)
{
	switch (way) {
	case WAY_CONFLICT:
		return by_conflict(r, f);
	case WAY_ACTION:
		return by_action(r, f);
	case WAY_POSITION:
		return by_position(r, f);
	case WAY_REMAIN:
	case WAY_REPLY:
	case WAY_NONE:
		return by_word(r, f, way);
	}
	issue(r, "how", WANT_HOW);
	return INVALID;
}

static enum status is_reply(struct req *r, const struct view *v, bool *reply)
{
	struct subject subject = {0};

	TRY(subject_get(&r->s, v->a.subject, &subject));
	*reply = subject.kind == SUBJECT_REPLY;
	return OK;
}

static enum status handle(struct req *r)
{
	enum way_of way = (enum way_of)form_choice(r, "how", WAY_CONFLICT,
	                                           WAY_NONE);
	struct finding f = {0};
	struct view v = {0};
	bool reply;

	TRY(view_read(r, 0, 0, &v));
	TRY(assess_open(&r->s, v.a.id));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	TRY(is_reply(r, &v, &reply));
	if (f.removed || (way == WAY_REPLY && !reply))
		return NOT_FOUND;
	TRY(run_way(r, &f, way));
	if (way < WAY_REMAIN && f.handled != HANDLED_NOT)
		TRY(finding_handle(&r->s, v.a.id, f.no, HANDLED_NOT, ""));
	return go(r, "%s?saved=1#f%lld", part_address(r, &v, PART_ACTIONS,
	                                              0), f.no);
}

/* -- pages --------------------------------------------------------------- */

static enum status handle_page(struct req *r)
{
	struct remedies by = {0};
	struct finding f = {0};
	struct view v = {0};
	const char *title;
	bool reply;

	TRY(view_read(r, 0, 0, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	TRY(remedies_read(&r->s, v.a.id, &by));
	TRY(is_reply(r, &v, &reply));
	if (!v.open)
		return go(r, "%s", part_address(r, &v, PART_ACTIONS, 0));
	title = say_with(r, HANDLE_HOW, arena_print(r->s.mem, "%lld", f.no),
	                 NULL);
	TRY(view_open(r, &v, title));
	emit(&r->out, "<p class='muted'><a href='%s'>%s</a></p><h1>%s</h1>"
	     "<ol class='fynd'>", part_address(r, &v, PART_ACTIONS, 0),
	     say(r, ACTIONS), title);
	finding_row(r, &v, &f, handled_words(r, &f, &by));
	emit(&r->out, "</ol>");
	ask_handling(r, &v, &f, &by, reply);
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/findings/:no/handle",
	  .run = handle_page, .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/findings/:no/handle",
	  .run = handle, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = handle_page },
	{0},
};
const struct route *const handle_routes = rows;
