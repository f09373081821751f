/* Names of placeholders: which are the same, and which nearly. */
#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "matter/template.h"

void written_add(struct arena *mem, struct written_lines *all,
                 enum written kind, const char *text)
{
	*PUSH(mem, all) = (struct written_line){ kind, text };
}

struct fill *fill_add(struct arena *mem, struct fill_list *all,
                      const char *name, const char *text)
{
	struct fill *f = PUSH(mem, all);

	*PUSH(mem, &f->names) = name;
	if (text != NULL)
		written_add(mem, &f->lines, WRITTEN_TEXT, text);
	return f;
}

/* Space of any kind that people or Word put between words; its bytes, or 0. */
static size_t space_at(const char *at)
{
	if (*at == ' ' || *at == '\t' || *at == '\n' || *at == '_')
		return 1;
	if (strncmp(at, "\u00a0", 2) == 0)
		return 2;
	if (strncmp(at, "\u202f", 3) == 0 || strncmp(at, "\u2009", 3) == 0)
		return 3;
	return 0;
}

const char *placeholder_fold(struct arena *mem, const char *name)
{
	const char *at = text_fold(mem, text_normal(mem, name));
	char *out = arena_take(mem, strlen(at) + 1);
	size_t n = 0;
	bool between = false;

	while (*at != '\0') {
		size_t skip = space_at(at);

		if (skip > 0) {
			between = n > 0;
			at += skip;
			continue;
		}
		if (between)
			out[n++] = ' ';
		between = false;
		out[n++] = *at++;
	}
	out[n] = '\0';
	return out;
}

const struct fill *fill_named(struct arena *mem, const struct fill_list *all,
                              const char *name)
{
	const char *wanted = placeholder_fold(mem, name);

	for (size_t i = 0; i < all->n; i++) {
		const struct text_list *names = &all->v[i].names;

		for (size_t j = 0; j < names->n; j++)
			if (same(placeholder_fold(mem, names->v[j]), wanted))
				return &all->v[i];
	}
	return NULL;
}

/* Bytes to take away, add or swap to make one of the other. */
static size_t distance(struct arena *mem, const char *a, const char *b)
{
	size_t n = strlen(b);
	size_t *row = arena_take(mem, (n + 1) * sizeof *row);

	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t best = corner + (a[i - 1] != b[j - 1]);

			corner = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[n];
}

const char *placeholder_nearest(struct arena *mem,
                                const struct fill_list *all, const char *name)
{
	const char *wanted = placeholder_fold(mem, name), *best = NULL;
	size_t least = strlen(wanted) / 3 + 1;

	for (size_t i = 0; i < all->n; i++) {
		const struct text_list *names = &all->v[i].names;

		for (size_t j = 0; j < names->n; j++) {
			size_t d = distance(mem, wanted, placeholder_fold(mem,
			                    names->v[j]));

			if (d < least) {
				least = d;
				best = names->v[j];
			}
		}
	}
	return best;
}
