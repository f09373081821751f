/*
 * Signals: that something changed, told after the commit. A connection of the
 * engine with one writer remembers them itself, since nobody else writes; the
 * other lets the database tell everyone, this process too (pg_listen.c).
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "db/engine.h"

static pthread_rwlock_t hearing = PTHREAD_RWLOCK_INITIALIZER;
static heard_fn *hearer;
static void *hearer_arg;

void db_hear(heard_fn *heard, void *arg)
{
	pthread_rwlock_wrlock(&hearing);
	hearer = heard;
	hearer_arg = arg;
	pthread_rwlock_unlock(&hearing);
}

void signal_heard(const char *topic)
{
	pthread_rwlock_rdlock(&hearing);
	if (hearer != NULL)
		hearer(hearer_arg, topic);
	pthread_rwlock_unlock(&hearing);
}

bool signal_fits(const char *topic)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789:";
	size_t n = strlen(topic);

	return n > 0 && n <= MOST_TOPIC && strspn(topic, letters) == n;
}

static void remember(struct signals *all, const char *topic)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->v[i], topic) == 0)
			return;
	if (all->n == all->room) {
		all->room = all->room * 2 + 4;
		all->v = realloc(all->v, all->room * sizeof *all->v);
		if (all->v == NULL)
			panic("out of memory");
	}
	memcpy(all->v[all->n++], topic, strlen(topic) + 1);
}

enum status db_signal(struct scope *s, const char *topic)
{
	const struct engine *e = s->db->engine;
	i64 one;

	ASSERT(s->db->in_transaction && !s->db->looking);
	if (!signal_fits(topic))
		return log_fault("%.80s is not a topic", topic);
	if (e->notify != NULL)
		return db_number(s, e->notify, VALUES(of_text(topic)), &one);
	remember(&s->db->signals, topic);
	return OK;
}

void signals_end(struct db *db, bool committed)
{
	for (size_t i = 0; i < db->signals.n && committed; i++)
		signal_heard(db->signals.v[i]);
	db->signals.n = 0;
}

enum status db_listen(const char *url, struct ear **out)
{
	*out = NULL;
	return strncmp(url, "sqlite:", 7) == 0 ? OK : pg_listen(url, out);
}

void db_listen_end(struct ear *ear)
{
	if (ear != NULL)
		pg_listen_end(ear);
}
