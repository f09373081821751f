/*
 * A paper as DOCX: a package of XML parts, in one order and with one date, so
 * that the same paper gives the same bytes. Only what a paper can say is
 * written: no macros, nothing outside but links, nothing of the machine.
 */
#include "base/text.h"
#include "paper/docx.h"

enum {
	SHORT = 11906, LONG = 16838,            /* A4, twips */
	SIDE = 1020, TOP = 1400, BOTTOM = 1280, EDGE = 640,
};

/* Relationships of the document that are always there. */
enum { STYLES = 1, NUMBERING, SETTINGS, FONTS, HEAD, FOOT, FIRST,
       LAST_FIXED = FIRST };

static const char *colour_text(struct arena *mem, unsigned colour)
{
	return arena_print(mem, "%06X", colour & 0xffffff);
}

/* The paper's title, when its first block alone is of the first level. */
static int title_shift(const struct paper *p)
{
	const struct block *b = p->first;

	if (b == NULL || b->kind != BLOCK_HEADING || b->level != 1)
		return 0;
	for (b = b->next; b != NULL; b = b->next) {
		if (b->kind == BLOCK_HEADING && b->level == 1)
			return 0;
	}
	return 1;
}

static void note_anchor(struct docx *d, const char *anchor)
{
	for (size_t i = 0; i < d->anchors.n && anchor != NULL; i++) {
		if (same(d->anchors.v[i], anchor))
			return;
	}
	if (anchor != NULL)
		*PUSH(d->mem, &d->anchors) = anchor;
}

static void note_anchors(struct docx *d)
{
	for (const struct block *b = d->paper->first; b; b = b->next) {
		note_anchor(d, b->anchor);
		for (const struct block *i = b->child; i; i = i->next)
			note_anchor(d, i->anchor);
	}
}

static void section(struct docx *d, struct markup *m)
{
	bool lies = d->paper->landscape;

	emit(m, "<w:sectPr><w:headerReference w:type='default' r:id='rId%d'/>"
	     "<w:footerReference w:type='default' r:id='rId%d'/>", HEAD, FOOT);
	if (d->paper->brand != NULL)
		emit(m, "<w:headerReference w:type='first' r:id='rId%d'/>"
		     "<w:footerReference w:type='first' r:id='rId%d'/>", FIRST,
		     FOOT);
	if (lies)
		emit(m, "<w:pgSz w:w='%d' w:h='%d' w:orient='landscape'/>",
		     LONG, SHORT);
	else
		emit(m, "<w:pgSz w:w='%d' w:h='%d'/>", SHORT, LONG);
	emit(m, "<w:pgMar w:top='%d' w:right='%d' w:bottom='%d' w:left='%d'"
	     " w:header='%d' w:footer='%d' w:gutter='0'/>", TOP, SIDE,
	     BOTTOM, SIDE, EDGE, EDGE);
	emit(m, d->paper->brand != NULL ? "<w:titlePg/></w:sectPr>" :
	     "</w:sectPr>");
}

static struct markup document(struct docx *d)
{
	struct markup m = markup_in(d->mem);

	emit(&m, OFFICE_XML "<w:document" DOCX_NAMES "><w:body>\n");
	emit_markup(&m, &d->body);
	section(d, &m);
	emit(&m, "</w:body></w:document>\n");
	return m;
}

static struct markup document_links(struct docx *d)
{
	static const struct { int no; const char *what, *where; } fixed[] = {
		{ STYLES, "styles", "styles.xml" },
		{ NUMBERING, "numbering", "numbering.xml" },
		{ SETTINGS, "settings", "settings.xml" },
		{ FONTS, "fontTable", "fontTable.xml" },
		{ HEAD, "header", "header1.xml" },
		{ FOOT, "footer", "footer1.xml" },
		{ FIRST, "header", "header2.xml" },
	};
	struct markup m = markup_in(d->mem);

	emit(&m, OFFICE_XML "<Relationships xmlns='" OFFICE_PACKAGE
	     "relationships'>\n");
	for (size_t i = 0; i < COUNT(fixed) - (d->paper->brand == NULL); i++)
		emit(&m, "<Relationship Id='rId%d' Type='" OFFICE_RELATION "%s'"
		     " Target='%s'/>\n", fixed[i].no, fixed[i].what,
		     fixed[i].where);
	emit_markup(&m, &d->links);
	emit(&m, "</Relationships>\n");
	return m;
}

