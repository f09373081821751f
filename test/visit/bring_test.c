/* A text suggests goals and is not kept; rows of a spreadsheet wait, are looked
 * at, and become findings once. */
#include "assess/assess.h"
#include "bring/brought.h"
#include "bring/bring.h"
#include "kit/xlsx_read.h"
#include "trial.h"

#define DAY (24 * 60 * 60 * 1000LL)

/* A form with one file and no other fields. */
static struct req *send_file(struct trial *e, struct bytes file,
                             const char *path)
{
	struct stage *st = e->st;
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);

	r->method = POST;
	r->address = r->path = path;
	r->cookies = st->cookie;
	r->browser = "a test";
	trial_upload(e, r, file);
	serve(r);
	return r;
}

static size_t relevant(struct trial *e, const char *code)
{
	struct scope s = stage_scope(e->st);
	struct relevance_list all = {0};
	size_t n = 0;

	CHECK_OK(relevance_list(&s, e->id, &all));
	for (size_t i = 0; i < all.n; i++)
		n += same(all.v[i].code, code);
	return n;
}

static const char *here(struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/a/%s%s", e->key, rest);
}

#define CLIMATE "text=M%C3%A5nga+orter.+Natur+och+klimat+p%C3%A5verkas+av+" \
	"vinden.+Klimat+igen."

TEST(a_text_shows_its_goals_with_words_marked_and_nothing_is_stored)
{
	struct trial e = trial_open();
	struct snap before = snap_take(e.st), after;
	struct req *r = post(e.st, CLIMATE, "%s", here(&e, "/suggest"));
	const char *moved;

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "och <mark>klimat</mark> påverkas av vinden.");
	CHECK_HAS(PAGE(r), "value='1 agenda 13'");
	CHECK_HAS_NOT(PAGE(r), "value='1 agenda 8'");
	after = snap_take(e.st);
	moved = snap_differs(e.st, &before, &after, "");
	CHECK(moved == NULL);
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", here(&e, "/suggest"))), "vinden");
	stage_close(e.st);
}

TEST(only_what_is_ticked_is_added_and_only_to_relevance)
{
	struct trial e = trial_open();
	size_t before = relevant(&e, "13");
	struct req *r = post(e.st, "pick=2+agenda+13&pick=3+agenda+13", "%s",
	                     here(&e, "/suggest/add"));

	CHECK_HAS(r->location, "added=2");
	CHECK_INT(relevant(&e, "13"), before + 2);
	CHECK_HAS(PAGE(get(e.st, "%s", r->location)), "2 mål är tillagda.");
	CHECK_HAS(post(e.st, "", "%s", here(&e, "/suggest/add"))->location,
	          "none=1");
	CHECK_INT(post(e.st, "pick=9+agenda+13", "%s",
	          here(&e, "/suggest/add"))->code, 404);
	CHECK_INT(post(e.st, "pick=1+agenda+R1", "%s",
	          here(&e, "/suggest/add"))->code, 404);
	CHECK_INT(relevant(&e, "13"), before + 2);
	stage_close(e.st);
}

TEST(a_file_or_a_paper_is_read_and_one_that_cannot_be_says_why)
{
	struct trial e = trial_open();
	const char *to = here(&e, "/suggest");
	struct req *r = send_file(&e, (struct bytes){ "Klimat. Klimat", 14 },
	                          to);

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "<mark>Klimat</mark>");
	CHECK_HAS(PAGE(send_file(&e, trial_docx(&e), to)), "Ur mall.docx");
	r = send_file(&e, (struct bytes){ "%PDF-1.4 broken", 15 }, to);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Filen gick inte att läsa.");
	r = post(e.st, arena_print(e.st->mem, "paper=%s", e.file), "%s", to);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Ur underlag.txt");
	CHECK_INT(post(e.st, "paper=abcdefghij", "%s", to)->code, 404);
	CHECK_INT(post(e.st, "text=", "%s", to)->code, 422);
	stage_close(e.st);
}

TEST(a_text_is_kept_as_a_paper_when_that_is_asked_for)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct assessment a = {0};
	struct attachment_list papers = {0};

	CHECK_INT(post(e.st, "text=Sammanfattning", "%s",
	          here(&e, "/suggest/keep"))->code, 303);
	CHECK_OK(assess_get(&s, e.id, &a));
	CHECK_OK(attachment_list(&s, a.subject, &papers));
	CHECK_INT(papers.n, 2);
	CHECK_TEXT(papers.v[1].name, "text-till-forslag.txt");
	stage_close(e.st);
}

TEST(a_question_without_the_sessions_token_is_not_answered)
{
	struct trial e = trial_open();

	e.st->csrf = "not the token of this session";
	CHECK_INT(post(e.st, CLIMATE, "%s", here(&e, "/suggest"))->code, 403);
	stage_as_nobody(e.st);
	CHECK_INT(post(e.st, CLIMATE, "%s", here(&e, "/suggest"))->code, 303);
	stage_close(e.st);
}

