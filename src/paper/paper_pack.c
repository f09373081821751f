/*
 * A paper as bytes: numbers and texts in the order of the structs, each list
 * with its length before it. Both ends are this program in the same build, so
 * nothing is kept between versions; what is read is still never trusted to be
 * as long as it says.
 */
#include <string.h>

#include "base/text.h"
#include "paper/paper.h"

struct packer { struct arena *mem; char *v; size_t n, room; };

static void put(struct packer *p, const void *v, size_t n)
{
	if (p->n + n > p->room) {
		size_t room = 2 * (p->n + n) + 4096;
		char *more = arena_take(p->mem, room);

		if (p->n > 0)
			memcpy(more, p->v, p->n);
		p->v = more;
		p->room = room;
	}
	memcpy(p->v + p->n, v, n);
	p->n += n;
}

static void put_no(struct packer *p, i64 no)
{
	put(p, &no, sizeof no);
}

static void put_text(struct packer *p, const char *text)
{
	size_t n = text == NULL ? 0 : strlen(text);

	put_no(p, text == NULL ? -1 : (i64)n);
	if (n > 0)
		put(p, text, n);
}

static void put_spans(struct packer *p, const struct span_list *list)
{
	put_no(p, (i64)list->n);
	for (size_t i = 0; i < list->n; i++) {
		const struct span *s = &list->v[i];

		put_text(p, s->text);
		put_no(p, s->strong);
		put_no(p, s->mark);
		put_text(p, s->link);
		put_text(p, s->tile);
		put_no(p, s->tile_colour);
	}
}

static void put_rows(struct packer *p, const struct row_list *rows)
{
	put_no(p, (i64)rows->n);
	for (size_t i = 0; i < rows->n; i++) {
		const struct cell_list *cells = &rows->v[i].cells;

		put_no(p, (i64)cells->n);
		for (size_t k = 0; k < cells->n; k++) {
			put_no(p, cells->v[k].kind);
			put_spans(p, &cells->v[k].lines);
			put_no(p, cells->v[k].hatched);
			put_no(p, cells->v[k].value);
			put_no(p, cells->v[k].number);
		}
	}
}

static void put_shape(struct packer *p, const struct shape *s)
{
	const int v[] = {
		(int)s->kind, s->x, s->y, s->w, s->h, (int)s->fill,
		(int)s->stroke, s->dashed, s->round, s->strong, s->size,
		(int)s->anchor, s->upright, s->mark, s->tile_colour,
	};

	put(p, v, sizeof v);
	put_text(p, s->text);
}

static void put_figure(struct packer *p, const struct figure *f)
{
	put_no(p, f != NULL);
	if (f == NULL)
		return;
	put_text(p, f->key);
	put_text(p, f->title);
	put_text(p, f->finding);
	put_no(p, f->wide);
	put_no(p, f->high);
	put_no(p, (i64)f->shapes.n);
	for (size_t i = 0; i < f->shapes.n; i++)
		put_shape(p, &f->shapes.v[i]);
}

static void put_blocks(struct packer *p, const struct block *b)
{
	for (; b != NULL; b = b->next) {
		put_no(p, 1);
		put_no(p, b->kind);
		put_no(p, b->level);
		put_no(p, b->new_page);
		put_no(p, b->room);
		put_no(p, b->lines);
		put_text(p, b->anchor);
		put_text(p, b->label);
		put_spans(p, &b->spans);
		put_rows(p, &b->rows);
		put_no(p, (i64)b->head_rows);
		put_no(p, b->quiet);
		put(p, b->width, sizeof b->width);
		put_figure(p, b->figure);
		put_blocks(p, b->child);        /* items have none */
	}
	put_no(p, 0);
}

static void put_brand(struct packer *p, const struct brand *b)
{
	put_no(p, b != NULL);
	if (b == NULL)
		return;
	put_text(p, b->org);
	put_no(p, b->colour);
	put_no(p, b->second);
	put_no(p, (i64)b->logo.n);
	if (b->logo.n > 0)
		put(p, b->logo.v, b->logo.n);
	put_no(p, b->logo_wide);
	put_no(p, b->logo_high);
	put_text(p, b->logo_alt);
}

