/*
 * Who was invited, who came, who is affected and who is missing, side by side:
 * one row for each actor of the assessment and for each that was invited.
 *
 * How many came of an organisation, or in a role, is told for five or more;
 * fewer are counted together as others (decisions.md A9).
 */
#ifndef INVITED_H
#define INVITED_H

#include "workshop/after.h"

struct turnout {
	const char              *name;
	const struct actor_link *link;          /* or NULL: not in it */
	const struct invited    *invited;       /* NULL: not invited */
	i64                      actor;         /* id; 0 not in register */
	const char              *actor_key;     /* NULL: not known here */
	i64                      joined;        /* by a link; not 1 to 4 */
	bool                     missed;        /* now or the last time */
};
struct turnout_list { struct turnout *v; size_t n, room; };

struct role_count { enum guest_category category; i64 persons; };
struct role_count_list { struct role_count *v; size_t n, room; };

/* The same name, as people write it: case and accents aside. */
bool invited_same(struct arena *, const char *a, const char *b);

/* What is put side by side. */
struct invitation {
	struct actor_link_list links;
	struct actor_link_list before;  /* of the assessment before; or none */
	struct invited_list    invited;
	struct came_list       came;
};

/* Actors of the assessment first, in its order; then those who were missing
 * the last time; then the others who were invited. */
struct turnout_list turnouts(struct arena *, const struct invitation *);

/* Persons of organisations that no row tells of, or fewer than five. */
i64 turnout_others(struct arena *, const struct came_list *,
                   const struct turnout_list *);

/* By role; the small ones and those unsaid in `others`. */
struct role_count_list turnout_roles(struct arena *, const struct came_list *,
                                     i64 *others);

/* What the list has and lacks, counted. */
struct wanting {
	i64 invited, powerful;          /* of the invited: high influence */
	i64 affected, affected_invited, affected_came;
	i64 missed, missed_invited;
	i64 came;                       /* of the invited, rows */
};
struct wanting turnout_wanting(const struct turnout_list *);

/* What the state says of the presence in the assessment; unsaid if nothing. */
enum presence invited_presence(enum invited_state);

/* Came, or was absent, and the assessment says otherwise. */
bool turnout_differs(const struct turnout *);

/* -- web ----------------------------------------------------------------- */

struct req;

enum status invited_page(struct req *) MUST_USE;
const char *invited_say(const struct req *, enum invited_state);
enum status invitation_page(struct req *) MUST_USE;      /* the text */
enum status invitation_file(struct req *) MUST_USE;
/* The box, with what follows for the records said before it is ticked. */
void        ask_invited_authority(struct req *, bool stored);

#endif
