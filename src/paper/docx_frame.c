/*
 * The head and foot of every page: whose paper it is, what it is, and where in
 * it one is.
 */
#include <string.h>

#include "base/text.h"
#include "paper/docx.h"

enum { LOGO_HIGH = 36, LOGO_WIDE = 170 };       /* points, at most */

static void words(struct docx *d, struct markup *m, const char *text)
{
	emit(m, "<w:r>");
	docx_words(d, m, text);
	emit(m, "</w:r>");
}

/* A line of the frame, with a stop for tabs at its right end. */
static void open_line(struct docx *d, struct markup *m, const char *style)
{
	emit(m, "<w:p><w:pPr><w:pStyle w:val='%s'/><w:tabs><w:tab"
	     " w:val='right' w:pos='%d'/></w:tabs></w:pPr>", style, d->wide);
}

static void logo(struct docx *d, struct markup *m, struct markup *links,
                 const struct brand *b)
{
	struct docx_picture p = {
		.relation = docx_media(d, links, "png", b->logo),
		.name = or_empty(b->org),
		.alt = b->logo_alt != NULL ? b->logo_alt : or_empty(b->org),
		.wide = b->logo_wide * LOGO_HIGH / b->logo_high,
		.high = LOGO_HIGH,
	};

	if (p.wide > LOGO_WIDE) {
		p.wide = LOGO_WIDE;
		p.high = b->logo_high * LOGO_WIDE / b->logo_wide;
	}
	docx_picture(d, m, &p);
}

void docx_first_head(struct docx *d, struct markup *m, struct markup *links)
{
	const struct brand *b = d->paper->brand;

	emit(m, OFFICE_XML "<w:hdr" DOCX_NAMES "><w:p><w:pPr><w:pStyle"
	     " w:val='Header'/><w:pBdr><w:bottom w:val='single' w:sz='10'"
	     " w:space='6' w:color='%s'/></w:pBdr><w:tabs><w:tab"
	     " w:val='right' w:pos='%d'/></w:tabs></w:pPr>", d->rule, d->wide);
	if (brand_has_logo(b)) {
		logo(d, m, links, b);
	} else {
		emit(m, "<w:r><w:rPr><w:b/><w:color w:val='%s'/><w:sz"
		     " w:val='22'/></w:rPr>", d->colour);
		docx_words(d, m, text_short(d->mem, or_empty(b->org), 60));
		emit(m, "</w:r>");
	}
	emit(m, "<w:r><w:tab/></w:r>");
	words(d, m, text_short(d->mem, d->paper->running, 50));
	emit(m, "</w:p></w:hdr>\n");
}

void docx_head(struct docx *d, struct markup *m)
{
	emit(m, OFFICE_XML "<w:hdr" DOCX_NAMES ">");
	open_line(d, m, "Header");
	words(d, m, text_short(d->mem, d->paper->running, 90));
	emit(m, "</w:p></w:hdr>\n");
}

static void field(struct markup *m, const char *name)
{
	emit(m, "<w:fldSimple w:instr=' %s '><w:r><w:t>1</w:t></w:r>"
	     "</w:fldSimple>", name);
}

/* "Sida {1} av {2}", the numbers as fields. */
static void page_number(struct docx *d, struct markup *m)
{
	const char *word = d->paper->page_word == NULL ? "{1} / {2}" :
	                   d->paper->page_word;

	while (*word != '\0') {
		const char *hole = strstr(word, "{1}"),
		           *other = strstr(word, "{2}");

		if (hole == NULL || (other != NULL && other < hole))
			hole = other;
		if (hole == NULL) {
			words(d, m, word);
			return;
		}
		words(d, m, arena_text(d->mem, word, (size_t)(hole - word)));
		field(m, hole[1] == '1' ? "PAGE" : "NUMPAGES");
		word = hole + 3;
	}
}

void docx_foot(struct docx *d, struct markup *m)
{
	emit(m, OFFICE_XML "<w:ftr" DOCX_NAMES ">");
	open_line(d, m, "Footer");
	if (d->paper->author != NULL)
		words(d, m, text_short(d->mem, d->paper->author, 60));
	emit(m, "<w:r><w:tab/></w:r>");
	page_number(d, m);
	emit(m, "</w:p></w:ftr>\n");
}
