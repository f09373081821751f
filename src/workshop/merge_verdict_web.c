/* Writing down what the room has said. */
#include "base/text.h"
#include "workshop/merge.h"
#include "workshop/merge.msg"
#include "workshop/show.h"

static const struct verdict empty = { .value = "", .plus = "", .minus = "",
                                      .other = "", .rationale = "" };

static bool is_about(const struct contested *c, const struct board_reply *b)
{
	return b->item == c->item->id && b->goal == c->goal->goal;
}

/* -- asking -------------------------------------------------------------- */

static void ask_how(struct req *r, const struct verdict *v)
{
	static const struct { const struct sentence *word, *hint; } ways[] = {
		{ G_ROOM, G_ROOM_HINT }, { G_TABLE, G_TABLE_HINT },
		{ G_SPLIT, G_SPLIT_HINT } };
	struct option_list all = {0};

	for (size_t i = 0; i < COUNT(ways); i++)
		*PUSH(r->s.mem, &all) = (struct option){
			.value = digits(r, (i64)i + 1),
			.label = say(r, ways[i].word),
			.hint = say(r, ways[i].hint),
			.chosen = (i64)v->kind == (i64)i + 1 };
	ask_cards(r, &(struct ask){ .name = "how", .label = say(r, G_HOW),
		.hint = say(r, G_HOW_HINT) }, &all, false);
}

static void ask_board(struct req *r, const struct merging *m,
                      const char *name, const struct sentence *label,
                      const struct sentence *hint,
                      const struct sentence *none)
{
	const struct verdict *v = m->at->verdict;
	struct option_list all = {0};

	option_add(r, &all, "", say(r, none), false);
	for (size_t i = 0; i < m->answers.n; i++) {
		const struct board_reply *b = &m->answers.v[i];

		if (is_about(m->at, b))
			option_add(r, &all, digits(r, b->board_no),
			           b->board_name, v != NULL &&
			           v->board == b->board);
	}
	ask_select(r, &(struct ask){ .name = name, .label = say(r, label),
		.hint = hint == NULL ? NULL : say(r, hint), .class = "w20" },
		&all);
}

static void ask_also(struct req *r, const struct merging *m)
{
	bool path = goal_has_path(m->at->goal);
	size_t n = 0;

	for (size_t i = 0; i < m->all.n; i++) {
		const struct contested *c = &m->all.v[i];
		const char *value = arena_print(r->s.mem, "%lld.%lld",
		                                c->item->no, c->nth);

		if (c == m->at || c->verdict != NULL || c->hidden ||
		    c->item->priority != m->at->item->priority ||
		    goal_has_path(c->goal) != path)
			continue;
		if (n++ == 0)
			emit(&r->out, "<fieldset class='f'><legend>%s</legend>"
			     "<span class='hint'>%s</span><div class='ticks'>",
			     say(r, G_ALSO), say(r, G_ALSO_HINT));
		emit(&r->out, "<label class='tick'><input type='checkbox'"
		     " name='also' value='%s'%s><span>%s %s</span></label>",
		     value, is_chosen(r, "also", value, false) ? " checked" :
		     "", c->goal->code, either(r, c->goal->title_sv,
		     c->goal->title_en));
	}
	if (n > 0)
		emit(&r->out, "</div></fieldset>");
}

static void ask_words(struct req *r, const char *name,
                      const struct sentence *label, const char *stored)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.stored = stored, .rows = 2, .optional = true });
}

static void ask_room(struct req *r, const struct merging *m,
                     const struct verdict *v)
{
	struct option_list all = {0}, alone = {0};

	value_options(r, m->at->goal, value_read(v->value,
	              goal_has_path(m->at->goal)), &all, &alone);
	for (size_t i = 0; i < alone.n; i++)
		*PUSH(r->s.mem, &all) = alone.v[i];
	ask_line(r, &(struct ask){ .name = "v", .label = say(r, G_VALUE) },
	         &all, true);
	ask_board(r, m, "from", G_FROM, G_FROM_HINT, G_FROM_NONE);
	ask_words(r, "plus", G_PLUS, v->plus);
	ask_words(r, "minus", G_MINUS, v->minus);
	ask_words(r, "other", G_OTHER, v->other);
	ask_words(r, "rationale", G_REASON, v->rationale);
	ask_also(r, m);
}

void verdict_form(struct req *r, const struct merging *m)
{
	const struct contested *c = m->at;
	const struct verdict *v = c->verdict == NULL ? &empty : c->verdict;

	emit(&r->out, "<h2>%s</h2>", say(r, G_FORM));
	form_open(r, "verdict", "/w/%s/merge", m->w.key);
	form_hidden_no(r, "item", c->item->no);
	form_hidden_no(r, "goal", c->nth);
	ask_version(r, v->version);
	emit(&r->out, "<div class='how'>");
	ask_how(r, v);
	emit(&r->out, "<div class='way w1'>");
	ask_room(r, m, v);
	emit(&r->out, "</div><div class='way w2'>");
	ask_board(r, m, "board", G_WHICH, NULL, G_CHOOSE);
	emit(&r->out, "</div></div>");
	button_save(r, say(r, G_SAVE));
	form_close(r);
}

