/*
 * One page for each municipality or organisation: what touches it, what it is
 * asked to do, what it said, and what changed.
 */
#include <string.h>

#include "action/action.h"
#include "base/text.h"
#include "kit/icu.h"
#include "workshop/back.h"
#include "workshop/back.msg"
#include "workshop/show.h"

/*
 * The name as it is written in a text: its first word without the s of the
 * genitive, so that "Härjedalens kommun" is found in "Härjedalen".
 */
static const char *stem(struct arena *mem, const char *name)
{
	size_t n = strcspn(name, " ");

	if (n > 4 && name[n - 1] == 's')
		n--;
	return text_fold(mem, arena_text(mem, name, n));
}

static bool mentions(struct arena *mem, const char *text, const char *stemmed)
{
	return !text_blank(text) && *stemmed != '\0' &&
	       strstr(text_fold(mem, text), stemmed) != NULL;
}

static enum status touches(struct req *r, const struct workshop *w,
                           const char *name)
{
	const char *word = stem(r->s.mem, name);
	struct finding_list all = {0};
	size_t n = 0;

	TRY(finding_list(&r->s, w->assessment, &all));
	emit(&r->out, "<h2>%s</h2><ol class='fynd'>", say(r, O_TOUCHES));
	for (size_t i = 0; i < all.n; i++) {
		const struct finding *f = &all.v[i];

		if (!mentions(r->s.mem, f->sentence, word) &&
		    !mentions(r->s.mem, f->places, word))
			continue;
		emit(&r->out, "<li><b class='fn'>F%lld</b><div><p class='s'>%s"
		     "</p><p class='m'>%s</p></div></li>", f->no, f->sentence,
		     f->rationale);
		n++;
	}
	emit(&r->out, "</ol>");
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, O_NO_TOUCHES));
	return OK;
}

static bool is_asked(struct arena *mem, const struct action *a,
                     const char *word)
{
	return mentions(mem, a->other_org, word) ||
	       mentions(mem, a->responsible, word);
}

static enum status asked(struct req *r, const struct workshop *w,
                         const char *name)
{
	const char *word = stem(r->s.mem, name);
	struct action_list all = {0};
	size_t n = 0;

	TRY(action_list(&r->s, w->assessment, &all));
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, O_ASKED));
	for (size_t i = 0; i < all.n; i++) {
		const struct action *a = &all.v[i];

		if (!is_asked(r->s.mem, a, word))
			continue;
		emit(&r->out, "<li><span class='n'>A%lld %s</span>"
		     "<span class='m'>%s</span></li>", a->no, a->title,
		     say(r, action_is_proposed_to(a) ? O_PROPOSED :
		         O_ACCEPTED));
		n++;
	}
	emit(&r->out, "</ul>");
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, O_NO_ASKED));
	return OK;
}

/* A sentence that several wrote alike stands once. Silence first: while the
 * meeting goes on nobody reads what others have written. */
static enum status said(struct req *r, const struct workshop *w,
                        const char *name)
{
	struct reply_list all = {0};
	const char *last = "";
	i64 persons;

	emit(&r->out, "<h2>%s</h2>", say(r, O_SAID));
	if (!workshop_is_over(w->state)) {
		emit(&r->out, "<p>%s</p>", say(r, O_LATER));
		return OK;
	}
	TRY(reply_of_organisation(&r->s, w->id, name, &persons, &all));
	if (persons < SHOWN_FROM) {
		emit(&r->out, "<p>%s</p>", say(r, w->disposed_at != 0 ?
		     R_DISPOSED : O_FEW));
		return OK;
	}
	emit(&r->out, "<p>%s</p><ul>", say_count(r, O_MANY, persons));
	for (size_t i = 0; i < all.n; i++) {
		if (!same(all.v[i].text, last))
			emit(&r->out, "<li>%s</li>", all.v[i].text);
		last = all.v[i].text;
	}
	emit(&r->out, "</ul>");
	return OK;
}

static enum status changed(struct req *r, const struct workshop *w)
{
	struct report_back_list all = {0};
	size_t n = 0;

	TRY(report_back_list(&r->s, w->id, &all));
	emit(&r->out, "<h2>%s</h2><ol class='time'>", say(r, O_CHANGED));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].removed)
			continue;
		emit(&r->out, "<li><b>%s</b>", say_day(r, all.v[i].day));
		report_back_row(r, &all.v[i]);
		emit(&r->out, "</li>");
		n++;
	}
	emit(&r->out, "</ol>");
	if (n == 0)
		emit(&r->out, "<p>%s</p>", say(r, O_NO_CHANGED));
	return OK;
}

enum status organisation_shown(struct req *r, const struct workshop *w,
                               const char *name)
{
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say_with(r, O_HEAD, name, NULL),
	     say_with(r, O_FROM, w->title, say_day(r, w->day)));
	TRY(touches(r, w, name));
	TRY(asked(r, w, name));
	TRY(said(r, w, name));
	return changed(r, w);
}

/* -- which --------------------------------------------------------------- */

static void add_name(struct req *r, struct text_list *all, const char *name)
{
	if (text_blank(name))
		return;
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i], name))
			return;
	*PUSH(r->s.mem, all) = name;
}

enum status organisations_named(struct req *r, const struct workshop *w,
                                struct text_list *out)
{
	struct action_list actions = {0};
	struct invited_list invited = {0};
	struct came_list came = {0};

	TRY(came_list(&r->s, w->id, &came));
	TRY(invited_list(&r->s, w->id, &invited));
	TRY(action_list(&r->s, w->assessment, &actions));
	for (size_t i = 0; i < invited.n; i++)
		if (!invited.v[i].removed)
			add_name(r, out, invited.v[i].name);
	for (size_t i = 0; i < came.n; i++)
		add_name(r, out, came.v[i].organisation);
	for (size_t i = 0; i < actions.n; i++)
		add_name(r, out, actions.v[i].other_org);
	return OK;
}
