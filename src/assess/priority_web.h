/*
 * What is judged, worded and ordered, and the papers beside: parts of the page
 * of facts.
 */
#ifndef PRIORITY_WEB_H
#define PRIORITY_WEB_H

#include "assess/words.h"

enum status priorities_shown(struct req *, const struct view *) MUST_USE;
enum status priority_add(struct req *) MUST_USE;
enum status priority_reword(struct req *) MUST_USE;
enum status priority_up(struct req *) MUST_USE;
enum status priority_put_away(struct req *) MUST_USE;
enum status priority_take_back(struct req *) MUST_USE;

enum status files_shown(struct req *, const struct view *) MUST_USE;
enum status file_add(struct req *) MUST_USE;
enum status file_get(struct req *) MUST_USE;
enum status file_put_away(struct req *) MUST_USE;
enum status file_take_back(struct req *) MUST_USE;

#endif
