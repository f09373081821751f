/*
 * Kinds of files by their ending, and what they are called on the wire
 * (IANA media types).
 */
#ifndef MEDIA_H
#define MEDIA_H

/* "pdf" gives "application/pdf"; bytes of no known kind for any other. */
const char *media_type(const char *ending);

/* And back; NULL for a type we do not take. */
const char *media_ending(const char *type);

#endif
