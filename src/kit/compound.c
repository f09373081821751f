#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/compound.h"

#define INSTALLED       "/usr/share/hunspell/sv_SE.dic"

/* Shorter parts are endings more often than words. */
enum { LEAST_LETTERS = 3, MOST_LETTERS = 40, SURE_LETTERS = 4,
       LONG_LETTERS = 6 };

/* What a word may do in a compound; in the low bits of its place. */
enum { BEGINS = 1, ENDS = 2, BITS = 3 };

/*
 * A set of what begins, as it is written, and of the stems of what ends: 30
 * bits of a digest and the two above, in 2^18 places of which six in ten are
 * taken. Two with one digest make one wrong part in some ten thousand words; a
 * search survives that.
 */
enum { PLACES = 1 << 18, MOST_WORDS = PLACES / 10 * 8 };

struct word_list {
	size_t   n;
	uint32_t place[PLACES];         /* 0: free */
};

/* FNV-1a, then mixed: the low bits choose the place. */
static uint32_t digest(const char *text, size_t n)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)text[i]) * 16777619u;
	h ^= h >> 15;
	h *= 0x85ebca6bu;
	return h ^ h >> 13;
}

/* Where a stem stands, or would. */
static size_t place_of(const struct word_list *list, uint32_t h)
{
	size_t at = h % PLACES;

	while (list->place[at] != 0 && (list->place[at] | BITS) != (h | BITS))
		at = (at + 1) % PLACES;
	return at;
}

static void add(struct word_list *list, const char *text, size_t n,
                uint32_t bits)
{
	uint32_t h = digest(text, n);
	size_t at = place_of(list, h);

	if (list->place[at] == 0 && list->n++ >= MOST_WORDS)
		panic("the word list is larger than its table");
	list->place[at] |= (h & ~(uint32_t)BITS) | bits;
}

static bool may(const struct word_list *list, const char *text, size_t n,
                uint32_t bit)
{
	return (list->place[place_of(list, digest(text, n))] & bit) != 0;
}

/* -- reading the list ---------------------------------------------------- */

/*
 * "åtgärd/ADY": letters are classes of the affix file. X, U and Z stand in the
 * beginning of a compound, the others are nouns that do with or without an s;
 * Y may end one. Words without any are never part of one, which is what keeps
 * "ens" and "der" out.
 */
static uint32_t bits_of(const char *classes)
{
	return (strpbrk(classes, "XUZYvfsh") != NULL ? BEGINS : 0) |
	       (strchr(classes, 'Y') != NULL ? ENDS : 0);
}

/* Before another word a vowel may go: skol- is skola, medborgar- medborgare. */
static void add_word(struct word_list *list, struct sb_stemmer *stemmer,
                     const char *word, uint32_t bits)
{
	size_t n = strlen(word);

	if ((bits & BEGINS) != 0) {
		add(list, word, n, BEGINS);
		if (word[n - 1] == 'a' || word[n - 1] == 'e')
			add(list, word, n - 1, BEGINS);
	}
	if ((bits & ENDS) != 0)
		add(list, word, stem_length(stemmer, word, n), ENDS);
}

/* A line's word; names and what has more than letters in it are no part. */
static void take_line(struct word_list *list, struct sb_stemmer *stemmer,
                      struct arena *mem, char *line)
{
	char *slash = strchr(line, '/');
	struct stem_list words;
	uint32_t bits;

	if (slash == NULL || (*line >= 'A' && *line <= 'Z'))
		return;
	slash[strcspn(slash, " \t\r\n")] = '\0';
	*slash = '\0';
	bits = bits_of(slash + 1);
	if (bits == 0 || !text_valid(line, strlen(line)))
		return;
	words = stems_of(mem, SWEDISH, line);
	if (words.n != 1 || words.v[0].length != strlen(line))
		return;
	add_word(list, stemmer, words.v[0].folded, bits);
}

struct word_list *word_list_read(const char *path)
{
	FILE *file = fopen(path, "re");
	struct word_list *list = calloc(1, sizeof *list);
	struct sb_stemmer *stemmer = stemmer_swedish();
	struct arena *mem = arena_new();
	char line[256];

	if (file == NULL || list == NULL) {
		free(list);
		list = NULL;
	}
	while (list != NULL && fgets(line, sizeof line, file) != NULL) {
		take_line(list, stemmer, mem, line);
		arena_reset(mem);
	}
	if (file != NULL)
		fclose(file);
	arena_free(mem);
	stemmer_end(stemmer);
	return list;
}

void word_list_free(struct word_list *list)
{
	free(list);
}

static struct word_list *installed;

static void installed_read(void)
{
	installed = word_list_read(INSTALLED);
	if (installed == NULL)
		log_info("no word list at " INSTALLED
		         ": compounds are searched as whole words");
}

const struct word_list *word_list(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, installed_read);
	return installed;
}

/* -- splitting ----------------------------------------------------------- */

/* A word with the places where its letters begin. */
struct word {
	struct arena           *mem;
	const struct word_list *list;
	struct sb_stemmer      *stemmer;
	const char             *text;
	size_t                  letters, at[MOST_LETTERS + 1];
	bool                    listed;         /* as a word, not as parts */
};

/* Endings that are words too, of other things: "främj-ande"; and words that
 * begin verbs oftener than nouns: "för-enkling". */
static bool mere_ending(const char *stem, size_t n)
{
	static const char *const all[] = { "and", "are", "ens", "alt", "met",
	                                   "var", "för", "het" };

	for (size_t i = 0; i < COUNT(all); i++)
		if (strlen(all[i]) == n && memcmp(all[i], stem, n) == 0)
			return true;
	return false;
}

