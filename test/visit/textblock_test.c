/* The text for a letter through the door: edited, stale, left out, moved on,
 * used; and what is left to do beside it. */
#include "app/app.h"
#include "brief/brief.h"
#include "trial.h"

static const char *text_page(struct trial *e)
{
	struct req *r = get(e->st, "/a/%s/text", e->key);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

static int line(struct trial *e, const char *fields, const char *rest)
{
	return post(e->st, fields, "/a/%s/text/lines/%s", e->key,
	            rest)->code;
}

static int reword(struct trial *e)
{
	return post(e->st, arena_print(e->st->mem, "version=1&kind=1"
	            "&sentence=Butiken+st%%C3%%A4nger&m-rus_norr-R1=p"),
	            "/a/%s/findings/1", e->key)->code;
}

static struct text_block block(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct text_block t = {0};

	CHECK_OK(db_look(e->st->db));
	CHECK_OK(textblock_get(&s, e->id, SWEDISH, &t));
	db_look_end(e->st->db);
	return t;
}

static const struct block_line *find(const struct text_block *t,
                                     const char *key)
{
	for (size_t i = 0; i < t->lines.n; i++)
		if (strcmp(t->lines.v[i].key, key) == 0)
			return &t->lines.v[i];
	panic("no line %s", key);
}

TEST(a_sentence_is_changed_by_hand_and_the_finding_is_not)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct finding f = {0};

	CHECK_HAS(text_page(&e), "Butiken finns kvar.");
	CHECK_INT(line(&e, "version=0&text=Butiken+blir+kvar.", "F1"), 303);
	CHECK_HAS(text_page(&e), "Butiken blir kvar.");
	CHECK_HAS(text_page(&e), "ändrad för hand");
	CHECK_OK(finding_get(&s, e.id, 1, &f));
	CHECK_TEXT(f.sentence, "Butiken finns kvar");
	CHECK_INT(line(&e, "version=1", "F1/take"), 303);
	CHECK_HAS(text_page(&e), "Butiken finns kvar.");
	stage_close(e.st);
}

TEST(the_second_of_two_editors_sees_what_the_first_wrote)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(line(&e, "version=0&text=Ett.", "F1"), 303);
	r = post(e.st, "form=line&version=0&text=Tv%C3%A5.",
	         "/a/%s/text/lines/F1", e.key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Ett.");
	CHECK_HAS(PAGE(r), "Två.");
	CHECK_INT(line(&e, "version=1&text=Tv%C3%A5.", "F1"), 303);
	CHECK_INT(line(&e, "version=1", "F1/leave"), 409);
	stage_close(e.st);
}

TEST(an_empty_sentence_is_not_saved)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "form=line&version=0&text=+",
	                     "/a/%s/text/lines/F1", e.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv meningen, eller utelämna den.");
	stage_close(e.st);
}

TEST(a_sentence_that_is_left_out_can_be_put_back)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(line(&e, "version=0", "F1/leave"), 303);
	r = get(e.st, "/a/%s/text.txt", e.key);
	CHECK_HAS_NOT((const char *)r->bytes.v, "Butiken finns kvar");
	CHECK_HAS(text_page(&e), "utelämnad");
	CHECK_INT(line(&e, "version=1", "F1/restore"), 303);
	r = get(e.st, "/a/%s/text.txt", e.key);
	CHECK_HAS((const char *)r->bytes.v, "Butiken finns kvar.");
	CHECK_INT(get(e.st, "/a/%s/text.exe", e.key)->code, 404);
	stage_close(e.st);
}

TEST(what_has_changed_in_the_findings_is_shown_beside_what_was_written)
{
	struct trial e = trial_open();
	struct text_block t;

	CHECK_INT(line(&e, "version=0&text=Min+mening.", "F1"), 303);
	CHECK_HAS_NOT(text_page(&e), "Utkastet har ändrats");
	CHECK_INT(reword(&e), 303);
	CHECK_HAS(text_page(&e), "Utkastet har ändrats");
	CHECK_HAS(text_page(&e), "Butiken stänger.");
	CHECK_HAS(text_page(&e), "Min mening.");
	CHECK_INT(line(&e, "version=1", "F1/mine"), 303);
	CHECK_HAS_NOT(text_page(&e), "Utkastet har ändrats");
	CHECK_HAS(text_page(&e), "Min mening.");
	t = block(&e);
	CHECK(find(&t, "F1")->by_hand && !find(&t, "F1")->changed);
	CHECK_INT(post(e.st, "", "/a/%s/findings/1/remove", e.key)->code,
	          303);
	CHECK_HAS(text_page(&e), "Utkastet har inte kvar meningen.");
	CHECK_INT(line(&e, "version=2", "F1/take"), 303);
	CHECK_HAS_NOT(text_page(&e), "Min mening.");
	stage_close(e.st);
}

TEST(what_a_person_wrote_is_kept_when_they_take_the_draft)
{
	static const char sql[] =
		"SELECT count(*) FROM event WHERE org_id = $1"
		"   AND kind = 'brief_line'";

	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	i64 n = 0;

	CHECK_INT(line(&e, "version=0&text=Min+mening.", "F1"), 303);
	CHECK_INT(line(&e, "version=1", "F1/take"), 303);
	CHECK_OK(db_look(e.st->db));
	CHECK_OK(db_number(&s, sql, VALUES(of_int(s.org)), &n));
	db_look_end(e.st->db);
	CHECK_INT(n, 2);
	stage_close(e.st);
}

