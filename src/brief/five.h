/*
 * Five steps of gender-equal decisions (jämställda beslut, domain.md 8.4), for
 * elected members by a link and for the case officer. The first no at step 2 to
 * 5 stops there, and the advice is what the papers must be completed with
 * (BR-12). The advice stands here and nowhere else.
 *
 * The program says what it knows at each step and never answers. Whoever has
 * the link is nobody: what is saved is a group's answer, one for each link.
 */
#ifndef FIVE_H
#define FIVE_H

#include "brief/brief.h"

enum { FIVE_STEPS = 5 };

/* What the answers so far lead to. */
enum five_state {
	FIVE_ASKS = 1,                  /* step `at` is the next */
	FIVE_NOT_USED,                  /* concerns no people: no list */
	FIVE_BACK,                      /* to be completed: no at step `at` */
	FIVE_READY,                     /* five yes */
};
struct five { enum five_state state; int at; };

/* "yyn" as typed or kept; letters after the one that ends it, and anything but
 * y and n, are cut off. */
const char *five_read(struct arena *, const char *answers);
struct five five_of(const char *answers);

/* What the document knows of a step, as sentences; never an answer. */
struct five_hints { struct text_list of[FIVE_STEPS + 1]; };
void five_hints(struct arena *, const struct document *,
                const struct hole_list *, enum language, struct five_hints *);

/* -- store --------------------------------------------------------------- */

struct five_form {
	i64         id, pass;           /* pass 0: the case officer's own */
	const char *answers;
	i64         at, version;
};
struct five_form_list { struct five_form *v; size_t n, room; };

/* NOT_FOUND if nothing is saved. */
enum status five_form_get(struct scope *, i64 assessment, i64 pass,
                          struct five_form *) MUST_USE;
enum status five_form_list(struct scope *, i64 assessment,
                           struct five_form_list *) MUST_USE;
/* The first with version 0; STALE if another has saved since. */
enum status five_form_save(struct scope *, i64 assessment,
                           const struct five_form *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;

/* One step as a question with two ways on, or the advice at the end. `here`
 * is the address of the page, without a query. */
void five_page(struct req *, const char *here, const char *answers,
               const struct five_hints *);

/* The advice in words, for where it stands alone. */
const char *five_word(const struct req *, struct five);

#endif
