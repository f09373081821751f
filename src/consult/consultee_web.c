/* Who is asked: the list, their links, and their replies as they came. */
#include "account/pass.h"
#include "actor/actor.h"
#include "base/rights.h"
#include "base/text.h"
#include "consult/consult.msg"
#include "consult/consult_show.h"

const char *consultee_state_word(struct req *r, const struct consultee *e)
{
	if (e->received_at != 0)
		return say_with(r, E_ANSWERED_STATE, say_day(r,
			day_of_instant(e->received_at)), NULL);
	return say(r, e->declined_at != 0 ? E_DECLINED_STATE : E_ASKED_STATE);
}

static enum icon icon_of(const struct consultee *e)
{
	return e->received_at != 0 ? ICON_DONE : e->declined_at != 0 ?
	       ICON_OUTSIDE : ICON_NOT_BEGUN;
}

/* -- the list ------------------------------------------------------------ */

static void buttons(struct req *r, const struct consultation *c,
                    const struct consultee *e)
{
	const char *at = arena_print(r->s.mem, "/m/%s/consultations/%lld/asked"
	                             "/%lld", r->object_key, c->no, e->no);
	const char *no = arena_print(r->s.mem, "%lld", e->no);

	if (c->sent_at == 0 && e->received_at == 0)
		button_form(r, arena_print(r->s.mem, "remove-%s", no),
		            "btn sec sm", say(r, E_REMOVE), "%s/remove", at);
	if (c->sent_at == 0 || c->closed_at != 0)
		return;
	button_form(r, arena_print(r->s.mem, "link-%s", no), "btn sec sm",
	            say(r, E_LINK), "%s/link", at);
	if (e->received_at == 0)
		button_form(r, arena_print(r->s.mem, "decline-%s", no),
		            "btn sec sm", say(r, e->declined_at != 0 ?
		            E_ASK_AGAIN : E_DECLINE), "%s/%s", at,
		            e->declined_at != 0 ? "ask" : "decline");
}

static void consultee_row(struct req *r, const struct consultation *c,
                          const struct consultee *e)
{
	bool may = (r->rights & EDIT) != 0;

	emit(&r->out, "<li><span class='n'>");
	if (c->sent_at != 0)
		emit(&r->out, "<a href='/m/%s/consultations/%lld/asked/%lld'>"
		     "%s</a>", r->object_key, c->no, e->no, e->name);
	else
		emit(&r->out, "%s", e->name);
	emit(&r->out, "</span><span class='m'>");
	state(r, icon_of(e), "", consultee_state_word(r, e));
	if (e->untreated > 0)
		emit(&r->out, " %s", say_count(r, C_UNTREATED, e->untreated));
	emit(&r->out, "</span>");
	if (may) {
		emit(&r->out, "<div class='e'>");
		buttons(r, c, e);
		emit(&r->out, "</div>");
	}
	emit(&r->out, "</li>");
}

/* A link is told once, to who made it; any other word in the address is not. */
static void link_told(struct req *r, const struct consultee_list *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const char *address = pass_told(r, all->v[i].pass, "reply");

		if (address != NULL)
			emit(&r->out, "<div class='note'><p>%s</p><p><b>%s</b>"
			     "</p></div>", say_with(r, E_LINK_ONCE,
			     all->v[i].name, NULL), address);
	}
}

static bool asked_already(const struct consultee_list *all, i64 actor)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == actor)
			return true;
	return false;
}

static enum status ask_more(struct req *r, const struct consultation *c,
                            const struct consultee_list *asked)
{
	struct actor_list actors = {0};
	struct option_list options = {0};

	TRY(actor_list(&r->s, &actors));
	for (size_t i = 0; i < actors.n; i++)
		if (!actors.v[i].retired &&
		    !asked_already(asked, actors.v[i].id))
			option_add(r, &options, actors.v[i].key,
			           actors.v[i].name, false);
	form_open(r, "ask", "/m/%s/consultations/%lld/asked", r->object_key,
	          c->no);
	if (options.n > 0)
		ask_line(r, &(struct ask){ .name = "actor",
			.label = say(r, E_PICK) }, &options, true);
	ask_text(r, &(struct ask){ .name = "names", .stored = "", .rows = 3,
		.label = say(r, E_NAME), .hint = say(r, E_NAMES),
		.optional = true });
	button_save(r, say(r, E_ADD));
	form_close(r);
	return OK;
}

