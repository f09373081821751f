#include <string.h>

#include "base/text.h"
#include "kit/docx_read.h"
#include "kit/icu.h"
#include "kit/xml.h"
#include "kit/zip.h"

struct reader {
	struct arena *mem;
	char         *text;
	size_t        n, room;
	int           words;            /* within so many <w:t> */
	int           rows;             /* within so many rows of tables */
	int           skip;             /* depth of what is left out, or 0 */
};

static bool add(struct reader *r, const char *text, size_t n)
{
	if (r->n + n > DOCX_MOST_TEXT)
		return false;
	if (r->n + n + 1 > r->room) {
		size_t room = 2 * (r->n + n + 1) + 4096;
		char *more = arena_take(r->mem, room);

		if (r->n > 0)
			memcpy(more, r->text, r->n);
		r->text = more;
		r->room = room;
	}
	memcpy(r->text + r->n, text, n);
	r->n += n;
	r->text[r->n] = '\0';
	return true;
}

/* The prefix is the writer's own choice. */
static bool is(const struct xml_event *e, const char *name)
{
	const char *colon = strchr(e->name, ':');

	return strcmp(colon == NULL ? e->name : colon + 1, name) == 0;
}

static bool start(struct reader *r, const struct xml_event *e)
{
	if (r->skip != 0)
		return true;
	if (is(e, "Fallback") || is(e, "del") || is(e, "moveFrom"))
		r->skip = e->depth;
	else if (is(e, "t"))
		r->words++;
	else if (is(e, "tr"))
		r->rows++;
	else if (is(e, "tab"))
		return add(r, "\t", 1);
	else if (is(e, "br") || is(e, "cr"))
		return add(r, r->rows > 0 ? " " : "\n", 1);
	else if (is(e, "noBreakHyphen"))
		return add(r, "-", 1);
	return true;
}

static bool end(struct reader *r, const struct xml_event *e)
{
	if (r->skip != 0) {
		r->skip = e->depth == r->skip ? 0 : r->skip;
		return true;
	}
	if (is(e, "t"))
		r->words -= r->words > 0;
	else if (is(e, "p"))
		return add(r, r->rows > 0 ? " " : "\n", 1);
	else if (is(e, "tc"))
		return add(r, "\t", 1);
	else if (is(e, "tr"))
		return add(r, --r->rows > 0 ? " " : "\n", 1);
	return true;
}

static bool each(void *context, const struct xml_event *e)
{
	struct reader *r = context;

	switch (e->kind) {
	case XML_START:
		return start(r, e);
	case XML_END:
		return end(r, e);
	case XML_WORDS:
		break;
	}
	return r->words == 0 || r->skip != 0 || add(r, e->text, e->n);
}

enum status docx_read(struct arena *mem, struct bytes in, char **out)
{
	struct reader r = { .mem = mem };
	const struct zip_part *document;
	struct zip_parts parts = {0};

	TRY(zip_unpack(mem, in, &parts));
	document = zip_named(&parts, "word/document.xml");
	if (document == NULL)
		return INVALID;
	TRY(xml_read(document->bytes, each, &r, NULL));
	*out = text_trim(mem, text_normal(mem, or_empty(r.text)));
	return OK;
}
