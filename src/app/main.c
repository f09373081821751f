#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "kit/secret.h"

static const struct command *const commands[] = {
	&cmd_serve, &cmd_user, &cmd_import, &cmd_export, &cmd_report,
	&cmd_check, &cmd_copy, &cmd_backup, &cmd_restore, &cmd_index,
};

static void help(FILE *to)
{
	fputs("vagval: hållbarhetssäkring\n\n"
	      "usage: vagval COMMAND …\n\n", to);
	for (size_t i = 0; i < COUNT(commands); i++)
		fprintf(to, "  %-8s  %s\n", commands[i]->name,
		        commands[i]->about);
	fprintf(to, "\n`vagval COMMAND --help` tells more.\n");
}

static void help_command(const struct command *c)
{
	printf("%s\n", c->usage);
	settings_help(c->settings);
}

static bool asks_help(int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0 ||
		    strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

static int run(const struct command *c, int argc, char **argv)
{
	struct line line = { .mem = arena_new() };
	int code = EXIT_USAGE;

	if (line_read(&line, c, argc, argv))
		code = c->run(&line);
	else
		fprintf(stderr, "`vagval %s --help` tells more.\n", c->name);
	arena_free(line.mem);
	return code;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		help(stderr);
		return EXIT_USAGE;
	}
	secret_start();
	for (size_t i = 0; i < COUNT(commands); i++) {
		if (strcmp(argv[1], commands[i]->name) != 0)
			continue;
		if (asks_help(argc - 2, argv + 2)) {
			help_command(commands[i]);
			return EXIT_FINE;
		}
		return run(commands[i], argc - 2, argv + 2);
	}
	if (strcmp(argv[1], "help") == 0 || asks_help(1, argv + 1)) {
		help(stdout);
		return EXIT_FINE;
	}
	fprintf(stderr, "vagval: there is no command %s\n", argv[1]);
	help(stderr);
	return EXIT_USAGE;
}
