/* Duties, through the door. */
#include "brief/brief.h"
#include "document/document.h"
#include "duty/duty.h"
#include "trial.h"

/* An assessment of its own, so that nothing is recorded yet. */
static const char *one_of_kind(struct trial *e, enum subject_kind kind)
{
	struct req *r = post(e->st, arena_print(e->st->mem, "title="
		"Bes%%C3%%B6ksn%%C3%%A4ring&kind=%d&depth=2&judged=1&parts=A"
		"&model=%s&framework=%s", (int)kind, e->method, e->rus),
		"/o/%s/new", e->st->org_key);
	struct scope s = stage_scope(e->st);

	CHECK_INT(r->code, 303);
	e->key = arena_text(e->st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, e->key, &e->id));
	return e->key;
}

static const char *page(struct trial *e, const char *end)
{
	struct req *r = get(e->st, "/a/%s%s", e->key, end);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

static int send(struct trial *e, const char *fields, const char *end)
{
	return post(e->st, fields, "/a/%s%s", e->key, end)->code;
}

static struct duty duty_no(struct trial *e, i64 no)
{
	struct scope s = stage_scope(e->st);
	struct duty d = {0};

	CHECK_OK(duty_get(&s, e->id, no, &d));
	return d;
}

static struct hole_list holes_of(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct document d;
	struct hole_list all = {0};

	CHECK_OK(document_of(&s, e->id, &d));
	CHECK_OK(holes_read(&s, e->id, &d, SWEDISH, &all));
	return all;
}

static const struct hole *hole_of(const struct hole_list *all,
                                  enum hole_kind kind)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == kind)
			return &all->v[i];
	return NULL;
}

TEST(a_reply_is_exempt_from_consultation_and_other_exemptions_are_offered)
{
	struct trial e = trial_open();

	CHECK_HAS_NOT(page(&e, "/steps/3"), "5 § lag");
	CHECK_HAS(page(&e, "/duties/1"), "4 § 7: remissyttrande");
	one_of_kind(&e, SUBJECT_REPLY);
	CHECK_HAS(page(&e, "/steps/3"),
	          "Remissyttranden är undantagna i 4 §");
	stage_close(e.st);
}

TEST(children_affected_and_not_examined_are_said_until_they_are)
{
	struct trial e = trial_open();
	struct hole_list all;

	one_of_kind(&e, SUBJECT_POLICY);
	CHECK_INT(send(&e, "kind=1&need=2", "/duties"), 303);
	all = holes_of(&e);
	CHECK(hole_is_open(hole_of(&all, HOLE_CHILDREN)));
	CHECK_TEXT(hole_of(&all, HOLE_CHILDREN)->fact,
	           "Prövning av barnets bästa är inte gjord.");
	CHECK_TEXT(hole_of(&all, HOLE_CHILDREN)->why,
	           "Barn berörs indirekt.");
	CHECK_HAS(page(&e, "/finish"),
	          "Prövning av barnets bästa: Inte prövad");
	CHECK_HAS(page(&e, "/finish"), "Lagkrav");
	CHECK_HAS(page(&e, "/steps/3"),
	          "Barn berörs indirekt. Inte prövad");
	CHECK_INT(send(&e, "version=1&state=4&on=2025-10-03", "/duties/1"
	               "/state"), 422);
	CHECK_INT(send(&e, "version=1&state=4&on=2025-10-03"
	               "&by=barnr%C3%A4ttsstrategen&checks=0&checks=4",
	               "/duties/1/state"), 303);
	all = holes_of(&e);
	CHECK_INT(hole_of(&all, HOLE_CHILDREN)->answer, HOLE_DONE);
	CHECK_TEXT(hole_told(e.st->mem, hole_of(&all, HOLE_CHILDREN)),
	           "Prövning av barnets bästa är gjord. Prövad 3 oktober 2025 "
	           "av barnrättsstrategen.");
	CHECK_HAS_NOT(page(&e, "/finish"), "Prövning av barnets bästa: ");
	CHECK_INT(duty_no(&e, 1).checks, 1 | 1 << 4);
	stage_close(e.st);
}

/* One that was never needed is not said where a decision is written in. */
TEST(a_duty_that_is_not_needed_is_off_the_sheet_and_the_decision)
{
	struct trial e = trial_open();
	const char *outcome = arena_print(e.st->mem, "/m/%s/chain/2/outcome",
	                                  e.matter);

	CHECK_INT(send(&e, "kind=1&need=2", "/duties"), 303);
	CHECK_HAS(PAGE(get(e.st, "%s", outcome)),
	          "Konsultation enligt konsultationslagen");
	CHECK_HAS(PAGE(get(e.st, "%s", outcome)), "barnets");
	CHECK_INT(send(&e, "version=1&state=2&why=Inget+beslut", "/duties/2"
	               "/state"), 303);
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", outcome)), "barnets");
	CHECK_HAS_NOT(page(&e, "/sheets/1"),
	              "Prövning av barnets bästa är inte gjord.");
	stage_close(e.st);
}

