/*
 * A sheet being drafted: what its parts share. Each part adds lines to the
 * choice, in the order of what matters most, so that the last can go.
 */
#ifndef DRAFT_H
#define DRAFT_H

#include "brief/sheet.h"
#include "web/say.h"

struct draft {
	struct arena          *mem;
	const struct document *d;
	enum language          language;
	const struct conflict *conflict;        /* drafted from, or NULL */
	struct choice         *out;
};

const char *draft_say(const struct draft *, const struct sentence *,
                      const char *first, const char *second);
const char *draft_bare(const struct draft *, const char *text);
void        draft_line(const struct draft *, const char **text,
                       const char *line);

void draft_voices(const struct draft *);
void draft_changes(const struct draft *);
void draft_unknown(const struct draft *);
void draft_asks(const struct draft *);

#endif
