/* From four facts to what is assured, or to a reason why not. */
#include "document/document.h"
#include "screening/selection.h"
#include "trial.h"

static const char *in_org(struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/o/%s%s", e->st->org_key, rest);
}

static struct req *sends(struct trial *e, const char *fields, const char *to)
{
	return post(e->st, fields, "%s", in_org(e, to));
}

static const char *page(struct trial *e, const char *at)
{
	struct req *r = get(e->st, "%s", in_org(e, at));

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

/* The last ten letters of where it led. */
static const char *key_at(struct trial *e, const struct req *r,
                          const char *after)
{
	const char *at = strstr(r->location, after);

	CHECK(at != NULL);
	return arena_text(e->st->mem, at + strlen(after), 10);
}

static const char *screening_of(struct trial *e, const char *subject)
{
	return arena_print(e->st->mem, "/subjects/%s/screening", subject);
}

static const char *decide(struct trial *e, const char *key)
{
	return arena_print(e->st->mem, "/screenings/%s/decide", key);
}

TEST(four_facts_a_screening_and_a_depth_lead_to_step_1)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct req *r = sends(&e, "title=Vattenplan&kind=3&phase=5&registry="
	                      "RUN/9&then=screening", "/new");
	const char *subject = key_at(&e, r, "/subjects/"), *key;
	struct screening_list all = {0};
	struct duty_list duties = {0};
	struct assessment a = {0};
	i64 id = 0;

	r = sends(&e, "version=0&asked=3&q1=1&n1=Alla&q3=1&q4=2&n4=Ingen"
	          "+renbetesmark&q5=6&outside=Avlopp&baseline=Ingen+plan",
	          screening_of(&e, subject));
	CHECK_INT(r->code, 303);
	key = key_at(&e, r, "/screenings/");
	CHECK_HAS(page(&e, arena_print(s.mem, "/screenings/%s", key)),
	          "Fördjupad, föreslås");
	CHECK_HAS(page(&e, arena_print(s.mem, "/screenings/%s", key)),
	          "Svaren öppnar");
	r = sends(&e, "version=1&result=1&depth=2&motive=R%C3%A4cker",
	          decide(&e, key));
	CHECK_HAS(r->location, "/begin/");
	CHECK_HAS(page(&e, arena_print(s.mem, "/begin/%s?depth=2", subject)),
	          "Att den började sent står sedan i bilagan");
	r = sends(&e, arena_print(s.mem, "model=%s&depth=2&framework=%s",
	          e.method, e.goals), arena_print(s.mem, "/begin/%s",
	          subject));
	CHECK_HAS(r->location, "/steps/1");
	CHECK_OK(assess_by_key(&s, key_at(&e, r, "/a/"), &id));
	CHECK_OK(assess_get(&s, id, &a));
	CHECK(a.late_start);
	CHECK_TEXT(a.baseline, "Ingen plan");
	CHECK_OK(screening_of_assessment(&s, id, &all));
	CHECK_INT(all.n, 1);
	CHECK_OK(duty_outlines(&s, id, &duties));
	CHECK_INT(duties.n, 1);
	CHECK_INT(duties.v[0].kind, DUTY_ENVIRONMENT);
	CHECK_INT(duties.v[0].need, NEED_YES);
	CHECK_HAS(PAGE(get(e.st, "/a/%s", a.key)), "stoppar inget");
	CHECK_HAS(PAGE(get(e.st, "/a/%s/screening", a.key)), "Avlopp");
	CHECK_INT(sends(&e, arena_print(s.mem, "model=%s&framework=%s",
	          e.method, e.goals), arena_print(s.mem, "/begin/%s",
	          subject))->code, 409);
	stage_close(e.st);
}

TEST(goals_are_chosen_before_a_finding_is_written_whatever_another_step_chose)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct subject what = { .kind = SUBJECT_PLAN, .title = "Plan" };
	const char *key, *step;
	struct req *r;

	IN_WRITE(e.st, subject_note(&s, &what, &what.id));
	CHECK_OK(subject_get(&s, what.id, &what));
	r = sends(&e, arena_print(s.mem, "model=%s&depth=2&framework=%s"
	          "&framework=%s", e.method, e.goals, e.rus),
	          arena_print(s.mem, "/begin/%s", what.key));
	key = key_at(&e, r, "/a/");
	step = PAGE(get(e.st, "/a/%s/steps/2/1", key));
	CHECK_HAS(step, "<details class='relevance' open>");
	CHECK_HAS(step, "Inga mål är valda än.");
	stage_close(e.st);
}