static struct markup settings(struct docx *d)
{
	struct markup m = markup_in(d->mem);

	emit(&m, OFFICE_XML "<w:settings" DOCX_NAMES "><w:defaultTabStop"
	     " w:val='680'/><w:compat><w:compatSetting"
	     " w:name='compatibilityMode' w:uri='http://schemas.microsoft.com/"
	     "office/word' w:val='15'/></w:compat></w:settings>\n");
	return m;
}

static struct markup kinds(struct docx *d)
{
	static const struct { const char *part, *kind; } parts[] = {
		{ "document", "document.main" }, { "styles", "styles" },
		{ "numbering", "numbering" }, { "settings", "settings" },
		{ "fontTable", "fontTable" }, { "header1", "header" },
		{ "footer1", "footer" }, { "header2", "header" },
	};
	struct markup m = markup_in(d->mem);

	office_kinds(&m);
	for (size_t i = 0; i < COUNT(parts) - (d->paper->brand == NULL); i++)
		emit(&m, "<Override PartName='/word/%s.xml' ContentType='"
		     OFFICE_KIND "wordprocessingml.%s+xml'/>\n",
		     parts[i].part, parts[i].kind);
	emit(&m, "</Types>\n");
	return m;
}

/* The first page's head, with the link of its picture if it has one. */
static void add_first_head(struct docx *d, struct zip_parts *parts)
{
	struct markup head = markup_in(d->mem), links = markup_in(d->mem);
	struct markup pictures = markup_in(d->mem);

	docx_first_head(d, &head, &pictures);
	office_add(d->mem, parts, "word/header2.xml", &head);
	if (pictures.n == 0)
		return;
	emit(&links, OFFICE_XML "<Relationships xmlns='" OFFICE_PACKAGE
	     "relationships'>\n");
	emit_markup(&links, &pictures);
	emit(&links, "</Relationships>\n");
	office_add(d->mem, parts, "word/_rels/header2.xml.rels", &links);
}

static void add_frame(struct docx *d, struct zip_parts *parts)
{
	struct markup head = markup_in(d->mem), foot = markup_in(d->mem);

	docx_head(d, &head);
	docx_foot(d, &foot);
	office_add(d->mem, parts, "word/header1.xml", &head);
	office_add(d->mem, parts, "word/footer1.xml", &foot);
	if (d->paper->brand != NULL)
		add_first_head(d, parts);
}

static void add_parts(struct docx *d, struct zip_parts *parts)
{
	struct markup styles = markup_in(d->mem), fonts = markup_in(d->mem);
	struct markup lists = markup_in(d->mem);
	struct markup some[] = {
		kinds(d), document(d), document_links(d), settings(d),
	};
	static const char *const names[] = {
		"[Content_Types].xml", "word/document.xml",
		"word/_rels/document.xml.rels", "word/settings.xml",
	};

	docx_styles(d, &styles);
	docx_fonts(&fonts);
	docx_numbering(d, &lists);
	for (size_t i = 0; i < COUNT(some); i++)
		office_add(d->mem, parts, names[i], &some[i]);
	office_about(d->paper, d->mem, "word/document.xml", parts);
	office_add(d->mem, parts, "word/styles.xml", &styles);
	office_add(d->mem, parts, "word/fontTable.xml", &fonts);
	office_add(d->mem, parts, "word/numbering.xml", &lists);
	add_frame(d, parts);
	for (size_t i = 0; i < d->media.n; i++)
		*PUSH(d->mem, parts) = d->media.v[i];
}

enum status paper_docx(const struct paper *p, struct arena *mem,
                       struct bytes *out)
{
	struct docx d = {
		.mem = mem, .paper = p, .body = markup_in(mem),
		.links = markup_in(mem), .shift = title_shift(p),
		.relations = LAST_FIXED, .colour = "10232B",
		.accent = "0A5162", .rule = "D2DCDF",
		.wide = (p->landscape ? LONG : SHORT) - 2 * SIDE,
	};
	struct zip_parts parts = {0};

	if (p->brand != NULL) {
		d.colour = d.accent = colour_text(mem, p->brand->colour);
		d.rule = colour_text(mem, p->brand->second);
	}
	note_anchors(&d);
	TRY(docx_blocks(&d));
	add_parts(&d, &parts);
	*out = zip_pack(mem, &parts);
	return OK;
}
