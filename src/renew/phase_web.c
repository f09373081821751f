/* In which phase the work is. It may change after the end too, and then it is
 * what says that an assessment behöver ses över (BR-01); it is of what is
 * assured, and no content of an assessment. */
#include "assess/about_form.h"
#include "assess/view.h"
#include "base/rights.h"
#include "renew/renewal.h"
#include "renew/renewal.msg"
#include "web/form.h"
#include "web/page.h"

static enum status assured(struct req *r, struct subject *s)
{
	struct assessment a = {0};

	if (r->let_in)          /* it is the organisation's */
		return NOT_FOUND;
	TRY(assess_get(&r->s, r->object, &a));
	return subject_get(&r->s, a.subject, s);
}

static enum status page(struct req *r)
{
	struct subject s = {0};
	struct view v = {0};

	TRY(assured(r, &s));
	TRY(view_read(r, 0, 0, &v));
	if (v.open)
		return go(r, "/a/%s/about", v.a.key);
	TRY(view_open(r, &v, say(r, N_PHASE)));
	emit(&r->out, "<p class='muted'><a href='/a/%s'>%s</a></p><h1>%s</h1>"
	     "<p class='lead'>%s</p>", v.a.key, v.a.title, say(r, N_PHASE),
	     say(r, N_PHASE_LEAD));
	form_open(r, "phase", "/a/%s/phase", v.a.key);
	ask_version(r, s.version);
	ask_phase(r, s.phase);
	button_save(r, say(r, N_PHASE_SAVE));
	form_close(r);
	view_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct subject s = {0};

	TRY(assured(r, &s));
	s.version = form_version(r);
	s.phase = (enum subject_phase)form_choice(r, "phase", PHASE_UNSAID,
	                                          PHASE_REVISION);
	TRY(form_fine(r));
	TRY(subject_change(&r->s, &s));
	return go(r, "/a/%s?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/phase", page, EDIT, ON_ASSESSMENT },
	{ POST, "/a/:assessment/phase", save, EDIT, ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const phase_routes = rows;
