#include "account/brand.h"
#include "base/rights.h"
#include "example.h"
#include "seal/seal.h"
#include "stage.h"

/* The example, with its one negative finding that stops (F20) handled. */
static struct stage *ready(const char **key)
{
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);
	struct req *r;

	*key = now.a.key;
	r = post(st, "form=h20&how=4&text=Platsbes%C3%B6k+g%C3%B6rs"
	         "+f%C3%B6re+beslut", "/a/%s/findings/20/handle", *key);
	if (r->code != 303)
		print_error("%s", PAGE(r));
	CHECK_INT(r->code, 303);
	return st;
}

static struct edition edition_of(struct stage *st, const char *key)
{
	struct scope s = stage_scope(st);
	struct edition e = {0};
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, key, &id));
	CHECK_OK(edition_get(&s, id, &e));
	return e;
}

TEST(a_negative_finding_that_is_not_handled_stops_the_end_and_is_listed)
{
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);
	struct req *r = get(st, "/a/%s/finish", now.a.key);

	CHECK_HAS(PAGE(r), "class='stop'");
	CHECK_HAS(PAGE(r), "F20");
	r = post(st, "form=done", "/a/%s/finish/done", now.a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "F20");
	stage_close(st);
}

TEST(what_is_finished_a_year_later_is_the_same_byte_for_byte)
{
	const char *key;
	struct stage *st = ready(&key);
	struct edition then, later;
	struct req *r;

	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 303);
	then = edition_of(st, key);
	CHECK_INT(then.kind, ASSESS_DONE);
	st->now += 365LL * 24 * 60 * 60 * 1000;
	stage_as_new(st, 0xFFFF);
	r = get(st, "/a/%s/report.pdf", key);
	CHECK_INT(r->code, 200);
	CHECK_INT(r->bytes.n, then.pdf.n);
	CHECK(memcmp(r->bytes.v, then.pdf.v, then.pdf.n) == 0);
	r = get(st, "/a/%s/document.json", key);
	CHECK_TEXT(r->bytes.v, then.document);
	later = edition_of(st, key);
	CHECK_TEXT(later.sha256, then.sha256);
	CHECK_HAS(PAGE(get(st, "/a/%s/finish", key)), then.sha256);
	stage_close(st);
}

TEST(the_document_of_an_edition_can_be_rendered_again_to_the_same_paper)
{
	const char *key;
	struct stage *st = ready(&key);
	struct edition e;
	struct bytes in, out;
	struct brand look;
	struct scope s;

	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 303);
	e = edition_of(st, key);
	s = stage_scope(st);
	CHECK_OK(brand_of_org(&s, &look));
	in = annex_input(st->mem, SWEDISH, &look, e.document);
	CHECK_OK(annex_work(st->mem, in, &out));
	CHECK(out.n > e.pdf.n);
	CHECK(memcmp((const char *)out.v + out.n - e.pdf.n, e.pdf.v,
	             e.pdf.n) == 0);
	stage_close(st);
}

TEST(only_somebody_given_the_right_may_sign_as_final)
{
	const char *key;
	struct stage *st = ready(&key);

	stage_as_new(st, READ | ANSWER | EDIT | LEAD);
	CHECK_INT(post(st, "", "/a/%s/finish/final", key)->code, 403);
	stage_as_new(st, READ | SIGN);
	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 403);
	CHECK_INT(post(st, "", "/a/%s/finish/final", key)->code, 303);
	CHECK_INT(edition_of(st, key).kind, ASSESS_FINAL);
	stage_close(st);
}

TEST(what_is_finished_is_locked_and_says_so)
{
	const char *key;
	struct stage *st = ready(&key);

	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 303);
	CHECK_INT(post(st, "sentence=Nytt&v=dp&priority=1&g-agenda2030-3=1",
	               "/a/%s/findings", key)->code, 403);
	CHECK_HAS(PAGE(get(st, "/a/%s/steps/1/1", key)), "låst");
	CHECK_HAS_NOT(PAGE(get(st, "/a/%s/steps/1/1", key)), "<textarea");
	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 403);
	stage_close(st);
}

TEST(a_new_version_has_its_predecessor_and_begins_with_no_findings)
{
	const char *key;
	struct stage *st = ready(&key);
	struct scope s = stage_scope(st);
	struct finding_list findings = {0};
	struct priority_list priorities = {0};
	struct actor_link_list actors = {0};
	struct answer missing;
	struct req *r;
	const char *next;
	i64 id = 0;

	CHECK_INT(post(st, "reason=Revidering", "/a/%s/new-version",
	               key)->code, 422);
	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 303);
	CHECK_INT(post(st, "form=next&reason=", "/a/%s/new-version",
	               key)->code, 422);
	r = post(st, "reason=Programmet+revideras", "/a/%s/new-version", key);
	CHECK_INT(r->code, 303);
	next = r->location + strlen("/a/");
	CHECK_OK(assess_by_key(&s, next, &id));
	CHECK_OK(finding_list(&s, id, &findings));
	CHECK_OK(scope_list(&s, id, &priorities));
	CHECK_OK(actor_link_list(&s, id, &actors));
	CHECK_INT(findings.n, 0);
	CHECK_INT(priorities.n, 3);
	CHECK(actors.n > 0);
	CHECK_INT(answer_get(&s, id, 0, MEANS_MISSING, &missing), NOT_FOUND);
	r = get(st, "/a/%s/beside/%s", next, key);
	CHECK_HAS(PAGE(r), "Fossila drivmedel säljs");
	CHECK_HAS(PAGE(r), "ej bedömt");
	CHECK_HAS(PAGE(r), "/conflicts/1");
	CHECK_INT(post(st, "reason=Igen", "/a/%s/new-version", key)->code,
	          422);
	stage_close(st);
}

TEST(a_report_is_there_before_the_end_too_and_says_that_it_is_a_draft)
{
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);
	struct req *r = get(st, "/a/%s/report", now.a.key);

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Utkast");
	r = get(st, "/a/%s/report.pdf", before.a.key);
	CHECK_INT(r->code, 200);
	CHECK(memcmp(r->bytes.v, "%PDF", 4) == 0);
	stage_close(st);
}
