/* Writing the card: its sides, what they stand on, and ways ahead. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

/* -- what a side may stand on ------------------------------------------------------ */

struct choice { const char *value, *label; struct side_member m; };
struct choice_list { struct choice *v; size_t n, room; };

/* Everything of this assessment that sides may stand on, once. */
struct ground_list {
	struct choice_list findings, goals, actors;
};

static void add_choice(struct req *r, struct choice_list *list,
                       const char *value, const char *label,
                       struct side_member m)
{
	*PUSH(r->s.mem, list) = (struct choice){ value, label, m };
}

static void finding_choices(struct req *r, const struct view *v,
                            struct choice_list *out)
{
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		add_choice(r, out, arena_print(r->s.mem, "%lld", f->no),
		           arena_print(r->s.mem, "F%lld %s", f->no,
		                       text_blank(f->brief) ?
		                       text_short(r->s.mem, f->sentence, 80) :
		                       f->brief),
		           (struct side_member){ .finding = f->id });
	}
}

static bool at_hand(const struct view *v, i64 goal)
{
	for (size_t i = 0; i < v->relevance.n; i++)
		if (v->relevance.v[i].goal == goal)
			return true;
	for (size_t i = 0; i < v->findings.n; i++)
		for (size_t j = 0; j < v->findings.v[i].marks.n; j++)
			if (v->findings.v[i].marks.v[j].goal == goal)
				return true;
	return false;
}

/* Goals that were chosen or marked; the rest have no part in this. */
static void goal_choices(struct req *r, const struct view *v,
                         struct choice_list *out)
{
	for (size_t i = 0; i < v->frameworks.n; i++)
		for (size_t j = 0; j < v->frameworks.v[i].goals.n; j++) {
			const struct framework *f = &v->frameworks.v[i];
			const struct goal *g = &f->goals.v[j];

			if (!at_hand(v, g->id))
				continue;
			add_choice(r, out, arena_print(r->s.mem, "%s:%s",
			                               f->code, g->code),
			           arena_print(r->s.mem, "%s %s", g->code,
			           either(r, g->title_sv, g->title_en)),
			           (struct side_member){ .goal = g->id });
		}
}

static enum status find_ground(struct req *r, const struct view *v,
                               struct ground_list *out)
{
	struct actor_link_list links = {0};

	finding_choices(r, v, &out->findings);
	goal_choices(r, v, &out->goals);
	TRY(actor_link_list(&r->s, v->a.id, &links));
	for (size_t i = 0; i < links.n; i++)
		add_choice(r, &out->actors, links.v[i].actor_key,
		           links.v[i].name,
		           (struct side_member){ .actor = links.v[i].actor });
	return OK;
}

/* -- names of fields ------------------------------------------------------------------ */

static const char *side_field(struct req *r, size_t i, const char *what)
{
	return arena_print(r->s.mem, "side%zu_%s", i + 1, what);
}

static const char *way_field(struct req *r, size_t i, const char *what)
{
	return arena_print(r->s.mem, "way%zu_%s", i + 1, what);
}

/* -- reading ---------------------------------------------------------------------------- */

static void read_ticked(struct req *r, const char *name,
                        const struct choice_list *all, struct side *d)
{
	for (size_t i = 0; i < all->n; i++)
		if (form_has(r, name, all->v[i].value))
			*PUSH(r->s.mem, &d->members) = all->v[i].m;
}

static void read_side(struct req *r, size_t i, const struct ground_list *on,
                      struct side_list *out)
{
	struct side d = {
		.title = form_text(r, side_field(r, i, "title"), LINE),
		.gains = form_text(r, side_field(r, i, "gains"), TEXT),
		.loses = form_text(r, side_field(r, i, "loses"), TEXT),
	};

	read_ticked(r, side_field(r, i, "findings"), &on->findings, &d);
	read_ticked(r, side_field(r, i, "goals"), &on->goals, &d);
	read_ticked(r, side_field(r, i, "actors"), &on->actors, &d);
	if (!text_blank(d.title))
		*PUSH(r->s.mem, out) = d;
	else if (!text_blank(d.gains) || !text_blank(d.loses) ||
	         d.members.n > 0)
		issue(r, side_field(r, i, "title"), WANT_SIDE_TITLE);
}

