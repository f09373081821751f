/*
 * Load for the benchmarks: so many lines kept alive, each with one request out
 * at a time. One thread and epoll, so that it takes little from what it
 * measures.
 *
 *   drive [-c LINES] [-s SECONDS | -n REQUESTS] [-k COOKIE] [-p FIELDS]
 *         [-m NUMBERS] [-t PATH] [-x] http://HOST:PORT/PATH
 *   drive -l http://HOST:PORT/link/…       signs in, prints the cookie
 *
 * With -x the other end may break off: then it prints as usual and ends.
 * With -p it posts, each time with a form key of its own; the token is read
 * from the page at PATH of -t. FIELDS may be @FILE, that holds them. {} in PATH
 * and FIELDS is a number that goes round from 0 to NUMBERS - 1. Prints requests, seconds, errors, p50 and p99
 * in ms, and the bytes of the last body, with tabs between.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { MOST_LINES = 1024, ROOM = 256 * 1024, SENT = 256 * 1024,
       STEPS = 200000, STEP_US = 10 };

struct line {
	int       fd;
	char      in[ROOM];             /* the answer so far */
	size_t    n;
	char      out[SENT];            /* what is being sent */
	size_t    out_n, out_at;
	long long began;                /* in µs */
};

static struct {
	const char *cookie, *fields, *token_page, *path;
	char        host[64], token[80];
	struct sockaddr_in at;
	int         lines, numbers;
	double      seconds;
	long long   requests;
} plan = { .lines = 1, .numbers = 1, .seconds = 1e9,
           .requests = 1LL << 62 };

static struct line *lines[MOST_LINES];
static unsigned waits[STEPS];           /* answers by how long they took */
static long long begun, answered, errors;
static size_t last_body;
static bool over, may_break;
static long long started;

static _Noreturn void give_up(const char *what)
{
	fprintf(stderr, "drive: %s (errno %d)\n", what, errno);
	exit(1);
}

static long long now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

/* -- what is asked ------------------------------------------------------------ */

