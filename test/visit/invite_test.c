/* Who is invited, who came, who is affected and who is missing. */
#include "trial.h"
#include "workshop/invited.h"

static struct req *page(struct trial *e)
{
	return get(e->st, "/w/%s/invited", e->workshop);
}

static struct req *send(struct trial *e, const char *fields, const char *rest)
{
	struct req *r = post(e->st, fields, "/w/%s/invited%s", e->workshop,
	                     rest);

	CHECK_INT(r->code, 303);
	return r;
}

static void guests(struct trial *e, const char *organisation,
                   enum guest_category category, int n)
{
	struct scope s = stage_scope(e->st);

	CHECK_OK(stage_begin(e->st));
	for (int i = 0; i < n; i++)
		CHECK_OK(guest_note(&s, &(struct guest){
			.workshop = e->workshop_id, .kind = GUEST_PERSON,
			.category = category, .organisation = organisation }));
	CHECK_OK(stage_commit(e->st));
}

static struct actor_link link_of(struct trial *e, i64 no)
{
	struct scope s = stage_scope(e->st);
	struct actor_link l = {0};

	CHECK_OK(actor_link_get(&s, e->id, no, &l));
	return l;
}

TEST(one_table_shows_who_is_invited_affected_and_missing)
{
	struct trial e = trial_open();
	const char *text = PAGE(page(&e));

	CHECK_HAS(text, "1 är inbjuden. Alla som påverkas är inbjudna."
	          " 1 av 1 som saknades förra gången är inbjudna.");
	CHECK_HAS(text, "<th scope='row'>Samebyar</th>");
	CHECK_HAS(text, "Saknas i rummet");
	CHECK_HAS(text, "Kom");
	CHECK_HAS(text, "<th scope='row'>Butiker</th>");
	CHECK_HAS(text, "Inte inbjuden");
	stage_close(e.st);
}

TEST(the_list_says_what_it_lacks_in_words_and_numbers)
{
	struct trial e = trial_open();

	send(&e, "", "/1/remove");
	CHECK_HAS(PAGE(page(&e)), "Ingen är inbjuden än. Ingen av 1 som"
	          " påverkas är inbjuden. Ingen som saknades förra gången är"
	          " inbjuden.");
	stage_close(e.st);
}

TEST(an_actor_of_the_assessment_is_invited_by_one_tap)
{
	struct trial e = trial_open();
	struct actor_link l = link_of(&e, 2);

	send(&e, arena_print(e.st->mem, "actor=%s", l.actor_key), "");
	CHECK_HAS(PAGE(page(&e)), "2 är inbjudna.");
	CHECK_HAS_NOT(PAGE(page(&e)), "Inte inbjuden");
	stage_close(e.st);
}

TEST(somebody_on_the_list_is_not_invited_twice)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "name=+SAMEBYAR", "/w/%s/invited",
	                     e.workshop);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "De finns redan på listan");
	stage_close(e.st);
}

TEST(needs_and_numbers_are_kept_and_two_who_change_meet)
{
	struct trial e = trial_open();
	struct req *r;

	send(&e, "version=1&state=2&people=7&came=0&needs=Tolk", "/1");
	CHECK_HAS(PAGE(page(&e)), "Tackat ja, 7 personer");
	CHECK_HAS(PAGE(page(&e)), "Tolk");
	r = post(e.st, "form=one&version=1&state=3&people=7&needs=Restid",
	         "/w/%s/invited/1", e.workshop);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Tolk");
	CHECK_HAS(PAGE(r), "Restid");
	stage_close(e.st);
}

TEST(fewer_than_five_are_not_told_by_organisation_or_role)
{
	struct trial e = trial_open();
	const char *text;

	guests(&e, "Butiker", CATEGORY_BUSINESS, 4);
	text = PAGE(page(&e));
	CHECK_HAS_NOT(text, "4 gick med");
	CHECK_HAS_NOT(text, "Näringsliv");
	CHECK_HAS(text, "Övriga, alla roller</span><span class='e num'>5<");
	guests(&e, "butiker", CATEGORY_BUSINESS, 1);
	text = PAGE(page(&e));
	CHECK_HAS(text, "5 gick med");
	CHECK_HAS(text, "Näringsliv</span><span class='e num'>5<");
	stage_close(e.st);
}

