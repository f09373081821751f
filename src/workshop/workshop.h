/*
 * A workshop: the meeting in which groups answer an assessment's questions. It
 * is planned as an agenda of items, runs by commands of those who lead it, and
 * always ends in a result: what was not reached is named and carried on.
 *
 * What the groups answer is kept here as they gave it (meeting.h). When the
 * meeting closes it becomes findings, actors and actions of the assessment,
 * each with a trace back to the tables and items it comes from (after.h).
 */
#ifndef WORKSHOP_H
#define WORKSHOP_H

#include "assess/assess.h"
#include "base/arena.h"

struct scope;
struct standing;

/* Stored as numbers: add at the end, never renumber. */
enum workshop_state {
	WORKSHOP_PLANNED = 1, WORKSHOP_INVITED, WORKSHOP_RUNNING,
	WORKSHOP_DONE,
	WORKSHOP_PARTLY,        /* delvis genomförd: a normal end */
	WORKSHOP_COMPILED, WORKSHOP_REPORTED,
};

enum workshop_form { FORM_ROOM = 1, FORM_DIGITAL, FORM_BOTH };

/* Silent answers first, then the table's; or the table on one device. */
enum answer_way { WAY_SILENT = 1, WAY_TABLE };

enum item_kind {
	ITEM_ARRIVAL = 1, ITEM_INTRODUCTION,
	ITEM_PROPOSE,           /* ta fram prioriteringar */
	ITEM_RUS,               /* step 1: a priority against the strategy */
	ITEM_GOAL,              /* step 2: a priority and its goals */
	ITEM_MISSING,           /* step 3: actors, and who is missing */
	ITEM_ACTIONS,           /* step 4 */
	ITEM_ASK,               /* the leader's own question */
	ITEM_BREAK, ITEM_SLACK,
	ITEM_CLOSE,             /* what we found, and the evaluation */
};

enum ask_kind { ASK_NONE = 0, ASK_TEXT, ASK_CHOICE, ASK_RANK, ASK_SCALE };

enum item_state {
	ITEM_PLANNED = 1, ITEM_ON, ITEM_DONE,
	ITEM_SKIPPED,           /* not in this meeting, nor in the next */
	ITEM_PARKED,            /* kept for the next meeting */
	ITEM_LEFT,              /* not reached when the meeting ended */
};

struct workshop {
	i64         id;
	const char *key;
	i64         assessment, no;
	const char *assessment_key;
	const char *title;
	i64         day, starts, minutes;       /* starts: minute of the day */
	const char *place;
	enum workshop_form form;
	int         template;                   /* enum plan_template */
	enum answer_way way;
	i64         people;
	unsigned    steps;                      /* 1 << step; 1 << 0 propose */
	const char *code;                       /* NULL when it is closed */
	enum workshop_state state;
	i64         item;                       /* id of what is on; 0 none */
	bool        shown, frozen, keys_off;
	i64         began_at, ended_at;         /* ms; 0 not yet */
	i64         follows;                    /* id; 0 none */
	const char *disposal, *disposal_ref;
	i64         disposal_on, disposed_at, guests_gone_at;
	const char *note;
	i64         made_at, version;
	i64         turn;                       /* counts commands */
};
struct workshop_list { struct workshop *v; size_t n, room; };

struct board { i64 id, no; const char *name; bool retired; };
struct board_list { struct board *v; size_t n, room; };

struct item_goal {
	i64         goal;               /* id */
	enum framework_kind framework;
	const char *code, *title_sv, *title_en, *colour;
};
struct item_goal_list { struct item_goal *v; size_t n, room; };

