/* What a remiss is and whom it concerns, asked and read: on page 1, and again
 * whenever something there was wrong. */
#include <string.h>

#include "assess/upgrade.h"
#include "base/text.h"
#include "bring/bring.h"
#include "door/door.h"
#include "door/reply.msg"
#include "screening/screening_show.h"

enum { TEXT_TYPED = 600 * 1000 };

/* What was pasted, and what a file said. */
struct brought { const char *typed; struct text_read file; };

/* -- asking --------------------------------------------------------------- */

static const char *first_number(const struct subject *what)
{
	return what->registry.n == 0 ? "" : what->registry.v[0].number;
}

static void ask_what(struct req *r, const struct subject *what,
                     const char *from)
{
	ask_text(r, &(struct ask){ .name = "title", .label = say(r, D_NAME),
		.stored = or_empty(what->title) });
	ask_text(r, &(struct ask){ .name = "from", .label = say(r, D_FROM),
		.hint = say(r, D_FROM_HINT), .stored = from, .class = "w20",
		.optional = true });
	ask_text(r, &(struct ask){ .name = "registry", .class = "w20",
		.label = say(r, D_REGISTRY), .hint = say(r, D_REGISTRY_HINT),
		.stored = first_number(what), .optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, D_DUE),
		.class = "w10", .optional = true }, what->decided_on);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, D_TEXT),
		.hint = say(r, D_TEXT_HINT), .rows = 5, .optional = true,
		.stored = or_empty(what->description) });
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

void reply_ask(struct req *r, const struct subject *what, const char *from,
               const struct screening *lines)
{
	ask_what(r, what, from);
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, D_LINES),
	     say(r, D_LINES_TEXT));
	for (int q = SCREENING_PEOPLE; q <= REPLY_LINES; q++)
		ask_one(r, q, &lines->answers[q]);
}

void reply_beside(struct req *r)
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

/* -- what was sent -------------------------------------------------------- */

enum status reply_prepare(struct req *r)
{
	struct brought *in = NEW(r->s.mem, struct brought);
	const struct field *file = form_file(r, "file");

	in->typed = form_text(r, "text", TEXT_TYPED);
	in->file.text = "";
	if (file != NULL) {
		TRY(file_text(r, file->bytes, &in->file));
		in->file.name = text_clean(file->file) ? file->file : NULL;
	}
	r->prepared = in;
	return OK;
}

void reply_read_lines(struct req *r, struct screening *out)
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

/* All of it to suggest from: what was pasted, then the file. */
static const char *whole(struct req *r, const struct brought *in)
{
	return text_blank(in->typed) ? in->file.text :
	       text_blank(in->file.text) ? in->typed :
	       arena_print(r->s.mem, "%s\n\n%s", in->typed, in->file.text);
}

static bool has_text(const struct subject *what)
{
	for (size_t i = 0; i < what->attachments.n; i++)
		if (same(what->attachments.v[i].type, "text/plain"))
			return true;
	return false;
}

/* The file, and the whole text where the facts do not hold it, or an earlier
 * text would be read in its place. */
static enum status keep_text(struct req *r, const struct subject *what,
                             const struct brought *in)
{
	const struct field *file = form_file(r, "file");
	struct attachment paper = { .name = say(r, D_KEPT_NAME) };
	struct attachment sent = { .name = in->file.name };
	const char *text = whole(r, in);

	if (file != NULL && in->file.name != NULL)
		TRY(attachment_note(&r->s, what->id, &sent, file->bytes));
	if (same(text, what->description) && !has_text(what))
		return OK;
	return attachment_note(&r->s, what->id, &paper,
	                       (struct bytes){ text, strlen(text) });
}

/* The first number is the one of the page; others stay behind it. */
static enum status note_number(struct req *r, struct subject *what)
{
	const char *number = form_text(r, "registry", LINE);
	struct registry_list numbers = {0};

	if (!text_blank(number))
		*PUSH(r->s.mem, &numbers) = (struct registry_no){ number, "" };
	for (size_t i = 1; i < what->registry.n; i++)
		if (!same(what->registry.v[i].number, number))
			*PUSH(r->s.mem, &numbers) = what->registry.v[i];
	TRY(form_fine(r));
	what->registry = numbers;
	return what->id == 0 ? OK : registry_set(&r->s, what->id, &numbers);
}

