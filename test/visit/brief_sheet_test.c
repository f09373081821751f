/* Decision sheets and the five steps, through the door. */
#include "account/pass.h"
#include "base/rights.h"
#include "brief/five.h"
#include "brief/sheet.h"
#include "example.h"
#include "stage.h"
#include "trial.h"

static struct stage *opened(struct document *now)
{
	struct document before;

	return example_stage(NULL, &before, now);
}

#define EDITED "form=choice&question=Stöd%3F&way1_title=Som+i+dag" \
	"&way2_title=Avsluta&way2_reversible=3&voices=Grupp+A:+Nej"

/* -- the sheet ----------------------------------------------------------- */

TEST(a_sheet_is_drafted_from_a_conflict_and_changed_by_a_person)
{
	struct document d;
	struct stage *st = opened(&d);
	struct req *r = post(st, "form=sheet&from=K1", "/a/%s/sheets",
	                     d.a.key);

	CHECK_TEXT(r->location, arena_print(st->mem, "/a/%s/sheets/1",
	                                    d.a.key));
	CHECK_HAS(PAGE(get(st, "%s", r->location)), "Behåll stödet som i dag");
	CHECK_HAS(PAGE(get(st, "/a/%s/sheets", d.a.key)),
	          "Ska regionen ge stöd");
	CHECK_INT(post(st, "version=1&" EDITED, "/a/%s/sheets/1",
	               d.a.key)->code, 303);
	r = get(st, "/a/%s/sheets/1", d.a.key);
	CHECK_HAS(PAGE(r), "Stöd?");
	CHECK_HAS(PAGE(r), "Grupp A: ”Nej”");
	CHECK_HAS_NOT(PAGE(r), "Ska regionen ge stöd");
	stage_close(st);
}

