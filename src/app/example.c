/* An organisation to try the program with. Constructed, and says so. */
#include <string.h>

#include "account/account.h"
#include "account/brand.h"
#include "actor/actor.h"
#include "app/app.h"
#include "base/clock.h"
#include "base/rights.h"
#include "document/document.h"
#include "framework/framework.h"
#include "framework/link.h"
#include "kit/json.h"
#include "method/method.h"
#include "publish/publish.h"
#include "seal/seal.h"
#include "web/static.h"

static const char org_title[] = "Region Norrskog";
static const char first_email[] = "karin.ek@norrskog.example";

enum { ALL_RIGHTS = READ | ANSWER | EDIT | LEAD | REVIEW | REGISTER | ADMIN };

static enum status adopt_groups(struct scope *s)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++)
		if (strncmp(f->name, "groups/", 7) == 0)
			TRY(group_adopt(s, f->bytes));
	return OK;
}

enum status adopt_shipped(struct scope *s)
{
	TRY(framework_adopt(s, NULL));
	TRY(method_adopt(s));
	return adopt_groups(s);
}

static enum status note_people(struct scope *s)
{
	static const struct {
		struct person who;
		unsigned      rights;
	} people[] = {
		{ { .email = first_email, .name = "Karin Ek",
		    .title = "processledare" }, ALL_RIGHTS },
		{ { .email = "maria.lund@norrskog.example",
		    .name = "Maria Lund",
		    .title = "regional utvecklingsdirektör" },
		  READ | ANSWER | EDIT | REVIEW | SIGN },
	};

	for (size_t i = 0; i < COUNT(people); i++) {
		i64 id;

		TRY(person_note(s, &people[i].who, &id));
		TRY(membership_set(s, id, people[i].rights));
	}
	return OK;
}

static enum document_kind kind_of(struct scope *s, struct bytes bytes)
{
	struct json_reader r = json_read(s->mem, bytes);
	enum document_kind kind = document_kind(&r);

	json_close(&r);
	return kind;
}

/* Frameworks before the assessments that use them; else by name. */
static enum status note_files(struct scope *s)
{
	static const enum document_kind order[] = {
		KIND_FRAMEWORK, KIND_METHOD, KIND_ASSESSMENT };
	const char *said;

	for (size_t i = 0; i < COUNT(order); i++)
		for (const struct data_file *f = data_files; f->name; f++) {
			if (strncmp(f->name, "example/", 8) != 0 ||
			    kind_of(s, f->bytes) != order[i])
				continue;
			if (import_bytes(s, f->bytes, false, &said) != OK)
				return log_fault("%s: %s", f->name,
				                 said == NULL ? "" : said);
		}
	return OK;
}

/* Links between the made-up strategy and what it serves. */
static enum status note_links(struct scope *s)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++)
		if (strncmp(f->name, "example/links_", 14) == 0)
			TRY(link_adopt_file(s, f->bytes));
	return OK;
}

/* The finished one is shown to everybody, as it came. */
static enum status show_finished(struct scope *s)
{
	struct public_view v = { .shown = true, .introduction =
		"Vi prövar våra program mot mål för människor, miljö och "
		"ekonomi innan de beslutas. Här kan du läsa hur det gick." };
	struct public_copy copy = {0};
	struct document d = {0};
	struct bytes out;
	struct brand look;
	i64 id = 0;

	TRY(assess_by_key(s, "rsptest121", &id));
	TRY(document_of(s, id, &d));
	TRY(document_text(s, id, &copy.document));
	TRY(brand_of_org(s, &look));
	TRY(annex_work(s->mem, annex_input(s->mem, SWEDISH, &look,
	               copy.document), &out));
	TRY(annex_parts(s->mem, out, &copy.html, &copy.pdf));
	TRY(publish(s, id, false, &d, &copy));
	return public_view_set(s, &v);
}

static enum status note_all(void *arg)
{
	struct scope *s = arg;
	struct org o = { .name = org_title, .kind = ORG_REGION,
	                 .constructed = true,
	                 .contact = "hallbarhet@norrskog.example" };
	enum status found = org_by_name(s, org_title, &o);

	if (found != NOT_FOUND)
		return found;
	TRY(org_note(s, &o, &s->org));
	TRY(note_people(s));
	TRY(adopt_shipped(s));
	TRY(note_files(s));
	TRY(note_links(s));
	TRY(show_finished(s));
	TRY(example_screening(s));
	return example_matter(s);
}

enum status example_note(struct db *db, struct arena *mem)
{
	struct scope s = { .db = db, .mem = mem, .now = clock_now() };

	return db_write(db, 0, note_all, &s);
}

struct linking {
	struct scope s;
	const char  *token;
};

static enum status note_link(void *arg)
{
	struct linking *l = arg;
	struct person p = {0};
	const char *hash;
	enum status found = person_by_email(&l->s, first_email, &p, &hash);

	if (found != OK)
		return found == NOT_FOUND ? OK : found;
	return link_note(&l->s, p.id, &l->token);
}

enum status example_link(struct db *db, struct arena *mem, const char *url,
                         const char **address)
{
	struct linking l = { .s = { .db = db, .mem = mem,
	                            .now = clock_now() } };

	*address = NULL;
	TRY(db_write(db, 0, note_link, &l));
	if (l.token != NULL)
		*address = arena_print(mem, "%s/link/%s", url, l.token);
	return OK;
}
