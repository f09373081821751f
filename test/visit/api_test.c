/* The door for programs. */
#include "api/api.h"
#include "api/api_json.h"
#include "trial.h"
#include "web/session.h"

static struct req *called(struct trial *e, enum verb method, const char *path,
                          const char *token, const char *body)
{
	struct stage *st = e->st;
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);

	r->method = method;
	r->address = r->path = path;
	if (token != NULL)
		r->authorization = arena_print(st->mem, "Bearer %s", token);
	r->body = (struct bytes){ body, body == NULL ? 0 : strlen(body) };
	if (strchr(path, '?') != NULL) {
		size_t n = strcspn(path, "?");

		r->path = arena_text(st->mem, path, n);
		CHECK(fields_decode(st->mem, (struct bytes){ path + n + 1,
			strlen(path) - n - 1 }, &r->query));
	}
	return r;
}

static struct req *ask(struct trial *e, const char *path)
{
	struct req *r = called(e, GET, path, e->api, NULL);

	serve(r);
	return r;
}

static const char *said(struct req *r)
{
	return arena_text(r->s.mem, r->bytes.v, r->bytes.n);
}

static struct req *tell(struct trial *e, const char *path, const char *body)
{
	struct req *r = called(e, POST, path, e->api, body);

	serve(r);
	return r;
}

TEST(a_program_without_a_token_of_ours_is_told_so_and_nothing_else)
{
	struct trial e = trial_open();
	static const char *const wrong[] = { NULL, "", "vagval_nosuch" };

	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct req *r = called(&e, GET, "/api/v1/matters", wrong[i],
		                       NULL);

		serve(r);
		CHECK_INT(r->code, 401);
		CHECK_TEXT(r->type, "application/problem+json");
		CHECK_HAS_NOT(said(r), e.matter);
	}
	stage_close(e.st);
}

TEST(a_session_opens_no_door_for_programs)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/api/v1/matters");

	CHECK_INT(r->code, 401);
	stage_close(e.st);
}

TEST(a_token_that_was_taken_back_or_has_ended_opens_nothing)
{
	struct trial e = trial_open();

	CHECK_INT(ask(&e, "/api/v1/matters")->code, 200);
	CHECK_INT(post(e.st, "", "/o/%s/api/tokens/2/end",
	               e.st->org_key)->code, 303);
	CHECK_INT(ask(&e, "/api/v1/matters")->code, 401);
	stage_close(e.st);
}

TEST(a_program_sees_its_own_organisation_only)
{
	struct trial e = trial_open(), other = trial_open();
	const char *path = arena_print(e.st->mem, "/api/v1/matters/%s",
	                               other.matter);

	CHECK_INT(ask(&e, path)->code, 404);
	CHECK_HAS_NOT(said(ask(&e, "/api/v1/matters")), other.matter);
	CHECK_INT(ask(&other, path)->code, 200);
	stage_close(other.st);
	stage_close(e.st);
}

TEST(a_case_system_makes_a_matter_with_its_chain_and_assessment)
{
	struct trial e = trial_open();
	struct req *r = tell(&e, "/api/v1/matters", arena_print(e.st->mem,
		"{\"title\": \"Serviceprogram\", \"kind\": \"programme\","
		" \"registry_no\": \"RUN/536/2021\", \"chain\": [{\"body\": 1,"
		" \"role\": \"proposes\"}, {\"body\": 2, \"role\":"
		" \"decides\", \"planned_on\": \"2026-05-23\"}],"
		" \"assessments\": [\"%s\"]}", e.key));
	const char *self = r->location;

	CHECK_INT(r->code, 201);
	CHECK_HAS(said(r), self);
	r = ask(&e, self);
	CHECK_INT(r->code, 200);
	CHECK_HAS(said(r), "\"registry_no\": \"RUN/536/2021\"");
	CHECK_HAS(said(r), "\"planned_on\": \"2026-05-23\"");
	CHECK_HAS(said(r), e.key);
	r = ask(&e, "/api/v1/matters?registry_no=RUN/536/2021");
	CHECK_HAS(said(r), self);
	stage_close(e.st);
}

