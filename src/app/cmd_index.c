/* The words of every organisation, indexed anew. */
#include <stdio.h>

#include "account/account.h"
#include "app/app.h"
#include "base/clock.h"
#include "base/text.h"
#include "find/find.h"

static const char usage[] =
	"usage: vagval index [--org NAME] [--db URL]\n\n"
	"Reads everything that can be searched for and builds the index of "
	"words anew,\nbeside the one in use until it is done. A server may go "
	"on serving meanwhile.\nNeeded only for what was written past the "
	"program: what is changed in it is\nindexed by itself, and a server "
	"builds the index of an older program anew.";

static const struct flag flags[] = { { "--org", true }, { NULL, false } };

static bool index_one(struct db *db, const struct org *org)
{
	const struct find_build how = { .most = FIND_POSTINGS };
	i64 from = clock_ticks(), entries = 0;

	if (find_rebuild(db, org->id, clock_now(), &how, &entries) != OK)
		return !complain("%s: the index could not be built",
		                 org->name);
	printf("%s: %lld entries in %.1f s\n", org->name, entries,
	       (double)(clock_ticks() - from) / 1e6);
	fflush(stdout);
	return true;
}

static bool index_all(const struct line *line, struct db *db)
{
	struct scope s = { .db = db, .mem = line->mem };
	const char *name = line_own(line, "--org");
	struct org_list all = {0};
	enum status done = db_look(db);
	size_t n = 0;

	if (done == OK) {
		done = org_all(&s, &all);
		db_look_end(db);
	}
	if (done != OK)
		return !complain("the organisations cannot be read");
	for (size_t i = 0; i < all.n; i++) {
		if (name != NULL && !same(name, all.v[i].name))
			continue;
		n++;
		if (!index_one(db, &all.v[i]))
			return false;
	}
	return n > 0 || name == NULL ||
	       !complain("there is no organisation named %s", name);
}

static int index_command(struct line *line)
{
	struct db *db = open_db(line, DB_WRITE);
	bool fine;

	if (db == NULL)
		return EXIT_FAILED;
	fine = index_all(line, db);
	db_close(db);
	return fine ? EXIT_FINE : EXIT_FAILED;
}

const struct command cmd_index = {
	.name = "index", .about = "build the index of words anew",
	.usage = usage, .flags = flags, .run = index_command,
	.settings = 1u << SET_DB | 1u << SET_FILE,
};
