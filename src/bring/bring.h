/*
 * What people bring: a text that suggests goals, and a spreadsheet of findings.
 * Files are read apart, in the sandbox. Of a text nothing is kept unless
 * somebody asks for it; the rows of a spreadsheet wait until they have been
 * looked at, saved or thrown away, at most BROUGHT_DAYS.
 */
#ifndef BRING_H
#define BRING_H

#include "bring/suggest.h"
#include "kit/sandbox.h"

struct scope;
struct req;
struct route;

/* -- a text out of a file -------------------------------------------------- */

/* Crosses from the sandbox as a number: add at the end. */
enum read_flaw {
	READ_FINE = 0,
	READ_BROKEN,                    /* cannot be read, or is no such file */
	READ_LOCKED,                    /* a password, or no right to copy */
	READ_NO_TEXT,                   /* pictures only, or empty */
	READ_TOO_LARGE,
	READ_NO_HEAD,                   /* a sheet without our columns */
	READ_FLAWS
};

struct text_read {
	enum read_flaw flaw;
	const char    *text;            /* normal form C; "" with a flaw */
	const char    *name;            /* of the file; NULL: typed */
	bool           cut;             /* longer than is looked through */
};

enum { SUGGEST_TEXT = 600 * 1000 };     /* bytes that are looked through */

/* PDF, DOCX or plain text, told apart by what is in them. For a route's
 * .prepare: read in the sandbox. FAULT and BUSY only when nobody could. */
enum status file_text(struct req *, struct bytes, struct text_read *)
	MUST_USE;

/* The rows of a spreadsheet, as sheet_write() writes them (rows.h). */
enum status file_rows(struct req *, struct bytes, struct text_read *)
	MUST_USE;

/* Works of the sandbox: a file in; a flaw and text, or rows, out. */
enum status bring_text_work(struct arena *, struct bytes, struct bytes *);
enum status bring_rows_work(struct arena *, struct bytes, struct bytes *);

/* -- web ------------------------------------------------------------------- */

/* NULL for READ_FINE. */
const char *read_flaw_say(const struct req *, enum read_flaw);

/* The sentence that a goal was suggested by, its words marked. */
void goal_hint_sentence(struct req *, const struct goal_hint *);

/* The frameworks of an assessment with all their goals, to suggest from. */
enum status suggest_for(struct req *, const char *text,
                        struct framework_list *used, size_t most,
                        struct goal_hint_list *) MUST_USE;

extern const struct route *const suggest_routes, *const bring_routes;

#endif
