/*
 * Duties: what a law, a guideline of the organisation's own or a chosen method
 * asks of the work (decisions.md A7). Each is one line until a yes opens it. A
 * law is named; a paragraph stands only where its text has been read: 2 § and
 * 4 § of lag 2022:66. Only what rests on a law ever warns.
 *
 * Konsultation enligt konsultationslagen is a record of its own, never read out
 * of who came to a meeting. What was judged is frozen with the assessment, but
 * what it left unsaid or unclear may be answered afterwards; state, parties and
 * log live on. Functions and organisations only, never named persons.
 */
#ifndef DUTY_H
#define DUTY_H

#include "assess/assess.h"
#include "kit/icu.h"

/* Stored as numbers, and sets as bits: add at the end, never renumber. */
enum duty_kind {
	DUTY_CHILDREN = 1,              /* prövning av barnets bästa */
	DUTY_CONSULTATION,              /* konsultationslagen; any number */
	DUTY_MINORITIES,                /* samråd, lag 2009:724 */
	DUTY_ENVIRONMENT,               /* undersökning, miljöbalken 6 kap. */
	DUTY_LOCAL,                     /* of the organisation's own */
	DUTY_RIGHTS,                    /* six principles: asks, demands not */
};
enum duty_ground { GROUND_LAW = 1, GROUND_LOCAL, GROUND_METHOD };
enum duty_need { NEED_UNSAID = 0, NEED_DIRECT, NEED_INDIRECT, NEED_YES,
                 NEED_UNCLEAR, NEED_NO };

/* 4 § lag (2022:66), in its order. */
enum duty_exemption {
	EXEMPT_NOT = 0, EXEMPT_SECURITY, EXEMPT_GRANT, EXEMPT_RESEARCH,
	EXEMPT_DAMAGES, EXEMPT_SUPERVISION, EXEMPT_FISCAL, EXEMPT_REPLY,
	EXEMPT_OTHER,                   /* another one: the motive says it */
};
enum duty_said { SAID_NOT = 0, SAID_YES, SAID_NO };

enum duty_state {
	DUTY_OPEN = 1,                  /* bedöms; inte prövad, inte gjord */
	DUTY_NOT_NEEDED,                /* ej aktuell, with motive */
	DUTY_ONGOING, DUTY_DONE,
	DUTY_NOTIFIED, DUTY_OFFERED,    /* of consultations, from here … */
	DUTY_AGREED, DUTY_NO_AGREEMENT, DUTY_DECLINED, DUTY_DOCUMENTED,
	DUTY_STRATEGIC,                 /* strategisk miljöbedömning görs */
};

/* How a consultation ended; kept when it has been documented. */
enum duty_ending { ENDING_NOT = 0, ENDING_AGREED, ENDING_NO_AGREEMENT,
                   ENDING_DECLINED };

enum { PARTS_MOST = 7, CHECKS = 6, PRINCIPLES = 6, INTERESTS = 4,
       MINORITIES = 5 };

struct duty_party { i64 actor; const char *key, *name; };
struct duty_party_list { struct duty_party *v; size_t n, room; };

enum contact_kind {
	CONTACT_NOTIFIED = 1, CONTACT_OFFERED, CONTACT_HELD,
	CONTACT_PROPOSED, CONTACT_ANSWERED,
	CONTACT_REQUEST,                /* they ask for it themselves */
	CONTACT_OTHER,
};
struct contact {
	i64               id, no, day;
	enum contact_kind kind;
	const char       *with, *what, *by;     /* organisation, function */
	const char       *reply;
	i64               replied_on;   /* day */
	bool              removed;
	i64               version;
};
struct contact_list { struct contact *v; size_t n, room; };

struct duty {
	i64                 id, no;
	enum duty_kind      kind;
	enum duty_ground    ground;
	const char         *local, *name, *question;    /* DUTY_LOCAL */

	/* what was judged */
	enum duty_need      need;
	const char         *motive;
	enum duty_exemption exempt;
	unsigned            concerns;   /* bit i: an interest, a minority */
	const char         *judged_by;
	i64                 judged_on;  /* day */
	enum duty_said      heard;      /* have children been heard? */
	const char         *heard_how;  /* how, or why not */
	enum duty_said      yields;     /* do best interests give way? */
	const char         *part[PARTS_MOST];

	/* where it stands */
	enum duty_state     state;
	const char         *state_why;
	i64                 state_on;   /* day */
	const char         *state_by;
	enum duty_ending    ended;
	enum duty_said      significant;        /* of DUTY_ENVIRONMENT */
	unsigned            checks;     /* before the decision: bit i */
	i64                 version;

	struct duty_party_list parties;
	struct contact_list    log;     /* by day */
};
struct duty_list { struct duty *v; size_t n, room; };

/* What an organisation asks itself; `subjects` is a set of subject kinds, and
 * empty for all. */
