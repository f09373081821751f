#include <arpa/inet.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/tries.h"

enum { SLOTS = 1024, NEAR = 4, HALF_V6 = 8 };

/* An address finds its slot among NEAR; the one soonest forgotten gives way. */
static struct slot { uint64_t who; i64 until; } slots[SLOTS + NEAR];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

i64 tries_next(i64 until, i64 now)
{
	return (until > now ? until : now) + WRONG_MS / WRONG_MOST;
}

bool tries_over(i64 until, i64 now)
{
	return until - now > WRONG_MS;
}

/* Whoever has one IPv6 address has 2 to the power of 64: its first half. */
static uint64_t who_is(const struct req *r)
{
	struct arena *mem = r->s.mem;
	const char *peer = r->peer;
	unsigned char v6[16];
	char first[17] = "";

	if (inet_pton(AF_INET6, peer, v6) == 1)
		peer = hex_write(mem, v6, HALF_V6);
	memcpy(first, digest_keyed(mem, r->house->secret,
	       arena_print(mem, "address %s", peer)), 16);
	return strtoull(first, NULL, 16);
}

static struct slot *slot_of(uint64_t who)
{
	struct slot *at = &slots[who % SLOTS], *oldest = at;

	for (size_t i = 0; i < NEAR; i++) {
		if (at[i].who == who)
			return &at[i];
		if (at[i].until < oldest->until)
			oldest = &at[i];
	}
	*oldest = (struct slot){ .who = who };
	return oldest;
}

bool tries_left(const struct req *r)
{
	bool over;

	if (r->peer == NULL)
		return true;
	pthread_mutex_lock(&lock);
	over = tries_over(slot_of(who_is(r))->until, r->s.now);
	pthread_mutex_unlock(&lock);
	return !over;
}

void tries_wrong(const struct req *r)
{
	struct slot *at;

	if (r->peer == NULL)
		return;
	pthread_mutex_lock(&lock);
	at = slot_of(who_is(r));
	at->until = tries_next(at->until, r->s.now);
	pthread_mutex_unlock(&lock);
}
