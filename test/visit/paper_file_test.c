/* Papers in every format, through the door. */
#include "app/app.h"
#include "example.h"
#include "office.h"
#include "stage.h"

#define OFFICE "application/vnd.openxmlformats-officedocument."

static struct stage *example(const char **key)
{
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);

	*key = now.a.key;
	return st;
}

static struct bytes file(struct stage *st, const char *address,
                         const char *type, const char *name)
{
	struct req *r = get(st, "%s", address);

	if (r->code != 200)
		print_error("%s: %d\n", address, r->code);
	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->type, type);
	CHECK_TEXT(r->download, name);
	return r->bytes;
}

static const char *in_paper(struct stage *st, const char *key,
                            const char *paper)
{
	return arena_print(st->mem, "/a/%s/%s", key, paper);
}

TEST(the_annex_is_had_as_docx_with_its_chapters)
{
	const char *key, *body;
	struct stage *st = example(&key);
	struct zip_parts parts = office_parts(st->mem, file(st,
		in_paper(st, key, "report.docx"),
		OFFICE "wordprocessingml.document",
		arena_print(st->mem, "sakring-%s.docx", key)));

	body = office_text(st->mem, &parts, "word/document.xml");
	CHECK_HAS(body, "<w:pStyle w:val='Title'/>");
	CHECK_HAS(body, "Ställningstaganden och avvägningar");
	CHECK_HAS(office_text(st->mem, &parts, "docProps/core.xml"),
	          st->org_name);
	stage_close(st);
}

TEST(the_tables_of_the_annex_are_had_as_a_workbook)
{
	const char *key;
	struct stage *st = example(&key);
	struct zip_parts parts = office_parts(st->mem, file(st,
		in_paper(st, key, "report.xlsx"), OFFICE "spreadsheetml.sheet",
		arena_print(st->mem, "sakring-%s.xlsx", key)));

	CHECK(office_count(office_text(st->mem, &parts, "xl/workbook.xml"),
	                   "<sheet ") > 3);
	stage_close(st);
}

TEST(a_format_nobody_knows_is_not_found)
{
	static const char *const wrong[] = {
		"report.doc", "report.PDF", "plan.exe", "plan.html",
		"actor-list.xlsm",
	};
	const char *key;
	struct stage *st = example(&key);

	for (size_t i = 0; i < COUNT(wrong); i++)
		CHECK_INT(get(st, "%s", in_paper(st, key, wrong[i]))->code,
		          404);
	stage_close(st);
}

TEST(a_plan_for_a_planning_system_has_names_that_last_and_typed_days)
{
	const char *key, *sheet, *texts;
	struct stage *st = example(&key);
	struct zip_parts parts = office_parts(st->mem, file(st,
		in_paper(st, key, "plan.xlsx"), OFFICE "spreadsheetml.sheet",
		arena_print(st->mem, "plan-%s.xlsx", key)));

	sheet = office_text(st->mem, &parts, "xl/worksheets/sheet2.xml");
	texts = office_text(st->mem, &parts, "xl/sharedStrings.xml");
	CHECK_HAS(texts, arena_print(st->mem, ">%s-A1<", key));
	CHECK_HAS(office_text(st->mem, &parts,
	          "xl/worksheets/_rels/sheet2.xml.rels"), arena_print(st->mem,
	          "/a/%s/actions/1'", key));
	CHECK_HAS(sheet, "<hyperlink ");
	CHECK_HAS(sheet, "<c r=\"K2\" s=\"");
	CHECK_HAS_NOT(sheet, "<f>");
	stage_close(st);
}

TEST(a_plan_is_also_text_and_data)
{
	const char *key, *text;
	struct stage *st = example(&key);
	struct bytes csv = file(st, in_paper(st, key, "plan.csv"),
		"text/csv; charset=utf-8",
		arena_print(st->mem, "plan-%s.csv", key));

	text = arena_text(st->mem, csv.v, csv.n);
	CHECK_HAS(text, "Nummer;Adress;Åtgärd;");
	CHECK_HAS(text, arena_print(st->mem, "\r\n%s-A2;", key));
	CHECK_HAS(get(st, "%s", in_paper(st, key, "plan.json"))->bytes.v,
	          "\"columns\"");
	CHECK_HAS(PAGE(get(st, "%s", in_paper(st, key, "plan"))),
	          "/plan.xlsx'");
	stage_close(st);
}

/* What lives on after an ending is told as it is now, not as it was kept. */
TEST(the_plan_of_a_finished_assessment_tells_how_it_goes_now)
{
	const char *key;
	struct stage *st = example(&key);
	struct req *r = post(st, "form=h20&how=4&text=Bes%C3%B6k+f%C3%B6rst",
	                     "/a/%s/findings/20/handle", key);
	struct action a = {0};
	struct scope s;
	i64 id;

	CHECK_INT(r->code, 303);
	CHECK_INT(post(st, "", "/a/%s/finish/done", key)->code, 303);
	s = stage_scope(st);
	CHECK_OK(assess_by_key(&s, key, &id));
	CHECK_OK(action_get(&s, id, 1, &a));
	a.progress = "Möte hölls på orten i maj";
	IN_WRITE(st, action_follow(&s, id, &a));
	CHECK_HAS(PAGE(get(st, "%s", in_paper(st, key, "plan"))),
	          "Möte hölls på orten i maj");
	stage_close(st);
}

TEST(the_list_of_actors_says_who_is_missing_and_who_to_invite)
{
	const char *key, *page;
	struct stage *st = example(&key);

	page = PAGE(get(st, "%s", in_paper(st, key, "actor-list")));
	CHECK_HAS(page, "Så nås de som saknas");
	CHECK_HAS(page, "Att bjuda in");
	CHECK_HAS(page, "/actor-list.docx'");
	CHECK_INT(get(st, "%s", in_paper(st, key, "actor-list.xlsx"))->code,
	          200);
	stage_close(st);
}

TEST(papers_of_another_organisation_are_not_found_in_any_format)
{
	static const char *const papers[] = {
		"report.docx", "plan", "plan.xlsx", "actor-list",
		"actor-list.csv",
	};
	const char *key;
	struct stage *st = example(&key);

	stage_as_stranger(st);
	for (size_t i = 0; i < COUNT(papers); i++)
		CHECK_INT(get(st, "%s", in_paper(st, key, papers[i]))->code,
		          404);
	stage_close(st);
}
