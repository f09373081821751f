/* The links of a framework: what they are, one more, one less. */
#include <string.h>

#include "base/text.h"
#include "framework/link.h"
#include "framework/link.msg"
#include "framework/view.h"
#include "web/static.h"

enum status link_adopt(struct scope *s)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++)
		if (strncmp(f->name, "links/", 6) == 0)
			TRY(link_adopt_file(s, f->bytes));
	return OK;
}

/* -- the list ------------------------------------------------------------ */

static void removal(struct req *r, const struct framework *f,
                    const struct goal_link *l, size_t at)
{
	emit(&r->out, "<div class='e'>");
	form_open(r, arena_print(r->s.mem, "out-%zu", at),
	          "/o/%s/frameworks/%s/links/remove", r->org_key, f->key);
	form_hidden(r, "from", l->from.code);
	form_hidden(r, "to", arena_print(r->s.mem, "%s %s", l->to.framework,
	                                 l->to.code));
	emit(&r->out, "<button class='btn sec sm' type='submit'>%s"
	     "<span class='vh'>: %s %s, %s %s</span></button>",
	     say(r, LINK_REMOVE), l->from.code, either(r, l->from_sv,
	     l->from_en), l->to.code, either(r, l->to_sv, l->to_en));
	form_close(r);
	emit(&r->out, "</div>");
}

static void row(struct req *r, const struct framework *f,
                const struct goal_link *l, size_t at, bool out)
{
	emit(&r->out, "<li><span class='n'>%s %s <span class='muted'>%s"
	     "</span> %s %s</span><span class='m'>%s%s%s</span>",
	     l->from.code, either(r, l->from_sv, l->from_en),
	     say(r, LINK_TO), l->to.code, either(r, l->to_sv, l->to_en),
	     either(r, l->note_sv, l->note_en), l->shipped ? "" : " · ",
	     l->shipped ? "" : say(r, LINK_OWN));
	if (out && (r->rights & ADMIN) != 0)
		removal(r, f, l, at);
	emit(&r->out, "</li>\n");
}

/* One list for each other framework, closed: none of them crowds the page. */
static void lists(struct req *r, const struct framework *f,
                  const struct goal_link_list *all, bool out)
{
	const char *of = NULL;

	emit(&r->out, "<h2>%s</h2>", say(r, out ? LINKS_OUT : LINKS_IN));
	if (all->n == 0)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, LINKS_NONE));
	for (size_t i = 0; i < all->n; i++) {
		const struct goal_link *l = &all->v[i];
		const char *other = out ? l->to.framework : l->from.framework;

		if (of != NULL && !same(of, other))
			emit(&r->out, "</ul></details>");
		if (of == NULL || !same(of, other))
			emit(&r->out, "<details%s><summary>%s</summary>"
			     "<ul class='rows'>", out && of == NULL ?
			     " open" : "", either(r, l->other_sv,
			     l->other_en));
		of = other;
		row(r, f, l, i, out);
	}
	if (all->n > 0)
		emit(&r->out, "</ul></details>");
}

/* -- adding -------------------------------------------------------------- */

static bool is_linked(const struct goal *g)
{
	return g->kind != GOAL_TARGET && goal_is_judged(g);
}

static enum status ask_other(struct req *r, const struct framework *f)
{
	struct option_list goals = {0};
	struct framework_list all = {0};

	option_add(r, &goals, "", say(r, LINK_CHOOSE), true);
	TRY(framework_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++) {
		struct framework other = {0};

		if (all.v[i].state != FRAMEWORK_VALID ||
		    same(all.v[i].code, f->code))
			continue;
		TRY(framework_get(&r->s, all.v[i].id, &other));
		for (size_t j = 0; j < other.goals.n; j++) {
			const struct goal *g = &other.goals.v[j];

			if (is_linked(g))
				option_add(r, &goals, arena_print(r->s.mem,
					"%s %s", other.code, g->code),
					arena_print(r->s.mem, "%s: %s %s",
					text_short(r->s.mem, either(r,
					other.title_sv, other.title_en), 30),
					g->code, either(r, g->title_sv,
					g->title_en)), false);
		}
	}
	ask_select(r, &(struct ask){ .name = "to",
		.label = say(r, LINK_SUGGEST) }, &goals);
	return OK;
}

static enum status add_form(struct req *r, const struct framework *f)
{
	struct option_list goals = {0};

