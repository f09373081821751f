/*
 * The second person: where an organisation has said so, finishing as final
 * takes two who have that right. One asks, about the content as it is then;
 * another gives the yes, and that is the moment it is sealed. Nobody is both,
 * and a yes is never to something else than what was asked about.
 */
#ifndef SECOND_H
#define SECOND_H

#include "document/document.h"

/* Stored as numbers: add at the end, never renumber. */
enum sign_two { SIGN_ONE = 0, SIGN_TWO, SIGN_TWO_BY_MODEL };
struct sign_rule {
	enum sign_two    two;
	struct text_list models;        /* codes; by model */
	i64              version;       /* 0: never said */
};

struct sign_request {
	i64         id, asked_by;
	const char *asked_name;         /* name and role as they were */
	i64         asked_at;
	const char *sha256;             /* of what was asked about */
	i64         given_at, ended_at; /* ms, 0 not */
	const char *ended_name, *why;   /* who took it back or declined */
	bool        declined;           /* by another than who asked */
	i64         version;
};

/* -- rules: no database, no web ------------------------------------------ */

bool sign_takes_two(const struct sign_rule *, const char *model);

/* What keeps this person from giving the yes now; bits. */
enum second_flaw {
	SECOND_NOT_ASKED = 1 << 0,
	SECOND_SAME      = 1 << 1,      /* they asked themselves */
	SECOND_MOVED     = 1 << 2,      /* the content is another now */
};
unsigned second_flaws(const struct sign_request *, i64 person,
                      const char *sha256);
bool     sign_request_is_open(const struct sign_request *);

/* -- store --------------------------------------------------------------- */

enum status sign_rule_get(struct scope *, struct sign_rule *) MUST_USE;
/* STALE if it is not the version it was made on. */
enum status sign_rule_save(struct scope *, const struct sign_rule *) MUST_USE;

/* The latest; all 0 if there is none. */
enum status sign_request_get(struct scope *, i64 assessment,
                             struct sign_request *) MUST_USE;
/* TAKEN if one is open. */
enum status sign_request_note(struct scope *, i64 assessment,
                              const struct sign_request *) MUST_USE;
/* STALE if it is not open any more, here and below. */
enum status sign_request_end(struct scope *, const struct sign_request *,
                             const char *why) MUST_USE;
/* DENIED to who asked. */
enum status sign_request_give(struct scope *, const struct sign_request *)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
struct view;

/* The digest of the assessment as it stands, before any ending. */
enum status second_digest(struct req *, i64 assessment, const char **out)
	MUST_USE;

/* Refuses with issues what may not be made final by this visitor now; *first
 * is the request that this yes answers, asked_at 0 where one is enough. */
enum status second_ready(struct req *, struct sign_request *first) MUST_USE;

/* How it is made final: number or reason, one or two persons, buttons. */
enum status final_way(struct req *, const struct view *) MUST_USE;

/* "Karin Ek, hållbarhetsstrateg" */
const char *signature(const struct req *);

extern const struct route *const second_routes;
extern const struct route *const sign_rule_routes;

#endif
