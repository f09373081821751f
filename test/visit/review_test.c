/* Review by link, what changed in the proposal, and the report back. */
#include <string.h>

#include "base/rights.h"
#include "document/document.h"
#include "review/review.h"
#include "trial.h"

static struct req *page(struct trial *e, const char *rest)
{
	return get(e->st, "/a/%s/%s", e->key, rest);
}

static struct req *form(struct trial *e, const char *fields, const char *rest)
{
	return post(e->st, fields, "/a/%s/%s", e->key, rest);
}

static enum assessment_state state_of(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, e->id, &a));
	return a.state;
}

/* The secret in the address that a link's maker is sent to. */
static const char *secret_in(struct trial *e, const struct req *r)
{
	const char *at = r->location == NULL ? NULL :
	                 strstr(r->location, "secret=");

	if (at == NULL)
		fail_msg("%d %s", r->code, PAGE(r));
	return arena_text(e->st->mem, at + 7, strcspn(at + 7, "&"));
}

/* Round 1 asks the actor that is missing; gives the secret of its link. */
static const char *asked(struct trial *e)
{
	struct req *r;

	CHECK_INT(form(e, "missing=1", "review/1/asked")->code, 303);
	CHECK_INT(form(e, "version=1", "review/1/asked/2/link")->code, 422);
	r = form(e, "version=1&yes=1", "review/1/asked/2/link");
	return secret_in(e, r);
}

static struct req *by_link(struct trial *e, const char *secret,
                           const char *fields)
{
	const char *cookie = e->st->cookie, *csrf = e->st->csrf;
	i64 person = e->st->person;
	struct req *r;

	stage_as_nobody(e->st);
	r = fields == NULL ? get(e->st, "/l/%s/review", secret) :
	    post(e->st, fields, "/l/%s/review", secret);
	e->st->cookie = cookie;
	e->st->csrf = csrf;
	e->st->person = person;
	return r;
}

TEST(those_who_were_missing_are_offered_first_with_how_they_are_reached)
{
	struct trial e = trial_open();
	struct req *r = page(&e, "review/2");
	const char *missing = strstr(PAGE(r), "De som saknades");

	CHECK_HAS(missing, "Så nås de: Samtal");
	CHECK_HAS(missing, "Andra som berörs");
	CHECK_INT(form(&e, "experts=", "review/2/asked")->code, 422);
	CHECK_INT(form(&e, "experts=A%0AA", "review/2/asked")->code, 422);
	CHECK_INT(form(&e, "missing=99", "review/2/asked")->code, 404);
	stage_close(e.st);
}

TEST(sharing_a_draft_takes_a_yes_that_is_logged_and_a_link_told_once)
{
	struct trial e = trial_open();
	struct req *r;
	const char *secret;

	CHECK_INT(form(&e, "missing=1", "review/1/asked")->code, 303);
	CHECK_HAS(PAGE(page(&e, "review/1/asked/2")),
	          "lämnas ut till Samebyar");
	r = form(&e, "version=1&yes=1", "review/1/asked/2/link");
	secret = secret_in(&e, r);
	CHECK_HAS(PAGE(get(e.st, "%s", r->location)), secret);
	r = page(&e, "review/1/asked/2");
	CHECK_HAS_NOT(PAGE(r), secret);
	CHECK_HAS(PAGE(r), "Karin Ek bestämde att dela");
	CHECK_INT(form(&e, "version=1&yes=1", "review/1/asked/2/link")->code,
	          409);
	CHECK_INT(by_link(&e, secret, NULL)->code, 200);
	CHECK_INT(by_link(&e, "abcdefghijabcdefghij", NULL)->code, 404);
	stage_close(e.st);
}

TEST(another_authority_receives_what_is_shared_as_its_own_record)
{
	struct trial e = trial_open();

	CHECK_HAS(PAGE(page(&e, "review/1/asked/1")),
	          "allmän handling hos er och hos Miljöenheten");
	CHECK_INT(form(&e, "experts=Ekonomienheten", "review/1/asked")->code,
	          303);
	CHECK_HAS_NOT(PAGE(page(&e, "review/1/asked/2")), "allmän handling");
	stage_close(e.st);
}

