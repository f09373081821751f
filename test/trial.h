/*
 * An example to try everything on: an organisation with two frameworks, the
 * shipped model, registers, and an assessment with two of everything. Made
 * through the door, as people make it.
 */
#ifndef TRIAL_H
#define TRIAL_H

#include "assess/assess.h"
#include "stage.h"

/* All the organisation's rows as one number a table; what differs is named. */
enum { SNAP_MOST = 240 };
struct snap { uint64_t table[SNAP_MOST]; };

struct trial {
	struct stage *st;
	i64           id;
	const char   *key;              /* of the assessment */
	const char   *rus, *goals;      /* keys of the frameworks */
	const char   *method, *actor, *group, *person, *file;
	const char   *workshop;         /* key of one that runs: the goal */
	i64           workshop_id;      /* of its second item is being judged */
	const char   *guest, *table, *screen;   /* keys of links into it */
	const char   *join;             /* its code */
	const char   *ended;            /* key of one with something parked */
	const char   *past;             /* a guest's link into that one */
	const char   *reported;         /* key of one reported back: report 1,
	                                 * report 2 removed, comment 1 */
	const char   *matter;           /* key: RSAU has met, then RS and RF */
	i64           matter_id;
	const char   *own;              /* key of a duty of its own */
	const char   *api;              /* token of a program with all rights */
	const char   *pass;             /* of a link to the five steps */
	const char   *asked;            /* … of one who is asked to reply */
	const char   *brought;          /* key of rows that wait (trial_bring.c) */
	const char   *gathering;        /* key of whom to invite (trial_door.c) */
	const char   *subject;          /* registered, without an assessment */
	const char   *screening;        /* of it, not decided */
	const char   *model;            /* key of a draft of a model: steps 1
	                                 * and 2, questions 1 to 3 in 2 */
	const char   *job;              /* key of long work that waits */
	const char   *other;            /* key of another assessment */
	const char   *reviewing;        /* … of one who reads the draft */
	const char   *assigned;         /* … of one who looks deeper */
	struct snap   last;             /* of a test that goes on from there */
};

/*
 * How far apart the rows are that are tried: VAGVAL_ROWS=3 takes each third.
 * What refuses and takes back is the same code for all of them, so one engine
 * tries every row and the other a part; `make campaign` tries all on both.
 */
size_t trial_step(void);

struct trial trial_open(void);

/* Lets whoever is signed in now in to it, from their organisation. */
void trial_let_in(struct trial *, unsigned rights, const char *organisation);

/* The meeting in it (trial_meeting.c): boards 1 and 2, items in the order RUS
 * of P1, goals 13 and 15 of P1 (on), proposals, missing, actions, a question
 * of choice, closing. The guest and the table's device sit at board 1. */
void trial_meeting(struct trial *);

/* The matter in it (trial_matter.c): bodies RSAU, RS, RF and 4, retired; steps
 * 1 to 3; outcome 1; tasks 1 and, done, 2; papers 1, 2 and, removed, 3. */
void trial_matter(struct trial *);

/* Consultations 1, sent, and 2 (trial_consult.c); in both Kommun A and
 * Föreningen B are asked two questions, and A has replied to 1. */
void trial_consult(struct trial *);

/* Rounds 1 and 2 of review, a comment, what changed (trial_review.c). */
void trial_review(struct trial *);

/* Programs 1 and 2 (trial_api.c), and a webhook to a host that is allowed. */
void trial_api(struct trial *);

/* Duty 1 (trial_duty.c), a consultation: contacts 1, 2 and, removed, 3. */
void trial_duty(struct trial *);
/* A subject with a screening, in the selection of 2026 (trial_screening.c);
 * rules 1 and 2 and, removed, 3. */
void trial_screening(struct trial *);

/* Decision sheets 1 and, removed, 2, and the link (trial_sheet.c). */
void trial_sheet(struct trial *);

/* Rows of a spreadsheet that wait: one fits, one has no motive. */
void trial_bring(struct trial *);
struct bytes trial_rows(void);

/* An occasion with Samebyar on its list, in twenty days. */
void trial_door(struct trial *);

/* A draft of a model, relations 1 and, removed, 2 (trial_method.c). */
void trial_method(struct trial *);

/* Long work that waits (trial_insight.c); and another assessment, that shares
 * an actor and pulls the other way at a goal. */
void trial_insight(struct trial *);
void trial_other(struct trial *);

/* A letter of its matter (trial_letter.c): what is demanded is written; the
 * consequences taken in from a text block that is another now; a template. */
void trial_letter(struct trial *);
void trial_letter_taken(struct trial *);
void trial_letter_template(struct trial *);
struct bytes trial_docx(struct trial *);
struct bytes trial_model(void);         /* a shipped one, as JSON */
/* A form that sends this file. */
void trial_upload(struct trial *, struct req *, struct bytes);

/* Every row of the house, as app gathers them. */
const struct route *const *trial_tables(void);

/* An address a pattern fits, naming things that are there. */
const char *trial_address(const struct trial *, const char *pattern);

/*
 * A form that can be saved, for each POST row; versions are read from the page
 * it stands on. NULL for a row without an example.
 */
struct trial_form {
	const char *pattern;
	const char *address;            /* NULL: trial_address() */
	const char *page;               /* where the form stands, or NULL */
	const char *fields;             /* {…} is filled in */
	bool        living;             /* may be saved after the end */
	void      (*before)(struct trial *);    /* what must have happened */
};
const struct trial_form *trial_form_of(const struct route *);

/* Forms of the rooms that have a file of their own (forms_x.c). */
extern const struct trial_form forms_duty[], forms_screening[],
	forms_review[], forms_bring[], forms_door[], forms_insight[],
	forms_find[], forms_method[], forms_share[],
	forms_depth[], forms_renew[], forms_remind[];

/* The example as the row's form needs it. */
struct trial trial_for(const struct route *);
struct req *trial_post(struct trial *, const struct route *);

/* A POST ready for serve(), in an arena of its own. */
struct req *trial_visit(struct trial *, const struct route *);

/* Ends it, in a state that freezes. */
void trial_end(struct trial *, enum assessment_state);

struct snap snap_take(struct stage *);
const char *snap_differs(struct stage *, const struct snap *,
                         const struct snap *, const char *but);
const char *snap_counts(struct stage *);

#endif
