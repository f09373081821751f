#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "assess/assess.h"
#include "base/text.h"
#include "document/document.h"

static const char usage[] =
	"usage: vagval export [--org NAME] [--db URL] KEY\n"
	"       vagval export [--org NAME] [--db URL] --all FOLDER\n\n"
	"Writes an assessment as JSON to stdout, or all of them to a folder, "
	"one file\neach, named KEY.json. A finished one is written as it was "
	"finished, byte for byte.";

static const struct flag flags[] = {
	{ "--org", true }, { "--all", true }, { NULL, false },
};

static enum status one(struct scope *s, const char *key)
{
	const char *text;
	i64 id;

	TRY(assess_by_key(s, key, &id));
	TRY(document_text(s, id, &text));
	fputs(text, stdout);
	return fflush(stdout) == 0 ? OK : FAULT;
}

static enum status to_file(struct scope *s, i64 id, const char *name)
{
	const char *text;
	FILE *to;

	TRY(document_text(s, id, &text));
	to = fopen(name, "wb");
	if (to == NULL)
		return log_fault("%s: %s", name, strerror(errno));
	fputs(text, to);
	if (fclose(to) != 0)
		return log_fault("%s: %s", name, strerror(errno));
	return OK;
}

static enum status all(struct scope *s, const char *folder)
{
	static const char sql[] =
		"SELECT id, key FROM assessment WHERE org_id = $1 ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org)));
	struct assessment_list list = {0};
	struct scope each = *s;
	enum status done = OK;

	while (query_next(&q)) {
		struct assessment *a = PUSH(s->mem, &list);

		a->id  = read_int(&q);
		a->key = read_text(&q);
	}
	TRY(query_end(&q));
	each.mem = arena_new();
	for (size_t i = 0; i < list.n && done == OK; i++) {
		done = to_file(&each, list.v[i].id,
		               arena_print(each.mem, "%s/%s.json", folder,
		                           list.v[i].key));
		arena_reset(each.mem);
	}
	arena_free(each.mem);
	printf("%zu assessments in %s\n", list.n, folder);
	return done;
}

static int export(struct line *line)
{
	const char *folder = line_own(line, "--all");
	struct scope s = { .mem = line->mem };
	enum status done = FAULT;

	if ((folder == NULL) == (line->words.n == 0)) {
		complain("export needs a KEY, or --all FOLDER");
		return EXIT_USAGE;
	}
	s.db = open_db(line, DB_READ);
	if (s.db == NULL)
		return EXIT_FAILED;
	if (choose_org(line, &s) && db_look(s.db) == OK) {
		done = folder != NULL ? all(&s, folder) :
		                        one(&s, line->words.v[0]);
		db_look_end(s.db);
		if (done == NOT_FOUND)
			complain("there is no assessment %s here",
			         line->words.v[0]);
		else if (done != OK)
			complain("it could not be exported");
	}
	db_close(s.db);
	return done == OK ? EXIT_FINE : EXIT_FAILED;
}

const struct command cmd_export = {
	.name = "export", .about = "write assessments as JSON",
	.usage = usage, .flags = flags, .most = 1, .run = export,
	.settings = 1u << SET_DB | 1u << SET_FILE,
};
