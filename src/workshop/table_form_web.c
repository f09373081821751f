/* What the table answers together, with what is said against it. */
#include "base/text.h"
#include "workshop/show.h"
#include "workshop/table.h"
#include "workshop/table.msg"

static const struct board_reply empty = {
	.value = "", .plus = "", .minus = "", .other = "", .rationale = "",
	.dissent = "" };

static const struct board_reply *stored_answer(const struct sitting *t)
{
	const struct board_reply *b = answer_of(t, t->item->id,
		t->goal == NULL ? 0 : t->goal->goal);

	return b == NULL ? &empty : b;
}

/* -- asking -------------------------------------------------------------- */

/* One set of cards: effects, then the two that stand alone. */
static void ask_value(struct req *r, const struct sitting *t, unsigned set)
{
	struct option_list all = {0}, alone = {0};

	value_options(r, t->goal, set, &all, &alone);
	for (size_t i = 0; i < alone.n; i++)
		*PUSH(r->s.mem, &all) = alone.v[i];
	ask_cards(r, &(struct ask){ .name = "v", .label = say(r, T_VALUE),
		.hint = say(r, T_VALUE_HINT) }, &all, true);
}

/* A sentence of another goal is as silent here as on a page of its own. */
static bool is_open(const struct sitting *t, const struct board_reply *b)
{
	struct silence s = silence_at(t, b->goal);

	if (b->item == t->item->id)
		return answer_open(&s);
	s.own = s.shown = false;
	for (size_t k = 0; k < t->items.n; k++)
		if (t->items.v[k].id == b->item)
			s.shown = item_is_shown(&t->w, &t->items.v[k]);
	return answer_open(&s);
}

/* Sentences the table has written of the same priority, each once. */
static void earlier(struct req *r, const struct sitting *t, bool plus,
                    struct option_list *out)
{
	for (size_t i = 0; i < t->answers.n; i++) {
		const struct board_reply *b = &t->answers.v[i];
		const char *text = plus ? b->plus : b->minus;
		bool known = text_blank(text) || !is_open(t, b);

		for (size_t k = 0; k < t->items.n; k++)
			known = known || (t->items.v[k].id == b->item &&
			        t->items.v[k].priority != t->item->priority);
		for (size_t k = 0; k < out->n; k++)
			known = known || same(out->v[k].label, text);
		if (known || (b->item == t->item->id &&
		              b->goal == t->goal->goal))
			continue;
		option_add(r, out, text, text, false);
	}
}

static void ask_sentence(struct req *r, const struct sitting *t, bool plus,
                         const char *stored)
{
	struct option_list before = {0};

	emit(&r->out, "<div class='%s'>", plus ? "plus" : "minus");
	ask_text(r, &(struct ask){ .name = plus ? "plus" : "minus",
		.label = say(r, plus ? T_PLUS : T_MINUS), .rows = 2,
		.hint = say(r, plus ? T_PLUS_HINT : T_MINUS_HINT),
		.stored = stored });
	option_add(r, &before, "", say(r, T_EARLIER_NONE), false);
	earlier(r, t, plus, &before);
	if (before.n > 1 && text_blank(stored))
		ask_select(r, &(struct ask){
			.name = plus ? "plus_as" : "minus_as",
			.label = say(r, T_EARLIER),
			.hint = say(r, T_EARLIER_HINT), .optional = true },
			&before);
	emit(&r->out, "</div>");
}

static void ask_goal(struct req *r, const struct sitting *t,
                     const struct board_reply *b)
{
	emit(&r->out, "<div class='effects'>");
	ask_value(r, t, value_read(b->value, goal_has_path(t->goal)));
	ask_sentence(r, t, true, b->plus);
	ask_sentence(r, t, false, b->minus);
	emit(&r->out, "<div class='other'>");
	ask_text(r, &(struct ask){ .name = "other", .rows = 2,
		.label = say(r, T_OTHER), .hint = say(r, T_OTHER_HINT),
		.stored = b->other });
	emit(&r->out, "</div></div>");
}

