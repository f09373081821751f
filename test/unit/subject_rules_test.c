#include "assess/assess.h"
#include "check.h"
#include "subject/subject.h"

#define BYTES(text) ((struct bytes){ (text), sizeof (text) - 1 })

TEST(a_paper_is_what_its_content_says_not_its_name)
{
	CHECK_TEXT(attachment_type(BYTES("%PDF-1.7\n"), "a.txt"),
	           "application/pdf");
	CHECK_TEXT(attachment_type(BYTES("\x89PNG\r\n\x1a\n...."), "a.pdf"),
	           "image/png");
	CHECK_TEXT(attachment_type(BYTES("\xff\xd8\xff\xe0"), NULL),
	           "image/jpeg");
}

TEST(text_is_a_table_only_when_it_is_called_one)
{
	CHECK_TEXT(attachment_type(BYTES("ort;\xc3\xa5r\r\n"), "a.CSV"),
	           "text/csv");
	CHECK_TEXT(attachment_type(BYTES("ort;\xc3\xa5r\r\n"), "a.html"),
	           "text/plain");
	CHECK_TEXT(attachment_type(BYTES("hej"), ".csv"), "text/plain");
}

TEST(what_is_not_on_the_list_is_refused)
{
	CHECK(attachment_type(BYTES(""), "a.txt") == NULL);
	CHECK(attachment_type(BYTES("\x7f" "ELF\2\1\1\0"), "a.pdf") == NULL);
	CHECK(attachment_type(BYTES("MZ\x90\0\3"), "a.csv") == NULL);
	CHECK(attachment_type(BYTES("ort \xe5r"), "latin.csv") == NULL);
	CHECK(attachment_type(BYTES("GIF89a\1\0"), "a.png") == NULL);
}

/* A ZIP of names alone: an entry each in its list, and the end. */
static struct bytes zip(struct arena *mem, const char *const *names, size_t n)
{
	unsigned char *v = arena_take(mem, 4096);
	size_t at = 4, list = 4;

	memcpy(v, "PK\3\4", 4);
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(names[i]);

		memcpy(v + at, "PK\1\2", 4);
		v[at + 28] = (unsigned char)length;
		memcpy(v + at + 46, names[i], length);
		at += 46 + length;
	}
	memcpy(v + at, "PK\5\6", 4);
	v[at + 10] = (unsigned char)n;
	v[at + 16] = (unsigned char)list;
	return (struct bytes){ v, at + 22 };
}

TEST(an_office_file_is_known_by_the_names_in_it)
{
	static const char *const word[] = { "[Content_Types].xml",
	                                    "word/document.xml" };
	static const char *const sheet[] = { "xl/workbook.xml" };
	static const char *const other[] = { "META-INF/MANIFEST.MF" };
	struct arena *mem = arena_new();

	CHECK_HAS(attachment_type(zip(mem, word, 2), "a"), "wordprocessing");
	CHECK_HAS(attachment_type(zip(mem, sheet, 1), "a"), "spreadsheet");
	CHECK(attachment_type(zip(mem, other, 1), "a.docx") == NULL);
	arena_free(mem);
}

TEST(an_office_file_with_programs_in_it_is_refused)
{
	static const char *const names[] = { "word/document.xml",
	                                     "word/vbaProject.bin" };
	struct arena *mem = arena_new();

	CHECK(attachment_type(zip(mem, names, 2), "a.docx") == NULL);
	arena_free(mem);
}

TEST(a_broken_list_of_a_zip_is_refused_wherever_it_breaks)
{
	static const char *const names[] = { "word/document.xml", "a/b.xml" };
	struct arena *mem = arena_new();
	struct bytes whole = zip(mem, names, 2);

	for (size_t n = 4; n < whole.n; n++) {
		unsigned char *cut = arena_take(mem, n);

		memcpy(cut, whole.v, n);
		CHECK(attachment_type((struct bytes){ cut, n }, "a") == NULL);
	}
	for (size_t i = 4; i < whole.n; i++) {
		unsigned char *bad = arena_take(mem, whole.n);

		memcpy(bad, whole.v, whole.n);
		bad[i] = 0xFF;
		(void)attachment_type((struct bytes){ bad, whole.n }, "a");
	}
	arena_free(mem);
}

TEST(an_open_document_says_so_in_its_first_entry)
{
	static const char says[] =
		"mimetypeapplication/vnd.oasis.opendocument.text";
	unsigned char file[30 + sizeof says - 1 + 22] = "PK\3\4";
	struct bytes all = { file, sizeof file };

	file[26] = 8;
	memcpy(file + 30, says, sizeof says - 1);
	memcpy(file + 30 + sizeof says - 1, "PK\5\6", 4);
	CHECK_TEXT(attachment_type(all, "a"),
	           "application/vnd.oasis.opendocument.text");
	file[28] = 1;
	CHECK(attachment_type(all, "a.odt") == NULL);
}

TEST(a_wording_is_new_only_if_a_word_is)
{
	struct wording a = { .title = "Tillgänglig service", .text = "" };
	struct wording b = a;

	CHECK(wording_same(&a, &b));
	b.text = "I hela länet";
	CHECK(!wording_same(&a, &b));
}

TEST(who_is_touched_much_and_can_do_little_is_suggested_as_missing)
{
	struct actor_link l = { .interest = LEVEL_HIGH,
	                        .influence = LEVEL_LOW };

	CHECK(actor_link_suggested(&l));
	CHECK(!actor_link_left_out(&l));
	l.present = PRESENT_NOT_INVITED;
	CHECK(actor_link_left_out(&l));
	l.present = PRESENT;
	CHECK(!actor_link_suggested(&l));
}

TEST(a_rights_holder_with_little_influence_is_suggested_however_touched)
{
	struct actor_link l = { .interest = LEVEL_LOW, .rights_holder = true,
	                        .influence = LEVEL_LOW };

	CHECK(actor_link_suggested(&l));
	l.influence = LEVEL_HIGH;
	CHECK(!actor_link_suggested(&l));
}
