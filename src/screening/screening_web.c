/* One screening: its answers, what they point at, and what was decided. */
#include "screening/screening.msg"
#include "screening/screening_show.h"
#include "assess/words.h"
#include "base/text.h"
#include "kit/icu.h"

/* -- deciding ------------------------------------------------------------ */

static enum depth deepest(const struct screening *it,
                          const struct trigger_hit_list *hits)
{
	unsigned because;
	enum depth answers = screening_suggests(it, &because);
	enum depth rules = trigger_depth(hits);

	return rules > answers ? rules : answers;
}

static void ask_result(struct req *r, const struct screening *it)
{
	static const struct sentence *const hints[] = {
		NULL, R_ASSESS_HINT, R_NOT_NEEDED_HINT, R_SHORT_REPLY_HINT,
	};
	struct option_list options = {0};

	for (int k = SCREENING_ASSESS; k <= SCREENING_SHORT_REPLY; k++) {
		struct option *o;

		if (k == SCREENING_SHORT_REPLY && it->kind != SUBJECT_REPLY)
			continue;
		o = PUSH(r->s.mem, &options);
		o->value = arena_print(r->s.mem, "%d", k);
		o->label = screening_result_say(r, (enum screening_result)k);
		o->hint = say(r, hints[k]);
	}
	ask_cards(r, &(struct ask){ .name = "result",
		.label = say(r, S_RESULT) }, &options, false);
}

static void ask_chosen_depth(struct req *r, enum depth suggested)
{
	struct option_list options = {0};

	for (int d = DEPTH_QUICK; d <= DEPTH_DEEP; d++) {
		const char *word = depth_say(r, (enum depth)d);

		option_add(r, &options, arena_print(r->s.mem, "%d", d),
		           d == (int)suggested ? say_with(r, S_SUGGESTED, word,
		           NULL) : word, false);
	}
	ask_line(r, &(struct ask){ .name = "depth",
		.label = say(r, S_DEPTH) }, &options, false);
}

static void decide_form(struct req *r, const struct screening *it,
                        enum depth suggested)
{
	emit(&r->out, "<h2>%s</h2>", say(r, S_DECIDE));
	form_open(r, "decide", "/o/%s/screenings/%s/decide", r->org_key,
	          it->key);
	ask_version(r, it->version);
	ask_result(r, it);
	ask_chosen_depth(r, suggested);
	ask_text(r, &(struct ask){ .name = "motive", .stored = "", .rows = 3,
		.label = say(r, S_MOTIVE), .hint = say(r, S_MOTIVE_HINT),
		.optional = true });
	ask_text(r, &(struct ask){ .name = "decided_by", .stored = "",
		.label = say(r, S_DECIDED_BY),
		.hint = say(r, S_DECIDED_BY_HINT), .optional = true });
	ask_day(r, &(struct ask){ .name = "decided_on",
		.label = say(r, S_DECIDED_ON) }, day_of_instant(r->s.now));
	button_save(r, say(r, S_DECIDE_SAVE));
	form_close(r);
}

static void decision_issues(struct req *r, const struct screening *it)
{
	unsigned flaws = screening_flaws(it);

	if ((flaws & SCREENING_NO_RESULT) != 0)
		issue(r, "result", S_SAY_RESULT);
	if ((flaws & SCREENING_NO_DEPTH) != 0)
		issue(r, "depth", S_SAY_DEPTH);
	if ((flaws & SCREENING_NO_MOTIVE) != 0)
		issue(r, "motive", S_SAY_MOTIVE);
	if ((flaws & SCREENING_NO_DECIDER) != 0)
		issue(r, "decided_by", S_SAY_DECIDER);
}

/* -- the page ------------------------------------------------------------ */

