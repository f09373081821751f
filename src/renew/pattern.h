/*
 * Patterns over what has been finished (U-F4) and how the method is used
 * (U-F6): counts of assessments beside how many they are out of, among those
 * finished last. Nothing is added up over goals, and nothing is ranked by a
 * score.
 */
#ifndef PATTERN_H
#define PATTERN_H

#include "base/arena.h"
#include "method/method.h"

struct scope;
struct route;

/* Among so many, those changed last: the question costs the same whatever the
 * organisation has, and the page says how many they were. */
enum { PATTERN_AMONG = 200, PATTERN_SHOWN = 12 };

struct pattern_goal {
	const char *framework_sv, *framework_en, *code, *title_sv, *title_en;
	i64         negative;           /* assessments with a negative mark */
	i64         judged;             /* … out of those that judged it */
};
struct pattern_goal_list { struct pattern_goal *v; size_t n, room; };

struct pattern_actor {
	const char *name;
	i64         missing;            /* assessments where it was missing */
	i64         in;                 /* … out of those it is in */
};
struct pattern_actor_list { struct pattern_actor *v; size_t n, room; };

/* Days from the beginning to the end: -1 where nothing is known. */
struct quartiles { i64 first, median, third; };
struct i64_list { i64 *v; size_t n, room; };

struct pattern_use {
	const char     *model_sv, *model_en;
	enum depth      depth;
	i64             ended, changed; /* changed: the proposal was */
	struct i64_list days;           /* of those with a known end */
};
struct pattern_use_list { struct pattern_use *v; size_t n, room; };

/* The lower of two where they are even; sorts what it is given. */
struct quartiles quartiles_of(struct i64_list *);

/* How many there are to count, at most PATTERN_AMONG. */
enum status pattern_among(struct scope *, i64 *n) MUST_USE;
enum status pattern_goals(struct scope *, struct pattern_goal_list *)
	MUST_USE;
enum status pattern_actors(struct scope *, struct pattern_actor_list *)
	MUST_USE;
enum status pattern_uses(struct scope *, struct pattern_use_list *)
	MUST_USE;

extern const struct route *const pattern_routes;

#endif
