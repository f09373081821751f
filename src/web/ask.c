/* Asking: forms and their fields, with what was typed, drafted or stored. */
#include <string.h>

#include "base/text.h"
#include "web/page.h"
#include "web/web.msg"

/* -- what a field shows -------------------------------------------------- */

static const struct field_list *typed_in(const struct req *r)
{
	if (r->form_failed)
		return &r->fields;
	return r->form_draft.n > 0 ? &r->form_draft : NULL;
}

/* What stands in the field: typed, drafted or stored. */
static const char *value_of(const struct req *r, const char *name,
                            const char *stored)
{
	const struct field_list *typed = typed_in(r);

	for (size_t i = 0; typed != NULL && i < typed->n; i++)
		if (strcmp(typed->v[i].name, name) == 0)
			return typed->v[i].value;
	return typed != NULL && stored == NULL ? "" : stored;
}

bool is_chosen(const struct req *r, const char *name, const char *value,
               bool stored)
{
	const struct field_list *typed = typed_in(r);

	if (typed == NULL)
		return stored;
	for (size_t i = 0; i < typed->n; i++)
		if (strcmp(typed->v[i].name, name) == 0 &&
		    strcmp(typed->v[i].value, value) == 0)
			return true;
	return false;
}

static bool chosen(const struct req *r, const char *name,
                   const struct option *o)
{
	return is_chosen(r, name, o->value, o->chosen);
}

static const char *issue_of(const struct req *r, const char *name)
{
	if (!r->form_failed)
		return NULL;
	for (size_t i = 0; i < r->issues.n; i++)
		if (same(r->issues.v[i].field, name))
			return r->issues.v[i].text;
	return NULL;
}

static void label_text(struct req *r, const struct ask *a)
{
	emit(&r->out, "%s", a->label);
	if (a->optional)
		emit(&r->out, " <span class='muted'>%s</span>",
		     say(r, OPTIONAL));
	if (a->key != NULL)
		emit(&r->out, " <kbd aria-hidden='true'>%s</kbd>", a->key);
}

/* Pressed where nothing is being typed, the letter goes to the field. */
static void letter(struct req *r, const char *key)
{
	if (key != NULL)
		emit(&r->out, " data-key='%s'", key);
}

static void hint_and_error(struct req *r, const struct ask *a)
{
	const char *wrong = issue_of(r, a->name);

	if (a->hint != NULL && *a->hint != '\0')
		emit(&r->out, "<span class='hint' id='%s-%s-h'>%s</span>",
		     r->form_now, a->name, a->hint);
	if (wrong != NULL)
		emit(&r->out, "<span class='error' id='%s-%s-e'>"
		     "<span class='vh'>%s</span> %s</span>", r->form_now,
		     a->name, say(r, ERROR_WORD), wrong);
}

static void described(struct req *r, const struct ask *a)
{
	bool hint = a->hint != NULL && *a->hint != '\0';
	bool wrong = issue_of(r, a->name) != NULL;

	if (!hint && !wrong)
		return;
	emit(&r->out, " aria-describedby='");
	if (hint)
		emit(&r->out, "%s-%s-h%s", r->form_now, a->name,
		     wrong ? " " : "");
	if (wrong)
		emit(&r->out, "%s-%s-e' aria-invalid='true", r->form_now,
		     a->name);
	emit(&r->out, "'");
}

/* The same text, whichever line ends a browser sent it with. */
static bool same_lines(const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0') {
		a += *a == '\r';
		b += *b == '\r';
		if (*a != *b)
			return false;
		a += *a != '\0';
		b += *b != '\0';
	}
	return *a == *b;
}

/* After STALE: what is stored now, beside what was typed. */
static void stored_beside(struct req *r, const char *typed,
                          const char *stored)
{
	if (!r->form_failed || r->failure != STALE ||
	    same_lines(or_empty(typed), or_empty(stored)))
		return;
	emit(&r->out, "<span class='note stored'><b>%s</b> %s</span>",
	     say(r, STALE_STORED), text_blank(stored) ? say(r, STALE_EMPTY) :
	     stored);
}

/* -- fields -------------------------------------------------------------- */

static void open_field(struct req *r, const char *element,
                       const struct ask *a)
{
	emit(&r->out, "<%s class='f%s'>", element,
	     issue_of(r, a->name) != NULL ? " bad" : "");
}

void ask_text(struct req *r, const struct ask *a)
{
	const char *value = value_of(r, a->name, a->stored);

	open_field(r, "p", a);
	emit(&r->out, "<label for='%s-%s'>", r->form_now, a->name);
	label_text(r, a);
	emit(&r->out, "</label>");
	hint_and_error(r, a);
	if (a->rows > 0)
		emit(&r->out, "<textarea id='%s-%s' name='%s' rows='%d'",
		     r->form_now, a->name, a->name, a->rows);
	else
		emit(&r->out, "<input type='%s' id='%s-%s' name='%s'",
		     a->type == NULL ? "text" : a->type, r->form_now, a->name,
		     a->name);
	if (a->class != NULL)
		emit(&r->out, " class='%s'", a->class);
	if (a->autocomplete != NULL)
		emit(&r->out, " autocomplete='%s'", a->autocomplete);
	described(r, a);
	letter(r, a->key);
	if (a->rows > 0)
		emit(&r->out, ">%s%s</textarea>",
		     value != NULL && *value == '\n' ? "\n" : "", value);
	else if (same(a->type, "password") || same(a->type, "file"))
		emit(&r->out, ">");
	else
		emit(&r->out, " value='%s'>", value);
	stored_beside(r, value, a->stored);
	emit(&r->out, "</p>");
}

