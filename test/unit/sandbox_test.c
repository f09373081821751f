#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "kit/sandbox.h"

/* Works that behave, and works that do not. */

static enum status shout(struct arena *mem, struct bytes in, struct bytes *out)
{
	const char *from = in.v;
	char *text = arena_text(mem, from, in.n);

	for (size_t i = 0; i < in.n; i++)
		text[i] = (char)(from[i] - 'a' + 'A');
	*out = (struct bytes){ text, in.n };
	return OK;
}

static enum status refuse(struct arena *mem, struct bytes in,
                          struct bytes *out)
{
	(void)mem;
	*out = in;
	return INVALID;
}

static enum status crash(struct arena *mem, struct bytes in, struct bytes *out)
{
	(void)mem, (void)in, (void)out;
	abort();
}

static enum status spin(struct arena *mem, struct bytes in, struct bytes *out)
{
	volatile unsigned turns = 0;

	(void)mem, (void)out;
	while (in.n == 0)
		turns = turns + 1;
	return OK;
}

static enum status sleep_long(struct arena *mem, struct bytes in,
                              struct bytes *out)
{
	(void)mem, (void)out;
	while (in.n == 0)
		sleep(60);
	return OK;
}

static enum status hoard(struct arena *mem, struct bytes in,
                         struct bytes *out)
{
	(void)out;
	while (in.n == 0)
		arena_take(mem, 1024 * 1024);
	return OK;
}

static enum status flood(struct arena *mem, struct bytes in,
                         struct bytes *out)
{
	const size_t much = 65 * 1024 * 1024;

	(void)in;
	*out = (struct bytes){ arena_take(mem, much), much };
	return OK;
}

static bool can_write(void)
{
	static const char *const files[] = { "/tmp/vagval-escaped", "/dev/null",
	                                     "/tmp" };
	static const int ways[] = { O_WRONLY, O_RDWR, O_RDONLY | O_CREAT,
	                            O_RDONLY | O_TRUNC, O_TMPFILE | O_RDWR };

	for (size_t i = 0; i < COUNT(files) * COUNT(ways); i++) {
		if (open(files[i / COUNT(ways)], ways[i % COUNT(ways)],
		         0600) >= 0)
			return true;
	}
	return unlink("/tmp/vagval-no-such") == 0 || errno != EPERM ||
	       rename("/tmp/vagval-a", "/tmp/vagval-b") == 0 ||
	       errno != EPERM || chmod("/tmp/vagval-a", 0600) == 0 ||
	       errno != EPERM;
}

static bool can_reach_out(void)
{
	char *const nobody[] = { NULL };

	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ||
	       socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || fork() >= 0 ||
	       execve("/bin/true", nobody, nobody) == 0 || errno != EPERM ||
	       kill(getppid(), 0) == 0;
}

/* Names what it could do that it must not. */
static enum status escape(struct arena *mem, struct bytes in,
                          struct bytes *out)
{
	const char *could = "";
	bool reads = open("/etc/passwd", O_RDONLY) >= 0;
	bool may_read = in.n > 0;

	if (can_write())
		could = "write";
	else if (can_reach_out())
		could = "reach out";
	else if (reads != may_read)
		could = "read, or not read";
	*out = (struct bytes){ arena_copy(mem, could), strlen(could) };
	return OK;
}

static void *add_one(void *number)
{
	++*(int *)number;
	return NULL;
}

static enum status thread(struct arena *mem, struct bytes in,
                          struct bytes *out)
{
	pthread_t one;
	int number = 0;

	(void)mem, (void)in, (void)out;
	if (pthread_create(&one, NULL, add_one, &number) != 0 ||
	    pthread_join(one, NULL) != 0)
		return FAULT;
	return number == 1 ? OK : FAULT;
}

static const struct work works[] = {
	{ "shout", shout, 5, 64, false },
	{ "refuse", refuse, 5, 64, false },
	{ "crash", crash, 5, 64, false },
	{ "spin", spin, 1, 64, false },
	{ "sleep", sleep_long, 1, 64, false },
	{ "hoard", hoard, 5, 64, false },
	{ "flood", flood, 5, 256, false },
	{ "escape", escape, 5, 64, false },
	{ "escape reading", escape, 5, 64, true },
	{ "thread", thread, 5, 64, false },
	{ 0 },
};

static enum status ask(struct sandbox *box, const char *name, const char *in,
                       struct arena *mem, char **answer)
{
	struct bytes out;
	enum status done = sandbox_do(box, works, name, mem,
	                              (struct bytes){ in, strlen(in) }, &out);

