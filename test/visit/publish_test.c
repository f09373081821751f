/* What anyone may see: only what was chosen, as it was, and without names when
 * that was asked for. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/rights.h"
#include "example.h"
#include "publish/publish.h"
#include "stage.h"

static const char plain[] = "names=1&checked=1";
static const char masked[] = "names=2&checked=1&hide=Glesbygdsutredare"
	"&more=Sam+Okand%0AGun-Britt";

struct shown {
	struct stage *st;
	const char   *old, *now;        /* keys: finished, open */
};

static struct shown open_house(void)
{
	struct document before, now;
	struct shown h = { .st = example_stage(NULL, &before, &now) };

	h.old = before.a.key;
	h.now = now.a.key;
	h.st->house.url = "https://vagval.example";
	return h;
}

static void switch_view(struct stage *st, int shown, i64 version)
{
	CHECK_INT(post(st, arena_print(st->mem, "version=%lld&shown=%d"
	          "&introduction=V%%C3%%A4lkommen", version, shown),
	          "/o/%s/publishing", st->org_key)->code, 303);
}

static void publish_it(const struct shown *h, const char *fields)
{
	struct req *r = post(h->st, fields, "/a/%s/publishing", h->old);

	if (r->code != 303)
		print_error("%s\n", PAGE(r));
	CHECK_INT(r->code, 303);
}

static struct shown shown_house(void)
{
	struct shown h = open_house();

	switch_view(h.st, 1, 0);
	publish_it(&h, plain);
	return h;
}

static const char *const rests[] = {
	"", "/data.csv", "/data.json", "/feed.xml", "/dcat.rdf",
};
static const char *const of_one[] = {
	"", "/report.pdf", "/document.json", "/findings.csv",
};

static void all_are(const struct shown *h, const char *key, int code,
                    bool one_only)
{
	for (size_t i = 0; i < COUNT(rests) && !one_only; i++)
		CHECK_INT(get(h->st, "/p/%s%s", h->st->org_key,
		              rests[i])->code, code);
	for (size_t i = 0; i < COUNT(of_one); i++)
		CHECK_INT(get(h->st, "/p/%s/a/%s%s", h->st->org_key, key,
		              of_one[i])->code, code);
}

static const char *bytes_of(const struct shown *h, const char *rest)
{
	struct req *r = get(h->st, "/p/%s%s", h->st->org_key, rest);

	CHECK_INT(r->code, 200);
	return arena_text(h->st->mem, r->bytes.v, r->bytes.n);
}

static const char *in_one(const struct shown *h, const char *rest)
{
	return arena_print(h->st->mem, "/a/%s%s", h->old, rest);
}

TEST(nothing_is_public_until_the_organisation_switches_it_on)
{
	struct shown h = open_house();

	publish_it(&h, plain);
	stage_as_nobody(h.st);
	all_are(&h, h.old, 404, false);
	stage_close(h.st);
}

TEST(what_is_switched_off_again_is_gone_at_once)
{
	struct shown h = shown_house();

	all_are(&h, h.old, 200, false);
	switch_view(h.st, 2, 1);
	all_are(&h, h.old, 404, false);
	stage_close(h.st);
}

TEST(anyone_reads_what_is_shown_and_gets_no_cookie)
{
	struct shown h = shown_house();
	struct req *r;

	stage_as_nobody(h.st);
	all_are(&h, h.old, 200, false);
	r = get(h.st, "/p/%s/a/%s", h.st->org_key, h.old);
	for (size_t i = 0; i < r->n_headers; i++)
		CHECK(!same(r->headers[i].name, "Set-Cookie"));
	CHECK_HAS(PAGE(r), "Regionalt serviceprogram");
	CHECK_HAS(PAGE(r), "Maria Lund");
	CHECK_HAS_NOT(PAGE(r), "csrf");
	stage_close(h.st);
}

