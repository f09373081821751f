/* A form on its page: its keys, its draft, and whether it is the one that
 * failed. */
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/page.h"
#include "web/session.h"
#include "web/web.msg"

static void find_draft(struct req *r)
{
	i64 at = 0;

	r->form_draft = (struct field_list){0};
	if (r->form_failed || r->route == NULL ||
	    draft_find(r, r->form_action, &r->form_draft, &at) != OK) {
		r->form_draft.n = 0;
		return;
	}
	form_hidden(r, "draft", r->form_action);
	emit(&r->out, "<div class='note draft'><p><b>%s</b></p><p>%s</p>"
	     "<p><button class='btn sec sm' type='submit' name='drop'"
	     " value='1' formaction='/draft'>%s</button></p></div>",
	     say_with(r, DRAFT_HEAD, say_instant(r, at), NULL),
	     say(r, DRAFT_TEXT), say(r, DRAFT_DROP));
}

/* One that only asks: without what a draft is known by. */
static void open_look(struct req *r, const char *name, const char *action)
{
	r->form_now = name;
	r->form_action = action;
	r->form_failed = r->failed && r->method == POST &&
	                 (r->trying == NULL ? same(r->path, action) :
	                  same(form_raw(r, "form"), name));
	emit(&r->out, "<form method='post' action='%s' id='%s' novalidate"
	     " enctype='multipart/form-data'>", action, name);
	form_hidden(r, "csrf", r->csrf);
	form_hidden(r, "form", name);
}

/* In a preview: what it would have done is said, and nothing is kept. */
static void open_trial(struct req *r, const char *name, const char *action)
{
	open_look(r, name, r->trying);
	form_hidden(r, "instead_of", action);
	form_hidden(r, "tried", r->tried);
}

static void open_form(struct req *r, const char *name, const char *action,
                      const char *enctype)
{
	const char *sent = form_raw(r, "form");

	if (r->trying != NULL) {
		open_trial(r, name, action);
		return;
	}
	r->form_now = name;
	r->form_action = arena_print(r->s.mem, "%s %s", name, action);
	r->form_failed = r->failed && r->method == POST &&
	                 same(r->path, action) && same(sent, name);
	emit(&r->out, "<form method='post' action='%s' id='%s' novalidate",
	     action, name);
	if (enctype != NULL)
		emit(&r->out, " enctype='%s'", enctype);
	emit(&r->out, ">");
	form_hidden(r, "csrf", r->csrf);
	form_hidden(r, "key", secret_token(r->s.mem, 16));
	form_hidden(r, "form", name);
	form_hidden(r, "page", r->method == GET ? r->path :
	                       form_raw(r, "page"));
	find_draft(r);
}

void form_open(struct req *r, const char *name, const char *action, ...)
{
	va_list args;

	va_start(args, action);
	open_form(r, name, arena_print_list(r->s.mem, action, args), NULL);
	va_end(args);
}

void form_open_upload(struct req *r, const char *name, const char *action,
                      ...)
{
	va_list args;

	va_start(args, action);
	open_form(r, name, arena_print_list(r->s.mem, action, args),
	          "multipart/form-data");
	va_end(args);
}

void form_open_look(struct req *r, const char *name, const char *action, ...)
{
	va_list args;

	va_start(args, action);
	open_look(r, name, arena_print_list(r->s.mem, action, args));
	va_end(args);
}

void form_close(struct req *r)
{
	emit(&r->out, "</form>");
	r->form_now = NULL;
	r->form_failed = false;
	r->form_draft.n = 0;
}

void form_hidden(struct req *r, const char *name, const char *value)
{
	emit(&r->out, "<input type='hidden' name='%s' value='%s'>", name,
	     value);
}

void form_hidden_no(struct req *r, const char *name, i64 value)
{
	emit(&r->out, "<input type='hidden' name='%s' value='%lld'>", name,
	     value);
}

/* A draft was written on the version it was written on, not on the latest. */
void ask_version(struct req *r, i64 version)
{
	for (size_t i = 0; i < r->form_draft.n; i++)
		if (same(r->form_draft.v[i].name, "version")) {
			form_hidden(r, "version", r->form_draft.v[i].value);
			return;
		}
	form_hidden_no(r, "version", version);
}

void button_form(struct req *r, const char *name, const char *class,
                 const char *label, const char *action, ...)
{
	va_list args;

	va_start(args, action);
	open_form(r, name, arena_print_list(r->s.mem, action, args), NULL);
	va_end(args);
	button(r, class, label);
	form_close(r);
}
