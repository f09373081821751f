/* What the meeting found, on the screen at once; late answers and the rest. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/back.h"
#include "workshop/close.msg"
#include "workshop/merge.h"
#include "workshop/result.h"

/* Silence first: what is on is left out until it has been shown. */
static void leave_out_hidden(struct meeting *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->items.n; i++) {
		if (m->w.state == WORKSHOP_RUNNING &&
		    item_is_hidden(&m->w, &m->items.v[i]))
			continue;
		m->items.v[n] = m->items.v[i];
		m->others[n] = m->others[i];
		m->reach[n++] = m->reach[i];
	}
	m->items.n = n;
}

/* Everyone's view counts, also where no table came to an answer. */
static enum status persons_of(struct req *r, struct compilation *c)
{
	size_t n = c->m.items.n;

	c->persons = arena_take(r->s.mem, (n + 1) * sizeof *c->persons);
	for (size_t i = 0; i < n; i++)
		if (c->m.items.v[i].goals.n > 0)
			TRY(tally_list(&r->s, c->m.items.v[i].id,
			               &c->persons[i]));
	return OK;
}

static enum status compilation_of(struct req *r, i64 workshop,
                                  struct compilation *c)
{
	struct close_words words;

	TRY(meeting_read(&r->s, workshop, &c->m));
	leave_out_hidden(&c->m);
	TRY(came_list(&r->s, workshop, &c->came));
	TRY(evaluation_list(&r->s, workshop, &c->said));
	TRY(trace_from(&r->s, workshop, TRACE_FINDING, &c->traces));
	for (size_t i = 0; i < c->m.items.n; i++)
		if (c->m.items.v[i].kind == ITEM_ASK)
			TRY(reply_list(&r->s, c->m.items.v[i].id, &c->asked));
	TRY(persons_of(r, c));
	words = close_words(r, &c->came);
	for (size_t i = 0; i < c->m.items.n; i++)
		findings_of(r->s.mem, &c->m.items.v[i], 0, &c->m.answers,
		            &words, &c->found);
	return OK;
}

enum status compilation_here(struct req *r, struct compilation *c)
{
	return compilation_of(r, r->object, c);
}

enum status result_shown(struct req *r, const struct workshop *w)
{
	struct compilation c = {0};

	TRY(compilation_of(r, w->id, &c));
	paper_html(result_paper(r, &c), &r->out, 1);
	return OK;
}

static bool any_rest(const struct meeting *m)
{
	for (size_t i = 0; i < m->items.n; i++)
		if (item_is_rest(m, i))
			return true;
	return false;
}

static bool leads(const struct req *r)
{
	return (r->rights & LEAD) != 0;
}

static enum status ask_follow(struct req *r, const struct meeting *m)
{
	struct workshop next = {0};
	enum status found = workshop_followed_by(&r->s, m->w.id, &next);

	if (found == OK) {
		emit(&r->out, "<p><a href='/w/%s'>%s</a></p>", next.key,
		     say_with(r, R_FOLLOWED, say_day(r, next.day), NULL));
		return OK;
	}
	if (found != NOT_FOUND)
		return found;
	if (!leads(r) || !any_rest(m))
		return OK;
	form_open(r, "follow", "/w/%s/follow", m->w.key);
	ask_day(r, &(struct ask){ .name = "day",
		.label = say(r, R_FOLLOW_DAY), .class = "w10" }, 0);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, R_FOLLOW));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static void ask_compile(struct req *r, const struct meeting *m)
{
	if (m->w.state >= WORKSHOP_COMPILED)
		return;
	if (any_rest(m))
		emit(&r->out, "<p>%s</p>", say(r, R_LATE));
	if (!leads(r))
		return;
	emit(&r->out, "<p>%s</p><div class='acts'>", say(r, R_COMPILE_WHAT));
	button_form(r, "compile", "btn", say(r, R_COMPILE), "/w/%s/compile",
	            m->w.key);
	emit(&r->out, "</div>");
}

enum status result_page(struct req *r)
{
	struct compilation c = {0};

	TRY(compilation_here(r, &c));
	workshop_open(r, &c.m.w, say(r, R_TITLE));
	emit(&r->out, "<p class='acts noprint'><a class='btn sec sm' href="
	     "'/w/%s/result.pdf'>%s</a><a class='btn sec sm' href='/w/%s/"
	     "result.docx'>%s</a><a href='/a/%s/report'>%s</a></p>",
	     c.m.w.key, say(r, R_PDF), c.m.w.key, say(r, R_DOCX),
	     c.m.w.assessment_key, say(r, R_REPORT));
	paper_html(result_paper(r, &c), &r->out, 1);
	if (workshop_is_over(c.m.w.state)) {
		emit(&r->out, "<section class='noprint'>");
		TRY(ask_follow(r, &c.m));
		ask_compile(r, &c.m);
		emit(&r->out, "</section>");
	}
	page_close(r);
	return OK;
}

enum status result_file(struct req *r)
{
	struct compilation c = {0};

	TRY(compilation_here(r, &c));
	return paper_reply(r, result_paper(r, &c), arena_print(r->s.mem,
		"workshop-%s", c.m.w.key));
}
