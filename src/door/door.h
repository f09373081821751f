/*
 * The short ways in (decisions.md A3). "Remiss på 20 minuter": at most five
 * pages and fifteen answers, ends in text to copy and as Klar. Beneath it is an
 * assessment by the quick check like any other, so that it grows into a whole
 * one with nothing typed twice. The other one is gathering.h.
 */
#ifndef DOOR_H
#define DOOR_H

#include "assess/view.h"
#include "conflict/conflict.h"
#include "screening/screening.h"

enum { REPLY_PAGES = 4, REPLY_ANSWERS = 15, REPLY_GOALS = 5,
       REPLY_LINES = SCREENING_SAMI };

/* Who sent it out: an answer of this meaning, so that it is in the document;
 * the last day to answer is the day the subject is decided on. */
#define MEANS_REPLY_FROM "reply.from"
#define MEANS_CONFLICTS  "conflicts.any"

/* What has been answered so far. */
struct short_reply {
	struct view            v;
	struct subject         what;
	struct screening       lines;   /* the latest; or none */
	struct conflict_list   conflicts;
	struct actor_link_list actors;
};

/* -- rules: no database, no web ------------------------------------------ */

/* Of REPLY_ANSWERS: a line each, a finding each, and the last four. */
i64 reply_answers(const struct short_reply *);

/* Words of the text, in one language; {1} is what follows. */
struct reply_words {
	const char *over, *over_from;   /* {1} the title, {2} who asks */
	const char *number;             /* {1} the register number */
	const char *begins;             /* {1} the organisation */
	const char *against;            /* {1} one, {2} the other */
	const char *loses, *asked, *unknown, *no_effect;
	/* By screening_question and value, without a full stop; the note
	 * follows. NULL says nothing. */
	const char *line[REPLY_LINES + 1][SCREENING_VALUES];
	const char *and;                /* " och " */
};

/*
 * "Våra synpunkter" as a draft, a paragraph for each of: what it is a reply to,
 * whom it concerns as the four lines say, what gets better, what gets worse,
 * what stands against what, who should have been asked, what is not known,
 * where no effect is seen. What nobody has judged is not mentioned.
 * Consequences only: how it is weighed is written by a person.
 */
const char *reply_draft(struct arena *, const struct short_reply *,
                        const char *org, const struct reply_words *);

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;

/* What the address names; NOT_FOUND if nothing is judged in it. */
enum status reply_read(struct req *, struct short_reply *) MUST_USE;
/* "Sida 2 av 4 · 6 av högst 15 svar", and the headline. */
enum status reply_open(struct req *, struct short_reply *, int page,
                       const struct sentence *head) MUST_USE;

/* Page 1: asked, and read. `from` is who sent it out. */
void        reply_ask(struct req *, const struct subject *, const char *from,
                      const struct screening *lines);
void        reply_beside(struct req *);
enum status reply_prepare(struct req *) MUST_USE;
void        reply_read_lines(struct req *, struct screening *out);
/* Name, day, number and text as typed; the file and a long text beside it. */
enum status reply_note_subject(struct req *, struct subject *) MUST_USE;
enum status reply_note_sender(struct req *, i64 assessment, i64 version)
	MUST_USE;

extern const struct route *const reply_routes, *const reply_what_routes,
	*const reply_goal_routes, *const reply_against_routes,
	*const reply_text_routes;

#endif
