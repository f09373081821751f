/* What is corrected in a matter afterwards, and what stands. */
#include "db/db.h"
#include "matter/matter.h"
#include "trial.h"

static struct req *sends(struct trial *e, const char *fields,
                         const char *rest)
{
	return post(e->st, fields, "/m/%s%s", e->matter, rest);
}

static void sent(struct trial *e, const char *fields, const char *rest)
{
	struct req *r = sends(e, fields, rest);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", rest, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static i64 version_of_step(struct trial *e, i64 no)
{
	struct scope s = stage_scope(e->st);
	struct chain chain = {0};

	CHECK_OK(chain_read(&s, e->matter_id, &chain));
	return chain.v[no - 1].version;
}

TEST(who_has_concluded_keeps_the_role_it_concluded_in)
{
	struct trial e = trial_open();
	const char *role = arena_print(e.st->mem, "version=%lld&role=4"
		"&day=2025-10-10", version_of_step(&e, 1));
	const char *open = arena_print(e.st->mem, "version=%lld&role=1"
		"&day=2025-10-31", version_of_step(&e, 2));

	CHECK_INT(sends(&e, role, "/chain/1")->code, 409);
	sent(&e, open, "/chain/2");
	stage_close(e.st);
}

/* -- a referral back ----------------------------------------------------- */

static struct task_list tasks(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct task_list all = {0};

	CHECK_OK(task_list(&s, e->matter_id, &all));
	return all;
}

static struct task third(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct task t = {0};

	CHECK_OK(task_get(&s, e->matter_id, 3, &t));
	return t;
}

#define BACK "&kind=5&day=2025-10-16&reason="

TEST(a_corrected_referral_back_has_one_task_that_follows_it)
{
	struct trial e = trial_open();

	sent(&e, "version=2" BACK "Ett", "/chain/2/outcome");
	sent(&e, "version=1" BACK "Tv%C3%A5", "/decisions/2");
	CHECK_TEXT(third(&e).text, "Två");
	CHECK_INT(third(&e).done_at, 0);
	sent(&e, "version=2&kind=4&day=2025-10-16", "/decisions/2");
	CHECK(third(&e).done_at != 0);
	CHECK_HAS(third(&e).done_note, "ingen återremiss");
	sent(&e, "version=3" BACK "Tre", "/decisions/2");
	CHECK_INT(third(&e).done_at, 0);
	CHECK_TEXT(third(&e).text, "Tre");
	CHECK_INT(tasks(&e).n, 3);
	stage_close(e.st);
}

TEST(what_somebody_has_done_stays_done_when_the_reason_is_corrected)
{
	struct trial e = trial_open();

	sent(&e, "version=2" BACK "Ett", "/chain/2/outcome");
	sent(&e, "text=Eget&version=1", "/tasks/3");
	sent(&e, "version=1" BACK "Ett&paragraph=7", "/decisions/2");
	CHECK_TEXT(third(&e).text, "Eget");
	sent(&e, "note=Klart", "/tasks/3/done");
	sent(&e, "version=2" BACK "Tv%C3%A5", "/decisions/2");
	sent(&e, "version=3&kind=4&day=2025-10-16", "/decisions/2");
	sent(&e, "version=4" BACK "Tre", "/decisions/2");
	CHECK_TEXT(third(&e).text, "Eget");
	CHECK_TEXT(third(&e).done_note, "Klart");
	CHECK_INT(tasks(&e).n, 3);
	stage_close(e.st);
}

TEST(a_task_lies_with_the_name_as_it_is_written_on_both_engines)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct task t = { .text = "Skriv", .owner = "Eva Ek, chef" };
	static const struct { const char *name; i64 n; } tries[] = {
		{ "Eva Ek", 1 }, { "eva ek", 0 }, { "Eva E", 0 },
		{ "Eva %", 0 }, { "Eva Ek, chef", 1 },
	};

	IN_WRITE(e.st, task_note(&s, e.matter_id, &t));
	for (size_t i = 0; i < COUNT(tries); i++) {
		struct task_list all = {0};

		CHECK_OK(task_open_list(&s, tries[i].name, 9, &all));
		CHECK_INT(all.n, tries[i].n);
	}
	stage_close(e.st);
}

/* -- a paper that was sent ----------------------------------------------- */

static struct matter_paper first(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct matter_paper p = {0};

	CHECK_OK(matter_paper_get(&s, e->matter_id, 1, &p));
	return p;
}

TEST(of_a_paper_that_was_sent_only_how_it_is_registered_changes)
{
	static const char *const never[] = {
		"title=Ny", "use=3", "day=2025-10-18", "whom=Ny",
	};
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter_paper p;
	struct req *r;

	sent(&e, "version=1&title=Skrivelse&use=1&state=4&day=2025-10-17",
	     "/papers/1");
	for (size_t i = 0; i < COUNT(never); i++) {
		r = sends(&e, arena_print(e.st->mem, "version=2&%s",
		          never[i]), "/papers/1");
		CHECK_INT(r->code, 422);
		CHECK_HAS(PAGE(r), "Bara diarienummer och sekretess");
	}
	CHECK_HAS_NOT(PAGE(get(e.st, "/m/%s/papers/1", e.matter)),
	              "name='title'");
	sent(&e, "version=2&registry=R+7", "/papers/1");
	CHECK_TEXT(first(&e).title, "Skrivelse");
	CHECK_TEXT(first(&e).registry_no, "R 7");
	p = first(&e);
	p.title = "Annat";
	CHECK_OK(stage_begin(e.st));
	CHECK_INT(matter_paper_change(&s, e.matter_id, &p), DENIED);
	stage_rollback(e.st);
	stage_close(e.st);
}

#define LETTER "&title=Skrivelse&use=1&day=2025-10-17&registry=7"

TEST(only_a_registrar_marks_a_paper_as_secret_or_takes_the_mark_away)
{
	struct trial e = trial_open();
	struct req *r;

	stage_rights(e.st, READ | EDIT);
	r = sends(&e, "version=1" LETTER "&secret=OSL+26", "/papers/1");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Bara registrator");
	stage_rights(e.st, READ | EDIT | REGISTER);
	sent(&e, "version=1" LETTER "&secret=OSL+26&state=4", "/papers/1");
	stage_rights(e.st, READ | EDIT);
	CHECK_HAS_NOT(PAGE(get(e.st, "/m/%s/papers/1", e.matter)),
	              "name='secret'");
	sent(&e, "version=2&registry=8", "/papers/1");
	CHECK_TEXT(first(&e).secret_by, "OSL 26");
	stage_rights(e.st, READ | EDIT | REGISTER);
	sent(&e, "version=3&registry=8&secret=", "/papers/1");
	CHECK_TEXT(or_empty(first(&e).secret_by), "");
	stage_close(e.st);
}
