/* What the files that draw a list share: how the four differ. */
#ifndef LIST_VIEW_H
#define LIST_VIEW_H

#include "insight/list.h"
#include "web/page.h"

struct word { int value; const struct sentence *word; };

struct list_shape {
	const char            *path;    /* last word of its address */
	const struct sentence *tab, *head, *none;
	const struct sentence *who;     /* heads the column */
	int                    states;  /* 1 … this can be asked for */
	const struct sentence *kind;    /* label, or NULL: not asked */
	int                    kinds;
};
const struct list_shape *list_shape_of(enum list_kind);

const char *listed_state_word(const struct req *, enum list_kind, int state);
/* Of this one: an action elsewhere that was accepted, and no more. */
bool        listed_stands_accepted(enum list_kind, const struct listed *);
const char *listed_stands(const struct req *, enum list_kind,
                          const struct listed *);
const char *listed_kind_word(const struct req *, enum list_kind, int of);
/* "K4", "V2", "F7", "A1"; and where it is, in the site. */
const char *listed_name(const struct req *, enum list_kind,
                      const struct listed *);
const char *listed_address(const struct req *, enum list_kind,
                         const struct listed *);

/* The sieve of this address, and an address with it: to the page, or where the
 * next begins. */
struct sieve sieve_read(struct req *, enum list_kind);
const char  *sieve_address(const struct req *, const char *page);
const char  *sieve_turn(const struct req *, enum list_kind,
                        const struct list_at *, bool back);
void         sieve_form(struct req *, enum list_kind, const struct sieve *);

enum status  list_file(struct req *, enum list_kind) MUST_USE;

#endif
