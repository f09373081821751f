/* Page 1 of whom to invite: the occasion. And what the pages share. */
#include "base/text.h"
#include "door/gathering.h"
#include "door/gathering.msg"
#include "web/page.h"

enum { EARLIER = 10 };

/* -- shared by the pages -------------------------------------------------- */

enum status invite_read(struct req *r, struct invite *in)
{
	struct invitee_list rows = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &in->g));
	TRY(invitee_list(&r->s, in->g.id, &in->on));
	TRY(candidate_rows(&r->s, &in->g, &rows));
	candidates_of(r->s.mem, &rows, &in->candidates);
	return asking_list(&r->s, in->g.day != 0 ? in->g.day :
	                   day_of_instant(r->s.now), &in->askings);
}

void invite_open(struct req *r, const struct sentence *head, int page)
{
	page_open(r, &(struct page){ .title = say(r, I_TITLE),
	                             .menu = "/o/:org" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<p class='muted'>%s</p>", say_with(r, I_PAGE,
	     arena_print(r->s.mem, "%d", page), NULL));
	if (head != NULL)
		emit(&r->out, "<h1>%s</h1>", say(r, head));
}

const char *when_said(struct req *r, const struct gathering *g)
{
	return arena_print(r->s.mem, "%s%s%s", say_day(r, g->day),
	                   g->day == 0 || text_blank(g->hours) ? "" : ", ",
	                   g->hours);
}

static const char *add_line(struct req *r, const char *all, const char *line)
{
	return arena_print(r->s.mem, "%s%s%s", all, *all == '\0' ? "" :
	                   "\n\n", line);
}

const char *invitation_said(struct req *r, const struct gathering *g)
{
	const char *all = say_with(r, I_INV_1, g->title, NULL);

	if (!text_blank(g->invitation))
		return g->invitation;
	if (!text_blank(g->about))
		all = add_line(r, all, g->about);
	if (*when_said(r, g) != '\0')
		all = add_line(r, all, say_with(r, I_INV_WHEN,
		               when_said(r, g), NULL));
	if (!text_blank(g->place))
		all = add_line(r, all, say_with(r, I_INV_WHERE, g->place,
		               NULL));
	all = add_line(r, all, say(r, I_INV_2));
	all = add_line(r, all, say(r, I_INV_3));
	return add_line(r, all, say(r, I_INV_4));
}

/* -- goals, of Agenda 2030 in force --------------------------------------- */

static enum status read_agenda(struct req *r, struct framework *out)
{
	struct framework_list all = {0};

	TRY(framework_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == FRAMEWORK_AGENDA2030 &&
		    all.v[i].state == FRAMEWORK_VALID)
			return framework_get(&r->s, all.v[i].id, out);
	return OK;
}

static bool is_goal(const struct goal *g)
{
	return goal_is_judged(g) && g->kind != GOAL_TARGET;
}

enum status invite_goals(struct req *r, i64 gathering,
                         struct option_list *options)
{
	struct framework agenda = {0};
	i64 *goals = NULL;
	size_t n = 0;

	TRY(read_agenda(r, &agenda));
	if (gathering != 0)
		TRY(gathering_goals(&r->s, gathering, &goals, &n));
	for (size_t i = 0; i < agenda.goals.n; i++) {
		const struct goal *g = &agenda.goals.v[i];
		bool on = false;

		for (size_t k = 0; k < n; k++)
			on = on || goals[k] == g->id;
		if (is_goal(g))
			option_add(r, options, g->code, arena_print(
			  r->s.mem, "%s %s", g->code, either(r, g->title_sv,
			  g->title_en)), on);
	}
	return OK;
}

static enum status ask_goals(struct req *r, i64 gathering)
{
	struct option_list options = {0};
	bool any = false;

	TRY(invite_goals(r, gathering, &options));
	for (size_t i = 0; i < options.n; i++)
		any = any || options.v[i].chosen;
	if (options.n == 0)
		return OK;
	emit(&r->out, "<details%s><summary>%s</summary>", any ? " open" :
	     "", say(r, I_GOALS));
	ask_line(r, &(struct ask){ .name = "goal", .label = say(r, I_GOALS),
		.hint = say(r, I_GOALS_HINT) }, &options, true);
	emit(&r->out, "</details>");
	return OK;
}

static enum status save_goals(struct req *r, i64 gathering)
{
	struct text_list said = form_all(r, "goal", LINE);
	struct framework agenda = {0};
	struct { i64 *v; size_t n, room; } goals = {0};

	TRY(read_agenda(r, &agenda));
	for (size_t i = 0; i < agenda.goals.n; i++)
		for (size_t k = 0; k < said.n; k++)
			if (is_goal(&agenda.goals.v[i]) &&
			    same(agenda.goals.v[i].code, said.v[k])) {
				*PUSH(r->s.mem, &goals) =
					agenda.goals.v[i].id;
				break;
			}
	return gathering_goals_set(&r->s, gathering, goals.v, goals.n);
}

/* -- the page ------------------------------------------------------------- */

