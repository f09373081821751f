/*
 * The door for programs: a case system makes matters, links assessments to
 * them, says what was decided, and fetches papers and text blocks; and it is
 * called when something has happened. Described by data/api/openapi.json, which
 * the program serves and is tested against.
 *
 * A program has a token of one organisation with some of its rights, and sees
 * what a person with these rights sees. Calls out (webhooks) are made by a
 * thread of their own, after what they tell of is committed; what they say is
 * thin: that something happened, and where it can be read.
 */
#ifndef API_H
#define API_H

#include "base/arena.h"
#include "kit/fetch.h"

struct db;
struct scope;
struct standing;

struct api_token {
	i64         id, no;
	const char *name;
	unsigned    rights;
	i64         ends, taken_back, made_at;          /* ms, 0 never */
};
struct api_token_list { struct api_token *v; size_t n, room; };

/* Bits are stored: add at the end, never renumber. */
enum news {
	NEWS_MATTER = 0,                /* made or changed */
	NEWS_OUTCOME,                   /* a body has decided, or corrected */
	NEWS_PAPER,                     /* a paper came, went or changed */
	NEWS_FINISHED,                  /* an assessment was finished */
	NEWS_KINDS,
};

struct webhook {
	i64         id, no;
	const char *url, *secret;
	unsigned    news;               /* set of 1 << enum news */
	i64         seen, stopped_at, version;
	i64         waiting, given_up;  /* deliveries */
};
struct webhook_list { struct webhook *v; size_t n, room; };

struct delivery {
	i64         id, org, event;
	const char *url, *secret, *body;
	enum news   news;
	i64         tries, next_at, done_at, at;
	int         code;
	const char *why;
};
struct delivery_list { struct delivery *v; size_t n, room; };
struct no_list { i64 *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* "matter.changed" … */
const char *news_name(enum news);

/* "t=SECONDS,v1=HEX": HMAC-SHA-256 of "SECONDS.body" with the secret. */
const char *delivery_signature(struct arena *, const char *secret, i64 ms,
                               const char *body);

/* -- store --------------------------------------------------------------- */

/* For the hall: by the token itself. NOT_FOUND when it is over. */
enum status token_find(struct scope *, const char *token, struct standing *)
	MUST_USE;
/* *secret is the token, told once. */
enum status token_note(struct scope *, struct api_token *,
                       const char **secret) MUST_USE;
enum status token_list(struct scope *, struct api_token_list *) MUST_USE;
enum status token_take_back(struct scope *, i64 no) MUST_USE;

enum status webhook_list(struct scope *, struct webhook_list *) MUST_USE;
/* Gives number and secret; what happened before is not told. */
enum status webhook_note(struct scope *, struct webhook *) MUST_USE;
/* What happens while it is stopped is not told afterwards. */
enum status webhook_stop(struct scope *, i64 no, bool stopped) MUST_USE;
enum status delivery_list(struct scope *, i64 webhook, i64 most,
                          struct delivery_list *) MUST_USE;
/* Those that were given up are tried again, from now. */
enum status delivery_again(struct scope *, i64 webhook) MUST_USE;

/* -- webhooks at work ---------------------------------------------------- */

/* Makes deliveries of what has happened in the scope's organisation. */
enum status hook_collect(struct scope *) MUST_USE;
/* Organisations with a webhook; deliveries whose time has come, of all. */
enum status hook_orgs(struct scope *, struct no_list *) MUST_USE;
enum status hook_due(struct scope *, i64 most, struct delivery_list *)
	MUST_USE;
enum status hook_take(struct scope *, const struct delivery *) MUST_USE;
enum status hook_tried(struct scope *, const struct delivery *) MUST_USE;

/* One round, by the thread that does it: collect, make one call, note what came
 * of it. What went wrong is tried again; nothing is lost. True if more calls
 * wait. */
bool hook_round(struct db *, const struct host_list *, i64 now);

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const api_routes;
extern const struct route *const api_matter_routes;
extern const struct route *const api_write_routes;
extern const struct route *const api_assessment_routes;
extern const struct route *const api_admin_routes;

/* The hosts that may be called; app sets it before any visit. */
extern const struct host_list *api_hosts;

#endif
