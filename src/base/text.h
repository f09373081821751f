/*
 * Text as bytes: is it valid, how long is it, which comes first. Text here is
 * UTF-8 that has passed the door (web/form.c), unless a function checks it.
 */
#ifndef TEXT_H
#define TEXT_H

#include "base/arena.h"

/* Valid UTF-8 without NUL, surrogates or overlong forms. */
bool   text_valid(const char *, size_t n);

/* No control characters but line feed and tab. */
bool   text_clean(const char *);

/* Length in characters, of valid UTF-8. */
size_t text_length(const char *);

/* Without white space at the ends, CR LF and CR made LF. */
char  *text_trim(struct arena *, const char *);

/* NULL, or nothing but white space. */
bool   text_blank(const char *);

/* The first `most` characters, cut at a word, with … if anything went. */
char  *text_short(struct arena *, const char *, size_t most);

/* Lines that say something, trimmed. */
struct text_list text_lines(struct arena *, const char *);

/* For LIKE … ESCAPE '!': any text with this in it, in which no letter is a
 * sign. The text is folded already, as the column is. */
char  *like_pattern(struct arena *, const char *);

/* One after the other, with nothing between. */
char  *text_joined(struct arena *, const struct text_list *);

/*
 * Codes in their natural order: parts between dots, numbers by value before
 * letters (8.2 < 8.10 < 8.a). Below zero, zero or above, as strcmp.
 */
int    code_order(const char *a, const char *b);

/* A key whose byte order is code_order(); for columns one sorts by. */
char  *code_sort_key(struct arena *, const char *code);

/* A whole decimal number within the limits; false for anything else. */
bool   number_read(const char *, i64 least, i64 most, i64 *out);

/* Lower-case hex of bytes. */
char  *hex_write(struct arena *, const void *, size_t n);

/* The text, or "" for NULL: what nobody wrote is empty. */
const char *or_empty(const char *);

/* Both NULL, or the same text. */
bool   same(const char *, const char *);

#endif
