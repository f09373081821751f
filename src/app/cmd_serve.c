#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "account/account.h"
#include "api/api.h"
#include "app/app.h"
#include "base/clock.h"
#include "base/text.h"
#include "bring/brought.h"
#include "kit/compound.h"
#include "kit/secret.h"
#include "paper/paper.h"
#include "remind/remind.h"
#include "web/server.h"
#include "workshop/after.h"

static const char usage[] =
	"usage: vagval serve [--db URL] [--listen HOST:PORT] [--url PUBLIC]\n"
	"                    [--example] [--insecure-http] [--loops N] "
	"[--read-anew]\n                    [--webhook-hosts LIST] "
	"[--smtp URL --mail-from ADDRESS]\n"
	"                    [--file FILE]\n\n"
	"Serves until it is told to stop (SIGTERM or ctrl-C), and starts again "
	"by itself\nif it dies. Put a proxy that speaks https in front, and "
	"say the public address\nwith --url.";

enum { DAY_S = 24 * 60 * 60 };

struct service {
	struct line *line;
	const char  *host, *port, *url;
};

/* -- where --------------------------------------------------------------- */

static bool loopback(const char *host)
{
	return strncmp(host, "127.", 4) == 0 || strcmp(host, "::1") == 0 ||
	       strcmp(host, "localhost") == 0;
}

/* HOST:PORT, [::1]:PORT or :PORT for all addresses of the machine. */
static bool read_listen(struct service *sv, const char *text)
{
	const char *colon = strrchr(text, ':');
	size_t n = colon == NULL ? 0 : (size_t)(colon - text);
	i64 port;

	if (colon == NULL || !number_read(colon + 1, 1, 65535, &port))
		return !complain("--listen is HOST:PORT, not %s", text);
	if (n > 2 && text[0] == '[' && text[n - 1] == ']') {
		text++;
		n -= 2;
	}
	sv->host = n == 0 ? "0.0.0.0" : arena_text(sv->line->mem, text, n);
	sv->port = colon + 1;
	return true;
}

static bool read_url(struct service *sv)
{
	const char *url = sv->line->settings[SET_URL];
	bool six = strchr(sv->host, ':') != NULL;
	size_t n = strlen(url);

	if (n == 0)
		url = arena_print(sv->line->mem, "http://%s%s%s:%s",
		                  six ? "[" : "", sv->host, six ? "]" : "",
		                  sv->port);
	else if (strncmp(url, "http://", 7) != 0 &&
	         strncmp(url, "https://", 8) != 0)
		return !complain("--url begins with https:// or http://");
	while (n > 0 && url[n - 1] == '/')
		n--;
	sv->url = n == 0 ? url : arena_text(sv->line->mem, url, n);
	return true;
}

static bool read_hosts(const struct service *sv)
{
	static struct host_list hosts;
	const char *text = sv->line->settings[SET_WEBHOOKS];

	if (!fetch_hosts(sv->line->mem, text, &hosts))
		return !complain("--webhook-hosts is HOST, HOST:PORT or "
		                 "inside:HOST:PORT with commas between, not "
		                 "%s", text);
	api_hosts = &hosts;
	return true;
}

/* A server without a sender, or the other way round, is no way to send. */
static bool read_post(const struct service *sv)
{
	static struct post post;
	const char *server = sv->line->settings[SET_SMTP];
	const char *from = sv->line->settings[SET_MAIL_FROM];

	if (*server == '\0' && *from == '\0')
		return true;
	if (!post_read(sv->line->mem, server, from, &post))
		return !complain("--smtp is smtps://HOST, smtp://HOST:PORT or "
		                 "inside:smtp://HOST:PORT, with --mail-from "
		                 "ADDRESS");
	mail_post = &post;
	return true;
}

/* What others can read and change on its way is served by consent only. */
static bool check_safe(const struct service *sv)
{
	if (loopback(sv->host) || strncmp(sv->url, "https://", 8) == 0 ||
	    line_on(sv->line, SET_INSECURE))
		return true;
	return !complain("%s is reached by other machines over plain http: put "
	                 "a proxy with https in front and say --url "
	                 "https://…, or say --insecure-http", sv->host);
}

/* -- before the loops ---------------------------------------------------- */

struct start {
	struct scope s;
	const char  *secret;
};

static enum status tidy(void *scope)
{
	TRY(account_tidy(scope));
	TRY(guests_tidy(scope));
	return brought_tidy(scope);
}

static enum status first_things(void *arg)
{
	struct start *st = arg;

	TRY(house_secret(&st->s, &st->secret));
	return tidy(&st->s);
}