TEST(a_screening_and_a_late_start_are_in_the_document_and_the_annex)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct screening it = { .asked = DEPTH_QUICK, .outside = "Vägar",
		.unit = "Plan" };
	struct document d, again;
	struct json_reader read;
	const char *text;
	struct req *r = post(e.st, arena_print(s.mem, "title=Sen&kind=3"
		"&phase=5&model=%s&framework=%s", e.method, e.goals),
		"%s", in_org(&e, "/new"));
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, key_at(&e, r, "/a/"), &id));
	CHECK_OK(document_compose(&s, id, &d));
	it.subject = d.subject.id;
	it.answers[SCREENING_SAMI] = (struct screening_answer){
		SCREENING_UNCLEAR, "Vi frågar" };
	IN_WRITE(e.st, screening_note(&s, &it, 0));
	it.result = SCREENING_ASSESS;
	it.depth = DEPTH_STANDARD;
	it.motive = "Berör marken";
	IN_WRITE(e.st, screening_decide(&s, &it));
	CHECK_OK(document_compose(&s, id, &d));
	text = document_write(s.mem, &d);
	CHECK_HAS(text, "\"late_start\": true");
	read = json_read(s.mem, (struct bytes){ text, strlen(text) });
	document_read(&read, &again);
	json_close(&read);
	CHECK_INT(read.wrong, JSON_FINE);
	CHECK_TEXT(document_write(s.mem, &again), text);
	CHECK_HAS(PAGE(get(e.st, "/a/%s/report", d.a.key)),
	          "Behovsprövning och avgränsning");
	CHECK_HAS(PAGE(get(e.st, "/a/%s/report", d.a.key)), "Berör marken");
	IN_WRITE(e.st, assess_step_aside(&s, id));
	IN_WRITE(e.st, document_accept(&s, &again, &id));
	CHECK_OK(document_compose(&s, id, &d));
	CHECK_TEXT(document_write(s.mem, &d), text);
	stage_close(e.st);
}

TEST(no_assessment_is_a_record_with_a_motive_and_a_paper)
{
	struct trial e = trial_open();
	struct req *r = sends(&e, "form=decide&version=1&result=2", decide(&e,
	                      e.screening));

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#decide-motive'");
	CHECK_HAS(PAGE(r), "href='#decide-decided_by'");
	CHECK_INT(sends(&e, "version=1&result=2&motive=Inget+nytt&decided_by="
	          "ink%C3%B6pschefen", decide(&e, e.screening))->code, 303);
	CHECK_HAS(page(&e, "/screenings?result=3"), "Policy för inköp");
	CHECK_HAS(page(&e, "/screenings?unit=Ink%C3%B6p"), "Inget nytt");
	CHECK_HAS_NOT(page(&e, "/screenings?result=2"), "Policy för inköp");
	CHECK_HAS_NOT(page(&e, "/screenings?year=2019"), "Policy för inköp");
	r = get(e.st, "%s", in_org(&e, arena_print(e.st->mem,
	        "/screenings/%s/paper.pdf", e.screening)));
	CHECK(r->bytes.n > 1000);
	CHECK_INT(sends(&e, "version=2&result=1&depth=1", decide(&e,
	          e.screening))->code, 409);
	stage_close(e.st);
}

TEST(of_two_officers_at_once_the_second_sees_what_the_first_saved)
{
	struct trial e = trial_open();
	const char *to = screening_of(&e, e.subject);
	struct req *r;

	CHECK_INT(sends(&e, "version=1&asked=1&q1=1&n1=Barnen", to)->code,
	          303);
	stage_as_new(e.st, 0xFFFF);
	r = sends(&e, "form=screening&version=1&asked=1&q1=2&n1=Ingen"
	          "+alls", to);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Barnen");
	CHECK_HAS(PAGE(r), "Ingen alls");
	CHECK_HAS(page(&e, arena_print(e.st->mem, "/screenings/%s",
	          e.screening)), "Det finns en senare version");
	CHECK_INT(sends(&e, "version=1&result=1&depth=1", decide(&e,
	          e.screening))->code, 409);
	stage_close(e.st);
}

TEST(a_no_says_why_where_it_must)
{
	struct trial e = trial_open();
	struct req *r = sends(&e, "form=screening&version=1&asked=1&q1=2&q2=2"
	                      "&q3=2&n3=Inget+byggs&q4=2", screening_of(&e, e.subject));

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#screening-n2'");
	CHECK_HAS(PAGE(r), "href='#screening-n4'");
	CHECK_HAS_NOT(PAGE(r), "href='#screening-n1'");
	CHECK_HAS_NOT(PAGE(r), "href='#screening-n3'");
	stage_close(e.st);
}

