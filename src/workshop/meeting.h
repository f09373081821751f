/*
 * In the meeting: who takes part, what each answered, what each table and the
 * room made of it.
 *
 * Silence first: nobody sees what others answered before they have answered,
 * and the leader shows it. An answer says nothing of who gave it: `who` can
 * only be made again from the secret in the participant's own link, and is
 * another one in each item (decisions.md A9, B5.5). An elected member who takes
 * part answers only with the table.
 *
 * Not answered, no effect and a knowledge gap are three things. A value is a
 * set of words: "dp in" is both a direct improvement and an indirect harm.
 */
#ifndef MEETING_H
#define MEETING_H

#include "workshop/workshop.h"

enum guest_kind {
	GUEST_PERSON = 1,
	GUEST_TABLE,            /* a table's shared device, and its secretary */
	GUEST_SCREEN,           /* the room's projector */
};

/* In what role they take part; shown only of five or more. */
enum guest_category {
	CATEGORY_UNSAID = 0, CATEGORY_OFFICIAL, CATEGORY_ELECTED,
	CATEGORY_BUSINESS, CATEGORY_CIVIL, CATEGORY_INHABITANT,
	CATEGORY_SAMI, CATEGORY_OTHER,
};
enum { SHOWN_FROM = 5 };

struct guest {
	i64             id, workshop;
	const char     *key;            /* known only where they brought it */
	enum guest_kind kind;
	i64             board;          /* id; 0 none yet */
	i64             board_no;
	const char     *board_name;
	enum guest_category category;
	const char     *organisation;
	bool            authority;      /* of another authority (BR-27) */
	bool            left;
};

/* The words of a goal's scale, in order, and the two beside it. */
enum goal_value {
	VALUE_DN = 1 << 0, VALUE_IN = 1 << 1,   /* direct, indirect negative */
	VALUE_NO = 1 << 2,                      /* no effect */
	VALUE_IP = 1 << 3, VALUE_DP = 1 << 4,
	VALUE_RN = 1 << 5, VALUE_RP = 1 << 6,   /* RUS: without a path */
	VALUE_GAP = 1 << 7,                     /* more knowledge is needed */
};
enum { VALUE_NEGATIVE = VALUE_DN | VALUE_IN | VALUE_RN,
       VALUE_POSITIVE = VALUE_DP | VALUE_IP | VALUE_RP };

struct reply {
	i64         item, goal;         /* ids; goal 0 for none */
	i64         board;              /* id; 0 none */
	enum guest_category category;
	const char *organisation;
	bool        authority;
	const char *value, *text;
	i64         minute, version;
};
struct reply_list { struct reply *v; size_t n, room; };

struct board_reply {
	i64         id, item, goal, board, board_no;
	const char *board_name;
	const char *value;
	const char *plus, *minus, *other;       /* the sentences */
	const char *rationale, *dissent;
	bool        authority, paper;
	i64         minute, version;
};
struct board_reply_list { struct board_reply *v; size_t n, room; };

enum verdict_kind {
	VERDICT_ROOM = 1,       /* the room agreed on one value */
	VERDICT_TABLE,          /* one table's answer stands for all */
	VERDICT_DIVIDED,        /* delade meningar: every table's stands */
};
struct verdict {
	i64         item, goal;
	enum verdict_kind kind;
	i64         board;              /* whose words are kept; 0 none */
	const char *value, *plus, *minus, *other, *rationale;
	i64         at;                 /* when it was written down; ms */
	i64         version;            /* 0: none yet */
};
struct verdict_list { struct verdict *v; size_t n, room; };

