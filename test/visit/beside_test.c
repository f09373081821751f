/* Any two assessments side by side. */
#include <string.h>

#include "example.h"
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

static void scoped(struct arena *mem, struct document *d, i64 no,
                   const char *title)
{
	struct priority *p = PUSH(mem, &d->priorities);

	p->no = no;
	p->now.title = title;
}

TEST(a_priority_is_known_by_number_in_versions_and_by_name_elsewhere)
{
	struct arena *mem = arena_new();
	struct document a = { .subject.key = "s" }, b = a, c = a;
	struct place_list kin = {0}, others = {0};

	c.subject.key = "t";
	scoped(mem, &a, 1, "Butiker");
	scoped(mem, &b, 1, "Affärer");
	scoped(mem, &c, 1, "Vägar");
	scoped(mem, &c, 2, "Butiker");
	priorities_beside(mem, &a, &b, &kin);
	CHECK_INT(kin.n, 1);
	CHECK(kin.v[0].differs);
	priorities_beside(mem, &a, &c, &others);
	CHECK_INT(others.n, 2);
	CHECK_INT(others.v[0].at[1], 1);
	CHECK(!others.v[0].differs);
	CHECK_INT(others.v[1].at[0], NOWHERE);
	CHECK(others.v[1].differs);
	arena_free(mem);
}

TEST(who_was_missing_in_one_only_and_a_framework_of_one_only_differ)
{
	struct arena *mem = arena_new();
	struct document a = with_goals(mem), b = with_goals(mem);
	struct place_list who = {0}, what = {0};

	*PUSH(mem, &a.links) = (struct actor_link){ .name = "Byar" };
	*PUSH(mem, &b.links) = (struct actor_link){ .name = "Byar",
		.missing = true };
	PUSH(mem, &b.frameworks)->code = "rus";
	b.frameworks.v[0].edition = "2";
	actors_beside(mem, &a, &b, &who);
	frameworks_beside(mem, &a, &b, &what);
	CHECK_INT(who.n, 1);
	CHECK(who.v[0].differs);
	CHECK_INT(what.n, 2);
	CHECK(what.v[0].differs && what.v[1].differs);
	CHECK_INT(what.v[1].at[0], NOWHERE);
	arena_free(mem);
}

/* Another assessment, of another thing: its key. */
static const char *water_plan(struct trial *t)
{
	struct req *r = post(t->st, arena_print(t->st->mem, "title=Vattenplan"
		"&kind=1&depth=2&judged=1&parts=Ett&model=%s&framework=%s",
		t->method, t->goals), "/o/%s/new", t->st->org_key);

	CHECK_INT(r->code, 303);
	return arena_text(t->st->mem, r->location + 3, 10);
}

TEST(any_two_assessments_are_held_beside_each_other)
{
	struct trial t = trial_open();
	const char *page, *other = water_plan(&t);

	CHECK_INT(post(t.st, "priority=1&question=goals_findings&v=no"
	               "&g-agenda-13=1&sentence=Ingen+skillnad",
	               "/a/%s/findings", other)->code, 303);
	page = PAGE(get(t.st, "/a/%s/beside/%s", t.key, other));
	CHECK_HAS(page, "Bilen behövs");
	CHECK_HAS(page, "Ingen skillnad");
	CHECK_HAS(page, "ej bedömt");
	CHECK_HAS(page, "ramverket användes inte");
	CHECK_HAS(page, "Laddplatser");
	CHECK_HAS(page, "De gäller olika saker.");
	CHECK_HAS(page, "Bara i den första");
	CHECK_HAS(page, "Bara i den andra: 1.");
	CHECK_HAS_NOT(page, "Finns inte kvar");
	CHECK_INT(get(t.st, "/a/%s/beside/%s", t.key, "aaaaaaaaaa")->code,
	          404);
	stage_close(t.st);
}

TEST(the_other_is_found_by_words_of_its_title)
{
	struct trial t = trial_open();
	const char *page, *other = water_plan(&t);

	page = PAGE(get(t.st, "/a/%s/beside", t.key));
	CHECK_HAS(page, "Vattenplan");
	page = PAGE(get(t.st, "/a/%s/beside?q=vattenplanens", t.key));
	CHECK_HAS(page, arena_print(t.st->mem, "/a/%s/beside/%s", t.key,
	                            other));
	page = PAGE(get(t.st, "/a/%s/beside?q=Serviceprogram", t.key));
	CHECK_HAS(page, "Ingen annan säkring har alla orden.");
	page = PAGE(get(t.st, "/a/%s/beside?at=1&id=1", t.key));
	CHECK_HAS_NOT(page, "Vattenplan");
	stage_close(t.st);
}

TEST(versions_stand_in_their_order_with_what_is_new_gone_and_kept)
{
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);
	const char *one = before.a.key, *two = now.a.key, *page;

	page = PAGE(get(st, "/a/%s/beside/%s?view=all", one, two));
	CHECK_HAS(page, "Finns inte kvar: ");
	CHECK_HAS(page, "Kvar: ");
	CHECK_HAS(page, "utgåva 2");
	CHECK(strstr(page, ">Version 1, ") < strstr(page, ">Version 2, "));
	page = PAGE(get(st, "/a/%s/beside/%s?view=all", two, one));
	CHECK(strstr(page, ">Version 1, ") < strstr(page, ">Version 2, "));
	CHECK_INT(get(st, "/a/%s/beside/%s", one, one)->code, 200);
	stage_close(st);
}

TEST(two_beside_each_other_are_a_paper_in_every_format)
{
	struct trial t = trial_open();
	const char *other = water_plan(&t);
	struct req *r = get(t.st, "/a/%s/beside/%s/differences.csv", t.key,
	                    other);

	CHECK_INT(r->code, 200);
	CHECK(memmem(r->bytes.v, r->bytes.n, "Bilen behövs", 13) != NULL);
	r = get(t.st, "/a/%s/beside/%s/all.pdf", t.key, other);
	CHECK_INT(r->code, 200);
	CHECK(memcmp(r->bytes.v, "%PDF", 4) == 0);
	CHECK_INT(get(t.st, "/a/%s/beside/%s/all.docx", t.key, other)->code,
	          200);
	CHECK_INT(get(t.st, "/a/%s/beside/%s/all.html", t.key, other)->code,
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
