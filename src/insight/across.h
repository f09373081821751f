/*
 * What pulls against what between assessed things (domain.md 7, type 2). Two
 * assessments are worth trying against each other when they share what they
 * belong to, a place, an actor or means, overlap in time, and mark one goal in
 * opposite ways (a conflict) or both for the better (a synergy). Each comes
 * with its reasons in words; what orders them is never shown and sets nothing:
 * a person writes it in as a conflict, or dismisses it with a reason.
 */
#ifndef ACROSS_H
#define ACROSS_H

#include "base/arena.h"

struct scope;

/* What they share; a set, stored as such. */
enum across_reason {
	SHARE_PARENT = 1 << 0,          /* belong to one, or one to the other */
	SHARE_PLACE  = 1 << 1,
	SHARE_ACTOR  = 1 << 2,
	SHARE_MEANS  = 1 << 3,          /* one unit: its people and money */
};

/* Stored as numbers: add at the end, never renumber. */
enum candidate_state { CANDIDATE_ACCEPTED = 1, CANDIDATE_DISMISSED };

enum {
	ACROSS_CONFLICTS = 15,          /* the best of each assessment … */
	ACROSS_SYNERGIES = 5,           /* … 20 together (decisions.md B8) */
	ACROSS_MOST      = ACROSS_CONFLICTS + ACROSS_SYNERGIES,
	ACROSS_SHARED    = 400,         /* of what more share, the newest */
	ACROSS_TRIED     = 150,         /* those that share most are tried */
};

struct period { i64 from, to; };        /* days */

/* When what is assessed is at hand: from its assessment, or its decision if
 * that is earlier, until it is looked at again, or else for four years. */
struct period period_of(i64 made_at, i64 decided_on, i64 next_review);
bool          periods_meet(struct period, struct period);

/* One assessment as the finder sees it. */
struct facts {
	i64           id, subject;
	const char   *key, *title, *belongs_to, *place, *unit;
	struct period period;
};
struct facts_list { struct facts *v; size_t n, room; };

/* How strongly two belong together and pull; only for order. */
int strength_of(unsigned reasons, int actors, int goals);

/* Of 20, or fewer. */
struct best_one {
	i64      other;                 /* assessment */
	i64      goal;                  /* one they both mark */
	int      sign;                  /* enum conflict_sign */
	unsigned reasons;
	int      actors, goals;         /* how many they share */
	int      strength;
};
struct best {
	struct best_one conflicts[ACROSS_CONFLICTS];
	struct best_one synergies[ACROSS_SYNERGIES];
	int             n_conflicts, n_synergies;
};
/* Takes it in at its place, or not at all. Of two alike the newer is first. */
void best_take(struct best *, const struct best_one *);
/* May one of this sign that shares so much still come in? */
bool best_may_take(const struct best *, int sign, unsigned reasons,
                   int actors);

/* As bytes in the database, best first, conflicts before synergies. */
struct bytes best_pack(struct arena *, const struct best *);
int          best_unpack(struct bytes, struct best_one out[ACROSS_MOST]);

/* A stand somebody has taken. It holds until there is something new, a reason
 * or a goal it did not stand on then, or the conflict it became is gone. */
struct candidate {
	i64         id, assessment, other;
	int         sign;
	unsigned    reasons;
	const char *goals;              /* numbers with commas: "12,15" */
	enum candidate_state state;
	i64         conflict_no;        /* 0 also when that was removed */
	const char *why, *who;          /* name of a person */
	i64         at, version;
	const char *other_key, *other_title;
};
struct candidate_list { struct candidate *v; size_t n, room; };
bool candidate_holds(const struct candidate *, unsigned reasons,
                     const char *goals);

/* Has somebody taken a stand that holds on what was found between these two,
 * from either side? As far as what was found says which goals. */
bool best_is_taken(const struct candidate_list *, i64 assessment,
                   const struct best_one *);

/* -- all at once: no database -------------------------------------------- */

/*
 * Everything in memory, for the finder over all: fed in order of assessment,
 * then closed, then asked for each. Some 60 bytes and two bits a goal for each
 * assessment, and 16 bytes for each thing it shares.
 */
struct net;
struct net *net_new(struct arena *, const i64 *goals, size_t n);
void        net_add(struct net *, const struct facts *);
/* NOT added before: nothing happens. Blank words share nothing. */
void        net_share(struct net *, i64 assessment, enum across_reason,
                      const char *word);
void        net_mark(struct net *, i64 assessment, i64 goal, int direction);
void        net_close(struct net *);
size_t      net_count(const struct net *);
i64         net_id(const struct net *, size_t at);
void        net_best(struct net *, size_t at, struct best *);

/* -- one: straight from the database ------------------------------------- */

/* A side of a suggestion: the finding that marks the goal. */
struct stance {
	i64         finding, no;
	const char *sentence, *brief;
	int         direction;          /* enum direction */
};

struct pairing {
	struct best_one  how;
	struct facts     other;
	const char      *goals;         /* all they meet on, as in candidate */
	const char      *framework, *code;      /* of one of them … */
	const char      *goal_sv, *goal_en;     /* … and its title */
	const char      *codes;         /* of the others: "13, JM4"; or "" */
	struct stance    here, there;
	const char      *places, *actors;       /* shared, in words */
};
struct pairing_list { struct pairing *v; size_t n, room; };

/* The best for one assessment, strongest first, conflicts before synergies;
 * those somebody has taken a stand on are left out. */
enum status across_find(struct scope *, i64 assessment,
                        struct pairing_list *) MUST_USE;

enum status candidate_list(struct scope *, i64 assessment,
                           struct candidate_list *) MUST_USE;
/* Of any of these, whichever side it was taken from. */
enum status candidates_among(struct scope *, const i64 *ids, size_t n,
                             struct candidate_list *) MUST_USE;
/* Taken again on something new: the one before is kept as an event. */
enum status candidate_note(struct scope *, const struct candidate *) MUST_USE;

/* -- found for all ------------------------------------------------------- */

struct across_row {
	i64         id, strength, assessment;
	const char *key, *title;
	struct bytes found;
};
struct across_row_list { struct across_row *v; size_t n, room; };
/* Strongest first, from below (strength, id). */
enum status across_page(struct scope *, i64 strength, i64 id, i64 most,
                        struct across_row_list *) MUST_USE;
/* Facts of these, in any order; those not there are left out. */
enum status facts_of(struct scope *, const i64 *ids, size_t n,
                     struct facts_list *) MUST_USE;

enum status goal_code(struct scope *, i64 goal, const char **out) MUST_USE;

/* For the work: slices by assessment, from after one. */
enum status facts_after(struct scope *, i64 after, i64 most,
                        struct facts_list *) MUST_USE;
typedef void each_fn(void *arg, i64 assessment, i64 number, i64 other,
                     const char *word);
enum status across_count(struct scope *, i64 *n) MUST_USE;
enum status goals_all(struct scope *, i64 **ids, size_t *n) MUST_USE;
enum status marks_between(struct scope *, i64 after, i64 last, each_fn *,
                          void *) MUST_USE;
enum status actors_between(struct scope *, i64 after, i64 last, each_fn *,
                           void *) MUST_USE;
enum status places_between(struct scope *, i64 after, i64 last, each_fn *,
                           void *) MUST_USE;
enum status across_save(struct scope *, i64 assessment, const struct best *,
                        i64 at) MUST_USE;
enum status across_forget(struct scope *, i64 before) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
struct job_work;
extern const struct route *const across_routes;
extern const struct route *const across_all_routes;
extern const struct job_work across_job;

#endif
