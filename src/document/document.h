/*
 * A whole assessment as one value. Papers, comparison, export and archive read
 * this and nothing else: composed from the rooms while it is open, parsed from
 * the edition when it is final. Written as JSON it is the contract of
 * doc/assessment.schema.json: import(export(x)) = x, byte for byte.
 *
 * Ids inside mean nothing outside one database; in JSON everything is named by
 * key, number or code.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "account/account.h"
#include "action/action.h"
#include "action/change.h"
#include "actor/actor.h"
#include "assess/aside.h"
#include "assess/gate.h"
#include "duty/duty.h"
#include "kit/icu.h"
#include "kit/json.h"
#include "screening/screening.h"

enum { DOCUMENT_FORMAT = 1 };

struct ending {
	int         kind;               /* enum assessment_state, 0 none */
	i64         number, at;
	const char *signed_by;
	const char *asked_by;           /* whose yes came first; NULL: one is
	                                 * enough here */
	i64         asked_at;
};

struct document {
	struct org             org;     /* name, kind, constructed */
	struct assessment      a;
	struct subject         subject;
	struct method          method;
	struct framework_list  frameworks;      /* targets only if used */
	struct screening_list  screenings;      /* made in it, by number */
	struct priority_list   priorities;      /* wordings to the one in
	                                           force here */
	struct relevance_list  relevance;
	struct aside_list      asides;
	struct answer_list     answers;
	struct finding_list    findings;
	struct group_list      groups;          /* those used */
	struct actor_list      actors;          /* those used */
	struct actor_link_list links;
	struct occasion_list   occasions;
	struct conflict_list   conflicts;
	struct position_list   positions;
	struct action_list     actions;
	struct proposal_change_list changes;
	struct review_list     reviews;         /* with what was said */
	struct duty_list       duties;
	struct gate_choice_list gates;          /* in the order taken */
	struct relation_list   relations;
	struct counter_list    counters;
	struct ending          ending;
};

/* From the rooms. */
enum status document_compose(struct scope *, i64 assessment,
                             struct document *) MUST_USE;

/*
 * An edition: what was finished, kept byte for byte. One received from
 * elsewhere has no paper of its own; it is written anew from the document.
 */
struct edition {
	i64          number;            /* its number in the organisation */
	int          kind;              /* enum assessment_state */
	const char  *document, *sha256;
	const char  *html;              /* the annex; "" when received */
	struct bytes pdf;
	const char  *signed_by;
	i64          at;
};
enum status edition_get(struct scope *, i64 assessment, struct edition *)
	MUST_USE;
enum status edition_note(struct scope *, i64 assessment,
                         const struct edition *) MUST_USE;
enum status edition_next_number(struct scope *, i64 *number) MUST_USE;

/* From the edition when there is one, else from the rooms: what every paper,
 * export and comparison reads; as a value, and as the bytes. */
enum status document_of(struct scope *, i64 assessment, struct document *)
	MUST_USE;
enum status document_text(struct scope *, i64 assessment, const char **out)
	MUST_USE;

/*
 * Into the rooms: actors and groups by key or code, then name, else made;
 * frameworks and methods by code and edition, else made; a subject that is
 * here already stays as it is. INVALID if a goal is not in the framework here,
 * or a wording here has other words.
 */
enum status document_accept(struct scope *, const struct document *,
                            i64 *assessment) MUST_USE;

/* document_json: the same document gives the same bytes. */
char *document_write(struct arena *, const struct document *);
void  document_read(struct json_reader *, struct document *);

/* The answer on the whole; NULL if there is none. */
const struct answer *document_answer(const struct document *,
                                     const char *means);

/* What kind of document JSON is: a framework, a method, an assessment. */
enum document_kind { KIND_UNKNOWN, KIND_FRAMEWORK, KIND_METHOD,
                     KIND_ASSESSMENT };
enum document_kind document_kind(struct json_reader *);

/*
 * Import of a known key: the same bytes change nothing; an open one only with
 * `replace`, and the old one then steps aside under a new key; a final one from
 * elsewhere arrives as received, never as signed here. *done says which. The
 * ending is not stored: the room that seals keeps a final document's bytes as
 * its edition.
 */
enum imported { IMPORTED_NEW, IMPORTED_SAME, IMPORTED_REPLACED,
                IMPORTED_REFUSED };
enum status document_import(struct scope *, const struct document *,
                            bool replace, enum imported *done) MUST_USE;

/* document_paper: the annex (domain.md 13, output 1). */
struct paper;
struct paper *document_annex(struct arena *, const struct document *,
                             enum language);

/*
 * Papers of their own (document_plan_paper, document_actor_paper): what shall
 * be done and what remains to choose; and who is touched, who is missing and
 * how they are reached, with a list to invite by. The actions and positions of
 * the document are told as they stand in it, so put the living ones there.
 * `site` is the public address. For `data` the plan is tables with one fact in
 * each column, days typed, names that last and links: what the organisation's
 * planning system takes in (decisions.md A14).
 */
struct paper *document_plan(struct arena *, const struct document *,
                            enum language, const char *site, bool data);
struct paper *document_actors(struct arena *, const struct document *,
                              enum language);

#endif
