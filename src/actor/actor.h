/*
 * The register of actors, shared by all assessments of an organisation: groups
 * and organisations, never named persons. And the register of population
 * groups, which can be combined (women + foreign-born): always sex, never only
 * sex.
 */
#ifndef ACTOR_H
#define ACTOR_H

#include "base/arena.h"

struct scope;

/* Stored as numbers: add at the end, never renumber. */
enum actor_kind {
	ACTOR_RESIDENTS = 1, ACTOR_SERVICE_PROVIDER, ACTOR_PUBLIC_INTEREST,
	ACTOR_BUSINESS, ACTOR_CIVIL_SOCIETY, ACTOR_SAMI, ACTOR_AUTHORITY,
	ACTOR_CHILDREN, ACTOR_OTHER,
};

enum { USED_MOST = 100 };       /* assessments are counted so far */

struct actor {
	i64             id;
	const char     *key, *name;
	enum actor_kind kind;
	bool            rights_holder, retired;
	i64             used;           /* assessments it is in, or USED_MOST */
	i64             version;
};
struct actor_list { struct actor *v; size_t n, room; };

/* Stored as numbers; the order in which pickers show them: sex first. */
enum group_axis {
	AXIS_SEX = 1, AXIS_AGE, AXIS_ORIGIN, AXIS_ABILITY, AXIS_MINORITY,
	AXIS_ECONOMY, AXIS_PLACE, AXIS_ORIENTATION, AXIS_OTHER,
};

struct group {
	i64             id;
	const char     *code, *name_sv, *name_en;
	enum group_axis axis;
	i64             position;
	bool            retired;
};
struct group_list { struct group *v; size_t n, room; };

/* -- store --------------------------------------------------------------- */

/* In Swedish alphabetical order, retired ones too. */
enum status actor_list(struct scope *, struct actor_list *) MUST_USE;
enum status actor_get(struct scope *, i64 id, struct actor *) MUST_USE;
/* Those of these ids, in that order; where each is used is not counted. */
enum status actors_by_ids(struct scope *, const i64 *ids, size_t n,
                          struct actor_list *) MUST_USE;
enum status actor_by_key(struct scope *, const char *key, i64 *id) MUST_USE;

/* By name, however it is cased, or made: the register grows where it is used.
 * A retired one is taken back. */
enum status actor_find_or_note(struct scope *, const struct actor *, i64 *id)
	MUST_USE;
enum status actor_note(struct scope *, const struct actor *, i64 *id)
	MUST_USE;
/* Name, kind and rights holder; STALE if version is not the latest. */
enum status actor_change(struct scope *, const struct actor *) MUST_USE;
enum status actor_retire(struct scope *, i64 id, bool retired) MUST_USE;

/* By axis and position, retired ones too. */
enum status group_list(struct scope *, struct group_list *) MUST_USE;
enum status group_by_code(struct scope *, const char *code, i64 *id)
	MUST_USE;
/* Last on its axis unless position is set. */
enum status group_note(struct scope *, const struct group *, i64 *id)
	MUST_USE;
enum status group_retire(struct scope *, i64 id, bool retired) MUST_USE;

/* The groups we ship, as in data/groups/groups.json: those that are not there
 * by code are added, nothing is changed. */
enum status group_adopt(struct scope *, struct bytes json) MUST_USE;

/* -- web: the two registers of the organisation -------------------------- */

struct req;
struct option_list;
struct route;
extern const struct route *const actor_routes, *const group_routes;

const char *actor_kind_say(const struct req *, enum actor_kind);
void        actor_kind_options(struct req *, enum actor_kind chosen,
                               struct option_list *);
const char *group_axis_say(const struct req *, enum group_axis);

#endif
