/*
 * The form of an action, for the pages that draw it and the changes that read
 * it: one set of fields for a new one and one that is changed.
 */
#ifndef ACTION_FORM_H
#define ACTION_FORM_H

#include "action/action.h"

struct req;
struct view;

enum status ask_action(struct req *, const struct view *,
                       const struct remedies *, const struct action *)
	MUST_USE;
void        ask_responsible(struct req *, const struct action *);

/* Whether another organisation has accepted it: a form for those who may say
 * so, and nothing for one let in from a third organisation. */
enum status ask_accept(struct req *, const struct action *) MUST_USE;
enum status read_accept(struct req *, struct action *) MUST_USE;
/* OK for those who may say so, with whether they are of that organisation;
 * otherwise the issue is noted. */
enum status may_accept(struct req *, const struct action *, bool *there)
	MUST_USE;

/* Title, texts, purpose and sources; the rest of the action is as it was. */
enum status read_action_form(struct req *, struct action *) MUST_USE;

#endif
