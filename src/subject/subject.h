/*
 * What is assured: a programme, a plan, a matter …, its priorities in order,
 * each with a wording that has versions, its register numbers and papers. A
 * finding keeps the wording it was made on.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "base/arena.h"

struct scope;

/* Stored as numbers: add at the end, never renumber. */
enum subject_kind {
	SUBJECT_PROGRAMME = 1, SUBJECT_STRATEGY, SUBJECT_PLAN,
	SUBJECT_PROJECT, SUBJECT_MATTER, SUBJECT_REPLY, SUBJECT_SUPPORT,
	SUBJECT_BUDGET, SUBJECT_POLICY, SUBJECT_PROCUREMENT,
	SUBJECT_REORGANISATION, SUBJECT_OTHER,
};

enum subject_phase {
	PHASE_UNSAID = 0, PHASE_IDEA, PHASE_EARLY, PHASE_DRAFT,
	PHASE_CONSULTATION, PHASE_BEFORE_DECISION, PHASE_REVISION,
};

struct registry_no { const char *number, *note; };
struct registry_list { struct registry_no *v; size_t n, room; };

struct attachment {
	i64         id;
	const char *key, *name, *type, *sha256;
	i64         size, at;
};
struct attachment_list { struct attachment *v; size_t n, room; };

struct wording {
	i64         id, no;
	const char *title, *text, *serves;
	i64         at;
};
struct wording_list { struct wording *v; size_t n, room; };

struct priority {
	i64         id, no, position;
	struct wording_list wordings;   /* oldest first, when asked for */
	struct wording      now;        /* the one in force */
	bool        retired;
	bool        no_action;          /* in an assessment: nothing new is
	                                 * done, to compare the others with */
	i64         version;
};
struct priority_list { struct priority *v; size_t n, room; };

struct subject {
	i64                id;
	const char        *key;
	enum subject_kind  kind;
	const char        *title, *description;
	enum subject_phase phase;
	const char        *decided_by;
	i64                decided_on;          /* day, 0 unknown */
	const char        *unit, *place;
	const char        *belongs_to;          /* the title of a programme … */
	struct registry_list   registry;
	struct attachment_list attachments;
	i64                version;
};

/* -- rules --------------------------------------------------------------- */

enum { ATTACHMENT_MOST = 20 * 1024 * 1024, CHUNK = 256 * 1024 };

/* Type by content: pdf, png, jpeg, docx/xlsx/odt (zip), csv/plain text.
 * NULL for anything else. */
const char *attachment_type(struct bytes, const char *name);

bool wording_same(const struct wording *, const struct wording *);

/* -- store --------------------------------------------------------------- */

/* Gives it a key unless it has one, and stores its register numbers. */
enum status subject_note(struct scope *, struct subject *, i64 *id) MUST_USE;
enum status subject_get(struct scope *, i64 id, struct subject *) MUST_USE;
enum status subject_by_key(struct scope *, const char *key, i64 *id)
	MUST_USE;

/* All but registry and attachments; STALE if version is not the latest. */
enum status subject_change(struct scope *, const struct subject *) MUST_USE;
enum status registry_set(struct scope *, i64 subject,
                         const struct registry_list *) MUST_USE;

/* With wordings, in position order; retired ones are left out unless asked. */
enum status priority_list(struct scope *, i64 subject, bool retired,
                          struct priority_list *) MUST_USE;
/* Gives no and position unless set; with its wordings, or `now` as the
 * first. */
enum status priority_note(struct scope *, i64 subject, struct priority *,
                          i64 *id) MUST_USE;

/* A new wording, if it differs; *wording is the one now in force. */
enum status priority_word(struct scope *, i64 priority, i64 version,
                          const struct wording *, i64 *wording) MUST_USE;
enum status priority_move(struct scope *, i64 priority, i64 position)
	MUST_USE;
enum status priority_retire(struct scope *, i64 priority, bool retired)
	MUST_USE;

/* For documents: a wording with its number and time as they were. */
enum status wording_note(struct scope *, i64 priority,
                         const struct wording *, i64 *id) MUST_USE;

enum status attachment_list(struct scope *, i64 subject,
                            struct attachment_list *) MUST_USE;

/* Finds out type, size and sha256; INVALID if it is no type we take, or too
 * big. Gives it a key unless it has one. */
enum status attachment_note(struct scope *, i64 subject,
                            struct attachment *, struct bytes) MUST_USE;

/* For documents: one that is known by its sum; its bytes are elsewhere, and
 * attachment_get() answers NOT_FOUND. */
enum status attachment_said(struct scope *, i64 subject,
                            struct attachment *) MUST_USE;
enum status attachment_get(struct scope *, i64 subject, const char *key,
                           struct attachment *, struct bytes *) MUST_USE;
enum status attachment_remove(struct scope *, i64 subject, const char *key,
                              bool removed) MUST_USE;

/* -- web: the words, and the lists one picks from ------------------------ */

struct req;
struct option_list;

const char *subject_kind_say(const struct req *, enum subject_kind);
const char *subject_phase_say(const struct req *, enum subject_phase);
void        subject_kind_options(struct req *, enum subject_kind chosen,
                                 struct option_list *);
void        subject_phase_options(struct req *, enum subject_phase chosen,
                                  struct option_list *);

#endif