TEST(what_is_wrong_with_a_body_is_said_by_name)
{
	struct trial e = trial_open();
	static const struct { const char *body, *field; } all[] = {
		{ "", "" },
		{ "{", "" },
		{ "[]", "" },
		{ "{\"kind\": \"plan\"}", "title" },
		{ "{\"title\": \"A\", \"kind\": \"dance\"}", "kind" },
		{ "{\"title\": \"A\", \"kind\": \"plan\", \"x\": 1}", "x" },
		{ "{\"title\": \"A\", \"kind\": \"plan\"}", "registry_no" },
		{ "{\"title\": \"A\", \"kind\": \"plan\","
		  " \"no_registry\": \"x\", \"chain\":"
		  " [{\"body\": 99, \"role\": \"decides\"}]}", "chain" },
		{ "{\"title\": \"A\", \"kind\": \"plan\","
		  " \"no_registry\": \"x\", \"assessments\":"
		  " [\"nosuchkey1\"]}", "assessment" },
		{ "{\"title\": 7, \"kind\": \"plan\"}", "title" },
	};

	for (size_t i = 0; i < COUNT(all); i++) {
		struct req *r = tell(&e, "/api/v1/matters", all[i].body);

		CHECK_INT(r->code, 422);
		CHECK_TEXT(r->type, "application/problem+json");
		CHECK_HAS(said(r), all[i].field);
	}
	stage_close(e.st);
}

TEST(the_same_call_with_the_same_key_makes_one_matter)
{
	struct trial e = trial_open();
	const char *where[2];

	for (int i = 0; i < 2; i++) {
		struct req *r = called(&e, POST, "/api/v1/matters", e.api,
			"{\"title\": \"Ett\", \"kind\": \"plan\","
			" \"no_registry\": \"x\"}");

		r->once = "diariet-17";
		serve(r);
		CHECK_INT(r->code, 201);
		where[i] = r->location;
	}
	CHECK_TEXT(where[0], where[1]);
	stage_close(e.st);
}

TEST(a_program_meets_the_rules_of_bodies_like_a_person)
{
	struct trial e = trial_open();
	const char *path = arena_print(e.st->mem,
		"/api/v1/matters/%s/outcomes", e.matter);
	struct req *r = tell(&e, path, "{\"step\": 2, \"kind\":"
		" \"referred_back\", \"held_on\": \"2025-10-16\"}");

	CHECK_INT(r->code, 422);
	CHECK_HAS(said(r), "\"reason\"");
	r = tell(&e, path, "{\"step\": 2, \"kind\": \"referred_back\","
		" \"held_on\": \"2025-10-16\", \"reason\": \"Visa kostnaden\","
		" \"minority\": true, \"present\": 9, \"in_favour\": 4}");
	CHECK_INT(r->code, 422);
	CHECK_HAS(said(r), "fullmäktige");
	r = tell(&e, path, "{\"step\": 2, \"kind\": \"referred_back\","
		" \"held_on\": \"2025-10-16\", \"reason\": \"Visa kostnaden\"}");
	CHECK_INT(r->code, 201);
	r = ask(&e, arena_print(e.st->mem, "/api/v1/matters/%s", e.matter));
	CHECK_HAS(said(r), "\"state\": \"referred_back\"");
	CHECK_HAS(said(r), "Visa kostnaden");
	stage_close(e.st);
}

TEST(a_program_reads_the_text_block_and_the_document)
{
	struct trial e = trial_open();
	struct req *r = ask(&e, arena_print(e.st->mem,
		"/api/v1/assessments/%s/text", e.key));

	CHECK_INT(r->code, 200);
	CHECK_HAS(said(r), "\"basis\"");
	r = ask(&e, arena_print(e.st->mem, "/api/v1/assessments/%s", e.key));
	CHECK_HAS(said(r), "\"kind\": \"assessment\"");
	stage_close(e.st);
}

TEST(the_key_of_a_program_is_told_once_and_kept_nowhere)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "name=Diariet", "/o/%s/api/tokens",
	                     e.st->org_key);
	const char *secret = strstr(r->location, "secret=") + 7;

	CHECK_HAS(PAGE(get(e.st, "%s", r->location)), secret);
	CHECK_HAS_NOT(PAGE(get(e.st, "/o/%s/api", e.st->org_key)), secret);
	stage_close(e.st);
}

