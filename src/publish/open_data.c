/* The rows as files: the same facts as CSV and as JSON. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "document/document_walk.h"
#include "kit/csv.h"
#include "publish/publish.h"

static const struct publication *publication_with(
	const struct publication_list *all, i64 id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return &all->v[i];
	return NULL;
}

static const char *day_of(struct arena *mem, i64 day)
{
	return day == 0 ? "" : day_write(mem, day);
}

/* -- CSV ----------------------------------------------------------------- */

struct sheet {
	struct arena *mem;
	char         *text;
	size_t        n, room;
};

static void put(struct sheet *s, const char *text)
{
	size_t n = strlen(text);

	if (s->n + n + 1 > s->room) {
		char *grown;

		s->room = 2 * (s->room + n + 1);
		grown = arena_take(s->mem, s->room);
		memcpy(grown, s->text, s->n);
		s->text = grown;
	}
	memcpy(s->text + s->n, text, n + 1);
	s->n += n;
}

static void put_row(struct sheet *s, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		put(s, i == 0 ? "" : ";");
		put(s, csv_cell(s->mem, cells[i]));
	}
	put(s, "\r\n");
}

static void put_mark(struct sheet *s, const struct publication *p,
                     const struct public_row *r)
{
	struct arena *mem = s->mem;
	const char *const cells[] = {
		p->key, p->title, arena_print(mem, "%lld", p->edition),
		or_empty(state_words.word[p->ending]),
		day_of(mem, day_of_instant(p->ended_at)),
		day_of(mem, p->decided_on),
		arena_print(mem, "%lld", r->finding), r->kind, r->sentence,
		r->framework, r->framework_edition, r->code, r->goal_sv,
		r->iri, r->direction, r->directness, r->groups, r->handled,
	};

	put_row(s, cells, COUNT(cells));
}

struct bytes public_csv(struct arena *mem, const struct publication_list *all,
                        const struct public_row_list *rows)
{
	static const char *const heads[] = {
		"assessment", "title", "version", "ended", "ended_on",
		"decided_on", "finding", "kind", "sentence", "framework",
		"framework_version", "goal", "goal_title", "goal_iri",
		"direction", "directness", "groups", "handled",
	};
	struct sheet s = { .mem = mem, .text = "" };

	put(&s, "\xEF\xBB\xBF");
	put_row(&s, heads, COUNT(heads));
	for (size_t i = 0; i < rows->n; i++) {
		const struct publication *p = publication_with(all,
			rows->v[i].publication);

		if (p != NULL)
			put_mark(&s, p, &rows->v[i]);
	}
	return (struct bytes){ s.text, s.n };
}

/* -- JSON ---------------------------------------------------------------- */

static void put_said(struct json_writer *w, const char *name,
                     const char *text)
{
	if (text_blank(text))
		json_put_null(w, name);
	else
		json_put_text(w, name, text);
}

static void json_mark(struct json_writer *w, const struct public_row *r)
{
	json_open(w, NULL, '{');
	json_put_text(w, "framework", r->framework);
	json_put_text(w, "framework_version", r->framework_edition);
	json_put_text(w, "goal", r->code);
	json_open(w, "title", '{');
	json_put_text(w, "sv", r->goal_sv);
	json_put_text(w, "en", r->goal_en);
	json_close_with(w, '}');
	put_said(w, "iri", r->iri);
	put_said(w, "direction", r->direction);
	put_said(w, "directness", r->directness);
	json_close_with(w, '}');
}

/* A finding and all its marks, which stand one after the other. */
static size_t json_finding(struct json_writer *w,
                           const struct public_row_list *rows, size_t at)
{
	const struct public_row *r = &rows->v[at];

	json_open(w, NULL, '{');
	json_put_int(w, "no", r->finding);
	json_put_text(w, "kind", r->kind);
	json_put_text(w, "sentence", r->sentence);
	put_said(w, "groups", r->groups);
	put_said(w, "handled", r->handled);
	json_open(w, "marks", '[');
	while (at < rows->n && rows->v[at].finding == r->finding &&
	       rows->v[at].publication == r->publication)
		json_mark(w, &rows->v[at++]);
	json_close_with(w, ']');
	json_close_with(w, '}');
	return at;
}

static void json_findings(struct json_writer *w, i64 publication,
                          const struct public_row_list *rows)
{
	size_t at = 0;

	json_open(w, "findings", '[');
	while (at < rows->n)
		if (rows->v[at].publication == publication)
			at = json_finding(w, rows, at);
		else
			at++;
	json_close_with(w, ']');
}

static void json_one(struct json_writer *w, const char *url,
                     const struct publication *p,
                     const struct public_row_list *rows)
{
	const char *here = arena_print(w->mem, "%s/a/%s", url, p->key);

	json_open(w, NULL, '{');
	json_put_text(w, "key", p->key);
	json_put_text(w, "title", p->title);
	json_put_text(w, "kind", or_empty(subject_kind_words.word[p->kind]));
	json_put_int(w, "version", p->edition);
	json_put_text(w, "ended", or_empty(state_words.word[p->ending]));
	json_put_text(w, "ended_on", day_of(w->mem,
	              day_of_instant(p->ended_at)));
	put_said(w, "decided_on", day_of(w->mem, p->decided_on));
	json_put_bool(w, "masked", p->masked);
	json_put_text(w, "published_at", instant_write(w->mem, p->at));
	json_put_text(w, "page", here);
	json_put_text(w, "pdf", arena_print(w->mem, "%s/report.pdf", here));
	json_put_text(w, "document", arena_print(w->mem, "%s/document.json",
	                                         here));
	json_findings(w, p->id, rows);
	json_close_with(w, '}');
}

struct bytes public_json(struct arena *mem, const struct public_view *v,
                         const char *url, const struct publication_list *all,
                         const struct public_row_list *rows)
{
	struct json_writer w = json_in(mem);

	json_open(&w, NULL, '{');
	json_put_int(&w, "format", 1);
	json_put_text(&w, "kind", "public_findings");
	json_put_text(&w, "licence", CC0);
	json_open(&w, "organisation", '{');
	json_put_text(&w, "name", v->name);
	json_put_text(&w, "page", url);
	json_put_bool(&w, "constructed", v->constructed);
	json_close_with(&w, '}');
	json_open(&w, "assessments", '[');
	for (size_t i = 0; i < all->n; i++)
		json_one(&w, url, &all->v[i], rows);
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return (struct bytes){ w.text, w.n };
}
