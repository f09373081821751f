/*
 * The acceptance checks of domain.md 15.13, in its order, through the door and
 * in the words of findings. (1 and 12 are of meetings, 9 of the five steps, 10
 * of the assembly: each with its room.)
 */
#include "document/document.h"
#include "seal/seal.h"
#include "trial.h"

static const char *page(struct trial *t, const char *rest)
{
	struct req *r = get(t->st, "/a/%s%s", t->key, rest);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

static struct req *send(struct trial *t, const char *fields,
                        const char *rest)
{
	return post(t->st, fields, "/a/%s%s", t->key, rest);
}

static void sends(struct trial *t, const char *fields, const char *rest)
{
	struct req *r = send(t, fields, rest);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", rest, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static void refused(struct trial *t, const char *rest, const char *because)
{
	struct req *r = send(t, "", rest);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), because);
}

/* Finds of the third priority; `v` as the form says it. */
static void found(struct trial *t, const char *v, const char *sentence)
{
	sends(t, arena_print(t->st->mem, "priority=3&question=goals_findings"
	      "&v=%s&g-agenda-1=1&sentence=%s&rationale=M", v, sentence),
	      "/findings");
}

static i64 state_of(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	return a.state;
}

/* Another one, of one part, assured against one framework. */
static struct trial begun(const struct trial *of, const char *facts,
                          const char *framework)
{
	struct trial t = *of;
	struct req *r = post(t.st, arena_print(t.st->mem, "%s&depth=2"
		"&judged=1&parts=A&model=%s&framework=%s", facts, t.method,
		framework), "/o/%s/new", t.st->org_key);
	struct scope s = stage_scope(t.st);

	CHECK_INT(r->code, 303);
	t.key = arena_text(t.st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, t.key, &t.id));
	return t;
}

static const char *content(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct document d = {0};

	CHECK_OK(document_compose(&s, t->id, &d));
	return document_write(t->st->mem, &d);
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

static const char *to_go_over(struct trial *t, const char *show)
{
	return PAGE(get(t->st, "/o/%s/renewal?show=%s", t->st->org_key,
	                show));
}

/* -- 2 ------------------------------------------------------------------- */

TEST(a_plus_and_a_minus_on_one_goal_are_both_shown_and_counted_apart)
{
	static const char counted[] = "1 positivt, 1 negativt, 0 utan "
		"påverkan, 0 där mer kunskap behövs";
	struct trial t = trial_open();
	const char *text;

	found(&t, "dp", "Fler+har+r%C3%A5d");
	found(&t, "in", "Resan+blir+dyrare");
	text = page(&t, "/matrix");
	CHECK_HAS(text, "/goals/agenda/1/3");
	CHECK_HAS(text, "Direkt positiv");
	CHECK_HAS(text, "Indirekt negativ");
	CHECK_HAS(text, "Fler har råd");
	CHECK_HAS(text, "Resan blir dyrare");
	CHECK_HAS(text, counted);
	CHECK_HAS(text, "De går åt båda håll för P1 och P3.");
	text = page(&t, "/goals/agenda/1/3");
	CHECK_HAS(text, "Fler har råd");
	CHECK_HAS(text, "Resan blir dyrare");
	text = page(&t, "/report");
	CHECK_HAS(text, "Direkt positiv");
	CHECK_HAS(text, "Indirekt negativ");
	CHECK_HAS_NOT(text, "netto");
	stage_close(t.st);
}

/* -- 3 ------------------------------------------------------------------- */

/* An action, a position, or a stated acceptance: each takes one off the list,
 * and without them it is not fastställd, nor klar. */
TEST(a_negative_finding_that_nobody_handled_stops_the_end_with_a_list)
{
	struct trial t = trial_open();
	struct req *r;

	found(&t, "dn", "Ett");
	found(&t, "in", "Tv%C3%A5");
	found(&t, "dn", "Tre");
	r = send(&t, "", "/finish/final");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "F6 Ett: negativt fynd som inte är hanterat");
	CHECK_HAS(PAGE(r), "F7 Två: negativt fynd som inte är hanterat");
	CHECK_HAS(PAGE(r), "F8 Tre: negativt fynd som inte är hanterat");
	CHECK_HAS(PAGE(r), "/steps/4#f8'");
	CHECK_INT(state_of(&t), ASSESS_ONGOING);
	sends(&t, "title=Samtal&purpose=2&findings=6", "/actions");
	sends(&t, "how=3&text=N%C3%A4mnden+v%C3%A4ljer&decider=RUN",
	      "/findings/7/handle");
	r = send(&t, "", "/finish/done");
	CHECK_INT(r->code, 422);
	CHECK_HAS_NOT(PAGE(r), "F6 Ett");
	CHECK_HAS_NOT(PAGE(r), "F7 Två");
	CHECK_INT(send(&t, "how=4&text=", "/findings/8/handle")->code, 422);
	refused(&t, "/finish/final", "F8 Tre");
	sends(&t, "how=4&text=Det+f%C3%A5r+vara", "/findings/8/handle");
	sends(&t, "", "/finish/final");
	CHECK_INT(state_of(&t), ASSESS_FINAL);
	stage_close(t.st);
}

