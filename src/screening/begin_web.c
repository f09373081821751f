/* From what is registered to its first step: which model, how deep, which
 * frameworks. Rules and the screening are shown; they choose nothing. */
#include "screening/screening.msg"
#include "screening/screening_show.h"
#include "assess/about_form.h"
#include "base/text.h"

struct beginning {
	struct subject          what;
	struct assessment_list  earlier;
	struct method_list      offered;
	struct method           model;  /* the one that is shown */
	enum depth              depth;
	bool                    screened;
	struct screening        last;
	struct trigger_hit_list hits;
};

/* -- reading ------------------------------------------------------------- */

static enum status read_model(struct req *r, struct beginning *b)
{
	const char *key = r->failed ? form_raw(r, "model") :
	                  query_text(r, "model");
	size_t at = method_usual(&b->offered);

	if (b->offered.n == 0)
		return OK;
	for (size_t i = 0; i < b->offered.n; i++)
		if (same(b->offered.v[i].key, key))
			at = i;
	return method_get(&r->s, b->offered.v[at].id, &b->model);
}

static enum status read_all(struct req *r, struct beginning *b)
{
	struct screening_list all = {0};
	i64 id, depth = query_no(r, "depth");

	TRY(subject_by_key(&r->s, arg_text(r, "subject"), &id));
	TRY(subject_get(&r->s, id, &b->what));
	TRY(assess_of_subject(&r->s, id, &b->earlier));
	TRY(method_offered(&r->s, &b->offered));
	TRY(screening_of_subject(&r->s, id, &all));
	b->screened = all.n > 0;
	if (b->screened)
		b->last = all.v[0];
	b->depth = depth >= DEPTH_QUICK && depth <= DEPTH_DEEP ?
	           (enum depth)depth : b->screened && b->last.depth != 0 ?
	           b->last.depth : DEPTH_STANDARD;
	TRY(trigger_try(&r->s, &b->what, b->screened ? &b->last : NULL,
	                &b->hits));
	return read_model(r, b);
}

/* -- the page ------------------------------------------------------------ */

static void models(struct req *r, const struct beginning *b)
{
	if (b->offered.n < 2)
		return;
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, G_MODEL));
	for (size_t i = 0; i < b->offered.n; i++) {
		const struct method *m = &b->offered.v[i];

		tab(r, m->id == b->model.id, arena_print(r->s.mem,
		    "/o/%s/begin/%s?model=%s&depth=%d", r->org_key,
		    b->what.key, m->key, (int)b->depth),
		    either(r, m->title_sv, m->title_en));
	}
	emit(&r->out, "</ul></nav><p>%s</p>", either(r, b->model.about_sv,
	     b->model.about_en));
}

static void screened(struct req *r, const struct beginning *b)
{
	if (!b->screened || b->last.result == SCREENING_OPEN)
		emit(&r->out, "<p><a href='/o/%s/subjects/%s/screening'>%s</a>"
		     "</p>", r->org_key, b->what.key, say(r, G_SCREEN));
	else if (b->last.result == SCREENING_NOT_NEEDED)
		emit(&r->out, "<p>%s</p>", say_with(r, G_NOT_NEEDED,
		     b->last.motive, NULL));
	else if (b->last.depth != 0)
		emit(&r->out, "<p>%s</p>", say_with(r, G_SCREENED,
		     depth_say(r, b->last.depth), NULL));
	if (assessment_is_late(b->what.phase, b->earlier.n))
		emit(&r->out, "<p class='note'>%s</p>", say(r, G_LATE));
}

static enum status how_form(struct req *r, const struct beginning *b)
{
	struct method_list only = { (struct method *)&b->model, 1, 1 };
	struct framework_list preselected = {0};

	TRY(frameworks_for(r, &b->model, b->depth, &preselected));
	models(r, b);
	form_open(r, "begin", "/o/%s/begin/%s", r->org_key, b->what.key);
	TRY(ask_how(r, &only, &b->model, b->depth, &preselected));
	button_save(r, say(r, G_CREATE));
	form_close(r);
	return OK;
}

static void exists(struct req *r, const struct beginning *b)
{
	emit(&r->out, "<p>%s</p><ul class='rows'>", say(r, G_EXISTS));
	for (size_t i = 0; i < b->earlier.n; i++)
		assessment_row(r, &b->earlier.v[i]);
	emit(&r->out, "</ul>");
}

static enum status begin_page(struct req *r)
{
	struct trigger_facts facts;
	struct beginning b = {0};

	TRY(read_all(r, &b));
	facts = trigger_facts_of(&b.what, b.screened ? &b.last : NULL);
	page_open(r, &(struct page){ .title = say(r, G_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, G_HEAD), say_with(r, G_LEAD, b.what.title, NULL));
	if (b.earlier.n > 0)
		exists(r, &b);
	else if (b.offered.n > 0)
		TRY(how_form(r, &b));
	emit(&r->out, "</div><aside class='side' aria-label='%s'><h2>%s</h2>",
	     say(r, S_TITLE), say(r, S_TITLE));
	screened(r, &b);
	trigger_shown(r, &b.hits, &facts);
	emit(&r->out, "<p class='muted'>%s</p></aside></div>",
	     say(r, G_REGISTERED));
	page_close(r);
	return OK;
}

/* What was said in the screening is not asked again. */
static enum status create(struct req *r)
{
	struct beginning b = {0};
	struct assessment a = {0};
	struct how how = {0};

	TRY(read_all(r, &b));
	if (b.earlier.n > 0)
		return TAKEN;
	TRY(read_how(r, &how));
	a.outside = b.last.outside;
	a.baseline = b.last.baseline;
	TRY(assess_begin(r, &b.what, &how, &a));
	TRY(screening_take(&r->s, b.what.id, a.id));
	if (b.last.assessment == 0)
		b.last.assessment = a.id;
	TRY(screening_opened(r, &b.what, &b.last));
	return go(r, "/a/%s/steps/1", a.key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/begin/:subject", begin_page, EDIT, ON_ORG },
	{ POST, "/o/:org/begin/:subject", create, EDIT, ON_ORG, begin_page },
	{ 0 },
};
const struct route *const begin_routes = rows;
