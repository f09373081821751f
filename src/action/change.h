/*
 * What in the proposal became different because of the assessment (domain.md
 * S4-04): what it said, what it says now, and which finding, conflict or
 * comment was the reason. Content: frozen from final on.
 */
#ifndef CHANGE_H
#define CHANGE_H

#include "conflict/conflict.h"
#include "assess/comment.h"

struct proposal_change {
	i64         id, no;
	const char *was, *becomes;      /* was "": it is new */
	i64         finding_no, conflict_no, comment_no;        /* 0 none */
	enum conflict_sign conflict_sign;
	i64         day;
	bool        removed;
	i64         version;
};
struct proposal_change_list { struct proposal_change *v; size_t n, room; };

/* In the order they were written; removed ones are left out. */
enum status proposal_change_list(struct scope *, i64 assessment,
                                 struct proposal_change_list *) MUST_USE;
/* One by its number may be a removed one. */
enum status proposal_change_get(struct scope *, i64 assessment, i64 no,
                                struct proposal_change *) MUST_USE;
enum status proposal_change_note(struct scope *, i64 assessment,
                                 struct proposal_change *) MUST_USE;
enum status proposal_change_change(struct scope *, i64 assessment,
                                   const struct proposal_change *) MUST_USE;
enum status proposal_change_remove(struct scope *, i64 assessment, i64 no,
                                   bool removed) MUST_USE;

/* The model's question of it, answered in words before there were rows. */
#define MEANS_CHANGES   "actions.changes"

struct route;
struct part;
extern const struct route *const change_routes;
extern const struct part part_changes;

#endif
