/* The calls out: news is looked for every two seconds. Being stopped in the
 * middle costs one call. */
#include "api/api.h"
#include "app/app.h"
#include "base/clock.h"

enum { EVERY_S = 2 };

static bool once(struct rounds *c)
{
	return hook_round(rounds_db(c), api_hosts, clock_now());
}

struct rounds *call_start(const char *url)
{
	if (api_hosts == NULL || api_hosts->n == 0 || fetch_prepare() != OK)
		return NULL;
	return rounds_start(url, once, EVERY_S);
}
