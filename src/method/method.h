/*
 * Models of assurance as data: steps with questions, each answered by one part
 * of a closed list. A model arranges parts and invents none. A published
 * version is never edited; an assessment points at one.
 */
#ifndef METHOD_H
#define METHOD_H

#include "base/arena.h"

struct scope;
struct json_reader;

/* Stored as numbers, and as bits in sets (1 << depth). */
enum depth { DEPTH_QUICK = 1, DEPTH_STANDARD, DEPTH_DEEP };

enum part_kind {
	PART_TEXT = 1, PART_CHOICE, PART_YES_NO_REASON, PART_RELEVANCE,
	PART_FINDINGS, PART_CONFLICTS, PART_POSITIONS, PART_RELATIONS,
	PART_ACTORS, PART_MISSING, PART_RIGHTS, PART_DUTIES, PART_ACTIONS,
	PART_VIEWPOINTS, PART_GATE, PART_CHANGES, PART_OVERALL,
};

/*
 * What else a model asks about a finding: a set of bits, so that a model has
 * these as data too. Stored as numbers: add at the end, never renumber.
 */
enum finding_field {
	FIELD_PLACES    = 1 << 0,       /* where */
	FIELD_TERM      = 1 << 1,       /* short or long term */
	FIELD_CERTAINTY = 1 << 2,
	FIELD_EVIDENCE  = 1 << 3,       /* what it rests on */
	FIELD_CONCERNS  = 1 << 4,       /* the effect, or carrying it out */
	FIELD_TARGETS   = 1 << 5,       /* targets below the goals */
};
enum { FINDING_FIELDS = 6 };

/* One value of a scale, with its definition and a worked example. */
struct scale_value { const char *value, *label_sv, *label_en,
                                *means_sv, *means_en,
                                *example_sv, *example_en; };
struct scale { struct scale_value *v; size_t n, room; };

struct question {
	i64            no;
	const char    *key, *means;
	enum part_kind part;
	const char    *title_sv, *title_en, *help_sv, *help_en,
	              *example_sv, *example_en;
	struct scale   scale;
	const char    *frameworks;      /* words of framework kinds, or "" */
	bool           directness;
	unsigned       depths, needed;  /* sets of 1 << depth */
	bool           per_priority;
	unsigned       fields;          /* set of enum finding_field */
};

struct question_list { struct question *v; size_t n, room; };

struct step {
	i64         no;
	const char *key, *name_sv, *name_en, *headline_sv, *headline_en;
	bool        per_priority;
	struct question_list questions;
};

struct step_list { struct step *v; size_t n, room; };

struct method {
	i64         id;
	const char *key, *code;
	i64         edition;
	const char *title_sv, *title_en, *about_sv, *about_en;
	const char *judged_sv, *judged_en;      /* "prioritering" */
	const char *source, *hash;
	bool        shipped;
	i64         published_at;
	i64         budget[DEPTH_DEEP + 1];     /* most answers per depth */
	bool        budget_per_goal[DEPTH_DEEP + 1];    /* … plus one per
	                                   chosen goal and priority */
	struct step_list steps;
};

