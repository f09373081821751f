/* What people have made of the text block. Living: no assess_open(). */
#include "base/text.h"
#include "brief/brief.h"
#include "db/db.h"

/* -- reading ------------------------------------------------------------- */

static enum status read_head(struct scope *s, i64 assessment,
                             struct text_block *out)
{
	static const char sql[] =
		"SELECT headed, version FROM brief"
		" WHERE org_id = $1 AND assessment_id = $2";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
	                                         of_int(assessment)));

	if (query_next(&q)) {
		out->headed = read_int(&q) != 0;
		out->version = read_int(&q);
	}
	return query_end(&q);
}

static enum status read_lines(struct scope *s, i64 assessment,
                              struct text_block *out,
                              struct block_lines *kept)
{
	static const char sql[] =
		"SELECT key, about, text, drafted, basis, by_hand, left_out,"
		"       at, version FROM brief_line"
		" WHERE org_id = $1 AND assessment_id = $2 AND language = $3"
		" ORDER BY id";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(out->language)));

	while (query_next(&q)) {
		struct block_line *l = PUSH(s->mem, kept);
		i64 at;

		l->key = read_text(&q);
		l->about = (enum about)read_int(&q);
		l->text = read_text(&q);
		l->was_drafted = read_text(&q);
		l->basis = read_text(&q);
		l->by_hand = read_int(&q) != 0;
		l->left_out = read_int(&q) != 0;
		at = read_int(&q);
		l->version = read_int(&q);
		l->own = l->key[0] == 'o';
		if (at > out->kept_at)
			out->kept_at = at;
	}
	return query_end(&q);
}

static enum status read_use(struct scope *s, i64 assessment,
                            struct text_block *out)
{
	static const char sql[] =
		"SELECT text, at FROM brief_use WHERE org_id = $1"
		"   AND assessment_id = $2 AND language = $3"
		" ORDER BY id DESC LIMIT 1";

	struct query q = db_query(s, sql, VALUES(of_int(s->org),
		of_int(assessment), of_int(out->language)));

	if (query_next(&q)) {
		const char *then = read_text(&q);

		out->used_at = read_int(&q);
		textblock_since(s->mem, then, out);
	}
	return query_end(&q);
}

enum status textblock_of(struct scope *s, i64 assessment,
                         const struct document *d, enum language language,
                         struct text_block *out)
{
	struct block_lines draft, kept = {0};

	*out = (struct text_block){ .language = language };
	textblock_draft(s->mem, d, language, &draft);
	TRY(read_head(s, assessment, out));
	TRY(read_lines(s, assessment, out, &kept));
	textblock_merge(s->mem, &draft, &kept, out);
	if (out->headed)
		textblock_by_perspective(s->mem, d, out);
	return read_use(s, assessment, out);
}

enum status textblock_get(struct scope *s, i64 assessment,
                          enum language language, struct text_block *out)
{
	struct document *d = NEW(s->mem, struct document);

	TRY(document_of(s, assessment, d));
	return textblock_of(s, assessment, d, language, out);
}

/* -- writing ------------------------------------------------------------- */

static enum status find_line(struct scope *s, i64 assessment,
                             enum language language, const char *key,
                             i64 *id)
{
	static const char sql[] =
		"SELECT id FROM brief_line WHERE org_id = $1"
		"   AND assessment_id = $2 AND language = $3 AND key = $4";

	return db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(language), of_text(key)), id);
}

static enum status add_line(struct scope *s, i64 assessment,
                            enum language language,
                            const struct block_line *l)
{
	static const char sql[] =
		"INSERT INTO brief_line (org_id, assessment_id, language,"
		"  key, about, text, drafted, basis, by_hand, left_out,"
		"  person, at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
		" RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(language), of_text(l->key), of_int(l->about),
		of_said(l->text), of_said(l->was_drafted), of_said(l->basis),
		of_int(l->by_hand), of_int(l->left_out), of_int(s->person),
		of_int(s->now)), &id));
	return event_note(s, "brief_line", id, "note", NULL);
}