/* -- 4 ------------------------------------------------------------------- */

static const char by_edition[] = "Ramverket Agenda, utgåva 1, är ersatt.";

TEST(a_framework_that_is_replaced_lists_all_that_use_it_and_touches_nothing)
{
	struct trial t = trial_open();
	struct trial open = begun(&t, "title=Trafik&kind=1", t.goals);
	struct trial other = begun(&t, "title=Kultur&kind=1", t.rus);
	const char *before, *before_open;
	struct bytes edition;

	sends(&t, "", "/finish/final");
	before = content(&t);
	edition = paper(&t, "document.json");
	before_open = content(&open);
	CHECK_HAS_NOT(to_go_over(&t, "all"), "är ersatt");
	CHECK_INT(post(t.st, arena_print(t.st->mem, "code=agenda&edition=2"
	               "&kind=2&title_sv=Agenda&goals=1+Ingen+fattigdom"
	               "&replaces=%s", t.goals), "/o/%s/frameworks/new",
	               t.st->org_key)->code, 303);
	CHECK_HAS(to_go_over(&t, "all"), "Behöver ses över");
	CHECK_HAS(to_go_over(&t, "all"), by_edition);
	CHECK_HAS(to_go_over(&t, "all"), t.key);
	CHECK_HAS(to_go_over(&t, "mine"), open.key);
	CHECK_HAS_NOT(to_go_over(&t, "all"), other.key);
	CHECK_HAS(page(&t, ""), by_edition);
	CHECK_HAS(page(&open, ""), by_edition);
	CHECK_HAS(page(&open, ""), "Välj ramverk på nytt");
	CHECK_HAS_NOT(page(&other, ""), "är ersatt");
	CHECK_HAS(PAGE(get(t.st, "/o/%s", t.st->org_key)), by_edition);
	CHECK_TEXT(content(&t), before);
	CHECK_TEXT(content(&open), before_open);
	check_same(paper(&t, "document.json"), edition);
	stage_close(t.st);
}

/* -- 5 ------------------------------------------------------------------- */

/* Who leads it is told, begins a new version from there, and it is empty with
 * what was found beside it. */
