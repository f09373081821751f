#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "insight/list.h"
#include "kit/icu.h"

bool sieve_is_open(const struct sieve *f)
{
	return f->state == 0 && f->kind == 0 && f->year == 0 && !f->late &&
	       *f->who == '\0' && *f->unit == '\0' && *f->programme == '\0';
}

bool listed_is_late(const struct sieve *f, const struct listed *it)
{
	return !f->ended && it->due != 0 && it->due < f->today;
}

i64 listed_day(const struct listed *it)
{
	return it->due == 0 ? NO_DAY : it->due;
}

struct days sieve_days(const struct sieve *f)
{
	struct days d = { 0, NO_DAY };

	if (f->year != 0) {
		d.from = day_of_date((struct date){ (int)f->year, 1, 1 });
		d.to = day_of_date((struct date){ (int)f->year, 12, 31 });
	}
	if (f->late && d.to >= f->today)
		d.to = f->today - 1;
	return d;
}

static bool has(struct arena *mem, const char *text, const char *word)
{
	return *word == '\0' || (!text_blank(text) &&
	       strstr(text_fold(mem, text), word) != NULL);
}

bool listed_fits(struct arena *mem, const struct sieve *f,
               const struct listed *it)
{
	struct days d = sieve_days(f);

	if (it->removed || (f->state != 0 && it->state != f->state) ||
	    (f->kind != 0 && it->kind != f->kind))
		return false;
	if ((f->year != 0 || f->late) &&
	    (it->due == 0 || it->due < d.from || it->due > d.to))
		return false;
	return has(mem, it->unit, f->unit) &&
	       (has(mem, it->who, f->who) || has(mem, it->other, f->who)) &&
	       (has(mem, it->subject, f->programme) ||
	        has(mem, it->belongs_to, f->programme));
}
