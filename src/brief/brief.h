/*
 * What an assessment says to a decision, in the words of its findings: the text
 * block for the official letter, the decision sheet of one page, and the five
 * steps of gender-equal decisions. Everything reads `struct document`.
 *
 * What is drafted here is a proposal: a person may change each sentence, and the
 * finding stays as it is. Consequences and weighings never share a sentence.
 */
#ifndef BRIEF_H
#define BRIEF_H

#include "document/document.h"

/* -- the text block ------------------------------------------------------ */

/* Stored as numbers: add at the end, never renumber. */
enum about {
	ABOUT_PEOPLE = 1, ABOUT_ENVIRONMENT, ABOUT_ECONOMY,
	ABOUT_CHOICES,                  /* what is left to whom to choose */
	ABOUT_UNKNOWN,                  /* gaps, and who has not been asked */
	ABOUT_ANNEX,                    /* where the whole stands */
};

struct block_line {
	i64             no;
	enum about     about;
	const char     *text;           /* one or a few sentences */
	const char     *basis;          /* "F1 F5 K1 A2", or "" */
	const char     *perspective;    /* heading it falls under, or "" */
	bool            by_hand;        /* changed by a person */
	bool            left_out;       /* taken out by a person */
	const char     *drafted;        /* what the draft says now */
	bool            changed;        /* … is other than when it was kept */
};
struct block_lines { struct block_line *v; size_t n, room; };

struct text_block {
	struct block_lines lines;       /* in reading order */
	bool        headed;             /* a heading for each perspective */
	i64         version;            /* 0: nothing is kept yet */
	i64         kept_at;            /* ms, 0 */
	i64         gone;               /* lines whose findings are no more */
};

/*
 * Pure: 8 to 15 lines (fewer when there is less to say) on people, environment
 * and economy together, groups named in the sentence, each resting on findings,
 * conflicts, actions or gaps. The same document gives the same lines.
 */
void textblock_draft(struct arena *, const struct document *, enum language,
                     struct block_lines *);

/* The draft with what people have kept, changed and left out. */
enum status textblock_get(struct scope *, i64 assessment, enum language,
                          struct text_block *) MUST_USE;

/* Its lines as they go into a paper or a paste: without numbers, joined into
 * paragraphs; with headings when it is headed. */
struct paper;
void textblock_write(const struct text_block *, struct paper *, int level);
const char *textblock_plain(struct arena *, const struct text_block *);

/* -- holes: what is missing before anything is sent ---------------------- */

enum hole_kind {
	HOLE_CHILDREN = 1,              /* children affected, not examined */
	HOLE_CONSULTATION,              /* duty to consult without result */
	HOLE_MINORITIES, HOLE_ENVIRONMENT,
	HOLE_MISSING_ACTORS,            /* "vem saknas" unanswered */
	HOLE_UNHANDLED,                 /* a negative finding not handled */
	HOLE_BY_SEX,                    /* figures without sex */
	HOLE_GROUND = 32,               /* above: free */
};

struct hole {
	enum hole_kind kind;
	i64            no;              /* of the finding, or 0 */
	bool           lawful;          /* a duty by law: it warns */
	const char    *task;            /* to the officer, in their list */
	const char    *address;         /* where it is mended */
	const char    *fact;            /* the sentence of fact on paper */
	const char    *reason;          /* the officer's reason, or "" */
	i64            version;         /* of the reason; 0: none yet */
};
struct hole_list { struct hole *v; size_t n, room; };

/* Of one assessment, those of law first. */
enum status holes_read(struct scope *, i64 assessment, enum language,
                       struct hole_list *) MUST_USE;

/* -- the decision sheet -------------------------------------------------- */

/* A13 (sheet.h): each choice of the assessment on one portrait A4, in their
 * order; never a recommendation, matrix or goal number without its name.
 * NOT_FOUND while nobody has made one. */
enum status sheet_paper(struct scope *, i64 assessment, enum language,
                        struct paper **out) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const textblock_routes;
extern const struct route *const sheet_brief_routes;
extern const struct route *const five_steps_routes;
extern const struct route *const five_pass_routes;

#endif