/* How much of a beginning is the word: hälso- is hälsa, gatu- is gata, åtgärds-
 * is åtgärd, familje- is familj. 0: it is none. */
static size_t beginning(const struct word *w, const char *text, size_t n)
{
	const char *joining = w->listed ? "sou" : "soue";

	bool joined = strchr(joining, text[n - 1]) != NULL &&
	              may(w->list, text, n - 1, BEGINS);

	if (joined && (text[n - 1] == 'o' || text[n - 1] == 'u'))
		return n - 1;
	return may(w->list, text, n, BEGINS) ? n : joined ? n - 1 : 0;
}

/*
 * The stem of the letters from one to another, if they may stand there; NULL
 * if not. A word that is in the list itself is less often one of two: "kultur"
 * is not kul and tur, nor "planering" plan and ring.
 */
static const char *part(const struct word *w, size_t from, size_t to,
                        uint32_t bit)
{
	const char *text = w->text + w->at[from];
	size_t n = w->at[to] - w->at[from], stem;

	if (to - from < (w->listed ? SURE_LETTERS : LEAST_LETTERS))
		return NULL;
	if (bit == BEGINS && (n = beginning(w, text, n)) == 0)
		return NULL;
	stem = stem_length(w->stemmer, text, n);
	if (stem < LEAST_LETTERS || mere_ending(text, stem) ||
	    (bit == ENDS && !may(w->list, text, stem, ENDS)))
		return NULL;
	return arena_text(w->mem, text, stem);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The cut whose shorter part is longest; 0: none. */
static size_t cut_in_two(const struct word *w)
{
	size_t best = 0, length = 0, n = w->letters;

	for (size_t at = LEAST_LETTERS; at + LEAST_LETTERS <= n; at++)
		if (least(at, n - at) > length &&
		    part(w, 0, at, BEGINS) != NULL &&
		    part(w, at, n, ENDS) != NULL) {
			best = at;
			length = least(at, n - at);
		}
	return best;
}

/* The same for two cuts; false: none. */
static bool cut_in_three(const struct word *w, size_t *first, size_t *second)
{
	size_t length = 0, n = w->letters;

	for (size_t a = LEAST_LETTERS; a + 2 * LEAST_LETTERS <= n; a++) {
		if (part(w, 0, a, BEGINS) == NULL)
			continue;
		for (size_t b = a + LEAST_LETTERS; b + LEAST_LETTERS <= n; b++) {
			size_t shortest = least(a, least(b - a, n - b));

			if (shortest <= length ||
			    part(w, b, n, ENDS) == NULL ||
			    part(w, a, b, BEGINS) == NULL)
				continue;
			*first = a;
			*second = b;
			length = shortest;
		}
	}
	return length > 0;
}

/* "jämställdhets-integrering": a joining s after a long word that is in the
 * list, and something long that is not. 0: none. */
static size_t cut_at_s(const struct word *w)
{
	size_t n = w->letters;

	for (size_t at = n; !w->listed && at-- > LONG_LETTERS;)
		if (w->text[w->at[at] - 1] == 's' && n - at >= LONG_LETTERS &&
		    part(w, 0, at, BEGINS) != NULL)
			return at;
	return 0;
}

static void keep(const struct word *w, struct text_list *all, const char *stem)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->v[i], stem) == 0)
			return;
	*PUSH(w->mem, all) = stem;
}

/* The stem of letters that nobody has looked up. */
static const char *joined(const struct word *w, size_t from, size_t to)
{
	const char *text = w->text + w->at[from];

	return arena_text(w->mem, text, stem_length(
		w->stemmer, text, w->at[to] - w->at[from]));
}

static bool word_read(struct word *w)
{
	const char *text = w->text;

	while (*text != '\0' && w->letters < MOST_LETTERS) {
		w->at[w->letters++] = (size_t)(text - w->text);
		character_next(&text);
	}
	w->at[w->letters] = (size_t)(text - w->text);
	return *text == '\0' && w->letters >= 2 * LEAST_LETTERS;
}

/* Parts side by side are kept whether or not they are in the list as one. */
static struct text_list parts_of(const struct word *w)
{
	struct text_list all = {0};
	size_t a, b, n = w->letters;
	bool three = cut_in_three(w, &a, &b);

	if (three) {
		keep(w, &all, part(w, 0, a, BEGINS));
		keep(w, &all, part(w, a, b, BEGINS));
		keep(w, &all, part(w, b, n, ENDS));
		keep(w, &all, joined(w, 0, b));
		keep(w, &all, joined(w, a, n));
	}
	if ((a = cut_in_two(w)) > 0) {
		keep(w, &all, part(w, 0, a, BEGINS));
		keep(w, &all, part(w, a, n, ENDS));
	} else if (!three && (a = cut_at_s(w)) > 0) {
		keep(w, &all, part(w, 0, a, BEGINS));
		keep(w, &all, joined(w, a, n));
	}
	return all;
}

struct text_list compound_parts(struct arena *mem,
                                const struct word_list *list,
                                const char *folded)
{
	struct word w = { .mem = mem, .list = list, .text = folded };
	struct text_list all = {0};

	if (list == NULL || !word_read(&w))
		return all;
	w.stemmer = stemmer_swedish();
	w.listed = may(list, folded, strlen(folded), BEGINS) ||
	           may(list, folded, stem_length(w.stemmer, folded,
	                                         strlen(folded)), ENDS);
	all = parts_of(&w);
	stemmer_end(w.stemmer);
	return all;
}
