/* A finding as it is shown: number, sentence, marks. The same on every page. */
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "assess/suggest.h"
#include "base/text.h"

void marks_row(struct req *r, const struct view *v, const struct finding *f,
               bool names)
{
	emit(&r->out, "<ul class='marks'>");
	for (size_t i = 0; i < f->marks.n; i++) {
		const struct mark *m = &f->marks.v[i];
		const struct goal *g = goal_of(&v->frameworks, m->goal);
		const char *title = g == NULL ? m->code :
			either(r, g->title_sv, g->title_en);

		emit(&r->out, "<li>");
		if (g != NULL)
			goal_tile(r, g);
		mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
		emit(&r->out, names ? "<span><b>%s</b> <span class='muted'>%s"
		     "</span></span></li>" : "<span class='vh'>%s: %s</span>"
		     "</li>", title, mark_word(r, m, f->kind));
	}
	emit(&r->out, "</ul>");
}

static void about_it(struct req *r, const struct view *v,
                     const struct finding *f, const char *handled)
{
	if (f->dissent)
		emit(&r->out, "<p class='m'><span class='diss'>"
		     "<span aria-hidden='true'>≠</span> %s</span></p>",
		     say(r, W_DISSENT));
	if (f->reworded) {
		emit(&r->out, "<p class='m'>");
		state(r, ICON_REVIEW, "", say(r, F_REWORDED));
		emit(&r->out, "</p>");
	}
	if (!text_blank(f->rationale))
		emit(&r->out, "<p class='m'>%s: %s</p>", say(r, F_RATIONALE),
		     f->rationale);
	depth_shown(r, v, f);
	if (!text_blank(f->written_by) || !text_blank(handled))
		emit(&r->out, "<p class='m'>%s%s%s</p>", f->written_by,
		     text_blank(f->written_by) || text_blank(handled) ? "" :
		     ". ", handled);
	if (f->traced)
		emit(&r->out, "<p class='m'><a href='/a/%s/origin/%lld'>%s"
		     "</a></p>", v->a.key, f->no, say_with(r, F_ORIGIN,
		     arena_print(r->s.mem, "%lld", f->no), NULL));
}

void finding_row(struct req *r, const struct view *v,
                 const struct finding *f, const char *handled)
{
	emit(&r->out, "<li id='f%lld'>", f->no);
	if (v->open)
		emit(&r->out, "<a class='fn' href='/a/%s/findings/%lld'>"
		     "<span class='vh'>%s</span>F%lld</a>", v->a.key, f->no,
		     say(r, F_WORD), f->no);
	else
		emit(&r->out, "<b class='fn'>F%lld</b>", f->no);
	emit(&r->out, "<div><p class='s'>%s</p>", f->sentence);
	marks_row(r, v, f, true);
	suggestions_shown(r, v, f);
	about_it(r, v, f, handled);
	emit(&r->out, "</div></li>\n");
}
