/*
 * Pictures from outside: PNG or JPEG, read in the sandbox and written anew as
 * PNG, so that nothing but the pixels comes through. Keeps libpng and
 * libjpeg-turbo.
 */
#ifndef PICTURE_H
#define PICTURE_H

#include "kit/sandbox.h"

enum {
	PICTURE_SIDE = 4000,            /* pixels, at most, either way */
	PICTURE_WIDE = 1200,            /* what is kept is made no larger */
	PICTURE_HIGH = 600,
};

enum picture_verdict {
	PICTURE_FINE = 1,
	PICTURE_BROKEN,                 /* neither PNG nor JPEG, or not whole */
	PICTURE_GIANT,                  /* more pixels than we read */
};

struct picture {
	enum picture_verdict verdict;
	int                  wide, high;        /* pixels */
	struct bytes         png;               /* in the arena */
};

/* The work itself, for the sandbox, and its name in the table of works. */
#define PICTURE_WORK "picture"
enum status picture_work(struct arena *, struct bytes in, struct bytes *out)
	MUST_USE;

/* Have it done. What the sandbox stops, or what falls there, is a broken
 * picture. */
enum status picture_read(struct sandbox *, const struct work *table,
                         struct arena *, struct bytes in, struct picture *)
	MUST_USE;

#endif
