/* The leader's view: commands and turns, two who lead, pace, own questions. */
#include "base/rights.h"
#include "trial.h"
#include "workshop/meeting.h"

enum { MINUTE_MS = 60 * 1000 };

static struct workshop now_of(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct workshop w = {0};

	CHECK_OK(workshop_get(&s, e->workshop_id, &w));
	return w;
}

static struct item item_at(struct trial *e, i64 no)
{
	struct scope s = stage_scope(e->st);
	struct item i = {0};

	CHECK_OK(item_get(&s, e->workshop_id, no, &i));
	return i;
}

static const char *on_now(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct item i = {0};

	CHECK_OK(item_by_id(&s, now_of(e).item, &i));
	return i.title;
}

static struct req *view(struct trial *e)
{
	return get(e->st, "/w/%s/lead", e->workshop);
}

static struct req *press_at(struct trial *e, const char *command, i64 turn)
{
	return post(e->st, arena_print(e->st->mem, "command=%s&turn=%lld",
	            command, turn), "/w/%s/lead", e->workshop);
}

static void press(struct trial *e, const char *command)
{
	CHECK_INT(press_at(e, command, now_of(e).turn)->code, 303);
}

static struct req *take(struct trial *e, i64 no)
{
	return post(e->st, arena_print(e->st->mem,
	            "command=take&turn=%lld&item=%lld", now_of(e).turn, no),
	            "/w/%s/lead", e->workshop);
}

/* -- commands ------------------------------------------------------------ */

TEST(the_question_is_the_headline_and_each_command_has_one_key)
{
	struct trial e = trial_open();
	struct req *r = view(&e);

	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "<h1>Klimat och P1</h1>");
	CHECK_HAS(PAGE(r), "data-key='v'>Visa svaren <kbd>V</kbd>");
	CHECK_HAS(PAGE(r), "data-key='n'>Nästa <kbd>N</kbd>");
	CHECK_HAS(PAGE(r), "data-key='m'>5 min till <kbd>M</kbd>");
	CHECK_HAS(PAGE(r), "data-key='p'>Parkera <kbd>P</kbd>");
	CHECK_HAS(PAGE(r), "data-key='f'>Frys svaren <kbd>F</kbd>");
	CHECK_HAS(PAGE(r), "data-key='t'>Tillbaka <kbd>T</kbd>");
	CHECK_HAS(PAGE(r), "data-key='h'>Hoppa över <kbd>H</kbd>");
	CHECK_HAS(PAGE(r), "kommer inte tillbaka");
	stage_close(e.st);
}

TEST(each_command_moves_the_meeting_and_leads_back_to_the_view)
{
	struct trial e = trial_open();
	struct req *r = press_at(&e, "show", now_of(&e).turn);

	CHECK_INT(r->code, 303);
	CHECK_TEXT(r->location, arena_print(e.st->mem, "/w/%s/lead",
	                                    e.workshop));
	CHECK(now_of(&e).shown);
	CHECK_HAS(PAGE(view(&e)), ">Dölj svaren <kbd>V</kbd>");
	press(&e, "hide");
	CHECK(!now_of(&e).shown);
	press(&e, "more");
	CHECK_INT(item_at(&e, 2).minutes, 15);
	press(&e, "next");
	CHECK_TEXT(on_now(&e), "Ta fram prioriteringar");
	CHECK_INT(item_at(&e, 2).state, ITEM_DONE);
	press(&e, "back");
	CHECK_TEXT(on_now(&e), "Klimat och P1");
	press(&e, "park");
	CHECK_INT(item_at(&e, 2).state, ITEM_PARKED);
	press(&e, "skip");
	CHECK_INT(item_at(&e, 3).state, ITEM_SKIPPED);
	CHECK_TEXT(on_now(&e), "Vem saknas?");
	stage_close(e.st);
}

TEST(frozen_answers_cannot_be_changed_until_they_are_released)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct item on = item_at(&e, 2);
	struct guest g = { .workshop = e.workshop_id, .kind = GUEST_PERSON,
	                   .key = e.guest, .organisation = "" };
	struct reply said = { .item = on.id, .goal = on.goals.v[0].goal,
	                      .value = "dp", .text = "" };

	press(&e, "freeze");
	CHECK_HAS(PAGE(view(&e)), ">Släpp svaren <kbd>F</kbd>");
	CHECK_OK(stage_begin(e.st));
	CHECK_INT(reply_set(&s, &g, &on, &said), DENIED);
	stage_rollback(e.st);
	press(&e, "thaw");
	IN_WRITE(e.st, reply_set(&s, &g, &on, &said));
	stage_close(e.st);
}

