/* Where a matter stands in its chain, and how a proposal to it begins. */
#include <string.h>

#include "base/text.h"
#include "matter/chain.h"

bool chain_concluded(const struct step_body *at,
                     const struct outcome_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].step_body == at->id &&
		    outcome_concludes(all->v[i].kind))
			return true;
	return false;
}

static bool withdrawn(const struct outcome_list *all)
{
	return all->n > 0 && all->v[all->n - 1].kind == OUTCOME_WITHDRAWN;
}

const struct step_body *chain_next(const struct chain *chain,
                                   const struct outcome_list *all)
{
	if (withdrawn(all))
		return NULL;
	for (size_t i = 0; i < chain->n; i++)
		if (!chain_concluded(&chain->v[i], all))
			return &chain->v[i];
	return NULL;
}

/* The day it was planned for is over when it met then and did not conclude. */
i64 chain_next_on(const struct chain *chain, const struct outcome_list *all)
{
	const struct step_body *next = chain_next(chain, all);

	if (next == NULL)
		return 0;
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].step_body == next->id &&
		    all->v[i].held_on >= next->planned_on)
			return 0;
	return next->planned_on;
}

/* -- words --------------------------------------------------------------- */

const char *body_title(struct arena *mem, const struct body *b)
{
	char *out = arena_copy(mem, or_empty(b->name));
	unsigned char *c = (unsigned char *)out;

	if (c[0] >= 'a' && c[0] <= 'z')
		c[0] = (unsigned char)(c[0] - 'a' + 'A');
	else if (c[0] == 0xc3 && c[1] >= 0xa0 && c[1] <= 0xbe && c[1] != 0xb7)
		c[1] = (unsigned char)(c[1] - 0x20);    /* å ä ö é … */
	return out;
}

static const char *in_sentence(const struct body *b, bool shorts)
{
	return shorts && !text_blank(b->shortened) ? b->shortened :
	       or_empty(b->name);
}

static const char *first_word(struct arena *mem, const struct body *b,
                              bool shorts)
{
	return shorts && !text_blank(b->shortened) ? b->shortened :
	       body_title(mem, b);
}

static bool speaks(const struct step_body *at)
{
	return at->role == ROLE_PROPOSES || at->role == ROLE_DECIDES;
}

/* The next one from here on that proposes or decides, or the chain's end. */
static size_t speaker(const struct chain *chain, size_t from)
{
	while (from < chain->n && !speaks(&chain->v[from]))
		from++;
	return from;
}

static const char *decides(struct arena *mem, const struct step_body *at,
                           const char *so_far)
{
	return at->body.kind == BODY_DELEGATE ?
	       arena_print(mem, "%s, med stöd av delegationsordningen, att",
	                   so_far) :
	       arena_print(mem, "%s att", so_far);
}

const char *chain_wording(struct arena *mem, const struct chain *chain,
                          size_t step, bool shorts)
{
	const struct step_body *at;
	const char *out;

	if (step < chain->n && chain->v[step].role == ROLE_IS_TOLD)
		return arena_print(mem, "Beslutet anmäls till %s.",
		                   in_sentence(&chain->v[step].body,
		                               shorts));
	step = speaker(chain, step);
	if (step >= chain->n)
		return "";
	at = &chain->v[step];
	out = arena_print(mem, "%s beslutar", first_word(mem, &at->body,
	                                                 shorts));
	while (at->role == ROLE_PROPOSES) {
		step = speaker(chain, step + 1);
		if (step >= chain->n)
			break;
		at = &chain->v[step];
		out = arena_print(mem, "%s föreslå %s besluta", out,
		                  in_sentence(&at->body, shorts));
	}
	return decides(mem, at, out);
}
