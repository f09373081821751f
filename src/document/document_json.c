#include <string.h>

#include "base/text.h"
#include "document/document_link.h"
#include "document/document_walk.h"

/* What every document says first: what it is, and in which format. */
static void heading(struct walk *w)
{
	const char *kind;

	walk_int(w, "format", DOCUMENT_FORMAT, DOCUMENT_FORMAT,
	         DOCUMENT_FORMAT);
	kind = walk_needed(w, "kind", "assessment", MOST_CODE);
	if (!same(kind, "assessment"))
		walk_refuse(w, "kind", JSON_VALUE);
}

static void walk_document(struct walk *w, struct document *d)
{
	if (!walk_enter(w, NULL, true))
		return;
	heading(w);
	walk_about(w, d);
	walk_found(w, d);
	walk_gates(w, d);
	walk_after(w, d);
	walk_leave(w);
}

char *document_write(struct arena *mem, const struct document *d)
{
	struct json_writer to = json_in(mem);
	struct walk w = { .mem = mem, .to = &to };
	struct document passed = *d;

	walk_document(&w, &passed);
	return to.text;
}

void document_read(struct json_reader *r, struct document *d)
{
	struct walk w = { .mem = r->mem, .from = r };

	*d = (struct document){0};
	walk_document(&w, d);
	if (r->wrong == JSON_FINE)
		document_link(r, d);
}

enum document_kind document_kind(struct json_reader *r)
{
	if (json_has(r->root, "format"))
		return KIND_ASSESSMENT;
	if (json_has(r->root, "steps"))
		return KIND_METHOD;
	if (json_has(r->root, "goals"))
		return KIND_FRAMEWORK;
	return KIND_UNKNOWN;
}
