/*
 * What an organisation's papers and public pages look like: its name, a logo
 * and two colours. Colours that cannot be read are refused, with the number.
 */
#ifndef BRAND_H
#define BRAND_H

#include "paper/paper.h"

struct scope;
struct req;

/* Our own, for who has chosen none. */
enum { BRAND_COLOUR = 0x0a5162, BRAND_SECOND = 0x6b7d85 };

/* The pages these colours stand on. */
enum { PAGE_WHITE = 0xffffff, PAGE_DARK = 0x0e191d };

/* Hundredths of a ratio on white, WCAG 2.1: 1.4.3 text, 1.4.11 lines. */
enum { CONTRAST_TEXT = 450, CONTRAST_LINE = 300 };

enum { LOGO_BYTES = 1 << 20, LOGO_ALT = 200 };

/* -- rules --------------------------------------------------------------- */

/* Hundredths, rounded down: 100 (the same) to 2100 (black on white). */
int  contrast(unsigned one, unsigned other);

/* "#0a5162", "0A5162" or "#abc"; blanks around it are fine. */
bool        colour_read(const char *, unsigned *);
const char *colour_write(struct arena *, unsigned);

/* Part of the way to another colour, in sixteenths. */
unsigned colour_mixed(unsigned from, unsigned to, int sixteenths);

/* The colour, made lighter until it can be read on a dark page; and darker, on
 * a white one. */
unsigned colour_for_dark(unsigned, int least);
unsigned colour_for_white(unsigned, int least);

/* Black or white: what reads best on it. */
unsigned colour_upon(unsigned);

/* -- store --------------------------------------------------------------- */

/* The look as it is, our own colours where none is chosen; *version is 0 then.
 * The name is always there. */
enum status brand_get(struct scope *, struct brand *, i64 *version) MUST_USE;

/* What the hall asks for papers (req.h). */
enum status brand_of_org(struct scope *, struct brand *) MUST_USE;

/* STALE if it is not the version it was made on. An empty logo is none. */
enum status brand_save(struct scope *, const struct brand *, i64 version)
	MUST_USE;

/* For whoever has the organisation's key: its colours are no secret. */
enum status brand_find(struct scope *, const char *key, struct brand *)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct route;
extern const struct route *const brand_routes;

#endif
