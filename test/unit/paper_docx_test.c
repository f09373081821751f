/*
 * A DOCX is a package whose parts are read here as any program would; where
 * LibreOffice is installed, it is asked too.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "office.h"
#include "sample_paper.h"

static struct bytes made(struct arena *mem, const struct paper *p)
{
	struct bytes out;

	CHECK_OK(paper_docx(p, mem, &out));
	return out;
}

static struct zip_parts parts_of(struct arena *mem, const struct paper *p)
{
	return office_parts(mem, made(mem, p));
}

static const char *body_of(struct arena *mem, const struct paper *p)
{
	struct zip_parts parts = parts_of(mem, p);

	return office_text(mem, &parts, "word/document.xml");
}

TEST(a_docx_is_the_same_bytes_each_time)
{
	struct arena *mem = arena_new();
	struct bytes a = made(mem, sample_paper(mem)),
	             b = made(mem, sample_paper(mem));

	CHECK_INT(a.n, b.n);
	CHECK(memcmp(a.v, b.v, a.n) == 0);
	arena_free(mem);
}

TEST(every_style_and_list_of_a_docx_is_one_it_has)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = parts_of(mem, sample_paper(mem));
	const char *body = office_text(mem, &parts, "word/document.xml");
	const char *styles = office_text(mem, &parts, "word/styles.xml");

	office_named(mem, body, "<w:pStyle w:val='", arena_print(mem,
	             "%s w:type='paragraph' w:styleId='Normal'", styles),
	             "w:type='paragraph' w:styleId='");
	office_named(mem, body, "<w:rStyle w:val='", styles,
	             "w:type='character' w:styleId='");
	office_named(mem, body, "<w:tblStyle w:val='", styles,
	             "w:type='table' w:styleId='");
	office_named(mem, styles, "<w:basedOn w:val='", styles,
	             "w:styleId='");
	office_named(mem, body, "<w:numId w:val='",
	             office_text(mem, &parts, "word/numbering.xml"),
	             "<w:num w:numId='");
	arena_free(mem);
}

TEST(a_docx_has_title_headings_lists_and_heads_of_tables)
{
	struct arena *mem = arena_new();
	const char *body = body_of(mem, sample_paper(mem));

	CHECK_INT(office_count(body, "<w:pStyle w:val='Title'/>"), 1);
	CHECK_INT(office_count(body, "<w:pStyle w:val='Heading1'/>"), 4);
	CHECK_INT(office_count(body, "<w:pStyle w:val='Heading2'/>"), 1);
	CHECK_INT(office_count(body, "<w:pStyle w:val='ListBullet'/>"), 2);
	CHECK_INT(office_count(body, "<w:pStyle w:val='ListNumber'/>"), 2);
	CHECK_INT(office_count(body, "<w:pStyle w:val='Quote'/>"), 1);
	CHECK_INT(office_count(body, "<w:pStyle w:val='Caption'/>"), 3);
	CHECK_INT(office_count(body, "<w:tblHeader/>"), 2);
	CHECK_INT(office_count(body, "<w:tblCaption "), 2);
	CHECK_INT(office_count(body, "<w:pStyle w:val='RowHead'/>"),
	          3 + 30 + 40);
	arena_free(mem);
}

TEST(a_paper_of_several_first_headings_has_no_title_in_a_docx)
{
	struct arena *mem = arena_new();
	struct paper *p = paper_new(mem, "en", "Two");
	const char *body;

	paper_heading(p, 1, NULL, "One");
	paper_heading(p, 1, NULL, "Two")->new_page = true;
	paper_heading(p, 2, NULL, "Under two");
	body = body_of(mem, p);
	CHECK_HAS_NOT(body, "'Title'");
	CHECK_INT(office_count(body, "<w:pStyle w:val='Heading1'/>"), 2);
	CHECK_INT(office_count(body, "<w:pStyle w:val='Heading2'/>"), 1);
	CHECK_INT(office_count(body, "<w:pageBreakBefore/>"), 1);
	arena_free(mem);
}

TEST(a_docx_says_what_it_is)
{
	struct arena *mem = arena_new();
	struct paper *p = sample_paper(mem);
	struct zip_parts parts = parts_of(mem, p);
	const char *core = office_text(mem, &parts, "docProps/core.xml");
	const char *foot = office_text(mem, &parts, "word/footer1.xml");

	CHECK_HAS(core, "<dc:title>Säkring av regionalt serviceprogram<");
	CHECK_HAS(core, "<dc:creator>Region Norrskog<");
	CHECK_HAS(core, "<dc:subject>Bilaga till tjänsteskrivelse");
	CHECK_HAS(core, ">2026-11-21T09:00:00Z</dcterms:created>");
	CHECK_HAS(office_text(mem, &parts, "word/styles.xml"),
	          "<w:lang w:val='sv-SE'");
	CHECK_HAS(office_text(mem, &parts, "word/header1.xml"),
	          "RUN/123/2025");
	CHECK_HAS(foot, "Sida ");
	CHECK_HAS(foot, "w:instr=' PAGE '");
	CHECK_HAS(foot, "w:instr=' NUMPAGES '");
	arena_free(mem);
}

TEST(a_mark_in_a_docx_is_a_sign_with_words_and_a_hole_is_hatched)
{
	struct arena *mem = arena_new();
	const char *body = body_of(mem, sample_paper(mem));

	CHECK_HAS(body, "\u00a0−\u00a0</w:t>");
	CHECK_HAS(body, "\u00a0≠\u00a0</w:t>");
	CHECK_HAS(body, "\u00a0?\u00a0</w:t>");
	CHECK_HAS(body, ">Direkt negativ, F");
	CHECK_HAS(body, "<w:shd w:val='thinDiagStripe'");
	CHECK_HAS(body, ">ej bedömt<");
	arena_free(mem);
}

TEST(links_in_a_docx_lead_to_what_is_there)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = parts_of(mem, sample_paper(mem));
	const char *body = office_text(mem, &parts, "word/document.xml");
	const char *links = office_text(mem, &parts,
	                                "word/_rels/document.xml.rels");

	office_named(mem, body, "<w:hyperlink w:anchor='", body,
	             "w:name='");
	office_named(mem, body, "r:id='", links, "Relationship Id='");
	CHECK_HAS(links, "Target='https://region.example/strategi?a=1&amp;b=2'"
	          " TargetMode='External'");
	CHECK_INT(office_count(body, "<w:bookmarkStart "), 23);
	arena_free(mem);
}

TEST(no_text_becomes_markup_in_a_docx_and_none_is_lost)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = parts_of(mem, awkward_paper(mem));
	const char *body = office_text(mem, &parts, "word/document.xml");
	const char *links = office_text(mem, &parts,
	                                "word/_rels/document.xml.rels");

	CHECK_HAS(body, "&lt;script&gt;alert(1)&lt;/script&gt;");
	CHECK_HAS(body, "&lt;/w:t&gt;&lt;/w:r&gt;");
	CHECK_HAS(body, "مرحبا بالعالم");
	CHECK_HAS(body, "שלום (עולם)");
	CHECK_HAS(body, "Gáivuotna, Ŋ đ š ŧ ž");
	CHECK_HAS(body, "👩‍👩‍👧‍👦 🏔️");
	CHECK_HAS(body, ">after</w:t>");
	CHECK_HAS(body, ">a</w:t><w:br/><w:t xml:space='preserve'>b<");
	CHECK_HAS_NOT(links, "javascript");
	CHECK_HAS(links, "https://example.org/%C3%A5%20b%22%3C%3E%5B%5D%");
	arena_free(mem);
}

/* A file of 2,000 rows, all of them, in the time of a visit. */
TEST(a_docx_holds_a_table_of_two_thousand_rows)
{
	struct arena *mem = arena_new();

	CHECK_INT(office_count(body_of(mem, wide_paper(mem, 2000)), "<w:tr>"),
	          2001);
	arena_free(mem);
}