TEST(of_two_who_press_at_once_one_does_and_the_other_is_told)
{
	struct trial e = trial_open();
	i64 turn = now_of(&e).turn;
	struct req *late;

	CHECK_INT(press_at(&e, "next", turn)->code, 303);
	stage_as_new(e.st, READ | LEAD);
	late = press_at(&e, "next", turn);
	CHECK_INT(late->code, 409);
	CHECK_HAS(PAGE(late), "Någon annan hann före");
	CHECK_HAS(PAGE(late), "<h1>Ta fram prioriteringar</h1>");
	CHECK_TEXT(on_now(&e), "Ta fram prioriteringar");
	CHECK_INT(now_of(&e).turn, turn + 1);
	stage_close(e.st);
}

TEST(another_leader_opens_the_same_view_and_goes_on)
{
	struct trial e = trial_open();
	struct req *r;

	press(&e, "show");
	stage_as_new(e.st, READ | LEAD);
	r = view(&e);
	CHECK_HAS(PAGE(r), "<h1>Klimat och P1</h1>");
	CHECK_HAS(PAGE(r), ">Dölj svaren <kbd>V</kbd>");
	press(&e, "next");
	CHECK_TEXT(on_now(&e), "Ta fram prioriteringar");
	stage_close(e.st);
}

TEST(who_may_only_read_or_edit_does_not_lead)
{
	struct trial e = trial_open();
	i64 turn = now_of(&e).turn;

	stage_as_new(e.st, READ | EDIT);
	CHECK_INT(view(&e)->code, 403);
	CHECK_INT(press_at(&e, "next", turn)->code, 403);
	CHECK_INT(get(e.st, "/w/%s/live", e.workshop)->code, 403);
	stage_as_stranger(e.st);
	CHECK_INT(view(&e)->code, 404);
	stage_close(e.st);
}

TEST(a_command_that_cannot_be_obeyed_says_so_and_shows_the_state)
{
	struct trial e = trial_open();
	struct req *r = press_at(&e, "dance", now_of(&e).turn);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Välj något av det som sidan erbjuder.");
	press(&e, "back");
	CHECK_HAS_NOT(PAGE(view(&e)), "data-key='t'");
	r = press_at(&e, "back", now_of(&e).turn);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Det går inte just nu.");
	CHECK_INT(take(&e, 99)->code, 422);
	stage_close(e.st);
}

TEST(the_view_follows_what_is_answered_at_most_twice_a_second)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/w/%s/live", e.workshop);

	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->topic, topic_tally(e.st->mem, e.workshop_id));
	CHECK_INT(r->least_ms, 500);
	r = view(&e);
	CHECK_HAS(PAGE(r), arena_print(e.st->mem, "data-live='/w/%s/live'",
	                               e.workshop));
	CHECK_HAS(PAGE(r), ">Hämta nytt läge</a>");
	stage_close(e.st);
}

TEST(the_keys_can_be_switched_off_and_on_again)
{
	struct trial e = trial_open();

	CHECK_HAS_NOT(PAGE(view(&e)), "data-keys");
	press(&e, "keys");
	CHECK_HAS(PAGE(view(&e)), "data-keys='av'");
	press(&e, "keys");
	CHECK_HAS_NOT(PAGE(view(&e)), "data-keys");
	stage_close(e.st);
}

/* -- the order ------------------------------------------------------------ */

TEST(what_is_parked_can_be_taken_up_and_what_was_on_comes_after)
{
	struct trial e = trial_open();

	press(&e, "park");
	CHECK_HAS(PAGE(view(&e)), "Ta upp<span class='vh'> Klimat och P1");
	CHECK_INT(take(&e, 2)->code, 303);
	CHECK_TEXT(on_now(&e), "Klimat och P1");
	press(&e, "next");
	CHECK_TEXT(on_now(&e), "Ta fram prioriteringar");
	stage_close(e.st);
}