struct bytes paper_pack(const struct paper *paper)
{
	struct packer p = { .mem = paper->mem };

	put_no(&p, paper->kind);
	put_text(&p, paper->title);
	put_text(&p, paper->language);
	put_text(&p, paper->author);
	put_text(&p, paper->subject);
	put_text(&p, paper->running);
	put_text(&p, paper->page_word);
	put_no(&p, paper->made_at);
	put_no(&p, paper->landscape);
	put_brand(&p, paper->brand);
	put_no(&p, paper->large);
	put_no(&p, paper->stacked);
	put_blocks(&p, paper->first);
	return (struct bytes){ p.v, p.n };
}

/* -- back ---------------------------------------------------------------- */

enum { FIGURE_MOST = 100000 };

struct unpacker { struct arena *mem; const char *v; size_t n; bool broken; };

static void get(struct unpacker *u, void *to, size_t n)
{
	if (u->broken || u->n < n) {
		u->broken = true;
		memset(to, 0, n);
		return;
	}
	memcpy(to, u->v, n);
	u->v += n;
	u->n -= n;
}

static i64 get_no(struct unpacker *u)
{
	i64 no;

	get(u, &no, sizeof no);
	return no;
}

/* A number among 0 … most; anything else is no paper. */
static int get_kind(struct unpacker *u, int most)
{
	i64 no = get_no(u);

	if (no < 0 || no > most)
		u->broken = true;
	return u->broken ? 0 : (int)no;
}

static const char *get_text(struct unpacker *u)
{
	i64 n = get_no(u);
	const char *text;

	if (n == -1 || u->broken)
		return NULL;
	if (n < 0 || (size_t)n > u->n || !text_valid(u->v, (size_t)n)) {
		u->broken = true;
		return NULL;
	}
	text = arena_text(u->mem, u->v, (size_t)n);
	u->v += n;
	u->n -= (size_t)n;
	return text;
}

static void get_spans(struct unpacker *u, struct span_list *out)
{
	for (i64 n = get_no(u); n > 0 && !u->broken; n--) {
		struct span *s = PUSH(u->mem, out);

		s->text        = get_text(u);
		s->strong      = get_no(u) != 0;
		s->mark        = (enum paper_mark)get_kind(u, MARK_TICK);
		s->link        = get_text(u);
		s->tile        = get_text(u);
		s->tile_colour = get_kind(u, 17);
	}
}

static void get_cells(struct unpacker *u, struct cell_list *out)
{
	for (i64 n = get_no(u); n > 0 && !u->broken; n--) {
		struct cell *c = PUSH(u->mem, out);

		c->kind = (enum cell_kind)get_kind(u, CELL_GROUP);
		get_spans(u, &c->lines);
		c->hatched = get_no(u) != 0;
		c->value = (enum cell_value)get_kind(u, VALUE_TYPED);
		c->number = get_no(u);
	}
}

/* Numbers that would lead outside what is drawn make it no paper. */
static void get_shape(struct unpacker *u, struct shape *s)
{
	int v[15];

	get(u, v, sizeof v);
	for (int i = 0; i < 15; i++)
		u->broken = u->broken || v[i] < -FIGURE_MOST ||
		            v[i] > FIGURE_MOST;
	*s = (struct shape){
		(enum shape_kind)v[0], v[1], v[2], v[3], v[4],
		(enum shade)v[5], (enum shade)v[6], v[7] != 0, v[8] != 0,
		v[9] != 0, v[10], (enum anchor)v[11], v[12] != 0,
		get_text(u), v[13], v[14],
	};
	if (v[0] < 0 || s->kind > SHAPE_TILE || v[5] < 0 ||
	    s->fill > SHADE_NONE || v[6] < 0 || s->stroke > SHADE_NONE ||
	    v[11] < 0 || s->anchor > ANCHOR_END || v[13] < 0 ||
	    s->mark > MARK_TICK)
		u->broken = true;
	if ((s->kind == SHAPE_TEXT || s->kind == SHAPE_TILE) &&
	    s->text == NULL)
		u->broken = true;
}

