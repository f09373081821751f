/*
 * Goal frameworks: sets of goals from one source, each in versions with a
 * time of validity. Codes are text and sort naturally (8.2 < 8.10 < 8.a). A
 * framework that has been replaced stays readable where it was used. Those we
 * ship are copied into the organisation that adopts them; a newer one is an
 * offer.
 */
#ifndef FRAMEWORK_H
#define FRAMEWORK_H

#include "base/arena.h"

struct scope;
struct json_reader;

/* Stored as numbers: add at the end, never renumber. */
enum framework_kind {
	FRAMEWORK_RUS = 1,              /* a regional development strategy */
	FRAMEWORK_AGENDA2030,
	FRAMEWORK_NATIONAL,             /* national goals */
	FRAMEWORK_RIGHTS,               /* rights, grounds, principles */
	FRAMEWORK_OWN,                  /* the organisation's other goals */
};

enum framework_state { FRAMEWORK_VALID = 1, FRAMEWORK_REPLACED };

enum goal_kind {
	GOAL = 1, GOAL_TARGET, GOAL_AREA, GOAL_POSITION, GOAL_VISION,
	GOAL_PRINCIPLE, GOAL_ARTICLE, GOAL_GROUND, GOAL_GROUP,
};

/* A set: a goal may lie in several. */
enum dimension { SOCIAL = 1, ENVIRONMENTAL = 2, ECONOMIC = 4 };

struct goal {
	i64            id, framework;
	const char    *framework_code;
	const char    *code;
	enum goal_kind kind;
	const char    *title_sv, *title_en, *description;
	const char    *parent;          /* code of, or "" */
	unsigned       dimensions;      /* in force here */
	unsigned       shipped_dimensions;
	const char    *colour, *keywords, *iri;
	bool           superseded, unverified;
	i64            version;
};

struct goal_list { struct goal *v; size_t n, room; };

struct framework {
	i64                  id;
	const char          *key, *code, *edition;
	enum framework_kind  kind;
	enum framework_state state;
	const char          *title_sv, *title_en;
	const char          *target_picture, *source, *note;
	bool                 constructed, shipped;
	i64                  valid_from, valid_to;      /* days, 0 open */
	const char          *replaced_by;               /* key, or "" */
	const char          *hash;
	i64                  version;
	i64                  goal_count;
	struct goal_list     goals;     /* when they were asked for */
};

struct framework_list { struct framework *v; size_t n, room; };

enum { GOALS_MOST = 2000, GOAL_CODE_MOST = 20, GOAL_TITLE_MOST = 400 };

/* -- rules --------------------------------------------------------------- */

enum framework_flaw {
	FRAMEWORK_NO_TITLE       = 1 << 0,
	FRAMEWORK_NO_CODE        = 1 << 1,      /* a-z 0-9 _ only */
	FRAMEWORK_NO_EDITION     = 1 << 2,
	FRAMEWORK_NO_GOALS       = 1 << 3,
	FRAMEWORK_TWICE          = 1 << 4,      /* two goals of one code */
	FRAMEWORK_NO_PARENT      = 1 << 5,      /* not there, or in a circle */
	FRAMEWORK_ENDS_FIRST     = 1 << 6,
	FRAMEWORK_GOAL_NO_CODE   = 1 << 7,      /* see goal_code_fine() */
	FRAMEWORK_GOAL_NO_TITLE  = 1 << 8,
};

/* *where is the code that is wrong, when one is. */
unsigned framework_flaws(const struct framework *, const char **where);

/* Letters a to z, digits, point, hyphen; it stands in addresses. */
bool     goal_code_fine(const char *code);

/* Sorts goals by code, naturally; parents need not come first. */
void     goals_order(struct goal_list *);

/* SHA-256 of code, edition and goals: the same content has the same hash. */
const char *framework_hash(struct arena *, const struct framework *);

/* The colour of its square: of goal 1-17 of Agenda 2030, 0 for any other. */
int      goal_tile_colour(enum framework_kind, const char *code);

/* Is a goal judged itself (true), or is it there to be shown only? */
bool     goal_is_judged(const struct goal *);

/*
 * A new edition written as a list of codes and titles: what the edition before
 * said of a goal with the same code (kind, parent, dimensions, colour …) holds
 * where the new one says nothing else.
 */
void     goals_inherit(struct goal_list *, const struct goal_list *before);

/* -- read ---------------------------------------------------------------- */

/*
 * From JSON: id, version, title {sv, en}, source_url, note, goals[] of code,
 * title, dimension, parent, kind and more. Unknown members are passed over;
 * flaws become complaints of the reader.
 */
void     framework_read_json(struct json_reader *, struct framework *);

/*
 * From a pasted list, one goal a line: "R1 Befolkning och livsmiljö", or with a
 * tab, semicolon or colon after the code; and from rows of CSV with the
 * columns code, title, and optionally parent, dimension, description. False
 * and *line if a line cannot be understood.
 */
bool     goals_read_list(struct arena *, const char *text,
                         struct goal_list *, i64 *line);
bool     goals_read_csv(struct arena *, struct bytes, struct goal_list *,
                        i64 *line);

/* -- store --------------------------------------------------------------- */

/* Valid ones first, by title; without goals. */
enum status framework_list(struct scope *, struct framework_list *) MUST_USE;

/* With goals in code order. */
enum status framework_get(struct scope *, i64 id, struct framework *)
	MUST_USE;
enum status framework_by_key(struct scope *, const char *key,
                             struct framework *) MUST_USE;
enum status framework_by_code(struct scope *, const char *code,
                              const char *edition, i64 *id) MUST_USE;

/* Framework and goals; with `replaces` that one becomes replaced. TAKEN if
 * code and edition are here already. The key is made unless given;
 * so is the hash, as a document may hold only some of the goals. */
enum status framework_note(struct scope *, struct framework *, i64 replaces,
                           i64 *id) MUST_USE;
enum status framework_change(struct scope *, const struct framework *)
	MUST_USE;
enum status goal_dimensions(struct scope *, i64 goal, i64 version,
                            unsigned dimensions) MUST_USE;
enum status goal_by_code(struct scope *, i64 framework, const char *code,
                         i64 *id) MUST_USE;

/*
 * Copy one shipped framework, as JSON, into the organisation. Nothing happens
 * if this edition is there. If another edition of the code is there, nothing
 * happens either, unless `again`: then the one in force becomes replaced.
 */
enum status framework_adopt_file(struct scope *, struct bytes json,
                                 bool again) MUST_USE;

/* -- web: it knows what the binary ships --------------------------------- */

/* Copy the shipped ones that an organisation has not (NULL), or one by code,
 * also where the organisation has an older edition of it. */
enum status framework_adopt(struct scope *, const char *code) MUST_USE;

struct req;
struct route;
extern const struct route *const framework_routes;

/* A goal's tile: its number in a square; the name must stand beside it. */
void goal_tile(struct req *, const struct goal *);

#endif