TEST(a_public_page_is_the_same_for_one_who_has_signed_in)
{
	struct shown h = shown_house();
	const char *signed_in = PAGE(get(h.st, "/p/%s", h.st->org_key));
	const char *nobody;

	stage_as_nobody(h.st);
	nobody = PAGE(get(h.st, "/p/%s", h.st->org_key));
	CHECK_TEXT(signed_in, nobody);
	stage_close(h.st);
}

TEST(an_open_assessment_is_never_shown)
{
	struct shown h = shown_house();
	struct req *r = post(h.st, plain, "/a/%s/publishing", h.now);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "inte avslutad");
	all_are(&h, h.now, 404, true);
	CHECK_HAS_NOT(PAGE(get(h.st, "/p/%s", h.st->org_key)), h.now);
	stage_close(h.st);
}

TEST(it_is_not_shown_before_somebody_has_read_it_and_said_so)
{
	struct shown h = open_house();
	struct req *r = post(h.st, "names=1", "/a/%s/publishing", h.old);

	CHECK_INT(r->code, 422);
	r = post(h.st, "checked=1", "/a/%s/publishing", h.old);
	CHECK_INT(r->code, 422);
	stage_rights(h.st, READ | LEAD | SIGN | ADMIN);
	CHECK_INT(post(h.st, plain, "/a/%s/publishing", h.old)->code, 403);
	stage_close(h.st);
}

TEST(what_is_taken_back_is_gone_at_once_and_may_be_shown_again)
{
	struct shown h = shown_house();

	CHECK_INT(post(h.st, "", "/a/%s/publishing/take-back",
	               h.old)->code, 303);
	all_are(&h, h.old, 404, true);
	CHECK_HAS_NOT(bytes_of(&h, "/data.csv"), h.old);
	CHECK_HAS_NOT(bytes_of(&h, "/feed.xml"), h.old);
	CHECK_HAS_NOT(PAGE(get(h.st, "/p/%s?q=service", h.st->org_key)),
	              h.old);
	publish_it(&h, plain);
	all_are(&h, h.old, 200, true);
	CHECK_INT(post(h.st, plain, "/a/%s/publishing", h.old)->code, 409);
	stage_close(h.st);
}

TEST(what_is_shown_is_the_edition_byte_for_byte)
{
	struct shown h = shown_house();
	struct scope s = stage_scope(h.st);
	struct edition e = {0};
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, h.old, &id));
	CHECK_OK(edition_get(&s, id, &e));
	CHECK_TEXT(bytes_of(&h, in_one(&h, "/document.json")), e.document);
	stage_close(h.st);
}

/* The words of a PDF, as pdftotext reads them. */
static const char *pdf_text(struct stage *st, struct bytes pdf)
{
	char name[] = "/tmp/vagval-publish-XXXXXX";
	int file = mkstemp(name);
	char *text = arena_take(st->mem, 1024 * 1024);
	FILE *pipe;

	CHECK(file >= 0);
	CHECK(write(file, pdf.v, pdf.n) == (ssize_t)pdf.n);
	close(file);
	pipe = popen(arena_print(st->mem, "pdftotext %s -", name), "r");
	CHECK(pipe != NULL);
	CHECK(fread(text, 1, 1024 * 1024 - 1, pipe) > 0);
	pclose(pipe);
	unlink(name);
	return text;
}

