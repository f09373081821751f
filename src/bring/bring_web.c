/* A spreadsheet brought: sent, looked at row by row, saved or thrown away. */
#include "assess/words.h"
#include "base/text.h"
#include "bring/bring.msg"
#include "bring/brought.h"
#include "bring/rows_page.h"

/* -- the page -------------------------------------------------------------- */

static enum status waiting(struct req *r)
{
	struct brought_list all = {0};

	TRY(brought_waiting(&r->s, r->object, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, B_WAITING));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/a/%s/bring/%s'>%s</a>"
		     "<span class='m'>%s</span></li>", r->object_key,
		     all.v[i].key, all.v[i].name, say_with(r, B_SENT,
		     say_instant(r, all.v[i].at), NULL));
	emit(&r->out, "</ul>");
	return OK;
}

static enum status page(struct req *r)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><h2>%s</h2><p>%s</p>"
	     "<p class='acts'><a class='btn sec'"
	     " href='/a/%s/bring-template.xlsx'>%s</a>"
	     "<a href='/a/%s/bring-template.csv'>%s</a></p>", say(r, B_HEAD),
	     say(r, B_LEAD), say(r, B_TEMPLATE), say(r, B_TEMPLATE_TEXT),
	     v.a.key, say(r, B_XLSX), v.a.key, say(r, B_CSV));
	if (v.open) {
		emit(&r->out, "<h2>%s</h2>", say(r, B_SEND));
		form_open_upload(r, "sheet", "/a/%s/bring", v.a.key);
		ask_text(r, &(struct ask){ .name = "file", .type = "file",
			.label = say(r, B_FILE),
			.hint = say(r, B_FILE_HINT) });
		emit(&r->out, "<p class='acts'>");
		button(r, "btn", say(r, B_READ));
		emit(&r->out, "</p>");
		form_close(r);
		TRY(waiting(r));
	} else {
		emit(&r->out, "<p class='note'>%s</p>", say(r, B_ENDED));
	}
	view_close(r);
	return OK;
}

/* -- sent ------------------------------------------------------------------ */

static enum status send_prepare(struct req *r)
{
	const struct field *file = form_file(r, "file");
	struct text_read *read = NEW(r->s.mem, struct text_read);

	if (file == NULL)
		return OK;
	TRY(file_rows(r, file->bytes, read));
	r->prepared = read;
	return OK;
}

static enum status send(struct req *r)
{
	const struct field *file = form_file(r, "file");
	const struct text_read *read = r->prepared;
	struct brought b = {0};

	TRY(assess_open(&r->s, r->object));
	if (read == NULL)
		issue(r, "file", B_FILE_SAY);
	else if (read->flaw == READ_NO_TEXT)
		issue(r, "file", B_EMPTY);
	else if (read->flaw == READ_BROKEN)
		issue(r, "file", B_BROKEN);
	else if (read->flaw != READ_FINE)
		issue_text(r, "file", read_flaw_say(r, read->flaw));
	TRY(form_fine(r));
	b.name = text_clean(file->file) ? text_short(r->s.mem,
	         text_normal(r->s.mem, file->file), 120) : say(r, B_FILE);
	b.content = read->text;
	TRY(brought_note(&r->s, r->object, &b));
	return go(r, "/a/%s/bring/%s", r->object_key, b.key);
}

/* -- row by row ------------------------------------------------------------ */

static void counts(struct req *r, const struct brought_rows *b)
{
	i64 rest = (i64)b->rows.n - b->fit;

	emit(&r->out, "<p class='lead'>%s", say_count(r, B_CAN, b->fit));
	if (rest > 0)
		emit(&r->out, " %s", say_count(r, B_PASSED, rest));
	emit(&r->out, " %s</p>", say(r, B_NOTHING_YET));
}

static void ways_on(struct req *r, const struct brought *b,
                    const struct brought_rows *rows)
{
	if (rows->fit < (i64)rows->rows.n)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, B_AGAIN));
	if (rows->fit > 0) {
		form_open(r, "save", "/a/%s/bring/%s/save", r->object_key,
		          b->key);
		form_hidden(r, "seen", rows->digest);
		button_save(r, say_count(r, B_SAVE, rows->fit));
		form_close(r);
	}
	emit(&r->out, "<div class='acts'>");
	button_form(r, "drop", "btn sec sm", say(r, B_DROP),
	            "/a/%s/bring/%s/drop", r->object_key, b->key);
	emit(&r->out, "</div>");
}