TEST(a_few_counted_by_hand_are_told_as_fewer_than_five)
{
	struct trial e = trial_open();

	send(&e, "version=1&state=3&people=6&came=3", "/1");
	CHECK_HAS(PAGE(page(&e)), "Kom, färre än fem");
	send(&e, "version=2&state=3&people=6&came=6", "/1");
	CHECK_HAS(PAGE(page(&e)), "Kom, 6 personer");
	stage_close(e.st);
}

TEST(presence_in_the_assessment_is_set_by_a_tap_and_never_by_itself)
{
	struct trial e = trial_open();

	send(&e, "version=1&state=3&people=6&came=6", "/1");
	CHECK_INT(link_of(&e, 1).present, PRESENT_NOT_INVITED);
	CHECK_HAS(PAGE(page(&e)), "Skriv in att de deltog");
	send(&e, "", "/1/presence");
	CHECK_INT(link_of(&e, 1).present, PRESENT);
	CHECK_HAS_NOT(PAGE(page(&e)), "Skriv in att de deltog");
	send(&e, "version=2&state=5&people=6", "/1");
	send(&e, "", "/1/presence");
	CHECK_INT(link_of(&e, 1).present, PRESENT_INVITED_ABSENT);
	stage_close(e.st);
}

TEST(one_who_was_removed_comes_back)
{
	struct trial e = trial_open();
	struct req *r = send(&e, "", "/1/remove");

	CHECK_HAS(PAGE(get(e.st, "%s", r->location)),
	          "Samebyar är borttagen från listan.");
	send(&e, "", "/1/restore");
	CHECK_HAS(PAGE(page(&e)), "1 är inbjuden.");
	stage_close(e.st);
}

TEST(what_another_authority_answers_is_said_before_the_click)
{
	struct trial e = trial_open();
	const char *text = PAGE(page(&e));

	CHECK(strstr(text, "blir allmän handling") != NULL);
	CHECK(strstr(text, "blir allmän handling") <
	      strstr(text, "name='authority'"));
	stage_close(e.st);
}

TEST(a_reader_sees_the_list_and_changes_nothing)
{
	struct trial e = trial_open();
	const char *text;

	stage_rights(e.st, READ);
	text = PAGE(page(&e));
	CHECK_HAS(text, "Samebyar");
	CHECK_HAS_NOT(text, "Bjud in");
	CHECK_HAS_NOT(text, "Ändra<");
	CHECK_INT(post(e.st, "name=A", "/w/%s/invited", e.workshop)->code,
	          403);
	stage_close(e.st);
}

/* -- the text ------------------------------------------------------------ */

TEST(the_invitation_says_what_the_answers_become)
{
	struct trial e = trial_open();
	const char *text = PAGE(get(e.st, "/w/%s/invitation", e.workshop));

	CHECK_HAS(text, "Ditt namn sparas inte. Svaren kan begäras ut.");
	CHECK_HAS(text, "När: 24 oktober 2025, kl. 9.00–12.00.");
	CHECK_HAS(text, "<p>– Service</p>");
	CHECK_HAS(text, "data-copy='inv'");
	stage_close(e.st);
}

TEST(the_invitation_is_a_text_file_in_either_language)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/w/%s/invitation.txt?lang=en", e.workshop);

	CHECK_TEXT(r->type, "text/plain; charset=utf-8");
	CHECK_HAS(r->bytes.v, "Your name is not stored.");
	CHECK_HAS(r->bytes.v, "for you:\n– Service\n\n");
	stage_close(e.st);
}

TEST(a_digital_meeting_gets_a_short_text_with_the_code)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct workshop w = {0};
	const char *text;

	CHECK_OK(workshop_get(&s, e.workshop_id, &w));
	text = PAGE(get(e.st, "/w/%s/invitation?to=chat", e.workshop));
	CHECK_HAS(text, arena_print(e.st->mem, "/j/%s", w.code));
	CHECK_HAS(text, arena_print(e.st->mem, "koden %.3s %s", w.code,
	          w.code + 3));
	CHECK_HAS(text, "Ditt namn sparas inte. Svaren kan begäras ut.");
	stage_close(e.st);
}
