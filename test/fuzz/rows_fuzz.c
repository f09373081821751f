/*
 * Any file as rows of findings. What is read crosses from the sandbox and comes
 * back the same; and a row that can be saved says all that a finding must.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "bring/rows.h"
#include "kit/xlsx_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct priority priorities[] = {
	{ .id = 11, .no = 1, .now = { .id = 21, .title = "Service" } },
	{ .id = 12, .no = 2, .now = { .id = 22, .title = "Råd" } },
};
static struct goal agenda[] = { { .id = 1, .code = "8.1" },
	{ .id = 2, .code = "13" }, { .id = 3, .code = "99",
	.superseded = true } };
static struct goal rus[] = { { .id = 5, .code = "R1" },
                             { .id = 6, .code = "13" } };
static struct framework frameworks[] = {
	{ .code = "agenda2030", .kind = FRAMEWORK_AGENDA2030,
	  .goals = { agenda, COUNT(agenda), 0 } },
	{ .code = "rus", .kind = FRAMEWORK_RUS,
	  .goals = { rus, COUNT(rus), 0 } },
};
static struct group groups[] = {
	{ .id = 1, .code = "women", .name_sv = "Kvinnor", .name_en = "Women" },
};

static bool is_negative(const struct finding *f)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (f->marks.v[i].direction == NEGATIVE)
			return true;
	return false;
}

static void check_row(const struct understood *u)
{
	ASSERT(u->row != NULL);
	for (size_t i = 0; i < u->issues.n; i++)
		ASSERT(u->issues.v[i].wrong > ROW_FINE &&
		       u->issues.v[i].wrong < ROW_WRONGS);
	if (u->issues.n > 0)
		return;
	ASSERT(u->priority != NULL && u->finding.marks.n > 0);
	ASSERT(!text_blank(u->finding.sentence));
	ASSERT(text_length(u->finding.sentence) <= SENTENCE_MOST);
	ASSERT(!is_negative(&u->finding) ||
	       !text_blank(u->finding.rationale));
}

#ifdef PLANTED_BUG
static void keep(const struct brought_row *row)
{
	char *volatile kept = calloc(1, 8);

	memcpy(kept, row->cell[ROW_SENTENCE],
	       strlen(row->cell[ROW_SENTENCE]) + 1);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct priority_list p = { priorities, 2, 0 };
	static const struct framework_list f = { frameworks, 2, 0 };
	static const struct group_list g = { groups, 1, 0 };
	static const struct finding_list none = {0};
	const struct row_context in = { &p, &f, &g, &none };
	struct arena *mem = arena_new();
	struct brought_sheet read = {0}, sheet = {0};
	struct understood_list all = {0};
	const char *text;

	if (sheet_read(mem, (struct bytes){ bytes, n }, &read) == READ_FINE) {
		text = sheet_write(mem, &read);
		ASSERT(sheet_unwrite(mem, text, &sheet));
		ASSERT(same(sheet_write(mem, &sheet), text));
		ASSERT(sheet.rows.n <= ROWS_MOST);
		rows_understand(mem, &sheet, &in, &all);
		ASSERT(all.n == sheet.rows.n);
		for (size_t i = 0; i < all.n; i++)
			check_row(&all.v[i]);
		ASSERT(rows_digest(mem, &all) != NULL);
#ifdef PLANTED_BUG
		if (all.n > 0)
			keep(all.v[0].row);
#endif
	}
	arena_free(mem);
	return 0;
}
