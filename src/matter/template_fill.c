/* Values into a template: part by part, paragraph by paragraph. */
#include <string.h>

#include "base/markup.h"
#include "base/text.h"
#include "matter/template_part.h"

bool paragraph_numbers(const struct filling *f, const struct paragraph *p)
{
	return p->numbered ||
	       (!p->unnumbered && style_numbers(f->styles, p->style));
}

static size_t point_no(const struct fill *fill, size_t line)
{
	size_t no = 1;

	for (size_t i = 0; i < line; i++)
		no += fill->lines.v[i].kind == WRITTEN_POINT;
	return no;
}

const char *line_words(struct filling *f, const struct paragraph *p,
                       const struct fill *fill, size_t line)
{
	const struct written_line *l = &fill->lines.v[line];

	if (l->kind == WRITTEN_POINT && !paragraph_numbers(f, p))
		return arena_print(f->mem, "%zu. %s", point_no(fill, line),
		                   l->text);
	if (l->kind == WRITTEN_ITEM && !paragraph_numbers(f, p))
		return arena_print(f->mem, "– %s", l->text);
	return l->text;
}

/* All lines within the one text, with breaks between. */
static void value_written(struct filling *f, const struct paragraph *p,
                          const struct fill *fill, size_t most,
                          struct markup *out)
{
	const char *w = f->part->prefix;

	for (size_t i = 0; i < fill->lines.n && i < most; i++) {
		if (i > 0)
			emit(out, "</%st><%sbr/><%st xml:space=\"preserve\">",
			     w, w, w);
		emit(out, "%s", line_words(f, p, fill, i));
	}
}

/* A paragraph being filled: where each of its pieces is in its text. */
struct work_on {
	const struct paragraph        *p;
	const char                    *text;
	const struct placeholder_list *all;
	bool                           alone;
};

static const struct placeholder *placeholder_at(const struct work_on *work,
                                                size_t at)
{
	for (size_t i = 0; i < work->all->n; i++)
		if (at >= work->all->v[i].from && at < work->all->v[i].to)
			return &work->all->v[i];
	return NULL;
}

/* What stays of a piece's text, and the values that begin in it. */
static void piece_fill(struct filling *f, const struct work_on *work,
                       const struct piece *piece, size_t from)
{
	struct markup *out = &f->words;
	size_t end = from + piece->text.n;
	bool changed = false;

	out->n = 0;
	out->text[0] = '\0';

	for (size_t at = from; at < end; at++) {
		const struct placeholder *in = placeholder_at(work, at);
		const struct fill *fill = in == NULL ? NULL :
			fill_named(f->mem, f->fills, in->name);
		size_t stop = in == NULL ? at + 1 : in->to < end ? in->to :
		              end;

		if (fill == NULL) {
			emit(out, "%s", arena_text(f->mem, work->text + at,
			                           stop - at));
			at = stop - 1;
			continue;
		}
		changed = true;
		if (at == in->from)
			value_written(f, work->p, fill, work->alone ? 1 :
			              fill->lines.n, out);
		at = stop - 1;
	}
	if (!changed || piece->fixed || piece->words.to == 0)
		return;
	edit_add(f->mem, &f->edits, piece->words.from, piece->words.to,
	         arena_copy(f->mem, out->text));
	if (memmem((const char *)f->part->bytes.v + piece->tag.from,
	           piece->tag.to - piece->tag.from, "xml:space", 9) == NULL)
		edit_add(f->mem, &f->edits, piece->tag.to - 1,
		         piece->tag.to - 1, " xml:space=\"preserve\"");
}

/* The section that is all the paragraph says, and the piece it begins in. */
static const struct fill *alone_in(struct filling *f,
                                   const struct work_on *work,
                                   const struct piece **piece)
{
	const struct fill *fill;
	size_t at = 0;

	if (work->all->n != 1 || work->p->holds ||
	    strlen(text_trim(f->mem, work->text)) !=
	    work->all->v[0].to - work->all->v[0].from)
		return NULL;
	fill = fill_named(f->mem, f->fills, work->all->v[0].name);
	if (fill == NULL || !fill->section || fill->lines.n == 0)
		return NULL;
	for (size_t i = 0; i < work->p->pieces.n; i++) {
		*piece = &work->p->pieces.v[i];
		at += (*piece)->text.n;
		if (at > work->all->v[0].from)
			break;
	}
	return *piece == NULL || (*piece)->fixed ||
	       (*piece)->words.to == 0 ? NULL : fill;
}

void paragraph_fill(struct filling *f, const struct paragraph *p)
{
	struct placeholder_list all = {0};
	struct work_on work = { .p = p, .all = &all };
	const char *unclosed;
	const struct piece *piece = NULL;
	const struct fill *section;
	size_t at = 0;

	work.text = paragraph_text(f->mem, p);
	placeholders_in(f->mem, work.text, &all, &unclosed);
	if (all.n == 0)
		return;
	section = alone_in(f, &work, &piece);
	work.alone = section != NULL;
	if (work.alone)
		section_fill(f, p, piece, section);
	for (size_t i = 0; i < p->pieces.n; i++) {
		piece_fill(f, &work, &p->pieces.v[i], at);
		at += p->pieces.v[i].text.n;
	}
}

/* -- the whole file ------------------------------------------------------ */

static void mark_draft(struct filling *f, const char *draft)
{
	const char *w = f->part->prefix;
	struct markup out = markup_in(f->mem);

	emit(&out, "<%sp><%sr><%srPr><%sb/></%srPr><%st>%s</%st></%sr></%sp>",
	     w, w, w, w, w, w, draft, w, w, w);
	edit_add(f->mem, &f->edits, f->part->body, f->part->body, out.text);
}

static enum status part_fill(struct filling *f, struct zip_part *part,
                             const char *draft)
{
	struct word_part *read = NEW(f->mem, struct word_part);

	TRY(word_part_read(f->mem, part->bytes, read));
	if (read->prefix == NULL)
		return OK;
	f->part = read;
	f->edits = (struct edit_list){0};
	if (*draft != '\0' && read->body != 0)
		mark_draft(f, draft);
	for (size_t i = 0; i < read->all.n; i++)
		paragraph_fill(f, &read->all.v[i]);
	if (f->edits.n > 0)
		part->bytes = edits_done(f->mem, part->bytes, &f->edits);
	return OK;
}

enum status template_fill(struct arena *mem, struct bytes in,
                          const struct fill_list *fills, const char *draft,
                          struct bytes *out)
{
	struct style_list styles = {0};
	struct filling f = { .mem = mem, .fills = fills, .styles = &styles,
	                     .words = markup_in(mem) };
	struct word_file d;

	word_file_open(mem, in, &d);
	if (d.wrong != TEMPLATE_FINE)
		return INVALID;
	if (d.styles != NULL)
		TRY(styles_read(mem, word_file_part(&d, d.styles)->bytes,
		                &styles));
	for (size_t i = 0; i < d.texts.n; i++)
		TRY(part_fill(&f, word_file_part(&d, d.texts.v[i]), draft));
	*out = zip_pack(mem, &d.parts);
	return OK;
}
