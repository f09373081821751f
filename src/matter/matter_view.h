/* What the pages of this room share. */
#ifndef MATTER_VIEW_H
#define MATTER_VIEW_H

#include "matter/matter.h"
#include "web/page.h"

/* Who may write in a matter. */
bool        may_write(const struct req *);

/* Bodies picked by number; kinds, roles and uses by their own. */
void        number_option(struct req *, struct option_list *, i64 value,
                          const char *label, bool chosen);
const char *body_short(struct arena *, const struct body *);

/* The outcome that stands for a step: its latest, or NULL. */
const struct outcome *outcome_of_step(const struct outcome_list *, i64 step);

/* One row of a list of matters. */
void        matter_row(struct req *, const struct matter *);

/* Facts: a label and a text, nothing if it is blank. */
void        fact(struct req *, const struct sentence *label, const char *);
void        fact_link(struct req *, const struct sentence *label,
                      const char *key, const char *title);

/* Tasks as rows, and the form of a new one. */
void        task_rows(struct req *, const struct task_list *, bool elsewhere);
void        ask_task(struct req *, const struct task *);
enum status task_add(struct req *) MUST_USE;

/* The fields of a matter's facts, and reading them. */
void        ask_matter(struct req *, const struct matter *);
enum status read_matter_form(struct req *, struct matter *) MUST_USE;

/* Days law counts, beside a form or under a decision. */
void        dates_shown(struct req *, const struct outcome *);

/* Paths to a decision that these bodies make possible: their numbers in order
 * as "1.2.3", and as people say it. Pure. */
struct path { const char *value, *label; };
struct path_list { struct path *v; size_t n, room; };
void        chain_paths(struct arena *, const struct body_list *,
                        struct path_list *);
/* The role a body has in such a path, by what it is and where it stands. */
enum chain_role path_role(const struct body *, bool last, bool after_delegate);

#endif
