/*
 * An organisation's own template for the official letter: a DOCX with
 * placeholders in its text, "{{förslag till beslut}}", that we fill. Case and
 * space mean nothing in them, and Word may have split one over several runs.
 *
 * A template comes from anybody: all of this runs in the sandbox. Only what a
 * placeholder stands in is written anew; every other part of the file, and
 * every other byte of that part, stays as it was. The same template and the
 * same values give the same bytes.
 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "base/arena.h"

/* -- what is written into it --------------------------------------------- */

/* The lines of a letter, as they go into a template or a paper. */
enum written { WRITTEN_TEXT = 1, WRITTEN_LEAD, WRITTEN_POINT, WRITTEN_ITEM,
               WRITTEN_HEAD };
struct written_line { enum written kind; const char *text; };
struct written_lines { struct written_line *v; size_t n, room; };

/* A section alone in a paragraph becomes a paragraph for each line, in that
 * paragraph's style; all else goes into the text it stands in. */
struct fill {
	struct text_list     names;     /* any of them */
	bool                 section;
	struct written_lines lines;
};
struct fill_list { struct fill *v; size_t n, room; };

void written_add(struct arena *, struct written_lines *, enum written,
                 const char *text);
/* A text of one line under one name; further names by PUSH. */
struct fill *fill_add(struct arena *, struct fill_list *, const char *name,
                      const char *text);

/* -- the file ------------------------------------------------------------ */

enum {
	TEMPLATE_MOST_BYTES = 5 * 1024 * 1024,
	TEMPLATE_MOST_NAME  = 100,      /* bytes between the braces */
	TEMPLATE_MOST_FOUND = 200,      /* different placeholders */
};

enum template_wrong {
	TEMPLATE_FINE = 0,
	TEMPLATE_NO_DOCX,               /* nothing that Word wrote */
	TEMPLATE_TOO_LARGE,
	TEMPLATE_MACROS,
	TEMPLATE_BROKEN,                /* its XML; where: which part */
	TEMPLATE_UNCLOSED,              /* "{{" without end; where: the text */
	TEMPLATE_OUTSIDE,               /* fetches something; where: from */
	TEMPLATE_EMBEDDED,              /* holds another file; where: it */
};

struct template_report {
	enum template_wrong wrong;
	const char         *where;      /* "" where there is nothing to say */
	struct text_list    found;      /* names, as first written, once each */
	struct bytes        clean;      /* to be kept: without its link to
	                                 * another template */
};

void template_check(struct arena *, struct bytes, struct template_report *);

/* `draft` is written as a paragraph of its own at the top, unless "". A
 * placeholder nothing fills stays as it is. INVALID if it is no template. */
enum status template_fill(struct arena *, struct bytes,
                          const struct fill_list *, const char *draft,
                          struct bytes *out) MUST_USE;

/* -- the sandbox --------------------------------------------------------- */

enum status template_check_work(struct arena *, struct bytes in,
                                struct bytes *out);
enum status template_fill_work(struct arena *, struct bytes in,
                               struct bytes *out);

/* What goes in and comes back. INVALID: no answer of ours. */
enum status template_report_read(struct arena *, struct bytes,
                                 struct template_report *) MUST_USE;
struct bytes template_fill_pack(struct arena *, struct bytes template,
                                const struct fill_list *, const char *draft);

/* -- rules (template_rules.c) -------------------------------------------- */

/* A name as it is compared: small letters, one space between words. */
const char *placeholder_fold(struct arena *, const char *);
const struct fill *fill_named(struct arena *, const struct fill_list *,
                              const char *name);
/* The known name that is most like it, or NULL when none is. */
const char *placeholder_nearest(struct arena *, const struct fill_list *,
                                const char *name);

#endif