/* -- spreadsheets ---------------------------------------------------------- */

static size_t findings(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct finding_list all = {0};

	CHECK_OK(finding_list(&s, e->id, &all));
	return all.n;
}

static const char *seen(struct trial *e, const char *page)
{
	const char *at = strstr(page, "name='seen' value='");

	CHECK(at != NULL);
	at += strlen("name='seen' value='");
	return arena_print(e->st->mem, "seen=%.*s", (int)strcspn(at, "'"), at);
}

TEST(rows_are_shown_as_they_are_understood_before_anything_is_saved)
{
	struct trial e = trial_open();
	size_t before = findings(&e);
	struct req *r = send_file(&e, trial_rows(), here(&e, "/bring"));
	const char *page;

	CHECK_INT(r->code, 303);
	page = PAGE(get(e.st, "%s", r->location));
	CHECK_HAS(page, "1 rad kan sparas som fynd.");
	CHECK_HAS(page, "Rad 2");
	CHECK_HAS(page, "Fler får service nära");
	CHECK_HAS(page, "Motiv saknas.");
	CHECK_HAS(page, "Bladet är inte gjort på mallen.");
	CHECK_INT(findings(&e), before);
	stage_close(e.st);
}

TEST(rows_are_saved_once_however_often_they_are_sent)
{
	struct trial e = trial_open();
	size_t before = findings(&e);
	const char *rows = arena_print(e.st->mem, "%s/%s",
	                               here(&e, "/bring"), e.brought);
	const char *fields = seen(&e, PAGE(get(e.st, "%s", rows)));
	struct req *r;

	CHECK_INT(post(e.st, fields, "%s/save", rows)->code, 303);
	CHECK_INT(findings(&e), before + 1);
	CHECK_INT(post(e.st, fields, "%s/save", rows)->code, 303);
	CHECK_INT(findings(&e), before + 1);
	CHECK_HAS(PAGE(get(e.st, "%s", rows)), "1 fynd ur bladet är sparat.");
	r = send_file(&e, trial_rows(), here(&e, "/bring"));
	CHECK_HAS(PAGE(get(e.st, "%s", r->location)), "Finns redan som F");
	CHECK_INT(post(e.st, "seen=", "%s/save", r->location)->code, 422);
	CHECK_INT(findings(&e), before + 1);
	stage_close(e.st);
}

TEST(rows_are_refused_when_the_assessment_moved_or_they_were_thrown_away)
{
	struct trial e = trial_open();
	size_t before = findings(&e);
	const char *rows = arena_print(e.st->mem, "%s/%s",
	                               here(&e, "/bring"), e.brought);
	struct req *r = post(e.st, "seen=other", "%s/save", rows);

	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Säkringen har ändrats");
	CHECK_INT(post(e.st, "", "%s/drop", rows)->code, 303);
	CHECK_HAS(PAGE(get(e.st, "%s", rows)), "Raderna är slängda.");
	CHECK_INT(post(e.st, "seen=other", "%s/save", rows)->code, 303);
	CHECK_INT(findings(&e), before);
	stage_close(e.st);
}

TEST(what_waits_is_gone_after_thirty_days)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct brought b = {0};

	CHECK_HAS(PAGE(get(e.st, "%s", here(&e, "/bring"))), "fynd.csv");
	s.now += 31 * DAY;
	IN_WRITE(e.st, brought_tidy(&s));
	CHECK_OK(brought_get(&s, e.id, e.brought, &b));
	CHECK_TEXT(b.content, "");
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", here(&e, "/bring"))), "fynd.csv");
	stage_close(e.st);
}

TEST(the_template_is_read_back_as_made_for_this_assessment)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "%s", here(&e, "/bring-template.xlsx"));
	struct sheet_list sheets = {0};
	const struct sheet_row *head;

	CHECK_INT(r->code, 200);
	CHECK_OK(xlsx_read(e.st->mem, r->bytes, &sheets));
	CHECK_INT(sheets.n, 3);
	CHECK_TEXT(sheets.v[1].name, "Fynd");
	head = &sheets.v[1].rows.v[0];
	CHECK_TEXT(head->cells.v[0].text, "Prioritering");
	CHECK_TEXT(head->cells.v[8].text, arena_print(e.st->mem,
	           "vagval 1 %s", e.key));
	CHECK_HAS(PAGE(send_file(&e, r->bytes, here(&e, "/bring"))),
	          "Bladet har inga ifyllda rader.");
	r = get(e.st, "%s", here(&e, "/bring-template.csv"));
	CHECK_HAS((const char *)r->bytes.v, "Prioritering;Fynd;Mål;Riktning");
	CHECK_INT(get(e.st, "%s", here(&e, "/bring-template.pdf"))->code,
	          404);
	stage_close(e.st);
}
