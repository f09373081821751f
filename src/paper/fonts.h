/*
 * Our own fonts, from the binary, in a font configuration that knows no
 * others. Keeps fontconfig.
 */
#ifndef PAPER_FONTS_H
#define PAPER_FONTS_H

#include "base/arena.h"

struct font_file {
	const char  *name;
	struct bytes bytes;
};
extern const struct font_file font_files[];     /* ends with a NULL name */

/* The families as the files themselves name them. */
#define FONT_SANS       "Source Sans 3 ExtraLight"
#define FONT_SERIF      "Source Serif 4"

/* After paper_fonts_prepare(); lives as long as the process. */
struct _FcConfig *fonts_config(void);

/* Whether the serif has every character; otherwise the sans is used for all. */
bool fonts_serif_has(const char *text);

/*
 * The text with only what the fonts can write: a few signs spelled with
 * others, joiners left out, "?" for the rest.
 */
char *fonts_fit(struct arena *, const char *text);

#endif
