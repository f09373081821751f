/*
 * "Berör också?": marks that links between frameworks suggest for a finding,
 * each drawn as it would be set. One tap adds it, another word lets it go for
 * good; nothing is ever set by itself.
 */
#ifndef SUGGEST_H
#define SUGGEST_H

#include "assess/view.h"

/* At most so many stand at a finding at a time. */
enum { SUGGESTED_MOST = 3 };

/* -- rules --------------------------------------------------------------- */

/* The mark a link suggests: the direction of the mark it comes from, and its
 * path where the framework has one (indirect where that mark had none). */
struct mark suggested_mark(const struct mark *from, i64 goal, bool path);

/* -- store --------------------------------------------------------------- */

/* By finding, in the order of frameworks and goals, each goal once: only into
 * frameworks that the assessment uses and the priority has not set aside. A
 * link to a target suggests its goal, unless the target is chosen. */
enum status suggestion_list(struct scope *, i64 assessment,
                            struct suggestion_list *) MUST_USE;
enum status suggestion_dismiss(struct scope *, i64 assessment, i64 finding,
                               i64 goal) MUST_USE;

/* -- web ----------------------------------------------------------------- */

/* Those of a finding, in its row. */
void suggestions_shown(struct req *, const struct view *,
                       const struct finding *);

/* After a tap: "F3 är märkt med mål 7. Ångra". */
void marked_shown(struct req *, const struct view *);

/* Not suggested again for this finding; the goal may still be marked. */
enum status suggestion_put_off(struct req *);

#endif
