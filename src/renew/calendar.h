/*
 * The calendar of an organisation: days by which something shall be done, and
 * the same as a feed that a calendar program fetches by a link of one's own
 * (decisions.md B5). The feed says what kind of thing it is and leads to it,
 * and nothing of what it is about: others keep copies of such feeds (A9).
 */
#ifndef CALENDAR_H
#define CALENDAR_H

#include "base/arena.h"

struct scope;
struct route;

/* In names of events in feeds: add at the end, never renumber. */
enum calendar_kind {
	CALENDAR_ACTION = 1, CALENDAR_CONFLICT, CALENDAR_GAP,
	CALENDAR_POSITION, CALENDAR_MEETING, CALENDAR_DECISION,
	CALENDAR_REVIEW, CALENDAR_GATHERING, CALENDAR_REPLY, CALENDAR_BODY,
	CALENDAR_ROUND,                 /* a review's last day */
	CALENDAR_ASSIGNMENT, CALENDAR_TASK,
	CALENDAR_REVISION,              /* the day it came into revision */
	CALENDAR_CHOSEN,                /* the last day of its quarter */
	CALENDAR_KINDS,
};

struct calendar_entry {
	enum calendar_kind kind;
	i64         day;
	const char *own;        /* key of what it is: assessment, meeting,
	                         * subject or gathering */
	const char *key;        /* … of where it leads; "" nowhere of its own */
	i64         no;         /* in the assessment or matter; the year it is
	                         * chosen for; 0 none */
	i64         minute, minutes;    /* of the day, and how long; 0 minutes:
	                                 * no hour is known */
	const char *what;       /* its title or sentence */
	const char *of;         /* the title of what is assured, or "" */
};
struct calendar_list {
	struct calendar_entry *v;
	size_t n, room;
	bool   cut;             /* of some kind there may be more, … */
	i64    whole_to;        /* … but none that is before this day */
};

/* What is open and has a day from `from` to before `to`, by day and kind; of
 * one kind, or (0) of all; of each at most `most`. */
enum status calendar_between(struct scope *, enum calendar_kind, i64 from,
                             i64 to, i64 most, struct calendar_list *)
	MUST_USE;

/* Where it is: "/a/KEY/actions/4". */
const char *calendar_address(struct arena *, const char *org_key,
                             const struct calendar_entry *);

/* -- rules (calendar_rules.c) -------------------------------------------- */

/* A month, or (month 0) a whole year. */
struct stretch { int year, month; };
bool           stretch_read(const char *text, struct stretch *);
i64            stretch_first(struct stretch);    /* day */
struct stretch stretch_after(struct stretch, int by);
char          *stretch_write(struct arena *, struct stretch);

/* Is its day the last one for something to be done? */
bool calendar_is_due(enum calendar_kind);

/* Quarters since the year 0: the one a day is in, and the last day of one. */
i64 quarter_of_day(i64 day);
i64 quarter_ends(i64 quarter);

/*
 * How much of a list one page shows: whole days, about so many rows, and never
 * beyond where all there is is in the list. A day with more is shown alone.
 */
struct calendar_page {
	size_t n;
	i64    next;            /* the day the next page begins; 0 the last */
	bool   cut;             /* of its only day there may be more */
};
struct calendar_page calendar_page(const struct calendar_list *, size_t most);

/* -- iCalendar (RFC 5545) ------------------------------------------------ */

struct ical_event {
	const char *uid;        /* the same each time */
	const char *summary, *url;
	i64         day;        /* a whole day, or … */
	i64         minute, minutes;    /* … from when and how long, in the
	                                 * time of Sweden; 0 minutes: whole */
};

/* CRLF, lines folded at 75 octets between characters (3.1), text escaped
 * (3.3.11). `now` in ms is when it was written. Never without a component
 * (3.6): the time zone is always there. */
char *ical_write(struct arena *, const char *name,
                 const struct ical_event *, size_t, i64 now);

extern const struct route *const calendar_routes;
extern const struct route *const calendar_feed_routes;

#endif
