/*
 * A pass: a link that lets whoever has it in to one thing without an account.
 * Its secret is in the link and nowhere else; the row has its digest. Who uses
 * it is not noted: a visit by a pass has person 0 and whole minutes.
 */
#ifndef PASS_H
#define PASS_H

#include "base/arena.h"

struct scope;
struct standing;
struct req;

/* Stored as numbers: add at the end, never renumber. */
enum pass_kind {
	PASS_FIVE_STEPS = 1,            /* object: an assessment */
	PASS_CONSULTEE,                 /* object: a consultee */
	PASS_REVIEW,                    /* object: a reviewer */
	PASS_ASSIGNMENT,                /* object: an assignment */
	PASS_CALENDAR,                  /* object: the person who made it */
};

struct pass {
	i64            id;
	enum pass_kind kind;
	i64            object;
	const char    *for_whom;
	i64            ends, taken_back, made_at;       /* ms; 0: never */
};
struct pass_list { struct pass *v; size_t n, room; };

/* Gives an id; *secret is the word of the link, told once. */
enum status pass_note(struct scope *, struct pass *, const char **secret)
	MUST_USE;
enum status pass_get(struct scope *, i64 id, struct pass *) MUST_USE;
enum status pass_list(struct scope *, enum pass_kind, i64 object,
                      struct pass_list *) MUST_USE;
enum status pass_take_back(struct scope *, i64 id) MUST_USE;

/* The whole address of the link of this pass, when its secret stands in the
 * address of the visit, as it does once after it was made; else NULL. */
const char *pass_told(struct req *, i64 pass, const char *page);

/* For the hall: standing.object is the pass. NOT_FOUND when it has ended. */
enum status pass_find(struct scope *, const char *key, struct standing *)
	MUST_USE;

#endif
