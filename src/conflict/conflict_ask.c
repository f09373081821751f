/* Asking for a card: sides, what they stand on, ways ahead. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.msg"
#include "conflict/conflict_form.h"

/* -- what a side may stand on -------------------------------------------- */

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

enum status find_ground(struct req *r, const struct view *v,
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

/* -- names of fields ----------------------------------------------------- */

const char *side_field(struct req *r, size_t i, const char *what)
{
	return arena_print(r->s.mem, "side%zu_%s", i + 1, what);
}

const char *way_field(struct req *r, size_t i, const char *what)
{
	return arena_print(r->s.mem, "way%zu_%s", i + 1, what);
}

/* -- asking -------------------------------------------------------------- */

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
	emit(&r->out, "<div class='panel'><fieldset><legend><h2>%s</h2>"
	     "</legend>",
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
	emit(&r->out, "</details></fieldset></div>");
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
	emit(&r->out, "<div class='panel'><fieldset><legend><h3>%s</h3>"
	     "</legend>",
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
	emit(&r->out, "</fieldset></div>");
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

void ask_card(struct req *r, const struct ground_list *on,
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
