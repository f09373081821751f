#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "web/session.h"

enum { MOST_FIELDS = 2000, MOST_PARTS = 200 };

static int nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 32);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static char *decode(struct arena *mem, const char *text, size_t n, bool plus)
{
	char *out = arena_take(mem, n + 1);
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		char c = text[i];

		if (c == '+' && plus)
			c = ' ';
		if (c == '%') {
			int high = i + 2 < n ? nibble(text[i + 1]) : -1;
			int low = i + 2 < n ? nibble(text[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = (char)(high * 16 + low);
			i += 2;
		}
		out[at++] = c;
	}
	return text_valid(out, at) ? out : NULL;
}

char *percent_decode(struct arena *mem, const char *text, size_t n)
{
	return decode(mem, text, n, false);
}

bool fields_decode(struct arena *mem, struct bytes body,
                   struct field_list *out)
{
	const char *at = body.v, *end = at + body.n;

	while (at < end) {
		const char *stop = memchr(at, '&', (size_t)(end - at));
		const char *equals;
		struct field *f;

		if (stop == NULL)
			stop = end;
		equals = memchr(at, '=', (size_t)(stop - at));
		if (equals == NULL)
			equals = stop;
		if (out->n == MOST_FIELDS)
			return false;
		f = PUSH(mem, out);
		f->name = decode(mem, at, (size_t)(equals - at), true);
		f->value = equals == stop ? "" :
		           decode(mem, equals + 1,
		                  (size_t)(stop - equals - 1), true);
		if (f->name == NULL || f->value == NULL) {
			out->n--;       /* what was whole can be shown */
			return false;
		}
		at = stop + 1;
	}
	return true;
}

static void put_encoded(struct markup *m, const char *text)
{
	static const char safe[] = "-._~";

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		char one[] = { *text, '\0' };

		if (isalnum(c) || strchr(safe, c) != NULL)
			emit(m, "%s", one);
		else
			emit(m, "%%%s", hex_write(m->mem, &c, 1));
	}
}

char *percent_encode(struct arena *mem, const char *text)
{
	struct markup m = markup_in(mem);

	put_encoded(&m, text);
	return m.text;
}

char *fields_encode(struct arena *mem, const struct field_list *fields)
{
	struct markup m = markup_in(mem);

	for (size_t i = 0; i < fields->n; i++) {
		if (m.n > 0)
			emit_markup(&m, &(struct markup){ .text = "&",
			                                  .n = 1 });
		put_encoded(&m, fields->v[i].name);
		emit(&m, "=");
		put_encoded(&m, fields->v[i].value);
	}
	return m.text;
}

/* -- multipart ----------------------------------------------------------- */

struct parts {
	struct arena *mem;
	const char   *at, *end;
	char         *border;           /* with the line break before it */
};

/* The value of name="…" in a header line, or NULL. */
static char *quoted(struct arena *mem, const char *line, size_t n,
                    const char *name)
{
	char *text = arena_text(mem, line, n);
	char *at = strstr(text, name), *end;

	if (at == NULL || strncmp(at + strlen(name), "=\"", 2) != 0)
		return NULL;
	at += strlen(name) + 2;
	end = strchr(at, '"');
	if (end == NULL)
		return NULL;
	*end = '\0';
	return text_valid(at, strlen(at)) ? at : NULL;
}

/* Header lines up to the empty one; the name and file they tell of. */
static bool part_head(struct parts *p, struct field *f)
{
	static const char word[] = "content-disposition:";

	for (;;) {
		size_t left = (size_t)(p->end - p->at);
		const char *stop = memmem(p->at, left, "\r\n", 2);
		size_t n;

		if (stop == NULL || stop - p->at > 2000)
			return false;
		n = (size_t)(stop - p->at);
		if (n > strlen(word) &&
		    strncasecmp(p->at, word, strlen(word)) == 0) {
			f->name = quoted(p->mem, p->at, n, " name");
			f->file = quoted(p->mem, p->at, n, " filename");
		}
		p->at = stop + 2;
		if (n == 0)
			return f->name != NULL;
	}
}

static bool part_body(struct parts *p, struct field *f)
{
	size_t left = (size_t)(p->end - p->at);
	const char *stop = memmem(p->at, left, p->border, strlen(p->border));

	if (stop == NULL)
		return false;
	f->bytes = (struct bytes){ p->at, (size_t)(stop - p->at) };
	f->value = "";
	if (f->file == NULL) {
		if (!text_valid(p->at, f->bytes.n))
			return false;
		f->value = arena_text(p->mem, p->at, f->bytes.n);
	}
	p->at = stop + strlen(p->border);
	return true;
}

bool multipart_decode(struct arena *mem, const char *content_type,
                      struct bytes body, struct field_list *out)
{
	const char *border = strstr(content_type, "boundary=");
	struct parts p = { .mem = mem, .at = body.v };
	size_t n;

	if (border == NULL || body.n == 0)
		return false;
	border += strlen("boundary=");
	n = *border == '"' ? strcspn(++border, "\"") : strcspn(border, "; ");
	if (n < 1 || n > 70)
		return false;
	p.end = p.at + body.n;
	p.border = arena_print(mem, "\r\n--%.*s", (int)n, border);
	n = strlen(p.border) - 2;
	if (body.n < n || memcmp(p.at, p.border + 2, n) != 0)
		return false;
	p.at += n;
	while (p.end - p.at >= 2 && memcmp(p.at, "\r\n", 2) == 0) {
		struct field *f;

		p.at += 2;
		if (out->n == MOST_PARTS)
			return false;
		f = PUSH(mem, out);
		if (!part_head(&p, f) || !part_body(&p, f)) {
			out->n--;
			return false;
		}
	}
	return p.end - p.at >= 2 && memcmp(p.at, "--", 2) == 0;
}