static void read_way(struct req *r, size_t i, struct way_list *out)
{
	struct way w = {
		.title = form_text(r, way_field(r, i, "title"), LINE),
		.gain  = form_text(r, way_field(r, i, "gain"), TEXT),
		.price = form_text(r, way_field(r, i, "price"), TEXT),
		.note  = form_text(r, way_field(r, i, "note"), LINE),
		.reversible = (enum reversible)form_choice(r,
			way_field(r, i, "reversible"), REVERSIBLE_YES,
			REVERSIBLE_NO),
	};

	if (!text_blank(w.title))
		*PUSH(r->s.mem, out) = w;
	else if (!text_blank(w.gain) || !text_blank(w.price) ||
	         !text_blank(w.note))
		issue(r, way_field(r, i, "title"), WANT_WAY_TITLE);
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & CONFLICT_NO_TITLE)
		issue(r, "title", WANT_TITLE);
	if (flaws & CONFLICT_NO_KIND)
		issue(r, "kind", WANT_KIND);
	if (flaws & CONFLICT_ONE_SIDE)
		issue(r, "side2_title", WANT_SIDES);
}

static enum status read_form(struct req *r, struct conflict *c)
{
	struct ground_list on = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(find_ground(r, &v, &on));
	*c = (struct conflict){
		.sign = (enum conflict_sign)form_choice(r, "sign", CONFLICT,
		                                        SYNERGY),
		.kind = (enum conflict_kind)form_choice(r, "kind",
			CONFLICT_GOALS, CONFLICT_RESOURCES),
		.title = form_text(r, "title", LINE),
		.what_happens = form_text(r, "what_happens", LONG_TEXT),
		.state = CONFLICT_IDENTIFIED,
		.question = "", .decider = "", .dissent = "", .chosen = "",
		.chosen_why = "",
	};
	if (c->sign == 0)
		c->sign = CONFLICT;
	for (size_t i = 0; i < SIDES_MOST; i++)
		read_side(r, i, &on, &c->sides);
	for (size_t i = 0; i < WAYS_MOST; i++)
		read_way(r, i, &c->ways);
	explain(r, conflict_flaws(c));
	return form_fine(r);
}

/* -- asking ------------------------------------------------------------------------------ */

static bool stands_on(const struct side *d, const struct side_member *m)
{
	for (size_t i = 0; i < d->members.n; i++) {
		const struct side_member *at = &d->members.v[i];

		if (at->finding == m->finding && at->goal == m->goal &&
		    at->actor == m->actor)
			return true;
	}
	return false;
}

static void ask_ground(struct req *r, const char *name, const char *label,
                       const struct choice_list *all, const struct side *d)
{
	struct option_list options = {0};

	if (all->n == 0)
		return;
	for (size_t i = 0; i < all->n; i++)
		option_add(r, &options, all->v[i].value, all->v[i].label,
		           stands_on(d, &all->v[i].m));
	ask_line(r, &(struct ask){ .name = name, .label = label,
	                           .optional = true }, &options, true);
}

static void ask_side(struct req *r, size_t i, const struct ground_list *on,
                     const struct side *d)
{
	emit(&r->out, "<fieldset class='panel'><legend><h2>%s</h2></legend>",
	     say_with(r, SIDE_NO, arena_print(r->s.mem, "%zu", i + 1),
	              NULL));
	ask_text(r, &(struct ask){ .name = side_field(r, i, "title"),
		.label = say(r, ASK_SIDE), .stored = d->title });
	ask_text(r, &(struct ask){ .name = side_field(r, i, "gains"),
		.label = say(r, ASK_GAINS), .stored = d->gains,
		.optional = true });
	ask_text(r, &(struct ask){ .name = side_field(r, i, "loses"),
		.label = say(r, ASK_LOSES), .stored = d->loses,
		.optional = true });
	emit(&r->out, "<details%s><summary>%s</summary>",
	     d->members.n > 0 ? " open" : "", say(r, ASK_STANDS_ON));
	ask_ground(r, side_field(r, i, "findings"), say(r, ASK_FINDINGS),
	           &on->findings, d);
	ask_ground(r, side_field(r, i, "goals"), say(r, ASK_GOALS),
	           &on->goals, d);
	ask_ground(r, side_field(r, i, "actors"), say(r, ASK_ACTORS),
	           &on->actors, d);
	emit(&r->out, "</details></fieldset>");
}

