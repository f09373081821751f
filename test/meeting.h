/*
 * A whole meeting from a seed, through the door: six tables of eight phones,
 * devices at some of the tables, two who lead. Beside it stands a model of what
 * was acknowledged, which knows nothing of the program's rows; the two are
 * compared as text, all along and at the end.
 *
 * Every sentence anybody writes has a number that no other has ("ord_17_"), so
 * that a page served to somebody can be searched for what it may not say.
 */
#ifndef MEETING_PLAY_H
#define MEETING_PLAY_H

#include <stdlib.h>

#include "trial.h"
#include "workshop/after.h"

enum { BOARDS = 6, SEATS = 8, PHONES = BOARDS * SEATS, DEVICES = 4,
       PLAYERS = PHONES + DEVICES, LEADERS = 2, POINTS = 16, GOALS = 4,
       NOBODY = -1, ROOM = -1 };

/* What a sentence is, and of what it speaks. */
enum word_kind { WORD_REPLY, WORD_TABLE, WORD_IDEA, WORD_VERDICT };
struct word {
	enum word_kind kind;
	int            player;          /* NOBODY: a table's, or a leader's */
	int            board, point;
	unsigned       goals;           /* 1 << goal */
};

/* An item of the agenda, as those in the room know it. */
struct point {
	i64             id, no;         /* ids only to compare */
	enum item_kind  kind;
	enum ask_kind   ask;
	i64             goal[GOALS];
	const char     *code[GOALS];
	int             goals, options;
	i64             priority_no;
	enum item_state state;
	bool            was_on;
};

/* value NULL: has not answered. */
struct said { const char *value, *text; int board; };
struct table_said {
	const char *value, *plus, *minus, *other, *rationale, *dissent;
	i64         version;
};
struct ruled {
	enum verdict_kind kind;         /* 0: not yet */
	struct table_said words;
	i64               version;
};
struct proposal { int point, player, board; const char *text; bool missing; };
struct proposal_list { struct proposal *v; size_t n, room; };

/* A phone, or a table's device: what it holds is what it was shown last. */
struct player {
	const char *cookie, *csrf;
	const char *key;                /* of its link; NULL: not here yet */
	int         board;
	bool        device, elected, authority, left;
	const char *organisation;
	i64         due;                /* its own clock, ms */
	int         at, goal;           /* question it holds, or NOBODY */
	i64         version;            /* … of a table's form */
	const char *form;               /* … and the form's key */
	const char *last, *where;       /* sent last, and where that led */
	const char *last_to;
};

struct play {
	struct trial   t;
	struct arena  *mem;             /* of the whole meeting */
	struct arena  *page;            /* of one visit */
	i64            seed;
	uint64_t       dice;
	i64            began, jump;     /* of the clock */

	struct { const char *cookie, *csrf; i64 person; } leader[LEADERS];
	struct player  player[PLAYERS];
	i64            id;              /* of the workshop */
	const char    *key, *code, *screen;
	i64            board_id[BOARDS];

	/* The model. */
	struct point   point[POINTS];
	int            points, order[POINTS], on;
	bool           shown, frozen, over, compiled, partly;
	i64            turn;
	struct said    said[PLAYERS][POINTS][GOALS];
	struct table_said table[BOARDS][POINTS][GOALS];
	struct ruled   ruled[POINTS][GOALS];
	struct proposal_list proposals;
	bool           thought[PLAYERS];        /* of the meeting itself */
	struct { struct word *v; size_t n, room; } words;
	i64            acts, clashes, lost_races;
};

/* Says the seed of what does not hold. */
#define MUST(play, is)                                                  \
	((is) ? (void)0 : play_fails((play), #is, __FILE__, __LINE__))
#define MUST_TEXT(play, a, b)                                           \
	play_same((play), (a), (b), #a, __FILE__, __LINE__)
#define MUST_CODE(play, req, code)                                      \
	play_code((play), (req), (code), __FILE__, __LINE__)
void play_fails(const struct play *, const char *, const char *file,
                int line) __attribute__((noreturn));
void play_same(const struct play *, const char *, const char *,
               const char *what, const char *file, int line);
void play_code(const struct play *, const struct req *, int code,
               const char *file, int line);

/* -- meeting_dice.c: chance, texts --------------------------------------- */

int         roll(struct play *, int below);
bool        chance(struct play *, int percent);
const char *form_key(struct play *);
const char *new_word(struct play *, struct word);
const char *sorted(struct arena *, struct text_list *);
const char *field_of(struct play *, const char *page, const char *action,
                     const char *name);

/* -- meeting_model.c ----------------------------------------------------- */

bool   model_obeys(struct play *, enum run_command, int point);
bool   model_shown(const struct play *, int point);
bool   asks_alone(const struct point *);
bool   point_has_ideas(const struct point *);
bool   point_has_path(const struct point *);
int    questions(const struct point *);
bool   model_may_see(const struct play *, int player, const struct word *);
bool   model_answered(const struct play *, int player, int point,
                      unsigned goals);
/* The end: states of items; is anything left? */
bool   model_ends(struct play *);
bool   model_lacks(const struct play *, int point, int goal);

/* What it shall come to, and what it came to: a line for each mark. */
const char *model_findings(struct play *);
const char *stored_findings(struct play *);
const char *model_items(struct play *);
const char *stored_items(struct play *);
const char *stored_verdicts(struct play *);

/* Everything acknowledged is there once; nothing else is. */
void compare(struct play *);
void compare_end(struct play *);
void nobody_is_known(struct play *);

/* -- visits -------------------------------------------------------------- */

/* Who visits next; the clock is theirs and the server's. */
void as_player(struct play *, int);
void as_leader(struct play *, int);
struct req *look(struct play *, int player, const char *path);
struct req *act(struct play *, int player, const char *fields,
                const char *path);
/* No page may say more than its reader may know. NOBODY: leader, screen. */
void silent(struct play *, int player, const char *page);

/* -- meeting_phone.c, meeting_table.c, meeting_lead.c -------------------- */

void joins(struct play *, int player);
void phone_does(struct play *, int player);
void phone_answers(struct play *, int player, int point, int goal);
void phone_says(struct play *, int player, int point, int goal,
                const char *value, const char *text);
void table_does(struct play *, int player);
void table_answers(struct play *, int player, int point, int goal);
/* False if another has written since that version, or they may not. */
bool table_writes(struct play *, int player, int point, int goal, i64 version,
                  struct table_said);
struct table_said a_view(struct play *, int board, int point, int goal,
                         const char *value);
void table_clash(struct play *);
void proposes(struct play *, int player, int point);
void leader_does(struct play *, int leader);
void leaders_race(struct play *);
void leader_writes(struct play *, int leader, int point, int goal,
                   struct ruled, int board);
void press(struct play *, int leader, const char *word, i64 turn, int point);
void leader_closes(struct play *, int leader);

/* -- meeting_play.c ------------------------------------------------------ */

/* Asked by VAGVAL_SEED and VAGVAL_SEEDS. */
i64  seed_first(void);
i64  seeds_wanted(i64 usual);

void play_open(struct play *, i64 seed);
void play_close(struct play *);
void play_whole(struct play *);

/* -- meeting_order.c ----------------------------------------------------- */

/* The seed's answers arrive in an order of their own, some after the end:
 * what the meeting comes to, as text in the arena. */
const char *play_in_order(struct arena *, i64 seed, i64 order);

#endif
