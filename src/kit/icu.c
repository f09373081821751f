#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unicode/ucal.h>
#include <unicode/ucasemap.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/clock.h"
#include "base/text.h"
#include "kit/icu.h"

/* What a thread has opened: opening costs a thousand times more than use. */
struct tools {
	UCollator *order;
	UCalendar *stockholm;
	UCaseMap  *cases;
};

static pthread_key_t  tools_key;
static pthread_once_t tools_once = PTHREAD_ONCE_INIT;

static void tools_free(void *of_thread)
{
	struct tools *t = of_thread;

	ucol_close(t->order);
	ucal_close(t->stockholm);
	ucasemap_close(t->cases);
	free(t);
}

static void tools_key_make(void)
{
	if (pthread_key_create(&tools_key, tools_free) != 0)
		panic("no room for a thread key");
}

/* ICU fails for two reasons here: memory gone, or its data not installed. */
static void demand(UErrorCode code)
{
	if (U_FAILURE(code))
		panic("ICU: %s", u_errorName(code));
}

static struct tools *tools(void)
{
	static const UChar place[] = u"Europe/Stockholm";
	UErrorCode code = U_ZERO_ERROR;
	struct tools *t;

	pthread_once(&tools_once, tools_key_make);
	t = pthread_getspecific(tools_key);
	if (t != NULL)
		return t;
	t = calloc(1, sizeof *t);
	if (t == NULL)
		panic("out of memory");
	t->order = ucol_open("sv", &code);
	t->stockholm = ucal_open(place, -1, "sv", UCAL_GREGORIAN, &code);
	t->cases = ucasemap_open("", 0, &code);
	demand(code);
	pthread_setspecific(tools_key, t);
	return t;
}

/* UTF-8 to UTF-16: never more units than there were bytes. */
static UChar *wide(struct arena *mem, const char *text, int32_t *n)
{
	UErrorCode code = U_ZERO_ERROR;
	size_t room = strlen(text) + 1;
	UChar *units = arena_take(mem, room * sizeof *units);

	u_strFromUTF8(units, (int32_t)room, n, text, (int32_t)room - 1, &code);
	demand(code);
	return units;
}

/* Three bytes hold any UTF-16 unit, and four any pair. */
static char *narrow(struct arena *mem, const UChar *units, int32_t n)
{
	UErrorCode code = U_ZERO_ERROR;
	int32_t room = n * 3 + 1;
	char *text = arena_take(mem, (size_t)room);

	u_strToUTF8(text, room, NULL, units, n, &code);
	demand(code);
	return text;
}

/* Everything below U+0300 is in form C already, and tells by its bytes. */
static bool surely_normal(const char *text)
{
	while (*text != '\0' && (unsigned char)*text < 0xCC)
		text++;
	return *text == '\0';
}

/* What is not normal is written anew behind the part that is. */
static char *compose(struct arena *mem, const UNormalizer2 *form,
                     const UChar *units, int32_t n)
{
	UErrorCode code = U_ZERO_ERROR;
	int32_t room = unorm2_normalize(form, units, n, NULL, 0, &code);
	UChar *out = arena_take(mem, ((size_t)room + 1) * sizeof *out);

	code = U_ZERO_ERROR;
	n = unorm2_normalize(form, units, n, out, room + 1, &code);
	demand(code);
	return narrow(mem, out, n);
}

char *text_normal(struct arena *mem, const char *text)
{
	UErrorCode code = U_ZERO_ERROR;
	const UNormalizer2 *form;
	struct arena *scratch;
	UChar *units;
	char *normal;
	int32_t n;

	if (surely_normal(text))
		return arena_copy(mem, text);
	form = unorm2_getNFCInstance(&code);
	demand(code);
	scratch = arena_new();
	units = wide(scratch, text, &n);
	if (unorm2_quickCheck(form, units, n, &code) == UNORM_YES)
		normal = arena_copy(mem, text);
	else
		normal = arena_copy(mem, compose(scratch, form, units, n));
	arena_free(scratch);
	return normal;
}

char *text_sort_key(struct arena *mem, const char *text)
{
	struct arena *scratch = arena_new();
	UCollator *order = tools()->order;
	int32_t n, size;
	UChar *units = wide(scratch, text, &n);
	uint8_t *key;
	char *hex;

	size = ucol_getSortKey(order, units, n, NULL, 0);
	key = arena_take(scratch, (size_t)size);
	ucol_getSortKey(order, units, n, key, size);
	hex = hex_write(mem, key, (size_t)size - 1);    /* without its NUL */
	arena_free(scratch);
	return hex;
}

static char version_text[64];

static void version_find(void)
{
	UVersionInfo icu, rules;
	char both[2][U_MAX_VERSION_STRING_LENGTH];
	struct arena *mem = arena_new();

	u_getVersion(icu);
	ucol_getVersion(tools()->order, rules);
	u_versionToString(icu, both[0]);
	u_versionToString(rules, both[1]);
	strncpy(version_text, arena_print(mem, "%s sv %s", both[0], both[1]),
	        sizeof version_text - 1);
	arena_free(mem);
}

