/* A question on a phone: drawn as a form, and read when it comes back. */
#include "base/text.h"
#include "workshop/guest.h"
#include "workshop/guest.msg"

/* -- asking -------------------------------------------------------------- */

static const char *issue_at(const struct req *r, const char *field)
{
	for (size_t i = 0; r->form_failed && i < r->issues.n; i++)
		if (same(r->issues.v[i].field, field))
			return r->issues.v[i].text;
	return NULL;
}

static void head(struct req *r, const struct here *h)
{
	const struct item_goal *g = item_goal_of(&h->item, h->q);

	emit(&r->out, "<legend>");
	item_line(r, &h->item, g);
	emit(&r->out, "<h1>%s</h1></legend>", item_question(r, &h->item, g));
}

static void open_set(struct req *r, const struct here *h, const char *hint)
{
	const char *wrong = issue_at(r, "v");

	emit(&r->out, "<fieldset class='%s' id='answer-v'"
	     " aria-describedby='answer-v-h%s'>",
	     wrong != NULL ? "f bad" : "",
	     wrong != NULL ? " answer-v-e" : "");
	head(r, h);
	emit(&r->out, "<p class='hint' id='answer-v-h'>%s</p>", hint);
	if (wrong != NULL)
		emit(&r->out, "<p class='error' id='answer-v-e'>%s</p>",
		     wrong);
}

static void goal_cards(struct req *r, const struct here *h,
                       const struct item_goal *g)
{
	const struct reply *own = own_reply(h, h->q);
	struct option_list effects = {0}, alone = {0};
	unsigned set = own == NULL ? 0 : value_read(own->value,
	                                            goal_has_path(g));

	value_options(r, g, set, &effects, &alone);
	open_set(r, h, say(r, CHOOSE_HINT));
	for (size_t i = 0; i < effects.n; i++)
		ask_pick(r, "v", &effects.v[i], true);
	emit(&r->out, "<p class='or'>%s</p>", say(r, OR_WORD));
	for (size_t i = 0; i < alone.n; i++)
		ask_pick(r, "v", &alone.v[i], true);
	emit(&r->out, "</fieldset><details><summary>%s</summary><ul>",
	     say(r, EXAMPLES));
	if (goal_has_path(g))
		emit(&r->out, "<li>%s</li><li>%s</li>", say(r, EX_DIRECT),
		     say(r, EX_INDIRECT));
	emit(&r->out, "<li>%s</li></ul></details>", say(r, EX_BOTH));
	ask_text(r, &(struct ask){ .name = "text",
		.label = say(r, WHAT_HAPPENS), .hint = say(r, ONE_SENTENCE),
		.stored = own == NULL ? "" : own->text, .optional = true,
		.rows = 3 });
}

/* Numbers from 1 as cards, named by the options or by themselves. */
static void number_cards(struct req *r, const struct here *h, i64 n)
{
	const struct reply *own = own_reply(h, h->q);
	const struct text_list *names = &h->item.options;

	for (i64 i = 1; i <= n; i++) {
		const char *no = arena_print(r->s.mem, "%lld", i);

		ask_pick(r, "v", &(struct option){ .value = no,
			.label = h->item.ask == ASK_CHOICE ?
			         names->v[i - 1] : no,
			.chosen = own != NULL && same(own->value, no) },
			false);
	}
}

/* The place an option has in "3 1 2"; 0 if none. */
static i64 place_of(const char *ranks, i64 option)
{
	i64 place = 1, at = 0;

	for (const char *c = ranks; ; c++) {
		if (*c >= '0' && *c <= '9') {
			at = at * 10 + (*c - '0');
			continue;
		}
		if (at == option)
			return place;
		if (*c == '\0')
			return 0;
		place++;
		at = 0;
	}
}

static void rank_fields(struct req *r, const struct here *h)
{
	const struct reply *own = own_reply(h, h->q);
	const struct text_list *names = &h->item.options;
	struct arena *mem = r->s.mem;

	for (size_t i = 0; i < names->n; i++) {
		struct option_list places = {0};
		i64 was = own == NULL ? 0 : place_of(own->value, (i64)i + 1);

		option_add(r, &places, "", "–", was == 0);
		for (size_t k = 1; k <= names->n; k++) {
			const char *no = arena_print(mem, "%lld", (i64)k);

			option_add(r, &places, no, no, was == (i64)k);
		}
		ask_select(r, &(struct ask){
			.name = arena_print(mem, "place%lld", (i64)i + 1),
			.label = names->v[i], .class = "w10" }, &places);
	}
}

static void free_question(struct req *r, const struct here *h)
{
	const struct reply *own = own_reply(h, h->q);

	if (h->item.ask == ASK_TEXT) {
		open_set(r, h, say(r, ASK_HINT));
		ask_text(r, &(struct ask){ .name = "text",
			.label = say(r, YOUR_ANSWER), .rows = 4,
			.hint = say(r, ONE_SENTENCE),
			.stored = own == NULL ? "" : own->value });
	} else if (h->item.ask == ASK_RANK) {
		open_set(r, h, say(r, RANK_HINT));
		rank_fields(r, h);
	} else if (h->item.ask == ASK_SCALE) {
		open_set(r, h, say(r, SCALE_HINT));
		number_cards(r, h, 5);
	} else {
		open_set(r, h, say(r, ASK_HINT));
		number_cards(r, h, (i64)h->item.options.n);
	}
	emit(&r->out, "</fieldset>");
}