static const struct figure *get_figure(struct unpacker *u)
{
	struct figure *f;

	if (get_no(u) == 0 || u->broken)
		return NULL;
	f = NEW(u->mem, struct figure);
	f->key     = or_empty(get_text(u));
	f->title   = or_empty(get_text(u));
	f->finding = or_empty(get_text(u));
	f->wide    = get_kind(u, FIGURE_MOST);
	f->high    = get_kind(u, FIGURE_MOST);
	u->broken = u->broken || f->wide == 0 || f->high == 0;
	for (i64 n = get_no(u); n > 0 && !u->broken; n--)
		get_shape(u, PUSH(u->mem, &f->shapes));
	return f;
}

static void get_block(struct unpacker *u, struct block *b)
{
	b->kind     = (enum block_kind)get_kind(u, BLOCK_FIGURE);
	b->level    = get_kind(u, 6);
	b->new_page = get_no(u) != 0;
	b->room     = get_kind(u, 1000);
	b->lines    = get_kind(u, 100);
	b->anchor   = get_text(u);
	b->label    = get_text(u);
	get_spans(u, &b->spans);
	for (i64 n = get_no(u); n > 0 && !u->broken; n--)
		get_cells(u, &PUSH(u->mem, &b->rows)->cells);
	b->head_rows = (size_t)get_kind(u, 100);
	b->quiet    = get_no(u) != 0;
	get(u, b->width, sizeof b->width);
	b->figure = get_figure(u);
	u->broken = u->broken || (b->kind == BLOCK_FIGURE) !=
	            (b->figure != NULL);
}

static struct block *get_blocks(struct unpacker *u, struct block **last,
                                bool inside)
{
	struct block *first = NULL;

	*last = NULL;
	while (get_no(u) == 1 && !u->broken) {
		struct block *b = NEW(u->mem, struct block);

		get_block(u, b);
		if (inside)
			u->broken = u->broken || get_no(u) != 0;
		else
			b->child = get_blocks(u, &b->child_last, true);
		if (first == NULL)
			first = b;
		else
			(*last)->next = b;
		*last = b;
	}
	return first;
}

static const struct brand *get_brand(struct unpacker *u)
{
	struct brand *b;
	i64 n;

	if (get_no(u) == 0)
		return NULL;
	b = NEW(u->mem, struct brand);
	b->org = or_empty(get_text(u));
	b->colour = (unsigned)get_no(u);
	b->second = (unsigned)get_no(u);
	n = get_no(u);
	if (n < 0 || (size_t)n > u->n)
		u->broken = true;
	else
		b->logo = (struct bytes){ u->v, (size_t)n };
	u->v += b->logo.n;
	u->n -= b->logo.n;
	b->logo_wide = (int)get_no(u);
	b->logo_high = (int)get_no(u);
	b->logo_alt = or_empty(get_text(u));
	return b;
}

struct paper *paper_unpack(struct arena *mem, struct bytes in)
{
	struct unpacker u = { mem, in.v, in.n, false };
	struct paper *p = NEW(mem, struct paper);

	p->mem       = mem;
	p->kind      = (enum paper_kind)get_kind(&u, PAPER_KINDS - 1);
	p->title     = or_empty(get_text(&u));
	p->language  = or_empty(get_text(&u));
	p->author    = get_text(&u);
	p->subject   = get_text(&u);
	p->running   = or_empty(get_text(&u));
	p->page_word = get_text(&u);
	p->made_at   = get_no(&u);
	p->landscape = get_no(&u) != 0;
	p->brand     = get_brand(&u);
	p->large     = get_no(&u) != 0;
	p->stacked   = get_no(&u) != 0;
	p->first     = get_blocks(&u, &p->last, false);
	return u.broken || u.n > 0 ? NULL : p;
}
