/*
 * The structure tree, written as a section at the end of a finished file. A
 * long paper has tens of thousands of elements, and they are most of its
 * objects: written here as text they take a tenth of the time a library that
 * knows every kind of object does.
 */
#include <stdio.h>
#include <string.h>

#include "kit/deflate.h"
#include "paper/pdf.h"

enum { IN_STREAM = 400 };       /* objects packed together */

struct offsets { size_t *v; size_t n, room; };

struct tree {
	struct sheet           *s;
	const struct numbers   *no;
	struct element_list     all;            /* by object, from no->next */
	struct sink             text;           /* the objects, one after one */
	struct offsets          at;             /* where each begins */
	struct element_list    *owners;         /* of the marks of each page */
};

void sink_put(struct sink *s, const void *bytes, size_t n)
{
	if (s->n + n > s->room) {
		size_t room = 2 * (s->n + n) + 64 * 1024;
		char *grown = arena_take(s->mem, room);

		if (s->n > 0)
			memcpy(grown, s->v, s->n);
		s->v = grown;
		s->room = room;
	}
	memcpy(s->v + s->n, bytes, n);
	s->n += n;
}

static void print(struct sink *, const char *format, ...) PRINTF(2, 3);

/* Numbers, names and marks of punctuation: short. */
static void print(struct sink *s, const char *format, ...)
{
	char line[200];
	va_list rest;
	int n;

	va_start(rest, format);
	n = vsnprintf(line, sizeof line, format, rest);
	va_end(rest);
	ASSERT(n >= 0 && n < (int)sizeof line);
	sink_put(s, line, (size_t)n);
}

static unsigned next_character(const unsigned char **text)
{
	const unsigned char *t = *text;
	int more = *t < 0xC0 ? 0 : *t < 0xE0 ? 1 : *t < 0xF0 ? 2 : 3;
	unsigned c = more == 0 ? *t : *t & (0x3Fu >> more);

	for (t++; more > 0 && *t != '\0'; more--)
		c = c << 6 | (*t++ & 0x3F);
	*text = t;
	return c;
}

/* As UTF-16 in hexadecimal, which every reader takes. */
static void print_text(struct sink *s, const char *text)
{
	const unsigned char *t = (const unsigned char *)text;

	print(s, "<FEFF");
	while (*t != '\0') {
		unsigned c = next_character(&t);

		if (c < 0x10000)
			print(s, "%04X", c);
		else
			print(s, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10),
			      0xDC00 + ((c - 0x10000) & 0x3FF));
	}
	print(s, ">");
}

static bool is_cell(const struct element *e)
{
	return same(e->role, "TD") || same(e->role, "TH") ||
	       same(e->role, "LBody");
}

/* An element that holds nothing is left out, but for empty cells. */
static bool prune(struct element *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->parts.n; i++) {
		struct element *inside = e->parts.v[i].element;

		if (inside == NULL || prune(inside) || is_cell(inside))
			e->parts.v[n++] = e->parts.v[i];
	}
	e->parts.n = n;
	return n > 0;
}

static void number(struct tree *t, struct element *e)
{
	e->object = t->no->next + (unsigned)t->all.n;
	*PUSH(t->s->mem, &t->all) = e;
	for (size_t i = 0; i < e->parts.n; i++) {
		if (e->parts.v[i].element != NULL)
			number(t, e->parts.v[i].element);
	}
}

/* The element of a mark, by page and number. */
static void own(struct tree *t, const struct part *p, struct element *e)
{
	struct element_list *owners = &t->owners[p->page];

	while (owners->n <= (size_t)p->mark)
		*PUSH(t->s->mem, owners) = NULL;
	owners->v[p->mark] = e;
}

static void object(struct tree *t)
{
	*PUSH(t->s->mem, &t->at) = t->text.n;
}

static void look(struct tree *t, const struct element *e)
{
	struct sink *to = &t->text;

	if (e->scope != NULL) {
		print(to, "/A<</O/Table/Scope/%s", e->scope);
		if (e->across > 1)
			print(to, "/ColSpan %d", e->across);
		print(to, ">>");
	}
	if (e->numbering != NULL)
		print(to, "/A<</O/List/ListNumbering/%s>>", e->numbering);
	if (e->alt == NULL)
		return;
	print(to, "/Alt");
	print_text(to, e->alt);
	print(to, "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>",
	      e->box.x, t->s->high - e->box.y - e->box.h,
	      e->box.x + e->box.w, t->s->high - e->box.y);
}

/* A mark on the element's own page is a number, on another a reference. */
static void part(struct tree *t, const struct part *p, int page)
{
	if (p->element != NULL)
		print(&t->text, " %u 0 R", p->element->object);
	else if (p->page == page)
		print(&t->text, " %d", p->mark);
	else
		print(&t->text, "<</Type/MCR/Pg %u 0 R/MCID %d>>",
		      t->no->pages[p->page], p->mark);
}

static void element(struct tree *t, struct element *e)
{
	struct sink *to = &t->text;
	int page = -1;

	object(t);
	print(to, "<</Type/StructElem/S/%s/P %u 0 R", e->role,
	      e->up == NULL ? t->no->root : e->up->object);
	look(t, e);
	for (size_t i = 0; i < e->parts.n; i++) {
		const struct part *p = &e->parts.v[i];

		if (p->element != NULL)
			continue;
		page = page < 0 ? p->page : page;
		own(t, p, e);
	}
	if (page >= 0)
		print(to, "/Pg %u 0 R", t->no->pages[page]);
	print(to, "/K[");
	for (size_t i = 0; i < e->parts.n; i++)
		part(t, &e->parts.v[i], page);
	for (size_t i = 0; i < e->presses.n; i++)
		print(to, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>",
		      t->no->pages[e->presses.v[i].page],
		      t->no->presses[e->presses.v[i].no]);
	print(to, "]>>");
}

