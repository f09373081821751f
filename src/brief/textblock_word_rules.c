/* The words of the text block: whole sentences, lists, groups, joining. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "brief/textblock.h"
#include "brief/textblock.msg"

const char *block_say(const struct drafting *b, const struct sentence *s,
                      const char *first, const char *second)
{
	return say_fill(b->mem, s->in[b->language], first, second);
}

const char *block_day(const struct drafting *b, i64 day)
{
	return day_say(b->mem, b->language, day);
}

const char *block_either(const struct drafting *b, const char *sv,
                         const char *en)
{
	return b->language == ENGLISH && !text_blank(en) ? en : sv;
}

/* -- whole sentences ----------------------------------------------------- */

const char *block_bare(const struct drafting *b, const char *sentence)
{
	char *text = text_trim(b->mem, or_empty(sentence));
	size_t n = strlen(text);

	while (n > 0 && text[n - 1] == '.')
		n--;
	return text_trim(b->mem, arena_text(b->mem, text, n));
}

static bool ends(const char *text, const char *with)
{
	size_t n = strlen(text), m = strlen(with);

	return n >= m && strcmp(text + n - m, with) == 0;
}

const char *block_whole(const struct drafting *b, const char *sentence)
{
	const char *text = block_bare(b, sentence);

	if (ends(text, "?") || ends(text, "!") || ends(text, "…") ||
	    ends(text, ".”") || ends(text, "?”"))
		return text;
	return arena_print(b->mem, "%s.", text);
}

const char *block_list(const struct drafting *b, const struct text_list *all,
                       size_t most, const struct counted *more)
{
	size_t n = all->n <= most ? all->n : most;
	const char *last = all->n <= most ? NULL :
		say_number(b->mem, b->language, more, (i64)(all->n - most));
	const char *out = "";

	for (size_t i = 0; i < n; i++) {
		bool end = last == NULL && i + 1 == n && i > 0;

		out = arena_print(b->mem, "%s%s%s", out, i == 0 ? "" : end ?
		                  T_AND->in[b->language] : ", ", all->v[i]);
	}
	return last == NULL ? out : arena_print(b->mem, "%s%s%s", out,
	                                T_AND->in[b->language], last);
}

/* -- joining ------------------------------------------------------------- */

/* The word as it begins a sentence, in small letters. */
static const char *first_word(const struct drafting *b, const char *text)
{
	return text_fold(b->mem, arena_text(b->mem, text,
	                                    strcspn(text, " ,")));
}

static bool among(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static bool letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool has_word(const char *text, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = strstr(or_empty(text), word); at != NULL;
	     at = strstr(at + 1, word)) {
		if ((at == text || !letter(at[-1])) && !letter(at[n]))
			return true;
	}
	return false;
}

/* Do people here write the word with a small letter? Then it is no name. */
static bool written_small(const struct document *d, const char *word)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		if (has_word(d->findings.v[i].sentence, word) ||
		    has_word(d->findings.v[i].rationale, word))
			return true;
	}
	for (size_t i = 0; i < d->conflicts.n; i++) {
		if (has_word(d->conflicts.v[i].what_happens, word))
			return true;
	}
	return has_word(d->subject.description, word);
}

/* May it lose its capital and stand after "samtidigt som"? Not a name, not an
 * adverb first, none within: the order of words would have to change. */
static bool may_follow(const struct drafting *b, const char *text)
{
	static const char *const common[] = {
		"en", "ett", "den", "det", "de", "dessa", "fler", "färre",
		"alla", "mindre", "mer", "nya", "ny", "unga", "äldre",
		"kvinnor", "män", "barn", "stöd", "många", "några", "vi",
		"the", "a", "an", "more", "fewer", "less", "some", "all",
		"it", "there", "young", "older", "women", "men", "children",
		"people", NULL,
	};
	static const char *const moves[] = {
		"när", "om", "i", "på", "för", "efter", "med", "utan", "där",
		"då", "här", "genom", "vid", "från", "till", "sedan", "nu",
		"dessutom", "därför", "under", "inom", "mellan", "mot", "av",
		NULL,
	};
	static const char *const inside[] = {
		" inte ", " aldrig ", " alltid ", " ofta ", " också ",
		" även ", " redan ", " inte.", ". ", "? ", ": ", "\n", NULL,
	};
	static const char *const endings[] = {
		"orna", "arna", "erna", "ningen", "ningar", "heten", NULL,
	};
	const char *word = first_word(b, text), *next;

	next = text + strcspn(text, " ");
	if (isupper((unsigned char)text[1]) ||
	    (*next == ' ' && isupper((unsigned char)next[1])) ||
	    among(word, moves))
		return false;
	for (size_t i = 0; inside[i] != NULL; i++)
		if (strstr(text, inside[i]) != NULL)
			return false;
	for (size_t i = 0; endings[i] != NULL; i++)
		if (strlen(word) > 6 && ends(word, endings[i]))
			return true;
	return among(word, common) || written_small(b->d, word);
}

/* The first letter is at most two bytes wherever a sentence here begins. */
static const char *small_first(const struct drafting *b, const char *text)
{
	size_t n = (unsigned char)text[0] >= 0xC0 ? 2 : 1;

	if (*text == '\0')
		return text;
	return arena_print(b->mem, "%s%s", text_fold(b->mem,
	                   arena_text(b->mem, text, n)), text + n);
}

