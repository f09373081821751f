/* The text to paste: as it reads, what has changed, and what is left to do. */
#include <string.h>

#include "base/text.h"
#include "brief/hole_page.h"
#include "brief/text_page.h"
#include "brief/text_page.msg"
#include "paper/paper.h"

bool text_changes(const struct req *r)
{
	return (r->rights & ANSWER) != 0;
}

/* -- what a line rests on ------------------------------------------------ */

/* Where "F3" leads; the words are ours: "who", "matrix", "annex". */
static const char *address_of(struct req *r, const struct view *v,
                              const char *one)
{
	const char *key = v->a.key, *no = one + 1;

	switch (*one) {
	case 'F':
		return arena_print(r->s.mem, "/a/%s/report#f%s", key, no);
	case 'K':
	case 'S':
		return arena_print(r->s.mem, "/a/%s/conflicts/%s", key, no);
	case 'A':
		return arena_print(r->s.mem, "/a/%s/actions/%s", key, no);
	case 'w':
		return part_address(r, v, PART_ACTORS, 0);
	case 'm':
		return arena_print(r->s.mem, "/a/%s/matrix", key);
	default:
		return arena_print(r->s.mem, "/a/%s/report", key);
	}
}

static const char *name_of(const struct req *r, const char *one)
{
	if (*one == 'w')
		return say(r, X_WHO);
	if (*one == 'm')
		return say(r, X_MATRIX);
	return *one == 'a' ? say(r, X_ANNEX_LINK) : one;
}

void basis_links(struct req *r, const struct view *v, const char *basis)
{
	while (*basis != '\0') {
		size_t n = strcspn(basis, " ");
		const char *one = arena_text(r->s.mem, basis, n);

		emit(&r->out, " <a class='fn' href='%s'>", address_of(r, v,
		     one));
		if (*one == 'F')
			emit(&r->out, "<span class='vh'>%s</span>",
			     say(r, X_F));
		emit(&r->out, "%s</a>", name_of(r, one));
		basis += n + strspn(basis + n, " ");
	}
}

/* -- the text ------------------------------------------------------------ */

static void heading(struct req *r, const struct text_block *t,
                    const struct block_line *l)
{
	if (t->headed)
		emit(&r->out, "<h2>%s</h2>", l->perspective);
}

static bool begins(const struct text_block *t, const struct block_line *last,
                   const struct block_line *l)
{
	return last == NULL || (t->headed ? last->under != l->under :
	                                    last->about != l->about);
}

static void paste(struct req *r, const struct view *v,
                  const struct text_block *t)
{
	const struct block_line *last = NULL;

	emit(&r->out, "<div class='paste' id='tb'>");
	for (size_t i = 0; i < t->lines.n; i++) {
		const struct block_line *l = &t->lines.v[i];

		if (l->left_out)
			continue;
		if (begins(t, last, l)) {
			if (last != NULL)
				emit(&r->out, "</p>");
			heading(r, t, l);
			emit(&r->out, "<p>");
		} else {
			emit(&r->out, " ");
		}
		emit(&r->out, "%s", l->text);
		if (l->by_hand)
			emit(&r->out, " <b class='fn'>%s</b>", say(r, l->own ?
			     X_OWN : X_BY_HAND));
		basis_links(r, v, l->basis);
		last = l;
	}
	if (last != NULL)
		emit(&r->out, "</p>");
	emit(&r->out, "</div>");
}

static void acts(struct req *r)
{
	emit(&r->out, "<div class='acts'><button class='btn' type='button'"
	     " hidden data-copy='tb' aria-describedby='copied'>%s</button>"
	     "<a class='btn sec' href='/a/%s/text.docx'>%s</a>"
	     "<a class='btn sec' href='/a/%s/text.txt'>%s</a>",
	     say(r, X_COPY), r->object_key, say(r, X_DOCX), r->object_key,
	     say(r, X_TXT));
	if (text_changes(r))
		button_form(r, "used", "btn sec", say(r, X_USE),
		            "/a/%s/text/used", r->object_key);
	emit(&r->out, "<span class='saved' role='status' id='copied'></span>"
	     "</div>");
}

static void list_of(struct req *r, const struct sentence *label,
                    const struct text_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		emit(&r->out, "<li><b>%s</b> %s</li>", say(r, label),
		     all->v[i]);
}

static void since_use(struct req *r, const struct text_block *t)
{
	bool moved = t->new_since.n + t->gone_since.n > 0;

	if (t->used_at == 0)
		return;
	emit(&r->out, "<p class='muted'>%s %s</p>", say_with(r, X_USED,
	     say_day(r, day_of_instant(t->used_at)), NULL),
	     moved ? "" : say(r, X_SAME_SINCE));
	if (!moved)
		return;
	emit(&r->out, "<details><summary>%s</summary><ul>",
	     say(r, X_CHANGED_SINCE));
	list_of(r, X_NEW, &t->new_since);
	list_of(r, X_GONE, &t->gone_since);
	emit(&r->out, "</ul></details>");
}

