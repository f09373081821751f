/* A part of Word's as its paragraphs, each with the text one sees and the
 * bytes that text stands in. */
#include <string.h>

#include "base/text.h"
#include "matter/template_part.h"

static const char *const text_spaces[] = {
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
};

struct run_open { int depth; size_t tag_to; struct run_look look; };
struct run_list { struct run_open *v; size_t n, room; };

struct reader {
	struct word_part *out;
	size_t            here;         /* the open paragraph, + 1 */
	struct run_list   runs;
	struct piece     *text;         /* the open w:t */
	int               text_depth;
};

/* The prefix the root gives to the language of Word's text. */
static void find_prefix(struct reader *r, const struct xml_event *e)
{
	const char *const *a = e->attributes;

	for (; *a != NULL; a += 2)
		for (size_t i = 0; i < COUNT(text_spaces); i++)
			if (strncmp(a[0], "xmlns:", 6) == 0 &&
			    same(a[1], text_spaces[i]))
				r->out->prefix = arena_print(r->out->mem,
				                             "%s:", a[0] + 6);
}

/* The name without it, or NULL: not of that language. */
static const char *local(const struct reader *r, const struct xml_event *e)
{
	size_t n;

	if (r->out->prefix == NULL || e->name == NULL)
		return NULL;
	n = strlen(r->out->prefix);
	return strncmp(e->name, r->out->prefix, n) == 0 ? e->name + n : NULL;
}

static const char *value(const struct reader *r, const struct xml_event *e,
                         const char *name)
{
	return xml_attribute(e, arena_print(r->out->mem, "%s%s",
	                                    r->out->prefix, name));
}

static struct paragraph *here(const struct reader *r)
{
	return r->here == 0 ? NULL : &r->out->all.v[r->here - 1];
}

/* The run that is open in the paragraph that is. */
static struct run_open *run_here(const struct reader *r)
{
	const struct paragraph *p = here(r);

	return p == NULL || r->runs.n == 0 ||
	       r->runs.v[r->runs.n - 1].depth <= p->depth ? NULL :
	       &r->runs.v[r->runs.n - 1];
}

static void paragraph_begins(struct reader *r, const struct xml_event *e)
{
	struct paragraph *p;

	if (r->here != 0)
		here(r)->holds = true;
	p = PUSH(r->out->mem, &r->out->all);
	p->all.from = e->from;
	p->tag = (struct stretch){ e->from, e->to };
	p->style = "";
	p->depth = e->depth;
	p->up = r->here;
	r->here = r->out->all.n;
}

static void piece_begins(struct reader *r, const struct xml_event *e,
                         const char *name)
{
	struct run_open *run = run_here(r);
	struct piece *new;

	if (run == NULL || e->depth != run->depth + 1)
		return;
	new = PUSH(r->out->mem, &here(r)->pieces);
	new->tag = (struct stretch){ e->from, e->to };
	new->look = run->look;
	new->run = run->tag_to;
	new->fixed = !same(name, "t");
	if (new->fixed) {
		*PUSH(r->out->mem, &new->text) = ' ';
		return;
	}
	r->text = new;
	r->text_depth = e->depth;
}

