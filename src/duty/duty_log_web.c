/* With whom, and what was said: the log of a consultation. Lives on. */
#include "actor/actor.h"
#include "base/text.h"
#include "duty/duty_view.h"
#include "duty/page.msg"

/* -- the log ------------------------------------------------------------- */

static void contact_row(struct req *r, const struct duty *d,
                        const struct contact *c)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s",
	     contact_kind_word(r->language, c->kind), say_day(r, c->day));
	if (!text_blank(c->with))
		emit(&r->out, " · %s", c->with);
	if (!text_blank(c->by))
		emit(&r->out, " · %s", c->by);
	emit(&r->out, "<br>%s", c->what);
	if (!text_blank(c->reply) || c->replied_on != 0)
		emit(&r->out, "<br>%s %s", say_with(r, DU_ANSWERED, c->reply,
		     NULL), say_day(r, c->replied_on));
	emit(&r->out, "</span>");
	if (duty_may(r))
		emit(&r->out, "<span class='e'><a"
		     " href='/a/%s/duties/%lld/log/%lld'>%s<span class='vh'>"
		     " %s %s</span></a></span>", r->object_key, d->no, c->no,
		     say(r, DU_LOG_EDIT), contact_kind_word(r->language,
		     c->kind), say_day(r, c->day));
	emit(&r->out, "</li>");
}

static void just_removed(struct req *r, const struct duty *d)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed || !duty_may(r))
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, DU_LOG_REMOVED));
	button_form(r, "undo", "btn sec sm", say(r, DU_UNDO),
	            "/a/%s/duties/%lld/log/%lld/restore", r->object_key,
	            d->no, no);
	emit(&r->out, "</div>");
}

void ask_contact(struct req *r, const struct contact *c)
{
	struct option_list kinds = {0};

	option_add(r, &kinds, "", "–", c->kind == 0);
	for (int i = CONTACT_NOTIFIED; i <= CONTACT_OTHER; i++)
		option_add(r, &kinds, arena_print(r->s.mem, "%d", i),
		           contact_kind_word(r->language,
		           (enum contact_kind)i), (int)c->kind == i);
	ask_select(r, &(struct ask){ .name = "kind",
		.label = say(r, DU_LOG_KIND) }, &kinds);
	ask_day(r, &(struct ask){ .name = "day",
		.label = say(r, DU_LOG_DAY) }, c->day);
	ask_text(r, &(struct ask){ .name = "with", .class = "w20",
		.label = say(r, DU_LOG_WITH), .hint = say(r, DU_WHO_HINT),
		.stored = c->with, .optional = true });
	ask_text(r, &(struct ask){ .name = "what", .rows = 3,
		.label = say(r, DU_LOG_WHAT), .stored = c->what });
	ask_text(r, &(struct ask){ .name = "by", .class = "w20",
		.label = say(r, DU_LOG_BY), .stored = c->by,
		.hint = say(r, DU_FUNCTION_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "reply", .rows = 2,
		.label = say(r, DU_LOG_REPLY), .stored = c->reply,
		.optional = true });
	ask_day(r, &(struct ask){ .name = "replied", .optional = true,
		.label = say(r, DU_LOG_REPLIED) }, c->replied_on);
}

static void read_contact(struct req *r, struct contact *c)
{
	c->kind = (enum contact_kind)form_choice(r, "kind", CONTACT_NOTIFIED,
	                                         CONTACT_OTHER);
	c->day = form_day(r, "day");
	c->with = form_text(r, "with", LINE);
	c->what = form_needed(r, "what", TEXT, DU_WANT_WHAT);
	c->by = form_text(r, "by", LINE);
	c->reply = form_text(r, "reply", TEXT);
	c->replied_on = form_day(r, "replied");
	if (c->kind == 0)
		issue(r, "kind", DU_WANT_KIND);
	if (c->day == 0)
		issue(r, "day", DU_WANT_DAY);
	if (c->kind == CONTACT_REQUEST && text_blank(c->with))
		issue(r, "with", DU_WANT_WHO);
}

void contacts_shown(struct req *r, const struct duty *d)
{
	struct contact none = { .day = day_of_instant(r->s.now) };

	emit(&r->out, "<h2 id='log'>%s</h2>", say(r, DU_LOG));
	just_removed(r, d);
	if (d->log.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, DU_LOG_NONE));
	else
		emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < d->log.n; i++)
		contact_row(r, d, &d->log.v[i]);
	if (d->log.n > 0)
		emit(&r->out, "</ul>");
	emit(&r->out, "<p class='small muted'>%s</p>", say(r, DU_LOG_IS));
	if (!duty_may(r))
		return;
	fold_open(r, "contact", false, say(r, DU_LOG_ADD));
	form_open(r, "contact", "/a/%s/duties/%lld/log", r->object_key,
	          d->no);
	ask_contact(r, &none);
	button_save(r, say(r, DU_LOG_SAVE));
	form_close(r);
	fold_close(r);
}

