/* Each duty as one line; a yes opens it. The same lines are a question of a
 * step and a page of their own. */
#include "account/account.h"
#include "action/action.h"
#include "actor/actor.h"
#include "assess/words.h"
#include "base/text.h"
#include "duty/duty_view.h"
#include "duty/page.msg"
#include "duty/duty.msg"

struct lines {
	struct org             org;
	struct subject         subject;
	struct duty_list       duties;
	struct local_duty_list locals;
	bool                   may;     /* answer what is not answered */
};

bool duty_may(const struct req *r)
{
	return (r->rights & ANSWER) != 0;
}

bool duty_judges(const struct req *r, const struct view *v,
                 const struct duty *d)
{
	bool unsaid = d->kind != DUTY_RIGHTS && (d->need == NEED_UNSAID ||
	              d->need == NEED_UNCLEAR);

	return (r->rights & ANSWER) != 0 && (v->open || unsaid);
}

void fold_open(struct req *r, const char *form, bool open, const char *title)
{
	bool failed = r->failed && same(form_raw(r, "form"), form);

	if (open || failed)
		emit(&r->out, "<details open><summary>%s</summary>", title);
	else
		emit(&r->out, "<details><summary>%s</summary>", title);
}

void fold_close(struct req *r)
{
	emit(&r->out, "</details>");
}

/* -- one that is recorded ------------------------------------------------ */

void duty_state_shown(struct req *r, const struct duty *d)
{
	const char *text = duty_stands(r->s.mem, r->language, d);

	if (d->kind == DUTY_CHILDREN && duty_warns(d) &&
	    (d->need == NEED_DIRECT || d->need == NEED_INDIRECT))
		text = arena_print(r->s.mem, "%s %s", say(r, d->need ==
			NEED_DIRECT ? DS_AFFECTED : DS_AFFECTED_IND), text);
	if (duty_warns(d))
		state(r, ICON_LATE, "due", text);
	else if (duty_is_settled(d))
		state(r, ICON_DONE, "ok", text);
	else
		state(r, ICON_HALF, "", text);
}

static void summary(struct req *r, const char *anchor, const char *name,
                    const char *ground, const char *form)
{
	bool failed = form != NULL && r->failed &&
	              same(form_raw(r, "form"), form);

	if (failed)
		emit(&r->out, "<details class='duty' id='%s-line' open>",
		     anchor);
	else
		emit(&r->out, "<details class='duty' id='%s-line'>", anchor);
	emit(&r->out, "<summary><span class='l'>%s</span><span"
	     " class='ground'>%s</span><span class='ground'>", name, ground);
}

static void row(struct req *r, const struct sentence *label,
                const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, label), text);
}

static const char *party_names(struct req *r, const struct duty *d)
{
	const char *all = "";

	for (size_t i = 0; i < d->parties.n; i++)
		all = arena_print(r->s.mem, "%s%s%s", all, i == 0 ? "" : ", ",
		                  d->parties.v[i].name);
	return all;
}

/* What came in by itself, and the latest of the other contacts. */
static void of_log(struct req *r, const struct duty *d)
{
	const char *asked = "", *latest = "";

	for (size_t i = 0; i < d->log.n; i++) {
		const struct contact *c = &d->log.v[i];

		if (c->kind == CONTACT_REQUEST)
			asked = arena_print(r->s.mem, "%s%s%s", asked,
			        *asked == '\0' ? "" : ". ",
			        say_with(r, DU_REQUEST_OF, c->with,
			                 say_day(r, c->day)));
		else
			latest = say_with(r, DU_REQUEST_OF, contact_kind_word(
			         r->language, c->kind), say_day(r, c->day));
	}
	row(r, DU_PARTIES, party_names(r, d));
	row(r, DU_LATEST, latest);
	row(r, DU_REQUESTS, *asked == '\0' ? say(r, DU_NO_REQUEST) : asked);
}