const char *icu_version(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, version_find);
	return version_text;
}

char *text_fold(struct arena *mem, const char *text)
{
	const UCaseMap *cases = tools()->cases;
	UErrorCode code = U_ZERO_ERROR;
	int32_t n = (int32_t)strlen(text), room;
	char *lower;

	room = ucasemap_utf8ToLower(cases, NULL, 0, text, n, &code) + 1;
	lower = arena_take(mem, (size_t)room);
	code = U_ZERO_ERROR;
	ucasemap_utf8ToLower(cases, lower, room, text, n, &code);
	demand(code);
	return lower;
}

/* Ms of a clock on a wall in Stockholm, as if it stood in UTC. */
static i64 in_stockholm(i64 ms)
{
	UCalendar *place = tools()->stockholm;
	UErrorCode code = U_ZERO_ERROR;
	i64 ahead;

	ucal_setMillis(place, (UDate)ms, &code);
	ahead = ucal_get(place, UCAL_ZONE_OFFSET, &code);
	ahead += ucal_get(place, UCAL_DST_OFFSET, &code);
	demand(code);
	return ms + ahead;
}

static i64 whole_days(i64 ms)
{
	return ms / DAY_MS - (ms % DAY_MS < 0);
}

i64 day_of_instant(i64 ms)
{
	return whole_days(in_stockholm(ms));
}

/* Twice: the first guess may stand on the other side of a change of hour. */
i64 instant_of(i64 day, i64 minute)
{
	i64 there = day * DAY_MS + minute * 60 * 1000;
	i64 guess = there - (in_stockholm(there) - there);

	return there - (in_stockholm(guess) - guess);
}

static const char *const months[2][12] = {
	[SWEDISH] = { "januari", "februari", "mars", "april", "maj", "juni",
	              "juli", "augusti", "september", "oktober", "november",
	              "december" },
	[ENGLISH] = { "January", "February", "March", "April", "May", "June",
	              "July", "August", "September", "October", "November",
	              "December" },
};

char *day_say(struct arena *mem, enum language language, i64 day)
{
	struct date d = date_of_day(day);

	return arena_print(mem, "%d %s %d", d.day,
	                   months[language][d.month - 1], d.year);
}

char *time_say(struct arena *mem, enum language language, i64 ms)
{
	i64 local = in_stockholm(ms);
	i64 minutes = (local - whole_days(local) * DAY_MS) / 60000;

	return arena_print(mem, language == SWEDISH ? "%02lld.%02lld"
	                                            : "%02lld:%02lld",
	                   minutes / 60, minutes % 60);
}

char *instant_say(struct arena *mem, enum language language, i64 ms)
{
	return arena_print(mem, language == SWEDISH ? "%s kl. %s" : "%s at %s",
	                   day_say(mem, language, day_of_instant(ms)),
	                   time_say(mem, language, ms));
}

/* A number of one to so many digits; moves past it. */
static bool take_number(const char **text, size_t most, int *out)
{
	size_t n = strspn(*text, "0123456789");

	*out = 0;
	if (n == 0 || n > most)
		return false;
	for (; n > 0; n--)
		*out = *out * 10 + (*(*text)++ - '0');
	return true;
}

/* "/3" or " mars"; moves past it. */
static bool take_month(const char **text, int *out)
{
	if (**text == '/') {
		++*text;
		return take_number(text, 2, out);
	}
	*text += strspn(*text, " ");
	for (int i = 0; i < 24; i++) {
		const char *name = months[i / 12][i % 12];

		if (strncasecmp(*text, name, strlen(name)) == 0) {
			*text += strlen(name);
			*out = i % 12 + 1;
			return true;
		}
	}
	return false;
}

bool day_typed(const char *text, i64 *day)
{
	struct date d;
	const char *year;

	if (text == NULL)
		return false;
	text += strspn(text, " ");
	if (strcspn(text, " ") == 10 && text_blank(text + 10)) {
		char date[11] = "";

		memcpy(date, text, 10);
		return day_read(date, day);
	}
	if (!take_number(&text, 2, &d.day) || !take_month(&text, &d.month))
		return false;
	year = text += strspn(text, " ");
	if (!take_number(&text, 4, &d.year) || text != year + 4 ||
	    !text_blank(text) || !date_exists(d))
		return false;
	*day = day_of_date(d);
	return true;
}

char *number_say(struct arena *mem, enum language language, i64 number)
{
	static const char *const apart[] = { [SWEDISH] = "\u00a0",
	                                     [ENGLISH] = "," };
	static const char *const minus[] = { [SWEDISH] = "\u2212",
	                                     [ENGLISH] = "-" };
	char *digits = arena_print(mem, "%lld", number);
	bool below = *digits == '-';
	char *said = arena_copy(mem, below ? minus[language] : "");
	size_t n;

	digits += below;
	n = strlen(digits);
	while (n > 0) {
		size_t group = (n - 1) % 3 + 1;

		said = arena_print(mem, "%s%.*s%s", said, (int)group, digits,
		                   n > group ? apart[language] : "");
		digits += group;
		n -= group;
	}
	return said;
}