/* -- webhooks ------------------------------------------------------------ */

static struct delivery_list waiting(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct delivery_list all = {0};
	struct webhook_list hooks = {0};

	IN_WRITE(e->st, hook_collect(&s));
	CHECK_OK(webhook_list(&s, &hooks));
	CHECK_OK(delivery_list(&s, hooks.v[0].id, 100, &all));
	return all;
}

TEST(what_happens_is_told_once_and_without_content)
{
	struct trial e = trial_open();
	size_t before = waiting(&e).n;
	struct delivery_list all;

	tell(&e, "/api/v1/matters", "{\"title\": \"Nytt\", \"no_registry\": \"x\", \"kind\":"
	     " \"plan\", \"officer\": \"Bo\"}");
	all = waiting(&e);
	CHECK_INT(all.n, before + 1);
	CHECK_HAS(all.v[0].body, "\"type\": \"matter.changed\"");
	CHECK_HAS(all.v[0].body, "Nytt");
	CHECK_HAS_NOT(all.v[0].body, "Bo\"");
	CHECK_INT(waiting(&e).n, before + 1);
	stage_close(e.st);
}

TEST(what_was_before_a_receiver_is_not_told_and_what_it_did_not_ask_for)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct webhook_list hooks = {0};
	struct delivery_list all = {0};

	CHECK_INT(post(e.st, "url=https%3A%2F%2Fcase.example%2Fb&news=3",
	               "/o/%s/api/webhooks", e.st->org_key)->code, 303);
	tell(&e, "/api/v1/matters", "{\"title\": \"Nytt\", \"no_registry\": \"x\", \"kind\":"
	     " \"plan\"}");
	IN_WRITE(e.st, hook_collect(&s));
	CHECK_OK(webhook_list(&s, &hooks));
	CHECK_OK(delivery_list(&s, hooks.v[1].id, 10, &all));
	CHECK_INT(all.n, 0);
	stage_close(e.st);
}

TEST(a_receiver_off_the_list_is_refused)
{
	struct trial e = trial_open();

	CHECK_INT(post(e.st, "url=https%3A%2F%2Fevil.example%2F&news=0",
	               "/o/%s/api/webhooks", e.st->org_key)->code, 422);
	CHECK_INT(post(e.st, "url=http%3A%2F%2Fcase.example%2F&news=0",
	               "/o/%s/api/webhooks", e.st->org_key)->code, 422);
	stage_close(e.st);
}

TEST(a_call_is_tried_again_with_longer_pauses_and_then_given_up)
{
	i64 sum = 0, tries = 1, wait;

	for (; (wait = call_wait(tries)) >= 0; tries++) {
		CHECK(wait > 0);
		sum += wait;
	}
	CHECK_INT(tries, 11);
	CHECK(sum > 3 * 24 * 60 * 60 * 1000LL);
}

TEST(a_key_in_the_address_is_shown_only_if_it_is_ours)
{
	struct trial e = trial_open(), other = trial_open();

	CHECK_HAS_NOT(PAGE(get(e.st, "/o/%s/api?secret=evil",
	                       e.st->org_key)), "<code>");
	CHECK_HAS_NOT(PAGE(get(e.st, "/o/%s/api?secret=%s", e.st->org_key,
	                       other.api)), "<code>");
	stage_close(other.st);
	stage_close(e.st);
}

TEST(what_happens_while_a_receiver_is_stopped_is_not_told_afterwards)
{
	struct trial e = trial_open();
	size_t before = waiting(&e).n;

	post(e.st, "", "/o/%s/api/webhooks/1/stop", e.st->org_key);
	tell(&e, "/api/v1/matters", "{\"title\": \"Nytt\","
	     " \"no_registry\": \"x\", \"kind\": \"plan\"}");
	post(e.st, "", "/o/%s/api/webhooks/1/start", e.st->org_key);
	CHECK_INT(waiting(&e).n, before);
	stage_close(e.st);
}
