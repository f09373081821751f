/*
 * What an assessment says to a decision, in the words of its findings: the text
 * block for the official letter, the decision sheet of one page, and the five
 * steps of gender-equal decisions. Everything reads `struct document`.
 *
 * What is drafted here is a proposal: a person may change each sentence, and
 * the finding stays as it is. Consequences and weighings never share one.
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

/* In the order in which they stand when the organisation's template wants a
 * heading for each. A line stands under one of them, a fact is said once. */
enum perspective {
	BY_CHILDREN = 1, BY_EQUALITY, BY_ENVIRONMENT_CLIMATE, BY_ECONOMY,
	BY_SUSTAINABILITY,              /* all else of what follows */
	BY_CHOICES, BY_UNKNOWN,
};

struct block_line {
	i64              no;            /* its place, from 1 */
	const char      *key;           /* stays with it: "F3", "own2" */
	enum about       about;
	enum perspective under;
	const char      *text;          /* one or a few sentences */
	const char      *basis;         /* "F1 F5 K1 A2", or "" */
	const char      *perspective;   /* heading it falls under, or "" */
	bool             by_hand;       /* changed by a person */
	bool             own;           /* … or added by one */
	bool             left_out;      /* taken out by a person */
	bool             fills;         /* says why a heading is empty: goes
	                                 * with the findings, never changed */
	const char      *drafted;       /* what the draft says now; "" none */
	const char      *was_drafted;   /* … and said when it was kept */
	bool             changed;       /* the two differ */
	i64              version;       /* of what is kept; 0: nothing is */
};
struct block_lines { struct block_line *v; size_t n, room; };

struct text_block {
	enum language language;
	struct block_lines lines;       /* in reading order */
	bool        headed;             /* a heading for each perspective */
	i64         version;            /* of that; 0: nobody has chosen */
	i64         kept_at;            /* latest change by a person, or 0 */
	i64         gone;               /* lines whose findings are no more */
	i64         used_at;            /* latest use, or 0 */
	struct text_list new_since, gone_since;         /* … and since then */
};

/*
 * Pure: at most 15 lines (fewer when there is less to say) on people,
 * environment and economy together, groups named in the sentence, each resting
 * on findings, conflicts, actions or gaps. The same document gives the same
 * lines. Besides numbers a basis may be "who" (actors), "matrix" or "annex".
 */
enum { LINES_MOST = 15 };
void textblock_draft(struct arena *, const struct document *, enum language,
                     struct block_lines *);

/* Pure: the draft with what people have kept (key, about, text, was_drafted,
 * basis, by_hand, left_out, own, version). */
void textblock_merge(struct arena *, const struct block_lines *draft,
                     const struct block_lines *kept, struct text_block *);

/* Pure: in the order of the perspectives; one without a line gets the true
 * sentence: tried without effect, more knowledge needed, or not judged. */
void textblock_by_perspective(struct arena *, const struct document *,
                              struct text_block *);

/* Pure: the lines that are new, and those that are gone, since `then`. */
void textblock_since(struct arena *, const char *then, struct text_block *);

/* A line as a use keeps it: on one line, however it is broken. */
const char *textblock_flat(struct arena *, const char *text);

/* The draft with what people have kept, changed and left out. */
enum status textblock_of(struct scope *, i64 assessment,
                         const struct document *, enum language,
                         struct text_block *) MUST_USE;

/* The same where the document is not at hand. */
enum status textblock_get(struct scope *, i64 assessment, enum language,
                          struct text_block *) MUST_USE;

/* Each of these is STALE if somebody was before, by its version. A line is
 * kept as it is handed in; one of one's own with key "" gets a key. */
enum status textblock_keep(struct scope *, i64 assessment, enum language,
                           struct block_line *) MUST_USE;
enum status textblock_head(struct scope *, i64 assessment, bool headed,
                           i64 version) MUST_USE;
/* Stamps it as taken into use, as it reads now. */
enum status textblock_use(struct scope *, i64 assessment,
                          const struct text_block *) MUST_USE;

/* Its lines as they go into a paper or a paste: without numbers, joined into
 * paragraphs; with headings when it is headed. */
struct paper;
void textblock_write(const struct text_block *, struct paper *, int level);
const char *textblock_plain(struct arena *, const struct text_block *);

/* -- holes: what is missing before anything is sent ---------------------- */

/* Stored as numbers: add at the end, never renumber. */
enum hole_kind {
	HOLE_CHILDREN = 1,              /* children affected, not examined */
	HOLE_CONSULTATION,              /* duty to consult without result */
	HOLE_MINORITIES, HOLE_ENVIRONMENT,
	HOLE_MISSING_ACTORS,            /* "vem saknas" unanswered */
	HOLE_UNHANDLED,                 /* a negative finding not handled */
	HOLE_BY_SEX,                    /* figures without sex */
};

/* What the officer says. "Not needed" is an answer: each duty has its
 * exceptions (decisions.md A7). */
enum hole_answer { HOLE_UNSAID = 0, HOLE_DONE, HOLE_NOT_NEEDED,
                   HOLE_NOT_DONE };

struct hole {
	enum hole_kind   kind;
	i64              no;            /* of the finding, or 0 */
	bool             lawful;        /* a duty by law: it warns */
	const char      *task;          /* to the officer, in their list */
	const char      *why;           /* what it comes from: "F4, F9" */
	const char      *address;       /* where it is mended */
	const char      *fact;          /* the sentence of fact on paper */
	enum hole_answer answer;
	const char      *reason;        /* the officer's reason, or "" */
	bool             recorded;      /* a duty's own record says it; it is
	                                 * changed there */
	i64              version;       /* of the reason; 0: none yet */
};
struct hole_list { struct hole *v; size_t n, room; };

/* Nothing said, or said not to be done: it stays a hole on paper. */
bool hole_is_open(const struct hole *);

/*
 * Pure: what is missing or has been said, those of law first. `said` holds
 * kind, no, answer, reason and version. Addresses begin with /a/KEY.
 */
void holes_find(struct arena *, const struct document *,
                const struct hole_list *said, enum language,
                struct hole_list *);

/* Of one assessment. Also those that are answered (hole_is_open() says which
 * are not): their fact says how. Duties are read as they stand now, after the
 * end too. */
enum status holes_read(struct scope *, i64 assessment,
                       const struct document *, enum language,
                       struct hole_list *) MUST_USE;

/* As it stands on paper: the fact, with the officer's reason. */
const char *hole_told(struct arena *, const struct hole *);

/* Keeps answer and reason; STALE if somebody was before. */
enum status hole_keep(struct scope *, i64 assessment, const struct hole *)
	MUST_USE;

/* -- the decision sheet -------------------------------------------------- */

/* A13 (sheet.h): each choice of the assessment on one portrait A4, in their
 * order; never a recommendation, matrix or goal number without its name.
 * NOT_FOUND while nobody has made one. */
enum status sheet_paper(struct scope *, i64 assessment, enum language,
                        struct paper **out) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const textblock_routes, *const text_line_routes;
extern const struct route *const hole_routes;
extern const struct route *const sheet_brief_routes;
extern const struct route *const five_steps_routes;
extern const struct route *const five_pass_routes;

#endif
