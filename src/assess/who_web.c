/* The page of people, places and society: views of the findings. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/view.h"
#include "assess/who.h"
#include "assess/who.msg"
#include "base/text.h"

static void one(struct req *r, const struct view *v, const struct finding *f)
{
	emit(&r->out, "<li><a class='fn' href='/a/%s/findings/%lld'>"
	     "<span class='vh'>%s</span>F%lld</a><div><p class='s'>%s</p>",
	     v->a.key, f->no, say(r, F_WORD), f->no, f->sentence);
	marks_row(r, v, f, false);
	emit(&r->out, "</div></li>");
}

static void heap(struct req *r, const struct view *v, const char *name,
                 const struct index_list *findings)
{
	emit(&r->out, "<h3>%s <small class='muted'>%s</small></h3>"
	     "<ol class='fynd'>", name,
	     say_count(r, WHO_COUNT, (i64)findings->n));
	for (size_t i = 0; i < findings->n; i++)
		one(r, v, &v->findings.v[findings->v[i]]);
	emit(&r->out, "</ol>");
}

/* "Kvinnor + utrikes födda" */
static const char *combination(struct req *r, const struct group_list *all,
                               const char *codes)
{
	const char *text = "";

	for (size_t i = 0; i < all->n; i++) {
		const char *name = either(r, all->v[i].name_sv,
		                          all->v[i].name_en);

		if (combination_names(codes, all->v[i].code))
			text = *text == '\0' ? name : arena_print(r->s.mem,
				"%s + %s", text, text_fold(r->s.mem, name));
	}
	return text;
}

/* -- people -------------------------------------------------------------- */

static void how_sex_is_said(struct req *r, const struct view *v,
                            const struct group_list *all)
{
	i64 named = 0, sex = 0, more = 0;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct text_list *g = &v->findings.v[i].groups;
		bool says = false, other = false;

		for (size_t j = 0; j < g->n; j++) {
			says = says || combination_on(g->v[j], all, AXIS_SEX);
			for (int x = AXIS_AGE; x <= AXIS_OTHER; x++)
				other = other || combination_on(g->v[j], all,
					(enum group_axis)x);
		}
		named += g->n > 0;
		sex += says;
		more += other;
	}
	if (named > 0)
		emit(&r->out, "<p>%s%s%s</p>", say_with(r, WHO_SEX,
		     arena_print(r->s.mem, "%lld", sex),
		     arena_print(r->s.mem, "%lld", named)),
		     more == 0 ? " " : "", more == 0 ? say(r, WHO_ONLY_SEX) :
		     "");
}

/* A fact, never a demand. */
static void untouched(struct req *r, const struct view *v,
                      const struct group_list *all)
{
	struct group_list none = groups_untouched(r->s.mem, &v->findings,
	                                          all);
	const char *names = "";

	for (size_t i = 0; i < none.n; i++) {
		const char *name = text_fold(r->s.mem, either(r,
			none.v[i].name_sv, none.v[i].name_en));

		names = i == 0 ? name : arena_print(r->s.mem, "%s, %s",
		                                    names, name);
	}
	if (none.n > 0)
		emit(&r->out, "<p class='muted'>%s</p>", say_with(r,
		     WHO_UNTOUCHED, names, NULL));
}

static enum status people(struct req *r, const struct view *v)
{
	struct group_list all = {0};
	struct heap_list heaps;

	TRY(group_list(&r->s, &all));
	heaps = heaps_by_group(r->s.mem, &v->findings, &all);
	emit(&r->out, "<h2>%s</h2>", say(r, WHO_PEOPLE));
	if (heaps.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, WHO_NO_GROUP));
	how_sex_is_said(r, v, &all);
	for (size_t i = 0; i < heaps.n; i++)
		heap(r, v, combination(r, &all, heaps.v[i].name),
		     &heaps.v[i].findings);
	untouched(r, v, &all);
	return OK;
}

/* -- places and society -------------------------------------------------- */

static void places(struct req *r, const struct view *v)
{
	struct heap_list heaps = heaps_by_place(r->s.mem, &v->findings);

	emit(&r->out, "<h2>%s</h2>", say(r, WHO_PLACES));
	if (heaps.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, WHO_NO_PLACE));
	for (size_t i = 0; i < heaps.n; i++)
		heap(r, v, heaps.v[i].name, &heaps.v[i].findings);
}

static void society(struct req *r, const struct view *v)
{
	i64 n = 0;

	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p><ol class='fynd'>",
	     say(r, WHO_ALL), say(r, WHO_ALL_LEAD));
	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (f->groups.n > 0 || !text_blank(f->places))
			continue;
		one(r, v, f);
		n++;
	}
	emit(&r->out, "</ol>");
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, WHO_NONE));
}

static enum status page(struct req *r)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, WHO_TITLE)));
	emit(&r->out, "<p><a href='/a/%s/matrix'>", v.a.key);
	icon(r, ICON_BACK);
	emit(&r->out, "%s</a></p><h1>%s</h1><p class='lead'>%s</p>",
	     say(r, WHO_BACK), say(r, WHO_HEAD), say(r, WHO_LEAD));
	TRY(people(r, &v));
	places(r, &v);
	society(r, &v);
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/who", page, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const who_routes = rows;
