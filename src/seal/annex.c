/*
 * The annex is rendered in a child of the sandbox: one byte of language and the
 * document in, the HTML with its length before it and the PDF out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "paper/paper.h"
#include "seal/seal.h"
#include "web/req.h"

enum { HEAD = 12 };

enum status annex_work(struct arena *mem, struct bytes in, struct bytes *out)
{
	struct document *d = NEW(mem, struct document);
	struct markup html = markup_in(mem);
	struct json_reader reader;
	struct paper *paper;
	struct bytes pdf;
	char *all;

	if (in.n < 2)
		return INVALID;
	reader = json_read(mem, (struct bytes){ (const char *)in.v + 1,
	                                        in.n - 1 });
	document_read(&reader, d);
	json_close(&reader);
	if (reader.wrong != JSON_FINE)
		return INVALID;
	paper = document_annex(mem, d, *(const char *)in.v == 'e' ? ENGLISH :
	                       SWEDISH);
	paper_html(paper, &html, 1);
	TRY(paper_pdf(paper, mem, &pdf));
	all = arena_take(mem, HEAD + html.n + pdf.n + 1);
	memcpy(all, arena_print(mem, "%011zu ", html.n), HEAD);
	memcpy(all + HEAD, html.text, html.n);
	memcpy(all + HEAD + html.n, pdf.v, pdf.n);
	*out = (struct bytes){ all, HEAD + html.n + pdf.n };
	return OK;
}

enum status annex_parts(struct arena *mem, struct bytes out,
                        const char **html, struct bytes *pdf)
{
	const char *all = out.v;
	size_t n = (size_t)strtoull(arena_text(mem, all, HEAD), NULL, 10);

	if (out.n < HEAD || n > out.n - HEAD)
		return log_fault("the annex came back broken");
	*html = arena_text(mem, all + HEAD, n);
	*pdf = (struct bytes){ all + HEAD + n, out.n - HEAD - n };
	return OK;
}

enum status annex_render(struct req *r, enum language language,
                         const char *document, const char **html,
                         struct bytes *pdf)
{
	char *in = arena_print(r->s.mem, "%c%s",
	                       language == ENGLISH ? 'e' : 's', document);
	struct bytes out;

	TRY(sandbox_do(r->house->sandbox, r->house->works, "annex",
	               r->s.mem, (struct bytes){ in, strlen(in) }, &out));
	return annex_parts(r->s.mem, out, html, pdf);
}
