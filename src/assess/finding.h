/*
 * The finding: one sentence on what happens and to whom, made on one wording of
 * one priority, marking any number of goals in any frameworks. "Ingen
 * påverkan" is a mark on a finding of kind looked_at; a knowledge gap is a
 * finding of kind gap; + and − on one goal are two findings.
 */
#ifndef FINDING_H
#define FINDING_H

#include "base/arena.h"
#include "framework/framework.h"
#include "subject/subject.h"

struct scope;
struct relevance_list;

/* Stored as numbers: add at the end, never renumber. */
enum finding_kind { FINDING_EFFECT = 1, FINDING_LOOKED_AT, FINDING_GAP };
enum direction { DIRECTION_NONE = 0, POSITIVE, NEGATIVE };
enum directness { WITHOUT_PATH = 0, DIRECT, INDIRECT };
enum finding_term { TERM_UNSAID = 0, TERM_SHORT, TERM_LONG, TERM_BOTH };
enum certainty { CERTAINTY_UNSAID = 0, CERTAINTY_LOW, CERTAINTY_MIDDLE,
                 CERTAINTY_HIGH };
/* What it concerns: what comes of the thing when it is there, or the way it is
 * carried out (domain.md S2-06). */
enum concerns { CONCERNS_UNSAID = 0, CONCERNS_EFFECT, CONCERNS_DOING,
                CONCERNS_BOTH };
enum finding_source { SOURCE_AGREED = 1, SOURCE_TABLE, SOURCE_GUEST };
enum handling {
	HANDLED_NOT = 0, HANDLED_REMAINS,       /* låt kvarstå, med motiv */
	HANDLED_IN_REPLY,                       /* framförs i yttrandet */
};
enum gap_state { GAP_OPEN = 1, GAP_ANSWERED };

struct mark {
	i64             goal;           /* id */
	const char     *framework, *code;       /* which goal, in words */
	enum direction  direction;
	enum directness directness;
};
struct mark_list { struct mark *v; size_t n, room; };

/* What a finding rests on: a paper of the subject by its key, or words or an
 * address; and where in it. Of a paper that was taken away the name is left. */
struct evidence { const char *paper, *name, *source, *place; };
struct evidence_list { struct evidence *v; size_t n, room; };
enum { EVIDENCE_MOST = 8 };

/* A combination of groups: codes with + between, in register order. */
struct gap {
	const char    *owner, *answer;
	i64            due;
	enum gap_state state;
	i64            version;
};

struct finding {
	i64               id, no;
	i64               priority, priority_no;
	i64               wording, wording_no;
	bool              reworded;     /* made on an older wording */
	enum finding_kind kind;
	const char       *sentence, *brief, *rationale, *places;
	enum finding_term term;
	enum certainty    certainty;
	enum concerns     concerns;
	enum finding_source source;
	const char       *written_by;
	bool              dissent;
	enum handling     handled;
	const char       *handled_why;
	i64               at, version;
	bool              removed;
	bool              traced;       /* comes out of a meeting: its origin */
	struct mark_list  marks;
	struct text_list  groups;       /* combinations: "women+foreign_born" */
	struct evidence_list evidence;
	struct gap        gap;          /* of kind gap */
};
struct finding_list { struct finding *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

enum finding_flaw {
	FINDING_NO_SENTENCE    = 1 << 0,
	FINDING_NO_MARK        = 1 << 1,
	FINDING_MARK_TWICE     = 1 << 2,        /* + and − on one goal */
	FINDING_NO_DIRECTION   = 1 << 3,
	FINDING_NO_DIRECTNESS  = 1 << 4,        /* where the framework has it */
	FINDING_WRONG_KIND     = 1 << 5,        /* none and effect mixed */
	FINDING_NO_RATIONALE   = 1 << 6,        /* negative without motive */
};
/* `paths`: does the framework of marks[i] have directness (all but RUS)? */
unsigned finding_flaws(const struct finding *, const bool *paths);
bool     finding_is_negative(const struct finding *);

/* The five states of a goal for a priority (decisions.md B4.6). */
enum cell_state { CELL_NOT_CHOSEN, CELL_UNJUDGED, CELL_NO_EFFECT, CELL_GAP,
                  CELL_JUDGED };

struct matrix_cell {
	enum cell_state state;
	size_t         *findings;       /* indexes in the list, by number */
	size_t          n;
	bool            dissent;
};
struct matrix {
	size_t goals, priorities;
	const struct goal **goal;       /* rows: chosen or marked, in order */
	struct matrix_cell *cell;       /* [goal * priorities + priority] */
};

/*
 * Findings as goals × priorities. Rows are the goals of `goals` that are chosen
 * or marked for some priority; every goal of a RUS is. Where a cell has an
 * effect it is judged, whatever else it has.
 */
struct matrix matrix_of(struct arena *, const struct goal_list *goals,
                        const struct priority_list *,
                        const struct relevance_list *,
                        const struct finding_list *);
const struct matrix_cell *matrix_at(const struct matrix *, size_t goal,
                                    size_t priority);

/* Counts per kind, side by side: of findings, never of marks, never summed. */
struct finding_counts { i64 positive, negative, none, gap, marks; };
struct finding_counts findings_count(const struct finding_list *);

/* Class and sign of a mark as drawn (design.md 3): "dp" "+" …; and the index
 * in enum paper_mark. */
const char *mark_class(const struct mark *, enum finding_kind);
const char *mark_sign(const struct mark *, enum finding_kind);
int         mark_drawn(const struct mark *, enum finding_kind);

/* -- store --------------------------------------------------------------- */

/* By number, with marks and groups; removed ones are left out. */
enum status finding_list(struct scope *, i64 assessment,
                         struct finding_list *) MUST_USE;
enum status finding_get(struct scope *, i64 assessment, i64 no,
                        struct finding *) MUST_USE;
/* A number is given unless one is set (documents). */
enum status finding_note(struct scope *, i64 assessment, struct finding *,
                         i64 *id) MUST_USE;
enum status finding_change(struct scope *, i64 assessment,
                           const struct finding *) MUST_USE;
enum status finding_remove(struct scope *, i64 assessment, i64 no,
                           bool removed) MUST_USE;
enum status finding_handle(struct scope *, i64 assessment, i64 no,
                           enum handling, const char *why) MUST_USE;
enum status mark_note(struct scope *, i64 assessment, i64 finding,
                      const struct mark *) MUST_USE;
enum status mark_drop(struct scope *, i64 assessment, i64 finding, i64 goal)
	MUST_USE;

/* Living: allowed when final too. */
enum status gap_follow(struct scope *, i64 assessment, i64 finding_no,
                       const struct gap *) MUST_USE;

#endif
