/* Is it a DOCX, and one that keeps to itself? Its parts, and which of them
 * hold text. */
#include <string.h>

#include "base/text.h"
#include "matter/template_part.h"

#define WORD_TYPE "application/vnd.openxmlformats-officedocument" \
                  ".wordprocessingml."
#define DOCUMENT_TYPE WORD_TYPE "document.main+xml"
#define TEMPLATE_TYPE WORD_TYPE "template.main+xml"

struct opening {
	struct arena    *mem;
	struct word_file     *docx;
	struct zip_part *part;          /* being read */
	struct edit_list edits;
	struct field_reader fields;     /* of that part */
};

static void refuse(struct opening *o, enum template_wrong wrong,
                   const char *where)
{
	if (o->docx->wrong != TEMPLATE_FINE)
		return;
	o->docx->wrong = wrong;
	o->docx->where = text_short(o->mem, where, 120);
}

static bool ends_in(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcasecmp(text + n - m, end) == 0;
}

struct zip_part *word_file_part(struct word_file *d, const char *name)
{
	for (size_t i = 0; i < d->parts.n; i++)
		if (strcasecmp(d->parts.v[i].name, name) == 0)
			return &d->parts.v[i];
	return NULL;
}

/* -- [Content_Types].xml: what each part is ------------------------------ */

static void note_text(struct opening *o, const char *name)
{
	if (word_file_part(o->docx, name) != NULL)
		*PUSH(o->mem, &o->docx->texts) = name;
}

static void note_part(struct opening *o, const char *name, const char *type)
{
	struct word_file *d = o->docx;

	if (word_file_part(d, name) == NULL)
		return;
	if (same(type, DOCUMENT_TYPE) || same(type, TEMPLATE_TYPE)) {
		d->main = name;
		note_text(o, name);
	} else if (same(type, WORD_TYPE "header+xml") ||
	           same(type, WORD_TYPE "footer+xml")) {
		note_text(o, name);
	} else if (same(type, WORD_TYPE "styles+xml")) {
		d->styles = name;
	} else if (same(type, WORD_TYPE "settings+xml")) {
		d->settings = name;
	}
}

/* A template of Word's own (.dotx) is kept as the document it becomes. */
static void type_of_document(struct opening *o, const struct xml_event *e,
                             const char *name)
{
	struct markup out = markup_in(o->mem);

	emit(&out, "<%s PartName=\"%s\" ContentType=\"%s\"/>", e->name, name,
	     DOCUMENT_TYPE);
	edit_add(o->mem, &o->edits, e->from, e->to, out.text);
}

static bool each_type(void *context, const struct xml_event *e)
{
	struct opening *o = context;
	const char *name, *type;

	if (e->kind != XML_START)
		return true;
	name = xml_attribute(e, "PartName");
	type = or_empty(xml_attribute(e, "ContentType"));
	if (strcasestr(type, "macroEnabled") != NULL ||
	    strcasestr(type, "vbaProject") != NULL)
		refuse(o, TEMPLATE_MACROS, "");
	if (name == NULL || *name != '/')
		return true;
	note_part(o, arena_copy(o->mem, name + 1), arena_copy(o->mem, type));
	if (same(type, TEMPLATE_TYPE) &&
	    memcmp((const char *)o->part->bytes.v + e->to - 2, "/>", 2) == 0)
		type_of_document(o, e, name);
	return true;
}

/* -- *.rels: what each part leads to ------------------------------------- */

static bool address_fine(const char *to)
{
	return strncasecmp(to, "https://", 8) == 0 ||
	       strncasecmp(to, "http://", 7) == 0 ||
	       strncasecmp(to, "mailto:", 7) == 0;
}

static void leads_out(struct opening *o, const struct xml_event *e,
                      const char *type, const char *to)
{
	if (ends_in(type, "/hyperlink") && address_fine(to))
		return;
	if (!ends_in(type, "/attachedTemplate") ||
	    memcmp((const char *)o->part->bytes.v + e->to - 2, "/>", 2) != 0) {
		refuse(o, TEMPLATE_OUTSIDE, to);
		return;
	}
	edit_add(o->mem, &o->edits, e->from, e->to, "");
}

