/*
 * What the handlers for programs share: a body of JSON in, JSON out. Names and
 * addresses only; ids never leave the process.
 */
#ifndef API_JSON_H
#define API_JSON_H

#include "kit/json.h"
#include "web/req.h"

/* The body; what is wrong with it becomes an issue in api_read_end(). */
struct json_reader api_read(struct req *);
enum status        api_read_end(struct req *, struct json_reader *) MUST_USE;

/* The answer is what was written. */
enum status api_reply(struct req *, const struct json_writer *) MUST_USE;

/* A day as "2026-11-25", null for none; an instant in UTC, null for 0. */
void api_put_day(struct json_writer *, const char *name, i64 day);
void api_put_instant(struct json_writer *, const char *name, i64 ms);
i64  api_day(struct json_reader *, const struct json *in, const char *name,
             bool needed);

/* A word of a list by its place in an enum that begins with 1, and back. */
void api_put_word(struct json_writer *, const char *name,
                  const char *const *words, size_t n, i64 value);
i64  api_word(struct json_reader *, const struct json *in, const char *name,
              const char *const *words, size_t n, bool needed);

/* "/api/v1" and the rest. */
void api_put_self(struct json_writer *, const char *format, const char *key);

#endif
