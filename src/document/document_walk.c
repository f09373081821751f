#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "document/document_walk.h"

/* Members are noted as they are passed, so that others are known as unknown. */
static void pass(struct walk *w, const char *name)
{
	struct walk_place *at = w->at;

	ASSERT(at->n < MOST_MEMBERS);
	at->name[at->n++] = name;
}

static void go_in(struct walk *w, const struct json *in)
{
	struct walk_place *at = NEW(w->mem, struct walk_place);

	at->in = in;
	at->outer = w->at;
	w->at = at;
}

bool walk_enter(struct walk *w, const char *name, bool there)
{
	const struct json *in;

	if (w->at != NULL)
		pass(w, name);
	if (w->to != NULL) {
		if (!there)
			json_put_null(w->to, name);
		else
			json_open(w->to, name, '{');
		if (there)
			go_in(w, NULL);
		return there;
	}
	in = w->at == NULL ? w->from->root
	                   : json_member(w->from, w->at->in, name, false);
	if (in != NULL)
		go_in(w, in);
	return in != NULL;
}

void walk_leave(struct walk *w)
{
	if (w->to != NULL)
		json_close_with(w->to, '}');
	else
		json_only(w->from, w->at->in, w->at->name);
	w->at = w->at->outer;
}

bool walk_later(const struct walk *w, const char *name, bool there)
{
	return w->to != NULL ? there : json_has(w->at->in, name);
}

static void write_list(struct walk *w, const char *name, char *first,
                       size_t n, size_t size, walk_fn *each)
{
	json_open(w->to, name, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(w->to, NULL, '{');
		go_in(w, NULL);
		each(w, first + i * size);
		walk_leave(w);
	}
	json_close_with(w->to, ']');
}

void walk_list(struct walk *w, const char *name, void **v, size_t *n,
               size_t *room, size_t size, size_t most, walk_fn *each)
{
	size_t length;

	pass(w, name);
	if (w->to != NULL) {
		write_list(w, name, *v, *n, size, each);
		return;
	}
	length = json_length(w->from, w->at->in, name, most, false);
	for (size_t i = 0; i < length && w->from->wrong == JSON_FINE; i++) {
		go_in(w, json_at(w->from, w->at->in, name, i));
		each(w, arena_push(w->mem, v, n, room, size));
		walk_leave(w);
	}
}

void walk_texts(struct walk *w, const char *name, struct text_list *all,
                size_t most)
{
	size_t length;

	pass(w, name);
	if (w->to != NULL) {
		json_open(w->to, name, '[');
		for (size_t i = 0; i < all->n; i++)
			json_put_text(w->to, NULL, all->v[i]);
		json_close_with(w->to, ']');
		return;
	}
	length = json_length(w->from, w->at->in, name, MOST_FEW, false);
	for (size_t i = 0; i < length; i++) {
		const char *text = json_text_at(w->from, w->at->in, name, i,
		                                most);

		*PUSH(w->mem, all) = or_empty(text);
	}
}

const char *walk_text(struct walk *w, const char *name, const char *text,
                      size_t most)
{
	pass(w, name);
	if (w->to != NULL)
		json_put_text(w->to, name, or_empty(text));
	else
		text = json_text(w->from, w->at->in, name, most, false);
	return or_empty(text);
}

const char *walk_needed(struct walk *w, const char *name, const char *text,
                        size_t most)
{
	pass(w, name);
	if (w->to != NULL) {
		json_put_text(w->to, name, or_empty(text));
		return text;
	}
	text = json_text(w->from, w->at->in, name, most, true);
	if (text_blank(text))
		json_refuse(w->from, w->at->in, name, JSON_VALUE);
	return or_empty(text);
}

void walk_both(struct walk *w, const char *name, const char **sv,
               const char **en, size_t most)
{
	if (!walk_enter(w, name, true)) {
		*sv = *en = "";
		return;
	}
	*sv = walk_text(w, "sv", *sv, most);
	*en = walk_text(w, "en", *en, most);
	walk_leave(w);
}

