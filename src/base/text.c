#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Bytes in the sequence that starts here, 0 if it is broken. */
static size_t sequence(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return s[0] != 0;
	if (s[0] < 0xC2)
		return 0;
	if (s[0] < 0xE0)
		return n >= 2 && (s[1] & 0xC0) == 0x80 ? 2 : 0;
	if (s[0] < 0xF0) {
		if (n < 3 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80)
			return 0;
		if ((s[0] == 0xE0 && s[1] < 0xA0) ||
		    (s[0] == 0xED && s[1] > 0x9F))
			return 0;
		return 3;
	}
	if (s[0] > 0xF4 || n < 4 || (s[1] & 0xC0) != 0x80 ||
	    (s[2] & 0xC0) != 0x80 || (s[3] & 0xC0) != 0x80)
		return 0;
	if ((s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
		return 0;
	return 4;
}

bool text_valid(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;

	while (n > 0) {
		size_t step = sequence(s, n);

		if (step == 0)
			return false;
		s += step;
		n -= step;
	}
	return true;
}

bool text_clean(const char *text)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F)
			return false;
		if (c == 0xC2 && (unsigned char)text[1] < 0xA0)
			return false;   /* U+0080 to U+009F */
	}
	return true;
}

size_t text_length(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

static bool white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char *like_pattern(struct arena *mem, const char *text)
{
	char *out = arena_take(mem, 2 * strlen(text) + 3), *end = out;

	*end++ = '%';
	for (; *text != '\0'; text++) {
		if (strchr("%_!", *text) != NULL)
			*end++ = '!';
		*end++ = *text;
	}
	*end++ = '%';
	*end = '\0';
	return out;
}

char *text_trim(struct arena *mem, const char *text)
{
	size_t n = 0;
	char *out;

	while (white(*text))
		text++;
	out = arena_take(mem, strlen(text) + 1);
	for (; *text != '\0'; text++) {
		if (*text == '\r') {
			if (text[1] != '\n')
				out[n++] = '\n';
			continue;
		}
		out[n++] = *text;
	}
	while (n > 0 && white(out[n - 1]))
		n--;
	out[n] = '\0';
	return out;
}

bool text_blank(const char *text)
{
	return text == NULL || text[strspn(text, " \t\r\n")] == '\0';
}

char *text_short(struct arena *mem, const char *text, size_t most)
{
	size_t seen = 0, end = 0, word = 0;

	if (text_length(text) <= most)
		return arena_copy(mem, text);
	for (; text[end] != '\0'; end++) {
		if (((unsigned char)text[end] & 0xC0) == 0x80)
			continue;
		if (seen++ == most)
			break;
		if (text[end] == ' ')
			word = end;
	}
	if (word > end / 2)
		end = word;
	return arena_print(mem, "%.*s…", (int)end, text);
}

struct text_list text_lines(struct arena *mem, const char *text)
{
	struct text_list lines = {0};

	while (*text != '\0') {
		size_t n = strcspn(text, "\r\n");
		char *line = text_trim(mem, arena_text(mem, text, n));

		if (*line != '\0')
			*PUSH(mem, &lines) = line;
		text += n;
		text += strspn(text, "\r\n");
	}
	return lines;
}

/*
 * Each run of digits becomes its length and its digits, so that bytes compare
 * as numbers do; digits sort before letters in ASCII already.
 */
char *code_sort_key(struct arena *mem, const char *code)
{
	size_t n = 0;
	char *key = arena_take(mem, 4 * strlen(code) + 1);

	while (*code != '\0') {
		size_t digits;

		if (!isdigit((unsigned char)*code)) {
			key[n++] = (char)tolower((unsigned char)*code++);
			continue;
		}
		while (code[0] == '0' && isdigit((unsigned char)code[1]))
			code++;
		digits = strspn(code, "0123456789");
		n += (size_t)snprintf(key + n, 3, "%02zu",
		                     digits < 99 ? digits : 99);
		memcpy(key + n, code, digits);
		n += digits;
		code += digits;
	}
	key[n] = '\0';
	return key;
}

int code_order(const char *a, const char *b)
{
	struct arena *mem = arena_new();
	int order = strcmp(code_sort_key(mem, a), code_sort_key(mem, b));

	arena_free(mem);
	return order != 0 ? order : strcmp(a, b);
}

bool number_read(const char *text, i64 least, i64 most, i64 *out)
{
	char *end;
	i64 value;

	if (text == NULL || !(isdigit((unsigned char)*text) ||
	    (*text == '-' && isdigit((unsigned char)text[1]))))
		return false;
	errno = 0;
	value = strtoll(text, &end, 10);
	if (errno != 0 || *end != '\0' || value < least || value > most)
		return false;
	*out = value;
	return true;
}

char *hex_write(struct arena *mem, const void *bytes, size_t n)
{
	static const char digit[] = "0123456789abcdef";
	const unsigned char *b = bytes;
	char *text = arena_take(mem, 2 * n + 1);

	for (size_t i = 0; i < n; i++) {
		text[2 * i] = digit[b[i] >> 4];
		text[2 * i + 1] = digit[b[i] & 15];
	}
	return text;
}

const char *or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

bool same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

char *text_joined(struct arena *mem, const struct text_list *parts)
{
	char *all, *end;
	size_t n = 0;

	for (size_t i = 0; i < parts->n; i++)
		n += strlen(parts->v[i]);
	end = all = arena_take(mem, n + 1);
	for (size_t i = 0; i < parts->n; i++) {
		size_t length = strlen(parts->v[i]);

		memcpy(end, parts->v[i], length);
		end += length;
	}
	return all;
}