struct idea {
	i64         id, no, item;
	i64         board;              /* id; 0 of the room */
	const char *board_name;         /* "" */
	bool        authority;
	bool        own;                /* of the one who asks */
	bool        shared;             /* of a table, or of the room */
	const char *text, *detail;
	enum actor_role role;
	bool        missing;
	i64         finding_no, item_from, goal_from;
	i64         into;               /* id of what it was merged into; 0 */
	bool        chosen, removed;
	i64         minute, version;
};
struct idea_list { struct idea *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* Words to a set; 0 if one is none of the scale, if "no" or "gap" stands with
 * another, or if words of both scales are mixed. */
unsigned    value_read(const char *words, bool path);
const char *value_write(struct arena *, unsigned set);

/* What is wrong with a table's answer before it is stored; bits. */
enum board_reply_flaw {
	BOARD_NO_VALUE  = 1 << 0,
	BOARD_NO_PLUS   = 1 << 1,       /* an improvement without a sentence */
	BOARD_NO_MINUS  = 1 << 2,
	BOARD_NO_OTHER  = 1 << 3,       /* a gap without its question */
};
unsigned board_reply_flaws(const struct board_reply *, bool path);

/* An answer to a free question; false if it is none. Ranks are numbers of all
 * options in order, "3 1 2"; a scale is 1 to 5. */
bool ask_reads(const struct item *, const char *value);

/* Six letters and digits that are not taken for each other, as people type
 * them: case and spaces away. NULL if it cannot be a code. */
const char *code_read(struct arena *, const char *typed);

/* -- guest_store --------------------------------------------------------- */

/* For the hall: /d/:guest, anybody who has the link, signed in or not. */
enum status guest_find(struct scope *, const char *key, struct standing *)
	MUST_USE;
enum status guest_get(struct scope *, i64 id, struct guest *) MUST_USE;
/* The open workshop of a code; NOT_FOUND if there is none. Any organisation:
 * sets the scope's. */
enum status code_find(struct scope *, const char *code, i64 *workshop)
	MUST_USE;
/* Sets g->key, the secret of the link, unless it is given: it is stored
 * nowhere. */
enum status guest_note(struct scope *, struct guest *) MUST_USE;
/* Board, category, organisation; leaving and coming back. */
enum status guest_change(struct scope *, const struct guest *) MUST_USE;
/* Persons there now who answer for themselves (all but elected members), and
 * shared devices, by board id; of board 0 those without. */
struct seated { i64 board, persons, devices; };
struct seated_list { struct seated *v; size_t n, room; };
enum status seated_list(struct scope *, i64 workshop, struct seated_list *)
	MUST_USE;
/* By organisation and category: how many came (W-12). */
struct came { const char *organisation; enum guest_category category;
              bool authority; i64 persons; };
struct came_list { struct came *v; size_t n, room; };
enum status came_list(struct scope *, i64 workshop, struct came_list *)
	MUST_USE;

/* A key that whoever has the secret can make again of the same text. */
const char *guest_key(struct arena *, const char *secret, const char *text);

/* `who` of a guest in an item; "" without the key. */
const char *guest_who(struct arena *, const char *key, i64 item);

/* -- reply_store: all of them signal ------------------------------------- */

/* The latest answer of the same person takes the place of the one before,
 * which goes into the event. DENIED when frozen, or when the workshop has been
 * compiled; late is allowed until then. */
enum status reply_set(struct scope *, const struct guest *,
                      const struct item *, const struct reply *) MUST_USE;
/* Own answers to an item. */
enum status reply_own(struct scope *, const char *who, i64 item,
                      struct reply_list *) MUST_USE;
enum status reply_list(struct scope *, i64 item, struct reply_list *)
	MUST_USE;
/* What those of one organisation wrote, and how many of them answered the most
 * answered item; the sentences only when they are SHOWN_FROM or more. */
enum status reply_of_organisation(struct scope *, i64 workshop,
                                  const char *organisation, i64 *persons,
                                  struct reply_list *) MUST_USE;
/* How many persons have answered all of an item's goals, by board. */
enum status replied_list(struct scope *, const struct item *,
                         struct seated_list *) MUST_USE;

/* version 0: none before; STALE if another has changed it since. */
enum status board_reply_set(struct scope *, i64 workshop,
                            const struct board_reply *) MUST_USE;
enum status board_reply_get(struct scope *, i64 item, i64 goal, i64 board,
                            struct board_reply *) MUST_USE;
/* `item` 0: all of the workshop, by item, goal and board. */
enum status board_reply_list(struct scope *, i64 workshop, i64 item,
                             struct board_reply_list *) MUST_USE;

enum status verdict_set(struct scope *, i64 workshop, const struct verdict *)
	MUST_USE;
enum status verdict_list(struct scope *, i64 workshop, struct verdict_list *)
	MUST_USE;

/* -- idea_store ---------------------------------------------------------- */

/* Not removed ones, in order; `who` "" or one's own for .own. */
enum status idea_list(struct scope *, i64 workshop, i64 item,
                      const char *who, struct idea_list *) MUST_USE;
enum status idea_get(struct scope *, i64 workshop, i64 no, const char *who,
                     struct idea *)
	MUST_USE;
enum status idea_note(struct scope *, i64 workshop, const char *who,
                      struct idea *, i64 *id) MUST_USE;
enum status idea_change(struct scope *, i64 workshop, const struct idea *)
	MUST_USE;
/* `into` 0 takes it out again. */
enum status idea_merge(struct scope *, i64 workshop, i64 no, i64 into_no)
	MUST_USE;
enum status idea_choose(struct scope *, i64 workshop, i64 no, bool chosen)
	MUST_USE;
enum status idea_remove(struct scope *, i64 workshop, i64 no, bool removed)
	MUST_USE;

#endif
