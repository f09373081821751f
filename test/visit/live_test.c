/* How far apart events come, through a server with routes of its own. */
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "db/engine.h"
#include "stage.h"
#include "web/live.h"
#include "web/server.h"

enum { APART_MS = 400 };

static enum status at_once(struct req *r)
{
	return live_follow(r, "meeting:1", 0);
}

static enum status apart(struct req *r)
{
	return live_follow(r, "meeting:1", APART_MS);
}

static enum status another(struct req *r)
{
	return live_follow(r, "meeting:2", 0);
}

static const struct route rows[] = {
	{ GET, "/at-once", at_once, PUBLIC, ON_HOUSE },
	{ GET, "/apart", apart, PUBLIC, ON_HOUSE },
	{ GET, "/another", another, PUBLIC, ON_HOUSE },
	{ 0 },
};
static const struct route *const tables[] = { rows, NULL };

struct hall {
	struct stage       *st;
	struct server      *server;
	struct sockaddr_in  at;
};

/* A port that was free a moment ago. */
static struct sockaddr_in free_address(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	CHECK(bind(fd, (struct sockaddr *)&at, n) == 0);
	CHECK(getsockname(fd, (struct sockaddr *)&at, &n) == 0);
	close(fd);
	return at;
}

static struct hall hall_open(void)
{
	struct hall h = { .st = stage_open(tables), .at = free_address() };
	char port[8];

	snprintf(port, sizeof port, "%d", ntohs(h.at.sin_port));
	CHECK_OK(server_open(&(struct server_plan){ .house = &h.st->house,
		.db = stage_database(), .host = "127.0.0.1", .port = port,
		.loops = 2 }, &h.server));
	return h;
}

static void hall_close(struct hall *h)
{
	CHECK(server_close(h->server));
	stage_close(h->st);
}

/* What has come until nothing more does for `ms`. */
struct follower { int fd; char text[4000]; size_t n; };

static int events(struct follower *f, int ms)
{
	struct pollfd from = { .fd = f->fd, .events = POLLIN };
	int n = 0;

	while (f->n < sizeof f->text - 1 && poll(&from, 1, ms) > 0) {
		ssize_t got = read(f->fd, f->text + f->n,
		                   sizeof f->text - 1 - f->n);

		if (got <= 0)
			break;
		f->n += (size_t)got;
	}
	for (const char *at = f->text; (at = strstr(at, "\ndata: ")); at++)
		n++;
	return n;
}

static struct follower follow(struct hall *h, const char *path)
{
	struct follower f = { .fd = socket(AF_INET, SOCK_STREAM, 0) };
	char text[100];
	int n = snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: a\r\n"
	                 "\r\n", path);

	CHECK(connect(f.fd, (struct sockaddr *)&h->at, sizeof h->at) == 0);
	CHECK(write(f.fd, text, (size_t)n) == n);
	for (int i = 0; i < 50 && strstr(f.text, "data: ") == NULL; i++)
		(void)events(&f, 100);
	f.n = 0;
	memset(f.text, 0, sizeof f.text);
	return f;
}

static void happen(struct hall *h)
{
	struct scope s = stage_scope(h->st);

	IN_WRITE(h->st, db_signal(&s, "meeting:1"));
}

TEST(events_that_may_come_at_once_do_and_only_of_their_topic)
{
	struct hall h = hall_open();
	struct follower a = follow(&h, "/at-once"), b = follow(&h, "/another");

	for (int i = 1; i <= 3; i++) {
		happen(&h);
		CHECK_INT(events(&a, 200), i);
	}
	CHECK_INT(events(&b, 0), 0);
	close(a.fd);
	close(b.fd);
	hall_close(&h);
}

TEST(what_comes_too_soon_is_one_event_when_its_time_has_come)
{
	struct hall h = hall_open();
	struct follower f = follow(&h, "/apart");
	i64 start = clock_ticks();

	for (int i = 0; i < 5; i++) {
		happen(&h);
		usleep(10000);
	}
	CHECK_INT(events(&f, APART_MS / 4), 1);
	while (events(&f, 20) < 2 && clock_ticks() - start < 3000000)
		continue;
	CHECK(clock_ticks() - start >= (APART_MS - 20) * 1000);
	CHECK_INT(events(&f, APART_MS * 2), 2);
	happen(&h);
	CHECK_INT(events(&f, APART_MS / 4), 3);
	close(f.fd);
	hall_close(&h);
}

TEST(when_anything_may_have_changed_everyone_hears)
{
	struct hall h = hall_open();
	struct follower a = follow(&h, "/at-once"), b = follow(&h, "/another");

	signal_heard("*");
	CHECK_INT(events(&a, 200), 1);
	CHECK_INT(events(&b, 200), 1);
	close(a.fd);
	close(b.fd);
	hall_close(&h);
}