static void has_no_name(const char *text)
{
	static const char *const names[] = {
		"Karin Ek", "Maria Lund", "Maria", "Sam Okand", "SAM OKAND",
		"Gun-Britt", "@test.example",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		CHECK_HAS_NOT(text, names[i]);
}

/* Names in people's own words too, in the genitive and in capitals. */
static struct shown house_with_names(void)
{
	struct stage *st = stage_open(NULL);
	const char *text = example_with(st->mem,
		"example/rsp_test_2021.json", "Dagligvaror och drivmedel finns"
		" kvar", "\\nSAM OKAND säger: Karin Eks butik och”Gun-Britt”"
		" finns kvar");
	struct shown h = { .st = st, .old = "rsptest121" };
	struct scope s = stage_scope(st);
	struct document d;
	enum imported done;

	CHECK_INT(example_read(st->mem, text, &d).wrong, JSON_FINE);
	IN_WRITE(st, document_import(&s, &d, false, &done));
	st->house.url = "https://vagval.example";
	return h;
}

TEST(a_masked_copy_has_no_name_in_page_pdf_or_data)
{
	struct shown h = house_with_names();
	struct req *r;

	switch_view(h.st, 1, 0);
	publish_it(&h, masked);
	r = get(h.st, "/p/%s/a/%s", h.st->org_key, h.old);
	CHECK_HAS(PAGE(r), "en processledare");
	CHECK_HAS(PAGE(r), "en processledares butik");
	has_no_name(PAGE(r));
	has_no_name(bytes_of(&h, in_one(&h, "/document.json")));
	has_no_name(bytes_of(&h, in_one(&h, "/findings.csv")));
	has_no_name(bytes_of(&h, "/data.json"));
	has_no_name(bytes_of(&h, "/data.csv"));
	has_no_name(bytes_of(&h, "/feed.xml"));
	has_no_name(PAGE(get(h.st, "/p/%s", h.st->org_key)));
	r = get(h.st, "/p/%s/a/%s/report.pdf", h.st->org_key, h.old);
	CHECK_HAS(pdf_text(h.st, r->bytes), "en behörig person");
	has_no_name(pdf_text(h.st, r->bytes));
	stage_close(h.st);
}

TEST(a_masked_copy_is_still_a_document)
{
	struct shown h = open_house();
	struct mask_list none = {0};
	struct document d;
	char *text;

	text = mask_document(h.st->mem, example_with(h.st->mem,
		"example/rsp_test_2021.json", "{", "{"), &none);
	CHECK(text != NULL);
	CHECK_INT(example_read(h.st->mem, text, &d).wrong, JSON_FINE);
	CHECK_TEXT(d.a.lead_name, "en processledare");
	CHECK_TEXT(d.ending.signed_by, "en behörig person");
	CHECK_INT(d.findings.n, 12);
	stage_close(h.st);
}

static bool finds(const struct shown *h, const char *query)
{
	struct req *r = get(h->st, "/p/%s?%s", h->st->org_key, query);

	CHECK_INT(r->code, 200);
	return strstr(PAGE(r), arena_print(h->st->mem, "/a/%s'", h->old)) !=
	       NULL;
}

TEST(search_knows_swedish_letters_and_takes_signs_as_they_are)
{
	struct stage *st = stage_open(NULL);
	const char *text = example_with(st->mem,
		"example/rsp_test_2021.json", "Dagligvaror och drivmedel",
		"I Åre 100 % av samebyarna, dagligvaror");
	struct shown h = { .st = st, .old = "rsptest121" };
	struct scope s = stage_scope(st);
	struct document d;
	enum imported done;

	CHECK_INT(example_read(st->mem, text, &d).wrong, JSON_FINE);
	IN_WRITE(st, document_import(&s, &d, false, &done));
	switch_view(st, 1, 0);
	publish_it(&h, plain);
	CHECK(finds(&h, "q=%C3%85re"));
	CHECK(finds(&h, "q=%C3%A5RE+SAMEBYAR"));
	CHECK(finds(&h, "q=A%CC%8Are"));                /* not composed */
	CHECK(finds(&h, "q=100+%25"));
	CHECK(!finds(&h, "q=100_%25"));
	CHECK(!finds(&h, "q=%25%25"));
	CHECK(!finds(&h, "q=%C3%84re"));
	CHECK(!finds(&h, "q=samebyar+rymdraket"));
	CHECK(finds(&h, "q="));
	stage_close(st);
}

TEST(a_list_is_narrowed_by_goal_kind_and_year)
{
	struct shown h = shown_house();

	CHECK(finds(&h, "goal=agenda2030:10"));
	CHECK(!finds(&h, "goal=agenda2030:99"));
	CHECK(!finds(&h, "goal=rus_test:10"));
	CHECK(finds(&h, "kind=1&year=2021"));
	CHECK(!finds(&h, "kind=2"));
	CHECK(!finds(&h, "year=2020"));
	CHECK(!finds(&h, "page=2"));
	CHECK(finds(&h, "page=99999999999&kind=x&goal=:&year=-1"));
	stage_close(h.st);
}

TEST(open_data_says_goal_direction_and_path_apart)
{
	struct shown h = shown_house();
	const char *csv = bytes_of(&h, "/data.csv");
	const char *json = bytes_of(&h, "/data.json");

	CHECK(strncmp(csv, "\xEF\xBB\xBF" "assessment;title;", 20) == 0);
	CHECK_HAS(csv, "http://metadata.un.org/sdg/10;positive;direct;");
	CHECK_HAS(csv, "rus_test");
	CHECK_HAS(json, "publicdomain/zero/1.0/");
	CHECK_HAS(json, "\"iri\": \"http://metadata.un.org/sdg/11\"");
	CHECK_HAS(json, "\"directness\": \"direct\"");
	CHECK_HAS(bytes_of(&h, "/dcat.rdf"), "https://vagval.example/p/");
	stage_close(h.st);
}

TEST(text_that_a_spreadsheet_would_run_is_only_text)
{
	struct stage *st = stage_open(NULL);
	const char *text = example_with(st->mem,
		"example/rsp_test_2021.json", "Dagligvaror och drivmedel",
		"=cmd|' /C calc'!A0;");
	struct shown h = { .st = st, .old = "rsptest121" };
	struct scope s = stage_scope(st);
	struct document d;
	enum imported done;

	CHECK_INT(example_read(st->mem, text, &d).wrong, JSON_FINE);
	IN_WRITE(st, document_import(&s, &d, false, &done));
	switch_view(st, 1, 0);
	publish_it(&h, plain);
	CHECK_HAS(bytes_of(&h, "/data.csv"), ";\"'=cmd|");
	CHECK_HAS_NOT(bytes_of(&h, "/data.csv"), ";=");
	CHECK_HAS_NOT(bytes_of(&h, "/data.csv"), ";\"=");
	stage_close(st);
}

static const char *ids_in(struct arena *mem, const char *feed)
{
	const char *out = "";

	while ((feed = strstr(feed, "<id>")) != NULL) {
		out = arena_print(mem, "%s %.45s", out, feed + 4);
		feed += 4;
	}
	return out;
}

TEST(the_identities_of_a_feed_outlive_address_and_showing_again)
{
	struct shown h = shown_house();
	const char *first = ids_in(h.st->mem, bytes_of(&h, "/feed.xml"));

	CHECK_HAS(first, "urn:uuid:");
	h.st->house.url = "https://annan.example";
	h.st->now += 1000;
	CHECK_INT(post(h.st, "", "/a/%s/publishing/take-back",
	               h.old)->code, 303);
	publish_it(&h, plain);
	CHECK_TEXT(ids_in(h.st->mem, bytes_of(&h, "/feed.xml")), first);
	CHECK_HAS(PAGE(get(h.st, "/p/%s", h.st->org_key)),
	          "type='application/atom+xml'");
	stage_close(h.st);
}

TEST(another_organisations_key_shows_nothing)
{
	struct shown h = shown_house();
	struct shown other = { .st = stage_open(NULL), .old = h.old };

	switch_view(other.st, 1, 0);
	CHECK_INT(get(other.st, "/p/%s", other.st->org_key)->code, 200);
	all_are(&other, h.old, 404, true);
	CHECK_HAS_NOT(bytes_of(&other, "/data.json"), h.old);
	stage_close(other.st);
	stage_close(h.st);
}

TEST(two_who_change_the_introduction_do_not_lose_a_word)
{
	struct shown h = open_house();
	struct req *r;

	switch_view(h.st, 1, 0);
	r = post(h.st, "form=view&version=0&shown=1&introduction=Annat",
	         "/o/%s/publishing", h.st->org_key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Annat");
	stage_close(h.st);
}
