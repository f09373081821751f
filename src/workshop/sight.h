/*
 * What a page that plans a meeting has at hand: the workshop, everything it
 * might take up with what is known of it, what the visitor has chosen, and the
 * plan that this gives.
 */
#ifndef SIGHT_H
#define SIGHT_H

#include "workshop/agenda.h"
#include "workshop/show.h"

struct sight {
	struct workshop       w;
	struct item_list      items;    /* the agenda in use */
	struct board_list     boards;
	struct priority_list  priorities;
	struct framework_list frameworks;
	struct candidate_list all;
	struct plan_wish      wish;
	struct plan           plan;
	bool                  chosen;   /* by the visitor; else as proposed */
};

/*
 * Reads all of it, and the choices: from the query of a GET, from the fields
 * of a POST. sight_plan() makes the plan, with titles in the visitor's words.
 */
enum status sight_read(struct req *, struct sight *) MUST_USE;
void        sight_plan(struct req *, struct sight *);

/* "1", and "1-agenda2030-13": values of the boxes `p` and `g`. */
const char *candidate_value(const struct req *, const struct candidate *);

/* The title of a planned item: "Mål 5 Jämställdhet och P2". */
const char *item_title(const struct req *, const struct item *);

/* "mål 9 och 12 för P3, RUS och P2". */
const char *items_named(const struct req *, const struct item_list *);

/* What is said of an item's worth: one sentence for each reason, or "". */
const char *worth_said(const struct req *, const struct sight *,
                       const struct item *);

/* The agenda with its times: `tools` writes what stands last in a row. */
void agenda_rows(struct req *, const struct sight *, const struct item_list *,
                 void (*tools)(struct req *, const struct sight *,
                               const struct item *));

/* "3 timmar", "2 timmar och 30 minuter", "45 minuter". */
const char *say_length(const struct req *, i64 minutes);

/* The slack takes up what is left of the time. After each change. */
enum status agenda_air(struct req *, i64 workshop) MUST_USE;

/* plan_propose_web.c, plan_item_web.c: rows of plan_routes. */
enum status propose_page(struct req *, struct sight *) MUST_USE;
enum status plan_take(struct req *);
enum status plan_shorten(struct req *);
enum status item_new_page(struct req *);
enum status item_add(struct req *);
enum status item_page(struct req *);
enum status item_save(struct req *);
enum status item_up(struct req *);
enum status item_down(struct req *);
enum status item_drop(struct req *);

#endif
