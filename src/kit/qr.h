/*
 * A text as a QR code. Keeps libqrencode.
 */
#ifndef QR_H
#define QR_H

#include "base/arena.h"

struct qr {
	int                  side;      /* modules, without the quiet zone */
	const unsigned char *dark;      /* side * side, row by row; 1 is dark */
};

/*
 * Error correction M: a seventh may be unreadable. The same text gives the
 * same code. INVALID for an empty text, and for one too long for any code
 * (2,331 bytes; an address in capitals is shorter drawn).
 */
enum status qr_make(struct arena *, const char *text, struct qr *out) MUST_USE;

#endif
