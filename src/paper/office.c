#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "paper/office.h"

size_t office_holds(const char *text)
{
	size_t n = 0;

	while ((unsigned char)text[n] >= ' ' && text[n] != 0x7f &&
	       strncmp(text + n, "\xEF\xBF\xBE", 3) != 0 &&
	       strncmp(text + n, "\xEF\xBF\xBF", 3) != 0)
		n++;
	return n;
}

char *office_plain(struct arena *mem, const char *text, char line)
{
	char *out = arena_take(mem, strlen(text) + 1), *to = out;

	while (*text != '\0') {
		size_t n = office_holds(text);

		memcpy(to, text, n);
		to += n;
		text += n;
		if (*text == '\n' || *text == '\t')
			*to++ = *text == '\n' ? line : ' ';
		text += (unsigned char)*text == 0xEF ? 3 : *text != '\0';
	}
	return out;
}

char *office_cell(struct arena *mem, const struct cell *c)
{
	struct text_list all = {0};

	for (size_t i = 0; i < c->lines.n; i++) {
		const struct span *s = &c->lines.v[i];

		if (i > 0)
			*PUSH(mem, &all) = "\n";
		if (s->tile != NULL) {
			*PUSH(mem, &all) = s->tile;
			*PUSH(mem, &all) = " ";
		}
		*PUSH(mem, &all) = or_empty(s->text);
	}
	return office_plain(mem, text_joined(mem, &all), '\n');
}

char *office_address(struct arena *mem, const char *link)
{
	static const char plain[] = "-._~:/?#@!$&'()*+,;=%";
	char *out = arena_take(mem, 3 * strlen(link) + 1), *to = out;

	for (; *link != '\0'; link++) {
		unsigned char c = (unsigned char)*link;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr(plain, c) != NULL)
			*to++ = (char)c;
		else
			to += snprintf(to, 4, "%%%02X", c);
	}
	return out;
}

void office_add(struct arena *mem, struct zip_parts *parts, const char *name,
                const struct markup *m)
{
	*PUSH(mem, parts) = (struct zip_part){ name, { m->text, m->n } };
}

static const char *said(struct arena *mem, const char *text)
{
	return office_plain(mem, or_empty(text), ' ');
}

static struct markup core(const struct paper *p, struct arena *mem)
{
	const char *made = arena_print(mem, "%.19sZ",
	                               instant_write(mem, p->made_at));
	struct markup m = markup_in(mem);

	emit(&m, OFFICE_XML "<cp:coreProperties xmlns:cp='" OFFICE_PACKAGE
	     "metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/"
	     "1.1/' xmlns:dcterms='http://purl.org/dc/terms/' xmlns:xsi="
	     "'http://www.w3.org/2001/XMLSchema-instance'>\n"
	     "<dc:title>%s</dc:title>\n<dc:subject>%s</dc:subject>\n"
	     "<dc:creator>%s</dc:creator>\n<dc:language>%s</dc:language>\n",
	     said(mem, p->title), said(mem, p->subject),
	     said(mem, p->author), p->language);
	emit(&m, "<dcterms:created xsi:type='dcterms:W3CDTF'>%s"
	     "</dcterms:created>\n<dcterms:modified xsi:type='dcterms:W3CDTF'>"
	     "%s</dcterms:modified>\n</cp:coreProperties>\n", made, made);
	return m;
}

static struct markup app(struct arena *mem)
{
	struct markup m = markup_in(mem);

	emit(&m, OFFICE_XML "<Properties xmlns='http://schemas."
	     "openxmlformats.org/officeDocument/2006/extended-properties'>"
	     "<Application>Vägval</Application></Properties>\n");
	return m;
}

static struct markup links(struct arena *mem, const char *whole)
{
	struct markup m = markup_in(mem);

	emit(&m, OFFICE_XML "<Relationships xmlns='" OFFICE_PACKAGE
	     "relationships'>\n<Relationship Id='rId1' Type='" OFFICE_RELATION
	     "officeDocument' Target='%s'/>\n<Relationship Id='rId2' Type='"
	     OFFICE_PACKAGE "relationships/metadata/core-properties'"
	     " Target='docProps/core.xml'/>\n<Relationship Id='rId3' Type='"
	     OFFICE_RELATION "extended-properties' Target='docProps/app.xml'/>"
	     "\n</Relationships>\n", whole);
	return m;
}

void office_about(const struct paper *p, struct arena *mem, const char *whole,
                  struct zip_parts *parts)
{
	struct markup about = core(p, mem), by = app(mem);
	struct markup first = links(mem, whole);

	office_add(mem, parts, "_rels/.rels", &first);
	office_add(mem, parts, "docProps/core.xml", &about);
	office_add(mem, parts, "docProps/app.xml", &by);
}

void office_kinds(struct markup *m)
{
	emit(m, OFFICE_XML "<Types xmlns='" OFFICE_PACKAGE "content-types'>\n"
	     "<Default Extension='rels' ContentType='application/vnd."
	     "openxmlformats-package.relationships+xml'/>\n<Default"
	     " Extension='xml' ContentType='application/xml'/>\n<Default"
	     " Extension='png' ContentType='image/png'/>\n<Default"
	     " Extension='svg' ContentType='image/svg+xml'/>\n<Override"
	     " PartName='/docProps/core.xml' ContentType='application/vnd."
	     "openxmlformats-package.core-properties+xml'/>\n<Override"
	     " PartName='/docProps/app.xml' ContentType='" OFFICE_KIND
	     "extended-properties+xml'/>\n");
}
