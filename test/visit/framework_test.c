#include "account/account.h"
#include "framework/framework.h"
#include "stage.h"

static const struct route *const *tables(void)
{
	static const struct route *all[3];

	all[0] = framework_routes;
	all[1] = account_routes;
	return all;
}

static struct req *add(struct stage *st, const char *fields)
{
	return post(st, fields, "/o/%s/frameworks/new", st->org_key);
}

static struct framework stored(struct stage *st, const char *code,
                               const char *edition)
{
	struct scope s = stage_scope(st);
	struct framework f;
	i64 id;

	CHECK_OK(framework_by_code(&s, code, edition, &id));
	CHECK_OK(framework_get(&s, id, &f));
	return f;
}

#define RUS "form=new&code=rus_norr&edition=1&kind=1&title_sv=RUS+Norr"

TEST(the_shipped_frameworks_are_fetched_once)
{
	struct stage *st = stage_open(tables());
	struct framework f;

	routes_check(&st->house);
	CHECK_HAS(PAGE(get(st, "/o/%s/frameworks", st->org_key)),
	          "Inga ramverk än");
	CHECK_INT(post(st, "", "/o/%s/frameworks", st->org_key)->code, 303);
	CHECK_INT(post(st, "", "/o/%s/frameworks", st->org_key)->code, 303);
	f = stored(st, "agenda2030", "2015 (A/RES/70/1)");
	CHECK_INT(f.goals.n, 186);
	CHECK(f.shipped && f.kind == FRAMEWORK_AGENDA2030);
	CHECK_TEXT(f.goals.v[1].code, "1.1");
	CHECK_TEXT(f.goals.v[1].parent, "1");
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s/frameworks", st->org_key)),
	              "Följer med programmet");
	stage_close(st);
}

TEST(an_older_edition_of_a_shipped_framework_is_replaced_on_request_only)
{
	struct stage *st = stage_open(tables());
	struct req *r;

	CHECK_INT(add(st, "form=new&code=folkhalsa&edition=2003&kind=3"
	              "&title_sv=Folkh%C3%A4lsa&goals=F1+H%C3%A4lsa")->code,
	          303);
	CHECK_INT(post(st, "", "/o/%s/frameworks", st->org_key)->code, 303);
	CHECK_INT(stored(st, "folkhalsa", "2003").state, FRAMEWORK_VALID);
	r = get(st, "/o/%s/frameworks", st->org_key);
	CHECK_HAS(PAGE(r), "Ny utgåva");
	CHECK_INT(post(st, "code=folkhalsa", "/o/%s/frameworks",
	               st->org_key)->code, 303);
	CHECK_INT(stored(st, "folkhalsa", "2003").state, FRAMEWORK_REPLACED);
	CHECK_INT(post(st, "code=nothing", "/o/%s/frameworks",
	               st->org_key)->code, 404);
	stage_close(st);
}

TEST(an_organisation_adds_its_rus_as_a_pasted_list)
{
	struct stage *st = stage_open(tables());
	struct req *r = add(st, RUS "&target_picture=Hela+l%C3%A4net"
		"&constructed=1&goals=R10+Sist%0D%0AR2+N%C3%A4ringsliv");
	struct framework f = stored(st, "rus_norr", "1");

	CHECK_INT(r->code, 303);
	CHECK_TEXT(f.goals.v[0].title_sv, "Näringsliv");
	CHECK_TEXT(f.target_picture, "Hela länet");
	r = get(st, "/o/%s/frameworks/%s", st->org_key, f.key);
	CHECK_HAS(PAGE(r), "<span class='sdg r'>R10</span>");
	CHECK_HAS(PAGE(r), "Konstruerat");
	CHECK_HAS(PAGE(r), "Hela länet");
	stage_close(st);
}

