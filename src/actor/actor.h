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

struct actor {
	i64             id;
	const char     *key, *name;
	enum actor_kind kind;
	bool            rights_holder, retired;
	i64             used;           /* assessments it is in, when listed */
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

/* -- store ------------------------------------------------------------------- */

enum status actor_list(struct scope *, struct actor_list *) MUST_USE;
enum status actor_get(struct scope *, i64 id, struct actor *) MUST_USE;
enum status actor_by_key(struct scope *, const char *key, i64 *id) MUST_USE;

/* By name, or made: the register grows where it is used. */
enum status actor_find_or_note(struct scope *, const struct actor *, i64 *id)
	MUST_USE;
enum status actor_note(struct scope *, const struct actor *, i64 *id)
	MUST_USE;
enum status actor_change(struct scope *, const struct actor *) MUST_USE;

enum status group_list(struct scope *, struct group_list *) MUST_USE;
enum status group_by_code(struct scope *, const char *code, i64 *id)
	MUST_USE;
enum status group_note(struct scope *, const struct group *, i64 *id)
	MUST_USE;

/* The groups we ship (data/groups/groups.json), for an organisation that has
 * none yet. */
enum status group_adopt(struct scope *) MUST_USE;

/* -- web: the two registers of the organisation ------------------------------ */

struct route;
extern const struct route *const actor_routes;

#endif
