/* Templates in DOCX: found, filled and refused. */
#include "check.h"
#include "docx.h"
#include "kit/secret.h"
#include "matter/template.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static struct fill_list values(struct arena *mem)
{
	struct fill_list all = {0};
	struct fill *f;

	fill_add(mem, &all, "diarienummer", "RS/1 & <2>");
	f = fill_add(mem, &all, "Förslag till beslut", NULL);
	f->section = true;
	written_add(mem, &f->lines, WRITTEN_LEAD, "RS beslutar att");
	written_add(mem, &f->lines, WRITTEN_POINT, "godkänna rapporten");
	written_add(mem, &f->lines, WRITTEN_POINT, "lämna den vidare");
	f = fill_add(mem, &all, "Konsekvenser", NULL);
	f->section = true;
	written_add(mem, &f->lines, WRITTEN_HEAD, "Barn");
	written_add(mem, &f->lines, WRITTEN_TEXT, "Barn får det bättre.");
	f = fill_add(mem, &all, "Bakgrund", NULL);
	f->section = true;
	return all;
}

static const char *filled(struct arena *mem, const struct docx_made *d)
{
	struct fill_list all = values(mem);
	struct bytes out;

	CHECK_OK(template_fill(mem, docx_made(mem, d), &all, "", &out));
	return docx_text(mem, out, "word/document.xml");
}

static const char *body(struct arena *mem, const char *xml)
{
	return filled(mem, &(struct docx_made){ .body = xml });
}

TEST(a_placeholder_takes_its_value_escaped_in_the_look_of_its_run)
{
	struct arena *mem = arena_new();

	CHECK_HAS(body(mem, "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Dnr "
	               "{{ DIARIENUMMER }}.</w:t></w:r></w:p>"),
	          "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">"
	          "Dnr RS/1 &amp; &lt;2&gt;.</w:t></w:r>");
	arena_free(mem);
}

TEST(a_placeholder_word_has_split_is_still_one)
{
	struct arena *mem = arena_new();
	const char *out = body(mem, "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A "
		"{</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>{"
		"diarie</w:t></w:r><w:bookmarkStart w:id=\"1\" w:name=\"x\"/>"
		"<w:r><w:t>nummer}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/>"
		"<w:r><w:t>} Z</w:t></w:r></w:p>");

	CHECK_HAS(out, "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">"
	          "A RS/1 &amp; &lt;2&gt;</w:t>");
	CHECK_HAS(out, "<w:t xml:space=\"preserve\"></w:t></w:r>"
	          "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/>");
	CHECK_HAS(out, "<w:bookmarkEnd w:id=\"1\"/><w:r><w:t"
	          " xml:space=\"preserve\"> Z</w:t>");
	CHECK_HAS_NOT(out, "diarie");
	arena_free(mem);
}

TEST(names_care_for_neither_case_nor_kind_of_space)
{
	struct arena *mem = arena_new();
	static const char *const spelt[] = {
		"förslag till beslut", " FÖRSLAG  TILL BESLUT ",
		"fo\u0308rslag\u00a0till beslut", "förslag_till_beslut",
	};

	for (size_t i = 0; i < COUNT(spelt); i++)
		CHECK_HAS(body(mem, arena_print(mem, P("{{%s}}"), spelt[i])),
		          "godkänna rapporten");
	arena_free(mem);
}

TEST(a_section_alone_becomes_paragraphs_in_the_style_of_its_own)
{
	struct arena *mem = arena_new();

	CHECK_HAS(body(mem, "<w:p w:rsid=\"1\"><w:pPr><w:pStyle w:val=\"B\"/>"
	               "</w:pPr><w:r><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:t>"
	               "{{förslag till beslut}}</w:t></w:r></w:p>"),
	          "<w:p w:rsid=\"1\"><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>"
	          "<w:r><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:t"
	          " xml:space=\"preserve\">RS beslutar att</w:t></w:r></w:p>"
	          "<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:rPr>"
	          "<w:sz w:val=\"2\"/></w:rPr><w:t xml:space=\"preserve\">"
	          "1. godkänna rapporten</w:t></w:r></w:p><w:p><w:pPr>"
	          "<w:pStyle w:val=\"B\"/></w:pPr><w:r><w:rPr><w:sz"
	          " w:val=\"2\"/></w:rPr><w:t xml:space=\"preserve\">2. lämna"
	          " den vidare</w:t></w:r></w:p></w:body>");
	arena_free(mem);
}

