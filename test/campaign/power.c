/*
 * What a power cut and a failing disk leave behind. A layer under SQLite
 * remembers each write until its file is synced; a cut takes back any of those
 * that were not, whole or in part, as a disk may. The n-th call of the disk can
 * be made to fail instead.
 *
 *   power cut CUTS SEED FULL|NORMAL|OFF    prints cuts, lost saves, halves
 *   power fail                             prints calls, lost saves, halves
 *
 * A save is three rows in one transaction. Lost: it was answered and is gone.
 * Half: not all of its rows are there, or the file is not sound.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/engine.h"

enum { ROWS = 3, MOST_SAVES = 40, SECTOR = 512, CALLS_EACH = 8 };

/* -- the layer -------------------------------------------------------------- */

struct undo {
	struct undo  *older;
	char         *name;             /* of the file */
	sqlite3_int64 at;
	int           n, had;           /* bytes written, and there before */
	char         *before;
};

struct layer { sqlite3_file base; sqlite3_file *real; char *name; };

static sqlite3_vfs *below;
static struct undo *undone;             /* writes not yet synced, newest first */
static int calls, fail_at, cut_at;      /* of the disk; 0 is never */

static void cut_power(void);

static sqlite3_file *real(sqlite3_file *f)
{
	return ((struct layer *)f)->real;
}

/* Every call of the disk passes here; the power may go at any of them. */
static bool fails(void)
{
	if (++calls == cut_at) {
		cut_power();
		_exit(0);
	}
	return calls == fail_at;
}

static int layer_close(sqlite3_file *f)
{
	struct layer *l = (struct layer *)f;
	int code = l->real->pMethods->xClose(l->real);

	free(l->real);
	free(l->name);
	return code;
}

static int layer_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	if (fails())
		return SQLITE_IOERR_READ;
	return real(f)->pMethods->xRead(real(f), to, n, at);
}

static int layer_write(sqlite3_file *f, const void *from, int n,
                       sqlite3_int64 at)
{
	struct undo *u = calloc(1, sizeof *u);
	sqlite3_int64 size = 0;

	if (fails())
		return SQLITE_IOERR_WRITE;
	real(f)->pMethods->xFileSize(real(f), &size);
	*u = (struct undo){ .older = undone, .at = at, .n = n,
	                    .name = strdup(((struct layer *)f)->name),
	                    .before = calloc(1, (size_t)n) };
	u->had = at >= size ? 0 : size - at < n ? (int)(size - at) : n;
	if (u->had > 0)
		real(f)->pMethods->xRead(real(f), u->before, u->had, at);
	undone = u;
	return real(f)->pMethods->xWrite(real(f), from, n, at);
}

static int layer_sync(sqlite3_file *f, int flags)
{
	const char *name = ((struct layer *)f)->name;

	(void)flags;
	if (fails())
		return SQLITE_IOERR_FSYNC;
	for (struct undo **at = &undone; *at != NULL;) {
		struct undo *u = *at;

		if (strcmp(u->name, name) != 0) {
			at = &u->older;
			continue;
		}
		*at = u->older;
		free(u->name);
		free(u->before);
		free(u);
	}
	return SQLITE_OK;
}

static int layer_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	return fails() ? SQLITE_IOERR_TRUNCATE :
	       real(f)->pMethods->xTruncate(real(f), n);
}

static int layer_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return real(f)->pMethods->xFileSize(real(f), n);
}

static int layer_lock(sqlite3_file *f, int how)
{
	return real(f)->pMethods->xLock(real(f), how);
}

static int layer_unlock(sqlite3_file *f, int how)
{
	return real(f)->pMethods->xUnlock(real(f), how);
}

static int layer_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int layer_control(sqlite3_file *f, int op, void *arg)
{
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int layer_sector(sqlite3_file *f)
{
	(void)f;
	return SECTOR;
}

/* No promise of the disk is relied on. */
static int layer_traits(sqlite3_file *f)
{
	(void)f;
	return 0;
}

static int layer_map(sqlite3_file *f, int page, int size, int extend,
                     void volatile **out)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}

static int layer_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), at, n, flags);
}

static void layer_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int layer_unmap(sqlite3_file *f, int remove)
{
	return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods methods = {
	2, layer_close, layer_read, layer_write, layer_truncate, layer_sync,
	layer_size, layer_lock, layer_unlock, layer_reserved, layer_control,
	layer_sector, layer_traits, layer_map, layer_shm_lock, layer_barrier,
	layer_unmap,
};

static int layer_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f,
                      int flags, int *out)
{
	struct layer *l = (struct layer *)f;
	int code;

	(void)vfs;
	l->base.pMethods = NULL;
	l->real = calloc(1, (size_t)below->szOsFile);
	l->name = strdup(name == NULL ? "" : name);
	code = below->xOpen(below, name, l->real, flags, out);
	if (code == SQLITE_OK)
		l->base.pMethods = &methods;
	return code;
}

static void put_layer_under(void)
{
	static sqlite3_vfs layer;

	sqlite3_initialize();
	below = sqlite3_vfs_find(NULL);
	layer = *below;
	layer.pNext = NULL;
	layer.zName = "layer";
	layer.szOsFile = sizeof(struct layer);
	layer.xOpen = layer_open;
	sqlite3_vfs_register(&layer, 1);
}

/* -- the cut ---------------------------------------------------------------- */

