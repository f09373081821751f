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

/*
 * How it is assured: parts, model, depth, frameworks (begin.c). The model is
 * chosen among those offered; `model` NULL is the first. What a model offers
 * at a depth is shown with the most answers it may demand.
 */
struct how {
	struct method     model;
	enum depth        depth;
	enum judged_word  judged;
	struct text_list  parts;        /* none: judged as a whole */
	i64              *frameworks;
	size_t            n;
};
enum status ask_how(struct req *, const struct method_list *offered,
                    const struct method *model, enum depth,
                    const struct framework_list *preselected) MUST_USE;
enum status read_how(struct req *, struct how *) MUST_USE;

/* An assessment of what is registered, at its first step; `a` says more that is
 * known (baseline …), and gets its key. */
enum status assess_begin(struct req *, const struct subject *,
                         const struct how *, struct assessment *a) MUST_USE;

/* Frameworks in force that a model asks about at a depth: Agenda 2030 and what
 * is the organisation's own; where that is nothing, perspectives we ship. */
enum status frameworks_for(struct req *, const struct method *, enum depth,
                           struct framework_list *) MUST_USE;

#endif