TEST(a_style_that_numbers_numbers_the_points_but_not_what_leads_to_them)
{
	struct arena *mem = arena_new();
	const char *out = filled(mem, &(struct docx_made){
		.body = "<w:p><w:pPr><w:pStyle w:val=\"N2\"/><w:jc"
		        " w:val=\"left\"/></w:pPr><w:r><w:t>{{förslag till"
		        " beslut}}</w:t></w:r></w:p>",
		.styles = "<w:style w:type=\"paragraph\" w:styleId=\"N\">"
		          "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr>"
		          "</w:pPr></w:style><w:style w:type=\"paragraph\""
		          " w:styleId=\"N2\"><w:basedOn w:val=\"N\"/>"
		          "</w:style>",
	});

	CHECK_HAS(out, "<w:pStyle w:val=\"N2\"/><w:numPr><w:ilvl w:val=\"0\"/>"
	          "<w:numId w:val=\"0\"/></w:numPr><w:jc w:val=\"left\"/>"
	          "</w:pPr><w:r><w:t xml:space=\"preserve\">RS beslutar att");
	CHECK_HAS(out, "<w:pPr><w:pStyle w:val=\"N2\"/><w:jc w:val=\"left\"/>"
	          "</w:pPr><w:r><w:t xml:space=\"preserve\">godkänna");
	CHECK_HAS_NOT(out, "1. ");
	arena_free(mem);
}

TEST(a_break_of_section_or_page_is_not_made_more_of)
{
	struct arena *mem = arena_new();
	const char *out = body(mem, "<w:p><w:pPr><w:pageBreakBefore/><w:sectPr>"
		"<w:x/></w:sectPr></w:pPr><w:r><w:t>{{konsekvenser}}</w:t>"
		"</w:r></w:p>");

	CHECK_HAS(out, "<w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:rPr><w:b/>"
	          "</w:rPr><w:t xml:space=\"preserve\">Barn</w:t>");
	CHECK_HAS(out, "<w:p><w:pPr><w:sectPr><w:x/></w:sectPr></w:pPr><w:r>"
	          "<w:t xml:space=\"preserve\">Barn får det bättre.</w:t>");
	arena_free(mem);
}

TEST(a_section_among_words_stands_there_with_breaks)
{
	struct arena *mem = arena_new();

	CHECK_HAS(body(mem, P("Så här: {{konsekvenser}} Slut")),
	          "Så här: Barn</w:t><w:br/><w:t xml:space=\"preserve\">"
	          "Barn får det bättre. Slut</w:t>");
	CHECK_HAS(body(mem, P("{{bakgrund}}")),
	          "<w:p><w:r><w:t xml:space=\"preserve\"></w:t></w:r></w:p>");
	arena_free(mem);
}

TEST(text_boxes_headers_and_cells_are_filled_too)
{
	struct arena *mem = arena_new();
	struct fill_list all = values(mem);
	struct docx_made d = {
		.body = "<w:p><w:r><w:pict><w:txbxContent>"
		        P("{{konsekvenser}}") "</w:txbxContent></w:pict></w:r>"
		        "<w:r><w:t>{{diarienummer}}</w:t></w:r></w:p><w:tbl>"
		        "<w:tr><w:tc>" P("{{diarienummer}}") "</w:tc></w:tr>"
		        "</w:tbl>",
		.header = P("{{diarienummer}}"),
	};
	struct bytes in = docx_made(mem, &d), out;

	CHECK_OK(template_fill(mem, in, &all, "", &out));
	CHECK_HAS(docx_text(mem, out, "word/header1.xml"), "RS/1 &amp;");
	CHECK_HAS(docx_text(mem, out, "word/document.xml"),
	          "<w:tc><w:p><w:r><w:t xml:space=\"preserve\">RS/1");
	CHECK_HAS(docx_text(mem, out, "word/document.xml"),
	          "Barn får det bättre.</w:t></w:r></w:p></w:txbxContent>");
	CHECK_HAS_NOT(docx_text(mem, out, "word/document.xml"), "{{");
	arena_free(mem);
}

