/* Text of any bytes: what holds for valid text, whatever it says. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/markup.h"
#include "base/text.h"
#include "kit/icu.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void check_trimmed(struct arena *mem, const char *text)
{
	char *trimmed = text_trim(mem, text);
	struct text_list lines = text_lines(mem, text);

	ASSERT(strchr(trimmed, '\r') == NULL);
	ASSERT(same(text_trim(mem, trimmed), trimmed));
	ASSERT(text_blank(text) == (*trimmed == '\0'));
	for (size_t i = 0; i < lines.n; i++)
		ASSERT(!text_blank(lines.v[i]));
	for (size_t most = 0; most < 20; most++)
		ASSERT(text_length(text_short(mem, text, most)) <= most + 1);
}

static void check_unicode(struct arena *mem, const char *text)
{
	char *normal = text_normal(mem, text), *fold = text_fold(mem, text);
	struct markup m = markup_in(mem);

	ASSERT(text_valid(normal, strlen(normal)));
	ASSERT(same(text_normal(mem, normal), normal));
	ASSERT(text_valid(fold, strlen(fold)));
	ASSERT(same(text_sort_key(mem, normal), text_sort_key(mem, normal)));
	emit(&m, "%s", text);
	ASSERT(strpbrk(m.text, "<>\"'") == NULL);
}

static void check_read(struct arena *mem, const char *text)
{
	i64 value;

	if (day_read(text, &value))
		ASSERT(same(day_write(mem, value), text));
	if (instant_read(text, &value))
		ASSERT(instant_read(instant_write(mem, value), &value));
	if (day_typed(text, &value))
		ASSERT(day_typed(day_say(mem, SWEDISH, value), &value));
	if (number_read(text, -1000, 1000, &value))
		ASSERT(value >= -1000 && value <= 1000);
}

/* The two halves of it as codes. */
static void check_codes(struct arena *mem, const char *text)
{
	const char *a = text, *b = text + strlen(text) / 2;
	int order = code_order(a, b);
	int keys = strcmp(code_sort_key(mem, a), code_sort_key(mem, b));

	ASSERT((order < 0) == (code_order(b, a) > 0));
	ASSERT(code_order(a, a) == 0);
	ASSERT(keys == 0 || (keys < 0) == (order < 0));
}

#ifdef PLANTED_BUG
/* Characters counted by what their first byte promises. */
static size_t count(const uint8_t *bytes, size_t n)
{
	size_t seen = 0;

	for (size_t i = 0; i < n; seen++)
		i += bytes[i] < 0xC0 ? 1 : 2 + (size_t)(bytes[i + 1] < 0x80);
	return seen;
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();

#ifdef PLANTED_BUG
	ASSERT(count(bytes, n) <= n);
#endif
	if (text_valid((const char *)bytes, n)) {
		char *text = arena_text(mem, (const char *)bytes, n);

		(void)text_clean(text);
		check_trimmed(mem, text);
		check_unicode(mem, text);
		check_read(mem, text);
		check_codes(mem, text);
	}
	arena_free(mem);
	return 0;
}
