/* Adding a framework, or a new edition of one, and changing its texts. */
#include <string.h>

#include "base/text.h"
#include "framework/view.h"
#include "framework/framework.msg"
#include "kit/json.h"

enum { LIST_MOST = 200000, FILE_MOST = 1024 * 1024, NOTE_MOST = 2000 };

/* -- asking -------------------------------------------------------------- */

static void ask_line_of(struct req *r, const char *name,
                        const struct sentence *label,
                        const struct sentence *hint, const char *stored,
                        bool optional)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.hint = hint == NULL ? NULL : say(r, hint),
		.stored = stored, .optional = optional });
}

static void ask_lines_of(struct req *r, const char *name,
                         const struct sentence *label,
                         const struct sentence *hint, const char *stored)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.hint = hint == NULL ? NULL : say(r, hint),
		.stored = stored, .rows = 3, .optional = true });
}

/* What a change may touch; code, edition and goals are for ever. */
static void ask_texts(struct req *r, const struct framework *f)
{
	ask_line_of(r, "title_sv", NAME_SV, NULL, f->title_sv, false);
	ask_line_of(r, "title_en", NAME_EN, NULL, f->title_en, true);
	ask_lines_of(r, "target_picture", TARGET_PICTURE, TARGET_HINT,
	             f->target_picture);
	ask_line_of(r, "source", SOURCE, SOURCE_HINT, f->source, true);
	ask_lines_of(r, "note", NOTE, NULL, f->note);
	ask_day(r, &(struct ask){ .name = "valid_from",
		.label = say(r, VALID_FROM), .optional = true },
		f->valid_from);
	ask_day(r, &(struct ask){ .name = "valid_to",
		.label = say(r, VALID_TO), .optional = true }, f->valid_to);
}

static void ask_kind(struct req *r, const struct framework *f)
{
	struct option_list kinds = {0};

	for (enum framework_kind k = FRAMEWORK_RUS; k <= FRAMEWORK_OWN; k++)
		option_add(r, &kinds, arena_print(r->s.mem, "%d", k),
		           say(r, framework_kind_word(k)), f->kind == k);
	ask_line(r, &(struct ask){ .name = "kind",
		.label = say(r, FRAMEWORK_KIND) }, &kinds, false);
}

/* One a line, the code and a tab before the title. */
static const char *goals_as_list(struct arena *mem,
                                 const struct goal_list *goals)
{
	struct text_list lines = {0};
	size_t room = 1;
	char *text;

	for (size_t i = 0; i < goals->n; i++) {
		const char *line = arena_print(mem, "%s\t%s\n",
			goals->v[i].code, goals->v[i].title_sv);

		*PUSH(mem, &lines) = line;
		room += strlen(line);
	}
	text = arena_take(mem, room);
	room = 0;
	for (size_t i = 0; i < lines.n; i++) {
		memcpy(text + room, lines.v[i], strlen(lines.v[i]));
		room += strlen(lines.v[i]);
	}
	return text;
}

static void ask_goals(struct req *r, const struct framework *f)
{
	ask_text(r, &(struct ask){ .name = "goals",
		.label = say(r, GOALS_LIST), .hint = say(r, GOALS_HINT),
		.stored = goals_as_list(r->s.mem, &f->goals), .rows = 12 });
	ask_text(r, &(struct ask){ .name = "file", .type = "file",
		.label = say(r, GOALS_FILE), .hint = say(r, GOALS_FILE_HINT),
		.optional = true });
	ask_tick(r, "constructed", "1", say(r, CONSTRUCTED_TICK),
	         f->constructed);
}

/* The framework that is to be replaced, {0} if none is. */
static enum status replaced(struct req *r, struct framework *f)
{
	const char *key = r->method == GET ? query_text(r, "replaces") :
	                  form_raw(r, "replaces");

	*f = (struct framework){0};
	return text_blank(key) ? OK : framework_by_key(&r->s, key, f);
}

enum status framework_new_page(struct req *r)
{
	struct framework old;

