/* The facts of a workshop: asked for when it is made, and changed. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/hub.h"
#include "workshop/hub.msg"
#include "workshop/sight.h"

enum { MINUTES_LEAST = 15, MINUTES_MOST = 600, PEOPLE_MOST = 2000,
       TABLES_MOST = 60, DAY_MINUTES = 24 * 60 };
enum { PEOPLE_USUAL = 24, TABLES_USUAL = 4, STARTS_USUAL = 9 * 60 };

static const struct template_word {
	enum plan_template template;
	const struct sentence *word, *means;
} templates[] = {
	{ PLAN_HALF_DAY,     F_HALF_DAY, F_HALF_D },
	{ PLAN_INTRODUCTION, F_INTRO,    F_INTRO_D },
	{ PLAN_PASS_ONE,     F_PASS_1,   F_PASS_1_D },
	{ PLAN_PASS_TWO,     F_PASS_2,   F_PASS_2_D },
	{ PLAN_DIGITAL,      F_DIGITAL,  F_DIGITAL_D },
	{ PLAN_OWN,          F_OWN,      F_OWN_D },
};

const char *template_say(const struct req *r, enum plan_template t)
{
	for (size_t i = 0; i < COUNT(templates); i++)
		if (templates[i].template == t)
			return say(r, templates[i].word);
	return "";
}

const char *form_say(const struct req *r, enum workshop_form form)
{
	switch (form) {
	case FORM_ROOM:    return say(r, F_ROOM);
	case FORM_DIGITAL: return say(r, F_ONLINE);
	case FORM_BOTH:    return say(r, F_BOTH);
	}
	return "";
}

const char *hours_say(const struct req *r, const struct workshop *w)
{
	return arena_print(r->s.mem, "%s–%s", say_minute(r, w->starts),
	                   say_minute(r, w->starts + w->minutes));
}

/* -- asking -------------------------------------------------------------- */

static const char *number(const struct req *r, i64 n)
{
	return n == 0 ? "" : arena_print(r->s.mem, "%lld", n);
}

static void ask_template(struct req *r, const struct workshop *w)
{
	struct option_list all = {0};

	for (size_t i = 0; i < COUNT(templates); i++)
		*PUSH(r->s.mem, &all) = (struct option){
			.value = number(r, templates[i].template),
			.label = say(r, templates[i].word),
			.hint = say(r, templates[i].means),
			.chosen = w->template == (int)templates[i].template };
	ask_cards(r, &(struct ask){ .name = "template",
		.label = say(r, F_TEMPLATE) }, &all, false);
}

static void ask_number(struct req *r, const char *name,
                       const struct sentence *label,
                       const struct sentence *hint, i64 stored)
{
	ask_text(r, &(struct ask){ .name = name, .label = say(r, label),
		.hint = hint == NULL ? NULL : say(r, hint), .class = "w10",
		.stored = number(r, stored) });
}

static void ask_when(struct req *r, const struct workshop *w)
{
	ask_text(r, &(struct ask){ .name = "title", .stored = w->title,
		.label = say(r, F_TITLE) });
	emit(&r->out, "<div class='beside'>");
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, F_DAY),
		.hint = say(r, F_DAY_HINT), .class = "w10" }, w->day);
	ask_text(r, &(struct ask){ .name = "starts", .class = "w10",
		.label = say(r, F_STARTS),
		.stored = say_minute(r, w->starts) });
	ask_number(r, "minutes", F_MINUTES, F_MINUTES_HINT, w->minutes);
	emit(&r->out, "</div>");
}

/* Tables are asked for once; then they have a page of their own. */
static void ask_where(struct req *r, const struct workshop *w, bool tables)
{
	struct option_list forms = {0};

	for (int i = FORM_ROOM; i <= FORM_BOTH; i++)
		option_add(r, &forms, number(r, i),
		           form_say(r, (enum workshop_form)i),
		           (int)w->form == i);
	ask_line(r, &(struct ask){ .name = "where", .label = say(r, F_FORM) },
	         &forms, false);
	ask_text(r, &(struct ask){ .name = "place", .label = say(r, F_PLACE),
		.stored = w->place, .optional = true });
	emit(&r->out, "<div class='beside'>");
	ask_number(r, "people", F_PEOPLE, NULL, w->people);
	if (tables)
		ask_number(r, "tables", F_TABLES, F_TABLES_HINT,
		           TABLES_USUAL);
	emit(&r->out, "</div>");
}

static void ask_way(struct req *r, const struct workshop *w)
{
	struct option_list ways = {0};

	*PUSH(r->s.mem, &ways) = (struct option){ .value = "1",
		.label = say(r, F_SILENT), .hint = say(r, F_SILENT_D),
		.chosen = w->way == WAY_SILENT };
	*PUSH(r->s.mem, &ways) = (struct option){ .value = "2",
		.label = say(r, F_TOGETHER), .hint = say(r, F_TOGETHER_D),
		.chosen = w->way == WAY_TABLE };
	ask_cards(r, &(struct ask){ .name = "way", .label = say(r, F_WAY) },
	          &ways, false);
}

static void ask_disposal(struct req *r, const struct workshop *w)
{
	ask_text(r, &(struct ask){ .name = "disposal", .rows = 2,
		.label = say(r, F_DISPOSAL), .stored = w->disposal,
		.hint = say(r, F_DISPOSAL_HINT) });
	ask_text(r, &(struct ask){ .name = "disposal_ref", .class = "w20",
		.label = say(r, F_REF), .stored = w->disposal_ref,
		.optional = true });
	ask_day(r, &(struct ask){ .name = "disposal_on", .optional = true,
		.label = say(r, F_ON), .hint = say(r, F_ON_HINT) },
		w->disposal_on);
}

