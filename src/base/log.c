#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/base.h"

enum { LINE = 2048 };

/* One write per line, so that threads and processes never mix theirs. */
static PRINTF(2, 0) void write_line(const char *level, const char *format,
                                    va_list args)
{
	char text[LINE / 2], line[LINE];
	struct timespec t;
	size_t n;

	vsnprintf(text, sizeof text, format, args);
	clock_gettime(CLOCK_REALTIME, &t);
	n = (size_t)snprintf(line, sizeof line,
	                     "{\"at\":%lld.%03ld,\"level\":\"%s\",\"text\":\"",
	                     (long long)t.tv_sec, t.tv_nsec / 1000000, level);
	for (const char *c = text; *c != '\0' && n < sizeof line - 8; c++) {
		if ((unsigned char)*c < ' ') {
			line[n++] = ' ';
			continue;
		}
		if (*c == '"' || *c == '\\')
			line[n++] = '\\';
		line[n++] = *c;
	}
	n += (size_t)snprintf(line + n, sizeof line - n, "\"}\n");
	while (write(STDERR_FILENO, line, n) < 0 && errno == EINTR)
		continue;
}

enum status log_fault(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("fault", format, args);
	va_end(args);
	return FAULT;
}

void log_info(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("info", format, args);
	va_end(args);
}

void panic(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	write_line("panic", format, args);
	va_end(args);
	abort();
}
