/*
 * Stopping places and relations of an assessment. What is decided at a stopping
 * place is never changed: a new decision comes after it, and the last one
 * holds. Who decided is a function or a body, and why is always said (BR-22).
 * "Avsluta" stops the assessment until it is taken up again, with a reason.
 */
#ifndef GATE_H
#define GATE_H

#include "base/arena.h"
#include "method/method.h"

struct scope;
struct req;
struct route;

struct gate_choice {
	i64           id, no;
	const char   *means;            /* which stopping place */
	enum gate_way way;
	const char   *why, *decider;
	i64           day;              /* decided on */
	i64           at;
	const char   *noted_by;         /* who wrote it down */
};
struct gate_choice_list { struct gate_choice *v; size_t n, room; };

/* Stored as numbers: add at the end, never renumber. */
enum relation_how { RELATION_STRENGTHENS = 1, RELATION_OVERLAPS,
                    RELATION_COMPETES };

/* With something else that is done: another assessment of the organisation, or
 * a name alone. */
struct relation {
	i64           id, no;
	i64           priority, priority_no;    /* 0 the whole */
	const char   *other_key, *name;
	enum relation_how how;
	const char   *text;
	i64           at;
	bool          removed;
	i64           version;
};
struct relation_list { struct relation *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* The latest decision at a stopping place, or NULL. */
const struct gate_choice *gate_latest(const struct gate_choice_list *,
                                      const char *means);

/* Avsluta holds at some stopping place, and has not been taken up again since:
 * going on at another place does not lift it. */
bool gates_stop(const struct gate_choice_list *);

/* -- store --------------------------------------------------------------- */

/* In the order they were taken. */
enum status gate_list(struct scope *, i64 assessment,
                      struct gate_choice_list *) MUST_USE;

/* Nothing else: documents say the state themselves. */
enum status gate_note(struct scope *, i64 assessment, struct gate_choice *)
	MUST_USE;

/* And what follows from it: "avsluta" stops, taking up again goes on. */
enum status gate_decide(struct scope *, i64 assessment,
                        struct gate_choice *) MUST_USE;

enum status relation_list(struct scope *, i64 assessment,
                          struct relation_list *) MUST_USE;
enum status relation_get(struct scope *, i64 assessment, i64 no,
                         struct relation *) MUST_USE;
enum status relation_note(struct scope *, i64 assessment, struct relation *)
	MUST_USE;
enum status relation_change(struct scope *, i64 assessment,
                            const struct relation *) MUST_USE;
enum status relation_remove(struct scope *, i64 assessment, i64 no,
                            bool removed) MUST_USE;

/* What others say of their relation to this one: whose key, and how. */
struct related { const char *key, *title; enum relation_how how;
                 const char *text; };
struct related_list { struct related *v; size_t n, room; };
enum status related_list(struct scope *, const char *key,
                         struct related_list *) MUST_USE;

/* One that a member may name by its key; nobody who is only let in to this one
 * learns of another. */
enum status relation_other(struct scope *, const char *key, i64 *id)
	MUST_USE;

/* What was decided, as it was typed; INVALID with issues. */
enum status gate_typed(struct req *, struct gate_choice *) MUST_USE;

/* A stopped one says so on its pages, and cannot be finished. */
struct view;
void stopped_shown(struct req *, const struct view *);
void stopped_lacking(struct req *, struct view *);

extern const struct route *const gate_routes;
extern const struct route *const relation_routes;

#endif
