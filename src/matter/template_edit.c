/* Placeholders in the text of a paragraph, and changes to bytes. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "matter/template_part.h"

char *paragraph_text(struct arena *mem, const struct paragraph *p)
{
	size_t n = 0;
	char *out;

	for (size_t i = 0; i < p->pieces.n; i++)
		n += p->pieces.v[i].text.n;
	out = arena_take(mem, n + 1);
	n = 0;
	for (size_t i = 0; i < p->pieces.n; i++) {
		const struct letters *t = &p->pieces.v[i].text;

		if (t->n > 0)
			memcpy(out + n, t->v, t->n);
		n += t->n;
	}
	return out;
}

void placeholders_in(struct arena *mem, const char *text,
                     struct placeholder_list *out, const char **unclosed)
{
	const char *open = strstr(text, "{{");

	*unclosed = NULL;
	while (open != NULL) {
		const char *end = strstr(open, "}}");
		const char *again = strstr(open + 2, "{{");
		struct placeholder *new;

		if (end == NULL || (again != NULL && again < end) ||
		    end - open - 2 > TEMPLATE_MOST_NAME) {
			*unclosed = text_short(mem, open, 60);
			return;
		}
		new = PUSH(mem, out);
		new->from = (size_t)(open - text);
		new->to = (size_t)(end + 2 - text);
		new->name = text_trim(mem, arena_text(mem, open + 2,
		                      (size_t)(end - open - 2)));
		open = again;
	}
}

/* -- edits --------------------------------------------------------------- */

void edit_add(struct arena *mem, struct edit_list *all, size_t from,
              size_t to, const char *text)
{
	struct edit *e = PUSH(mem, all);

	*e = (struct edit){ from, to, text, all->n };
}

/* What is put in at a place comes before what is taken away there. */
static int in_order(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;
	bool takes = x->to > x->from;

	if (x->from != y->from)
		return x->from > y->from ? 1 : -1;
	if (takes != (y->to > y->from))
		return takes ? 1 : -1;
	return (x->no > y->no) - (x->no < y->no);
}

struct bytes edits_done(struct arena *mem, struct bytes in,
                        struct edit_list *edits)
{
	size_t n = in.n + 1, at = 0;
	char *out, *end;

	if (edits->n > 1)
		qsort(edits->v, edits->n, sizeof *edits->v, in_order);
	for (size_t i = 0; i < edits->n; i++)
		n += strlen(edits->v[i].text);
	out = end = arena_take(mem, n);
	for (size_t i = 0; i < edits->n; i++) {
		const struct edit *e = &edits->v[i];

		ASSERT(e->from >= at && e->to >= e->from && e->to <= in.n);
		end = mempcpy(end, (const char *)in.v + at, e->from - at);
		end = mempcpy(end, e->text, strlen(e->text));
		at = e->to;
	}
	end = mempcpy(end, (const char *)in.v + at, in.n - at);
	return (struct bytes){ out, (size_t)(end - out) };
}
