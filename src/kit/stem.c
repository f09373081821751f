#include <string.h>

#include <libstemmer.h>

#include "kit/stem.h"

/* Letters of a word that count; an ordinary word has far fewer. */
#define MOST_LETTERS    60
#define MOST_BYTES      (MOST_LETTERS * 4)

/* Few enough to be looked through. */
static const char *const swedish_stops[] = {
	"alla", "allt", "alltid", "andra", "annan", "annat", "att", "av",
	"bara", "blev", "bli", "blir", "blivit", "bland", "både", "den",
	"denna", "deras", "dess", "dessa", "det", "detta", "dig", "din",
	"dock", "du", "där", "då", "efter", "ej", "eller", "en", "er", "ett",
	"finns", "få", "får", "för", "från", "genom", "ges", "gör", "göra",
	"ha", "hade", "han", "har", "hon", "hos", "hur", "här", "i", "icke",
	"in", "inom", "inte", "ja", "jag", "ju", "kan", "kunna", "kommer",
	"man", "med", "mellan", "men", "mer", "mot", "mycket", "ni", "nu",
	"när", "någon", "något", "några", "och", "också", "om", "oss", "per",
	"på", "samt", "sig", "sin", "sina", "sitt", "ska", "skall", "skulle",
	"som", "så", "sådan", "till", "under", "upp", "ur", "ut", "utan",
	"vad", "var", "vara", "varit", "varje", "vid", "vi", "vilka",
	"vilken", "vilket", "vår", "våra", "vårt", "än", "även", "är", "åt",
	"över",
};

static const char *const english_stops[] = {
	"about", "after", "all", "also", "an", "and", "any", "are", "as",
	"at", "be", "been", "but", "by", "can", "do", "does", "for", "from",
	"had", "has", "have", "he", "her", "his", "how", "if", "in", "into",
	"is", "it", "its", "may", "more", "most", "no", "not", "of", "on",
	"or", "other", "our", "shall", "she", "should", "so", "some", "such",
	"than", "that", "the", "their", "them", "then", "there", "these",
	"they", "this", "those", "to", "under", "up", "was", "we", "were",
	"what", "when", "where", "which", "who", "will", "with", "would",
	"you", "your",
};

static bool among(const char *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i][0] == word[0] && strcmp(list[i], word) == 0)
			return true;
	return false;
}

bool stop_word(enum language language, const char *folded)
{
	return language == SWEDISH
	       ? among(folded, swedish_stops, COUNT(swedish_stops))
	       : among(folded, english_stops, COUNT(english_stops));
}

static struct sb_stemmer *stemmer_new(enum language language)
{
	struct sb_stemmer *made = sb_stemmer_new(
		language == SWEDISH ? "swedish" : "english", "UTF_8");

	if (made == NULL)
		panic("no stemmer: memory is gone, or the library is another");
	return made;
}

struct sb_stemmer *stemmer_swedish(void)
{
	return stemmer_new(SWEDISH);
}

void stemmer_end(struct sb_stemmer *stemmer)
{
	sb_stemmer_delete(stemmer);
}

/* Does a word of n bytes end so, with so many bytes before? */
static bool ends(const char *word, size_t n, const char *ending, size_t before)
{
	size_t m = strlen(ending);

	return n >= m + before && memcmp(word + n - m, ending, m) == 0;
}

static size_t snowball(struct sb_stemmer *stemmer, const char *word, size_t n)
{
	if (sb_stemmer_stem(stemmer, (const sb_symbol *)word, (int)n) == NULL)
		panic("out of memory");
	return (size_t)sb_stemmer_length(stemmer);
}

/*
 * One ending off. What the Swedish algorithm leaves: the definite of neuters
 * (programmet, målet), of words in a vowel (skolan, strategin, miljön) and in
 * -el; the t of adjectives (regionalt, viktigt); -hets before another word. And
 * -bar is no plural. Whether a stem is a word does not matter, only that all
 * forms have the same.
 */
