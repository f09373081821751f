/* Forms of shared work, each as it can be saved. */
#include "account/account.h"
#include "base/rights.h"
#include "remind/share.h"
#include "trial.h"

#define S "/a/:assessment/shared"

/* One of another organisation, who has never signed in, is let in. */
static void one_let_in(struct trial *e)
{
	struct person p = { .name = "Kim Olsen", .title = "",
		.email = arena_print(e->st->mem, "%s@lan.example", e->key) };
	struct share h = { .assessment = e->id, .rights = READ,
		.organisation = "Länsstyrelsen" };
	struct scope s = stage_scope(e->st);
	struct share_list all = {0};

	IN_WRITE(e->st, person_note(&s, &p, &h.person));
	IN_WRITE(e->st, share_let_in(&s, &h));
	CHECK_OK(share_list(&s, e->id, 1, &all));
	e->person = all.v[0].person_key;
}

const struct trial_form forms_share[] = {
	{ S, NULL, NULL, "name=Kim&email=kim%40lan.example&organisation="
	  "L%C3%A4nsstyrelsen&may=2&yes=1", true },
	{ S "/:person/link", NULL, NULL, "", .before = one_let_in },
	{ S "/:person/withdraw", NULL, NULL, "", .before = one_let_in },
	{ 0 },
};
