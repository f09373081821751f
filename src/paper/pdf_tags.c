/*
 * What the drawn pages mean: links, language, metadata and what else PDF/UA
 * asks of a file; the structure tree comes last (pdf_tree.c). Keeps qpdf.
 */
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "paper/pdf.h"

struct tagger {
	struct sheet     *s;
	qpdf_data         q;
	qpdf_oh          *pages, *annotations;
	struct press_list pressed;
	int              *marks;        /* found in each page */
};

static void put(struct tagger *t, qpdf_oh in, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(t->q, in, key, value);
	qpdf_oh_release(t->q, value);
}

/* Another handle of an object that is used once more. */
static qpdf_oh also(struct tagger *t, qpdf_oh object)
{
	return qpdf_oh_new_object(t->q, object);
}

static void append(struct tagger *t, qpdf_oh array, qpdf_oh value)
{
	qpdf_oh_append_item(t->q, array, value);
	qpdf_oh_release(t->q, value);
}

static qpdf_oh name(struct tagger *t, const char *text)
{
	return qpdf_oh_new_name(t->q, arena_print(t->s->mem, "/%s", text));
}

static qpdf_oh number(struct tagger *t, i64 value)
{
	return qpdf_oh_new_integer(t->q, value);
}

static qpdf_oh real(struct tagger *t, double value)
{
	return qpdf_oh_new_real_from_double(t->q, value, 2);
}

static qpdf_oh typed(struct tagger *t, const char *type)
{
	qpdf_oh d = qpdf_oh_new_dictionary(t->q);

	put(t, d, "/Type", name(t, type));
	return d;
}

static qpdf_oh indirect(struct tagger *t, qpdf_oh direct)
{
	qpdf_oh object = qpdf_make_indirect_object(t->q, direct);

	qpdf_oh_release(t->q, direct);
	return object;
}

static const struct place *place_of(const struct sheet *s, const char *link)
{
	for (size_t i = 0; i < s->places.n; i++) {
		if (same(s->places.v[i].anchor, link + 1))
			return &s->places.v[i];
	}
	return NULL;
}

static qpdf_oh destination(struct tagger *t, const struct place *p)
{
	qpdf_oh d = qpdf_oh_new_array(t->q);

	append(t, d, also(t, t->pages[p->page]));
	append(t, d, qpdf_oh_new_name(t->q, "/XYZ"));
	append(t, d, real(t, p->x));
	append(t, d, real(t, t->s->high - p->y + 6));
	append(t, d, qpdf_oh_new_null(t->q));
	return d;
}

static qpdf_oh address(struct tagger *t, const char *link)
{
	qpdf_oh d = typed(t, "Action");

	put(t, d, "/S", name(t, "URI"));
	put(t, d, "/URI", qpdf_oh_new_string(t->q, link));
	return d;
}

static qpdf_oh rectangle(struct tagger *t, const struct area *a)
{
	qpdf_oh r = qpdf_oh_new_array(t->q);

	append(t, r, real(t, a->x));
	append(t, r, real(t, t->s->high - a->y - a->h));
	append(t, r, real(t, a->x + a->w));
	append(t, r, real(t, t->s->high - a->y));
	return r;
}

/* Where one presses; its place in the structure is noted. */
static void press(struct tagger *t, struct element *e, const struct area *a)
{
	const struct place *to = e->link[0] == '#' ?
	                         place_of(t->s, e->link) : NULL;
	struct press one = { a->page, t->pressed.n };
	qpdf_oh d = typed(t, "Annot");

	put(t, d, "/Subtype", name(t, "Link"));
	put(t, d, "/Rect", rectangle(t, a));
	put(t, d, "/Border", qpdf_oh_parse(t->q, "[0 0 0]"));
	put(t, d, "/F", number(t, 4));
	put(t, d, "/Contents", qpdf_oh_new_unicode_string(t->q, e->words));
	put(t, d, "/StructParent", number(t, (i64)(t->s->pages.n + one.no)));
	if (to != NULL)
		put(t, d, "/Dest", destination(t, to));
	else
		put(t, d, "/A", address(t, e->link));
	append(t, t->annotations[a->page], indirect(t, d));
	*PUSH(t->s->mem, &e->presses) = one;
	*PUSH(t->s->mem, &t->pressed) = one;
}

