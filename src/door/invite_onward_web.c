/* What a list becomes: an assessment, or a workshop's invitations; nothing is
 * typed again. */
#include "assess/about_form.h"
#include "base/text.h"
#include "door/gathering.h"
#include "door/gathering.msg"
#include "workshop/after.h"

enum { WORKSHOPS = 40 };

/* -- asking --------------------------------------------------------------- */

static enum status ask_workshop(struct req *r, const struct invite *in)
{
	struct workshop_list all = {0};
	struct option_list options = {0};

	TRY(workshop_list(&r->s, 0, WORKSHOPS, &all));
	for (size_t i = 0; i < all.n; i++)
		if (!workshop_is_over(all.v[i].state))
			option_add(r, &options, all.v[i].key, arena_print(
			  r->s.mem, "%s, %s", all.v[i].title,
			  say_day(r, all.v[i].day)), false);
	if (options.n == 0 || in->on.n == 0)
		return OK;
	form_open(r, "workshop", "/o/%s/invite/%s/workshop", r->org_key,
	          in->g.key);
	ask_select(r, &(struct ask){ .name = "workshop",
		.label = say(r, I_WORKSHOP) }, &options);
	button(r, "btn sec sm", say(r, I_ADD));
	form_close(r);
	return OK;
}

enum status invite_onward(struct req *r, const struct invite *in)
{
	emit(&r->out, "<p><a href='/o/%s/invite/%s/who'>%s</a></p><p><a"
	     " href='/o/%s/invite/%s'>%s</a></p><h2>%s</h2>", r->org_key,
	     in->g.key, say(r, I_CHANGE_WHO), r->org_key, in->g.key,
	     say(r, I_CHANGE), say(r, I_ONWARD));
	if (in->g.assessment != 0) {
		emit(&r->out, "<p><a href='/a/%s'>%s</a></p>",
		     in->g.assessment_key, say(r, I_TO_ASSESS));
	} else {
		emit(&r->out, "<p>%s</p><div class='acts'>",
		     say(r, I_BECOME_TEXT));
		button_form(r, "assess", "btn sec", say(r, I_BECOME),
		            "/o/%s/invite/%s/assess", r->org_key, in->g.key);
		emit(&r->out, "</div>");
	}
	return ask_workshop(r, in);
}

/* -- an assessment -------------------------------------------------------- */

static enum status read_how_usual(struct req *r, struct how *how)
{
	struct method_list all = {0};
	struct framework_list used = {0};

	TRY(method_offered(&r->s, &all));
	if (all.n == 0) {
		issue(r, NULL, I_NO_MODEL);
		return INVALID;
	}
	TRY(method_get(&r->s, all.v[method_usual(&all)].id, &how->model));
	how->depth = DEPTH_STANDARD;
	how->judged = JUDGED_BY_MODEL;
	TRY(frameworks_for(r, &how->model, how->depth, &used));
	how->frameworks = arena_take(r->s.mem, (used.n + 1) * sizeof(i64));
	for (size_t i = 0; i < used.n; i++)
		how->frameworks[how->n++] = used.v[i].id;
	return OK;
}

/* "a, b, c" of what is there. */
static const char *with(struct req *r, const char *all, const char *more)
{
	return text_blank(more) ? all : arena_print(r->s.mem, "%s%s%s", all,
	       *all == '\0' ? "" : ", ", more);
}

static const char *needs_carried(struct req *r, const struct invitee *o)
{
	const char *all = o->needs == 0 && text_blank(o->needs_other) ? "" :
	                  needs_said(r, o);

	return text_blank(o->comes_from) ? all :
	       with(r, all, say_with(r, I_COMES, o->comes_from, NULL));
}

static const char *occasion_said(struct req *r, const struct gathering *g)
{
	const char *all = with(r, with(r, g->title, g->hours), g->place);

	return text_short(r->s.mem, all, LINE);
}

static const char *areas_said(struct req *r, const struct gathering *g)
{
	struct text_list lines = text_lines(r->s.mem, g->areas);
	const char *all = "";

	for (size_t i = 0; i < lines.n; i++)
		all = with(r, all, lines.v[i]);
	return text_short(r->s.mem, all, LINE);
}

