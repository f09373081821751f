#include <string.h>

#include "account/account.h"
#include "base/text.h"
#include "base/rights.h"

/* Rows of keys and words that everybody tries first. */
static const char *const tried_first[] = {
	"password", "lösenord", "qwerty", "asdfgh", "123456", "hemligt",
	"abcdef", "sommar", "vinter", "välkommen", "vagval", "vägval",
};

/* Fewer than five different characters is a pattern, not a password. */
static size_t different(const char *text)
{
	bool seen[256] = { false };
	size_t n = 0;

	for (; *text != '\0'; text++) {
		n += !seen[(unsigned char)*text];
		seen[(unsigned char)*text] = true;
	}
	return n;
}

/* Is more than half of it one of the words everybody tries? */
static bool mostly(const char *password, const char *word)
{
	size_t n = 0;

	for (const char *at = password; (at = strstr(at, word)) != NULL; at++)
		n += strlen(word);
	return n * 2 > strlen(password);
}

unsigned password_flaws(const char *password, const char *email)
{
	unsigned flaws = 0;
	char name[100] = "";

	if (text_length(password) < PASSWORD_LEAST)
		flaws |= PASSWORD_SHORT;
	if (different(password) < 5)
		flaws |= PASSWORD_COMMON;
	for (size_t i = 0; i < COUNT(tried_first); i++)
		if (mostly(password, tried_first[i]))
			flaws |= PASSWORD_COMMON;
	if (strcspn(email, "@") >= 4 && strcspn(email, "@") < sizeof name) {
		memcpy(name, email, strcspn(email, "@"));
		if (mostly(password, name))
			flaws |= PASSWORD_COMMON;
	}
	return flaws;
}

unsigned email_flaws(const char *email)
{
	const char *at = strchr(email, '@');

	if (at == NULL || at == email || strchr(at + 1, '@') != NULL ||
	    strchr(at, '.') == NULL || at[strlen(at) - 1] == '.' ||
	    strpbrk(email, " \t\n<>,;\"'") != NULL || strlen(email) > 200)
		return EMAIL_BROKEN;
	return 0;
}

/* Three free tries, then twice as long each time, never over two minutes:
 * slow for a guesser, never locked for the one who owns the account. */
i64 sign_in_wait_ms(i64 failed)
{
	i64 wait = 1000;

	if (failed < 3)
		return 0;
	for (i64 i = 3; i < failed && wait < 120000; i++)
		wait *= 2;
	return wait < 120000 ? wait : 120000;
}

static const struct { const char *word; unsigned right; } words[] = {
	{ "read", READ }, { "answer", ANSWER }, { "edit", EDIT },
	{ "lead", LEAD }, { "review", REVIEW }, { "sign", SIGN },
	{ "register", REGISTER }, { "admin", ADMIN },
};

unsigned rights_read(const char *text)
{
	unsigned rights = READ;

	while (*text != '\0') {
		size_t n = strcspn(text, ","), i = 0;

		while (i < COUNT(words) && (strlen(words[i].word) != n ||
		       strncmp(words[i].word, text, n) != 0))
			i++;
		if (i == COUNT(words))
			return 0;
		rights |= words[i].right;
		text += n;
		text += *text == ',';
	}
	return rights;
}
