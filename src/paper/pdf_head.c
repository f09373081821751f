/*
 * The head and foot of pages: whose paper it is, what it is, which page. On the
 * first page stands the organisation's logo, or its name; it takes no room from
 * the text. All but the logo is repeated, and so an artifact.
 */
#include <math.h>
#include <string.h>

#include "paper/pdf.h"

enum {
	HEAD = 40, FOOT = 34,
	LOGO_TOP = 16, LOGO_HIGH = 36, LOGO_WIDE = 170,
};

static const struct style running = { 8.5, 12, 0, 0, 1, INK_SOFT };
static const struct style house = { 11, 14, 0, 1, 0, TITLE };

/* "Sida {1} av {2}", by numbers. */
static char *page_number(struct sheet *s, size_t no)
{
	const char *word = s->paper->page_word == NULL ? "{1} / {2}" :
	                   s->paper->page_word;
	char *text = arena_copy(s->mem, "");

	while (*word != '\0') {
		size_t n = strcspn(word, "{");
		bool hole = strncmp(word + n, "{1}", 3) == 0 ||
		            strncmp(word + n, "{2}", 3) == 0;

		text = arena_print(s->mem, "%s%.*s", text, (int)n, word);
		word += n;
		if (hole)
			text = arena_print(s->mem, "%s%zu", text,
			                   word[1] == '1' ? no : s->pages.n);
		else if (*word != '\0')
			text = arena_print(s->mem, "%s{", text);
		word += hole ? 3 : *word != '\0';
	}
	return text;
}

/* From `left`, or up to the right side of the page. */
static void put_running(struct sheet *s, const char *words,
                        const struct style *style, double y, bool right)
{
	struct span one = { .text = words };
	struct text t = text_set(s, &one, 1, style, -1, true);

	line_put(s, &t, 0, NULL, right ? s->right - text_wide(&t, 0) :
	         s->left, y);
}

/* As large as there is room for, its shape kept. */
static void put_logo(struct sheet *s, const struct brand *b)
{
	double scale = fmin(LOGO_WIDE / (double)b->logo_wide,
	                    LOGO_HIGH / (double)b->logo_high);
	bool silent = b->logo_alt == NULL || *b->logo_alt == '\0';
	struct element *e = silent ? NULL : element_new(s, s->root, "Figure");
	struct ink *ink = ink_add(s, INK_LOGO, e, 0);

	ink->w = b->logo_wide * scale;
	ink->h = b->logo_high * scale;
	ink->x = s->left;
	ink->y = LOGO_TOP + (LOGO_HIGH - ink->h) / 2;
	if (e == NULL)
		return;
	e->alt = b->logo_alt;
	e->box = (struct area){ (int)s->at, ink->x, ink->y, ink->w, ink->h };
}

void lay_head(struct sheet *s)
{
	const struct brand *b = s->paper->brand;

	if (b == NULL)
		return;
	if (brand_has_logo(b))
		put_logo(s, b);
	else
		put_running(s, text_short(s->mem, or_empty(b->org), 60),
		            &house, HEAD - 14, false);
}

static void lay_top(struct sheet *s)
{
	const struct paper *p = s->paper;
	bool first = s->at == 0 && p->brand != NULL;

	put_running(s, text_short(s->mem, p->running, first ? 50 : 90),
	            &running, HEAD - 12, first);
	if (first)
		ink_box(s, RULE, s->left, HEAD + 16, s->right - s->left, 1.2);
	else
		ink_box(s, LINE, s->left, HEAD + 4, s->right - s->left, 0.6);
}

/* Page heads and feet come last: only now is the number of pages known. */
void lay_running(struct sheet *s)
{
	for (s->at = 0; s->at < s->pages.n; s->at++) {
		const char *author = s->paper->author;

		lay_top(s);
		if (author != NULL)
			put_running(s, text_short(s->mem, author, 60),
			            &running, s->high - FOOT - 6, false);
		put_running(s, page_number(s, s->at + 1), &running,
		            s->high - FOOT - 6, true);
	}
}
