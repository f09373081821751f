/*
 * Reminders to whoever leads an assessment: what in it has a day that is near
 * or past. A page shows it; a mail says only that there is something, and leads
 * to the page (decisions.md A9). An organisation sends reminders when it has
 * said so, and each person chooses how often.
 */
#ifndef REMIND_H
#define REMIND_H

#include "kit/fetch.h"
#include "kit/icu.h"
#include "renew/calendar.h"

struct db;

/* Stored as numbers: add at the end, never renumber. Who has not chosen is
 * reminded once a week. */
enum remind_often { REMIND_WEEKLY = 1, REMIND_DAILY, REMIND_NEVER };
enum mail_kind { MAIL_REMINDER = 1, MAIL_TRIAL };

enum {
	REMIND_AHEAD = 7,               /* days before something shall be done
	                                 * (a meeting's papers: BR-16) */
	REMIND_HOUR  = 7,               /* not earlier in the day */
	WAITING_MOST = 50,
	LED_LOOKED_AT = 200,            /* the latest somebody leads */
};

/* -- rules --------------------------------------------------------------- */

/* What is known of one person when it is asked whether to write to them. */
struct remind_case {
	enum remind_often often;
	i64  mailed_on;                 /* day of the last reminder; 0 never */
	i64  looked_on;                 /* day it was last asked */
	i64  today;
	const struct calendar_list *waiting;    /* until today + AHEAD */
	bool to_renew;                  /* an assessment behöver ses över */
};

/*
 * Weekly: something waits, and nothing was sent this week (from Monday). Daily:
 * something has come within AHEAD since it was last asked, or its day has
 * passed.
 */
bool remind_now(const struct remind_case *);

/* Does a day of work begin on which nobody has been asked for yet? */
bool remind_day_begins(i64 looked_on, i64 now);

/* The mail itself, in the language of its reader: subject and text. */
void mail_compose(struct arena *, enum language, enum mail_kind,
                  const char *org_name, const char *page,
                  struct outgoing *);

/* -- store --------------------------------------------------------------- */

/* What has a day until `until` in the latest this person leads, soonest first;
 * and whether they lead more than are looked at. */
enum status waiting_for(struct scope *, i64 person, i64 until,
                        struct calendar_list *) MUST_USE;
enum status leads_more(struct scope *, i64 person, bool *) MUST_USE;

enum status remind_often(struct scope *, i64 person, enum remind_often *)
	MUST_USE;
enum status remind_choose(struct scope *, i64 person, enum remind_often)
	MUST_USE;

/* Does the organisation send reminders? */
enum status remind_sends(struct scope *, bool *) MUST_USE;
/* From tomorrow on, or from now no more. */
enum status remind_send(struct scope *, bool sends) MUST_USE;

/* Members who lead something and may sign in, with what they have chosen. */
struct leader { i64 person, mailed_on; enum remind_often often; };
struct leader_list { struct leader *v; size_t n, room; };
enum status remind_leaders(struct scope *, struct leader_list *) MUST_USE;

/* Organisations that send, and when each was looked through. Over all. */
struct remind_org { i64 org, looked_on; };
struct remind_org_list { struct remind_org *v; size_t n, room; };
enum status remind_orgs(struct scope *, struct remind_org_list *) MUST_USE;

/* Takes the day: STALE or NOT_FOUND if somebody else has. */
enum status remind_looked(struct scope *, i64 looked_on, i64 today)
	MUST_USE;

struct mail {
	i64            id, org, person;
	enum mail_kind kind;
	i64            day, tries, next_at, sent_at, at;
	const char    *why;
	const char    *name;            /* of the person */
	const char    *email;           /* "" when they may not be written to */
	enum language  language;
	const char    *org_key, *org_name;
};
struct mail_list { struct mail *v; size_t n, room; };

/* One of a kind to a person each day: a second is the first. */
enum status mail_note(struct scope *, i64 person, enum mail_kind, i64 day)
	MUST_USE;
/* Whose time has come, of any organisation. */
enum status mail_due(struct scope *, i64 most, struct mail_list *) MUST_USE;
/* Taken while it is tried, and what came of it: as with webhooks. */
enum status mail_take(struct scope *, const struct mail *) MUST_USE;
enum status mail_tried(struct scope *, const struct mail *) MUST_USE;
/* The latest of the organisation, newest first. */
enum status mail_list(struct scope *, i64 most, struct mail_list *) MUST_USE;
/* Those that were given up are tried anew. */
enum status mail_again(struct scope *) MUST_USE;

/* -- the rounds ---------------------------------------------------------- */

/* Where mail leaves; NULL: this installation sends none. Set before visits. */
extern const struct post *mail_post;

/* Asks who is to be reminded, once each day of work, and sends one mail that is
 * due. true: there is more to send at once. */
bool remind_round(struct db *, const char *house_url, i64 now);

/* -- web ----------------------------------------------------------------- */

extern const struct route *const waiting_routes;
extern const struct route *const mail_routes;

#endif
