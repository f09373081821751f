/*
 * The end of an assessment: what keeps it from being finished, and the edition
 * that is made when it is. Klar is by name and date; Fastställd by somebody
 * given that right. Both freeze. The edition keeps the document and the annex
 * byte for byte, so that a year later they are the same (decisions.md A6, B3).
 */
#ifndef SEAL_H
#define SEAL_H

#include "document/document.h"
#include "kit/sandbox.h"

/* -- store --------------------------------------------------------------- */

/* The next assessment of the same subject: scope, priorities and actors follow;
 * findings and who is missing start empty. */
enum status seal_new_version(struct scope *, i64 assessment,
                             const char *reason, i64 *id) MUST_USE;

/* -- the annex, rendered apart ------------------------------------------- */

/* A work of the sandbox: language and document in, HTML and PDF out. */
enum status annex_work(struct arena *, struct bytes in, struct bytes *out);

/* What came out of it, taken apart. */
enum status annex_parts(struct arena *, struct bytes out, const char **html,
                        struct bytes *pdf) MUST_USE;

struct req;
struct brand;
struct bytes annex_input(struct arena *, enum language, const struct brand *,
                         const char *document);
enum status annex_render(struct req *, enum language, const struct brand *,
                         const char *document, const char **html,
                         struct bytes *pdf) MUST_USE;

/* The annex as it was finished, byte for byte, or as it is now. */
enum status annex_pdf(struct req *, i64 assessment, enum language,
                      struct bytes *) MUST_USE;

/* The annex of an edition in a page, as it is kept. */
void annex_shown(struct req *, const char *html);

/* -- rules --------------------------------------------------------------- */

/*
 * How a finding of before is found again: by the same sentence, first about the
 * same priority and with the same marks; else by a sentence with at least half
 * of its words and a mark in common. Each is taken for one other at most.
 * Marks that have changed count before words that have.
 */
enum change { CHANGE_NONE, CHANGE_WORDS, CHANGE_MARKS, CHANGE_NEW,
              CHANGE_GONE };
struct compared {
	const struct finding *before, *now;     /* either may be NULL */
	enum change           change;
};
struct compared_list { struct compared *v; size_t n, room; };
void findings_compare(struct arena *, const struct document *before,
                      const struct document *now, struct compared_list *);

/* Are they of the same thing: versions, that follow each other? */
bool documents_kin(const struct document *, const struct document *);

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const seal_routes;
extern const struct route *const report_routes;
extern const struct route *const paper_routes;

/* The last station; also where its forms are drawn again. INVALID with an issue
 * while something stops the end, DENIED once it is there. */
enum status finish_page(struct req *);
enum status refuse_stopped(struct req *) MUST_USE;

/* Buttons for a paper's formats: its address, with the end they have. */
void paper_ways(struct req *, const char *address);

/* "Till beslutet": links to what the rooms above make of it. */
void onward_links(struct req *);

#endif
