/* The list of matters, a new one, and adding an assessment to one. */
#include <string.h>

#include "assess/assess.h"
#include "base/text.h"
#include "kit/icu.h"
#include "matter/matter.msg"
#include "matter/matter_view.h"

enum { SHOWN = 100, TASKS_SHOWN = 20 };

/* -- the list ------------------------------------------------------------ */

static const char *next_line(struct req *r, const struct matter *m)
{
	struct body b = { .name = m->next_body };

	if (m->next_body == NULL)
		return NULL;
	if (m->next_on == 0)
		return say_with(r, MATTER_NEXT_IS, body_title(r->s.mem, &b),
		                NULL);
	return say_with(r, MATTER_NEXT_IS_ON, body_title(r->s.mem, &b),
	                say_day(r, m->next_on));
}

void matter_row(struct req *r, const struct matter *m)
{
	const char *next = next_line(r, m);

	emit(&r->out, "<li><a class='n' href='/m/%s'>%s</a><span class='m'>"
	     "%s · %s", m->key, m->title, text_blank(m->registry_no) ?
	     say(r, MATTER_NO_NUMBER) : m->registry_no,
	     matter_kind_word(r, m->kind));
	if (next != NULL)
		emit(&r->out, " · %s", next);
	if (m->tasks_open > 0)
		emit(&r->out, " · %s", say_count(r, TASKS_OPEN,
		                                 m->tasks_open));
	emit(&r->out, "</span><span class='e state'>%s</span></li>",
	     matter_state_word(r, m->state));
}

static void search_form(struct req *r, const char *words, bool over)
{
	emit(&r->out, "<form method='get' action='/o/%s/matters'"
	     " role='search'><p class='f'><label for='q'>%s</label>"
	     "<input class='w20' type='search' id='q' name='q' value='%s'"
	     " maxlength='200'></p>", r->org_key, say(r, MATTERS_SEARCH),
	     words);
	if (over)
		emit(&r->out, "<input type='hidden' name='over' value='1'>");
	emit(&r->out, "<p class='acts'><button class='btn sec'"
	     " type='submit'>%s</button></p></form>",
	     say(r, MATTERS_SEARCH_DO));
}

static void nothing(struct req *r, const char *words)
{
	if (*words != '\0')
		emit(&r->out, "<p>%s</p>", say(r, MATTERS_NOT_FOUND));
	else
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, MATTERS_NONE), say(r, MATTERS_NONE_HOW));
}

static void rows_of(struct req *r, const struct matter_list *all,
                    const char *words)
{
	if (all->n == 0) {
		nothing(r, words);
		return;
	}
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++)
		matter_row(r, &all->v[i]);
	emit(&r->out, "</ul>");
	if (all->n == SHOWN)
		emit(&r->out, "<p class='muted'>%s</p>", say_with(r,
		     MATTERS_MOST, number_say(r->s.mem, r->language, SHOWN),
		     NULL));
}

static enum status my_tasks(struct req *r)
{
	struct task_list mine = {0};

	TRY(task_open_list(&r->s, r->person_name, TASKS_SHOWN, &mine));
	if (mine.n == 0 || text_blank(r->person_name))
		return OK;
	emit(&r->out, "<h2>%s</h2>", say(r, MY_TASKS));
	task_rows(r, &mine, true);
	return OK;
}

static void ways_on(struct req *r)
{
	emit(&r->out, "<p class='acts'>");
	if (may_write(r))
		emit(&r->out, "<a class='btn' href='/o/%s/matters/new'>%s"
		     "</a>", r->org_key, say(r, MATTER_ADD));
	if ((r->rights & ADMIN) != 0)
		emit(&r->out, "<a href='/o/%s/bodies'>%s</a>", r->org_key,
		     say(r, MATTER_BODIES));
	emit(&r->out, "</p>");
}

static enum status list_page(struct req *r)
{
	const char *asked = or_empty(query_text(r, "q"));
	const char *words = text_clean(asked) ? text_short(r->s.mem,
	                    text_trim(r->s.mem, asked), 200) : "";
	bool over = query_no(r, "over") == 1;
	struct matter_list all = {0};

