/*
 * The small parent of a server: it touches nothing that could break, and
 * starts the child anew when that has died.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "base/clock.h"

enum { FIRST_PAUSE_MS = 100, LONGEST_PAUSE_MS = 500, LIVED_MS = 30 * 1000 };

static volatile sig_atomic_t asked_to_stop;
static volatile sig_atomic_t child;
static int ready_end = -1;

/* A stop that comes between two children is heard too. */
static void pass_on(int signal_no)
{
	(void)signal_no;
	asked_to_stop = 1;
	if (child > 0)
		kill((pid_t)child, SIGTERM);
}

void supervise_ready(void)
{
	(void)!write(ready_end, "r", 1);
	close(ready_end);
}

static __attribute__((noreturn)) void be_child(int (*run)(void *), void *arg,
                                               pid_t parent, const int *ends)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(EXIT_FAILED);
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	close(ends[0]);
	ready_end = ends[1];
	exit(run(arg));
}

/* Waits for the child; *ready is set if it said that it serves. */
static int await(int end, bool *ready)
{
	int status = 0;
	char byte;
	ssize_t got;

	while ((got = read(end, &byte, 1)) < 0 && errno == EINTR)
		continue;
	*ready = *ready || got == 1;
	close(end);
	while (waitpid((pid_t)child, &status, 0) < 0 && errno == EINTR)
		continue;
	child = 0;
	return status;
}

static int run_once(int (*run)(void *), void *arg, bool *ready)
{
	pid_t parent = getpid(), pid;
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		panic("no pipe to the server: errno %d", errno);
	pid = fork();
	if (pid < 0)
		panic("the server cannot be forked: errno %d", errno);
	if (pid == 0)
		be_child(run, arg, parent, ends);
	child = pid;
	if (asked_to_stop)
		kill(pid, SIGTERM);
	close(ends[1]);
	return await(ends[0], ready);
}

static void nap(i64 ms)
{
	const struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	if (!asked_to_stop)
		nanosleep(&t, NULL);
}

int supervise(int (*run)(void *), void *arg)
{
	const struct sigaction hear = { .sa_handler = pass_on };
	i64 pause_ms = FIRST_PAUSE_MS;
	bool ready = false;

	sigaction(SIGTERM, &hear, NULL);
	sigaction(SIGINT, &hear, NULL);
	for (;;) {
		i64 start = clock_ticks();
		int status = run_once(run, arg, &ready);

		if (WIFEXITED(status) && (WEXITSTATUS(status) == 0 || !ready ||
		                          asked_to_stop))
			return WEXITSTATUS(status);
		if (asked_to_stop || !ready)
			return EXIT_FAILED;
		if ((clock_ticks() - start) / 1000 > LIVED_MS)
			pause_ms = FIRST_PAUSE_MS;
		log_info("the server ended (%s %d); it starts again",
		         WIFSIGNALED(status) ? "signal" : "exit",
		         WIFSIGNALED(status) ? WTERMSIG(status) :
		                               WEXITSTATUS(status));
		nap(pause_ms);
		if (asked_to_stop)
			return EXIT_FINE;
		pause_ms = pause_ms * 2 > LONGEST_PAUSE_MS ? LONGEST_PAUSE_MS :
		           pause_ms * 2;
	}
}
