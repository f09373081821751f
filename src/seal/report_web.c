/* The annex in the page and as a file, the document, and two side by side. */
#include <string.h>

#include "action/action.h"
#include "assess/words.h"
#include "base/text.h"
#include "paper/paper.h"
#include "seal/seal.h"
#include "seal/seal.msg"

/* -- the annex ----------------------------------------------------------- */

void annex_shown(struct req *r, const char *html)
{
	const struct markup written = { .text = (char *)html,
	                                .n = strlen(html) };

	emit_markup(&r->out, &written);
}

/* An edition is kept as it was, so its way back to the meetings stands beside
 * it; in a draft the numbers themselves are links. */
static void origins(struct req *r, const struct view *v)
{
	const char *between = "";

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct finding *f = &v->findings.v[i];

		if (!f->traced)
			continue;
		if (*between == '\0')
			emit(&r->out, "<p class='noprint'>%s: ",
			     say(r, R_ORIGINS));
		emit(&r->out, "%s<a href='/a/%s/origin/%lld'>F%lld</a>",
		     between, v->a.key, f->no, f->no);
		between = ", ";
	}
	if (*between != '\0')
		emit(&r->out, "</p>");
}

/* The same in other formats, and the papers that are a part of it. */
static void ways_on(struct req *r, const struct view *v)
{
	emit(&r->out, "<p class='acts noprint'>");
	paper_ways(r, arena_print(r->s.mem, "/a/%s/report", v->a.key));
	emit(&r->out, "<a href='/a/%s/document.json'>%s</a><a href='/a/%s/plan"
	     "'>%s</a><a href='/a/%s/actor-list'>%s</a></p>", v->a.key,
	     say(r, R_JSON), v->a.key, say(r, R_PLAN), v->a.key,
	     say(r, R_ACTORS));
}

static enum status report_page(struct req *r)
{
	struct edition e = {0};
	struct view v = {0};
	enum status found;

	TRY(view_read(r, 0, 0, &v));
	found = edition_get(&r->s, v.a.id, &e);
	TRY(view_open(r, &v, say(r, R_TITLE)));
	ways_on(r, &v);
	if (found == OK && *e.html != '\0') {
		origins(r, &v);
		annex_shown(r, e.html);
	} else {
		struct document d = {0};
		struct brand brand;
		struct paper *paper;

		TRY(document_of(&r->s, v.a.id, &d));
		TRY(r->house->brand(&r->s, &brand));
		if (v.open)
			emit(&r->out, "<p class='note'>%s</p>",
			     say(r, R_DRAFT));
		paper = document_annex(r->s.mem, &d, r->language);
		paper->brand = &brand;
		paper_html(paper, &r->out, 1);
	}
	onward_links(r);
	view_close(r);
	return OK;
}

static const char *file_name(const struct req *r, const char *ending)
{
	return arena_print(r->s.mem, "sakring-%s.%s", r->object_key, ending);
}

static enum status report_pdf(struct req *r)
{
	r->type = "application/pdf";
	r->download = file_name(r, "pdf");
	return annex_pdf(r, r->object, r->language, &r->bytes);
}

/* In other formats it is written anew from the document; the PDF of what is
 * final is the one that was kept. */
static enum status report_file(struct req *r)
{
	struct document d = {0};

	if (same(arg_text(r, "kind"), "pdf"))
		return report_pdf(r);
	TRY(document_of(&r->s, r->object, &d));
	return paper_reply(r, document_annex(r->s.mem, &d, r->language),
	                   arena_print(r->s.mem, "sakring-%s",
	                               r->object_key));
}

static enum status document_file(struct req *r)
{
	const char *text;

	TRY(document_text(&r->s, r->object, &text));
	r->type = "application/json; charset=utf-8";
	r->download = file_name(r, "json");
	r->bytes = (struct bytes){ text, strlen(text) };
	return OK;
}

/* -- now and before ------------------------------------------------------ */

