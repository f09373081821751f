/*
 * The roof: commands, settings, and the list of rooms. A command is a row; it
 * reads its line through `struct line` and answers with an exit code.
 */
#ifndef APP_H
#define APP_H

#include "db/db.h"
#include "web/req.h"

enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* Settings: flag, then environment, then file, then default. */
enum setting {
	SET_DB, SET_LISTEN, SET_URL, SET_LOOPS, SET_EXAMPLE, SET_ANEW,
	SET_INSECURE, SET_WEBHOOKS, SET_SMTP, SET_MAIL_FROM, SET_FILE, SETTINGS,
};

/* What was said on the command line and around it. */
struct line {
	struct arena    *mem;
	const char      *settings[SETTINGS];    /* in force, never NULL */
	const char      *from[SETTINGS];        /* "flag", "environment" … */
	struct field_list own;                  /* the command's own flags */
	struct text_list words;                 /* what is no flag */
};

struct flag { const char *name; bool takes; };

struct command {
	const char        *name, *about, *usage;
	const struct flag *flags;       /* its own; ends with a NULL name */
	unsigned           settings;    /* set of 1 << enum setting */
	int                least, most; /* words; most -1: any number */
	int              (*run)(struct line *);
};

/* -- config.c ------------------------------------------------------------ */

/* False, with a sentence on stderr, if the line cannot be understood. */
bool        line_read(struct line *, const struct command *, int argc,
                      char **argv);
bool        line_on(const struct line *, enum setting);
const char *line_own(const struct line *, const char *flag);    /* or NULL */
const char *setting_flag(enum setting);
const char *setting_env(enum setting);
void        settings_help(unsigned settings);

/* A sentence on stderr; answers EXIT_FAILED. */
int         complain(const char *format, ...) PRINTF(1, 2);

/* -- routes.c, work.c ---------------------------------------------------- */

const struct house *app_house(void);
extern const struct work app_works[];

/* -- open.c: what most commands begin with ------------------------------- */

/* False after a complaint: there is no such file. */
bool       db_is_there(const char *url);

/* The database of --db, brought up to date; NULL after a complaint. */
struct db *open_db(const struct line *, enum db_use);

/* The organisation of --org, or the only one; false after a complaint. */
bool       choose_org(const struct line *, struct scope *);

/* "region", "kommun" …: 0 if it is none. */
int        org_kind_named(const char *word);
const char *org_kinds_said(void);

/* -- setting_store.c ----------------------------------------------------- */

/* Random, made once, kept in the database: signs what is to come back. */
enum status house_secret(struct scope *, const char **out) MUST_USE;

/* -- import.c: files into rooms ------------------------------------------ */

/* One file of JSON, whatever its kind; *said is what became of it. */
enum status import_bytes(struct scope *, struct bytes, bool replace,
                         const char **said) MUST_USE;

/* -- example.c ----------------------------------------------------------- */

/* The constructed organisation with its people and assessments, once. */
enum status example_note(struct db *, struct arena *) MUST_USE;

/* Bodies, and the matter of the example's assessment. */
struct scope;
enum status example_matter(struct scope *) MUST_USE;
enum status example_screening(struct scope *) MUST_USE;

/* A fresh link for its first person; the address is NULL without one. */
enum status example_link(struct db *, struct arena *, const char *url,
                         const char **address) MUST_USE;

/* What every organisation starts with: frameworks, models, groups. */
enum status adopt_shipped(struct scope *) MUST_USE;

/* -- rounds.c, call.c, jobs.c, words.c: what is done aside ---------------- */

/*
 * A thread that makes a round every so many seconds, or at once when the last
 * one answered true. The url must outlive it. NULL, after a line in the log, if
 * it cannot be started; rounds_stop() waits for the round that goes on.
 */
struct rounds;
typedef bool round_fn(struct rounds *);
struct rounds *rounds_start(const char *url, round_fn *, int every_s);
void           rounds_stop(struct rounds *);    /* NULL is harmless */

/* Within a round: a connection that writes, its address, and whether the
 * program stops (also while a round goes on). */
struct db     *rounds_db(struct rounds *);
const char    *rounds_url(struct rounds *);
bool           rounds_ending(void *rounds);

/* Calls out (webhooks): only where hosts are allowed. */
struct rounds *call_start(const char *url);

/* Reminders by mail: only where there is a server to send through; `house` is
 * the public address, for the link in them. */
struct rounds *remind_start(const char *url, const char *house);

/* Names in order by the ICU there is now; nothing to do if they are. */
void names_sort_anew(struct db *);

/* The index of words follows what happens (find/find.h). */
struct rounds *words_start(const char *url);

/* Long work (account/job.h), and all kinds of it. */
struct job_work;
struct rounds *jobs_start(const char *url);
extern const struct job_work *const app_jobs[];

/* -- supervise.c --------------------------------------------------------- */

/*
 * Fork and run, and do it again when it dies, with a pause that grows. The
 * child says by ready() that it serves; one that never did is not tried again.
 */
int  supervise(int (*run)(void *), void *arg);
void supervise_ready(void);

/* -- commands ------------------------------------------------------------ */

extern const struct command cmd_serve, cmd_user, cmd_import, cmd_export,
	cmd_report, cmd_check, cmd_copy, cmd_backup, cmd_restore,
	cmd_index;

#endif
