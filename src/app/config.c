/* Settings, one row each, and the reading of a command line. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/text.h"

static const struct row {
	const char *flag, *env, *value, *help;
	bool        takes;
} rows[SETTINGS] = {
	[SET_DB] = { "--db", "VAGVAL_DB", "sqlite:vagval.db",
		"the database: sqlite:PATH or postgresql://…", true },
	[SET_LISTEN] = { "--listen", "VAGVAL_LISTEN", "127.0.0.1:8080",
		"where to listen: HOST:PORT", true },
	[SET_URL] = { "--url", "VAGVAL_URL", "",
		"the public address, for links; http://HOST:PORT if not given",
		true },
	[SET_LOOPS] = { "--loops", "VAGVAL_LOOPS", "2",
		"threads that take visitors, 1 to 64", true },
	[SET_EXAMPLE] = { "--example", "VAGVAL_EXAMPLE", "no",
		"begin with a constructed organisation and its assessments",
		false },
	[SET_ANEW] = { "--read-anew", "VAGVAL_READ_ANEW", "no",
		"keep nothing of what the database has answered, even while "
		"nothing changes", false },
	[SET_INSECURE] = { "--insecure-http", "VAGVAL_INSECURE_HTTP", "no",
		"serve plain http to other machines: anyone between can read "
		"and change it", false },
	[SET_WEBHOOKS] = { "--webhook-hosts", "VAGVAL_WEBHOOK_HOSTS", "",
		"hosts that may be told of news: HOST, HOST:PORT, "
		"inside:HOST:PORT", true },
	[SET_SMTP] = { "--smtp", "VAGVAL_SMTP", "",
		"where mail leaves: smtps://HOST, smtp://HOST:PORT, "
		"inside:smtp://HOST:PORT; with USER:PASSWORD@ in the file of "
		"settings", true },
	[SET_MAIL_FROM] = { "--mail-from", "VAGVAL_MAIL_FROM", "",
		"the address that mail comes from", true },
	[SET_FILE] = { "--file", "VAGVAL_FILE", "",
		"a file of settings, one a line: VAGVAL_DB=…", true },
};

const char *setting_flag(enum setting s)
{
	return rows[s].flag;
}

const char *setting_env(enum setting s)
{
	return rows[s].env;
}

int complain(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("vagval: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	return EXIT_FAILED;
}

void settings_help(unsigned settings)
{
	if (settings == 0)
		return;
	printf("\nSettings: the flag, else the environment, else --file, else "
	       "the default.\n\n");
	for (int s = 0; s < SETTINGS; s++)
		if ((settings & 1u << s) != 0)
			printf("  %-16s %-21s %s%s%s%s\n", rows[s].flag,
			       rows[s].env, rows[s].help,
			       *rows[s].value == '\0' ? "" : " (default ",
			       rows[s].value,
			       *rows[s].value == '\0' ? "" : ")");
}

bool line_on(const struct line *line, enum setting s)
{
	return strcmp(line->settings[s], "yes") == 0;
}

const char *line_own(const struct line *line, const char *flag)
{
	for (size_t i = 0; i < line->own.n; i++)
		if (strcmp(line->own.v[i].name, flag) == 0)
			return line->own.v[i].value;
	return NULL;
}

/* -- flags --------------------------------------------------------------- */

struct reading {
	struct line          *line;
	const struct command *command;
	int                   argc, at;
	char                **argv;
};

/* The value of a flag: after "=", or the next word. */
static bool flag_value(struct reading *in, const char *equals, bool takes,
                       const char **out)
{
	*out = "yes";
	if (!takes) {
		if (equals != NULL)
			complain("%s takes no value", in->argv[in->at]);
		return equals == NULL;
	}
	if (equals != NULL) {
		*out = equals + 1;
		return true;
	}
	if (in->at + 1 >= in->argc) {
		complain("%s needs a value", in->argv[in->at]);
		return false;
	}
	*out = in->argv[++in->at];
	return true;
}

