/* The facts of an assessment: what is assured, how, and against what. */
#include "assess/about.msg"
#include "assess/about_form.h"
#include "assess/priority_web.h"
#include "base/text.h"

static void ask_fact(struct req *r, const char *name,
                     const struct sentence *label,
                     const struct sentence *hint, const char *stored,
                     int lines)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.hint = hint == NULL ? NULL : say(r, hint), .stored = stored,
		.rows = lines, .optional = true });
}

static void facts_form(struct req *r, const struct view *v,
                       const struct subject *s)
{
	const struct assessment *a = &v->a;

	form_open(r, "facts", "/a/%s/about", a->key);
	ask_version(r, a->version);
	form_hidden_no(r, "subject_version", s->version);
	ask_text(r, &(struct ask){ .name = "title", .label = say(r, B_WHAT),
		.stored = s->title });
	ask_kind(r, s->kind);
	ask_phase(r, s->phase);
	ask_registry(r, &s->registry);
	ask_fact(r, "description", C_DESCRIPTION, C_DESCRIPTION_HINT,
	         s->description, 3);
	ask_fact(r, "decided_by", C_DECIDED_BY, C_DECIDED_BY_HINT,
	         s->decided_by, 0);
	ask_day(r, &(struct ask){ .name = "decided_on",
		.label = say(r, C_DECIDED_ON), .hint = say(r, C_DAY_HINT),
		.optional = true }, s->decided_on);
	ask_fact(r, "belongs_to", C_BELONGS_TO, C_BELONGS_TO_HINT,
	         s->belongs_to, 0);
	ask_fact(r, "unit", C_UNIT, NULL, s->unit, 0);
	ask_fact(r, "place", C_PLACE, NULL, s->place, 0);
	ask_judged(r, a->judged);
	ask_depth(r, &v->method, a->depth);
	ask_fact(r, "reason", C_REASON, NULL, a->reason, 2);
	ask_fact(r, "baseline", C_BASELINE, NULL, a->baseline, 2);
	ask_fact(r, "outside", C_OUTSIDE, NULL, a->outside, 2);
	ask_fact(r, "carried_out", C_CARRIED_OUT, C_CARRIED_HINT,
	         a->carried_out, 3);
	ask_fact(r, "client", C_CLIENT, NULL, a->client, 0);
	ask_day(r, &(struct ask){ .name = "next_review",
		.label = say(r, C_NEXT), .hint = say(r, C_DAY_HINT),
		.optional = true }, a->next_review);
	button_save(r, say(r, C_SAVE));
	form_close(r);
}

static enum status frameworks_form(struct req *r, const struct view *v)
{
	form_open(r, "frameworks", "/a/%s/frameworks", v->a.key);
	TRY(ask_frameworks(r, &v->frameworks));
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, C_F_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static enum status about_page(struct req *r)
{
	struct view v = {0};
	struct subject s = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(subject_get(&r->s, v.a.subject, &s));
	if (!v.open)
		return go(r, "/a/%s", v.a.key);
	TRY(view_open(r, &v, say(r, C_TITLE)));
	emit(&r->out, "<h1>%s</h1><div class='two even'><div>",
	     say(r, C_HEAD));
	facts_form(r, &v, &s);
	emit(&r->out, "</div><div>");
	TRY(priorities_shown(r, &v));
	emit(&r->out, "<h2>%s</h2>", say(r, B_FRAMEWORKS));
	TRY(frameworks_form(r, &v));
	TRY(files_shown(r, &v));
	emit(&r->out, "</div></div>");
	view_close(r);
	return OK;
}

static enum status change_subject(struct req *r, i64 id)
{
	struct subject s = {0};
	i64 version = 0;

