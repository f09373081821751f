/*
 * What the file says about itself, as XMP: the same as cairo writes in the
 * older way, and that it follows PDF/UA-1.
 */
#include "base/clock.h"
#include "paper/pdf.h"

struct markup pdf_metadata(const struct sheet *s)
{
	const struct paper *p = s->paper;
	struct markup m = markup_in(s->mem);
	char *made = arena_print(s->mem, "%.19sZ",
	                         instant_write(s->mem, p->made_at));

	emit(&m, "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
	     "<x:xmpmeta xmlns:x='adobe:ns:meta/'>\n"
	     "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
	     "\n<rdf:Description rdf:about=''"
	     " xmlns:dc='http://purl.org/dc/elements/1.1/'"
	     " xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
	     " xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/'>\n"
	     "<pdfuaid:part>1</pdfuaid:part>\n"
	     "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>%s</rdf:li>"
	     "</rdf:Alt></dc:title>\n"
	     "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>"
	     "</dc:language>\n", p->title, p->language);
	if (p->author != NULL)
		emit(&m, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>"
		     "</dc:creator>\n", p->author);
	if (p->subject != NULL)
		emit(&m, "<dc:description><rdf:Alt>"
		     "<rdf:li xml:lang='x-default'>%s</rdf:li></rdf:Alt>"
		     "</dc:description>\n", p->subject);
	emit(&m, "<xmp:CreatorTool>Vägval</xmp:CreatorTool>\n"
	     "<xmp:CreateDate>%s</xmp:CreateDate>\n"
	     "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
	     "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
	     "<?xpacket end='w'?>\n", made, made);
	return m;
}
