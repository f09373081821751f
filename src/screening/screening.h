/*
 * Behovsprövning: whether something needs to be assured, and how deep
 * (domain.md 5, step 0). It blocks nothing, may be made later, and made again:
 * each time is a version of its own, and the earlier ones are kept. "Ingen
 * säkring behövs" is a result like the others, with a motive and who decided.
 *
 * What it suggests it explains, answer by answer; it sets nothing.
 */
#ifndef SCREENING_H
#define SCREENING_H

#include "assess/assess.h"
#include "duty/duty.h"

/* Stored as numbers: add at the end, never renumber. */
enum screening_question {
	SCREENING_PEOPLE = 1,           /* 0.4, note: which groups */
	SCREENING_CHILDREN,             /* 0.4 */
	SCREENING_ENVIRONMENT,          /* 0.5 */
	SCREENING_SAMI,                 /* 0.6 */
	SCREENING_PLAN,                 /* 0.7 */
	SCREENING_RISK,                 /* 0.8 */
};
enum { SCREENING_QUESTIONS = SCREENING_RISK + 1 };

/* A question has some of these; "unclear" is an answer of every one. */
enum screening_value {
	SCREENING_UNSAID = 0, SCREENING_YES, SCREENING_NO, SCREENING_UNCLEAR,
	SCREENING_DIRECT, SCREENING_INDIRECT,           /* children */
	SCREENING_INVESTIGATE, SCREENING_NOT_COVERED,   /* a plan or … */
	SCREENING_ALREADY,
	SCREENING_SMALL, SCREENING_MODERATE, SCREENING_LARGE,   /* risk */
};
enum { SCREENING_VALUES = SCREENING_LARGE + 1 };

enum screening_result {
	SCREENING_OPEN = 0,             /* answered, not decided */
	SCREENING_ASSESS,
	SCREENING_NOT_NEEDED,
	SCREENING_SHORT_REPLY,          /* a remiss in twenty minutes */
};

struct screening_answer { enum screening_value value; const char *note; };

struct screening {
	i64         id, no, subject, assessment;        /* 0: none */
	const char *key, *unit;
	const char *subject_key, *title, *assessment_key;
	enum subject_kind kind;
	enum depth  asked;
	struct screening_answer answers[SCREENING_QUESTIONS];
	const char *outside, *baseline;
	enum screening_result result;
	enum depth  suggested, depth;   /* 0: none */
	const char *motive, *decided_by;
	i64         decided_on, made_at, version;
	bool        latest;
};
struct screening_list { struct screening *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* Is the question asked at the depth? The quick check asks four things: people
 * and children, the environment, the Sámi people, and whether it is a plan or
 * programme with environmental impact (0.4–0.7). */
bool screening_asks(enum screening_question, enum depth);

/* Texts on what is left out, from standard; and the alternative, deep. */
bool screening_asks_outside(enum depth);
bool screening_asks_baseline(enum depth);

/* The values a question may have, in the order of the page; ends with 0. */
const enum screening_value *screening_choices(enum screening_question);

/* A "no" that has to say why: children, the environment, the Sámi people. */
bool screening_wants_reason(enum screening_question, enum screening_value);

/*
 * The depth the answers point at, 0 when nothing has been answered: deep where
 * children or the Sámi people are directly concerned, where environmental
 * impact must be investigated or the risk of conflict is large; standard where
 * something is touched or unclear; else quick. That people are concerned, which
 * they nearly always are, points at no more. `because` is the set of
 * questions (1 << question) that said so.
 */
enum depth screening_suggests(const struct screening *, unsigned *because);

enum screening_flaw {
	SCREENING_NO_RESULT   = 1 << 0,
	SCREENING_NO_DEPTH    = 1 << 1,
	SCREENING_NO_MOTIVE   = 1 << 2, /* demanded for "not needed" */
	SCREENING_NO_DECIDER  = 1 << 3,
};
unsigned screening_flaws(const struct screening *);

/*
 * What the answers open: a set of 1 << enum duty_kind. Unclear opens too, and
 * is said to be. The need that an answer stands for.
 */
unsigned       screening_opens(const struct screening *);
enum duty_need screening_need(enum screening_value);

/* -- store --------------------------------------------------------------- */

/*
 * A new version with its answers. `no` is the one it was drawn from: STALE if
 * somebody has made another since. It belongs to the subject's open assessment
 * if there is one, and is then content of it.
 */
enum status screening_note(struct scope *, struct screening *, i64 no)
	MUST_USE;

/* Result, depth, motive and who decided; of the latest version only, once.
 * STALE otherwise. */
enum status screening_decide(struct scope *, const struct screening *)
	MUST_USE;

/* Opens what the answers open in the screening's assessment, if it has one.
 * A duty that is there stays as it is. */
enum status screening_open_duties(struct scope *, const struct screening *)
	MUST_USE;

/* The latest of a subject belongs to the assessment that has begun. */
enum status screening_take(struct scope *, i64 subject, i64 assessment)
	MUST_USE;

enum status screening_by_key(struct scope *, const char *key,
                             struct screening *) MUST_USE;
/* Newest first. */
enum status screening_of_subject(struct scope *, i64 subject,
                                 struct screening_list *) MUST_USE;

/* The latest version of each subject, newest first, from before an id: of a
 * result (-1 any), a year (0 any), a unit ("" any). */
struct screening_filter { i64 result, year, before, most; const char *unit; };
enum status screening_list(struct scope *, const struct screening_filter *,
                           struct screening_list *) MUST_USE;

/* For documents: those of an assessment, by number; and one as it was said. */
enum status screening_of_assessment(struct scope *, i64 assessment,
                                    struct screening_list *) MUST_USE;
enum status screening_said(struct scope *, struct screening *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;

/* The same, after what was asked of: of a reply, consultation is exempt. */
enum status screening_opened(struct req *, const struct subject *,
                             const struct screening *) MUST_USE;

const char *screening_question_say(const struct req *,
                                   enum screening_question);
const char *screening_value_say(const struct req *, enum screening_value);
const char *screening_result_say(const struct req *, enum screening_result);

extern const struct route *const begin_routes;
extern const struct route *const screening_form_routes;
extern const struct route *const screening_routes;
extern const struct route *const screening_list_routes;
extern const struct route *const trigger_routes;
extern const struct route *const selection_routes;
extern const struct route *const selection_one_routes;

#endif
