/* Duties of an assessment: all of them, and one. */
#include "action/action.h"
#include "base/text.h"
#include "duty/duty_view.h"
#include "duty/page.msg"
#include "paper/paper.h"

enum status duty_view_open(struct req *r, struct view *v, const char *title)
{
	int step = part_step_no(v, PART_DUTIES);

	if (step == 0)
		step = part_step_no(v, PART_ACTORS);
	for (size_t i = 0; i < v->method.steps.n; i++)
		if (v->method.steps.v[i].no == step)
			v->step = &v->method.steps.v[i];
	return view_open(r, v, title);
}

/* -- all ----------------------------------------------------------------- */

static void ask_request(struct req *r)
{
	fold_open(r, "request", false, say(r, DU_REQUEST_HEAD));
	form_open(r, "request", "/a/%s/duty-requests", r->object_key);
	ask_text(r, &(struct ask){ .name = "with", .class = "w20",
		.label = say(r, DU_WHO), .hint = say(r, DU_WHO_HINT) });
	ask_day(r, &(struct ask){ .name = "day",
		.label = say(r, DU_LOG_DAY) }, day_of_instant(r->s.now));
	ask_text(r, &(struct ask){ .name = "what", .rows = 2,
		.label = say(r, DU_REQUEST_WHAT) });
	button_save(r, say(r, DU_REQUEST_SAVE));
	form_close(r);
	fold_close(r);
}

static void ask_more(struct req *r)
{
	static const struct duty none = { .kind = DUTY_CONSULTATION,
		.ground = GROUND_LAW, .motive = "" };

	fold_open(r, "more", false, say(r, DU_MORE_HEAD));
	form_open(r, "more", "/a/%s/duties", r->object_key);
	form_hidden_no(r, "kind", DUTY_CONSULTATION);
	form_hidden(r, "more", "1");
	ask_need(r, &none);
	button_save(r, say(r, DU_ANSWER));
	form_close(r);
	fold_close(r);
}

static enum status has_consultation(struct req *r, bool *has)
{
	struct duty_list all = {0};

	TRY(duty_outlines(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++)
		*has = *has || all.v[i].kind == DUTY_CONSULTATION;
	return OK;
}

static enum status all_page(struct req *r)
{
	bool consulted = false;
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(has_consultation(r, &consulted));
	TRY(duty_view_open(r, &v, say(r, DU_TITLE)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, DU_TITLE),
	     say(r, DU_LEAD));
	TRY(duty_lines(r, &v));
	if (duty_may(r) && consulted)
		ask_more(r);
	if (duty_may(r))
		ask_request(r);
	emit(&r->out, "<p class='acts'><a href='%s'>%s</a></p>",
	     part_address(r, &v, part_step_no(&v, PART_DUTIES) != 0 ?
	                  PART_DUTIES : PART_ACTORS, 0), say(r, DU_TO_STEP));
	view_close(r);
	return OK;
}

/* Whoever was first has opened it: the second sees what they said. */
static enum status first_of_kind(struct req *r, const struct duty *d)
{
	struct duty_list all = {0};

	TRY(duty_outlines(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == d->kind &&
		    same(all.v[i].local, or_empty(d->local)))
			return STALE;
	return OK;
}

static enum status of_own(struct req *r, struct duty *d)
{
	struct local_duty own;

	d->ground = GROUND_LAW;
	if (d->kind != DUTY_LOCAL)
		return OK;
	TRY(local_duty_get(&r->s, form_text(r, "local", LINE), &own));
	d->local = own.key;
	d->name = own.name;
	d->question = own.question;
	d->ground = own.ground;
	return OK;
}

/* A yes opens it; a no with its motive is the whole of it. */
static enum status answer(struct req *r)
{
	struct duty d = { .kind = (enum duty_kind)form_choice(r, "kind",
		DUTY_CHILDREN, DUTY_LOCAL) };

	if (d.kind == 0)
		return NOT_FOUND;
	TRY(of_own(r, &d));
	d.need = (enum duty_need)form_choice(r, "need", NEED_DIRECT, NEED_NO);
	d.motive = form_text(r, "motive", TEXT);
	d.judged_on = day_of_instant(r->s.now);
	duty_explain(r, duty_flaws(&d) & ~(unsigned)DUTY_NO_WHICH);
	TRY(form_fine(r));
	if (d.kind != DUTY_CONSULTATION || form_raw(r, "more") == NULL)
		TRY(first_of_kind(r, &d));
	TRY(duty_note(&r->s, r->object, &d));
	if (d.need == NEED_NO)
		return go(r, "/a/%s/duties?saved=1", r->object_key);
	return go(r, "/a/%s/duties/%lld?saved=1", r->object_key, d.no);
}

/* They ask for it themselves: a record begins, whatever was judged. */
static enum status request(struct req *r)
{
	struct duty d = { .kind = DUTY_CONSULTATION };
	struct contact *c = PUSH(r->s.mem, &d.log);

