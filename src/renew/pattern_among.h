/*
 * The parts a pattern is read by, each among the same assessments.
 */
#ifndef PATTERN_AMONG_H
#define PATTERN_AMONG_H

#include "db/db.h"
#include "renew/pattern.h"

/* $2 and $3: between two instants, the second not in it. */
#define AMONG                                                           \
	"WITH among AS (SELECT assessment_id AS id, at FROM edition"    \
	"  WHERE org_id = $1 AND at >= $2 AND at < $3"                  \
	"  ORDER BY at DESC, assessment_id DESC LIMIT $4)"

/* Those it is about, as the statements are told. */
struct years { i64 from, to; };

#define VALUES_AMONG(s, y)                                              \
	of_int((s)->org), of_int((y)->from), of_int((y)->to),           \
	of_int(PATTERN_AMONG)

enum status pattern_people(struct scope *, const struct years *, size_t most,
                           struct pattern *) MUST_USE;
/* What is so of the organisation, whatever the year. */
enum status pattern_now(struct scope *, struct pattern *) MUST_USE;
enum status pattern_use(struct scope *, const struct years *,
                        struct pattern *) MUST_USE;

#endif
