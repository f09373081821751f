/* Assessments as a program reads them: the list, the document byte for byte,
 * the text block, the annex. */
#include <string.h>

#include "api/api.h"
#include "api/api_json.h"
#include "base/rights.h"
#include "base/text.h"
#include "brief/brief.h"
#include "document/document_walk.h"
#include "seal/seal.h"
#include "web/static.h"

enum { MOST = 200 };

static void put_assessment(struct json_writer *w, const struct assessment *a)
{
	json_open(w, NULL, '{');
	json_put_text(w, "key", a->key);
	json_put_text(w, "title", a->title);
	json_put_text(w, "state", state_words.word[a->state]);
	json_put_int(w, "edition", a->edition);
	api_put_instant(w, "changed_at", a->changed_at);
	api_put_self(w, "/api/v1/assessments/{1}", a->key);
	json_close_with(w, '}');
}

static enum status list(struct req *r)
{
	struct assessment_list all = {0};
	struct json_writer w = json_in(r->s.mem);

	TRY(assess_list(&r->s, 0, INT64_MAX, INT64_MAX, MOST + 1, &all));
	json_open(&w, NULL, '{');
	json_put_bool(&w, "more", all.n > MOST);
	json_open(&w, "assessments", '[');
	for (size_t i = 0; i < all.n && i < MOST; i++)
		put_assessment(&w, &all.v[i]);
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return api_reply(r, &w);
}

static enum status find(struct req *r, i64 *id)
{
	return assess_by_key(&r->s, arg_text(r, "assessment"), id);
}

static enum status document(struct req *r)
{
	const char *text;
	i64 id;

	TRY(find(r, &id));
	TRY(document_text(&r->s, id, &text));
	r->type = "application/json";
	r->bytes = (struct bytes){ text, strlen(text) };
	return OK;
}

static void put_lines(struct json_writer *w, const struct text_block *t)
{
	json_open(w, "lines", '[');
	for (size_t i = 0; i < t->lines.n; i++) {
		const struct block_line *l = &t->lines.v[i];

		if (l->left_out)
			continue;
		json_open(w, NULL, '{');
		json_put_text(w, "text", l->text);
		json_put_text(w, "basis", l->basis);
		json_put_bool(w, "by_hand", l->by_hand);
		json_close_with(w, '}');
	}
	json_close_with(w, ']');
}

static enum language wanted_language(const struct req *r)
{
	return same(query_text(r, "language"), "en") ? ENGLISH : SWEDISH;
}

static enum status text_block(struct req *r)
{
	struct text_block t = {0};
	struct json_writer w = json_in(r->s.mem);
	i64 id;

	TRY(find(r, &id));
	TRY(textblock_get(&r->s, id, wanted_language(r), &t));
	json_open(&w, NULL, '{');
	json_put_text(&w, "assessment", arg_text(r, "assessment"));
	json_put_text(&w, "plain", textblock_plain(r->s.mem, &t));
	api_put_instant(&w, "kept_at", t.kept_at);
	put_lines(&w, &t);
	json_close_with(&w, '}');
	return api_reply(r, &w);
}

static enum status annex(struct req *r)
{
	i64 id;

	TRY(find(r, &id));
	r->type = "application/pdf";
	return annex_pdf(r, id, wanted_language(r), &r->bytes);
}

static enum status description(struct req *r)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++)
		if (same(f->name, "api/openapi.json")) {
			r->type = "application/json";
			r->bytes = f->bytes;
			return OK;
		}
	return NOT_FOUND;
}

static const struct route rows[] = {
	{ GET, "/api/v1/openapi.json", description, PUBLIC, ON_HOUSE },
	{ GET, "/api/v1/assessments", list, READ, ON_TOKEN },
	{ GET, "/api/v1/assessments/:assessment", document, READ, ON_TOKEN },
	{ GET, "/api/v1/assessments/:assessment/text", text_block, READ,
	  ON_TOKEN },
	{ GET, "/api/v1/assessments/:assessment/annex.pdf", annex, READ,
	  ON_TOKEN, .heavy = true },
	{ 0 },
};
const struct route *const api_assessment_routes = rows;
