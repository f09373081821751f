#include <string.h>

#include <jansson.h>

#include "base/text.h"
#include "kit/icu.h"
#include "kit/json.h"

enum { MOST_BYTES = 20 * 1024 * 1024, LEVELS = 32, NAME_SHOWN = 60 };

/* A value and the way to it: a member of its parent, or an element of one. */
struct json {
	json_t            *value;
	const struct json *parent;
	const char        *name;        /* NULL: the parent itself */
	i64                index;       /* in the list there, or -1 */
};

/* "findings" and "[3]" behind what leads there. */
static const char *path_on(struct arena *mem, const char *path,
                           const char *name, i64 index)
{
	const char *dot = *path != '\0' && name != NULL ? "." : "";

	if (name == NULL)
		name = "";
	if (index < 0)
		return arena_print(mem, "%s%s%s", path, dot, name);
	return arena_print(mem, "%s%s%s[%lld]", path, dot, name, index);
}

static const char *path_of(struct arena *mem, const struct json *at)
{
	if (at == NULL || at->parent == NULL)
		return "";
	return path_on(mem, path_of(mem, at->parent), at->name, at->index);
}

void json_refuse(struct json_reader *r, const struct json *in,
                 const char *name, enum json_wrong wrong)
{
	if (r->wrong != JSON_FINE)
		return;
	r->wrong = wrong;
	r->where = path_on(r->mem, path_of(r->mem, in), name, -1);
}

static const struct json *node(struct json_reader *r, json_t *value,
                               const struct json *parent, const char *name,
                               i64 index)
{
	struct json *at;

	if (value == NULL)
		return NULL;
	at = NEW(r->mem, struct json);
	*at = (struct json){ value, parent, name, index };
	return at;
}

/*
 * Strings are skipped, so brackets in them do not count. Answers the line where
 * it gets too deep, or 0. Jansson calls itself once a level, so this is first.
 */
static i64 too_deep(const char *text, size_t n)
{
	bool quoted = false;
	int level = 0;
	i64 line = 1;

	for (size_t i = 0; i < n; i++) {
		char c = text[i];

		line += c == '\n';
		if (c == '"')
			quoted = !quoted;
		else if (quoted)
			i += c == '\\';
		else if (c == '{' || c == '[')
			level++;
		else if (c == '}' || c == ']')
			level--;
		if (level > LEVELS)
			return line;
	}
	return 0;
}

static struct json_reader broken(struct json_reader r, enum json_wrong wrong,
                                 i64 line)
{
	r.wrong = wrong;
	r.line = line;
	return r;
}

struct json_reader json_read(struct arena *mem, struct bytes bytes)
{
	struct json_reader r = { .mem = mem, .where = "" };
	const char *text = bytes.v;
	size_t n = bytes.n;
	json_error_t error;
	json_t *root;
	i64 line;

	if (n > MOST_BYTES)
		return broken(r, JSON_TOO_LONG, 0);
	r.text = (struct bytes){ text, n };
	if (n == 0 || !text_valid(text, n))
		return broken(r, JSON_BROKEN, 1);
	if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		n -= 3;
		r.text = (struct bytes){ text, n };
	}
	line = too_deep(text, n);
	if (line > 0)
		return broken(r, JSON_TOO_DEEP, line);
	root = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);
	if (root == NULL)
		return broken(r, JSON_BROKEN, error.line);
	r.root = node(&r, root, NULL, NULL, -1);
	return r;
}

void json_close(struct json_reader *r)
{
	if (r->root != NULL)
		json_decref(r->root->value);
	r->root = NULL;
}

/*
 * The member, or the value itself; NULL if it is not there, with a complaint
 * if it is needed. Null is not there.
 */
static json_t *found(struct json_reader *r, const struct json *in,
                     const char *name, bool needed)
{
	json_t *value;

	if (r->wrong != JSON_FINE || in == NULL)
		return NULL;
	if (name != NULL && !json_is_object(in->value)) {
		json_refuse(r, in, NULL, JSON_TYPE);
		return NULL;
	}
	value = name == NULL ? in->value : json_object_get(in->value, name);
	if (value != NULL && !json_is_null(value))
		return value;
	if (needed)
		json_refuse(r, in, name, JSON_MISSING);
	return NULL;
}

/* The member if it is of the type; a complaint if it is of another. */
static json_t *typed(struct json_reader *r, const struct json *in,
                     const char *name, json_type type, bool needed)
{
	json_t *value = found(r, in, name, needed);

	if (value == NULL || json_typeof(value) == type)
		return value;
	json_refuse(r, in, name, JSON_TYPE);
	return NULL;
}

const struct json *json_member(struct json_reader *r, const struct json *in,
                               const char *name, bool needed)
{
	return node(r, typed(r, in, name, JSON_OBJECT, needed), in, name, -1);
}

/* As text is wanted everywhere, or NULL. */
static const char *read_string(struct json_reader *r, const json_t *value)
{
	const char *text = json_string_value(value);

	return text_clean(text) ? text_normal(r->mem, text) : NULL;
}

