/*
 * Four processes: the caller; the helper, which only forks; for each piece of
 * work a keeper, which waits for the child and says how it ended; and the
 * child, which does the work. Caller and child talk over a socket of their own,
 * made for this piece of work, so any number of threads may ask at once; the
 * keeper has another, so that nothing the child writes can pass for its fate.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kit/sandbox.h"
#include "kit/sandbox_filter.h"

enum {
	MOST       = 64 * 1024 * 1024,
	WALL       = 3,         /* times the seconds of CPU */
	MARGIN     = 5,         /* seconds until the helper is given up */
	LISTENING  = 3,         /* the helper's end, the child's talk */
	LATER      = 10,        /* how far behind the visits, as nice(1) */
};

struct sandbox {
	const struct work *table;
	pid_t              helper;
	int                control;
};

/* What the caller hands the helper, with two descriptors beside it. */
struct order {
	size_t which;           /* in the table */
};

enum { TALK, FATE };

/* What the child answers first; its bytes follow. */
struct reply {
	enum status status;
	size_t      n;
};

/* How the child ended, as its keeper saw it. */
struct fate {
	int  status;            /* as waitpid() says it */
	bool late;
};

static bool send_all(int fd, const void *bytes, size_t n)
{
	const char *at = bytes;

	while (n > 0) {
		ssize_t sent = send(fd, at, n, MSG_NOSIGNAL);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		at += sent;
		n -= (size_t)sent;
	}
	return true;
}

static bool receive_all(int fd, void *bytes, size_t n)
{
	char *at = bytes;

	while (n > 0) {
		ssize_t got = read(fd, at, n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got;
		n -= (size_t)got;
	}
	return true;
}

/* The child: read, narrow, work, answer. */
static __attribute__((noreturn)) void work_apart(const struct work *w, int talk)
{
	struct arena *mem = arena_new();
	struct bytes in = {0}, out = {0};
	struct reply reply = {0};
	char *room;

	if (dup2(talk, LISTENING) < 0 || close_range(LISTENING + 1, ~0U, 0) < 0)
		panic("descriptors cannot be closed: errno %d", errno);
	if (!receive_all(LISTENING, &in.n, sizeof in.n))
		_exit(1);
	room = arena_take(mem, in.n);
	in.v = room;
	if (!receive_all(LISTENING, room, in.n))
		_exit(1);
	filter_child(w);
	reply.status = w->run(mem, in, &out);
	if (out.n > MOST)
		_exit(EXIT_EXHAUSTED);
	reply.n = out.n;
	_exit(!send_all(LISTENING, &reply, sizeof reply) ||
	      !send_all(LISTENING, out.v, reply.n));
}

/* Whoever forked us may be gone already; then nobody waits for an answer. */
static void end_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
}

static __attribute__((noreturn)) void keep(const struct work *w, const int *fds)
{
	struct fate fate = {0};
	pid_t self = getpid(), child;
	struct pollfd ended = { .events = POLLIN };

	signal(SIGCHLD, SIG_DFL);
	child = fork();
	if (child < 0)
		_exit(1);
	if (child == 0) {
		end_with(self);
		work_apart(w, fds[TALK]);
	}
	close(fds[TALK]);
	ended.fd = pidfd_open(child, 0);
	if (ended.fd < 0 || poll(&ended, 1, w->seconds * WALL * 1000) != 1) {
		fate.late = true;
		kill(child, SIGKILL);
	}
	if (waitpid(child, &fate.status, 0) != child)
		_exit(1);
	_exit(!send_all(fds[FATE], &fate, sizeof fate));
}

/* Room for two descriptors, aligned as the kernel wants it. */
union two_fds {
	struct cmsghdr header;
	char           bytes[CMSG_SPACE(2 * sizeof(int))];
};

static bool send_order(int control, struct order order, const int *fds)
{
	union two_fds beside = {0};
	struct iovec part = { &order, sizeof order };
	struct msghdr message = {
		.msg_iov = &part, .msg_iovlen = 1,
		.msg_control = beside.bytes,
		.msg_controllen = sizeof beside.bytes,
	};
	ssize_t sent;

	beside.header.cmsg_level = SOL_SOCKET;
	beside.header.cmsg_type = SCM_RIGHTS;
	beside.header.cmsg_len = CMSG_LEN(2 * sizeof(int));
	memcpy(CMSG_DATA(&beside.header), fds, 2 * sizeof(int));
	do
		sent = sendmsg(control, &message, MSG_NOSIGNAL);
	while (sent < 0 && errno == EINTR);
	return sent == (ssize_t)sizeof order;
}

/* False when the caller has gone, and with it the reason to be here. */
static bool receive_order(int control, struct order *order, int *fds)
{
	union two_fds beside = {0};
	struct iovec part = { order, sizeof *order };
	struct msghdr message = {
		.msg_iov = &part, .msg_iovlen = 1,
		.msg_control = beside.bytes,
		.msg_controllen = sizeof beside.bytes,
	};
	ssize_t got;

	do
		got = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
	while (got < 0 && errno == EINTR);
	if (got != (ssize_t)sizeof *order ||
	    beside.header.cmsg_type != SCM_RIGHTS ||
	    beside.header.cmsg_len != CMSG_LEN(2 * sizeof(int)))
		return false;
	memcpy(fds, CMSG_DATA(&beside.header), 2 * sizeof(int));
	return true;
}

