/*
 * The cloakroom: who is this, and what have they typed but not saved. Cookies
 * carry random tokens; the database knows their digests only.
 */
#ifndef SESSION_H
#define SESSION_H

#include "web/req.h"

enum {
	SESSION_MS = 12 * 60 * 60 * 1000,
	CONFIRM_MS = 15 * 60 * 1000,    /* how long a password given lasts */
};

/* Cookie → person, language, CSRF token, visitor. */
/* Nobody, by no cookie: for rows that are the same for everybody. */
void        session_nobody(struct req *);

enum status session_find(struct req *) MUST_USE;

/* Sign in as a person / out: a row and a cookie. */
enum status session_open(struct req *, i64 person) MUST_USE;
enum status session_close(struct req *) MUST_USE;

/* The password was given again: acts of an administrator may go on. */
enum status session_confirm(struct req *) MUST_USE;

/* A cookie of the program's; `most_s` 0 ends it. */
void cookie_set(struct req *, const char *name, const char *value,
                i64 most_s);
const char *cookie_get(const struct req *, const char *name);

/* An address signed so that it can come back through a form. */
const char *way_back(const struct req *, const char *address);
const char *way_back_read(const struct req *, const char *signed_address);

/*
 * A link into a meeting, one that lets in to one thing and a page that tells a
 * secret once: kept in no receipt and no draft. A form sent twice makes two of
 * them, and the first is never used.
 */
bool address_has_secret(const char *address);

/* -- draft.c ------------------------------------------------------------- */

/* Whose drafts these are: the person's, or the visitor's before sign-in. */
const char *draft_owner(const struct req *);

enum status draft_keep(struct req *, const char *page, const char *form,
                       const char *body) MUST_USE;
enum status draft_drop(struct req *, const char *page, const char *form)
	MUST_USE;

/* The draft of a form on this page; NOT_FOUND if there is none. */
enum status draft_find(struct req *, const char *form,
                       struct field_list *out, i64 *at) MUST_USE;

/* What a visitor typed before signing in becomes the person's. */
enum status draft_inherit(struct req *, i64 person) MUST_USE;

/* -- receipt.c ----------------------------------------------------------- */

/* The key of the form that was sent, or NULL. */
const char *receipt_key(const struct req *);

/* Where the form led the first time becomes r->location; else it stays. */
enum status receipt_find(struct req *, const char *key) MUST_USE;
enum status receipt_keep(struct req *, const char *key, i64 org) MUST_USE;

/* -- decode.c ------------------------------------------------------------ */

/* Fields of a query or form body; false if it is not one. */
bool fields_decode(struct arena *, struct bytes, struct field_list *out);

/* multipart/form-data; false if it is broken or has over 200 parts. */
bool multipart_decode(struct arena *, const char *content_type, struct bytes,
                      struct field_list *out);
char *fields_encode(struct arena *, const struct field_list *);
char *percent_encode(struct arena *, const char *);
char *percent_decode(struct arena *, const char *, size_t n);  /* or NULL */

#endif
