/*
 * The pages of an assessment: the trail at the top, steps drawn from parts.
 * Parts are written in the room that owns their rows; app hands their table to
 * assess as it hands routes to the hall (decisions.md B4.2). Only assess draws
 * step pages; later rooms draw pages of their own under the same trail.
 */
#ifndef VIEW_H
#define VIEW_H

#include "assess/assess.h"
#include "web/page.h"

/* What is assured; of a preview, where nothing is, a thing without a name. */
struct view;
enum status view_subject(struct req *, const struct view *, struct subject *)
	MUST_USE;

/* What keeps it from being finished (blocks), or is only a remark. */
struct lack {
	bool        blocks;
	bool        lawful;             /* a remark that rests on a law */
	int         step;               /* where it is mended, 0 elsewhere */
	const char *text;               /* in the visitor's language */
	const char *address;
};
struct lack_list { struct lack *v; size_t n, room; };

/* A mark that may be added to a finding (suggest.h). */
struct suggestion {
	i64         finding;            /* id */
	struct goal goal;
	struct mark mark;
	const char *why_sv, *why_en;
};
struct suggestion_list { struct suggestion *v; size_t n, room; };

/* What every page of an assessment has at hand. */
struct view {
	struct assessment     a;
	struct method         method;   /* method_outline() */
	struct priority_list  priorities;
	bool                  open;     /* may still be changed */
	const struct step    *step;     /* the one being shown, or NULL */
	const struct priority *priority;        /* … of a step per priority */
	const char           *address;  /* of the step page, to come back to */
	struct answer_list    answers;
	struct framework_list frameworks;       /* used_goals() */
	struct relevance_list relevance;
	struct finding_list   findings;
	struct lack_list      lacks;
	struct suggestion_list suggestions;     /* on pages that show them */
};

/* Reads r->object; `step` 0 for pages that are no step, priority_no 0 for
 * the whole. NOT_FOUND if there is none. */
enum status view_read(struct req *, i64 step, i64 priority_no, struct view *)
	MUST_USE;

/* Only what is asked and answered: no findings, relevance or lacks. For a POST
 * that saves and needs no more. */
enum status view_read_asked(struct req *, i64 step, i64 priority_no,
                            struct view *) MUST_USE;

/* page_open(), the trail, page_main(), what was saved, title in h1 after it. */
enum status view_open(struct req *, struct view *, const char *title)
	MUST_USE;
void        view_close(struct req *);

/* The same with the last station of the trail as the current one. */
enum status view_open_end(struct req *, struct view *, const char *title)
	MUST_USE;

void lack_add(struct req *, struct lack_list *, bool blocks, int step,
              const char *text, const char *address);

/* Where a question of the model stands: a part may be in several steps. */
int         question_step(const struct view *, const struct question *);
const char *question_address(const struct req *, const struct view *,
                             const struct question *, i64 priority_no);
const struct question *question_by_key(const struct view *, const char *);

/* The values it is answered by: as the model has them. */
enum status view_scale(struct req *, const struct view *,
                       const struct question *, struct scale *) MUST_USE;

/* The address of the step (and priority, 0 the whole) that holds a part. */
const char *part_address(const struct req *, const struct view *,
                         enum part_kind, i64 priority_no);
int         part_step_no(const struct view *, enum part_kind);

/*
 * A part draws its question on a step page, saves it when it is an answer of
 * the step's own form (NULL where the part has forms of its own), and says what
 * is lacking over the whole assessment.
 */
struct part {
	enum part_kind kind;
	enum status (*draw)(struct req *, const struct view *,
	                    const struct question *);
	enum status (*save)(struct req *, const struct view *,
	                    const struct question *);
	enum status (*lacking)(struct req *, const struct view *,
	                       const struct question *, struct lack_list *);
	bool always;    /* says what is lacking where no question asks, too:
	                 * the question is NULL then */
};

/* The step's headline and questions, by its parts. */
enum status step_drawn(struct req *, const struct view *) MUST_USE;

/* app's table, ends with kind 0. Set once, before any visit. */
extern const struct part *const *assess_parts;

/*
 * What a later room shows beside a finding (by its number), or beside a goal of
 * the view's priority. app sets it once, as the parts.
 */
typedef enum status beside_fn(struct req *, const struct view *,
                              i64 finding_no, const struct goal *);
extern beside_fn *assess_beside;

/* What a later room says first of an assessment; as above. */
typedef enum status notice_fn(struct req *, const struct view *);
extern notice_fn *assess_notice;

/* Rows of lists, shared with the rooms above. */
void assessment_row(struct req *, const struct assessment *);
void lacks_shown(struct req *, const struct lack_list *, bool blocks);
bool lacks_any(const struct lack_list *, bool blocks);

/* The parts written here, in assess. */
extern const struct part part_text, part_choice, part_yes_no_reason,
	part_relevance, part_findings, part_actors, part_missing,
	part_overall, part_relations, part_gate;

/* One finding in a list: number, sentence, marks; `extra` writes what follows
 * in it (how it is handled), or is NULL. */
void finding_row(struct req *, const struct view *, const struct finding *,
                 const char *handled);
void marks_row(struct req *, const struct view *, const struct finding *,
               bool names);
/* What the version before says of the view's priority: about what a question
 * asks, or (q NULL) about one goal. Nothing if there is none to tell. */
bool        has_before(const struct req *, const struct view *);
enum status findings_before(struct req *, const struct view *,
                            const struct question *, const struct goal *,
                            bool open) MUST_USE;
const struct answer *answer_in(const struct view *, i64 priority,
                               const char *means);      /* or NULL */
const struct goal *goal_of(const struct framework_list *, i64 id);

#endif