/* The goals it was about, behind what it was about. */
static enum status goals_said(struct req *r, const struct gathering *g,
                              const char **about)
{
	struct option_list all = {0};
	const char *goals = "";

	TRY(invite_goals(r, g->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].chosen)
			goals = with(r, goals, all.v[i].label);
	if (*goals != '\0')
		*about = text_short(r->s.mem, arena_print(r->s.mem, "%s%s%s",
			*about, text_blank(*about) ? "" : "\n\n",
			say_with(r, I_GOALS_LINE, goals, NULL)), TEXT);
	return OK;
}

/* Whether they come is not known: nobody is said to be missing by this. */
static enum status carry(struct req *r, const struct invite *in,
                         i64 assessment)
{
	for (size_t i = 0; i < in->on.n; i++) {
		const struct invitee *o = &in->on.v[i];
		struct actor_link l = { .actor = o->actor, .role = o->role,
			.influence = o->influence, .interest = o->interest,
			.how = o->how, .present_note = "",
			.plan = needs_carried(r, o) };
		i64 id;

		TRY(actor_link_note(&r->s, assessment, &l, &id));
	}
	if (in->g.day != 0) {
		struct occasion o = { .day = in->g.day,
			.what = occasion_said(r, &in->g),
			.who = "", .state = OCCASION_PLANNED };
		i64 id;

		TRY(occasion_note(&r->s, assessment, &o, &id));
	}
	return OK;
}

static enum status become(struct req *r)
{
	struct subject what = { .kind = SUBJECT_OTHER };
	struct assessment a = {0};
	struct invite in = {0};
	struct how how = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &in.g));
	if (in.g.assessment != 0)
		return go(r, "/a/%s", in.g.assessment_key);
	TRY(invitee_list(&r->s, in.g.id, &in.on));
	TRY(read_how_usual(r, &how));
	what.title = in.g.title;
	what.description = in.g.about;
	what.place = areas_said(r, &in.g);
	TRY(goals_said(r, &in.g, &what.description));
	if (!text_blank(in.g.registry))
		*PUSH(r->s.mem, &what.registry) = (struct registry_no){
			in.g.registry, "" };
	TRY(subject_note(&r->s, &what, &what.id));
	TRY(assess_begin(r, &what, &how, &a));
	TRY(carry(r, &in, a.id));
	in.g.assessment = a.id;
	TRY(gathering_change(&r->s, &in.g));
	return go(r, "/a/%s/about", a.key);
}

/* -- a workshop ----------------------------------------------------------- */

static enum status workshop_called(struct req *r, const char *key,
                                   struct workshop *out)
{
	struct workshop_list all = {0};

	TRY(workshop_list(&r->s, 0, WORKSHOPS, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].key, key) &&
		    !workshop_is_over(all.v[i].state)) {
			*out = all.v[i];
			return OK;
		}
	return NOT_FOUND;
}

static bool is_invited(const struct invited_list *all, i64 actor)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == actor)
			return true;
	return false;
}

static enum status to_workshop(struct req *r)
{
	struct invited_list there = {0};
	struct workshop w = {0};
	struct invite in = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &in.g));
	TRY(workshop_called(r, form_text(r, "workshop", LINE), &w));
	TRY(invitee_list(&r->s, in.g.id, &in.on));
	TRY(invited_list(&r->s, w.id, &there));
	for (size_t i = 0; i < in.on.n; i++) {
		const struct invitee *o = &in.on.v[i];
		struct invited one = { .actor = o->actor, .name = o->name,
			.people = 1, .state = INVITED_ASKED,
			.needs = needs_carried(r, o) };

		if (!is_invited(&there, o->actor))
			TRY(invited_note(&r->s, w.id, &one));
	}
	in.g.workshop = w.id;
	TRY(gathering_change(&r->s, &in.g));
	return go(r, "/w/%s/invited?saved=1", w.key);
}

static const struct route rows[] = {
	{ POST, "/o/:org/invite/:gathering/assess", become, EDIT, ON_ORG,
	  invite_list_page },
	{ POST, "/o/:org/invite/:gathering/workshop", to_workshop, EDIT,
	  ON_ORG, invite_list_page },
	{ 0 },
};
const struct route *const invite_onward_routes = rows;
