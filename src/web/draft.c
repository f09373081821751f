/*
 * What has been typed and not saved lives on the server, one row per person
 * and form, until it is saved or thrown away.
 */
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/session.h"

static const char *owner_of(struct arena *mem, i64 person)
{
	return digest_text(mem, arena_print(mem, "person %lld", person));
}

const char *draft_owner(const struct req *r)
{
	return r->s.person != 0 ? owner_of(r->s.mem, r->s.person) : r->visitor;
}

enum status draft_keep(struct req *r, const char *page, const char *form,
                       const char *body)
{
	static const char sql[] =
		"INSERT INTO draft (owner, page, form, body, at)"
		" VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (owner, page, form) DO UPDATE"
		" SET body = excluded.body, at = excluded.at";

	return db_change(&r->s, sql, VALUES(
		of_text(draft_owner(r)), of_text(page), of_text(form),
		of_text(body), of_int(r->s.now)));
}

enum status draft_drop(struct req *r, const char *page, const char *form)
{
	static const char sql[] =
		"DELETE FROM draft"
		" WHERE owner = $1 AND page = $2 AND form = $3";

	return db_change_all(&r->s, sql, VALUES(
		of_text(draft_owner(r)), of_text(page), of_text(form)));
}

/* All drafts of the page in one question, when its first form is written. */
enum status draft_find(struct req *r, const char *form,
                       struct field_list *out, i64 *at)
{
	static const char sql[] =
		"SELECT form, body, at FROM draft"
		" WHERE owner = $1 AND page = $2";

	if (!r->drafts_read) {
		struct query q = db_query(&r->s, sql, VALUES(
			of_text(draft_owner(r)), of_text(r->path)));

		while (query_next(&q)) {
			struct draft *d = PUSH(r->s.mem, &r->drafts);

			d->form = read_text(&q);
			d->body = read_text(&q);
			d->at   = read_int(&q);
		}
		TRY(query_end(&q));
		r->drafts_read = true;
	}
	for (size_t i = 0; i < r->drafts.n; i++) {
		struct draft *d = &r->drafts.v[i];

		if (!same(d->form, form))
			continue;
		*at = d->at;
		return fields_decode(r->s.mem, (struct bytes){
			d->body, strlen(d->body) }, out) ? OK : NOT_FOUND;
	}
	return NOT_FOUND;
}

enum status draft_inherit(struct req *r, i64 person)
{
	static const char clear[] =
		"DELETE FROM draft WHERE owner = $1 AND EXISTS ("
		" SELECT 1 FROM draft d WHERE d.owner = $2"
		"    AND d.page = draft.page AND d.form = draft.form)";
	static const char move[] =
		"UPDATE draft SET owner = $1 WHERE owner = $2";

	const char *owner = owner_of(r->s.mem, person);

	TRY(db_change_all(&r->s, clear, VALUES(of_text(owner),
	                                       of_text(r->visitor))));
	return db_change_all(&r->s, move, VALUES(of_text(owner),
	                                         of_text(r->visitor)));
}
