/*
 * The regional service programme, replayed meeting by meeting: two groups with
 * a device each, through the door, on the days it happened.
 */
#ifndef REPLAY_H
#define REPLAY_H

#include "trial.h"
#include "workshop/after.h"

enum { HOUR = 60, GROUPS = 2, A = 0, B = 1, HERE = 4 };

/* What a group says of one goal of a priority. */
struct line {
	i64         priority;
	const char *code, *value, *plus, *minus, *other, *rationale;
};

struct replay {
	struct stage   *st;
	i64             id;             /* of the assessment */
	const char     *key;
	struct workshop w;              /* the meeting at hand */
	struct item_list items;
	const char     *first;          /* key of the meeting of 2 September */
	const char     *group[GROUPS];  /* links of their devices */
	const char     *guest[HERE];    /* … of participants of the first */
};

/* That day at that minute, signed in anew. */
void replay_on(struct replay *, const char *day, i64 minute);

/* Must lead on: 303. `at` is under the meeting at hand, `by` under a link. */
struct req *replay_sends(struct replay *, const char *fields,
                         const char *address);
const char *replay_at(struct replay *, const char *rest);
const char *replay_by(struct replay *, const char *key, const char *rest);
const char *replay_said(struct replay *, const char *text);

/* The programme and its frameworks; half a day planned for 2 September. */
void replay_programme(struct replay *);
void replay_plans(struct replay *);

void replay_tables_come(struct replay *);
void replay_people_come(struct replay *);

/* The meeting at hand: rows read anew, a command, an item of a kind. */
void replay_reads(struct replay *, i64 id);
struct req *replay_command(struct replay *, const char *word, i64 item);
const struct item *replay_item(struct replay *, enum item_kind);

/* A group answers a goal on its device, after one of them has alone. */
void replay_group_says(struct replay *, int group, const struct line *);
void replay_both_say(struct replay *, const struct line *, size_t n);

void replay_closes(struct replay *, enum workshop_state as);
/* Compiled, and the rest is at hand as the meeting of that day. */
void replay_goes_on(struct replay *, const char *day);

/* What the assessment says in those words; NULL if nothing. */
const struct finding *replay_found(struct replay *, const char *sentence);

#endif
