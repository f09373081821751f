/*
 * Lists over the organisation: open conflicts and synergies, what is not known,
 * what somebody must choose, and what shall be done; each with who and when.
 * One shape for all four. What is open comes soonest due first, late first of
 * all; what has ended comes newest first.
 *
 * A filter lives in the address. It is asked of at most LOOKED_THROUGH rows at
 * a time, so that a page is as quick for a word that is rare as for one that is
 * common; the page then says how far it has looked, and goes on from there.
 */
#ifndef LIST_H
#define LIST_H

#include "base/arena.h"

struct scope;

enum list_kind { LIST_CONFLICTS = 0, LIST_GAPS, LIST_POSITIONS, LIST_ACTIONS };
enum { LIST_KINDS = LIST_ACTIONS + 1 };

enum {
	LIST_PAGE      = 50,
	LIST_FILE      = 5000,          /* rows of a file */
	LOOKED_THROUGH = 4000,
	NO_DAY         = 2000000,       /* a due day later than any */
};

/* What a position in the list is: one in an assessment, or the question of a
 * conflict. */
enum listed_source { LISTED_PLAIN = 0, LISTED_OF_CONFLICT };

struct listed {
	i64         id;
	enum listed_source source;
	i64         no;
	const char *assessment_key, *subject, *unit, *belongs_to;
	int         kind;               /* sign of a conflict, purpose */
	int         state;              /* of its own enum; a position: made */
	const char *title, *who;
	const char *other;              /* proposed to; not yet accepted */
	i64         due;                /* day, 0 none */
	bool        removed;            /* its finding is */
	bool        accepted;           /* by another organisation */
};
struct listed_list { struct listed *v; size_t n, room; };

/* What the address asks for. Words are folded. */
struct sieve {
	bool        ended;              /* not the open ones */
	int         state, kind;        /* 0: any */
	const char *who, *unit, *programme;     /* "": any */
	i64         year;               /* of the due day, 0: any */
	bool        late;
	i64         today;
	i64         after_due, after_id;        /* from here on … */
	enum listed_source after_source;
	bool        back;                       /* … or up to here */
};

/* Where a page begins or ends: after, or before, this row. */
struct list_at { i64 due, id; enum listed_source source; };

/* A page, and where the next and the one before it begin, if there is more.
 * Going back to fewer than a page is the first page. */
struct list_page {
	struct listed_list items;
	bool             more, earlier;
	bool             looked;        /* stopped after LOOKED_THROUGH */
	struct list_at   next, before;
};

/* -- rules --------------------------------------------------------------- */

bool listed_fits(struct arena *, const struct sieve *, const struct listed *);
bool sieve_is_open(const struct sieve *);       /* nothing is asked for */
bool listed_is_late(const struct sieve *, const struct listed *);

/* The day it stands by in the list: those without one are last. */
i64  listed_day(const struct listed *);

/* Days between which a due day of this sieve lies. */
struct days { i64 from, to; };
struct days sieve_days(const struct sieve *);

/* -- store --------------------------------------------------------------- */

/* So many rows from where the sieve begins, or before it, none left out; in
 * the order of the list. */
enum status listed_rows(struct scope *, enum list_kind, const struct sieve *,
                      i64 most, struct listed_list *) MUST_USE;

/* Those that fit, `most` at most. */
enum status list_read(struct scope *, enum list_kind, struct sieve, i64 most,
                      struct list_page *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
extern const struct route *const list_routes;

/* Tabs between the lists, and the finder; `here` LIST_KINDS is the finder. */
void list_tabs(struct req *, int here);

#endif