struct method_list { struct method *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/*
 * The most answers the model may demand at a depth of so many priorities: to
 * be within budget[depth]. Where the budget is per goal, findings come on top
 * of it; elsewhere they are answers for at most five goals.
 */
enum { GOALS_WITHOUT_BUDGET = 5 };
i64         method_answers(const struct method *, enum depth,
                           i64 priorities);

/* A model has to keep its budget for as many as are counted here; where it
 * covers more, it is another method that is needed. */
enum { PRIORITIES_COUNTED = 6 };

/* What a model may not be published with, in the order it is told. */
enum method_wrong {
	METHOD_FINE = 0,
	METHOD_NO_STEP,                 /* nothing to walk through */
	METHOD_STEP_TWICE,              /* two steps of one key */
	METHOD_HOLE,                    /* {priority} where there is none */
	METHOD_NO_PART,                 /* a part that is not of the list */
	METHOD_SCALE,                   /* values that the part cannot have, or
	                                 * not those it must have */
	METHOD_FRAMEWORKS,              /* goals asked of none, or by a part
	                                 * that asks of none */
	METHOD_ONLY_FINDINGS,           /* path or fields without findings */
	METHOD_NEEDED,                  /* needed where it is not asked */
	METHOD_TWICE,                   /* two of one key or meaning */
	METHOD_WITHOUT,                 /* a title, help or example is blank */
	METHOD_EMPTY_STEP,              /* a step that asks nothing */
	METHOD_BUDGET,                  /* demands more than it says */
	METHOD_NO_FINDINGS,             /* asks for no findings at a depth */
	METHOD_NO_MISSING,              /* never asks who is missing */
};

struct method_flaw {
	enum method_wrong wrong;
	i64         step, question;     /* numbers, 0 the whole */
	enum depth  depth;              /* of a budget; otherwise 0 */
	const char *place;              /* "steps[1].questions[0].scale" */
};
struct method_flaw_list { struct method_flaw *v; size_t n, room; };

void        method_check(struct arena *, const struct method *,
                         struct method_flaw_list *);

/* The most it demands at a depth, for up to PRIORITIES_COUNTED. */
i64         method_demands(const struct method *, enum depth);

/* The most a model of any kind may say that it demands (decisions.md A2). */
i64         budget_most(enum depth);

/* The three ways on from a stopping place, as values of its scale. */
enum gate_way { GATE_GO_ON = 1, GATE_RETHINK, GATE_STOP, GATE_RESUME };
const char *gate_word(enum gate_way);
enum gate_way gate_read(const char *word);      /* 0: none of them */

/*
 * The answers on an effect, as values of the scale of findings. They are always
 * these, so that a mark is the same thing in every model; what a model has of
 * its own is what they mean, with an example. Those it has no words for are
 * told in the program's.
 */
enum { EFFECTS = 8 };
struct effect_value {
	const char *value, *label_sv, *label_en;
	bool        path, plain;        /* asked with a path, without one */
};
extern const struct effect_value effect_values[EFFECTS];
const struct effect_value *effect_value(const char *value);     /* or NULL */

/* Is it answered by a value and a note of its own, by its meaning? */
bool        part_is_answer(enum part_kind);

const char *part_word(enum part_kind);
enum part_kind part_read(const char *word);     /* 0: none of the list */

const char *depth_key(enum depth);

/* The one that is chosen to begin with: the four steps, if they are offered. */
size_t      method_usual(const struct method_list *);

/* "places", "term" …; 0 for a word that is none of them. */
const char *field_word(enum finding_field);
enum finding_field field_named(const char *word);

/* A headline with the name of a priority where it says {priority}. */
const char *headline_for(struct arena *, const char *headline,
                         const char *priority);

/* Questions of the step that are asked at the depth. */
bool        question_asked(const struct question *, enum depth);
bool        question_needed(const struct question *, enum depth);

/* -- read: models as JSON ------------------------------------------------ */

/*
 * From data/methods/. An unknown part, word or member is a complaint with its
 * place, and so is the first flaw of method_check(). A draft may have flaws.
 */
void        method_read_json(struct json_reader *, struct method *);
void        method_read_draft(struct json_reader *, struct method *);

/* The same again: read(write(m)) = m, and the hash is of these bytes. */
char       *method_write_json(struct arena *, const struct method *);
const char *method_hash(struct arena *, const struct method *);

/* How a scale and a budget lie in their columns. False: not what we wrote. */
char       *scale_write(struct arena *, const struct scale *);
bool        scale_read(struct arena *, const char *, struct scale *);
char       *budget_write(struct arena *, const struct method *);
bool        budget_read(struct arena *, const char *, struct method *);

/* -- store --------------------------------------------------------------- */

/* By title, newest edition first; without steps. */
enum status method_list(struct scope *, struct method_list *) MUST_USE;
enum status method_get(struct scope *, i64 id, struct method *) MUST_USE;

/* Without scales, which take longest to read; and the scale of one question. */
enum status method_outline(struct scope *, i64 id, struct method *) MUST_USE;
enum status question_scale(struct scope *, i64 method, const char *question,
                           struct scale *) MUST_USE;
enum status method_by_code(struct scope *, const char *code, i64 edition,
                           i64 *id) MUST_USE;
enum status method_by_key(struct scope *, const char *key, struct method *)
	MUST_USE;
enum status method_note(struct scope *, struct method *, i64 *id) MUST_USE;

/* Copy one shipped model, as JSON, unless this edition is there. */
enum status method_adopt_file(struct scope *, struct bytes json) MUST_USE;

/* The newest published version of each model is offered for new ones. */
enum status method_offered(struct scope *, struct method_list *) MUST_USE;

/* -- web: the models and their questions, readable ----------------------- */

/* Copy the shipped ones that an organisation has not; the web part knows what
 * the binary ships. */
enum status method_adopt(struct scope *) MUST_USE;

struct route;
extern const struct route *const method_routes;

#endif
