/* The text of a PDF: our own papers, and files written by hand. */
#include <qpdf/qpdf-c.h>

#include "check.h"
#include "kit/pdf_text.h"
#include "kit/plain.h"
#include "paper/paper.h"

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){ text, strlen(text) };
}

/* A file of one page; its table of objects is found again by reading it. */
static struct bytes page_of(struct arena *mem, const char *content,
                            const char *font, const char *more)
{
	return bytes_of(arena_print(mem, "%%PDF-1.4\n"
		"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
		"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
		"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
		"/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
		"/XObject<</X1 6 0 R>>>>>> endobj\n"
		"4 0 obj <</Length %zu>> stream\n%s\nendstream endobj\n"
		"5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica%s>>"
		" endobj\n%s"
		"trailer <</Root 1 0 R>>\n%%%%EOF\n", strlen(content),
		content, font, more));
}

static const char *read_page(struct arena *mem, const char *content,
                             const char *font, const char *more)
{
	char *out = "";

	CHECK_INT(pdf_text(mem, page_of(mem, content, font, more), &out),
	          PDF_FINE);
	return out;
}

#define WINDOWS "/Encoding/WinAnsiEncoding"

TEST(a_paper_of_ours_is_read_with_its_lines_whole_and_page_numbers_left_out)
{
	struct arena *mem = arena_new();
	struct paper *p = paper_new(mem, "sv", "Säkring");
	struct bytes pdf;
	char *out = "";

	p->running = "Löpande huvud";
	p->page_word = "Sida {1} av {2}";
	paper_heading(p, 1, NULL, "Ájtte och sápmi");
	paper_text(p, BLOCK_PARAGRAPH, "Fossila drivmedel säljs i minst tio "
		"år till på orter som får stöd, och åtgärderna för klimatet "
		"väntar därför tills laddningen är utbyggd i hela länet.");
	CHECK_OK(paper_pdf(p, mem, &pdf));
	CHECK_INT(pdf_text(mem, pdf, &out), PDF_FINE);
	CHECK_HAS(out, "Ájtte och sápmi\n");
	CHECK_HAS(out, "Fossila drivmedel säljs i minst tio");
	CHECK_HAS(out, "utbyggd");
	CHECK_HAS_NOT(out, "Sida 1");
	arena_free(mem);
}

TEST(bytes_names_and_maps_of_a_font_say_its_letters)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(read_page(mem, "BT /F1 12 Tf 50 700 Td (f\\366r \\345r) Tj"
		" ET", WINDOWS, ""), "för år");
	CHECK_TEXT(read_page(mem, "BT /F1 12 Tf 50 700 Td (abc) Tj ET",
		"/Encoding<</Differences[97/aring/zcaron/f_i]>>", ""),
		"åžfi");
	CHECK_TEXT(read_page(mem, "BT /F1 12 Tf 50 700 Td <0102> Tj ET",
		"/ToUnicode 7 0 R", "7 0 obj <</Length 53>> stream\n"
		"1 beginbfrange <01> <02> <00E4> endbfrange\n"
		"          \nendstream endobj\n"), "äå");
	arena_free(mem);
}

TEST(places_on_the_page_become_spaces_and_lines)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(read_page(mem, "BT /F1 10 Tf 14 TL 50 700 Td"
		" [(Sam)-20(lad)-300(bild)] TJ T* (rad tv\\345) Tj"
		" 0 -60 Td (nytt) Tj ET", WINDOWS, ""),
		"Samlad bild\nrad två\n\nnytt");
	CHECK_TEXT(read_page(mem, "BT /F1 10 Tf 12 TL 50 700 Td (h\\345ll-)"
		" Tj (barhet) ' (social-) ' (och annat) ' ET", WINDOWS, ""),
		"hållbarhet\nsocial-\noch annat");
	CHECK_TEXT(read_page(mem, "/Artifact BMC BT /F1 9 Tf 1 9 Td (Sida 1)"
		" Tj ET EMC BT /F1 9 Tf 1 99 Td (Text) Tj ET", "", ""),
		"Text");
	arena_free(mem);
}

TEST(a_form_is_read_where_it_stands_and_never_within_itself)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(read_page(mem, "BT /F1 9 Tf 1 99 Td (Ett) Tj ET /X1 Do",
		WINDOWS, "6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]"
		"/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>"
		"/Length 44>> stream\nBT /F1 9 Tf 1 50 Td (tv\\345) Tj ET"
		"        /X1 Do\nendstream endobj\n"),
		"Ett\n\ntvå");
	arena_free(mem);
}

static struct bytes locked(struct arena *mem, const char *password)
{
	struct bytes in = page_of(mem, "BT /F1 9 Tf (Hej) Tj ET", "", ""), out;
	qpdf_data q = qpdf_init();

	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	(void)qpdf_read_memory(q, "a", in.v, in.n, NULL);
	(void)qpdf_init_write_memory(q);
	qpdf_set_r6_encryption_parameters2(q, password, "owner", QPDF_TRUE,
		QPDF_FALSE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
		qpdf_r3p_full, QPDF_TRUE);
	(void)qpdf_write(q);
	out.n = qpdf_get_buffer_length(q);
	out.v = arena_text(mem, (const char *)qpdf_get_buffer(q), out.n);
	qpdf_cleanup(&q);
	return out;
}

TEST(a_file_that_cannot_be_read_says_why)
{
	struct arena *mem = arena_new();
	char *out = NULL;

	CHECK_INT(pdf_text(mem, bytes_of("no PDF"), &out), PDF_BROKEN);
	CHECK_INT(pdf_text(mem, bytes_of("%PDF-1.4\n"), &out), PDF_BROKEN);
	CHECK_INT(pdf_text(mem, locked(mem, "secret"), &out), PDF_LOCKED);
	CHECK_INT(pdf_text(mem, locked(mem, ""), &out), PDF_LOCKED);
	CHECK_INT(pdf_text(mem, page_of(mem, "q Q", "", ""), &out),
	          PDF_NO_TEXT);
	CHECK(out == NULL || *out == '\0');
	arena_free(mem);
}

TEST(plain_text_is_read_as_windows_and_others_write_it)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(plain_text(mem, bytes_of("\xEF\xBB\xBF" "Å\r\nb ")),
	           "Å\nb");
	CHECK_TEXT(plain_text(mem, bytes_of("f\xF6r \x96 \x80")), "för – €");
	CHECK_TEXT(plain_text(mem, (struct bytes){ "\xFF\xFE\xE5\0b\0", 6 }),
	           "åb");
	CHECK(plain_text(mem, (struct bytes){ "a\0b", 3 }) == NULL);
	CHECK(plain_text(mem, bytes_of("\1\2\3\4\5\6\7")) == NULL);
	arena_free(mem);
}
