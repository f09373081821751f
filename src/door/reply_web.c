/* Page 1 of a reply: what has come, and whom it concerns in a line each. */
#include <string.h>

#include "assess/about_form.h"
#include "assess/upgrade.h"
#include "base/text.h"
#include "bring/bring.h"
#include "door/door.h"
#include "door/reply.msg"

enum { TEXT_TYPED = 600 * 1000 };

/* What the page begins with: something registered, or nothing. */
struct begun {
	struct subject          what;
	struct screening        lines;
	struct assessment_list  earlier;
	struct method           model;
	bool                    no_model;
};

/* -- shared by the pages -------------------------------------------------- */

enum status reply_read(struct req *r, struct short_reply *p)
{
	struct screening_list all = {0};

	TRY(view_read(r, 0, 0, &p->v));
	TRY(subject_get(&r->s, p->v.a.subject, &p->what));
	if (p->v.priorities.n == 0)
		return NOT_FOUND;
	TRY(screening_of_subject(&r->s, p->what.id, &all));
	if (all.n > 0)
		p->lines = all.v[0];
	TRY(conflict_list(&r->s, p->v.a.id, &p->conflicts));
	return actor_link_list(&r->s, p->v.a.id, &p->actors);
}

static void heading(struct req *r, i64 answers, int page,
                    const struct sentence *head)
{
	emit(&r->out, "<p class='muted'>%s · %s</p><h1>%s</h1>",
	     say_with(r, D_PAGE, digits(r, page), NULL),
	     say_with(r, D_ANSWERS, digits(r, answers),
	              digits(r, REPLY_ANSWERS)), say(r, head));
}

enum status reply_open(struct req *r, struct short_reply *p, int page,
                       const struct sentence *head)
{
	TRY(view_open(r, &p->v, say(r, D_TITLE)));
	heading(r, reply_answers(p), page, head);
	return OK;
}

/* -- reading -------------------------------------------------------------- */

/* The quick check; without it, whichever model is the usual one. */
static enum status read_model(struct req *r, struct begun *b)
{
	struct method_list all = {0};
	size_t at;

	TRY(method_offered(&r->s, &all));
	b->no_model = all.n == 0;
	if (b->no_model)
		return OK;
	at = method_usual(&all);
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, "snabbkoll"))
			at = i;
	return method_get(&r->s, all.v[at].id, &b->model);
}

static enum status read_begun(struct req *r, struct begun *b)
{
	const char *key = r->failed || r->method == POST ?
	                  form_raw(r, "subject") : query_text(r, "subject");
	struct screening_list all = {0};
	i64 id;

	TRY(read_model(r, b));
	if (text_blank(key))
		return OK;
	TRY(subject_by_key(&r->s, key, &id));
	TRY(subject_get(&r->s, id, &b->what));
	if (b->what.kind != SUBJECT_REPLY)
		return NOT_FOUND;
	TRY(assess_of_subject(&r->s, id, &b->earlier));
	TRY(screening_of_subject(&r->s, id, &all));
	if (all.n > 0)
		b->lines = all.v[0];
	return OK;
}

/* -- the page ------------------------------------------------------------- */

static const char *first_number(const struct subject *what)
{
	return what->registry.n == 0 ? "" : what->registry.v[0].number;
}

static void ask_what(struct req *r, const struct begun *b)
{
	if (b->what.id != 0)
		form_hidden(r, "subject", b->what.key);
	ask_text(r, &(struct ask){ .name = "title", .label = say(r, D_NAME),
		.stored = or_empty(b->what.title) });
	ask_text(r, &(struct ask){ .name = "from", .label = say(r, D_FROM),
		.hint = say(r, D_FROM_HINT), .stored = "", .class = "w20",
		.optional = true });
	ask_text(r, &(struct ask){ .name = "registry", .class = "w20",
		.label = say(r, D_REGISTRY), .hint = say(r, D_REGISTRY_HINT),
		.stored = first_number(&b->what), .optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, D_DUE),
		.class = "w10", .optional = true }, b->what.decided_on);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, D_TEXT),
		.hint = say(r, D_TEXT_HINT), .rows = 5, .optional = true,
		.stored = or_empty(b->what.description) });
	ask_text(r, &(struct ask){ .name = "file", .type = "file",
		.label = say(r, D_FILE), .hint = say(r, D_FILE_HINT),
		.optional = true });
}