static enum status list_page(struct req *r)
{
	struct consultation c = {0};
	struct consultee_list all = {0};
	struct matter m = {0};

	TRY(consult_open(r, say(r, E_HEAD), &m, &c));
	TRY(consultee_list(&r->s, c.id, &all));
	link_told(r, &all);
	emit(&r->out, "<p class='lead'>%s</p><p class='muted'>%s</p>",
	     all.n == 0 ? say(r, E_NONE) : say_count(r, C_ASKED, c.asked),
	     say(r, E_HINT));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		consultee_row(r, &c, &all.v[i]);
	emit(&r->out, "</ul>");
	if ((r->rights & EDIT) != 0 && c.closed_at == 0)
		TRY(ask_more(r, &c, &all));
	matter_close(r);
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status add_actor(struct req *r, i64 consultation,
                             const char *key)
{
	struct actor a = {0};
	struct consultee e = {0};
	i64 id;

	TRY(actor_by_key(&r->s, key, &id));
	TRY(actor_get(&r->s, id, &a));
	e.name = a.name;
	e.actor = id;
	e.authority = a.kind == ACTOR_AUTHORITY;
	return consultee_note(&r->s, consultation, &e);
}

static enum status add_names(struct req *r, i64 consultation,
                             const char *lines)
{
	struct text_list names = text_lines(r->s.mem, lines);

	for (size_t i = 0; i < names.n; i++) {
		struct consultee e = {
			.name = text_short(r->s.mem, names.v[i], LINE) };

		TRY(consultee_note(&r->s, consultation, &e));
	}
	return OK;
}

static enum status add(struct req *r)
{
	struct consultation c = {0};
	struct text_list keys = form_all(r, "actor", LINE);
	const char *names = form_text(r, "names", TEXT);
	enum status done = OK;

	TRY(consult_here(r, &c));
	if (keys.n == 0 && text_blank(names))
		issue(r, "names", E_SAY);
	TRY(form_fine(r));
	for (size_t i = 0; i < keys.n && done == OK; i++)
		done = add_actor(r, c.id, keys.v[i]);
	if (done == OK)
		done = add_names(r, c.id, names);
	if (done == TAKEN || done == DENIED)
		issue(r, "names", done == TAKEN ? E_TWICE : E_FULL);
	TRY(done == TAKEN || done == DENIED ? INVALID : done);
	return consult_back(r, &c, "/asked?saved=1");
}

static enum status named(struct req *r, struct consultation *c,
                         struct consultee *e)
{
	TRY(consult_here(r, c));
	return consultee_get(&r->s, c->id, arg_no(r, "no"), e);
}

static enum status remove_one(struct req *r)
{
	struct consultation c = {0};
	struct consultee e = {0};

	TRY(named(r, &c, &e));
	if (c.sent_at != 0)
		return STALE;
	TRY(consultee_remove(&r->s, c.id, e.no, true));
	return consult_back(r, &c, "/asked?saved=1");
}

static enum status link_new(struct req *r)
{
	struct consultation c = {0};
	struct consultee e = {0};
	const char *secret;

	TRY(named(r, &c, &e));
	if (c.sent_at == 0 || c.closed_at != 0)
		return STALE;
	TRY(consultee_link(&r->s, &e, &secret));
	return go(r, "/m/%s/consultations/%lld/asked?secret=%s",
	          r->object_key, c.no, secret);
}

static enum status set_declined(struct req *r, bool declined)
{
	struct consultation c = {0};
	struct consultee e = {0};

	TRY(named(r, &c, &e));
	TRY(consultee_decline(&r->s, &e, declined));
	return consult_back(r, &c, "/asked?saved=1");
}

static enum status decline(struct req *r)
{
	return set_declined(r, true);
}

static enum status ask_again(struct req *r)
{
	return set_declined(r, false);
}

#define C "/m/:matter/consultations/:consultation"

static const struct route rows[] = {
	{ GET,  C "/asked", list_page, READ, ON_MATTER },
	{ POST, C "/asked", add, EDIT, ON_MATTER, list_page },
	{ POST, C "/asked/:no/remove", remove_one, EDIT, ON_MATTER,
	  list_page },
	{ POST, C "/asked/:no/link", link_new, EDIT, ON_MATTER, list_page },
	{ POST, C "/asked/:no/decline", decline, EDIT, ON_MATTER, list_page },
	{ POST, C "/asked/:no/ask", ask_again, EDIT, ON_MATTER, list_page },
	{ 0 },
};
const struct route *const consultee_routes = rows;
