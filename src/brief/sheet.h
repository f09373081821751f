/*
 * The decision sheet: one choice on one portrait A4 (decisions.md A13). The
 * choice as a question, its ways with doing nothing always first, who thinks
 * otherwise, what changed, three questions to ask, what is not known, and what
 * a law demands that has not been done. It never recommends.
 *
 * A draft is a proposal that a person changes; it may be changed after the
 * assessment has ended, since it prepares a decision and judges nothing. Who
 * disagrees is a group: a person is never named with an opinion.
 */
#ifndef SHEET_H
#define SHEET_H

#include "brief/brief.h"

/* Its form takes so many ways (doing nothing and eight more), and so many
 * characters in a field and in a list. */
enum { CHOICE_WAYS = 9, CHOICE_LINE = 200, CHOICE_TEXT = 4000 };

/* Columns of its table, in per mille of the page. */
extern const int sheet_columns[5];

struct choice_way {
	const char     *title, *people, *place, *money;
	enum reversible reversible;
	const char     *note;           /* on that it can be changed */
};
struct choice_way_list { struct choice_way *v; size_t n, room; };

struct choice {
	i64         id, no;
	i64         conflict_no, position_no;   /* drafted from; 0 */
	const char *question, *body;            /* … who decides */
	i64         decided_on;                 /* day */
	struct choice_way_list ways;            /* the first: nothing new */
	const char *voices, *changes, *asks, *unknown;  /* one a line */
	i64         at, version;
};
struct choice_list { struct choice *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

/*
 * Out of a conflict (K), a position (V), or with neither the whole. The same
 * document gives the same draft. It is whole, as far as the form takes: the
 * page cuts, and says what. False if there is no conflict or position of that
 * number.
 */
bool choice_draft(struct arena *, const struct document *, i64 conflict_no,
                  i64 position_no, enum language, struct choice *);

enum choice_flaw {
	CHOICE_NO_QUESTION = 1 << 0,
	CHOICE_NO_NOTHING  = 1 << 1,    /* what doing nothing means */
	CHOICE_NO_WAY      = 1 << 2,    /* only doing nothing: no choice */
	CHOICE_NO_GROUP    = 1 << 3,    /* a voice of nobody */
	CHOICE_ASKS        = 1 << 4,    /* more than three questions */
};
unsigned choice_flaws(struct arena *, const struct choice *);

/* "Grupp A: ”Två år räcker.”" in its two parts; who is "" without a colon. */
struct voice { const char *who, *says; };
struct voice voice_read(struct arena *, const char *line);

/* What a sheet says, in the lists it is cut from. */
struct sheet_says {
	const char     *question, *body;
	struct choice_way_list ways;
	struct text_list voices, changes, asks, unknown;
	struct text_list facts;         /* of law; never left out */
};
/* What did not fit, by kind. */
struct sheet_left { i64 ways, voices, changes, unknown, shortened; };

void sheet_gather(struct arena *, const struct choice *,
                  const struct hole_list *, struct sheet_says *);

/*
 * Cuts it to what one page in large type holds: the last of the longest list
 * first, then texts are shortened at a word, and an alternative goes last. To
 * do nothing is never left out, nor what a law demands. Reckoned from letters,
 * on the safe side.
 */
void sheet_fit(struct arena *, struct sheet_says *, struct sheet_left *);

/* Each choice on a page of its own. `d` says what they rest on; *left is what
 * did not fit of the last, or NULL. */
struct paper *sheet_compose(struct arena *, const struct document *,
                            const struct choice_list *,
                            const struct hole_list *, enum language,
                            struct sheet_left *left);

/* -- store --------------------------------------------------------------- */

enum status choice_list(struct scope *, i64 assessment, struct choice_list *)
	MUST_USE;
enum status choice_get(struct scope *, i64 assessment, i64 no,
                       struct choice *) MUST_USE;
/* Gives a number. */
enum status choice_note(struct scope *, i64 assessment, struct choice *)
	MUST_USE;
enum status choice_change(struct scope *, i64 assessment,
                          const struct choice *) MUST_USE;
enum status choice_remove(struct scope *, i64 assessment, i64 no,
                          bool removed) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;

/* The form's fields, and what was typed in them. */
void ask_choice(struct req *, const struct choice *);
void read_choice(struct req *, struct choice *);

#endif
