/* A copy with names out: in the values of the document, before any paper is
 * made of it, so that page, PDF and data all lack them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "publish/publish.h"
#include "publish/publish.msg"

/* -- where a word begins and ends ---------------------------------------- */

/* Letters and digits, and all beyond ASCII but the marks of writing: no-break
 * space, quotes, dashes. */
static bool in_word(const char *c)
{
	unsigned char first = (unsigned char)*c;

	if (first == 0xC2 || (first == 0xE2 && (unsigned char)c[1] == 0x80))
		return false;
	return first >= 0x80 || isalnum(first) || first == '_';
}

/* Escaped in JSON, a line feed ends in a letter. */
static bool escaped(const char *text, const char *at)
{
	size_t slashes = 0;

	while (at - slashes > text && at[-1 - (ptrdiff_t)slashes] == '\\')
		slashes++;
	return slashes % 2 == 1;
}

static bool begins(const char *text, const char *at)
{
	const char *before = at;

	if (at == text)
		return true;
	do
		before--;
	while (before > text && ((unsigned char)*before & 0xC0) == 0x80);
	return !in_word(before) || escaped(text, before);
}

static bool ends(const char *at)
{
	return !in_word(at) || (*at == 's' && !in_word(at + 1));
}

/* -- one value, and all of them ------------------------------------------ */

struct cut {
	const char *text;               /* a value as JSON has it */
	const char *alike;              /* … folded, of the same length */
	const struct mask_list *masks;  /* folded too, longest first */
};

static const struct mask *mask_at(const struct cut *c, size_t at)
{
	for (size_t i = 0; i < c->masks->n; i++) {
		const struct mask *m = &c->masks->v[i];
		size_t n = strlen(m->name);

		if (strncmp(c->alike + at, m->name, n) == 0 &&
		    begins(c->alike, c->alike + at) &&
		    ends(c->alike + at + n))
			return m;
	}
	return NULL;
}

static void put_cut(struct arena *mem, struct text_list *out,
                    const struct cut *c)
{
	size_t from = 0, n = strlen(c->text);

	for (size_t at = 0; at < n; at++) {
		const struct mask *m = mask_at(c, at);

		if (m == NULL)
			continue;
		*PUSH(mem, out) = arena_text(mem, c->text + from, at - from);
		*PUSH(mem, out) = m->by;
		at += strlen(m->name) - 1;
		from = at + 1;
	}
	*PUSH(mem, out) = c->text + from;
}

static void put_value(struct arena *mem, struct text_list *out,
                      const char *text, const struct mask_list *masks)
{
	struct cut c = { text, text_fold(mem, text), masks };

	/* A letter whose case has another length: then as it is cased. */
	if (strlen(c.alike) != strlen(text))
		c.alike = text;
	put_cut(mem, out, &c);
}

/* Every text of the document but the names of its members. */
static char *values_masked(struct arena *mem, const char *json,
                           const struct mask_list *masks)
{
	struct text_list out = {0};
	const char *open;

	while ((open = strchr(json, '"')) != NULL) {
		const char *close = open + 1;

		while (*close != '"')
			close += 1 + (*close == '\\');
		*PUSH(mem, &out) = arena_text(mem, json,
		                              (size_t)(open + 1 - json));
		json = arena_text(mem, open + 1, (size_t)(close - open - 1));
		if (close[1] == ':')
			*PUSH(mem, &out) = json;
		else
			put_value(mem, &out, json, masks);
		json = close;
		*PUSH(mem, &out) = "\"";
		json++;
	}
	*PUSH(mem, &out) = json;
	return text_joined(mem, &out);
}

/* -- the document -------------------------------------------------------- */

/* As it stands between the quotes of JSON. */
static const char *as_json(struct arena *mem, const char *text)
{
	struct json_writer w = json_in(mem);

	json_put_text(&w, NULL, text);
	return arena_text(mem, w.text + 1, strcspn(w.text, "\n") - 2);
}

static int longest(const void *x, const void *y)
{
	size_t a = strlen(((const struct mask *)x)->name);
	size_t b = strlen(((const struct mask *)y)->name);

	return a < b ? 1 : a > b ? -1 : 0;
}