static const struct { const struct sentence *word; enum icon icon; }
changes[] = {
	[CHANGE_NONE]  = { V_SAME, ICON_DONE },
	[CHANGE_WORDS] = { V_WORDS, ICON_REVIEW },
	[CHANGE_MARKS] = { V_MARKS, ICON_REVIEW },
	[CHANGE_NEW]   = { V_NEW, ICON_PLUS },
	[CHANGE_GONE]  = { V_GONE, ICON_NOT_BEGUN },
};

static const struct goal *goal_named(const struct document *d,
                                     const struct mark *m)
{
	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct framework *f = &d->frameworks.v[i];

		for (size_t j = 0; same(f->code, m->framework) &&
		     j < f->goals.n; j++)
			if (same(f->goals.v[j].code, m->code))
				return &f->goals.v[j];
	}
	return NULL;
}

static void mark_line(struct req *r, const struct document *d,
                      const struct finding *f, const struct mark *m)
{
	const struct goal *g = goal_named(d, m);

	emit(&r->out, "<div><span class='effl'>");
	if (g != NULL)
		goal_tile(r, g);
	mark_shown(r, mark_class(m, f->kind), mark_sign(m, f->kind));
	emit(&r->out, "<span><span class='vh'>%s: </span>%s</span></span>"
	     "</div>", g == NULL ? m->code : either(r, g->title_sv,
	     g->title_en), mark_word(r, m, f->kind));
}

static void marks_cell(struct req *r, const struct document *d,
                       const struct finding *f, const char *version)
{
	emit(&r->out, "<td data-l='%s'>", version);
	if (f == NULL) {
		emit(&r->out, "<span class='effl'>");
		mark_shown(r, "un", "");
		emit(&r->out, "<i>%s</i></span>", say(r, V_EMPTY));
	}
	for (size_t i = 0; f != NULL && i < f->marks.n; i++)
		mark_line(r, d, f, &f->marks.v[i]);
	emit(&r->out, "</td>");
}

/* The two that are held beside each other, and what they are called. */
struct pair {
	struct document before, now;
	const char     *then, *here;
};

static void compared_row(struct req *r, const struct pair *p,
                         const struct compared *c)
{
	const struct finding *f = c->now != NULL ? c->now : c->before;

	emit(&r->out, "<tr><th scope='row'><span class='fn'>F%lld</span> %s",
	     f->no, f->sentence);
	if (c->before != NULL && !same(c->before->sentence, f->sentence))
		emit(&r->out, "<br><span class='small muted'>%s: %s</span>",
		     p->then, c->before->sentence);
	emit(&r->out, "</th>");
	marks_cell(r, &p->before, c->before, p->then);
	marks_cell(r, &p->now, c->now, p->here);
	emit(&r->out, "<td data-l='%s'>", say(r, V_CHANGE));
	state(r, changes[c->change].icon, "", say(r,
	      changes[c->change].word));
	emit(&r->out, "</td></tr>\n");
}

static void compared_table(struct req *r, const struct pair *p, bool only)
{
	struct compared_list all = {0};

	findings_compare(r->s.mem, &p->before, &p->now, &all);
	emit(&r->out, "<section class='scroll stack diff' aria-labelledby="
	     "'vc' tabindex='0'><table><caption id='vc' class='vh'>%s"
	     "</caption><thead><tr><th scope='col'>%s</th><th scope='col'>%s"
	     "</th><th scope='col'>%s</th><th scope='col'>%s</th></tr>"
	     "</thead><tbody>", say(r, V_HEAD), say(r, V_FINDING), p->then,
	     p->here, say(r, V_CHANGE));
	for (size_t i = 0; i < all.n; i++)
		if (!only || all.v[i].change != CHANGE_NONE)
			compared_row(r, p, &all.v[i]);
	emit(&r->out, "</tbody></table></section>");
}

