/* Papers of a matter as work for the sandbox: what goes in, and what comes. */
#include <string.h>

#include "base/text.h"
#include "document/document.h"
#include "matter/letter.msg"
#include "matter/letter_view.h"
#include "paper/paper.h"
#include "seal/seal.h"

/* -- what goes in -------------------------------------------------------- */

static enum status dressed(struct req *r, struct paper *p)
{
	struct brand *look = NEW(r->s.mem, struct brand);

	TRY(r->house->brand(&r->s, look));
	p->brand = look;
	return OK;
}

static enum status from_template(struct req *r, const struct letter *l,
                                 bool draft, struct parcel *out)
{
	struct fill_list fills = {0};
	struct bytes template;

	TRY(letter_template_bytes(&r->s, &template));
	letter_fills(r->s.mem, l, &fills);
	out->work = "template-fill";
	out->in = template_fill_pack(r->s.mem, template, &fills,
		draft ? LP_DRAFT->in[SWEDISH] : "");
	return OK;
}

/* A PDF is always of our own paper; a DOCX is, where there is no template. */
enum status letter_parcel(struct req *r, const struct letter *l, bool draft,
                          const char *kind, struct parcel *out)
{
	bool docx = same(kind, "docx");
	struct paper *p;

	*out = (struct parcel){
		.use = USE_LETTER, .type = kind,
		.title = arena_print(r->s.mem, "%s: %s",
		                     LP_TITLE->in[SWEDISH], l->matter.title),
	};
	if (docx && l->own_template)
		return from_template(r, l, draft, out);
	p = letter_paper(r->s.mem, l, draft);
	TRY(dressed(r, p));
	p->kind = docx ? PAPER_DOCX : PAPER_PDF;
	out->work = "paper";
	out->in = paper_pack(p);
	return OK;
}

/* What was finished is taken as it is kept; what is open is written now. */
static enum status annex_parcel(struct req *r, struct parcel *p)
{
	struct edition e = {0};
	struct document *d = NEW(r->s.mem, struct document);
	struct brand *look = NEW(r->s.mem, struct brand);
	enum status found = edition_get(&r->s, p->assessment, &e);

	if (found == OK && e.pdf.n > 0) {
		p->in = p->out = e.pdf;
		return OK;
	}
	if (found != NOT_FOUND)
		TRY(found);
	TRY(document_of(&r->s, p->assessment, d));
	TRY(r->house->brand(&r->s, look));
	p->work = "annex";
	p->document = document_write(r->s.mem, d);
	p->brand = look;
	p->in = annex_input(r->s.mem, SWEDISH, look, p->document);
	return OK;
}

/* The sheet is dated as the letter it goes with. */
static enum status sheet_parcel(struct req *r, const struct letter *l,
                                struct parcel *p)
{
	enum { NOON = 12 * 60 };
	struct paper *sheet;

	TRY(sheet_paper(&r->s, p->assessment, SWEDISH, &sheet));
	sheet->made_at = instant_of(l->dated_on, NOON);
	TRY(dressed(r, sheet));
	p->work = "paper";
	p->in = paper_pack(sheet);
	return OK;
}

enum status parcels_gather(struct req *r, const struct letter *l,
                           struct parcel_list *out)
{
	TRY(letter_parcel(r, l, false, "pdf", PUSH(r->s.mem, out)));
	TRY(letter_parcel(r, l, false, "docx", PUSH(r->s.mem, out)));
	for (size_t i = 0; i < l->enclosures.n; i++) {
		const struct enclosure *e = &l->enclosures.v[i];
		struct parcel *p;

		if (e->no != 0)
			continue;
		p = PUSH(r->s.mem, out);
		*p = (struct parcel){ .use = e->use, .title = e->title,
			.assessment = e->assessment, .type = "pdf" };
		TRY(e->use == USE_ANNEX ? annex_parcel(r, p) :
		    sheet_parcel(r, l, p));
	}
	return OK;
}

/* -- what comes ---------------------------------------------------------- */

enum status parcel_done(struct req *r, struct parcel *p)
{
	const char *html;

	if (p->work == NULL)
		return OK;
	if (p->document != NULL)
		return annex_render(r, SWEDISH, p->brand, p->document, &html,
		                    &p->out);
	return sandbox_do(r->house->sandbox, r->house->works, p->work,
	                  r->s.mem, p->in, &p->out);
}

bool parcels_same(const struct parcel_list *a, const struct parcel_list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct parcel *x = &a->v[i], *y = &b->v[i];

		if (x->use != y->use || x->assessment != y->assessment ||
		    !same(x->title, y->title) || x->in.n != y->in.n ||
		    (x->in.n > 0 && memcmp(x->in.v, y->in.v, x->in.n) != 0))
			return false;
	}
	return true;
}