	c->kind = CONTACT_REQUEST;
	c->with = form_needed(r, "with", LINE, DU_WANT_WHO);
	c->what = form_needed(r, "what", TEXT, DU_WANT_WHAT);
	c->day = form_day(r, "day");
	if (c->day == 0)
		issue(r, "day", DU_WANT_DAY);
	TRY(form_fine(r));
	TRY(duty_note(&r->s, r->object, &d));
	return go(r, "/a/%s/duties/%lld?saved=1", r->object_key, d.no);
}

/* -- one ----------------------------------------------------------------- */

static struct paper *paper_of(struct req *r, const char *title)
{
	struct paper *p = paper_new(r->s.mem, r->language == ENGLISH ? "en" :
		"sv", title);

	p->author = r->org_name;
	p->subject = say(r, DU_PAPER_SUBJECT);
	p->page_word = say(r, DU_PAPER_PAGE);
	p->made_at = r->s.now;
	return p;
}

static void record_ways(struct req *r, const struct duty *d)
{
	emit(&r->out, "<h2>%s</h2><p class='acts'>"
	     "<a class='btn sec sm' href='/a/%s/duties/%lld/record.pdf'>%s"
	     "</a><a class='btn sec sm' href='/a/%s/duties/%lld/record.docx'>"
	     "%s</a></p>", say(r, d->kind == DUTY_CONSULTATION ? DU_RECORD :
	     DU_RECORD_OTHER), r->object_key, d->no, say(r, DU_PDF),
	     r->object_key, d->no, say(r, DU_DOCX));
}

/* Of the three endings the one it had; before that the first. */
static const enum duty_state stations[] = {
	DUTY_OPEN, DUTY_NOTIFIED, DUTY_OFFERED, DUTY_ONGOING, DUTY_AGREED,
	DUTY_DOCUMENTED,
};

static enum duty_state ending(const struct duty *d)
{
	return d->ended == ENDING_NO_AGREEMENT ? DUTY_NO_AGREEMENT :
	       d->ended == ENDING_DECLINED ? DUTY_DECLINED : DUTY_AGREED;
}

static void path(struct req *r, const struct duty *d)
{
	size_t now = 0;

	for (size_t i = 0; i < COUNT(stations); i++)
		if (stations[i] == d->state || (stations[i] == DUTY_AGREED &&
		    ending(d) == d->state))
			now = i;
	emit(&r->out, "<h2 class='vh'>%s</h2><ol class='path'>",
	     say(r, DU_STATE));
	for (size_t i = 0; i < COUNT(stations); i++) {
		enum duty_state at = stations[i] == DUTY_AGREED ? ending(d) :
		                     stations[i];
		bool last = d->state == DUTY_DOCUMENTED && i == now;
		bool done = last || (i < now && duty_has_been(d, at));

		if (i == now)
			emit(&r->out, "<li class='now' aria-current='step'>");
		else if (done)
			emit(&r->out, "<li class='done'>");
		else
			emit(&r->out, "<li>");
		icon(r, done ? ICON_DONE : i == now ? ICON_HALF :
		        ICON_NOT_BEGUN);
		emit(&r->out, "%s</li>", duty_state_word(r->language, d->kind,
		                                             at));
	}
	emit(&r->out, "</ol>");
}

static enum status facts(struct req *r, const struct duty *d)
{
	struct paper *p = paper_of(r, duty_name(r->language, d));
	struct action_list actions = {0};

