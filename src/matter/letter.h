/*
 * The official letter (tjänsteskrivelse) of a matter: the officer's proposal
 * to the body whose turn it is, under the headings of the organisation. What
 * follows from a decision and how it was weighed are two sections (BR-23).
 * The list of papers, what is missing and where the whole assessment stands
 * are never typed: they are written by what is so.
 *
 * A letter is made ready with its papers in one step, and kept byte for byte.
 * A later one is a new paper beside it (domain.md 9.1; D-02, D-03, D-10, D-11).
 */
#ifndef LETTER_H
#define LETTER_H

#include "brief/brief.h"
#include "matter/matter.h"
#include "matter/template.h"

/* -- nouns; stored as numbers: add at the end, never renumber ------------ */

enum letter_part {
	LETTER_PROPOSAL = 1,            /* each line a point */
	LETTER_SUMMARY,
	LETTER_BACKGROUND,
	LETTER_RESULT,
	LETTER_CONSEQUENCES,            /* from the assessments' text blocks */
	LETTER_ECONOMY,
	LETTER_WEIGHING,                /* … the choices in them */
	LETTER_DIALOGUE,                /* samråd, facklig samverkan */
	LETTER_PAPERS,                  /* never typed */
	LETTER_DISPATCH,                /* each line a receiver */
	LETTER_OWN = 32,                /* from here on the organisation's */
};

enum need { NEED_NOT = 1, NEED_ALWAYS, NEED_IF_LONG };

struct heading {
	i64         no;                 /* enum letter_part */
	i64         place;
	const char *text;
	const char *hint;               /* "": the shipped one */
	enum need   need;
	bool        by_perspective;     /* of the consequences: headings */
	bool        retired;
	i64         version;            /* 0: shipped, nothing is stored */
};
struct heading_list { struct heading *v; size_t n, room; };

struct section {
	struct heading heading;
	const char    *text;            /* as the letter has it */
	const char    *taken, *now;     /* the text block then and now */
	i64            version;         /* 0: nobody has saved it */
	struct written_lines lines;     /* as they go on paper */
};
struct section_list { struct section *v; size_t n, room; };

/* What is missing in one of the matter's assessments. */
struct letter_hole {
	i64         assessment;
	const char *key, *title;
	struct hole hole;
	bool        typed;              /* just now, and not stored yet */
};
struct letter_hole_list { struct letter_hole *v; size_t n, room; };

/* A paper that goes with it: kept already, or to be made with the letter. */
struct enclosure {
	i64            no;              /* 0: to be made */
	enum paper_use use;
	i64            assessment;
	const char    *key;             /* … its, or "" */
	const char    *title;
	i64            dated_on;
};
struct enclosure_list { struct enclosure *v; size_t n, room; };

struct letter {
	struct matter           matter;
	const char             *org;
	const char             *wording;        /* "RS beslutar att", or "" */
	const char             *receiver;       /* the body, or "" */
	i64                     dated_on;       /* day */
	struct section_list     sections;
	struct section_list     unused; /* typed under a heading that went */
	struct letter_hole_list holes;  /* open or answered */
	struct enclosure_list   enclosures;
	struct linked_list      linked;
	struct text_list        placeholders;   /* of the template in use */
	bool                    own_template;
};

/* -- rules (letter_rules.c, point_rules.c) ------------------------------- */

/* Lines of a section: "# " a heading, "- " an item; of a proposal points,
 * without "att" and numbers before them. */
void letter_lines(struct arena *, i64 part, const char *text,
                  struct written_lines *);

/* A point is an act: it begins with a verb as it stands after "att". */
enum point_flaw {
	POINT_NO_VERB = 1 << 0,
	POINT_SEVERAL = 1 << 1,         /* more acts than one */
	POINT_LEANS   = 1 << 2,         /* on what stands elsewhere */
};
unsigned point_flaws(struct arena *, const char *point);

/* Longer than about eight lines, so that a summary is wanted. */
bool letter_is_long(const struct letter *);