struct item {
	i64            id, no, position;
	enum item_kind kind;
	const char    *title;
	i64            minutes;         /* planned */
	i64            priority, priority_no, wording;  /* ids; 0 none */
	const char    *priority_title;
	enum ask_kind  ask;
	struct text_list options;       /* of a choice or ranking */
	i64            worth;
	unsigned       reasons;
	enum item_state state;
	i64            began_at;        /* ms, while it is on; else 0 */
	i64            spent_ms;        /* before began_at */
	i64            version;
	struct item_goal_list goals;
};
struct item_list { struct item *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

bool workshop_may_become(enum workshop_state from, enum workshop_state to);
bool workshop_is_over(enum workshop_state);     /* DONE and after */
bool item_is_asked(enum item_kind);     /* participants answer something */
bool item_is_open(enum item_state);     /* still waits: planned or on */
i64  item_spent(const struct item *, i64 now);          /* ms in all */
/* The same when it is left: over 0 if it has been on at all. */
i64  item_spent_in_all(const struct item *, i64 now);

/* -- workshop_store ------------------------------------------------------ */

/* For the hall: /w/:workshop, by membership, or let in to its assessment. */
enum status workshop_find(struct scope *, const char *key,
                          struct standing *) MUST_USE;

enum status workshop_get(struct scope *, i64 id, struct workshop *) MUST_USE;
enum status workshop_by_no(struct scope *, i64 assessment, i64 no,
                           struct workshop *) MUST_USE;
/* Newest day first. `assessment` 0: all of the organisation, at most `most`. */
enum status workshop_list(struct scope *, i64 assessment, i64 most,
                          struct workshop_list *) MUST_USE;

/* Gives key, no and code; with so many boards, named by the word and a number.
 * DENIED once the assessment is final. */
enum status workshop_note(struct scope *, struct workshop *, i64 boards,
                          const char *board_word, i64 *id) MUST_USE;
/* What is planned: title, day, times, place, form, way, people, steps, note,
 * disposal, keys_off. STALE if the version is not the latest. */
enum status workshop_change(struct scope *, const struct workshop *)
	MUST_USE;
enum status workshop_become(struct scope *, i64 id, enum workshop_state)
	MUST_USE;
enum status workshop_new_code(struct scope *, i64 id) MUST_USE;
enum status workshop_counter(struct scope *, i64 workshop, const char *kind,
                             i64 *no) MUST_USE;

/* One that may be retired. */
enum status board_get(struct scope *, i64 workshop, i64 no, struct board *)
	MUST_USE;
/* Retired boards are left out, unless they have answered. */
enum status board_list(struct scope *, i64 workshop, struct board_list *)
	MUST_USE;
enum status board_note(struct scope *, i64 workshop, const char *name,
                       i64 *id) MUST_USE;
enum status board_rename(struct scope *, i64 workshop, i64 no,
                         const char *name, bool retired) MUST_USE;

/* -- item_store ---------------------------------------------------------- */

/* In order, with goals. */
enum status item_list(struct scope *, i64 workshop, struct item_list *)
	MUST_USE;
enum status item_get(struct scope *, i64 workshop, i64 no, struct item *)
	MUST_USE;
enum status item_by_id(struct scope *, i64 id, struct item *) MUST_USE;
/* Gives no, and the last position unless one is set. */
enum status item_note(struct scope *, i64 workshop, struct item *, i64 *id)
	MUST_USE;
/* Title, minutes, options. STALE if the version is not the latest. */
enum status item_change(struct scope *, const struct item *) MUST_USE;
enum status item_move(struct scope *, i64 workshop, i64 no, i64 position)
	MUST_USE;
/* Replaces every item that nobody has answered yet and that is not over. */
enum status items_replace(struct scope *, i64 workshop,
                          const struct item_list *) MUST_USE;
/* DENIED once somebody has answered it or it has been taken up. */
enum status item_remove(struct scope *, i64 workshop, i64 no) MUST_USE;
/* Spent minutes of finished items of a kind, newest meetings first, for the
 * next plan; at most `most`. */
struct spent { enum item_kind kind; i64 ms; i64 goals; };
struct spent_list { struct spent *v; size_t n, room; };
enum status spent_list(struct scope *, i64 most, struct spent_list *)
	MUST_USE;

/* -- run_store: commands while it runs ----------------------------------- */

/*
 * A command of somebody who leads. Two who lead press at once: `turn` is the
 * turn the page was drawn from, and the second gets STALE. Each adds the time
 * the item was on, counts the turn and signals both topics.
 */
enum run_command {
	RUN_START = 1,          /* the first item; the code is open */
	RUN_NEXT, RUN_BACK,     /* what is on is done / is taken up again */
	RUN_MORE,               /* five minutes more for what is on */
	RUN_SKIP, RUN_PARK,     /* what is on goes; the next one begins */
	RUN_SHOW, RUN_HIDE,     /* answers on the screen */
	RUN_FREEZE, RUN_THAW,   /* answers cannot be changed */
	RUN_TAKE_UP,            /* item_no: parked or later, now */
	RUN_ASK,                /* item_no: a question just written, now */
};
enum status run_command(struct scope *, i64 workshop, i64 turn,
                        enum run_command, i64 item_no) MUST_USE;
/* What every command begins and ends with: the turn, and who is told. */
enum status run_turn(struct scope *, i64 workshop, i64 turn) MUST_USE;
enum status run_tell(struct scope *, i64 workshop) MUST_USE;
/* Shorter items and less slack, as plan_pace() proposed: minutes by no, or
 * REPACE_PARK for one that waits and shall be kept for the next meeting. */
enum { REPACE_PARK = -1 };
struct repace { i64 no, minutes; };
enum status run_repace(struct scope *, i64 workshop, i64 turn,
                       const struct repace *, size_t n) MUST_USE;

/* Topics of its streams: what phones follow, and what shows the answers. */
const char *topic_round(struct arena *, i64 workshop);
const char *topic_tally(struct arena *, i64 workshop);

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;

extern const struct route *const workshop_routes;       /* list, new, facts */
extern const struct route *const plan_routes;           /* agenda */
extern const struct route *const invite_routes;         /* who comes */
extern const struct route *const sheet_routes;          /* papers, entry */
extern const struct route *const join_routes;           /* the way in */
extern const struct route *const guest_routes;          /* phones */
extern const struct route *const guest_way_routes;      /* … moving about */
extern const struct route *const table_routes;          /* table's device */
extern const struct route *const idea_routes;           /* proposals */
extern const struct route *const lead_routes;           /* the leader's view */
extern const struct route *const screen_routes;         /* the projector */
extern const struct route *const merge_routes;          /* the room's answer */
extern const struct route *const merge_idea_routes;     /* … of proposals */
extern const struct route *const close_routes;          /* the end */
extern const struct route *const back_routes;           /* the way back */
extern const struct route *const report_back_routes;
extern const struct route *const slides_routes;         /* for the room */
extern const struct route *const receipt_routes;        /* … on the phone */

#endif
