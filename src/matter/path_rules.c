/* Paths to a decision, made of the bodies an organisation has. */
#include <string.h>

#include "base/text.h"
#include "matter/matter_view.h"

const char *body_short(struct arena *mem, const struct body *b)
{
	return text_blank(b->shortened) ? body_title(mem, b) : b->shortened;
}

static const struct body *first_of(const struct body_list *all,
                                   enum body_kind kind)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == kind && !all->v[i].retired)
			return &all->v[i];
	return NULL;
}

/* "regionstyrelsens arbetsutskott" belongs to "regionstyrelsen"; names are
 * written as people write them. */
static const struct body *working_of(const struct body_list *all,
                                     const struct body *of)
{
	size_t n = strlen(of->name);

	for (size_t i = 0; i < all->n; i++) {
		const struct body *b = &all->v[i];

		if (b->kind == BODY_WORKING && !b->retired &&
		    strncmp(b->name, of->name, n) == 0 &&
		    strncmp(b->name + n, "s ", 2) == 0)
			return b;
	}
	return NULL;
}

/* Bodies of a path in order; those that are NULL are left out. */
static void path(struct arena *mem, struct path_list *out,
                 const struct body *const *bodies, size_t n)
{
	struct path *p = PUSH(mem, out);

	p->value = p->label = "";
	for (size_t i = 0; i < n; i++) {
		bool first = *p->value == '\0';

		if (bodies[i] == NULL)
			continue;
		p->value = arena_print(mem, "%s%s%lld", p->value,
		                       first ? "" : ".", bodies[i]->no);
		p->label = arena_print(mem, "%s%s%s", p->label,
		                       first ? "" : " → ",
		                       body_short(mem, bodies[i]));
	}
}

static void path_of(struct arena *mem, struct path_list *out,
                    const struct body *a, const struct body *b,
                    const struct body *c, const struct body *d)
{
	const struct body *const all[] = { a, b, c, d };

	path(mem, out, all, COUNT(all));
}

static void of_committee(struct arena *mem, const struct body_list *all,
                         const struct body *c, struct path_list *out)
{
	const struct body *board = first_of(all, BODY_BOARD);
	const struct body *assembly = first_of(all, BODY_ASSEMBLY);
	const struct body *working = working_of(all, c);

	path_of(mem, out, working, c, NULL, NULL);
	if (board != NULL && assembly != NULL)
		path_of(mem, out, working, c, board, assembly);
}

static void of_delegate(struct arena *mem, const struct body_list *all,
                        const struct body *delegate, struct path_list *out)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct body *b = &all->v[i];

		if (!b->retired && (b->kind == BODY_COMMITTEE ||
		                    b->kind == BODY_BOARD))
			path_of(mem, out, delegate, b, NULL, NULL);
	}
}

void chain_paths(struct arena *mem, const struct body_list *all,
                 struct path_list *out)
{
	const struct body *board = first_of(all, BODY_BOARD);
	const struct body *assembly = first_of(all, BODY_ASSEMBLY);

	if (board != NULL && assembly != NULL)
		path_of(mem, out, working_of(all, board), board, assembly,
		        NULL);
	if (board != NULL)
		path_of(mem, out, working_of(all, board), board, NULL, NULL);
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == BODY_COMMITTEE && !all->v[i].retired)
			of_committee(mem, all, &all->v[i], out);
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == BODY_DELEGATE && !all->v[i].retired)
			of_delegate(mem, all, &all->v[i], out);
}

enum chain_role path_role(const struct body *b, bool last,
                          bool after_delegate)
{
	if (b->kind == BODY_DELEGATE)
		return ROLE_DECIDES;
	if (after_delegate)
		return ROLE_IS_TOLD;
	return last ? ROLE_DECIDES : ROLE_PROPOSES;
}
