/* The papers of a workshop, and the entry of forms filled in by hand. */
#include "trial.h"
#include "workshop/sheet.h"

static struct req *see(struct trial *e, const char *rest)
{
	struct req *r = get(e->st, "/w/%s/%s", e->workshop, rest);

	CHECK_INT(r->code, 200);
	return r;
}

static const char *sheet(struct trial *e, const char *name)
{
	return PAGE(see(e, arena_print(e->st->mem, "sheets/%s", name)));
}

static struct req *enter(struct trial *e, const char *form,
                         const char *fields)
{
	return post(e->st, fields, "/w/%s/entry/%s", e->workshop, form);
}

static void is_at(struct trial *e, const struct req *r, const char *form)
{
	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, arena_print(e->st->mem,
	           "/w/%s/entry/%s?saved=1", e->workshop, form));
}

static struct board_reply reply_of(struct trial *e, i64 item_no, size_t goal)
{
	struct scope s = stage_scope(e->st);
	struct board_reply b = {0};
	struct board_list boards = {0};
	struct item i = {0};

	CHECK_OK(item_get(&s, e->workshop_id, item_no, &i));
	CHECK_OK(board_list(&s, e->workshop_id, &boards));
	CHECK_OK(board_reply_get(&s, i.id, i.goals.n > goal ?
	         i.goals.v[goal].goal : 0, boards.v[0].id, &b));
	return b;
}

static struct idea_list ideas_of(struct trial *e, i64 item_no)
{
	struct scope s = stage_scope(e->st);
	struct idea_list all = {0};
	struct item i = {0};

	CHECK_OK(item_get(&s, e->workshop_id, item_no, &i));
	CHECK_OK(idea_list(&s, e->workshop_id, i.id, "", &all));
	return all;
}

/* -- papers -------------------------------------------------------------- */

TEST(forms_too_many_for_one_paper_are_had_one_table_at_a_time)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	i64 id;

	CHECK_HAS_NOT(sheet(&e, "forms"), "ett bord i taget");
	CHECK_OK(stage_begin(e.st));
	for (int i = 0; i < 600; i++)
		CHECK_OK(board_note(&s, e.workshop_id, "Bord", &id));
	CHECK_OK(stage_commit(e.st));
	CHECK_HAS(sheet(&e, "forms"), "ett bord i taget");
	CHECK_HAS_NOT(sheet(&e, "forms?board=1"), "ett bord i taget");
	stage_close(e.st);
}

TEST(the_agenda_counts_the_time_of_each_item)
{
	struct trial e = trial_open();
	const char *text = sheet(&e, "agenda");

	CHECK_HAS(text, "9.00");
	CHECK_HAS(text, "9.10");
	CHECK_HAS(text, "10.00");
	CHECK_HAS(text, "Klimat och P1");
	CHECK_HAS(text, "Ditt namn sparas inte. Svaren kan begäras ut.");
	stage_close(e.st);
}

TEST(the_script_says_what_to_say_and_what_to_do_if_time_is_short)
{
	struct trial e = trial_open();
	const char *text = sheet(&e, "script");

	CHECK_HAS(text, "9.10 Klimat och P1");
	CHECK_HAS(text, "Hur påverkas målet?");
	CHECK_HAS(text, "Om tiden är knapp");
	CHECK_HAS(text, "Säg aldrig vilket svar som är rätt.");
	stage_close(e.st);
}

TEST(participants_read_the_scale_and_what_the_answers_become)
{
	struct trial e = trial_open();
	const char *text = sheet(&e, "participant");

	CHECK_HAS(text, "Indirekt negativ");
	CHECK_HAS(text, "Förslaget drar åt samma håll som målet.");
	CHECK_HAS(text, "Ditt namn sparas inte. Svaren kan begäras ut.");
	stage_close(e.st);
}

