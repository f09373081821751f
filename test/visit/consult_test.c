/* Remiss out, from the first question to the answer everybody can read. */
#include "consult/consult.h"
#include "trial.h"

static const char *at(struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/m/%s/consultations/%s", e->matter,
	                   rest);
}

static struct req *page(struct trial *e, const char *rest)
{
	return get(e->st, "%s", at(e, rest));
}

static struct req *form(struct trial *e, const char *fields, const char *rest)
{
	return post(e->st, fields, "%s", at(e, rest));
}

TEST(a_consultation_is_not_sent_before_it_can_be_answered)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(post(e.st, "title=Utkast", "/m/%s/consultations",
	               e.matter)->code, 303);
	r = page(&e, "3");
	CHECK_HAS(PAGE(r), "Sätt en sista dag att svara");
	CHECK_HAS(PAGE(r), "Lägg till dem som ska svara");
	CHECK_HAS_NOT(PAGE(r), "Markera som skickad");
	CHECK_INT(form(&e, "version=1&yes=1", "3/send")->code, 422);
	stage_close(e.st);
}

TEST(who_sends_says_yes_to_what_becomes_public)
{
	struct trial e = trial_open();
	struct req *r = page(&e, "2");

	CHECK_HAS(PAGE(r), "blir en allmän handling där");
	CHECK_INT(form(&e, "version=1", "2/send")->code, 422);
	CHECK_INT(form(&e, "version=1&yes=1", "2/send")->code, 303);
	CHECK_INT(form(&e, "version=1&yes=1", "2/send")->code, 409);
	stage_close(e.st);
}

TEST(questions_are_as_they_were_asked_once_it_is_sent)
{
	struct trial e = trial_open();

	CHECK_INT(form(&e, "question=En+till", "1/questions")->code, 409);
	CHECK_INT(form(&e, "", "1/questions/1/remove")->code, 409);
	CHECK_INT(form(&e, "question=En+till", "2/questions")->code, 303);
	stage_close(e.st);
}

TEST(nobody_is_asked_twice)
{
	struct trial e = trial_open();

	CHECK_INT(form(&e, "names=Kommun+A", "1/asked")->code, 422);
	CHECK_INT(form(&e, "names=Kommun+C%0AKommun+D", "1/asked")->code,
	          303);
	CHECK_HAS(PAGE(page(&e, "1/asked")), "Kommun D");
	stage_close(e.st);
}

static struct req *by_link(struct trial *e, const char *fields,
                           const char *what)
{
	stage_as_nobody(e->st);
	return fields == NULL ? get(e->st, "/l/%s/%s", e->asked, what) :
	       post(e->st, fields, "/l/%s/%s", e->asked, what);
}

TEST(one_who_is_asked_replies_by_a_link_and_may_change_it)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_HAS(PAGE(by_link(&e, NULL, "reply")), "Ni svarar för Föreningen"
	          " B.");
	CHECK_INT(by_link(&e, "q1=&q2=&q0=", "reply")->code, 422);
	CHECK_INT(by_link(&e, "q1=Nej&q2=Busstider&q0=", "reply")->code, 303);
	r = by_link(&e, NULL, "reply");
	CHECK_HAS(PAGE(r), "Svaret är skickat");
	CHECK_HAS(PAGE(r), "Busstider");
	CHECK_INT(by_link(&e, "q1=Ja&q2=&q0=", "reply")->code, 303);
	r = by_link(&e, NULL, "reply");
	CHECK_HAS_NOT(PAGE(r), "Busstider");
	stage_close(e.st);
}

TEST(a_reply_that_came_by_link_is_not_changed_by_us)
{
	struct trial e = trial_open();
	const char *cookie = e.st->cookie, *csrf = e.st->csrf;

	by_link(&e, "q1=Nej&q2=&q0=", "reply");
	e.st->cookie = cookie;
	e.st->csrf = csrf;
	CHECK_HAS(PAGE(page(&e, "1/asked/2")), "ändras inte av oss");
	CHECK_INT(form(&e, "q1=Ja&q2=&q0=", "1/asked/2")->code, 409);
	CHECK_INT(form(&e, "q1=Ja&q2=&q0=", "1/asked/1")->code, 303);
	stage_close(e.st);
}