void ask_day(struct req *r, const struct ask *a, i64 stored)
{
	struct ask day = *a;

	day.stored = say_day(r, stored);
	if (day.class == NULL)
		day.class = "w20";
	ask_text(r, &day);
}

void ask_pick(struct req *r, const char *name, const struct option *o,
              bool several)
{
	emit(&r->out, "<label class='pick'><input type='%s' name='%s'"
	     " value='%s'", several ? "checkbox" : "radio", name, o->value);
	letter(r, o->key);
	if (chosen(r, name, o))
		emit(&r->out, " checked");
	emit(&r->out, "><span class='l'>");
	if (o->key != NULL)
		emit(&r->out, "<kbd aria-hidden='true'>%s</kbd> ", o->key);
	if (o->mark != NULL)
		emit(&r->out, "<span class='eff %s' aria-hidden='true'>%s"
		     "</span>", o->mark, o->sign);
	emit(&r->out, "%s</span>", o->label);
	if (o->hint != NULL && *o->hint != '\0')
		emit(&r->out, "<span class='d'>%s</span>", o->hint);
	emit(&r->out, "</label>");
}

static void open_set(struct req *r, const struct ask *a)
{
	emit(&r->out, "<fieldset class='f%s' id='%s-%s'",
	     issue_of(r, a->name) != NULL ? " bad" : "", r->form_now, a->name);
	described(r, a);
	emit(&r->out, "><legend>");
	label_text(r, a);
	emit(&r->out, "</legend>");
	hint_and_error(r, a);
}

static const char *stored_label(const struct req *r,
                                const struct option_list *options)
{
	const char *label = NULL;

	for (size_t i = 0; i < options->n; i++)
		if (options->v[i].chosen)
			label = label == NULL ? options->v[i].label :
			        arena_print(r->s.mem, "%s, %s", label,
			                    options->v[i].label);
	return label;
}

/* After STALE, when another answer is stored than the one typed. */
static void stored_choice(struct req *r, const struct ask *a,
                          const struct option_list *options)
{
	bool differs = false;

	for (size_t i = 0; i < options->n; i++)
		differs = differs || options->v[i].chosen !=
		          chosen(r, a->name, &options->v[i]);
	if (differs)
		stored_beside(r, "", stored_label(r, options));
}

void ask_cards(struct req *r, const struct ask *a,
               const struct option_list *options, bool several)
{
	open_set(r, a);
	for (size_t i = 0; i < options->n; i++)
		ask_pick(r, a->name, &options->v[i], several);
	stored_choice(r, a, options);
	emit(&r->out, "</fieldset>");
}

void ask_line(struct req *r, const struct ask *a,
              const struct option_list *options, bool several)
{
	open_set(r, a);
	emit(&r->out, "<span class='%s'>", several ? "ticks" : "seg wrap");
	for (size_t i = 0; i < options->n; i++) {
		const struct option *o = &options->v[i];

		emit(&r->out, "<label class='tick'><input type='%s' name='%s'"
		     " value='%s'", several ? "checkbox" : "radio", a->name,
		     o->value);
		letter(r, o->key);
		if (chosen(r, a->name, o))
			emit(&r->out, " checked");
		emit(&r->out, "><span>");
		if (o->key != NULL)
			emit(&r->out, "<kbd aria-hidden='true'>%s</kbd> ",
			     o->key);
		if (o->sign != NULL)
			emit(&r->out, "<b aria-hidden='true'>%s</b> ",
			     o->sign);
		emit(&r->out, "%s</span></label>", o->label);
	}
	emit(&r->out, "</span>");
	stored_choice(r, a, options);
	emit(&r->out, "</fieldset>");
}

void ask_select(struct req *r, const struct ask *a,
                const struct option_list *options)
{
	open_field(r, "p", a);
	emit(&r->out, "<label for='%s-%s'>", r->form_now, a->name);
	label_text(r, a);
	emit(&r->out, "</label>");
	hint_and_error(r, a);
	emit(&r->out, "<select id='%s-%s' name='%s'", r->form_now, a->name,
	     a->name);
	if (a->class != NULL)
		emit(&r->out, " class='%s'", a->class);
	described(r, a);
	emit(&r->out, ">");
	for (size_t i = 0; i < options->n; i++) {
		const struct option *o = &options->v[i];

		emit(&r->out, "<option value='%s'", o->value);
		if (chosen(r, a->name, o))
			emit(&r->out, " selected");
		emit(&r->out, ">%s</option>", o->label);
	}
	emit(&r->out, "</select>");
	stored_choice(r, a, options);
	emit(&r->out, "</p>");
}

void ask_tick(struct req *r, const char *name, const char *value,
              const char *label, bool stored)
{
	const struct option o = { .value = value, .chosen = stored };

	/* Several of one name are told apart by what they stand for. */
	emit(&r->out, "<p class='f'><label class='tick'><input"
	     " type='checkbox' id='%s-%s%s%s' name='%s' value='%s'",
	     r->form_now, name, same(value, "1") ? "" : "-",
	     same(value, "1") ? "" : value, name, value);
	if (chosen(r, name, &o))
		emit(&r->out, " checked");
	emit(&r->out, "><span>%s</span></label></p>", label);
}

void option_add(struct req *r, struct option_list *list, const char *value,
                const char *label, bool is_chosen)
{
	*PUSH(r->s.mem, list) = (struct option){ .value = value,
		.label = label, .chosen = is_chosen };
}

void button_save(struct req *r, const char *label)
{
	emit(&r->out, "<p class='acts'><button class='btn' type='submit'>%s"
	     "</button><span class='saved' role='status' data-saved></span>"
	     "</p>", label);
}

void button(struct req *r, const char *class, const char *label)
{
	emit(&r->out, "<button class='%s' type='submit'>%s</button>", class,
	     label);
}