static void ask_one(struct req *r, int q, const struct screening_answer *now)
{
	const enum screening_value *v = screening_choices(
		(enum screening_question)q);
	const char *label = screening_question_say(r,
		(enum screening_question)q);
	static const struct sentence *const lines[REPLY_LINES + 1] = {
		NULL, D_LINE_1, D_LINE_2, D_LINE_3, D_LINE_4,
	};
	struct option_list options = {0};

	for (; *v != SCREENING_UNSAID; v++)
		option_add(r, &options, digits(r, *v),
		           screening_value_say(r, *v), now->value == *v);
	ask_line(r, &(struct ask){ .name = arena_print(r->s.mem, "q%d", q),
		.label = label }, &options, false);
	ask_text(r, &(struct ask){ .label = say(r, lines[q]), .optional = true,
		.name = arena_print(r->s.mem, "n%d", q),
		.stored = or_empty(now->note) });
}

static void beside(struct req *r)
{
	static const struct sentence *const way[] = {
		D_WAY_1, D_WAY_2, D_WAY_3, D_WAY_4,
	};

	emit(&r->out, "<aside class='side' aria-label='%s'><h2>%s</h2><ol>",
	     say(r, D_WAY), say(r, D_WAY));
	for (size_t i = 0; i < COUNT(way); i++)
		emit(&r->out, "<li>%s</li>", say(r, way[i]));
	emit(&r->out, "</ol><h2>%s</h2><p>%s</p></aside>", say(r, D_LAW),
	     say(r, D_LAW_TEXT));
}

static void begin_form(struct req *r, const struct begun *b)
{
	form_open_upload(r, "reply", "/o/%s/reply", r->org_key);
	ask_what(r, b);
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, D_LINES),
	     say(r, D_LINES_TEXT));
	for (int q = SCREENING_PEOPLE; q <= REPLY_LINES; q++)
		ask_one(r, q, &b->lines.answers[q]);
	button_save(r, say(r, D_SAVE_1));
	form_close(r);
}

static enum status page(struct req *r)
{
	struct begun b = {0};

	TRY(read_begun(r, &b));
	page_open(r, &(struct page){ .title = say(r, D_TITLE),
	                             .menu = "/o/:org" });
	page_main(r);
	heading(r, 0, 1, D_HEAD_1);
	emit(&r->out, "<div class='two'><div>");
	if (b.earlier.n > 0) {
		emit(&r->out, "<p>%s</p><ul class='rows'>", say(r, D_EXISTS));
		assessment_row(r, &b.earlier.v[0]);
		emit(&r->out, "</ul>");
	} else if (b.no_model) {
		emit(&r->out, "<p class='note'>%s</p>", say(r, D_NO_MODEL));
	} else {
		begin_form(r, &b);
	}
	emit(&r->out, "</div>");
	beside(r);
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

static enum status read_prepare(struct req *r)
{
	struct text_read *read = NEW(r->s.mem, struct text_read);
	const struct field *file = form_file(r, "file");

	if (file != NULL) {
		read->name = text_clean(file->file) ? file->file : NULL;
		TRY(file_text(r, file->bytes, read));
	} else {
		read->text = form_text(r, "text", TEXT_TYPED);
	}
	r->prepared = read;
	return OK;
}

static void read_lines(struct req *r, struct screening *out)
{
	for (int q = SCREENING_PEOPLE; q <= REPLY_LINES; q++) {
		const enum screening_value *v = screening_choices(
			(enum screening_question)q);
		i64 said = form_choice(r, arena_print(r->s.mem, "q%d", q),
		                       SCREENING_YES, SCREENING_VALUES - 1);

		while (*v != SCREENING_UNSAID && (i64)*v != said)
			v++;
		out->answers[q].value = *v;
		out->answers[q].note = form_text(r, arena_print(r->s.mem,
		                                 "n%d", q), LINE);
	}
}

/* The text to suggest from; in the facts as much of it as they hold. */
static enum status keep_text(struct req *r, const struct subject *what,
                             const struct text_read *read)
{
	const struct field *file = form_file(r, "file");
	struct attachment paper = { .name = say(r, D_KEPT_NAME) };
	struct attachment whole = { .name = read->name };

	if (file != NULL && read->name != NULL)
		TRY(attachment_note(&r->s, what->id, &whole, file->bytes));
	if (text_length(read->text) <= TEXT)
		return OK;
	return attachment_note(&r->s, what->id, &paper,
	                       (struct bytes){ read->text,
	                                       strlen(read->text) });
}

static enum status note_subject(struct req *r, struct subject *what,
                                const struct text_read *read)
{
	struct registry_list numbers = {0};
	const char *number = form_text(r, "registry", LINE);

	what->kind = SUBJECT_REPLY;
	what->title = form_needed(r, "title", LINE, D_SAY_NAME);
	what->decided_on = form_day(r, "due");
	what->description = text_short(r->s.mem, read->text, TEXT);
	if (!text_blank(number))
		PUSH(r->s.mem, &numbers)->number = number;
	if (numbers.n > 0)
		numbers.v[0].note = "";
	TRY(form_fine(r));
	if (what->id == 0) {
		what->registry = numbers;
		return subject_note(&r->s, what, &what->id);
	}
	for (size_t i = 1; i < what->registry.n; i++)
		if (!same(what->registry.v[i].number, number))
			*PUSH(r->s.mem, &numbers) = what->registry.v[i];
	TRY(registry_set(&r->s, what->id, &numbers));
	return subject_change(&r->s, what);
}

static enum status note_sender(struct req *r, i64 assessment)
{
	const char *from = form_text(r, "from", LINE);