	*answer = arena_text(mem, out.v, out.n);
	return done;
}

/* One question to a sandbox of its own; faults are not printed. */
static enum status ask_once(const char *name, const char *in,
                            struct arena *mem, char **answer)
{
	struct sandbox *box = sandbox_start(works);
	enum status done = ask(box, name, in, mem, answer);

	sandbox_stop(box);
	return done;
}

static enum status outcome(const char *name)
{
	struct arena *mem = arena_new();
	char *answer;
	enum status done = ask_once(name, "", mem, &answer);

	arena_free(mem);
	return done;
}

TEST(work_apart_answers_as_work_in_place)
{
	struct arena *mem = arena_new();
	char *apart, *here;

	CHECK_OK(ask_once("shout", "vagval", mem, &apart));
	CHECK_OK(ask(NULL, "shout", "vagval", mem, &here));
	CHECK_TEXT(apart, "VAGVAL");
	CHECK_TEXT(here, apart);
	CHECK(ask_once("refuse", "why", mem, &apart) == INVALID);
	CHECK_TEXT(apart, "why");
	arena_free(mem);
}

TEST(a_crash_is_that_pieces_failure_only)
{
	struct arena *mem = arena_new();
	struct sandbox *box = sandbox_start(works);
	char *answer;

	CHECK(ask(box, "crash", "", mem, &answer) == FAULT);
	CHECK_OK(ask(box, "shout", "still here", mem, &answer));
	sandbox_stop(box);
	arena_free(mem);
}

TEST(work_that_never_ends_is_ended)
{
	CHECK(outcome("spin") == INVALID);
	CHECK(outcome("sleep") == INVALID);
}

#ifndef __SANITIZE_ADDRESS__
TEST(work_that_takes_all_memory_is_ended)
{
	CHECK(outcome("hoard") == INVALID);
}
#endif

TEST(an_answer_has_a_limit)
{
	CHECK(outcome("flood") == INVALID);
}

TEST(work_apart_cannot_open_run_or_connect_to_anything)
{
	struct arena *mem = arena_new();
	char *could;

	CHECK_OK(ask_once("escape", "", mem, &could));
	CHECK_TEXT(could, "");
	CHECK_OK(ask_once("escape reading", "may read", mem, &could));
	CHECK_TEXT(could, "");
	arena_free(mem);
}

TEST(work_apart_may_have_threads)
{
	CHECK_OK(outcome("thread"));
}

enum { ASKERS = 8, TIMES = 10, MUCH = 300 * 1000 };

static void *ask_often(void *box)
{
	struct arena *mem = arena_new();
	char *question = arena_take(mem, MUCH + 1), *answer;
	size_t right = 0;

	memset(question, 'a', MUCH);
	for (int i = 0; i < TIMES; i++) {
		right += ask(box, "shout", question, mem, &answer) == OK &&
		         strlen(answer) == MUCH && answer[MUCH - 1] == 'A';
	}
	arena_free(mem);
	return (void *)right;
}

TEST(many_threads_may_ask_at_once)
{
	struct sandbox *box = sandbox_start(works);
	pthread_t asker[ASKERS];
	void *right;

	for (int i = 0; i < ASKERS; i++)
		pthread_create(&asker[i], NULL, ask_often, box);
	for (int i = 0; i < ASKERS; i++) {
		pthread_join(asker[i], &right);
		CHECK_INT((size_t)right, TIMES);
	}
	sandbox_stop(box);
}

/* In a process of its own, since it cannot be undone. */
static int narrowed(void)
{
	char *const nobody[] = { NULL };
	struct stat any;
	pthread_t one;
	int number = 0;

	sandbox_narrow();
	if (execve("/bin/true", nobody, nobody) == 0 || errno != EPERM)
		return 1;
#ifndef __SANITIZE_ADDRESS__
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 || errno != EPERM)
		return 2;
#endif
	if (socket(AF_INET, SOCK_STREAM, 0) < 0 || stat("/tmp", &any) != 0)
		return 3;
	if (pthread_create(&one, NULL, add_one, &number) != 0 ||
	    pthread_join(one, NULL) != 0 || number != 1)
		return 4;
	return 0;
}

TEST(a_narrowed_server_serves_but_runs_nothing)
{
	int status = -1;
	pid_t child = fork();

	if (child == 0)
		_exit(narrowed());
	CHECK_INT(waitpid(child, &status, 0), child);
	CHECK(WIFEXITED(status));
	CHECK_INT(WEXITSTATUS(status), 0);
}