static void ask_way(struct req *r, size_t i, const struct way *w)
{
	struct option_list how = {0};

	option_add(r, &how, "", say(r, REVERSIBLE_WORD_UNSAID),
	           w->reversible == REVERSIBLE_UNSAID);
	option_add(r, &how, "1", say(r, REVERSIBLE_WORD_YES),
	           w->reversible == REVERSIBLE_YES);
	option_add(r, &how, "2", say(r, REVERSIBLE_WORD_PARTLY),
	           w->reversible == REVERSIBLE_PARTLY);
	option_add(r, &how, "3", say(r, REVERSIBLE_WORD_NO),
	           w->reversible == REVERSIBLE_NO);
	emit(&r->out, "<fieldset class='panel'><legend><h3>%s</h3></legend>",
	     say_with(r, WAY_NO, arena_print(r->s.mem, "%zu", i + 1), NULL));
	ask_text(r, &(struct ask){ .name = way_field(r, i, "title"),
		.label = say(r, WAY_TITLE), .stored = w->title });
	ask_text(r, &(struct ask){ .name = way_field(r, i, "gain"),
		.label = say(r, WAY_GAIN), .stored = w->gain,
		.optional = true });
	ask_text(r, &(struct ask){ .name = way_field(r, i, "price"),
		.label = say(r, WAY_PRICE), .stored = w->price,
		.optional = true });
	ask_select(r, &(struct ask){ .name = way_field(r, i, "reversible"),
		.label = say(r, WAY_REVERSIBLE) }, &how);
	ask_text(r, &(struct ask){ .name = way_field(r, i, "note"),
		.label = say(r, ASK_WAY_NOTE), .stored = w->note,
		.optional = true });
	emit(&r->out, "</fieldset>");
}

/* One empty more than there are, at least three, and all that were sent. */
static size_t rows_of(struct req *r, size_t stored, size_t most,
                      const char *(*field)(struct req *, size_t,
                                           const char *))
{
	size_t n = (stored < 2 ? 2 : stored) + 1;

	while (n < most && form_raw(r, field(r, n, "title")) != NULL)
		n++;
	return n < most ? n : most;
}

static void ask_kind(struct req *r, const struct conflict *c)
{
	struct option_list signs = {0}, kinds = {0};

	option_add(r, &signs, "1", say(r, SIGN_CONFLICT),
	           c->sign != SYNERGY);
	option_add(r, &signs, "2", say(r, SIGN_SYNERGY), c->sign == SYNERGY);
	ask_line(r, &(struct ask){ .name = "sign",
		.label = say(r, ASK_SIGN) }, &signs, false);
	for (int k = CONFLICT_GOALS; k <= CONFLICT_RESOURCES; k++)
		option_add(r, &kinds, arena_print(r->s.mem, "%d", k),
		           conflict_kind_word(r, (enum conflict_kind)k),
		           (int)c->kind == k);
	ask_line(r, &(struct ask){ .name = "kind",
		.label = say(r, ASK_KIND) }, &kinds, false);
}

static void ask_card(struct req *r, const struct ground_list *on,
                     const struct conflict *c)
{
	static const struct side no_side;
	static const struct way no_way;
	size_t sides = rows_of(r, c->sides.n, SIDES_MOST, side_field);
	size_t ways = rows_of(r, c->ways.n, WAYS_MOST, way_field);

	ask_text(r, &(struct ask){ .name = "title",
		.label = say(r, ASK_TITLE), .hint = say(r, ASK_TITLE_HINT),
		.stored = c->title });
	ask_kind(r, c);
	ask_text(r, &(struct ask){ .name = "what_happens", .rows = 4,
		.label = say(r, ASK_HAPPENS), .optional = true,
		.hint = say(r, ASK_HAPPENS_HINT),
		.stored = c->what_happens });
	emit(&r->out, "<p class='muted'>%s</p>", say(r, ASK_EMPTY_SIDE));
	for (size_t i = 0; i < sides; i++)
		ask_side(r, i, on, i < c->sides.n ? &c->sides.v[i] :
		                   &no_side);
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, WAYS),
	     say(r, ASK_WAYS_HINT));
	for (size_t i = 0; i < ways; i++)
		ask_way(r, i, i < c->ways.n ? &c->ways.v[i] : &no_way);
	button_save(r, say(r, CONFLICT_SAVE));
}

