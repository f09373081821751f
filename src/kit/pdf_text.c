/* A PDF opened, its pages one after the other, and what their names mean. */
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "base/text.h"
#include "kit/pdf_read.h"
#include "kit/pdf_text.h"

enum { MOST_FONTS = 2000, MOST_CODES = 65536 };

struct known { int object; const struct pdf_font *font; };

/* Where names are looked up: the resources of what is being read. */
struct source {
	qpdf_data     q;
	struct arena *mem;
	qpdf_oh       resources;
	struct known *known;
	size_t        n_known, room;
};

static bool named(struct source *s, qpdf_oh in, const char *key,
                  const char *value)
{
	return qpdf_oh_is_name_and_equals(s->q, qpdf_oh_get_key_if_dict(s->q,
	       in, key), value);
}

static qpdf_oh within(struct source *s, qpdf_oh in, const char *key)
{
	return qpdf_oh_get_key_if_dict(s->q, in, key);
}

/* The resource of a kind that content calls by a name. */
static qpdf_oh called(struct source *s, const char *kind, const char *name)
{
	char *key = arena_print(s->mem, "/%s", name);

	if (!text_valid(name, strlen(name)))
		return 0;
	return within(s, within(s, s->resources, kind), key);
}

/* The unpacked bytes of a stream; none where it cannot be unpacked. */
static struct bytes unpacked(struct source *s, qpdf_oh stream)
{
	QPDF_BOOL filtered = QPDF_FALSE;
	unsigned char *v = NULL;
	struct bytes out = {0};
	size_t n = 0;

	if (!qpdf_oh_is_stream(s->q, stream))
		return out;
	if (qpdf_oh_get_stream_data(s->q, stream, qpdf_dl_generalized,
	                            &filtered, &v, &n) < QPDF_ERRORS &&
	    filtered && n <= PDF_MOST_CONTENT)
		out = (struct bytes){ arena_text(s->mem, (char *)v, n), n };
	free(v);
	return out;
}

/* -- fonts ---------------------------------------------------------------- */

static enum pdf_encoding base_encoding(struct source *s, qpdf_oh font)
{
	qpdf_oh said = within(s, font, "/Encoding");

	if (!qpdf_oh_is_name(s->q, said))
		said = within(s, said, "/BaseEncoding");
	if (qpdf_oh_is_name_and_equals(s->q, said, "/WinAnsiEncoding"))
		return PDF_WINDOWS;
	if (qpdf_oh_is_name_and_equals(s->q, said, "/MacRomanEncoding"))
		return PDF_MACINTOSH;
	return named(s, font, "/Subtype", "/TrueType") ? PDF_WINDOWS :
	       PDF_STANDARD;
}

/* [ 32 /space 229 /aring /adieresis … ] */
static void differences(struct source *s, struct pdf_font *f, qpdf_oh list)
{
	int n = qpdf_oh_is_array(s->q, list) ?
	        qpdf_oh_get_array_n_items(s->q, list) : 0;
	unsigned code = 0;

	for (int i = 0; i < n && i < 1024; i++) {
		qpdf_oh item = qpdf_oh_get_array_item(s->q, list, i);
		long long at = 0;

		if (qpdf_oh_get_value_as_longlong(s->q, item, &at))
			code = at < 0 || at > 255 ? 256 : (unsigned)at;
		else if (qpdf_oh_is_name(s->q, item) && code < 256)
			pdf_font_says(s->mem, f, code++, pdf_named(s->mem,
				qpdf_oh_get_name(s->q, item) + 1));
	}
}

static double measure(struct source *s, qpdf_oh item)
{
	return qpdf_oh_is_number(s->q, item) ?
	       qpdf_oh_get_numeric_value(s->q, item) : 0;
}

static void simple_widths(struct source *s, struct pdf_font *f, qpdf_oh font)
{
	qpdf_oh all = within(s, font, "/Widths");
	double first = measure(s, within(s, font, "/FirstChar"));
	int n = qpdf_oh_is_array(s->q, all) ?
	        qpdf_oh_get_array_n_items(s->q, all) : 0;

	for (int i = 0; i < n && i < 256; i++)
		if (first >= 0 && first + i < 256)
			pdf_font_width(s->mem, f, (unsigned)first +
			               (unsigned)i, measure(s,
			               qpdf_oh_get_array_item(s->q, all, i)));
}

