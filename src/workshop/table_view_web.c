/* Answers to one goal as counts, and in words how far apart they are. */
#include <math.h>

#include "base/text.h"
#include "workshop/show.h"
#include "workshop/table.h"
#include "workshop/table.msg"

static const unsigned with_path[] = { VALUE_DN, VALUE_IN, VALUE_NO, VALUE_IP,
                                      VALUE_DP };
static const unsigned without[] = { VALUE_RN, VALUE_NO, VALUE_RP };

static unsigned value_at(bool path, size_t i)
{
	return path ? with_path[i] : without[i];
}

static void count_cell(struct req *r, i64 n, i64 of)
{
	i64 wide = of <= 0 ? 0 : n * 100 / of;

	emit(&r->out, "<td class='num'><b>%lld</b><svg class='bar'"
	     " viewBox='0 0 100 8' preserveAspectRatio='none'"
	     " aria-hidden='true'><rect class='b' width='100' height='8'/>"
	     "<rect class='v' width='%lld' height='8'/></svg></td>", n, wide);
}

static i64 people_of(const struct views *v)
{
	return v == NULL ? 0 : views_persons(v) + v->gap + v->unanswered;
}

static void row(struct req *r, const char *class, const char *sign,
                const char *word, i64 n, i64 of)
{
	emit(&r->out, "<tr><th scope='row'><span class='effl'><span"
	     " class='eff %s' aria-hidden='true'>%s</span><span>%s</span>"
	     "</span></th>", class, sign, word);
	count_cell(r, n, of);
}

static void second_cell(struct req *r, const struct views *second, i64 n)
{
	if (second != NULL)
		count_cell(r, n, people_of(second));
	emit(&r->out, "</tr>");
}

static void value_row(struct req *r, unsigned one, i64 n, i64 of)
{
	row(r, value_class(one), value_sign(one), value_word(r, one), n, of);
}

void views_table(struct req *r, bool path, const struct views *v,
                 const struct views *second)
{
	i64 of = people_of(v);

	emit(&r->out, "<table class='narrow'><caption class='vh'>%s</caption>"
	     "<thead><tr><th scope='col'>%s</th><th scope='col'>%s</th>",
	     say(r, T_VIEWS), say(r, T_ANSWER), say(r, T_PERSONS));
	if (second != NULL)
		emit(&r->out, "<th scope='col'>%s</th>", say(r, T_TABLES));
	emit(&r->out, "</tr></thead><tbody>");
	for (size_t i = v->scale; i-- > 0; ) {
		value_row(r, value_at(path, i), v->chose[i], of);
		second_cell(r, second, second == NULL ? 0 :
		            second->chose[i]);
	}
	value_row(r, VALUE_GAP, v->gap, of);
	second_cell(r, second, second == NULL ? 0 : second->gap);
	row(r, "un", "", say(r, T_UNANSWERED), v->unanswered, of);
	second_cell(r, second, second == NULL ? 0 : second->unanswered);
	emit(&r->out, "</tbody></table>");
}

/* -- in words ------------------------------------------------------------ */

static const char *and_so(const struct req *r, const char *text,
                          const struct counted *what, i64 n)
{
	if (n == 0)
		return text;
	return arena_print(r->s.mem, "%s%s%s", text, *text == '\0' ? "" :
	                   ", ", say_count(r, what, n));
}

static const char *divided_say(const struct req *r, const struct views *v)
{
	const char *text = and_so(r, "", T_SEE_PLUS, v->positive);

	text = and_so(r, text, T_SEE_MINUS, v->negative);
	text = and_so(r, text, T_SEE_BOTH, v->both);
	text = and_so(r, text, T_SEE_NONE, v->none);
	return say_with(r, T_DIVIDED, text, NULL);
}

const char *accord_say(const struct req *r, const struct views *v)
{
	switch (accord_of(v)) {
	case ACCORD_TOO_FEW:   return say(r, T_FEW);
	case ACCORD_AGREED:    return say(r, T_AGREED);
	case ACCORD_PATH:      return say(r, T_PATH);
	case ACCORD_DIRECTION: return divided_say(r, v);
	}
	return "";
}

static const char *hundredths(const struct req *r, double share)
{
	i64 n = llround(share * 100);

	return arena_print(r->s.mem, "%lld%s%02lld", n / 100,
	                   r->language == ENGLISH ? "." : ",", n % 100);
}

void spread_shown(struct req *r, bool path, const struct views *v)
{
	struct spread s = spread_of(v->chose, v->scale);
	const char *middle;

	if (views_persons(v) < 2)
		return;
	middle = value_word(r, value_at(path, (size_t)s.median));
	emit(&r->out, "<p>%s %s</p><p class='small muted'>%s</p>",
	     say_with(r, s.between ? T_MEDIAN_TWO : T_MEDIAN, middle, NULL),
	     say_with(r, T_ALIKE, hundredths(r, s.agreement),
	     say(r, s.agreement >= 0.8 ? T_ALIKE_MUCH : s.agreement >= 0.5 ?
	     T_ALIKE_SOME : T_ALIKE_LITTLE)), say(r, T_ALIKE_MEANS));
}
