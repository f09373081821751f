/*
 * Shared work: a person of another organisation is let in to one object by
 * name, with an account of their own (decisions.md A9, A10, B5). What is so is
 * a row of `access`; who decided, and what has been, is kept beside it for
 * ever. A membership comes before: whoever works here is not let in.
 */
#ifndef SHARE_H
#define SHARE_H

#include "base/arena.h"

struct scope;

/* Stored as numbers: add at the end, never renumber. */
enum share_act { SHARE_LET_IN = 1, SHARE_WITHDRAWN };

enum {
	SHARES_MOST = 200,      /* let in to one object at once */
	SHARES_SHOWN = 500,     /* of what has been; the latest */
};

struct share {
	i64            id, person;
	const char    *person_key, *name, *email;
	bool           has_password;
	enum share_act act;
	const char    *place;           /* the organisation they come from */
	bool           authority;
	unsigned       rights;
	i64            ends;            /* ms; 0: until withdrawn */
	i64            by;              /* person */
	const char    *by_name;
	i64            at;              /* ms */
};
struct share_list { struct share *v; size_t n, room; };

/* READ, READ | ANSWER or READ | ANSWER | EDIT: nobody is let in to lead. */
bool share_rights_fit(unsigned rights);

/* Those who are let in now, by name, each as it was decided last. */
enum status share_list(struct scope *, int ground, i64 object,
                       struct share_list *) MUST_USE;
enum status share_get(struct scope *, int ground, i64 object,
                      const char *person_key, struct share *) MUST_USE;
/* What has been, the latest first. */
enum status share_log(struct scope *, int ground, i64 object,
                      struct share_list *) MUST_USE;

/* Lets in from now, or changes how; TAKEN when SHARES_MOST are let in. */
enum status share_let_in(struct scope *, int ground, i64 object,
                         const struct share *) MUST_USE;
/* STALE if they are not let in. */
enum status share_withdraw(struct scope *, int ground, i64 object,
                           const char *person_key) MUST_USE;

/* Is this the only organisation the person has to do with? Only then may it
 * give them a link to sign in by. */
enum status share_only_here(struct scope *, i64 person, bool *) MUST_USE;
/* Is the person a member here? */
enum status share_is_member(struct scope *, i64 person, bool *) MUST_USE;

/* Has anybody let the visitor in to an assessment, as it is now? */
enum status shared_any(struct scope *, bool *) MUST_USE;

#endif
