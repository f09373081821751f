/*
 * A step of a draft, drawn by the same parts that draw it for those who answer,
 * over an assessment that is nowhere: it has no id, so nothing is found and
 * nothing could be saved. The page is inert; all it says can also be read on
 * the pages of the draft.
 */
#include <string.h>

#include "assess/preview.msg"
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"
#include "method/draft.h"

static enum depth depth_asked(const struct req *r)
{
	i64 depth = query_no(r, "depth");

	return depth < DEPTH_QUICK || depth > DEPTH_DEEP ? DEPTH_STANDARD :
	       (enum depth)depth;
}

static void example(struct req *r, struct view *v)
{
	struct priority *p = PUSH(r->s.mem, &v->priorities);

	*p = (struct priority){ .no = 1, .now = { .no = 1,
		.title = say(r, V_PRIORITY), .text = "", .serves = "" } };
	v->priority = v->step->per_priority ? p : NULL;
}

/* Valid frameworks of the organisation, so that goals are there to choose. */
static enum status frameworks(struct req *r, struct view *v)
{
	struct framework_list all = {0};

	TRY(framework_list(&r->s, &all));
	for (size_t i = 0; i < all.n && v->frameworks.n < 4; i++) {
		struct framework f = {0};

		if (all.v[i].state != FRAMEWORK_VALID)
			continue;
		TRY(framework_get(&r->s, all.v[i].id, &f));
		*PUSH(r->s.mem, &v->frameworks) = f;
	}
	return OK;
}

static void depths(struct req *r, const struct method_draft *d, i64 step,
                   enum depth now)
{
	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, V_DEPTHS));
	for (enum depth k = DEPTH_QUICK; k <= DEPTH_DEEP; k++)
		tab(r, k == now, arena_print(r->s.mem,
		    "%s/steps/%lld/preview?depth=%d", draft_address(r, d),
		    step, (int)k), depth_say(r, k));
	emit(&r->out, "</ul></nav>");
}

/* Links of the parts lead into an assessment that is nowhere: they go, from
 * here on, and only what they say stays. */
static void without_links(struct markup *out, size_t from)
{
	char *at = out->text + from;

	while ((at = strstr(at, " href='")) != NULL) {
		char *end = strchr(at + strlen(" href='"), '\'');

		ASSERT(end != NULL);
		memmove(at, end + 1, strlen(end + 1) + 1);
		out->n -= (size_t)(end + 1 - at);
	}
}

static enum status page(struct req *r)
{
	size_t from;
	enum depth depth = depth_asked(r);
	struct method_draft d = {0};
	struct view v = { .open = true };

	TRY(draft_here(r, &d));
	draft_fill_english(&d.model);
	v.method = d.model;
	v.a.key = d.key;
	v.a.depth = depth;
	v.a.state = ASSESS_DRAFT;
	v.step = draft_step(r, &d);
	if (v.step == NULL)
		return NOT_FOUND;
	v.address = "";
	example(r, &v);
	TRY(frameworks(r, &v));
	draft_top(r, &d, say(r, V_TITLE));
	emit(&r->out, "<p><a href='%s/steps/%lld'>%s</a></p>"
	     "<p class='note'>%s</p>", draft_address(r, &d), v.step->no,
	     say(r, V_BACK), say_with(r, V_LEAD, text_fold(r->s.mem,
	     depth_say(r, depth)), NULL));
	depths(r, &d, v.step->no, depth);
	emit(&r->out, "<div inert>");
	from = r->out.n;
	TRY(step_drawn(r, &v));
	without_links(&r->out, from);
	emit(&r->out, "</div>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/o/:org/method-drafts/:draft/steps/:step/preview", page, LEAD,
	  ON_ORG },
	{ 0 },
};
const struct route *const preview_routes = rows;
