/* The models of an organisation, readable: what is asked, and how much. */
#include <string.h>

#include "base/text.h"
#include "method/draft.h"
#include "web/page.h"
#include "web/static.h"
#include "method/method.msg"

enum status method_adopt(struct scope *s)
{
	for (const struct data_file *d = data_files; d->name != NULL; d++)
		if (strncmp(d->name, "methods/", 8) == 0)
			TRY(method_adopt_file(s, d->bytes));
	return OK;
}

/* -- the list ------------------------------------------------------------ */

static void row(struct req *r, const struct method *m)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/methods/%s'>%s</a>"
	     "<span class='m'>%s · %s</span></li>", r->org_key, m->key,
	     either(r, m->title_sv, m->title_en),
	     say_with(r, EDITION_OF, number_say(r->s.mem, r->language,
	              m->edition), NULL),
	     say_with(r, PUBLISHED, say_day(r, day_of_instant(
	              m->published_at)), NULL));
}

enum status method_list_page(struct req *r)
{
	struct method_list all = {0}, offered = {0};

	TRY(method_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, METHODS) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, METHODS_HEAD), say(r, all.n == 0 ? METHODS_NONE :
	                               METHODS_LEAD));
	if (all.n > 0)
		emit(&r->out, "<h2>%s</h2><ul class='rows'>",
		     say(r, METHODS));
	for (size_t i = 0; i < all.n; i++)
		row(r, &all.v[i]);
	if (all.n > 0)
		emit(&r->out, "</ul>");
	if ((r->rights & ADMIN) != 0) {
		emit(&r->out, "<div class='acts'>");
		button_form(r, "fetch", "btn sec", say(r, METHODS_FETCH),
		            "/o/%s/methods", r->org_key);
		emit(&r->out, "</div>");
	}
	TRY(method_offered(&r->s, &offered));
	TRY(drafts_shown(r, &offered));
	page_close(r);
	return OK;
}

static enum status fetch(struct req *r)
{
	TRY(method_adopt(&r->s));
	return go(r, "/o/%s/methods?saved=1", r->org_key);
}

/* -- one model ----------------------------------------------------------- */

const struct sentence *depth_sentence(enum depth depth)
{
	switch (depth) {
	case DEPTH_QUICK:    return DEPTH_1;
	case DEPTH_STANDARD: return DEPTH_2;
	case DEPTH_DEEP:     return DEPTH_3;
	}
	return DEPTH_2;
}

/* "snabbkoll, standard"; NULL for none. */
static const char *depths_say(struct req *r, unsigned set)
{
	const char *all = NULL;

	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++) {
		const char *word = text_fold(r->s.mem,
			say(r, depth_sentence(d)));

		if ((set & 1u << d) != 0)
			all = all == NULL ? word : arena_print(r->s.mem,
				"%s, %s", all, word);
	}
	return all;
}

static const char *number(struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

static void budget_row(struct req *r, const struct method *m, enum depth d)
{
	const char *judged = either(r, m->judged_sv, m->judged_en);
	const char *most = number(r, m->budget[d]);
	const char *now = number(r, method_answers(m, d, 1));

	if (m->budget_per_goal[d])
		most = say_with(r, BUDGET_PER_GOAL, most, judged);
	emit(&r->out, "<tr><th scope='row'>%s</th><td data-l='%s'>%s</td>"
	     "<td data-l='%s'>%s</td></tr>", say(r, depth_sentence(d)),
	     say(r, BUDGET_MOST), most, say_with(r, BUDGET_NOW, judged,
	     NULL), now);
}

static void budget(struct req *r, const struct method *m)
{
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='budget'><table><caption id='budget'>%s"
	     "</caption><thead><tr><th scope='col'>%s</th><th scope='col'>%s"
	     "</th><th scope='col'>%s</th></tr></thead><tbody>",
	     say(r, BUDGET_HEAD), say(r, BUDGET_DEPTH), say(r, BUDGET_MOST),
	     say_with(r, BUDGET_NOW, either(r, m->judged_sv, m->judged_en),
	              NULL));
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		budget_row(r, m, d);
	emit(&r->out, "</tbody></table></section>");
}

