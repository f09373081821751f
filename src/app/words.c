/* The index of words follows what happens: looked for every two seconds. While
 * there is much to read, visitors have the writer four fifths of the time. The
 * first thing is what an older program, or an older ICU, has left. */
#include <time.h>

#include "app/app.h"
#include "base/clock.h"
#include "find/find.h"

enum { EVERY_S = 2, REST = 4, NAP_MS = 50 };

static void rest(struct rounds *c, i64 us)
{
	const struct timespec nap = { .tv_nsec = NAP_MS * 1000000 };

	for (; us > 0 && !rounds_ending(c); us -= NAP_MS * 1000)
		nanosleep(&nap, NULL);
}

static bool once(struct rounds *c)
{
	static bool noted;
	i64 from = clock_ticks();
	bool more;

	if (!noted) {
		names_sort_anew(rounds_db(c));
		find_note_old(rounds_db(c), clock_now());
	}
	noted = true;
	more = find_round(rounds_db(c), clock_now());
	if (more)
		rest(c, REST * (clock_ticks() - from));
	return more;
}

struct rounds *words_start(const char *url)
{
	return rounds_start(url, once, EVERY_S);
}
