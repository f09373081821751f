/* What most commands begin with: a database, an organisation. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "account/account.h"
#include "app/app.h"
#include "base/clock.h"
#include "base/text.h"

/* SQLite makes a file that is not there; whoever only looks wants one. */
bool db_is_there(const char *url)
{
	if (strncmp(url, "sqlite:", 7) != 0 || access(url + 7, R_OK) == 0)
		return true;
	return !complain("%s: %s", url + 7, strerror(errno));
}

struct db *open_db(const struct line *line, enum db_use use)
{
	const char *url = line->settings[SET_DB];
	struct db *db = NULL;

	if (use == DB_READ && !db_is_there(url))
		return NULL;
	umask(077);
	if (db_open(url, use, &db) != OK) {
		complain("the database %s cannot be opened", url);
		return NULL;
	}
	if (use == DB_WRITE && db_migrate(db) != OK) {
		complain("the database %s cannot be brought up to date", url);
		db_close(db);
		return NULL;
	}
	return db;
}

static bool find_org(const struct line *line, struct scope *s)
{
	const char *name = line_own(line, "--org");
	struct org_list all = {0};

	if (org_all(s, &all) != OK)
		return !complain("the organisations cannot be read");
	if (all.n == 0)
		return !complain("there is no organisation yet; `vagval user "
		                 "add` makes the first");
	if (name == NULL && all.n > 1)
		return !complain("there are %zu organisations: say which with "
		                 "--org NAME", all.n);
	for (size_t i = 0; i < all.n && s->org == 0; i++)
		if (name == NULL || same(all.v[i].name, name))
			s->org = all.v[i].id;
	if (s->org == 0)
		return !complain("there is no organisation named %s", name);
	return true;
}

bool choose_org(const struct line *line, struct scope *s)
{
	bool found;

	s->now = clock_now();
	if (db_look(s->db) != OK)
		return !complain("the database does not answer");
	found = find_org(line, s);
	db_look_end(s->db);
	return found;
}

static const struct {
	const char   *word;
	enum org_kind kind;
} kinds[] = {
	{ "region",       ORG_REGION },
	{ "municipality", ORG_MUNICIPALITY },
	{ "county_board", ORG_COUNTY_BOARD },
	{ "authority",    ORG_AUTHORITY },
	{ "sami",         ORG_SAMI },
	{ "association",  ORG_ASSOCIATION },
	{ "company",      ORG_COMPANY },
	{ "other",        ORG_OTHER },
};

int org_kind_named(const char *word)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].word, word) == 0)
			return (int)kinds[i].kind;
	return 0;
}

const char *org_kinds_said(void)
{
	return "region, municipality, county_board, authority, sami, "
	       "association, company, other";
}
