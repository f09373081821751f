/*
 * Organisations, the people in them, and who may do what. A person belongs to
 * the installation and may be a member of several organisations; a person of
 * another organisation may be let in to one object. There is no default
 * account: the first way in is a link that works once.
 */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "base/arena.h"
#include "kit/icu.h"

struct scope;
struct standing;

/* Stored as numbers: add at the end, never renumber. */
enum org_kind {
	ORG_REGION = 1, ORG_MUNICIPALITY, ORG_COUNTY_BOARD, ORG_AUTHORITY,
	ORG_SAMI, ORG_ASSOCIATION, ORG_COMPANY, ORG_OTHER,
};

struct org {
	i64           id;
	const char   *key, *name;
	enum org_kind kind;
	const char   *contact;
	bool          constructed;
	i64           version;
};

struct org_list { struct org *v; size_t n, room; };

struct person {
	i64         id;
	const char *key, *email, *name, *title;
	bool        has_password, ended;
	unsigned    rights;             /* in the organisation asked about */
	i64         version;
};

struct person_list { struct person *v; size_t n, room; };

struct session_row {
	i64         id;
	const char *browser;
	i64         made_at, ends_at;
	bool        this_one;
};

struct session_list { struct session_row *v; size_t n, room; };

enum { PASSWORD_LEAST = 15, LINK_MS = 60 * 60 * 1000 };

/* -- rules --------------------------------------------------------------- */

enum account_flaw {
	PASSWORD_SHORT   = 1 << 0,      /* fewer than 15 characters */
	PASSWORD_COMMON  = 1 << 1,      /* repeated, a row of keys, own name */
	EMAIL_BROKEN     = 1 << 2,
};

unsigned password_flaws(const char *password, const char *email);
unsigned email_flaws(const char *email);

/* How long to wait before the next try, ms, after `failed` in 15 minutes. */
i64      sign_in_wait_ms(i64 failed);

/* All rights of a process leader, a case officer, a reader … by word:
 * "read", "answer", "edit", "lead", "review", "sign", "register", "admin",
 * with commas between. 0 if a word is none of them. */
unsigned rights_read(const char *words);

/* -- store --------------------------------------------------------------- */

enum status org_note(struct scope *, const struct org *, i64 *id) MUST_USE;
enum status org_by_name(struct scope *, const char *name, struct org *)
	MUST_USE;
enum status org_get(struct scope *, i64 id, struct org *) MUST_USE;

/* All organisations; and those a person is a member of, with rights. */
enum status org_all(struct scope *, struct org_list *) MUST_USE;
enum status org_of_person(struct scope *, i64 person, struct org_list *)
	MUST_USE;

enum status person_note(struct scope *, const struct person *, i64 *id)
	MUST_USE;
enum status person_by_email(struct scope *, const char *email,
                            struct person *, const char **hash) MUST_USE;
enum status person_get(struct scope *, i64 id, struct person *) MUST_USE;
enum status person_list(struct scope *, struct person_list *) MUST_USE;
enum status person_password(struct scope *, i64 id, const char *hash)
	MUST_USE;
enum status person_language(struct scope *, i64 id, enum language) MUST_USE;

enum status membership_set(struct scope *, i64 person, unsigned rights)
	MUST_USE;

/* 0 for somebody who is no member. */
enum status membership_rights(struct scope *, i64 person, unsigned *rights)
	MUST_USE;

/* Somebody let in to one object, and to nothing else. */
struct letting {
	int         ground;
	i64         object, person;
	unsigned    rights;
	i64         ends;               /* ms; 0: until it is taken back */
	const char *organisation;       /* they are let in from, or NULL */
};
enum status access_let_in(struct scope *, const struct letting *) MUST_USE;

/* Where the visitor is let in from; NOT_FOUND for one who is not. */
enum status access_organisation(struct scope *, int ground, i64 object,
                                const char **) MUST_USE;
enum status access_list(struct scope *, int ground, i64 object,
                        struct person_list *) MUST_USE;
enum status access_take_back(struct scope *, int ground, i64 object,
                             i64 person) MUST_USE;

/* A link that signs in once, within an hour; *token goes in the address. */
enum status link_note(struct scope *, i64 person, const char **token)
	MUST_USE;
enum status link_use(struct scope *, const char *token, i64 *person)
	MUST_USE;
enum status link_good(struct scope *, const char *token, i64 *person)
	MUST_USE;

enum status session_list(struct scope *, i64 person, const char *token,
                         struct session_list *) MUST_USE;
enum status session_end(struct scope *, i64 person, i64 session) MUST_USE;

enum status attempt_note(struct scope *, const char *email) MUST_USE;
enum status attempt_count(struct scope *, const char *email, i64 *n,
                          i64 *last_at) MUST_USE;

/* Receipts over 30 days, ended sessions, old tries and drafts go. */
enum status account_tidy(struct scope *) MUST_USE;

/* For the hall: the organisation an address names, if the visitor is in it. */
enum status account_find_org(struct scope *, const char *key,
                             struct standing *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
extern const struct route *const account_routes;
extern const struct route *const sign_routes;

#endif