static void is_done(struct req *r, const struct brought *b)
{
	emit(&r->out, "<h1>%s</h1><div class='note' role='status'><p>%s</p>",
	     b->name, b->saved > 0 ? say_count(r, B_SAVED, b->saved) :
	     say(r, B_DROPPED));
	if (b->saved > 0)
		emit(&r->out, "<p><a href='/a/%s/matrix'>%s</a></p>",
		     r->object_key, say(r, B_SEE));
	emit(&r->out, "</div><p><a href='/a/%s/bring'>%s</a></p>",
	     r->object_key, say(r, B_SEND));
}

static enum status rows_page(struct req *r)
{
	struct view v = {0};
	struct brought b = {0};
	struct brought_rows rows = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(brought_get(&r->s, v.a.id, arg_text(r, "brought"), &b));
	if (b.saved_at == 0)
		TRY(rows_read(r, &v, b.content, &rows));
	TRY(view_open(r, &v, say(r, B_TITLE)));
	if (b.saved_at != 0) {
		is_done(r, &b);
		view_close(r);
		return OK;
	}
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1>", b.name,
	     say(r, B_ROWS_HEAD));
	counts(r, &rows);
	sheet_notes(r, &v, &rows.sheet);
	rows_shown(r, &rows);
	if (v.open && (r->rights & ANSWER) != 0)
		ways_on(r, &b, &rows);
	view_close(r);
	return OK;
}

/* -- saved ----------------------------------------------------------------- */

/* All that were understood, in the sheet's order, or none. */
static enum status save_rows(struct req *r, struct brought_rows *rows)
{
	for (size_t i = 0; i < rows->rows.n; i++) {
		struct understood *u = &rows->rows.v[i];
		i64 id;

		if (u->issues.n == 0)
			TRY(finding_note(&r->s, r->object, &u->finding, &id));
	}
	return OK;
}

static enum status save(struct req *r)
{
	struct view v = {0};
	struct brought b = {0};
	struct brought_rows rows = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(view_read(r, 0, 0, &v));
	TRY(brought_get(&r->s, v.a.id, arg_text(r, "brought"), &b));
	if (b.saved_at != 0)
		return go(r, "/a/%s/bring/%s", v.a.key, b.key);
	TRY(rows_read(r, &v, b.content, &rows));
	if (rows.fit == 0) {
		issue(r, NULL, B_NONE_FIT);
		return INVALID;
	}
	if (!same(form_raw(r, "seen"), rows.digest)) {
		issue(r, NULL, B_MOVED);
		return STALE;
	}
	TRY(save_rows(r, &rows));
	TRY(brought_done(&r->s, v.a.id, b.id, rows.fit));
	return go(r, "/a/%s/bring/%s", v.a.key, b.key);
}

static enum status drop(struct req *r)
{
	struct brought b = {0};

	TRY(brought_get(&r->s, r->object, arg_text(r, "brought"), &b));
	if (b.saved_at == 0)
		TRY(brought_done(&r->s, r->object, b.id, 0));
	return go(r, "/a/%s/bring/%s", r->object_key, b.key);
}

static enum status template_get(struct req *r)
{
	const char *kind = arg_text(r, "kind");

	if (same(kind, "xlsx"))
		return template_xlsx(r);
	return same(kind, "csv") ? template_csv(r) : NOT_FOUND;
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/bring", .run = page,
	  .right = READ, .ground = ON_ASSESSMENT },
	{ .method = GET, .path = "/a/:assessment/bring-template.:kind",
	  .run = template_get, .right = READ, .ground = ON_ASSESSMENT,
	  .heavy = true },
	{ .method = POST, .path = "/a/:assessment/bring", .run = send,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = page,
	  .prepare = send_prepare },
	{ .method = GET, .path = "/a/:assessment/bring/:brought",
	  .run = rows_page, .right = READ, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/bring/:brought/save",
	  .run = save, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = rows_page },
	{ .method = POST, .path = "/a/:assessment/bring/:brought/drop",
	  .run = drop, .right = ANSWER, .ground = ON_ASSESSMENT,
	  .form = rows_page },
	{ 0 },
};
const struct route *const bring_routes = rows;
