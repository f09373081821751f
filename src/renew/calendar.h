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

enum calendar_kind {
	CALENDAR_ACTION = 1, CALENDAR_CONFLICT, CALENDAR_GAP,
	CALENDAR_POSITION, CALENDAR_MEETING, CALENDAR_DECISION,
	CALENDAR_REVIEW, CALENDAR_GATHERING, CALENDAR_REPLY, CALENDAR_BODY,
	CALENDAR_KINDS,
};

struct calendar_entry {
	enum calendar_kind kind;
	i64         day;
	const char *own;        /* key of what it is: assessment, meeting,
	                         * subject or gathering */
	const char *key;        /* … of where it leads; "" nowhere of its own */
	i64         no;         /* in the assessment; 0 none */
	const char *what;       /* its title or sentence */
	const char *of;         /* the title of what is assured, or "" */
};
struct calendar_list {
	struct calendar_entry *v;
	size_t n, room;
	bool   cut;             /* of some kind there may be more */
};

enum { CALENDAR_MOST = 200 };   /* of a kind, in one list */

/* What is open and has a day from `from` to before `to`, by day and kind. */
enum status calendar_between(struct scope *, i64 from, i64 to,
                             struct calendar_list *) MUST_USE;

/* "Åtgärd ska vara klar". */
struct req;
const char *calendar_word(const struct req *, enum calendar_kind);

/* Where it is: "/a/KEY/actions/4". */
const char *calendar_address(struct arena *, const char *org_key,
                             const struct calendar_entry *);

/* -- iCalendar (RFC 5545) ------------------------------------------------ */

struct ical_event {
	const char *uid;        /* the same each time */
	const char *summary, *url;
	i64         day;        /* a whole day */
};

/* CRLF, lines folded at 75 octets between characters (3.1), text escaped
 * (3.3.11). `now` in ms is when it was written. */
char *ical_write(struct arena *, const char *name,
                 const struct ical_event *, size_t, i64 now);

extern const struct route *const calendar_routes;

#endif
