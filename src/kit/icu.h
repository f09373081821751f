/*
 * What Unicode and the Swedish calendar know: normal form, sorting, dates and
 * numbers in words. Keeps ICU. Time is shown in Europe/Stockholm.
 */
#ifndef ICU_H
#define ICU_H

#include "base/arena.h"

enum language { SWEDISH, ENGLISH };

/* Normal form C of valid UTF-8. */
char *text_normal(struct arena *, const char *);

/*
 * A key whose byte order is Swedish alphabetical order (å ä ö last, Sámi
 * letters in place), as hex; for columns one sorts names by. Belongs to one
 * ICU version: icu_version() is stored beside it.
 */
char *text_sort_key(struct arena *, const char *);
const char *icu_version(void);

/* Lower case, accents kept: for comparing what people type. */
char *text_fold(struct arena *, const char *);

/*
 * The next character of valid UTF-8, moved past; 0 at the end. Below it, what
 * a character is in a word one searches for: itself in lower case, without an
 * accent that Swedish and the Sámi languages have no letter for (é is e; å ä ö
 * á č đ ŋ š ŧ ž ï ü ń are letters). 0 for what stands between words, and
 * WITHIN for what is part of a word and adds nothing: a soft hyphen, a loose
 * accent.
 */
uint32_t character_next(const char **);
uint32_t letter_of_word(uint32_t character);

#define WITHIN          UINT32_MAX

/* "21 november 2026", "21 November 2026". */
char *day_say(struct arena *, enum language, i64 day);

/* "21 november 2026 kl. 14.32", "21 November 2026 at 14:32". */
char *instant_say(struct arena *, enum language, i64 ms);

/* "14.32" or "14:32". */
char *time_say(struct arena *, enum language, i64 ms);

/* The day it is in Stockholm at an instant. */
i64   day_of_instant(i64 ms);

/* The instant at a minute of a day there. */
i64   instant_of(i64 day, i64 minute);

/*
 * A day as people type it: 2026-03-31, 31/3 2026, 31 mars 2026, 31 March
 * 2026. False if it is none of these or does not exist.
 */
bool  day_typed(const char *, i64 *day);

/* "1 234 567" with no-break spaces, "1,234,567". */
char *number_say(struct arena *, enum language, i64);

#endif
