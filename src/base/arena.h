/*
 * Memory with one lifetime: take as much as you need, give nothing back, and
 * let it all end together. What is handed out is zeroed and aligned for any
 * type. Allocation cannot fail: out of memory ends the process.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stdarg.h>

#include "base/base.h"

struct arena;

struct arena *arena_new(void);
void          arena_free(struct arena *);       /* NULL is harmless */
void          arena_reset(struct arena *);      /* keeps the first block */

void *arena_take(struct arena *, size_t n)
	__attribute__((malloc, alloc_size(2), returns_nonnull));
char *arena_text(struct arena *, const char *, size_t n)
	__attribute__((returns_nonnull));
char *arena_print(struct arena *, const char *format, ...) PRINTF(2, 3);
char *arena_print_list(struct arena *, const char *format, va_list)
	PRINTF(2, 0) __attribute__((returns_nonnull));

/* A copy of text; NULL stays NULL. */
char *arena_copy(struct arena *, const char *);

/*
 * The next zeroed element of a list {v, n, room}; the list starts as {0}.
 * Growing leaves the old block to the arena.
 */
void *arena_push(struct arena *, void **v, size_t *n, size_t *room,
                 size_t size) __attribute__((returns_nonnull));

#define NEW(arena, type)        ((type *)arena_take((arena), sizeof(type)))
#define PUSH(arena, list)                                               \
	((__typeof__((list)->v))arena_push((arena), (void **)&(list)->v, \
	        &(list)->n, &(list)->room, sizeof *(list)->v))

struct text_list {
	const char **v;
	size_t       n, room;
};

#endif
