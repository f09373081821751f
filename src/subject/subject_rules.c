/* What a paper is, by what stands in it: names and senders are not believed. */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "subject/subject.h"

bool wording_same(const struct wording *a, const struct wording *b)
{
	return same(a->title, b->title) && same(a->text, b->text) &&
	       same(a->serves, b->serves);
}

static bool begins(struct bytes b, const char *magic, size_t n)
{
	return b.n >= n && memcmp(b.v, magic, n) == 0;
}

static bool name_ends(const char *name, const char *with)
{
	size_t n = name == NULL ? 0 : strlen(name), m = strlen(with);

	return n > m && strcasecmp(name + n - m, with) == 0;
}

/* -- ZIP: what is in the list at its end --------------------------------- */

static size_t little(const unsigned char *at, int bytes)
{
	size_t n = 0;

	for (int i = bytes; i > 0; i--)
		n = n << 8 | at[i - 1];
	return n;
}

enum {
	ZIP_END = 22, ZIP_COMMENT = 65535, ZIP_ENTRY = 46, ZIP_LOCAL = 30,
	ZIP_MOST = 10000,
};

/* The record that ends the file, or NULL; a comment may follow it. */
static const unsigned char *zip_end(struct bytes b)
{
	const unsigned char *v = b.v;

	for (size_t back = ZIP_END; back <= b.n && back <= ZIP_END +
	     ZIP_COMMENT; back++)
		if (memcmp(v + b.n - back, "PK\5\6", 4) == 0)
			return v + b.n - back;
	return NULL;
}

struct zip_walk { struct bytes all; size_t at, left; };

static bool zip_next(struct zip_walk *w, struct bytes *name)
{
	const unsigned char *v = (const unsigned char *)w->all.v + w->at;
	size_t rest = w->all.n - w->at, length, whole;

	if (w->left == 0 || rest < ZIP_ENTRY || memcmp(v, "PK\1\2", 4) != 0)
		return false;
	length = little(v + 28, 2);
	whole = ZIP_ENTRY + length + little(v + 30, 2) + little(v + 32, 2);
	if (whole > rest)
		return false;
	*name = (struct bytes){ v + ZIP_ENTRY, length };
	w->at += whole;
	w->left--;
	return true;
}

static bool named(struct bytes name, const char *text)
{
	return name.n == strlen(text) && memcmp(name.v, text, name.n) == 0;
}

/* Programs in a document are refused wherever they lie. */
static bool macro(struct bytes name)
{
	static const char bin[] = "vbaProject.bin";

	return name.n >= sizeof bin - 1 &&
	       memcmp((const char *)name.v + name.n - (sizeof bin - 1), bin,
	              sizeof bin - 1) == 0;
}

/* An OpenDocument file says what it is in its first entry, unpacked. */
static bool open_document(struct bytes b)
{
	static const char says[] =
		"mimetypeapplication/vnd.oasis.opendocument.text";
	const unsigned char *v = b.v;

	return b.n >= ZIP_LOCAL + sizeof says - 1 && little(v + 26, 2) == 8 &&
	       little(v + 28, 2) == 0 &&
	       memcmp(v + ZIP_LOCAL, says, sizeof says - 1) == 0 &&
	       v[ZIP_LOCAL + sizeof says - 1] != '-';
}

static const char *office_type(struct bytes b)
{
	const unsigned char *end = zip_end(b);
	const char *type = open_document(b) ?
		media_type("odt") : NULL;
	struct zip_walk w = { .all = b };
	struct bytes name;

	if (end == NULL)
		return NULL;
	w.left = little(end + 10, 2);
	w.at = little(end + 16, 4);
	if (w.at > b.n || w.left > ZIP_MOST)
		return NULL;
	while (zip_next(&w, &name)) {
		if (macro(name))
			return NULL;
		if (named(name, "word/document.xml"))
			type = media_type("docx");
		if (named(name, "xl/workbook.xml"))
			type = media_type("xlsx");
	}
	return w.left == 0 ? type : NULL;
}

/* -- text ---------------------------------------------------------------- */

static bool readable(struct bytes b)
{
	const unsigned char *v = b.v;

	for (size_t i = 0; i < b.n; i++)
		if (v[i] < ' ' && v[i] != '\n' && v[i] != '\r' && v[i] != '\t')
			return false;
	return b.n > 0 && text_valid(b.v, b.n);
}

const char *attachment_type(struct bytes b, const char *name)
{
	if (begins(b, "%PDF-", 5))
		return "application/pdf";
	if (begins(b, "\x89PNG\r\n\x1a\n", 8))
		return "image/png";
	if (begins(b, "\xff\xd8\xff", 3))
		return "image/jpeg";
	if (begins(b, "PK\3\4", 4))
		return office_type(b);
	if (readable(b))
		return name_ends(name, ".csv") ? "text/csv" : "text/plain";
	return NULL;
}