TEST(a_use_is_stamped_and_later_changes_are_told)
{
	struct trial e = trial_open();

	CHECK_HAS_NOT(text_page(&e), "Tagen i bruk");
	CHECK_INT(post(e.st, "", "/a/%s/text/used", e.key)->code, 303);
	CHECK_HAS(text_page(&e), "Tagen i bruk");
	CHECK_HAS(text_page(&e), "Inget har ändrats sedan dess.");
	CHECK_INT(reword(&e), 303);
	CHECK_HAS(text_page(&e), "Det här har ändrats sedan dess");
	CHECK_HAS(text_page(&e), "<b>Nytt:</b> Butiken stänger.");
	CHECK_HAS(text_page(&e), "<b>Borta:</b> Butiken finns kvar.");
	stage_close(e.st);
}

TEST(a_sentence_of_ones_own_and_headings_go_with_the_text)
{
	struct trial e = trial_open();

	CHECK_INT(post(e.st, "text=Det+h%C3%A4r+vet+vi.&about=2",
	               "/a/%s/text/lines", e.key)->code, 303);
	CHECK_INT(post(e.st, "text=Och+det.&about=2",
	               "/a/%s/text/lines", e.key)->code, 303);
	CHECK_HAS(text_page(&e), "Det här vet vi.");
	CHECK_HAS(text_page(&e), "egen mening");
	CHECK_INT(line(&e, "version=1", "own2/leave"), 303);
	CHECK_INT(post(e.st, "version=0&headed=2", "/a/%s/text/headings",
	               e.key)->code, 303);
	CHECK_HAS(text_page(&e), "<h2>Miljö och klimat</h2>");
	CHECK_INT(post(e.st, "version=0&headed=1", "/a/%s/text/headings",
	               e.key)->code, 409);
	stage_close(e.st);
}

TEST(the_text_lives_on_after_the_end)
{
	struct trial e = trial_open();

	trial_end(&e, ASSESS_FINAL);
	CHECK_HAS(text_page(&e), "Butiken finns kvar.");
	CHECK_INT(line(&e, "version=0&text=Den+finns+kvar.", "F1"), 303);
	CHECK_HAS(text_page(&e), "Den finns kvar.");
	stage_close(e.st);
}

/* -- what is left to do -------------------------------------------------- */

TEST(a_duty_without_result_is_in_the_list_and_never_in_the_text)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/a/%s/text.txt", e.key);

	CHECK_HAS(text_page(&e), "Konsultation enligt konsultationslagen är "
	          "inte redovisad");
	CHECK_HAS(text_page(&e), "Lagkrav");
	CHECK_HAS_NOT((const char *)r->bytes.v, "onsultationslagen");
	stage_close(e.st);
}

TEST(a_duty_is_answered_with_a_reason_that_goes_on_paper)
{
	struct document d = {0};
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct hole_list all = {0};
	struct req *r = post(e.st, "form=hole&version=0&answer=2&reason=",
	                     "/a/%s/holes/4-0", e.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Beslutsfattaren ser det.");
	CHECK_INT(post(e.st, "version=0&answer=2&reason=Ber%C3%B6r+ej",
	               "/a/%s/holes/4-0", e.key)->code, 303);
	CHECK_OK(db_look(e.st->db));
	CHECK_OK(document_of(&s, e.id, &d));
	CHECK_OK(holes_read(&s, e.id, &d, SWEDISH, &all));
	db_look_end(e.st->db);
	CHECK_INT(all.v[1].kind, HOLE_ENVIRONMENT);
	CHECK(!hole_is_open(&all.v[1]));
	CHECK_TEXT(all.v[1].reason, "Berör ej");
	CHECK_INT(post(e.st, "version=0&answer=1", "/a/%s/holes/4-0",
	               e.key)->code, 409);
	CHECK_INT(post(e.st, "version=1&answer=1", "/a/%s/holes/4-0",
	               e.key)->code, 303);
	CHECK_INT(get(e.st, "/a/%s/holes/9-9", e.key)->code, 404);
	stage_close(e.st);
}

TEST(a_line_that_says_why_a_heading_is_empty_is_not_changed)
{
	struct trial e = trial_open();
	const char *page;

	CHECK_INT(post(e.st, "headed=2&version=0", "/a/%s/text/headings",
	               e.key)->code, 303);
	page = text_page(&e);
	CHECK_HAS(page, "text/lines/F1'");
	CHECK_HAS(page, "Följderna är inte bedömda.");
	CHECK_HAS_NOT(page, "text/lines/empty");
	for (size_t i = 0; i < block(&e).lines.n; i++) {
		struct block_line l = block(&e).lines.v[i];

		if (!l.fills)
			continue;
		CHECK_INT(get(e.st, "/a/%s/text/lines/%s", e.key,
		              l.key)->code, 404);
		CHECK_INT(line(&e, "version=0&text=Ett.", l.key), 404);
		CHECK_INT(line(&e, "version=0", arena_print(e.st->mem,
		          "%s/leave", l.key)), 404);
	}
	stage_close(e.st);
}
