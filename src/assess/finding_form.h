/*
 * The fields of a finding, asked for and read back. Goals are named in fields
 * by framework and code: ids never leave the process.
 */
#ifndef FINDING_FORM_H
#define FINDING_FORM_H

#include "assess/words.h"

/* Does the framework have a path (direct, indirect)? All but a RUS. */
bool        has_path(const struct framework *);

/* "m-agenda2030-8_da": the name of a goal's field. */
const char *goal_field(struct arena *, const char *what,
                       const struct goal *);

/* The answers of a new finding, and how they are read. What they mean is said
 * in the words of `own`, the scale of the question; NULL for the program's. */
void        ask_effect(struct req *, bool paths, const struct scale *own);
void        effects_explained(struct req *, bool paths, bool plain,
                              const struct scale *own);
bool        read_effect(struct req *, struct finding *, struct mark *);

/*
 * What else is said of it (finding_depth.c). Fields are sets of enum
 * finding_field: those asked stand open, others that are filled with the short
 * form, who wrote it and dissent behind one press.
 */
unsigned    fields_asked(const struct view *);
unsigned    fields_filled(const struct finding *);
enum status ask_details(struct req *, const struct view *, unsigned fields,
                        const struct finding *) MUST_USE;
enum status read_details(struct req *, const struct view *, struct finding *)
	MUST_USE;
void        explain_depth(struct req *, unsigned fields,
                          const struct finding *);

/* The same in a row: what it concerns, where, term, certainty, evidence. */
void        depth_shown(struct req *, const struct view *,
                        const struct finding *);

/* Who is concerned, from the organisation's register. */
enum status ask_groups(struct req *, const struct finding *) MUST_USE;
void        read_groups(struct req *, struct finding *);

/* Flaws as issues at the fields. */
void        explain_finding(struct req *, unsigned flaws, const char *how);

/* Which frameworks a question asks about: words of kinds, "" for all. */
bool        asks_about(const struct question *, const struct framework *);

/* The whole form of a new finding; `only` limits it to one goal. */
enum status finding_new_form(struct req *, const struct view *,
                             const struct question *, const struct goal *only)
	MUST_USE;

/* What was typed in it, about the view's priority; INVALID with issues. */
enum status finding_typed(struct req *, const struct view *,
                          const struct question *, struct finding *)
	MUST_USE;

/* Signs and numbers of a cell, in a list at the side. */
void        cell_signs(struct req *, const struct view *, const struct goal *,
                       const struct matrix_cell *);

/* The page of this assessment to come back to, as the form says. */
const char *finding_back(const struct req *, const struct view *);

/* One more mark with a tap, and its undoing. */
enum status finding_tap(struct req *);
enum status finding_untap(struct req *);

/* A question on goals that the assessment has none of says so, and where they
 * are chosen; false, and nothing is drawn, where there are some. */
bool        no_framework(struct req *, const struct view *,
                         const struct question *);
enum status relevance_lacking(struct req *, const struct view *,
                              const struct question *, struct lack_list *)
	MUST_USE;

enum status relevance_save(struct req *);
/* The goals ticked, into the view and nowhere else; INVALID with issues. */
enum status relevance_typed(struct req *, struct view *,
                            const struct question *) MUST_USE;
enum status relevance_page(struct req *);

/* Room for one answer of finding_flaws() per goal there is. */
bool *path_room(struct req *, const struct framework_list *);

#endif
