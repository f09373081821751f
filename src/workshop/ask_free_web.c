/* The leader's own question, answered by a table: text, choice, rank, scale. */
#include <string.h>

#include "base/text.h"
#include "web/page.h"
#include "workshop/table.h"
#include "workshop/table.msg"

static const char *rank_field(const struct req *r, size_t i)
{
	return arena_print(r->s.mem, "rank%zu", i + 1);
}

/* Which option stands at a place of "3 1 2": its place, from 1; 0 none. */
static i64 place_of(const struct req *r, const char *value, i64 option)
{
	i64 place = 0;

	while (*value != '\0') {
		size_t n = strcspn(value, " ");
		i64 no = 0;

		place++;
		if (number_read(arena_text(r->s.mem, value, n), 1, 99, &no) &&
		    no == option)
			return place;
		value += n + strspn(value + n, " ");
	}
	return 0;
}

static void ask_ranks(struct req *r, const struct item *i, const char *stored)
{
	emit(&r->out, "<fieldset class='f' id='%s-rank1'><legend>%s</legend>",
	     r->form_now, say(r, T_FREE_RANK));
	for (size_t k = 0; k < i->options.n; k++) {
		struct option_list places = {0};
		i64 at = place_of(r, stored, (i64)k + 1);

		option_add(r, &places, "", "", at == 0);
		for (size_t p = 1; p <= i->options.n; p++)
			option_add(r, &places, digits(r, (i64)p),
			           digits(r, (i64)p), at == (i64)p);
		ask_select(r, &(struct ask){ .name = rank_field(r, k),
			.label = i->options.v[k], .class = "w10" }, &places);
	}
	emit(&r->out, "</fieldset>");
}

static void ask_one(struct req *r, const struct item *i, const char *stored)
{
	struct option_list all = {0};
	size_t n = i->ask == ASK_SCALE ? 5 : i->options.n;

	for (size_t k = 1; k <= n; k++) {
		const char *no = digits(r, (i64)k);

		option_add(r, &all, no, i->ask == ASK_SCALE ? no :
		           i->options.v[k - 1], same(stored, no));
	}
	ask_line(r, &(struct ask){ .name = "free", .label = say(r,
		i->ask == ASK_SCALE ? T_FREE_SCALE : T_FREE_CHOICE) }, &all,
		false);
}

void ask_free(struct req *r, const struct item *i, const char *stored)
{
	switch (i->ask) {
	case ASK_CHOICE:
	case ASK_SCALE:
		ask_one(r, i, stored);
		return;
	case ASK_RANK:
		ask_ranks(r, i, stored);
		return;
	case ASK_NONE:
	case ASK_TEXT:
		ask_text(r, &(struct ask){ .name = "free", .rows = 3,
			.label = say(r, T_FREE_TEXT), .stored = stored });
		return;
	}
}

/* The one option that was given this place; 0 if none or several were. */
static size_t only_at(struct req *r, const struct item *i, size_t place)
{
	size_t who = 0;

	for (size_t k = 0; k < i->options.n; k++) {
		if (!same(form_raw(r, rank_field(r, k)),
		          digits(r, (i64)place)))
			continue;
		if (who != 0)
			return 0;
		who = k + 1;
	}
	return who;
}

/* Places given to options become options in order of place. */
static const char *read_ranks(struct req *r, const struct item *i)
{
	const char *value = "";

	for (size_t place = 1; place <= i->options.n; place++)
		value = arena_print(r->s.mem, "%s%s%zu", value,
		                    place == 1 ? "" : " ",
		                    only_at(r, i, place));
	if (!ask_reads(i, value))
		issue(r, "rank1", WANT_RANK);
	return value;
}

const char *read_free(struct req *r, const struct item *i)
{
	struct item asked = *i;
	const char *value;

	if (i->ask == ASK_RANK)
		return read_ranks(r, i);
	value = form_text(r, "free", TEXT);
	if (asked.ask == ASK_NONE)
		asked.ask = ASK_TEXT;
	if (!ask_reads(&asked, value))
		issue(r, "free", WANT_ANSWER);
	return value;
}

static const char *option_at(const struct item *i, i64 no)
{
	return no >= 1 && no <= (i64)i->options.n ? i->options.v[no - 1] : "";
}

const char *free_say(const struct req *r, const struct item *i,
                     const char *value)
{
	const char *text = "";
	i64 no = 0;

	if (i->ask == ASK_CHOICE && number_read(value, 1, 99, &no))
		return option_at(i, no);
	if (i->ask != ASK_RANK)
		return value;
	while (*value != '\0') {
		size_t n = strcspn(value, " ");

		if (number_read(arena_text(r->s.mem, value, n), 1, 99, &no))
			text = arena_print(r->s.mem, "%s%s%s", text,
			                   *text == '\0' ? "" : " › ",
			                   option_at(i, no));
		value += n + strspn(value + n, " ");
	}
	return text;
}
