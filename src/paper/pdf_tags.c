/*
 * What the drawn pages mean: the structure tree, links, language, metadata
 * and what else PDF/UA asks. Keeps qpdf.
 */
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "paper/pdf.h"

/* What belongs to each mark of a page: its element, by object. */
struct owner_list { qpdf_oh *v; size_t n, room; };

struct tagger {
	struct sheet      *s;
	qpdf_data          q;
	qpdf_oh           *pages, *annotations;
	struct owner_list *owners;      /* of the marks of each page */
	struct owner_list  pressed;     /* the Link of each annotation */
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

/* Where one presses, and its place in the structure: an OBJR in the Link. */
static qpdf_oh press(struct tagger *t, const struct element *e,
                     const struct area *a)
{
	const struct place *to = e->link[0] == '#' ?
	                         place_of(t->s, e->link) : NULL;
	qpdf_oh d = typed(t, "Annot"), part = typed(t, "OBJR");

	put(t, d, "/Subtype", name(t, "Link"));
	put(t, d, "/Rect", rectangle(t, a));
	put(t, d, "/Border", qpdf_oh_parse(t->q, "[0 0 0]"));
	put(t, d, "/F", number(t, 4));
	put(t, d, "/Contents", qpdf_oh_new_unicode_string(t->q, e->words));
	put(t, d, "/StructParent", number(t, (i64)(t->s->pages.n +
	                                           t->pressed.n)));
	if (to != NULL)
		put(t, d, "/Dest", destination(t, to));
	else
		put(t, d, "/A", address(t, e->link));
	d = indirect(t, d);
	*PUSH(t->s->mem, &t->pressed) = e->object;
	qpdf_oh_append_item(t->q, t->annotations[a->page], d);
	put(t, part, "/Pg", also(t, t->pages[a->page]));
	put(t, part, "/Obj", d);
	return part;
}

static qpdf_oh marked(struct tagger *t, const struct part *p, int page)
{
	qpdf_oh d;

	if (p->page == page)
		return number(t, p->mark);
	d = typed(t, "MCR");
	put(t, d, "/Pg", also(t, t->pages[p->page]));
	put(t, d, "/MCID", number(t, p->mark));
	return d;
}

/* What kind of cell or list it is, or where a figure stands. */
static void attributes(struct tagger *t, const struct element *e, qpdf_oh of)
{
	qpdf_oh d = qpdf_oh_new_dictionary(t->q);

	if (e->scope != NULL) {
		put(t, d, "/O", name(t, "Table"));
		put(t, d, "/Scope", name(t, e->scope));
		if (e->across > 1)
			put(t, d, "/ColSpan", number(t, e->across));
	} else if (e->numbering != NULL) {
		put(t, d, "/O", name(t, "List"));
		put(t, d, "/ListNumbering", name(t, e->numbering));
	} else if (e->alt != NULL) {
		put(t, d, "/O", name(t, "Layout"));
		put(t, d, "/Placement", name(t, "Block"));
		put(t, d, "/BBox", rectangle(t, &e->areas.v[0]));
		put(t, of, "/Alt", qpdf_oh_new_unicode_string(t->q, e->alt));
	} else {
		qpdf_oh_release(t->q, d);
		return;
	}
	put(t, of, "/A", d);
}

/* A link to nowhere in this paper is only words. */
static const char *role(struct tagger *t, const struct element *e)
{
	if (e->link != NULL && e->link[0] == '#' &&
	    place_of(t->s, e->link) == NULL)
		return "Span";
	return e->role;
}

static void own(struct tagger *t, const struct part *p, qpdf_oh element)
{
	struct owner_list *owners = &t->owners[p->page];

	while (owners->n <= (size_t)p->mark)
		*PUSH(t->s->mem, owners) = 0;
	owners->v[p->mark] = element;
}

/* An element that holds nothing is left out, but for empty cells. */
static bool says_something(const struct element *e)
{
	return e->parts.n > 0 || strcmp(e->role, "TD") == 0 ||
	       strcmp(e->role, "TH") == 0 || strcmp(e->role, "LBody") == 0;
}

static qpdf_oh element_write(struct tagger *t, struct element *e, qpdf_oh up)
{
	qpdf_oh d = indirect(t, typed(t, "StructElem"));
	qpdf_oh parts = qpdf_oh_new_array(t->q);
	const char *as = role(t, e);
	int page = -1;

	e->object = d;
	put(t, d, "/S", name(t, as));
	put(t, d, "/P", also(t, up));
	attributes(t, e, d);
	for (size_t i = 0; i < e->parts.n; i++) {
		struct part *p = &e->parts.v[i];

		if (p->element != NULL && says_something(p->element)) {
			append(t, parts, also(t,
			       element_write(t, p->element, d)));
		} else if (p->element == NULL) {
			page = page < 0 ? p->page : page;
			append(t, parts, marked(t, p, page));
			own(t, p, d);
		}
	}
	for (size_t i = 0; strcmp(as, "Link") == 0 && i < e->areas.n; i++)
		append(t, parts, press(t, e, &e->areas.v[i]));
	if (page >= 0)
		put(t, d, "/Pg", also(t, t->pages[page]));
	put(t, d, "/K", parts);
	return d;
}

/* From a mark on a page, or from an annotation, back to its element. */
static qpdf_oh parent_tree(struct tagger *t)
{
	qpdf_oh tree = qpdf_oh_new_dictionary(t->q);
	qpdf_oh all = qpdf_oh_new_array(t->q);
	size_t pages = t->s->pages.n;

	for (size_t i = 0; i < pages; i++) {
		qpdf_oh owners = qpdf_oh_new_array(t->q);

		for (size_t n = 0; n < t->owners[i].n; n++)
			append(t, owners, also(t, t->owners[i].v[n]));
		append(t, all, number(t, (i64)i));
		append(t, all, indirect(t, owners));
	}
	for (size_t i = 0; i < t->pressed.n; i++) {
		append(t, all, number(t, (i64)(pages + i)));
		append(t, all, also(t, t->pressed.v[i]));
	}
	put(t, tree, "/Nums", all);
	return indirect(t, tree);
}

static void structure(struct tagger *t, qpdf_oh root)
{
	qpdf_oh tree = indirect(t, typed(t, "StructTreeRoot"));

	put(t, tree, "/K", element_write(t, t->s->root, tree));
	put(t, tree, "/ParentTree", parent_tree(t));
	put(t, tree, "/ParentTreeNextKey",
	    number(t, (i64)(t->s->pages.n + t->pressed.n)));
	put(t, root, "/StructTreeRoot", tree);
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

/* The marks in a page must be those that were made while drawing it. */
static enum status page_content(struct tagger *t, size_t no)
{
	qpdf_oh stream = qpdf_oh_get_key(t->q, t->pages[no], "/Contents");
	struct arena *mem = arena_new();
	struct bytes content;
	unsigned char *v = NULL;
	size_t n = 0;
	int marks = -1;

	if (qpdf_oh_get_page_content_data(t->q, t->pages[no], &v, &n) ==
	    QPDF_SUCCESS) {
		content = content_with_artifacts(mem, (struct bytes){ v, n },
		                                 &marks);
		qpdf_oh_replace_stream_data(t->q, stream, content.v, content.n,
			qpdf_oh_new_null(t->q), qpdf_oh_new_null(t->q));
	}
	free(v);
	arena_free(mem);
	return marks == (int)t->owners[no].n ? OK :
	       log_fault("page %zu has %d marks, not %zu", no, marks,
	                 t->owners[no].n);
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
	t->owners = arena_take(t->s->mem, n * sizeof *t->owners);
	for (size_t i = 0; i < n; i++) {
		t->pages[i] = qpdf_get_page_n(t->q, i);
		t->annotations[i] = qpdf_oh_new_array(t->q);
	}
	structure(t, root);
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

enum status tag(struct sheet *s, struct bytes drawn, struct bytes *out)
{
	struct tagger t = { .s = s, .q = qpdf_init() };
	enum status done = OK;

	qpdf_silence_errors(t.q);
	qpdf_set_suppress_warnings(t.q, QPDF_TRUE);
	if ((qpdf_read_memory(t.q, "paper", drawn.v, drawn.n, NULL) &
	     QPDF_ERRORS) != 0)
		done = log_fault("a drawn paper could not be read: %s",
		                 qpdf_get_error_full_text(t.q,
		                 qpdf_get_error(t.q)));
	if (done == OK)
		done = fill(&t);
	if (done == OK)
		done = write_out(&t, out);
	qpdf_cleanup(&t.q);
	return done;
}