static enum status change_line(struct scope *s, i64 id,
                               const struct block_line *l)
{
	static const char sql[] =
		"UPDATE brief_line SET text = $4, drafted = $5, basis = $6,"
		"       by_hand = $7, left_out = $8, person = $9, at = $10,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "brief_line", id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(l->version), of_said(l->text),
		of_said(l->was_drafted), of_said(l->basis),
		of_int(l->by_hand), of_int(l->left_out), of_int(s->person),
		of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}

static enum status own_key(struct scope *s, i64 assessment,
                           enum language language, struct block_line *l)
{
	static const char sql[] =
		"SELECT count(*) FROM brief_line WHERE org_id = $1"
		"   AND assessment_id = $2 AND language = $3"
		"   AND substr(key, 1, 3) = 'own'";

	i64 n;

	TRY(db_number(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(language)), &n));
	l->key = arena_print(s->mem, "own%lld", n + 1);
	return OK;
}

enum status textblock_keep(struct scope *s, i64 assessment,
                           enum language language, struct block_line *l)
{
	enum status found;
	i64 id;

	if (*l->key == '\0')
		TRY(own_key(s, assessment, language, l));
	found = find_line(s, assessment, language, l->key, &id);
	if (found == OK)
		return l->version == 0 ? STALE : change_line(s, id, l);
	if (found != NOT_FOUND)
		return found;
	return l->version != 0 ? STALE :
	       add_line(s, assessment, language, l);
}

static enum status find_head(struct scope *s, i64 assessment, i64 *id)
{
	static const char sql[] =
		"SELECT id FROM brief WHERE org_id = $1"
		"   AND assessment_id = $2";

	return db_number(s, sql, VALUES(of_int(s->org),
	                                of_int(assessment)), id);
}

static enum status add_head(struct scope *s, i64 assessment, bool headed)
{
	static const char sql[] =
		"INSERT INTO brief (org_id, assessment_id, headed, person, at)"
		" VALUES ($1, $2, $3, $4, $5) RETURNING id";

	i64 id;

	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(headed), of_int(s->person), of_int(s->now)), &id));
	return event_note(s, "brief", id, "note", NULL);
}

static enum status change_head(struct scope *s, i64 id, bool headed,
                               i64 version)
{
	static const char sql[] =
		"UPDATE brief SET headed = $4, person = $5, at = $6,"
		"       version = version + 1"
		" WHERE org_id = $1 AND id = $2 AND version = $3";

	enum status done;

	TRY(KEEP(s, "brief", id, "change"));
	done = db_change(s, sql, VALUES(of_int(s->org), of_int(id),
		of_int(version), of_int(headed), of_int(s->person),
		of_int(s->now)));
	return done == NOT_FOUND ? STALE : done;
}

enum status textblock_head(struct scope *s, i64 assessment, bool headed,
                           i64 version)
{
	i64 id;
	enum status found = find_head(s, assessment, &id);

	if (found == OK)
		return version == 0 ? STALE :
		       change_head(s, id, headed, version);
	if (found != NOT_FOUND)
		return found;
	return version != 0 ? STALE : add_head(s, assessment, headed);
}

enum status textblock_use(struct scope *s, i64 assessment,
                          const struct text_block *t)
{
	static const char sql[] =
		"INSERT INTO brief_use (org_id, assessment_id, language,"
		"  text, person, at) VALUES ($1, $2, $3, $4, $5, $6)"
		" RETURNING id";

	struct text_list all = {0};
	i64 id;

	for (size_t i = 0; i < t->lines.n; i++) {
		if (t->lines.v[i].left_out)
			continue;
		*PUSH(s->mem, &all) = textblock_flat(s->mem,
		                                     t->lines.v[i].text);
		*PUSH(s->mem, &all) = "\n";
	}
	TRY(db_insert(s, sql, VALUES(of_int(s->org), of_int(assessment),
		of_int(t->language), of_text(text_joined(s->mem, &all)),
		of_int(s->person), of_int(s->now)), &id));
	return event_note(s, "brief_use", id, "note", NULL);
}
