/*
 * Swedish words written as one: "klimatåtgärdsplan" is klimat, åtgärd and
 * plan. Keeps the word list of hunspell-sv, of which it needs one thing: which
 * words may begin a compound and which may end one. The library itself tells
 * two parts at most, takes 16 MB and 0.3-1 ms a word; this takes 1 MB and some
 * microseconds.
 */
#ifndef COMPOUND_H
#define COMPOUND_H

#include "kit/stem.h"

struct word_list;

/*
 * The list that is installed, read at the first call (some 0.1 s) and kept.
 * NULL if there is none, which the log says once: words are then whole. Any
 * thread.
 */
const struct word_list *word_list(void);

/* Another; NULL if it cannot be read. The caller frees it. */
struct word_list *word_list_read(const char *path);
void              word_list_free(struct word_list *);

/*
 * The stems of the parts of a folded word, two or three, and of parts side by
 * side: klimat, åtgärd, plan, klimatåtgärd, åtgärdsplan. Empty for a word that
 * is none, and without a list.
 */
struct text_list compound_parts(struct arena *, const struct word_list *,
                                const char *folded);

#endif