static bool read_flag(struct reading *in)
{
	const char *word = in->argv[in->at], *equals = strchr(word, '=');
	const char *name = equals == NULL ? word :
		arena_text(in->line->mem, word, (size_t)(equals - word));
	const struct flag *f = in->command->flags;
	const char *value;

	for (int s = 0; s < SETTINGS; s++) {
		if ((in->command->settings & 1u << s) == 0 ||
		    strcmp(name, rows[s].flag) != 0)
			continue;
		in->line->from[s] = "flag";
		return flag_value(in, equals, rows[s].takes,
		                  &in->line->settings[s]);
	}
	for (; f != NULL && f->name != NULL; f++) {
		if (strcmp(name, f->name) != 0)
			continue;
		if (!flag_value(in, equals, f->takes, &value))
			return false;
		*PUSH(in->line->mem, &in->line->own) = (struct field){
			.name = f->name, .value = value };
		return true;
	}
	complain("%s has no %s", in->command->name, name);
	return false;
}

static bool read_words(struct reading *in)
{
	bool flags = true;

	for (in->at = 0; in->at < in->argc; in->at++) {
		const char *word = in->argv[in->at];

		if (flags && strcmp(word, "--") == 0)
			flags = false;
		else if (flags && word[0] == '-' && word[1] != '\0') {
			if (!read_flag(in))
				return false;
		} else {
			*PUSH(in->line->mem, &in->line->words) = word;
		}
	}
	return true;
}

/* -- environment and file ------------------------------------------------ */

/* A switch is on by yes, 1 or true and off by no, 0 or false. */
static bool set(struct line *line, int s, const char *value, const char *from)
{
	if (line->settings[s] != NULL)
		return true;
	if (!rows[s].takes) {
		bool on = same(value, "yes") || same(value, "1") ||
		          same(value, "true");

		if (!on && !same(value, "no") && !same(value, "0") &&
		    !same(value, "false") && !same(value, "")) {
			complain("%s is yes or no, not %s", rows[s].env, value);
			return false;
		}
		value = on ? "yes" : "no";
	}
	line->settings[s] = value;
	line->from[s] = from;
	return true;
}

static bool read_environment(struct line *line)
{
	for (int s = 0; s < SETTINGS; s++) {
		const char *value = getenv(rows[s].env);

		if (value != NULL && *value != '\0' &&
		    !set(line, s, value, "environment"))
			return false;
	}
	return true;
}

static bool read_file_line(struct line *line, const char *text, int no)
{
	const char *equals = strchr(text, '=');

	if (*text == '#' || *text == '\0')
		return true;
	for (int s = 0; equals != NULL && s < SETTINGS; s++) {
		size_t n = (size_t)(equals - text);

		if (s != SET_FILE && strlen(rows[s].env) == n &&
		    strncmp(rows[s].env, text, n) == 0)
			return set(line, s, equals + 1, "file");
	}
	complain("%s line %d is no setting we know: %s",
	         line->settings[SET_FILE], no, text);
	return false;
}

static bool read_file(struct line *line)
{
	const char *name = line->settings[SET_FILE];
	char text[2000];
	bool fine = true;
	FILE *in;

	if (name == NULL || *name == '\0')
		return true;
	in = fopen(name, "r");
	if (in == NULL) {
		complain("%s: %s", name, strerror(errno));
		return false;
	}
	for (int no = 1; fine && fgets(text, sizeof text, in) != NULL; no++)
		fine = read_file_line(line, text_trim(line->mem, text), no);
	fclose(in);
	return fine;
}

bool line_read(struct line *line, const struct command *command, int argc,
               char **argv)
{
	struct reading in = { line, command, argc, 0, argv };
	int words;

	if (!read_words(&in))
		return false;
	words = (int)line->words.n;
	if (words < command->least) {
		complain("%s needs more than that", command->name);
		return false;
	}
	if (command->most >= 0 && words > command->most) {
		complain("%s does not know what to do with %s", command->name,
		         line->words.v[command->most]);
		return false;
	}
	if (!read_environment(line) || !read_file(line))
		return false;
	for (int s = 0; s < SETTINGS; s++)
		(void)set(line, s, rows[s].value, "default");
	return true;
}