/* A link to nowhere in this paper is only words. */
static void links(struct tagger *t, struct element *e)
{
	bool nowhere = e->link != NULL && e->link[0] == '#' &&
	               place_of(t->s, e->link) == NULL;

	if (nowhere)
		e->role = "Span";
	for (size_t i = 0; e->link != NULL && !nowhere && i < e->areas.n; i++)
		press(t, e, &e->areas.v[i]);
	for (size_t i = 0; i < e->parts.n; i++) {
		if (e->parts.v[i].element != NULL)
			links(t, e->parts.v[i].element);
	}
}

static void metadata(struct tagger *t, qpdf_oh root)
{
	struct markup m = pdf_metadata(t->s);
	qpdf_oh stream = qpdf_oh_new_stream(t->q), d;

	qpdf_oh_replace_stream_data(t->q, stream,
		(const unsigned char *)m.text, m.n, qpdf_oh_new_null(t->q),
		qpdf_oh_new_null(t->q));
	d = qpdf_oh_get_dict(t->q, stream);
	put(t, d, "/Type", name(t, "Metadata"));
	put(t, d, "/Subtype", name(t, "XML"));
	put(t, root, "/Metadata", stream);
}

/* cairo leaves out what PDF/UA asks of fonts with many characters. */
static void fonts(struct tagger *t, qpdf_oh page)
{
	qpdf_oh all = qpdf_oh_get_key(t->q, qpdf_oh_get_key(t->q, page,
		"/Resources"), "/Font");

	qpdf_oh_begin_dict_key_iter(t->q, all);
	while (qpdf_oh_dict_more_keys(t->q)) {
		qpdf_oh font = qpdf_oh_get_key(t->q, all,
			qpdf_oh_dict_next_key(t->q));

		if (qpdf_oh_has_key(t->q, font, "/DescendantFonts"))
			put(t, qpdf_oh_get_array_item(t->q,
				qpdf_oh_get_key(t->q, font,
				"/DescendantFonts"), 0), "/CIDToGIDMap",
			    name(t, "Identity"));
	}
}

static enum status page_content(struct tagger *t, size_t no)
{
	qpdf_oh stream = qpdf_oh_get_key(t->q, t->pages[no], "/Contents");
	struct arena *mem;
	struct bytes content;
	unsigned char *v = NULL;
	size_t n = 0;

	if (qpdf_oh_get_page_content_data(t->q, t->pages[no], &v, &n) !=
	    QPDF_SUCCESS)
		return log_fault("page %zu has no content", no);
	mem = arena_new();
	content = content_with_artifacts(mem, (struct bytes){ v, n },
	                                 no == 0 ? t->s->logo : -1,
	                                 &t->marks[no]);
	qpdf_oh_replace_stream_data(t->q, stream, content.v, content.n,
		qpdf_oh_new_null(t->q), qpdf_oh_new_null(t->q));
	free(v);
	arena_free(mem);
	return OK;
}

static enum status finish_page(struct tagger *t, size_t no)
{
	qpdf_oh page = t->pages[no];

	put(t, page, "/StructParents", number(t, (i64)no));
	put(t, page, "/Tabs", name(t, "S"));
	if (qpdf_oh_get_array_n_items(t->q, t->annotations[no]) > 0)
		put(t, page, "/Annots", t->annotations[no]);
	fonts(t, page);
	return page_content(t, no);
}

static enum status fill(struct tagger *t)
{
	size_t n = t->s->pages.n;
	qpdf_oh root = qpdf_get_root(t->q);

	t->pages = arena_take(t->s->mem, n * sizeof *t->pages);
	t->annotations = arena_take(t->s->mem, n * sizeof *t->annotations);
	t->marks = arena_take(t->s->mem, n * sizeof *t->marks);
	for (size_t i = 0; i < n; i++) {
		t->pages[i] = qpdf_get_page_n(t->q, i);
		t->annotations[i] = qpdf_oh_new_array(t->q);
	}
	structure_settle(t->s);
	links(t, t->s->root);
	put(t, root, "/StructTreeRoot", indirect(t, typed(t,
	    "StructTreeRoot")));
	metadata(t, root);
	put(t, root, "/Lang", qpdf_oh_new_string(t->q, t->s->paper->language));
	put(t, root, "/MarkInfo", qpdf_oh_parse(t->q, "<< /Marked true >>"));
	put(t, root, "/ViewerPreferences",
	    qpdf_oh_parse(t->q, "<< /DisplayDocTitle true >>"));
	for (size_t i = 0; i < n; i++)
		TRY(finish_page(t, i));
	return OK;
}

