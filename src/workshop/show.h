/*
 * What pages of a meeting say and draw alike: the question of an item, the
 * words of a scale, one answer as marks, hours and minutes.
 */
#ifndef SHOW_H
#define SHOW_H

#include "web/page.h"
#include "workshop/meeting.h"

/* The question as headline: "Hur påverkas målet Jämställdhet?"; for an item
 * without goals its title. `g` is NULL for none. */
const char *item_question(struct req *, const struct item *,
                          const struct item_goal *g);

/* Tile and "Mål 5, P2 Stöd och rådgivning": the line above the question. */
void item_line(struct req *, const struct item *, const struct item_goal *g);

/* Does this goal's scale have a path? All but RUS. */
bool goal_has_path(const struct item_goal *);

/* The scale as cards for ask_cards(): value, word, what it means; chosen are
 * those in `set`. The last two, none and gap, stand after "eller". */
void value_options(struct req *, const struct item_goal *, unsigned set,
                   struct option_list *effects, struct option_list *alone);

/* One value's word, class and sign: "Direkt positiv" "dp" "+". */
const char *value_word(const struct req *, unsigned one);
const char *value_class(unsigned one);
const char *value_sign(unsigned one);

/* Each value of a set, in the order of the scale, as mark and word. */
void values_shown(struct req *, unsigned set);

/* "9.05" of a minute of the day, or of an instant in local time. */
const char *say_minute(const struct req *, i64 minute);
const char *say_time(const struct req *, i64 ms);

const char *workshop_state_say(const struct req *, enum workshop_state);
void        workshop_state_shown(struct req *, const struct workshop *);
const char *item_kind_say(const struct req *, enum item_kind);
const char *category_say(const struct req *, enum guest_category);

/* The workshop an address /w/:workshop names. */
enum status workshop_here(struct req *, struct workshop *) MUST_USE;

/* page_open() to page_main() of a page of /w/:workshop: the way back to its
 * assessment, its title, date and state, and what was saved. */
void workshop_open(struct req *, const struct workshop *, const char *title);
/* The same, of a page with scripts or keys of its own. */
void workshop_open_page(struct req *, const struct workshop *,
                        const struct page *);

#endif
