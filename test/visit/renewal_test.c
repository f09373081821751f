/* What behöver ses över, and the version that follows. */
#include "base/clock.h"
#include "base/rights.h"
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

/* -- the next version ---------------------------------------------------- */

static i64 state_of(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	return a.state;
}

static void ends(struct trial *t)
{
	CHECK_INT(post(t->st, "", "/a/%s/finish/done", t->key)->code, 303);
}

static struct trial next_of(const struct trial *of)
{
	struct trial t = *of;
	struct req *r = post(t.st, "reason=Revidering", "/a/%s/new-version",
	                     t.key);
	struct scope s = stage_scope(t.st);

	CHECK_INT(r->code, 303);
	t.key = arena_text(t.st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, t.key, &t.id));
	return t;
}

TEST(the_one_before_is_replaced_when_the_next_one_ends)
{
	struct trial first = trial_open(), next;

	CHECK_INT(post(first.st, "reason=A", "/a/%s/new-version",
	               first.key)->code, 422);
	ends(&first);
	next = next_of(&first);
	CHECK_INT(state_of(&first), ASSESS_DONE);
	CHECK_INT(post(next.st, "version=0&answer=none&why=Alla",
	               "/a/%s/missing", next.key)->code, 303);
	ends(&next);
	CHECK_INT(state_of(&first), ASSESS_REPLACED);
	CHECK_INT(get(first.st, "/a/%s/report", first.key)->code, 200);
	stage_close(first.st);
}

TEST(what_was_found_before_follows_a_goal_into_the_new_edition_and_no_guest)
{
	struct trial first = trial_open(), next;
	const char *step, *goal;

	ends(&first);
	CHECK_INT(post(first.st, arena_print(first.st->mem, "code=agenda"
	               "&edition=2&kind=2&title_sv=Agenda&goals=1+Ingen+fat"
	               "tigdom%%0A13+Klimatet&replaces=%s", first.goals),
	               "/o/%s/frameworks/new", first.st->org_key)->code, 303);
	next = next_of(&first);
	step = arena_print(first.st->mem, "/a/%s/steps/2/1", next.key);
	goal = arena_print(first.st->mem, "/a/%s/goals/agenda/13/1",
	                   next.key);
	CHECK_HAS(PAGE(get(first.st, "%s", step)), "Bilen behövs");
	CHECK_HAS(PAGE(get(first.st, "%s", goal)), "<b>Klimatet</b>");
	stage_as_stranger(first.st);
	trial_let_in(&next, READ | ANSWER | EDIT, "Länsstyrelsen");
	CHECK_HAS(PAGE(get(first.st, "%s", step)), "Inga fynd än om P1");
	CHECK_HAS_NOT(PAGE(get(first.st, "%s", step)), "Bilen behövs");
	CHECK_HAS_NOT(PAGE(get(first.st, "%s", goal)), "Bilen behövs");
	CHECK_HAS_NOT(PAGE(get(first.st, "/a/%s/steps/3", next.key)),
	              "Svaret i förra versionen");
	CHECK_INT(get(first.st, "/a/%s/phase", next.key)->code, 404);
	stage_close(first.st);
}
