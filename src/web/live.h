/*
 * Streams: a page that is open hears THAT something changed, never what; what
 * it shows it fetches anew, and is asked for its rights then as always.
 *
 * A GET row becomes a stream when its handler ends in live_follow(). After the
 * guard the answer stays open as text/event-stream: one event at once, so that
 * nobody misses what happened while they connected, and one for each signal
 * (db_signal()) of the topic. The data of an event is a number that grows as
 * long as the stream lasts and means nothing else. Every 15 s comes an event
 * called `beat`; a page sees by it that its stream lives, which a comment would
 * not show. Visits without a loop (the tests' serve()) end, with r->topic set.
 *
 * A stream is closed after half an hour, so that rights are asked again, when
 * its reader stops reading, and when a session or a right of the person ends
 * (TOPIC_END). The browser comes back by itself and is let in, or not.
 */
#ifndef LIVE_H
#define LIVE_H

#include "web/req.h"

/*
 * `least_ms` is the least time between two events; what changes meanwhile is
 * told when it has gone. 0: at once. A topic has few such times.
 */
enum status live_follow(struct req *, const char *topic, int least_ms);

#endif
