#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/app.h"

static const char usage[] =
	"usage: vagval import [--org NAME] [--replace] [--db URL] FILE…\n\n"
	"Takes in frameworks, models and assessments: the content says which. "
	"What is here\nalready stays as it is; an open assessment is replaced "
	"with --replace, a finished\none never. Each file is taken in whole or "
	"not at all.";

static const struct flag flags[] = {
	{ "--org", true }, { "--replace", false }, { NULL, false },
};

enum { MOST = 20 * 1024 * 1024 };

struct importing {
	struct scope s;
	struct bytes bytes;
	bool         replace;
	const char  *said;
};

static enum status take_in(void *arg)
{
	struct importing *in = arg;

	return import_bytes(&in->s, in->bytes, in->replace, &in->said);
}

static bool read_bytes(struct arena *mem, FILE *from, struct bytes *out)
{
	char *room = arena_take(mem, MOST + 1);

	out->v = room;
	out->n = fread(room, 1, MOST + 1, from);
	return !ferror(from) && out->n <= MOST;
}

static bool load(struct arena *mem, const char *name, struct bytes *out)
{
	FILE *from = fopen(name, "rb");
	bool fine;

	if (from == NULL)
		return !complain("%s: %s", name, strerror(errno));
	fine = read_bytes(mem, from, out);
	fclose(from);
	return fine || !complain("%s: cannot be read, or over 20 MB", name);
}

static bool import_file(struct importing *in, const char *name)
{
	struct arena *mem = arena_new();
	bool fine = load(mem, name, &in->bytes);
	enum status done = FAULT;

	in->s.mem = mem;
	if (fine)
		done = db_write(in->s.db, in->s.org, take_in, in);
	if (fine && done == OK)
		printf("%s: %s\n", name, in->said);
	else if (fine)
		complain("%s: %s", name, in->said != NULL ? in->said :
		         "could not be taken in");
	arena_free(mem);
	return done == OK;
}

static int import(struct line *line)
{
	struct importing in = {
		.s = { .db = open_db(line, DB_WRITE), .mem = line->mem },
		.replace = line_own(line, "--replace") != NULL,
	};
	int code = EXIT_FINE;

	if (in.s.db == NULL)
		return EXIT_FAILED;
	if (!choose_org(line, &in.s))
		code = EXIT_FAILED;
	for (size_t i = 0; i < line->words.n && in.s.org != 0; i++)
		if (!import_file(&in, line->words.v[i]))
			code = EXIT_FAILED;
	db_close(in.s.db);
	return code;
}

const struct command cmd_import = {
	.name = "import", .about = "take in frameworks, models, assessments",
	.usage = usage, .flags = flags, .least = 1, .most = -1, .run = import,
	.settings = 1u << SET_DB | 1u << SET_FILE,
};
