/* The letter as one value: its matter, its sections, what goes with it and
 * what is missing. */
#include <string.h>

#include "base/text.h"
#include "brief/sheet.h"
#include "db/db.h"
#include "document/document.h"
#include "matter/chain.h"
#include "matter/letter.h"
#include "matter/letter.msg"

static const char *sv(const struct sentence *s)
{
	return s->in[SWEDISH];
}

/* -- whose turn it is ---------------------------------------------------- */

static enum status read_chain(struct scope *s, struct letter *l)
{
	struct chain chain = {0};
	struct outcome_list outcomes = {0};
	const struct step_body *next;

	TRY(chain_read(s, l->matter.id, &chain));
	TRY(outcome_list(s, l->matter.id, &outcomes));
	next = chain_next(&chain, &outcomes);
	l->wording = l->receiver = "";
	if (next == NULL)
		return OK;
	l->wording = chain_wording(s->mem, &chain, (size_t)(next - chain.v),
	                           false);
	l->receiver = body_title(s->mem, &next->body);
	return OK;
}

/* -- what the assessments say -------------------------------------------- */

/* One assessment, read once: what the letter says of it and what is missing. */
struct said {
	const struct linked *of;
	struct document     *d;
	struct text_block    block;
};
struct said_list { struct said *v; size_t n, room; };

static enum status read_said(struct scope *s, struct letter *l,
                             struct said_list *out)
{
	for (size_t i = 0; i < l->linked.n; i++) {
		const struct linked *a = &l->linked.v[i];
		struct said *new = PUSH(s->mem, out);
		struct hole_list holes = {0};

		new->of = a;
		new->d = NEW(s->mem, struct document);
		TRY(document_of(s, a->assessment, new->d));
		TRY(textblock_of(s, a->assessment, new->d, SWEDISH,
		                 &new->block));
		TRY(holes_read(s, a->assessment, new->d, SWEDISH, &holes));
		for (size_t j = 0; j < holes.n; j++)
			*PUSH(s->mem, &l->holes) = (struct letter_hole){
				.assessment = a->assessment, .key = a->key,
				.title = a->title, .hole = holes.v[j] };
	}
	return OK;
}

/* The block is sorted by perspective as a copy: other headings read it too. */
static const char *block_of(struct arena *mem, const struct said *said,
                            const struct heading *h)
{
	struct text_block block = said->block;
	bool headed = h->no == LETTER_CONSEQUENCES && h->by_perspective;

	if (headed && !block.headed) {
		block.lines = (struct block_lines){0};
		for (size_t i = 0; i < said->block.lines.n; i++)
			*PUSH(mem, &block.lines) = said->block.lines.v[i];
		textblock_by_perspective(mem, said->d, &block);
	}
	return letter_block(mem, &block, h->no, headed);
}

/* Of several assessments, each under its name. */
static const char *all_blocks(struct arena *mem, const struct said_list *all,
                              const struct heading *h)
{
	const char *out = "";

	for (size_t i = 0; i < all->n; i++) {
		const char *one = block_of(mem, &all->v[i], h);

		if (text_blank(one))
			continue;
		out = all->n == 1 ? one : arena_print(mem, "%s%s# %s\n%s",
			out, *out == '\0' ? "" : "\n", all->v[i].of->title,
			one);
	}
	return out;
}

/* -- sections ------------------------------------------------------------ */

static const struct letter_text *text_of(const struct letter_text_list *all,
                                         i64 part)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].part == part)
			return &all->v[i];
	return NULL;
}

/* Until somebody has saved them, consequences and weighing are what the text
 * block says of each. */
static void read_section(struct arena *mem, struct letter *l,
                         const struct said_list *said,
                         const struct heading *h,
                         const struct letter_text *t)
{
	struct section *new = PUSH(mem, &l->sections);

	new->heading = *h;
	new->text = new->taken = new->now = "";
	if (letter_from_block(h->no))
		new->text = new->taken = new->now = all_blocks(mem, said, h);
	if (t == NULL)
		return;
	new->text = t->text;
	new->taken = t->taken;
	new->version = t->version;
}

