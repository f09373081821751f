/*
 * The draft of a text block being made: what its chapters share. All of it is
 * pure. A person's sentence is taken whole: what is ours is the frame round it.
 */
#ifndef TEXTBLOCK_H
#define TEXTBLOCK_H

#include "brief/brief.h"
#include "web/say.h"

/* One or several findings that are said in one line. */
struct unit {
	const struct finding *v[3];
	size_t                n;
	bool                  dissent;  /* … because the groups disagree */
	enum about            about;
	bool                  taken;
};
struct unit_list { struct unit *v; size_t n, room; };

struct drafting {
	struct arena          *mem;
	const struct document *d;
	enum language          language;
	struct block_lines    *out;
	bool                  *said;    /* actions, by their place in d */
};

/* -- words (textblock_word_rules.c) -------------------------------------- */

const char *block_say(const struct drafting *, const struct sentence *,
                      const char *first, const char *second);
const char *block_day(const struct drafting *, i64 day);
const char *block_either(const struct drafting *, const char *sv,
                         const char *en);

/* With one full stop, unless it ends in ? or ! or …; and with none, as a title
 * stands within a sentence. */
const char *block_whole(const struct drafting *, const char *sentence);
const char *block_bare(const struct drafting *, const char *sentence);

/* "a, b och c"; of more than `most` the rest as a number in `more`. */
const char *block_list(const struct drafting *, const struct text_list *,
                       size_t most, const struct counted *more);

/* Two sentences that pull apart, as one where that can be done without
 * touching a word but its first letter. */
const char *block_apart(const struct drafting *, const char *first,
                        const char *second);

/* "Det berör kvinnor.": groups of the unit that `text` does not name; "" when
 * it names them all. */
const char *block_groups(const struct drafting *, const struct unit *,
                         const char *text);

/* -- what decides (textblock_rank_rules.c) ------------------------------- */

/* Effects in the order in which they decide, those that belong together as
 * one. */
void             block_units(const struct drafting *, struct unit_list *);
const struct goal *block_goal(const struct document *, i64 id);
enum about       block_about(const struct document *, const struct finding *);
enum perspective block_under(const struct document *, const struct finding *);

/* One of the groups, alone or in a combination; a goal (NULL: any) of a
 * framework. `codes` ends with NULL. */
bool finding_in_group(const struct finding *, const char *const *codes);
bool finding_marks(const struct finding *, const char *framework,
                   const char *goal);

/* -- lines (textblock_choice_rules.c) ------------------------------------ */

struct block_line *block_add(const struct drafting *, const char *key,
                             enum about, const char *text,
                             const char *basis);

/* The first action not said yet that comes out of one of these (0: none), as a
 * sentence, its number added to *basis; "" if there is none. */
struct origin { const struct unit *unit; i64 conflict; bool missing; };
const char *block_action(const struct drafting *, const struct origin *,
                         const struct sentence *opener, const char **basis);

/* What is left to choose, at most so many lines; what is not known, and who
 * was not there. */
void block_choices(const struct drafting *, size_t most);
void block_unknown(const struct drafting *);

#endif
