/* The kinds of file a paper can become, and the work of making one. */
#include <string.h>

#include "paper/paper.h"

static const char *const names[] = {
	[PAPER_PDF] = "pdf", [PAPER_DOCX] = "docx", [PAPER_XLSX] = "xlsx",
	[PAPER_CSV] = "csv", [PAPER_JSON] = "json",
};

bool paper_kind_named(const char *name, enum paper_kind *kind)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		if (strcmp(names[i], name) == 0) {
			*kind = (enum paper_kind)i;
			return true;
		}
	}
	return false;
}

const char *paper_kind_name(enum paper_kind kind)
{
	return names[kind];
}

bool paper_has_table(const struct paper *p)
{
	const struct block *b = p->first;

	while (b != NULL && b->kind != BLOCK_TABLE)
		b = b->next;
	return b != NULL;
}

enum status paper_work(struct arena *mem, struct bytes in, struct bytes *out)
{
	struct paper *p = paper_unpack(mem, in);

	if (p == NULL)
		return INVALID;
	switch (p->kind) {
	case PAPER_PDF:
		return paper_pdf(p, mem, out);
	case PAPER_DOCX:
		return paper_docx(p, mem, out);
	case PAPER_XLSX:
		return paper_xlsx(p, mem, out);
	case PAPER_CSV:
		*out = paper_csv(p, mem);
		return OK;
	case PAPER_JSON:
		*out = paper_json(p, mem);
		return OK;
	case PAPER_KINDS:
		break;
	}
	return INVALID;
}