const char *json_text(struct json_reader *r, const struct json *in,
                      const char *name, size_t most, bool needed)
{
	json_t *value = typed(r, in, name, JSON_STRING, needed);
	const char *text;

	if (value == NULL)
		return NULL;
	text = read_string(r, value);
	if (text != NULL && text_length(text) <= most)
		return text;
	json_refuse(r, in, name, text == NULL ? JSON_VALUE : JSON_TOO_LONG);
	return NULL;
}

i64 json_int(struct json_reader *r, const struct json *in, const char *name,
             i64 least, i64 most, bool needed)
{
	json_t *value = typed(r, in, name, JSON_INTEGER, needed);
	i64 number;

	if (value == NULL)
		return 0;
	number = json_integer_value(value);
	if (number >= least && number <= most)
		return number;
	json_refuse(r, in, name, JSON_VALUE);
	return 0;
}

bool json_bool(struct json_reader *r, const struct json *in, const char *name,
               bool needed)
{
	json_t *value = found(r, in, name, needed);

	if (value == NULL)
		return false;
	if (!json_is_boolean(value))
		json_refuse(r, in, name, JSON_TYPE);
	return json_is_true(value);
}

size_t json_length(struct json_reader *r, const struct json *in,
                   const char *name, size_t most, bool needed)
{
	json_t *list = typed(r, in, name, JSON_ARRAY, needed);
	size_t n;

	if (list == NULL)
		return 0;
	n = json_array_size(list);
	if (n <= most)
		return n;
	json_refuse(r, in, name, JSON_TOO_LONG);
	return 0;
}

const struct json *json_at(struct json_reader *r, const struct json *in,
                           const char *name, size_t at)
{
	json_t *list = typed(r, in, name, JSON_ARRAY, true);

	if (list == NULL)
		return NULL;
	return node(r, json_array_get(list, at), in, name, (i64)at);
}

const char *json_text_at(struct json_reader *r, const struct json *in,
                         const char *name, size_t at, size_t most)
{
	return json_text(r, json_at(r, in, name, at), NULL, most, true);
}

bool json_has(const struct json *in, const char *name)
{
	return in != NULL && json_is_object(in->value) &&
	       json_object_get(in->value, name) != NULL &&
	       !json_is_null(json_object_get(in->value, name));
}

static bool among(const char *name, const char *const *names)
{
	while (*names != NULL && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

/* A name out of a foreign document, fit to be shown in a message. */
static const char *shown(struct arena *mem, const char *name)
{
	if (*name == '\0' || !text_clean(name))
		return "?";
	return text_short(mem, name, NAME_SHOWN);
}

void json_only(struct json_reader *r, const struct json *in,
               const char *const *names)
{
	const char *name;
	json_t *value;

	if (r->wrong != JSON_FINE || in == NULL)
		return;
	json_object_foreach(in->value, name, value) {
		if (!among(name, names)) {
			json_refuse(r, in, shown(r->mem, name), JSON_UNKNOWN);
			return;
		}
	}
}

static void rewrite(struct json_reader *, struct json_writer *,
                    const char *name, const struct json *);

static void rewrite_object(struct json_reader *r, struct json_writer *w,
                           const char *name, const struct json *at)
{
	const char *key;
	json_t *value;

	json_open(w, name, '{');
	json_object_foreach(at->value, key, value) {
		const char *known = shown(r->mem, key);

		rewrite(r, w, key, node(r, value, at, known, -1));
	}
	json_close_with(w, '}');
}

static void rewrite_list(struct json_reader *r, struct json_writer *w,
                         const char *name, const struct json *at)
{
	json_open(w, name, '[');
	for (size_t i = 0; i < json_array_size(at->value); i++) {
		json_t *value = json_array_get(at->value, i);

		rewrite(r, w, NULL, node(r, value, at, NULL, (i64)i));
	}
	json_close_with(w, ']');
}

static void rewrite(struct json_reader *r, struct json_writer *w,
                    const char *name, const struct json *at)
{
	const char *text;

	switch (json_typeof(at->value)) {
	case JSON_OBJECT:
		rewrite_object(r, w, name, at);
		return;
	case JSON_ARRAY:
		rewrite_list(r, w, name, at);
		return;
	case JSON_STRING:
		text = read_string(r, at->value);
		if (text == NULL)
			json_refuse(r, at, NULL, JSON_VALUE);
		json_put_text(w, name, text);
		return;
	case JSON_INTEGER:
		json_put_int(w, name, json_integer_value(at->value));
		return;
	case JSON_REAL:
		json_refuse(r, at, NULL, JSON_TYPE);
		return;
	case JSON_TRUE:
	case JSON_FALSE:
		json_put_bool(w, name, json_is_true(at->value));
		return;
	case JSON_NULL:
		json_put_null(w, name);
		return;
	}
}

char *json_as_text(struct json_reader *r, const struct json *at)
{
	struct json_writer w = json_in(r->mem);

	if (r->wrong != JSON_FINE || at == NULL)
		return NULL;
	rewrite(r, &w, NULL, at);
	return r->wrong == JSON_FINE ? w.text : NULL;
}