static enum status read_sections(struct scope *s, struct letter *l)
{
	struct said_list said = {0};
	struct heading_list headings = {0};
	struct letter_text_list texts = {0};

	TRY(read_said(s, l, &said));
	TRY(letter_headings(s, true, &headings));
	TRY(letter_text_list(s, l->matter.id, &texts));
	for (size_t i = 0; i < headings.n; i++) {
		const struct heading *h = &headings.v[i];
		const struct letter_text *t = text_of(&texts, h->no);

		if (!h->retired)
			read_section(s->mem, l, &said, h, t);
		else if (t != NULL && !text_blank(t->text))
			*PUSH(s->mem, &l->unused) = (struct section){
				.heading = *h, .text = t->text };
	}
	return OK;
}

/* -- what goes with it --------------------------------------------------- */

static const struct linked *linked_of(const struct letter *l, i64 assessment)
{
	for (size_t i = 0; i < l->linked.n && assessment != 0; i++)
		if (l->linked.v[i].assessment == assessment)
			return &l->linked.v[i];
	return NULL;
}

static bool kept(const struct matter_paper *p)
{
	return p->state == PAPER_FINAL || p->state == PAPER_SENT;
}

/* A sheet, and the annex of what is still open, are made anew each time; the
 * annex of an edition is the same for ever. */
static bool is_made_anew(const struct letter *l, const struct matter_paper *p)
{
	const struct linked *a = linked_of(l, p->assessment);

	return a != NULL && (p->use == USE_SHEET || (p->use == USE_ANNEX &&
	       !(kept(p) && assessment_is_final((enum assessment_state)
	                                        a->state))));
}

/* A draft of ours goes to nobody, whatever the letter is about. */
static bool goes_with(const struct letter *l, const struct matter_paper *p)
{
	return p->use != USE_LETTER && p->use != USE_TEXT_BLOCK &&
	       p->state != PAPER_WORKING && !is_made_anew(l, p);
}

static bool enclosed(const struct letter *l, enum paper_use use,
                     i64 assessment)
{
	for (size_t i = 0; i < l->enclosures.n; i++)
		if (l->enclosures.v[i].use == use &&
		    l->enclosures.v[i].assessment == assessment)
			return true;
	return false;
}

static void enclose_new(struct arena *mem, struct letter *l,
                        const struct linked *a, enum paper_use use,
                        const struct sentence *title)
{
	if (enclosed(l, use, a->assessment))
		return;
	*PUSH(mem, &l->enclosures) = (struct enclosure){
		.use = use, .assessment = a->assessment, .key = a->key,
		.title = say_fill(mem, sv(title), a->title, NULL),
		.dated_on = l->dated_on,
	};
}

static enum status read_enclosures(struct scope *s, struct letter *l)
{
	struct matter_paper_list all = {0};

	TRY(matter_paper_list(s, l->matter.id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct matter_paper *p = &all.v[i];

		if (!goes_with(l, p))
			continue;
		*PUSH(s->mem, &l->enclosures) = (struct enclosure){
			.no = p->no, .use = p->use,
			.assessment = p->assessment,
			.key = or_empty(p->assessment_key),
			.title = text_blank(p->secret_by) ? p->title :
			         sv(LP_SECRET),
			.dated_on = p->dated_on,
		};
	}
	for (size_t i = 0; i < l->linked.n; i++) {
		struct choice_list choices = {0};

		TRY(choice_list(s, l->linked.v[i].assessment, &choices));
		enclose_new(s->mem, l, &l->linked.v[i], USE_ANNEX, LP_ANNEX);
		if (choices.n > 0)
			enclose_new(s->mem, l, &l->linked.v[i], USE_SHEET,
			            LP_SHEET);
	}
	return OK;
}

/* -- lines --------------------------------------------------------------- */

static void write_papers(struct arena *mem, const struct letter *l,
                         struct written_lines *out)
{
	written_add(mem, out, WRITTEN_ITEM, say_fill(mem, sv(LP_ITSELF),
	            day_say(mem, SWEDISH, l->dated_on), NULL));
	for (size_t i = 0; i < l->enclosures.n; i++) {
		const struct enclosure *e = &l->enclosures.v[i];

		written_add(mem, out, WRITTEN_ITEM, arena_print(mem,
			"%s: %s, %s", say_fill(mem, sv(LP_NO),
			arena_print(mem, "%zu", i + 1), NULL), e->title,
			day_say(mem, SWEDISH, e->dated_on)));
	}
}

static bool of_children(const struct written_line *l)
{
	return l->kind == WRITTEN_HEAD &&
	       strcasestr(l->text, "barn") != NULL;
}

/* Under the children's heading, at its end, or under one made for it. */
static void write_children(struct arena *mem, const char *line,
                           struct written_lines *out)
{
	size_t at = 0;