TEST(a_line_that_is_not_understood_is_shown_and_all_that_was_typed_is_kept)
{
	struct stage *st = stage_open(tables());
	struct req *r = add(st, RUS "&goals=R1+Klimat%0D%0Abara+text");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Rad 2 går inte att läsa: bara text");
	CHECK_HAS(PAGE(r), "R1 Klimat");
	CHECK_HAS(PAGE(r), "value='RUS Norr'");
	r = add(st, "form=new&code=R%C3%84V&valid_to=31+mars+2025"
	        "&valid_from=2026-01-01&source=javascript:x");
	CHECK_HAS(PAGE(r), "href='#new-code'");
	CHECK_HAS(PAGE(r), "href='#new-edition'");
	CHECK_HAS(PAGE(r), "href='#new-source'");
	CHECK_HAS(PAGE(r), "href='#new-valid_to'");
	CHECK_HAS(PAGE(r), "href='#new-kind'");
	stage_close(st);
}

/* As a browser sends the form with a file in it. */
static struct req *upload(struct stage *st, const char *head,
                          const char *file)
{
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);
	char *body = arena_print(st->mem, "--b\r\nContent-Disposition:"
		" form-data; name=\"csrf\"\r\n\r\n%s\r\n%s--b\r\n"
		"Content-Disposition: form-data; name=\"file\";"
		" filename=\"f\"\r\n\r\n%s\r\n--b--\r\n", st->csrf, head,
		file);

	r->method = POST;
	r->address = r->path = arena_print(st->mem, "/o/%s/frameworks/new",
	                                   st->org_key);
	r->cookies = st->cookie;
	r->browser = "a test";
	r->content_type = "multipart/form-data; boundary=b";
	r->body = (struct bytes){ body, strlen(body) };
	serve(r);
	return r;
}

#define PART(name, value) "--b\r\nContent-Disposition: form-data;" \
	" name=\"" name "\"\r\n\r\n" value "\r\n"
#define HEAD PART("form", "new") PART("code", "budget") \
	PART("edition", "2026") PART("title_sv", "Budget") PART("kind", "5")

TEST(goals_come_from_a_file_of_csv_and_a_whole_framework_from_json)
{
	struct stage *st = stage_open(tables());
	struct req *r = upload(st, HEAD, "kod;titel;dimension\nB1;Barn;blå\n");
	struct framework f;

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Rad 2 i filen");
	CHECK_HAS(PAGE(r), "value='Budget'");
	r = upload(st, HEAD, "kod;titel;dimension\nB1;Barn;social\n");
	CHECK_INT(r->code, 303);
	CHECK_INT(stored(st, "budget", "2026").goals.v[0].dimensions, SOCIAL);
	r = upload(st, PART("form", "new"), "{\"id\":\"rus_j\"}");
	CHECK_HAS(PAGE(r), "Rad 1: ");
	r = upload(st, PART("form", "new"), "{\"id\":\"rus_j\",\"version\":"
		"\"1\",\"title\":{\"sv\":\"J\"},\"goals\":[{\"code\":\"1\","
		"\"title\":{\"sv\":\"Ett\"},\"kind\":\"vision\"}]}");
	CHECK_INT(r->code, 303);
	f = stored(st, "rus_j", "1");
	CHECK_INT(f.kind, FRAMEWORK_RUS);
	CHECK_INT(f.goals.v[0].kind, GOAL_VISION);
	stage_close(st);
}

TEST(an_edition_that_is_there_is_not_added_again)
{
	struct stage *st = stage_open(tables());
	struct req *r;

	CHECK_INT(add(st, RUS "&goals=R1+A")->code, 303);
	r = add(st, RUS "&goals=R1+B");
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Den utgåvan av rus_norr finns redan.");
	stage_close(st);
}

