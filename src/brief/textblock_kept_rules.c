/*
 * The draft and what people have made of it. A line is known by what it began
 * as, so that a finding reworded is the same line with another draft; what a
 * person wrote stands until they take the new one.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "brief/textblock.h"
#include "brief/textblock.msg"

/* -- draft and kept ------------------------------------------------------ */

static const struct block_line *line_of(const struct block_lines *all,
                                        const char *key)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].key, key))
			return &all->v[i];
	return NULL;
}

static void with_kept(struct block_line *l, const struct block_line *kept)
{
	l->version = kept->version;
	l->by_hand = kept->by_hand;
	l->left_out = kept->left_out;
	l->was_drafted = kept->was_drafted;
	l->changed = (kept->by_hand || kept->left_out) &&
	             !same(kept->was_drafted, l->drafted);
	if (kept->by_hand)
		l->text = kept->text;
}

/* One that the draft no longer has: a person's words stay, with a note. */
static struct block_line alone(const struct block_line *kept)
{
	struct block_line l = *kept;

	l.drafted = "";
	l.changed = !kept->own && *kept->was_drafted != '\0';
	l.perspective = "";
	l.under = kept->about == ABOUT_CHOICES ? BY_CHOICES :
	          kept->about == ABOUT_ENVIRONMENT ? BY_ENVIRONMENT_CLIMATE :
	          kept->about == ABOUT_ECONOMY ? BY_ECONOMY :
	          kept->about == ABOUT_PEOPLE ? BY_SUSTAINABILITY :
	          BY_UNKNOWN;
	return l;
}

static void add_alone(struct arena *mem, const struct block_lines *draft,
                      const struct block_lines *kept, enum about about,
                      struct text_block *out)
{
	for (size_t i = 0; i < kept->n; i++) {
		const struct block_line *k = &kept->v[i];

		if (k->about != about || !k->by_hand ||
		    line_of(draft, k->key) != NULL)
			continue;
		*PUSH(mem, &out->lines) = alone(k);
		out->gone += !k->own && *k->was_drafted != '\0';
	}
}

void textblock_merge(struct arena *mem, const struct block_lines *draft,
                     const struct block_lines *kept, struct text_block *out)
{
	out->lines = (struct block_lines){0};
	for (enum about a = ABOUT_PEOPLE; a <= ABOUT_ANNEX; a++) {
		for (size_t i = 0; i < draft->n; i++) {
			const struct block_line *k;
			struct block_line *l;

			if (draft->v[i].about != a)
				continue;
			l = PUSH(mem, &out->lines);
			*l = draft->v[i];
			k = line_of(kept, l->key);
			if (k != NULL)
				with_kept(l, k);
		}
		add_alone(mem, draft, kept, a, out);
	}
	for (size_t i = 0; i < out->lines.n; i++)
		out->lines.v[i].no = (i64)i + 1;
}

/* -- perspectives -------------------------------------------------------- */

static const struct sentence *const headings[] = {
	[BY_CHILDREN]            = T_H_CHILDREN,
	[BY_EQUALITY]            = T_H_EQUALITY,
	[BY_ENVIRONMENT_CLIMATE] = T_H_ENVIRONMENT,
	[BY_ECONOMY]             = T_H_ECONOMY,
	[BY_SUSTAINABILITY]      = T_H_SUSTAINABILITY,
	[BY_CHOICES]             = T_H_CHOICES,
	[BY_UNKNOWN]             = T_H_UNKNOWN,
};

static int by_perspective(const void *x, const void *y)
{
	const struct block_line *a = x, *b = y;

	if (a->under != b->under)
		return a->under < b->under ? -1 : 1;
	return a->no < b->no ? -1 : a->no > b->no;
}

static bool has_line(const struct text_block *t, enum perspective p)
{
	for (size_t i = 0; i < t->lines.n; i++)
		if (t->lines.v[i].under == p && !t->lines.v[i].left_out)
			return true;
	return false;
}

/* Tried without effect, more knowledge needed and not judged are three things;
 * a finding said under another heading, or in the annex, is a fourth. */
