/*
 * What the pages of the calendar share: the word of a kind, and the feed's part
 * of the page.
 */
#ifndef CALENDAR_VIEW_H
#define CALENDAR_VIEW_H

#include "renew/calendar.h"
#include "web/page.h"

/* "Åtgärd ska vara klar", and the word for it in addresses: "action". */
const struct sentence *calendar_word(enum calendar_kind);
const char            *calendar_name(enum calendar_kind);

/* An item of a list: what it is, where it is read, and whether it is late; with
 * its day, where that is no heading. */
void calendar_row(struct req *, const struct calendar_entry *, bool with_day);

enum status calendar_page_of(struct req *);
/* How one gets the days into a calendar program of one's own. */
enum status feed_section(struct req *) MUST_USE;

#endif
