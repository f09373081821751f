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

/* One value of a choice, with its definition. */
struct scale_value { const char *value, *label_sv, *label_en,
                                *means_sv, *means_en; };
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

/* -- rules ------------------------------------------------------------------- */

/* Answers the model may demand at a depth, the findings part not counted per
 * goal: to be within budget[depth] (decisions.md A2). */
i64         method_answers(const struct method *, enum depth);

const char *part_word(enum part_kind);
enum part_kind part_read(const char *word);     /* 0: none of the list */

/* From data/methods/: an unknown part is a complaint with its place. */
void        method_read_json(struct json_reader *, struct method *);
const char *method_hash(struct arena *, const struct method *);

/* Questions of the step that are asked at the depth. */
bool        question_asked(const struct question *, enum depth);
bool        question_needed(const struct question *, enum depth);

/* -- store ------------------------------------------------------------------- */

enum status method_list(struct scope *, struct method_list *) MUST_USE;
enum status method_get(struct scope *, i64 id, struct method *) MUST_USE;
enum status method_by_code(struct scope *, const char *code, i64 edition,
                           i64 *id) MUST_USE;
enum status method_by_key(struct scope *, const char *key, struct method *)
	MUST_USE;
enum status method_note(struct scope *, struct method *, i64 *id) MUST_USE;

/* Copy the shipped ones that an organisation has not. */
enum status method_adopt(struct scope *) MUST_USE;

/* The newest published version of each model is offered for new ones. */
enum status method_offered(struct scope *, struct method_list *) MUST_USE;

/* -- web: the models and their questions, readable --------------------------- */

struct route;
extern const struct route *const method_routes;

#endif
