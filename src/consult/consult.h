/*
 * Remiss out: a draft is sent to groups and organisations with questions; their
 * replies are received, by a link of their own or entered by the officer; each
 * viewpoint in them is treated: beaktas, beaktas delvis or beaktas inte, with a
 * motive. A reply is never changed by us, and is kept until a disposal rule
 * lets it go. No person is named: who is asked is an organisation.
 */
#ifndef CONSULT_H
#define CONSULT_H

#include "assess/comment.h"
#include "matter/matter.h"

enum { QUESTIONS_MOST = 30, CONSULTEES_MOST = 400 };

/* -- nouns; stored as numbers: add at the end, never renumber ------------ */

struct consultation {
	i64         id, no, matter;
	const char *title, *text, *why, *decided_by;
	i64         decided_on, due;            /* days, 0 unknown */
	i64         sent_at, closed_at;         /* ms, 0 not yet */
	i64         version;
	i64         asked, answered, declined;  /* consultees */
	i64         viewpoints, untreated;
};
struct consultation_list { struct consultation *v; size_t n, room; };

struct consult_question {
	i64         id, no;
	const char *part, *text;
	i64         version;
};
struct consult_question_list { struct consult_question *v; size_t n, room; };

enum consult_way { WAY_NONE = 0, WAY_LINK, WAY_BY_US };

struct consultee {
	i64              id, no, consultation;
	const char      *name;
	i64              actor, pass;
	bool             authority;
	i64              declined_at, received_at;      /* ms, 0 not */
	enum consult_way way;
	const char      *registry_no, *no_registry;
	i64              viewpoints, untreated;
	i64              version;
};
struct consultee_list { struct consultee *v; size_t n, room; };

struct consult_reply {
	i64         question, question_no;      /* 0 beside the questions */
	const char *text;
	i64         at, version;
};
struct consult_reply_list { struct consult_reply *v; size_t n, room; };

struct viewpoint {
	i64            no, consultee, consultee_no, question, question_no;
	const char    *consultee_name, *text;
	enum treatment treated;
	const char    *why, *change;
	i64            at, version;
};
struct viewpoint_list { struct viewpoint *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* What is wanting before it is sent; bits. */
enum consult_flaw {
	CONSULT_NO_TITLE   = 1 << 0,
	CONSULT_NO_DUE     = 1 << 1,
	CONSULT_DUE_SOON   = 1 << 2,    /* a remark: under three weeks */
	CONSULT_NO_DECIDER = 1 << 3,
	CONSULT_NO_ONE     = 1 << 4,    /* nobody is asked */
	CONSULT_NO_WHY     = 1 << 5,    /* a remark: is the round needed? */
	CONSULT_NO_REGISTRY = 1 << 6,   /* number of the matter, or a reason */
};
unsigned consult_flaws(const struct consultation *, const struct matter *,
                       i64 today);
bool     consult_stops(unsigned flaws);         /* some of them do */

/* A viewpoint that is not taken, or only partly, has a motive. */
bool viewpoint_is_answered(const struct viewpoint *);

/* -- store --------------------------------------------------------------- */

enum status consultation_list(struct scope *, i64 matter,
                              struct consultation_list *) MUST_USE;
enum status consultation_get(struct scope *, i64 matter, i64 no,
                             struct consultation *) MUST_USE;
enum status consultation_by_id(struct scope *, i64 id, struct consultation *)
	MUST_USE;
/* Gives id and number. */
enum status consultation_note(struct scope *, i64 matter,
                              struct consultation *) MUST_USE;
enum status consultation_change(struct scope *, const struct consultation *)
	MUST_USE;
/* Once: the matter is then out. */
enum status consultation_send(struct scope *, const struct consultation *)
	MUST_USE;
enum status consultation_close(struct scope *, i64 id, bool closed) MUST_USE;

enum status consult_question_list(struct scope *, i64 consultation,
                                  struct consult_question_list *) MUST_USE;
enum status consult_question_note(struct scope *, i64 consultation,
                                  struct consult_question *) MUST_USE;
enum status consult_question_remove(struct scope *, i64 consultation, i64 no,
                                    bool removed) MUST_USE;

enum status consultee_list(struct scope *, i64 consultation,
                           struct consultee_list *) MUST_USE;
enum status consultee_get(struct scope *, i64 consultation, i64 no,
                          struct consultee *) MUST_USE;
enum status consultee_by_id(struct scope *, i64 id, struct consultee *)
	MUST_USE;
/* TAKEN if one of that name is asked already, DENIED if the list is full. */
enum status consultee_note(struct scope *, i64 consultation,
                           struct consultee *) MUST_USE;
enum status consultee_remove(struct scope *, i64 consultation, i64 no,
                             bool removed) MUST_USE;
/* A new link; the one before ends. */
enum status consultee_link(struct scope *, const struct consultee *,
                           const char **secret) MUST_USE;
enum status consultee_decline(struct scope *, const struct consultee *,
                              bool declined) MUST_USE;
enum status consultee_register(struct scope *, const struct consultee *)
	MUST_USE;

enum status consult_reply_list(struct scope *, i64 consultee,
                               struct consult_reply_list *) MUST_USE;
/* "" takes an answer back; what it said stays in the events. */
enum status consult_reply_set(struct scope *, i64 consultee, i64 question,
                              const char *text) MUST_USE;
/* It is sent in: from now on it is received. */
enum status consult_received(struct scope *, const struct consultee *,
                             enum consult_way) MUST_USE;

/* Of one consultee, or 0 for all; by question, then number. */
enum status viewpoint_list(struct scope *, i64 consultation, i64 consultee,
                           struct viewpoint_list *) MUST_USE;
enum status viewpoint_get(struct scope *, i64 consultation, i64 no,
                          struct viewpoint *) MUST_USE;
enum status viewpoint_note(struct scope *, i64 consultation,
                           struct viewpoint *) MUST_USE;
enum status viewpoint_change(struct scope *, i64 consultation,
                             const struct viewpoint *) MUST_USE;
enum status viewpoint_remove(struct scope *, i64 consultation, i64 no,
                             bool removed) MUST_USE;

/* -- papers and pages ---------------------------------------------------- */

struct paper;
/* All that a consultation came to: for its paper and its page. */
struct consulted {
	struct matter                m;
	struct consultation          c;
	struct consult_question_list questions;
	struct consultee_list        consultees;
	struct viewpoint_list        viewpoints;
};
enum status consulted_read(struct scope *, i64 matter, i64 no,
                           struct consulted *) MUST_USE;

struct req;
struct route;
struct paper *consult_paper(struct req *, const struct consulted *);

extern const struct route *const consult_routes;
extern const struct route *const consult_question_routes;
extern const struct route *const consultee_routes;
extern const struct route *const consult_reply_routes;
extern const struct route *const viewpoint_routes;
extern const struct route *const consult_pass_routes;

#endif
