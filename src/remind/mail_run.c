/* The rounds: who is to be reminded, and one mail at a time. What is noted in
 * the database is the whole of what is known, so they may end at any moment. */
#include "db/db.h"
#include "remind/remind.h"
#include "renew/renewal.h"

const struct post *mail_post;

/* -- a day begins -------------------------------------------------------- */

/* Who is written to today in one organisation. */
struct morning {
	struct scope      *s;
	struct remind_org  org;
	i64                today;
	struct leader_list to;
};

static enum status ask_for(struct morning *m, const struct leader *l)
{
	struct calendar_list waiting = {0};
	struct renewal_list renew = {0};
	struct remind_case c = {
		.often = l->often, .mailed_on = l->mailed_on,
		.looked_on = m->org.looked_on, .today = m->today,
		.waiting = &waiting,
	};

	TRY(waiting_for(m->s, l->person, m->today + REMIND_AHEAD, &waiting));
	TRY(renewal_waiting(m->s, l->person, 0, 1, &renew));
	c.to_renew = renew.n > 0;
	if (remind_now(&c))
		*PUSH(m->s->mem, &m->to) = *l;
	return OK;
}

static enum status ask_all(struct morning *m)
{
	struct leader_list all = {0};

	TRY(remind_leaders(m->s, &all));
	for (size_t i = 0; i < all.n; i++)
		TRY(ask_for(m, &all.v[i]));
	return OK;
}

/* The day is taken in the same transaction: two servers write once. */
static enum status note_all(void *morning)
{
	struct morning *m = morning;

	TRY(remind_looked(m->s, m->org.looked_on, m->today));
	for (size_t i = 0; i < m->to.n; i++)
		TRY(mail_note(m->s, m->to.v[i].person, MAIL_REMINDER,
		              m->today));
	return OK;
}

static void begin_day(struct scope *s, const struct remind_org *org)
{
	struct morning m = { .s = s, .org = *org,
	                     .today = day_of_instant(s->now) };
	enum status asked;

	s->org = org->org;
	if (db_look(s->db) != OK)
		return;
	asked = ask_all(&m);
	db_look_end(s->db);
	if (asked != OK || db_write(s->db, s->org, note_all, &m) != OK)
		log_info("reminders wait for the next round");
}

static void begin_days(struct scope *s)
{
	struct remind_org_list all = {0};

	if (db_look(s->db) != OK)
		return;
	if (remind_orgs(s, &all) != OK)
		all.n = 0;
	db_look_end(s->db);
	for (size_t i = 0; i < all.n; i++)
		if (remind_day_begins(all.v[i].looked_on, s->now))
			begin_day(s, &all.v[i]);
}

/* -- one mail ------------------------------------------------------------ */

struct one { struct scope s; struct mail l; };

static enum status take(void *arg)
{
	struct one *o = arg;

	return mail_take(&o->s, &o->l);
}

static enum status tried(void *arg)
{
	struct one *o = arg;

	return mail_tried(&o->s, &o->l);
}

/* The id is the same each time, so that what came through twice is seen to be
 * one. */
static void send(struct one *o, const char *house_url)
{
	struct mail *l = &o->l;
	struct outgoing out = {
		.to = l->email, .at = l->at,
		.id = arena_print(o->s.mem, "%s.%lld", l->org_key, l->id),
	};
	bool final;
	i64 wait;

	mail_compose(o->s.mem, l->language, l->kind, l->org_name,
	             arena_print(o->s.mem, "%s/o/%s/waiting", house_url,
	                         l->org_key), &out);
	mail_send(o->s.mem, mail_post, &out, &l->why, &final);
	l->tries++;
	wait = final ? -1 : call_wait(l->tries);
	l->sent_at = *l->why == '\0' ? o->s.now : 0;
	l->next_at = l->sent_at != 0 || wait < 0 ? 0 : o->s.now + wait;
}

static void send_one(struct one *o, const char *house_url)
{
	if (db_write(o->s.db, o->s.org, take, o) != OK)
		return;         /* somebody else has it */
	send(o, house_url);
	if (db_write(o->s.db, o->s.org, tried, o) != OK)
		log_info("a mail was sent and not noted: it is sent again");
}

bool remind_round(struct db *db, const char *house_url, i64 now)
{
	struct scope s = { .db = db, .mem = arena_new(), .now = now };
	struct mail_list due = {0};
	bool more;

	begin_days(&s);
	s.org = 0;
	if (db_look(db) == OK) {
		if (mail_due(&s, 2, &due) != OK)
			due.n = 0;
		db_look_end(db);
	}
	more = due.n > 1;
	if (due.n > 0) {
		struct one o = { s, due.v[0] };

		o.s.org = o.l.org;
		send_one(&o, house_url);
	}
	arena_free(s.mem);
	return more;
}
