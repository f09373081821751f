#include "base/clock.h"
#include "base/text.h"
#include "kit/icu.h"
#include "matter/chain.h"
#include "remind/remind.h"
#include "remind/remind.msg"

enum { WEEK = 7, MONDAY = 4 };          /* 5 January 1970 was one */

static i64 monday_of(i64 day)
{
	return day - ((day - MONDAY) % WEEK + WEEK) % WEEK;
}

static bool came_near(const struct remind_case *c, i64 day)
{
	return day > c->looked_on + REMIND_AHEAD &&
	       day <= c->today + REMIND_AHEAD;
}

static bool went_past(const struct remind_case *c, i64 day)
{
	return day >= c->looked_on && day < c->today;
}

bool remind_now(const struct remind_case *c)
{
	switch (c->often) {
	case REMIND_WEEKLY:
		return (c->waiting->n > 0 || c->to_renew) &&
		       monday_of(c->mailed_on) < monday_of(c->today);
	case REMIND_DAILY:
		for (size_t i = 0; i < c->waiting->n; i++)
			if (came_near(c, c->waiting->v[i].day) ||
			    went_past(c, c->waiting->v[i].day))
				return true;
		return false;
	case REMIND_NEVER:
		return false;
	}
	return false;
}

bool remind_day_begins(i64 looked_on, i64 now)
{
	i64 today = day_of_instant(now);

	return looked_on < today && !day_is_free(today) &&
	       now >= instant_of(today, REMIND_HOUR * 60);
}

void mail_compose(struct arena *mem, enum language lang, enum mail_kind kind,
                  const char *org_name, const char *page, struct outgoing *out)
{
	bool trial = kind == MAIL_TRIAL;
	const struct sentence *text = trial ? MAIL_TRIAL_TEXT : MAIL_TEXT;

	out->subject = (trial ? MAIL_TRIAL_SUBJECT : MAIL_SUBJECT)->in[lang];
	out->text = arena_print(mem, "%s\n\n%s\n\n%s\n",
		say_fill(mem, text->in[lang], org_name, NULL), page,
		MAIL_FOOT->in[lang]);
}
