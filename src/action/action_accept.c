/* Whether somebody at another organisation has accepted an action there. */
#include "account/account.h"
#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "action/action_form.h"
#include "base/text.h"
#include "kit/icu.h"

/* Who says it: one of ours, who must tell who and where; one of theirs; or one
 * let in from a third organisation, who cannot say it at all. */
enum teller { TELLS_HERE, TELLS_THERE, TELLS_NOTHING };

static enum status who_tells(struct req *r, const struct action *a,
                             enum teller *out)
{
	const char *from = "";

	*out = TELLS_HERE;
	if (!r->let_in)
		return OK;
	TRY(access_organisation(&r->s, ON_ASSESSMENT, r->object, &from));
	*out = same(text_fold(r->s.mem, from),
	            text_fold(r->s.mem, a->other_org)) ? TELLS_THERE :
	       TELLS_NOTHING;
	return OK;
}

static void ask_it(struct req *r, const struct action *a, bool there)
{
	form_open(r, "accept", "/a/%s/actions/%lld/accept", r->object_key,
	          a->no);
	ask_version(r, a->version);
	ask_text(r, &(struct ask){ .name = "accepted_by", .class = "w20",
		.label = say(r, ACCEPT_WHO), .stored = a->accepted_by,
		.hint = say(r, ACCEPT_WHO_HINT) });
	if (!there)
		ask_text(r, &(struct ask){ .name = "accepted_source",
			.label = say(r, ACCEPT_SOURCE),
			.stored = a->accepted_source,
			.hint = say(r, ACCEPT_SOURCE_HINT) });
	ask_day(r, &(struct ask){ .name = "accepted_on",
		.label = say(r, ACCEPT_DAY) }, a->accepted_on);
	button_save(r, say(r, ACCEPT_SAVE));
	form_close(r);
}

enum status ask_accept(struct req *r, const struct action *a)
{
	bool done = action_is_accepted(a);
	enum teller who;

	if (text_blank(a->other_org))
		return OK;
	TRY(who_tells(r, a, &who));
	if (who == TELLS_NOTHING)
		return OK;
	emit(&r->out, "<h2>%s</h2>", say_with(r, ACCEPT_HEAD, a->other_org,
	                                      NULL));
	if (done)
		emit(&r->out, "<p>%s.</p><details><summary>%s</summary>",
		     accepted_words(r, a), say(r, ACCEPT_CHANGE));
	if (action_has_day_alone(a))
		emit(&r->out, "<p class='note'>%s</p>", say_with(r,
		     ACCEPT_DAY_ALONE, say_day(r, a->accepted_on), NULL));
	emit(&r->out, "<p>%s</p>", say_with(r, who == TELLS_THERE ?
	     ACCEPT_THERE : ACCEPT_NOTED, a->other_org, NULL));
	ask_it(r, a, who == TELLS_THERE);
	if (!done)
		return OK;
	button_form(r, "unaccept", "btn sec sm", say(r, ACCEPT_UNDO),
	            "/a/%s/actions/%lld/unaccept", r->object_key, a->no);
	emit(&r->out, "</details>");
	return OK;
}

enum status may_accept(struct req *r, const struct action *a, bool *there)
{
	enum teller who;

	TRY(who_tells(r, a, &who));
	if (text_blank(a->other_org))
		return NOT_FOUND;
	if (who == TELLS_NOTHING)
		issue_text(r, NULL, say_with(r, WANT_ACCEPT_OWN,
		                             a->other_org, NULL));
	*there = who == TELLS_THERE;
	return form_fine(r);
}

enum status read_accept(struct req *r, struct action *a)
{
	unsigned flaws;
	bool there;

	TRY(may_accept(r, a, &there));
	a->accepted_by = form_text(r, "accepted_by", LINE);
	a->accepted_source = there ? "" :
	                     form_text(r, "accepted_source", LINE);
	a->accepted_on = form_day(r, "accepted_on");
	a->version = form_version(r);
	flaws = accept_flaws(a, there, day_of_instant(r->s.now));
	if (flaws & ACCEPT_NO_WHO)
		issue(r, "accepted_by", WANT_ACCEPT_WHO);
	if (flaws & ACCEPT_NO_SOURCE)
		issue(r, "accepted_source", WANT_ACCEPT_SOURCE);
	if (flaws & ACCEPT_NO_DAY)
		issue(r, "accepted_on", WANT_ACCEPT_DAY);
	return form_fine(r);
}
