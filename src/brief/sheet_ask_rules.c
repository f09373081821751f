/* The lists of a draft: who disagrees, what changed, what to ask, what is not
 * known. */
#include <string.h>

#include "base/text.h"
#include "brief/draft.h"
#include "brief/sheet.msg"

enum { ASKS = 3, SPEAKER = 60 };

/* -- who disagrees ------------------------------------------------------- */

struct voice voice_read(struct arena *mem, const char *line)
{
	const char *colon = strchr(line, ':');
	struct voice v = { "", line };

	if (colon == NULL || colon == line || colon - line > SPEAKER ||
	    text_blank(colon + 1))
		return v;
	v.who = text_trim(mem, arena_text(mem, line, (size_t)(colon - line)));
	v.says = text_trim(mem, colon + 1);
	return v;
}

/* Only groups speak: a line that says nobody's name is left to a person. */
static void voices_written(const struct draft *w)
{
	struct text_list lines = text_lines(w->mem, w->conflict->dissent);

	for (size_t i = 0; i < lines.n; i++)
		if (*voice_read(w->mem, lines.v[i]).who != '\0')
			draft_line(w, &w->out->voices, lines.v[i]);
}

void draft_voices(const struct draft *w)
{
	const struct finding_list *all = &w->d->findings;

	if (w->conflict == NULL)
		return;
	voices_written(w);
	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		if (f->dissent && f->source == SOURCE_TABLE &&
		    conflict_has(w->conflict, f->id) &&
		    !text_blank(f->written_by))
			draft_line(w, &w->out->voices, draft_say(w, S_VOICE,
			           f->written_by, f->sentence));
	}
}

/* -- what changed -------------------------------------------------------- */

/* A sentence ends where another begins after it; lines stay lines. */
static void sentences_of(const struct draft *w, const char *text)
{
	struct text_list lines = text_lines(w->mem, text);

	for (size_t i = 0; i < lines.n; i++) {
		const char *from = lines.v[i], *end;

		while ((end = strstr(from, ". ")) != NULL) {
			draft_line(w, &w->out->changes, arena_text(w->mem,
			           from, (size_t)(end - from) + 1));
			from = end + 2;
		}
		if (!text_blank(from))
			draft_line(w, &w->out->changes, from);
	}
}

/* What it says now, after what it said; what is new stands alone. */
static void changed(const struct draft *w, const struct proposal_change *c)
{
	draft_line(w, &w->out->changes, text_blank(c->was) ? c->becomes :
	           draft_say(w, S_CHANGED_FROM, c->was, c->becomes));
}

void draft_changes(const struct draft *w)
{
	const struct answer_list *all = &w->d->answers;

	for (size_t i = 0; i < w->d->changes.n; i++)
		changed(w, &w->d->changes.v[i]);
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].means, MEANS_CHANGES) &&
		    !text_blank(all->v[i].value))
			sentences_of(w, all->v[i].value);
}

/* -- what is not known --------------------------------------------------- */

static bool is_open_gap(const struct finding *f)
{
	return f->kind == FINDING_GAP && f->gap.state == GAP_OPEN;
}

static const char *in_small(struct arena *mem, const char *name)
{
	return text_short(mem, name, SPEAKER);
}

/* "Äldre boende, ungdomsrådet", or "" if nobody is. */
static const char *missing_names(const struct draft *w)
{
	const struct actor_link_list *all = &w->d->links;
	const char *text = "";

	for (size_t i = 0; i < all->n; i++) {
		const char *name = in_small(w->mem, all->v[i].name);

		if (!all->v[i].missing)
			continue;
		text = *text == '\0' ? name :
		       arena_print(w->mem, "%s, %s", text, name);
	}
	return text;
}

void draft_unknown(const struct draft *w)
{
	const struct finding_list *all = &w->d->findings;
	const char *names = missing_names(w), **to = &w->out->unknown;

	if (*names != '\0')
		draft_line(w, to, draft_say(w, D_MISSING, names, NULL));
	else if (document_answer(w->d, MEANS_MISSING) == NULL)
		draft_line(w, to, draft_say(w, D_NOT_ASKED, NULL, NULL));
	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		if (!is_open_gap(f))
			continue;
		draft_line(w, to, f->gap.due == 0 ? f->sentence :
			draft_say(w, D_GAP_DUE, f->sentence, day_say(w->mem,
			          w->language, f->gap.due)));
	}
}

/* -- three questions ----------------------------------------------------- */

static void ask(const struct draft *w, size_t *n, const struct sentence *s,
                const char *first, const char *second)
{
	const char *line;

	if (*n >= ASKS)
		return;
	line = draft_say(w, s, first == NULL ? NULL : draft_bare(w, first),
	                 second == NULL ? NULL : draft_bare(w, second));
	draft_line(w, &w->out->asks, line);
	(*n)++;
}

static void ask_of_ways(const struct draft *w, size_t *n)
{
	const struct choice_way_list *all = &w->out->ways;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].reversible == REVERSIBLE_NO) {
			ask(w, n, D_Q_BACK, all->v[i].title, NULL);
			return;
		}
}

static bool concerns(const struct draft *w, const struct action *a)
{
	for (size_t i = 0; i < a->sources.n; i++)
		if (w->conflict == NULL ||
		    a->sources.v[i].conflict_no == w->conflict->no ||
		    conflict_has(w->conflict, a->sources.v[i].finding))
			return true;
	return false;
}

static void ask_of_others(const struct draft *w, size_t *n)
{
	const struct action_list *all = &w->d->actions;

	for (size_t i = 0; i < all->n; i++)
		if (action_is_proposed_to(&all->v[i]) &&
		    concerns(w, &all->v[i])) {
			ask(w, n, D_Q_OTHER, all->v[i].other_org,
			    all->v[i].title);
			return;
		}
}

/* A finding on a side of the conflict is handled by it. */
static void ask_of_findings(const struct draft *w, size_t *n)
{
	const struct finding_list *all = &w->d->findings;

	for (size_t i = 0; i < all->n; i++) {
		const struct finding *f = &all->v[i];

		if (w->conflict == NULL && finding_is_negative(f) &&
		    finding_handled(f, &w->d->conflicts, &w->d->positions,
		                    &w->d->actions) == BY_NOTHING)
			ask(w, n, D_Q_OPEN, f->sentence, NULL);
	}
	for (size_t i = 0; i < all->n; i++)
		if (is_open_gap(&all->v[i])) {
			ask(w, n, D_Q_GAP, all->v[i].sentence, NULL);
			return;
		}
}

/* In the order of what can be undone least; always three. */
void draft_asks(const struct draft *w)
{
	const char *names = missing_names(w);
	size_t n = 0;

	ask_of_ways(w, &n);
	if (*names != '\0')
		ask(w, &n, D_Q_MISSING, names, NULL);
	ask_of_others(w, &n);
	ask_of_findings(w, &n);
	ask(w, &n, D_Q_WHO, NULL, NULL);
	ask(w, &n, D_Q_WAIT, NULL, NULL);
	ask(w, &n, D_Q_KNOW, NULL, NULL);
}
