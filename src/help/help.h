/*
 * Help in place (domain.md R-14), for anyone, signed in or not: a short course,
 * a finished assessment to walk through, the model as a map, and the words. It
 * is about the method and shows nothing of an organisation.
 */
#ifndef HELP_H
#define HELP_H

struct route;
extern const struct route *const help_routes;
extern const struct route *const help_course_routes;
extern const struct route *const help_example_routes;
extern const struct route *const help_map_routes;
extern const struct route *const help_words_routes;

/* -- for the pages of this room ------------------------------------------ */

struct req;
struct sentence;

/* The frame without menu or organisation, and the way back to /help; the page
 * goes on with its h1. */
void help_open(struct req *, const struct sentence *title);

#endif
