/* Reminders by mail: looked for every five seconds. Being stopped in the middle
 * costs one mail that is sent twice. */
#include "app/app.h"
#include "base/clock.h"
#include "remind/remind.h"

enum { EVERY_S = 5 };

static const char *house_url;

static bool once(struct rounds *c)
{
	return remind_round(rounds_db(c), house_url, clock_now());
}

struct rounds *remind_start(const char *url, const char *house)
{
	house_url = house;
	if (mail_post == NULL || fetch_prepare() != OK)
		return NULL;
	return rounds_start(url, once, EVERY_S);
}
