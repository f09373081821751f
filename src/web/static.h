/*
 * Files inside the binary: what pages need (static/, served under an address
 * that changes with the content, so it may be kept for ever) and what rooms
 * ship (data/). Generated at build by tools/embed.c; ends as noted.
 */
#ifndef STATIC_H
#define STATIC_H

#include "base/base.h"

struct static_file {
	const char  *address;           /* "/static/1f0c2a…/vagval.css" */
	const char  *name, *type;
	struct bytes plain, gzipped;
};
extern const struct static_file *const static_files[];  /* ends with NULL */

struct data_file {
	const char  *name;              /* "frameworks/agenda2030.json" */
	struct bytes bytes;
};
extern const struct data_file data_files[];     /* ends with NULL name */

#endif