void table_form(struct req *r, const struct sitting *t)
{
	const struct board_reply *b = stored_answer(t);

	emit(&r->out, "<h2>%s</h2>", say(r, T_FORM));
	form_open(r, "answer", "/d/%s/table", t->g.key);
	form_hidden_no(r, "item", t->item->no);
	if (t->goal != NULL)
		form_hidden_no(r, "goal", t->nth);
	ask_version(r, b->version);
	if (t->goal != NULL)
		ask_goal(r, t, b);
	else
		ask_free(r, t->item, b->value);
	ask_text(r, &(struct ask){ .name = "rationale", .rows = 2,
		.label = say(r, T_WHY), .hint = say(r, T_WHY_HINT),
		.stored = b->rationale, .optional = true });
	ask_text(r, &(struct ask){ .name = "dissent", .rows = 2,
		.label = say(r, T_DISSENT), .hint = say(r, T_DISSENT_HINT),
		.stored = b->dissent, .optional = true });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, T_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
}

/* -- reading ------------------------------------------------------------- */

/* What was written here, or the sentence of before that was chosen. */
static const char *sentence(struct req *r, bool plus)
{
	const char *text = form_text(r, plus ? "plus" : "minus", TEXT);

	return text_blank(text) ?
	       form_text(r, plus ? "plus_as" : "minus_as", TEXT) : text;
}

static void explain(struct req *r, const struct board_reply *b, bool path)
{
	unsigned set = value_read(b->value, path);
	unsigned flaws = board_reply_flaws(b, path);

	if (flaws & BOARD_NO_VALUE)
		issue(r, "v", WANT_VALUE);
	if (flaws & BOARD_NO_PLUS)
		issue(r, "plus", WANT_PLUS);
	if (flaws & BOARD_NO_MINUS)
		issue(r, "minus", WANT_MINUS);
	if (flaws & BOARD_NO_OTHER)
		issue(r, "other", WANT_OTHER);
	if (set == 0)
		return;
	if ((set & VALUE_POSITIVE) == 0 && !text_blank(b->plus))
		issue(r, "plus", STRAY_PLUS);
	if ((set & VALUE_NEGATIVE) == 0 && !text_blank(b->minus))
		issue(r, "minus", STRAY_MINUS);
	if ((set & (VALUE_NO | VALUE_GAP)) == 0 && !text_blank(b->other))
		issue(r, "other", STRAY_OTHER);
}

static void read_goal(struct req *r, const struct sitting *t,
                      struct board_reply *b)
{
	struct text_list ticked = form_all(r, "v", 8);
	bool path = goal_has_path(t->goal);
	const char *words = "";

	for (size_t i = 0; i < ticked.n; i++)
		words = arena_print(r->s.mem, "%s%s%s", words, i == 0 ? "" :
		                    " ", ticked.v[i]);
	b->value = value_write(r->s.mem, value_read(words, path));
	b->plus = sentence(r, true);
	b->minus = sentence(r, false);
	b->other = form_text(r, "other", TEXT);
	explain(r, b, path);
}

/* The next goal of the item without an answer, from this one on. */
static i64 next_goal(const struct sitting *t)
{
	i64 n = (i64)t->item->goals.n;

	for (i64 step = 1; step < n; step++) {
		i64 nth = (t->nth - 1 + step) % n;

		if (answer_of(t, t->item->id,
		              t->item->goals.v[nth].goal) == NULL)
			return nth + 1;
	}
	return t->nth;
}

enum status table_answer(struct req *r)
{
	struct board_reply b = empty;
	struct sitting t = {0};
	struct silence s;

	TRY(sitting_here(r, &t));
	if (t.item == NULL)
		return NOT_FOUND;
	s = silence_of(&t);
	if (!answer_open(&s)) {
		issue(r, NULL, T_OWN_FIRST);
		return INVALID;
	}
	if (t.w.state >= WORKSHOP_COMPILED) {
		issue(r, NULL, T_COMPILED);
		return INVALID;
	}
	b.item = t.item->id;
	b.goal = t.goal == NULL ? 0 : t.goal->goal;
	b.board = t.g.board;
	b.authority = t.g.authority || stored_answer(&t)->authority;
	b.version = form_version(r);
	if (t.goal != NULL)
		read_goal(r, &t, &b);
	else
		b.value = read_free(r, t.item);
	b.rationale = form_text(r, "rationale", TEXT);
	b.dissent = form_text(r, "dissent", TEXT);
	TRY(form_fine(r));
	TRY(board_reply_set(&r->s, t.w.id, &b));
	if (t.goal == NULL)
		return go(r, "table?item=%lld&saved=1", t.item->no);
	return go(r, "table?item=%lld&goal=%lld&saved=1", t.item->no,
	          next_goal(&t));
}