/* The number of the consultation an address names. */
static enum status consultation(struct req *r, struct duty *d)
{
	TRY(duty_get(&r->s, r->object, arg_no(r, "duty"), d));
	return d->kind == DUTY_CONSULTATION ? OK : NOT_FOUND;
}

static enum status draw(struct req *r, const struct duty *d,
                        const struct contact *c)
{
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(duty_view_open(r, &v, say(r, DU_LOG_CHANGE)));
	emit(&r->out, "<p class='muted'><a href='/a/%s/duties/%lld'>%s</a></p>"
	     "<h1>%s</h1>", r->object_key, d->no, duty_name(r->language, d),
	     say(r, c == NULL ? DU_LOG_ADD : DU_LOG_CHANGE));
	if (c == NULL)
		form_open(r, "contact", "/a/%s/duties/%lld/log",
		          r->object_key, d->no);
	else
		form_open(r, "contact", "/a/%s/duties/%lld/log/%lld",
		          r->object_key, d->no, c->no);
	if (c != NULL)
		ask_version(r, c->version);
	ask_contact(r, c == NULL ? &(struct contact){
		.day = day_of_instant(r->s.now) } : c);
	button_save(r, say(r, DU_LOG_SAVE));
	form_close(r);
	if (c != NULL)
		button_form(r, "remove", "btn sec sm", say(r, DU_LOG_REMOVE),
		            "/a/%s/duties/%lld/log/%lld/remove",
		            r->object_key, d->no, c->no);
	view_close(r);
	return OK;
}

static enum status log_page(struct req *r)
{
	struct duty d;

	TRY(consultation(r, &d));
	return draw(r, &d, NULL);
}

static enum status contact_page(struct req *r)
{
	struct contact c = {0};
	struct duty d;

	TRY(consultation(r, &d));
	TRY(contact_get(&r->s, r->object, d.no, arg_no(r, "no"), &c));
	return c.removed ? NOT_FOUND : draw(r, &d, &c);
}

static enum status add(struct req *r)
{
	struct contact c = {0};
	struct duty d;

	TRY(consultation(r, &d));
	read_contact(r, &c);
	TRY(form_fine(r));
	TRY(contact_note(&r->s, r->object, d.no, &c));
	return go(r, "/a/%s/duties/%lld?saved=1#log", r->object_key, d.no);
}

static enum status change(struct req *r)
{
	struct contact c = { .no = arg_no(r, "no") };
	struct duty d;

	TRY(consultation(r, &d));
	read_contact(r, &c);
	c.version = form_version(r);
	TRY(form_fine(r));
	TRY(contact_change(&r->s, r->object, d.no, &c));
	return go(r, "/a/%s/duties/%lld?saved=1#log", r->object_key, d.no);
}

static enum status drop(struct req *r)
{
	i64 duty = arg_no(r, "duty"), no = arg_no(r, "no");

	TRY(contact_remove(&r->s, r->object, duty, no, true));
	return go(r, "/a/%s/duties/%lld?removed=%lld#log", r->object_key,
	          duty, no);
}

static enum status restore(struct req *r)
{
	i64 duty = arg_no(r, "duty");

	TRY(contact_remove(&r->s, r->object, duty, arg_no(r, "no"), false));
	return go(r, "/a/%s/duties/%lld?saved=1#log", r->object_key, duty);
}

/* -- parties ------------------------------------------------------------- */

static bool is_party(const struct duty *d, i64 actor)
{
	for (size_t i = 0; i < d->parties.n; i++)
		if (d->parties.v[i].actor == actor)
			return true;
	return false;
}

