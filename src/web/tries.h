/*
 * How often one address guesses wrong at what anybody may try, such as the
 * code of a meeting. Kept in memory and per program: a GET can guess and never
 * writes, and a guesser shall not make the database write either. Only digests
 * are kept, and they end with the program.
 *
 * Right answers are never counted: three hundred phones behind one address
 * join at once, and one who guesses from a thousand addresses is not held up
 * by this.
 */
#ifndef TRIES_H
#define TRIES_H

#include "web/req.h"

/* So many wrong ones in ten minutes; then one more for each six seconds. */
enum { WRONG_MOST = 100, WRONG_MS = 10 * 60 * 1000 };

/* May this visit's address try again? Always true without an address. */
bool tries_left(const struct req *);
void tries_wrong(const struct req *);

/*
 * The rule: `until` is when all that was wrong is forgotten, ms. Each wrong one
 * moves it on by a hundredth of ten minutes.
 */
i64  tries_next(i64 until, i64 now);
bool tries_over(i64 until, i64 now);

#endif
