/* What a letter lacks before it goes, and its consequences as text. */
#include <string.h>

#include "base/text.h"
#include "matter/letter.h"

/* A summary is wanted over eight lines of some eighty-five characters. */
enum { LONG_LINES = 8, LINE_LENGTH = 85 };

static bool typed(i64 part)
{
	return part != LETTER_PROPOSAL && part != LETTER_SUMMARY &&
	       part != LETTER_PAPERS && part != LETTER_DISPATCH;
}

bool letter_is_long(const struct letter *l)
{
	size_t lines = 0;

	for (size_t i = 0; i < l->sections.n; i++) {
		const struct section *s = &l->sections.v[i];

		for (size_t j = 0; j < s->lines.n && typed(s->heading.no); j++)
			lines += text_length(s->lines.v[j].text) /
			         LINE_LENGTH + 1;
	}
	return lines > LONG_LINES;
}

static struct letter_lack *lack(struct arena *mem,
                                struct letter_lack_list *out,
                                enum letter_flaw kind, bool blocks)
{
	struct letter_lack *l = PUSH(mem, out);

	l->kind = kind;
	l->blocks = blocks;
	return l;
}

static void of_section(struct arena *mem, const struct section *s, bool is_long,
                       struct letter_lack_list *out)
{
	bool empty = s->heading.no == LETTER_PAPERS ? s->lines.n == 0 :
	             text_blank(s->text);
	struct letter_lack *l = NULL;

	if (empty && s->heading.need == NEED_ALWAYS)
		l = lack(mem, out, LETTER_EMPTY, true);
	else if (empty && s->heading.need == NEED_IF_LONG && is_long)
		l = lack(mem, out, LETTER_NO_SUMMARY, true);
	else if (s->version > 0 && letter_from_block(s->heading.no) &&
	         !same(s->taken, s->now))
		l = lack(mem, out, LETTER_BLOCK_CHANGED, false);
	if (l == NULL)
		return;
	l->part = s->heading.no;
	l->text = s->heading.text;
}

static void of_points(struct arena *mem, const struct section *s,
                      struct letter_lack_list *out)
{
	i64 no = 0;

	for (size_t i = 0; i < s->lines.n; i++) {
		unsigned flaws;
		struct letter_lack *l;

		if (s->lines.v[i].kind != WRITTEN_POINT)
			continue;
		no++;
		flaws = point_flaws(mem, s->lines.v[i].text);
		if (flaws == 0)
			continue;
		l = lack(mem, out, LETTER_POINT_FLAW, false);
		l->part = s->heading.no;
		l->no = no;
		l->flaws = flaws;
		l->text = s->lines.v[i].text;
	}
}

static void of_holes(struct arena *mem, const struct letter *l,
                     struct letter_lack_list *out)
{
	for (size_t i = 0; i < l->holes.n; i++) {
		const struct letter_hole *h = &l->holes.v[i];
		bool unsaid = h->hole.answer == HOLE_UNSAID ||
		              text_blank(h->hole.reason);

		if (!hole_is_open(&h->hole))
			continue;
		if (h->hole.lawful && unsaid)
			lack(mem, out, LETTER_HOLE_UNSAID, true)->hole = h;
		else
			lack(mem, out, LETTER_HOLE_REMARK, false)->hole = h;
	}
}

/* Does the template write the lines of this section? */
static bool is_written(struct arena *mem, const struct letter *l,
                       const struct section *s)
{
	struct fill_list fills = {0};

	letter_fills(mem, l, &fills);
	for (size_t i = 0; i < l->placeholders.n; i++) {
		const struct fill *f = fill_named(mem, &fills,
		                                  l->placeholders.v[i]);

		if (f != NULL && f->section && f->lines.v == s->lines.v)
			return true;
	}
	return !l->own_template;
}

/* What is missing by law is written under the consequences: they must be on
 * each paper that is made. */
static void of_place(struct arena *mem, const struct letter *l,
                     struct letter_lack_list *out)
{
	const struct letter_hole *lawful = NULL;

	for (size_t i = 0; i < l->holes.n && lawful == NULL; i++)
		if (l->holes.v[i].hole.lawful)
			lawful = &l->holes.v[i];
	if (lawful == NULL)
		return;
	for (size_t i = 0; i < l->sections.n; i++)
		if (l->sections.v[i].heading.no == LETTER_CONSEQUENCES &&
		    is_written(mem, l, &l->sections.v[i]))
			return;
	lack(mem, out, LETTER_NO_PLACE, true)->hole = lawful;
}

static void of_template(struct arena *mem, const struct letter *l,
                        struct letter_lack_list *out)
{
	struct fill_list fills = {0};

	letter_fills(mem, l, &fills);
	for (size_t i = 0; i < l->placeholders.n; i++)
		if (fill_named(mem, &fills, l->placeholders.v[i]) == NULL)
			lack(mem, out, LETTER_PLACEHOLDER, false)->text =
				l->placeholders.v[i];
}

void letter_lacks(struct arena *mem, const struct letter *l,
                  struct letter_lack_list *out)
{
	bool is_long = letter_is_long(l);

	if (text_blank(l->matter.registry_no) &&
	    text_blank(l->matter.no_registry))
		lack(mem, out, LETTER_NO_REGISTRY, true);
	for (size_t i = 0; i < l->sections.n; i++)
		of_section(mem, &l->sections.v[i], is_long, out);
	of_holes(mem, l, out);
	of_place(mem, l, out);
	if (*l->wording == '\0')
		lack(mem, out, LETTER_NO_CHAIN, false);
	for (size_t i = 0; i < l->sections.n; i++)
		if (l->sections.v[i].heading.no == LETTER_PROPOSAL)
			of_points(mem, &l->sections.v[i], out);
	of_template(mem, l, out);
}

bool letter_may_go(const struct letter_lack_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].blocks)
			return false;
	return true;
}

/* -- the text block ------------------------------------------------------ */

static bool same_place(const struct block_line *a, const struct block_line *b,
                       bool headed)
{
	return headed ? same(or_empty(a->perspective),
	                     or_empty(b->perspective)) : a->about == b->about;
}

bool letter_from_block(i64 part)
{
	return part == LETTER_CONSEQUENCES || part == LETTER_WEIGHING;
}

/* Where the annex stands is written on its own: its number is not typed. */
static bool goes_into(const struct block_line *l, i64 part)
{
	bool weighs = l->about == ABOUT_CHOICES;

	return !l->left_out && l->about != ABOUT_ANNEX &&
	       weighs == (part == LETTER_WEIGHING);
}

const char *letter_block(struct arena *mem, const struct text_block *b,
                         i64 part, bool headed)
{
	const struct block_line *before = NULL;
	const char *out = "";

	for (size_t i = 0; i < b->lines.n; i++) {
		const struct block_line *l = &b->lines.v[i];
		const char *between = "";

		if (!goes_into(l, part))
			continue;
		if (before != NULL)
			between = same_place(before, l, headed) ? " " : "\n";
		if (headed && !text_blank(l->perspective) &&
		    (before == NULL || !same_place(before, l, true)))
			between = arena_print(mem, "%s# %s\n", between,
			                      l->perspective);
		out = arena_print(mem, "%s%s%s", out, between, l->text);
		before = l;
	}
	return out;
}
