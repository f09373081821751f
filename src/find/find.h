/*
 * Search over everything one may see in an organisation. The index (`word`)
 * says in which objects a stem stands; it is filled from `event`, which every
 * change writes, so no other room knows of it. A search reads what it shows
 * anew and compares its words, and looks into the events that are not in the
 * index yet: what was just saved is found at once, and what was just removed
 * is not, whether or not the index has caught up.
 *
 * Latest first within each kind, by id. All words must stand in one object,
 * whole, in any form, or as a part of a compound. A word typed with letters of
 * the Sámi languages means those; typed without them it means both.
 */
#ifndef FIND_H
#define FIND_H

#include "base/arena.h"
#include "kit/compound.h"

struct db;
struct scope;

/* Stored as numbers: add at the end, never renumber. */
enum find_kind {
	FIND_ASSESSMENT = 1, FIND_PRIORITY, FIND_FINDING, FIND_CONFLICT,
	FIND_ACTION, FIND_POSITION, FIND_GAP, FIND_ACTOR, FIND_FRAMEWORK,
	FIND_GOAL, FIND_MATTER, FIND_PAPER, FIND_ATTACHMENT, FIND_DUTY,
	FIND_SCREENING, FIND_COMMENT, FIND_CONTACT, FIND_SELECTION,
};
enum { FIND_KINDS = FIND_SELECTION + 1 };

/* What can be found, as it is now. */
struct entry {
	enum find_kind kind;
	i64         id;
	const char *key;                /* of what its address stands on */
	i64         no;                 /* its number there, or 0 */
	const char *code;               /* … or its own key or code there */
	const char *title, *title_en;   /* title_en: "", or of goals, duties */
	const char *text;               /* all else that is searched */
	const char *where;              /* title of what it belongs to */
	bool        over;               /* finished, or followed up */
	const char *unit;
	i64         year;               /* it was begun; 0 has none */
};
struct entry_list { struct entry *v; size_t n, room; };

/* What somebody looks for. */
enum { MOST_WORDS_ASKED = 8 };
enum find_state { ANY_STATE, STILL_OPEN, OVER };
struct asked_word { const char *stem; i64 term; };
struct asked {
	struct asked_word words[MOST_WORDS_ASKED];
	size_t            n;
	enum find_state   state;
	i64               year;         /* 0: any */
	const char       *unit;         /* NULL: any */
};

/* -- rules: no database, no web ------------------------------------------ */

/* The words of a text that can be searched for, each once. */
void asked_words(struct arena *, const char *text, struct asked *);

/* The stem of a word without the letters of the Sámi languages, which few
 * keyboards have: "cohkkir" of "Čohkkiras"; NULL if it has none of them. */
const char *plain_stem(struct arena *, const struct stem *);

/* Does this word of a text fit one of those asked for? */
bool word_fits(struct arena *, const struct asked *, const struct stem *);

/* Do all words stand in it, and do the filters fit? */
bool entry_fits(struct arena *, const struct asked *, const struct entry *);

/*
 * A piece of the text around the first word that is asked for and is not in
 * the title, and whether its line was cut off at either end. False if there is
 * none.
 */
struct excerpt { const char *from; size_t n; bool before, after; };
bool excerpt_of(struct arena *, const struct asked *, const char *title,
                const char *text, struct excerpt *);

/* What a word, and filters together, are in the index: digests of 63 bits. */
i64 term_of_word(const char *stem);
i64 term_of_filter(enum find_state, i64 year, const char *unit);

/* The terms of an entry: each once, in rising order. */
struct term_list { i64 *v; size_t n, room; };
struct word_memory;             /* what words have been taken apart */
struct word_memory *word_memory_new(void);
void word_memory_free(struct word_memory *);
struct term_list entry_terms(struct arena *, struct word_memory *,
                             const struct entry *);

/* A list of ids, rising, as bytes, without the first of them. */
enum { BLOCK_MOST = 1024 };
struct id_list { i64 *v; size_t n, room; };
struct bytes block_pack(struct arena *, const i64 *ids, size_t n);
/* False if they are broken. */
bool block_unpack(struct arena *, i64 first, struct bytes, struct id_list *);

/* -- store: what is there to find ---------------------------------------- */

/* Those of a kind with ids from `first` to `last`, by id; at most so many. */
enum status entry_list(struct scope *, enum find_kind, i64 first, i64 last,
                       i64 most, struct entry_list *) MUST_USE;

/* Some of a kind at once, by id; those that are not there are left out. */
enum { ENTRIES_MOST = 24 };
enum status entry_some(struct scope *, enum find_kind, const i64 *ids,
                       size_t n, struct entry_list *) MUST_USE;