TEST(forms_fit_the_agenda_and_are_numbered_as_the_entry)
{
	struct trial e = trial_open();
	const char *text = sheet(&e, "forms");

	CHECK_HAS(text, "Svar från Bord 1");
	CHECK_HAS(text, "Svar från Bord 2");
	CHECK_HAS(text, "Blad 1.3");
	CHECK_HAS(text, "Blad 2.2");
	CHECK_HAS(text, "1  Direkt positiv");
	CHECK_HAS(text, "6  Mer kunskap behövs");
	CHECK_HAS(text, "2  Macken");
	CHECK_HAS_NOT(text, "Blad 2.3");
	CHECK_HAS_NOT(sheet(&e, "forms?board=2"), "Svar från Bord 1");
	stage_close(e.st);
}

TEST(each_paper_is_a_pdf_file)
{
	static const char *const names[] = { "agenda", "script",
		"participant", "forms" };
	struct trial e = trial_open();

	for (size_t i = 0; i < COUNT(names); i++) {
		struct req *r = see(&e, arena_print(e.st->mem,
			"sheets/%s.pdf", names[i]));

		CHECK_TEXT(r->type, "application/pdf");
		CHECK(r->bytes.n > 1000);
		CHECK(memcmp(r->bytes.v, "%PDF", 4) == 0);
		CHECK(r->download != NULL);
	}
	stage_close(e.st);
}

/* -- entry --------------------------------------------------------------- */

TEST(what_is_entered_is_marked_as_from_paper_and_the_next_form_comes)
{
	struct trial e = trial_open();
	struct req *r = enter(&e, "1/2/1", "v=in&v=ip&plus=Kortare+resor"
	                      "&minus=L%C3%A4ngre+k%C3%B6er&dissent=Nej");
	struct board_reply b;

	is_at(&e, r, "1/2/2");
	b = reply_of(&e, 2, 0);
	CHECK(b.paper);
	CHECK_TEXT(b.value, "in ip");
	CHECK_TEXT(b.plus, "Kortare resor");
	CHECK_TEXT(b.dissent, "Nej");
	CHECK_INT(b.minute % 60000, 0);
	stage_close(e.st);
}

TEST(forms_that_have_answers_are_passed_over)
{
	struct trial e = trial_open();

	is_at(&e, enter(&e, "1/1/2", "v=no"), "1/1/3");
	is_at(&e, enter(&e, "1/1/1", "v=no"), "1/1/3");
	is_at(&e, enter(&e, "1/1/3", "v=no"), "1/2/1");
	CHECK_HAS(PAGE(see(&e, "entry/1")), "Från papper");
	CHECK_HAS(PAGE(see(&e, "entry")), "3 av 9 blad har svar");
	stage_close(e.st);
}

TEST(the_last_form_ends_at_the_board)
{
	struct trial e = trial_open();

	for (int i = 1; i <= 3; i++)
		enter(&e, arena_print(e.st->mem, "1/1/%d", i), "v=no");
	enter(&e, "1/2/1", "v=no");
	enter(&e, "1/2/2", "v=gap&other=Hur+m%C3%A5nga%3F");
	enter(&e, "1/3/0", "lines=Service");
	enter(&e, "1/4/0", "missing=Unga");
	enter(&e, "1/5/0", "lines=Laddplats");
	is_at(&e, enter(&e, "1/6/0", "value=2"), "1");
	CHECK_HAS(PAGE(see(&e, "entry/1")), "Alla blad från Bord 1 har svar.");
	CHECK_HAS(PAGE(see(&e, "entry/1")), "För in Bord 2");
	stage_close(e.st);
}

TEST(an_effect_without_its_sentence_is_asked_for)
{
	struct trial e = trial_open();
	struct req *r = enter(&e, "1/2/1", "form=entry&v=dp");

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vad som blir bättre");
	r = enter(&e, "1/2/1", "form=entry&v=no&v=dp&plus=A");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "står ensamma");
	CHECK_INT(enter(&e, "1/2/1", "")->code, 422);
	stage_close(e.st);
}

TEST(an_answer_that_came_first_is_shown_beside_and_not_written_over)
{
	struct trial e = trial_open();
	struct req *r;

	enter(&e, "1/2/1", "v=dp&plus=Kortare+resor");
	r = enter(&e, "1/2/1", "form=entry&v=dn&minus=Mer+bil");
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Kortare resor");
	CHECK_HAS(PAGE(r), "Mer bil");
	CHECK_TEXT(reply_of(&e, 2, 0).value, "dp");
	CHECK_HAS(PAGE(see(&e, "entry/1/2/1")), "Bladet är redan infört.");
	enter(&e, "1/2/1", "version=1&v=dn&minus=Mer+bil");
	CHECK_TEXT(reply_of(&e, 2, 0).value, "dn");
	stage_close(e.st);
}

