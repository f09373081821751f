/*
 * Review rounds of an assessment: who was asked to read the draft, what they
 * wrote, and what was done about it (domain.md A-02). A comment is kept word
 * for word and is never changed by us; what is done about it is beside it.
 * Rounds live on after the end, and change no content: what comes then is kept
 * as late. Who is asked is a function or an organisation, never a person.
 */
#ifndef COMMENT_H
#define COMMENT_H

#include "assess/assess.h"

/* Stored as numbers: add at the end, never renumber. */
enum treatment { TREATED_NOT = 0, TREATED_TAKEN, TREATED_PARTLY,
                 TREATED_DECLINED };
enum reviewer_kind {
	REVIEWER_EXPERT = 1,
	REVIEWER_MISSING,       /* should have been there, and was not */
	REVIEWER_OTHER,
	REVIEWER_COLLEAGUE,     /* has an account; no link */
};

struct reviewer {
	i64         id, no, review;
	enum reviewer_kind kind;
	const char *name;
	i64         actor, pass;        /* 0 none */
	bool        authority;          /* outside the organisation */
	i64         asked_at;           /* ms; 0: no link has been decided */
	i64         asked_by;           /* person; 0 not known here */
	const char *asked_name;
	i64         version;
};
struct reviewer_list { struct reviewer *v; size_t n, room; };

struct comment {
	i64            id, no, reviewer, reviewer_no;
	const char    *reviewer_name;
	enum reviewer_kind reviewer_kind;
	bool           authority;
	i64            finding_no;      /* 0 the whole */
	const char    *text;
	i64            at;
	bool           late;            /* came when it was finished */
	enum treatment treated;
	const char    *treated_how;
	i64            version;
};
struct comment_list { struct comment *v; size_t n, room; };

struct review {
	i64         id, no;
	const char *question;
	i64         due;                /* day; 0 none */
	i64         begun_at, closed_at;        /* ms; 0 it is open */
	i64         version;
	struct reviewer_list reviewers;
	struct comment_list  comments;  /* of these, by number */
};
struct review_list { struct review *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

/* Came from outside the organisation: a public record that was received. */
bool comment_is_received(const struct comment *);

/* Treated, and with a motive unless it was taken as it is. */
bool treatment_is_said(enum treatment, const char *how);

/* Is there a round, are all closed, and is each comment treated? Late comments
 * do not count: they came after the end. */
bool reviews_are_done(const struct review_list *);
i64  comments_untreated(const struct review *);

/* -- store --------------------------------------------------------------- */

/* With reviewers and comments, by number. */
enum status review_list(struct scope *, i64 assessment, struct review_list *)
	MUST_USE;
enum status review_get(struct scope *, i64 assessment, i64 no,
                       struct review *) MUST_USE;
enum status review_by_id(struct scope *, i64 id, i64 *assessment,
                         struct review *) MUST_USE;

/* Numbers are given unless set (documents), here and below. */
enum status review_note(struct scope *, i64 assessment, struct review *)
	MUST_USE;
/* Question and last day. */
enum status review_change(struct scope *, i64 assessment,
                          const struct review *) MUST_USE;
/* STALE if it is closed already. */
enum status review_close(struct scope *, i64 assessment, i64 no) MUST_USE;

/* TAKEN if one of that name is asked in the round. */
enum status reviewer_note(struct scope *, i64 assessment, struct reviewer *)
	MUST_USE;
enum status reviewer_by_id(struct scope *, i64 id, struct reviewer *)
	MUST_USE;
/* Sharing was decided, now and by who acts; its link, 0 when taken back. */
enum status reviewer_asked(struct scope *, const struct reviewer *, i64 pass)
	MUST_USE;

enum status comment_list(struct scope *, i64 assessment,
                         struct comment_list *) MUST_USE;
enum status comment_get(struct scope *, i64 assessment, i64 no,
                        struct comment *) MUST_USE;
enum status comment_note(struct scope *, i64 assessment, struct comment *)
	MUST_USE;
/* treated and treated_how; STALE if version is not the latest. */
enum status comment_treat(struct scope *, i64 assessment,
                          const struct comment *) MUST_USE;

#endif
