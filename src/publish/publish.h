/*
 * The public view: finished assessments that the organisation has chosen to
 * show to anyone (domain.md R-10). What is shown is the edition byte for byte,
 * or a copy of it with names out, made when it was published and kept. Open
 * ones are never shown; nor are guests, single answers, contacts or comments,
 * since a document has none of them.
 *
 * The registrar's right (REGISTER) decides all of it: what is shown to anyone
 * must be checked for secrecy and personal data first, and that is their task.
 * To lead or to sign says that the result is right, not that it may be shown;
 * and one who leads may have been let in from another organisation.
 *
 * Public pages are the same for everybody (route.shared): no cookie, and
 * anyone's cache may keep them for five minutes.
 */
#ifndef PUBLISH_H
#define PUBLISH_H

#include "document/document.h"
#include "kit/icu.h"

struct public_view {
	i64         org;
	const char *key, *name, *contact;       /* of the organisation */
	enum org_kind kind;
	bool        constructed, shown;
	const char *introduction;
	i64         at, version;                /* 0: never saved */
};
struct public_view_list { struct public_view *v; size_t n, room; };

struct publication {
	i64         id, assessment;
	const char *key;                        /* of the assessment */
	bool        masked;
	const char *title;
	enum subject_kind kind;
	i64         edition;
	enum assessment_state ending;           /* as it was signed */
	const char *signed_by;
	i64         ended_at, year, decided_on;
	const char *summary;                    /* at most SUMMARY letters */
	i64         at;
};
struct publication_list { struct publication *v; size_t n, room; };

/* What is handed out. */
struct public_copy {
	const char  *document, *html;
	struct bytes pdf;
};

/* A finding and one goal it marks, in the words of the document. */
struct public_row {
	i64         publication, finding;
	const char *kind, *sentence;
	const char *framework, *framework_edition, *code, *goal_sv, *goal_en;
	const char *iri, *direction, *directness, *groups, *handled;
};
struct public_row_list { struct public_row *v; size_t n, room; };

struct public_goal { const char *framework, *code, *goal_sv, *goal_en; };
struct public_goal_list { struct public_goal *v; size_t n, room; };

enum { SUMMARY = 280, SEARCH_WORDS = 5, PUBLIC_PAGE = 20 };

/* Nothing asked for is all of it. */
struct public_search {
	const char *words;
	i64         kind, year;
	const char *framework, *code;
	i64         page;                       /* from 1 */
};

/* -- rules --------------------------------------------------------------- */

/* A name and what stands in its place. */
struct mask { const char *name, *by; };
struct mask_list { struct mask *v; size_t n, room; };

/*
 * The document with names out: who led and signed it, and each of the names
 * wherever it stands as a word of its own, however it is cased, in the genitive
 * too. NULL if it cannot be read.
 */
char *mask_document(struct arena *, const char *document,
                    const struct mask_list *);

/* What may hold a name and need not: who answers for what, who met, who says
 * so, what papers are called. For the eye of whoever publishes. */
struct text_list mask_candidates(struct arena *, const struct document *);

/* The facts, rows and folded words of what is published. */
struct publication     publication_of(struct arena *, const struct document *);
struct public_row_list public_rows(struct arena *, const struct document *);
const char *public_folded(struct arena *, const struct document *);

/* Patterns for LIKE … ESCAPE '!': what is not asked for fits anything. */
void public_patterns(struct arena *, const char *words,
                     const char *out[SEARCH_WORDS]);

/* An identity that never changes: "urn:uuid:…". */
const char *public_urn(struct arena *, const char *org, const char *object);

/* Rows as CSV (semicolons, as spreadsheets here read it; with a byte order
 * mark) and as JSON. `url` is the address of the organisation's view. */
struct bytes public_csv(struct arena *, const struct publication_list *,
                        const struct public_row_list *);
struct bytes public_json(struct arena *, const struct public_view *,
                         const char *url, const struct publication_list *,
                         const struct public_row_list *);

#define CC0 "http://creativecommons.org/publicdomain/zero/1.0/"

/* -- store --------------------------------------------------------------- */

/* One's own, switched on or not; one never saved is all empty. */
enum status public_view_get(struct scope *, struct public_view *) MUST_USE;
enum status public_view_set(struct scope *, const struct public_view *)
	MUST_USE;

/* For anyone: by the organisation's key, if it is switched on; the scope is
 * then that organisation's. And all that are. */
enum status public_view_find(struct scope *, const char *key,
                             struct public_view *) MUST_USE;
enum status public_view_all(struct scope *, struct public_view_list *)
	MUST_USE;

/* TAKEN if it is published already. */
enum status publish(struct scope *, i64 assessment, bool masked,
                    const struct document *, const struct public_copy *)
	MUST_USE;
enum status publication_take_back(struct scope *, i64 id) MUST_USE;

/* The one that is published now; by assessment, and by its key. */
enum status publication_now(struct scope *, i64 assessment,
                            struct publication *) MUST_USE;
enum status publication_by_key(struct scope *, const char *key,
                               struct publication *) MUST_USE;
enum status publication_copy(struct scope *, i64 id, struct public_copy *)
	MUST_USE;

/* Newest ending first. A page of what fits, one more to tell that there is
 * more; all of them; and other versions of the same subject. */
enum status publication_search(struct scope *, const struct public_search *,
                               struct publication_list *) MUST_USE;
enum status publication_all(struct scope *, struct publication_list *)
	MUST_USE;
enum status publication_versions(struct scope *, i64 assessment,
                                 struct publication_list *) MUST_USE;

/* Of one, or of all (0); goals and years to choose among. */
enum status public_row_list(struct scope *, i64 publication,
                            struct public_row_list *) MUST_USE;
enum status public_goals(struct scope *, struct public_goal_list *) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;
struct route;
extern const struct route *const publish_routes;
extern const struct route *const public_routes;
extern const struct route *const public_one_routes;
extern const struct route *const open_data_routes;

/* The view that the address names, for all to see; NOT_FOUND when it is off. */
enum status public_enter(struct req *, struct public_view *) MUST_USE;

/* A page with its feed, and the words of one that is published: "Klar 3 maj
 * 2026", "Version 2". */
void        public_open(struct req *, const char *title);
const char *public_ending(const struct req *, const struct publication *);
const char *public_version(const struct req *, const struct publication *);

#endif
