#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/markup.h"

struct markup markup_in(struct arena *mem)
{
	struct markup m = { .mem = mem, .room = 8 * 1024 };

	m.text = arena_take(mem, m.room);
	return m;
}

static void need(struct markup *m, size_t more)
{
	char *grown;

	if (m->n + more < m->room)
		return;
	while (m->n + more >= m->room)
		m->room *= 2;
	grown = arena_take(m->mem, m->room);
	memcpy(grown, m->text, m->n + 1);
	m->text = grown;
}

static void put(struct markup *m, const char *text, size_t n)
{
	need(m, n);
	memcpy(m->text + m->n, text, n);
	m->n += n;
	m->text[m->n] = '\0';
}

/* What a character is written as, for the five that mean something. */
static const char *const entity[256] = {
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
	['"'] = "&quot;", ['\''] = "&#39;",
};

static void put_escaped(struct markup *m, const char *text)
{
	for (;;) {
		const char *start = text;

		while (*text != '\0' && entity[(unsigned char)*text] == NULL)
			text++;
		if (text > start)
			put(m, start, (size_t)(text - start));
		if (*text == '\0')
			return;
		start = entity[(unsigned char)*text++];
		put(m, start, strlen(start));
	}
}

static void put_number(struct markup *m, long long value)
{
	char digits[24];

	put(m, digits, (size_t)snprintf(digits, sizeof digits, "%lld", value));
}

/* One conversion; answers what follows it. */
static const char *convert(struct markup *m, const char *f, va_list *args)
{
	if (*f == 's') {
		const char *text = va_arg(*args, const char *);

		if (text != NULL)
			put_escaped(m, text);
		return f + 1;
	}
	if (*f == 'd') {
		put_number(m, va_arg(*args, int));
		return f + 1;
	}
	if (strncmp(f, "lld", 3) == 0) {
		put_number(m, va_arg(*args, long long));
		return f + 3;
	}
	ASSERT(*f == '%');
	put(m, "%", 1);
	return f + 1;
}

void emit(struct markup *m, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	while (*format != '\0') {
		size_t plain = strcspn(format, "%");

		if (plain > 0)
			put(m, format, plain);
		format += plain;
		if (*format == '%')
			format = convert(m, format + 1, &args);
	}
	va_end(args);
}

void emit_markup(struct markup *m, const struct markup *written)
{
	put(m, written->text, written->n);
}
