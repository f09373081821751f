/*
 * Who is in the room of the trial's meeting, and what they do there.
 */
#ifndef ROOM_H
#define ROOM_H

#include "trial.h"
#include "workshop/meeting.h"

/* The item that is on. */
struct item room_item(struct trial *);

/* The leader's command; `no` of an item for those that take one. */
void room_command(struct trial *, enum run_command, i64 no);

/* Somebody comes: to board 1 or 2, or to none (0). */
struct guest room_guest(struct trial *, enum guest_kind, i64 board_no,
                        enum guest_category);

/* Whoever has the key answers the nth goal of what is on. */
void room_says(struct trial *, const char *key, size_t nth,
               const char *value);

#endif
