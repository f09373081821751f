#include "brief/brief.h"
#include "paper/paper.h"

static bool begins(const struct text_block *t, const struct block_line *last,
                   const struct block_line *l)
{
	return last == NULL || (t->headed ? last->under != l->under :
	                                    last->about != l->about);
}

void textblock_write(const struct text_block *t, struct paper *p, int level)
{
	const struct block_line *last = NULL;

	for (size_t i = 0; i < t->lines.n; i++) {
		const struct block_line *l = &t->lines.v[i];

		if (l->left_out)
			continue;
		if (t->headed && begins(t, last, l))
			paper_heading(p, level, NULL, l->perspective);
		if (begins(t, last, l))
			paper_text(p, BLOCK_PARAGRAPH, l->text);
		else
			paper_span(p, arena_print(p->mem, " %s", l->text));
		last = l;
	}
}