static void simple_font(struct source *s, struct pdf_font *f, qpdf_oh font)
{
	f->bytes = 1;
	pdf_font_encode(s->mem, f, base_encoding(s, font));
	differences(s, f, within(s, within(s, font, "/Encoding"),
	                         "/Differences"));
	simple_widths(s, f, font);
}

/* One row of /W: "first [w w …]" or "first last w"; how many items it has. */
static int width_row(struct source *s, struct pdf_font *f, qpdf_oh all, int i)
{
	unsigned first = (unsigned)measure(s, qpdf_oh_get_array_item(s->q,
	                                   all, i)) & 0xFFFF;
	qpdf_oh second = qpdf_oh_get_array_item(s->q, all, i + 1);
	unsigned last = (unsigned)measure(s, second) & 0xFFFF;
	int n;

	if (!qpdf_oh_is_array(s->q, second)) {
		double w = measure(s, qpdf_oh_get_array_item(s->q, all,
		                                             i + 2));

		for (unsigned c = first; c <= last; c++)
			pdf_font_width(s->mem, f, c, w);
		return 3;
	}
	n = qpdf_oh_get_array_n_items(s->q, second);
	for (int k = 0; k < n && first + (unsigned)k < MOST_CODES; k++)
		pdf_font_width(s->mem, f, first + (unsigned)k, measure(s,
		               qpdf_oh_get_array_item(s->q, second, k)));
	return 2;
}

static void composite_font(struct source *s, struct pdf_font *f, qpdf_oh font)
{
	qpdf_oh kids = within(s, font, "/DescendantFonts"), kid, all;
	double usual;
	int n;

	f->bytes = 2;
	f->usual = 1000;
	if (!qpdf_oh_is_array(s->q, kids) ||
	    qpdf_oh_get_array_n_items(s->q, kids) < 1)
		return;
	kid = qpdf_oh_get_array_item(s->q, kids, 0);
	usual = measure(s, within(s, kid, "/DW"));
	if (usual > 0 && usual < 10000)
		f->usual = (short)usual;
	all = within(s, kid, "/W");
	n = qpdf_oh_is_array(s->q, all) ?
	    qpdf_oh_get_array_n_items(s->q, all) : 0;
	for (int i = 0; i + 1 < n && i < 20000; )
		i += width_row(s, f, all, i);
}

static const struct pdf_font *font_read(struct source *s, qpdf_oh font)
{
	struct pdf_font *f = NEW(s->mem, struct pdf_font);

	if (named(s, font, "/Subtype", "/Type0"))
		composite_font(s, f, font);
	else
		simple_font(s, f, font);
	pdf_font_map(s->mem, f, unpacked(s, within(s, font, "/ToUnicode")));
	return f;
}

/* The letters of a Type 3 font are as wide as its own matrix says. */
const struct pdf_font *pdf_font_called(struct pdf_show *show,
                                       const char *name)
{
	struct source *s = show->source;
	qpdf_oh font = called(s, "/Font", name);
	struct known *k;
	int object;

	if (font == 0 || !qpdf_oh_is_dictionary(s->q, font))
		return NULL;
	object = qpdf_oh_get_object_id(s->q, font);
	for (size_t i = 0; object != 0 && i < s->n_known; i++)
		if (s->known[i].object == object)
			return s->known[i].font;
	if (s->n_known >= MOST_FONTS)
		return NULL;
	k = arena_push(s->mem, (void **)&s->known, &s->n_known, &s->room,
	               sizeof *k);
	k->object = object;
	k->font = font_read(s, font);
	return k->font;
}

/* -- forms and pages ------------------------------------------------------ */

static struct pdf_matrix matrix_of(struct source *s, qpdf_oh list)
{
	double v[6] = { 1, 0, 0, 1, 0, 0 };