/* The smallest picture there is: one pixel. */
static const unsigned char pixel[] = {
	0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H',
	'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4,
	0x89, 0, 0, 0, 13, 'I', 'D', 'A', 'T', 0x78, 0xda, 0x63, 0x64, 0xf8,
	0xcf, 0x50, 0x0f, 0, 3, 0x86, 1, 0x80, 0x5a, 0x34, 0x7d, 0x6b, 0, 0,
	0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
};

TEST(a_docx_wears_the_colours_and_the_logo_of_the_organisation)
{
	struct arena *mem = arena_new();
	struct brand brand = { .org = "Region <Norrskog>",
	                       .colour = 0x7a1f3d };
	struct paper *p = sample_paper(mem);
	struct zip_parts parts;
	const char *head;

	p->brand = &brand;
	parts = parts_of(mem, p);
	CHECK_HAS(office_text(mem, &parts, "word/styles.xml"),
	          "<w:color w:val='7A1F3D'/>");
	CHECK_HAS(office_text(mem, &parts, "word/header2.xml"),
	          "Region &lt;Norrskog&gt;");
	brand.logo = (struct bytes){ pixel, sizeof pixel };
	brand.logo_wide = 300;
	brand.logo_high = 100;
	brand.logo_alt = "Regionens \"märke\"";
	parts = parts_of(mem, p);
	head = office_text(mem, &parts, "word/header2.xml");
	CHECK_HAS(head, "descr='Regionens &quot;märke&quot;'");
	office_named(mem, head, "r:embed='", office_text(mem, &parts,
	             "word/_rels/header2.xml.rels"), "Relationship Id='");
	CHECK(zip_named(&parts, "word/media/picture1.png") != NULL);
	arena_free(mem);
}

