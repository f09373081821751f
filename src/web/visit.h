/*
 * One request on its way through the server. Belongs to whoever has it: the
 * loop, a queue, a worker; never to two of them.
 */
#ifndef VISIT_H
#define VISIT_H

#include "web/req.h"

struct loop;
struct line;
struct evhttp_request;

struct visit {
	struct visit          *next;    /* in a queue */
	struct loop           *loop;    /* to which it goes back */
	struct line           *line;
	struct evhttp_request *request; /* the loop's thread only */
	struct arena          *mem;     /* holds this too */
	struct req            *r;
	bool                   head;    /* HEAD: a GET without its body */
	bool                   ready;   /* asks only if the database answers */
};

/* From any thread: the visit is served, its loop answers it. */
void loop_answer(struct visit *);

#endif
