/* Where in the text a value stands, by its path: jansson does not say. */
#include <string.h>

#include "base/text.h"
#include "kit/json.h"

static const char *past_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		at += *at == '\\';
	return at + 1;
}

static const char *past_blank(const char *at, const char *end)
{
	while (at < end && strchr(" \t\r\n", *at) != NULL)
		at++;
	return at;
}

static const char *past_value(const char *at, const char *end)
{
	int level = 0;

	for (at = past_blank(at, end); at < end;) {
		if (*at == '"') {
			at = past_string(at, end);
		} else if (strchr("{[", *at) != NULL) {
			level++;
			at++;
		} else if (strchr("}],", *at) != NULL) {
			if (level == 0)
				return at;
			level -= *at++ != ',';
		} else {
			at++;
		}
		if (level == 0 && at < end && strchr(",}]", *at) != NULL)
			return at;
	}
	return at;
}

/* A member's value in the object at `at`; NULL if there is none. The key has
 * no escapes: those that we read have none. */
static const char *member(const char *at, const char *end, const char *name,
                          size_t n)
{
	at = past_blank(at, end);
	if (at >= end || *at != '{')
		return NULL;
	for (at = past_blank(at + 1, end); at < end && *at == '"';
	     at = past_blank(at + 1, end)) {
		const char *key = at + 1;
		const char *after = past_string(at, end);
		bool found = (size_t)(after - 1 - key) == n &&
		             memcmp(key, name, n) == 0;

		at = past_blank(after, end);
		if (at >= end || *at != ':')
			return NULL;
		if (found)
			return key;
		at = past_value(at + 1, end);
		if (at >= end || *at != ',')
			return NULL;
	}
	return NULL;
}

static const char *element(const char *at, const char *end, i64 no)
{
	at = past_blank(at, end);
	if (at >= end || *at != '[')
		return NULL;
	for (at++; no > 0 && at < end; no--) {
		at = past_value(at, end);
		if (at >= end || *at != ',')
			return NULL;
		at++;
	}
	return past_blank(at, end);
}

/* One part of a path from the value at `at`: "[3]", ".name" or "name". */
static const char *inside(const char *at, const char *end, const char *path,
                          size_t n)
{
	i64 no = 0;

	if (*path == '[') {
		for (size_t i = 1; i + 1 < n; i++)
			no = no * 10 + (path[i] - '0');
		return element(at, end, no);
	}
	return member(at, end, path + (*path == '.'), n - (*path == '.'));
}

/* A key is found before its value. */
static const char *value_of(const char *at, const char *end)
{
	const char *after = at > end ? end : at;

	while (after < end && *after != '"')
		after += *after == '\\' ? 2 : 1;
	after = past_blank(after + 1, end);
	return after < end && *after == ':' ? after + 1 : end;
}

i64 json_line(const struct json_reader *r)
{
	const char *text = r->text.v, *end = text + r->text.n;
	const char *path = or_empty(r->where), *at = text, *found = text;
	i64 line = 1;

	if (r->wrong == JSON_BROKEN || r->wrong == JSON_TOO_DEEP)
		return r->line;
	while (*path != '\0' && at < end) {
		size_t n = *path == '[' ? strcspn(path, "]") + 1 :
		           1 + strcspn(path + 1, ".[");
		const char *next = inside(at, end, path, n);

		if (next == NULL)
			break;
		found = next;
		at = *path == '[' ? next : value_of(next, end);
		path += n;
	}
	for (const char *c = text; c < found; c++)
		line += *c == '\n';
	return line;
}
