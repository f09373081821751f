#include <stdio.h>
#include <string.h>

#include "account/account.h"
#include "app/app.h"
#include "base/clock.h"
#include "base/rights.h"
#include "base/text.h"

static const char usage[] =
	"usage: vagval user add --org NAME --email ADDRESS --name NAME "
	"[--title TITLE]\n"
	"                       [--rights read,answer,…] [--kind KIND] "
	"[--db URL] [--url PUBLIC]\n\n"
	"Makes the organisation if there is none of that name, the person if "
	"there is none\nwith that address, gives the rights and prints a link "
	"that signs in once, within\nan hour.\n\n"
	"rights: read, answer, edit, lead, review, sign, register, admin\n"
	"        (read,answer,edit,lead if not given)\n"
	"kind:   region, municipality, county_board, authority, sami, "
	"association,\n        company, other";

static const struct flag flags[] = {
	{ "--org", true }, { "--email", true }, { "--name", true },
	{ "--title", true }, { "--rights", true }, { "--kind", true },
	{ NULL, false },
};

struct newcomer {
	struct scope  s;
	struct org    org;
	struct person person;
	unsigned      rights;
	bool          made_org;
	const char   *token;
};

/* A new organisation begins with all that is shipped. */
static enum status find_or_make_org(struct newcomer *n)
{
	struct org found;
	enum status done = org_by_name(&n->s, n->org.name, &found);

	if (done == OK)
		n->s.org = found.id;
	if (done != NOT_FOUND)
		return done;
	n->made_org = true;
	TRY(org_note(&n->s, &n->org, &n->s.org));
	return adopt_shipped(&n->s);
}

static enum status let_in(void *arg)
{
	struct newcomer *n = arg;
	struct person known = {0};
	const char *hash;
	enum status found;

	TRY(find_or_make_org(n));
	found = person_by_email(&n->s, n->person.email, &known, &hash);
	if (found == NOT_FOUND)
		TRY(person_note(&n->s, &n->person, &known.id));
	else if (found != OK)
		return found;
	TRY(membership_set(&n->s, known.id, n->rights));
	return link_note(&n->s, known.id, &n->token);
}

static bool read_newcomer(const struct line *line, struct newcomer *n)
{
	const char *rights = line_own(line, "--rights");
	const char *kind = line_own(line, "--kind");

	n->org.name = line_own(line, "--org");
	n->person.email = line_own(line, "--email");
	n->person.name = line_own(line, "--name");
	n->person.title = line_own(line, "--title");
	if (text_blank(n->org.name) || text_blank(n->person.email) ||
	    text_blank(n->person.name))
		return !complain("--org, --email and --name are needed");
	if (email_flaws(n->person.email) != 0)
		return !complain("%s is no mail address", n->person.email);
	n->rights = rights == NULL ? READ | ANSWER | EDIT | LEAD :
	            rights_read(rights);
	if (n->rights == 0)
		return !complain("%s: a right is one of read, answer, edit, "
		                 "lead, review, sign, register, admin", rights);
	n->org.kind = (enum org_kind)org_kind_named(kind == NULL ? "region" :
	                                           kind);
	if (n->org.kind == 0)
		return !complain("--kind is one of %s", org_kinds_said());
	return true;
}

static const char *public_url(const struct line *line)
{
	const char *url = line->settings[SET_URL];

	return *url != '\0' ? url : arena_print(line->mem, "http://%s",
	                                        line->settings[SET_LISTEN]);
}

static int add(struct line *line)
{
	struct newcomer n = { .s = { .mem = line->mem, .now = clock_now() } };
	enum status done;

	if (strcmp(line->words.v[0], "add") != 0) {
		complain("user knows `add`, not %s", line->words.v[0]);
		return EXIT_USAGE;
	}
	if (!read_newcomer(line, &n))
		return EXIT_USAGE;
	n.s.db = open_db(line, DB_WRITE);
	if (n.s.db == NULL)
		return EXIT_FAILED;
	done = db_write(n.s.db, 0, let_in, &n);
	db_close(n.s.db);
	if (done != OK)
		return complain("%s could not be added", n.person.email);
	if (n.made_org)
		printf("%s is new here.\n", n.org.name);
	printf("%s signs in, once and within an hour:\n%s/link/%s\n",
	       n.person.name, public_url(line), n.token);
	return EXIT_FINE;
}

const struct command cmd_user = {
	.name = "user", .about = "let somebody in", .usage = usage,
	.flags = flags, .least = 1, .most = 1, .run = add,
	.settings = 1u << SET_DB | 1u << SET_URL | 1u << SET_LISTEN |
	            1u << SET_FILE,
};