TEST(what_nothing_fills_stays_and_other_parts_are_the_same_bytes)
{
	struct arena *mem = arena_new();
	struct fill_list all = values(mem);
	struct docx_made d = {
		.body = P("{{okänd}} {{diarienummer}}"),
		.extra = "word/media/image1.bin", .extra_text = "{{datum}}\1",
	};
	struct bytes in = docx_made(mem, &d), out, again;

	CHECK_OK(template_fill(mem, in, &all, "", &out));
	CHECK_OK(template_fill(mem, in, &all, "", &again));
	CHECK(out.n == again.n && memcmp(out.v, again.v, out.n) == 0);
	CHECK_HAS(docx_text(mem, out, "word/document.xml"),
	          "{{okänd}} RS/1");
	CHECK_TEXT(docx_text(mem, out, "word/media/image1.bin"),
	           "{{datum}}\1");
	CHECK_TEXT(docx_text(mem, out, "[Content_Types].xml"),
	           docx_text(mem, in, "[Content_Types].xml"));
	arena_free(mem);
}

TEST(a_draft_says_so_at_the_top)
{
	struct arena *mem = arena_new();
	struct fill_list all = values(mem);
	struct docx_made d = { .body = P("Brev") };
	struct bytes out;

	CHECK_OK(template_fill(mem, docx_made(mem, &d), &all, "Utkast",
	                       &out));
	CHECK_HAS(docx_text(mem, out, "word/document.xml"),
	          "<w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Utkast</w:t>");
	arena_free(mem);
}

TEST(two_thousand_paragraphs_are_filled_in_one_go)
{
	struct arena *mem = arena_new();
	const char *one = P("Text {{diarienummer}}") P("{{konsekvenser}}");
	size_t n = strlen(one);
	char *xml = arena_take(mem, 1000 * n + 1);
	const char *out;
	size_t found = 0;

	for (size_t i = 0; i < 1000; i++)
		memcpy(xml + i * n, one, n);
	out = body(mem, xml);
	for (; (out = strstr(out, "bättre")) != NULL; out++)
		found++;
	CHECK_INT(found, 1000);
	arena_free(mem);
}

/* -- when it comes in ---------------------------------------------------- */

static enum template_wrong wrong(struct arena *mem, const struct docx_made *d,
                                 const char **where)
{
	struct bytes in = docx_made(mem, d), told;
	struct template_report out;

	CHECK_OK(template_check_work(mem, in, &told));
	CHECK_OK(template_report_read(mem, told, &out));
	*where = out.where;
	return out.wrong;
}

TEST(a_template_says_which_placeholders_it_has)
{
	struct arena *mem = arena_new();
	struct docx_made d = {
		.body = P("{{ Datum }} {{datum}}") P("{{sammanfatning}}"),
		.header = P("{{diarienummer}}"),
	};
	struct template_report out;

	template_check(mem, docx_made(mem, &d), &out);
	CHECK_INT(out.wrong, TEMPLATE_FINE);
	CHECK_INT(out.found.n, 3);
	CHECK_TEXT(out.found.v[0], "Datum");
	CHECK_TEXT(out.found.v[1], "sammanfatning");
	CHECK_TEXT(out.found.v[2], "diarienummer");
	arena_free(mem);
}

TEST(an_unknown_name_has_its_nearest)
{
	struct arena *mem = arena_new();
	struct fill_list all = values(mem);

	CHECK_TEXT(placeholder_nearest(mem, &all, "konsekvens"),
	           "Konsekvenser");
	CHECK_TEXT(placeholder_nearest(mem, &all, "forslag till besluten"),
	           "Förslag till beslut");
	CHECK(placeholder_nearest(mem, &all, "xyz") == NULL);
	arena_free(mem);
}

TEST(a_placeholder_without_end_is_shown_and_refused)
{
	struct arena *mem = arena_new();
	struct docx_made d = { .body = P("A {{datum") P("B}}") };
	const char *where;

	CHECK_INT(wrong(mem, &d, &where), TEMPLATE_UNCLOSED);
	CHECK_TEXT(where, "{{datum");
	d.body = P("{{datum {{nämnd}}");
	CHECK_INT(wrong(mem, &d, &where), TEMPLATE_UNCLOSED);
	arena_free(mem);
}