TEST(a_new_edition_replaces_the_old_which_stays_readable)
{
	struct stage *st = stage_open(tables());
	const char *key;
	struct req *r;

	CHECK_INT(add(st, RUS "&goals=R1+Klimat")->code, 303);
	key = stored(st, "rus_norr", "1").key;
	r = get(st, "/o/%s/frameworks/new?replaces=%s", st->org_key, key);
	CHECK_HAS(PAGE(r), "R1\tKlimat");
	CHECK_HAS(PAGE(r), "value='rus_norr'");
	r = add(st, arena_print(st->mem, "form=new&code=rus_norr&edition=2"
		"&kind=1&title_sv=RUS&goals=R1+Klimat%%0AR2+Hav&replaces=%s",
		key));
	CHECK_INT(r->code, 303);
	CHECK_TEXT(stored(st, "rus_norr", "1").replaced_by,
	           stored(st, "rus_norr", "2").key);
	r = get(st, "/o/%s/frameworks/%s", st->org_key, key);
	CHECK_HAS(PAGE(r), "Ersatt av");
	CHECK_HAS(PAGE(r), "Klimat");
	r = add(st, arena_print(st->mem, "form=new&code=rus_norr&edition=3"
		"&kind=1&title_sv=RUS&goals=R1+Klimat&replaces=%s", key));
	CHECK_INT(r->code, 409);
	stage_close(st);
}

TEST(a_goals_dimensions_can_be_overridden_and_taken_back)
{
	struct stage *st = stage_open(tables());
	struct framework f;
	const char *at;

	CHECK_INT(post(st, "code=agenda2030", "/o/%s/frameworks",
	               st->org_key)->code, 303);
	f = stored(st, "agenda2030", "2015 (A/RES/70/1)");
	at = arena_print(st->mem, "/o/%s/frameworks/%s/goals/13.2",
	                 st->org_key, f.key);
	CHECK_HAS(PAGE(get(st, "%s", at)), "sdg g13");
	CHECK_INT(post(st, "version=1&dimension=1&dimension=4", "%s",
	               at)->code, 303);
	CHECK_HAS(PAGE(get(st, "%s", at)), "Från början: Miljömässig");
	CHECK_INT(post(st, "version=1&dimension=1", "%s", at)->code, 409);
	CHECK_INT(post(st, "version=2&dimension=2", "%s", at)->code, 303);
	CHECK_HAS_NOT(PAGE(get(st, "%s", at)), "Från början");
	CHECK_INT(get(st, "%s9", at)->code, 404);
	stage_close(st);
}

TEST(texts_and_validity_can_be_changed_and_the_goals_cannot)
{
	struct stage *st = stage_open(tables());
	struct framework f;
	struct req *r;

	CHECK_INT(add(st, RUS "&goals=R1+A")->code, 303);
	f = stored(st, "rus_norr", "1");
	r = post(st, "form=change&version=1&title_sv=RUS+2026&goals=R9+X"
	         "&valid_to=2025-01-31", "/o/%s/frameworks/%s/change",
	         st->org_key, f.key);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(stored(st, "rus_norr", "1").title_sv, "RUS 2026");
	CHECK_TEXT(stored(st, "rus_norr", "1").hash, f.hash);
	CHECK_HAS(PAGE(get(st, "/o/%s/frameworks", st->org_key)),
	          "Gick ut 31 januari 2025");
	r = post(st, "form=change&version=1&title_sv=Annat",
	         "/o/%s/frameworks/%s/change", st->org_key, f.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "RUS 2026");
	stage_close(st);
}

TEST(who_may_only_read_sees_frameworks_and_changes_nothing)
{
	struct stage *st = stage_open(tables());
	const char *key;

	CHECK_INT(add(st, RUS "&goals=R1+A")->code, 303);
	key = stored(st, "rus_norr", "1").key;
	stage_rights(st, READ);
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s/frameworks", st->org_key)),
	              "frameworks/new");
	CHECK_INT(get(st, "/o/%s/frameworks/new", st->org_key)->code, 403);
	CHECK_INT(add(st, RUS)->code, 403);
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s/frameworks/%s/goals/R1",
	                       st->org_key, key)), "type='checkbox'");
	stage_as_stranger(st);
	CHECK_INT(get(st, "/o/%s/frameworks/%s", st->org_key, key)->code,
	          404);
	stage_close(st);
}
