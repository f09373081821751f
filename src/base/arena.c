#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(p, n)    ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n)  ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define POISON(p, n)    ((void)(p), (void)(n))
#define UNPOISON(p, n)  ((void)(p), (void)(n))
#endif

enum {
	BLOCK = 16 * 1024,
	MOST  = 4 * 1024 * 1024,        /* blocks double up to this */
	KEPT  = 512 * 1024,             /* no larger one outlives a reset */
	ALIGN = 16,
	GAP   = 16,     /* poisoned between two pieces, so overruns are seen */
};

struct block {
	struct block *older;
	size_t        size, used;
	_Alignas(ALIGN) char bytes[];
};

struct arena {
	struct block *newest;
};

static struct block *block_new(struct block *older, size_t size)
{
	struct block *b = malloc(sizeof *b + size);

	if (b == NULL)
		panic("out of memory, %zu bytes asked", size);
	b->older = older;
	b->size = size;
	b->used = 0;
	POISON(b->bytes, size);
	return b;
}

static void block_free(struct block *b)
{
	UNPOISON(b->bytes, b->size);
	free(b);
}

struct arena *arena_new(void)
{
	struct arena *a = calloc(1, sizeof *a);

	if (a == NULL)
		panic("out of memory");
	a->newest = block_new(NULL, BLOCK);
	return a;
}

/* One block stays, the largest that is not too large: the next user of the
 * arena often needs as much. */
void arena_reset(struct arena *a)
{
	struct block *keep = a->newest, *b = keep->older;

	while (b != NULL) {
		struct block *older = b->older;
		bool better = keep->size > KEPT ||
		              (b->size <= KEPT && b->size > keep->size);

		block_free(better ? keep : b);
		keep = better ? b : keep;
		b = older;
	}
	keep->older = NULL;
	keep->used = 0;
	a->newest = keep;
	POISON(keep->bytes, keep->size);
}

void arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	block_free(a->newest);
	free(a);
}

void *arena_take(struct arena *a, size_t n)
{
	struct block *b = a->newest;
	size_t need;
	char *p;

	if (n > SIZE_MAX / 4)
		panic("out of memory, %zu bytes asked", n);
	need = (n + GAP + ALIGN - 1) / ALIGN * ALIGN;
	if (need > b->size - b->used) {
		size_t size = b->size < MOST / 2 ? b->size * 2 : MOST;

		b = block_new(b, need > size ? need : size);
		a->newest = b;
	}
	p = b->bytes + b->used;
	b->used += need;
	UNPOISON(p, n);
	return memset(p, 0, n);
}

char *arena_text(struct arena *a, const char *text, size_t n)
{
	char *copy = arena_take(a, n + 1);

	if (n > 0)
		memcpy(copy, text, n);
	return copy;
}

char *arena_copy(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_text(a, text, strlen(text));
}

char *arena_print_list(struct arena *a, const char *format, va_list args)
{
	char small[256];        /* most texts are; one pass is enough then */
	va_list again;
	char *text;
	int n;

	va_copy(again, args);
	n = vsnprintf(small, sizeof small, format, again);
	va_end(again);
	ASSERT(n >= 0);
	if ((size_t)n < sizeof small)
		return arena_text(a, small, (size_t)n);
	text = arena_take(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, args);
	return text;
}

char *arena_print(struct arena *a, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = arena_print_list(a, format, args);
	va_end(args);
	return text;
}

void *arena_push(struct arena *a, void **v, size_t *n, size_t *room,
                 size_t size)
{
	if (*n == *room) {
		size_t more = *room == 0 ? 8 : *room * 2;
		void *grown = arena_take(a, more * size);

		if (*n > 0)
			memcpy(grown, *v, *n * size);
		*v = grown;
		*room = more;
	}
	return (char *)*v + (*n)++ * size;
}
