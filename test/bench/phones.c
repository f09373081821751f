/*
 * Phones for the benchmark of the meeting: they join by its code, hold a
 * stream each and answer the question that is on, at times that were decided
 * before (an open loop: nobody waits for anybody). One thread and epoll, so
 * that it takes little from what it measures.
 *
 *   phones [-n PHONES] [-j SECONDS] [-a SECONDS] [-q] -s KEY HOST:PORT CODE …
 *
 * So many phones for each code join within -j seconds; when all have, they
 * answer within -a seconds. KEY is a screen's link into the first workshop: it
 * is followed as a projector does. Forms are read as a browser reads them:
 * hidden fields as they stand, the first of each choice. With -q no streams are
 * held. With -o STREAMS none joins by himself: one does, holds so many streams,
 * "open" is printed, then another joins; it prints how many streams heard of it
 * and ms until the last did. Else it prints, with tabs between: phones joined, p99 of joining, answers
 * saved, p50, p99 and longest of saving, p95 and p99 from saved to seen on the
 * screen, events, errors; times in ms.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 8192, ROOM = 96 * 1024, FIELDS = 4096 };

enum step { IDLE, LOOK, JOIN, OPEN, READY, ANSWER, DONE, FAILED };
static const char *const said[] = { "idle", "look", "join", "open", "ready",
                                    "answer", "done", "failed" };

struct line {
	int    fd;
	bool   stream;
	char  *in;
	size_t n;
	char   out[FIELDS + 1024];
	size_t out_n, out_at;
	struct phone *of;               /* NULL: the screen's */
};

struct phone {
	const char *code;
	enum step   step;
	long long   due, began, asked, joined, saved;
	char        cookie[160], key[64], form[FIELDS], action[128];
	struct line line, live;
};

static struct {
	struct sockaddr_in at;
	char   host[64];
	int    phones;
	double join, answer;
	const char *screen;
	bool   quiet;
	int    open;
} plan = { .phones = 500, .join = 10, .answer = 15 };

static struct phone *phones;
static int n_phones, poller;
static long long started, answers_from, errors, events;
static struct line screen_stream, screen_page;
static struct { long long at; int count; } seen[MOST];
static int n_seen;
static bool screen_asked, screen_again;

static _Noreturn void give_up(const char *what)
{
	fprintf(stderr, "phones: %s (errno %d)\n", what, errno);
	exit(1);
}

static long long now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

/* -- lines --------------------------------------------------------------- */

static void watch(struct line *l, int how)
{
	struct epoll_event e = { .data.ptr = l,
		.events = EPOLLIN | (l->out_at < l->out_n ? EPOLLOUT : 0) };

	epoll_ctl(poller, how, l->fd, &e);
}

