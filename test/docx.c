#include <string.h>

#include "base/text.h"
#include "docx.h"

#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static void add(struct arena *mem, struct zip_parts *all, const char *name,
                const char *text)
{
	*PUSH(mem, all) = (struct zip_part){ name, { text, strlen(text) } };
}

struct bytes docx_made(struct arena *mem, const struct docx_made *d)
{
	struct zip_parts all = {0};

	add(mem, &all, "[Content_Types].xml", arena_print(mem,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types>"
	    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	    "<Override PartName=\"/word/document.xml\" ContentType=\"%s\"/>"
	    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD
	    "header+xml\"/><Override PartName=\"/word/styles.xml\""
	    " ContentType=\"" WORD "styles+xml\"/>"
	    "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD
	    "settings+xml\"/></Types>", d->type != NULL ? d->type :
	    WORD "document.main+xml"));
	add(mem, &all, "word/document.xml", arena_print(mem,
	    "<?xml version=\"1.0\"?><w:document " DOCX_WORDS "><w:body>%s"
	    "</w:body></w:document>", d->body));
	if (d->header != NULL)
		add(mem, &all, "word/header1.xml", arena_print(mem,
		    "<w:hdr " DOCX_WORDS ">%s</w:hdr>", d->header));
	if (d->styles != NULL)
		add(mem, &all, "word/styles.xml", arena_print(mem,
		    "<w:styles " DOCX_WORDS ">%s</w:styles>", d->styles));
	if (d->links != NULL)
		add(mem, &all, "word/_rels/document.xml.rels",
		    arena_print(mem, "<Relationships>%s</Relationships>",
		    d->links));
	if (d->extra != NULL)
		add(mem, &all, d->extra, d->extra_text);
	return zip_pack(mem, &all);
}

const char *docx_text(struct arena *mem, struct bytes in, const char *name)
{
	struct zip_parts all = {0};
	const struct zip_part *part;

	if (zip_unpack(mem, in, &all) != OK)
		return "";
	part = zip_named(&all, name);
	return part == NULL ? "" :
	       arena_text(mem, part->bytes.v, part->bytes.n);
}
