/* What was signalled is heard after the commit, once, and never after less. */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "account/account.h"
#include "db/engine.h"
#include "stage.h"

/* What has been heard, from any thread; "," after each. */
struct notes {
	pthread_mutex_t lock;
	char            text[4000];
};

static struct notes notes = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void note(void *arg, const char *topic)
{
	struct notes *n = arg;

	pthread_mutex_lock(&n->lock);
	snprintf(n->text + strlen(n->text), sizeof n->text - strlen(n->text),
	         "%s,", topic);
	pthread_mutex_unlock(&n->lock);
}

struct hall {
	struct stage *st;
	struct scope  s;
	struct ear   *ear;
	const char   *own;      /* a word in the topics of this test */
};

static struct hall hall_open(void)
{
	struct hall h = { .st = stage_open(NULL) };

	h.s = stage_scope(h.st);
	h.own = arena_print(h.st->mem, "t%lld", h.s.org);
	notes.text[0] = '\0';
	db_hear(note, &notes);
	CHECK_OK(db_listen(stage_database(), &h.ear));
	return h;
}

static void hall_close(struct hall *h)
{
	db_listen_end(h->ear);
	db_hear(NULL, NULL);
	stage_close(h->st);
}

static const char *topic(const struct hall *h, const char *end)
{
	return arena_print(h->st->mem, "%s:%s", h->own, end);
}

static bool was_heard(const char *what)
{
	bool has;

	pthread_mutex_lock(&notes.lock);
	has = strstr(notes.text, what) != NULL;
	pthread_mutex_unlock(&notes.lock);
	return has;
}

static void await(const char *what)
{
	for (int i = 0; i < 500 && !was_heard(what); i++)
		usleep(10000);
	CHECK(was_heard(what));
}

/* Everything until now has come: signals come in the order of commits. */
static const char *heard(struct hall *h)
{
	IN_WRITE(h->st, db_signal(&h->s, topic(h, "last")));
	await(topic(h, "last"));
	return notes.text;
}

struct part { struct hall *h; const char *topic; enum status ends; };

static enum status speak(void *arg)
{
	struct part *p = arg;

	TRY(db_signal(&p->h->s, topic(p->h, p->topic)));
	TRY(db_signal(&p->h->s, topic(p->h, p->topic)));
	return p->ends;
}

static const char *expected(struct hall *h, const char *names)
{
	char *out = arena_copy(h->st->mem, "");

	for (; *names != '\0'; names++)
		out = arena_print(h->st->mem, "%s%s:%c,", out, h->own,
		                  *names);
	return arena_print(h->st->mem, "%s%s:last,", out, h->own);
}

TEST(what_is_signalled_twice_in_a_commit_is_heard_once)
{
	struct hall h = hall_open();
	struct part a = { &h, "a", OK };

	CHECK_OK(db_write(h.st->db, h.st->org, speak, &a));
	CHECK_TEXT(heard(&h), expected(&h, "a"));
	hall_close(&h);
}

TEST(nothing_is_heard_before_the_commit)
{
	struct hall h = hall_open();

	CHECK_OK(stage_begin(h.st));
	CHECK_OK(db_signal(&h.s, topic(&h, "a")));
	usleep(50000);
	CHECK(!was_heard(h.own));
	CHECK_OK(stage_commit(h.st));
	await(topic(&h, "a"));
	hall_close(&h);
}

TEST(what_was_rolled_back_is_never_heard)
{
	struct hall h = hall_open();
	struct part a = { &h, "a", INVALID }, b = { &h, "b", OK };

	CHECK_INT(db_write(h.st->db, h.st->org, speak, &a), INVALID);
	CHECK_OK(db_write(h.st->db, h.st->org, speak, &b));
	CHECK_TEXT(heard(&h), expected(&h, "b"));
	hall_close(&h);
}

TEST(a_commit_that_fails_is_never_heard)
{
	struct hall h = hall_open();
	struct part a = { &h, "a", OK };
	i64 before = h.st->db->calls;

	CHECK_OK(db_write(h.st->db, h.st->org, speak, &a));
	h.st->db->fail_at = h.st->db->calls + (h.st->db->calls - before);
	a.topic = "b";
	CHECK_INT(db_write(h.st->db, h.st->org, speak, &a), FAULT);
	h.st->db->fail_at = 0;
	CHECK_TEXT(heard(&h), expected(&h, "a"));
	hall_close(&h);
}

