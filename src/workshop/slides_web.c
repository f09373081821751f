/*
 * The result for a projector, one thought a page: what was found of each
 * priority, where they differed, what shall be done, who was missing, what was
 * not reached. No names, no numbers over goals.
 */
#include "action/action.h"
#include "assess/words.h"
#include "base/text.h"
#include "workshop/back.h"
#include "workshop/back.msg"
#include "workshop/show.h"

enum { ON_A_SLIDE = 5 };

struct deck {
	struct workshop       w;
	struct priority_list  priorities;
	struct framework_list frameworks;
	struct finding_list   findings;
	struct action_list    actions;
	struct actor_link_list actors;
	struct item_list      items;
	i64                   at, n;    /* the slide asked for; how many */
};

/* The next slide: is it the one that was asked for? */
static bool turn(struct deck *d)
{
	return ++d->n == d->at;
}

static const char *mark_goal(struct req *r, const struct deck *d,
                             const struct mark *m)
{
	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct framework *f = &d->frameworks.v[i];

		for (size_t k = 0; k < f->goals.n; k++)
			if (f->goals.v[k].id == m->goal)
				return either(r, f->goals.v[k].title_sv,
				              f->goals.v[k].title_en);
	}
	return m->code;
}

static void finding_line(struct req *r, const struct deck *d,
                         const struct finding *f)
{
	emit(&r->out, "<p><b class='fn'>F%lld</b> %s<br>", f->no, f->sentence);
	for (size_t i = 0; i < f->marks.n; i++) {
		const struct mark *m = &f->marks.v[i];

		emit(&r->out, "<span class='effl'>");
		mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
		emit(&r->out, "<span>%s</span></span> ", mark_goal(r, d, m));
	}
	emit(&r->out, "</p>");
}

static size_t found(struct req *r, const struct deck *d, i64 priority,
                    size_t from, bool draw)
{
	size_t n = 0;

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		if (f->priority != priority || f->dissent)
			continue;
		if (draw && n >= from && n < from + ON_A_SLIDE)
			finding_line(r, d, f);
		n++;
	}
	return n;
}

static void found_slides(struct req *r, struct deck *d)
{
	for (size_t i = 0; i < d->priorities.n; i++) {
		const struct priority *p = &d->priorities.v[i];
		size_t all = found(r, d, p->id, 0, false);

		for (size_t from = 0; from < all; from += ON_A_SLIDE) {
			if (!turn(d))
				continue;
			emit(&r->out, "<h1>%s</h1>", say_with(r, P_FOUND,
			     p->now.title, NULL));
			found(r, d, p->id, from, true);
		}
	}
}

static size_t divided(struct req *r, const struct deck *d, size_t from,
                      bool draw)
{
	size_t n = 0;

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		if (!f->dissent)
			continue;
		if (draw && n >= from && n < from + ON_A_SLIDE) {
			emit(&r->out, "<p class='sub'>%s</p>", f->written_by);
			finding_line(r, d, f);
		}
		n++;
	}
	return n;
}

static void divided_slides(struct req *r, struct deck *d)
{
	size_t all = divided(r, d, 0, false);

	for (size_t from = 0; from < all; from += ON_A_SLIDE) {
		if (!turn(d))
			continue;
		emit(&r->out, "<h1>%s</h1>", say(r, P_DIVIDED));
		divided(r, d, from, true);
	}
}

static void action_slide(struct req *r, struct deck *d)
{
	if (d->actions.n == 0 || !turn(d))
		return;
	emit(&r->out, "<h1>%s</h1><ul>", say(r, P_DO));
	for (size_t i = 0; i < d->actions.n; i++) {
		const struct action *a = &d->actions.v[i];

		emit(&r->out, "<li><b class='fn'>A%lld</b> %s%s%s</li>", a->no,
		     a->title, text_blank(a->responsible) ? "" : ": ",
		     a->responsible);
	}
	emit(&r->out, "</ul>");
}

