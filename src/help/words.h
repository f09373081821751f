/* The words of the method, a sentence on each; doc/words.md is for those who
 * write the program, this is for those who use it. */
#ifndef HELP_WORDS_H
#define HELP_WORDS_H

#include <stddef.h>

size_t words_count(void);

#endif