const char *block_apart(const struct drafting *b, const char *first,
                        const char *second)
{
	const char *one = block_bare(b, first), *two = block_bare(b, second);

	if (strstr(one, ". ") == NULL && !ends(one, "?") &&
	    !ends(two, "?") && may_follow(b, two))
		return block_say(b, T_WHILE, one, small_first(b, two));
	return block_say(b, T_OTHER_WAY, block_whole(b, first),
	                 block_whole(b, second));
}

/* -- groups -------------------------------------------------------------- */

static const struct group *group_of(const struct drafting *b,
                                    const char *code, size_t n)
{
	for (size_t i = 0; i < b->d->groups.n; i++) {
		const struct group *g = &b->d->groups.v[i];

		if (strlen(g->code) == n && strncmp(g->code, code, n) == 0)
			return g;
	}
	return NULL;
}

/* Within a sentence: no capital but that of a name. */
static const char *group_name(const struct drafting *b,
                              const struct group *g)
{
	const char *name = block_either(b, g->name_sv, g->name_en);

	if (isupper((unsigned char)name[1]) ||
	    (b->language == ENGLISH && g->axis == AXIS_MINORITY))
		return name;
	return small_first(b, name);
}

/* Is one of the words that tell the group from others in the text? */
static bool has_name(const struct drafting *b, const char *folded,
                     const char *name)
{
	static const char *const plain[] = {
		"personer", "med", "utan", "tillgång", "till", "boende", "i",
		"från", "år", "född", "födda", "vuxna", "som", "och", "av",
		"people", "with", "without", "access", "to", "a", "in",
		"aged", "and", "from", "born", "the", NULL,
	};

	name = text_fold(b->mem, name);
	while (*name != '\0') {
		size_t n = strcspn(name, " –-");
		const char *word = arena_text(b->mem, name, n);
		const char *at;

		name += n + strspn(name + n, " –-");
		if (n == 0 || isdigit((unsigned char)*word) ||
		    among(word, plain))
			continue;
		if (has_word(folded, word))
			return true;
		/* "kvinnor" is named by "kvinnors" and "kvinna". */
		at = n < 6 ? NULL :
		     strstr(folded, arena_text(b->mem, word, n - 2));
		if (at != NULL && (at == folded || !letter(at[-1])))
			return true;
	}
	return false;
}

/* In whichever language people write. */
static bool names_group(const struct drafting *b, const char *folded,
                        const struct group *g)
{
	return has_name(b, folded, g->name_sv) ||
	       has_name(b, folded, g->name_en);
}

/* A combination is named when each of its parts is. */
static bool is_named(const struct drafting *b, const char *folded,
                     const char *codes)
{
	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");
		const struct group *g = group_of(b, codes, n);

		if (g != NULL && !names_group(b, folded, g))
			return false;
		codes += n + (codes[n] == '+');
	}
	return true;
}

static const char *combined(const struct drafting *b, const char *codes)
{
	const char *out = "";

	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");
		const struct group *g = group_of(b, codes, n);

		if (g != NULL)
			out = *out == '\0' ? group_name(b, g) :
			      block_say(b, T_IN_GROUP, out, group_name(b, g));
		codes += n + (codes[n] == '+');
	}
	return out;
}

/* "äldre 65–79 år" without its age; the whole when it has none. */
static size_t before_age(const char *name)
{
	size_t n = strcspn(name, "0123456789");

	if (name[n] == '\0')
		return n;
	while (n > 0 && name[n - 1] == ' ')
		n--;
	for (const char *const *w = (const char *const[]){ " från", " aged",
	     " from", NULL }; *w != NULL; w++) {
		size_t m = strlen(*w);

		if (n > m && strncmp(name + n - m, *w, m) == 0)
			return n - m;
	}
	return n;
}

/* Two ages of the same kind of people are those people. */
static void note_group(const struct drafting *b, struct text_list *all,
                       const char *name)
{
	size_t n = before_age(name);

	for (size_t i = 0; i < all->n; i++) {
		if (same(all->v[i], name))
			return;
		if (n < strlen(name) && before_age(all->v[i]) == n &&
		    strncmp(all->v[i], name, n) == 0) {
			all->v[i] = arena_text(b->mem, name, n);
			return;
		}
	}
	if (*name != '\0')
		*PUSH(b->mem, all) = name;
}

/* Two ages, or women and men: they are not combined, they are both. */
static bool on_one_axis(const struct drafting *b, const char *codes)
{
	const struct group *first = NULL;

	if (strchr(codes, '+') == NULL)
		return false;
	while (*codes != '\0') {
		size_t n = strcspn(codes, "+");
		const struct group *g = group_of(b, codes, n);

		if (first != NULL && g != NULL && g->axis != first->axis)
			return false;
		first = first == NULL ? g : first;
		codes += n + (codes[n] == '+');
	}
	return true;
}

static void note_codes(const struct drafting *b, struct text_list *all,
                       const char *codes)
{
	while (on_one_axis(b, codes)) {
		size_t n = strcspn(codes, "+");

		note_group(b, all, combined(b, arena_text(b->mem, codes, n)));
		codes += n + 1;
	}
	note_group(b, all, combined(b, codes));
}

const char *block_groups(const struct drafting *b, const struct unit *u,
                         const char *text)
{
	const char *folded = text_fold(b->mem, text);
	struct text_list all = {0};

	for (size_t i = 0; i < u->n; i++) {
		const struct text_list *of = &u->v[i]->groups;

		for (size_t j = 0; j < of->n; j++)
			if (!is_named(b, folded, of->v[j]))
				note_codes(b, &all, of->v[j]);
	}
	return all.n == 0 ? "" : block_say(b, T_CONCERNS,
	       block_list(b, &all, 4, T_MORE_GROUPS), NULL);
}
