/* One step a page, as plain links: the answers so far stand in the address, so
 * nothing is kept of who only wants to read the advice. */
#include <string.h>

#include "base/text.h"
#include "brief/five.h"
#include "brief/five.msg"
#include "web/page.h"

static const struct {
	const struct sentence *question, *help, *reason;
} steps[FIVE_STEPS + 1] = {
	[1] = { G_Q1, G_H1, NULL }, [2] = { G_Q2, G_H2, V_R2 },
	[3] = { G_Q3, G_H3, V_R3 }, [4] = { G_Q4, G_H4, V_R4 },
	[5] = { G_Q5, G_H5, V_R5 },
};

const char *five_word(const struct req *r, struct five f)
{
	switch (f.state) {
	case FIVE_ASKS:
		break;
	case FIVE_NOT_USED:
		return say(r, V_NOT_USED);
	case FIVE_BACK:
		return say(r, V_BACK);
	case FIVE_READY:
		return say(r, V_READY);
	}
	return say_with(r, G_STEP, arena_print(r->s.mem, "%d", f.at), NULL);
}

/* -- a step -------------------------------------------------------------- */

static void hints(struct req *r, const struct text_list *all)
{
	emit(&r->out, "<div class='panel'><h2>%s</h2><ul>",
	     say(r, G_KNOWN));
	for (size_t i = 0; i < all->n; i++)
		emit(&r->out, "<li>%s</li>", all->v[i]);
	emit(&r->out, "</ul><p class='muted'>%s</p></div>",
	     say(r, G_KNOWN_TEXT));
}

static void way_back(struct req *r, const char *here, const char *answers)
{
	size_t n = strlen(answers);

	if (n > 0)
		emit(&r->out, "<p class='noprint'><a href='%s?s=%s'>%s</a>"
		     "</p>", here, arena_text(r->s.mem, answers, n - 1),
		     say(r, G_BACK));
}

static void step(struct req *r, const char *here, const char *answers,
                 int at, const struct five_hints *known)
{
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1><p>%s</p>"
	     "<p class='acts'><a class='btn' href='%s?s=%sy'>%s</a>"
	     "<a class='btn' href='%s?s=%sn'>%s</a></p>",
	     say_with(r, G_STEP, arena_print(r->s.mem, "%d", at), NULL),
	     say(r, steps[at].question), say(r, steps[at].help), here,
	     answers, say(r, G_YES), here, answers, say(r, G_NO));
	hints(r, &known->of[at]);
	way_back(r, here, answers);
}

/* -- the advice ---------------------------------------------------------- */

static void to_complete(struct req *r, int at, const struct five_hints *known)
{
	emit(&r->out, "<p class='lead'>%s</p><blockquote class='say'>%s"
	     "</blockquote><h2>%s</h2><p>%s</p>", say_with(r, V_BACK_TEXT,
	     arena_print(r->s.mem, "%d", at), NULL), say(r,
	     steps[at].reason), say(r, V_NO_TIME), say(r, V_NO_TIME_TEXT));
	hints(r, &known->of[at]);
}

static void answered(struct req *r, const char *answers)
{
	size_t n = strlen(answers);

	emit(&r->out, "<h2>%s</h2><ol>", say(r, V_YOURS));
	for (size_t i = 0; i < FIVE_STEPS; i++) {
		const struct sentence *word = i >= n ? V_NOT_REACHED :
			answers[i] == 'y' ? G_YES : G_NO;

		emit(&r->out, "<li>%s <b>%s</b></li>",
		     say(r, steps[i + 1].question), say(r, word));
	}
	emit(&r->out, "</ol>");
}

void five_page(struct req *r, const char *here, const char *answers,
               const struct five_hints *known)
{
	struct five f = five_of(answers);

	if (f.state == FIVE_ASKS) {
		step(r, here, answers, f.at, known);
		return;
	}
	emit(&r->out, "<h1>%s</h1>", five_word(r, f));
	if (f.state == FIVE_BACK)
		to_complete(r, f.at, known);
	else
		emit(&r->out, "<p class='lead'>%s</p>",
		     say(r, f.state == FIVE_READY ? V_READY_TEXT :
		                                    V_NOT_USED_TEXT));
	answered(r, answers);
	way_back(r, here, answers);
}