struct local_duty {
	i64              id;
	const char      *key, *name, *question, *source;
	enum duty_ground ground;
	unsigned         subjects;
	bool             retired;
	i64              version;
};
struct local_duty_list { struct local_duty *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

enum duty_flaw {
	DUTY_NO_NEED      = 1 << 0,
	DUTY_NO_MOTIVE    = 1 << 1,     /* no, unclear or exempt, and why? */
	DUTY_NO_WHICH     = 1 << 2,     /* yes, but which minority? */
	DUTY_NO_HEARD     = 1 << 3,     /* heard or not, and how or why not? */
	DUTY_NO_STATE_WHY = 1 << 4,     /* ej aktuell, ingen enighet: why? */
	DUTY_NO_OUTCOME   = 1 << 5,     /* a decision, and what does it say? */
	DUTY_NO_FUNCTION  = 1 << 6,     /* examined, by which function? */
};
unsigned duty_flaws(const struct duty *);

/* Steps may be skipped. What has ended may be taken up again, never with a
 * state of another kind of duty. */
bool duty_may_become(enum duty_kind, enum duty_state from,
                     enum duty_state to);

/* How it has ended once it is in that state. */
enum duty_ending duty_ending_in(enum duty_state, enum duty_ending was);

/* Has a consultation been at a state? By what is noted of it, since steps may
 * be skipped: a notice, an offer, talks; how it ended. */
bool duty_has_been(const struct duty *, enum duty_state);

/* Nothing is left of it: not needed, exempt, or done and (consultations)
 * documented. And: a law asks it and it is not settled. */
bool duty_is_not_needed(const struct duty *);
bool duty_is_settled(const struct duty *);
bool duty_warns(const struct duty *);

/* The law asks it of this organisation for such a thing (org_kind is of
 * account.h; remissyttranden are exempt from consultation by 4 §). */
bool duty_asked_of(enum duty_kind, int org_kind, enum subject_kind);
bool local_duty_asked(const struct local_duty *, enum subject_kind);

/* How many short texts it has: BO's seven parts, six principles, how it is
 * done; none for a consultation, which has its log. */
size_t duty_parts(enum duty_kind);

/* -- words: one language, no page ---------------------------------------- */

const char *duty_name(enum language, const struct duty *);
const char *duty_law(enum language, enum duty_kind);    /* "" if none */
const char *duty_ground_word(struct arena *, enum language,
                             const struct duty *);
const char *duty_asks(enum language, const struct duty *);
const char *duty_need_word(enum language, enum duty_kind, enum duty_need);
const char *duty_state_word(enum language, enum duty_kind, enum duty_state);
/* Where it stands in one line, with day and function. */
const char *duty_stands(struct arena *, enum language, const struct duty *);
const char *duty_exemption_word(enum language, enum duty_exemption);
const char *duty_part_word(enum language, enum duty_kind, size_t part);
const char *duty_part_hint(enum language, enum duty_kind, size_t part);
const char *duty_concern_word(enum language, enum duty_kind, size_t);
const char *duty_concerns(struct arena *, enum language,
                          const struct duty *);        /* "a, b", or "" */
const char *duty_check_word(enum language, size_t);
const char *contact_kind_word(enum language, enum contact_kind);

/* It as a chapter of a paper; compensating actions are told with children.
 * And without the log. */
struct paper;
struct action_list;
void duty_write_facts(struct paper *, struct arena *, enum language,
                      int level, const struct duty *,
                      const struct action_list *);
void duty_write(struct paper *, struct arena *, enum language, int level,
                const struct duty *, const struct action_list *);

/* -- store --------------------------------------------------------------- */

/* In the order they were opened, with parties and log; and without. */
enum status duty_list(struct scope *, i64 assessment, struct duty_list *)
	MUST_USE;
enum status duty_outlines(struct scope *, i64 assessment,
                          struct duty_list *) MUST_USE;
enum status duty_get(struct scope *, i64 assessment, i64 no, struct duty *)
	MUST_USE;

/*
 * Opens a duty, as a yes in the screening does. One that is there already
 * stays as it is. *no is its number either way; NULL asks for none.
 */
enum status duty_open(struct scope *, i64 assessment, enum duty_kind,
                      enum duty_need, const char *motive, i64 *no) MUST_USE;

/* A whole one: a consultation beside others, one's own, or from a document.
 * TAKEN if there is one of its kind. A number is given unless set. */
enum status duty_note(struct scope *, i64 assessment, struct duty *)
	MUST_USE;

/* What was judged, and its texts; frozen unless it was unsaid or unclear. */
enum status duty_judge(struct scope *, i64 assessment, const struct duty *)
	MUST_USE;

/* Where it stands: living. INVALID for a step that may not be taken. */
enum status duty_follow(struct scope *, i64 assessment, const struct duty *)
	MUST_USE;

/* Living, all of them: the parties in place of those there are; the log. */
enum status duty_parties_set(struct scope *, i64 assessment, i64 no,
                             i64 version, const struct duty_party_list *)
	MUST_USE;
enum status contact_get(struct scope *, i64 assessment, i64 duty, i64 no,
                        struct contact *) MUST_USE;
enum status contact_note(struct scope *, i64 assessment, i64 duty,
                         struct contact *) MUST_USE;
enum status contact_change(struct scope *, i64 assessment, i64 duty,
                           const struct contact *) MUST_USE;
enum status contact_remove(struct scope *, i64 assessment, i64 duty, i64 no,
                           bool removed) MUST_USE;

/* By name, retired ones too. */
enum status local_duty_list(struct scope *, struct local_duty_list *)
	MUST_USE;
enum status local_duty_get(struct scope *, const char *key,
                           struct local_duty *) MUST_USE;
enum status local_duty_note(struct scope *, const struct local_duty *)
	MUST_USE;
enum status local_duty_change(struct scope *, const struct local_duty *)
	MUST_USE;
enum status local_duty_retire(struct scope *, const char *key, bool retired)
	MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct route;
struct part;
extern const struct route *const duty_routes, *const duty_log_routes,
	*const rights_routes, *const local_duty_routes;
extern const struct part part_duties, part_rights;

#endif