/* Open conflicts, questions and actions live on where they were written. */
static enum status what_follows(struct req *r, const struct assessment *was)
{
	struct conflict_list conflicts = {0};
	struct finding_list findings = {0};
	struct action_list actions = {0};

	TRY(conflict_list(&r->s, was->id, &conflicts));
	TRY(action_list(&r->s, was->id, &actions));
	TRY(finding_list(&r->s, was->id, &findings));
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p><ul class='rows'>",
	     say(r, V_FOLLOWS), say(r, V_FOLLOWS_TEXT));
	for (size_t i = 0; i < conflicts.n; i++)
		if (conflict_is_open(conflicts.v[i].state))
			emit(&r->out, "<li><a class='n' href='/a/%s/"
			     "conflicts/%lld'>%s %s</a></li>", was->key,
			     conflicts.v[i].no, conflict_name(r->s.mem,
			     &conflicts.v[i]), conflicts.v[i].title);
	for (size_t i = 0; i < findings.n; i++)
		if (findings.v[i].kind == FINDING_GAP &&
		    findings.v[i].gap.state == GAP_OPEN)
			emit(&r->out, "<li><span class='n'>F%lld %s</span>"
			     "</li>", findings.v[i].no,
			     findings.v[i].sentence);
	for (size_t i = 0; i < actions.n; i++)
		if (actions.v[i].state < ACTION_DONE)
			emit(&r->out, "<li><a class='n' href='/a/%s/actions/"
			     "%lld'>A%lld %s</a></li>", was->key,
			     actions.v[i].no, actions.v[i].no,
			     actions.v[i].title);
	emit(&r->out, "</ul>");
	return OK;
}

static void missing_then(struct req *r, const struct document *before)
{
	bool any = false;

	for (size_t i = 0; i < before->links.n; i++)
		any = any || before->links.v[i].missing;
	if (!any)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, V_MISSING));
	for (size_t i = 0; i < before->links.n; i++)
		if (before->links.v[i].missing)
			emit(&r->out, "<li>%s</li>", before->links.v[i].name);
	emit(&r->out, "</ul>");
}

static void tabs(struct req *r, const struct view *v, bool only)
{
	const char *here = arena_print(r->s.mem, "/a/%s/compare", v->a.key);

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, V_SHOW));
	tab(r, only, here, say(r, V_ONLY));
	tab(r, !only, arena_print(r->s.mem, "%s?view=all", here),
	    say(r, V_ALL));
	emit(&r->out, "</ul></nav>");
}

static enum status compare_page(struct req *r)
{
	bool only = !same(query_text(r, "view"), "all");
	struct pair p = {0};
	struct assessment was = {0};
	struct view v = {0};
	const char *then;

	TRY(view_read(r, 0, 0, &v));
	if (v.a.predecessor == 0 || r->let_in)  /* to this one only */
		return NOT_FOUND;
	TRY(assess_get(&r->s, v.a.predecessor, &was));
	TRY(document_of(&r->s, was.id, &p.before));
	TRY(document_of(&r->s, v.a.id, &p.now));
	then = arena_print(r->s.mem, "%lld", was.edition);
	p.then = say_with(r, V_VERSION, then, NULL);
	p.here = say_with(r, V_VERSION, arena_print(r->s.mem, "%lld",
	                  v.a.edition), NULL);
	TRY(view_open(r, &v, say(r, V_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, V_HEAD),
	     say_with(r, V_LEAD, then, NULL));
	tabs(r, &v, only);
	compared_table(r, &p, only);
	missing_then(r, &p.before);
	TRY(what_follows(r, &was));
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/report", report_page, READ, ON_ASSESSMENT,
	  .heavy = true },
	{ GET, "/a/:assessment/report.:kind", report_file, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ GET, "/a/:assessment/document.json", document_file, READ,
	  ON_ASSESSMENT },
	{ GET, "/a/:assessment/compare", compare_page, READ, ON_ASSESSMENT },
	{ 0 },
};
const struct route *const report_routes = rows;
