/* What behöver ses över: acceptance checks 4 and 5 of domain.md 15.13. */
#include "base/clock.h"
#include "renew/renewal.h"
#include "trial.h"

static const char *list(struct trial *t, const char *show)
{
	return PAGE(get(t->st, "/o/%s/renewal?show=%s", t->st->org_key, show));
}

static void to_phase(struct trial *t, enum subject_phase phase)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};
	struct subject j = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	CHECK_OK(subject_get(&s, a.subject, &j));
	j.phase = phase;
	IN_WRITE(t->st, subject_change(&s, &j));
}

static void revise(struct trial *t)
{
	to_phase(t, PHASE_REVISION);
}

static void replace_agenda(struct trial *t)
{
	CHECK_INT(post(t->st, arena_print(t->st->mem, "code=agenda&edition=2"
	               "&kind=2&title_sv=Agenda&goals=1+Ingen+fattigdom"
	               "&replaces=%s", t->goals), "/o/%s/frameworks/new",
	               t->st->org_key)->code, 303);
}

/* 4 */
TEST(a_framework_that_is_replaced_lists_what_used_it_and_touches_nothing)
{
	struct trial t = trial_open();
	const char *before;

	trial_end(&t, ASSESS_FINAL);
	before = PAGE(get(t.st, "/a/%s.json", t.key));
	CHECK_HAS_NOT(list(&t, "all"), t.key);
	replace_agenda(&t);
	CHECK_HAS(list(&t, "all"), t.key);
	CHECK_HAS(list(&t, "all"), "Ramverket Agenda, utgåva 1, är ersatt.");
	CHECK_HAS(list(&t, "mine"), t.key);
	CHECK_TEXT(PAGE(get(t.st, "/a/%s.json", t.key)), before);
	CHECK_HAS(PAGE(get(t.st, "/o/%s", t.st->org_key)),
	          "Behöver ses över");
	stage_close(t.st);
}

/* 5 */
TEST(what_is_revised_is_to_be_renewed_until_a_new_version_is_begun)
{
	struct trial t = trial_open();

	trial_end(&t, ASSESS_DONE);
	revise(&t);
	CHECK_HAS(list(&t, "mine"), "Det som säkrades revideras.");
	CHECK_HAS(list(&t, "mine"), "/finish?reason=Det");
	CHECK_HAS(PAGE(get(t.st, "/a/%s/finish?reason=Revidering", t.key)),
	          "value='Revidering'");
	CHECK_INT(post(t.st, "reason=Revidering", "/a/%s/new-version",
	               t.key)->code, 303);
	CHECK_HAS_NOT(list(&t, "all"), t.key);
	CHECK_HAS(PAGE(get(t.st, "/a/%s/finish", t.key)), ">Version 2, ");
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/finish", t.key)), "new-version");
	stage_close(t.st);
}

TEST(why_it_need_not_be_renewed_is_kept_and_can_be_taken_back)
{
	struct trial t = trial_open();
	const char *to;
	struct req *r;

	trial_end(&t, ASSESS_DONE);
	revise(&t);
	replace_agenda(&t);
	to = arena_print(t.st->mem, "/o/%s/renewal/%s", t.st->org_key, t.key);
	r = post(t.st, "why=", "%s", to);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv varför det inte behövs.");
	CHECK_INT(post(t.st, "why=Bara+stavfel", "%s", to)->code, 303);
	CHECK_INT(post(t.st, "why=Igen", "%s", to)->code, 404);
	CHECK_HAS_NOT(list(&t, "all"), "revideras");
	CHECK_HAS(list(&t, "all"), "är ersatt");
	CHECK_HAS(list(&t, "answered"), "Bara stavfel");
	CHECK_INT(post(t.st, "back=1", "%s", to)->code, 303);
	CHECK_INT(post(t.st, "back=1", "%s", to)->code, 404);
	CHECK_HAS(list(&t, "all"), "revideras");
	stage_close(t.st);
}

TEST(its_own_page_says_why_it_is_to_be_renewed_and_where_that_is_answered)
{
	struct trial t = trial_open();
	const char *page;

	revise(&t);
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s", t.key)), "Behöver ses över");
	trial_end(&t, ASSESS_DONE);
	replace_agenda(&t);
	page = PAGE(get(t.st, "/a/%s", t.key));
	CHECK_HAS(page, "Det som säkrades revideras.");
	CHECK_HAS(page, "Ramverket Agenda, utgåva 1, är ersatt.");
	CHECK_HAS(page, arena_print(t.st->mem, "/o/%s/renewal/%s/%s",
	                            t.st->org_key, t.key, t.goals));
	CHECK_INT(post(t.st, "why=Bara+stavfel", "/o/%s/renewal/%s",
	               t.st->org_key, t.key)->code, 303);
	page = PAGE(get(t.st, "/a/%s", t.key));
	CHECK_HAS_NOT(page, "revideras");
	CHECK_HAS(page, "är ersatt");
	stage_close(t.st);
}

TEST(an_answer_to_one_revision_is_none_to_the_next)
{
	struct trial t = trial_open();

	trial_end(&t, ASSESS_DONE);
	revise(&t);
	CHECK_INT(post(t.st, "why=Bara+stavfel", "/o/%s/renewal/%s",
	               t.st->org_key, t.key)->code, 303);
	CHECK_HAS_NOT(list(&t, "all"), t.key);
	t.st->now += (i64)DAY_MS / 8;
	to_phase(&t, PHASE_EARLY);
	CHECK_HAS_NOT(list(&t, "all"), t.key);
	revise(&t);
	CHECK_HAS(list(&t, "all"), t.key);
	CHECK_HAS(list(&t, "mine"), t.key);
	stage_close(t.st);
}

TEST(what_is_open_or_another_organisations_is_not_to_be_renewed)
{
	struct trial t = trial_open(), other = trial_open();

	revise(&t);
	CHECK_HAS_NOT(list(&t, "all"), t.key);
	trial_end(&other, ASSESS_DONE);
	revise(&other);
	CHECK_INT(post(t.st, "why=x", "/o/%s/renewal/%s", t.st->org_key,
	               other.key)->code, 404);
	stage_close(other.st);
	stage_close(t.st);
}

TEST(the_next_page_begins_with_another_assessment)
{
	struct renewal_list all = {0};
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);

	trial_end(&t, ASSESS_DONE);
	revise(&t);
	replace_agenda(&t);
	CHECK_OK(renewal_waiting(&s, 0, 0, 5, &all));
	CHECK_INT(all.n, 2);
	CHECK_OK(renewal_waiting(&s, 0, all.v[1].assessment, 5, &all));
	CHECK_INT(all.n, 0);
	stage_close(t.st);
}