	if (text_blank(from))
		return OK;
	TRY(answer_set(&r->s, assessment, 0, MEANS_REPLY_FROM, from, "", 0));
	return answer_asked(&r->s, assessment, 0, MEANS_REPLY_FROM,
	                    say(r, D_FROM_ASKED), from);
}

/* A yes or unclear about the Sámi people is a record of its own, and a reply is
 * exempt by 4 § lag (2022:66): it is noted so, and warns of nothing. */
static enum status open_duties(struct req *r, const struct screening *lines)
{
	const struct screening_answer *a = &lines->answers[SCREENING_SAMI];
	struct screening others = *lines;
	struct duty d = { .kind = DUTY_CONSULTATION, .exempt = EXEMPT_REPLY,
		.need = screening_need(a->value),
		.judged_on = day_of_instant(r->s.now) };

	others.answers[SCREENING_SAMI].value = SCREENING_UNSAID;
	TRY(screening_open_duties(&r->s, &others));
	if (d.need == NEED_UNSAID || d.need == NEED_NO)
		return OK;
	d.motive = arena_print(r->s.mem, "%s%s%s", say(r, D_EXEMPT),
	                       text_blank(a->note) ? "" : " ",
	                       or_empty(a->note));
	return duty_note(&r->s, lines->assessment, &d);
}

static enum status begin(struct req *r, const struct begun *b,
                         struct screening *lines, struct assessment *a)
{
	struct how how = { .model = b->model, .depth = DEPTH_QUICK,
	                   .judged = JUDGED_PROPOSAL };
	struct framework_list used = {0};

	TRY(frameworks_for(r, &b->model, DEPTH_QUICK, &used));
	how.frameworks = arena_take(r->s.mem, (used.n + 1) * sizeof(i64));
	for (size_t i = 0; i < used.n; i++)
		how.frameworks[how.n++] = used.v[i].id;
	TRY(assess_begin(r, &b->what, &how, a));
	TRY(note_sender(r, a->id));
	lines->subject = b->what.id;
	lines->asked = DEPTH_QUICK;
	lines->unit = or_empty(b->what.unit);
	TRY(screening_note(&r->s, lines, b->lines.no));
	return open_duties(r, lines);
}

static enum status create(struct req *r)
{
	const struct text_read *read = r->prepared;
	struct screening lines = {0};
	struct assessment a = {0};
	struct begun b = {0};

	TRY(read_begun(r, &b));
	if (b.earlier.n > 0)
		return TAKEN;
	if (b.no_model)
		issue(r, NULL, D_NO_MODEL);
	if (read->flaw != READ_FINE)
		issue_text(r, "file", read_flaw_say(r, read->flaw));
	lines = b.lines;
	lines.made_at = 0;
	read_lines(r, &lines);
	TRY(note_subject(r, &b.what, read));
	TRY(keep_text(r, &b.what, read));
	TRY(begin(r, &b, &lines, &a));
	return go(r, "/a/%s/reply/goals?saved=1", a.key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/reply", page, EDIT, ON_ORG },
	{ .method = POST, .path = "/o/:org/reply", .run = create,
	  .right = EDIT, .ground = ON_ORG, .form = page,
	  .prepare = read_prepare },
	{ 0 },
};
const struct route *const reply_routes = rows;