/* What comes before w:numPr in a paragraph's look, by the schema. */
static bool before_number(const char *name)
{
	static const char *const names[] = {
		"pStyle", "keepNext", "keepLines", "pageBreakBefore",
		"framePr", "widowControl",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (same(name, names[i]))
			return true;
	return false;
}

static struct stretch *part_of_look(struct paragraph *p, const char *name)
{
	return same(name, "sectPr") ? &p->section :
	       same(name, "pageBreakBefore") ? &p->page_break :
	       same(name, "pPrChange") ? &p->change :
	       same(name, "numPr") ? &p->number : NULL;
}

static void look_begins(struct reader *r, const struct xml_event *e,
                        const char *name)
{
	struct paragraph *p = here(r);
	struct stretch *kept;

	if (e->depth == p->depth + 1 && same(name, "pPr") &&
	    p->look.from == 0) {
		p->look.from = e->from;
		p->number_at = e->to;
	}
	if (p->look.from == 0 || p->look.to != 0)
		return;
	if (e->depth == p->depth + 3 && same(name, "numId") &&
	    same(value(r, e, "val"), "0"))
		p->unnumbered = true;
	if (e->depth != p->depth + 2)
		return;
	kept = part_of_look(p, name);
	if (kept != NULL)
		kept->from = e->from;
	if (same(name, "pStyle") && value(r, e, "val") != NULL)
		p->style = arena_copy(r->out->mem, value(r, e, "val"));
}

/* rStyle and rFonts come before w:b, by the schema. */
static void run_look_begins(struct run_open *run, const struct xml_event *e,
                            const char *name)
{
	struct run_look *look = &run->look;

	if (e->depth == run->depth + 1 && same(name, "rPr") &&
	    look->all.from == 0) {
		look->all.from = e->from;
		look->bold_at = e->to;
	} else if (e->depth == run->depth + 2 && look->all.to == 0) {
		if (same(name, "b"))
			look->bold = true;
		else if (same(name, "rPrChange"))
			look->change.from = e->from;
	}
}

static void run_look_ends(struct run_open *run, const struct xml_event *e,
                          const char *name)
{
	struct run_look *look = &run->look;

	if (look->all.from == 0 || look->all.to != 0)
		return;
	if (e->depth == run->depth + 1)
		look->all.to = e->to;
	else if (same(name, "rPrChange"))
		look->change.to = e->to;
	else if (same(name, "rStyle") || same(name, "rFonts"))
		look->bold_at = e->to;
}

static void begins(struct reader *r, const struct xml_event *e)
{
	const char *name;
	struct run_open *run;

	if (e->depth == 1)
		find_prefix(r, e);
	name = local(r, e);
	if (name == NULL)
		return;
	run = run_here(r);
	if (e->depth == 2 && same(name, "body"))
		r->out->body = e->to;
	if (same(name, "p"))
		paragraph_begins(r, e);
	else if (here(r) == NULL)
		return;
	else if (same(name, "r"))
		*PUSH(r->out->mem, &r->runs) = (struct run_open){
			.depth = e->depth, .tag_to = e->to };
	else if (same(name, "t") || same(name, "tab") || same(name, "br") ||
	         same(name, "cr"))
		piece_begins(r, e, name);
	else if (run != NULL)
		run_look_begins(run, e, name);
	else
		look_begins(r, e, name);
}

static void look_ends(struct paragraph *p, const struct xml_event *e,
                      const char *name)
{
	struct stretch *kept;

	if (e->depth == p->depth + 1 && same(name, "pPr") && p->look.to == 0)
		p->look.to = e->to;
	if (p->look.from == 0 || p->look.to != 0 || e->depth != p->depth + 2)
		return;
	kept = part_of_look(p, name);
	if (kept != NULL)
		kept->to = e->to;
	if (same(name, "numPr"))
		p->numbered = !p->unnumbered;
	if (before_number(name))
		p->number_at = e->to;
}

static void ends(struct reader *r, const struct xml_event *e)
{
	const char *name = local(r, e);
	struct paragraph *p = here(r);
	struct run_open *run = run_here(r);

	if (name == NULL || p == NULL)
		return;
	if (e->depth == p->depth) {
		p->all.to = e->to;
		r->here = p->up;
	} else if (run != NULL && e->depth == run->depth) {
		r->runs.n--;
	} else if (r->text != NULL && e->depth == r->text_depth) {
		r->text->words = (struct stretch){ r->text->tag.to, e->from };
		r->text = NULL;
	} else if (run != NULL) {
		run_look_ends(run, e, name);
	} else {
		look_ends(p, e, name);
	}
}

static bool each(void *context, const struct xml_event *e)
{
	struct reader *r = context;

	if (e->kind == XML_START)
		begins(r, e);
	else if (e->kind == XML_END)
		ends(r, e);
	else if (r->text != NULL)
		for (size_t i = 0; i < e->n; i++)
			*PUSH(r->out->mem, &r->text->text) = e->text[i];
	return true;
}

enum status word_part_read(struct arena *mem, struct bytes bytes,
                      struct word_part *out)
{
	struct reader r = { .out = out };

	*out = (struct word_part){ .mem = mem, .bytes = bytes };
	return xml_read(bytes, each, &r, NULL);
}

/* -- styles -------------------------------------------------------------- */

struct styles_reader {
	struct reader      word;
	struct style_list *all;
	struct style      *open;
	int                depth;
};

static void style_begins(struct styles_reader *s, const struct xml_event *e)
{
	const struct reader *r = &s->word;
	struct arena *mem = r->out->mem;
	const char *name = local(r, e);

	if (same(name, "style") && s->open == NULL) {
		s->open = PUSH(mem, s->all);
		s->depth = e->depth;
		s->open->id = arena_copy(mem, or_empty(value(r, e,
		                         "styleId")));
		s->open->based_on = "";
		s->open->first = same(value(r, e, "type"), "paragraph") &&
		                 same(value(r, e, "default"), "1");
	} else if (s->open != NULL && same(name, "basedOn")) {
		s->open->based_on = arena_copy(mem, or_empty(value(r, e,
		                               "val")));
	} else if (s->open != NULL && same(name, "numId")) {
		s->open->says = true;
		s->open->numbered = !same(value(r, e, "val"), "0");
	}
}

static bool each_style(void *context, const struct xml_event *e)
{
	struct styles_reader *s = context;

	if (e->kind == XML_START && e->depth == 1)
		find_prefix(&s->word, e);
	else if (e->kind == XML_START && local(&s->word, e) != NULL)
		style_begins(s, e);
	else if (e->kind == XML_END && s->open != NULL &&
	         e->depth == s->depth)
		s->open = NULL;
	return true;
}

enum status styles_read(struct arena *mem, struct bytes bytes,
                        struct style_list *out)
{
	struct word_part part = { .mem = mem };
	struct styles_reader s = { .word = { .out = &part }, .all = out };

	return xml_read(bytes, each_style, &s, NULL);
}

static const struct style *style_named(const struct style_list *all,
                                       const char *id)
{
	for (size_t i = 0; i < all->n; i++)
		if (*id == '\0' ? all->v[i].first : same(all->v[i].id, id))
			return &all->v[i];
	return NULL;
}

bool style_numbers(const struct style_list *all, const char *id)
{
	enum { MOST_STEPS = 20 };       /* a style may be based on itself */
	const struct style *s = style_named(all, id);

	for (int i = 0; i < MOST_STEPS && s != NULL; i++) {
		if (s->says)
			return s->numbered;
		s = *s->based_on == '\0' ? NULL :
		    style_named(all, s->based_on);
	}
	return false;
}
