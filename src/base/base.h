/*
 * The ground everything stands on: what became of an operation, the one
 * integer type, and how a fault is logged. Knows nothing of vagval.
 */
#ifndef BASE_H
#define BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef long long i64;    /* every id, count, ms and day */

#define MUST_USE        __attribute__((warn_unused_result))
#define PRINTF(f, a)    __attribute__((format(printf, f, a)))
#define COUNT(array)    (sizeof(array) / sizeof((array)[0]))

/*
 * What became of an operation. The web layer turns each into one HTTP status,
 * so no other file ever names a status code.
 */
enum status {
	OK = 0,
	NOT_FOUND,      /* absent, or not yours: never say which     404 */
	DENIED,         /* yours to see, not to do                   403 */
	INVALID,        /* input breaks a rule; issues say which     422 */
	TAKEN,          /* something with that name is here already  409 */
	STALE,          /* changed by another since you read it      409 */
	BUSY,           /* try again in a moment                     503 */
	FAULT,          /* our own error, already in the log         500 */
};

/* Hand any failure to the caller. Safe anywhere: memory belongs to an arena. */
#define TRY(call)                               \
	do {                                    \
		enum status try_ = (call);      \
		if (try_ != OK)                 \
			return try_;            \
	} while (0)

/* Bytes that somebody else owns; not ended by NUL unless said. */
struct bytes {
	const void *v;
	size_t      n;
};

/*
 * Log one line of JSON to stderr. Faults are logged once, by the function
 * that first sees one; log_fault() always answers FAULT.
 */
enum status log_fault(const char *format, ...) PRINTF(1, 2);
void        log_info(const char *format, ...) PRINTF(1, 2);

/* End the process with one line: memory gone, or an assertion broken. */
void panic(const char *format, ...) PRINTF(1, 2) __attribute__((noreturn));

#define ASSERT(is)      ((is) ? (void)0 : panic("%s:%d: not so: %s", __FILE__, \
                                                __LINE__, #is))

#endif
