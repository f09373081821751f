#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <seccomp.h>

#include "kit/sandbox_filter.h"

enum { MB = 1024 * 1024, FILES = 64 };

/*
 * What computing needs: memory, time, threads, reading and writing what is
 * open, ending. All else is refused, whatever the kernel learns in the future.
 */
static const int computing[] = {
	SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap),
	SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(membarrier),
	SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq),
	SCMP_SYS(set_tid_address), SCMP_SYS(gettid), SCMP_SYS(getpid),
	SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
	SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
	SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
	SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(tgkill),
	SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write),
	SCMP_SYS(writev), SCMP_SYS(sendto), SCMP_SYS(lseek), SCMP_SYS(close),
	SCMP_SYS(fstat), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(dup),
	SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
	SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo),
	SCMP_SYS(getrusage), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* Finding and reading fonts: looking around, and a font kept in memory. */
static const int looking[] = {
	SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat),
	SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
	SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
	SCMP_SYS(getdents64), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
	SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(fadvise64),
	SCMP_SYS(memfd_create), SCMP_SYS(ftruncate),
};

/*
 * What a server has no business with: becoming another program, looking into
 * one, changing the machine.
 */
static const int foreign[] = {
	SCMP_SYS(execve), SCMP_SYS(execveat),
	SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
	SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root),
	SCMP_SYS(chroot), SCMP_SYS(setns), SCMP_SYS(unshare),
	SCMP_SYS(move_mount), SCMP_SYS(open_tree), SCMP_SYS(fsopen),
	SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
	SCMP_SYS(io_uring_setup), SCMP_SYS(add_key), SCMP_SYS(request_key),
	SCMP_SYS(keyctl), SCMP_SYS(init_module), SCMP_SYS(finit_module),
	SCMP_SYS(delete_module), SCMP_SYS(kexec_load),
	SCMP_SYS(kexec_file_load), SCMP_SYS(reboot), SCMP_SYS(swapon),
	SCMP_SYS(swapoff), SCMP_SYS(acct), SCMP_SYS(personality),
	SCMP_SYS(settimeofday), SCMP_SYS(clock_settime),
	SCMP_SYS(sethostname), SCMP_SYS(setdomainname),
#ifndef __SANITIZE_ADDRESS__            /* it looks for leaks that way */
	SCMP_SYS(ptrace),
#endif
};

static void rule(scmp_filter_ctx filter, uint32_t action, int call)
{
	int failed = seccomp_rule_add(filter, action, call, 0);

	if (failed != 0)
		panic("seccomp refuses a rule for call %d: %d", call, failed);
}

static void load(scmp_filter_ctx filter)
{
	int failed = seccomp_load(filter);

	if (failed != 0)
		panic("seccomp does not load its filter: %d", failed);
	seccomp_release(filter);
}

/*
 * Threads are let through (pango asks for fonts in one), processes are not.
 * glibc first tries clone3, whose flags a filter cannot see; told that there is
 * none, it uses clone.
 */
static void allow_threads(scmp_filter_ctx filter)
{
	int failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone),
	        1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));

	if (failed == 0)
		failed = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS),
		                          SCMP_SYS(clone3), 0);
	if (failed != 0)
		panic("seccomp refuses a rule for threads: %d", failed);
}

/* For reading only; O_TRUNC empties a file even then. */
static void allow_opening(scmp_filter_ctx filter)
{
	const uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC;
	int failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat),
	        1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));

	if (failed == 0)
		failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW,
		        SCMP_SYS(open), 1,
		        SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
	if (failed != 0)
		panic("seccomp refuses a rule for opening: %d", failed);
	for (size_t i = 0; i < COUNT(looking); i++)
		rule(filter, SCMP_ACT_ALLOW, looking[i]);
}

static void limit(__rlimit_resource_t what, rlim_t soft, rlim_t hard)
{
	struct rlimit most = { soft, hard };

	if (setrlimit(what, &most) != 0)
		panic("a limit cannot be set: errno %d", errno);
}

#ifndef __SANITIZE_ADDRESS__

static rlim_t half_of_memory;

/*
 * Libraries answer a failed allocation each in its own way: abort, trap, use
 * the NULL. If half of what was granted cannot be had any more, it was that.
 */
static void was_it_memory(int sign)
{
	void *probe = mmap(NULL, half_of_memory, PROT_READ | PROT_WRITE,
	                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (probe == MAP_FAILED)
		_exit(EXIT_EXHAUSTED);
	signal(sign, SIG_DFL);
	raise(sign);
}

/* Bytes of address space that the program itself and its libraries take. */
static rlim_t already_mapped(void)
{
	unsigned long pages = 0;
	FILE *f = fopen("/proc/self/statm", "r");

	if (f == NULL || fscanf(f, "%lu", &pages) != 1)
		panic("/proc/self/statm cannot be read");
	fclose(f);
	return pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void limit_memory(int megabytes)
{
	static const int signs[] = { SIGABRT, SIGTRAP, SIGSEGV, SIGBUS };
	static char stack[64 * 1024];
	const stack_t own = { .ss_sp = stack, .ss_size = sizeof stack };
	struct sigaction ask = { .sa_handler = was_it_memory,
	                         .sa_flags = SA_ONSTACK };
	rlim_t granted = (rlim_t)megabytes * MB;

	half_of_memory = granted / 2;
	sigaltstack(&own, NULL);
	for (size_t i = 0; i < COUNT(signs); i++)
		sigaction(signs[i], &ask, NULL);
	granted += already_mapped();
	limit(RLIMIT_AS, granted, granted);
}

#else   /* its shadow memory is larger than any limit */

static void limit_memory(int megabytes)
{
	(void)megabytes;
}

#endif

void filter_child(const struct work *w)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

	if (filter == NULL)
		panic("seccomp does not start");
	limit(RLIMIT_CPU, (rlim_t)w->seconds, (rlim_t)w->seconds + 1);
	limit(RLIMIT_NOFILE, FILES, FILES);
	limit(RLIMIT_CORE, 0, 0);
	limit_memory(w->megabytes);
	for (size_t i = 0; i < COUNT(computing); i++)
		rule(filter, SCMP_ACT_ALLOW, computing[i]);
	allow_threads(filter);
	if (w->opens)
		allow_opening(filter);
	load(filter);
}

void sandbox_narrow(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	if (filter == NULL ||
	    seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) != 0)
		panic("seccomp does not start");
	for (size_t i = 0; i < COUNT(foreign); i++)
		rule(filter, SCMP_ACT_ERRNO(EPERM), foreign[i]);
	load(filter);
}
