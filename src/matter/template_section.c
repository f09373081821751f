/* A section that stands alone in a paragraph: as many paragraphs as it has
 * lines, in that paragraph's look. */
#include <string.h>

#include "base/text.h"
#include "matter/template_part.h"

static bool there(struct stretch s)
{
	return s.to != 0;
}

/* <w:pPr/>: nothing in it, and nothing can be put in. */
static bool hollow(const struct filling *f, struct stretch s)
{
	return !there(s) ||
	       memcmp((const char *)f->part->bytes.v + s.to - 2, "/>", 2) == 0;
}

/* The stretch without some of what lies in it, and with something put in. */
static const char *varied(const struct filling *f, struct stretch all,
                          struct edit_list *edits)
{
	struct bytes in = { (const char *)f->part->bytes.v + all.from,
	                    all.to - all.from };
	struct bytes out;

	for (size_t i = 0; i < edits->n; i++) {
		edits->v[i].from -= all.from;
		edits->v[i].to -= all.from;
	}
	out = edits_done(f->mem, in, edits);
	return arena_text(f->mem, out.v, out.n);
}

static void cut(const struct filling *f, struct edit_list *edits,
                struct stretch s)
{
	if (there(s))
		edit_add(f->mem, edits, s.from, s.to, "");
}

static const char *no_number(const struct filling *f)
{
	const char *w = f->part->prefix;

	return arena_print(f->mem, "<%snumPr><%silvl %sval=\"0\"/>"
	                   "<%snumId %sval=\"0\"/></%snumPr>", w, w, w, w, w,
	                   w);
}

/* A lead and a heading are no points of the list they stand in. */
static bool unlisted(const struct filling *f, const struct paragraph *p,
                     enum written kind)
{
	return (kind == WRITTEN_LEAD || kind == WRITTEN_HEAD) &&
	       paragraph_numbers(f, p);
}

/* A break of section ends the last of them, one of page begins the first. */
static const char *paragraph_look(const struct filling *f,
                                  const struct paragraph *p,
                                  const struct fill *fill, size_t line)
{
	bool off = unlisted(f, p, fill->lines.v[line].kind);
	bool last = line + 1 == fill->lines.n;
	const char *w = f->part->prefix;
	struct edit_list edits = {0};

	if (hollow(f, p->look))
		return off ? arena_print(f->mem, "<%spPr>%s</%spPr>", w,
		                         no_number(f), w) : "";
	if (!last)
		cut(f, &edits, p->section);
	if (line > 0) {
		cut(f, &edits, p->page_break);
		cut(f, &edits, p->change);
	}
	if (off) {
		cut(f, &edits, p->number);
		edit_add(f->mem, &edits, there(p->number) ? p->number.to :
		         p->number_at, there(p->number) ? p->number.to :
		         p->number_at, no_number(f));
	}
	return varied(f, p->look, &edits);
}

static const char *words_look(const struct filling *f, const struct piece *p,
                              bool bold)
{
	const char *w = f->part->prefix;
	struct edit_list edits = {0};

	if (hollow(f, p->look.all))
		return bold ? arena_print(f->mem, "<%srPr><%sb/></%srPr>", w,
		                          w, w) : "";
	cut(f, &edits, p->look.change);
	if (bold && !p->look.bold)
		edit_add(f->mem, &edits, p->look.bold_at, p->look.bold_at,
		         arena_print(f->mem, "<%sb/>", w));
	return varied(f, p->look.all, &edits);
}

/* The first line stands in the paragraph itself, with its bookmarks. */
static void first_line(struct filling *f, const struct paragraph *p,
                       const struct piece *piece, const struct fill *fill)
{
	struct stretch look = p->look;

	if (!there(look))
		look = (struct stretch){ p->tag.to, p->tag.to };
	edit_add(f->mem, &f->edits, look.from, look.to,
	         paragraph_look(f, p, fill, 0));
	if (fill->lines.v[0].kind != WRITTEN_HEAD)
		return;
	look = piece->look.all;
	if (!there(look))
		look = (struct stretch){ piece->run, piece->run };
	edit_add(f->mem, &f->edits, look.from, look.to,
	         words_look(f, piece, true));
}

void section_fill(struct filling *f, const struct paragraph *p,
                  const struct piece *piece, const struct fill *fill)
{
	const char *w = f->part->prefix;
	struct markup out = markup_in(f->mem);

	first_line(f, p, piece, fill);
	for (size_t i = 1; i < fill->lines.n; i++) {
		const char *look = paragraph_look(f, p, fill, i);
		const char *words = words_look(f, piece,
			fill->lines.v[i].kind == WRITTEN_HEAD);

		/* What was written before is XML already. */
		emit(&out, "<%sp>", w);
		emit_markup(&out, &(struct markup){ .text = (char *)look,
		                                    .n = strlen(look) });
		emit(&out, "<%sr>", w);
		emit_markup(&out, &(struct markup){ .text = (char *)words,
		                                    .n = strlen(words) });
		emit(&out, "<%st xml:space=\"preserve\">%s</%st></%sr></%sp>",
		     w, line_words(f, p, fill, i), w, w, w);
	}
	if (out.n > 0)
		edit_add(f->mem, &f->edits, p->all.to, p->all.to, out.text);
}
