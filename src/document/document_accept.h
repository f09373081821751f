/*
 * Taking a document into the rooms, in two halves: each id in it becomes the
 * id that the thing has in this database.
 */
#ifndef DOCUMENT_ACCEPT_H
#define DOCUMENT_ACCEPT_H

#include "document/document_link.h"

/* document_accept_found.c: relevance, answers, findings, actors, occasions. */
enum status accept_found(struct scope *, struct document *) MUST_USE;

/* document_accept_after.c: conflicts, positions, actions, numbers used. */
enum status accept_after(struct scope *, struct document *) MUST_USE;

#endif
