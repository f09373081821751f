/* What is missing: the officer's list, and the page where one is answered. */
#include <string.h>

#include "assess/view.h"
#include "base/text.h"
#include "brief/hole.msg"
#include "brief/hole_page.h"

/* -- the list ------------------------------------------------------------ */

static void row(struct req *r, const struct hole *h)
{
	emit(&r->out, "<li><a class='n' href='%s'>%s</a><span class='m'>",
	     h->address, h->task);
	if (h->lawful && hole_is_open(h))
		state(r, ICON_LATE, "due", say(r, HP_LAW));
	emit(&r->out, " %s</span></li>", h->answer != HOLE_UNSAID ?
	     h->fact : h->why);
}

static void rows_of(struct req *r, const struct hole_list *all, bool answered)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++)
		if ((all->v[i].answer != HOLE_UNSAID) == answered)
			row(r, &all->v[i]);
	emit(&r->out, "</ul>");
}

void holes_shown(struct req *r, const struct hole_list *all)
{
	size_t answered = 0;

	for (size_t i = 0; i < all->n; i++)
		answered += all->v[i].answer != HOLE_UNSAID;
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, HP_LIST),
	     say(r, answered == all->n ? HP_NOTHING : HP_LIST_LEAD));
	if (answered < all->n)
		rows_of(r, all, false);
	if (answered == 0)
		return;
	emit(&r->out, "<h2>%s</h2>", say(r, HP_ANSWERED));
	rows_of(r, all, true);
}

/* -- one ----------------------------------------------------------------- */

/* Addressed by kind and number: "7-12". */
static enum status find(struct req *r, struct hole *out)
{
	struct document *d = NEW(r->s.mem, struct document);
	struct hole_list all = {0};
	const char *end = arena_print(r->s.mem, "/holes/%s",
	                              arg_text(r, "hole"));
	size_t m = strlen(end);

	TRY(document_of(&r->s, r->object, d));
	TRY(holes_read(&r->s, r->object, d, r->language, &all));
	for (size_t i = 0; i < all.n; i++) {
		size_t n = strlen(all.v[i].address);

		if (n >= m && same(all.v[i].address + n - m, end)) {
			*out = all.v[i];
			return OK;
		}
	}
	return NOT_FOUND;
}

static void mend(struct req *r, const struct view *v, const struct hole *h)
{
	const char *where = NULL;

	if (h->kind == HOLE_MISSING_ACTORS)
		where = part_address(r, v, PART_MISSING, 0);
	else if (h->kind == HOLE_UNHANDLED)
		where = arena_print(r->s.mem, "/a/%s/findings/%lld/handle",
		                    v->a.key, h->no);
	else if (h->kind == HOLE_BY_SEX && h->no != 0)
		where = arena_print(r->s.mem, "/a/%s/findings/%lld",
		                    v->a.key, h->no);
	if (where != NULL && v->open)
		emit(&r->out, "<p class='acts'><a class='btn sec'"
		     " href='%s'>%s</a></p>", where, say(r, HP_MEND));
}

static void form(struct req *r, const struct hole *h)
{
	struct option_list all = {0};

	form_open(r, "hole", "%s", h->address);
	ask_version(r, h->version);
	option_add(r, &all, "1", say(r, HP_DONE), h->answer == HOLE_DONE);
	option_add(r, &all, "2", say(r, HP_NOT_NEEDED),
	           h->answer == HOLE_NOT_NEEDED);
	option_add(r, &all, "3", say(r, HP_NOT_DONE),
	           h->answer == HOLE_NOT_DONE);
	ask_cards(r, &(struct ask){ .name = "answer",
		.label = say(r, HP_ASK), .hint = h->lawful ?
		say(r, HP_LAWFUL_NOTE) : NULL }, &all, false);
	ask_text(r, &(struct ask){ .name = "reason", .rows = 2,
		.label = say(r, HP_REASON), .hint = say(r, HP_REASON_HINT),
		.stored = h->reason });
	button_save(r, say(r, HP_SAVE));
	form_close(r);
}

static enum status page(struct req *r)
{
	struct hole h = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(find(r, &h));
	TRY(view_open_end(r, &v, h.task));
	emit(&r->out, "<p class='muted'><a href='/a/%s/text'>%s</a></p>"
	     "<h1>%s</h1><p class='lead'>%s</p>", v.a.key, say(r, HP_TEXT),
	     h.task, h.why);
	if (h.lawful && hole_is_open(&h))
		state(r, ICON_LATE, "due", say(r, HP_LAW));
	mend(r, &v, &h);
	form(r, &h);
	emit(&r->out, "<p class='muted'>%s</p>", say_with(r, HP_PAPER,
	     h.fact, NULL));
	view_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct hole h = {0};

	TRY(find(r, &h));
	h.answer = (enum hole_answer)form_choice(r, "answer", HOLE_DONE,
	                                         HOLE_NOT_DONE);
	h.reason = form_text(r, "reason", TEXT);
	h.version = form_version(r);
	if (h.answer == HOLE_UNSAID)
		issue(r, "answer", HP_WANT_ANSWER);
	else if (h.answer != HOLE_DONE && text_blank(h.reason))
		issue(r, "reason", HP_WANT_REASON);
	TRY(form_fine(r));
	TRY(hole_keep(&r->s, r->object, &h));
	return go(r, "/a/%s/text?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET, "/a/:assessment/holes/:hole", page, ANSWER, ON_ASSESSMENT },
	{ POST, "/a/:assessment/holes/:hole", save, ANSWER, ON_ASSESSMENT,
	  .form = page },
	{ 0 },
};
const struct route *const hole_routes = rows;
