/*
 * What may be a request. Watches the bytes of one connection as they arrive,
 * before the HTTP library has read them, and refuses all that two readers
 * could understand in two ways: a proxy in front and the library behind must
 * agree on where a request ends. Knows no library; a state machine of bytes.
 *
 * Let through: GET, HEAD and POST of HTTP/1.0 and 1.1 with an address that
 * begins with one slash, lines that end in CR LF, names that are tokens, values
 * without controls, one Host, at most one Content-Length in plain digits. All
 * else is refused: folded lines, any Transfer-Encoding, a GET with a body.
 */
#ifndef GUARD_H
#define GUARD_H

#include "base/base.h"

enum {
	MOST_HEAD   = 16 * 1024,
	MOST_TARGET = 4 * 1024,
	MOST_BODY   = 21 * 1024 * 1024,
};

struct guard {
	int      place;                 /* in guard.c */
	bool     inside;                /* in the middle of a request */
	char     word[24];              /* method, version, name or number */
	size_t   n_word;
	size_t   head, target;          /* bytes so far */
	unsigned hosts, lengths;
	int      header;                /* which, of those that matter here */
	bool     posts, spaced;
	i64      body;                  /* bytes still to come */
};

/* 0, or the number of the refusal; then the connection is done with. */
int guard_watch(struct guard *, const void *bytes, size_t n);

#endif
