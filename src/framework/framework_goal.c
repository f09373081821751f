/* A goal: its tile, its row in a framework, and the page of its dimensions. */
#include <string.h>

#include "base/text.h"
#include "framework/view.h"
#include "framework/framework.msg"

static const struct sentence *goal_kind_word(enum goal_kind kind)
{
	switch (kind) {
	case GOAL:           return GOAL_KIND_GOAL;
	case GOAL_TARGET:    return GOAL_KIND_TARGET;
	case GOAL_AREA:      return GOAL_KIND_AREA;
	case GOAL_POSITION:  return GOAL_KIND_POSITION;
	case GOAL_VISION:    return GOAL_KIND_VISION;
	case GOAL_PRINCIPLE: return GOAL_KIND_PRINCIPLE;
	case GOAL_ARTICLE:   return GOAL_KIND_ARTICLE;
	case GOAL_GROUND:    return GOAL_KIND_GROUND;
	case GOAL_GROUP:     return GOAL_KIND_GROUP;
	}
	return GOAL_KIND_GOAL;
}

static const struct { enum dimension set; const struct sentence *word; }
dimension_words[] = {
	{ SOCIAL,        SOCIAL_WORD },
	{ ENVIRONMENTAL, ENVIRONMENTAL_WORD },
	{ ECONOMIC,      ECONOMIC_WORD },
};

static const char *dimensions_say(struct req *r, unsigned set)
{
	const char *all = NULL;

	for (size_t i = 0; i < COUNT(dimension_words); i++) {
		const char *word = say(r, dimension_words[i].word);

		if ((set & dimension_words[i].set) != 0)
			all = all == NULL ? word : arena_print(r->s.mem,
				"%s, %s", all, word);
	}
	return all == NULL ? say(r, ACROSS) : all;
}

/* The global goal that a goal or target belongs to, 0 for all others. */
static i64 global_goal(struct arena *mem, const struct goal *g)
{
	i64 no = 0;

	if (!same(g->framework_code, "agenda2030") ||
	    !number_read(arena_text(mem, g->code, strcspn(g->code, ".")), 1,
	                 17, &no))
		return 0;
	return no;
}

void goal_tile(struct req *r, const struct goal *g)
{
	i64 no = global_goal(r->s.mem, g);

	if (no == 0)
		emit(&r->out, "<span class='sdg r'>%s</span>", g->code);
	else
		emit(&r->out, "<span class='sdg g%lld'>%s</span>", no,
		     g->code);
}

static void remarks(struct req *r, const struct goal *g)
{
	if (g->superseded)
		emit(&r->out, "<br><span class='tiny muted'>%s</span>",
		     say(r, SUPERSEDED));
	else if (!goal_is_judged(g))
		emit(&r->out, "<br><span class='tiny muted'>%s</span>",
		     say(r, NOT_JUDGED));
	if (g->unverified)
		emit(&r->out, "<br><span class='tiny muted'>%s</span>",
		     say(r, UNVERIFIED));
}

void framework_goal_row(struct req *r, const struct framework *f,
                        const struct goal *g)
{
	emit(&r->out, "<tr><th scope='row'><span class='goal'>");
	goal_tile(r, g);
	emit(&r->out, "<span><a href='/o/%s/frameworks/%s/goals/%s'>%s</a>",
	     r->org_key, f->key, g->code, either(r, g->title_sv,
	                                         g->title_en));
	remarks(r, g);
	emit(&r->out, "</span></span></th><td data-l='%s'>%s</td>"
	     "<td data-l='%s'>%s", say(r, KIND_WORD),
	     say(r, goal_kind_word(g->kind)), say(r, DIMENSIONS_WORD),
	     dimensions_say(r, g->dimensions));
	if (g->dimensions != g->shipped_dimensions)
		emit(&r->out, " <span class='muted'>(%s)</span>",
		     say(r, OWN_DIMENSIONS));
	emit(&r->out, "</td></tr>");
}

/* -- one goal ------------------------------------------------------------ */

static enum status find_goal(struct req *r, struct framework *f,
                             const struct goal **g)
{
	const char *code = arg_text(r, "goal");

	TRY(framework_by_key(&r->s, arg_text(r, "framework"), f));
	for (size_t i = 0; i < f->goals.n; i++) {
		*g = &f->goals.v[i];
		if (strcmp((*g)->code, code) == 0)
			return OK;
	}
	return NOT_FOUND;
}

static void goal_link(struct req *r, const struct framework *f,
                      const struct goal *g)
{
	emit(&r->out, " · <a href='/o/%s/frameworks/%s/goals/%s'>%s %s</a>",
	     r->org_key, f->key, g->code, g->code,
	     either(r, g->title_sv, g->title_en));
}

static void goal_about(struct req *r, const struct framework *f,
                       const struct goal *g)
{
	emit(&r->out, "<p class='goal'>");
	goal_tile(r, g);
	emit(&r->out, "<span>%s</span></p><h1>%s</h1>",
	     either(r, g->title_sv, g->title_en), say(r, DIMENSIONS_HEAD));
	if (!text_blank(g->description))
		emit(&r->out, "<p class='lead'>%s</p>", g->description);
	emit(&r->out, "<p class='muted'>%s · %s",
	     say(r, goal_kind_word(g->kind)),
	     dimensions_say(r, g->dimensions));
	for (size_t i = 0; i < f->goals.n; i++)
		if (strcmp(f->goals.v[i].code, g->parent) == 0)
			goal_link(r, f, &f->goals.v[i]);
	remarks(r, g);
	emit(&r->out, "</p>");
}

static void ask_dimensions(struct req *r, const struct framework *f,
                           const struct goal *g)
{
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(dimension_words); i++)
		option_add(r, &options, arena_print(r->s.mem, "%d",
		           dimension_words[i].set),
		           say(r, dimension_words[i].word),
		           (g->dimensions & dimension_words[i].set) != 0);
	form_open(r, "dimensions", "/o/%s/frameworks/%s/goals/%s", r->org_key,
	          f->key, g->code);
	ask_version(r, g->version);
	ask_line(r, &(struct ask){ .name = "dimension",
		.label = say(r, DIMENSIONS_WORD),
		.hint = say(r, DIMENSIONS_HINT) }, &options, true);
	if (g->dimensions != g->shipped_dimensions)
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say_with(r, DIMENSIONS_SHIPPED, dimensions_say(r,
		              g->shipped_dimensions), NULL));
	button_save(r, say(r, SAVE));
	form_close(r);
}

enum status framework_goal_page(struct req *r)
{
	const struct goal *g = NULL;
	struct framework f;

	TRY(find_goal(r, &f, &g));
	framework_top(r, either(r, g->title_sv, g->title_en), &f);
	goal_about(r, &f, g);
	if ((r->rights & ADMIN) != 0)
		ask_dimensions(r, &f, g);
	page_close(r);
	return OK;
}

enum status framework_goal_post(struct req *r)
{
	const struct goal *g = NULL;
	struct framework f;
	unsigned set = 0;

	TRY(find_goal(r, &f, &g));
	for (size_t i = 0; i < COUNT(dimension_words); i++)
		if (form_has(r, "dimension", arena_print(r->s.mem, "%d",
		             dimension_words[i].set)))
			set |= dimension_words[i].set;
	TRY(goal_dimensions(&r->s, g->id, form_version(r), set));
	return go(r, "/o/%s/frameworks/%s?saved=1", r->org_key, f.key);
}
