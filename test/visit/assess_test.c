/* Beginning an assessment and keeping its facts, through the door. */
#include "base/rights.h"
#include "trial.h"

static struct assessment now(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, t->id, &a));
	return a;
}

static struct req *begin(struct trial *t, const char *more)
{
	return post(t->st, arena_print(t->st->mem, "form=new&model=%s&%s",
	            t->method, more), "/o/%s/new", t->st->org_key);
}

TEST(an_assessment_begins_with_a_few_facts_and_leads_to_step_one)
{
	struct trial t = trial_open();
	struct req *r = begin(&t, arena_print(t.st->mem, "title=Budget"
	                      "&kind=8&parts=A%%0D%%0A%%0D%%0A+B+&framework=%s",
	                      t.goals));

	CHECK_INT(r->code, 303);
	CHECK_HAS(r->location, "/steps/1");
	t.key = arena_text(t.st->mem, r->location + 3, 10);
	r = get(t.st, "/a/%s/about", t.key);
	CHECK_HAS(PAGE(r), "value='A'");
	CHECK_HAS(PAGE(r), "value='B'");
	stage_close(t.st);
}

TEST(what_is_wrong_with_a_new_one_is_said_and_nothing_typed_is_lost)
{
	struct trial t = trial_open();
	struct snap before = snap_take(t.st), after;
	struct req *r = begin(&t, "title=&kind=1&parts=En+rad");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#new-title'");
	CHECK_HAS(PAGE(r), "href='#new-framework'");
	CHECK_HAS(PAGE(r), "En rad</textarea>");
	after = snap_take(t.st);
	CHECK(snap_differs(t.st, &before, &after, "") == NULL);
	stage_close(t.st);
}

TEST(a_framework_of_another_organisation_cannot_be_chosen)
{
	struct trial t = trial_open(), other = trial_open();
	struct req *r = begin(&t, arena_print(t.st->mem, "title=B&kind=8"
	                      "&parts=A&framework=%s", other.goals));

	CHECK_INT(r->code, 422);
	r = post(t.st, arena_print(t.st->mem, "title=B&kind=8&parts=A"
	         "&framework=%s&model=%s", t.goals, other.method),
	         "/o/%s/new", t.st->org_key);
	CHECK_INT(r->code, 404);
	stage_close(other.st);
	stage_close(t.st);
}

static const char *facts(struct trial *t, i64 version, const char *reason)
{
	return arena_print(t->st->mem, "form=facts&version=%lld"
	                   "&subject_version=1&title=Serviceprogram&kind=1"
	                   "&reason=%s", version, reason);
}

TEST(two_people_who_change_the_same_facts_see_both_texts)
{
	struct trial t = trial_open();
	i64 version = now(&t).version;
	struct req *r;

	CHECK_INT(post(t.st, facts(&t, version, "Den+f%C3%B6rsta"),
	               "/a/%s/about", t.key)->code, 303);
	stage_as_new(t.st, 0xFFFF);
	r = post(t.st, facts(&t, version, "Den+andra"), "/a/%s/about",
	         t.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Den första");
	CHECK_HAS(PAGE(r), "Den andra");
	CHECK_TEXT(now(&t).reason, "Den första");
	stage_close(t.st);
}

TEST(a_stale_form_that_is_sent_again_as_drawn_is_saved)
{
	struct trial t = trial_open();
	i64 version = now(&t).version;
	struct req *r;

	post(t.st, facts(&t, version, "A"), "/a/%s/about", t.key);
	r = post(t.st, facts(&t, version, "B"), "/a/%s/about", t.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), arena_print(t.st->mem,
	          "name='version' value='%lld'", now(&t).version));
	r = post(t.st, arena_print(t.st->mem, "version=%lld"
	         "&subject_version=2&title=Serviceprogram&kind=1&reason=B",
	         now(&t).version), "/a/%s/about", t.key);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(now(&t).reason, "B");
	stage_close(t.st);
}

TEST(a_form_sent_twice_makes_one_of_it)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	const char *fields = arena_print(t.st->mem, "key=abcdefghijklmnop"
		"&title=En&kind=1&parts=A&model=%s&framework=%s", t.method,
		t.goals);
	struct req *first = post(t.st, fields, "/o/%s/new", t.st->org_key);
	struct req *again = post(t.st, fields, "/o/%s/new", t.st->org_key);
	struct assessment_list all = {0};

	CHECK_INT(first->code, 303);
	CHECK_TEXT(first->location, again->location);
	CHECK_OK(assess_list(&s, 0, 0, 0, 100, &all));
	CHECK_INT(all.n, 2);
	stage_close(t.st);
}

TEST(a_receipt_is_the_visitors_own)
{
	struct trial t = trial_open();
	const char *fields = arena_print(t.st->mem, "key=abcdefghijklmnop"
		"&title=En&kind=1&parts=A&model=%s&framework=%s", t.method,
		t.goals);
	struct req *first = post(t.st, fields, "/o/%s/new", t.st->org_key);
	struct req *other;

	stage_as_new(t.st, 0xFFFF);
	other = post(t.st, fields, "/o/%s/new", t.st->org_key);
	CHECK_INT(other->code, 303);
	CHECK(!same(first->location, other->location));
	stage_close(t.st);
}

