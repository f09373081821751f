#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "document/document.h"
#include "meeting.h"
#include "walk.h"

/* splitmix64: the same seed, the same walk. */
int walk_roll(struct walk *w, int below)
{
	uint64_t z = w->dice += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (int)((z ^ (z >> 31)) % (uint64_t)below);
}

bool walk_tossed(struct walk *w)
{
	return walk_roll(w, 2) == 0;
}

bool walk_is_old(struct walk *w)
{
	return walk_roll(w, 8) == 0;
}

void walk_notes(struct walk *w, i64 what)
{
	w->trace = (w->trace ^ (uint64_t)what) * 0x100000001B3u;
}

const char *walk_print(struct walk *w, const char *format, ...)
{
	const char *text;
	va_list args;

	va_start(args, format);
	text = arena_print_list(w->t.st->mem, format, args);
	va_end(args);
	return text;
}

/* -- a move -------------------------------------------------------------- */

static void moved_nothing(struct walk *w, const struct snap *before,
                          const char *said)
{
	struct snap after = snap_take(w->t.st);
	const char *moved = snap_differs(w->t.st, before, &after,
	                                 "draft attempt");

	if (moved != NULL)
		print_error("seed %lld: %s moved %s\n", w->seed, said,
		            moved);
	CHECK(moved == NULL);
}

bool walk_sends(struct walk *w, bool lawful, const char *fields,
                const char *path)
{
	bool whole = strncmp(path, "/l/", 3) == 0 ||
	             strncmp(path, "/o/", 3) == 0;
	const char *said, *to = whole ? path :
	                        walk_print(w, "/a/%s%s", w->t.key, path);
	struct snap before = {0};
	struct req *r;

	if (!lawful)
		before = snap_take(w->t.st);
	r = post(w->t.st, fields, "%s", to);
	said = walk_print(w, "%s %s: %d", path, fields, r->code);
	walk_notes(w, r->code);
	if ((r->code == 303) != lawful)
		print_error("seed %lld: %s, and should %sbe saved\n",
		            w->seed, said, lawful ? "" : "not ");
	CHECK_INT(r->code == 303, lawful);
	if (lawful)
		return true;
	CHECK(r->code >= 400 && r->code < 500);
	moved_nothing(w, &before, said);
	return false;
}

/* -- what a walk comes to ------------------------------------------------ */

/* Keys are drawn anew each time. Ten small letters in quotes may be a word
 * too, but the same one on both engines. */
static const char *without_keys(struct arena *mem, const char *text)
{
	char *copy = arena_text(mem, text, strlen(text));

	for (char *at = copy; (at = strchr(at, '"')) != NULL; at++)
		if (strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789") ==
		    10 && at[11] == '"')
			memset(at + 1, '*', 10);
	for (char *at = copy; (at = strstr(at, "Region ")) != NULL; at++)
		for (int i = 7; at[i] != '\0' && i < 17; i++)
			at[i] = '*';
	return copy;
}

static const char *came_to(struct walk *w, struct arena *mem)
{
	struct scope s = stage_scope(w->t.st);
	struct document d = {0};
	const char *text;

	CHECK_OK(document_compose(&s, w->t.id, &d));
	text = document_write(w->t.st->mem, &d);
	return arena_print(mem, "%016llX\n%s%s", (unsigned long long)w->trace,
	                   snap_counts(w->t.st), without_keys(mem, text));
}

static const char *walked(const struct walker *how, i64 seed,
                          struct arena *mem)
{
	struct walk *w = arena_take(mem, how->size);
	const char *end;

	w->t = trial_open();
	w->seed = seed;
	w->dice = (uint64_t)seed;
	w->trace = 0xCBF29CE484222325u;
	how->begin(w);
	how->agrees(w);
	for (int i = 0; i < how->moves; i++) {
		how->move(w);
		how->agrees(w);
	}
	end = came_to(w, mem);
	stage_close(w->t.st);
	return end;
}

static void same_on_both(const struct walker *how, i64 seed)
{
	struct arena *mem = arena_new();
	const char *here = walked(how, seed, mem), *there;

	if (stage_aside(true)) {
		there = walked(how, seed, mem);
		(void)stage_aside(false);
		if (!same(here, there))
			print_error("seed %lld ends apart:\n%s\n-- and on"
			            " SQLite:\n%s\n", seed, here, there);
		CHECK(same(here, there));
	}
	arena_free(mem);
}

void walk_all(const struct walker *how, i64 usual)
{
	const char *said = getenv("VAGVAL_WALKS");
	i64 first = seed_first();
	i64 n = said == NULL ? usual : strtoll(said, NULL, 10);

	for (i64 seed = first; seed < first + n; seed++)
		same_on_both(how, seed);
}