static void ways_on(struct req *r, const struct screening *it)
{
	bool may = (r->rights & EDIT) != 0;

	emit(&r->out, "<p class='acts'>");
	if (!text_blank(it->assessment_key))
		emit(&r->out, "<a class='btn sec' href='/a/%s'>%s</a>",
		     it->assessment_key, say(r, S_TO_ASSESSMENT));
	else if (may && it->latest && it->result == SCREENING_ASSESS)
		emit(&r->out, "<a class='btn' href='/o/%s/begin/%s?depth=%d'>"
		     "%s</a>", r->org_key, it->subject_key, (int)it->depth,
		     say(r, S_BEGIN));
	else if (may && it->latest && it->result == SCREENING_SHORT_REPLY)
		emit(&r->out, "<a class='btn' href='/o/%s/reply?subject=%s'>"
		     "%s</a>", r->org_key, it->subject_key,
		     say(r, S_TO_REPLY));
	if (may && it->latest)
		emit(&r->out, "<a href='/o/%s/subjects/%s/screening'>%s</a>",
		     r->org_key, it->subject_key, say(r, S_AGAIN));
	emit(&r->out, "</p>");
}

static void versions(struct req *r, const struct screening_list *all,
                     const struct screening *here)
{
	if (all->n < 2)
		return;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, S_EARLIER));
	for (size_t i = 0; i < all->n; i++) {
		const struct screening *it = &all->v[i];

		if (it->id == here->id)
			continue;
		emit(&r->out, "<li><a class='n' href='/o/%s/screenings/%s'>%s"
		     "</a><span class='m'>%s</span></li>", r->org_key, it->key,
		     say_with(r, S_NO, arena_print(r->s.mem, "%lld", it->no),
		     say_day(r, day_of_instant(it->made_at))),
		     screening_outcome(r, it));
	}
	emit(&r->out, "</ul>");
}

static void side(struct req *r, const struct screening *it,
                 const struct screening_list *all)
{
	emit(&r->out, "<aside class='side' aria-label='%s'><h2>%s</h2>",
	     say(r, S_ANSWERS), say(r, S_ANSWERS));
	screening_answers_shown(r, it);
	emit(&r->out, "<p class='small noprint'>%s <a href='/o/%s/screenings/"
	     "%s/paper.pdf'>PDF</a> <a href='/o/%s/screenings/%s/paper.docx'>"
	     "DOCX</a></p>", say(r, S_PAPERS), r->org_key, it->key,
	     r->org_key, it->key);
	versions(r, all, it);
	emit(&r->out, "</aside></div>");
}

struct whole {
	struct screening        it;
	struct subject          what;
	struct trigger_hit_list hits;
};

static enum status read_whole(struct req *r, struct whole *all)
{
	TRY(screening_by_key(&r->s, arg_text(r, "screening"), &all->it));
	TRY(subject_get(&r->s, all->it.subject, &all->what));
	return trigger_try(&r->s, &all->what, &all->it, &all->hits);
}

static void body(struct req *r, const struct whole *all)
{
	const struct screening *it = &all->it;
	struct trigger_facts facts = trigger_facts_of(&all->what, it);

	if (!it->latest)
		emit(&r->out, "<p class='note'>%s</p>", say(r, S_NEWER));
	if (it->result != SCREENING_OPEN)
		screening_result_shown(r, it);
	emit(&r->out, "<h2>%s</h2>", say(r, S_SUGGEST));
	screening_suggestion_shown(r, it);
	trigger_shown(r, &all->hits, &facts);
	screening_opens_shown(r, screening_opens(it) |
	                         trigger_duties(&all->hits));
	if (it->result == SCREENING_OPEN && it->latest &&
	    (r->rights & EDIT) != 0)
		decide_form(r, it, deepest(it, &all->hits));
	ways_on(r, it);
}

static enum status one_page(struct req *r)
{
	struct screening_list versions_of = {0};
	struct whole all = {0};

