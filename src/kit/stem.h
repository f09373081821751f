/*
 * The words of a text as one searches for them: in lower case, å ä ö and the
 * letters of the Sámi languages kept, other accents off, endings off, the most
 * common words left out. Keeps libstemmer.
 */
#ifndef STEM_H
#define STEM_H

#include "kit/icu.h"

/* A word where it stands. The texts of it are the arena's, ended by NUL. */
struct stem {
	const char *stem;       /* "åtgärd" of "Åtgärderna" */
	const char *folded;     /* "åtgärderna" */
	const char *word;       /* as written: in the text, not ended */
	size_t      offset, length;             /* of it there, in bytes */
};

struct stem_list {
	struct stem *v;
	size_t       n, room;
};

/*
 * The words of UTF-8 in normal form C (text_normal(), for text that has not
 * passed the door), in their order. Left out: stop words of the language, and
 * words of one letter. Letters and digits make words; "2026-114" is two. A
 * word longer than 60 letters has the stem of its beginning. Any thread; a
 * text of 1 MB takes some 15 MB of the arena.
 */
struct stem_list stems_of(struct arena *, enum language, const char *text);

/*
 * A stemmer kept for many words of Swedish, whose stems are beginnings of
 * them: how many bytes of a folded word are its stem. One thread at a time.
 */
struct sb_stemmer *stemmer_swedish(void);
size_t             stem_length(struct sb_stemmer *, const char *, size_t n);
void               stemmer_end(struct sb_stemmer *);

/* The stem of one folded word, as above; a stop word has one too. */
const char *stem_of(struct arena *, enum language, const char *folded);

/* Too common to say anything: "och", "the". The word is folded. */
bool stop_word(enum language, const char *folded);

#endif
