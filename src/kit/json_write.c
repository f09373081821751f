#include <stdio.h>
#include <string.h>

#include "kit/json.h"

struct json_writer json_in(struct arena *mem)
{
	struct json_writer w = { .mem = mem, .room = 4 * 1024, .first = true };

	w.text = arena_take(mem, w.room);
	return w;
}

static void put(struct json_writer *w, const char *text, size_t n)
{
	if (w->n + n >= w->room) {
		char *grown;

		while (w->n + n >= w->room)
			w->room *= 2;
		grown = arena_take(w->mem, w->room);
		memcpy(grown, w->text, w->n);
		w->text = grown;
	}
	memcpy(w->text + w->n, text, n);
	w->n += n;
	w->text[w->n] = '\0';
}

static void put_line(struct json_writer *w)
{
	put(w, "\n", 1);
	for (int i = 0; i < w->depth; i++)
		put(w, " ", 1);
}

/* The two-character escapes JSON has; other controls are written as \u00xx. */
static void put_escape(struct json_writer *w, char c)
{
	static const char plain[] = "\"\\\b\f\n\r\t", letter[] = "\"\\bfnrt";
	const char *at = strchr(plain, c);
	char escape[8];

	if (at != NULL)
		snprintf(escape, sizeof escape, "\\%c", letter[at - plain]);
	else
		snprintf(escape, sizeof escape, "\\u%04x", (unsigned char)c);
	put(w, escape, strlen(escape));
}

static bool demands_escape(char c)
{
	return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

static void put_string(struct json_writer *w, const char *text)
{
	put(w, "\"", 1);
	while (*text != '\0') {
		size_t plain = 0;

		while (text[plain] != '\0' && !demands_escape(text[plain]))
			plain++;
		put(w, text, plain);
		text += plain;
		if (*text != '\0')
			put_escape(w, *text++);
	}
	put(w, "\"", 1);
}

/* What stands before any value: a comma, a line of its own, its name. */
static void lead(struct json_writer *w, const char *name)
{
	if (!w->first)
		put(w, ",", 1);
	if (w->depth > 0)
		put_line(w);
	if (name != NULL) {
		put_string(w, name);
		put(w, ": ", 2);
	}
	w->first = false;
}

/* A value has ended; at the top that is the end of the document. */
static void ended(struct json_writer *w)
{
	if (w->depth == 0)
		put(w, "\n", 1);
}

static void put_bare(struct json_writer *w, const char *name, const char *word)
{
	lead(w, name);
	put(w, word, strlen(word));
	ended(w);
}

void json_open(struct json_writer *w, const char *name, char bracket)
{
	lead(w, name);
	put(w, &bracket, 1);
	w->depth++;
	w->first = true;
}

void json_close_with(struct json_writer *w, char bracket)
{
	ASSERT(w->depth > 0);
	w->depth--;
	if (!w->first)
		put_line(w);
	put(w, &bracket, 1);
	w->first = false;
	ended(w);
}

void json_put_text(struct json_writer *w, const char *name, const char *text)
{
	if (text == NULL) {
		json_put_null(w, name);
		return;
	}
	lead(w, name);
	put_string(w, text);
	ended(w);
}

void json_put_int(struct json_writer *w, const char *name, i64 value)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%lld", value);
	put_bare(w, name, digits);
}

void json_put_bool(struct json_writer *w, const char *name, bool value)
{
	put_bare(w, name, value ? "true" : "false");
}

void json_put_null(struct json_writer *w, const char *name)
{
	put_bare(w, name, "null");
}
