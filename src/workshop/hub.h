/*
 * The pages of a workshop as a whole: list, new, the hub, its facts, boards.
 */
#ifndef HUB_H
#define HUB_H

#include "assess/view.h"
#include "workshop/agenda.h"
#include "workshop/show.h"

/* facts_web.c */
enum status workshop_new_page(struct req *);
enum status workshop_create(struct req *);
enum status facts_page(struct req *);
enum status facts_save(struct req *);

/* board_web.c */
enum status boards_page(struct req *);
enum status board_add(struct req *);
enum status board_save(struct req *);
enum status board_put_away(struct req *);
enum status board_take_back(struct req *);

const char *template_say(const struct req *, enum plan_template);
const char *form_say(const struct req *, enum workshop_form);

/* "9.00–12.00" */
const char *hours_say(const struct req *, const struct workshop *);

#endif
