/* What anyone may read: who shows something, and the list of it. */
#include <string.h>

#include "base/text.h"
#include "publish/publish.h"
#include "publish/publish.msg"
#include "web/page.h"
#include "web/session.h"

enum status public_enter(struct req *r, struct public_view *v)
{
	*v = (struct public_view){0};
	TRY(public_view_find(&r->s, arg_text(r, "org"), v));
	r->org_key         = v->key;
	r->org_name        = v->name;
	r->org_contact     = v->contact;
	r->org_constructed = v->constructed;
	return OK;
}

/* No script: nothing is typed that would have to be kept. */
void public_open(struct req *r, const char *title)
{
	struct page p = { .title = title, .own_script = true };

	if (r->org_key != NULL) {
		p.feed = arena_print(r->s.mem, "/p/%s/feed.xml", r->org_key);
		p.style = arena_print(r->s.mem, "/o/%s/look.css", r->org_key);
	}
	page_open(r, &p);
	page_main(r);
}

/* -- organisations ------------------------------------------------------- */

static enum status all_page(struct req *r)
{
	struct public_view_list all = {0};

	TRY(public_view_all(&r->s, &all));
	if (all.n == 0)
		return NOT_FOUND;
	if (all.n == 1)
		return go(r, "/p/%s", all.v[0].key);
	public_open(r, say(r, U_ALL_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><ul class='rows'>",
	     say(r, U_ALL_TITLE), say(r, U_ALL_LEAD));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/p/%s'>%s</a></li>",
		     all.v[i].key, all.v[i].name);
	emit(&r->out, "</ul>");
	page_close(r);
	return OK;
}

/* -- the list ------------------------------------------------------------ */

struct found {
	struct public_view      view;
	struct public_search    asked;
	const char             *goal;           /* "agenda2030:13" */
	struct publication_list all, shown;
	struct public_goal_list goals;
};

static void read_asked(struct req *r, struct found *f)
{
	const char *goal = query_text(r, "goal");
	size_t n = goal == NULL ? 0 : strcspn(goal, ":");
	struct public_search *s = &f->asked;

	s->words = query_text(r, "q");
	if (s->words != NULL)
		s->words = text_short(r->s.mem, text_trim(r->s.mem, s->words),
		                      LINE);
	s->kind = query_no(r, "kind");
	s->year = query_no(r, "year");
	s->page = query_no(r, "page");
	f->goal = "";
	if (n == 0 || goal[n] != ':')
		return;
	f->goal = goal;
	s->framework = arena_text(r->s.mem, goal, n);
	s->code = goal + n + 1;
}

static void select_open(struct req *r, const char *name,
                        const struct sentence *label)
{
	emit(&r->out, "<p class='f'><label for='%s'>%s</label><select id='%s'"
	     " name='%s'><option value=''>%s</option>", name, say(r, label),
	     name, name, say(r, U_ANY));
}

static void select_option(struct req *r, const char *value, bool chosen,
                          const char *label)
{
	emit(&r->out, "<option value='%s'%s>%s</option>", value,
	     chosen ? " selected" : "", label);
}

static void goal_choice(struct req *r, const struct found *f)
{
	select_open(r, "goal", U_GOAL);
	for (size_t i = 0; i < f->goals.n; i++) {
		const struct public_goal *g = &f->goals.v[i];
		const char *value = arena_print(r->s.mem, "%s:%s",
		                                g->framework, g->code);

		select_option(r, value, same(value, f->goal),
		              arena_print(r->s.mem, "%s %s", g->code,
		              text_short(r->s.mem, either(r, g->goal_sv,
		              g->goal_en), 70)));
	}
	emit(&r->out, "</select></p>");
}

/* Only what there is to choose among, each once. */
static void kind_choice(struct req *r, const struct found *f)
{
	select_open(r, "kind", U_KIND);
	for (i64 k = SUBJECT_PROGRAMME; k <= SUBJECT_OTHER; k++) {
		bool there = false;

		for (size_t i = 0; i < f->all.n; i++)
			there = there || f->all.v[i].kind == k;
		if (there)
			select_option(r, arena_print(r->s.mem, "%lld", k),
			              f->asked.kind == k, subject_kind_say(r,
			              (enum subject_kind)k));
	}
	emit(&r->out, "</select></p>");
}

static void year_choice(struct req *r, const struct found *f)
{
	i64 last = 0;

	select_open(r, "year", U_YEAR);
	for (size_t i = 0; i < f->all.n; i++) {
		i64 year = f->all.v[i].year;
		const char *text = arena_print(r->s.mem, "%lld", year);

		if (year != last)
			select_option(r, text, year == f->asked.year, text);
		last = year;
	}
	emit(&r->out, "</select></p>");
}

