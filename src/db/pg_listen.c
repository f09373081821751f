/*
 * The ear: a thread with a connection of its own that hears what every server
 * on the database signals, and comes back by itself when the link is lost.
 */
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "db/pg.h"

enum { AGAIN_MS = 1000 };

struct ear {
	char     *url;
	PGconn   *server;               /* NULL: lost */
	int       stop;                 /* readable: the ear shall end */
	pthread_t thread;
};

static void quiet(void *unused, const PGresult *result)
{
	(void)unused;
	(void)result;
}

/*
 * A link that has died in silence is noticed within a minute. What is said here
 * of waiting wins over the address: the server stops within seconds.
 */
static bool connect(struct ear *ear)
{
	static const char *const names[] = {
		"keepalives_idle", "keepalives_interval", "keepalives_count",
		"fallback_application_name", "dbname", "connect_timeout", NULL,
	};
	const char *const values[] = {
		"30", "10", "3", "vagval", ear->url, "2", NULL,
	};
	PGresult *result;
	bool fine;

	ear->server = PQconnectdbParams(names, values, 1);
	PQsetNoticeReceiver(ear->server, quiet, NULL);
	result = PQexec(ear->server, "LISTEN " PG_CHANNEL);
	fine = pg_fine(result);
	PQclear(result);
	if (fine)
		return true;
	log_info("postgresql cannot be listened to: %s",
	         PQerrorMessage(ear->server));
	PQfinish(ear->server);
	ear->server = NULL;
	return false;
}

/* Anyone who may connect may notify; only topics are passed on. */
static void hear_all(struct ear *ear)
{
	PGnotify *said;

	while ((said = PQnotifies(ear->server)) != NULL) {
		if (signal_fits(said->extra))
			signal_heard(said->extra);
		PQfreemem(said);
	}
}

/* Until something is said or `ms` have gone; false when it is time to end. */
static bool await(struct ear *ear, int ms)
{
	struct pollfd from[] = {
		{ .fd = ear->stop, .events = POLLIN },
		{ .fd = ear->server == NULL ? -1 : PQsocket(ear->server),
		  .events = POLLIN },
	};

	(void)poll(from, COUNT(from), ms);
	return from[0].revents == 0;
}

static void *listen_on(void *arg)
{
	struct ear *ear = arg;

	while (await(ear, ear->server == NULL ? AGAIN_MS : -1)) {
		if (ear->server == NULL) {
			if (connect(ear))
				signal_heard("*");
			continue;
		}
		if (PQconsumeInput(ear->server) == 0) {
			log_info("postgresql went away from who listened: %s",
			         PQerrorMessage(ear->server));
			PQfinish(ear->server);
			ear->server = NULL;
			continue;
		}
		hear_all(ear);
	}
	return NULL;
}

static void ear_free(struct ear *ear)
{
	PQfinish(ear->server);
	close(ear->stop);
	free(ear->url);
	free(ear);
}

enum status pg_listen(const char *url, struct ear **out)
{
	struct ear *ear = calloc(1, sizeof *ear);
	enum status done = OK;

	if (ear == NULL || (ear->url = strdup(url)) == NULL)
		panic("out of memory");
	ear->stop = eventfd(0, EFD_CLOEXEC);
	if (ear->stop < 0)
		done = log_fault("no eventfd for who listens");
	else if (!connect(ear))
		done = FAULT;
	else if (pthread_create(&ear->thread, NULL, listen_on, ear) != 0)
		done = log_fault("no thread for who listens");
	if (done != OK) {
		ear_free(ear);
		return done;
	}
	*out = ear;
	return OK;
}

void pg_listen_end(struct ear *ear)
{
	(void)!eventfd_write(ear->stop, 1);
	pthread_join(ear->thread, NULL);
	ear_free(ear);
}