/* One link for the first visitor, or a word about how to make one. */
static enum status say_way_in(const struct service *sv, struct db *db,
                              const char *link)
{
	struct scope s = { .db = db, .mem = sv->line->mem,
	                   .now = clock_now() };
	struct org_list all = {0};

	TRY(db_look(db));
	if (org_all(&s, &all) != OK)
		all.n = 1;
	db_look_end(db);
	printf("vagval serves %s\n", sv->url);
	if (link != NULL)
		printf("Sign in, once and within an hour: %s\n", link);
	else if (all.n == 0)
		printf("Nobody can sign in yet. Make a way in:\n  vagval user "
		       "add --org NAME --email YOU@… --name YOU "
		       "--rights read,answer,edit,lead,admin\n");
	fflush(stdout);
	return OK;
}

/*
 * All that is written before visitors come: afterwards it would stand in line
 * with them, and after a fall they are many. *link is NULL if none is made.
 */
static enum status prepare(const struct service *sv, struct db *db,
                           struct house *house, const char **link)
{
	struct start st = { .s = { .db = db, .mem = sv->line->mem,
	                           .now = clock_now() } };

	TRY(db_write(db, 0, first_things, &st));
	house->secret = st.secret;
	if (!line_on(sv->line, SET_EXAMPLE))
		return OK;
	TRY(example_note(db, sv->line->mem));
	return example_link(db, sv->line->mem, sv->url, link);
}

/* -- serving ------------------------------------------------------------- */

static void tidy_once(struct db *db)
{
	struct scope s = { .db = db, .mem = arena_new(), .now = clock_now() };

	if (db_write(db, 0, tidy, &s) != OK)
		log_info("old sessions and receipts are left for tomorrow");
	arena_free(s.mem);
}

/* The main thread has little to do: once a day it tidies. */
static void wait_for_stop(struct db *db)
{
	const struct timespec day = { .tv_sec = DAY_S };
	sigset_t stops;

	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	while (sigtimedwait(&stops, NULL, &day) < 0)
		tidy_once(db);
}

static void block_stops(void)
{
	sigset_t stops;

	sigemptyset(&stops);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGINT);
	pthread_sigmask(SIG_BLOCK, &stops, NULL);
}

static int run(const struct service *sv, struct db *db, struct house *house)
{
	struct server *server;
	struct rounds *caller, *jobs, *words, *reminders;
	const char *link = NULL;
	i64 loops = 0;

	if (!number_read(sv->line->settings[SET_LOOPS], 1, 64, &loops))
		return complain("--loops is a number from 1 to 64");
	if (prepare(sv, db, house, &link) != OK)
		return complain("the database cannot be made ready");
	(void)word_list();
	sandbox_narrow();
	if (server_open(&(struct server_plan){
			.house = house, .db = sv->line->settings[SET_DB],
			.host = sv->host, .port = sv->port,
			.loops = (int)loops,
			.read_anew = line_on(sv->line, SET_ANEW)
		}, &server) != OK)
		return complain("the server does not start");
	if (say_way_in(sv, db, link) != OK)
		return complain("the database cannot be read");
	log_info("ready: pid %d, %s at %s", (int)getpid(), db_engine(db),
	         sv->url);
	supervise_ready();
	caller = call_start(sv->line->settings[SET_DB]);
	jobs = jobs_start(sv->line->settings[SET_DB]);
	words = words_start(sv->line->settings[SET_DB]);
	reminders = remind_start(sv->line->settings[SET_DB], sv->url);
	wait_for_stop(db);
	log_info("stopping");
	rounds_stop(reminders);
	rounds_stop(caller);
	rounds_stop(jobs);
	rounds_stop(words);
	if (!server_close(server)) {
		log_info("some visits were not finished in time");
		_exit(EXIT_FINE);
	}
	return EXIT_FINE;
}

/*
 * In the child: all that forks comes before all that has threads. What the
 * sandbox forks keeps no files open and lays out its fonts itself; that they
 * can be laid out is only tried here.
 */
static int serve_here(void *arg)
{
	const struct service *sv = arg;
	struct house house = *app_house();
	struct db *db;
	int code;

	block_stops();
	house.url = sv->url;
	house.insecure = line_on(sv->line, SET_INSECURE);
	routes_check(&house);
	house.sandbox = sandbox_start(house.works);
	if (paper_fonts_prepare() != OK)
		return complain("the fonts of papers cannot be laid out");
	db = open_db(sv->line, DB_WRITE);
	code = db == NULL ? EXIT_FAILED : run(sv, db, &house);
	db_close(db);
	sandbox_stop(house.sandbox);
	return code;
}

static int serve_command(struct line *line)
{
	struct service sv = { .line = line, .host = "", .port = "", .url = "" };

	if (!read_listen(&sv, line->settings[SET_LISTEN]) || !read_url(&sv) ||
	    !read_hosts(&sv) || !read_post(&sv))
		return EXIT_USAGE;
	if (!check_safe(&sv))
		return EXIT_FAILED;
	return supervise(serve_here, &sv);
}

const struct command cmd_serve = {
	.name = "serve", .about = "serve pages until told to stop",
	.usage = usage, .run = serve_command,
	.settings = (1u << SETTINGS) - 1,
};
