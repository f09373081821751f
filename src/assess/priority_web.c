#include "assess/about.msg"
#include "assess/priority_web.h"
#include "base/text.h"

static void wording_fields(struct req *r, const struct wording *w)
{
	ask_text(r, &(struct ask){ .name = "title", .stored = w->title,
		.label = say(r, C_P_TITLE) });
	ask_text(r, &(struct ask){ .name = "text", .stored = w->text,
		.label = say(r, C_P_TEXT), .rows = 2, .optional = true });
	ask_text(r, &(struct ask){ .name = "serves", .stored = w->serves,
		.label = say(r, C_P_SERVES), .optional = true,
		.hint = say(r, C_P_SERVES_HINT), .class = "w20" });
}

/* The wordings before this one, so that a finding can be understood. */
static void earlier(struct req *r, const struct priority *p)
{
	if (p->wordings.n < 2)
		return;
	emit(&r->out, "<details><summary>%s</summary><ol>",
	     say(r, C_P_EARLIER));
	for (size_t i = 0; i + 1 < p->wordings.n; i++)
		emit(&r->out, "<li>%s <span class='muted'>%s</span></li>",
		     p->wordings.v[i].title, say_day(r,
		     day_of_instant(p->wordings.v[i].at)));
	emit(&r->out, "</ol></details>");
}

static bool is_no_action(const struct view *v, i64 priority)
{
	for (size_t i = 0; i < v->priorities.n; i++)
		if (v->priorities.v[i].id == priority)
			return v->priorities.v[i].no_action;
	return false;
}

static void one(struct req *r, const struct view *v,
                const struct priority *p, bool first)
{
	const char *no = digits(r, p->no);

	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->failed ? " open" : "", say_with(r, C_PRIORITY_HEAD, no,
	     p->now.title));
	form_open(r, arena_print(r->s.mem, "p%s", no),
	          "/a/%s/priorities/%lld", v->a.key, p->no);
	ask_version(r, p->version);
	wording_fields(r, &p->now);
	if (judges_alternatives(&v->a, &v->method)) {
		form_hidden(r, "asked", "no_action");
		ask_tick(r, "no_action", "1", say(r, C_P_NO_ACTION),
		         is_no_action(v, p->id));
	}
	emit(&r->out, "<p class='small muted'>%s</p><p class='acts'>",
	     say(r, C_P_NOTE));
	button(r, "btn sec sm", say(r, C_P_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	earlier(r, p);
	emit(&r->out, "<div class='acts'>");
	if (!first)
		button_form(r, arena_print(r->s.mem, "up%s", no),
		            "btn sec sm", say(r, C_P_UP),
		            "/a/%s/priorities/%lld/up", v->a.key, p->no);
	button_form(r, arena_print(r->s.mem, "away%s", no), "btn sec sm",
	            say(r, C_P_RETIRE), "/a/%s/priorities/%lld/retire",
	            v->a.key, p->no);
	emit(&r->out, "</div></details>");
}

static const struct priority *in_scope(const struct view *v, i64 id)
{
	for (size_t i = 0; i < v->priorities.n; i++)
		if (v->priorities.v[i].id == id)
			return &v->priorities.v[i];
	return NULL;
}

enum status priorities_shown(struct req *r, const struct view *v)
{
	static const struct wording empty = { .title = "", .text = "",
	                                      .serves = "" };
	struct priority_list all = {0};
	i64 removed = query_no(r, "removed");

	TRY(priority_list(&r->s, v->a.subject, false, &all));
	emit(&r->out, "<h2>%s</h2>", judged_many(r, v));
	if (removed != 0) {
		emit(&r->out, "<div class='note'><p>%s</p>",
		     say_with(r, C_P_RETIRED, digits(r, removed), NULL));
		button_form(r, "back", "btn sec sm", say(r, C_UNDO),
		            "/a/%s/priorities/%lld/restore", v->a.key,
		            removed);
		emit(&r->out, "</div>");
	}
	for (size_t i = 0; i < all.n; i++)
		if (in_scope(v, all.v[i].id) != NULL)
			one(r, v, &all.v[i], i == 0);
	emit(&r->out, "<details%s><summary>%s</summary>",
	     all.n == 0 ? " open" : "", say(r, C_P_ADD));
	form_open(r, "add", "/a/%s/priorities", v->a.key);
	wording_fields(r, &empty);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, C_P_ADD));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
	return OK;
}

/* -- changing ------------------------------------------------------------ */

static struct wording read_wording(struct req *r)
{
	return (struct wording){
		.title  = form_needed(r, "title", LINE, C_P_SAY_TITLE),
		.text   = form_text(r, "text", TEXT),
		.serves = form_text(r, "serves", LINE),
	};
}

enum status priority_add(struct req *r)
{
	struct priority p = { .now = read_wording(r) };
	struct assessment a = {0};
	i64 id;

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	TRY(form_fine(r));
	TRY(priority_note(&r->s, a.subject, &p, &id));
	TRY(scope_set(&r->s, a.id, id, p.now.id));
	TRY(relevance_begin(&r->s, a.id, id));
	return go(r, "/a/%s/about?saved=1", a.key);
}

/* The priority of this assessment's subject with the number in the address,
 * in the assessment or, for restoring, put away from it. */
