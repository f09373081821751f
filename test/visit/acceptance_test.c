/* What the field asks of the whole, as people would try it. */
#include "seal/seal.h"
#include "trial.h"

static i64 state_of(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	return a.state;
}

static struct req *finish(struct trial *t, const char *how)
{
	return post(t->st, "", "/a/%s/finish/%s", t->key, how);
}

static void ends(struct trial *t)
{
	struct req *r = finish(t, "done");

	if (r->code != 303)
		print_error("%s\n", PAGE(r));
	CHECK_INT(r->code, 303);
}

/* 2 */
TEST(a_plus_and_a_minus_on_one_goal_stay_two_and_are_counted_apart)
{
	struct trial t = trial_open();
	const char *page;

	CHECK_INT(post(t.st, "priority=3&question=goals_findings&v=dp"
	               "&g-agenda-1=1&sentence=Ett", "/a/%s/findings",
	               t.key)->code, 303);
	CHECK_INT(post(t.st, "priority=3&question=goals_findings&v=in"
	               "&g-agenda-1=1&sentence=Tv%C3%A5&rationale=M",
	               "/a/%s/findings", t.key)->code, 303);
	page = PAGE(get(t.st, "/a/%s/matrix", t.key));
	CHECK_HAS(page, "Direkt positiv");
	CHECK_HAS(page, "Indirekt negativ");
	CHECK_HAS(page, "1 positivt, 1 negativt, 0 utan påverkan");
	stage_close(t.st);
}

/* 3 */
TEST(a_negative_finding_that_nobody_handled_stops_the_end_with_a_list)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(post(t.st, "priority=3&question=goals_findings&v=dn"
	               "&g-agenda-1=1&sentence=Ingen+tog+hand+om+det"
	               "&rationale=M", "/a/%s/findings", t.key)->code, 303);
	r = finish(&t, "final");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "F6");
	CHECK_INT(state_of(&t), ASSESS_ONGOING);
	CHECK_INT(finish(&t, "done")->code, 422);
	CHECK_INT(post(t.st, "how=4&text=Det+f%C3%A5r+vara",
	               "/a/%s/findings/6/handle", t.key)->code, 303);
	ends(&t);
	stage_close(t.st);
}

/* 6 */
TEST(who_is_missing_is_answered_before_the_end)
{
	struct trial t = trial_open();
	struct req *r = post(t.st, arena_print(t.st->mem, "title=En&kind=1"
		"&depth=2&judged=1&parts=A&model=%s&framework=%s", t.method,
		t.goals), "/o/%s/new", t.st->org_key);

	t.key = arena_text(t.st->mem, r->location + 3, 10);
	CHECK_INT(finish(&t, "done")->code, 422);
	CHECK_INT(post(t.st, "version=0&answer=none", "/a/%s/missing",
	               t.key)->code, 422);
	CHECK_INT(finish(&t, "done")->code, 422);
	CHECK_INT(post(t.st, "version=0&answer=none&why=Alla+var+med",
	               "/a/%s/missing", t.key)->code, 303);
	ends(&t);
	stage_close(t.st);
}

static struct bytes paper(struct trial *t, const char *name)
{
	struct req *r = get(t->st, "/a/%s/%s", t->key, name);

	CHECK_INT(r->code, 200);
	return r->bytes;
}

static void check_same(struct bytes a, struct bytes b)
{
	CHECK_INT(a.n, b.n);
	CHECK(a.n > 0 && memcmp(a.v, b.v, a.n) == 0);
}

/* 11 */
TEST(the_annex_of_a_finished_assessment_is_the_same_a_year_later)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct edition then = {0}, later = {0};
	struct bytes pdf, json;

	ends(&t);
	pdf = paper(&t, "report.pdf");
	json = paper(&t, "document.json");
	CHECK_OK(edition_get(&s, t.id, &then));
	CHECK_INT(post(t.st, "version=1&answer=Sju", "/a/%s/gaps/4",
	               t.key)->code, 303);
	CHECK_INT(post(t.st, arena_print(t.st->mem, "version=1&kind=6"
	               "&name=Nytt+namn"), "/o/%s/actors/%s", t.st->org_key,
	               t.actor)->code, 303);
	t.st->now += 365LL * 24 * 60 * 60 * 1000;
	stage_as_new(t.st, 0xFFFF);
	check_same(paper(&t, "report.pdf"), pdf);
	check_same(paper(&t, "document.json"), json);
	CHECK_OK(edition_get(&s, t.id, &later));
	CHECK_TEXT(later.sha256, then.sha256);
	CHECK_TEXT(later.html, then.html);
	stage_close(t.st);
}

static void next_version(struct trial *t)
{
	struct req *r = post(t->st, "reason=Revidering", "/a/%s/new-version",
	                     t->key);
	struct scope s = stage_scope(t->st);

	CHECK_INT(r->code, 303);
	t->key = arena_text(t->st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, t->key, &t->id));
}

/* 5 */
TEST(a_revision_begins_empty_beside_what_was_found_before)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct finding_list found = {0};
	struct priority_list covered = {0};
	struct assessment a = {0};
	const char *page, *before = t.key;
	struct answer missing;

	ends(&t);
	next_version(&t);
	CHECK_OK(assess_get(&s, t.id, &a));
	CHECK_TEXT(a.predecessor_key, before);
	CHECK_INT(a.edition, 2);
	CHECK_OK(finding_list(&s, t.id, &found));
	CHECK_INT(found.n, 0);
	CHECK_OK(scope_list(&s, t.id, &covered));
	CHECK_INT(covered.n, 3);
	CHECK(answer_get(&s, t.id, 0, MEANS_MISSING, &missing) == NOT_FOUND);
	page = PAGE(get(t.st, "/a/%s/beside/%s?view=all", t.key,
	                before));
	CHECK_HAS(page, "Bilen behövs");
	CHECK_INT(finish(&t, "done")->code, 422);
	stage_close(t.st);
}

TEST(the_one_before_is_replaced_when_the_next_one_ends)
{
	struct trial t = trial_open(), first = t;

	ends(&t);
	next_version(&t);
	CHECK_INT(state_of(&first), ASSESS_DONE);
	CHECK_INT(post(t.st, "version=0&answer=none&why=Alla",
	               "/a/%s/missing", t.key)->code, 303);
	ends(&t);
	CHECK_INT(state_of(&first), ASSESS_REPLACED);
	CHECK_INT(get(t.st, "/a/%s/report", first.key)->code, 200);
	stage_close(t.st);
}

TEST(only_one_version_follows_another)
{
	struct trial t = trial_open();

	ends(&t);
	CHECK_INT(post(t.st, "reason=A", "/a/%s/new-version", t.key)->code,
	          303);
	CHECK_INT(post(t.st, "reason=B", "/a/%s/new-version", t.key)->code,
	          422);
	stage_close(t.st);
}

TEST(an_open_assessment_has_no_next_version)
{
	struct trial t = trial_open();

	CHECK_INT(post(t.st, "reason=A", "/a/%s/new-version", t.key)->code,
	          422);
	stage_close(t.st);
}
