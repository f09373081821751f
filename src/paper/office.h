/*
 * What DOCX and XLSX have in common: a package of XML parts that says what it
 * is, and text that XML can hold.
 */
#ifndef PAPER_OFFICE_H
#define PAPER_OFFICE_H

#include "kit/zip.h"
#include "paper/inside.h"

#define OFFICE_XML "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
#define OFFICE_RELATION "http://schemas.openxmlformats.org/officeDocument/" \
	"2006/relationships/"
#define OFFICE_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE_KIND "application/vnd.openxmlformats-officedocument."

/* How many bytes from here on XML can hold: no controls, and neither U+FFFE
 * nor U+FFFF. */
size_t office_holds(const char *text);

/* Only what XML can hold; a new line or a tab becomes `line`. */
char *office_plain(struct arena *, const char *text, char line);

/* All lines of a cell; a goal's code stands before its name. */
char *office_cell(struct arena *, const struct cell *);

/* An address as office programs take it: what is not plain ASCII is written
 * byte by byte. */
char *office_address(struct arena *, const char *link);

/* Properties, their relationships with `whole` ("word/document.xml"), and the
 * kinds of the parts that both have; the list of kinds stays open. */
void office_about(const struct paper *, struct arena *, const char *whole,
                  struct zip_parts *);
void office_kinds(struct markup *);
void office_add(struct arena *, struct zip_parts *, const char *name,
                const struct markup *);

#endif