TEST(a_sheet_another_has_changed_is_stale_and_both_are_shown)
{
	struct document d;
	struct stage *st = opened(&d);
	struct req *r;

	post(st, "form=sheet&from=K1", "/a/%s/sheets", d.a.key);
	CHECK_INT(post(st, "version=1&" EDITED, "/a/%s/sheets/1",
	               d.a.key)->code, 303);
	r = post(st, "version=1&form=choice&question=Min&way1_title=I+dag"
	         "&way2_title=B", "/a/%s/sheets/1", d.a.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Stöd?");
	CHECK_HAS(PAGE(r), "Min");
	stage_close(st);
}

TEST(a_sheet_without_doing_nothing_or_with_a_voice_of_nobody_is_refused)
{
	struct document d;
	struct stage *st = opened(&d);
	struct req *r;

	post(st, "form=sheet&from=V1", "/a/%s/sheets", d.a.key);
	r = post(st, "version=1&form=choice&question=A%3F&way1_title="
	         "&way2_title=B&voices=Nej+tack", "/a/%s/sheets/1", d.a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vad som gäller om inget nytt beslutas.");
	CHECK_HAS(PAGE(r), "Skriv vilken grupp som säger det");
	r = post(st, "form=sheet&from=K99", "/a/%s/sheets", d.a.key);
	CHECK_INT(r->code, 422);
	stage_close(st);
}

TEST(a_removed_sheet_is_not_there_and_comes_back_with_its_number)
{
	struct document d;
	struct stage *st = opened(&d);

	post(st, "form=sheet&from=K1", "/a/%s/sheets", d.a.key);
	CHECK_INT(post(st, "", "/a/%s/sheets/1/remove", d.a.key)->code, 303);
	CHECK_INT(get(st, "/a/%s/sheets/1", d.a.key)->code, 404);
	CHECK_HAS(post(st, "form=sheet&from=K2", "/a/%s/sheets",
	               d.a.key)->location, "/sheets/2");
	CHECK_INT(post(st, "", "/a/%s/sheets/1/restore", d.a.key)->code, 303);
	CHECK_INT(get(st, "/a/%s/sheets/1", d.a.key)->code, 200);
	stage_close(st);
}

/* Check 7 of domain.md 15.13. */
TEST(children_affected_and_not_examined_warn_on_the_sheet_until_it_is_done)
{
	struct trial e = trial_open();
	struct stage *st = e.st;

	CHECK_HAS_NOT(PAGE(get(st, "/a/%s/sheets/1", e.key)), "barnets");
	CHECK_INT(post(st, "priority=1&question=goals_findings&v=in"
	               "&g-agenda-8=1&sentence=Barn+f%C3%A5r+l%C3%A4ngre+v%C3"
	               "%A4g&rationale=Via+resor", "/a/%s/findings",
	               e.key)->code, 303);
	CHECK_HAS(PAGE(get(st, "/a/%s/sheets/1", e.key)),
	          "Lagkrav: </strong>Prövning av barnets bästa är inte gjord.");
	stage_close(st);
}

TEST(a_sheet_is_a_pdf_file_also_when_the_assessment_is_final)
{
	struct trial e = trial_open();
	struct req *r;

	trial_end(&e, ASSESS_FINAL);
	r = get(e.st, "/a/%s/sheets/1/sheet.pdf", e.key);
	CHECK_TEXT(r->type, "application/pdf");
	CHECK(r->bytes.n > 1000);
	CHECK_INT(get(e.st, "/a/%s/sheets/1/sheet.exe", e.key)->code, 404);
	stage_close(e.st);
}

TEST(the_sheets_of_an_assessment_are_one_paper_or_none)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct paper *p;

	CHECK_OK(sheet_paper(&s, e.id, SWEDISH, &p));
	CHECK_INT(post(e.st, "", "/a/%s/sheets/1/remove", e.key)->code, 303);
	CHECK_INT(sheet_paper(&s, e.id, SWEDISH, &p), NOT_FOUND);
	stage_close(e.st);
}

/* -- the five steps ------------------------------------------------------ */

static const char *linked(struct stage *st, const char *key)
{
	struct req *r = post(st, "form=link&whom=Partigrupp+A&yes=1",
	                     "/a/%s/five/links", key);

	CHECK_INT(r->code, 303);
	CHECK(strncmp(r->location, "/l/", 3) == 0);
	return arena_text(st->mem, r->location + 3,
	                  strcspn(r->location + 3, "/"));
}

TEST(a_link_is_made_for_a_group_once_somebody_says_yes_to_sharing)
{
	struct document d;
	struct stage *st = opened(&d);
	struct req *r = post(st, "form=link&whom=Partigrupp+A",
	                     "/a/%s/five/links", d.a.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Kryssa för att ni delar det med gruppen.");
	linked(st, d.a.key);
	CHECK_HAS(PAGE(get(st, "/a/%s/five", d.a.key)), "Partigrupp A");
	stage_close(st);
}

TEST(steps_come_in_their_order_and_none_is_answered_before)
{
	struct document d;
	struct stage *st = opened(&d);
	const char *key = linked(st, d.a.key);
	struct req *r;

	stage_as_nobody(st);
	r = get(st, "/l/%s/five", key);
	CHECK_HAS(PAGE(r), "Steg 1 av 5");
	CHECK_HAS(PAGE(r), "five?s=y'");
	CHECK_HAS_NOT(PAGE(r), "återremiss");
	CHECK_HAS(PAGE(get(st, "/l/%s/five?s=yy", key)), "Steg 3 av 5");
	CHECK_HAS(PAGE(get(st, "/l/%s/five?s=odd", key)), "Steg 1 av 5");
	CHECK_HAS(PAGE(get(st, "/l/%s/five?s=yyyyy", key)),
	          "förutsättningar för ett jämställt beslut");
	CHECK_HAS(PAGE(get(st, "/l/%s/five?s=n", key)), "Listan används inte");
	r = post(st, "form=five&version=0&answers=yy", "/l/%s/five", key);
	CHECK_INT(r->code, 422);
	stage_close(st);
}

/* Check 9 of domain.md 15.13. */
TEST(figures_only_in_totals_stop_at_step_2_with_advice_to_refer_back)
{
	struct trial e = trial_open();
	struct stage *st = e.st;
	struct req *r;

	CHECK_INT(post(st, "priority=1&question=goals_findings&v=ip"
	               "&g-agenda-8=1&sentence=340+personer+f%C3%A5r+service",
	               "/a/%s/findings", e.key)->code, 303);
	stage_as_nobody(st);
	r = get(st, "/l/%s/five?s=y", e.pass);
	CHECK_HAS(PAGE(r), "Steg 2 av 5");
	CHECK_HAS(PAGE(r), "340 personer");
	r = get(st, "/l/%s/five?s=yn", e.pass);
	CHECK_HAS(PAGE(r), "Listan stannar vid steg 2");
	CHECK_HAS(PAGE(r), "återremitteras för att kompletteras med statistik");
	CHECK_HAS(PAGE(r), "antecknas i protokollet");
	CHECK_HAS(PAGE(get(st, "/l/%s/five?s=ynyyy", e.pass)),
	          "Listan stannar vid steg 2");
	stage_close(st);
}

TEST(the_advice_is_never_on_the_sheet)
{
	struct trial e = trial_open();

	CHECK_INT(post(e.st, "form=five&version=0&answers=yn", "/a/%s/five/own",
	               e.key)->code, 303);
	CHECK_HAS_NOT(PAGE(get(e.st, "/a/%s/sheets/1", e.key)), "återremi");
	stage_close(e.st);
}

TEST(a_group_saves_one_answer_and_changes_it_from_the_same_link)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct stage *st = e.st;
	struct five_form_list all = {0};
	struct req *r;

	stage_as_nobody(st);
	st->now += 31 * 1000;
	CHECK_INT(post(st, "form=five&version=0&answers=yn", "/l/%s/five",
	               e.pass)->code, 303);
	CHECK_HAS(PAGE(get(st, "/l/%s/five", e.pass)),
	          "Gruppens svar är sparat");
	r = post(st, "form=five&version=0&answers=yyyyy", "/l/%s/five",
	         e.pass);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Någon annan med samma länk");
	CHECK_INT(post(st, "form=five&version=1&answers=yyyyy", "/l/%s/five",
	               e.pass)->code, 303);
	CHECK_OK(five_form_list(&s, e.id, &all));
	CHECK_INT(all.n, 1);
	CHECK_TEXT(all.v[0].answers, "yyyyy");
	CHECK_INT(all.v[0].at % 60000, 0);
	stage_close(st);
}

TEST(the_officer_sees_how_many_saved_and_which_group_but_nobody)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(post(e.st, "form=five&version=0&answers=yn", "/l/%s/five",
	               e.pass)->code, 303);
	r = get(e.st, "/a/%s/five", e.key);
	CHECK_HAS(PAGE(r), "1 grupp har sparat sitt svar.");
	CHECK_HAS(PAGE(r), "Underlaget behöver kompletteras");
	stage_close(e.st);
}

