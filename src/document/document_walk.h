/*
 * One walk over a document, in two directions. A walk that has a writer writes
 * what it passes; one that has a reader reads it. So the members of the
 * document, their order, limits and words stand in one place, and what is
 * written can always be read again.
 *
 * Each verb takes the value there is and answers the value there now is:
 *
 *	f->sentence = walk_needed(w, "sentence", f->sentence, MOST_TEXT);
 *
 * Leaving an object complains about members that were not passed in it.
 */
#ifndef DOCUMENT_WALK_H
#define DOCUMENT_WALK_H

#include "document/document.h"

enum {
	MOST_CODE = 100, MOST_TITLE = 500, MOST_TEXT = 20000, MOST_MEMBERS = 40,
	MOST_NUMBER = 1000000000, MOST_ROWS = 100000, MOST_FEW = 1000,
};

/* Words of an enum from its 0 on. Unless it is needed, its 0 is null. */
struct words {
	const char *const *word;
	size_t             n;
	bool               needed;
};

struct walk_place {
	const struct json *in;
	const char        *name[MOST_MEMBERS + 1];
	size_t             n;
	struct walk_place *outer;
};

struct walk {
	struct arena       *mem;
	struct json_reader *from;       /* one of the two */
	struct json_writer *to;
	struct walk_place  *at;         /* the object being passed */
};

/* An object within; false if it is null. */
bool walk_enter(struct walk *, const char *name, bool there);
void walk_leave(struct walk *);

/* Is it to be passed? For members that came after the format: written only
 * where there is something, so that older documents stay the same bytes. */
bool walk_later(const struct walk *, const char *name, bool there);

/* A list of objects, each passed by `each`. */
typedef void walk_fn(struct walk *, void *element);
void walk_list(struct walk *, const char *name, void **v, size_t *n,
               size_t *room, size_t size, size_t most, walk_fn *each);
#define WALK_LIST(w, name, list, most, each)                            \
	walk_list((w), (name), (void **)&(list)->v, &(list)->n,         \
	          &(list)->room, sizeof *(list)->v, (most), (each))

void        walk_texts(struct walk *, const char *name, struct text_list *,
                       size_t most);
const char *walk_text(struct walk *, const char *name, const char *text,
                      size_t most);
const char *walk_needed(struct walk *, const char *name, const char *text,
                        size_t most);

/* {"sv": …, "en": …}; the Swedish must say something. */
void        walk_both(struct walk *, const char *name, const char **sv,
                      const char **en, size_t most);

i64         walk_int(struct walk *, const char *name, i64 number, i64 least,
                     i64 most);
i64         walk_no(struct walk *, const char *name, i64 no);   /* from 1 */
i64         walk_maybe_no(struct walk *, const char *name, i64 no);
i64         walk_day(struct walk *, const char *name, i64 day); /* 0 null */
i64         walk_instant(struct walk *, const char *name, i64 ms);
bool        walk_bool(struct walk *, const char *name, bool);
int         walk_word(struct walk *, const char *name, const struct words *,
                      int value);

/* Words of those bits of a set that are there: bit 1 << i is word i. */
unsigned    walk_set(struct walk *, const char *name, const struct words *,
                     unsigned set);

/* A complaint at a member of the object being passed; reading only. */
void        walk_refuse(struct walk *, const char *name, enum json_wrong);

/* document_words.c */
extern const struct words org_kind_words, state_words, depth_words,
	judged_words, subject_kind_words, phase_words, framework_kind_words,
	goal_kind_words, dimension_words, axis_words,
	actor_kind_words, finding_kind_words, direction_words,
	directness_words, term_words, certainty_words, concerns_words,
	source_words,
	handling_words, gap_state_words, role_words, level_words,
	presence_words, occasion_state_words, sign_words, conflict_kind_words,
	conflict_state_words, reversible_words, purpose_words,
	action_state_words, finding_field_words, reviewer_kind_words,
	treatment_words, duty_kind_words, duty_ground_words,
	duty_need_words, exemption_words, said_words, duty_state_words,
	duty_ending_words, contact_kind_words, maybe_depth_words,
	screening_question_words, screening_value_words,
	screening_result_words, gate_way_words, relation_how_words;

/* Parts of the walk: document_about.c, _screening.c, _method.c, _found.c,
 * _after.c, _duty.c and _review.c. */
void walk_about(struct walk *, struct document *);
void walk_screenings(struct walk *, struct document *);
void walk_method(struct walk *, struct method *);
void walk_found(struct walk *, struct document *);
void walk_gates(struct walk *, struct document *);
void walk_after(struct walk *, struct document *);
/* document_review.c: what changed in the proposal, and reviews. */
void walk_reviews(struct walk *, struct document *);
void walk_duties(struct walk *, struct duty_list *);

#endif
