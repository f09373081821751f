/*
 * After reading: what is named gets the id of what it names, so that rules and
 * papers work on a document as on the rooms. A name of nothing, two of one
 * name, or a list out of order is a complaint. Ids are places in the lists,
 * from 1.
 */
#ifndef DOCUMENT_LINK_H
#define DOCUMENT_LINK_H

#include "document/document.h"

void document_link(struct json_reader *, struct document *);

const struct goal  *document_goal(const struct document *,
                                  const char *framework, const char *code);
const struct actor *document_actor(const struct document *, const char *key);

/* What has a number in a list ordered by it, or NULL. */
void *document_numbered(void *v, size_t n, size_t size, size_t offset, i64 no);
#define NUMBERED(list, number)                                          \
	((__typeof__((list)->v))document_numbered((list)->v, (list)->n, \
	        sizeof *(list)->v,                                      \
	        offsetof(__typeof__(*(list)->v), no), (number)))

/* document_used.c: goals nothing stands on go, if they are targets; actors and
 * groups that are in it come from the registers. */
void        document_thin(struct arena *, struct document *);
enum status document_registers(struct scope *, struct document *) MUST_USE;

/* Between the files of linking. */
void link_asides(struct json_reader *, struct document *);
void link_findings(struct json_reader *, struct document *);
void document_link_after(struct json_reader *, struct document *);
void link_refuse(struct json_reader *, const char *place, ...) PRINTF(2, 3);
void link_ascend(struct json_reader *, const char *list, size_t at, i64 before,
                 i64 no);

#endif