	option_add(r, &goals, "", say(r, LINK_CHOOSE), true);
	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];

		if (is_linked(g))
			option_add(r, &goals, g->code, arena_print(r->s.mem,
				"%s %s", g->code, either(r, g->title_sv,
				g->title_en)), false);
	}
	emit(&r->out, "<h2>%s</h2>", say(r, LINK_ADD));
	form_open(r, "add", "/o/%s/frameworks/%s/links", r->org_key, f->key);
	ask_select(r, &(struct ask){ .name = "from",
		.label = say(r, LINK_FROM) }, &goals);
	TRY(ask_other(r, f));
	ask_text(r, &(struct ask){ .name = "why", .label = say(r, LINK_WHY),
		.hint = say(r, LINK_WHY_HINT), .stored = "" });
	button_save(r, say(r, LINK_ADD));
	form_close(r);
	return OK;
}

/* After a removal: the way back is the same link again. */
static void undo(struct req *r, const struct framework *f)
{
	const char *from = query_text(r, "from"), *to = query_text(r, "to");

	if (text_blank(from) || text_blank(to))
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, LINK_REMOVED));
	form_open(r, "undo", "/o/%s/frameworks/%s/links", r->org_key, f->key);
	form_hidden(r, "from", from);
	form_hidden(r, "to", to);
	form_hidden(r, "again", "1");
	button(r, "btn sec sm", say(r, LINK_UNDO));
	form_close(r);
	emit(&r->out, "</div>");
}

static enum status page(struct req *r)
{
	struct goal_link_list from = {0}, to = {0};
	struct framework f;
	bool mine = (r->rights & ADMIN) != 0;

	TRY(framework_by_key(&r->s, arg_text(r, "framework"), &f));
	TRY(link_list(&r->s, f.code, false, &from));
	TRY(link_list(&r->s, f.code, true, &to));
	framework_top(r, say(r, LINKS), &f);
	if (mine)
		undo(r, &f);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say_with(r,
	     LINKS_HEAD, either(r, f.title_sv, f.title_en), NULL),
	     say(r, LINKS_LEAD));
	lists(r, &f, &from, true);
	lists(r, &f, &to, false);
	if (mine)
		TRY(add_form(r, &f));
	if (mine && from.n + to.n == 0)
		button_form(r, "fetch", "btn sec", say(r, LINK_FETCH),
		            "/o/%s/links", r->org_key);
	page_close(r);
	return OK;
}

/* -- changing ------------------------------------------------------------ */

/* "agenda2030 13" */
static struct goal_name read_name(struct req *r, const char *text)
{
	size_t n = strcspn(text, " ");

	return (struct goal_name){
		arena_text(r->s.mem, text, n),
		text[n] == '\0' ? "" : text + n + 1,
	};
}

static enum status read_link(struct req *r, struct framework *f,
                             struct goal_link *l)
{
	TRY(framework_by_key(&r->s, arg_text(r, "framework"), f));
	l->from.framework = f->code;
	l->from.code = form_needed(r, "from", GOAL_CODE_MOST, LINK_FROM_SAY);
	l->to = read_name(r, form_needed(r, "to", LINE, LINK_TO_SAY));
	return form_fine(r);
}

static enum status add(struct req *r)
{
	const char *why = form_has(r, "again", "1") ? "" :
		form_needed(r, "why", LINE, LINK_WHY_SAY);
	struct goal_link l = { .note_sv = why, .note_en = "" };
	struct framework f;
	enum status done;

	TRY(read_link(r, &f, &l));
	done = link_set(&r->s, &l);
	if (done == INVALID || done == NOT_FOUND)
		issue(r, "to", LINK_TO_SAY);
	TRY(form_fine(r));
	TRY(done);
	return go(r, "/o/%s/frameworks/%s/links?saved=1", r->org_key, f.key);
}

static enum status drop(struct req *r)
{
	struct goal_link l = {0};
	struct framework f;

	TRY(read_link(r, &f, &l));
	TRY(link_remove(&r->s, &l));
	return go(r, "/o/%s/frameworks/%s/links?from=%s&to=%s+%s", r->org_key,
	          f.key, l.from.code, l.to.framework, l.to.code);
}

static enum status fetch(struct req *r)
{
	TRY(link_adopt(&r->s));
	return go(r, "/o/%s/frameworks?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/frameworks/:framework/links", page, READ, ON_ORG },
	{ POST, "/o/:org/frameworks/:framework/links", add, ADMIN, ON_ORG,
	  .form = page },
	{ POST, "/o/:org/frameworks/:framework/links/remove", drop, ADMIN,
	  ON_ORG, .form = page },
	{ POST, "/o/:org/links", fetch, ADMIN, ON_ORG },
	{ 0 },
};
const struct route *const link_routes = rows;