#define LINK(type, to) "<Relationship Id=\"r1\" Type=\"http://x/" type "\"" \
	" Target=\"" to "\" TargetMode=\"External\"/>"

TEST(macros_embedded_files_and_ways_out_are_refused)
{
	struct arena *mem = arena_new();
	const char *where;

	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .type =
	          "application/vnd.ms-word.document.macroEnabled.main+xml" },
	          &where), TEMPLATE_MACROS);
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .extra =
	          "word/vbaProject.bin", .extra_text = "x" }, &where),
	          TEMPLATE_MACROS);
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .links =
	          LINK("image", "http://far.example/a.png") }, &where),
	          TEMPLATE_OUTSIDE);
	CHECK_TEXT(where, "http://far.example/a.png");
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .links =
	          LINK("hyperlink", "file:///etc/passwd") }, &where),
	          TEMPLATE_OUTSIDE);
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .links =
	          LINK("hyperlink", "https://region.example/") }, &where),
	          TEMPLATE_FINE);
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .links =
	          "<Relationship Type=\"http://x/oleObject\""
	          " Target=\"a.bin\"/>" }, &where), TEMPLATE_EMBEDDED);
	arena_free(mem);
}

TEST(a_link_to_another_template_is_taken_away)
{
	struct arena *mem = arena_new();
	struct docx_made d = {
		.body = P("Brev"),
		.links = LINK("attachedTemplate", "file:///C:/a.dotx"),
		.extra = "word/settings.xml",
		.extra_text = "<w:settings " DOCX_WORDS "><w:attachedTemplate/>"
		              "<w:zoom/></w:settings>",
	};
	struct template_report out;

	template_check(mem, docx_made(mem, &d), &out);
	CHECK_INT(out.wrong, TEMPLATE_FINE);
	CHECK_TEXT(docx_text(mem, out.clean, "word/_rels/document.xml.rels"),
	           "<Relationships></Relationships>");
	CHECK_HAS(docx_text(mem, out.clean, "word/settings.xml"),
	          "\"><w:zoom/>");
	arena_free(mem);
}

TEST(what_is_no_docx_or_broken_is_refused_by_name)
{
	struct arena *mem = arena_new();
	struct template_report out;
	struct bytes noise = { "PK\3\4 not really", 15 };
	const char *where;

	template_check(mem, noise, &out);
	CHECK_INT(out.wrong, TEMPLATE_NO_DOCX);
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "", .type =
	          "application/x" }, &where), TEMPLATE_NO_DOCX);
	CHECK_INT(wrong(mem, &(struct docx_made){ .body = "<w:p>" }, &where),
	          TEMPLATE_BROKEN);
	CHECK_TEXT(where, "word/document.xml");
	arena_free(mem);
}

TEST(a_word_template_is_kept_as_the_document_it_becomes)
{
	struct arena *mem = arena_new();
	struct docx_made d = {
		.body = P("{{datum}}"),
		.type = "application/vnd.openxmlformats-officedocument"
		        ".wordprocessingml.template.main+xml",
	};
	struct template_report out;

	template_check(mem, docx_made(mem, &d), &out);
	CHECK_INT(out.wrong, TEMPLATE_FINE);
	CHECK_HAS(docx_text(mem, out.clean, "[Content_Types].xml"),
	          "wordprocessingml.document.main+xml");
	CHECK_HAS_NOT(docx_text(mem, out.clean, "[Content_Types].xml"),
	              "template.main");
	arena_free(mem);
}

TEST(what_goes_to_the_filler_comes_out_of_it)
{
	struct arena *mem = arena_new();
	struct fill_list all = values(mem);
	struct docx_made d = { .body = P("{{diarienummer}}")
	                               P("{{konsekvenser}}") };
	struct bytes in = docx_made(mem, &d), straight, there;

	CHECK_OK(template_fill(mem, in, &all, "Utkast", &straight));
	CHECK_OK(template_fill_work(mem, template_fill_pack(mem, in, &all,
	                            "Utkast"), &there));
	CHECK_TEXT(digest(mem, straight), digest(mem, there));
	arena_free(mem);
}