static void recorded(struct req *r, const struct duty *d)
{
	summary(r, arena_print(r->s.mem, "duty%lld", d->no),
	        duty_name(r->language, d),
	        duty_ground_word(r->s.mem, r->language, d), NULL);
	duty_state_shown(r, d);
	emit(&r->out, "</span></summary><dl class='sum'>");
	if (d->need != NEED_UNSAID)
		row(r, d->kind == DUTY_CHILDREN ? DD_AFFECTED : DD_NEED,
		    duty_need_word(r->language, d->kind, d->need));
	row(r, d->kind == DUTY_MINORITIES ? DD_WHICH : DD_CONCERNS,
	    duty_concerns(r->s.mem, r->language, d));
	if (d->exempt != EXEMPT_NOT)
		row(r, DD_EXEMPT, duty_exemption_word(r->language,
		                                      d->exempt));
	row(r, DD_MOTIVE, d->motive);
	row(r, DD_WHY, d->state_why);
	if (d->kind == DUTY_CONSULTATION)
		of_log(r, d);
	emit(&r->out, "</dl>");
	if (d->kind == DUTY_CONSULTATION)
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say(r, DU_LOG_IS));
	emit(&r->out, "<p><a href='/a/%s/duties/%lld'>%s<span class='vh'> %s"
	     "</span></a></p></details>", r->object_key, d->no,
	     say(r, DU_OPEN_IT), duty_name(r->language, d));
}

/* -- one that is only asked ---------------------------------------------- */

static void need(struct req *r, const struct duty *d, enum duty_need value,
                 struct option_list *out)
{
	option_add(r, out, arena_print(r->s.mem, "%d", (int)value),
	           duty_need_word(r->language, d->kind, value),
	           d->need == value);
}

void ask_need(struct req *r, const struct duty *d)
{
	struct option_list all = {0};

	if (d->kind == DUTY_CHILDREN) {
		need(r, d, NEED_DIRECT, &all);
		need(r, d, NEED_INDIRECT, &all);
	} else {
		need(r, d, NEED_YES, &all);
		need(r, d, NEED_UNCLEAR, &all);
	}
	need(r, d, NEED_NO, &all);
	ask_line(r, &(struct ask){ .name = "need",
		.label = duty_asks(r->language, d) }, &all, false);
	ask_text(r, &(struct ask){ .name = "motive", .rows = 2,
		.label = say(r, DU_MOTIVE), .stored = d->motive,
		.hint = say(r, d->kind == DUTY_CONSULTATION ?
		            DU_MOTIVE_HINT : DU_MOTIVE_NO) });
}

static void answer_form(struct req *r, const struct duty *d,
                        const char *name, bool more)
{
	form_open(r, name, "/a/%s/duties", r->object_key);
	form_hidden_no(r, "kind", (i64)d->kind);
	if (d->kind == DUTY_LOCAL)
		form_hidden(r, "local", d->local);
	if (more)
		form_hidden(r, "more", "1");
	ask_need(r, d);
	button_save(r, say(r, DU_ANSWER));
	form_close(r);
}

/* Whom the register has, so that the question is a real one; not to one who is
 * let in to the assessment alone. */
static enum status listed(struct req *r, const struct lines *l)
{
	struct actor_list all = {0};
	const char *names = "";

	if (!r->let_in)
		TRY(actor_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == ACTOR_SAMI && !all.v[i].retired)
			names = arena_print(r->s.mem, "%s%s%s", names,
			                    *names == '\0' ? "" : ", ",
			                    all.v[i].name);
	if (l->subject.kind == SUBJECT_STRATEGY ||
	    l->subject.kind == SUBJECT_PROGRAMME ||
	    l->subject.kind == SUBJECT_PLAN ||
	    l->subject.kind == SUBJECT_POLICY)
		emit(&r->out, "<p class='small'>%s</p>", say(r, DQ_LISTED));
	if (*names != '\0')
		emit(&r->out, "<p class='small'>%s</p>",
		     say_with(r, DQ_PARTIES, names, NULL));
	return OK;
}

static enum status asked(struct req *r, const struct lines *l,
                         const struct duty *d, const char *anchor,
                         const char *source)
{
	bool reply = d->kind == DUTY_CONSULTATION &&
	             l->subject.kind == SUBJECT_REPLY;

	summary(r, anchor, duty_name(r->language, d),
	        duty_ground_word(r->s.mem, r->language, d), anchor);
	if (reply)
		state(r, ICON_OUTSIDE, "", say(r, DU_EXEMPT_REPLY));
	else
		state(r, ICON_NOT_BEGUN, "", say(r, d->ground ==
		      GROUND_METHOD ? DU_NOT_CHOSEN : DU_UNANSWERED));
	emit(&r->out, "</span></summary>");
	if (reply)
		emit(&r->out, "<p class='small'>%s</p>", say(r, DQ_REPLY));
	else if (d->kind == DUTY_CONSULTATION)
		TRY(listed(r, l));
	if (!text_blank(source))
		emit(&r->out, "<p class='small muted'>%s</p>",
		     say_with(r, DU_SOURCE, source, NULL));
	if (l->may)
		answer_form(r, d, anchor, false);
	else
		emit(&r->out, "<p>%s</p>", duty_asks(r->language, d));
	emit(&r->out, "</details>");
	return OK;
}

