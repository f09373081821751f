/*
 * "Vem ska vi bjuda in?" (decisions.md A3): an occasion, who ought to be there,
 * what the list lacks and what each needs to be able to come. No assessment is
 * needed; the list can become one. Whom to think of comes out of the register
 * and earlier assessments, each with its reason; nobody is on the list until
 * somebody puts them there. Groups and organisations, never named persons.
 */
#ifndef GATHERING_H
#define GATHERING_H

#include "actor/actor.h"
#include "assess/assess.h"

struct scope;
struct req;
struct route;
struct sentence;

enum { GATHERING_PAGES = 3, ASKINGS_SHOWN = 6, CANDIDATES_MOST = 60,
       INVITEES_MOST = 60, QUARTER = 91, NEAR_DAYS = 21 };

/* Sets, stored as bits: add at the end. */
enum invitee_why { WHY_AFFECTED = 1, WHY_AFFECTS = 2, WHY_MISSED = 4,
                   WHY_ADDED = 8 };
enum invitee_need { NEED_EVENING = 1, NEED_CLOSE = 2, NEED_LANGUAGE = 4,
                    NEED_PAID = 8, NEED_ACCESS = 16, NEED_OTHER_FORM = 32 };
enum { NEEDS_ALL = 6 };

struct gathering {
	i64         id;
	const char *key, *title, *about;
	i64         day;                /* 0: not settled */
	const char *hours, *place, *areas, *registry, *invitation;
	i64         assessment, workshop;
	const char *assessment_key, *workshop_key;      /* "" */
	i64         made_at, version;
};
struct gathering_list { struct gathering *v; size_t n, room; };

struct invitee {
	i64             id, actor;
	const char     *actor_key, *name;
	enum actor_kind kind;
	unsigned        why;
	enum actor_role role;
	enum level      influence, interest;
	const char     *how;
	unsigned        needs;
	const char     *needs_other, *comes_from;
	bool            removed;
	i64             version;
	/* only of a suggestion */
	const char     *from;           /* title of what was assessed, or "" */
	bool            rights_holder, fits;    /* it marks a goal of this */
};
struct invitee_list { struct invitee *v; size_t n, room; };

/* Somebody is asked, or has been: to a gathering, a workshop, a remiss. */
enum asked_by { ASKED_HERE = 1, ASKED_WORKSHOP, ASKED_REMISS };
struct asking {
	i64           actor;
	enum asked_by by;
	const char   *key, *title;
	i64           day;
};
struct asking_list { struct asking *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

/* One row an actor: the latest that was said of them, missed if they were
 * missing anywhere. Those missed first, then touched much with little power,
 * rights holders, those that fit; at most CANDIDATES_MOST. */
void candidates_of(struct arena *, const struct invitee_list *rows,
                   struct invitee_list *out);

/* What a list has and lacks, counted; never a share. */
struct list_lacks {
	i64              invited, powerful, unsaid;     /* influence */
	i64              unnamed;       /* of no kind that was said */
	i64              affected, affected_invited;    /* of all known */
	i64              missed, missed_invited;
	unsigned         kinds;         /* 1 << enum actor_kind: on it */
	struct text_list nowhere;       /* areas that nobody is from */
};
struct list_lacks list_lacks_of(struct arena *, const struct gathering *,
                                const struct invitee_list *on,
                                const struct invitee_list *candidates);

bool asking_is_own(const struct asking *, const struct gathering *);

/* How many other processes ask an actor, and those near in time that ask at
 * least two of the same: worth joining. */
i64 asked_times(const struct asking_list *, const struct gathering *,
                i64 actor);
struct join { const struct asking *with; i64 actors; };
struct join_list { struct join *v; size_t n, room; };
void joins_of(struct arena *, const struct asking_list *,
              const struct gathering *, const struct invitee_list *on,
              struct join_list *out);

/* -- store --------------------------------------------------------------- */

enum status gathering_note(struct scope *, struct gathering *) MUST_USE;
enum status gathering_by_key(struct scope *, const char *key,
                             struct gathering *) MUST_USE;
/* All that it says; STALE if version is not the latest. */
enum status gathering_change(struct scope *, const struct gathering *)
	MUST_USE;
enum status gathering_goals(struct scope *, i64 gathering, i64 **goals,
                            size_t *n) MUST_USE;
enum status gathering_goals_set(struct scope *, i64 gathering,
                                const i64 *goals, size_t n) MUST_USE;
/* Latest made first. */
enum status gathering_list(struct scope *, i64 most, struct gathering_list *)
	MUST_USE;

/* In the order they came. */
enum status invitee_list(struct scope *, i64 gathering,
                         struct invitee_list *) MUST_USE;
/* One that was removed comes back as it was. */
enum status invitee_note(struct scope *, i64 gathering,
                         const struct invitee *) MUST_USE;
/* Needs, where they come from, influence; STALE as ever. */
enum status invitee_needs(struct scope *, const struct invitee *) MUST_USE;
enum status invitee_remove(struct scope *, i64 id) MUST_USE;

/* Actors of the gathering's assessment, then of the latest ones there are, then
 * those of the register that are in none: as rows, for candidates_of(). */
enum status candidate_rows(struct scope *, const struct gathering *,
                           struct invitee_list *) MUST_USE;
/* Who is asked by what in the half-year around a day. */
enum status asking_list(struct scope *, i64 day, struct asking_list *)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

/* All that the pages show. */
struct invite {
	struct gathering    g;
	struct invitee_list on, candidates;
	struct asking_list  askings;
};
enum status invite_read(struct req *, struct invite *) MUST_USE;
void        invite_open(struct req *, const struct sentence *head, int page);

/* What the list lacks, as sentences; nothing for an empty list. */
void        lacks_said(struct req *, const struct invite *);
void        askings_said(struct req *, const struct invite *);
const char *why_said(struct req *, const struct invitee *);
const char *needs_said(struct req *, const struct invitee *);
const char *need_say(const struct req *, size_t bit);
const char *when_said(struct req *, const struct gathering *);
const char *invitation_said(struct req *, const struct gathering *);

/* Goals to choose from, by code; those of the gathering are chosen. */
struct option_list;
enum status invite_goals(struct req *, i64 gathering, struct option_list *)
	MUST_USE;

/* Page 3, where forms of its own page are drawn again; what it leads to. */
enum status invite_list_page(struct req *) MUST_USE;
enum status invite_onward(struct req *, const struct invite *) MUST_USE;

extern const struct route *const invite_door_routes, *const invite_who_routes,
	*const invite_list_routes, *const invite_onward_routes;

#endif
