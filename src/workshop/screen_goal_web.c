/*
 * How the room sees one goal: every value with its count, in words whether
 * they agree, and the tables' own sentences for and against side by side. Of
 * several goals the one to talk of first is drawn, and the order of the rest.
 */
#include "base/text.h"
#include "workshop/screen.h"
#include "workshop/screen.msg"

enum { SENTENCES = 3, SENTENCE = 120, ORDER_MOST = 8 };

static const unsigned with_path[] = { VALUE_DP, VALUE_IP, VALUE_IN, VALUE_DN,
                                      VALUE_NO, VALUE_GAP };
static const unsigned without[] = { VALUE_RP, VALUE_RN, VALUE_NO, VALUE_GAP };

static const char *no_say(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

/* -- in words ------------------------------------------------------------ */

/* "7 ser en förbättring, 7 en försämring, 1 både och" */
static const char *directions(const struct req *r, const struct views *v)
{
	const struct { i64 n; const struct sentence *first, *then; } all[] = {
		{ v->positive, A_SEE_GAIN, A_GAIN },
		{ v->negative, A_SEE_HARM, A_HARM },
		{ v->none,     A_SEE_NONE, A_NONE },
		{ v->both,     A_SEE_BOTH, A_BOTH },
	};
	const char *text = NULL;

	for (size_t i = 0; i < COUNT(all); i++) {
		const char *one = say_with(r, text == NULL ? all[i].first :
			all[i].then, no_say(r, all[i].n), NULL);

		if (all[i].n == 0)
			continue;
		text = text == NULL ? one : say_with(r, A_COMMA, text, one);
	}
	return text;
}

static const char *accord_say(const struct req *r, const struct views *v)
{
	switch (accord_of(v)) {
	case ACCORD_TOO_FEW:   return say(r, A_TOO_FEW);
	case ACCORD_AGREED:    return say(r, A_AGREED);
	case ACCORD_PATH:      return say(r, A_PATH);
	case ACCORD_DIRECTION: return say_with(r, A_DIRECTION,
	                                       directions(r, v), NULL);
	}
	return "";
}

static const char *accord_word(const struct req *r, const struct views *v)
{
	switch (accord_of(v)) {
	case ACCORD_TOO_FEW:   return say(r, W_TOO_FEW);
	case ACCORD_AGREED:    return say(r, W_AGREED);
	case ACCORD_PATH:      return say(r, W_PATH);
	case ACCORD_DIRECTION: return say(r, W_DIRECTION);
	}
	return "";
}

static void accord(struct req *r, const struct goal_tally *t)
{
	const char *text = accord_say(r, &t->views);

	emit(&r->out, "<p class='say' role='status'>%s</p>",
	     t->views.gap == 0 ? text : say_with(r, A_GAPS, text,
	     no_say(r, t->views.gap)));
}

/* -- the distribution ----------------------------------------------------- */

static void row(struct req *r, const char *class, const char *sign,
                const char *word, i64 n)
{
	emit(&r->out, "<tr><th scope='row'><span class='effl'><span"
	     " class='eff %s' aria-hidden='true'>%s</span><span>%s</span>"
	     "</span></th><td class='num'><b>%s</b></td><td>", class, sign,
	     word, no_say(r, n));
}

static void rows(struct req *r, const struct goal_tally *t,
                 struct dot_scale scale)
{
	bool path = goal_has_path(t->goal);
	const unsigned *values = path ? with_path : without;
	size_t n = path ? COUNT(with_path) : COUNT(without);

	for (size_t i = 0; i < n; i++) {
		i64 count = tally_of(t, values[i]);

		row(r, value_class(values[i]), value_sign(values[i]),
		    value_word(r, values[i]), count);
		dots(r, values[i], count, scale);
		emit(&r->out, "</td></tr>");
	}
	row(r, "un", "", say(r, S_NOT_YET), t->views.unanswered);
	dots(r, 0, t->views.unanswered, scale);
	emit(&r->out, "</td></tr>");
}

static i64 most_of(const struct goal_tally *t)
{
	i64 most = t->views.unanswered;

	for (int bit = 0; bit < VALUES_MOST; bit++)
		if (t->by[bit] > most)
			most = t->by[bit];
	return most;
}

static void distribution(struct req *r, const struct goal_tally *t)
{
	struct dot_scale scale = dot_scale_of(most_of(t));

	emit(&r->out, "<div><table class='spread-of'><caption class='vh'>%s"
	     "</caption><thead class='vh'><tr><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th></tr></thead>"
	     "<tbody>", say(r, S_HOW), say(r, S_ANSWER), say(r, S_COUNT),
	     say(r, S_SPREAD));
	rows(r, t, scale);
	emit(&r->out, "</tbody></table>");
	dots_legend(r, scale);
	emit(&r->out, "</div>");
}

/* -- beside it ------------------------------------------------------------ */

static void order(struct req *r, const struct goal_tally_list *all)
{
	if (all->n < 2)
		return;
	emit(&r->out, "<h2>%s</h2><ol class='names'>", say(r, TALK_ORDER));
	for (size_t i = 0; i < all->n && i < ORDER_MOST; i++) {
		const struct goal_tally *t = &all->v[i];

		emit(&r->out, "<li><b>%s</b> %s, %s</li>", t->goal->code,
		     either(r, t->goal->title_sv, t->goal->title_en),
		     t->verdict != NULL ? say(r, W_SETTLED) :
		     accord_word(r, &t->views));
	}
	emit(&r->out, "</ol>");
}

typedef const char *sentence_of(const struct board_reply *);

static const char *plus_of(const struct board_reply *b)
{
	return b->plus;
}

static const char *minus_of(const struct board_reply *b)
{
	return b->minus;
}

static const char *other_of(const struct board_reply *b)
{
	return b->other;
}

/* The tables' sentences of one kind, in their words. */
static void sentences(struct req *r, const struct screen *v, unsigned mark,
                      const struct sentence *head, sentence_of *of)
{
	i64 goal = v->goals.v[0].goal->goal, n = 0;

	for (size_t i = 0; i < v->boards.n; i++) {
		const struct board_reply *b = &v->boards.v[i];

		if (b->goal != goal || text_blank(of(b)))
			continue;
		if (n == 0)
			emit(&r->out, "<p><span class='effl'><span class='eff"
			     " %s' aria-hidden='true'>%s</span><b>%s</b>"
			     "</span></p>", value_class(mark),
			     value_sign(mark), say(r, head));
		if (n++ < SENTENCES)
			emit(&r->out, "<p><b class='fn'>%s</b> %s</p>",
			     b->board_name, text_short(r->s.mem, of(b),
			     SENTENCE));
	}
	if (n > SENTENCES)
		emit(&r->out, "<p class='sub'>%s</p>", say_count(r, T_MORE,
		     n - SENTENCES));
}

static void verdict(struct req *r, const struct goal_tally *t)
{
	const struct verdict *said = t->verdict;

	if (said == NULL)
		return;
	emit(&r->out, "<p class='verdict'>");
	if (said->kind == VERDICT_DIVIDED) {
		emit(&r->out, "%s</p>", say(r, V_DIVIDED));
		return;
	}
	emit(&r->out, "%s ", say(r, V_ROOM));
	values_shown(r, value_read(said->value, goal_has_path(t->goal)));
	emit(&r->out, "</p>");
}

void screen_goal(struct req *r, const struct screen *v)
{
	const struct goal_tally *t = &v->goals.v[0];
	bool path = goal_has_path(t->goal);

	emit(&r->out, "<div class='split'>");
	distribution(r, t);
	emit(&r->out, "<section class='why'>");
	verdict(r, t);
	sentences(r, v, path ? VALUE_IP : VALUE_RP, T_GAIN, plus_of);
	sentences(r, v, path ? VALUE_IN : VALUE_RN, T_HARM, minus_of);
	sentences(r, v, VALUE_GAP, T_OTHER, other_of);
	order(r, &v->goals);
	emit(&r->out, "</section></div>");
	accord(r, t);
}
