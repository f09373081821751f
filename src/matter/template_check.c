/* What is said of a template when it comes in; and the way to and from the
 * process that reads and fills it. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "matter/template_part.h"

static void note_found(struct arena *mem, struct template_report *out,
                       const char *name)
{
	const char *folded = placeholder_fold(mem, name);

	for (size_t i = 0; i < out->found.n; i++)
		if (same(placeholder_fold(mem, out->found.v[i]), folded))
			return;
	if (out->found.n < TEMPLATE_MOST_FOUND)
		*PUSH(mem, &out->found) = name;
}

static void check_part(struct arena *mem, const struct zip_part *part,
                       struct template_report *out)
{
	struct word_part read;

	if (word_part_read(mem, part->bytes, &read) != OK) {
		out->wrong = TEMPLATE_BROKEN;
		out->where = part->name;
		return;
	}
	for (size_t i = 0; i < read.all.n; i++) {
		struct placeholder_list all = {0};
		const char *unclosed;

		placeholders_in(mem, paragraph_text(mem, &read.all.v[i]),
		                &all, &unclosed);
		for (size_t j = 0; j < all.n; j++)
			note_found(mem, out, all.v[j].name);
		if (unclosed == NULL || out->wrong != TEMPLATE_FINE)
			continue;
		out->wrong = TEMPLATE_UNCLOSED;
		out->where = unclosed;
	}
}

void template_check(struct arena *mem, struct bytes in,
                    struct template_report *out)
{
	struct word_file d;

	*out = (struct template_report){ .where = "" };
	word_file_open(mem, in, &d);
	out->wrong = d.wrong;
	out->where = d.where;
	for (size_t i = 0; i < d.texts.n && out->wrong == TEMPLATE_FINE; i++)
		check_part(mem, word_file_part(&d, d.texts.v[i]), out);
	if (out->wrong == TEMPLATE_FINE)
		out->clean = zip_pack(mem, &d.parts);
}

/* -- to the sandbox and back --------------------------------------------- */

/*
 * Lines "LETTER text", a line "." and then bytes. A text has no line feed, and
 * no character that XML has no place for.
 */
static const char *one_line(struct arena *mem, const char *text)
{
	char *out = arena_copy(mem, text);

	for (char *at = out; *at != '\0'; at++) {
		unsigned char c = (unsigned char)*at;

		if (c < ' ' || c == 0x7f)
			*at = ' ';
		if (strncmp(at, "\xEF\xBF\xBE", 3) == 0 ||
		    strncmp(at, "\xEF\xBF\xBF", 3) == 0)
			at[2] = '\xBD';
	}
	return out;
}

static const char *head(struct bytes in, struct bytes *rest)
{
	const char *end = in.n == 0 ? NULL : memmem(in.v, in.n, "\n.\n", 3);

	if (end == NULL)
		return NULL;
	rest->v = end + 3;
	rest->n = in.n - (size_t)(end + 3 - (const char *)in.v);
	return end;
}

static struct bytes with_head(struct arena *mem, const char *lines,
                              struct bytes rest)
{
	size_t n = strlen(lines);
	char *out = arena_take(mem, n + 2 + rest.n + 1);
	char *end = mempcpy(out, lines, n);

	end = mempcpy(end, ".\n", 2);
	if (rest.n > 0)
		memcpy(end, rest.v, rest.n);
	return (struct bytes){ out, n + 2 + rest.n };
}

enum status template_check_work(struct arena *mem, struct bytes in,
                                struct bytes *out)
{
	struct template_report found;
	const char *lines;

	template_check(mem, in, &found);
	lines = arena_print(mem, "w%d\ne%s\n", (int)found.wrong,
	                    one_line(mem, found.where));
	for (size_t i = 0; i < found.found.n; i++)
		lines = arena_print(mem, "%sf%s\n", lines,
		                    one_line(mem, found.found.v[i]));
	*out = with_head(mem, lines, found.clean);
	return OK;
}

enum status template_report_read(struct arena *mem, struct bytes in,
                                 struct template_report *out)
{
	const char *end = head(in, &out->clean);
	const char *at = in.v;

	out->found = (struct text_list){0};
	out->where = "";
	if (end == NULL || !text_valid(in.v, (size_t)(end - at)))
		return INVALID;
	while (at < end) {
		size_t n = strcspn(at, "\n");
		const char *text = arena_text(mem, at + 1, n == 0 ? 0 : n - 1);

		if (*at == 'w')
			out->wrong = (enum template_wrong)strtol(text, NULL,
			                                         10);
		else if (*at == 'e')
			out->where = text;
		else if (*at == 'f')
			*PUSH(mem, &out->found) = text;
		at += n + 1;
	}
	return OK;
}

static const char *joined(struct arena *mem, const struct text_list *lines)
{
	size_t n = 0;
	char *out, *end;

	for (size_t i = 0; i < lines->n; i++)
		n += strlen(lines->v[i]) + 1;
	out = end = arena_take(mem, n + 1);
	for (size_t i = 0; i < lines->n; i++) {
		end = mempcpy(end, lines->v[i], strlen(lines->v[i]));
		*end++ = '\n';
	}
	return out;
}

/* d draft, t or s a text or section, n a name of it, 1 to 5 a line. */
struct bytes template_fill_pack(struct arena *mem, struct bytes template,
                                const struct fill_list *fills,
                                const char *draft)
{
	struct text_list lines = {0};

	*PUSH(mem, &lines) = arena_print(mem, "d%s", one_line(mem, draft));
	for (size_t i = 0; i < fills->n; i++) {
		const struct fill *f = &fills->v[i];

		*PUSH(mem, &lines) = f->section ? "s" : "t";
		for (size_t j = 0; j < f->names.n; j++)
			*PUSH(mem, &lines) = arena_print(mem, "n%s",
				one_line(mem, f->names.v[j]));
		for (size_t j = 0; j < f->lines.n; j++)
			*PUSH(mem, &lines) = arena_print(mem, "%d%s",
				(int)f->lines.v[j].kind,
				one_line(mem, f->lines.v[j].text));
	}
	return with_head(mem, joined(mem, &lines), template);
}

static void fill_line(struct arena *mem, struct fill_list *fills, char kind,
                      const char *text)
{
	struct fill *last = fills->n == 0 ? NULL : &fills->v[fills->n - 1];

	if (kind == 's' || kind == 't')
		PUSH(mem, fills)->section = kind == 's';
	else if (kind == 'n' && last != NULL)
		*PUSH(mem, &last->names) = text;
	else if (kind >= '0' + WRITTEN_TEXT && kind <= '0' + WRITTEN_HEAD &&
	         last != NULL)
		written_add(mem, &last->lines, (enum written)(kind - '0'),
		            text);
}

enum status template_fill_work(struct arena *mem, struct bytes in,
                               struct bytes *out)
{
	struct fill_list fills = {0};
	struct bytes template;
	const char *end = head(in, &template), *at = in.v, *draft = "";

	if (end == NULL)
		return INVALID;
	while (at < end) {
		size_t n = strcspn(at, "\n");
		const char *text = arena_text(mem, at + 1, n == 0 ? 0 : n - 1);

		if (*at == 'd')
			draft = text;
		else
			fill_line(mem, &fills, *at, text);
		at += n + 1;
	}
	return template_fill(mem, template, &fills, draft, out);
}
