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

enum status calendar_page_of(struct req *);
/* How one gets the days into a calendar program of one's own. */
enum status feed_section(struct req *) MUST_USE;

#endif