TEST(a_link_that_is_taken_back_or_has_ended_is_not_there)
{
	struct trial e = trial_open();
	struct stage *st = e.st;
	const char *ends;

	CHECK_INT(get(st, "/l/%s/five", e.pass)->code, 200);
	CHECK_INT(post(st, "", "/a/%s/five/links/1/end", e.key)->code, 303);
	CHECK_INT(get(st, "/l/%s/five", e.pass)->code, 404);
	CHECK_INT(post(st, "version=0&answers=yn", "/l/%s/five",
	               e.pass)->code, 404);
	ends = post(st, "form=link&whom=B&yes=1&last=2025-10-17",
	            "/a/%s/five/links", e.key)->location;
	CHECK_INT(get(st, "%s", ends)->code, 200);
	st->now += 24LL * 60 * 60 * 1000;
	CHECK_INT(get(st, "%s", ends)->code, 404);
	stage_close(st);
}

TEST(a_link_to_something_else_is_no_link_to_the_five_steps)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct pass p = { .kind = PASS_CONSULTEE, .object = e.id,
	                  .for_whom = "B" };
	const char *secret;

	IN_WRITE(e.st, pass_note(&s, &p, &secret));
	CHECK_INT(get(e.st, "/l/%s/five", secret)->code, 404);
	stage_close(e.st);
}

TEST(the_secret_of_a_link_is_stored_nowhere)
{
	static const char sql[] = "SELECT count(*) FROM receipt"
		" WHERE org_id = $1 AND substr(address, 1, 3) = '/l/'";
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *key = linked(e.st, e.key);
	i64 n = 1;

	CHECK_INT(post(e.st, "version=0&answers=yn", "/l/%s/five",
	               key)->code, 303);
	CHECK_OK(db_number(&s, sql, VALUES(of_int(s.org)), &n));
	CHECK_INT(n, 0);
	stage_close(e.st);
}

TEST(who_has_the_link_sees_this_and_nothing_else)
{
	struct trial e = trial_open();

	stage_as_nobody(e.st);
	CHECK_INT(get(e.st, "/l/%s/five", e.pass)->code, 200);
	CHECK_INT(get(e.st, "/a/%s/five", e.key)->code, 303);
	CHECK_INT(get(e.st, "/a/%s/sheets/1", e.key)->code, 303);
	CHECK_HAS_NOT(PAGE(get(e.st, "/l/%s/five?s=yyyyy", e.pass)),
	              arena_print(e.st->mem, "/a/%s", e.key));
	stage_close(e.st);
}