static void head(struct req *r, const char *title)
{
	emit(&r->out, "<p class='muted'><a href='/a/%s/conflicts'>%s</a></p>"
	     "<h1>%s</h1>", r->object_key, say(r, CONFLICTS_HERE), title);
}

/* -- pages ---------------------------------------------------------------------------------- */

static const struct finding *finding_no(const struct view *v, i64 no)
{
	for (size_t i = 0; i < v->findings.n; i++)
		if (v->findings.v[i].no == no)
			return &v->findings.v[i];
	return NULL;
}

static enum status new(struct req *r)
{
	struct ground_list on = {0};
	struct conflict c = {0};
	const struct finding *f;
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	if (!v.open)
		return go(r, "/a/%s/conflicts", r->object_key);
	TRY(find_ground(r, &v, &on));
	f = finding_no(&v, query_no(r, "finding"));
	if (f != NULL)
		c = conflict_from(r, &v.findings, f);
	TRY(view_open(r, &v, say(r, CONFLICT_NEW)));
	head(r, say(r, CONFLICT_NEW));
	form_open(r, "card", "/a/%s/conflicts", r->object_key);
	ask_card(r, &on, &c);
	form_close(r);
	view_close(r);
	return OK;
}

static enum status edit(struct req *r)
{
	struct ground_list on = {0};
	struct view v = {0};
	struct conflict c;

	TRY(view_read(r, 0, 0, &v));
	TRY(conflict_get(&r->s, v.a.id, arg_no(r, "no"), &c));
	if (!v.open)
		return go(r, "/a/%s/conflicts/%lld", r->object_key, c.no);
	TRY(find_ground(r, &v, &on));
	TRY(view_open(r, &v, say(r, CONFLICT_EDIT)));
	head(r, arena_print(r->s.mem, "%s %s", conflict_name(r->s.mem, &c),
	                    c.title));
	form_open(r, "card", "/a/%s/conflicts/%lld", r->object_key, c.no);
	ask_version(r, c.version);
	ask_card(r, &on, &c);
	form_close(r);
	button_form(r, "remove", "btn sec sm", say(r, CONFLICT_REMOVE),
	            "/a/%s/conflicts/%lld/remove", r->object_key, c.no);
	view_close(r);
	return OK;
}

static enum status note(struct req *r)
{
	struct conflict c;
	i64 id;

	TRY(read_form(r, &c));
	TRY(conflict_note(&r->s, r->object, &c, &id));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, c.no);
}

static enum status change(struct req *r)
{
	struct conflict c;

	TRY(read_form(r, &c));
	c.no = arg_no(r, "no");
	c.version = form_version(r);
	TRY(conflict_change(&r->s, r->object, &c));
	return go(r, "/a/%s/conflicts/%lld?saved=1", r->object_key, c.no);
}

/* In one step from a finding, to be gone through at once. */
static enum status note_from(struct req *r)
{
	struct finding_list all = {0};
	struct conflict c;
	struct finding f = {0};
	i64 id;

	TRY(finding_get(&r->s, r->object, arg_no(r, "finding"), &f));
	TRY(finding_list(&r->s, r->object, &all));
	c = conflict_from(r, &all, &f);
	TRY(conflict_note(&r->s, r->object, &c, &id));
	return go(r, "/a/%s/conflicts/%lld/edit?saved=1", r->object_key,
	          c.no);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/conflict-new", .run = new,
	  .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = GET, .path = "/a/:assessment/conflicts/:no/edit",
	  .run = edit, .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/conflicts", .run = note,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = new },
	{ .method = POST, .path = "/a/:assessment/conflicts/:no",
	  .run = change, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = edit },
	{ .method = POST, .path = "/a/:assessment/findings/:finding/conflict",
	  .run = note_from, .right = ANSWER, .ground = ON_ASSESSMENT },
	{0},
};
const struct route *const conflict_form_routes = rows;