enum letter_flaw {
	LETTER_EMPTY = 1,               /* a heading that is demanded */
	LETTER_NO_SUMMARY,
	LETTER_NO_REGISTRY,             /* nor the reason for none (BR-19) */
	LETTER_HOLE_UNSAID,             /* a duty by law, no reason given */
	LETTER_NO_CHAIN,
	LETTER_POINT_FLAW,
	LETTER_BLOCK_CHANGED,           /* since it was taken in */
	LETTER_HOLE_REMARK,             /* any other hole */
	LETTER_PLACEHOLDER,             /* that nothing fills */
	LETTER_NO_PLACE,                /* for what is missing by law */
};
struct letter_lack {
	enum letter_flaw          kind;
	bool                      blocks;       /* law or the set demands it */
	i64                       part;         /* of the section, or 0 */
	i64                       no;           /* of the point, or 0 */
	unsigned                  flaws;        /* of the point */
	const char               *text;         /* heading, placeholder … */
	const struct letter_hole *hole;
};
struct letter_lack_list { struct letter_lack *v; size_t n, room; };
void letter_lacks(struct arena *, const struct letter *,
                  struct letter_lack_list *);
bool letter_may_go(const struct letter_lack_list *);

/* Begins as the text block, and is it until somebody saves it. */
bool letter_from_block(i64 part);
/* What of a text block goes into that part, as its text: weighings are apart
 * from consequences (BR-23). Headings when `headed`. */
const char *letter_block(struct arena *, const struct text_block *, i64 part,
                         bool headed);

/* -- the set of headings (letter_set.c) ---------------------------------- */

enum { LETTER_SETS = 2 };
/* `which` 1: after the order regions use; 2: consequences by perspective. */
void letter_set_shipped(struct arena *, int which, struct heading_list *);
const struct sentence *letter_set_hint(i64 part);
const struct sentence *letter_set_name(int which);

/* Those in use, in order; and all, also retired ones, last. */
enum status letter_headings(struct scope *, bool retired,
                            struct heading_list *) MUST_USE;

/* -- store --------------------------------------------------------------- */

enum status heading_rows(struct scope *, struct heading_list *) MUST_USE;
/* STALE by its version; 0 inserts it. */
enum status heading_keep(struct scope *, const struct heading *) MUST_USE;

struct letter_text {
	i64         part;
	const char *text, *taken;
	i64         version;
};
struct letter_text_list { struct letter_text *v; size_t n, room; };
enum status letter_text_list(struct scope *, i64 matter,
                             struct letter_text_list *) MUST_USE;
enum status letter_text_keep(struct scope *, i64 matter,
                             const struct letter_text *) MUST_USE;

struct letter_template {
	i64              id;
	const char      *name;
	struct text_list found;
	i64              at;
};
/* The one in use: NOT_FOUND when there is none. */
enum status letter_template_get(struct scope *, struct letter_template *)
	MUST_USE;
enum status letter_template_bytes(struct scope *, struct bytes *) MUST_USE;
/* In the place of the one before it, which is kept. */
enum status letter_template_note(struct scope *,
                                 const struct template_report *,
                                 const char *name) MUST_USE;
enum status letter_template_retire(struct scope *) MUST_USE;

/* -- the letter as one value (letter_compose.c) -------------------------- */

enum status letter_read(struct scope *, i64 matter, i64 dated_on,
                        const char *org, struct letter *) MUST_USE;
/* Lines of all sections, from their texts, holes and enclosures; again after
 * something in the letter was changed. */
void letter_write_lines(struct arena *, struct letter *);

/* letter_paper.c: as a neutral paper, and as values for a template. A draft
 * says so. */
struct paper *letter_paper(struct arena *, const struct letter *, bool draft);
void letter_fills(struct arena *, const struct letter *, struct fill_list *);
/* The names a template may use, without values. */
void letter_names(struct arena *, const struct heading_list *,
                  struct fill_list *);

/* -- web ----------------------------------------------------------------- */

extern const struct route *const letter_routes, *const letter_send_routes,
                          *const letter_set_routes;

/* The list of what is left to do, beside the letter. */
void letter_to_do(struct req *, const struct letter_lack_list *);

#endif
