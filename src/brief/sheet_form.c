/* The sheet's form: the choice, its ways, and lists of one thing a line. */
#include "base/text.h"
#include "brief/sheet.h"
#include "brief/sheet.msg"
#include "web/form.h"

static const char *field(struct req *r, size_t i, const char *what)
{
	return arena_print(r->s.mem, "way%zu_%s", i + 1, what);
}

/* -- asking -------------------------------------------------------------- */

static void ask_reversible(struct req *r, size_t i, const struct choice_way *w)
{
	static const struct sentence *const words[] = {
		F_UNSAID, S_YES, S_PARTLY, S_NO,
	};
	struct option_list all = {0};

	for (int v = REVERSIBLE_UNSAID; v <= REVERSIBLE_NO; v++)
		option_add(r, &all, v == 0 ? "" :
		           arena_print(r->s.mem, "%d", v), say(r, words[v]),
		           (int)w->reversible == v);
	ask_line(r, &(struct ask){ .name = field(r, i, "reversible"),
		.label = say(r, F_REVERSIBLE) }, &all, false);
}

static void ask_way(struct req *r, size_t i, const struct choice_way *w)
{
	const struct { const char *name; const struct sentence *label;
	               const char *stored; } all[] = {
		{ "people", F_PEOPLE, w->people },
		{ "place", F_PLACE, w->place },
		{ "money", F_MONEY, w->money },
	};

	emit(&r->out, "<fieldset><legend><h2>%s</h2></legend>", i == 0 ?
	     say(r, F_NOTHING) : say_with(r, F_WAY, arena_print(r->s.mem,
	     "%zu", i + 1), NULL));
	ask_text(r, &(struct ask){ .name = field(r, i, "title"),
		.label = say(r, F_WAY_TITLE), .stored = or_empty(w->title),
		.hint = i == 0 ? say(r, F_NOTHING_HINT) : NULL });
	for (size_t k = 0; k < COUNT(all); k++)
		ask_text(r, &(struct ask){ .name = field(r, i, all[k].name),
			.label = say(r, all[k].label), .optional = true,
			.stored = or_empty(all[k].stored) });
	ask_reversible(r, i, w);
	ask_text(r, &(struct ask){ .name = field(r, i, "note"),
		.label = say(r, F_NOTE), .stored = or_empty(w->note),
		.optional = true });
	emit(&r->out, "</fieldset>");
}

/* Three are open; more only when asked for, or already there. */
static void ask_ways(struct req *r, const struct choice_way_list *all)
{
	static const struct choice_way none;
	size_t open = all->n < 3 ? 3 : all->n;

	for (size_t i = 0; i < open; i++)
		ask_way(r, i, i < all->n ? &all->v[i] : &none);
	if (open == CHOICE_WAYS)
		return;
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say(r, F_MORE));
	for (size_t i = open; i < CHOICE_WAYS; i++)
		ask_way(r, i, &none);
	emit(&r->out, "</details>");
}

static void ask_lists(struct req *r, const struct choice *c)
{
	const struct { const char *name; const struct sentence *label, *hint;
	               const char *stored; } all[] = {
		{ "voices", F_VOICES, F_VOICES_HINT, c->voices },
		{ "changes", F_CHANGES, F_LINES_HINT, c->changes },
		{ "asks", F_ASKS, F_ASKS_HINT, c->asks },
		{ "unknown", F_UNKNOWN, F_LINES_HINT, c->unknown },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		ask_text(r, &(struct ask){ .name = all[i].name, .rows = 4,
			.label = say(r, all[i].label),
			.hint = say(r, all[i].hint), .optional = true,
			.stored = or_empty(all[i].stored) });
	emit(&r->out, "<p class='muted'>%s</p>", say(r, F_LAW));
}

void ask_choice(struct req *r, const struct choice *c)
{
	ask_text(r, &(struct ask){ .name = "question", .rows = 2,
		.label = say(r, F_QUESTION), .stored = c->question });
	ask_text(r, &(struct ask){ .name = "body", .class = "w20",
		.label = say(r, F_BODY), .hint = say(r, F_BODY_HINT),
		.stored = c->body, .optional = true });
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, F_DAY),
		.optional = true }, c->decided_on);
	ask_ways(r, &c->ways);
	ask_lists(r, c);
	button_save(r, say(r, F_SAVE));
}

/* -- reading ------------------------------------------------------------- */

static void read_way(struct req *r, size_t i, struct choice_way_list *out)
{
	struct choice_way w = {
		.title  = form_text(r, field(r, i, "title"), CHOICE_LINE),
		.people = form_text(r, field(r, i, "people"), CHOICE_LINE),
		.place  = form_text(r, field(r, i, "place"), CHOICE_LINE),
		.money  = form_text(r, field(r, i, "money"), CHOICE_LINE),
		.note   = form_text(r, field(r, i, "note"), CHOICE_LINE),
		.reversible = (enum reversible)form_choice(r, field(r, i,
			"reversible"), REVERSIBLE_YES, REVERSIBLE_NO),
	};
	bool says = !text_blank(w.people) || !text_blank(w.place) ||
	            !text_blank(w.money) || !text_blank(w.note) ||
	            w.reversible != REVERSIBLE_UNSAID;

	if (i == 0 || !text_blank(w.title))
		*PUSH(r->s.mem, out) = w;
	else if (says)
		issue(r, field(r, i, "title"), F_WAY_UNNAMED);
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & CHOICE_NO_QUESTION)
		issue(r, "question", F_NO_QUESTION);
	if (flaws & CHOICE_NO_NOTHING)
		issue(r, "way1_title", F_NO_NOTHING);
	if (flaws & CHOICE_NO_WAY)
		issue(r, "way2_title", F_NO_WAY);
	if (flaws & CHOICE_NO_GROUP)
		issue(r, "voices", F_NO_GROUP);
	if (flaws & CHOICE_ASKS)
		issue(r, "asks", F_TOO_MANY);
}

void read_choice(struct req *r, struct choice *c)
{
	*c = (struct choice){
		.question   = form_text(r, "question", CHOICE_LINE),
		.body       = form_text(r, "body", CHOICE_LINE),
		.decided_on = form_day(r, "day"),
		.voices     = form_text(r, "voices", CHOICE_TEXT),
		.changes    = form_text(r, "changes", CHOICE_TEXT),
		.asks       = form_text(r, "asks", CHOICE_TEXT),
		.unknown    = form_text(r, "unknown", CHOICE_TEXT),
	};
	for (size_t i = 0; i < CHOICE_WAYS; i++)
		read_way(r, i, &c->ways);
	explain(r, choice_flaws(r->s.mem, c));
}
