/* What the pages of duties share. */
#ifndef DUTY_VIEW_H
#define DUTY_VIEW_H

#include "assess/view.h"
#include "duty/duty.h"

/* The visitor may change what lives; and what is judged. */
bool duty_may(const struct req *);
bool duty_judges(const struct req *, const struct view *,
                 const struct duty *);

/* All lines: those recorded, and those that are only asked. */
enum status duty_lines(struct req *, const struct view *) MUST_USE;

/* The trail, with the step of duties (or of actors) as the current one. */
enum status duty_view_open(struct req *, struct view *, const char *title)
	MUST_USE;

/* Icon and words of where it stands. */
void duty_state_shown(struct req *, const struct duty *);

/* The first question: yes in its kinds, unclear, no; and the reason. */
void ask_need(struct req *, const struct duty *);

/* A fold that is open when its form was sent and failed. */
void fold_open(struct req *, const char *form, bool open,
               const char *title);
void fold_close(struct req *);

/* Issues at the fields, of those flaws that are looked for. */
void duty_explain(struct req *, unsigned flaws);

/* duty_form.c: what is judged, and where it stands; and reading them. */
void judge_form(struct req *, const struct view *, const struct duty *);
void judge_read(struct req *, struct duty *);
void follow_form(struct req *, const struct duty *);
void follow_read(struct req *, struct duty *);

/* duty_log_web.c: the log and its form, and the parties. */
void        contacts_shown(struct req *, const struct duty *);
enum status parties_form(struct req *, const struct duty *) MUST_USE;
void        ask_contact(struct req *, const struct contact *);

/* The numbers of a set as ticks of one field. */
unsigned form_set(struct req *, const char *name, size_t n);

#endif