TEST(a_programme_that_is_revised_asks_for_a_new_version_beside_the_old)
{
	struct trial t = trial_open(), next = t;
	struct scope s = stage_scope(t.st);
	struct finding_list findings = {0};
	struct assessment a = {0};
	struct answer missing;
	struct req *r;

	sends(&t, "", "/finish/done");
	CHECK_HAS(page(&t, ""), arena_print(t.st->mem, "/a/%s/phase", t.key));
	sends(&t, "version=1&phase=6", "/phase");
	CHECK_INT(send(&t, "version=1&phase=2", "/phase")->code, 409);
	CHECK_HAS(page(&t, ""), "Det som säkrades revideras.");
	CHECK_HAS(to_go_over(&t, "mine"), "Börja en ny version");
	CHECK_HAS(PAGE(get(t.st, "/o/%s/waiting", t.st->org_key)),
	          "Det som säkrades revideras.");
	CHECK_HAS(page(&t, "/finish"), arena_print(t.st->mem,
	          "/a/%s/new-version", t.key));
	r = send(&t, "reason=Revidering", "/new-version");
	CHECK_INT(r->code, 303);
	next.key = arena_text(t.st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, next.key, &next.id));
	CHECK_HAS_NOT(to_go_over(&t, "all"), t.key);
	CHECK_OK(assess_get(&s, next.id, &a));
	CHECK_TEXT(a.predecessor_key, t.key);
	CHECK_INT(a.edition, 2);
	CHECK_OK(finding_list(&s, next.id, &findings));
	CHECK_INT(findings.n, 0);
	CHECK(answer_get(&s, next.id, 0, MEANS_MISSING, &missing) ==
	      NOT_FOUND);
	CHECK_HAS(page(&next, ""), arena_print(t.st->mem, "/a/%s/beside/%s",
	          next.key, t.key));
	CHECK_HAS(page(&next, arena_print(t.st->mem, "/beside/%s?view=all",
	          t.key)), "Bilen behövs");
	CHECK_HAS(page(&next, "/steps/2/1"), "Förra versionen: 2 fynd");
	CHECK_HAS(page(&next, "/steps/2/1"), "Bilen behövs");
	CHECK_HAS(page(&next, "/goals/agenda/13/1"), "Bilen behövs");
	CHECK_HAS_NOT(page(&next, "/steps/2/2"), "Bilen behövs");
	CHECK_HAS(page(&next, "/steps/3"), "Svaret i förra versionen");
	CHECK_HAS(page(&next, "/steps/3"), "<li>Samebyar: Samtal</li>");
	stage_close(t.st);
}

/* -- 6 ------------------------------------------------------------------- */

TEST(step_3_is_not_done_until_it_is_said_who_is_missing_or_why_nobody_is)
{
	static const char lacks[] = "Frågan Vem saknas? är inte besvarad.";
	struct trial of = trial_open();
	struct trial t = begun(&of, "title=En&kind=1", of.goals);
	struct req *r;

	sends(&t, "name=Butiker&kind=4&role=2", "/actors");
	refused(&t, "/finish/done", lacks);
	r = send(&t, "version=0&answer=", "/missing");
	CHECK_INT(r->code, 422);
	r = send(&t, "version=0&answer=none", "/missing");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "därför att");
	refused(&t, "/finish/final", lacks);
	sends(&t, "version=0&answer=none&why=Alla+var+med", "/missing");
	CHECK_HAS(page(&t, "/steps/3"), "Alla var med");
	CHECK_HAS_NOT(page(&t, "/finish"), lacks);
	sends(&t, "", "/finish/done");
	CHECK_HAS(page(&t, "/report"), "Alla var med");
	stage_close(of.st);
}

/* -- 7 ------------------------------------------------------------------- */

/* The decision sheet and the letter's own part about children, and so do the
 * end and where the decision is written in; until it has been done. */
