/* One item of the agenda: added, changed, moved, removed. */
#include "base/rights.h"
#include "base/text.h"
#include "workshop/agenda.msg"
#include "workshop/sight.h"

enum { ITEM_MINUTES = 240, OPTIONS_MOST = 12, BREAK_LENGTH = 15,
       ASK_LENGTH = 10 };
enum { ADD_BREAK = ASK_SCALE + 1 };     /* after the kinds of question */

static enum status refuse(struct req *r, const struct sentence *why)
{
	issue(r, NULL, why);
	return INVALID;
}

/* For a POST: the agenda of a meeting that is over stays as it became. */
static enum status open_workshop(struct req *r, struct workshop *w)
{
	TRY(workshop_here(r, w));
	return workshop_is_over(w->state) ? refuse(r, I_OVER) : OK;
}

static enum status item_here(struct req *r, struct workshop *w,
                             struct item *i)
{
	TRY(open_workshop(r, w));
	return item_get(&r->s, w->id, arg_no(r, "no"), i);
}

/* -- reading ------------------------------------------------------------- */

static i64 read_minutes(struct req *r, i64 usual)
{
	const char *typed = form_text(r, "minutes", LINE);
	i64 minutes = usual;

	if (!text_blank(typed) &&
	    !number_read(typed, 1, ITEM_MINUTES, &minutes))
		issue(r, "minutes", I_SAY_MINUTES);
	return minutes;
}

static void read_options(struct req *r, struct item *i)
{
	i->options = text_lines(r->s.mem, form_text(r, "options", TEXT));
	if (i->ask != ASK_CHOICE && i->ask != ASK_RANK)
		i->options.n = 0;
	else if (i->options.n < 2)
		issue(r, "options", I_SAY_OPTIONS);
	else if (i->options.n > OPTIONS_MOST)
		issue(r, "options", I_MANY_OPTIONS);
}

/* -- adding -------------------------------------------------------------- */

static void ask_what(struct req *r)
{
	const struct { i64 value; const struct sentence *label, *hint; }
	all[] = {
		{ ASK_TEXT,   I_TEXT,   I_TEXT_HINT },
		{ ASK_CHOICE, I_CHOICE, I_CHOICE_HINT },
		{ ASK_RANK,   I_RANK,   I_RANK_HINT },
		{ ASK_SCALE,  I_SCALE,  I_SCALE_HINT },
		{ ADD_BREAK,  I_BREAK,  I_BREAK_HINT },
	};
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(all); i++)
		*PUSH(r->s.mem, &options) = (struct option){
			.value = arena_print(r->s.mem, "%lld", all[i].value),
			.label = say(r, all[i].label),
			.hint = say(r, all[i].hint) };
	ask_cards(r, &(struct ask){ .name = "what", .label = say(r, I_WHAT) },
	          &options, false);
}

static void ask_options(struct req *r, const struct item *i)
{
	const char *lines = "";

	for (size_t k = 0; k < i->options.n; k++)
		lines = arena_print(r->s.mem, "%s%s\n", lines,
		                    i->options.v[k]);
	ask_text(r, &(struct ask){ .name = "options", .rows = 4,
		.label = say(r, I_OPTIONS), .hint = say(r, I_OPTIONS_HINT),
		.stored = lines });
}

enum status item_new_page(struct req *r)
{
	struct workshop w = {0};

	TRY(workshop_here(r, &w));
	workshop_open(r, &w, say(r, I_NEW_TITLE));
	emit(&r->out, "<h1>%s</h1>", say(r, I_NEW_TITLE));
	form_open(r, "new-item", "/w/%s/items", w.key);
	ask_what(r);
	ask_text(r, &(struct ask){ .name = "title", .stored = "",
		.label = say(r, I_QUESTION) });
	ask_options(r, &(struct item){ 0 });
	ask_text(r, &(struct ask){ .name = "minutes", .stored = "10",
		.label = say(r, I_MINUTES), .class = "w10" });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, I_ADD));
	emit(&r->out, "<a href='/w/%s/plan'>%s</a></p>", w.key,
	     say(r, I_BACK));
	form_close(r);
	page_close(r);
	return OK;
}

/* Before the slack and the close: those end the meeting. */
static i64 place_of_new(const struct item_list *all)
{
	size_t at = all->n;

	while (at > 0 && (all->v[at - 1].kind == ITEM_CLOSE ||
	                  all->v[at - 1].kind == ITEM_SLACK))
		at--;
	return (i64)at + 1;
}

enum status item_add(struct req *r)
{
	struct item_list all = {0};
	struct workshop w = {0};
	struct item i = { .kind = ITEM_ASK };
	i64 what, id;

