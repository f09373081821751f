#include <string.h>

#include "base/text.h"
#include "workshop/meeting.h"

static const struct { const char *word; unsigned value; } words[] = {
	{ "dn", VALUE_DN }, { "in", VALUE_IN }, { "no", VALUE_NO },
	{ "ip", VALUE_IP }, { "dp", VALUE_DP },
	{ "rn", VALUE_RN }, { "rp", VALUE_RP }, { "gap", VALUE_GAP },
};

enum { WITH_PATH = VALUE_DN | VALUE_IN | VALUE_IP | VALUE_DP,
       WITHOUT = VALUE_RN | VALUE_RP };

static unsigned word_value(const char *word, size_t n)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (strlen(words[i].word) == n &&
		    memcmp(words[i].word, word, n) == 0)
			return words[i].value;
	return 0;
}

unsigned value_read(const char *text, bool path)
{
	unsigned set = 0;

	while (*text != '\0') {
		size_t n = strcspn(text, " ");
		unsigned one = word_value(text, n);

		if (one == 0 || (one & (path ? WITHOUT : WITH_PATH)) != 0)
			return 0;
		set |= one;
		text += n + strspn(text + n, " ");
	}
	if ((set & (VALUE_NO | VALUE_GAP)) != 0 && (set & (set - 1)) != 0)
		return 0;       /* these two stand alone */
	return set;
}

const char *value_write(struct arena *mem, unsigned set)
{
	const char *text = "";

	for (size_t i = 0; i < COUNT(words); i++)
		if ((set & words[i].value) != 0)
			text = arena_print(mem, "%s%s%s", text,
			                   *text == '\0' ? "" : " ",
			                   words[i].word);
	return text;
}

unsigned board_reply_flaws(const struct board_reply *b, bool path)
{
	unsigned set = value_read(b->value, path), flaws = 0;

	if (set == 0)
		return BOARD_NO_VALUE;
	if ((set & VALUE_POSITIVE) != 0 && text_blank(b->plus))
		flaws |= BOARD_NO_PLUS;
	if ((set & VALUE_NEGATIVE) != 0 && text_blank(b->minus))
		flaws |= BOARD_NO_MINUS;
	if ((set & VALUE_GAP) != 0 && text_blank(b->other))
		flaws |= BOARD_NO_OTHER;
	return flaws;
}

/* -- free questions ------------------------------------------------------ */

static bool ranks_all(const char *text, size_t options)
{
	unsigned long seen = 0;

	for (size_t k = 0; k < options; k++) {
		size_t n = strcspn(text, " ");
		i64 no;
		char word[8] = "";

		if (n == 0 || n >= sizeof word)
			return false;
		memcpy(word, text, n);
		if (!number_read(word, 1, (i64)options, &no) ||
		    (seen & 1ul << no) != 0)
			return false;
		seen |= 1ul << no;
		text += n + strspn(text + n, " ");
	}
	return *text == '\0';
}

bool ask_reads(const struct item *item, const char *value)
{
	i64 no;

	switch (item->ask) {
	case ASK_NONE:
		return false;
	case ASK_TEXT:
		return !text_blank(value);
	case ASK_CHOICE:
		return number_read(value, 1, (i64)item->options.n, &no);
	case ASK_RANK:
		return item->options.n > 0 && item->options.n < 20 &&
		       ranks_all(value, item->options.n);
	case ASK_SCALE:
		return number_read(value, 1, 5, &no);
	}
	return false;
}

/* -- codes --------------------------------------------------------------- */

enum { CODE = 6 };

const char *code_read(struct arena *mem, const char *typed)
{
	char *code = arena_take(mem, CODE + 1);
	size_t n = 0;

	for (; *typed != '\0'; typed++) {
		char c = *typed;

		if (c == ' ' || c == '-')
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (n == CODE ||
		    !((c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7')))
			return NULL;
		code[n++] = c;
	}
	return n == CODE ? code : NULL;
}
