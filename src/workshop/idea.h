/*
 * Proposals that participants write: of priorities, of who is missing, of
 * actions. On a phone each writes their own; on a table's device they are the
 * table's. Silence holds here too: what others wrote is seen when one has sent
 * something of one's own and the leader shows it.
 *
 * An item of proposals has no goals. That somebody has sent something, or that
 * nobody is missing, is also a reply (of a table: a board_reply) of goal 0,
 * with the value IDEA_SOME or IDEA_NONE; the reason of IDEA_NONE is in its text
 * (of a table: in `other`).
 */
#ifndef IDEA_H
#define IDEA_H

#include "workshop/meeting.h"

#define IDEA_SOME       "some"
#define IDEA_NONE       "none"

struct req;

bool item_has_ideas(enum item_kind);

/*
 * The part of a page under its headline: what one has sent (or the table has),
 * with ways to change it, others' when silence is over, and the form of one
 * more. `back` is the page to come back to under /d/KEY/, "now" or "table".
 * For ?removed=NO it says that the proposal is gone, with a way to undo.
 */
enum status ideas_shown(struct req *, const struct guest *,
                        const struct workshop *, const struct item *,
                        const char *back) MUST_USE;

/* -- between the files of ideas ------------------------------------------ */

struct option_list;

/* Who proposes, to what, and what there is already. */
struct proposing {
	struct workshop  w;
	struct guest     g;
	struct item      item;
	const char      *who;           /* "" for the table */
	struct idea_list ideas;         /* all of the item */
	const char      *none;          /* why nobody is missing, or NULL */
	i64              none_version;
	bool             sent;          /* something of one's own */
	const char      *back;
};

/* With g, w, item and back set: reads the rest. */
enum status proposing_read(struct req *, struct proposing *) MUST_USE;
enum status proposing_shown(struct req *, const struct proposing *) MUST_USE;
bool        idea_is_theirs(const struct proposing *, const struct idea *);

/* The fields of one proposal; `from` is what an action may answer. */
void idea_fields(struct req *, const struct item *, const struct idea *,
                 const struct option_list *from);

/* What an action may answer: harm and gaps that their table found today, and
 * those of earlier findings. */
enum status idea_grounds(struct req *, const struct guest *,
                         const struct workshop *, const struct idea *,
                         struct option_list *) MUST_USE;

/* Reads the fields; issues say what is wanted. */
enum status idea_read(struct req *, const struct guest *,
                      const struct workshop *, const struct item *,
                      struct idea *) MUST_USE;

/* "Påverkas. Saknas. Nås genom …": what is known beside the sentence. */
const char *idea_beside(const struct req *, enum item_kind,
                        const struct idea *);

/* Do they write for their table, and not for themselves? */
bool idea_for_table(const struct guest *);

#endif