	TRY(open_workshop(r, &w));
	what = form_choice(r, "what", ASK_TEXT, ADD_BREAK);
	if (what == 0)
		issue(r, "what", I_SAY_WHAT);
	i.ask = what == ADD_BREAK ? ASK_NONE : (enum ask_kind)what;
	i.kind = what == ADD_BREAK ? ITEM_BREAK : ITEM_ASK;
	i.title = form_text(r, "title", LINE);
	if (i.kind == ITEM_BREAK && text_blank(i.title))
		i.title = item_kind_say(r, ITEM_BREAK);
	if (text_blank(i.title))
		issue(r, "title", I_SAY_QUESTION);
	read_options(r, &i);
	i.minutes = read_minutes(r, what == ADD_BREAK ? BREAK_LENGTH :
	                         ASK_LENGTH);
	TRY(form_fine(r));
	TRY(item_list(&r->s, w.id, &all));
	TRY(item_note(&r->s, w.id, &i, &id));
	TRY(item_move(&r->s, w.id, i.no, place_of_new(&all)));
	TRY(agenda_air(r, w.id));
	return go(r, "/w/%s/plan?saved=1", w.key);
}

/* -- changing ------------------------------------------------------------ */

static void goals_shown(struct req *r, const struct item *i)
{
	if (i->kind != ITEM_GOAL)
		return;
	emit(&r->out, "<p>%s</p><ul>", say(r, I_GOALS));
	for (size_t k = 0; k < i->goals.n; k++)
		emit(&r->out, "<li>%s %s</li>", i->goals.v[k].code,
		     either(r, i->goals.v[k].title_sv,
		            i->goals.v[k].title_en));
	emit(&r->out, "</ul>");
}

enum status item_page(struct req *r)
{
	struct workshop w = {0};
	struct item i = {0};

	TRY(workshop_here(r, &w));
	TRY(item_get(&r->s, w.id, arg_no(r, "no"), &i));
	workshop_open(r, &w, i.title);
	emit(&r->out, "<h1>%s</h1>", i.title);
	goals_shown(r, &i);
	form_open(r, "item", "/w/%s/items/%lld", w.key, i.no);
	ask_version(r, i.version);
	ask_text(r, &(struct ask){ .name = "title", .stored = i.title,
		.label = say(r, i.kind == ITEM_ASK ? I_QUESTION : I_NAME) });
	if (i.ask == ASK_CHOICE || i.ask == ASK_RANK)
		ask_options(r, &i);
	ask_text(r, &(struct ask){ .name = "minutes", .class = "w10",
		.stored = arena_print(r->s.mem, "%lld", i.minutes),
		.label = say(r, I_MINUTES) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, I_SAVE));
	emit(&r->out, "<a href='/w/%s/plan'>%s</a></p>", w.key,
	     say(r, I_BACK));
	form_close(r);
	if (item_is_planned(&i))
		button_form(r, "remove", "btn sec", say(r, I_DROP),
		            "/w/%s/items/%lld/remove", w.key, i.no);
	page_close(r);
	return OK;
}

enum status item_save(struct req *r)
{
	struct workshop w = {0};
	struct item i = {0};

	TRY(item_here(r, &w, &i));
	i.version = form_version(r);
	i.title = form_needed(r, "title", LINE, I_SAY_NAME);
	read_options(r, &i);
	i.minutes = read_minutes(r, i.minutes);
	TRY(form_fine(r));
	TRY(item_change(&r->s, &i));
	TRY(agenda_air(r, w.id));
	return go(r, "/w/%s/plan?saved=1", w.key);
}

enum status item_drop(struct req *r)
{
	struct workshop w = {0};
	struct item i = {0};
	enum status done;

	TRY(item_here(r, &w, &i));
	done = item_remove(&r->s, w.id, i.no);
	if (done == DENIED)
		return refuse(r, I_ANSWERED);
	TRY(done);
	TRY(agenda_air(r, w.id));
	return go(r, "/w/%s/plan?saved=1", w.key);
}

/* -- moving -------------------------------------------------------------- */

/* Past its neighbour, whatever numbers the positions have. */
static enum status move_by(struct req *r, i64 by)
{
	struct item_list all = {0};
	struct workshop w = {0};
	struct item i = {0};
	i64 at = 0;

	TRY(item_here(r, &w, &i));
	if (!item_is_planned(&i))
		return refuse(r, I_BEGUN);
	TRY(item_list(&r->s, w.id, &all));
	for (size_t k = 0; k < all.n; k++)
		if (all.v[k].no == i.no)
			at = (i64)k + 1 + by;
	if (at >= 1 && at <= (i64)all.n)
		TRY(item_move(&r->s, w.id, i.no, at));
	return go(r, "/w/%s/plan", w.key);
}

enum status item_up(struct req *r)
{
	return move_by(r, -1);
}

enum status item_down(struct req *r)
{
	return move_by(r, 1);
}
