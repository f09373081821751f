/* What the finder for one assessment is made of: rows out of the database, and
 * the pure functions that put them together. */
#ifndef ACROSS_NEAR_H
#define ACROSS_NEAR_H

#include "insight/across.h"

/* An assessment that shares something, and what in words. */
struct near { i64 id; enum across_reason reason; const char *word; };
struct near_list { struct near *v; size_t n, room; };

/* The same, one for each assessment; its rows in the sorted list. */
struct meeting_with { i64 id; unsigned reasons; int actors; size_t from, to; };
struct meeting_list { struct meeting_with *v; size_t n, room; };

/* Which way an assessment pulls at a goal: a finding each way, or 0. */
struct pull { i64 assessment, goal, plus, minus; };
struct pull_list { struct pull *v; size_t n, room; };

struct near_try {
	const struct facts          *mine;
	const struct facts_list     *others;
	const struct meeting_list   *met;       /* strongest first */
	const struct pull_list      *here, *there;      /* by assessment */
	const struct candidate_list *taken;
	const struct near_list      *near;      /* as gathered */
};

/* Sorts the list; the result is strongest first, without the one itself. */
struct meeting_list near_gather(struct arena *, struct near_list *, i64 self);

/* The first ACROSS_TRIED of them, ascending; how many they are. */
size_t near_tried(const struct meeting_list *, i64 ids[ACROSS_TRIED]);

/* All but words of goals and findings. */
void   near_suggest(struct arena *, const struct near_try *,
                    struct pairing_list *);

/* Numbers, twelve digits each, for a statement that takes them apart. */
char  *ids_text(struct arena *, const i64 *ids, size_t n);

/* What ids_text() wrote as rows of a statement, "ids": $2 the text, $3 how many
 * there are. Neither engine takes a list any other way alike. */
#define WITH_IDS                                                        \
	"WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL"                   \
	" SELECT i + 1 FROM n WHERE i + 1 < $3),"                       \
	" ids AS (SELECT CAST(substr($2, 12 * i + 1, 12) AS BIGINT)"    \
	" AS id FROM n) "

#endif
