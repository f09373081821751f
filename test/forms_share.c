/* Forms of shared work, each as it can be saved. */
#include "account/account.h"
#include "account/share.h"
#include "base/rights.h"
#include "trial.h"

#define A "/a/:assessment"
#define PAGE_A "/a/{assessment}"

/* Somebody new is let in, and has not chosen a password. */
static enum status one_let_in(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct person p = { .name = "Siv Sund", .email =
		arena_print(e->st->mem, "siv-%s@kommun.example", e->key) };
	struct share h = { .place = "Kommun A", .authority = true,
	                   .rights = READ };

	TRY(person_note(&s, &p, &h.person));
	TRY(person_get(&s, h.person, &p));
	e->person = p.key;
	return share_let_in(&s, ON_ASSESSMENT, e->id, &h);
}

static void let_in(struct trial *e)
{
	IN_WRITE(e->st, one_let_in(e));
}

const struct trial_form forms_share[] = {
	{ A "/shared", NULL, PAGE_A "/shared", "email=ulla-{assessment}"
	  "%40kommun.example&name=Ulla&place=Kommun+A&kind=1&may=2"
	  "&ends=2031-01-31&yes=1", true },
	{ A "/shared/:person/end", NULL, NULL, "", .before = let_in },
	{ A "/shared/:person/link", NULL, NULL, "", .before = let_in },
	{ 0 },
};