static void search_form(struct req *r, const struct found *f)
{
	emit(&r->out, "<form method='get' action='/p/%s' role='search'"
	     " class='panel'><h2>%s</h2><p class='f'><label for='q'>%s"
	     "</label><input type='search' id='q' name='q' value='%s'></p>",
	     f->view.key, say(r, U_FIND), say(r, U_WORDS), f->asked.words);
	goal_choice(r, f);
	kind_choice(r, f);
	year_choice(r, f);
	emit(&r->out, "<p class='acts'><button class='btn' type='submit'>%s"
	     "</button><a href='/p/%s'>%s</a></p></form>", say(r, U_SEARCH),
	     f->view.key, say(r, U_CLEAR));
}

const char *public_ending(const struct req *r, const struct publication *p)
{
	return say_with(r, p->ending == ASSESS_DONE ? U_DONE : U_FINAL,
	                say_day(r, day_of_instant(p->ended_at)), NULL);
}

const char *public_version(const struct req *r, const struct publication *p)
{
	return say_with(r, U_VERSION, arena_print(r->s.mem, "%lld",
	                p->edition), NULL);
}

static void result_row(struct req *r, const struct publication *p)
{
	emit(&r->out, "<li><a class='n' href='/p/%s/a/%s'>%s</a>"
	     "<span class='m'>%s · %s · %s</span>", r->org_key, p->key,
	     p->title, subject_kind_say(r, p->kind), public_version(r, p),
	     public_ending(r, p));
	if (!text_blank(p->summary))
		emit(&r->out, "<span class='m'>%s</span>", p->summary);
	emit(&r->out, "</li>\n");
}

static void page_link(struct req *r, const struct found *f, i64 page,
                      const struct sentence *word)
{
	const struct public_search *s = &f->asked;

	emit(&r->out, "<a href='/p/%s?q=%s&amp;goal=%s&amp;kind=%s&amp;year="
	     "%s&amp;page=%lld'>%s</a>", f->view.key,
	     percent_encode(r->s.mem, or_empty(s->words)),
	     percent_encode(r->s.mem, f->goal), s->kind == 0 ? "" :
	     arena_print(r->s.mem, "%lld", s->kind), s->year == 0 ? "" :
	     arena_print(r->s.mem, "%lld", s->year), page, say(r, word));
}

static void results(struct req *r, const struct found *f)
{
	i64 page = f->asked.page < 1 ? 1 : f->asked.page;
	bool more = f->shown.n > PUBLIC_PAGE;

	emit(&r->out, "<h2>%s</h2>", say(r, U_RESULTS));
	if (f->shown.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, f->all.n == 0 ? U_EMPTY :
		     U_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < f->shown.n && i < PUBLIC_PAGE; i++)
		result_row(r, &f->shown.v[i]);
	emit(&r->out, "</ul>");
	if (page == 1 && !more)
		return;
	emit(&r->out, "<p class='acts'>");
	if (page > 1)
		page_link(r, f, page - 1, U_BEFORE);
	if (more)
		page_link(r, f, page + 1, U_NEXT);
	emit(&r->out, "</p>");
}

static void open_data_links(struct req *r)
{
	const char *key = r->org_key;

	emit(&r->out, "<h2>%s</h2><p>%s</p><ul><li><a href='/p/%s/data.csv'>"
	     "%s</a></li><li><a href='/p/%s/data.json'>%s</a></li><li>"
	     "<a href='/p/%s/dcat.rdf'>%s</a></li><li>"
	     "<a href='/p/%s/feed.xml'>%s</a></li></ul>", say(r, U_OPEN),
	     say(r, U_OPEN_TEXT), key, say(r, U_CSV), key, say(r, U_JSON),
	     key, say(r, U_DCAT), key, say(r, U_FEED));
}

static void introduction(struct req *r, const char *text)
{
	struct text_list lines = text_lines(r->s.mem, text);

	for (size_t i = 0; i < lines.n; i++)
		emit(&r->out, "<p>%s</p>", lines.v[i]);
}

static enum status list_page(struct req *r)
{
	struct found f = {0};

	TRY(public_enter(r, &f.view));
	read_asked(r, &f);
	TRY(publication_all(&r->s, &f.all));
	TRY(publication_search(&r->s, &f.asked, &f.shown));
	TRY(public_goals(&r->s, &f.goals));
	public_open(r, say(r, U_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say_with(r, U_HEAD,
	     f.view.name, NULL), say(r, U_LEAD));
	introduction(r, f.view.introduction);
	emit(&r->out, "<div class='two'><div>");
	results(r, &f);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, U_FIND));
	search_form(r, &f);
	open_data_links(r);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static const struct route pages[] = {
	{ GET, "/p", all_page, PUBLIC, ON_HOUSE, .shared = true },
	{ GET, "/p/:org", list_page, PUBLIC, ON_HOUSE, .shared = true },
	{ 0 },
};
const struct route *const public_routes = pages;