	TRY(matter_list(&r->s, words, over, SHOWN, &all));
	page_open(r, &(struct page){ .title = say(r, MATTERS),
	                             .menu = "/o/:org/matters" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><div class='two'><div>"
	     "<nav class='tabs' aria-label='%s'><ul>", say(r, MATTERS_HEAD),
	     say(r, MATTERS));
	tab(r, !over, arena_print(r->s.mem, "/o/%s/matters", r->org_key),
	    say(r, MATTERS_OPEN));
	tab(r, over, arena_print(r->s.mem, "/o/%s/matters?over=1",
	    r->org_key), say(r, MATTERS_ALL));
	emit(&r->out, "</ul></nav>");
	rows_of(r, &all, words);
	ways_on(r);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, MATTERS_SEARCH));
	search_form(r, words, over);
	TRY(my_tasks(r));
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

/* -- an assessment goes into a matter ------------------------------------ */

static enum status assessment_asked(struct req *r, i64 *id,
                                    struct assessment *a)
{
	const char *key = query_text(r, "assessment");

	if (r->method == POST)
		key = form_text(r, "assessment", LINE);
	if (text_blank(key))
		return NOT_FOUND;
	TRY(assess_by_key(&r->s, key, id));
	return assess_get(&r->s, *id, a);
}

static void ask_which(struct req *r, const struct matter_list *open)
{
	struct option_list all = {0};

	option_add(r, &all, "", "–", true);
	for (size_t i = 0; i < open->n; i++)
		option_add(r, &all, open->v[i].key, arena_print(r->s.mem,
		           "%s %s", open->v[i].registry_no,
		           open->v[i].title), false);
	ask_select(r, &(struct ask){ .name = "matter",
		.label = say(r, ADD_TO_ASK) }, &all);
}

static enum status add_page(struct req *r)
{
	struct matter_list in = {0}, open = {0};
	struct assessment a = {0};
	i64 id = 0;

	TRY(assessment_asked(r, &id, &a));
	TRY(matter_of_assessment(&r->s, id, &in));
	TRY(matter_list(&r->s, NULL, false, SHOWN, &open));
	page_open(r, &(struct page){ .title = say(r, ADD_TO_HEAD),
	                             .menu = "/o/:org/matters" });
	page_main(r);
	emit(&r->out, "<p class='muted'><a href='/a/%s'>%s</a></p><h1>%s"
	     "</h1>", a.key, a.title, say(r, ADD_TO_HEAD));
	if (in.n > 0)
		emit(&r->out, "<p>%s</p>", say(r, ADD_TO_IN));
	rows_of(r, in.n > 0 ? &in : &open, "");
	if (may_write(r)) {
		form_open(r, "add", "/o/%s/matters/add", r->org_key);
		form_hidden(r, "assessment", a.key);
		ask_which(r, &open);
		button_save(r, say(r, ADD_TO_SAVE));
		form_close(r);
		emit(&r->out, "<p class='acts'><a href='/o/%s/matters/new"
		     "?assessment=%s'>%s</a></p>", r->org_key, a.key,
		     say(r, ADD_TO_NEW));
	}
	page_close(r);
	return OK;
}

static enum status add(struct req *r)
{
	const char *key = form_needed(r, "matter", LINE, ADD_TO_WANT);
	struct assessment a = {0};
	i64 id = 0, matter = 0;

	TRY(assessment_asked(r, &id, &a));
	TRY(form_fine(r));
	TRY(matter_by_key(&r->s, key, &matter));
	TRY(matter_link(&r->s, matter, id));
	return go(r, "/m/%s?saved=1", key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/matters", list_page, READ, ON_ORG, .menu = MATTERS },
	{ GET, "/o/:org/matters/add", add_page, READ, ON_ORG },
	{ POST, "/o/:org/matters/add", add, EDIT, ON_ORG, .form = add_page },
	{ 0 },
};
const struct route *const matter_list_routes = rows;
