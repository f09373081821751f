/* Tasks of a matter: rows, one task, done and not done after all. */
#include "base/text.h"
#include "kit/icu.h"
#include "matter/matter.msg"
#include "matter/matter_view.h"

static void when(struct req *r, const struct task *t)
{
	if (t->done_at != 0)
		state(r, ICON_DONE, "ok", say_with(r, TASK_DONE_ON, say_day(r,
		      day_of_instant(t->done_at)), NULL));
	else if (t->due == 0)
		state(r, ICON_NOT_BEGUN, "", say(r, TASK_OPEN));
	else if (t->due < day_of_instant(r->s.now))
		state(r, ICON_LATE, "due", say_with(r, TASK_LATE,
		      say_day(r, t->due), NULL));
	else
		state(r, ICON_CLOCK, "", say_with(r, TASK_BY,
		      say_day(r, t->due), NULL));
}

static void task_row(struct req *r, const struct task *t, bool elsewhere)
{
	const char *between = "";

	if (elsewhere)
		emit(&r->out, "<li>");
	else
		emit(&r->out, "<li id='task%lld'>", t->no);
	if (may_write(r))
		emit(&r->out, "<a class='n' href='/m/%s/tasks/%lld'>%s</a>",
		     t->matter_key, t->no, t->text);
	else
		emit(&r->out, "<span class='n'>%s</span>", t->text);
	emit(&r->out, "<span class='m'>");
	if (elsewhere)
		emit(&r->out, "%s", t->matter_title), between = " · ";
	else if (!text_blank(t->owner))
		emit(&r->out, "%s", t->owner), between = " · ";
	if (t->outcome != 0)
		emit(&r->out, "%s%s", between, say(r, TASK_BACK)),
		between = " · ";
	if (!text_blank(t->done_note))
		emit(&r->out, "%s%s", between, t->done_note);
	emit(&r->out, "</span><span class='e'>");
	when(r, t);
	emit(&r->out, "</span></li>");
}

void task_rows(struct req *r, const struct task_list *all, bool elsewhere)
{
	size_t open = 0;

	while (open < all->n && all->v[open].done_at == 0)
		open++;
	if (open > 0)
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < open; i++)
		task_row(r, &all->v[i], elsewhere);
	if (open > 0)
		emit(&r->out, "</ul>");
	if (open == all->n)
		return;
	emit(&r->out, "<details><summary>%s</summary><ul class='rows'>",
	     say(r, TASKS_DONE));
	for (size_t i = open; i < all->n; i++)
		task_row(r, &all->v[i], elsewhere);
	emit(&r->out, "</ul></details>");
}

void ask_task(struct req *r, const struct task *t)
{
	ask_text(r, &(struct ask){ .name = "text", .rows = 2,
		.stored = t->text, .label = say(r, TASK_TEXT) });
	ask_text(r, &(struct ask){ .name = "owner", .class = "w20",
		.stored = t->owner, .label = say(r, TASK_OWNER),
		.optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, TASK_DUE),
		.optional = true }, t->due);
}

static enum status read_task_form(struct req *r, struct task *t)
{
	t->text = form_needed(r, "text", TEXT, TASK_WANT);
	t->owner = form_text(r, "owner", LINE);
	t->due = form_day(r, "due");
	return form_fine(r);
}

static enum status page(struct req *r)
{
	struct matter m;
	struct task t;

	TRY(task_get(&r->s, r->object, arg_no(r, "task"), &t));
	TRY(matter_open(r, say(r, TASK_EDIT_HEAD), &m));
	emit(&r->out, "<p class='lead'>%s</p><p>", t.text);
	when(r, &t);
	emit(&r->out, "</p>");
	if (t.done_at == 0) {
		form_open(r, "done", "/m/%s/tasks/%lld/done", m.key, t.no);
		ask_text(r, &(struct ask){ .name = "note", .rows = 2,
			.label = say(r, TASK_NOTE), .optional = true });
		button_save(r, say(r, TASK_DONE));
		form_close(r);
	} else {
		emit(&r->out, "<p>%s</p>", t.done_note);
		button_form(r, "undo", "btn sec", say(r, TASK_UNDO),
		            "/m/%s/tasks/%lld/undo", m.key, t.no);
	}
	emit(&r->out, "<h2>%s</h2>", say(r, TASK_CHANGE_HEAD));
	form_open(r, "task", "/m/%s/tasks/%lld", m.key, t.no);
	ask_version(r, t.version);
	ask_task(r, &t);
	button(r, "btn sec", say(r, TASK_SAVE));
	form_close(r);
	matter_close(r);
	return OK;
}

enum status task_add(struct req *r)
{
	struct task t = {0};

	TRY(read_task_form(r, &t));
	TRY(task_note(&r->s, r->object, &t));
	return go(r, "/m/%s?saved=1", r->object_key);
}

static enum status save(struct req *r)
{
	struct task t = { .no = arg_no(r, "task"),
	                  .version = form_version(r) };

	TRY(read_task_form(r, &t));
	TRY(task_change(&r->s, r->object, &t));
	return go(r, "/m/%s?saved=1", r->object_key);
}

static enum status done(struct req *r)
{
	const char *note = form_text(r, "note", TEXT);

	TRY(form_fine(r));
	TRY(task_done(&r->s, r->object, arg_no(r, "task"), true, note));
	return go(r, "/m/%s?saved=1", r->object_key);
}

static enum status undo(struct req *r)
{
	TRY(task_done(&r->s, r->object, arg_no(r, "task"), false, NULL));
	return go(r, "/m/%s/tasks/%lld?saved=1", r->object_key,
	          arg_no(r, "task"));
}

static const struct route rows[] = {
	{ GET, "/m/:matter/tasks/:task", page, EDIT, ON_MATTER },
	{ POST, "/m/:matter/tasks/:task", save, EDIT, ON_MATTER,
	  .form = page },
	{ POST, "/m/:matter/tasks/:task/done", done, EDIT, ON_MATTER,
	  .form = page },
	{ POST, "/m/:matter/tasks/:task/undo", undo, EDIT, ON_MATTER,
	  .form = page },
	{ 0 },
};
const struct route *const task_routes = rows;