/* From a mark on a page, or from what is pressed, back to its element. */
static void parents(struct tree *t)
{
	struct sink *to = &t->text;
	size_t pages = t->s->pages.n;

	object(t);
	print(to, "<</Nums[");
	for (size_t i = 0; i < pages; i++) {
		print(to, "%zu[", i);
		for (size_t n = 0; n < t->owners[i].n; n++)
			print(to, "%u 0 R ", t->owners[i].v[n]->object);
		print(to, "]");
	}
	for (size_t i = 0; i < t->all.n; i++) {
		const struct element *e = t->all.v[i];

		for (size_t n = 0; n < e->presses.n; n++)
			print(to, "%zu %u 0 R ", pages + e->presses.v[n].no,
			      e->object);
	}
	print(to, "]>>");
	object(t);
	print(to, "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R"
	      "/ParentTreeNextKey %zu>>", t->no->next,
	      t->no->next + (unsigned)t->all.n, pages + t->no->n_presses);
}

/* The number of an object, by its place: the root of the tree comes last. */
static unsigned number_of(const struct tree *t, size_t i)
{
	return i + 1 == t->at.n ? t->no->root : t->no->next + (unsigned)i;
}

static void stream(struct sink *file, struct arena *mem, const char *words,
                   struct bytes content)
{
	struct bytes packed = deflated(mem, content);

	sink_put(file, words, strlen(words));
	print(file, "/Filter/FlateDecode/Length %zu>>stream\n", packed.n);
	sink_put(file, packed.v, packed.n);
	print(file, "\nendstream\nendobj\n");
}

/* Objects from … to, as one stream of objects. */
static void pack(struct tree *t, struct sink *file, unsigned no, size_t from,
                 size_t to)
{
	struct sink inside = { .mem = t->s->mem };
	size_t end = to < t->at.n ? t->at.v[to] : t->text.n, head;

	for (size_t i = from; i < to; i++)
		print(&inside, "%u %zu ", number_of(t, i),
		      t->at.v[i] - t->at.v[from]);
	head = inside.n;
	sink_put(&inside, t->text.v + t->at.v[from], end - t->at.v[from]);
	print(file, "%u 0 obj\n", no);
	stream(file, t->s->mem,
	       arena_print(t->s->mem, "<</Type/ObjStm/N %zu/First %zu",
	                   to - from, head),
	       (struct bytes){ inside.v, inside.n });
}

/* One row of the table of objects: kind, four bytes, two bytes. */
static void row(struct sink *to, int kind, size_t a, size_t b)
{
	const unsigned char bytes[] = {
		(unsigned char)kind, (unsigned char)(a >> 24),
		(unsigned char)(a >> 16), (unsigned char)(a >> 8),
		(unsigned char)a, (unsigned char)(b >> 8), (unsigned char)b,
	};

	sink_put(to, bytes, sizeof bytes);
}

/* Where each new object is; what was there before is found by /Prev. */
static void table(struct tree *t, struct sink *file, const size_t *streams,
                  size_t n_streams)
{
	struct sink rows = { .mem = t->s->mem };
	const struct numbers *no = t->no;
	size_t last = t->at.n - 1, begins = file->n;
	unsigned first = no->next + (unsigned)last;

	row(&rows, 2, first + last / IN_STREAM, last % IN_STREAM);
	for (size_t i = 0; i < last; i++)
		row(&rows, 2, first + i / IN_STREAM, i % IN_STREAM);
	for (size_t i = 0; i < n_streams; i++)
		row(&rows, 1, streams[i], 0);
	row(&rows, 1, begins, 0);
	print(file, "%u 0 obj\n", first + (unsigned)n_streams);
	stream(file, t->s->mem, arena_print(t->s->mem,
	       "<</Type/XRef/W[1 4 2]/Index[%u 1 %u %zu]/Size %zu/Prev %lld"
	       "/Root %u 0 R/Info %u 0 R/ID %s", no->root, no->next,
	       last + n_streams + 1, first + n_streams + 1, no->table,
	       no->catalog, no->info, no->id),
	       (struct bytes){ rows.v, rows.n });
	print(file, "startxref\n%zu\n%%%%EOF\n", begins);
}

enum status structure_append(struct sheet *s, const struct numbers *no,
                             struct bytes file, struct bytes *out)
{
	struct sink end = { .mem = s->mem };
	struct tree t = { .s = s, .no = no, .text = { .mem = s->mem } };
	struct offsets streams = {0};
	size_t n = s->pages.n;

	t.owners = arena_take(s->mem, n * sizeof *t.owners);
	number(&t, s->root);
	for (size_t i = 0; i < t.all.n; i++)
		element(&t, t.all.v[i]);
	for (size_t i = 0; i < n; i++) {
		if (t.owners[i].n != (size_t)no->marks[i])
			return log_fault("page %zu has %d marks, not %zu", i,
			                 no->marks[i], t.owners[i].n);
	}
	parents(&t);
	sink_put(&end, file.v, file.n);
	for (size_t from = 0; from < t.at.n; from += IN_STREAM) {
		size_t to = from + IN_STREAM < t.at.n ? from + IN_STREAM :
		            t.at.n;

		*PUSH(s->mem, &streams) = end.n;
		pack(&t, &end, no->next + (unsigned)(t.at.n - 1 + streams.n -
		     1), from, to);
	}
	table(&t, &end, streams.v, streams.n);
	*out = (struct bytes){ end.v, end.n };
	return OK;
}

void structure_settle(struct sheet *s)
{
	prune(s->root);
}
