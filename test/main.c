#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "kit/secret.h"

enum { MOST = 4000 };

static struct CMUnitTest tests[MOST];
static const char *files[MOST];
static size_t count;

void test_add(const char *file, const char *sentence, void (*run)(void **))
{
	ASSERT(count < MOST);
	files[count] = file;
	tests[count++] = (struct CMUnitTest){ .name = sentence,
	                                      .test_func = run };
}

void check_has(const char *text, const char *part, bool wanted,
               const char *file, int line)
{
	if ((text != NULL && strstr(text, part) != NULL) == wanted)
		return;
	print_error("%s:%d: %s \"%s\" in:\n%.6000s\n", file, line,
	            wanted ? "missing" : "unwanted", part,
	            text == NULL ? "(nothing)" : text);
	_fail(file, line);
}

/* VAGVAL_HALF is 0 or 1: every other test, so that two run at once. */
static bool in_half(size_t i)
{
	const char *half = getenv("VAGVAL_HALF");

	return half == NULL || (size_t)(half[0] - '0') == i % 2;
}

int main(int argc, char **argv)
{
	struct CMUnitTest chosen[MOST];
	size_t n = 0;
	int failed;

	secret_start();
	for (size_t i = 0; i < count; i++) {
		if (in_half(i) && (argc < 2 ||
		    strstr(files[i], argv[1]) != NULL ||
		    strstr(tests[i].name, argv[1]) != NULL))
			chosen[n++] = tests[i];
	}
	failed = _cmocka_run_group_tests("vagval", chosen, n, NULL, NULL);
	printf("%zu passed, %d failed\n", n - (size_t)failed, failed);
	return failed != 0 || n == 0;
}