/* -- reading ------------------------------------------------------------- */

static const struct board_reply *reply_of(const struct merging *m, i64 no)
{
	for (size_t i = 0; i < m->answers.n; i++)
		if (is_about(m->at, &m->answers.v[i]) &&
		    m->answers.v[i].board_no == no)
			return &m->answers.v[i];
	return NULL;
}

static const char *or_theirs(bool asked, const char *own, const char *theirs)
{
	return asked && text_blank(own) ? theirs : own;
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & BOARD_NO_VALUE)
		issue(r, "v", WANT_ROOM_VALUE);
	if (flaws & BOARD_NO_PLUS)
		issue(r, "plus", WANT_ROOM_PLUS);
	if (flaws & BOARD_NO_MINUS)
		issue(r, "minus", WANT_ROOM_MINUS);
	if (flaws & BOARD_NO_OTHER)
		issue(r, "other", WANT_ROOM_OTHER);
}

/* What is not written here is the chosen table's, where the value asks. */
static void read_room(struct req *r, const struct merging *m,
                      struct verdict *v)
{
	const struct board_reply *of = reply_of(m, form_choice(r, "from", 1,
	                                        INT32_MAX));
	struct text_list ticked = form_all(r, "v", 8);
	bool path = goal_has_path(m->at->goal), any = of != NULL;
	const char *words = "";
	unsigned set;

	for (size_t i = 0; i < ticked.n; i++)
		words = arena_print(r->s.mem, "%s%s%s", words, i == 0 ? "" :
		                    " ", ticked.v[i]);
	set = value_read(words, path);
	v->value = value_write(r->s.mem, set);
	v->board = any ? of->board : 0;
	v->plus = or_theirs(any && (set & VALUE_POSITIVE) != 0,
		form_text(r, "plus", TEXT), any ? of->plus : "");
	v->minus = or_theirs(any && (set & VALUE_NEGATIVE) != 0,
		form_text(r, "minus", TEXT), any ? of->minus : "");
	v->other = or_theirs(any && (set & (VALUE_NO | VALUE_GAP)) != 0,
		form_text(r, "other", TEXT), any ? of->other : "");
	v->rationale = or_theirs(any, form_text(r, "rationale", TEXT),
	                         any ? of->rationale : "");
	explain(r, board_reply_flaws(&(struct board_reply){
		.value = v->value, .plus = v->plus, .minus = v->minus,
		.other = v->other }, path));
}

static void read_verdict(struct req *r, const struct merging *m,
                         struct verdict *v)
{
	const struct board_reply *of;
	unsigned flaws;

	v->kind = (enum verdict_kind)form_choice(r, "how", VERDICT_ROOM,
	                                         VERDICT_DIVIDED);
	of = reply_of(m, form_choice(r, "board", 1, INT32_MAX));
	flaws = verdict_flaws(v, of);
	if (flaws & VERDICT_NO_KIND)
		issue(r, "how", WANT_HOW);
	if (flaws & VERDICT_NO_BOARD)
		issue(r, "board", WANT_BOARD);
	if (v->kind == VERDICT_ROOM)
		read_room(r, m, v);
	if (v->kind != VERDICT_TABLE || of == NULL)
		return;
	v->board = of->board;
	v->value = of->value;
	v->plus = of->plus;
	v->minus = of->minus;
	v->other = of->other;
	v->rationale = of->rationale;
}

/* One fact, written once, of several goals: only where the room has not
 * answered otherwise. */
static enum status save_also(struct req *r, const struct merging *m,
                             struct verdict v)
{
	bool path = goal_has_path(m->at->goal);

	v.version = 0;
	v.board = 0;
	for (size_t i = 0; i < m->all.n; i++) {
		const struct contested *c = &m->all.v[i];

		if (c == m->at || c->verdict != NULL || c->hidden ||
		    c->item->priority != m->at->item->priority ||
		    goal_has_path(c->goal) != path ||
		    !form_has(r, "also", arena_print(r->s.mem, "%lld.%lld",
		                                     c->item->no, c->nth)))
			continue;
		v.item = c->item->id;
		v.goal = c->goal->goal;
		TRY(verdict_set(&r->s, m->w.id, &v));
	}
	return OK;
}

enum status verdict_save(struct req *r)
{
	struct verdict v = empty;
	struct merging m = {0};

	TRY(merging_here(r, &m));
	if (m.at == NULL || m.at->hidden)
		return NOT_FOUND;
	v.item = m.at->item->id;
	v.goal = m.at->goal->goal;
	v.version = form_version(r);
	read_verdict(r, &m, &v);
	TRY(form_fine(r));
	TRY(verdict_set(&r->s, m.w.id, &v));
	if (v.kind == VERDICT_ROOM)
		TRY(save_also(r, &m, v));
	return go(r, "/w/%s/merge?saved=1", m.w.key);
}
