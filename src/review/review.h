/*
 * What comes between a draft and its end, and after it: review by link, tasks
 * to look deeper, and the report back. Whoever is asked has a link of their own
 * and no account (account/pass.h); before it is made a person says yes to what
 * becomes a public record, and that is logged (decisions.md A9). What they send
 * is kept as it came. Nothing of it sets anything by itself.
 */
#ifndef REVIEW_H
#define REVIEW_H

#include "action/change.h"
#include "assess/comment.h"

enum {
	REVIEWERS_MOST = 100,           /* in a round */
	COMMENTS_MOST = 200,            /* of one who is asked */
	LINK_DAYS = 365,                /* how long a link is good */
};

/* -- rules: no database, no web ------------------------------------------ */

/* Does the assessment become REVIEWED now? Only while it is open, and never
 * back; the step may be skipped. */
bool review_is_over(enum assessment_state, const struct review_list *);

/* An assessment is finished, or the round is: a comment is late. */
bool comment_is_late(enum assessment_state, const struct review *);

/* -- the report back (domain.md A-06, BR-08) ------------------------------ */

/* Who took part, and so shall be told. Stored as numbers: add at the end. */
enum owed_kind { OWED_ACTOR = 1, OWED_OCCASION, OWED_REVIEWER };
struct owed {
	enum owed_kind kind;
	i64            no;              /* in the assessment */
	const char    *name;
	bool           told;
};
struct owed_list { struct owed *v; size_t n, room; };

struct reporting {
	i64         id, no, day;
	const char *forum, *audience, *said;
	struct owed_list to;            /* kind and number only */
	bool        removed;
	i64         version;
};
struct reporting_list { struct reporting *v; size_t n, room; };

/* Those present, those at a meeting that was held, and those who commented. */
void owed_of(struct arena *, const struct actor_link_list *,
             const struct occasion_list *, const struct review_list *,
             const struct reporting_list *, struct owed_list *out);

/* Removed ones too, by day. */
enum status reporting_list(struct scope *, i64 assessment,
                           struct reporting_list *) MUST_USE;
enum status reporting_get(struct scope *, i64 assessment, i64 no,
                          struct reporting *) MUST_USE;
/* The assessment becomes REPORTED. DENIED unless it is finished. */
enum status reporting_note(struct scope *, i64 assessment,
                           struct reporting *) MUST_USE;
enum status reporting_change(struct scope *, i64 assessment,
                             const struct reporting *) MUST_USE;
enum status reporting_remove(struct scope *, i64 assessment, i64 no,
                             bool removed) MUST_USE;

/* -- pages --------------------------------------------------------------- */

struct req;
struct route;
struct view;

/* The draft as it is now, or as it was finished, without links into it. */
enum status draft_shown(struct req *, i64 assessment) MUST_USE;

/* What becomes a public record and where, with the yes: before a link. */
void ask_yes(struct req *, const struct reviewer *);
void read_yes(struct req *);

/* After a treatment or a closing: the state of the assessment follows. */
enum status review_follow(struct req *) MUST_USE;

enum status review_page(struct req *);
/* With what became of it: the treatment, and what it changed. */
void        comment_shown(struct req *, const struct comment *,
                          const struct proposal_change_list *);
enum status comments_shown(struct req *, const struct view *,
                           const struct review *) MUST_USE;

extern const struct route *const review_routes;
extern const struct route *const reviewer_routes;
extern const struct route *const comment_routes;
extern const struct route *const review_pass_routes;
extern const struct route *const reporting_routes;

#endif