static void line_open(struct line *l)
{
	int on = 1;

	if (l->in == NULL)
		l->in = malloc(l->stream ? 4096 : ROOM);
	l->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	if (l->fd < 0 || l->in == NULL)
		give_up("no line");
	setsockopt(l->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	if (connect(l->fd, (struct sockaddr *)&plan.at, sizeof plan.at) != 0 &&
	    errno != EINPROGRESS)
		give_up("no server");
	l->n = 0;
	watch(l, EPOLL_CTL_ADD);
}

static void line_close(struct line *l)
{
	close(l->fd);
	l->fd = -1;
	l->out_n = l->out_at = 0;
}

static void flush(struct line *l)
{
	while (l->out_at < l->out_n) {
		ssize_t k = send(l->fd, l->out + l->out_at,
		                 l->out_n - l->out_at, MSG_NOSIGNAL);

		if (k <= 0)
			break;
		l->out_at += (size_t)k;
	}
	watch(l, EPOLL_CTL_MOD);
}

static void request(struct line *l, const char *cookie, const char *path,
                    const char *fields)
{
	if (l->fd < 0)
		line_open(l);
	l->n = 0;
	l->out_at = 0;
	l->out_n = (size_t)snprintf(l->out, sizeof l->out,
		"%s %s HTTP/1.1\r\nHost: %s\r\n%s%s%s", fields ? "POST" : "GET",
		path, plan.host, *cookie ? "Cookie: " : "", cookie,
		*cookie ? "\r\n" : "");
	if (fields != NULL)
		l->out_n += (size_t)snprintf(l->out + l->out_n,
			sizeof l->out - l->out_n, "Content-Type: application/"
			"x-www-form-urlencoded\r\nContent-Length: %zu\r\n"
			"\r\n%s", strlen(fields), fields);
	else
		l->out_n += (size_t)snprintf(l->out + l->out_n,
			sizeof l->out - l->out_n, "\r\n");
	flush(l);
}

/* The whole answer is here: its status, or 0. */
static int whole(struct line *l)
{
	const char *end, *length;

	l->in[l->n] = '\0';
	end = strstr(l->in, "\r\n\r\n");
	if (end == NULL)
		return 0;
	length = strcasestr(l->in, "\r\nContent-Length: ");
	if (length == NULL || length > end)
		return 0;
	if (l->n < (size_t)(end + 4 - l->in) + strtoul(length + 18, NULL, 10))
		return 0;
	return atoi(l->in + 9);
}

/* -- pages --------------------------------------------------------------- */

static void value_of(const char *tag, const char *name, char *out, size_t most)
{
	char mark[32];
	const char *end = strchr(tag, '>'), *at;
	size_t n;

	snprintf(mark, sizeof mark, " %s='", name);
	at = strstr(tag, mark);
	*out = '\0';
	if (at == NULL || at > end)
		return;
	at += strlen(mark);
	n = strcspn(at, "'");
	if (n >= most)
		n = most - 1;
	memcpy(out, at, n);
	out[n] = '\0';
}

/* name=value, with what may not stand in a form made safe. */
static void add(char *form, const char *name, const char *value)
{
	size_t n = strlen(form);

	n += (size_t)snprintf(form + n, FIELDS - n, "%s%s=", n ? "&" : "",
	                      name);
	for (; *value != '\0' && n < FIELDS - 4; value++)
		n += (size_t)snprintf(form + n, FIELDS - n,
			(*value >= '0' && *value <= '9') || (*value >= 'a' &&
			*value <= 'z') || (*value >= 'A' && *value <= 'Z') ?
			"%c" : "%%%02X", (unsigned char)*value);
}

/* The form whose action ends so: hidden fields, and the first of each choice
 * (or the one that is chosen). */
static bool read_form(const char *page, const char *ends, struct phone *p)
{
	const char *at = page, *end;
	char names[16][40] = { "" }, type[16], name[40], value[200];
	int n = 0;

	for (;;) {
		at = strstr(at, "<form");
		if (at == NULL)
			return false;
		value_of(at, "action", p->action, sizeof p->action);
		if (strlen(p->action) >= strlen(ends) && strcmp(p->action +
		    strlen(p->action) - strlen(ends), ends) == 0)
			break;
		at++;
	}
	end = strstr(at, "</form>");
	p->form[0] = '\0';
	while ((at = strstr(at, "<input")) != NULL && at < end) {
		bool taken = false;

		value_of(at, "type", type, sizeof type);
		value_of(at, "name", name, sizeof name);
		value_of(at, "value", value, sizeof value);
		for (int i = 0; i < n; i++)
			taken = taken || strcmp(names[i], name) == 0;
		if (strcmp(type, "hidden") == 0 || (!taken &&
		    (strcmp(type, "radio") == 0 ||
		     (strcmp(type, "checkbox") == 0 &&
		      strcmp(name, "v") == 0))))
			add(p->form, name, value);
		if (!taken && n < 16)
			snprintf(names[n++], sizeof names[0], "%s", name);
		at++;
	}
	return true;
}

static void keep_cookie(struct phone *p)
{
	const char *at = strcasestr(p->line.in, "\r\nSet-Cookie: ");
	size_t n;

	if (at == NULL)
		return;
	at += 14;
	n = strcspn(at, ";\r");
	if (n < sizeof p->cookie) {
		memcpy(p->cookie, at, n);
		p->cookie[n] = '\0';
	}
}

static void fail(struct phone *p, int status)
{
	if (errors++ < 5)
		fprintf(stderr, "phones: %s at %s: %d\n%.300s\n", p->key,
		        said[p->step], status, p->line.in);
	p->step = FAILED;
}

/* -- one phone ----------------------------------------------------------- */

static void go(struct phone *p, enum step to, const char *path,
               const char *fields)
{
	p->step = to;
	request(&p->line, p->cookie, path, fields);
}

static void joined(struct phone *p)
{
	const char *at = strcasestr(p->line.in, "\r\nLocation: ");
	char path[128];

	if (at == NULL) {
		fail(p, 303);
		return;
	}
	at += strlen("\r\nLocation: ");
	if (strncmp(at, "/j/", 3) == 0) {       /* on the way to the link */
		snprintf(path, sizeof path, "%.*s", (int)strcspn(at, "\r"),
		         at);
		go(p, JOIN, path, NULL);
		return;
	}
	at += 3;
	snprintf(p->key, sizeof p->key, "%.*s", (int)strcspn(at, "/\r"), at);
	if (!plan.quiet) {
		snprintf(path, sizeof path, "/d/%s/live", p->key);
		request(&p->live, p->cookie, path, NULL);
	}
	snprintf(path, sizeof path, "/d/%s/now", p->key);
	go(p, OPEN, path, NULL);
}

static void answered(struct phone *p, int status)
{
	long long t = now_us();
	char path[64];

	switch (p->step) {
	case LOOK:
		keep_cookie(p);
		snprintf(path, sizeof path, "/j/%s", p->code);
		if (status != 200 || !read_form(p->line.in, path, p))
			fail(p, status);
		else
			go(p, JOIN, path, p->form);
		p->asked = t;
		break;
	case JOIN:
		if (status != 303)
			fail(p, status);
		else
			joined(p);
		break;
	case OPEN:
		keep_cookie(p);
		p->joined = t - p->began;
		if (status != 200 || !read_form(p->line.in, "/answer", p))
			fail(p, status);
		else
			p->step = READY;
		break;
	case ANSWER:
		p->saved = t;
		if (status != 303)
			fail(p, status);
		else
			p->step = DONE;
		break;
	default:
		break;
	}
}

/* -- the screen ---------------------------------------------------------- */

/* "data-answered='17'": how many have answered what is on. */
static void look_at_screen(void)
{
	const char *at = strstr(screen_page.in, "data-answered='");

	if (at != NULL && n_seen < MOST) {
		seen[n_seen].at = now_us();
		seen[n_seen++].count = atoi(at + 15);
	}
	screen_asked = false;
}

static void ask_screen(void)
{
	char path[128];

	if (screen_asked) {
		screen_again = true;
		return;
	}
	screen_asked = true;
	screen_again = false;
	snprintf(path, sizeof path, "/d/%s/screen", plan.screen);
	request(&screen_page, "", path, NULL);
}

/* -- a crowd of streams -------------------------------------------------- */

static struct line *crowd;
static int heard;
static long long last_heard;

/* -- bytes --------------------------------------------------------------- */

static void stream_bytes(struct line *l)
{
	char *at;

	l->in[l->n] = '\0';
	for (at = l->in; (at = strstr(at, "data:")) != NULL; at += 5) {
		events++;
		if (l == &screen_stream)
			ask_screen();
		if (crowd != NULL && l >= crowd && l < crowd + plan.open) {
			heard++;
			last_heard = now_us();
		}
	}
	l->n = 0;
}

static void bytes(struct line *l)
{
	size_t room = l->stream ? 4095 : ROOM - 1;
	int status;

	for (;;) {
		ssize_t k = recv(l->fd, l->in + l->n, room - l->n, 0);

		if (k == 0 || (k < 0 && errno != EAGAIN)) {
			line_close(l);
			return;
		}
		if (k < 0)
			break;
		l->n += (size_t)k;
		if (l->stream)
			stream_bytes(l);
	}
	if (l->stream || l->n == 0 || (status = whole(l)) == 0)
		return;
	if (l == &screen_page) {
		look_at_screen();
		if (screen_again)
			ask_screen();
	} else {
		answered(l->of, status);
	}
}

static void turn(int ms)
{
	struct epoll_event all[256];
	int n = epoll_wait(poller, all, 256, ms);

	for (int i = 0; i < n; i++) {
		struct line *l = all[i].data.ptr;

		if (l->fd >= 0 && (all[i].events & EPOLLOUT) != 0)
			flush(l);
		if (l->fd >= 0 && (all[i].events & ~EPOLLOUT) != 0)
			bytes(l);
	}
}

/* -- the run ------------------------------------------------------------- */

static int count(enum step step)
{
	int n = 0;

	for (int i = 0; i < n_phones; i++)
		n += phones[i].step == step;
	return n;
}

/* Starts all whose time has come; until they have come so far, or time is. */
static void run(enum step from, enum step until, double seconds)
{
	long long end = now_us() + (long long)(seconds * 1e6) + 30000000;

	while (count(until) + count(FAILED) < n_phones && now_us() < end) {
		long long t = now_us();

		for (int i = 0; i < n_phones; i++) {
			struct phone *p = &phones[i];
			char path[64];

			if (p->step != from || p->due > t)
				continue;
			p->began = p->due;
			snprintf(path, sizeof path, "/j/%s", p->code);
			if (from == IDLE)
				go(p, LOOK, path, NULL);
			else
				go(p, ANSWER, p->action, p->form);
		}
		turn(1);
	}
}

static void spread(double seconds)
{
	long long t = now_us() + 100000;
	unsigned chance = 12345;

	for (int i = 0; i < n_phones; i++) {
		chance = chance * 1103515245u + 12345u;
		phones[i].due = t + (long long)(seconds * 1e6 *
		                (chance >> 8 & 0xffff) / 65536.0);
	}
}

/* All hear once when they open; then somebody joins, and all hear again. */
static void run_crowd(void)
{
	char path[128];
	long long began;

	crowd = calloc((size_t)plan.open, sizeof *crowd);
	snprintf(path, sizeof path, "/d/%s/tally", plan.screen);
	for (int i = 0; i < plan.open; i++) {
		crowd[i] = (struct line){ .fd = -1, .stream = true };
		request(&crowd[i], "", path, NULL);
		if (i % 50 == 0)
			turn(0);
	}
	for (began = now_us(); heard < plan.open &&
	     now_us() < began + 30000000; )
		turn(10);
	printf("open\n");
	fflush(stdout);
	for (began = now_us(); now_us() < began + 3000000; )
		turn(10);
	heard = 0;
	spread(0);
	run(IDLE, OPEN, 1);
	began = phones[0].asked;
	while (heard < plan.open && now_us() < began + 10000000)
		turn(10);
	printf("%d\t%.1f\n", heard, (double)(last_heard - began) / 1000);
}

static int by_size(const void *a, const void *b)
{
	long long x = *(const long long *)a, y = *(const long long *)b;

	return (x > y) - (x < y);
}

static double at_share(long long *v, int n, double share)
{
	if (n == 0)
		return -1;
	qsort(v, (size_t)n, sizeof *v, by_size);
	return (double)v[(int)((n - 1) * share)] / 1000;
}

/* From the moment that so many were saved to the moment the screen said so. */
static int delays(long long *out)
{
	static long long saved[MOST];
	int n = 0, k = 0, at = 0;

	for (int i = 0; i < n_phones; i++)
		if (phones[i].step == DONE && phones[i].code == phones[0].code)
			saved[n++] = phones[i].saved;
	qsort(saved, (size_t)n, sizeof *saved, by_size);
	for (int i = 0; i < n; i++) {
		while (at < n_seen && seen[at].count <= i)
			at++;
		if (at == n_seen)
			break;
		out[k++] = seen[at].at > saved[i] ? seen[at].at - saved[i] : 0;
	}
	if (k < n)
		fprintf(stderr, "phones: the screen saw %d of %d\n", k, n);
	return k;
}

static void report(void)
{
	static long long v[MOST], w[MOST], d[MOST];
	int n = 0, m = 0, k = delays(d);

	for (int i = 0; i < n_phones; i++) {
		if (phones[i].joined != 0)
			v[n++] = phones[i].joined;
		if (phones[i].step == DONE)
			w[m++] = phones[i].saved - phones[i].began;
	}
	printf("%d\t%.1f\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%lld\t%lld\n", n,
	       at_share(v, n, 0.99), m, at_share(w, m, 0.5),
	       at_share(w, m, 0.99), at_share(w, m, 1), at_share(d, k, 0.95),
	       at_share(d, k, 0.99), events, errors + count(FAILED));
}

static void read_plan(int argc, char **argv)
{
	char *colon;
	int c;

	while ((c = getopt(argc, argv, "n:j:a:s:qo:")) != -1)
		switch (c) {
		case 'n': plan.phones = atoi(optarg); break;
		case 'j': plan.join = atof(optarg);   break;
		case 'a': plan.answer = atof(optarg); break;
		case 's': plan.screen = optarg;       break;
		case 'q': plan.quiet = true;          break;
		case 'o': plan.open = atoi(optarg);   break;
		default:  give_up("usage: see the top of phones.c");
		}
	if (argc - optind < 2 || plan.screen == NULL)
		give_up("usage: see the top of phones.c");
	snprintf(plan.host, sizeof plan.host, "%s", argv[optind]);
	colon = strchr(argv[optind], ':');
	if (colon == NULL)
		give_up("HOST:PORT");
	*colon = '\0';
	plan.at = (struct sockaddr_in){ .sin_family = AF_INET,
		.sin_port = htons((unsigned short)atoi(colon + 1)) };
	inet_pton(AF_INET, argv[optind], &plan.at.sin_addr);
	if (plan.open > 0)
		plan.phones = 1;
	n_phones = plan.phones * (argc - optind - 1);
	if (n_phones < 1 || n_phones > MOST)
		give_up("too many phones");
	phones = calloc((size_t)n_phones, sizeof *phones);
	for (int i = 0; i < n_phones; i++) {
		struct phone *p = &phones[i];

		p->code = argv[optind + 1 + i % (argc - optind - 1)];
		p->line = (struct line){ .fd = -1, .of = p };
		p->live = (struct line){ .fd = -1, .stream = true, .of = p };
	}
}

int main(int argc, char **argv)
{
	struct rlimit files;
	char path[128];

	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	read_plan(argc, argv);
	poller = epoll_create1(0);
	started = now_us();
	screen_stream = (struct line){ .fd = -1, .stream = true };
	screen_page = (struct line){ .fd = -1 };
	if (plan.open > 0) {
		run_crowd();
		return 0;
	}
	snprintf(path, sizeof path, "/d/%s/tally", plan.screen);
	request(&screen_stream, "", path, NULL);
	spread(plan.join);
	run(IDLE, READY, plan.join);
	answers_from = now_us();
	n_seen = 0;
	spread(plan.answer);
	run(READY, DONE, plan.answer);
	for (long long end = now_us() + 2000000; now_us() < end; )
		turn(10);
	report();
	return 0;
}