static void serve_orders(int control, const struct work *table)
{
	struct order order;
	int fds[2];
	pid_t self = getpid();

	while (receive_order(control, &order, fds)) {
		if (fork() == 0) {
			end_with(self);
			close(control);
			keep(&table[order.which], fds);
		}
		close(fds[TALK]);
		close(fds[FATE]);
	}
}

/*
 * Pages go before papers: what is done here takes what the visits leave.
 *
 * The helper ends when its caller has closed the control socket or died, and
 * not before: signals meant for the whole group are the caller's to act on.
 */
static __attribute__((noreturn)) void help(int control,
                                           const struct work *table)
{
	static const int ignored[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE,
	                               SIGCHLD };
	int nothing = open("/dev/null", O_RDWR);

	prctl(PR_SET_NAME, "vagval-helper");
	(void)setpriority(PRIO_PROCESS, 0, LATER);
	for (size_t i = 0; i < COUNT(ignored); i++)
		signal(ignored[i], SIG_IGN);
	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 ||
	    dup2(nothing, STDOUT_FILENO) < 0 || dup2(control, LISTENING) < 0 ||
	    close_range(LISTENING + 1, ~0U, 0) < 0)
		panic("the helper cannot close descriptors: errno %d", errno);
	serve_orders(LISTENING, table);
	_exit(0);
}

struct sandbox *sandbox_start(const struct work *table)
{
	struct sandbox *box = calloc(1, sizeof *box);
	int ends[2];

	if (box == NULL)
		panic("out of memory");
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
		panic("no socket for the helper: errno %d", errno);
	box->table = table;
	box->control = ends[0];
	box->helper = fork();
	if (box->helper < 0)
		panic("the helper cannot be forked: errno %d", errno);
	if (box->helper == 0)
		help(ends[1], table);
	close(ends[1]);
	return box;
}

void sandbox_stop(struct sandbox *box)
{
	if (box == NULL)
		return;
	close(box->control);
	while (waitpid(box->helper, NULL, 0) < 0 && errno == EINTR)
		continue;
	free(box);
}

/* Should the helper itself hang, no thread waits for it for ever. */
static void set_patience(int fd, const struct work *w)
{
	struct timeval most = { .tv_sec = w->seconds * WALL + MARGIN };

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof most);
}

/* What the child says is not to be trusted: it may have been taken over. */
static bool receive_reply(int talk, struct arena *mem, struct reply *reply,
                          struct bytes *out)
{
	char *room;

	if (!receive_all(talk, reply, sizeof *reply) ||
	    (unsigned)reply->status > FAULT || reply->n > MOST)
		return false;
	room = arena_take(mem, reply->n);
	*out = (struct bytes){ room, reply->n };
	return receive_all(talk, room, reply->n);
}

static enum status judge(const struct work *w, struct fate fate)
{
	int status = fate.status;

	if (fate.late)
		return INVALID;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_EXHAUSTED)
		return INVALID;
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU ||
	                            WTERMSIG(status) == SIGKILL))
		return INVALID;
	if (WIFSIGNALED(status))
		return log_fault("work apart, %s: signal %d", w->name,
		                 WTERMSIG(status));
	return log_fault("work apart, %s: exit %d", w->name,
	                 WEXITSTATUS(status));
}

/* The talk with a child that is being started; `fds` are our ends. */
static enum status talk_with(const struct work *w, const int *fds,
                             struct arena *mem, struct bytes in,
                             struct bytes *out)
{
	struct reply reply;
	struct fate fate;
	bool answered;

	set_patience(fds[TALK], w);
	set_patience(fds[FATE], w);
	answered = send_all(fds[TALK], &in.n, sizeof in.n) &&
	           send_all(fds[TALK], in.v, in.n) &&
	           receive_reply(fds[TALK], mem, &reply, out);
	if (!receive_all(fds[FATE], &fate, sizeof fate))
		return log_fault("work apart, %s: the helper is gone", w->name);
	if (answered && WIFEXITED(fate.status) && fate.status == 0)
		return reply.status;
	*out = (struct bytes){0};
	return judge(w, fate);
}

static const struct work *work_named(const struct work *table, const char *name)
{
	while (table->name != NULL && strcmp(table->name, name) != 0)
		table++;
	ASSERT(table->name != NULL);
	return table;
}

enum status sandbox_do(struct sandbox *box, const struct work *table,
                       const char *name, struct arena *mem, struct bytes in,
                       struct bytes *out)
{
	const struct work *w = work_named(table, name);
	int talk[2], fate[2];
	enum status done;

	*out = (struct bytes){0};
	if (in.n > MOST)
		return INVALID;
	if (box == NULL)
		return w->run(mem, in, out);
	ASSERT(table == box->table);
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, talk) != 0)
		return log_fault("no socket for work: errno %d", errno);
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fate) != 0) {
		close(talk[0]);
		close(talk[1]);
		return log_fault("no socket for work: errno %d", errno);
	}
	if (!send_order(box->control, (struct order){ (size_t)(w - table) },
	                (int[]){ talk[1], fate[1] }))
		log_info("the helper does not listen: errno %d", errno);
	close(talk[1]);
	close(fate[1]);
	done = talk_with(w, (int[]){ talk[0], fate[0] }, mem, in, out);
	close(talk[0]);
	close(fate[0]);
	return done;
}
