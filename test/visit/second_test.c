/* Finishing as final: a register number or a reason, and two persons where it
 * is said. */
#include <string.h>

#include "base/rights.h"
#include "document/document.h"
#include "seal/second.h"
#include "trial.h"

struct signer { const char *cookie, *csrf; i64 person; };

/* Those who go in and out; each has the right to sign and to edit. */
static struct signer signer(struct stage *st)
{
	stage_as_new(st, READ | EDIT | ANSWER | SIGN | LEAD | ADMIN);
	return (struct signer){ st->cookie, st->csrf, st->person };
}

static void is(struct stage *st, struct signer who)
{
	st->cookie = who.cookie;
	st->csrf = who.csrf;
	st->person = who.person;
}

/* The example with nothing that stops, and a rule. */
static struct trial ready(enum sign_two two)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct sign_rule rule = { .two = two };

	IN_WRITE(e.st, sign_rule_save(&s, &rule));
	return e;
}

static struct req *form(struct trial *e, const char *fields, const char *rest)
{
	return post(e->st, fields, "/a/%s/%s", e->key, rest);
}

static const char *finish_page_of(struct trial *e)
{
	return PAGE(get(e->st, "/a/%s/finish", e->key));
}

TEST(one_who_asks_cannot_be_the_second_person_too)
{
	struct trial e = ready(SIGN_TWO);
	struct scope s = stage_scope(e.st);
	struct signer one = signer(e.st), two = signer(e.st);
	struct document d = {0};
	struct req *r;

	r = form(&e, "", "finish/final");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Be först en andra person");
	is(e.st, one);
	CHECK_INT(form(&e, "", "second")->code, 303);
	CHECK_INT(form(&e, "", "second")->code, 409);
	r = form(&e, "", "finish/final");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "kan inte själv vara den andra");
	is(e.st, two);
	CHECK_HAS(finish_page_of(&e), "Fastställ som andra person");
	CHECK_INT(form(&e, "", "finish/final")->code, 303);
	CHECK_OK(document_of(&s, e.id, &d));
	CHECK_TEXT(d.ending.asked_by, "Karin Ek, hållbarhetsstrateg");
	CHECK(d.ending.asked_at != 0);
	CHECK_HAS(PAGE(get(e.st, "/a/%s/report", e.key)),
	          "Första underskrift");
	stage_close(e.st);
}

TEST(a_yes_is_never_to_something_else_than_what_was_asked_about)
{
	struct trial e = ready(SIGN_TWO);
	struct signer one = signer(e.st), two = signer(e.st);
	struct req *r;

	is(e.st, one);
	CHECK_INT(form(&e, "", "second")->code, 303);
	CHECK_INT(form(&e, "text=Nytt&made=1", "positions")->code, 303);
	is(e.st, two);
	CHECK_HAS(finish_page_of(&e), "Innehållet har ändrats");
	r = form(&e, "", "finish/final");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Innehållet har ändrats");
	CHECK_INT(form(&e, "version=1&why=", "second/end")->code, 422);
	CHECK_INT(form(&e, "version=7&why=Nej", "second/end")->code, 409);
	CHECK_INT(form(&e, "version=1&why=Fel+tal", "second/end")->code,
	          303);
	CHECK_HAS(finish_page_of(&e), "Fel tal");
	CHECK_INT(form(&e, "version=2", "second/end")->code, 409);
	stage_close(e.st);
}

TEST(final_asks_once_for_a_register_number_or_the_reason_for_none)
{
	struct trial e = ready(SIGN_ONE);
	struct scope s = stage_scope(e.st);
	struct registry_list none = {0};
	struct assessment a = {0};
	struct req *r;

	CHECK_HAS_NOT(finish_page_of(&e), "Skäl till att det inte finns");
	CHECK_INT(form(&e, "none=Nej", "registry")->code, 409);
	CHECK_OK(assess_get(&s, e.id, &a));
	IN_WRITE(e.st, registry_set(&s, a.subject, &none));
	r = form(&e, "", "finish/final");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv ett diarienummer");
	CHECK_INT(form(&e, "registry=&none=", "registry")->code, 422);
	CHECK_INT(form(&e, "version=0&none=Inget+%C3%A4rende", "registry")
	          ->code, 303);
	CHECK_HAS_NOT(finish_page_of(&e), "Skäl till att det inte finns");
	CHECK_INT(form(&e, "", "finish/final")->code, 303);
	CHECK_HAS(PAGE(get(e.st, "/a/%s/report", e.key)),
	          "Inget, därför att: Inget ärende");
	stage_close(e.st);
}

TEST(a_registrar_gives_the_number_without_any_other_right)
{
	struct trial e = ready(SIGN_ONE);
	struct scope s = stage_scope(e.st);
	struct assessment a = {0};
	struct registry_list none = {0};

	CHECK_OK(assess_get(&s, e.id, &a));
	IN_WRITE(e.st, registry_set(&s, a.subject, &none));
	stage_rights(e.st, READ | LEAD);
	CHECK_HAS_NOT(finish_page_of(&e), "/registry'");
	CHECK_INT(form(&e, "registry=RUN/9", "registry")->code, 403);
	stage_rights(e.st, READ | REGISTER);
	CHECK_HAS(finish_page_of(&e), "/registry'");
	CHECK_INT(form(&e, "registry=RUN/9", "registry")->code, 303);
	CHECK_HAS(PAGE(get(e.st, "/a/%s", e.key)), "RUN/9");
	stage_close(e.st);
}

TEST(two_may_be_asked_of_some_models_only)
{
	struct trial e = trial_open();

	CHECK_INT(post(e.st, "version=0&two=2", "/o/%s/signing",
	               e.st->org_key)->code, 422);
	CHECK_INT(post(e.st, "version=0&two=2&model=jh_fyra_steg"
	          "&model=annan", "/o/%s/signing", e.st->org_key)->code, 303);
	CHECK_INT(post(e.st, "version=0&two=0", "/o/%s/signing",
	               e.st->org_key)->code, 409);
	CHECK_HAS(finish_page_of(&e), "kräver fastställande två personer");
	CHECK_INT(form(&e, "", "second")->code, 303);
	CHECK_INT(post(e.st, "version=1&two=0", "/o/%s/signing",
	               e.st->org_key)->code, 303);
	CHECK_INT(form(&e, "", "finish/final")->code, 303);
	stage_close(e.st);
}

TEST(who_may_not_sign_neither_asks_nor_answers)
{
	struct trial e = ready(SIGN_TWO);

	stage_as_new(e.st, READ | LEAD | EDIT | ANSWER);
	CHECK_INT(form(&e, "", "second")->code, 403);
	CHECK_INT(form(&e, "version=1", "second/end")->code, 403);
	CHECK_INT(form(&e, "", "finish/done")->code, 303);
	stage_close(e.st);
}
