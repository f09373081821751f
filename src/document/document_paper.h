/*
 * The annex being written: what its chapters share. Chapters stand in reading
 * order; what happens and what is chosen are never in the same one.
 */
#ifndef DOCUMENT_PAPER_H
#define DOCUMENT_PAPER_H

#include "assess/figures.h"
#include "document/document.h"
#include "paper/paper.h"
#include "web/say.h"

struct annex {
	struct paper          *p;
	struct arena          *mem;
	const struct document *d;
	enum language          language;
	struct goal_list       goals;   /* of all frameworks, in order */
	struct matrix          matrix;
};

/* What the figures of the chapters are drawn from. */
struct pictured annex_pictured(const struct annex *);

/* A sentence in the paper's language, filled; and what has two titles. */
const char *annex_say(const struct annex *, const struct sentence *,
                      const char *first, const char *second);
const char *annex_title(const struct annex *, const char *sv, const char *en);
const char *annex_day(const struct annex *, i64 day);   /* "" for 0 */
const char *annex_no(const struct annex *, char letter, i64 no);

void annex_heading(const struct annex *, int level, const struct sentence *);
void annex_text(const struct annex *, const struct sentence *);

/* A row of facts, if there is something to say; facts begin with the first. */
void annex_fact(const struct annex *, const struct sentence *label,
                const char *text);

/* The heads of the latest table's columns; ends with NULL. */
void annex_columns(const struct annex *, const struct sentence *const *heads);

/* "a, b" of what is there. */
const char *annex_join(const struct annex *, const char *before,
                       const char *more);

const struct goal *annex_goal(const struct annex *, i64 id);
const char *annex_mark_word(const struct annex *, const struct mark *,
                            enum finding_kind);

/* The square of a goal before a span: its code, in its colour if it is one of
 * Agenda 2030's. */
void annex_tile(const struct annex *, struct span *, const struct goal *);

/* Is a negative finding handled by nothing? And in words, how it is. */
bool        annex_unhandled(const struct annex *, const struct finding *);
const char *annex_handled(const struct annex *, const struct finding *);

/* The value of an answer on the whole; NULL if there is none. */
const struct answer *annex_answer(const struct annex *, const char *means);

/* Answers of a priority (or of the whole: NULL) as facts, if any. */
void annex_answers(const struct annex *, const struct priority *,
                   const struct sentence *heading);

/* A paper about the assessment, named: its organisation, state and time. */
struct annex annex_begin(struct arena *, const struct document *,
                         enum language, const struct sentence *title,
                         const struct sentence *subject);

/* Cells and words of actors and actions. */
void        annex_in_room(const struct annex *, const struct actor_link *);
const char *annex_level(const struct annex *, enum level, bool touched);
const char *annex_source(const struct annex *, const struct action_source *);
const char *annex_action_state(const struct annex *, const struct action *);
/* Who at another organisation accepted it, and on whose word, or that a day is
 * noted and nobody; "" if none. */
const char *annex_accepted(const struct annex *, const struct action *);
const char *annex_purpose(const struct annex *, enum action_purpose);

/* Those that no question of the model asks for, under a heading. */
void annex_other_answers(const struct annex *);

void annex_summary(const struct annex *);
/* Whether it was needed and how deep, if that was settled. */
void annex_screening(const struct annex *);
void annex_background(const struct annex *);
void annex_carried_out(const struct annex *);
void annex_findings(const struct annex *);
void annex_relations(const struct annex *);
void annex_gates(const struct annex *);
void annex_matrix(const struct annex *);
void annex_alternatives(const struct annex *);
void annex_conflicts(const struct annex *);
void annex_positions(const struct annex *);
void annex_actors(const struct annex *);
void annex_duties(const struct annex *);         /* if there are any */

/* The map of actors, if any stands on it; its table follows. */
void annex_actor_map(const struct annex *);
void annex_actions(const struct annex *);
/* Both are left out where there is nothing to say. */
void annex_changes(const struct annex *);
void annex_reviews(const struct annex *);
void annex_gaps(const struct annex *);
void annex_dissent(const struct annex *);

#endif