	if (qpdf_oh_is_array(s->q, list) &&
	    qpdf_oh_get_array_n_items(s->q, list) == 6)
		for (int i = 0; i < 6; i++)
			v[i] = measure(s, qpdf_oh_get_array_item(s->q, list,
			                                         i));
	return (struct pdf_matrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
}

/* No form stands within itself; nor are there more than anybody draws. */
static bool may_show(struct pdf_show *show, int form)
{
	if (show->depth >= PDF_MOST_DEPTH)
		return false;
	for (int i = 0; i < show->depth; i++)
		if (show->forms[i] == form)
			return false;
	show->forms[show->depth] = form;
	show->too_large = show->too_large || ++show->shown > PDF_MOST_FORMS;
	return !show->too_large;
}

void pdf_form_called(struct pdf_show *show, const char *name,
                     struct pdf_matrix here)
{
	struct source *s = show->source;
	qpdf_oh form = called(s, "/XObject", name), before = s->resources;
	qpdf_oh about, own;

	if (form == 0 || !qpdf_oh_is_stream(s->q, form))
		return;
	about = qpdf_oh_get_dict(s->q, form);
	if (!named(s, about, "/Subtype", "/Form") ||
	    !may_show(show, qpdf_oh_get_object_id(s->q, form)))
		return;
	own = within(s, about, "/Resources");
	if (qpdf_oh_is_dictionary(s->q, own))
		s->resources = own;
	show->depth++;
	pdf_show(show, unpacked(s, form), pdf_times(matrix_of(s,
	         within(s, about, "/Matrix")), here));
	show->depth--;
	s->resources = before;
}

/* A page may have its resources from a page above it in the tree. */
static qpdf_oh resources_of(struct source *s, qpdf_oh page)
{
	for (int up = 0; up < 32; up++) {
		qpdf_oh own = within(s, page, "/Resources");

		if (qpdf_oh_is_dictionary(s->q, own))
			return own;
		page = within(s, page, "/Parent");
		if (!qpdf_oh_is_dictionary(s->q, page))
			break;
	}
	return qpdf_oh_new_dictionary(s->q);
}

static void show_page(struct pdf_show *show, int no)
{
	struct source *s = show->source;
	qpdf_oh page = qpdf_get_page_n(s->q, (size_t)no);
	unsigned char *v = NULL;
	size_t n = 0;

	s->resources = resources_of(s, page);
	if (qpdf_oh_get_page_content_data(s->q, page, &v, &n) < QPDF_ERRORS)
		pdf_show(show, (struct bytes){ v, n },
		         (struct pdf_matrix){ 1, 0, 0, 1, 0, 0 });
	free(v);
	pdf_page_end(show->lines);
}

static enum pdf_flaw opened(struct source *s, struct bytes in, int *pages)
{
	QPDF_ERROR_CODE wrong;

	qpdf_set_suppress_warnings(s->q, QPDF_TRUE);
	qpdf_silence_errors(s->q);
	wrong = qpdf_read_memory(s->q, "file", in.v, in.n, NULL);
	if ((wrong & QPDF_ERRORS) != 0)
		return qpdf_get_error_code(s->q, qpdf_get_error(s->q)) ==
		       qpdf_e_password ? PDF_LOCKED : PDF_BROKEN;
	if (qpdf_is_encrypted(s->q) && !qpdf_allow_extract_all(s->q))
		return PDF_LOCKED;
	*pages = qpdf_get_num_pages(s->q);
	if (*pages < 1)
		return PDF_BROKEN;
	return *pages > PDF_MOST_PAGES ? PDF_TOO_LARGE : PDF_FINE;
}

static enum pdf_flaw read_pages(struct source *s, struct bytes in, char **out)
{
	struct pdf_lines lines = { .mem = s->mem };
	struct pdf_show show = { .mem = s->mem, .lines = &lines, .source = s,
	                         .left = PDF_MOST_CONTENT };
	enum pdf_flaw flaw;
	int pages = 0;

	flaw = opened(s, in, &pages);
	if (flaw != PDF_FINE)
		return flaw;
	for (int i = 0; i < pages && !show.too_large; i++)
		show_page(&show, i);
	if (show.too_large)
		return PDF_TOO_LARGE;
	*out = pdf_lines_text(&lines);
	return text_blank(*out) ? PDF_NO_TEXT : PDF_FINE;
}

enum pdf_flaw pdf_text(struct arena *mem, struct bytes in, char **out)
{
	struct source s = { .q = qpdf_init(), .mem = mem };
	enum pdf_flaw flaw = read_pages(&s, in, out);

	qpdf_cleanup(&s.q);
	return flaw;
}