static size_t one_off(struct sb_stemmer *swedish, const char *word, size_t n)
{
	size_t m = snowball(swedish, word, n);

	if (m + 2 == n && ends(word, n, "bar", 3) && word[m - 2] != 'b')
		return n;
	if (m < n)
		return m;
	if (ends(word, n, "het", 3))
		return n - 3;
	if (ends(word, n, "et", 3) || ends(word, n, "an", 3))
		return n - 2;
	if (ends(word, n, "in", 4) || ends(word, n, "ön", 3) ||
	    ends(word, n, "ån", 3) || ends(word, n, "eln", 3) ||
	    ends(word, n, "mm", 2) || ends(word, n, "nn", 2) ||
	    ends(word, n, "alt", 3) || ends(word, n, "igt", 3) ||
	    ends(word, n, "bart", 2) || ends(word, n, "iskt", 2))
		return n - 1;
	return n;
}

/* Until nothing is left: "platser" and "plats" meet only then. */
size_t stem_length(struct sb_stemmer *swedish, const char *word, size_t n)
{
	for (size_t m; (m = one_off(swedish, word, n)) < n; n = m)
		;
	return n;
}

static const char *stem_with(struct arena *mem, struct sb_stemmer *stemmer,
                             enum language language, const char *folded,
                             size_t n)
{
	const sb_symbol *stem;

	if (language == SWEDISH)
		return arena_text(mem, folded, stem_length(stemmer, folded, n));
	stem = sb_stemmer_stem(stemmer, (const sb_symbol *)folded, (int)n);
	if (stem == NULL)
		panic("out of memory");
	return arena_text(mem, (const char *)stem,
	                  (size_t)sb_stemmer_length(stemmer));
}

static size_t put_letter(char *to, uint32_t c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xC0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		to[0] = (char)(0xE0 | c >> 12);
		to[1] = (char)(0x80 | (c >> 6 & 0x3F));
		to[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3F));
	to[2] = (char)(0x80 | (c >> 6 & 0x3F));
	to[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* A word being read. */
struct reading {
	char        folded[MOST_BYTES + 1];
	size_t      n, letters;
	const char *from, *end;         /* of it in the text */
};

/* The next word of the text, moved past; false at the end. */
static bool word_next(const char **text, struct reading *w)
{
	uint32_t c, letter;
	const char *at;

	*w = (struct reading){ .from = NULL };
	while (at = *text, (c = character_next(text)) != 0) {
		letter = letter_of_word(c);
		if (letter == 0 && w->from != NULL)
			break;
		if (letter == 0 || (letter == WITHIN && w->from == NULL))
			continue;
		if (w->from == NULL)
			w->from = at;
		w->end = *text;
		if (letter != WITHIN && w->letters++ < MOST_LETTERS)
			w->n += put_letter(w->folded + w->n, letter);
	}
	w->folded[w->n] = '\0';
	return w->from != NULL;
}

struct stem_list stems_of(struct arena *mem, enum language language,
                          const char *text)
{
	struct sb_stemmer *stemmer = stemmer_new(language);
	struct stem_list list = { 0 };
	const char *at = text;
	struct reading w;

	while (word_next(&at, &w)) {
		struct stem *one;

		if (w.letters < 2 || stop_word(language, w.folded))
			continue;
		one = PUSH(mem, &list);
		one->folded = arena_text(mem, w.folded, w.n);
		one->stem = stem_with(mem, stemmer, language, w.folded,
		                      w.n);
		one->word = w.from;
		one->offset = (size_t)(w.from - text);
		one->length = (size_t)(w.end - w.from);
	}
	sb_stemmer_delete(stemmer);
	return list;
}

const char *stem_of(struct arena *mem, enum language language,
                    const char *folded)
{
	struct sb_stemmer *stemmer = stemmer_new(language);
	const char *stem = stem_with(mem, stemmer, language, folded,
	                             strlen(folded));

	sb_stemmer_delete(stemmer);
	return stem;
}