TEST(two_who_read_at_once_are_both_kept_word_for_word)
{
	struct trial e = trial_open();
	const char *secret = asked(&e);
	struct req *r = by_link(&e, secret, NULL);

	CHECK_HAS(PAGE(r), "Bilen behövs");             /* the draft */
	CHECK_HAS_NOT(PAGE(r), "Det tar längre tid");   /* another's */
	CHECK_INT(by_link(&e, secret, "about=2&text=Renarna++g%C3%A5r+h%C3"
	          "%A4r%0Ajust+nu")->code, 303);
	CHECK_INT(by_link(&e, e.reviewing, "about=0&text=Bra")->code, 303);
	r = page(&e, "review/1");
	CHECK_HAS(PAGE(r), "Renarna  går här\njust nu");
	CHECK_HAS(PAGE(r), ">Bra<");
	CHECK_HAS(PAGE(r), "Inkommen 17 oktober 2025, allmän handling");
	CHECK_INT(by_link(&e, secret, "about=77&text=Hej")->code, 404);
	CHECK_INT(by_link(&e, secret, "about=0&text=")->code, 422);
	stage_close(e.st);
}

TEST(who_loses_a_link_while_typing_is_shown_what_was_typed)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(form(&e, "", "review/1/asked/1/end")->code, 303);
	r = by_link(&e, e.reviewing, "about=0&text=En+l%C3%A5ng+synpunkt");
	CHECK_INT(r->code, 404);
	CHECK_HAS(PAGE(r), "En lång synpunkt");
	CHECK_HAS_NOT(PAGE(page(&e, "review/1")), "En lång synpunkt");
	CHECK_INT(form(&e, "", "review/1/asked/1/end")->code, 409);
	stage_close(e.st);
}

TEST(a_review_is_over_when_it_is_closed_and_each_comment_is_treated)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(form(&e, "", "review/2/close")->code, 303);
	CHECK_INT(form(&e, "", "review/1/close")->code, 303);
	CHECK_INT(state_of(&e), ASSESS_ONGOING);
	CHECK_INT(form(&e, "version=1&treated=3&how=", "comments/1")->code,
	          422);
	CHECK_INT(form(&e, "version=1&treated=3&how=Ryms+inte",
	               "comments/1")->code, 303);
	CHECK_INT(form(&e, "version=1&treated=1&how=", "comments/1")->code,
	          409);
	CHECK_INT(state_of(&e), ASSESS_REVIEWED);
	CHECK_INT(form(&e, "was=Bil&becomes=Buss&because=C1&day=2025-10-17",
	               "changes")->code, 303);
	r = by_link(&e, e.reviewing, NULL);
	CHECK_HAS(PAGE(r), "Ändrat i förslaget, från ”Bil” till ”Buss”.");
	CHECK_HAS(PAGE(r), "Beaktas inte");
	CHECK_HAS(PAGE(r), "Ryms inte");
	CHECK_INT(form(&e, "", "review/1/close")->code, 409);
	CHECK_INT(form(&e, "missing=1", "review/1/asked")->code, 409);
	stage_close(e.st);
}

TEST(what_comes_after_the_end_is_told_so_and_kept_as_late)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct review_list all = {0};
	struct req *r;

	trial_end(&e, ASSESS_DONE);
	CHECK_HAS(PAGE(by_link(&e, e.reviewing, NULL)),
	          "Säkringen är avslutad");
	CHECK_INT(by_link(&e, e.reviewing, "about=0&text=F%C3%B6r+sent")
	          ->code, 303);
	r = page(&e, "review/1");
	CHECK_HAS(PAGE(r), "Sent inkommen");
	CHECK_OK(review_list(&s, e.id, &all));
	CHECK(all.v[0].comments.v[1].late);
	CHECK_INT(form(&e, "version=1&treated=1&how=", "comments/2")->code,
	          303);
	CHECK_INT(state_of(&e), ASSESS_DONE);
	stage_close(e.st);
}

