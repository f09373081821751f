/*
 * Patterns over what has been finished (U-F4) and how the method is used
 * (U-F6): counts of assessments beside how many they are out of, among those
 * finished last, of a year or of all. Nothing is added up over goals, nothing
 * is ranked by a score, and of what people thought of a meeting there are
 * counts of answers and no mean.
 */
#ifndef PATTERN_H
#define PATTERN_H

#include "base/arena.h"
#include "method/method.h"

struct scope;
struct route;

enum {
	PATTERN_AMONG = 200,    /* those finished last: the question costs the
	                         * same whatever the organisation has, and the
	                         * page says how many they were */
	PATTERN_SHOWN = 12,     /* of each list on the page … */
	PATTERN_FILED = 1000,   /* … and in a file */
	PATTERN_BEGUN = 1000,   /* counted; then "at least" */
	PATTERN_MEETINGS = 100, /* the latest of those assessments */
	PATTERN_FEW = 5,        /* fewer answers than this are not shown */
};

/* -- rules (pattern_rules.c) --------------------------------------------- */

/* Something seen in an assessment, and whether as asked for: a goal, negative;
 * an actor, missing. The same may be seen many times in one. */
struct seen {
	i64         what, in;
	bool        hit;
	const char *name;
};
struct seen_list { struct seen *v; size_t n, room; };

/* In how many assessments it was so, out of those it was seen in. */
struct tally {
	i64         what, hit, of;
	const char *name;
};
struct tally_list { struct tally *v; size_t n, room; };

/* By how many, then by out of how few; sorts what it is given. */
void pattern_tally(struct arena *, struct seen_list *, struct tally_list *);

/* Days from the beginning to the end: -1 where nothing is known. */
struct quartiles { i64 first, median, third; };
struct i64_list { i64 *v; size_t n, room; };

/* The lower of two where they are even; sorts what it is given. */
struct quartiles quartiles_of(struct i64_list *);

/* -- what there is (pattern_store.c) ------------------------------------- */

struct pattern_goal {
	const char *framework_sv, *framework_en, *code, *title_sv, *title_en;
	i64         negative;           /* assessments with a negative mark */
	i64         judged;             /* … out of those that judged it */
};
struct pattern_goal_list { struct pattern_goal *v; size_t n, room; };

/* Of a group of people: how many assessments have a finding that names it, and
 * its place in the register. */
struct pattern_group { const char *name_sv, *name_en; i64 named, place; };
struct pattern_group_list { struct pattern_group *v; size_t n, room; };

struct pattern_used {
	const char     *model_sv, *model_en;
	enum depth      depth;
	i64             ended, changed; /* changed: the proposal was */
	struct i64_list days;           /* of those with a known end */
};
struct pattern_used_list { struct pattern_used *v; size_t n, room; };

/* What participants thought of their meetings: how many chose what; [0] is how
 * many answered that question. */
enum { SCALE = 5, PACES = 3 };
struct pattern_said {
	i64 worth[SCALE + 1], heard[SCALE + 1], pace[PACES + 1];
};

struct pattern {
	i64                       year;         /* 0 all */
	i64                       first, last;  /* years there is something
	                                         * of; 0 none */
	i64                       among;        /* at most PATTERN_AMONG */
	i64                       begun;        /* now; PATTERN_BEGUN + 1 is
	                                         * more than that */
	struct pattern_goal_list  goals;        /* with a negative mark */
	struct tally_list         actors;       /* missing; by name */
	struct tally_list         kinds;        /* … by enum actor_kind */
	struct pattern_group_list groups;       /* all; named
	                                         * least first */
	struct pattern_used_list  uses;
	struct pattern_said       said;
};

/* Of a year (0: of all), at most `most` goals and actors. */
enum status pattern_read(struct scope *, i64 year, size_t most,
                         struct pattern *) MUST_USE;

extern const struct route *const pattern_routes;

#endif