TEST(what_comes_later_can_be_taken_now_and_nothing_between_is_lost)
{
	struct trial e = trial_open();

	CHECK_INT(take(&e, 5)->code, 303);
	CHECK_TEXT(on_now(&e), "Åtgärder");
	press(&e, "next");
	CHECK_TEXT(on_now(&e), "Klimat och P1");
	press(&e, "next");
	CHECK_TEXT(on_now(&e), "Ta fram prioriteringar");
	stage_close(e.st);
}

/* -- a question of one's own ---------------------------------------------- */

TEST(an_own_question_is_on_at_once_and_what_was_on_waits)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "command=ask&kind=2&title=Vilken+ort"
		"&options=Storvik%0ABerg", "/w/%s/lead", e.workshop);
	struct item asked;

	CHECK_INT(r->code, 303);
	CHECK_TEXT(on_now(&e), "Vilken ort");
	asked = item_at(&e, 8);
	CHECK_INT(asked.ask, ASK_CHOICE);
	CHECK_INT(asked.options.n, 2);
	CHECK_HAS(PAGE(view(&e)), "<h1>Vilken ort</h1>");
	press(&e, "next");
	CHECK_TEXT(on_now(&e), "Klimat och P1");
	stage_close(e.st);
}

TEST(a_question_without_words_or_options_keeps_what_was_typed)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "form=ask&command=ask&kind=1&title=",
	                     "/w/%s/lead", e.workshop);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv frågan");
	r = post(e.st, "form=ask&command=ask&kind=3&title=Vilken"
	         "&options=Storvik", "/w/%s/lead", e.workshop);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv minst två och högst åtta alternativ");
	CHECK_HAS(PAGE(r), "value='Vilken'");
	CHECK_TEXT(on_now(&e), "Klimat och P1");
	stage_close(e.st);
}

TEST(a_question_is_asked_even_if_another_leader_pressed_meanwhile)
{
	struct trial e = trial_open();

	view(&e);
	press(&e, "next");
	CHECK_INT(post(e.st, "command=ask&kind=4&title=Hur+nu&turn=1",
	               "/w/%s/lead", e.workshop)->code, 303);
	CHECK_TEXT(on_now(&e), "Hur nu");
	stage_close(e.st);
}

/* -- the tables ----------------------------------------------------------- */

static void answer_as(struct trial *e, const char *organisation)
{
	struct scope s = stage_scope(e->st);
	struct item on = item_at(e, 2);
	struct board_list boards = {0};
	struct guest g = { .workshop = e->workshop_id, .kind = GUEST_PERSON,
	                   .category = CATEGORY_BUSINESS,
	                   .organisation = organisation };

	CHECK_OK(board_list(&s, e->workshop_id, &boards));
	g.board = boards.v[0].id;
	CHECK_OK(stage_begin(e->st));
	CHECK_OK(guest_note(&s, &g));
	for (size_t i = 0; i < on.goals.n; i++)
		CHECK_OK(reply_set(&s, &g, &on, &(struct reply){
			.item = on.id, .goal = on.goals.v[i].goal,
			.board = g.board, .value = "dn", .text = "" }));
	CHECK_OK(stage_commit(e->st));
}

TEST(the_view_counts_who_has_answered_and_never_says_who_or_what)
{
	struct trial e = trial_open();
	struct req *r;

	answer_as(&e, "Storviks handel");
	r = view(&e);
	CHECK_HAS(PAGE(r), "<span class='num'>1 av 2</span>");
	CHECK_HAS(PAGE(r), "1 person har inte svarat än.");
	CHECK_HAS_NOT(PAGE(r), "Storviks handel");
	CHECK_HAS_NOT(PAGE(r), "Näringsliv");
	CHECK_HAS_NOT(PAGE(r), "Direkt negativ");
	stage_close(e.st);
}

