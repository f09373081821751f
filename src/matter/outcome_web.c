/* Everything the bodies have decided in a matter, latest first. */
#include "base/text.h"
#include "kit/icu.h"
#include "matter/chain.msg"
#include "matter/matter_view.h"

static void day_row(struct req *r, const struct sentence *label, i64 day)
{
	emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>", say(r, label),
	     say_day(r, day));
}

void dates_shown(struct req *r, const struct outcome *o)
{
	struct date_help d = outcome_dates(o);

	emit(&r->out, "<h2>%s</h2>", say(r, DATES_HEAD));
	if (d.minutes_by == 0 || o->body.kind == BODY_DELEGATE) {
		emit(&r->out, "<p>%s</p>", say(r, DATES_BODY_ONLY));
		return;
	}
	emit(&r->out, "<dl class='sum'>");
	if (o->approved_on == 0)
		day_row(r, DATES_MINUTES, d.minutes_by);
	if (o->posted_on == 0)
		day_row(r, DATES_POSTED, d.post_by);
	if (o->role == ROLE_DECIDES)
		day_row(r, DATES_APPEAL, d.appeal_by);
	emit(&r->out, "</dl><p class='small'>%s</p>", say_with(r, DATES_INFO,
	     say_day(r, o->posted_on != 0 ? o->posted_on : o->approved_on !=
	     0 ? o->approved_on : o->held_on), NULL));
}

static void said(struct req *r, const struct sentence *label,
                 const char *text)
{
	struct text_list lines = text_lines(r->s.mem, or_empty(text));

	if (lines.n == 0)
		return;
	emit(&r->out, "<h3>%s</h3>", say(r, label));
	for (size_t i = 0; i < lines.n; i++)
		emit(&r->out, "<p>%s</p>", lines.v[i]);
}

/* "Justerat 5 juni · Anslaget 7 juni · Kan överklagas till och med …" */
static void after(struct req *r, const struct outcome *o)
{
	struct date_help d = outcome_dates(o);

	if (o->approved_on == 0)
		return;
	emit(&r->out, "<p class='muted'>%s", say_with(r, DECISION_APPROVED,
	     say_day(r, o->approved_on), NULL));
	if (o->posted_on != 0)
		emit(&r->out, " · %s", say_with(r, DECISION_POSTED,
		     say_day(r, o->posted_on), NULL));
	if (o->appealed)
		emit(&r->out, " · %s", say(r, DECISION_APPEALED));
	else if (o->posted_on != 0 && o->role == ROLE_DECIDES)
		emit(&r->out, " · %s", say_with(r, d.appeal_by <
		     day_of_instant(r->s.now) ? DECISION_FORCE :
		     DECISION_APPEAL_BY, say_day(r, d.appeal_by), NULL));
	emit(&r->out, "</p>");
}

static void decision(struct req *r, const struct outcome *o)
{
	emit(&r->out, "<section id='d%lld'><h2>%s: %s</h2><p class='muted'>"
	     "%s", o->no, body_title(r->s.mem, &o->body),
	     outcome_word(r, o->kind), say_day(r, o->held_on));
	if (!text_blank(o->paragraph))
		emit(&r->out, " · %s", o->paragraph);
	emit(&r->out, " · %s", role_word(r, o->role));
	if (may_write(r))
		emit(&r->out, " · <a href='/m/%s/decisions/%lld'>%s"
		     "<span class='vh'> %s</span></a>", r->object_key, o->no,
		     say(r, DECISION_FIX), o->body.name);
	emit(&r->out, "</p>");
	if (o->minority)
		emit(&r->out, "<p>%s</p>", say_with(r, DECISION_MINORITY,
		     number_say(r->s.mem, r->language, o->in_favour),
		     number_say(r->s.mem, r->language, o->present)));
	said(r, DECISION_WHAT, o->text);
	said(r, DECISION_REASON, o->reason);
	said(r, DECISION_WEIGHING, o->weighing);
	said(r, DECISION_RESERVATION, o->reservation);
	after(r, o);
	emit(&r->out, "</section>");
}

static enum status page(struct req *r)
{
	struct outcome_list all = {0};
	struct matter m;

	TRY(outcome_list(&r->s, r->object, &all));
	TRY(matter_open(r, say(r, DECISIONS_HEAD), &m));
	emit(&r->out, "<div class='two'><div>");
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, DECISIONS_NONE));
	for (size_t i = all.n; i > 0; i--)
		decision(r, &all.v[i - 1]);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, DATES_HEAD));
	if (all.n > 0)
		dates_shown(r, &all.v[all.n - 1]);
	emit(&r->out, "</aside></div>");
	matter_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/m/:matter/decisions", page, READ, ON_MATTER },
	{ 0 },
};
const struct route *const decision_routes = rows;