/* -- what the draft says now --------------------------------------------- */

static void moved_line(struct req *r, const struct view *v,
                       const struct block_line *l)
{
	emit(&r->out, "<li><dl class='sum'><div><dt>%s%s</dt><dd>%s</dd>"
	     "</div><div><dt>%s</dt><dd>%s", say(r, X_YOURS), l->left_out ?
	     arena_print(r->s.mem, " (%s)", say(r, X_LEFT_OUT)) : "",
	     l->text, say(r, X_DRAFT_NOW), *l->drafted == '\0' ?
	     say(r, X_NO_DRAFT) : l->drafted);
	basis_links(r, v, l->basis);
	emit(&r->out, "</dd></div></dl>");
	if (text_changes(r)) {
		emit(&r->out, "<div class='acts'>");
		line_button(r, l, "take", *l->drafted == '\0' ?
		            X_TAKE_AWAY : X_TAKE);
		line_button(r, l, "mine", X_MINE);
		emit(&r->out, "</div>");
	}
	emit(&r->out, "</li>");
}

static void moved(struct req *r, const struct view *v,
                  const struct text_block *t)
{
	bool any = false;

	for (size_t i = 0; i < t->lines.n; i++)
		any = any || t->lines.v[i].changed;
	if (!any)
		return;
	emit(&r->out, "<section class='note' aria-labelledby='moved'>"
	     "<h2 id='moved'>%s</h2><p>%s</p><ul>", say(r, X_MOVED),
	     say(r, X_MOVED_LEAD));
	for (size_t i = 0; i < t->lines.n; i++)
		if (t->lines.v[i].changed)
			moved_line(r, v, &t->lines.v[i]);
	emit(&r->out, "</ul></section>");
}

/* -- changing ------------------------------------------------------------ */

static void line_row(struct req *r, const struct block_line *l)
{
	const char *what = l->left_out ? say(r, X_LEFT_OUT) : l->own ?
		say(r, X_OWN) : l->by_hand ? say(r, X_BY_HAND) : "";

	emit(&r->out, "<li><span>%s</span><span class='m'>%s</span>"
	     "<span class='e'>", text_short(r->s.mem, l->text, 90), what);
	if (!l->fills)
		emit(&r->out, "<a href='/a/%s/text/lines/%s'>%s"
		     "<span class='vh'> %lld</span></a>", r->object_key,
		     l->key, say(r, X_CHANGE), l->no);
	emit(&r->out, "</span></li>");
}

static void ask_add(struct req *r)
{
	static const struct { const char *value; const struct sentence *s; }
	parts[] = {
		{ "1", X_PEOPLE }, { "2", X_ENVIRONMENT }, { "3", X_ECONOMY },
		{ "4", X_CHOICES }, { "5", X_UNKNOWN },
	};
	struct option_list all = {0};

	emit(&r->out, "<h2>%s</h2>", say(r, X_ADD_HEAD));
	form_open(r, "add", "/a/%s/text/lines", r->object_key);
	ask_text(r, &(struct ask){ .name = "text", .rows = 2,
		.label = say(r, X_LINE_TEXT), .hint = say(r, X_LINE_HINT) });
	for (size_t i = 0; i < COUNT(parts); i++)
		option_add(r, &all, parts[i].value, say(r, parts[i].s),
		           i == 0);
	ask_select(r, &(struct ask){ .name = "about", .class = "w20",
		.label = say(r, X_ADD_WHERE) }, &all);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, X_ADD));
	emit(&r->out, "</p>");
	form_close(r);
}

static void ask_headings(struct req *r, const struct text_block *t)
{
	struct option_list all = {0};

	form_open(r, "headings", "/a/%s/text/headings", r->object_key);
	ask_version(r, t->version);
	option_add(r, &all, "1", say(r, X_WITHOUT), !t->headed);
	option_add(r, &all, "2", say(r, X_WITH), t->headed);
	ask_select(r, &(struct ask){ .name = "headed", .class = "w20",
		.label = say(r, X_HEADINGS),
		.hint = say(r, X_HEADINGS_HINT) }, &all);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, X_HEADINGS_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
}

static void change(struct req *r, const struct text_block *t)
{
	if (!text_changes(r))
		return;
	emit(&r->out, "<details%s><summary>%s</summary><p class='muted'>%s"
	     "</p><ul class='rows tight'>", r->failed ? " open" : "",
	     say(r, X_CHANGE_HEAD), say(r, X_CHANGE_LEAD));
	for (size_t i = 0; i < t->lines.n; i++)
		line_row(r, &t->lines.v[i]);
	emit(&r->out, "</ul>");
	ask_add(r);
	ask_headings(r, t);
	emit(&r->out, "</details>");
}