static void scale(struct req *r, const struct scale *scale)
{
	if (scale->n == 0)
		return;
	emit(&r->out, "<h4>%s</h4><dl class='sum'>", say(r, ANSWERS));
	for (size_t i = 0; i < scale->n; i++) {
		const struct scale_value *v = &scale->v[i];

		emit(&r->out, "<div><dt>%s</dt><dd>%s<br>"
		     "<span class='small muted'>%s</span></dd></div>",
		     either(r, v->label_sv, v->label_en),
		     either(r, v->means_sv, v->means_en),
		     say_with(r, EXAMPLE, either(r, v->example_sv,
		              v->example_en), NULL));
	}
	emit(&r->out, "</dl>");
}

static void question(struct req *r, const struct question *q)
{
	const char *needed = depths_say(r, q->needed);

	emit(&r->out, "<h3 id='q%lld'>%s</h3><p>%s</p><p class='muted'>%s"
	     "</p>", q->no, either(r, q->title_sv, q->title_en),
	     either(r, q->help_sv, q->help_en),
	     say_with(r, EXAMPLE, either(r, q->example_sv, q->example_en),
	              NULL));
	scale(r, &q->scale);
	emit(&r->out, "<p class='small muted'>%s", say_with(r, ASKED_IN,
	     depths_say(r, q->depths), NULL));
	if (needed != NULL)
		emit(&r->out, " %s", say_with(r, NEEDED_IN, needed, NULL));
	emit(&r->out, "</p>");
}

static void step(struct req *r, const struct method *m,
                 const struct step *step)
{
	const char *judged = either(r, m->judged_sv, m->judged_en);

	emit(&r->out, "<h2>%s</h2><p class='lead'>%s</p><p>%s</p>",
	     say_with(r, STEP_NO, number(r, step->no),
	              either(r, step->name_sv, step->name_en)),
	     headline_for(r->s.mem, either(r, step->headline_sv,
	                  step->headline_en), arena_print(r->s.mem, "[%s]",
	                  judged)),
	     step->per_priority ? say_with(r, PER_PRIORITY, judged, NULL) :
	                          say(r, FOR_THE_WHOLE));
	for (size_t i = 0; i < step->questions.n; i++)
		question(r, &step->questions.v[i]);
}

static enum status one(struct req *r)
{
	struct method m;

	TRY(method_by_key(&r->s, arg_text(r, "method"), &m));
	page_open(r, &(struct page){ .title = either(r, m.title_sv,
	                                             m.title_en) });
	page_main(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/methods'>%s</a></p>"
	     "<h1>%s</h1><p class='lead'>%s</p>"
	     "<p class='muted'>%s · %s · %s</p>", r->org_key, say(r, METHODS),
	     either(r, m.title_sv, m.title_en),
	     either(r, m.about_sv, m.about_en),
	     say_with(r, EDITION_OF, number(r, m.edition), NULL),
	     say_with(r, PUBLISHED, say_day(r, day_of_instant(
	              m.published_at)), NULL),
	     say_count(r, STEPS, (i64)m.steps.n));
	budget(r, &m);
	for (size_t i = 0; i < m.steps.n; i++)
		step(r, &m, &m.steps.v[i]);
	if (!text_blank(m.source))
		emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, SOURCE),
		     m.source);
	page_close(r);
	return OK;
}

void method_reply_json(struct req *r, const struct method *m)
{
	const char *text = method_write_json(r->s.mem, m);

	r->type = "application/json; charset=utf-8";
	r->download = arena_print(r->s.mem, "%s-%lld.json", m->code,
	                          m->edition);
	r->bytes = (struct bytes){ text, strlen(text) };
}

static enum status json(struct req *r)
{
	struct method m;

	TRY(method_by_key(&r->s, arg_text(r, "method"), &m));
	method_reply_json(r, &m);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/methods", method_list_page, READ, ON_ORG },
	{ POST, "/o/:org/methods", fetch, ADMIN, ON_ORG,
	  .form = method_list_page },
	{ GET,  "/o/:org/methods/:method", one, READ, ON_ORG },
	{ GET,  "/o/:org/methods/:method/model", json, READ, ON_ORG },
	{ 0 },
};

const struct route *const method_routes = rows;
