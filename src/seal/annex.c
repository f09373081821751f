/*
 * The annex is rendered in a child of the sandbox: a byte of language, a paper
 * that has nothing but the look of it, with its length before it, and the
 * document in; the HTML with its length before it and the PDF out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "paper/paper.h"
#include "seal/seal.h"
#include "web/req.h"

enum { HEAD = 12 };

/* The look, or NULL for bytes that are none; *rest is the document. */
static struct paper *look_of(struct arena *mem, struct bytes in,
                             struct bytes *rest)
{
	const char *all = in.v;
	size_t n = in.n <= HEAD + 1 ? in.n :
	           (size_t)strtoull(arena_text(mem, all + 1, HEAD), NULL, 10);

	if (in.n <= HEAD + 1 || n >= in.n - HEAD - 1)
		return NULL;
	*rest = (struct bytes){ all + 1 + HEAD + n, in.n - HEAD - 1 - n };
	return paper_unpack(mem, (struct bytes){ all + 1 + HEAD, n });
}

enum status annex_work(struct arena *mem, struct bytes in, struct bytes *out)
{
	struct document *d = NEW(mem, struct document);
	struct markup html = markup_in(mem);
	struct json_reader reader;
	struct bytes pdf, rest;
	struct paper *paper, *look = look_of(mem, in, &rest);
	char *all;

	if (look == NULL)
		return INVALID;
	reader = json_read(mem, rest);
	document_read(&reader, d);
	json_close(&reader);
	if (reader.wrong != JSON_FINE)
		return INVALID;
	paper = document_annex(mem, d, *(const char *)in.v == 'e' ? ENGLISH :
	                       SWEDISH);
	paper->brand = look->brand;
	paper_html(paper, &html, 1);
	TRY(paper_pdf(paper, mem, &pdf));
	all = arena_take(mem, HEAD + html.n + pdf.n + 1);
	memcpy(all, arena_print(mem, "%011zu ", html.n), HEAD);
	memcpy(all + HEAD, html.text, html.n);
	memcpy(all + HEAD + html.n, pdf.v, pdf.n);
	*out = (struct bytes){ all, HEAD + html.n + pdf.n };
	return OK;
}

struct bytes annex_input(struct arena *mem, enum language language,
                         const struct brand *brand, const char *document)
{
	struct paper *look = paper_new(mem, "", "");
	size_t n = strlen(document);
	struct bytes packed;
	char *all;

	look->brand = brand;
	packed = paper_pack(look);
	all = arena_take(mem, 1 + HEAD + packed.n + n + 1);
	*all = language == ENGLISH ? 'e' : 's';
	memcpy(all + 1, arena_print(mem, "%011zu ", packed.n), HEAD);
	memcpy(all + 1 + HEAD, packed.v, packed.n);
	memcpy(all + 1 + HEAD + packed.n, document, n);
	return (struct bytes){ all, 1 + HEAD + packed.n + n };
}

enum status annex_parts(struct arena *mem, struct bytes out,
                        const char **html, struct bytes *pdf)
{
	const char *all = out.v;
	size_t n = out.n < HEAD ? out.n :
	           (size_t)strtoull(arena_text(mem, all, HEAD), NULL, 10);

	if (out.n < HEAD || n > out.n - HEAD)
		return log_fault("the annex came back broken");
	*html = arena_text(mem, all + HEAD, n);
	*pdf = (struct bytes){ all + HEAD + n, out.n - HEAD - n };
	return OK;
}

enum status annex_render(struct req *r, enum language language,
                         const struct brand *brand, const char *document,
                         const char **html, struct bytes *pdf)
{
	struct bytes out;

	TRY(sandbox_do(r->house->sandbox, r->house->works, "annex", r->s.mem,
	               annex_input(r->s.mem, language, brand, document),
	               &out));
	return annex_parts(r->s.mem, out, html, pdf);
}

enum status annex_pdf(struct req *r, i64 assessment, enum language language,
                      struct bytes *out)
{
	struct edition e = {0};
	struct brand brand;
	const char *html, *text;
	enum status found = edition_get(&r->s, assessment, &e);

	if (found == OK && e.pdf.n > 0) {
		*out = e.pdf;
		return OK;
	}
	if (found != OK && found != NOT_FOUND)
		return found;
	TRY(document_text(&r->s, assessment, &text));
	TRY(r->house->brand(&r->s, &brand));
	return annex_render(r, language, &brand, text, &html, out);
}
