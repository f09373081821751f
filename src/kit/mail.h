/*
 * What stands in the headers of a mail. That what is put there stays there, and
 * begins no header of its own, is asked here.
 */
#ifndef MAIL_H
#define MAIL_H

#include "base/arena.h"

/* One plain address, without a name: nobody@region.example. */
bool mail_address_fine(const char *);

/* Words beyond ASCII for a header (RFC 2047), none longer than it may be. */
const char *mail_words(struct arena *, const char *text);

/* "Thu, 26 Nov 2026 04:31:02 +0000" (RFC 5322, 3.3), of an instant in ms. */
const char *mail_date(struct arena *, i64 ms);

#endif