/* Copies, with a number where {} stands; answers the end. */
static char *fill(char *to, const char *end, const char *from, long long no)
{
	for (; *from != '\0' && to + 24 < end; from++) {
		if (from[0] == '{' && from[1] == '}') {
			to += sprintf(to, "%09lld", no);
			from++;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	return to;
}

static void write_post(struct line *l, const char *path, long long no)
{
	static long long key;
	static char body[SENT - 1024];
	char *at = body;

	at += sprintf(at, "csrf=%s&key=%016llx&", plan.token,
	              (unsigned long long)now_us() << 16 |
	              (unsigned long long)(key++ & 0xFFFF));
	at = fill(at, body + sizeof body, plan.fields, no);
	l->out_n = (size_t)snprintf(l->out, SENT, "POST %s HTTP/1.1\r\n"
		"Host: %s\r\nCookie: %s\r\nContent-Length: %zu\r\n"
		"Content-Type: application/x-www-form-urlencoded\r\n\r\n%s",
		path, plan.host, plan.cookie, (size_t)(at - body), body);
}

static void write_request(struct line *l)
{
	char path[512];
	long long no = begun++ % plan.numbers;

	fill(path, path + sizeof path, plan.path, no);
	if (plan.fields != NULL)
		write_post(l, path, no);
	else
		l->out_n = (size_t)snprintf(l->out, SENT, "GET %s HTTP/1.1\r\n"
			"Host: %s\r\nCookie: %s\r\n\r\n", path, plan.host,
			plan.cookie);
	l->out_at = 0;
	l->n = 0;
	l->began = now_us();
}

/* -- what is answered --------------------------------------------------------- */

/* The whole answer's length, or 0 if its head is not all here. */
static size_t whole(struct line *l)
{
	char *end, *length;

	l->in[l->n] = '\0';
	end = strstr(l->in, "\r\n\r\n");
	if (end == NULL)
		return 0;
	length = strcasestr(l->in, "\r\nContent-Length:");
	if (length == NULL || length > end)
		give_up("an answer without a length");
	last_body = strtoul(length + 17, NULL, 10);
	return (size_t)(end - l->in) + 4 + last_body;
}

static bool fine(const struct line *l)
{
	if (strncmp(l->in, "HTTP/1.1 200", 12) == 0)
		return true;            /* a page; also of a form that looks */
	return strncmp(l->in, "HTTP/1.1 303", 12) == 0 &&
	       strstr(l->in, "\r\nLocation: /sign-in") == NULL;
}

static void note_answer(struct line *l)
{
	long long took = (now_us() - l->began) / STEP_US;

	waits[took < STEPS ? took : STEPS - 1]++;
	answered++;
	if (!fine(l) && errors++ == 0)
		fprintf(stderr, "drive: the first error:\n%.400s\n", l->in);
}

static double share(double part)
{
	long long left = (long long)((double)answered * part);

	for (int i = 0; i < STEPS; i++)
		if ((left -= waits[i]) < 0)
			return i * STEP_US / 1000.0;
	return STEPS * STEP_US / 1000.0;
}

static void report(void)
{
	printf("%lld\t%.3f\t%lld\t%.2f\t%.2f\t%zu\n", answered,
	       (double)(now_us() - started) / 1e6, errors, share(0.5),
	       share(0.99), last_body);
}

static _Noreturn void broken(const char *what)
{
	if (!may_break)
		give_up(what);
	report();
	exit(0);
}

static void send_more(struct line *l)
{
	ssize_t sent = write(l->fd, l->out + l->out_at, l->out_n - l->out_at);

	if (sent < 0 && errno != EAGAIN)
		broken("a line broke while sending");
	if (sent > 0)
		l->out_at += (size_t)sent;
}

/* True when the whole answer is here. */
static bool take_more(struct line *l)
{
	ssize_t got = read(l->fd, l->in + l->n, ROOM - 1 - l->n);
	size_t all;

	if (got == 0 || (got < 0 && errno != EAGAIN))
		broken("a line broke while reading");
	if (got < 0)
		return false;
	l->n += (size_t)got;
	all = whole(l);
	if (all >= ROOM)
		give_up("an answer too large");
	return all != 0 && l->n >= all;
}

/* -- the lines ---------------------------------------------------------------- */

static int connect_line(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;

	if (fd < 0 || connect(fd, (struct sockaddr *)&plan.at,
	                      sizeof plan.at) != 0)
		give_up("nobody answers there");
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	fcntl(fd, F_SETFL, O_NONBLOCK);
	return fd;
}

static void open_lines(int events)
{
	for (int i = 0; i < plan.lines; i++) {
		struct epoll_event e = { .events = EPOLLIN };

		lines[i] = calloc(1, sizeof *lines[i]);
		if (lines[i] == NULL)
			give_up("out of memory");
		lines[i]->fd = connect_line();
		e.data.ptr = lines[i];
		epoll_ctl(events, EPOLL_CTL_ADD, lines[i]->fd, &e);
		write_request(lines[i]);
		send_more(lines[i]);
	}
}

static void drive(int events, long long end)
{
	struct epoll_event ready[MOST_LINES];
	int out = plan.lines;

	while (out > 0) {
		int n = epoll_wait(events, ready, MOST_LINES, 30000);

		if (n <= 0)
			give_up("no answer in 30 s");
		over = over || now_us() > end;
		for (int i = 0; i < n; i++) {
			struct line *l = ready[i].data.ptr;

			if (l->out_at < l->out_n)
				send_more(l);
			if (!take_more(l))
				continue;
			note_answer(l);
			if (over || begun >= plan.requests) {
				out--;
				continue;
			}
			write_request(l);
			send_more(l);
		}
	}
}

/* -- one question at a time --------------------------------------------------- */

static const char *ask_once(struct line *l)
{
	l->fd = connect_line();
	send_more(l);
	while (!take_more(l))
		usleep(100);
	close(l->fd);
	return l->in;
}

/* The value that follows the mark, up to the end sign. */
static char *after(const char *text, const char *mark, const char *end)
{
	const char *at = strstr(text, mark);

	if (at == NULL)
		give_up(mark);
	at += strlen(mark);
	return strndup(at, strcspn(at, end));
}

static struct line *line_to(const char *path)
{
	struct line *l = calloc(1, sizeof *l);

	if (l == NULL)
		give_up("out of memory");
	plan.path = path;
	write_request(l);
	return l;
}

static void read_token(void)
{
	const char *path = plan.path, *fields = plan.fields;

	plan.fields = NULL;
	snprintf(plan.token, sizeof plan.token, "%s",
	         after(ask_once(line_to(plan.token_page)),
	               "name='csrf' value='", "'"));
	plan.path = path;
	plan.fields = fields;
}

/* A link shows one button; pressing it opens a session. */
static int sign_in(void)
{
	const char *page = ask_once(line_to(plan.path));

	plan.cookie = after(page, "Set-Cookie: ", ";");
	snprintf(plan.token, sizeof plan.token, "%s",
	         after(page, "name='csrf' value='", "'"));
	plan.fields = "form=use";
	printf("__Host-s=%s\n", after(ask_once(line_to(plan.path)),
	                              "__Host-s=", ";"));
	return 0;
}

/* -- the command -------------------------------------------------------------- */

static void read_url(const char *url)
{
	unsigned port = 0;
	int n = 0;

	if (sscanf(url, "http://%63[0-9.]:%u%n", plan.host, &port, &n) != 2 ||
	    url[n] != '/')
		give_up("the address is http://1.2.3.4:PORT/PATH");
	plan.at.sin_family = AF_INET;
	plan.at.sin_port = htons((uint16_t)port);
	plan.at.sin_addr.s_addr = inet_addr(plan.host);
	sprintf(plan.host + strlen(plan.host), ":%u", port % 65536);
	plan.path = url + n;
}

static char *fields_of(char *said)
{
	static char all[SENT - 1024];
	FILE *file = said[0] == '@' ? fopen(said + 1, "r") : NULL;

	if (said[0] != '@')
		return said;
	if (file == NULL)
		give_up("the file of fields");
	all[fread(all, 1, sizeof all - 1, file)] = '\0';
	fclose(file);
	return all;
}

static bool read_line(int argc, char **argv)
{
	bool links = false;
	int c;

	plan.cookie = "";
	while ((c = getopt(argc, argv, "c:s:n:k:p:m:t:lx")) != -1) {
		switch (c) {
		case 'c': plan.lines = atoi(optarg); break;
		case 's': plan.seconds = atof(optarg); break;
		case 'n': plan.requests = atoll(optarg); break;
		case 'k': plan.cookie = optarg; break;
		case 'p': plan.fields = fields_of(optarg); break;
		case 'm': plan.numbers = atoi(optarg); break;
		case 't': plan.token_page = optarg; break;
		case 'l': links = true; break;
		case 'x': may_break = true; break;
		default:  exit(2);
		}
	}
	if (optind + 1 != argc || plan.lines < 1 || plan.lines > MOST_LINES ||
	    plan.numbers < 1)
		give_up("what shall be driven?");
	read_url(argv[optind]);
	return links;
}

int main(int argc, char **argv)
{
	int events = epoll_create1(0);

	if (read_line(argc, argv))
		return sign_in();
	if (plan.token_page != NULL)
		read_token();
	begun = 0;
	started = now_us();
	open_lines(events);
	drive(events, started + (long long)(plan.seconds * 1e6));
	report();
	return 0;
}
