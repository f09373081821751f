#include <stdlib.h>
#include <string.h>

#include "db/kept.h"

enum { SLOTS = 1024, MOST_BYTES = 6 * 1024 * 1024 };

struct kept {
	struct arena     *mem;
	i64               version;
	size_t            bytes;
	struct kept_rows *slot[SLOTS];
};

struct kept *kept_new(void)
{
	struct kept *k = calloc(1, sizeof *k);

	if (k == NULL)
		panic("out of memory");
	k->mem = arena_new();
	return k;
}

void kept_free(struct kept *k)
{
	if (k == NULL)
		return;
	arena_free(k->mem);
	free(k);
}

void kept_begin(struct kept *k, i64 version)
{
	if (version == k->version && k->bytes < MOST_BYTES)
		return;
	arena_reset(k->mem);
	memset(k->slot, 0, sizeof k->slot);
	k->version = version;
	k->bytes = 0;
}

static bool same_value(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case V_NULL:
		return true;
	case V_INT:
		return a->number == b->number;
	case V_REAL:
		return a->real == b->real;
	case V_TEXT:
	case V_BLOB:
		return a->n == b->n && memcmp(a->bytes, b->bytes, a->n) == 0;
	}
	return false;
}

/* The statement's address is its name; a number in it tells rows apart. */
static size_t slot_of(const char *sql, const struct value *values, size_t n)
{
	size_t at = (uintptr_t)sql >> 4;

	for (size_t i = 0; i < n; i++)
		if (values[i].kind == V_INT)
			at = at * 31 + (size_t)values[i].number;
	return at % SLOTS;
}

struct kept_rows *kept_find(const struct kept *k, const char *sql,
                            const struct value *values, size_t n)
{
	struct kept_rows *a = k->slot[slot_of(sql, values, n)];

	for (; a != NULL; a = a->next) {
		size_t i = 0;

		if (a->sql != sql || a->n_values != n)
			continue;
		while (i < n && same_value(&a->values[i], &values[i]))
			i++;
		if (i == n)
			return a;
	}
	return NULL;
}

static struct value copy(struct kept *k, struct value v)
{
	if (v.kind == V_TEXT || v.kind == V_BLOB) {
		v.bytes = arena_text(k->mem, v.bytes, v.n);
		k->bytes += v.n;
	}
	return v;
}

struct kept_rows *kept_add(struct kept *k, const char *sql,
                           const struct value *values, size_t n, int columns)
{
	struct kept_rows **slot = &k->slot[slot_of(sql, values, n)];
	struct kept_rows *a = NEW(k->mem, struct kept_rows);

	a->sql = sql;
	a->n_values = n;
	a->values = arena_take(k->mem, n * sizeof *a->values + 1);
	for (size_t i = 0; i < n; i++)
		a->values[i] = copy(k, values[i]);
	a->columns = columns;
	a->next = *slot;
	*slot = a;
	k->bytes += sizeof *a + n * sizeof *a->values;
	return a;
}

void kept_cell(struct kept *k, struct kept_rows *a, struct value v)
{
	*(struct value *)arena_push(k->mem, (void **)&a->cells, &a->n_cells,
	                            &a->room, sizeof v) = copy(k, v);
	k->bytes += sizeof v;
}

struct arena *kept_mem(struct kept *k)
{
	return k->mem;
}
