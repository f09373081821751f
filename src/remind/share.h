/*
 * Shared work: people of other organisations let in by name to one assessment
 * and to nothing else (decisions.md A10). What they may is a row of access,
 * asked by the guard as for everybody; the rows here are the log of who
 * decided it, which outlives the letting-in.
 */
#ifndef SHARE_H
#define SHARE_H

#include "base/arena.h"

struct scope;

struct share {
	i64         id, assessment;
	i64         person;
	const char *person_key, *name, *email;
	bool        has_password;
	const char *organisation;
	unsigned    rights;             /* READ, with ANSWER, with EDIT */
	i64         ends;               /* ms; 0: until withdrawn */
	const char *decided_by;
	i64         decided_at, withdrawn_at;   /* ms; 0: not */
	const char *withdrawn_by;       /* NULL: not */
};
struct share_list { struct share *v; size_t n, room; };

/* What somebody is let in to. */
struct shared {
	const char *key, *title, *org_name;
	unsigned    rights;
	i64         ends;
};
struct shared_list { struct shared *v; size_t n, room; };

/* How much may be given: reading, answering too, changing too. */
enum { SHARE_READ = 1, SHARE_ANSWER, SHARE_EDIT };

/* -- rules --------------------------------------------------------------- */

/* Never to lead, sign, register or administer; 0 for no such choice. */
unsigned share_rights(i64 choice);

bool share_holds(const struct share *, i64 now);

/* -- store --------------------------------------------------------------- */

/* Newest first, those withdrawn too; at most `most`. */
enum status share_list(struct scope *, i64 assessment, i64 most,
                       struct share_list *) MUST_USE;

/* Lets .person in; one that is let in already gets what is said now, and the
 * older line of the log ends. */
enum status share_let_in(struct scope *, const struct share *) MUST_USE;

/* NOT_FOUND if the person of that key never was let in; OK if they are not any
 * more: of two who withdraw at once, both have what they asked for. */
enum status share_withdraw(struct scope *, i64 assessment,
                           const char *person_key) MUST_USE;

/* A line of the log that is not withdrawn, of the person of that key. */
enum status share_of(struct scope *, i64 assessment, const char *person_key,
                     struct share *) MUST_USE;


/* Is the person a member anywhere, or let in by another organisation? Then a
 * link that signs in is not for this organisation to give. */
enum status share_elsewhere(struct scope *, i64 person, bool *) MUST_USE;

/* What the visitor is let in to, of all organisations: newest first. */
enum status shared_with_me(struct scope *, i64 most, struct shared_list *)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const share_routes;

#endif