static i64 number(struct walk *w, const char *name, i64 value, i64 least,
                  i64 most, bool needed)
{
	pass(w, name);
	if (w->to == NULL)
		return json_int(w->from, w->at->in, name, least, most, needed);
	if (value == 0 && !needed)
		json_put_null(w->to, name);
	else
		json_put_int(w->to, name, value);
	return value;
}

i64 walk_int(struct walk *w, const char *name, i64 value, i64 least, i64 most)
{
	return number(w, name, value, least, most, true);
}

i64 walk_no(struct walk *w, const char *name, i64 no)
{
	return number(w, name, no, 1, MOST_NUMBER, true);
}

i64 walk_maybe_no(struct walk *w, const char *name, i64 no)
{
	return number(w, name, no, 1, MOST_NUMBER, false);
}

i64 walk_day(struct walk *w, const char *name, i64 day)
{
	const char *text;

	pass(w, name);
	if (w->to != NULL) {
		json_put_text(w->to, name,
		              day == 0 ? NULL : day_write(w->mem, day));
		return day;
	}
	text = json_text(w->from, w->at->in, name, MOST_CODE, false);
	day = 0;
	if (text != NULL && !day_read(text, &day))
		json_refuse(w->from, w->at->in, name, JSON_VALUE);
	return day;
}

i64 walk_instant(struct walk *w, const char *name, i64 ms)
{
	const char *text;

	pass(w, name);
	if (w->to != NULL) {
		json_put_text(w->to, name, instant_write(w->mem, ms));
		return ms;
	}
	text = json_text(w->from, w->at->in, name, MOST_CODE, true);
	ms = 0;
	if (text != NULL && !instant_read(text, &ms))
		json_refuse(w->from, w->at->in, name, JSON_VALUE);
	return ms;
}

bool walk_bool(struct walk *w, const char *name, bool value)
{
	pass(w, name);
	if (w->to == NULL)
		return json_bool(w->from, w->at->in, name, false);
	json_put_bool(w->to, name, value);
	return value;
}

/* -1 when no word is that. */
static int word_at(const struct words *all, const char *text)
{
	for (size_t i = 0; i < all->n; i++) {
		if (all->word[i] != NULL && strcmp(all->word[i], text) == 0)
			return (int)i;
	}
	return -1;
}

int walk_word(struct walk *w, const char *name, const struct words *all,
              int value)
{
	const char *text;

	pass(w, name);
	if (w->to != NULL) {
		ASSERT(value >= 0 && (size_t)value < all->n);
		json_put_text(w->to, name, all->word[value]);
		return value;
	}
	text = json_text(w->from, w->at->in, name, MOST_CODE, all->needed);
	if (text == NULL)
		return 0;
	value = word_at(all, text);
	if (value >= 0)
		return value;
	json_refuse(w->from, w->at->in, name, JSON_VALUE);
	return 0;
}

unsigned walk_set(struct walk *w, const char *name, const struct words *all,
                  unsigned set)
{
	struct text_list in = {0};

	for (size_t i = 0; w->to != NULL && i < all->n; i++) {
		if (set & 1u << i)
			*PUSH(w->mem, &in) = all->word[i];
	}
	walk_texts(w, name, &in, MOST_CODE);
	if (w->to != NULL)
		return set;
	set = 0;
	for (size_t i = 0; i < in.n; i++) {
		int at = word_at(all, in.v[i]);

		if (at < 0)
			json_refuse(w->from, w->at->in, name, JSON_VALUE);
		else
			set |= 1u << at;
	}
	return set;
}

void walk_refuse(struct walk *w, const char *name, enum json_wrong wrong)
{
	if (w->from != NULL)
		json_refuse(w->from, w->at->in, name, wrong);
}