	while (at < out->n && !of_children(&out->v[at]))
		at++;
	if (at == out->n) {
		written_add(mem, out, WRITTEN_HEAD, sv(LP_CHILDREN));
		written_add(mem, out, WRITTEN_TEXT, line);
		return;
	}
	for (at++; at < out->n && out->v[at].kind != WRITTEN_HEAD; )
		at++;
	written_add(mem, out, WRITTEN_TEXT, line);
	for (size_t i = out->n - 1; i > at; i--)
		out->v[i] = out->v[i - 1];
	out->v[at] = (struct written_line){ WRITTEN_TEXT, line };
}

static void write_holes(struct arena *mem, const struct letter *l,
                        bool headed, struct written_lines *out)
{
	bool any = false;

	for (size_t i = 0; i < l->holes.n; i++) {
		const struct hole *h = &l->holes.v[i].hole;
		const char *line = hole_told(mem, h);

		if (!hole_is_open(h) && !h->lawful)
			continue;
		if (headed && h->kind == HOLE_CHILDREN) {
			write_children(mem, line, out);
			continue;
		}
		if (headed && !any)
			written_add(mem, out, WRITTEN_HEAD, sv(LP_MISSING));
		any = true;
		written_add(mem, out, WRITTEN_TEXT, line);
	}
}

static void write_where(struct arena *mem, const struct letter *l,
                        struct written_lines *out)
{
	for (size_t i = 0; i < l->enclosures.n; i++) {
		const struct enclosure *e = &l->enclosures.v[i];
		const char *no = arena_print(mem, "%zu", i + 1);

		if (e->use == USE_ANNEX && linked_of(l, e->assessment) != NULL)
			written_add(mem, out, WRITTEN_TEXT, say_fill(mem,
				sv(LP_WHERE), no, NULL));
	}
}

void letter_write_lines(struct arena *mem, struct letter *l)
{
	for (size_t i = 0; i < l->sections.n; i++) {
		struct section *s = &l->sections.v[i];

		s->lines = (struct written_lines){0};
		if (s->heading.no == LETTER_PAPERS) {
			write_papers(mem, l, &s->lines);
			continue;
		}
		if (s->heading.no == LETTER_PROPOSAL &&
		    !text_blank(s->text) && *l->wording != '\0')
			written_add(mem, &s->lines, WRITTEN_LEAD, l->wording);
		letter_lines(mem, s->heading.no, s->text, &s->lines);
		if (s->heading.no != LETTER_CONSEQUENCES)
			continue;
		write_holes(mem, l, s->heading.by_perspective, &s->lines);
		write_where(mem, l, &s->lines);
	}
}

enum status letter_read(struct scope *s, i64 matter, i64 dated_on,
                        const char *org, struct letter *out)
{
	struct letter_template own = {0};
	enum status found;

	*out = (struct letter){ .org = org, .dated_on = dated_on };
	TRY(matter_get(s, matter, &out->matter));
	TRY(read_chain(s, out));
	TRY(matter_linked(s, matter, &out->linked));
	TRY(read_sections(s, out));
	TRY(read_enclosures(s, out));
	found = letter_template_get(s, &own);
	if (found != NOT_FOUND)
		TRY(found);
	out->own_template = found == OK;
	out->placeholders = own.found;
	letter_write_lines(s->mem, out);
	return OK;
}
