/*
 * Pictures: a logo, and figures as PNG with the SVG beside it for those who
 * can show it. What one looks like is told in words.
 */
#include "base/text.h"
#include "paper/docx.h"

enum { EMU = 12700 };           /* to the point */

int docx_media(struct docx *d, struct markup *links, const char *ending,
               struct bytes bytes)
{
	const char *name = arena_print(d->mem, "media/picture%zu.%s",
	                               d->media.n + 1, ending);

	*PUSH(d->mem, &d->media) = (struct zip_part){
		arena_print(d->mem, "word/%s", name), bytes
	};
	emit(links, "<Relationship Id='rId%d' Type='" OFFICE_RELATION "image'"
	     " Target='%s'/>\n", ++d->relations, name);
	return d->relations;
}

static void blip(struct markup *m, const struct docx_picture *p)
{
	emit(m, "<pic:blipFill><a:blip r:embed='rId%d'", p->relation);
	if (p->vector == 0)
		emit(m, "/>");
	else
		emit(m, "><a:extLst><a:ext"
		     " uri='{96DAC541-7B7A-43D3-8B79-37D633B846F1}'>"
		     "<asvg:svgBlip xmlns:asvg='http://schemas.microsoft.com/"
		     "office/drawing/2016/SVG/main' r:embed='rId%d'/></a:ext>"
		     "</a:extLst></a:blip>", p->vector);
	emit(m, "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>");
}

void docx_picture(struct docx *d, struct markup *m,
                  const struct docx_picture *p)
{
	i64 wide = (i64)p->wide * EMU, high = (i64)p->high * EMU;
	const char *name = office_plain(d->mem, p->name, ' ');
	const char *alt = office_plain(d->mem, p->alt, ' ');
	int no = ++d->pictures;

	emit(m, "<w:r><w:drawing><wp:inline xmlns:wp='http://schemas."
	     "openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
	     " distT='0' distB='0' distL='0' distR='0'><wp:extent cx='%lld'"
	     " cy='%lld'/><wp:docPr id='%d' name='%s' descr='%s'/>"
	     "<wp:cNvGraphicFramePr/>", wide, high, no, name, alt);
	emit(m, "<a:graphic xmlns:a='http://schemas.openxmlformats.org/"
	     "drawingml/2006/main'><a:graphicData uri='http://schemas."
	     "openxmlformats.org/drawingml/2006/picture'><pic:pic xmlns:pic="
	     "'http://schemas.openxmlformats.org/drawingml/2006/picture'>"
	     "<pic:nvPicPr><pic:cNvPr id='%d' name='%s' descr='%s'/>"
	     "<pic:cNvPicPr/></pic:nvPicPr>", no, name, alt);
	blip(m, p);
	emit(m, "<pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='%lld'"
	     " cy='%lld'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/>"
	     "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
	     "</wp:inline></w:drawing></w:r>", wide, high);
}

/* Three pixels to the point: sharp in print too. */
static enum status drawn(struct docx *d, const struct figure *f,
                         struct docx_picture *p)
{
	struct bytes png, svg;

	TRY(figure_png(f, d->mem, 3, &png));
	TRY(figure_svg_file(f, d->mem, &svg));
	p->relation = docx_media(d, &d->links, "png", png);
	p->vector = docx_media(d, &d->links, "svg", svg);
	p->name = or_empty(f->title);
	p->alt = arena_print(d->mem, "%s. %s", or_empty(f->title),
	                     or_empty(f->finding));
	p->wide = f->wide;
	p->high = f->high;
	if (p->wide <= d->wide / 20)
		return OK;
	p->wide = d->wide / 20;
	p->high = f->high * p->wide / f->wide;
	return OK;
}

static void kept_line(struct docx *d, const char *style, const char *text)
{
	emit(&d->body, "<w:p><w:pPr><w:pStyle w:val='%s'/><w:keepNext/>"
	     "</w:pPr>", style);
	docx_span(d, &(struct span){ .text = text });
	docx_close(d);
}

/* Title and finding stand before it, the table with the same facts after. */
enum status docx_figure(struct docx *d, const struct block *b)
{
	struct docx_picture p = {0};

	TRY(drawn(d, b->figure, &p));
	docx_anchor(d, b->anchor);
	kept_line(d, "Caption", b->figure->title);
	kept_line(d, "Normal", b->figure->finding);
	docx_open(d, "Figure");
	docx_picture(d, &d->body, &p);
	docx_close(d);
	return OK;
}