TEST(a_colleague_comments_as_a_function_and_only_with_that_right)
{
	struct trial e = trial_open();

	stage_as_new(e.st, READ | ANSWER);
	CHECK_INT(form(&e, "about=0&text=Nja&as=x", "review/1/comments")
	          ->code, 403);
	stage_as_new(e.st, READ | REVIEW);
	CHECK_HAS(PAGE(page(&e, "review/1")), "value='hållbarhetsstrateg'");
	CHECK_INT(form(&e, "about=0&text=Nja&as=", "review/1/comments")
	          ->code, 422);
	CHECK_INT(form(&e, "about=0&text=Nja&as=Milj%C3%B6enheten",
	          "review/1/comments")->code, 422);
	CHECK_INT(form(&e, "about=0&text=Nja&as=jurist", "review/1/comments")
	          ->code, 303);
	CHECK_INT(form(&e, "about=0&text=Jo&as=jurist", "review/1/comments")
	          ->code, 303);
	CHECK_HAS(PAGE(page(&e, "review/1")), "Kollega · 2 synpunkter");
	CHECK_HAS_NOT(PAGE(page(&e, "review/1")), "Behandla synpunkten");
	stage_close(e.st);
}

static enum status take_in(struct trial *e, const struct document *d,
                           enum imported *done)
{
	struct scope s = stage_scope(e->st);

	return document_import(&s, d, true, done);
}

TEST(the_document_has_reviews_and_changes_and_comes_back_the_same)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct document d = {0}, here = {0};
	enum imported done;
	const char *text;
	i64 id = 0;

	CHECK_INT(form(&e, "version=1&treated=2&how=Delvis", "comments/1")
	          ->code, 303);
	CHECK_OK(document_compose(&s, e.id, &d));
	d.a.reason = "Ett annat skäl.";
	text = document_write(e.st->mem, &d);
	CHECK_HAS(text, "\"becomes\": \"Råd på tre språk\"");
	CHECK_HAS(text, "\"text\": \"Det tar längre tid\"");
	IN_WRITE(e.st, take_in(&e, &d, &done));
	CHECK_INT(done, IMPORTED_REPLACED);
	CHECK_OK(assess_by_key(&s, e.key, &id));
	CHECK(id != e.id);
	CHECK_OK(document_compose(&s, id, &here));
	CHECK_TEXT(document_write(e.st->mem, &here), text);
	stage_close(e.st);
}

TEST(a_change_has_a_reason_that_is_there_and_is_in_the_annex)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(form(&e, "becomes=Nytt&because=F99&day=2025-10-17",
	               "changes")->code, 422);
	CHECK_INT(form(&e, "becomes=Nytt&because=%27%22&day=2025-10-17",
	               "changes")->code, 422);
	CHECK_INT(form(&e, "becomes=Nytt+l%C3%B6fte&because=K1"
	               "&day=2025-10-17", "changes")->code, 303);
	r = page(&e, "report");
	CHECK_HAS(PAGE(r), "Vad som ändrades i förslaget");
	CHECK_HAS(PAGE(r), "Nytt löfte");
	CHECK_HAS(PAGE(r), "Synpunkt 1");
	CHECK_HAS(PAGE(r), "Granskning");
	CHECK_INT(form(&e, "becomes=A&day=2025-10-17&version=7",
	               "changes/3")->code, 409);
	trial_end(&e, ASSESS_DONE);
	CHECK_INT(form(&e, "becomes=B&day=2025-10-17", "changes")->code,
	          403);
	stage_close(e.st);
}

TEST(a_report_back_has_day_forum_and_words_and_says_who_still_waits)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(form(&e, "day=2025-10-18&forum=M%C3%B6te&said=Allt",
	               "reporting")->code, 403);
	trial_end(&e, ASSESS_DONE);
	r = page(&e, "reporting");
	CHECK_HAS(PAGE(r), "De som var med: Workshop");
	CHECK_HAS(PAGE(r), "Läste utkastet: Miljöenheten");
	CHECK_INT(form(&e, "day=2025-10-18&forum=&said=Allt", "reporting")
	          ->code, 422);
	CHECK_INT(state_of(&e), ASSESS_DONE);
	CHECK_INT(form(&e, "day=2025-10-18&forum=M%C3%B6te&said=Allt"
	          "&to=2-1&to=9-9", "reporting")->code, 303);
	CHECK_INT(state_of(&e), ASSESS_REPORTED);
	r = page(&e, "reporting");
	CHECK_HAS_NOT(arena_text(e.st->mem, PAGE(r), (size_t)(strstr(PAGE(r),
	          "<h2>Redovisat") - PAGE(r))), "De som var med");
	CHECK_HAS(PAGE(r), "Läste utkastet: Miljöenheten");
	CHECK_INT(form(&e, "version=9&day=2025-10-18&forum=A&said=B",
	               "reporting/1")->code, 409);
	stage_close(e.st);
}
