/*
 * XML from anybody, as events in the order they stand. There is no tree: who
 * reads keeps what they want. Keeps expat.
 */
#ifndef XML_H
#define XML_H

#include "base/arena.h"

enum xml_kind { XML_START, XML_END, XML_WORDS };

/* Lives until the reader returns. Names are as written, prefix and all. */
struct xml_event {
	enum xml_kind      kind;
	const char        *name;        /* of start and end */
	const char *const *attributes;  /* of start: name, value, …, NULL */
	const char        *text;        /* of words: n bytes, no NUL last */
	size_t             n;
	size_t             from, to;    /* its bytes in what was read; <a/> is a
	                                 * start, and an end of no bytes */
	int                depth;       /* of the element; the root is 1 */
};

enum { XML_MOST_DEPTH = 64, XML_MOST_NODES = 200 * 1000 };

/*
 * Words come in pieces: at each line's end and each character reference a new
 * one begins. `each` answers false to stop. INVALID when it did, and for what
 * is not well-formed UTF-8 XML, has a document type or an entity of its own,
 * lies deeper or has more elements than the limits. `line`, where not NULL, is
 * then where it stopped.
 */
enum status xml_read(struct bytes,
                     bool (*each)(void *context, const struct xml_event *),
                     void *context, i64 *line) MUST_USE;

/* The value of an attribute of a start, or NULL. */
const char *xml_attribute(const struct xml_event *, const char *name);

#endif
