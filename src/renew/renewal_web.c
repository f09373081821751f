/* What behöver ses över, over the organisation: why, and what was answered. */
#include "account/account.h"
#include "assess/view.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"
#include "renew/renewal.h"
#include "renew/renewal.msg"
#include "web/form.h"
#include "web/page.h"

enum { A_PAGE = 50 };

/* -- rows ---------------------------------------------------------------- */

static const char *because(const struct req *r, const struct renewal *w)
{
	if (w->cause == RENEWAL_REVISION)
		return say(r, N_REVISED);
	return say_with(r, N_REPLACED, either(r, w->of_sv, w->of_en),
	                w->of_edition);
}

static void row_begins(struct req *r, const struct renewal *w)
{
	emit(&r->out, "<li><a class='n' href='/a/%s'>%s</a><span class='m'>%s"
	     "<br>%s · %s</span>", w->key, w->title, because(r, w),
	     state_word(r, (enum assessment_state)w->state),
	     text_blank(w->lead_name) ? say(r, N_NOBODY) : w->lead_name);
}

void renewal_rows(struct req *r, const struct renewal_list *all, size_t most)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n && i < most; i++) {
		row_begins(r, &all->v[i]);
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
}

/* Where it is answered: by the framework, or else it is a revision. */
static const char *address_of(const struct req *r, const struct renewal *w)
{
	return arena_print(r->s.mem, "/o/%s/renewal/%s%s%s", r->org_key,
	                   w->key, text_blank(w->framework) ? "" : "/",
	                   w->framework);
}

/* Where what is done about it is done: in an open one there is no version to
 * begin, but frameworks to choose. */
static const char *way_on(const struct req *r, const struct renewal *w,
                          const char **word)
{
	bool final = assessment_is_final((enum assessment_state)w->state);

	*word = say(r, final ? N_BEGIN : N_CHANGE);
	return arena_print(r->s.mem, "/a/%s/%s", w->key, final ? "finish" :
	                   "about");
}

/* The two answers: to do something about it, or why that is not needed. */
static void answers(struct req *r, const struct renewal *w)
{
	const char *word, *way = way_on(r, w, &word);

	emit(&r->out, "<div class='e'><a href='%s'>%s<span class='vh'>: %s"
	     "</span></a><br><a href='%s'>%s<span class='vh'>: %s</span></a>"
	     "</div>", way, word, w->title, address_of(r, w),
	     say(r, N_NO_NEED), w->title);
}

static void answer_said(struct req *r, const struct renewal *w, size_t at)
{
	emit(&r->out, "<p>%s</p><p class='small muted'>%s</p>", w->why,
	     say_with(r, N_SAID, w->by, say_day(r, day_of_instant(w->at))));
	if ((r->rights & EDIT) == 0)
		return;
	form_open(r, arena_print(r->s.mem, "back-%zu", at), "%s",
	          address_of(r, w));
	form_hidden(r, "back", "1");
	button(r, "btn sec sm", say(r, N_TAKE_BACK));
	form_close(r);
}

/* On the first page of the assessment itself: one line for each cause. Who is
 * let in sees what is in it, and not what the organisation has to do. */
enum status renewal_notice(struct req *r, const struct view *v)
{
	struct renewal_list all = {0};

	if (r->let_in)
		return OK;
	TRY(renewal_here(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++) {
		const char *word, *way = way_on(r, &all.v[i], &word);

		emit(&r->out, "<p class='note'><strong>%s.</strong> %s",
		     say(r, N_TITLE), because(r, &all.v[i]));
		if ((r->rights & EDIT) != 0)
			emit(&r->out, " <a href='%s'>%s</a> · "
			     "<a href='%s'>%s</a>", way, word,
			     address_of(r, &all.v[i]), say(r, N_NO_NEED));
		emit(&r->out, "</p>");
	}
	return OK;
}

/* -- the page ------------------------------------------------------------ */

static const char *address(struct req *r, const char *show, i64 before)
{
	const char *to = arena_print(r->s.mem, "/o/%s/renewal?show=%s",
	                             r->org_key, show);

	return before == 0 ? to :
	       arena_print(r->s.mem, "%s&before=%lld", to, before);
}

static void list(struct req *r, const char *show,
                 const struct renewal_list *all)
{
	bool answered = same(show, "answered");

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, N_SHOW));
	tab(r, same(show, "all"), address(r, "all", 0), say(r, N_ALL));
	tab(r, same(show, "mine"), address(r, "mine", 0), say(r, N_MINE));
	tab(r, answered, address(r, "answered", 0), say(r, N_ANSWERED));
	emit(&r->out, "</ul></nav>");
	if (all->n == 0)
		emit(&r->out, "<div class='panel'><p>%s</p></div>",
		     say(r, answered ? N_NONE_ANSWERED : N_NONE));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++) {
		row_begins(r, &all->v[i]);
		if (answered)
			answer_said(r, &all->v[i], i);
		else if ((r->rights & EDIT) != 0)
			answers(r, &all->v[i]);
		emit(&r->out, "</li>");
	}
	emit(&r->out, "</ul>");
	if (all->more)
		emit(&r->out, "<p><a href='%s'>%s</a></p>", address(r, show,
		     answered ? all->v[all->n - 1].id :
		     all->v[all->n - 1].assessment), say(r, N_MORE));
}