TEST(a_rule_explains_itself_and_is_tried_before_it_is_used)
{
	struct trial e = trial_open();

	CHECK_HAS(page(&e, arena_print(e.st->mem, "/begin/%s", e.subject)),
	          "Enligt Riktlinjen (§ 12) ska det här säkras som fördjupad.");
	CHECK_HAS(page(&e, "/uncovered"), "det är av slaget policy");
	CHECK_HAS(page(&e, "/rules?title=Nya+drivmedel&kind=1"),
	          "rubriken innehåller ”drivmedel”");
	CHECK_HAS(page(&e, "/rules?title=Bad&kind=1"), "Ingen regel träffar");
	CHECK_INT(sends(&e, "name=Tom", "/rules")->code, 422);
	CHECK_INT(sends(&e, "", "/rules/1/remove")->code, 303);
	CHECK_HAS_NOT(page(&e, "/uncovered"), "Policy för inköp");
	stage_rights(e.st, READ | EDIT);
	CHECK_INT(get(e.st, "%s", in_org(&e, "/rules"))->code, 403);
	stage_close(e.st);
}

TEST(what_is_chosen_and_what_is_assured_are_counted_side_by_side)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct assessment a = {0};
	struct selection n = { .year = 2026, .unit = "Plan",
	                       .motive = "Störst" };
	const char *one = arena_print(s.mem, "/selection/2026/%s/decide",
	                              e.subject);
	struct edition done = { .number = 1, .kind = ASSESS_DONE,
		.document = "{}", .sha256 = "", .html = "", .signed_by = "K",
		.pdf = { "%PDF", 4 },
		.at = instant_of(year_begins(2026), 60) };

	CHECK_INT(sends(&e, "version=1&state=2", one)->code, 422);
	CHECK_INT(sends(&e, "version=1&state=2&motive=Stor&decided_by="
	          "Direkt%C3%B6ren&decided_on=2026-01-20", one)->code, 303);
	CHECK_INT(sends(&e, "version=1&state=3&motive=Liten&decided_by=Jag",
	          one)->code, 409);
	CHECK_OK(assess_get(&s, e.id, &a));
	n.subject = a.subject;
	IN_WRITE(e.st, selection_note(&s, &n));
	n.state = SELECTION_CHOSEN;
	IN_WRITE(e.st, selection_decide(&s, &n));
	CHECK_HAS(page(&e, "/selection/2026"), "0 av 2 utvalda är säkrade");
	IN_WRITE(e.st, edition_note(&s, e.id, &done));
	CHECK_HAS(page(&e, "/selection/2026"), "1 av 2 utvalda är säkrade");
	CHECK_HAS_NOT(page(&e, "/selection/2026?show=left"), "Störst");
	CHECK_HAS(page(&e, "/selection/2026?show=left"), "Policy för inköp");
	CHECK_HAS((const char *)get(e.st, "%s", in_org(&e,
	          "/selection/2026/paper/list.csv"))->bytes.v, "Störst");
	stage_rights(e.st, READ | EDIT);
	CHECK_INT(sends(&e, "version=2&state=3&motive=L&decided_by=J",
	          one)->code, 403);
	CHECK_INT(get(e.st, "%s", in_org(&e, "/selection/1"))->code, 404);
	stage_close(e.st);
}

TEST(what_is_planned_is_proposed_until_it_is_in_the_list)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct subject what = { .kind = SUBJECT_PLAN, .title = "Kulturplan",
		.decided_on = year_begins(2027) + 40, .unit = "Kultur" };

	IN_WRITE(e.st, subject_note(&s, &what, &what.id));
	CHECK_HAS(page(&e, "/selection/2027"), "Beslut planerat");
	CHECK_HAS_NOT(page(&e, "/selection/2026"), "Kulturplan");
	CHECK_INT(sends(&e, "", arena_print(s.mem, "/selection/2027/%s/propose",
	          what.key))->code, 303);
	CHECK_HAS_NOT(page(&e, "/selection/2027"), "Beslut planerat");
	CHECK_HAS(page(&e, "/selection/2027?show=proposed"), "Kulturplan");
	CHECK_INT(sends(&e, "", arena_print(s.mem, "/selection/2027/%s/propose",
	          what.key))->code, 409);
	stage_close(e.st);
}