static void missing_slide(struct req *r, struct deck *d)
{
	bool any = false;

	for (size_t i = 0; i < d->actors.n; i++)
		any = any || d->actors.v[i].missing;
	if (!any || !turn(d))
		return;
	emit(&r->out, "<h1>%s</h1><ul>", say(r, P_MISSING));
	for (size_t i = 0; i < d->actors.n; i++)
		if (d->actors.v[i].missing)
			emit(&r->out, "<li>%s</li>", d->actors.v[i].name);
	emit(&r->out, "</ul>");
}

static bool is_left(const struct item *i)
{
	return i->state == ITEM_LEFT || i->state == ITEM_PARKED;
}

static void left_slide(struct req *r, struct deck *d)
{
	bool any = false;

	for (size_t i = 0; i < d->items.n; i++)
		any = any || is_left(&d->items.v[i]);
	if (!any || !turn(d))
		return;
	emit(&r->out, "<h1>%s</h1><ul>", say(r, P_LEFT));
	for (size_t i = 0; i < d->items.n; i++)
		if (is_left(&d->items.v[i]))
			emit(&r->out, "<li>%s</li>", d->items.v[i].title);
	emit(&r->out, "</ul>");
}

static void became_slides(struct req *r, struct deck *d,
                          const struct report_back_list *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct report_back *b = &all->v[i];

		if (b->removed || b->kind != REPORT_BECAME || !turn(d))
			continue;
		emit(&r->out, "<h1>%s</h1><p class='sub'>%s</p><p>",
		     say(r, R_BECAME), say_day(r, b->day));
		report_back_row(r, b);
		emit(&r->out, "</p>");
	}
}

static enum status read_deck(struct req *r, struct deck *d)
{
	struct scope *s = &r->s;

	TRY(workshop_here(r, &d->w));
	if (!workshop_is_over(d->w.state))
		return NOT_FOUND;
	TRY(scope_list(s, d->w.assessment, &d->priorities));
	TRY(used_goals(s, d->w.assessment, &d->frameworks));
	TRY(finding_list(s, d->w.assessment, &d->findings));
	TRY(action_list(s, d->w.assessment, &d->actions));
	TRY(actor_link_list(s, d->w.assessment, &d->actors));
	d->at = query_no(r, "no") < 1 ? 1 : query_no(r, "no");
	return item_list(s, d->w.id, &d->items);
}

static void arrows(struct req *r, const struct deck *d)
{
	emit(&r->out, "<p class='acts noprint'>");
	if (d->at > 1)
		emit(&r->out, "<a class='btn sec' href='/w/%s/slides?no=%lld'>"
		     "%s</a>", d->w.key, d->at - 1, say(r, P_BEFORE));
	if (d->at < d->n)
		emit(&r->out, "<a class='btn' href='/w/%s/slides?no=%lld'>%s"
		     "</a>", d->w.key, d->at + 1, say(r, P_NEXT));
	emit(&r->out, "<a href='/w/%s/back'>%s</a> <span class='num'>%s</span>"
	     "</p>", d->w.key, say(r, P_END), say_with(r, P_OF,
	     arena_print(r->s.mem, "%lld", d->at),
	     arena_print(r->s.mem, "%lld", d->n)));
}

static enum status slides_page(struct req *r)
{
	struct report_back_list back = {0};
	struct deck d = {0};

	TRY(read_deck(r, &d));
	TRY(report_back_list(&r->s, d.w.id, &back));
	page_open(r, &(struct page){ .title = d.w.title, .look = "proj" });
	page_main(r);
	emit(&r->out, "<p class='sub'>%s · %s</p>", d.w.title,
	     say_day(r, d.w.day));
	found_slides(r, &d);
	divided_slides(r, &d);
	action_slide(r, &d);
	missing_slide(r, &d);
	left_slide(r, &d);
	became_slides(r, &d, &back);
	if (d.n == 0 || d.at > d.n)
		emit(&r->out, "<h1>%s</h1><p>%s</p>", say(r, P_NOTHING),
		     say(r, P_NOTHING_WHY));
	arrows(r, &d);
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/w/:workshop/slides", slides_page, READ, ON_WORKSHOP },
	{ 0 },
};
const struct route *const slides_routes = rows;