TEST(a_part_of_a_commit_that_fails_takes_only_its_own_signals_back)
{
	struct hall h = hall_open();
	struct part a = { &h, "a", OK }, b = { &h, "b", INVALID };
	struct part again = { &h, "a", INVALID }, c = { &h, "c", OK };
	struct writing all[] = { { speak, &a, OK }, { speak, &b, OK },
	                         { speak, &again, OK }, { speak, &c, OK } };

	if (db_one_writer(h.st->db)) {
		db_write_each(h.st->db, all, COUNT(all));
		CHECK_TEXT(heard(&h), expected(&h, "ac"));
	}
	hall_close(&h);
}

TEST(a_topic_is_letters_digits_and_colons_and_not_long)
{
	struct hall h = hall_open();
	char text[MOST_TOPIC + 2];

	memset(text, 'a', sizeof text);
	text[MOST_TOPIC] = '\0';
	CHECK(signal_fits(text));
	CHECK(signal_fits("person:12"));
	text[MOST_TOPIC] = 'a';
	text[MOST_TOPIC + 1] = '\0';
	CHECK(!signal_fits(text));
	CHECK(!signal_fits(""));
	CHECK(!signal_fits("*"));
	CHECK(!signal_fits("a b"));
	CHECK_OK(stage_begin(h.st));
	CHECK_INT(db_signal(&h.s, "*"), FAULT);
	stage_rollback(h.st);
	hall_close(&h);
}

/* -- PostgreSQL only ----------------------------------------------------- */

TEST(who_listens_hears_what_another_connection_committed)
{
	struct hall h = hall_open();
	struct scope other = h.s;
	struct part a = { &h, "a", OK };

	CHECK_OK(db_open(stage_database(), DB_WRITE, &other.db));
	h.s.db = other.db;
	CHECK_OK(db_write(other.db, h.st->org, speak, &a));
	await(topic(&h, "a"));
	h.s.db = h.st->db;
	CHECK_TEXT(heard(&h), expected(&h, "a"));
	db_close(other.db);
	hall_close(&h);
}

TEST(who_has_lost_the_link_hears_that_anything_may_have_changed)
{
	static const char end[] =
		"SELECT CAST(pg_terminate_backend(pid) AS INT)"
		"  FROM pg_stat_activity WHERE query LIKE 'LISTEN %'"
		"   AND datname = current_database()";
	struct hall h = hall_open();
	i64 number = 0;

	if (h.ear != NULL) {
		CHECK_OK(db_number(&h.s, end, NULL, 0, &number));
		CHECK_INT(number, 1);
		await("*,");
		notes.text[0] = '\0';
		CHECK_TEXT(heard(&h), expected(&h, ""));
	}
	hall_close(&h);
}

/* -- streams, without a loop --------------------------------------------- */

TEST(a_stream_asks_for_the_same_rights_as_a_page)
{
	struct stage *st = stage_open(NULL);
	struct req *r = get(st, "/account/live");

	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->type, "text/event-stream");
	CHECK_TEXT(r->topic, arena_print(st->mem, "person:%lld", st->person));
	CHECK_TEXT(r->until, arena_print(st->mem, "end:%lld", st->person));
	stage_as_nobody(st);
	r = get(st, "/account/live");
	CHECK_INT(r->code, 303);
	CHECK(r->topic == NULL);
	stage_close(st);
}

TEST(who_signs_in_or_out_is_seen_where_the_list_is_open)
{
	struct hall h = hall_open();
	struct req *r;

	r = post(h.st, "", "/sign-out");
	CHECK_INT(r->code, 303);
	await(arena_print(h.st->mem, "person:%lld,", h.st->person));
	await(arena_print(h.st->mem, "end:%lld,", h.st->person));
	hall_close(&h);
}

TEST(a_right_that_changes_ends_the_streams_of_that_person)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.st);

	IN_WRITE(h.st, membership_set(&s, h.st->person, 0xFFFF));
	await(arena_print(h.st->mem, "end:%lld,", h.st->person));
	hall_close(&h);
}
