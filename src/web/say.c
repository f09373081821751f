#include <string.h>

#include "web/req.h"

char *say_fill(struct arena *mem, const char *sentence, const char *first,
               const char *second)
{
	const char *hole = strchr(sentence, '{');
	const char *what = "";

	while (hole != NULL && !((hole[1] == '1' || hole[1] == '2') &&
	       hole[2] == '}'))
		hole = strchr(hole + 1, '{');
	if (hole == NULL)
		return arena_copy(mem, sentence);
	if (hole[1] == '2')
		what = second;
	else
		what = first;
	return arena_print(mem, "%.*s%s%s", (int)(hole - sentence), sentence,
	                   what == NULL ? "" : what,
	                   say_fill(mem, hole + 3, first, second));
}

char *say_number(struct arena *mem, enum language language,
                 const struct counted *c, i64 n)
{
	const char *text = n == 1 ? c->one[language] : c->many[language];
	const char *hole = strstr(text, "{n}");

	if (hole == NULL)
		return arena_copy(mem, text);
	return arena_print(mem, "%.*s%s%s", (int)(hole - text), text,
	                   number_say(mem, language, n), hole + 3);
}

const char *say(const struct req *r, const struct sentence *s)
{
	return s->in[r->language];
}

const char *say_with(const struct req *r, const struct sentence *s,
                     const char *first, const char *second)
{
	return say_fill(r->s.mem, s->in[r->language], first, second);
}

const char *say_count(const struct req *r, const struct counted *c, i64 n)
{
	return say_number(r->s.mem, r->language, c, n);
}

const char *say_day(const struct req *r, i64 day)
{
	return day == 0 ? "" : day_say(r->s.mem, r->language, day);
}

const char *say_instant(const struct req *r, i64 ms)
{
	return ms == 0 ? "" : instant_say(r->s.mem, r->language, ms);
}

const char *digits(const struct req *r, i64 n)
{
	return arena_print(r->s.mem, "%lld", n);
}

const char *either(const struct req *r, const char *sv, const char *en)
{
	return r->language == ENGLISH && en != NULL && *en != '\0' ? en : sv;
}
