/* The frame of every page of a matter: its facts, its chain, its pages. */
#include <string.h>

#include "base/text.h"
#include "matter/chain.msg"
#include "matter/matter.msg"
#include "matter/matter_view.h"

bool may_write(const struct req *r)
{
	return (r->rights & EDIT) != 0;
}

void number_option(struct req *r, struct option_list *out, i64 value,
                   const char *label, bool chosen)
{
	option_add(r, out, arena_print(r->s.mem, "%lld", value), label,
	           chosen);
}

const struct outcome *outcome_of_step(const struct outcome_list *all,
                                      i64 step)
{
	for (size_t i = all->n; i > 0; i--)
		if (all->v[i - 1].step_body == step)
			return &all->v[i - 1];
	return NULL;
}

void fact(struct req *r, const struct sentence *label, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, label), text);
}

void fact_link(struct req *r, const struct sentence *label, const char *key,
               const char *title)
{
	emit(&r->out, "<div><dt>%s</dt><dd><a href='/m/%s'>%s</a></dd></div>",
	     say(r, label), key, title);
}

/* -- the chain as a trail ------------------------------------------------ */

static enum icon icon_of(const struct outcome *o, bool next)
{
	if (o == NULL)
		return next ? ICON_HALF : ICON_NOT_BEGUN;
	switch (o->kind) {
	case OUTCOME_ADJOURNED:
		return ICON_CLOCK;
	case OUTCOME_REFERRED_BACK:
		return ICON_REVIEW;
	case OUTCOME_WITHDRAWN:
		return ICON_OUTSIDE;
	default:
		return ICON_DONE;
	}
}

static void met(struct req *r, const struct outcome *o)
{
	emit(&r->out, "%s, %s", outcome_word(r, o->kind),
	     say_day(r, o->held_on));
	if (!text_blank(o->paragraph))
		emit(&r->out, ", %s", o->paragraph);
}

static void station(struct req *r, const struct step_body *at, size_t place,
                    const struct outcome *o, bool next)
{
	bool over = o != NULL && outcome_concludes(o->kind);

	emit(&r->out, "<li class='%s'><a href='/m/%s", over ? "done" : "",
	     r->object_key);
	if (o == NULL && may_write(r))
		emit(&r->out, "/chain#step-%lld'", at->no);
	else
		emit(&r->out, "/decisions'");
	if (next)
		emit(&r->out, " aria-current='step'");
	emit(&r->out, ">");
	icon(r, icon_of(o, next));
	emit(&r->out, "<b>%lld <span class='nm'>%s</span></b><small>",
	     (i64)place, body_short(r->s.mem, &at->body));
	if (o != NULL)
		met(r, o);
	else
		emit(&r->out, "%s", at->planned_on == 0 ?
		     say(r, CHAIN_NO_DAY) : say_with(r, CHAIN_PLANNED,
		     say_day(r, at->planned_on), NULL));
	emit(&r->out, "</small></a></li>");
}

static enum status trail(struct req *r)
{
	struct outcome_list done = {0};
	const struct step_body *next;
	struct chain chain = {0};

	TRY(chain_read(&r->s, r->object, &chain));
	TRY(outcome_list(&r->s, r->object, &done));
	next = chain_next(&chain, &done);
	if (chain.n == 0)
		return OK;
	emit(&r->out, "<nav class='led' aria-label='%s'><ol>",
	     say(r, THE_CHAIN));
	for (size_t i = 0; i < chain.n; i++)
		station(r, &chain.v[i], i + 1,
		        outcome_of_step(&done, chain.v[i].id),
		        &chain.v[i] == next);
	emit(&r->out, "</ol></nav>");
	return OK;
}

/* -- the pages as tabs --------------------------------------------------- */

/* A page of a room above is shown once the house has it. */
static bool has_row(const struct req *r, const char *path)
{
	for (const struct route *const *t = r->house->tables; *t; t++)
		for (const struct route *at = *t; at->path != NULL; at++)
			if (at->method == GET && same(at->path, path))
				return true;
	return false;
}

/* Also a page below it, so that one sees where one is. */
static bool is_within(const struct req *r, const char *tab_path)
{
	size_t n = strlen(tab_path);

	return strncmp(r->path, tab_path, n) == 0 &&
	       (r->path[n] == '\0' || r->path[n] == '/');
}

static void tabs(struct req *r)
{
	static const struct { const char *path; const struct sentence *word; }
	pages[] = {
		{ "", TAB_OVERVIEW }, { "/letter", TAB_LETTER },
		{ "/papers", TAB_PAPERS }, { "/decisions", TAB_DECISIONS },
		{ "/consultations", TAB_CONSULTATIONS },
	};

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, MATTER_PAGES));
	for (size_t i = 0; i < COUNT(pages); i++) {
		const char *path = arena_print(r->s.mem, "/m/:matter%s",
		                               pages[i].path);
		const char *here = arena_print(r->s.mem, "/m/%s%s",
		                               r->object_key, pages[i].path);

		if (has_row(r, path))
			tab(r, i == 0 ? same(r->path, here) :
			    is_within(r, here), here,
			    say(r, pages[i].word));
	}
	emit(&r->out, "</ul></nav>");
}

static const char *number_of(struct req *r, const struct matter *m)
{
	return text_blank(m->registry_no) ? say(r, MATTER_NO_NUMBER) :
	       m->registry_no;
}

enum status matter_open(struct req *r, const char *title, struct matter *m)
{
	TRY(matter_get(&r->s, r->object, m));
	page_open(r, &(struct page){
		.title = arena_print(r->s.mem, "%s – %s", title, m->title),
		.menu = "/o/:org/matters" });
	emit(&r->out, "<section class='head' aria-label='%s'><div>"
	     "<nav class='crumb' aria-label='%s'><ol><li>"
	     "<a href='/o/%s/matters'>%s</a></li><li><a href='/m/%s'>%s</a>"
	     "</li></ol></nav>\n<p class='t'>%s ", say(r, THE_MATTER),
	     say(r, YOU_ARE_HERE), r->org_key, say(r, MATTERS), m->key,
	     m->title, m->title);
	emit(&r->out, "<span class='state'>%s</span>"
	     "<span class='state num'>%s</span></p>\n",
	     matter_state_word(r, m->state), number_of(r, m));
	TRY(trail(r));
	emit(&r->out, "</div></section>\n");
	page_main(r);
	page_saved(r);
	tabs(r);
	emit(&r->out, "<h1>%s</h1>", title);
	return OK;
}

void matter_close(struct req *r)
{
	page_close(r);
}