TEST(children_touched_and_not_examined_are_said_on_the_sheet_and_the_letter)
{
	struct trial t = trial_open();
	static const char open[] = "Prövning av barnets bästa är inte gjord.";
	const char *outcome = arena_print(t.st->mem, "/m/%s/chain/2/outcome",
	                                  t.matter);

	CHECK_HAS_NOT(page(&t, "/sheets/1"), "barnets");
	sends(&t, "kind=1&need=2", "/duties");
	CHECK_HAS(page(&t, "/sheets/1"), open);
	trial_letter_taken(&t);
	CHECK_HAS(PAGE(get(t.st, "/m/%s/letter", t.matter)), open);
	CHECK_HAS(PAGE(get(t.st, "%s", outcome)), "Inte prövad");
	CHECK_HAS(page(&t, "/finish"),
	          "Prövning av barnets bästa: Inte prövad");
	sends(&t, "", "/finish/done");
	CHECK_HAS(page(&t, "/report"), "Prövning av barnets bästa");
	sends(&t, "version=1&state=4&by=Barnr%C3%A4ttsstrategen",
	      "/duties/2/state");
	CHECK_HAS_NOT(page(&t, "/sheets/1"), open);
	CHECK_HAS_NOT(PAGE(get(t.st, "%s", outcome)), "Inte prövad");
	stage_close(t.st);
}

/* -- 8 ------------------------------------------------------------------- */

TEST(a_visitor_strategy_is_asked_about_consultation_with_those_on_record)
{
	struct trial of = trial_open();
	struct trial t = begun(&of, "title=Bes%C3%B6ksn%C3%A4ringsstrategi"
	                       "&kind=2&place=H%C3%A4rjedalen", of.rus);
	const char *text;

	CHECK_INT(post(t.st, "name=Jijnjevaerie+test&kind=6", "/o/%s/actors",
	               t.st->org_key)->code, 303);
	text = page(&t, "/steps/3");
	CHECK_HAS(text, "Konsultation enligt konsultationslagen");
	CHECK_HAS(text, "Lagkrav · 2 § lag (2022:66)");
	CHECK_HAS(text, "finns: Jijnjevaerie test, Samebyar.");
	CHECK_INT(send(&t, "kind=2&need=4", "/duties")->code, 422);
	sends(&t, "kind=2&need=3", "/duties");
	text = page(&t, "/duties/1");
	CHECK_HAS(text, "Samiska organisationer i aktörsregistret");
	CHECK_HAS(text, "Jijnjevaerie test");
	CHECK_HAS(text, "Samebyar");
	CHECK_HAS_NOT(text, "Butiker");
	CHECK_HAS(page(&t, "/finish"),
	          "Konsultation enligt konsultationslagen: Bedöms");
	stage_close(of.st);
}

/* -- 11 ------------------------------------------------------------------ */

static struct edition edition_of(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct edition e = {0};

	CHECK_OK(edition_get(&s, t->id, &e));
	return e;
}

/* What lives goes on, registers change their names, the organisation gets
 * another look, a new version is begun; and somebody else reads it. */
TEST(the_annex_of_a_finished_assessment_is_the_same_a_year_later)
{
	struct trial t = trial_open();
	struct edition then, later;
	struct bytes pdf, json;

	sends(&t, "", "/finish/final");
	pdf = paper(&t, "report.pdf");
	json = paper(&t, "document.json");
	then = edition_of(&t);
	sends(&t, "version=1&answer=Sju", "/gaps/4");
	sends(&t, "version=1&state=2&progress=P%C3%A5+g%C3%A5ng",
	      "/actions/1/follow");
	sends(&t, "version=1&phase=6", "/phase");
	CHECK_INT(post(t.st, "version=1&kind=6&name=Nytt+namn",
	               "/o/%s/actors/%s", t.st->org_key, t.actor)->code, 303);
	CHECK_INT(post(t.st, "version=0&colour=%23742a5b&second=%236b7d85"
	               "&alt=", "/o/%s/look", t.st->org_key)->code, 303);
	sends(&t, "reason=Revidering", "/new-version");
	t.st->now += 365LL * 24 * 60 * 60 * 1000;
	stage_as_new(t.st, 0xFFFF);
	check_same(paper(&t, "report.pdf"), pdf);
	check_same(paper(&t, "document.json"), json);
	later = edition_of(&t);
	CHECK_TEXT(later.sha256, then.sha256);
	CHECK_TEXT(later.html, then.html);
	stage_close(t.st);
}
