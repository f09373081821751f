/* The example that we ship (data/example), for tests. */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "document/document.h"

/* The bytes of an embedded file, "example/rsp_test_2025.json". */
struct bytes example_bytes(const char *name);

/* Read as a document; its complaint if there is one. */
struct json_reader example_read(struct arena *, const char *text,
                                struct document *);

/* The text of an embedded file with one part of it replaced. */
char *example_with(struct arena *, const char *name, const char *part,
                   const char *by);

/* Both assessments of the example taken into the stage's organisation. */
struct stage;
struct stage *example_stage(const struct route *const *tables,
                            struct document *before, struct document *now);

#endif