TEST(what_a_table_said_why_is_kept_when_its_form_is_entered)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct board_reply b;

	enter(&e, "1/2/1", "v=no");
	b = reply_of(&e, 2, 0);
	b.rationale = "Därför";
	b.paper = false;
	IN_WRITE(e.st, board_reply_set(&s, e.workshop_id, &b));
	CHECK_HAS(PAGE(see(&e, "entry/1/2/1")), "Bordet har redan svarat");
	enter(&e, "1/2/1", "version=2&v=dp&plus=B%C3%A4ttre");
	CHECK_TEXT(reply_of(&e, 2, 0).rationale, "Därför");
	stage_close(e.st);
}

TEST(one_line_is_one_proposal_and_none_comes_twice)
{
	struct trial e = trial_open();
	struct idea_list all;

	enter(&e, "1/5/0", "lines=Laddplats%3B+kommunen%2C+2027%0A%0ASamtal");
	enter(&e, "1/5/0", "lines=Samtal%0AKarta");
	all = ideas_of(&e, 5);
	CHECK_INT(all.n, 3);
	CHECK_TEXT(all.v[0].text, "Laddplats");
	CHECK_TEXT(all.v[0].detail, "kommunen, 2027");
	CHECK_TEXT(all.v[1].text, "Samtal");
	CHECK_TEXT(all.v[2].text, "Karta");
	stage_close(e.st);
}

TEST(who_is_affected_and_who_is_missing_are_told_apart)
{
	struct trial e = trial_open();
	struct idea_list all;

	enter(&e, "1/4/0", "affected=Boende&affects=Kommunen"
	      "&missing=Unga%3B+skolan&authority=1");
	all = ideas_of(&e, 4);
	CHECK_INT(all.n, 3);
	CHECK_INT(all.v[0].role, ROLE_AFFECTED);
	CHECK_INT(all.v[1].role, ROLE_AFFECTS);
	CHECK(all.v[2].missing && !all.v[0].missing);
	CHECK(all.v[2].authority);
	stage_close(e.st);
}

TEST(a_form_that_is_not_on_the_agenda_is_not_there)
{
	struct trial e = trial_open();

	CHECK_INT(get(e.st, "/w/%s/entry/1/2/3", e.workshop)->code, 404);
	CHECK_INT(get(e.st, "/w/%s/entry/3/2/1", e.workshop)->code, 404);
	CHECK_INT(get(e.st, "/w/%s/entry/1/7/0", e.workshop)->code, 404);
	CHECK_INT(enter(&e, "1/2/9", "v=no")->code, 404);
	stage_close(e.st);
}

TEST(nothing_is_entered_once_the_workshop_is_compiled)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);

	IN_WRITE(e.st, workshop_become(&s, e.workshop_id, WORKSHOP_DONE));
	is_at(&e, enter(&e, "1/2/1", "v=no"), "1/2/2");
	IN_WRITE(e.st, workshop_become(&s, e.workshop_id, WORKSHOP_COMPILED));
	CHECK_INT(enter(&e, "1/2/2", "v=no")->code, 403);
	CHECK_INT(enter(&e, "1/5/0", "lines=Sent")->code, 403);
	CHECK_HAS(PAGE(see(&e, "entry/1/2/2")), "Inget mer kan föras in.");
	CHECK_INT(ideas_of(&e, 5).n, 0);
	stage_close(e.st);
}

TEST(a_reader_sees_the_papers_and_enters_nothing)
{
	struct trial e = trial_open();

	stage_rights(e.st, READ);
	CHECK_HAS(PAGE(see(&e, "sheets")), "Dagordning");
	CHECK_INT(get(e.st, "/w/%s/entry", e.workshop)->code, 403);
	CHECK_INT(enter(&e, "1/2/1", "v=no")->code, 403);
	stage_close(e.st);
}
