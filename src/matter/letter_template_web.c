/* The organisation's own template: what it has, what it could have, and
 * putting another in its place. */
#include "base/media.h"
#include "base/text.h"
#include "kit/icu.h"
#include "matter/letter.msg"
#include "matter/letter_view.h"

/* -- as it is ------------------------------------------------------------ */

static void found_row(struct req *r, const struct fill_list *known,
                      const char *name)
{
	const char *near = placeholder_nearest(r->s.mem, known, name);
	bool fills = fill_named(r->s.mem, known, name) != NULL;

	emit(&r->out, "<li><span class='n'>{{%s}}</span><span class='m'>",
	     name);
	if (fills)
		state(r, ICON_DONE, "ok", say(r, O_KNOWN));
	else
		state(r, ICON_LATE, "due", near == NULL ? say(r, O_UNKNOWN) :
		      say_with(r, O_NEAREST, near, NULL));
	emit(&r->out, "</span></li>");
}

static bool is_found(struct req *r, const struct letter_template *t,
                     const struct fill *f)
{
	for (size_t i = 0; i < t->found.n; i++)
		for (size_t j = 0; j < f->names.n; j++)
			if (same(placeholder_fold(r->s.mem, t->found.v[i]),
			         placeholder_fold(r->s.mem, f->names.v[j])))
				return true;
	return false;
}

static void left_out(struct req *r, const struct letter_template *t,
                     const struct fill_list *known)
{
	bool any = false;

	for (size_t i = 0; i < known->n; i++) {
		const struct fill *f = &known->v[i];

		if (!f->section || f->names.n == 0 || is_found(r, t, f))
			continue;
		if (!any)
			emit(&r->out, "<h3>%s</h3><p class='muted'>%s</p><ul>",
			     say(r, O_LEFT_OUT), say(r, O_LEFT_OUT_TEXT));
		any = true;
		emit(&r->out, "<li>%s</li>", f->names.v[0]);
	}
	if (any)
		emit(&r->out, "</ul>");
}

static void template_now(struct req *r, const struct letter_template *t,
                         const struct fill_list *known)
{
	emit(&r->out, "<p>%s</p><p><a href='/o/%s/letter/template.docx'>%s</a>"
	     "</p><h3>%s</h3>", say_with(r, O_TEMPLATE_NOW, t->name,
	     say_day(r, day_of_instant(t->at))), r->org_key,
	     say(r, O_TEMPLATE_GET), say(r, O_FOUND));
	if (t->found.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, O_FOUND_NONE));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < t->found.n; i++)
		found_row(r, known, t->found.v[i]);
	if (t->found.n > 0)
		emit(&r->out, "</ul>");
	left_out(r, t, known);
	emit(&r->out, "<div class='acts'>");
	button_form(r, "drop", "btn sec sm", say(r, O_TEMPLATE_DROP),
	            "/o/%s/letter/template/drop", r->org_key);
	emit(&r->out, "</div>");
}

static void names(struct req *r, const struct fill_list *known)
{
	emit(&r->out, "<details><summary>%s</summary><p>%s</p><ul>",
	     say(r, O_NAMES), say(r, O_NAMES_TEXT));
	for (size_t i = 0; i < known->n; i++) {
		const struct text_list *all = &known->v[i].names;

		for (size_t j = 0; j < all->n; j++)
			emit(&r->out, j == 0 ? "<li>{{%s}}" : " %s",
			     j == 0 ? all->v[j] : say_with(r, O_ALSO,
			     all->v[j], NULL));
		if (all->n > 0)
			emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul></details>");
}

enum status template_shown(struct req *r, const struct heading_list *headings)
{
	struct letter_template now = {0};
	struct heading_list used = {0};
	struct fill_list known = {0};
	enum status found = letter_template_get(&r->s, &now);

	if (found != NOT_FOUND)
		TRY(found);
	for (size_t i = 0; i < headings->n; i++)
		if (!headings->v[i].retired)
			*PUSH(r->s.mem, &used) = headings->v[i];
	letter_names(r->s.mem, &used, &known);
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, O_TEMPLATE),
	     say(r, O_TEMPLATE_TEXT));
	if (found == OK)
		template_now(r, &now, &known);
	form_open_upload(r, "template", "/o/%s/letter/template", r->org_key);
	ask_text(r, &(struct ask){ .name = "file", .type = "file",
		.label = say(r, O_TEMPLATE_FILE),
		.hint = say(r, O_TEMPLATE_HINT) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec sm", say(r, O_TEMPLATE_SEND));
	emit(&r->out, "</p>");
	form_close(r);
	names(r, &known);
	return OK;
}

/* -- another ------------------------------------------------------------- */

enum status template_prepare(struct req *r)
{
	const struct field *file = form_file(r, "file");
	struct template_report *report;
	struct bytes told;

	if (file == NULL || file->bytes.n > TEMPLATE_MOST_BYTES)
		return OK;
	report = NEW(r->s.mem, struct template_report);
	TRY(sandbox_do(r->house->sandbox, r->house->works, "template-check",
	               r->s.mem, file->bytes, &told));
	TRY(template_report_read(r->s.mem, told, report));
	r->prepared = report;
	return OK;
}

static const char *wrong_words(const struct req *r,
                               const struct template_report *t)
{
	switch (t->wrong) {
	case TEMPLATE_FINE:
		return NULL;
	case TEMPLATE_NO_DOCX:
		return say(r, O_NO_DOCX);
	case TEMPLATE_TOO_LARGE:
		return say(r, O_TOO_LARGE);
	case TEMPLATE_MACROS:
		return say(r, O_MACROS);
	case TEMPLATE_BROKEN:
		return say_with(r, O_BROKEN, t->where, NULL);
	case TEMPLATE_UNCLOSED:
		return say_with(r, O_UNCLOSED, t->where, NULL);
	case TEMPLATE_OUTSIDE:
		return say_with(r, O_OUTSIDE, t->where, NULL);
	case TEMPLATE_EMBEDDED:
		return say_with(r, O_EMBEDDED, t->where, NULL);
	}
	return say(r, O_NO_DOCX);
}

enum status template_save(struct req *r)
{
	const struct field *file = form_file(r, "file");
	const struct template_report *report = r->prepared;
	const char *name;

	if (file == NULL) {
		issue(r, "file", O_WANT_FILE);
		return INVALID;
	}
	if (report == NULL)
		issue(r, "file", O_TOO_LARGE);
	else if (report->wrong != TEMPLATE_FINE)
		issue_text(r, "file", wrong_words(r, report));
	TRY(form_fine(r));
	name = text_clean(file->file) ? text_normal(r->s.mem, file->file) :
	       "";
	TRY(letter_template_note(&r->s, report, text_short(r->s.mem,
	    text_blank(name) ? "mall.docx" : name, 120)));
	return go(r, "/o/%s/letter?saved=1", r->org_key);
}

enum status template_drop(struct req *r)
{
	TRY(letter_template_retire(&r->s));
	return go(r, "/o/%s/letter?saved=1", r->org_key);
}

enum status template_file(struct req *r)
{
	struct letter_template now = {0};

	TRY(letter_template_get(&r->s, &now));
	TRY(letter_template_bytes(&r->s, &r->bytes));
	r->type = media_type("docx");
	r->download = now.name;
	return OK;
}
