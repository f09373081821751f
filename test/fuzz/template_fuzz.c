/* Any file as a template, and any text as the document within one. What is
 * taken is filled, is whole afterwards, and is the same each time. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/zip.h"
#include "matter/template.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define TYPES "<Types><Override PartName=\"/word/document.xml\" ContentType=" \
	"\"application/vnd.openxmlformats-officedocument.wordprocessingml" \
	".document.main+xml\"/><Override PartName=\"/s.xml\" ContentType=" \
	"\"application/vnd.openxmlformats-officedocument.wordprocessingml" \
	".styles+xml\"/></Types>"

/* The document up to a line "---", and the styles after it. */
static struct bytes around(struct arena *mem, const uint8_t *in, size_t n)
{
	struct zip_parts all = {0};
	const uint8_t *cut = n == 0 ? NULL : memmem(in, n, "\n---\n", 5);
	size_t first = cut == NULL ? n : (size_t)(cut - in);

	*PUSH(mem, &all) = (struct zip_part){ "[Content_Types].xml",
		{ TYPES, sizeof TYPES - 1 } };
	*PUSH(mem, &all) = (struct zip_part){ "word/document.xml",
		{ in, first } };
	*PUSH(mem, &all) = (struct zip_part){ "kept.bin", { in, n } };
	if (cut != NULL)
		*PUSH(mem, &all) = (struct zip_part){ "s.xml",
			{ cut + 5, n - first - 5 } };
	return zip_pack(mem, &all);
}

static struct fill_list values(struct arena *mem)
{
	struct fill_list all = {0};
	struct fill *f = fill_add(mem, &all, "a", NULL);

	f->section = true;
	written_add(mem, &f->lines, WRITTEN_LEAD, "att <&>");
	written_add(mem, &f->lines, WRITTEN_POINT, "göra");
	written_add(mem, &f->lines, WRITTEN_HEAD, "Rubrik");
	written_add(mem, &f->lines, WRITTEN_ITEM, "sak");
	fill_add(mem, &all, "b", "\"värde\"");
	fill_add(mem, &all, "c", NULL)->section = true;
	return all;
}

static void others_are_kept(struct arena *mem, struct bytes in,
                            struct bytes out)
{
	struct zip_parts before = {0}, after = {0};

	ASSERT(zip_unpack(mem, in, &before) == OK);
	ASSERT(zip_unpack(mem, out, &after) == OK);
	ASSERT(before.n == after.n);
	for (size_t i = 0; i < before.n; i++) {
		const struct zip_part *a = &before.v[i], *b = &after.v[i];

		ASSERT(same(a->name, b->name));
		ASSERT(!same(a->name, "kept.bin") ||
		       (a->bytes.n == b->bytes.n && (a->bytes.n == 0 ||
		        memcmp(a->bytes.v, b->bytes.v, a->bytes.n) == 0)));
	}
}

#ifdef PLANTED_BUG
static void keep(const struct template_report *found)
{
	char *volatile kept = calloc(1, 4);

	for (size_t i = 0; i < found->found.n; i++)
		memcpy(kept, found->found.v[i],
		       strlen(found->found.v[i]) + 1);
	free(kept);
}
#endif

static void try(struct arena *mem, struct bytes in)
{
	struct fill_list all = values(mem);
	struct template_report found, after;
	struct bytes out, again;

	template_check(mem, in, &found);
	ASSERT(text_valid(found.where, strlen(found.where)));
	if (found.wrong != TEMPLATE_FINE)
		return;
#ifdef PLANTED_BUG
	keep(&found);
#endif
	ASSERT(template_fill(mem, found.clean, &all, "Utkast", &out) == OK);
	ASSERT(template_fill(mem, found.clean, &all, "Utkast", &again) == OK);
	ASSERT(out.n == again.n && memcmp(out.v, again.v, out.n) == 0);
	template_check(mem, out, &after);
	ASSERT(after.wrong == TEMPLATE_FINE ||
	       after.wrong == TEMPLATE_UNCLOSED);
	others_are_kept(mem, found.clean, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();

	try(mem, (struct bytes){ bytes, n });
	try(mem, around(mem, bytes, n));
	arena_free(mem);
	return 0;
}
