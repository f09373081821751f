/*
 * One visit: what was asked, by whom, of what, and the page being written.
 * Routes are tables of rows; serve() takes a visit through its whole life, and
 * handlers contain none of it. Only a GET handler writes a page; a POST ends
 * in go() or in a status with issues (decisions.md B1).
 */
#ifndef REQ_H
#define REQ_H

#include "base/markup.h"
#include "base/rights.h"
#include "db/db.h"
#include "kit/sandbox.h"
#include "web/say.h"

enum verb { GET = 1, POST };

struct field {
	const char  *name;
	const char  *value;             /* as sent, valid UTF-8 */
	const char  *file;              /* name of an uploaded file, or NULL */
	struct bytes bytes;             /* its content */
};

struct field_list { struct field *v; size_t n, room; };

struct issue {
	const char *field;              /* NULL: the form as a whole */
	const char *text;
};

struct issue_list { struct issue *v; size_t n, room; };

struct arg { const char *name, *value; };

/* Typed and not saved. */
struct draft { const char *form, *body; i64 at; };
struct draft_list { struct draft *v; size_t n, room; };

struct req;
struct route;
struct brand;
typedef enum status handler(struct req *);

struct route {
	enum verb            method;
	const char            *path;    /* ":name" is a word, an argument */
	handler               *run;
	unsigned               right;   /* one of enum right, or a set of which
	                                 * any opens it; 0 is refused */
	enum ground            ground;
	handler               *form;    /* POST: draws its page again */
	handler               *prepare; /* POST: before the transaction */
	const struct sentence *menu;    /* a word in the main menu */
	bool                   heavy;   /* GET: more than some ms of work */
	bool                   looks;   /* POST: asks with more than an address
	                                 * can hold, and changes nothing. After
	                                 * .prepare it runs as a GET does; what
	                                 * was sent is kept nowhere */
	bool                   shared;  /* GET: the same for everybody, by
	                                 * language: no cookie is read or set,
	                                 * and any cache may keep it */
};

/* What the hall must know of the rooms; app hands it over. */
struct house {
	const struct route *const *tables;      /* ends with NULL */

	/* Find what the address names; NOT_FOUND if it is not the visitor's. */
	enum status (*find[GROUNDS])(struct scope *, const char *key,
	                             struct standing *);

	/* What the visit's organisation's papers look like. */
	enum status (*brand)(struct scope *, struct brand *);

	const struct work *works;
	struct sandbox    *sandbox;     /* NULL: work is done in place */
	const char        *url;         /* public address, no slash last */
	bool               insecure;    /* cookies without Secure, by consent */
	const char        *secret;      /* signs ways back; lives with the db */
};

struct reply_header { const char *name, *value; };

struct req {
	struct scope        s;
	const struct house *house;

	/* what was asked */
	enum verb       method;
	const char       *path;         /* decoded */
	const char       *address;      /* path and query, as sent */
	struct field_list query, fields;
	const char       *cookies, *browser, *origin, *fetch_site, *host;
	const char       *languages;
	const char       *peer;         /* address it comes from, or NULL */
	const char       *content_type;
	const char       *authorization;        /* a program's token */
	const char       *once;         /* its Idempotency-Key */
	struct bytes      body;
	bool              body_broken;

	/* who asks, of what */
	const struct route *route;
	struct arg        args[4];
	size_t            n_args;
	const char       *person_name, *person_email;
	enum language     language;
	i64               confirmed_at; /* when the password was last given */
	const char       *session;      /* the cookie's value, or NULL */
	const char       *visitor;      /* digest of the cookie they have */
	const char       *csrf;
	unsigned          rights;
	bool              admitted;     /* the guard has let them in */
	i64               object;       /* id of what the address names */
	const char       *object_key;
	const char       *org_key, *org_name, *org_contact;
	bool              org_constructed;
	bool              let_in;       /* to the object, and to nothing else */

	bool              put_off;      /* until the password is given again */
	bool              unknown;      /* a program whose token is not ours */

	/* a form that was sent and could not be saved */
	bool              failed;
	enum status       failure;
	struct issue_list issues;
	const char       *form_now;     /* name of the form being written */
	const char       *form_action;
	bool              form_failed;  /* … is the one that failed */
	struct field_list form_draft;   /* … or has a draft */
	const char       *trying;       /* where each form of the page goes
	                                 * instead, to be tried; or NULL */
	const char       *tried;        /* … with what was tried before */
	struct draft_list drafts;       /* of this page */
	bool              drafts_read;
	void             *prepared;     /* what route.prepare made */

	/* the answer */
	struct markup     out;
	int               code;
	const char       *location;
	const char       *type;
	struct bytes      bytes;        /* instead of a page, when set */
	const char       *download;     /* as a file of this name */
	struct reply_header headers[8];
	size_t            n_headers;
	const char       *error_no;
	bool              keep_cache;
	const char       *topic;        /* a stream: what it follows (live.h) */
	const char       *until;        /* … the topic that ends it */
	int               least_ms;     /* … between two events */
};

/* -- serve.c: the life of a visit ---------------------------------------- */

/* A visit in an arena of its own, before anything is known about it. */
struct req *req_new(const struct house *, struct db *, struct arena *,
                    i64 now);

/* The whole life, on one connection that may write. */
void serve(struct req *);

/*
 * The same in steps, for a server with threads. serve_route() first; then a
 * GET is serve_look(), and a POST serve_prepare() where needs_prepare(), and
 * serve_write(). Each ends with r->code set, or 0 to go on.
 */
void serve_route(struct req *);
void serve_look(struct req *);
bool needs_prepare(const struct req *);
void serve_prepare(struct req *);
void serve_write(struct req *);

/* Several of them with one commit, on one connection (db_write_each()). */
enum { AT_ONCE = 32 };
void serve_write_each(struct req **, size_t n);

/* -- route.c: the tables ------------------------------------------------- */

/* The row that the path fits, or NULL. */
const struct route *route_find(struct req *);

/* Two rows that match the same path, a row without right … end the program. */
void routes_check(const struct house *);

/* -- address.c: arguments of the address --------------------------------- */

/* Does a path fit a row's pattern? Its arguments are noted. */
bool address_fits(struct req *, const char *pattern, const char *path);

const char *arg_text(const struct req *, const char *name);
i64         arg_no(const struct req *, const char *name);   /* 0 if no number */
const char *query_text(const struct req *, const char *name);   /* or NULL */
i64         query_no(const struct req *, const char *name);     /* or 0 */

/* -- what a handler ends in ---------------------------------------------- */

/* See other: the address is built from literals, keys and numbers. */
enum status go(struct req *, const char *format, ...) PRINTF(2, 3);

void set_header(struct req *, const char *name, const char *value);

/* -- words --------------------------------------------------------------- */

const char *say(const struct req *, const struct sentence *);
const char *say_with(const struct req *, const struct sentence *,
                     const char *first, const char *second);
const char *say_count(const struct req *, const struct counted *, i64 n);
const char *say_day(const struct req *, i64 day);       /* "" for 0 */
const char *say_instant(const struct req *, i64 ms);
const char *digits(const struct req *, i64);    /* as in a field: "1200" */

/* The Swedish or English text, whichever the visitor reads. */
const char *either(const struct req *, const char *sv, const char *en);

#endif