TEST(interests_that_give_way_ask_for_a_compensating_measure)
{
	struct trial e = trial_open();

	CHECK_INT(send(&e, "kind=1&need=1", "/duties"), 303);
	CHECK_INT(send(&e, "version=1&need=1&heard=1&yields=1", "/duties/2"),
	          422);
	CHECK_INT(send(&e, "version=1&need=1&heard=1&heard_how=Elevr%C3%A5det"
	               "&yields=1&part5=De+vill+ha+buss", "/duties/2"), 303);
	CHECK_HAS(page(&e, "/finish"), "ingen kompenserande åtgärd");
	CHECK_INT(send(&e, "title=Skolbuss&purpose=6&findings=2", "/actions"),
	          303);
	CHECK_HAS_NOT(page(&e, "/finish"), "ingen kompenserande åtgärd");
	CHECK_HAS(page(&e, "/duties/2"), "Skolbuss");
	CHECK_HAS(page(&e, "/report"), "Skyldigheter och rättigheter");
	CHECK_HAS(page(&e, "/report"), "De vill ha buss");
	stage_close(e.st);
}

/* -- the record of a consultation ---------------------------------------- */

TEST(an_open_consultation_warns_a_decision_also_after_the_end)
{
	struct trial e = trial_open();
	struct hole_list all = holes_of(&e);

	CHECK(hole_is_open(hole_of(&all, HOLE_CONSULTATION)));
	trial_end(&e, ASSESS_DONE);
	CHECK_INT(send(&e, "version=1&state=6", "/duties/1/state"), 303);
	all = holes_of(&e);
	CHECK_TEXT(hole_of(&all, HOLE_CONSULTATION)->fact, "Konsultation "
	           "enligt konsultationslagen är inte avslutad. Läge: "
	           "Konsultation erbjuden 17 oktober 2025.");
	CHECK_INT(send(&e, "version=2&state=10", "/duties/1/state"), 422);
	CHECK_INT(send(&e, "version=2&state=3", "/duties/1/state"), 303);
	CHECK_INT(send(&e, "version=3&state=8", "/duties/1/state"), 422);
	CHECK_INT(send(&e, "version=3&state=8&why=Marken", "/duties/1/state"),
	          303);
	CHECK_INT(send(&e, "version=4&state=10&why=Marken",
	               "/duties/1/state"), 303);
	all = holes_of(&e);
	CHECK(!hole_is_open(hole_of(&all, HOLE_CONSULTATION)));
	CHECK_INT(duty_no(&e, 1).ended, ENDING_NO_AGREEMENT);
	CHECK_HAS(page(&e, "/duties/1"), "Dokumenterad: förklarat att enighet "
	          "inte kan nås");
	CHECK_INT(send(&e, "version=5&need=5&motive=Nej", "/duties/1"), 403);
	stage_close(e.st);
}

TEST(of_two_registrars_at_once_the_second_is_stale_and_no_contact_is_lost)
{
	struct trial e = trial_open();

	stage_rights(e.st, READ | ANSWER);
	CHECK_INT(send(&e, "version=1&state=5", "/duties/1/state"), 303);
	CHECK_INT(send(&e, "version=1&state=2&why=Nej", "/duties/1/state"),
	          409);
	CHECK_INT(duty_no(&e, 1).state, DUTY_NOTIFIED);
	CHECK_INT(send(&e, "kind=3&day=2025-10-06&what=Ett", "/duties/1/log"),
	          303);
	CHECK_INT(send(&e, "kind=3&day=2025-10-06&what=Tv%C3%A5",
	               "/duties/1/log"), 303);
	CHECK_INT(duty_no(&e, 1).log.n, 4);
	CHECK_INT(send(&e, "version=1&kind=3&day=2025-10-06&what=A",
	               "/duties/1/log/1"), 303);
	CHECK_INT(send(&e, "version=1&kind=3&day=2025-10-06&what=B",
	               "/duties/1/log/1"), 409);
	CHECK_INT(send(&e, "version=2&others=Samebyn", "/duties/1/parties"),
	          303);
	CHECK_INT(send(&e, "version=2&others=", "/duties/1/parties"), 409);
	CHECK_INT(duty_no(&e, 1).parties.n, 1);
	CHECK_INT(send(&e, "kind=1&need=5", "/duties"), 422);
	stage_close(e.st);
}