	TRY(subject_get(&r->s, id, &s));
	(void)number_read(form_raw(r, "subject_version"), 1, INT32_MAX,
	                  &version);
	s.version = version;
	s.title = form_needed(r, "title", LINE, B_SAY_WHAT);
	s.kind = (enum subject_kind)form_choice(r, "kind", SUBJECT_PROGRAMME,
	                                        SUBJECT_OTHER);
	s.phase = (enum subject_phase)form_choice(r, "phase", PHASE_UNSAID,
	                                          PHASE_REVISION);
	s.description = form_text(r, "description", TEXT);
	s.decided_by = form_text(r, "decided_by", LINE);
	s.decided_on = form_day(r, "decided_on");
	s.unit = form_text(r, "unit", LINE);
	s.place = form_text(r, "place", LINE);
	s.belongs_to = form_text(r, "belongs_to", LINE);
	s.registry = read_registry(r);
	if (s.kind == 0)
		issue(r, "kind", B_SAY_KIND);
	TRY(form_fine(r));
	TRY(subject_change(&r->s, &s));
	return registry_set(&r->s, id, &s.registry);
}

static enum status change(struct req *r)
{
	struct assessment a = {0};
	i64 depth, judged;

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	a.version = form_version(r);
	a.reason = form_text(r, "reason", TEXT);
	a.baseline = form_text(r, "baseline", TEXT);
	a.outside = form_text(r, "outside", TEXT);
	a.carried_out = form_text(r, "carried_out", TEXT);
	a.client = form_text(r, "client", LINE);
	a.next_review = form_day(r, "next_review");
	depth = form_choice(r, "depth", DEPTH_QUICK, DEPTH_DEEP);
	judged = form_choice(r, "judged", JUDGED_PRIORITY, JUDGED_PROPOSAL);
	if (depth != 0)
		a.depth = (enum depth)depth;
	if (judged != 0)
		a.judged = (enum judged_word)judged;
	TRY(change_subject(r, a.subject));
	TRY(assess_change(&r->s, &a));
	return go(r, "/a/%s/about?saved=1", a.key);
}

/* A framework with marks stays: what has been found is not thrown away. */
static void keep_marked(struct req *r, const struct view *v, const i64 *ids,
                        size_t n)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];
		bool kept = false, marked = false;

		for (size_t j = 0; j < n; j++)
			kept = kept || ids[j] == f->id;
		for (size_t j = 0; j < v->findings.n; j++)
			for (size_t k = 0; k < v->findings.v[j].marks.n; k++)
				marked = marked ||
				  same(v->findings.v[j].marks.v[k].framework,
				       f->code);
		if (!kept && marked)
			issue_text(r, "framework", say_with(r, C_F_USED,
				either(r, f->title_sv, f->title_en), NULL));
	}
}

static enum status change_frameworks(struct req *r)
{
	struct view v = {0};
	i64 *ids;
	size_t n;

	TRY(view_read(r, 0, 0, &v));
	TRY(read_frameworks(r, &ids, &n));
	keep_marked(r, &v, ids, n);
	TRY(form_fine(r));
	TRY(used_set(&r->s, v.a.id, ids, n));
	for (size_t i = 0; i < v.priorities.n; i++)
		TRY(relevance_begin(&r->s, v.a.id, v.priorities.v[i].id));
	return go(r, "/a/%s/about?saved=1", v.a.key);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/about", about_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/about", change, EDIT, ON_ASSESSMENT,
	  about_page },
	{ POST, "/a/:assessment/frameworks", change_frameworks, EDIT,
	  ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/priorities", priority_add, EDIT,
	  ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/priorities/:no", priority_reword, EDIT,
	  ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/priorities/:no/up", priority_up, EDIT,
	  ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/priorities/:no/retire", priority_put_away,
	  EDIT, ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/priorities/:no/restore", priority_take_back,
	  EDIT, ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/files", file_add, EDIT, ON_ASSESSMENT,
	  about_page },
	{ GET,  "/a/:assessment/files/:file", file_get, READ,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/files/:file/remove", file_put_away, EDIT,
	  ON_ASSESSMENT, about_page },
	{ POST, "/a/:assessment/files/:file/restore", file_take_back, EDIT,
	  ON_ASSESSMENT, about_page },
	{ 0 },
};
const struct route *const about_routes = rows;
