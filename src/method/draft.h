/*
 * A model being made or changed by a process leader: a draft until it is
 * published, and from then on an edition that nobody edits. What was before the
 * last change is kept beside it, so that a change can be taken back; older ones
 * lie among the events. Two editors at once: the second is STALE.
 *
 * Swedish is written; English may be, and where it is blank the Swedish text
 * stands in both when the model is published.
 */
#ifndef DRAFT_H
#define DRAFT_H

#include "method/method.h"

struct req;

struct method_draft {
	i64           id;
	const char   *key;
	struct method model;            /* its code, edition and title too */
	bool          changed;          /* there is something to take back */
	i64           at;
	i64           published;        /* id of the method it became, or 0 */
	bool          removed;
	i64           version;
};
struct method_draft_list { struct method_draft *v; size_t n, room; };

/* -- rules: no database, no web ------------------------------------------ */

/* An empty model to begin from: findings, who is missing, the whole. */
void draft_empty(struct arena *, struct method *);

/* The numbers of steps and questions in their order; after any change. */
void draft_number(struct method *);

/* A key that no other has: "s3", "q12"; and of a scale: "v2". */
const char *step_key_new(struct arena *, const struct method *);
const char *question_key_new(struct arena *, const struct method *);
const char *value_key_new(struct arena *, const struct scale *);

/* Has a question of it that key or that meaning? */
bool question_taken(const struct method *, const char *key);

/* The element at a place goes one up (or down); false at the end. */
bool step_move(struct method *, size_t at, bool up);
bool question_move(struct step *, size_t at, bool up);
void step_drop(struct method *, size_t at);
void question_drop(struct step *, size_t at);

/* A question as its part must have it: the values of a stopping place, the
 * frameworks of findings; what it may not have goes. */
void question_fit(struct arena *, struct question *);

/* Where English is blank it says what the Swedish says; and the other way
 * round, for fields that ask for English only where it is another text. */
void draft_fill_english(struct method *);
const char *english_apart(const char *sv, const char *en);

/* -- store --------------------------------------------------------------- */

/* Those that are neither published nor removed, newest change first. */
enum status draft_list(struct scope *, struct method_draft_list *) MUST_USE;
enum status draft_by_key(struct scope *, const char *key,
                         struct method_draft *) MUST_USE;

/* From a model's texts. One that is shipped becomes another model of the
 * organisation's own; one's own becomes its next edition. */
enum status draft_note(struct scope *, const struct method *from,
                       const char *title, struct method_draft *) MUST_USE;
enum status draft_change(struct scope *, const struct method_draft *)
	MUST_USE;
enum status draft_undo(struct scope *, const struct method_draft *) MUST_USE;
enum status draft_remove(struct scope *, i64 id, bool removed) MUST_USE;

/* INVALID when it has flaws; TAKEN when somebody published this edition. */
enum status draft_publish(struct scope *, struct method_draft *, i64 *method)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

extern const struct route *const draft_routes;
extern const struct route *const draft_step_routes;
extern const struct route *const draft_question_routes;

/* Pages that forms are drawn on again. */
enum status draft_page(struct req *) MUST_USE;
enum status method_list_page(struct req *) MUST_USE;
void        method_reply_json(struct req *, const struct method *);

/* On the page of models: what is being made, and the ways to begin. */
enum status drafts_shown(struct req *, const struct method_list *) MUST_USE;

/* The draft an address names, open to be changed; its step, its question. */
enum status draft_here(struct req *, struct method_draft *) MUST_USE;
struct step *draft_step(struct req *, struct method_draft *);
struct question *draft_question(struct req *, struct step *);
const char *draft_address(const struct req *, const struct method_draft *);

/* Its page opens with where one is; `title` is of the window, NULL on the page
 * of the draft itself. */
void draft_top(struct req *, const struct method_draft *, const char *title);
void draft_budget(struct req *, const struct method *);
void draft_flaws(struct req *, const struct method_draft *);
const char *part_say(const struct req *, enum part_kind);
/* What it calls itself, what is judged and a step, in the reader's language. */
const char *title_say(const struct req *, const struct method_draft *);
const char *judged_say(const struct req *, const struct method_draft *);
const char *step_say(const struct req *, const struct step *);
const struct sentence *depth_sentence(enum depth);

/* A text in Swedish; and in English where it is another, as NAME_en, those of
 * a form together behind one press. */
void ask_swedish(struct req *, const char *name, const char *label,
                 const struct sentence *hint, const char *sv, int rows);
void ask_english(struct req *, const char *name, const char *label,
                 const char *sv, const char *en, int rows);
void english_open(struct req *);
void english_close(struct req *);
void form_both(struct req *, const char *name, size_t most, const char **sv,
               const char **en);

/* The values of a question as its form has them, asked for and read. */
struct scale values_asked(struct req *, const struct question *);
void ask_scale(struct req *, const struct question *, const struct scale *);
void ask_scale_english(struct req *, const struct question *,
                       const struct scale *);
void form_scale(struct req *, struct question *);

#endif
