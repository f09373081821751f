/* The first questions of whoever runs or audits this, answered by itself. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "base/rights.h"
#include "kit/json.h"

static const char usage[] =
	"usage: vagval check [--json] [--db URL]\n\n"
	"Prints every address with the right it asks for, the settings in "
	"force, and the\nstate of the database. Ends with 1 if something is "
	"wrong.";

static const struct flag flags[] = { { "--json", false }, { NULL, false } };

struct state {
	bool               answers, sound;
	const char        *engine;
	i64                steps;       /* of the schema, taken */
	struct copied_list tables;
};

static const char *right_word(unsigned right)
{
	static const struct { unsigned right; const char *word; } words[] = {
		{ PUBLIC, "public" }, { PERSON, "person" }, { READ, "read" },
		{ ANSWER, "answer" }, { EDIT, "edit" }, { LEAD, "lead" },
		{ REVIEW, "review" }, { SIGN, "sign" },
		{ REGISTER, "register" }, { ADMIN, "admin" },
		{ GUEST, "guest" }, { EDIT | REGISTER, "edit or register" },
	};

	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].right == right)
			return words[i].word;
	return "?";
}

static const char *ground_word(enum ground ground)
{
	switch (ground) {
	case ON_HOUSE:
		return "installation";
	case ON_ORG:
		return "organisation";
	case ON_ASSESSMENT:
		return "assessment";
	case ON_WORKSHOP:
		return "workshop";
	case ON_GUEST:
		return "participant";
	case ON_PASS:
		return "link";
	case ON_MATTER:
		return "matter";
	case ON_TOKEN:
		return "token";
	}
	return "?";
}

typedef void route_fn(const struct route *, void *);

static void each_route(route_fn *say_one, void *arg)
{
	for (const struct route *const *t = app_house()->tables; *t; t++)
		for (const struct route *at = *t; at->path != NULL; at++)
			say_one(at, arg);
}

static enum status read_tables(const struct line *line, struct state *st,
                               struct db *db)
{
	static const char sql[] = "SELECT count(*) FROM migration";

	struct scope s = { .db = db, .mem = line->mem };

	TRY(db_look(db));
	st->answers = db_number(&s, sql, NULL, 0, &st->steps) == OK &&
	              db_counts(db, line->mem, &st->tables) == OK;
	db_look_end(db);
	return OK;
}

/* Only looks: a database that is not up to date is not brought there. */
static void read_state(const struct line *line, struct state *st)
{
	struct db *db = NULL;

	st->engine = "";
	if (!db_is_there(line->settings[SET_DB]) ||
	    db_open(line->settings[SET_DB], DB_READ, &db) != OK)
		return;
	st->engine = db_engine(db);
	if (read_tables(line, st, db) == OK)
		st->sound = db_sound(db) == OK;
	db_close(db);
}

/* Before the @ of an address may stand a password. */
static const char *shown(struct arena *mem, const char *value)
{
	const char *start = strstr(value, "://"), *at = strrchr(value, '@');
	const char *colon = start == NULL ? NULL : strchr(start + 3, ':');

	if (start == NULL || at == NULL || colon == NULL || colon > at)
		return value;
	return arena_print(mem, "%.*s:…%s", (int)(colon - value), value, at);
}

/* -- for people ---------------------------------------------------------- */

static void print_route(const struct route *at, void *unused)
{
	(void)unused;
	printf("  %-4s %-9s %-13s %s\n", at->method == GET ? "GET" : "POST",
	       right_word(at->right), ground_word(at->ground), at->path);
}

static void print_all(const struct line *line, const struct state *st)
{
	printf("Addresses\n");
	each_route(print_route, NULL);
	printf("\nSettings\n");
	for (int s = 0; s < SETTINGS; s++)
		printf("  %-21s %-12s %s\n", setting_env((enum setting)s),
		       line->from[s], shown(line->mem, line->settings[s]));
	printf("\nDatabase\n  engine %s\n  answers %s\n  sound %s\n"
	       "  schema steps %lld\n", st->engine,
	       st->answers ? "yes" : "no", st->sound ? "yes" : "no",
	       st->steps);
	for (size_t i = 0; i < st->tables.n && st->answers; i++)
		printf("  %-20s %lld\n", st->tables.v[i].table,
		       st->tables.v[i].rows);
}

/* -- for programs -------------------------------------------------------- */

static void put_route(const struct route *at, void *arg)
{
	struct json_writer *w = arg;

	json_open(w, NULL, '{');
	json_put_text(w, "method", at->method == GET ? "GET" : "POST");
	json_put_text(w, "path", at->path);
	json_put_text(w, "right", right_word(at->right));
	json_put_text(w, "ground", ground_word(at->ground));
	json_close_with(w, '}');
}

static void put_database(struct json_writer *w, const struct state *st)
{
	json_open(w, "database", '{');
	json_put_text(w, "engine", st->engine);
	json_put_bool(w, "answers", st->answers);
	json_put_bool(w, "sound", st->sound);
	json_put_int(w, "steps", st->steps);
	json_open(w, "rows", '{');
	for (size_t i = 0; i < st->tables.n && st->answers; i++)
		json_put_int(w, st->tables.v[i].table, st->tables.v[i].rows);
	json_close_with(w, '}');
	json_close_with(w, '}');
}

static void put_all(const struct line *line, const struct state *st)
{
	struct json_writer w = json_in(line->mem);

	json_open(&w, NULL, '{');
	json_open(&w, "routes", '[');
	each_route(put_route, &w);
	json_close_with(&w, ']');
	json_open(&w, "settings", '{');
	for (int s = 0; s < SETTINGS; s++)
		json_put_text(&w, setting_env((enum setting)s),
		              shown(line->mem, line->settings[s]));
	json_close_with(&w, '}');
	put_database(&w, st);
	json_close_with(&w, '}');
	fputs(w.text, stdout);
}

static int check(struct line *line)
{
	struct state st = {0};

	routes_check(app_house());
	read_state(line, &st);
	if (line_own(line, "--json") != NULL)
		put_all(line, &st);
	else
		print_all(line, &st);
	return st.answers && st.sound ? EXIT_FINE :
	       complain("the database does not answer, or is not sound");
}

const struct command cmd_check = {
	.name = "check", .about = "print addresses, rights, settings, state",
	.usage = usage, .flags = flags, .run = check,
	.settings = (1u << SETTINGS) - 1,
};
