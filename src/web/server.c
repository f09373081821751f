#include <event2/thread.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "web/loop.h"

enum { BACKLOG = 1024, READERS = 8, SLOW_READERS = 2, WRITERS = 8,
       PREPARERS = 3, MOST_WAITING = 1024, ENOUGH_FILES = 8192 };

/* -- listening ----------------------------------------------------------- */

/* Each loop has a listener of its own; the kernel shares visitors out. */
static int listen_at(const struct addrinfo *at)
{
	int fd = socket(at->ai_family, SOCK_STREAM | SOCK_NONBLOCK |
	                SOCK_CLOEXEC, 0), on = 1;

	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	if (bind(fd, at->ai_addr, at->ai_addrlen) == 0 &&
	    listen(fd, BACKLOG) == 0)
		return fd;
	close(fd);
	return -1;
}

static enum status find_address(const struct server_plan *plan,
                                struct addrinfo **out)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
	                                .ai_flags = AI_PASSIVE };
	int code = getaddrinfo(plan->host, plan->port, &hints, out);

	if (code != 0)
		return log_fault("%s:%s is no address to listen at: %s",
		                 plan->host, plan->port, gai_strerror(code));
	return OK;
}

/*
 * Sockets that share a port would also share it with a second server of the
 * same user: the first bind is without that, so that it is refused.
 */
static enum status check_free(const struct addrinfo *at)
{
	int fd = socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
	bool is_free;

	if (fd < 0)
		return log_fault("no socket to listen with");
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	is_free = bind(fd, at->ai_addr, at->ai_addrlen) == 0;
	close(fd);
	return is_free ? OK : FAULT;
}

/* Each connection is a file: as many as this machine lets us have. */
static void raise_files(void)
{
	struct rlimit most;

	if (getrlimit(RLIMIT_NOFILE, &most) != 0)
		return;
	most.rlim_cur = most.rlim_max;
	if (setrlimit(RLIMIT_NOFILE, &most) != 0 ||
	    most.rlim_max < ENOUGH_FILES)
		log_info("only %lld files may be open at once: a large "
		         "workshop needs %d (ulimit -n)",
		         (i64)most.rlim_max, ENOUGH_FILES);
}

/* -- signals ------------------------------------------------------------- */

static void heard(void *server, const char *topic)
{
	struct server *s = server;

	for (size_t i = 0; i < s->n_loops; i++)
		live_signal(&s->loops[i], topic);
}

/* Loops that have begun may have missed something already. */
static enum status open_ear(struct server *s)
{
	db_hear(heard, s);
	TRY(db_listen(s->plan.db, &s->ear));
	heard(s, "*");
	return OK;
}

/* -- life ---------------------------------------------------------------- */

static enum status open_pools(struct server *s)
{
	const char *db = s->plan.db;

	TRY(pool_open(&(struct pool_plan){ db, DB_READ,
		s->one_writer ? SLOW_READERS : READERS, MOST_WAITING,
		1, visit_read }, &s->readers));
	TRY(pool_open(&(struct pool_plan){ db, DB_WRITE, PREPARERS,
		MOST_WAITING, 1, visit_prepare }, &s->preparers));
	return pool_open(&(struct pool_plan){ db, DB_WRITE,
		s->one_writer ? 1 : WRITERS, MOST_WAITING,
		s->one_writer ? AT_ONCE : 1, visit_write },
		&s->writers);
}

static enum status open_loops(struct server *s, const struct addrinfo *at)
{
	for (int i = 0; i < s->plan.loops; i++) {
		int fd = listen_at(at);

		if (fd < 0)
			return log_fault("cannot listen at %s:%s",
			                 s->plan.host, s->plan.port);
		s->loops[i].server = s;
		TRY(loop_open(&s->loops[i], fd));
		s->n_loops++;
	}
	return OK;
}

static enum status open_all(struct server *s)
{
	struct addrinfo *at = NULL;
	struct db *db;
	enum status done;

	TRY(find_address(&s->plan, &at));
	done = check_free(at);
	if (done != OK)
		log_fault("%s:%s is taken, or not ours to listen at",
		          s->plan.host, s->plan.port);
	if (done == OK)
		done = db_open(s->plan.db, DB_READ, &db);
	if (done == OK) {
		s->one_writer = db_one_writer(db);
		db_close(db);
		done = open_pools(s);
	}
	if (done == OK)
		done = open_loops(s, at);
	if (done == OK)
		done = open_ear(s);
	freeaddrinfo(at);
	return done;
}

enum status server_open(const struct server_plan *plan, struct server **out)
{
	struct server *s = calloc(1, sizeof *s);
	enum status done;

	if (s != NULL)
		s->loops = calloc((size_t)plan->loops, sizeof *s->loops);
	if (s == NULL || s->loops == NULL)
		panic("out of memory");
	signal(SIGPIPE, SIG_IGN);
	evthread_use_pthreads();
	raise_files();
	s->plan = *plan;
	s->secure = strncmp(plan->house->url, "https://", 8) == 0;
	s->started = clock_ticks();
	*out = s;
	done = open_all(s);
	if (done != OK)
		(void)server_close(s);
	return done;
}

bool server_close(struct server *s)
{
	for (size_t i = 0; i < s->n_loops; i++)
		loop_stop(&s->loops[i]);
	for (size_t i = 0; i < s->n_loops; i++)
		pthread_join(s->loops[i].thread, NULL);
	if (s->in_flight > 0)
		return false;
	pool_close(s->readers);
	pool_close(s->preparers);
	pool_close(s->writers);
	db_listen_end(s->ear);
	db_hear(NULL, NULL);
	for (size_t i = 0; i < s->n_loops; i++)
		loop_close(&s->loops[i]);
	free(s->loops);
	free(s);
	return true;
}
