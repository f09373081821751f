/*
 * An archive of files as bytes, in memory, both ways. What is read comes from
 * anybody: do it in the sandbox. Keeps libzip.
 */
#ifndef ZIP_H
#define ZIP_H

#include "base/arena.h"

struct zip_part {
	const char  *name;              /* "word/document.xml" */
	struct bytes bytes;
};

struct zip_parts { struct zip_part *v; size_t n, room; };

enum {
	ZIP_MOST_PARTS = 200,
	ZIP_MOST_BYTES = 100 * 1024 * 1024,     /* of all parts, unpacked */
	ZIP_MOST_RATIO = 100,           /* of a part above ZIP_FREE_BYTES */
	ZIP_FREE_BYTES = 1024 * 1024,
};

/*
 * The files of an archive in its order; folders are left out. INVALID for what
 * is no whole archive, is over a limit above, is encrypted or packed in any
 * way but deflate, or has a name that is absolute, leads upwards, holds a
 * backslash or a control character, or is there twice (A and a are the same).
 */
enum status zip_unpack(struct arena *, struct bytes, struct zip_parts *out)
	MUST_USE;

/* The part of this name, or NULL. */
const struct zip_part *zip_named(const struct zip_parts *, const char *name);

/* In the order given, deflated, dated 1980: same parts, same bytes. */
struct bytes zip_pack(struct arena *, const struct zip_parts *);

#endif