/* -- reading ------------------------------------------------------------- */

static i64 read_number(struct req *r, const char *name, i64 least, i64 most,
                       i64 usual, const struct sentence *why)
{
	const char *typed = form_text(r, name, LINE);
	i64 n = usual;

	if (text_blank(typed) ? usual == 0 :
	    !number_read(typed, least, most, &n))
		issue(r, name, why);
	return n;
}

static void read_when(struct req *r, struct workshop *w)
{
	i64 usual = plan_start((enum plan_template)w->template).minutes;
	size_t before;

	w->title = form_needed(r, "title", LINE, F_SAY_TITLE);
	before = r->issues.n;
	w->day = form_day(r, "day");
	if (w->day == 0 && r->issues.n == before)
		issue(r, "day", F_SAY_DAY);
	if (!minute_read(form_text(r, "starts", LINE), &w->starts))
		issue(r, "starts", F_SAY_STARTS);
	w->minutes = read_number(r, "minutes", MINUTES_LEAST, MINUTES_MOST,
	                         usual, F_SAY_MINUTES);
}

static void read_facts(struct req *r, struct workshop *w)
{
	i64 template = form_choice(r, "template", PLAN_HALF_DAY, PLAN_OWN);

	if (template == 0)
		issue(r, "template", F_SAY_TEMPLATE);
	w->template = template == 0 ? PLAN_HALF_DAY : (int)template;
	read_when(r, w);
	w->form = (enum workshop_form)form_choice(r, "where", FORM_ROOM,
	                                          FORM_BOTH);
	if (w->form == 0)
		issue(r, "where", F_SAY_FORM);
	w->place = form_text(r, "place", LINE);
	w->people = read_number(r, "people", 1, PEOPLE_MOST, 0, F_SAY_PEOPLE);
	w->way = (enum answer_way)form_choice(r, "way", WAY_SILENT,
	                                      WAY_TABLE);
	if (w->way == 0)
		issue(r, "way", F_SAY_WAY);
	w->disposal = form_needed(r, "disposal", TEXT, F_SAY_DISPOSAL);
	w->disposal_ref = form_text(r, "disposal_ref", LINE);
	w->disposal_on = form_day(r, "disposal_on");
}

/* -- a new one ----------------------------------------------------------- */

static struct workshop usual(const struct req *r)
{
	return (struct workshop){ .title = "Workshop",
		.starts = STARTS_USUAL, .place = "", .form = FORM_ROOM,
		.template = PLAN_HALF_DAY, .way = WAY_SILENT,
		.people = PEOPLE_USUAL, .note = "", .disposal_ref = "",
		.disposal = say(r, F_DISPOSAL_USUAL) };
}

enum status workshop_new_page(struct req *r)
{
	struct workshop w = usual(r);
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	if (!v.open)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, F_NEW)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, F_NEW),
	     say(r, F_LEAD));
	form_open(r, "new-workshop", "/a/%s/workshops/new", r->object_key);
	ask_template(r, &w);
	ask_when(r, &w);
	ask_where(r, &w, true);
	ask_way(r, &w);
	ask_disposal(r, &w);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, F_MAKE));
	emit(&r->out, "<a href='/a/%s/workshops'>%s</a></p>", r->object_key,
	     say(r, H_BACK));
	form_close(r);
	view_close(r);
	return OK;
}

enum status workshop_create(struct req *r)
{
	struct workshop w = { .assessment = r->object, .note = "" };
	i64 tables, id;

	read_facts(r, &w);
	tables = read_number(r, "tables", 1, TABLES_MOST, 0, F_SAY_TABLES);
	TRY(form_fine(r));
	w.steps = plan_start((enum plan_template)w.template).steps;
	TRY(workshop_note(&r->s, &w, tables, say(r, BOARD_WORD), &id));
	return go(r, "/w/%s/plan", w.key);
}

/* -- change -------------------------------------------------------------- */

enum status facts_page(struct req *r)
{
	struct workshop w = {0};

	TRY(workshop_here(r, &w));
	workshop_open(r, &w, say(r, F_CHANGE));
	emit(&r->out, "<h1>%s</h1>", say(r, F_CHANGE));
	form_open(r, "facts", "/w/%s", w.key);
	ask_version(r, w.version);
	ask_when(r, &w);
	ask_where(r, &w, false);
	ask_template(r, &w);
	ask_way(r, &w);
	ask_disposal(r, &w);
	ask_text(r, &(struct ask){ .name = "note", .rows = 4,
		.label = say(r, F_NOTE), .stored = w.note,
		.optional = true });
	ask_tick(r, "keys_off", "1", say(r, F_KEYS), w.keys_off);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, F_SAVE));
	emit(&r->out, "<a href='/w/%s'>%s</a></p>", w.key, say(r, F_BACK));
	form_close(r);
	page_close(r);
	return OK;
}

/* Another template brings its own steps; the agenda in use stays. */
enum status facts_save(struct req *r)
{
	struct workshop w = {0};
	int template;

	TRY(workshop_here(r, &w));
	template = w.template;
	w.version = form_version(r);
	read_facts(r, &w);
	w.note = form_text(r, "note", TEXT);
	w.keys_off = form_has(r, "keys_off", "1");
	TRY(form_fine(r));
	if (w.template != template)
		w.steps = plan_start((enum plan_template)w.template).steps;
	TRY(workshop_change(&r->s, &w));
	if (w.state < WORKSHOP_RUNNING)
		TRY(agenda_air(r, w.id));
	return go(r, "/w/%s?saved=1", w.key);
}