static void ask_when(struct req *r, const struct gathering *g)
{
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, I_DAY),
		.class = "w10", .optional = true }, g->day);
	ask_text(r, &(struct ask){ .name = "hours", .class = "w10",
		.label = say(r, I_HOURS), .hint = say(r, I_HOURS_HINT),
		.stored = or_empty(g->hours), .optional = true });
	ask_text(r, &(struct ask){ .name = "place", .class = "w20",
		.label = say(r, I_PLACE), .stored = or_empty(g->place),
		.optional = true });
	ask_text(r, &(struct ask){ .name = "registry", .class = "w20",
		.label = say(r, I_REGISTRY), .stored = or_empty(g->registry),
		.optional = true });
}

static enum status occasion_fields(struct req *r, const struct gathering *g)
{
	ask_text(r, &(struct ask){ .name = "title", .label = say(r, I_NAME),
		.hint = say(r, I_NAME_HINT), .stored = or_empty(g->title) });
	ask_text(r, &(struct ask){ .name = "about", .label = say(r, I_ABOUT),
		.hint = say(r, I_ABOUT_HINT), .stored = or_empty(g->about),
		.optional = true });
	ask_when(r, g);
	ask_text(r, &(struct ask){ .name = "areas", .rows = 2,
		.label = say(r, I_AREAS), .hint = say(r, I_AREAS_HINT),
		.stored = or_empty(g->areas), .optional = true });
	TRY(ask_goals(r, g->id));
	button_save(r, say(r, I_SAVE_1));
	return OK;
}

static enum status earlier(struct req *r)
{
	struct gathering_list all = {0};

	TRY(gathering_list(&r->s, EARLIER, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<h2>%s</h2><ul class='rows'>", say(r, I_EARLIER));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li><a class='n' href='/o/%s/invite/%s/list'>"
		     "%s</a><span class='m'>%s</span></li>", r->org_key,
		     all.v[i].key, all.v[i].title, when_said(r, &all.v[i]));
	emit(&r->out, "</ul>");
	return OK;
}

/* The assessment that actors are suggested from first, as its key says. */
static enum status read_from(struct req *r, const char *key,
                             struct assessment *out)
{
	i64 id = 0;

	if (text_blank(key))
		return OK;
	TRY(assess_by_key(&r->s, key, &id));
	return assess_get(&r->s, id, out);
}

static enum status new_page(struct req *r)
{
	struct assessment from = {0};
	struct gathering none = {0};

	TRY(read_from(r, r->failed ? form_raw(r, "from") :
	              query_text(r, "from"), &from));
	invite_open(r, I_HEAD_1, 1);
	emit(&r->out, "<p class='lead'>%s</p>", say(r, I_LEAD_1));
	page_lesson(r, 5);
	form_open(r, "occasion", "/o/%s/invite", r->org_key);
	if (from.id != 0) {
		emit(&r->out, "<p>%s</p>", say_with(r, I_FROM, from.title,
		     NULL));
		form_hidden(r, "from", from.key);
	}
	TRY(occasion_fields(r, &none));
	form_close(r);
	TRY(earlier(r));
	page_close(r);
	return OK;
}

static enum status change_page(struct req *r)
{
	struct gathering g = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &g));
	invite_open(r, I_HEAD_1, 1);
	form_open(r, "occasion", "/o/%s/invite/%s", r->org_key, g.key);
	ask_version(r, g.version);
	TRY(occasion_fields(r, &g));
	form_close(r);
	page_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

static enum status read_occasion(struct req *r, struct gathering *g)
{
	g->title = form_needed(r, "title", LINE, I_SAY_NAME);
	g->about = form_text(r, "about", TEXT);
	g->day = form_day(r, "day");
	g->hours = form_text(r, "hours", LINE);
	g->place = form_text(r, "place", LINE);
	g->registry = form_text(r, "registry", LINE);
	g->areas = form_text(r, "areas", TEXT);
	return form_fine(r);
}

static enum status create(struct req *r)
{
	struct assessment from = {0};
	struct gathering g = {0};

	TRY(read_occasion(r, &g));
	TRY(read_from(r, form_raw(r, "from"), &from));
	g.assessment = from.id;
	TRY(gathering_note(&r->s, &g));
	TRY(save_goals(r, g.id));
	return go(r, "/o/%s/invite/%s/who", r->org_key, g.key);
}

static enum status change(struct req *r)
{
	struct gathering g = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &g));
	TRY(read_occasion(r, &g));
	g.version = form_version(r);
	TRY(gathering_change(&r->s, &g));
	TRY(save_goals(r, g.id));
	return go(r, "/o/%s/invite/%s/who?saved=1", r->org_key, g.key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/invite", new_page, EDIT, ON_ORG },
	{ POST, "/o/:org/invite", create, EDIT, ON_ORG, new_page },
	{ GET,  "/o/:org/invite/:gathering", change_page, EDIT, ON_ORG },
	{ POST, "/o/:org/invite/:gathering", change, EDIT, ON_ORG,
	  change_page },
	{ 0 },
};
const struct route *const invite_door_routes = rows;