TEST(a_tables_answer_is_sent_or_not_and_can_be_read)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct item on = item_at(&e, 2);
	struct board_list boards = {0};
	struct board_reply b = { .item = on.id, .value = "dp",
		.goal = on.goals.v[0].goal, .plus = "Butiken finns kvar" };
	struct req *r = view(&e);

	CHECK_HAS_NOT(PAGE(r), ">Läs</a>");
	CHECK_OK(board_list(&s, e.workshop_id, &boards));
	b.board = boards.v[0].id;
	IN_WRITE(e.st, board_reply_set(&s, e.workshop_id, &b));
	r = view(&e);
	CHECK_HAS(PAGE(r), "1 av 2 mål");
	CHECK_HAS(PAGE(r), arena_print(e.st->mem,
		"<a href='/w/%s/merge?item=2'>Läs</a>", e.workshop));
	CHECK_HAS_NOT(PAGE(r), "Butiken finns kvar");
	stage_close(e.st);
}

/* -- time ----------------------------------------------------------------- */

TEST(nothing_closes_when_the_time_of_an_item_is_out)
{
	struct trial e = trial_open();

	CHECK_HAS(PAGE(view(&e)), "Cirka 10 min kvar");
	e.st->now += 9 * MINUTE_MS + 1;
	CHECK_HAS(PAGE(view(&e)), "Cirka 1 min kvar");
	e.st->now += 20 * MINUTE_MS;
	CHECK_HAS(PAGE(view(&e)), "Tiden är ute. Ta den tid ni behöver.");
	answer_as(&e, "");
	CHECK_HAS(PAGE(view(&e)), "<span class='num'>1 av 2</span>");
	press(&e, "next");
	CHECK_HAS(PAGE(view(&e)), "29 av 10 min");
	stage_close(e.st);
}

/* Half an hour: introduction 10, goals 5, actions 5, slack 5, close 5. */
static void half_hour(struct trial *e)
{
	static const struct item agenda[] = {
		{ .kind = ITEM_INTRODUCTION, .title = "Inledning",
		  .minutes = 10 },
		{ .kind = ITEM_ACTIONS, .title = "Åtgärder", .minutes = 10 },
		{ .kind = ITEM_SLACK, .title = "Luft", .minutes = 5 },
		{ .kind = ITEM_CLOSE, .title = "Avslut", .minutes = 5 },
	};
	struct scope s = stage_scope(e->st);
	struct workshop w = { .assessment = e->id, .title = "Kort",
		.day = 20385, .starts = 9 * 60, .minutes = 30,
		.form = FORM_ROOM, .template = 6, .way = WAY_SILENT,
		.people = 8, .steps = 0x10, .disposal = "Enligt plan" };
	i64 id;

	CHECK_OK(stage_begin(e->st));
	CHECK_OK(workshop_note(&s, &w, 1, "Bord", &e->workshop_id));
	e->workshop = w.key;
	for (size_t i = 0; i < COUNT(agenda); i++) {
		struct item one = agenda[i];

		CHECK_OK(item_note(&s, e->workshop_id, &one, &id));
	}
	CHECK_OK(stage_commit(e->st));
}

TEST(the_pace_is_said_in_words_and_followed_with_one_press)
{
	struct trial e = trial_open();
	struct req *r;

	half_hour(&e);
	r = view(&e);
	CHECK_HAS(PAGE(r), "data-key='s'>Starta mötet <kbd>S</kbd>");
	CHECK_HAS_NOT(PAGE(r), "class='pace'");
	press(&e, "start");
	CHECK_HAS(PAGE(view(&e)), "<b>I fas</b>");
	e.st->now += 14 * MINUTE_MS;
	press(&e, "next");
	r = view(&e);
	CHECK_HAS(PAGE(r), "<b>Ligger 4 min efter</b>");
	CHECK_HAS(PAGE(r), "14 av 30 min har gått.");
	CHECK_HAS(PAGE(r), "ta 4 av 5 min luft, så slutar ni kl. 11.30.");
	press(&e, "repace");
	CHECK_INT(item_at(&e, 3).minutes, 1);
	CHECK_HAS(PAGE(view(&e)), "<b>I fas</b>");
	CHECK_HAS_NOT(PAGE(view(&e)), "Lägg om tiden så");
	stage_close(e.st);
}

TEST(a_meeting_that_is_over_has_no_commands)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct req *r;

	IN_WRITE(e.st, workshop_become(&s, e.workshop_id, WORKSHOP_PARTLY));
	r = view(&e);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Mötet är avslutat");
	CHECK_HAS_NOT(PAGE(r), "data-key='");
	CHECK_INT(press_at(&e, "next", now_of(&e).turn)->code, 409);
	stage_close(e.st);
}