	if (d->yields == SAID_YES)
		TRY(action_list(&r->s, r->object, &actions));
	duty_write_facts(p, r->s.mem, r->language, 1, d, &actions);
	paper_html(p, &r->out, 1);
	if (d->yields == SAID_YES)
		emit(&r->out, "<p><a href='/a/%s/action-new'>%s</a></p>",
		     r->object_key, say(r, DU_COMPENSATE));
	return OK;
}

static enum status forms(struct req *r, const struct view *v,
                         const struct duty *d)
{
	if (!v->open)
		emit(&r->out, "<p class='note'>%s</p>", say(r, DU_FROZEN));
	if (duty_judges(r, v, d))
		judge_form(r, v, d);
	if (!duty_may(r) || d->need == NEED_NO)
		return OK;
	if (d->kind == DUTY_CONSULTATION)
		TRY(parties_form(r, d));
	follow_form(r, d);
	return OK;
}

static enum status one_page(struct req *r)
{
	struct view v = {0};
	struct duty d;

	TRY(view_read(r, 0, 0, &v));
	TRY(duty_get(&r->s, v.a.id, arg_no(r, "duty"), &d));
	if (d.kind == DUTY_RIGHTS)
		return NOT_FOUND;
	TRY(duty_view_open(r, &v, duty_name(r->language, &d)));
	emit(&r->out, "<p class='muted'><a href='/a/%s/duties'>%s</a></p>",
	     r->object_key, say(r, DU_TITLE));
	TRY(facts(r, &d));
	if (d.kind == DUTY_CONSULTATION && !duty_is_not_needed(&d))
		path(r, &d);
	if (duty_warns(&d)) {
		emit(&r->out, "<p>");
		duty_state_shown(r, &d);
		emit(&r->out, "</p>");
	}
	if (d.kind == DUTY_CONSULTATION)
		contacts_shown(r, &d);
	TRY(forms(r, &v, &d));
	record_ways(r, &d);
	view_close(r);
	return OK;
}

static enum status one(struct req *r, struct duty *d)
{
	TRY(duty_get(&r->s, r->object, arg_no(r, "duty"), d));
	return d->kind == DUTY_RIGHTS ? NOT_FOUND : OK;
}

static enum status judge(struct req *r)
{
	struct duty d;

	TRY(one(r, &d));
	judge_read(r, &d);
	TRY(form_fine(r));
	TRY(duty_judge(&r->s, r->object, &d));
	return go(r, "/a/%s/duties/%lld?saved=1", r->object_key, d.no);
}

static enum status follow(struct req *r)
{
	struct duty d;

	TRY(one(r, &d));
	if (form_version(r) != d.version)
		return STALE;
	follow_read(r, &d);
	TRY(form_fine(r));
	TRY(duty_follow(&r->s, r->object, &d));
	return go(r, "/a/%s/duties/%lld?saved=1", r->object_key, d.no);
}

/* -- as a paper ---------------------------------------------------------- */

static enum status registry(struct req *r, struct paper *p, i64 subject)
{
	struct subject s = {0};
	const char *numbers = "";

	TRY(subject_get(&r->s, subject, &s));
	for (size_t i = 0; i < s.registry.n; i++)
		numbers = arena_print(r->s.mem, "%s%s%s", numbers,
		                      i == 0 ? "" : ", ",
		                      s.registry.v[i].number);
	if (*numbers == '\0')
		return OK;
	paper_facts(p);
	paper_fact(p, say(r, DU_REGISTRY), numbers);
	return OK;
}

static enum status record(struct req *r)
{
	struct action_list actions = {0};
	struct assessment a = {0};
	struct paper *p;
	struct duty d;

	TRY(one(r, &d));
	TRY(assess_get(&r->s, r->object, &a));
	TRY(action_list(&r->s, r->object, &actions));
	p = paper_of(r, say_with(r, DU_PAPER_TITLE, a.title,
	             duty_name(r->language, &d)));
	paper_heading(p, 1, NULL, a.title);
	TRY(registry(r, p, a.subject));
	duty_write(p, r->s.mem, r->language, 2, &d, &actions);
	return paper_reply(r, p, "record");
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/duties", all_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/duties", answer, ANSWER, ON_ASSESSMENT,
	  all_page },
	{ POST, "/a/:assessment/duty-requests", request, ANSWER,
	  ON_ASSESSMENT, all_page },
	{ GET, "/a/:assessment/duties/:duty", one_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/duties/:duty", judge, ANSWER, ON_ASSESSMENT,
	  one_page },
	{ POST, "/a/:assessment/duties/:duty/state", follow, ANSWER,
	  ON_ASSESSMENT, one_page },
	{ GET, "/a/:assessment/duties/:duty/record.:kind", record, READ,
	  ON_ASSESSMENT, .heavy = true },
	{ 0 },
};
const struct route *const duty_routes = rows;