static const struct sentence *why_empty(const struct document *d,
                                        enum perspective p)
{
	static const struct sentence *const why[] = {
		[FINDING_EFFECT]    = T_P_ELSEWHERE,
		[FINDING_GAP]       = T_P_GAP,
		[FINDING_LOOKED_AT] = T_P_NONE,
	};
	bool has[COUNT(why)] = {0};

	for (size_t i = 0; i < d->findings.n; i++)
		if (block_under(d, &d->findings.v[i]) == p)
			has[d->findings.v[i].kind] = true;
	if (has[FINDING_EFFECT])
		return why[FINDING_EFFECT];
	if (has[FINDING_GAP])
		return why[FINDING_GAP];
	return has[FINDING_LOOKED_AT] ? T_P_NONE : T_P_UNJUDGED;
}

void textblock_by_perspective(struct arena *mem, const struct document *d,
                              struct text_block *t)
{
	for (enum perspective p = BY_CHILDREN; p <= BY_SUSTAINABILITY; p++) {
		const char *text;

		if (has_line(t, p))
			continue;
		text = why_empty(d, p)->in[t->language];
		*PUSH(mem, &t->lines) = (struct block_line){
			.no = (i64)t->lines.n + 1, .about = ABOUT_PEOPLE,
			.key = arena_print(mem, "empty%d", (int)p),
			.under = p, .text = text, .drafted = text,
			.was_drafted = "", .basis = "matrix",
			.fills = true };
	}
	qsort(t->lines.v, t->lines.n, sizeof *t->lines.v, by_perspective);
	for (size_t i = 0; i < t->lines.n; i++) {
		struct block_line *l = &t->lines.v[i];

		l->no = (i64)i + 1;
		l->perspective = headings[l->under]->in[t->language];
	}
}

/* -- as it reads --------------------------------------------------------- */

static bool begins_paragraph(const struct text_block *t,
                             const struct block_line *before,
                             const struct block_line *l)
{
	return before != NULL && (t->headed ? before->under != l->under :
	                                      before->about != l->about);
}

const char *textblock_plain(struct arena *mem, const struct text_block *t)
{
	const struct block_line *before = NULL;
	const char *out = "";

	for (size_t i = 0; i < t->lines.n; i++) {
		const struct block_line *l = &t->lines.v[i];
		bool new = begins_paragraph(t, before, l);

		if (l->left_out)
			continue;
		if (t->headed && (before == NULL || new))
			out = arena_print(mem, "%s%s%s\n", out, new ? "\n\n" :
			                  "", l->perspective);
		else if (before != NULL)
			out = arena_print(mem, "%s%s", out, new ? "\n\n" :
			                  " ");
		out = arena_print(mem, "%s%s", out, l->text);
		before = l;
	}
	return *out == '\0' ? out : arena_print(mem, "%s\n", out);
}

/* -- what is other than then --------------------------------------------- */

const char *textblock_flat(struct arena *mem, const char *text)
{
	const struct text_list lines = text_lines(mem, text);
	struct text_list all = {0};

	for (size_t i = 0; i < lines.n; i++) {
		if (i > 0)
			*PUSH(mem, &all) = " ";
		*PUSH(mem, &all) = lines.v[i];
	}
	return text_joined(mem, &all);
}

static bool in_list(const struct text_list *all, const char *text)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i], text))
			return true;
	return false;
}

void textblock_since(struct arena *mem, const char *then,
                     struct text_block *t)
{
	struct text_list was = text_lines(mem, then), is = {0};

	for (size_t i = 0; i < t->lines.n; i++)
		if (!t->lines.v[i].left_out)
			*PUSH(mem, &is) = textblock_flat(mem,
				t->lines.v[i].text);
	for (size_t i = 0; i < is.n; i++)
		if (!in_list(&was, is.v[i]))
			*PUSH(mem, &t->new_since) = is.v[i];
	for (size_t i = 0; i < was.n; i++)
		if (!in_list(&is, was.v[i]))
			*PUSH(mem, &t->gone_since) = was.v[i];
}