static enum status page(struct req *r)
{
	const char *said = or_empty(query_text(r, "show"));
	const char *show = same(said, "mine") || same(said, "answered") ?
	                   said : "all";
	struct renewal_list all = {0};
	i64 before = query_no(r, "before");

	if (same(show, "answered"))
		TRY(renewal_answered(&r->s, before, A_PAGE, &all));
	else
		TRY(renewal_waiting(&r->s, same(show, "mine") ? r->s.person :
		                    0, before, A_PAGE, &all));
	page_open(r, &(struct page){ .title = say(r, N_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, N_TITLE),
	     say(r, N_LEAD));
	list(r, show, &all);
	page_close(r);
	return OK;
}

/* -- one: why it is not needed -------------------------------------------- */

/* What the address names. */
static enum status named(struct req *r, bool framework, struct renewal *w)
{
	i64 id;

	TRY(assess_by_key(&r->s, arg_text(r, "assessment"), &id));
	return renewal_of(&r->s, id, framework ? arg_text(r, "framework") :
	                  NULL, w);
}

static enum status ask(struct req *r, bool framework)
{
	struct renewal w = {0};

	TRY(named(r, framework, &w));
	page_open(r, &(struct page){ .title = say(r, N_NO_NEED),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/renewal'>%s</a></p>"
	     "<h1>%s</h1><p class='lead'>%s</p>", r->org_key,
	     say(r, N_TITLE), w.title, because(r, &w));
	form_open(r, "no-need", "%s", address_of(r, &w));
	ask_text(r, &(struct ask){ .name = "why", .rows = 2, .stored = "",
		.label = say(r, N_WHY), .hint = say(r, N_WHY_HINT) });
	button_save(r, say(r, N_SAVE));
	form_close(r);
	page_close(r);
	return OK;
}

static enum status ask_revised(struct req *r)
{
	return ask(r, false);
}

static enum status ask_replaced(struct req *r)
{
	return ask(r, true);
}

/* -- changes ------------------------------------------------------------- */

static enum status no_need(struct req *r, bool framework)
{
	const char *why = form_needed(r, "why", TEXT, N_SAY_WHY);
	struct renewal w = {0};

	TRY(form_fine(r));
	TRY(named(r, framework, &w));
	w.why = why;
	return renewal_answer(&r->s, &w);
}

static enum status needed_after_all(struct req *r, bool framework)
{
	i64 id;

	TRY(assess_by_key(&r->s, arg_text(r, "assessment"), &id));
	return renewal_take_back(&r->s, id, framework ?
	                         arg_text(r, "framework") : NULL);
}

static enum status answer(struct req *r, bool framework)
{
	TRY(same(form_raw(r, "back"), "1") ? needed_after_all(r, framework) :
	    no_need(r, framework));
	return go(r, "/o/%s/renewal?saved=1", r->org_key);
}

static enum status answer_revised(struct req *r)
{
	return answer(r, false);
}

static enum status answer_replaced(struct req *r)
{
	return answer(r, true);
}

#define REVISED  "/o/:org/renewal/:assessment"
#define REPLACED "/o/:org/renewal/:assessment/:framework"

static const struct route rows[] = {
	{ GET,  "/o/:org/renewal", page, READ, ON_ORG },
	{ GET,  REVISED, ask_revised, EDIT, ON_ORG },
	{ POST, REVISED, answer_revised, EDIT, ON_ORG, ask_revised },
	{ GET,  REPLACED, ask_replaced, EDIT, ON_ORG },
	{ POST, REPLACED, answer_replaced, EDIT, ON_ORG, ask_replaced },
	{ 0 },
};
const struct route *const renewal_routes = rows;