static bool each_link(void *context, const struct xml_event *e)
{
	static const char *const held[] = {
		"/oleObject", "/control", "/aFChunk", "/package",
		"/subDocument", "/activeXControlBinary",
	};
	struct opening *o = context;
	const char *type, *to;

	if (e->kind != XML_START || !ends_in(e->name, "Relationship"))
		return true;
	type = or_empty(xml_attribute(e, "Type"));
	to = or_empty(xml_attribute(e, "Target"));
	if (ends_in(type, "/vbaProject"))
		refuse(o, TEMPLATE_MACROS, "");
	for (size_t i = 0; i < COUNT(held); i++)
		if (ends_in(type, held[i]))
			refuse(o, TEMPLATE_EMBEDDED, to);
	if (same(xml_attribute(e, "TargetMode"), "External"))
		leads_out(o, e, type, to);
	return true;
}

/* The settings name the link to another template, which goes. */
static bool each_setting(void *context, const struct xml_event *e)
{
	struct opening *o = context;

	if (e->kind == XML_START && ends_in(e->name, ":attachedTemplate") &&
	    memcmp((const char *)o->part->bytes.v + e->to - 2, "/>", 2) == 0)
		edit_add(o->mem, &o->edits, e->from, e->to, "");
	return true;
}

/* Text, with fields in it, may stand in any of them. */
static bool each_other(void *context, const struct xml_event *e)
{
	struct opening *o = context;

	field_read(&o->fields, e);
	return true;
}

/* -- all of them --------------------------------------------------------- */

static void read_part(struct opening *o, struct zip_part *part,
                      bool (*each)(void *, const struct xml_event *))
{
	o->part = part;
	o->edits = (struct edit_list){0};
	o->fields = (struct field_reader){ .mem = o->mem };
	if (xml_read(part->bytes, each, o, NULL) != OK)
		refuse(o, TEMPLATE_BROKEN, part->name);
	else if (o->edits.n > 0)
		part->bytes = edits_done(o->mem, part->bytes, &o->edits);
	if (field_outside(&o->fields) != NULL)
		refuse(o, TEMPLATE_OUTSIDE, o->fields.fetches);
}

static bool is_text(const struct word_file *d, const char *name)
{
	for (size_t i = 0; i < d->texts.n; i++)
		if (strcasecmp(d->texts.v[i], name) == 0)
			return true;
	return false;
}

static void read_each(struct opening *o)
{
	struct word_file *d = o->docx;

	for (size_t i = 0; i < d->parts.n; i++) {
		struct zip_part *p = &d->parts.v[i];

		if (ends_in(p->name, "vbaProject.bin"))
			refuse(o, TEMPLATE_MACROS, "");
		else if (ends_in(p->name, ".rels"))
			read_part(o, p, each_link);
		else if (same(p->name, d->settings))
			read_part(o, p, each_setting);
		else if ((ends_in(p->name, ".xml") || is_text(d, p->name)) &&
		         !same(p->name, "[Content_Types].xml"))
			read_part(o, p, each_other);
	}
}

void word_file_open(struct arena *mem, struct bytes in, struct word_file *out)
{
	struct opening o = { .mem = mem, .docx = out };
	struct zip_part *types;

	*out = (struct word_file){ .where = "" };
	if (in.n > TEMPLATE_MOST_BYTES) {
		refuse(&o, TEMPLATE_TOO_LARGE, "");
		return;
	}
	if (zip_unpack(mem, in, &out->parts) != OK) {
		refuse(&o, TEMPLATE_NO_DOCX, "");
		return;
	}
	types = word_file_part(out, "[Content_Types].xml");
	if (types == NULL) {
		refuse(&o, TEMPLATE_NO_DOCX, "");
		return;
	}
	read_part(&o, types, each_type);
	if (out->main == NULL)
		refuse(&o, TEMPLATE_NO_DOCX, "");
	read_each(&o);
}
