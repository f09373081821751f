/* The text of a mail's headers. */
#include <string.h>

#include "base/clock.h"
#include "kit/mail.h"

bool mail_address_fine(const char *address)
{
	const char *at = strchr(address, '@');

	for (const char *c = address; *c != '\0'; c++)
		if ((unsigned char)*c <= ' ' || strchr("<>\",;:\\()", *c))
			return false;
	return at != NULL && at != address && at[1] != '\0' &&
	       strchr(at + 1, '@') == NULL;
}

const char *mail_words(struct arena *mem, const char *text)
{
	enum { WORD_MOST = 60 };
	char *out = arena_print(mem, "=?UTF-8?Q?");
	size_t in_word = 0;

	for (const char *c = text; *c != '\0'; c++) {
		bool begins = ((unsigned char)*c & 0xC0) != 0x80;

		if (begins && in_word > WORD_MOST) {
			out = arena_print(mem, "%s?=\r\n =?UTF-8?Q?", out);
			in_word = 0;
		}
		out = arena_print(mem, "%s=%02X", out, (unsigned char)*c);
		in_word += 3;
	}
	return arena_print(mem, "%s?=", out);
}

const char *mail_date(struct arena *mem, i64 ms)
{
	static const char days[7][4] = {
		"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	static const char months[12][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
		"Oct", "Nov", "Dec" };
	i64 day = ms / DAY_MS, s = ms % DAY_MS / 1000;
	struct date d = date_of_day(day);

	return arena_print(mem, "%s, %d %s %d %02lld:%02lld:%02lld +0000",
	                   days[day % 7], d.day, months[d.month - 1], d.year,
	                   s / 3600, s / 60 % 60, s % 60);
}
