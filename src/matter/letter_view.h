/* What the pages of the letter share. */
#ifndef LETTER_VIEW_H
#define LETTER_VIEW_H

#include "matter/letter.h"
#include "matter/matter_view.h"

/* A section with its form, or only its lines to who may not write. */
void section_shown(struct req *, const struct section *);
/* Lines of a section as they look. */
void lines_shown(struct req *, const struct written_lines *);

/* The hint of a heading in the reader's words. */
const char *heading_hint(const struct req *, const struct heading *);

/* The letter as it stands now, dated today. */
enum status letter_now(struct req *, struct letter *) MUST_USE;

enum status letter_part_save(struct req *);
enum status letter_part_take(struct req *);
enum status letter_part_leave(struct req *);

/* The template (letter_template_web.c). */
enum status template_shown(struct req *, const struct heading_list *)
	MUST_USE;
enum status template_prepare(struct req *);
enum status template_save(struct req *);
enum status template_drop(struct req *);
enum status template_file(struct req *);

/*
 * Rendering in two steps: what goes in is gathered while looking, the work is
 * done afterwards, without a transaction. The same `in` gives the same `out`.
 */
struct brand;
struct parcel {
	enum paper_use      use;
	i64                 assessment;
	const char         *title, *type;
	const char         *work;       /* NULL: `out` is there already */
	struct bytes        in, out;
	const char         *document;   /* of an annex … */
	const struct brand *brand;      /* … in the organisation's look */
};
struct parcel_list { struct parcel *v; size_t n, room; };

enum status letter_parcel(struct req *, const struct letter *, bool draft,
                          const char *kind, struct parcel *) MUST_USE;
/* The letter in both forms, and what is to be made with it. */
enum status parcels_gather(struct req *, const struct letter *,
                           struct parcel_list *) MUST_USE;
/* INVALID: the template could not be filled. */
enum status parcel_done(struct req *, struct parcel *) MUST_USE;
bool        parcels_same(const struct parcel_list *,
                         const struct parcel_list *);

#endif