/* The same paper, the same bytes: even the file's own id. */
static enum status write_out(struct tagger *t, struct bytes *out)
{
	qpdf_init_write_memory(t->q);
	qpdf_set_deterministic_ID(t->q, QPDF_TRUE);
	qpdf_set_object_stream_mode(t->q, qpdf_o_generate);
	qpdf_set_compress_streams(t->q, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(t->q, "1.7");
	if ((qpdf_write(t->q) & QPDF_ERRORS) != 0 || qpdf_has_error(t->q))
		return log_fault("a paper could not be tagged: %s",
		                 qpdf_get_error_full_text(t->q,
		                 qpdf_get_error(t->q)));
	out->n = qpdf_get_buffer_length(t->q);
	out->v = arena_text(t->s->mem,
		(const char *)qpdf_get_buffer(t->q), out->n);
	return OK;
}

static unsigned id_of(qpdf_data q, qpdf_oh object)
{
	return (unsigned)qpdf_oh_get_object_id(q, object);
}

/* Where the last list of objects begins: the last number but one line. */
static long long table_of(struct arena *mem, struct bytes file)
{
	static const char word[] = "startxref\n";
	size_t tail = file.n < 64 ? file.n : 64;
	const char *at = memmem((const char *)file.v + file.n - tail, tail,
	                        word, sizeof word - 1);

	ASSERT(at != NULL);
	return strtoll(arena_text(mem, at + sizeof word - 1, (size_t)
	       ((const char *)file.v + file.n - at) - sizeof word + 1), NULL,
	       10);
}

/* The numbers that a file gave its objects when it was written. */
static struct numbers numbers_of(struct tagger *t, qpdf_data q,
                                 struct bytes file)
{
	struct arena *mem = t->s->mem;
	size_t n = t->s->pages.n;
	unsigned *pages = arena_take(mem, n * sizeof *pages);
	unsigned *presses = arena_take(mem, (t->pressed.n + 1) *
	                               sizeof *presses);
	int *done = arena_take(mem, n * sizeof *done);
	qpdf_oh trailer = qpdf_get_trailer(q), root = qpdf_get_root(q);

	for (size_t i = 0; i < n; i++)
		pages[i] = id_of(q, qpdf_get_page_n(q, i));
	for (size_t i = 0; i < t->pressed.n; i++) {
		int page = t->pressed.v[i].page;

		presses[i] = id_of(q, qpdf_oh_get_array_item(q,
			qpdf_oh_get_key(q, qpdf_get_page_n(q, (size_t)page),
			"/Annots"), done[page]++));
	}
	return (struct numbers){
		.next = (unsigned)qpdf_oh_get_int_value_as_int(q,
			qpdf_oh_get_key(q, trailer, "/Size")),
		.root = id_of(q, qpdf_oh_get_key(q, root, "/StructTreeRoot")),
		.catalog = id_of(q, root),
		.info = id_of(q, qpdf_oh_get_key(q, trailer, "/Info")),
		.pages = pages, .presses = presses,
		.n_presses = t->pressed.n, .marks = t->marks,
		.table = table_of(mem, file),
		.id = arena_copy(mem, qpdf_oh_unparse(q,
			qpdf_oh_get_key(q, trailer, "/ID"))),
	};
}

static enum status opened(qpdf_data q, struct bytes file)
{
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if ((qpdf_read_memory(q, "paper", file.v, file.n, NULL) &
	     QPDF_ERRORS) == 0)
		return OK;
	return log_fault("a drawn paper could not be read: %s",
	                 qpdf_get_error_full_text(q, qpdf_get_error(q)));
}

/* Read once more, only to see what number each page has been given. */
static enum status finish(struct tagger *t, struct bytes file,
                          struct bytes *out)
{
	qpdf_data q = qpdf_init();
	struct numbers no;
	enum status done = opened(q, file);

	if (done == OK) {
		no = numbers_of(t, q, file);
		done = structure_append(t->s, &no, file, out);
	}
	qpdf_cleanup(&q);
	return done;
}

enum status tag(struct sheet *s, struct bytes drawn, struct bytes *out)
{
	struct tagger t = { .s = s, .q = qpdf_init() };
	struct bytes file = {0};
	enum status done = opened(t.q, drawn);

	if (done == OK)
		done = fill(&t);
	if (done == OK)
		done = write_out(&t, &file);
	qpdf_cleanup(&t.q);
	if (done == OK)
		done = finish(&t, file, out);
	return done;
}
