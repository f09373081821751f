/* Any two assessments side by side. */
#include "renew/beside.h"
#include "trial.h"

static struct finding says(struct arena *mem, enum finding_kind kind,
                           const char *code, enum direction way,
                           enum directness path)
{
	struct finding f = { .kind = kind };

	*PUSH(mem, &f.marks) = (struct mark){ .framework = "agenda",
		.code = code, .direction = way, .directness = path };
	return f;
}

static struct document with_goals(struct arena *mem)
{
	struct document d = {0};
	struct framework *f = PUSH(mem, &d.frameworks);

	f->code = "agenda";
	*PUSH(mem, &f->goals) = (struct goal){ .code = "8" };
	*PUSH(mem, &f->goals) = (struct goal){ .code = "13" };
	*PUSH(mem, &f->goals) = (struct goal){ .code = "15" };
	return d;
}

TEST(two_say_the_same_of_a_goal_however_many_findings_say_it)
{
	struct arena *mem = arena_new();
	struct document a = with_goals(mem), b = with_goals(mem);
	struct beside_list all = {0};

	*PUSH(mem, &a.findings) = says(mem, FINDING_EFFECT, "8", POSITIVE,
	                               DIRECT);
	*PUSH(mem, &b.findings) = says(mem, FINDING_EFFECT, "8", POSITIVE,
	                               DIRECT);
	*PUSH(mem, &b.findings) = says(mem, FINDING_EFFECT, "8", POSITIVE,
	                               DIRECT);
	documents_beside(mem, &a, &b, &all);
	CHECK_INT(all.n, 1);
	CHECK(!all.v[0].differs);
	CHECK_INT(all.v[0].side[1].n, 2);
	arena_free(mem);
}

TEST(not_judged_no_effect_and_not_known_differ_from_each_other)
{
	struct arena *mem = arena_new();
	struct document a = with_goals(mem), b = with_goals(mem);
	struct beside_list all = {0};

	*PUSH(mem, &a.findings) = says(mem, FINDING_LOOKED_AT, "8",
	                               DIRECTION_NONE, WITHOUT_PATH);
	*PUSH(mem, &b.findings) = says(mem, FINDING_GAP, "8", DIRECTION_NONE,
	                               WITHOUT_PATH);
	*PUSH(mem, &b.findings) = says(mem, FINDING_LOOKED_AT, "13",
	                               DIRECTION_NONE, WITHOUT_PATH);
	documents_beside(mem, &a, &b, &all);
	CHECK_INT(all.n, 2);
	CHECK(all.v[0].differs);
	CHECK(all.v[1].differs);
	CHECK_INT(all.v[1].side[0].n, 0);
	arena_free(mem);
}

TEST(chosen_and_not_judged_differs_from_not_chosen)
{
	struct arena *mem = arena_new();
	struct document a = with_goals(mem), b = with_goals(mem);
	struct beside_list all = {0};

	*PUSH(mem, &a.relevance) = (struct relevant){ .framework = "agenda",
	                                              .code = "15" };
	documents_beside(mem, &a, &b, &all);
	CHECK_INT(all.n, 1);
	CHECK(all.v[0].chosen[0] && !all.v[0].chosen[1]);
	CHECK(all.v[0].differs);
	arena_free(mem);
}

TEST(any_two_assessments_are_held_beside_each_other)
{
	struct trial t = trial_open();
	const char *page, *other;
	struct req *r = post(t.st, arena_print(t.st->mem, "title=Vattenplan"
		"&kind=1&depth=2&judged=1&parts=Ett&model=%s&framework=%s",
		t.method, t.goals), "/o/%s/new", t.st->org_key);

	CHECK_INT(r->code, 303);
	other = arena_text(t.st->mem, r->location + 3, 10);
	CHECK_INT(post(t.st, "priority=1&question=goals_findings&v=no"
	               "&g-agenda-13=1&sentence=Ingen+skillnad",
	               "/a/%s/findings", other)->code, 303);
	CHECK_HAS(PAGE(get(t.st, "/a/%s/beside", t.key)), "Vattenplan");
	page = PAGE(get(t.st, "/a/%s/beside/%s", t.key, other));
	CHECK_HAS(page, "Bilen behövs");
	CHECK_HAS(page, "Ingen skillnad");
	CHECK_HAS(page, "ej bedömt");
	CHECK_HAS(page, "ramverket användes inte");
	CHECK_HAS(page, "Laddplatser");
	CHECK_INT(get(t.st, "/a/%s/beside/%s", t.key, "aaaaaaaaaa")->code,
	          404);
	stage_close(t.st);
}

TEST(what_is_beside_it_in_another_organisation_is_not_there)
{
	struct trial t = trial_open(), other = trial_open();

	CHECK_INT(get(t.st, "/a/%s/beside/%s", t.key, other.key)->code, 404);
	stage_close(other.st);
	stage_close(t.st);
}
