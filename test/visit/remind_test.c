/* What waits for whoever leads, and the reminders of it. */
#include "account/account.h"
#include "base/clock.h"
#include "base/rights.h"
#include "remind/remind.h"
#include "trial.h"

static void action_due(struct trial *t, const char *title, const char *day)
{
	CHECK_INT(post(t->st, arena_print(t->st->mem, "title=%s&purpose=2"
	               "&findings=2&due=%s", title, day), "/a/%s/actions",
	               t->key)->code, 303);
}

/* A server that nobody answers at: what is sent waits. */
static void can_send(void)
{
	static const struct post post = { "smtp://127.0.0.1:9",
		"vagval@region.example", { "127.0.0.1", 9, true } };

	mail_post = &post;
}

/* The rounds of a moment; those of other organisations go the same way. */
static void rounds_at(struct trial *t, const char *instant)
{
	i64 now = 0;
	int n = 0;

	CHECK(instant_read(instant, &now));
	while (remind_round(t->st->db, "https://v.example", now) && n < 100)
		n++;
}

static size_t mails(struct trial *t, struct mail *first)
{
	struct scope s = stage_scope(t->st);
	struct mail_list all = {0};

	CHECK_OK(mail_list(&s, 10, &all));
	if (all.n > 0)
		*first = all.v[0];
	return all.n;
}

static struct trial trial_that_sends(void)
{
	struct trial t = trial_open();

	can_send();
	CHECK_INT(post(t.st, "", "/o/%s/mail/start", t.st->org_key)->code,
	          303);
	return t;
}

TEST(what_waits_is_what_one_leads_with_a_day_within_a_week_or_past)
{
	struct trial t = trial_open();
	const char *page;

	action_due(&t, "Redan", "2025-10-10");
	action_due(&t, "Snart", "2025-10-24");
	action_due(&t, "Senare", "2025-10-25");
	page = PAGE(get(t.st, "/o/%s/waiting", t.st->org_key));
	CHECK_HAS(page, "Redan");
	CHECK_HAS(page, "Dagen har gått");
	CHECK_HAS(page, "Snart");
	CHECK_HAS_NOT(page, "Senare");
	stage_as_new(t.st, READ | LEAD);
	page = PAGE(get(t.st, "/o/%s/waiting", t.st->org_key));
	CHECK_HAS_NOT(page, "Snart");
	CHECK_HAS(page, "Inget som du leder");
	stage_as_stranger(t.st);
	CHECK_INT(get(t.st, "/o/%s/waiting", t.key)->code, 404);
	stage_close(t.st);
}

TEST(one_mail_a_week_leads_to_the_page_and_is_tried_until_it_is_taken)
{
	struct trial t = trial_that_sends();
	struct mail m;

	action_due(&t, "Hemlig", "2025-10-24");
	rounds_at(&t, "2025-10-19T12:00:00.000Z");      /* a Sunday */
	CHECK_INT(mails(&t, &m), 0);
	rounds_at(&t, "2025-10-20T04:59:00.000Z");      /* before seven */
	CHECK_INT(mails(&t, &m), 0);
	rounds_at(&t, "2025-10-20T05:01:00.000Z");
	CHECK_INT(mails(&t, &m), 1);
	CHECK_INT(m.tries, 1);
	CHECK(m.next_at > t.st->now);
	CHECK(*m.why != '\0');
	rounds_at(&t, "2025-10-21T05:01:00.000Z");
	CHECK_INT(mails(&t, &m), 1);
	CHECK_INT(m.tries, 2);
	CHECK_HAS(PAGE(get(t.st, "/o/%s/mail", t.st->org_key)), "Väntar");
	rounds_at(&t, "2025-10-27T06:01:00.000Z");
	CHECK_INT(mails(&t, &m), 2);
	stage_close(t.st);
}

TEST(who_wants_none_or_is_no_longer_here_gets_none)
{
	struct trial t = trial_that_sends();
	struct scope s;
	struct mail m;

	action_due(&t, "Hemlig", "2025-10-24");
	CHECK_INT(post(t.st, "often=4", "/o/%s/waiting",
	               t.st->org_key)->code, 422);
	CHECK_INT(post(t.st, "often=3", "/o/%s/waiting",
	               t.st->org_key)->code, 303);
	rounds_at(&t, "2025-10-20T05:01:00.000Z");
	CHECK_INT(mails(&t, &m), 0);
	CHECK_INT(post(t.st, "often=2", "/o/%s/waiting",
	               t.st->org_key)->code, 303);
	s = stage_scope(t.st);
	IN_WRITE(t.st, mail_note(&s, t.st->person, MAIL_REMINDER, 1));
	IN_WRITE(t.st, membership_set(&s, t.st->person, 0));
	rounds_at(&t, "2025-10-21T05:01:00.000Z");
	CHECK_INT(mails(&t, &m), 1);
	CHECK_INT(m.next_at, 0);
	CHECK_INT(m.sent_at, 0);
	stage_close(t.st);
}

TEST(who_stops_sending_sends_none_and_what_was_given_up_can_be_tried_again)
{
	struct trial t = trial_that_sends();
	struct mail m;

	CHECK_INT(post(t.st, "", "/o/%s/mail/stop", t.st->org_key)->code,
	          303);
	CHECK_INT(post(t.st, "", "/o/%s/mail/trial", t.st->org_key)->code,
	          303);
	CHECK_INT(post(t.st, "", "/o/%s/mail/trial", t.st->org_key)->code,
	          303);
	CHECK_INT(mails(&t, &m), 1);
	CHECK_INT(m.kind, MAIL_TRIAL);
	for (int day = 17; day <= 31; day++)
		rounds_at(&t, arena_print(t.st->mem,
		          "2025-10-%dT10:00:00.000Z", day));
	CHECK_INT(mails(&t, &m), 1);
	CHECK_INT(m.next_at, 0);
	CHECK_INT(post(t.st, "", "/o/%s/mail/again", t.st->org_key)->code,
	          303);
	CHECK_INT(mails(&t, &m), 1);
	CHECK(m.next_at > 0);
	action_due(&t, "Hemlig", "2025-11-01");
	rounds_at(&t, "2025-10-27T11:00:00.000Z");
	CHECK_INT(mails(&t, &m), 1);
	stage_close(t.st);
}

TEST(an_installation_without_a_server_for_mail_says_so)
{
	struct trial t = trial_open();

	mail_post = NULL;
	CHECK_HAS(PAGE(get(t.st, "/o/%s/mail", t.st->org_key)), "--smtp");
	CHECK_INT(post(t.st, "", "/o/%s/mail/start", t.st->org_key)->code,
	          422);
	stage_rights(t.st, READ | EDIT | LEAD);
	CHECK_INT(get(t.st, "/o/%s/mail", t.st->org_key)->code, 403);
	stage_close(t.st);
}