/* What an event has touched. */
struct touched { enum find_kind kind; i64 id; };
struct touched_list { struct touched *v; size_t n, room; };

/* What events after `seen` touched; *last is the last that was read. With
 * `latest` the latest so many are read, else the first; *more: there were
 * that many. */
struct event_span { i64 seen, most; bool latest; i64 last; bool more; };
enum status touched_since(struct scope *, struct event_span *,
                          struct touched_list *) MUST_USE;
/* The last event there is; 0: none. */
enum status event_last(struct scope *, i64 *id) MUST_USE;
/* Everything in one assessment. */
enum status touched_within(struct scope *, i64 assessment,
                           struct touched_list *) MUST_USE;

/* Units of what is assured, in order. */
enum status find_units(struct scope *, i64 most, struct text_list *) MUST_USE;
/* The year the oldest was begun; 0: none. */
enum status find_first_year(struct scope *, i64 *year) MUST_USE;

/* -- store: the words ---------------------------------------------------- */

/* Raised when words are taken apart otherwise, or something more can be found:
 * an index made by less is built anew by itself. */
enum { FIND_BUILT = 1 };

struct find_index {
	i64  generation, seen;
	bool old;               /* made by less than FIND_BUILT */
};

enum status index_read(struct scope *, struct find_index *) MUST_USE;
/* STALE if somebody else has moved it from `seen`. */
enum status index_move(struct scope *, const struct find_index *, i64 seen)
	MUST_USE;
/* A new generation to be filled, and to be used instead of the one before. */
enum status index_begin(struct scope *, i64 *generation) MUST_USE;
enum status index_use(struct scope *, i64 generation, i64 seen) MUST_USE;

struct posting { i64 term, kind, id; };

/* Ids of one term and kind, rising. `fresh`: none are there yet above. */
enum status word_add(struct scope *, i64 generation, const struct posting *,
                     size_t n, bool fresh) MUST_USE;
/* The nearest `blocks` rows from `most` down; *low: ids from there up to
 * `most` are all known, 0 when there are no more below. */
enum status word_ids(struct scope *, i64 generation, i64 term,
                     enum find_kind, i64 most, i64 blocks,
                     struct id_list *, i64 *low) MUST_USE;
/* The highest row of one term, of each kind that has it: its ids, rising. */
struct first_row { struct id_list ids; };
enum status word_first(struct scope *, i64 generation, i64 term,
                       struct first_row rows[FIND_KINDS]) MUST_USE;
/* So many rows of generations that are not in use; *more: there may be more. */
enum status word_forget(struct scope *, i64 most, bool *more) MUST_USE;

/* -- index.c ------------------------------------------------------------- */

/*
 * One slice of what has happened goes into the index of an organisation; of
 * each of them. True if there is more to do at once. Called by a thread of its
 * own; what fails is logged and done in the next round.
 */
bool find_slice(struct db *, i64 org, i64 now);
bool find_round(struct db *, i64 now);

/*
 * The whole index anew, beside the old one until it is done. `most` postings
 * are held in memory (24 bytes each). *entries: how many were read. `far` is
 * asked often whether to go on, with the kinds that are read; it may be NULL.
 */
struct find_build {
	size_t most;
	enum status (*far)(void *arg, i64 done, i64 total);
	void *arg;
};
enum { FIND_POSTINGS = 2 * 1000 * 1000 };       /* 48 MB of them */
enum status find_rebuild(struct db *, i64 org, i64 now,
                         const struct find_build *, i64 *entries) MUST_USE;

/* Notes work for each organisation whose index is old. At a start, once: what
 * then fails is seen among the works, and not tried without end. */
struct job_work;
extern const struct job_work find_job;
void find_note_old(struct db *, i64 now);

/* -- seek.c -------------------------------------------------------------- */

/* What fits, from below `before` (0: from the latest), at most so many. */
struct hits {
	struct entry_list all;
	i64  next;              /* before which there may be more; 0: none */
	bool late;              /* the index has much left to read */
};
struct sought;
enum status seek_open(struct scope *, const struct asked *, struct sought **)
	MUST_USE;
/* For a look at all kinds: the beginning of every list, in one question for
 * each word. */
enum status seek_begin(struct sought *) MUST_USE;
enum status seek_kind(struct sought *, enum find_kind, i64 before, size_t most,
                      struct hits *) MUST_USE;
/* The same among what is in one assessment, for whoever is let in to it. */
enum status seek_within(struct scope *, i64 assessment, const struct asked *,
                        struct entry_list *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const find_routes;

#endif