/* Without script one marks it oneself. */
static void plain(struct req *r, const struct text_block *t)
{
	emit(&r->out, "<details><summary>%s</summary><p class='f'>"
	     "<label for='plain'>%s</label><textarea id='plain' rows='12'"
	     " readonly>%s</textarea></p></details>", say(r, X_PLAIN),
	     say(r, X_PLAIN_LABEL), textblock_plain(r->s.mem, t));
}

/* -- the page ------------------------------------------------------------ */

static void beside(struct req *r, const struct hole_list *holes)
{
	emit(&r->out, "<aside class='side' aria-label='%s'>",
	     say(r, X_TOGETHER));
	holes_shown(r, holes);
	emit(&r->out, "<h2>%s</h2><ul><li><a href='/a/%s/sheets'>%s</a></li>"
	     "<li><a href='/a/%s/report'>%s</a></li></ul></aside>",
	     say(r, X_TOGETHER), r->object_key, say(r, X_SHEETS),
	     r->object_key, say(r, X_ANNEX));
}

static enum status page(struct req *r)
{
	struct document *d = NEW(r->s.mem, struct document);
	struct text_block t = {0};
	struct hole_list holes = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(document_of(&r->s, v.a.id, d));
	TRY(textblock_of(&r->s, v.a.id, d, r->language, &t));
	TRY(holes_read(&r->s, v.a.id, d, r->language, &holes));
	TRY(view_open_end(r, &v, say(r, X_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, X_TITLE), say(r, X_LEAD));
	if (r->language == ENGLISH)
		emit(&r->out, "<p class='muted'>%s</p>",
		     say(r, X_OWN_LANGUAGE));
	moved(r, &v, &t);
	paste(r, &v, &t);
	acts(r);
	since_use(r, &t);
	change(r, &t);
	plain(r, &t);
	emit(&r->out, "</div>");
	beside(r, &holes);
	emit(&r->out, "</div>");
	view_close(r);
	return OK;
}

static enum status as_paper(struct req *r, const struct text_block *t)
{
	struct assessment a = {0};
	struct paper *p;

	TRY(assess_get(&r->s, r->object, &a));
	p = paper_new(r->s.mem, r->language == ENGLISH ? "en" : "sv",
	              say_with(r, X_PAPER, a.title, NULL));
	p->author = r->org_name;
	p->subject = say(r, X_TITLE);
	p->running = a.title;
	p->page_word = say(r, X_PAGE);
	p->made_at = r->s.now;
	paper_heading(p, 1, NULL, p->title);
	textblock_write(t, p, 2);
	return paper_reply(r, p, arena_print(r->s.mem, "text-%s",
	                                     r->object_key));
}

static enum status file(struct req *r)
{
	struct text_block t = {0};
	const char *text;

	TRY(textblock_get(&r->s, r->object, r->language, &t));
	if (!same(arg_text(r, "kind"), "txt"))
		return as_paper(r, &t);
	text = textblock_plain(r->s.mem, &t);
	r->type = "text/plain; charset=utf-8";
	r->download = arena_print(r->s.mem, "text-%s.txt", r->object_key);
	r->bytes = (struct bytes){ text, strlen(text) };
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status headings(struct req *r)
{
	i64 headed = form_choice(r, "headed", 1, 2);

	TRY(form_fine(r));
	TRY(textblock_head(&r->s, r->object, headed == 2, form_version(r)));
	return go(r, "/a/%s/text?saved=1", r->object_key);
}

static enum status used(struct req *r)
{
	struct text_block t = {0};

	TRY(textblock_get(&r->s, r->object, r->language, &t));
	TRY(textblock_use(&r->s, r->object, &t));
	return go(r, "/a/%s/text?saved=1", r->object_key);
}

static enum status add(struct req *r)
{
	struct block_line l = { .key = "", .basis = "", .was_drafted = "",
	                        .by_hand = true, .own = true };

	l.text = form_needed(r, "text", TEXT, X_WANT_TEXT);
	l.about = (enum about)form_choice(r, "about", ABOUT_PEOPLE,
	                                  ABOUT_UNKNOWN);
	if (l.about == 0)
		issue(r, "about", X_WANT_WHERE);
	TRY(form_fine(r));
	TRY(textblock_keep(&r->s, r->object, r->language, &l));
	return go(r, "/a/%s/text?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/text", page, READ, ON_ASSESSMENT },
	{ GET, "/a/:assessment/text.:kind", file, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ POST, "/a/:assessment/text/headings", headings, ANSWER,
	  ON_ASSESSMENT, .form = page },
	{ POST, "/a/:assessment/text/used", used, ANSWER, ON_ASSESSMENT,
	  .form = page },
	{ POST, "/a/:assessment/text/lines", add, ANSWER, ON_ASSESSMENT,
	  .form = page },
	{ 0 },
};
const struct route *const textblock_routes = rows;
