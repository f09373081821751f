/*
 * JSON read with complaints, and JSON written in one way only. Keeps jansson.
 *
 * Reading is sticky: a reader remembers the first thing that was wrong, where
 * it stood ("findings[3].marks[0].direction") and why; what is asked of it
 * after that answers nothing. Check once, at the end.
 */
#ifndef JSON_H
#define JSON_H

#include "base/arena.h"

enum json_wrong {
	JSON_FINE = 0,
	JSON_BROKEN,            /* not JSON, not UTF-8, a NUL, two equal keys */
	JSON_TOO_DEEP,          /* more than 32 levels */
	JSON_MISSING,           /* a member that must be there */
	JSON_TYPE,              /* a member of another type */
	JSON_UNKNOWN,           /* a member nobody knows */
	JSON_TOO_LONG,          /* a text or list over its limit */
	JSON_VALUE,             /* not one of the values allowed */
};

struct json;                    /* a value inside a document being read */

struct json_reader {
	struct arena   *mem;
	enum json_wrong wrong;
	const char     *where;          /* path of the first wrong thing */
	i64             line;           /* of a broken document */
	const struct json *root;        /* NULL when broken */
	struct bytes    text;           /* what is read; the caller's */
};

/*
 * Limits: 20 MB, 32 levels. Text is made NFC and must pass text_clean(); it
 * belongs to the arena. Values of struct json end with json_close().
 */
struct json_reader json_read(struct arena *, struct bytes);
void               json_close(struct json_reader *);    /* frees jansson's */

/* The line of what was wrong, as long as the text is there: of what is missing
 * that of what it is missing in. */
i64                json_line(const struct json_reader *);

/*
 * Members of an object; json_member() is for one that is an object itself. A
 * NULL name is the value itself, as for elements of a list. A missing optional
 * one, or one that is null, is NULL or 0.
 */
const struct json *json_member(struct json_reader *, const struct json *in,
                               const char *name, bool needed);
const char *json_text(struct json_reader *, const struct json *in,
                      const char *name, size_t most, bool needed);
i64         json_int(struct json_reader *, const struct json *in,
                     const char *name, i64 least, i64 most, bool needed);
bool        json_bool(struct json_reader *, const struct json *in,
                      const char *name, bool needed);

/* A list member and its elements; a missing optional one has length 0. */
size_t             json_length(struct json_reader *, const struct json *in,
                               const char *name, size_t most, bool needed);
const struct json *json_at(struct json_reader *, const struct json *in,
                           const char *name, size_t at);
const char        *json_text_at(struct json_reader *, const struct json *in,
                                const char *name, size_t at, size_t most);

bool json_has(const struct json *in, const char *name);

/* The value as canonical JSON text again; floats are refused. */
char *json_as_text(struct json_reader *, const struct json *);

/* Complain about members other than these; ends with NULL. */
void json_only(struct json_reader *, const struct json *in,
               const char *const *names);

/* Complain yourself: a value read is not one that can be. */
void json_refuse(struct json_reader *, const struct json *in,
                 const char *name, enum json_wrong);

/*
 * Writing: members in the order they are written, one space of indent per
 * level, LF, no trailing blanks, no floats. The same calls give the same bytes.
 * Names are NULL in lists; a NULL text is null. One value at the top, then LF.
 */
struct json_writer {
	struct arena *mem;
	char         *text;
	size_t        n, room;
	int           depth;
	bool          first;
};

struct json_writer json_in(struct arena *);
void json_open(struct json_writer *, const char *name, char bracket);
void json_close_with(struct json_writer *, char bracket);
void json_put_text(struct json_writer *, const char *name, const char *);
void json_put_int(struct json_writer *, const char *name, i64);
void json_put_bool(struct json_writer *, const char *name, bool);
void json_put_null(struct json_writer *, const char *name);

#endif
