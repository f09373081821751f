/* Any text on a page, in a sentence and in an attribute: it is text there. */
#include <stdlib.h>
#include <string.h>

#include "base/markup.h"
#include "base/text.h"
#include "web/say.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* As a browser reads it. */
static char *unescaped(struct arena *mem, const char *text)
{
	static const struct { const char *sign; char is; } signs[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' },
	};
	char *out = arena_take(mem, strlen(text) + 1), *to = out;

	while (*text != '\0') {
		size_t i = 0;

		while (i < COUNT(signs) && strncmp(text, signs[i].sign,
		       strlen(signs[i].sign)) != 0)
			i++;
		ASSERT(*text != '&' || i < COUNT(signs));
		*to++ = i < COUNT(signs) ? signs[i].is : *text;
		text += i < COUNT(signs) ? strlen(signs[i].sign) : 1;
	}
	return out;
}

static void check_said(struct arena *mem, const char *text)
{
	const char *said = say_fill(mem, "{1} och {2}", text, "{1}");

	ASSERT(strlen(said) == strlen(text) + strlen(" och {1}"));
	ASSERT(strncmp(said, text, strlen(text)) == 0);
}

#ifdef PLANTED_BUG
/* Five letters a sign are enough, are they not? */
static void keep(const char *text, const char *escaped)
{
	char *volatile kept = calloc(1, strlen(text) * 5 + 1);

	memcpy(kept, escaped, strlen(escaped) + 1);
	free(kept);
}
#endif

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *mem = arena_new();

	if (text_valid((const char *)bytes, n)) {
		const char *text = arena_text(mem, (const char *)bytes, n);
		struct markup m = markup_in(mem);

		emit(&m, "%s", text);
		ASSERT(strpbrk(m.text, "<>\"'") == NULL);
		ASSERT(same(unescaped(mem, m.text), text));
		check_said(mem, text);
#ifdef PLANTED_BUG
		keep(text, m.text);
#endif
	}
	arena_free(mem);
	return 0;
}
