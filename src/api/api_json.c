#include "api/api.msg"
#include "api/api_json.h"
#include "base/clock.h"
#include "base/text.h"
#include "web/form.h"

struct json_reader api_read(struct req *r)
{
	return json_read(r->s.mem, r->body);
}

enum status api_read_end(struct req *r, struct json_reader *j)
{
	if (j->wrong != JSON_FINE)
		issue_text(r, text_blank(j->where) ? NULL : j->where,
		           say_with(r, API_NOT_JSON, text_blank(j->where) ?
		           "JSON" : j->where, NULL));
	json_close(j);
	return form_fine(r);
}

enum status api_reply(struct req *r, const struct json_writer *w)
{
	r->type = "application/json";
	r->bytes = (struct bytes){ w->text, w->n };
	return OK;
}

void api_put_day(struct json_writer *w, const char *name, i64 day)
{
	json_put_text(w, name, day == 0 ? NULL : day_write(w->mem, day));
}

void api_put_instant(struct json_writer *w, const char *name, i64 ms)
{
	json_put_text(w, name, ms == 0 ? NULL : instant_write(w->mem, ms));
}

i64 api_day(struct json_reader *j, const struct json *in, const char *name,
            bool needed)
{
	const char *text = json_text(j, in, name, 10, needed);
	i64 day = 0;

	if (text != NULL && !day_read(text, &day))
		json_refuse(j, in, name, JSON_VALUE);
	return day;
}

void api_put_word(struct json_writer *w, const char *name,
                  const char *const *words, size_t n, i64 value)
{
	json_put_text(w, name, value < 1 || value > (i64)n ? NULL :
	              words[value - 1]);
}

i64 api_word(struct json_reader *j, const struct json *in, const char *name,
             const char *const *words, size_t n, bool needed)
{
	const char *text = json_text(j, in, name, 40, needed);

	for (size_t i = 0; i < n; i++)
		if (same(words[i], text))
			return (i64)i + 1;
	if (text != NULL)
		json_refuse(j, in, name, JSON_VALUE);
	return 0;
}

void api_put_self(struct json_writer *w, const char *format, const char *key)
{
	json_put_text(w, "self", say_fill(w->mem, format, key, NULL));
}
