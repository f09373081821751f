/* What the organisation asks itself: the list, and one. */
#include "base/text.h"
#include "duty/duty_view.h"
#include "duty/page.msg"
#include "duty/duty.msg"

static const char *ground_say(const struct req *r, enum duty_ground ground)
{
	return say(r, ground == GROUND_LOCAL ? DG_LOCAL : DG_METHOD);
}

static const char *subjects_say(const struct req *r,
                                const struct local_duty *l)
{
	const char *all = "";

	for (int k = SUBJECT_PROGRAMME; k <= SUBJECT_OTHER; k++)
		if ((l->subjects & 1u << k) != 0)
			all = arena_print(r->s.mem, "%s%s%s", all,
			        *all == '\0' ? "" : ", ",
			        subject_kind_say(r, (enum subject_kind)k));
	return *all == '\0' ? say(r, LD_ALWAYS) : all;
}

static void row(struct req *r, const struct local_duty *l)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/duties/%s'>%s</a>"
	     "<span class='m'>%s · %s", r->org_key, l->key, l->name,
	     l->retired ? say(r, LD_RETIRED) : ground_say(r, l->ground),
	     subjects_say(r, l));
	if (!text_blank(l->source))
		emit(&r->out, " · %s", say_with(r, DU_SOURCE, l->source,
		     NULL));
	emit(&r->out, "</span></li>");
}

static void ask_local(struct req *r, const struct local_duty *l)
{
	struct option_list grounds = {0}, kinds = {0};

	ask_text(r, &(struct ask){ .name = "name", .class = "w20",
		.label = say(r, LD_NAME), .stored = l->name });
	ask_text(r, &(struct ask){ .name = "question", .rows = 2,
		.label = say(r, LD_QUESTION), .stored = l->question });
	option_add(r, &grounds, "2", say(r, DG_LOCAL),
	           l->ground == GROUND_LOCAL);
	option_add(r, &grounds, "3", say(r, DG_METHOD),
	           l->ground == GROUND_METHOD);
	ask_line(r, &(struct ask){ .name = "ground",
		.label = say(r, LD_GROUND) }, &grounds, false);
	ask_text(r, &(struct ask){ .name = "source", .class = "w20",
		.label = say(r, LD_SOURCE), .stored = l->source,
		.optional = true });
	for (int k = SUBJECT_PROGRAMME; k <= SUBJECT_OTHER; k++)
		option_add(r, &kinds, arena_print(r->s.mem, "%d", k),
		           subject_kind_say(r, (enum subject_kind)k),
		           (l->subjects & 1u << k) != 0);
	ask_line(r, &(struct ask){ .name = "subjects",
		.label = say(r, LD_WHEN), .hint = say(r, LD_WHEN_HINT) },
		&kinds, true);
}

static enum status list(struct req *r)
{
	struct local_duty_list all = {0};

	TRY(local_duty_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, LD_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, LD_TITLE),
	     say(r, LD_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, LD_NONE));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		row(r, &all.v[i]);
	if (all.n > 0)
		emit(&r->out, "</ul>");
	emit(&r->out, "<h2>%s</h2>", say(r, LD_ADD_HEAD));
	form_open(r, "own", "/o/%s/duties", r->org_key);
	ask_local(r, &(struct local_duty){0});
	button_save(r, say(r, LD_ADD));
	form_close(r);
	page_close(r);
	return OK;
}

static enum status page(struct req *r)
{
	struct local_duty l;

	TRY(local_duty_get(&r->s, arg_text(r, "own"), &l));
	page_open(r, &(struct page){ .title = l.name });
	page_main(r);
	emit(&r->out, "<p class='small'><a href='/o/%s/duties'>%s</a></p>"
	     "<h1>%s</h1>", r->org_key, say(r, LD_TITLE), l.name);
	form_open(r, "own", "/o/%s/duties/%s", r->org_key, l.key);
	ask_version(r, l.version);
	ask_local(r, &l);
	button_save(r, say(r, LD_SAVE));
	form_close(r);
	emit(&r->out, "<p>%s</p>", say(r, LD_RETIRE_TEXT));
	if (l.retired)
		button_form(r, "back", "btn sec", say(r, LD_BACK),
		            "/o/%s/duties/%s/restore", r->org_key, l.key);
	else
		button_form(r, "retire", "btn sec", say(r, LD_RETIRE),
		            "/o/%s/duties/%s/retire", r->org_key, l.key);
	page_close(r);
	return OK;
}

static enum status read_local(struct req *r, struct local_duty *l)
{
	struct local_duty_list all = {0};

	l->name = form_needed(r, "name", LINE, LD_WANT_NAME);
	l->question = form_needed(r, "question", TEXT, LD_WANT_QUESTION);
	l->ground = (enum duty_ground)form_choice(r, "ground", GROUND_LOCAL,
	                                          GROUND_METHOD);
	l->source = form_text(r, "source", LINE);
	l->subjects = form_set(r, "subjects", SUBJECT_OTHER + 1);
	if (l->ground == 0)
		issue(r, "ground", LD_WANT_GROUND);
	TRY(local_duty_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].id != l->id && same(all.v[i].name, l->name))
			issue(r, "name", LD_TAKEN);
	return form_fine(r);
}

static enum status add(struct req *r)
{
	struct local_duty l = {0};

	TRY(read_local(r, &l));
	TRY(local_duty_note(&r->s, &l));
	return go(r, "/o/%s/duties?saved=1", r->org_key);
}

static enum status save(struct req *r)
{
	struct local_duty l;

	TRY(local_duty_get(&r->s, arg_text(r, "own"), &l));
	l.version = form_version(r);
	TRY(read_local(r, &l));
	TRY(local_duty_change(&r->s, &l));
	return go(r, "/o/%s/duties?saved=1", r->org_key);
}

static enum status turn(struct req *r, bool retired)
{
	TRY(local_duty_retire(&r->s, arg_text(r, "own"), retired));
	return go(r, "/o/%s/duties?saved=1", r->org_key);
}

static enum status retire(struct req *r)
{
	return turn(r, true);
}

static enum status restore(struct req *r)
{
	return turn(r, false);
}

static const struct route rows[] = {
	{ GET, "/o/:org/duties", list, EDIT, ON_ORG },
	{ POST, "/o/:org/duties", add, EDIT, ON_ORG, list },
	{ GET, "/o/:org/duties/:own", page, EDIT, ON_ORG },
	{ POST, "/o/:org/duties/:own", save, EDIT, ON_ORG, page },
	{ POST, "/o/:org/duties/:own/retire", retire, EDIT, ON_ORG, page },
	{ POST, "/o/:org/duties/:own/restore", restore, EDIT, ON_ORG,
	  page },
	{ 0 },
};
const struct route *const local_duty_routes = rows;