static struct paper *with_figure(struct arena *mem)
{
	struct paper *p = paper_new(mem, "sv", "En figur");
	struct figure *f = figure_new(mem, "f", "Vem \"berörs\"",
	                              "Två av tre var inte med", 400, 100);

	figure_shape(mem, f, SHAPE_BOX, 10, 10, 100, 50);
	figure_shape(mem, f, SHAPE_TEXT, 20, 40, 0, 0)->text = "<Ŋáŋ>";
	paper_heading(p, 1, NULL, "En figur");
	paper_figure(p, f);
	return p;
}

TEST(a_figure_in_a_docx_is_two_pictures_and_its_words)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = parts_of(mem, with_figure(mem));
	const char *body = office_text(mem, &parts, "word/document.xml");
	const char *links = office_text(mem, &parts,
	                                "word/_rels/document.xml.rels");

	CHECK_HAS(body, "descr='Vem &quot;berörs&quot;. Två av tre var inte "
	          "med'");
	CHECK_HAS(body, ">Två av tre var inte med</w:t>");
	CHECK_HAS(body, "<asvg:svgBlip ");
	office_named(mem, body, "r:embed='", links, "Relationship Id='");
	CHECK(memcmp(zip_named(&parts, "word/media/picture1.png")->bytes.v,
	             "\x89PNG", 4) == 0);
	CHECK_HAS(office_text(mem, &parts, "word/media/picture2.svg"),
	          "&lt;Ŋáŋ&gt;");
	arena_free(mem);
}

TEST(a_docx_lies_down_when_its_paper_does)
{
	struct arena *mem = arena_new();
	struct paper *p = sample_paper(mem);

	CHECK_HAS_NOT(body_of(mem, p), "landscape");
	p->landscape = true;
	CHECK_HAS(body_of(mem, p), "w:w='16838' w:h='11906' "
	          "w:orient='landscape'");
	arena_free(mem);
}

/* LibreOffice opens it, and its outline becomes bookmarks of a PDF. */
TEST(libreoffice_reads_the_headings_of_a_docx)
{
	struct arena *mem = arena_new();
	char folder[] = "/tmp/docx-test-XXXXXX";
	struct bytes docx = made(mem, sample_paper(mem));
	char *text = arena_take(mem, 1 << 20);
	FILE *f;

	if (system("command -v soffice pdftotext >/dev/null") != 0) {
		printf("LibreOffice is not installed: not asked\n");
		arena_free(mem);
		return;
	}
	CHECK(mkdtemp(folder) != NULL);
	f = fopen(arena_print(mem, "%s/a.docx", folder), "wb");
	CHECK(f != NULL && fwrite(docx.v, 1, docx.n, f) == docx.n);
	fclose(f);
	f = popen(arena_print(mem, "cd %s && soffice --headless "
		"-env:UserInstallation=file://%s/lo --convert-to pdf a.docx "
		">/dev/null 2>&1; pdftotext -layout a.pdf -; rm -rf %s",
		folder, folder, folder), "r");
	CHECK(f != NULL);
	text[fread(text, 1, (1 << 20) - 1, f)] = '\0';
	pclose(f);
	CHECK_HAS(text, "händer med målen?");
	CHECK_HAS(text, "Samlad bedömning\n");
	CHECK_HAS(text, "Fynden bakom tecknen\n");
	CHECK_HAS(text, "Sida 1 av ");
	arena_free(mem);
}
