/* Fields of a template that would fetch something, and those that do not. */
#include "check.h"
#include "docx.h"
#include "matter/template.h"

#define R(in) "<w:r>" in "</w:r>"
#define CHAR(type) R("<w:fldChar w:fldCharType=\"" type "\"/>")
#define CODE(text) R("<w:instrText xml:space=\"preserve\">" text \
                     "</w:instrText>")
#define FIELD(code) "<w:p>" CHAR("begin") code CHAR("separate") \
                    R("<w:t>x</w:t>") CHAR("end") "</w:p>"
#define SIMPLE(code) "<w:p><w:fldSimple w:instr=\"" code "\"/></w:p>"

static enum template_wrong wrong(struct arena *mem, const char *body,
                                 const char *header)
{
	struct template_report out;

	template_check(mem, docx_made(mem, &(struct docx_made){
		.body = body, .header = header }), &out);
	return out.wrong;
}

TEST(a_field_that_fetches_or_starts_something_is_refused)
{
	struct arena *mem = arena_new();
	static const char *const all[] = {
		FIELD(CODE(" DDEAUTO c:\\\\a.exe \"/k b\" ")),
		FIELD(CODE(" DDE excel a b")),
		FIELD(CODE("LINK Excel.Sheet.12 a.xlsx")),
		FIELD(CODE(" includetext \"//far.example/a.docx\"")),
		FIELD(CODE("INCLUDEPICTURE \"http://far.example/a.png\"")),
		FIELD(CODE(" DD") CODE("EAU") CODE("TO a b")),
		FIELD(CODE("IF 1 = 1 ") CHAR("begin") CODE("DDE a b")
		      CHAR("end") CODE(" 2")),
		FIELD(CODE(" D") CHAR("begin") CODE("QUOTE \"DE\"")
		      CHAR("end") CODE(" a b")),
		"<w:p>" CHAR("begin") CODE("DDE a b") "</w:p>",
		SIMPLE(" DDEAUTO a b"), SIMPLE("&#73;NCLUDETEXT a"),
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (wrong(mem, all[i], NULL) != TEMPLATE_OUTSIDE)
			fail_msg("%s", all[i]);
	CHECK_INT(wrong(mem, "<w:p/>", all[0]), TEMPLATE_OUTSIDE);
	arena_free(mem);
}

TEST(a_refused_field_is_shown)
{
	struct arena *mem = arena_new();
	struct template_report out;

	template_check(mem, docx_made(mem, &(struct docx_made){
		.body = FIELD(CODE("LI") CODE("NK a.xlsx")) }), &out);
	CHECK_TEXT(out.where, "LINK a.xlsx");
	arena_free(mem);
}

TEST(fields_that_stay_within_the_file_are_fine)
{
	struct arena *mem = arena_new();
	static const char *const all[] = {
		FIELD(CODE(" PAGE ")), SIMPLE("NUMPAGES"),
		FIELD(CODE("HYPERLINK \"https://region.example/link\"")),
		FIELD(CODE(" = ") CHAR("begin") CODE("NUMPAGES") CHAR("end")
		      CODE(" - ") CHAR("begin") CODE("PAGE") CHAR("end")),
		FIELD(CODE(" TOC \\o \"1-3\"")),
		"<w:p>" R("<w:t>DDE och LINK som ord</w:t>") "</w:p>",
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (wrong(mem, all[i], all[i]) != TEMPLATE_FINE)
			fail_msg("%s", all[i]);
	arena_free(mem);
}
