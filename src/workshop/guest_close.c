/* The end of the meeting on a phone: three quick questions about it. */
#include "base/text.h"
#include "workshop/guest.h"
#include "workshop/guest.msg"

enum { MOST = 5, PACES = 3 };

static void numbers(struct req *r, const char *name,
                    const struct sentence *label, i64 stored)
{
	struct option_list all = {0};

	for (i64 i = 1; i <= MOST; i++) {
		const char *no = arena_print(r->s.mem, "%lld", i);

		option_add(r, &all, no, i == 1 ? say(r, EVAL_1) :
		           i == MOST ? say(r, EVAL_5) : no, stored == i);
	}
	ask_line(r, &(struct ask){ .name = name, .label = say(r, label) },
	         &all, false);
}

static void pace(struct req *r, i64 stored)
{
	static const struct sentence *const words[] = { PACE_SLOW,
		PACE_RIGHT, PACE_FAST };
	struct option_list all = {0};

	for (i64 i = 1; i <= PACES; i++)
		option_add(r, &all, arena_print(r->s.mem, "%lld", i),
		           say(r, words[i - 1]), stored == i);
	ask_line(r, &(struct ask){ .name = "pace",
		.label = say(r, EVAL_PACE) }, &all, false);
}

static void form(struct req *r, const struct here *h,
                 const struct evaluation *own)
{
	form_open(r, "evaluation", "/d/%s/evaluation", h->g.key);
	emit(&r->out, "<p class='lead'>%s</p>", say(r, EVAL_LEAD));
	numbers(r, "worth", EVAL_WORTH, own->worth);
	pace(r, own->pace);
	numbers(r, "heard", EVAL_HEARD, own->heard);
	ask_text(r, &(struct ask){ .name = "text",
		.label = say(r, EVAL_TEXT), .hint = say(r, ONE_SENTENCE),
		.stored = own->text == NULL ? "" : own->text,
		.optional = true, .rows = 3 });
	emit(&r->out, "<p class='acts'><button class='btn' type='submit'>%s"
	     "</button></p>", say(r, EVAL_SEND));
	form_close(r);
}

/* What an elected member thinks is stored with the table only. */
enum status evaluation_shown(struct req *r, const struct here *h)
{
	struct evaluation own = {0};
	enum status found = OK;

	emit(&r->out, "<h1>%s</h1>", item_question(r, &h->item, NULL));
	if (h->g.kind == GUEST_PERSON && h->g.category != CATEGORY_ELECTED) {
		found = evaluation_own(&r->s, &h->g, &own);
		if (found != OK && found != NOT_FOUND)
			return found;
		if (found == OK)
			emit(&r->out, "<p role='status'><b>%s</b></p>",
			     say(r, EVAL_THANKS));
		form(r, h, &own);
	}
	emit(&r->out, "<p class='acts'><a class='btn sec' href='receipt'>%s"
	     "</a></p>", say(r, TO_RECEIPT));
	return missed_shown(r, h);
}

enum status evaluation_read(struct req *r, const struct here *h)
{
	struct evaluation said = {
		.worth = form_choice(r, "worth", 1, MOST),
		.pace  = form_choice(r, "pace", 1, PACES),
		.heard = form_choice(r, "heard", 1, MOST),
		.text  = form_text(r, "text", TEXT),
	};

	if (h->w.state >= WORKSHOP_COMPILED)
		issue(r, NULL, EVAL_CLOSED);
	TRY(form_fine(r));
	TRY(evaluation_set(&r->s, &h->g, &said));
	return go(r, "now");
}