	TRY(read_whole(r, &all));
	TRY(screening_of_subject(&r->s, all.what.id, &versions_of));
	page_open(r, &(struct page){ .title = say(r, S_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/screenings'>%s</a> · "
	     "%s · %s</p><h1>%s</h1><div class='two'><div>", r->org_key,
	     say(r, S_BACK_LIST), subject_kind_say(r, all.what.kind),
	     say_with(r, S_NO, arena_print(r->s.mem, "%lld", all.it.no),
	     say_day(r, day_of_instant(all.it.made_at))), all.what.title);
	body(r, &all);
	emit(&r->out, "</div>");
	side(r, &all.it, &versions_of);
	page_close(r);
	return OK;
}

static enum status decide(struct req *r)
{
	struct whole all = {0};
	struct screening *it = &all.it;

	TRY(read_whole(r, &all));
	it->version = form_version(r);
	it->result = (enum screening_result)form_choice(r, "result",
		SCREENING_ASSESS, SCREENING_SHORT_REPLY);
	it->depth = (enum depth)form_choice(r, "depth", DEPTH_QUICK,
	                                    DEPTH_DEEP);
	it->motive = form_text(r, "motive", TEXT);
	it->decided_by = form_text(r, "decided_by", LINE);
	it->decided_on = form_day(r, "decided_on");
	it->suggested = deepest(it, &all.hits);
	if (it->decided_on == 0)
		it->decided_on = day_of_instant(r->s.now);
	if (it->result != SCREENING_ASSESS)
		it->depth = 0;
	decision_issues(r, it);
	TRY(form_fine(r));
	TRY(screening_decide(&r->s, it));
	if (it->result == SCREENING_ASSESS && it->assessment == 0)
		return go(r, "/o/%s/begin/%s?depth=%d", r->org_key,
		          it->subject_key, (int)it->depth);
	return go(r, "/o/%s/screenings/%s?saved=1", r->org_key, it->key);
}

static enum status paper_file(struct req *r)
{
	struct whole all = {0};

	TRY(read_whole(r, &all));
	return paper_reply(r, screening_paper(r, &all.it, &all.what),
	                   arena_print(r->s.mem, "behovsprovning-%s",
	                               all.it.key));
}

/* -- from the assessment ------------------------------------------------- */

static void of_assessment(struct req *r, const struct view *v,
                          const struct screening *it)
{
	if (it->result != SCREENING_OPEN)
		screening_result_shown(r, it);
	else
		emit(&r->out, "<p>%s</p>", screening_outcome(r, it));
	if (it->result == SCREENING_ASSESS && it->depth != v->a.depth) {
		emit(&r->out, "<p>%s", say_with(r, S_DEEPER, depth_say(r,
		     v->a.depth), depth_say(r, it->depth)));
		if (v->open)
			emit(&r->out, " <a href='/a/%s/about'>%s</a>", v->a.key,
			     say(r, S_TO_FACTS));
		emit(&r->out, "</p>");
	}
	screening_opens_shown(r, screening_opens(it));
	emit(&r->out, "<p><a href='/a/%s/duties'>%s</a></p><h2>%s</h2>",
	     v->a.key, say(r, S_TO_DUTIES), say(r, S_ANSWERS));
	screening_answers_shown(r, it);
	if (r->let_in)
		return;
	emit(&r->out, "<p><a href='/o/%s/screenings/%s'>%s</a></p>",
	     r->org_key, it->key, say_with(r, S_NO, arena_print(r->s.mem,
	     "%lld", it->no), say_day(r, day_of_instant(it->made_at))));
}

static enum status assessment_page(struct req *r)
{
	struct screening_list all = {0};
	struct subject what = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(screening_of_assessment(&r->s, v.a.id, &all));
	TRY(subject_get(&r->s, v.a.subject, &what));
	TRY(view_open(r, &v, say(r, S_TITLE)));
	emit(&r->out, "<h1>%s</h1>", say(r, S_HEAD));
	if (v.a.late_start)
		emit(&r->out, "<p class='note'>%s</p>", say(r, S_LATE));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, S_NO_ASSESSMENT_YET));
	else
		of_assessment(r, &v, &all.v[all.n - 1]);
	if (v.open && (r->rights & EDIT) != 0 && !r->let_in)
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='/o/%s/subjects/%s/screening'>%s</a></p>"
		     "<p class='muted'>%s</p>", r->org_key, what.key,
		     say(r, all.n == 0 ? S_MAKE : S_AGAIN),
		     say(r, S_AGAIN_TEXT));
	view_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/screenings/:screening", one_page, READ, ON_ORG },
	{ POST, "/o/:org/screenings/:screening/decide", decide, EDIT, ON_ORG,
	  one_page },
	{ GET,  "/o/:org/screenings/:screening/paper.:kind", paper_file, READ,
	  ON_ORG, .heavy = true },
	{ GET,  "/a/:assessment/screening", assessment_page, READ,
	  ON_ASSESSMENT },
	{ 0 },
};
const struct route *const screening_routes = rows;
