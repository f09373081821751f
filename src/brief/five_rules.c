/* Where the answers lead, and what the document knows of each step. */
#include <string.h>

#include "base/text.h"
#include "brief/five.h"
#include "brief/five.msg"

/* -- the order of steps -------------------------------------------------- */

struct five five_of(const char *answers)
{
	struct five f = { FIVE_ASKS, 1 };

	for (; f.at <= FIVE_STEPS; f.at++, answers++) {
		if (*answers == '\0')
			return f;
		if (*answers == 'y')
			continue;
		f.state = f.at == 1 ? FIVE_NOT_USED : FIVE_BACK;
		return f;
	}
	f.state = FIVE_READY;
	f.at = FIVE_STEPS;
	return f;
}

const char *five_read(struct arena *mem, const char *answers)
{
	size_t n = strspn(answers, "y");

	if (n > FIVE_STEPS)
		n = FIVE_STEPS;
	if (n < FIVE_STEPS && answers[n] == 'n')
		n++;
	return arena_text(mem, answers, n);
}

/* -- what is known ------------------------------------------------------- */

struct knowing {
	struct arena          *mem;
	const struct document *d;
	enum language          language;
	struct five_hints     *out;
};

static const char *word(const struct knowing *k, const struct sentence *s,
                        const char *first, const char *second)
{
	return say_fill(k->mem, s->in[k->language], first, second);
}

static void know(const struct knowing *k, int step, const char *text)
{
	*PUSH(k->mem, &k->out->of[step]) = text;
}

/* Groups of a combination are parted by +. */
static bool names_sex(const struct finding *f)
{
	static const char *const sexes[] = { "women", "men", "girls",
	                                     "boys" };

	for (size_t i = 0; i < f->groups.n; i++) {
		const char *at = f->groups.v[i];

		while (*at != '\0') {
			size_t n = strcspn(at, "+");

			for (size_t s = 0; s < COUNT(sexes); s++)
				if (strlen(sexes[s]) == n &&
				    strncmp(at, sexes[s], n) == 0)
					return true;
			at += n + (at[n] == '+');
		}
	}
	return false;
}

/* "F3, F9" of those that name a sex, or of those that name other groups. */
static const char *numbers(const struct knowing *k, bool sex, i64 *n)
{
	const struct finding_list *all = &k->d->findings;
	const char *text = "";

	*n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		if (f->groups.n == 0 || names_sex(f) != sex)
			continue;
		text = (*n)++ == 0 ? arena_print(k->mem, "F%lld", f->no) :
		       arena_print(k->mem, "%s, F%lld", text, f->no);
	}
	return text;
}

static const char *counted(const struct knowing *k, const struct counted *s,
                           i64 n, const char *list)
{
	return say_fill(k->mem, say_number(k->mem, k->language, s, n), list,
	                NULL);
}

static void concerns(const struct knowing *k)
{
	i64 n;
	const char *list = numbers(k, true, &n);

	know(k, 1, n > 0 ? counted(k, K_SEX, n, list) :
	     word(k, K_NO_SEX, NULL, NULL));
	list = numbers(k, false, &n);
	if (n > 0)
		know(k, 1, counted(k, K_GROUPS, n, list));
}

static void figures(const struct knowing *k, const struct hole_list *holes)
{
	for (size_t i = 0; i < holes->n; i++)
		if (holes->v[i].kind == HOLE_BY_SEX)
			know(k, 2, holes->v[i].fact);
	if (k->out->of[2].n == 0)
		know(k, 2, word(k, K_NO_HOLE, NULL, NULL));
}

static void consequences(const struct knowing *k)
{
	const struct finding_list *all = &k->d->findings;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == FINDING_EFFECT &&
		    names_sex(&all->v[i]))
			know(k, 3, word(k, K_FINDING, arena_print(k->mem,
				"F%lld", all->v[i].no), all->v[i].sentence));
	if (k->out->of[3].n == 0)
		know(k, 3, word(k, K_NO_FINDING, NULL, NULL));
}

static bool comes_from_sex(const struct knowing *k, const struct action *a)
{
	const struct finding_list *all = &k->d->findings;

	for (size_t i = 0; i < all->n; i++)
		if (names_sex(&all->v[i]) && action_has(a, all->v[i].id))
			return true;
	return false;
}

static void measures(const struct knowing *k)
{
	const struct action_list *all = &k->d->actions;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].state != ACTION_DROPPED &&
		    comes_from_sex(k, &all->v[i]))
			know(k, 4, word(k, K_FINDING, arena_print(k->mem,
				"A%lld", all->v[i].no), all->v[i].title));
	if (k->out->of[4].n == 0)
		know(k, 4, word(k, K_NO_ACTION, NULL, NULL));
}

static bool is_marked(const struct knowing *k, i64 goal)
{
	const struct finding_list *all = &k->d->findings;

	for (size_t i = 0; i < all->n; i++)
		for (size_t m = 0; m < all->v[i].marks.n; m++)
			if (all->v[i].marks.v[m].goal == goal)
				return true;
	return false;
}

/* National goals of gender equality, and the fifth of Agenda 2030. */
static bool is_equality(const struct framework *f, const struct goal *g)
{
	if (f->kind == FRAMEWORK_AGENDA2030)
		return same(g->code, "5") || strncmp(g->code, "5.", 2) == 0;
	return same(f->code, "jamstalldhet");
}

static void goals(const struct knowing *k)
{
	const char *text = "";

	for (size_t i = 0; i < k->d->frameworks.n; i++) {
		const struct framework *f = &k->d->frameworks.v[i];

		for (size_t g = 0; g < f->goals.n; g++) {
			const struct goal *at = &f->goals.v[g];
			const char *name = k->language == ENGLISH &&
				!text_blank(at->title_en) ? at->title_en :
				at->title_sv;

			if (!is_equality(f, at) || !is_marked(k, at->id))
				continue;
			text = *text == '\0' ? name :
			       arena_print(k->mem, "%s, %s", text, name);
		}
	}
	know(k, 5, *text == '\0' ? word(k, K_NO_GOALS, NULL, NULL) :
	     word(k, K_GOALS, text, NULL));
}

void five_hints(struct arena *mem, const struct document *d,
                const struct hole_list *holes, enum language language,
                struct five_hints *out)
{
	struct knowing k = { .mem = mem, .d = d, .language = language,
	                     .out = out };

	*out = (struct five_hints){0};
	concerns(&k);
	figures(&k, holes);
	consequences(&k);
	measures(&k);
	goals(&k);
}