	if ((r->rights & ADMIN) == 0)
		return DENIED;
	TRY(replaced(r, &old));
	framework_top(r, say(r, old.id == 0 ? FRAMEWORK_NEW : NEW_EDITION),
	              old.id == 0 ? NULL : &old);
	emit(&r->out, "<h1>%s</h1>", say(r, old.id == 0 ? NEW_HEAD :
	                                 NEW_EDITION_HEAD));
	if (old.id != 0)
		emit(&r->out, "<p class='lead'>%s</p>",
		     say_with(r, NEW_EDITION_LEAD, arena_print(r->s.mem,
		     "%s, %s", either(r, old.title_sv, old.title_en),
		     old.edition), NULL));
	form_open_upload(r, "new", "/o/%s/frameworks/new", r->org_key);
	form_hidden(r, "replaces", old.key);
	ask_line_of(r, "code", CODE, CODE_HINT, old.code, false);
	ask_line_of(r, "edition", EDITION, EDITION_HINT, NULL, false);
	ask_kind(r, &old);
	old.valid_from = old.valid_to = 0;
	ask_texts(r, &old);
	ask_goals(r, &old);
	button_save(r, say(r, ADD));
	form_close(r);
	page_close(r);
	return OK;
}

enum status framework_change_page(struct req *r)
{
	struct framework f;

	TRY(framework_by_key(&r->s, arg_text(r, "framework"), &f));
	framework_top(r, say(r, CHANGE_TEXTS), &f);
	emit(&r->out, "<h1>%s</h1>", say(r, CHANGE_TEXTS));
	form_open(r, "change", "/o/%s/frameworks/%s/change", r->org_key,
	          f.key);
	ask_version(r, f.version);
	ask_texts(r, &f);
	button_save(r, say(r, SAVE));
	form_close(r);
	page_close(r);
	return OK;
}

/* -- reading ------------------------------------------------------------- */

static void read_texts(struct req *r, struct framework *f)
{
	f->title_sv = form_text(r, "title_sv", LINE);
	f->title_en = form_text(r, "title_en", LINE);
	f->target_picture = form_text(r, "target_picture", TEXT);
	f->source = form_text(r, "source", LINE * 4);
	f->note = form_text(r, "note", NOTE_MOST);
	f->valid_from = form_day(r, "valid_from");
	f->valid_to = form_day(r, "valid_to");
	if (*f->source != '\0' && strncmp(f->source, "https://", 8) != 0 &&
	    strncmp(f->source, "http://", 7) != 0)
		issue(r, "source", WHY_SOURCE);
}

static void json_issue(struct req *r, const struct json_reader *json)
{
	const char *line = number_say(r->s.mem, r->language,
	                              json_line(json));

	if (json->wrong == JSON_BROKEN || json->wrong == JSON_TOO_DEEP)
		issue_text(r, "file", say_with(r, WHY_JSON_LINE, line, NULL));
	else
		issue_text(r, "file", say_with(r, json->wrong == JSON_MISSING
			? WHY_JSON_MISSING : WHY_JSON_PLACE, line,
			json->where));
}

static const char *or_file(const char *typed, const char *file)
{
	return text_blank(typed) ? file : typed;
}

/* What is typed goes before what the file says. */
static void read_json(struct req *r, struct bytes bytes, struct framework *f)
{
	struct json_reader json = json_read(r->s.mem, bytes);
	struct framework in;

	framework_read_json(&json, &in);
	json_close(&json);
	if (json.wrong != JSON_FINE) {
		json_issue(r, &json);
		return;
	}
	f->goals = in.goals;
	f->code = or_file(f->code, in.code);
	f->edition = or_file(f->edition, in.edition);
	f->title_en = or_file(f->title_en, text_blank(f->title_sv) ?
	                      in.title_en : f->title_sv);
	f->title_sv = or_file(f->title_sv, in.title_sv);
	f->target_picture = or_file(f->target_picture, in.target_picture);
	f->source = or_file(f->source, in.source);
	f->note = or_file(f->note, in.note);
	f->kind = f->kind == 0 ? in.kind : f->kind;
	f->constructed = f->constructed || in.constructed;
}

static void read_csv(struct req *r, struct bytes bytes, struct framework *f)
{
	i64 line = 0;

	if (!goals_read_csv(r->s.mem, bytes, &f->goals, &line))
		issue_text(r, "file", say_with(r, WHY_CSV_LINE,
			number_say(r->s.mem, r->language, line), NULL));
}