/* -- all lines ----------------------------------------------------------- */

static bool any_of(const struct duty_list *all, enum duty_kind kind,
                   const char *local)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == kind && (local == NULL ||
		    same(all->v[i].local, local)))
			return true;
	return false;
}

static bool is_asked(const struct lines *l, enum duty_kind kind)
{
	enum subject_kind subject = l->subject.kind;

	/* Of a reply it is said that it is exempt. */
	if (kind == DUTY_CONSULTATION && subject == SUBJECT_REPLY)
		subject = SUBJECT_OTHER;
	return duty_asked_of(kind, (int)l->org.kind, subject);
}

static enum status of_kind(struct req *r, const struct view *v,
                           const struct lines *l, enum duty_kind kind)
{
	struct duty d = { .kind = kind, .ground = GROUND_LAW, .motive = "" };

	for (size_t i = 0; i < l->duties.n; i++)
		if (l->duties.v[i].kind == kind)
			recorded(r, &l->duties.v[i]);
	if (any_of(&l->duties, kind, NULL) || !is_asked(l, kind) ||
	    (!v->open && kind != DUTY_CONSULTATION))
		return OK;
	return asked(r, l, &d, arena_print(r->s.mem, "ask%d", (int)kind),
	             NULL);
}

static enum status of_own(struct req *r, const struct view *v,
                          const struct lines *l)
{
	TRY(of_kind(r, v, l, DUTY_LOCAL));
	for (size_t i = 0; i < l->locals.n && v->open; i++) {
		const struct local_duty *own = &l->locals.v[i];
		struct duty d = { .kind = DUTY_LOCAL, .ground = own->ground,
			.local = own->key, .name = own->name,
			.question = own->question, .motive = "" };

		if (local_duty_asked(own, l->subject.kind) &&
		    !any_of(&l->duties, DUTY_LOCAL, own->key))
			TRY(asked(r, l, &d, arena_print(r->s.mem, "own-%s",
			          own->key), own->source));
	}
	return OK;
}

enum status duty_lines(struct req *r, const struct view *v)
{
	struct lines l = { .may = duty_may(r) };

	TRY(org_get(&r->s, r->s.org, &l.org));
	TRY(view_subject(r, v, &l.subject));
	TRY(duty_list(&r->s, v->a.id, &l.duties));
	TRY(local_duty_list(&r->s, &l.locals));
	for (int k = DUTY_CHILDREN; k < DUTY_LOCAL; k++)
		TRY(of_kind(r, v, &l, (enum duty_kind)k));
	return of_own(r, v, &l);
}

/* -- the part ------------------------------------------------------------ */

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	emit(&r->out, "<section id='%s' aria-labelledby='%s-h'><h2 id='%s-h'>"
	     "%s</h2>", q->key, q->key, q->key,
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	TRY(duty_lines(r, v));
	if (duty_may(r))
		emit(&r->out, "<p class='noprint'><a href='/a/%s/duties'>%s"
		     "</a></p>", v->a.key, say(r, DU_REQUEST_HEAD));
	emit(&r->out, "</section>");
	return OK;
}

static void lack(struct req *r, const struct view *v, const struct duty *d,
                 const char *text, struct lack_list *lacks)
{
	lack_add(r, lacks, false, part_step_no(v, PART_DUTIES), text,
	         arena_print(r->s.mem, "/a/%s/duties/%lld", r->object_key,
	                     d->no));
	lacks->v[lacks->n - 1].lawful = true;
}

static enum status uncompensated(struct req *r, const struct view *v,
                                 const struct duty *d,
                                 struct lack_list *lacks)
{
	struct action_list all = {0};

	if (d->kind != DUTY_CHILDREN || d->yields != SAID_YES)
		return OK;
	TRY(action_list(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].purpose == PURPOSE_COMPENSATE)
			return OK;
	lack(r, v, d, say(r, DU_LACK_COMPENSATE), lacks);
	return OK;
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q,
                           struct lack_list *lacks)
{
	struct duty_list all = {0};

	(void)q;
	TRY(duty_outlines(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct duty *d = &all.v[i];

		if (duty_warns(d))
			lack(r, v, d, say_with(r, DU_LACK,
			     duty_name(r->language, d), duty_stands(r->s.mem,
			     r->language, d)), lacks);
		TRY(uncompensated(r, v, d, lacks));
	}
	return OK;
}

const struct part part_duties = {
	.kind = PART_DUTIES, .draw = draw, .lacking = lacking,
	.always = true,
};