/* Takes one write back: all of it, or some of its sectors. */
static void take_back(const struct undo *u)
{
	FILE *f = fopen(u->name, "r+b");

	for (int at = 0; f != NULL && at < u->n; at += SECTOR) {
		int n = u->n - at < SECTOR ? u->n - at : SECTOR;

		if (rand() % 8 == 0)
			continue;
		fseek(f, (long)u->at + at, SEEK_SET);
		fwrite(u->before + at, 1, (size_t)n, f);
	}
	if (f != NULL)
		fclose(f);
}

/* What was not synced may be there, or not, in any order. */
static void cut_power(void)
{
	int keep = rand() % 4;          /* of four */

	for (struct undo *u = undone; u != NULL; u = u->older)
		if (rand() % 4 >= keep)
			take_back(u);
}

/* -- saves ------------------------------------------------------------------ */

static char path[64], url[80];

static enum status save(void *arg)
{
	struct scope *s = arg;

	for (int i = 0; i < ROWS; i++)
		TRY(event_note(s, "save", s->person, "note", "some text"));
	return OK;
}

static void remove_files(void)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	char name[80];

	for (size_t i = 0; i < COUNT(ends); i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
}

static void new_database(void)
{
	struct db *db;

	remove_files();
	if (db_open(url, DB_WRITE, &db) != OK || db_migrate(db) != OK)
		panic("no database");
	db_close(db);
}

/* How many rows each save has; false if the file is not sound. */
static bool read_saves(int rows[MOST_SAVES])
{
	static const char sql[] =
		"SELECT object, count(*) FROM event"
		" WHERE org_id = $1 AND kind = 'save' GROUP BY object";
	struct scope s = { .mem = arena_new(), .org = 1 };
	struct query q;
	bool sound;

	if (db_open(url, DB_WRITE, &s.db) != OK)
		return false;
	sound = db_sound(s.db) == OK && db_look(s.db) == OK;
	if (sound) {
		q = db_query(&s, sql, VALUES(of_int(s.org)));
		while (query_next(&q)) {
			i64 no = read_int(&q);

			rows[no % MOST_SAVES] = (int)read_int(&q);
		}
		sound = query_end(&q) == OK;
		db_look_end(s.db);
	}
	db_close(s.db);
	arena_free(s.mem);
	return sound;
}

/* In a child: saves until the power is cut. Each answer goes up the pipe. */
static _Noreturn void save_until_cut(const char *how, int saves, int pipe_end,
                                     int failing)
{
	struct scope s = { .mem = arena_new(), .org = 1, .now = 1 };
	char pragma[40];

	if (db_open(url, DB_WRITE, &s.db) != OK)
		_exit(2);
	snprintf(pragma, sizeof pragma, "PRAGMA synchronous = %s", how);
	if (s.db->engine->script(s.db, pragma) != OK)
		_exit(2);
	calls = 0;
	fail_at = failing;
	cut_at = failing > 0 ? 0 : 1 + rand() % (saves * CALLS_EACH);
	for (s.person = 1; s.person <= saves; s.person++) {
		char no = (char)s.person;

		if (db_write(s.db, 0, save, &s) == OK &&
		    write(pipe_end, &no, 1) != 1)
			_exit(2);
	}
	if (failing == 0)
		cut_power();
	_exit(calls >= failing ? 0 : 3);
}

struct tally { int tries, lost, halves; };

/* One child; answers its exit code. */
static int try_once(const char *how, int saves, int failing,
                    struct tally *t)
{
	int ends[2], status = 0, rows[MOST_SAVES] = {0};
	bool answered[MOST_SAVES] = { false };
	char no;
	pid_t child;

	new_database();
	if (pipe(ends) != 0 || (child = fork()) < 0)
		panic("no child");
	if (child == 0)
		save_until_cut(how, saves, ends[1], failing);
	close(ends[1]);
	while (read(ends[0], &no, 1) == 1)
		answered[(int)no] = true;
	close(ends[0]);
	waitpid(child, &status, 0);
	t->tries++;
	if (!read_saves(rows)) {
		t->halves++;
		return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	}
	for (int i = 1; i <= saves; i++) {
		t->lost += answered[i] && rows[i] == 0;
		t->halves += rows[i] != 0 && rows[i] != ROWS;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void cut_often(int cuts, unsigned seed, const char *how,
                      struct tally *t)
{
	for (int i = 0; i < cuts; i++) {
		srand(seed + (unsigned)i);
		if (try_once(how, 1 + rand() % (MOST_SAVES - 1), 0, t) == 2)
			panic("a child could not save");
	}
}

/* Until a save needs fewer calls than the one that would have failed. */
static void fail_each(struct tally *t)
{
	int code = 0;

	for (int n = 1; code != 3; n++)
		code = try_once("FULL", 2, n, t);
	t->tries--;
}

int main(int argc, char **argv)
{
	struct tally t = {0};

	snprintf(path, sizeof path, "/tmp/vagval-power-%d.db", (int)getpid());
	snprintf(url, sizeof url, "sqlite:%s", path);
	put_layer_under();
	if (argc == 5 && strcmp(argv[1], "cut") == 0)
		cut_often(atoi(argv[2]), (unsigned)atoi(argv[3]), argv[4], &t);
	else if (argc == 2 && strcmp(argv[1], "fail") == 0)
		fail_each(&t);
	else
		panic("usage: power cut CUTS SEED HOW, power fail");
	printf("%d\t%d\t%d\n", t.tries, t.lost, t.halves);
	remove_files();
	return 0;
}