enum status reply_note_subject(struct req *r, struct subject *what)
{
	const struct brought *in = r->prepared;
	const char *text, *was = or_empty(what->description);
	bool brought;

	if (in->file.flaw != READ_FINE)
		issue_text(r, "file", read_flaw_say(r, in->file.flaw));
	what->kind = SUBJECT_REPLY;
	what->title = form_needed(r, "title", LINE, D_SAY_NAME);
	what->decided_on = form_day(r, "due");
	text = text_blank(in->typed) ? in->file.text : in->typed;
	brought = !same(in->typed, was) || !text_blank(in->file.text);
	what->description = text_short(r->s.mem, text, TEXT);
	TRY(note_number(r, what));
	if (what->id == 0)
		TRY(subject_note(&r->s, what, &what->id));
	else
		TRY(subject_change(&r->s, what));
	return brought ? keep_text(r, what, in) : OK;
}

enum status reply_note_sender(struct req *r, i64 assessment, i64 version)
{
	const char *from = form_text(r, "from", LINE);

	TRY(form_fine(r));
	if (text_blank(from) && version == 0)
		return OK;
	TRY(answer_set(&r->s, assessment, 0, MEANS_REPLY_FROM, from, "",
	               version));
	return text_blank(from) ? OK : answer_asked(&r->s, assessment, 0,
	       MEANS_REPLY_FROM, say(r, D_FROM_ASKED), from);
}

/* -- once more ------------------------------------------------------------ */

static enum status page(struct req *r)
{
	const struct answer *from;
	struct short_reply p = {0};

	TRY(reply_read(r, &p));
	from = answer_in(&p.v, 0, MEANS_REPLY_FROM);
	TRY(reply_open(r, &p, 1, D_HEAD_1));
	emit(&r->out, "<div class='two'><div>");
	if (p.v.open && (r->rights & EDIT) != 0) {
		form_open_upload(r, "what", "/a/%s/reply/what", p.v.a.key);
		form_hidden_no(r, "subject-version", p.what.version);
		form_hidden_no(r, "lines", p.lines.no);
		form_hidden_no(r, "from-version", from == NULL ? 0 :
		               from->version);
		reply_ask(r, &p.what, from == NULL ? "" : from->value,
		          &p.lines);
		button_save(r, say(r, D_SAVE_1));
		form_close(r);
	} else {
		screening_answers_shown(r, &p.lines);
	}
	emit(&r->out, "</div>");
	reply_beside(r);
	emit(&r->out, "</div>");
	view_close(r);
	return OK;
}

static bool as_it_was(const struct screening *a, const struct screening *b)
{
	for (int q = SCREENING_PEOPLE; q <= REPLY_LINES; q++)
		if (a->answers[q].value != b->answers[q].value ||
		    !same(or_empty(a->answers[q].note),
		          or_empty(b->answers[q].note)))
			return false;
	return true;
}

/* Answers that are changed are a version of their own. */
static enum status note_lines(struct req *r, const struct short_reply *p)
{
	struct screening now = p->lines;

	reply_read_lines(r, &now);
	TRY(form_fine(r));
	if (as_it_was(&now, &p->lines))
		return OK;
	now.made_at = 0;
	now.subject = p->what.id;
	now.asked = DEPTH_QUICK;
	now.unit = or_empty(p->what.unit);
	TRY(screening_note(&r->s, &now, form_choice(r, "lines", 0,
	                   INT32_MAX)));
	return screening_opened(r, &p->what, &now);
}

static enum status save(struct req *r)
{
	struct short_reply p = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(reply_read(r, &p));
	TRY(note_lines(r, &p));
	TRY(reply_note_sender(r, r->object, form_choice(r, "from-version", 0,
	                      INT32_MAX)));
	p.what.version = form_choice(r, "subject-version", 0, INT32_MAX);
	TRY(reply_note_subject(r, &p.what));
	return go(r, "/a/%s/reply/goals?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/reply/what", page, READ, ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/reply/what", .run = save,
	  .right = EDIT, .ground = ON_ASSESSMENT, .form = page,
	  .prepare = reply_prepare },
	{ 0 },
};
const struct route *const reply_what_routes = rows;
