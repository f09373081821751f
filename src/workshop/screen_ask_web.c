/* Free questions and proposals, shown to all. */
#include "base/text.h"
#include "workshop/screen.h"
#include "workshop/screen.msg"

enum { TEXTS = 14, TEXT_LENGTH = 90, IDEAS = 14 };

static const char *no_say(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

static void more_of(struct req *r, size_t n, size_t shown)
{
	if (n > shown)
		emit(&r->out, "<p class='sub'>%s</p>", say_count(r, T_MORE,
		     (i64)(n - shown)));
}

static void texts(struct req *r, const struct screen *v)
{
	const struct tally_list *all = &v->tallies;

	emit(&r->out, "<ul class='names'>");
	for (size_t i = 0; i < all->n && i < TEXTS; i++)
		emit(&r->out, "<li>%s</li>", text_short(r->s.mem,
		     all->v[i].value, TEXT_LENGTH));
	emit(&r->out, "</ul>");
	more_of(r, all->n, TEXTS);
}

static void choice_row(struct req *r, const struct choice *c, i64 most)
{
	emit(&r->out, "<tr><th scope='row'>%s</th><td class='num'><b>%s</b>"
	     "</td><td><svg class='bar' viewBox='0 0 100 8'"
	     " preserveAspectRatio='none' aria-hidden='true'><rect class='v'"
	     " width='%lld' height='8'/></svg></td></tr>", c->label,
	     no_say(r, c->n), most == 0 ? 0 : c->n * 100 / most);
}

static void choices(struct req *r, const struct screen *v)
{
	struct choice_list all = choices_of(r->s.mem, &v->item, &v->tallies);
	i64 most = 0;

	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].n > most)
			most = all.v[i].n;
	emit(&r->out, "<table class='bars'><thead class='vh'><tr>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th><th scope='col'>"
	     "%s</th></tr></thead><tbody>", say(r, S_ANSWER), say(r, S_COUNT),
	     say(r, S_SPREAD));
	for (size_t i = 0; i < all.n; i++)
		choice_row(r, &all.v[i], most);
	emit(&r->out, "</tbody></table>");
}

static void places(struct req *r, const struct screen *v)
{
	struct place_list all = places_of(r->s.mem, &v->item, &v->tallies);

	emit(&r->out, "<table class='places'><thead><tr><th scope='col'>%s"
	     "</th>", say(r, R_OPTION));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<th scope='col' class='num'>%s</th>", say_with(
		     r, R_PLACE, no_say(r, (i64)i + 1), NULL));
	emit(&r->out, "</tr></thead><tbody>");
	for (size_t i = 0; i < all.n; i++) {
		emit(&r->out, "<tr><th scope='row'>%s</th>", all.v[i].label);
		for (size_t k = 0; k < all.n; k++)
			emit(&r->out, "<td class='num'>%s</td>", no_say(r,
			     all.v[i].n[k]));
		emit(&r->out, "</tr>");
	}
	emit(&r->out, "</tbody></table><p class='sub'>%s</p>",
	     say(r, R_ORDER));
}

static void not_yet(struct req *r, const struct screen *v)
{
	emit(&r->out, "<p class='say' role='status'>%s", say_with(r,
	     S_ANSWERED, no_say(r, v->answered), no_say(r, v->asked)));
	if (v->item.ask == ASK_SCALE && v->tallies.n > 0)
		emit(&r->out, " %s", say_with(r, R_MEDIAN, no_say(r,
		     scale_median(&v->tallies)), NULL));
	emit(&r->out, "</p>");
}

void screen_question(struct req *r, const struct screen *v)
{
	switch (v->item.ask) {
	case ASK_NONE:
		return;
	case ASK_TEXT:
		texts(r, v);
		break;
	case ASK_CHOICE:
	case ASK_SCALE:
		choices(r, v);
		break;
	case ASK_RANK:
		places(r, v);
		break;
	}
	not_yet(r, v);
}

/* -- proposals ------------------------------------------------------------ */

static i64 merged_into(const struct idea_list *all, i64 id)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].into == id;
	return n;
}

/* Those that stand for themselves; how many were put together with each. */
void screen_ideas(struct req *r, const struct screen *v)
{
	size_t n = 0;

	emit(&r->out, "<ul class='names'>");
	for (size_t i = 0; i < v->ideas.n; i++) {
		const struct idea *one = &v->ideas.v[i];
		i64 alike = merged_into(&v->ideas, one->id);

		if (one->into != 0 || n++ >= IDEAS)
			continue;
		emit(&r->out, "<li>%s", text_short(r->s.mem, one->text,
		     TEXT_LENGTH));
		if (alike > 0)
			emit(&r->out, " <small>%s</small>", say_count(r,
			     I_SAME, alike + 1));
		if (one->chosen)
			emit(&r->out, " <small>%s</small>", say(r,
			     I_CHOSEN));
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
	more_of(r, n, IDEAS);
	if (n == 0)
		emit(&r->out, "<p class='say'>%s</p>", say(r, I_NONE));
}
