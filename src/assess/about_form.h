/*
 * Questions that both the beginning of an assessment and its page of facts ask.
 */
#ifndef ABOUT_FORM_H
#define ABOUT_FORM_H

#include "assess/words.h"

void ask_judged(struct req *, enum judged_word);
void ask_depth(struct req *, const struct method *, enum depth);
void ask_kind(struct req *, enum subject_kind);
void ask_phase(struct req *, enum subject_phase);

/* One register number a line; the same twice is one. */
void ask_registry(struct req *, const struct registry_list *);
struct registry_list read_registry(struct req *);

/* NULL: the strategy and Agenda 2030 are ticked to begin with. */
enum status ask_frameworks(struct req *, const struct framework_list *used)
	MUST_USE;
enum status read_frameworks(struct req *, i64 **ids, size_t *n) MUST_USE;

#endif
