/* Between the files that suggest: the index of goals' words, and sentences. */
#ifndef SUGGEST_PART_H
#define SUGGEST_PART_H

#include "bring/suggest.h"
#include "kit/stem.h"

/* -- suggest_index.c: what the goals are known by -------------------------- */

/* A term is a keyword of one word, a phrase, or a word of a title. */
struct term {
	const char **stem;              /* one, or those of a phrase */
	size_t       n;
	const char  *folded;            /* the shortest word it came from */
	size_t       goals;             /* how many are known by it */
	bool         pale;              /* too common to suffice alone */
};

/* That a goal is known by a term, and how well: 0 to 1. */
struct known_by { size_t goal, term; double weight; };
struct known_by_list { struct known_by *v; size_t n, room; };

struct index_goal {
	const struct framework *framework;
	const struct goal      *goal;
	size_t                  parent;         /* its index + 1, or 0 */
};

/* Terms in which a stem stands. */
struct slot { const char *stem; struct { size_t *v, n, room; } terms; };

struct index {
	struct arena  *mem;
	enum language  language;
	struct text_list pale;                  /* stems in every text */
	struct { struct index_goal *v; size_t n, room; } goals;
	struct { struct term *v; size_t n, room; } terms;
	struct known_by_list *of_term;          /* for each term */
	struct known_by_list  all;
	struct slot   *slots;
	size_t         size;                    /* a power of two */
};

/* -- suggest_kin.c: words that say what a keyword means; ends with NULL ---- */

struct kin { const char *word, *means; };
extern const struct kin swedish_kin[];

struct index *index_of(struct arena *, enum language,
                      const struct framework_list *);
const struct slot *index_slot(const struct index *, const char *stem);

/* The same for the first n bytes of a text. */
const struct slot *index_slot_n(const struct index *, const char *, size_t n);

/* The language most of its common words are of. */
enum language language_of(struct arena *, const char *text);

/* -- suggest_word.c: what a word of the text stands for ------------------- */

struct part { size_t term; bool whole; };       /* whole: no compound */
struct part_list { struct part *v; size_t n, room; };

/* Each distinct word is looked up once; room for so many. */
struct word_book;
struct word_book *word_book(struct arena *, const struct index *, size_t n);
const struct part_list *word_parts(struct word_book *, const struct stem *);

/* -- suggest_text.c: sentences --------------------------------------------- */

struct sentence_at { size_t from, to; };        /* bytes of the text */
struct sentence_list { struct sentence_at *v; size_t n, room; };

void sentences_of(struct arena *, const char *text, struct sentence_list *);

/* The sentence, cut around the first of `told` where it is long; `told` is in
 * bytes of the text before, and of the answer afterwards. */
const char *sentence_shown(struct arena *, const char *text,
                           const struct sentence_at *, struct told_list *);

#endif