static void add(struct arena *mem, struct mask_list *out, const char *name,
                const char *by)
{
	struct mask *m;

	if (text_length(name) < 2)
		return;
	for (size_t i = 0; i < out->n; i++)
		if (same(out->v[i].name, text_fold(mem, as_json(mem, name))))
			return;
	m = PUSH(mem, out);
	m->name = text_fold(mem, as_json(mem, name));
	m->by = as_json(mem, by);
}

/* "Maria Lund, regional utvecklingsdirektör" */
static const char *signer(struct arena *mem, const char *signed_by)
{
	const char *all = or_empty(signed_by);

	return arena_text(mem, all, strcspn(all, ","));
}

/* Who led and signed, so that the copy still says that somebody did. */
static void mask_ends(struct arena *mem, struct document *d,
                      struct mask_list *out)
{
	const char *lead = MASK_LEAD->in[SWEDISH];
	const char *by = signer(mem, d->ending.signed_by);
	const char *first = signer(mem, d->ending.asked_by);
	const char *word = same(by, d->a.lead_name) ? lead :
	                   MASK_SIGNER->in[SWEDISH];

	add(mem, out, d->a.lead_name, lead);
	add(mem, out, by, word);
	if (!text_blank(d->a.lead_name))
		d->a.lead_name = lead;
	d->a.lead_title = "";
	if (!text_blank(by))
		d->ending.signed_by = word;
	add(mem, out, first, MASK_SIGNER->in[SWEDISH]);
	if (!text_blank(first))
		d->ending.asked_by = MASK_SIGNER->in[SWEDISH];
}

static bool read_whole(struct arena *mem, const char *text,
                       struct document *d)
{
	struct json_reader r = json_read(mem, (struct bytes){ text,
	                                                      strlen(text) });

	document_read(&r, d);
	json_close(&r);
	return r.wrong == JSON_FINE;
}

char *mask_document(struct arena *mem, const char *document,
                    const struct mask_list *names)
{
	struct mask_list all = {0};
	struct document d, again;
	char *out;

	if (!read_whole(mem, document, &d))
		return NULL;
	mask_ends(mem, &d, &all);
	for (size_t i = 0; i < names->n; i++)
		add(mem, &all, names->v[i].name, names->v[i].by);
	if (all.n > 0)
		qsort(all.v, all.n, sizeof *all.v, longest);
	out = values_masked(mem, document_write(mem, &d), &all);
	return read_whole(mem, out, &again) ? out : NULL;
}

/* -- what to look at ----------------------------------------------------- */

static void candidate(struct arena *mem, struct text_list *out,
                      const char *text)
{
	if (text_blank(text) || text_length(text) > 200)
		return;
	for (size_t i = 0; i < out->n; i++)
		if (same(out->v[i], text))
			return;
	*PUSH(mem, out) = text;
}

struct text_list mask_candidates(struct arena *mem, const struct document *d)
{
	struct text_list out = {0};

	candidate(mem, &out, d->a.client);
	for (size_t i = 0; i < d->findings.n; i++) {
		candidate(mem, &out, d->findings.v[i].written_by);
		candidate(mem, &out, d->findings.v[i].gap.owner);
	}
	for (size_t i = 0; i < d->occasions.n; i++)
		candidate(mem, &out, d->occasions.v[i].who);
	for (size_t i = 0; i < d->conflicts.n; i++)
		candidate(mem, &out, d->conflicts.v[i].decider);
	for (size_t i = 0; i < d->positions.n; i++)
		candidate(mem, &out, d->positions.v[i].decider);
	for (size_t i = 0; i < d->actions.n; i++)
		candidate(mem, &out, d->actions.v[i].responsible);
	for (size_t i = 0; i < d->reviews.n; i++)
		for (size_t j = 0; j < d->reviews.v[i].reviewers.n; j++)
			candidate(mem, &out,
			          d->reviews.v[i].reviewers.v[j].name);
	for (size_t i = 0; i < d->subject.attachments.n; i++)
		candidate(mem, &out, d->subject.attachments.v[i].name);
	return out;
}