TEST(what_was_typed_waits_until_it_is_saved)
{
	struct trial t = trial_open();
	const char *page = arena_print(t.st->mem, "/a/%s/about", t.key);

	CHECK_INT(post(t.st, arena_print(t.st->mem, "page=%s&draft=facts+%s"
	               "&reason=Halvskrivet", page, page), "/draft")->code,
	          200);
	CHECK_HAS(PAGE(get(t.st, "%s", page)), "Halvskrivet");
	stage_as_new(t.st, 0xFFFF);
	CHECK_HAS_NOT(PAGE(get(t.st, "%s", page)), "Halvskrivet");
	stage_close(t.st);
}

TEST(a_saved_form_leaves_no_draft_behind)
{
	struct trial t = trial_open();
	const char *page = arena_print(t.st->mem, "/a/%s/about", t.key);

	post(t.st, arena_print(t.st->mem, "page=%s&draft=facts+%s"
	     "&reason=Halvskrivet", page, page), "/draft");
	CHECK_INT(post(t.st, arena_print(t.st->mem, "%s&page=%s",
	               facts(&t, now(&t).version, "Klart"), page), "%s",
	               page)->code, 303);
	CHECK_HAS_NOT(PAGE(get(t.st, "%s", page)), "Halvskrivet");
	stage_close(t.st);
}

TEST(the_sign_in_that_came_between_loses_nothing_typed)
{
	struct trial t = trial_open();
	const char *page = arena_print(t.st->mem, "/a/%s/about", t.key);
	struct req *r;

	stage_as_nobody(t.st);
	r = post(t.st, arena_print(t.st->mem, "form=facts&page=%s"
	         "&reason=Mitt+i", page), "%s", page);
	CHECK_INT(r->code, 303);
	CHECK_HAS(r->location, "/sign-in?back=");
	CHECK_TEXT(now(&t).reason, "");
	stage_close(t.st);
}

TEST(a_framework_with_marks_stays)
{
	struct trial t = trial_open();
	struct req *r = post(t.st, arena_print(t.st->mem,
		"form=frameworks&framework=%s", t.rus), "/a/%s/frameworks",
		t.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(get(t.st, "/a/%s/matrix", t.key)), "Klimat");
	stage_close(t.st);
}

TEST(a_replaced_framework_can_still_be_read_and_judged)
{
	struct trial t = trial_open();
	struct req *r = post(t.st, arena_print(t.st->mem, "code=rus_norr"
		"&edition=2&kind=1&title_sv=RUS+Norr+2&goals=R1+Ny"
		"&replaces=%s", t.rus), "/o/%s/frameworks/new",
		t.st->org_key);

	CHECK_INT(r->code, 303);
	CHECK_HAS(PAGE(get(t.st, "/o/%s/frameworks/%s", t.st->org_key,
	                   t.rus)), "Livsmiljö");
	CHECK_HAS(PAGE(get(t.st, "/a/%s/matrix", t.key)), "Livsmiljö");
	CHECK_HAS(PAGE(get(t.st, "/a/%s/about", t.key)), t.rus);
	CHECK_INT(post(t.st, "priority=1&question=rus_findings&v=p"
	               "&g-rus_norr-R1=1&sentence=Mer", "/a/%s/findings",
	               t.key)->code, 303);
	stage_close(t.st);
}

TEST(a_paper_is_always_a_file_and_never_a_page)
{
	struct trial t = trial_open();
	struct req *r = get(t.st, "/a/%s/files/%s", t.key, t.file);

	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->type, "application/octet-stream");
	CHECK_TEXT(r->download, "underlag.txt");
	CHECK_INT(r->bytes.n, 3);
	CHECK_INT(post(t.st, "", "/a/%s/files/%s/remove", t.key,
	               t.file)->code, 303);
	CHECK_INT(get(t.st, "/a/%s/files/%s", t.key, t.file)->code, 404);
	CHECK_INT(post(t.st, "", "/a/%s/files/%s/restore", t.key,
	               t.file)->code, 303);
	CHECK_INT(get(t.st, "/a/%s/files/%s", t.key, t.file)->code, 200);
	stage_close(t.st);
}

TEST(a_paper_of_one_assessment_is_not_in_another)
{
	struct trial t = trial_open(), other = trial_open();

	CHECK_INT(get(other.st, "/a/%s/files/%s", other.key, t.file)->code,
	          404);
	stage_close(other.st);
	stage_close(t.st);
}

TEST(what_people_write_in_an_assessment_is_shown_and_never_run)
{
	struct trial t = trial_open();
	static const char *const pages[] = { "", "/matrix", "/steps/1/1",
		"/findings/6", "/about", "/report", "/finish" };

	CHECK_INT(post(t.st, "priority=1&question=goals_findings&v=dp"
	               "&g-agenda-8=1&sentence=%3Cscript%3Ex%3C/script%3E"
	               "&places='%22%3E%3Cb%3E", "/a/%s/findings",
	               t.key)->code, 303);
	CHECK_INT(post(t.st, "title=%3Cscript%3Ey", "/a/%s/priorities",
	               t.key)->code, 303);
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct req *r = get(t.st, "/a/%s%s", t.key, pages[i]);

		CHECK_HAS_NOT(PAGE(r), "<script>x");
		CHECK_HAS_NOT(PAGE(r), "<script>y");
		CHECK_HAS_NOT(PAGE(r), "'\"><b>");
	}
	stage_close(t.st);
}