static enum status named(struct req *r, struct assessment *a,
                         struct priority *out)
{
	struct priority_list all = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, a));
	TRY(priority_list(&r->s, a->subject, true, &all));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].no == arg_no(r, "no")) {
			*out = all.v[i];
			return OK;
		}
	}
	return NOT_FOUND;
}

enum status priority_reword(struct req *r)
{
	struct wording w = read_wording(r);
	struct assessment a = {0};
	struct priority p = {0};
	i64 wording = 0;

	TRY(named(r, &a, &p));
	TRY(form_fine(r));
	TRY(priority_word(&r->s, p.id, form_version(r), &w, &wording));
	TRY(scope_set(&r->s, a.id, p.id, wording));
	if (form_has(r, "asked", "no_action"))
		TRY(scope_no_action(&r->s, a.id, p.id,
		                    form_has(r, "no_action", "1")));
	return go(r, "/a/%s/about?saved=1", a.key);
}

enum status priority_up(struct req *r)
{
	struct assessment a = {0};
	struct priority p = {0};

	TRY(named(r, &a, &p));
	if (p.position > 1)
		TRY(priority_move(&r->s, p.id, p.position - 1));
	return go(r, "/a/%s/about?saved=1", a.key);
}

enum status priority_put_away(struct req *r)
{
	struct finding_list findings = {0};
	struct assessment a = {0};
	struct priority p = {0};

	TRY(named(r, &a, &p));
	TRY(finding_list(&r->s, a.id, &findings));
	for (size_t i = 0; i < findings.n; i++) {
		if (findings.v[i].priority == p.id) {
			issue(r, NULL, C_P_USED);
			return INVALID;
		}
	}
	TRY(scope_drop(&r->s, a.id, p.id));
	return go(r, "/a/%s/about?removed=%lld", a.key, p.no);
}

enum status priority_take_back(struct req *r)
{
	struct assessment a = {0};
	struct priority p = {0};

	TRY(named(r, &a, &p));
	TRY(scope_set(&r->s, a.id, p.id, p.now.id));
	TRY(relevance_begin(&r->s, a.id, p.id));
	return go(r, "/a/%s/about?saved=1", a.key);
}

/* -- papers -------------------------------------------------------------- */

static void file_row(struct req *r, const struct view *v,
                     const struct attachment *f)
{
	emit(&r->out, "<li><a class='n' href='/a/%s/files/%s'>%s</a>"
	     "<span class='m'>%s · %s</span><span class='e'>", v->a.key,
	     f->key, f->name, f->type, say_count(r, C_BYTES,
	     f->size / 1024 + 1));
	button_form(r, arena_print(r->s.mem, "file-%s", f->key),
	            "btn sec sm", say(r, C_FILE_REMOVE),
	            "/a/%s/files/%s/remove", v->a.key, f->key);
	emit(&r->out, "</span></li>");
}

enum status files_shown(struct req *r, const struct view *v)
{
	const char *gone = query_text(r, "file");
	struct attachment_list all = {0};

	TRY(attachment_list(&r->s, v->a.subject, &all));
	emit(&r->out, "<h2>%s</h2>", say(r, C_FILES));
	if (gone != NULL && text_length(gone) == 10) {
		emit(&r->out, "<div class='note'><p>%s</p>",
		     say(r, C_FILE_REMOVED));
		button_form(r, "fileback", "btn sec sm", say(r, C_UNDO),
		            "/a/%s/files/%s/restore", v->a.key, gone);
		emit(&r->out, "</div>");
	}
	if (all.n == 0)
		emit(&r->out, "<p class='muted'>%s</p>",
		     say(r, C_FILES_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		file_row(r, v, &all.v[i]);
	emit(&r->out, "</ul>");
	form_open_upload(r, "file", "/a/%s/files", v->a.key);
	ask_text(r, &(struct ask){ .name = "file", .type = "file",
		.label = say(r, C_FILE), .hint = say(r, C_FILE_HINT) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, C_FILE_SEND));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

enum status file_add(struct req *r)
{
	const struct field *f = form_file(r, "file");
	struct assessment a = {0};
	struct attachment paper = {0};
	enum status done;

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	if (f == NULL) {
		issue(r, "file", C_FILE_SAY);
		return INVALID;
	}
	paper.name = text_short(r->s.mem, text_clean(f->file) ?
	             text_normal(r->s.mem, f->file) : "fil", 120);
	done = attachment_note(&r->s, a.subject, &paper, f->bytes);
	if (done == INVALID)
		issue(r, "file", C_FILE_BAD);
	TRY(done);
	return go(r, "/a/%s/about?saved=1", a.key);
}

/* Always as a file, never shown in the page. */
enum status file_get(struct req *r)
{
	struct attachment paper = {0};
	struct assessment a = {0};

	TRY(assess_get(&r->s, r->object, &a));
	TRY(attachment_get(&r->s, a.subject, arg_text(r, "file"), &paper,
	                   &r->bytes));
	r->type = "application/octet-stream";
	r->download = paper.name;
	return OK;
}

static enum status put(struct req *r, bool removed)
{
	struct assessment a = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	TRY(attachment_remove(&r->s, a.subject, arg_text(r, "file"),
	                      removed));
	return removed ? go(r, "/a/%s/about?file=%s", a.key,
	                    arg_text(r, "file")) :
	       go(r, "/a/%s/about?saved=1", a.key);
}

enum status file_put_away(struct req *r)
{
	return put(r, true);
}

enum status file_take_back(struct req *r)
{
	return put(r, false);
}
