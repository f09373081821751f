/*
 * Conflicts and synergies between goals, interests, places …, with any number
 * of sides, and positions: choices somebody must make. What happens and what is
 * chosen are separate texts, kept apart everywhere. Nothing is recommended.
 */
#ifndef CONFLICT_H
#define CONFLICT_H

#include "base/arena.h"

struct scope;
struct finding;
struct finding_list;

/* Stored as numbers: add at the end, never renumber. */
enum conflict_sign { CONFLICT = 1, SYNERGY };
enum conflict_kind {
	CONFLICT_GOALS = 1,             /* goal against goal, within */
	CONFLICT_BETWEEN,               /* with another assessed thing */
	CONFLICT_INTERESTS,             /* between actors */
	CONFLICT_TERMS,                 /* short against long term */
	CONFLICT_PLACES,                /* places or groups */
	CONFLICT_RESOURCES,
};
enum conflict_state {
	CONFLICT_IDENTIFIED = 1, CONFLICT_ANALYSED, CONFLICT_ASKED,
	CONFLICT_WEIGHED, CONFLICT_IN_ACTION, CONFLICT_ACCEPTED,
	CONFLICT_ENDED,
};
enum reversible { REVERSIBLE_UNSAID = 0, REVERSIBLE_YES, REVERSIBLE_PARTLY,
                  REVERSIBLE_NO };

/* A finding, a goal or an actor: one of the three. */
struct side_member {
	i64         finding, finding_no;
	const char *sentence;
	i64         goal;
	const char *framework, *code, *goal_title;
	i64         actor;
	const char *actor_key, *actor_name;
};
struct side_member_list { struct side_member *v; size_t n, room; };

struct side {
	i64         id, no;
	const char *title, *gains, *loses;
	struct side_member_list members;
};
struct side_list { struct side *v; size_t n, room; };

struct way {
	i64         id, no;
	const char *title, *gain, *price, *note;
	enum reversible reversible;
};
struct way_list { struct way *v; size_t n, room; };

struct conflict {
	i64         id, no, assessment;
	const char *assessment_key, *subject_title;     /* in lists across */
	enum conflict_sign  sign;
	enum conflict_kind  kind;
	const char *title, *what_happens;
	enum conflict_state state;
	const char *question, *decider;
	i64         due;                                /* day */
	const char *dissent;
	const char *chosen, *chosen_why;
	i64         chosen_on;                          /* day */
	/* Where the other side stands, of a conflict between assessed things:
	 * a key, perhaps not here, and the number of a finding there or 0. */
	const char *other_key;
	i64         other_finding;
	bool        removed;
	i64         version;
	struct side_list sides;
	struct way_list  ways;
};
struct conflict_list { struct conflict *v; size_t n, room; };

struct position {
	i64         id, no;
	i64         priority, priority_no, finding, finding_no;
	const char *text, *decider;
	i64         due, at;
	bool        made, removed;
	i64         version;
};
struct position_list { struct position *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

enum conflict_flaw {
	CONFLICT_NO_TITLE   = 1 << 0,
	CONFLICT_NO_KIND    = 1 << 1,
	CONFLICT_ONE_SIDE   = 1 << 2,           /* fewer than two named */
	CONFLICT_NO_DECIDER = 1 << 3,           /* asked, but of nobody */
	CONFLICT_NO_QUESTION = 1 << 4,          /* asked, but what? */
	CONFLICT_NO_CHOICE  = 1 << 5,           /* weighed without a choice */
};
unsigned conflict_flaws(const struct conflict *);

enum { SIDES_MOST = 6, WAYS_MOST = 8 };

/* identified → analysed → asked → weighed → in action or accepted → ended;
 * steps may be skipped, never reordered, and an accepted one taken up again. */
bool conflict_may_become(enum conflict_state from, enum conflict_state to);
bool conflict_is_open(enum conflict_state);     /* not weighed yet */

/* An open conflict that nobody is named to weigh. */
bool conflict_lacks_decider(const struct conflict *);

/* "K4" or "S2". */
const char *conflict_name(struct arena *, const struct conflict *);

/* Another finding that marks a goal of this one the other way, or NULL. */
const struct finding *finding_against(const struct finding_list *,
                                      const struct finding *);

enum position_flaw {
	POSITION_NO_TEXT    = 1 << 0,
	POSITION_NO_DECIDER = 1 << 1,           /* to be made, by nobody */
};
unsigned position_flaws(const struct position *);

/* -- store --------------------------------------------------------------- */

enum status conflict_list(struct scope *, i64 assessment,
                          struct conflict_list *) MUST_USE;
enum status conflict_get(struct scope *, i64 assessment, i64 no,
                         struct conflict *) MUST_USE;
enum status conflict_note(struct scope *, i64 assessment, struct conflict *,
                          i64 *id) MUST_USE;

/* Title, kind, texts, sides and ways; frozen with the assessment. */
enum status conflict_change(struct scope *, i64 assessment,
                            const struct conflict *) MUST_USE;

/* State, decider, due and the weighing: living, also when final. */
enum status conflict_settle(struct scope *, i64 assessment,
                            const struct conflict *) MUST_USE;
enum status conflict_remove(struct scope *, i64 assessment, i64 no,
                            bool removed) MUST_USE;

/* Without sides, members and ways. */
enum status conflict_outlines(struct scope *, i64 assessment,
                              struct conflict_list *) MUST_USE;
/* Open ones of the organisation, without sides and ways, soonest due first;
 * and how many they are, counted so far and no further. */
enum { CONFLICTS_COUNTED = 1000 };
enum status conflict_open_list(struct scope *, i64 most,
                               struct conflict_list *) MUST_USE;
enum status conflict_open_count(struct scope *, i64 *n) MUST_USE;

enum status position_list(struct scope *, i64 assessment,
                          struct position_list *) MUST_USE;
enum status position_get(struct scope *, i64 assessment, i64 no,
                         struct position *) MUST_USE;
enum status position_note(struct scope *, i64 assessment, struct position *,
                          i64 *id) MUST_USE;
enum status position_change(struct scope *, i64 assessment,
                            const struct position *) MUST_USE;
enum status position_remove(struct scope *, i64 assessment, i64 no,
                            bool removed) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
struct part;
struct view;
struct question;
extern const struct route *const conflict_routes;
extern const struct route *const conflict_form_routes;
extern const struct route *const conflict_settle_routes;
extern const struct route *const position_routes;
extern const struct part part_conflicts, part_positions;

/* Icon and word of where it stands; and the words alone. */
void        conflict_state(struct req *, const struct conflict *);
const char *conflict_state_word(const struct req *, enum conflict_state);
const char *conflict_kind_word(const struct req *, enum conflict_kind);

/* Conflicts of one assessment as rows; the one with number `here` is open. */
void        conflict_rows(struct req *, const struct conflict_list *,
                          i64 here);
void        conflict_card(struct req *, const struct view *,
                          const struct conflict *);

/* A new one out of a finding, with the finding against it, if any. */
struct conflict conflict_from(struct req *, const struct finding_list *,
                              const struct finding *);

/* Is this the first question a part answers at this depth? It speaks for the
 * whole assessment. */
bool        question_speaks(const struct view *, const struct question *);

/* "… är borttagen. Ångra", when the address says what was removed. */
void        removed_note(struct req *, const char *text, const char *kind);

#endif
