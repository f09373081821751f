/* Copy, backup and restore are one thing: all rows from here to there. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app.h"

static const char copy_usage[] =
	"usage: vagval copy --from URL --to URL\n\n"
	"Copies everything into a database that has nothing in it, of either "
	"engine, out of\none snapshot; then counts the rows of each table on "
	"both sides.";
static const char backup_usage[] =
	"usage: vagval backup [--db URL] FILE\n\n"
	"Copies everything into a new SQLite file, from either engine, while "
	"others work;\nthen counts the rows and checks the file.";
static const char restore_usage[] =
	"usage: vagval restore [--db URL] FILE\n\n"
	"Copies a file of `vagval backup` into a database that has nothing in "
	"it.";

static const struct flag copy_flags[] = {
	{ "--from", true }, { "--to", true }, { NULL, false },
};

static const char *reason(enum status s)
{
	if (s == TAKEN)
		return "there is something in it already";
	if (s == INVALID)
		return "the two are not of the same version; `vagval serve` "
		       "brings one up to date";
	return "the line above says why";
}

static i64 sum(const struct copied_list *all)
{
	i64 rows = 0;

	for (size_t i = 0; i < all->n; i++)
		rows += all->v[i].rows;
	return rows;
}

static int copy_between(struct arena *mem, const char *from_url,
                        const char *to_url)
{
	struct db *from = NULL, *to = NULL;
	struct copied_list all = {0};
	enum status done = db_open(from_url, DB_READ, &from);

	if (done == OK)
		done = db_open(to_url, DB_WRITE, &to);
	if (done == OK)
		done = db_migrate(to);
	if (done == OK)
		done = db_copy(from, to, mem, &all);
	db_close(to);
	db_close(from);
	if (done != OK)
		return complain("%s was not copied to %s: %s", from_url, to_url,
		                reason(done));
	printf("%lld rows in %zu tables, counted on both sides\n", sum(&all),
	       all.n);
	return EXIT_FINE;
}

static int copy(struct line *line)
{
	const char *from = line_own(line, "--from");
	const char *to = line_own(line, "--to");

	if (from == NULL || to == NULL) {
		complain("copy needs --from URL and --to URL");
		return EXIT_USAGE;
	}
	if (!db_is_there(from))
		return EXIT_FAILED;
	return copy_between(line->mem, from, to);
}

static int backup(struct line *line)
{
	const char *name = line->words.v[0];
	const char *partial = arena_print(line->mem, "%s.partial", name);
	int code;

	if (access(name, F_OK) == 0)
		return complain("%s is there already", name);
	if (!db_is_there(line->settings[SET_DB]))
		return EXIT_FAILED;
	unlink(partial);
	umask(077);
	code = copy_between(line->mem, line->settings[SET_DB],
	                    arena_print(line->mem, "sqlite:%s", partial));
	if (code == EXIT_FINE && rename(partial, name) != 0)
		code = complain("%s: %s", name, strerror(errno));
	if (code != EXIT_FINE)
		unlink(partial);
	return code;
}

static int restore(struct line *line)
{
	const char *from = arena_print(line->mem, "sqlite:%s",
	                               line->words.v[0]);

	if (!db_is_there(from))
		return EXIT_FAILED;
	return copy_between(line->mem, from, line->settings[SET_DB]);
}

const struct command cmd_copy = {
	.name = "copy", .about = "copy all to another database",
	.usage = copy_usage, .flags = copy_flags, .run = copy,
};
const struct command cmd_backup = {
	.name = "backup", .about = "copy all to a file", .usage = backup_usage,
	.least = 1, .most = 1, .run = backup,
	.settings = 1u << SET_DB | 1u << SET_FILE,
};
const struct command cmd_restore = {
	.name = "restore", .about = "copy a file of backup into a database",
	.usage = restore_usage, .least = 1, .most = 1, .run = restore,
	.settings = 1u << SET_DB | 1u << SET_FILE,
};