static bool begins_as_json(struct bytes bytes)
{
	const char *text = bytes.v;
	size_t at = 0;

	if (bytes.n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	while (at < bytes.n && strchr(" \t\r\n", text[at]) != NULL)
		at++;
	return at < bytes.n && text[at] == '{';
}

static void read_list(struct req *r, struct framework *f)
{
	const char *text = form_text(r, "goals", LIST_MOST);
	i64 line = 0;

	if (goals_read_list(r->s.mem, text, &f->goals, &line))
		return;
	for (i64 i = 1; i < line; i++)
		text += strcspn(text, "\n") + 1;
	issue_text(r, "goals", say_with(r, WHY_LINE, number_say(r->s.mem,
		r->language, line), text_short(r->s.mem, arena_text(r->s.mem,
		text, strcspn(text, "\n")), 60)));
}

static void read_goals(struct req *r, struct framework *f)
{
	const struct field *file = form_file(r, "file");

	if (file == NULL)
		read_list(r, f);
	else if (file->bytes.n > FILE_MOST)
		issue(r, "file", WHY_FILE_SIZE);
	else if (begins_as_json(file->bytes))
		read_json(r, file->bytes, f);
	else
		read_csv(r, file->bytes, f);
}

/* Of goals that could not be read nothing more is said. */
static void explain(struct req *r, const struct framework *f)
{
	static const struct {
		unsigned flaw;
		const char *field;
		const struct sentence *why;
	} rows[] = {
		{ FRAMEWORK_NO_CODE,       "code",     WHY_CODE },
		{ FRAMEWORK_NO_EDITION,    "edition",  WHY_EDITION },
		{ FRAMEWORK_NO_TITLE,      "title_sv", WHY_NAME },
		{ FRAMEWORK_ENDS_FIRST,    "valid_to", WHY_ENDS },
		{ FRAMEWORK_NO_GOALS,      "goals",    WHY_GOALS },
		{ FRAMEWORK_TWICE,         "goals",    WHY_TWICE },
		{ FRAMEWORK_NO_PARENT,     "goals",    WHY_PARENT },
		{ FRAMEWORK_GOAL_NO_CODE,  "goals",    WHY_GOAL_CODE },
		{ FRAMEWORK_GOAL_NO_TITLE, "goals",    WHY_GOAL_TITLE },
	};
	const char *where = NULL;
	unsigned flaws = framework_flaws(f, &where);
	bool unread = r->issues.n > 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		if ((flaws & rows[i].flaw) != 0 &&
		    !(unread && strcmp(rows[i].field, "goals") == 0))
			issue_text(r, rows[i].field, say_with(r, rows[i].why,
			                                      where, NULL));
}

static enum status read_new(struct req *r, struct framework *f)
{
	*f = (struct framework){ .code = form_text(r, "code", LINE),
		.edition = form_text(r, "edition", LINE),
		.kind = (enum framework_kind)form_choice(r, "kind",
			FRAMEWORK_RUS, FRAMEWORK_OWN),
		.constructed = form_has(r, "constructed", "1") };
	read_texts(r, f);
	read_goals(r, f);
	if (text_blank(f->title_en))
		f->title_en = f->title_sv;
	if (f->kind == 0)
		issue(r, "kind", WHY_KIND);
	explain(r, f);
	return form_fine(r);
}

enum status framework_new_post(struct req *r)
{
	struct framework f, old;
	enum status done;
	i64 id;

	TRY(replaced(r, &old));
	TRY(read_new(r, &f));
	goals_inherit(&f.goals, &old.goals);
	done = framework_note(&r->s, &f, old.id, &id);
	if (done == TAKEN)
		issue_text(r, "edition", say_with(r, WHY_TAKEN, f.code,
		                                  NULL));
	TRY(done);
	return go(r, "/o/%s/frameworks/%s?saved=1", r->org_key, f.key);
}

enum status framework_change_post(struct req *r)
{
	struct framework f;

	TRY(framework_by_key(&r->s, arg_text(r, "framework"), &f));
	f.version = form_version(r);
	read_texts(r, &f);
	if (text_blank(f.title_en))
		f.title_en = f.title_sv;
	explain(r, &f);
	TRY(form_fine(r));
	TRY(framework_change(&r->s, &f));
	return go(r, "/o/%s/frameworks/%s?saved=1", r->org_key, f.key);
}