/* Skipping changes nothing, so it is a link. */
static void skip(struct req *r, const struct here *h)
{
	emit(&r->out, "<p class='small'>");
	if (h->late)
		emit(&r->out, "<a class='btn sec' href='now?item=%lld&q=%lld'"
		     " data-skip>%s</a>", h->item.no, h->q + 1,
		     say(r, SKIP_IT));
	else
		emit(&r->out, "<a class='btn sec' href='now?q=%lld'"
		     " data-skip>%s</a>", h->q + 1, say(r, SKIP_IT));
	emit(&r->out, "</p><p class='small muted'>%s</p>",
	     say(r, SKIP_MEANS));
}

void question_form(struct req *r, const struct here *h)
{
	const struct item_goal *g = item_goal_of(&h->item, h->q);

	form_open(r, "answer", "/d/%s/answer", h->g.key);
	form_hidden_no(r, "item", h->item.no);
	form_hidden_no(r, "q", h->q);
	if (h->late)
		form_hidden(r, "late", "1");
	if (g != NULL)
		goal_cards(r, h, g);
	else
		free_question(r, h);
	if (!h->late && h->w.frozen)
		emit(&r->out, "<p class='note'>%s</p>", say(r, FROZEN_NOTE));
	else
		emit(&r->out, "<p class='acts'><button class='btn'"
		     " type='submit'>%s</button></p>", say(r, SEND_ON));
	form_close(r);
	skip(r, h);
}

/* -- reading ------------------------------------------------------------- */

static const char *read_goal(struct req *r, const struct item_goal *g)
{
	struct text_list all = form_all(r, "v", LINE);
	const char *words = "";
	unsigned set;

	for (size_t i = 0; i < all.n; i++)
		words = arena_print(r->s.mem, "%s%s%s", words,
		                    i == 0 ? "" : " ", all.v[i]);
	set = value_read(words, goal_has_path(g));
	if (set != 0)
		return value_write(r->s.mem, set);
	if (all.n > 1 && form_has(r, "v", "no"))
		issue(r, "v", NO_STANDS_ALONE);
	else if (all.n > 1 && form_has(r, "v", "gap"))
		issue(r, "v", GAP_STANDS_ALONE);
	else
		issue(r, "v", NO_ANSWER);
	return "";
}

/* The one option at a place; 0 if there is none, or are several. */
static i64 only_at(const i64 *place, i64 n, i64 at)
{
	i64 who = 0;

	for (i64 i = 1; i <= n; i++) {
		if (place[i] == at && who != 0)
			return 0;
		if (place[i] == at)
			who = i;
	}
	return who;
}

/* Each option's place becomes the options in the order of their places. */
static const char *read_ranks(struct req *r, const struct item *item)
{
	struct arena *mem = r->s.mem;
	i64 n = (i64)item->options.n;
	i64 *place = arena_take(mem, ((size_t)n + 1) * sizeof *place);
	const char *out = "";

	for (i64 i = 1; i <= n; i++)
		place[i] = form_choice(r, arena_print(mem, "place%lld", i),
		                       1, n);
	for (i64 at = 1; at <= n; at++) {
		i64 who = only_at(place, n, at);

		if (who == 0)
			return "";
		out = arena_print(mem, "%s%s%lld", out, at == 1 ? "" : " ",
		                  who);
	}
	return out;
}

static const char *read_free(struct req *r, const struct item *item)
{
	const char *value = item->ask == ASK_TEXT ?
		form_text(r, "text", TEXT) : item->ask == ASK_RANK ?
		read_ranks(r, item) : form_text(r, "v", LINE);

	if (r->issues.n > 0 || ask_reads(item, value))
		return value;
	if (item->ask == ASK_RANK)
		issue_text(r, "place1", say_with(r, NO_RANK,
			arena_print(r->s.mem, "%lld",
			            (i64)item->options.n), NULL));
	else if (item->ask == ASK_TEXT)
		issue(r, "text", NO_TEXT);
	else
		issue(r, "v", NO_ANSWER);
	return "";
}

const char *question_read(struct req *r, const struct here *h)
{
	const struct item_goal *g = item_goal_of(&h->item, h->q);

	return g != NULL ? read_goal(r, g) : read_free(r, &h->item);
}

/* -- in words ------------------------------------------------------------ */

static void ranks_shown(struct req *r, const struct item *i,
                        const char *ranks)
{
	emit(&r->out, "<ol>");
	for (i64 place = 1; place <= (i64)i->options.n; place++)
		for (i64 o = 1; o <= (i64)i->options.n; o++)
			if (place_of(ranks, o) == place)
				emit(&r->out, "<li>%s</li>",
				     i->options.v[o - 1]);
	emit(&r->out, "</ol>");
}

void answer_shown(struct req *r, const struct item *i, i64 q,
                  const struct reply *own)
{
	const struct item_goal *g = item_goal_of(i, q);
	i64 no = 0;

	if (g != NULL)
		values_shown(r, value_read(own->value, goal_has_path(g)));
	else if (i->ask == ASK_RANK)
		ranks_shown(r, i, own->value);
	else if (i->ask == ASK_CHOICE && number_read(own->value, 1,
	         (i64)i->options.n, &no))
		emit(&r->out, "%s", i->options.v[no - 1]);
	else
		emit(&r->out, "%s", own->value);
}