TEST(a_new_link_ends_the_one_before_and_is_told_once)
{
	struct trial e = trial_open();
	struct req *r = form(&e, "", "1/asked/2/link");
	const char *secret = strstr(r->location, "secret=") + 7;

	secret = arena_text(e.st->mem, secret, strcspn(secret, "&"));
	CHECK_HAS(PAGE(get(e.st, "%s", r->location)), secret);
	CHECK_HAS_NOT(PAGE(page(&e, "1/asked")), secret);
	stage_as_nobody(e.st);
	CHECK_INT(get(e.st, "/l/%s/reply", e.asked)->code, 404);
	CHECK_INT(get(e.st, "/l/%s/reply", secret)->code, 200);
	stage_close(e.st);
}

TEST(when_it_is_closed_they_read_what_was_done_with_what_they_said)
{
	struct trial e = trial_open();
	const char *cookie = e.st->cookie, *csrf = e.st->csrf;
	struct req *r;

	by_link(&e, "q1=Fler+bussar&q2=&q0=", "reply");
	e.st->cookie = cookie;
	e.st->csrf = csrf;
	CHECK_INT(form(&e, "text=Fler+bussar&treated=2&why=Inte+i+%C3%A5r",
	               "1/asked/2/viewpoints")->code, 303);
	CHECK_INT(form(&e, "", "1/close")->code, 303);
	r = by_link(&e, NULL, "reply");
	CHECK_HAS(PAGE(r), "Beaktas delvis");
	CHECK_HAS(PAGE(r), "Inte i år");
	CHECK_HAS_NOT(PAGE(r), "Målet är för vagt");    /* another's */
	CHECK_INT(by_link(&e, "q1=Nej&q2=&q0=", "reply")->code, 409);
	stage_close(e.st);
}

TEST(a_viewpoint_that_is_not_taken_has_a_motive)
{
	struct trial e = trial_open();

	CHECK_INT(form(&e, "version=1&text=Vagt&treated=3&why=",
	               "1/viewpoints/1")->code, 422);
	CHECK_INT(form(&e, "version=1&text=Vagt&treated=3&why=Ryms+inte",
	               "1/viewpoints/1")->code, 303);
	CHECK_INT(form(&e, "version=1&text=Vagt&treated=1&why=",
	               "1/viewpoints/1")->code, 409);
	stage_close(e.st);
}

TEST(the_compilation_has_each_viewpoint_and_says_what_is_left)
{
	struct trial e = trial_open();
	struct req *r = page(&e, "1/compilation");

	CHECK_HAS(PAGE(r), "Målet är för vagt");
	CHECK_HAS(PAGE(r), "Alla synpunkter är inte behandlade än.");
	CHECK_HAS(PAGE(r), "2 tillfrågade, 1 har svarat");
	form(&e, "version=1&text=Vagt&treated=1&change=M%C3%A5let+har+tal",
	     "1/viewpoints/1");
	r = page(&e, "1/compilation");
	CHECK_HAS_NOT(PAGE(r), "inte behandlade");
	CHECK_HAS(PAGE(r), "Målet har tal");
	r = page(&e, "1/compilation.csv");
	CHECK_INT(r->code, 200);
	CHECK_HAS(arena_text(e.st->mem, r->bytes.v, r->bytes.n),
	          "Målet har tal");
	stage_close(e.st);
}

TEST(the_matter_is_out_while_it_is_consulted_on)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter m = {0};

	CHECK_OK(matter_get(&s, e.matter_id, &m));
	CHECK(m.state == MATTER_OUT || !matter_may_become(m.state,
	      MATTER_OUT));
	stage_close(e.st);
}