TEST(a_request_that_comes_in_begins_a_record_whatever_was_judged)
{
	struct trial e = trial_open();

	trial_end(&e, ASSESS_FINAL);
	CHECK_INT(send(&e, "day=2025-10-03&what=Vill+tala", "/duty-requests"),
	          422);
	CHECK_INT(send(&e, "with=Samebyn&day=2025-10-03&what=Vill+tala",
	               "/duty-requests"), 303);
	CHECK_INT(duty_no(&e, 2).log.v[0].kind, CONTACT_REQUEST);
	CHECK_HAS(page(&e, "/duties"), "Samebyn, 3 oktober 2025");
	CHECK_INT(send(&e, "version=1&need=3&concerns=2", "/duties/2"), 303);
	CHECK_INT(send(&e, "version=2&need=5&motive=Nej", "/duties/2"), 403);
	CHECK_INT(send(&e, "kind=2&need=4&motive=Oklart&more=1", "/duties"),
	          303);
	CHECK_INT(get(e.st, "/a/%s/duties/2/record.pdf", e.key)->code, 200);
	CHECK_INT(get(e.st, "/a/%s/duties/2/record.docx", e.key)->code, 200);
	stage_close(e.st);
}

TEST(a_yes_in_the_screening_opens_a_duty_once)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	i64 first = 0, second = 0;

	IN_WRITE(e.st, duty_open(&s, e.id, DUTY_CHILDREN, NEED_DIRECT, "",
	                         &first));
	IN_WRITE(e.st, duty_open(&s, e.id, DUTY_CHILDREN, NEED_NO, "Nej",
	                         &second));
	CHECK(first != 0);
	CHECK_INT(first, second);
	CHECK_INT(duty_no(&e, first).need, NEED_DIRECT);
	CHECK_INT(send(&e, "kind=1&need=2", "/duties"), 409);
	stage_close(e.st);
}

/* -- of one's own, and rights -------------------------------------------- */

TEST(a_demand_of_ones_own_is_asked_where_it_applies_and_never_warns)
{
	struct trial e = trial_open();

	CHECK_INT(post(e.st, "name=Lokal&question=Vad%3F&ground=2&subjects=8",
	               "/o/%s/duties", e.st->org_key)->code, 303);
	CHECK_HAS(page(&e, "/duties"), "Frivillig metod");
	CHECK_HAS_NOT(page(&e, "/duties"), "Lokal riktlinje");
	CHECK_INT(send(&e, arena_print(e.st->mem, "kind=5&local=%s&need=3",
	               e.own), "/duties"), 303);
	CHECK_HAS_NOT(page(&e, "/finish"), "Jämställda beslut: Inte gjord");
	one_of_kind(&e, SUBJECT_BUDGET);
	CHECK_HAS(page(&e, "/duties"), "Lokal riktlinje");
	stage_close(e.st);
}

TEST(six_principles_are_lines_of_their_own_and_old_assessments_keep_theirs)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct method was = {0};
	struct document d;
	i64 id = 0;

	CHECK_INT(send(&e, "part1=Unga+n%C3%A5s+inte", "/rights"), 303);
	CHECK_INT(send(&e, "part1=Annat", "/rights"), 409);
	CHECK_HAS(page(&e, "/steps/3"), "Unga nås inte");
	CHECK_OK(document_of(&s, e.id, &d));
	CHECK_INT(d.method.edition, 2);
	CHECK_OK(method_by_code(&s, d.method.code, 1, &id));
	CHECK_OK(method_get(&s, id, &was));
	for (size_t i = 0; i < was.steps.v[2].questions.n; i++)
		CHECK(was.steps.v[2].questions.v[i].part != PART_DUTIES);
	stage_close(e.st);
}

/* -- as a document ------------------------------------------------------- */

static enum status take_in(struct stage *st, const struct document *d,
                           enum imported *done)
{
	struct scope s = stage_scope(st);

	return document_import(&s, d, false, done);
}

TEST(duties_go_out_and_come_in_byte_for_byte)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct document d, again;
	struct json_reader r;
	enum imported done;
	const char *text;
	i64 id = 0;

	CHECK_INT(send(&e, "kind=1&need=2&motive=Resor", "/duties"), 303);
	CHECK_INT(send(&e, "part2=Landsbygden", "/rights"), 303);
	CHECK_INT(send(&e, "version=1&others=Samebyn%0ASametinget",
	               "/duties/1/parties"), 303);
	CHECK_OK(document_of(&s, e.id, &d));
	CHECK_INT(d.duties.n, 3);
	CHECK_INT(d.duties.v[0].log.n, 2);
	d.a.key = "dutytest01";
	text = document_write(e.st->mem, &d);
	r = json_read(e.st->mem, (struct bytes){ text, strlen(text) });
	document_read(&r, &again);
	CHECK_TEXT(or_empty(r.where), "");
	CHECK_TEXT(document_write(e.st->mem, &again), text);
	IN_WRITE(e.st, take_in(e.st, &again, &done));
	CHECK_INT(done, IMPORTED_NEW);
	CHECK_OK(assess_by_key(&s, "dutytest01", &id));
	CHECK_OK(document_compose(&s, id, &again));
	CHECK_TEXT(document_write(e.st->mem, &again), text);
	stage_close(e.st);
}
