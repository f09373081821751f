/* Reading what was sent. */
#include <string.h>

#include "base/text.h"
#include "web/form.h"
#include "web/web.msg"

void issue_text(struct req *r, const char *field, const char *text)
{
	*PUSH(r->s.mem, &r->issues) = (struct issue){ field, text };
}

void issue(struct req *r, const char *field, const struct sentence *s)
{
	issue_text(r, field, say(r, s));
}

enum status form_fine(const struct req *r)
{
	return r->issues.n == 0 ? OK : INVALID;
}

const char *form_raw(const struct req *r, const char *name)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (strcmp(r->fields.v[i].name, name) == 0)
			return r->fields.v[i].value;
	return NULL;
}

/* Through the door: normal form, trimmed, nothing that cannot be shown. */
static const char *pass(struct req *r, const char *name, const char *raw,
                        size_t most)
{
	const char *text = text_trim(r->s.mem, text_normal(r->s.mem, raw));
	size_t length;

	if (!text_clean(text)) {
		issue(r, name, NOT_CLEAN);
		return "";
	}
	length = text_length(text);
	if (length > most)
		issue_text(r, name, say_with(r, TOO_LONG,
			number_say(r->s.mem, r->language, (i64)most),
			number_say(r->s.mem, r->language, (i64)length)));
	return text;
}

const char *form_text(struct req *r, const char *name, size_t most)
{
	const char *raw = form_raw(r, name);

	return raw == NULL ? "" : pass(r, name, raw, most);
}

const char *form_needed(struct req *r, const char *name, size_t most,
                        const struct sentence *why)
{
	const char *text = form_text(r, name, most);

	if (*text == '\0')
		issue(r, name, why);
	return text;
}

i64 form_choice(struct req *r, const char *name, i64 least, i64 most)
{
	const char *raw = form_raw(r, name);
	i64 value = 0;

	if (raw == NULL || *raw == '\0')
		return 0;
	if (!number_read(raw, least, most, &value))
		issue(r, name, NOT_A_CHOICE);
	return value;
}

i64 form_day(struct req *r, const char *name)
{
	const char *text = form_text(r, name, LINE);
	i64 day = 0;

	if (*text != '\0' && !day_typed(text, &day)) {
		issue(r, name, NOT_A_DAY);
		return 0;
	}
	return day;
}

bool form_has(const struct req *r, const char *name, const char *value)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (strcmp(r->fields.v[i].name, name) == 0 &&
		    strcmp(r->fields.v[i].value, value) == 0)
			return true;
	return false;
}

struct text_list form_all(struct req *r, const char *name, size_t most)
{
	struct text_list all = {0};

	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.v[i];

		if (strcmp(f->name, name) == 0 && !text_blank(f->value))
			*PUSH(r->s.mem, &all) = pass(r, name, f->value, most);
	}
	return all;
}

const struct field *form_file(const struct req *r, const char *name)
{
	for (size_t i = 0; i < r->fields.n; i++) {
		const struct field *f = &r->fields.v[i];

		if (strcmp(f->name, name) == 0 && f->file != NULL &&
		    f->bytes.n > 0)
			return f;
	}
	return NULL;
}

i64 form_version(const struct req *r)
{
	i64 version = 0;

	return number_read(form_raw(r, "version"), 1, INT32_MAX, &version) ?
	       version : 0;
}
