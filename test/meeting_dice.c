/* Chance that can be had again, texts that are known again. */
#include "meeting.h"

/* splitmix64: the same seed, the same meeting. */
static uint64_t next(struct play *p)
{
	uint64_t z = p->dice += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

int roll(struct play *p, int below)
{
	return (int)(next(p) % (uint64_t)below);
}

bool chance(struct play *p, int percent)
{
	return roll(p, 100) < percent;
}

const char *form_key(struct play *p)
{
	uint64_t a = next(p);

	return arena_print(p->mem, "%016llx", (unsigned long long)a);
}

const char *new_word(struct play *p, struct word w)
{
	*PUSH(p->mem, &p->words) = w;
	return arena_print(p->mem, "ord_%zu_", p->words.n - 1);
}

static int in_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *sorted(struct arena *mem, struct text_list *all)
{
	char *text, *at;
	size_t n = 1;

	if (all->n > 1)
		qsort(all->v, all->n, sizeof *all->v, in_order);
	for (size_t i = 0; i < all->n; i++)
		n += strlen(all->v[i]) + 1;
	at = text = arena_take(mem, n);
	for (size_t i = 0; i < all->n; i++) {
		size_t len = strlen(all->v[i]);

		memcpy(at, all->v[i], len);
		at[len] = '\n';
		at += len + 1;
	}
	*at = '\0';
	return text;
}

/* What a hidden field says in the form that goes there; NULL without one. */
const char *field_of(struct play *p, const char *page, const char *action,
                     const char *name)
{
	const char *at = page == NULL ? NULL : strstr(page,
		arena_print(p->page, "action='%s'", action));
	const char *end = at == NULL ? NULL : strstr(at, "</form>");
	const char *mark = arena_print(p->page, "name='%s' value='", name);

	at = at == NULL ? NULL : strstr(at, mark);
	if (at == NULL || end == NULL || at > end)
		return NULL;
	at += strlen(mark);
	return arena_text(p->mem, at, strcspn(at, "'"));
}

/* -- what must hold ------------------------------------------------------ */

void play_fails(const struct play *p, const char *what, const char *file,
                int line)
{
	print_error("seed %lld, act %lld: VAGVAL_SEED=%lld VAGVAL_SEEDS=1"
	            " build/run-tests whole_meeting\n", p->seed, p->acts,
	            p->seed);
	print_error("%s does not hold\n", what);
	_fail(file, line);
	abort();
}

void play_same(const struct play *p, const char *a, const char *b,
               const char *what, const char *file, int line)
{
	if (strcmp(a, b) == 0)
		return;
	print_error("is:\n%s\nshould be:\n%s\n", a, b);
	play_fails(p, what, file, line);
}

void play_code(const struct play *p, const struct req *r, int code,
               const char *file, int line)
{
	if (r->code == code)
		return;
	print_error("%s answers %d and not %d:\n%.3000s\n", r->address,
	            r->code, code, PAGE(r) == NULL ? "" : PAGE(r));
	play_fails(p, "the answer", file, line);
}
