/*
 * A test is a sentence about behaviour:
 *
 *   TEST(an_unjudged_goal_is_never_no_effect) { … CHECK(…); }
 *
 * It registers itself. cmocka runs it; `run-tests WORD` runs those whose file
 * or sentence contains WORD.
 */
#ifndef CHECK_H
#define CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

void test_add(const char *file, const char *sentence, void (*run)(void **));

#define TEST(sentence)                                                  \
	static void sentence(void **);                                  \
	__attribute__((constructor)) static void add_##sentence(void)   \
	{                                                               \
		test_add(__FILE__, #sentence, sentence);                \
	}                                                               \
	static void sentence(void **unused __attribute__((unused)))

#define CHECK(is)       _assert_true((is) ? 1 : 0, #is, __FILE__, __LINE__)
#define CHECK_OK(call)  _assert_int_equal((call), OK, __FILE__, __LINE__)
#define CHECK_INT(a, b) _assert_int_equal((unsigned long)(a),           \
                        (unsigned long)(b), __FILE__, __LINE__)
#define CHECK_TEXT(a, b) _assert_string_equal((a), (b), __FILE__, __LINE__)
#define CHECK_HAS(text, part)                                           \
	check_has((text), (part), true, __FILE__, __LINE__)
#define CHECK_HAS_NOT(text, part)                                       \
	check_has((text), (part), false, __FILE__, __LINE__)

void check_has(const char *text, const char *part, bool wanted,
               const char *file, int line);

#endif
