/* A question on a phone: drawn as a form, and read when it comes back. */
#include "base/text.h"
#include "workshop/guest.h"
#include "workshop/guest.msg"
#include "workshop/table.h"

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

/* A field of text beside it says itself what is wrong with it. */
static void open_set(struct req *r, const struct here *h, const char *name,
                     const char *hint)
{
	const char *wrong = h->item.ask == ASK_TEXT ? NULL :
	                    issue_at(r, name);

	emit(&r->out, "<fieldset class='%s'", wrong != NULL ? "f bad" : "");
	if (h->item.ask != ASK_TEXT)
		emit(&r->out, " id='answer-%s'", name);
	emit(&r->out, " aria-describedby='answer-set-h%s'>",
	     wrong != NULL ? " answer-set-e" : "");
	head(r, h);
	emit(&r->out, "<p class='hint' id='answer-set-h'>%s</p>", hint);
	if (wrong != NULL)
		emit(&r->out, "<p class='error' id='answer-set-e'>%s</p>",
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
	open_set(r, h, "v", say(r, CHOOSE_HINT));
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

		ask_pick(r, "free", &(struct option){ .value = no,
			.label = h->item.ask == ASK_CHOICE ?
			         names->v[i - 1] : no,
			.chosen = own != NULL && same(own->value, no) },
			false);
	}
}

static void free_question(struct req *r, const struct here *h)
{
	const struct item *i = &h->item;
	const struct reply *own = own_reply(h, h->q);

	open_set(r, h, "free", say(r, i->ask == ASK_SCALE ? SCALE_HINT :
	                           i->ask == ASK_RANK ? RANK_HINT :
	                           ASK_HINT));
	if (i->ask == ASK_CHOICE || i->ask == ASK_SCALE)
		number_cards(r, h, i->ask == ASK_SCALE ? 5 :
		             (i64)i->options.n);
	else
		ask_free(r, i, own == NULL ? "" : own->value);
	emit(&r->out, "</fieldset>");
}

/* Skipping changes nothing, so it is a link. */
static void skip(struct req *r, const struct here *h)
{
	if (h->late)
		emit(&r->out, "<a class='btn sec' href='now?item=%lld"
		     "&goal=%lld'>%s</a>", h->item.no, h->q + 1,
		     say(r, SKIP_IT));
	else
		emit(&r->out, "<a class='btn sec' href='now?goal=%lld'>%s"
		     "</a>", h->q + 1, say(r, SKIP_IT));
}

void question_form(struct req *r, const struct here *h)
{
	const struct item_goal *g = item_goal_of(&h->item, h->q);
	bool frozen = !h->late && h->w.frozen;

	form_open(r, "answer", "/d/%s/answer", h->g.key);
	form_hidden_no(r, "item", h->item.no);
	form_hidden_no(r, "goal", h->q);
	if (h->late)
		form_hidden(r, "late", "1");
	if (g != NULL)
		goal_cards(r, h, g);
	else
		free_question(r, h);
	if (frozen)
		emit(&r->out, "<p class='note'>%s</p>", say(r, FROZEN_NOTE));
	emit(&r->out, "<p class='acts'>");
	if (!frozen)
		button(r, "btn", say(r, SEND_ON));
	skip(r, h);
	emit(&r->out, "</p><p class='small muted'>%s</p>",
	     say(r, SKIP_MEANS));
	form_close(r);
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

const char *question_read(struct req *r, const struct here *h)
{
	const struct item_goal *g = item_goal_of(&h->item, h->q);

	return g != NULL ? read_goal(r, g) : read_free(r, &h->item);
}

/* -- in words ------------------------------------------------------------ */

void answer_shown(struct req *r, const struct item *i, i64 q,
                  const struct reply *own)
{
	const struct item_goal *g = item_goal_of(i, q);

	if (g != NULL)
		values_shown(r, value_read(own->value, goal_has_path(g)));
	else
		emit(&r->out, "%s", free_say(r, i, own->value));
}