/* To one who is let in, those of the assessment and no more of the register. */
static bool offered(const struct req *r, const struct duty *d,
                    const struct actor *a)
{
	return is_party(d, a->id) || (a->kind == ACTOR_SAMI && !a->retired &&
	                              !r->let_in);
}

enum status parties_form(struct req *r, const struct duty *d)
{
	struct actor_list all = {0};
	struct option_list boxes = {0};

	TRY(actor_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (offered(r, d, &all.v[i]))
			option_add(r, &boxes, all.v[i].key, all.v[i].name,
			           is_party(d, all.v[i].id));
	fold_open(r, "parties", d->parties.n == 0 && d->need == NEED_YES,
	          say(r, DU_PARTIES_HEAD));
	form_open(r, "parties", "/a/%s/duties/%lld/parties", r->object_key,
	          d->no);
	ask_version(r, d->version);
	if (boxes.n > 0)
		ask_line(r, &(struct ask){ .name = "party",
			.label = say(r, DU_PARTIES_FROM) }, &boxes, true);
	ask_text(r, &(struct ask){ .name = "others", .rows = 2,
		.label = say(r, DU_PARTIES_MORE), .optional = true,
		.hint = say(r, DU_PARTIES_NOTE) });
	button_save(r, say(r, DU_PARTIES_SAVE));
	form_close(r);
	fold_close(r);
	return OK;
}

static void party(struct req *r, struct duty_party_list *out, i64 actor)
{
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].actor == actor)
			return;
	PUSH(r->s.mem, out)->actor = actor;
}

static enum status parties(struct req *r)
{
	struct text_list known = form_all(r, "party", LINE);
	struct text_list others = text_lines(r->s.mem, form_text(r, "others",
	                                                         TEXT));
	struct duty_party_list all = {0};
	struct duty d;
	i64 id;

	TRY(consultation(r, &d));
	TRY(form_fine(r));
	for (size_t i = 0; i < known.n; i++) {
		TRY(actor_by_key(&r->s, known.v[i], &id));
		party(r, &all, id);
	}
	for (size_t i = 0; i < others.n; i++) {
		TRY(actor_find_or_note(&r->s, &(struct actor){
			.name = text_short(r->s.mem, others.v[i], LINE),
			.kind = ACTOR_SAMI }, &id));
		party(r, &all, id);
	}
	TRY(duty_parties_set(&r->s, r->object, d.no, form_version(r), &all));
	return go(r, "/a/%s/duties/%lld?saved=1", r->object_key, d.no);
}

static enum status parties_page(struct req *r)
{
	struct view v = {0};
	struct duty d;

	TRY(consultation(r, &d));
	TRY(view_read(r, 0, 0, &v));
	TRY(duty_view_open(r, &v, say(r, DU_PARTIES_HEAD)));
	emit(&r->out, "<p class='muted'><a href='/a/%s/duties/%lld'>%s</a></p>"
	     "<h1>%s</h1>", r->object_key, d.no, duty_name(r->language, &d),
	     say(r, DU_PARTIES_HEAD));
	TRY(parties_form(r, &d));
	view_close(r);
	return OK;
}


#define LOG "/a/:assessment/duties/:duty/log"

static const struct route rows[] = {
	{ GET, LOG, log_page, ANSWER, ON_ASSESSMENT },
	{ POST, LOG, add, ANSWER, ON_ASSESSMENT, log_page },
	{ GET, LOG "/:no", contact_page, ANSWER, ON_ASSESSMENT },
	{ POST, LOG "/:no", change, ANSWER, ON_ASSESSMENT, contact_page },
	{ POST, LOG "/:no/remove", drop, ANSWER, ON_ASSESSMENT, contact_page },
	{ POST, LOG "/:no/restore", restore, ANSWER, ON_ASSESSMENT,
	  log_page },
	{ GET, "/a/:assessment/duties/:duty/parties", parties_page, ANSWER,
	  ON_ASSESSMENT },
	{ POST, "/a/:assessment/duties/:duty/parties", parties, ANSWER,
	  ON_ASSESSMENT, parties_page },
	{ 0 },
};
const struct route *const duty_log_routes = rows;
