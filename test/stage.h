/*
 * A house for a test: a database of its own (SQLite in a temporary file, or
 * VAGVAL_TEST_DB), an organisation nobody else has, and a visitor with chosen
 * rights who goes through the door in-process.
 */
#ifndef STAGE_H
#define STAGE_H

#include "check.h"
#include "web/req.h"

struct stage {
	struct house  house;
	struct db    *db;
	struct arena *mem;              /* ends with the stage */
	i64           now;              /* moved by the test */
	i64           org, person;
	const char   *org_key, *org_name;
	const char   *cookie;           /* of who is visiting, or NULL */
	const char   *csrf;
};

/* All rights; the house's own tables unless others are given. */
struct stage *stage_open(const struct route *const *tables);
void          stage_close(struct stage *);

/* Its address: all stages of a run share one database. */
const char   *stage_database(void);

/* Stages that are opened now have an SQLite database of their own beside the
 * run's, until it is turned off: to hold engines against each other. False if
 * the run is on SQLite itself. */
bool          stage_aside(bool on);

/* The visitor's scope, for calling stores. Within in_write() only to write. */
struct scope  stage_scope(struct stage *);
#define IN_WRITE(stage, call)                                           \
	do {                                                            \
		CHECK_OK(stage_begin(stage));                           \
		CHECK_OK(call);                                         \
		CHECK_OK(stage_commit(stage));                          \
	} while (0)
enum status stage_begin(struct stage *);
enum status stage_commit(struct stage *);
void        stage_rollback(struct stage *);

/* Another visitor of the same organisation, or of a new one; then visits are
 * theirs. Nobody: signed out. */
void stage_as_new(struct stage *, unsigned rights);
void stage_as_stranger(struct stage *);
void stage_as_nobody(struct stage *);
void stage_rights(struct stage *, unsigned rights);

/* A visit through serve(). `fields` is "name=value&…" (values as they are
 * encoded in a form); token and form key are added. */
struct req *get(struct stage *, const char *path, ...) PRINTF(2, 3);
struct req *post(struct stage *, const char *fields, const char *path, ...)
	PRINTF(3, 4);

/* The page as text, for CHECK_HAS. */
#define PAGE(req) ((req)->out.text)

#endif
