/* A meeting ends, and always in a result (domain.md 15.13, checks 1 and 12). */
#include <stdio.h>

#include "action/action.h"
#include "base/clock.h"
#include "db/engine.h"
#include "trial.h"
#include "workshop/after.h"

/* A meeting of two groups in the trial's assessment: goals 13 and 15 of each of
 * its three priorities, an item each. */
struct hall {
	struct trial      t;
	struct workshop   w;
	struct board_list boards;
	struct item_list  items;
};

static i64 goal_called(struct scope *s, i64 assessment, const char *code)
{
	struct framework_list used = {0};

	CHECK_OK(used_list(s, assessment, &used));
	for (size_t i = 0; i < used.n; i++)
		for (size_t k = 0; k < used.v[i].goals.n; k++)
			if (same(used.v[i].goals.v[k].code, code))
				return used.v[i].goals.v[k].id;
	fail_msg("no goal %s", code);
	return 0;
}

static void add_item(struct scope *s, struct hall *h, struct item i)
{
	i64 id;

	i.minutes = 10;
	CHECK_OK(item_note(s, h->w.id, &i, &id));
}

static void agenda(struct scope *s, struct hall *h)
{
	static const char *const codes[] = { "13", "15" };
	struct priority_list all = {0};

	CHECK_OK(scope_list(s, h->t.id, &all));
	for (size_t p = 0; p < 3; p++)
		for (size_t g = 0; g < 2; g++) {
			struct item i = { .kind = ITEM_GOAL,
				.priority = all.v[p].id,
				.wording = all.v[p].now.id,
				.title = arena_print(s->mem, "Mål %s, P%zu",
					codes[g], p + 1) };

			PUSH(s->mem, &i.goals)->goal = goal_called(s,
				h->t.id, codes[g]);
			add_item(s, h, i);
		}
	add_item(s, h, (struct item){ .kind = ITEM_MISSING,
	                              .title = "Vem saknas?" });
	add_item(s, h, (struct item){ .kind = ITEM_ACTIONS,
	                              .title = "Åtgärder" });
	add_item(s, h, (struct item){ .kind = ITEM_CLOSE,
	                              .title = "Avslut" });
}

static void read_again(struct hall *h)
{
	struct scope s = stage_scope(h->t.st);

	h->items = (struct item_list){0};
	h->boards = (struct board_list){0};
	CHECK_OK(workshop_get(&s, h->w.id, &h->w));
	CHECK_OK(item_list(&s, h->w.id, &h->items));
	CHECK_OK(board_list(&s, h->w.id, &h->boards));
}

static struct hall hall_open(void)
{
	struct hall h = { .t = trial_open() };
	struct scope s = stage_scope(h.t.st);

	h.w = (struct workshop){ .assessment = h.t.id, .title = "Mötet",
		.day = 20398, .starts = 540, .minutes = 180,
		.form = FORM_ROOM, .template = 2, .way = WAY_SILENT,
		.people = 8, .steps = 0x1e, .disposal = "Enligt plan" };
	CHECK_OK(stage_begin(h.t.st));
	CHECK_OK(workshop_note(&s, &h.w, 2, "Grupp", &h.w.id));
	agenda(&s, &h);
	CHECK_OK(run_command(&s, h.w.id, 1, RUN_START, 0));
	CHECK_OK(stage_commit(h.t.st));
	read_again(&h);
	return h;
}

static void command(struct hall *h, enum run_command what, i64 no)
{
	struct scope s = stage_scope(h->t.st);

	read_again(h);
	IN_WRITE(h->t.st, run_command(&s, h->w.id, h->w.turn, what, no));
	read_again(h);
}

/* Group 1 or 2 answers the nth item; again when it has answered before. */
static void says(struct hall *h, size_t group, size_t nth, const char *value,
                 const char *sentence)
{
	struct scope s = stage_scope(h->t.st);
	const struct item *i = &h->items.v[nth - 1];
	struct board_reply b = { .item = i->id, .value = value,
		.goal = i->goals.n == 0 ? 0 : i->goals.v[0].goal,
		.board = h->boards.v[group - 1].id, .plus = sentence,
		.minus = sentence, .other = sentence, .rationale = "Därför" };
	struct board_reply was = {0};

	if (board_reply_get(&s, b.item, b.goal, b.board, &was) == OK)
		b.version = was.version;
	IN_WRITE(h->t.st, board_reply_set(&s, h->w.id, &b));
}

static void room(struct hall *h, size_t nth, enum verdict_kind kind,
                 const char *value, const char *sentence)
{
	struct scope s = stage_scope(h->t.st);
	const struct item *i = &h->items.v[nth - 1];
	struct verdict v = { .item = i->id, .goal = i->goals.v[0].goal,
		.kind = kind, .value = value, .plus = sentence,
		.minus = sentence, .rationale = "Vi pratade" };

	IN_WRITE(h->t.st, verdict_set(&s, h->w.id, &v));
}

static i64 idea(struct hall *h, size_t nth, struct idea d)
{
	struct scope s = stage_scope(h->t.st);
	i64 id;

	d.item = h->items.v[nth - 1].id;
	d.board = h->boards.v[0].id;
	IN_WRITE(h->t.st, idea_note(&s, h->w.id, "", &d, &id));
	return d.no;
}

static struct req *presses_end(struct hall *h)
{
	return post(h->t.st, arena_print(h->t.st->mem, "turn=%lld",
	            h->w.turn), "/w/%s/close", h->w.key);
}

static struct req *ends(struct hall *h)
{
	struct req *r;

	read_again(h);
	r = presses_end(h);
	read_again(h);
	return r;
}

static struct finding_list found(struct hall *h)
{
	struct scope s = stage_scope(h->t.st);
	struct finding_list all = {0};

	CHECK_OK(finding_list(&s, h->t.id, &all));
	return all;
}

static const struct finding *saying(const struct finding_list *all,
                                    const char *sentence)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].sentence, sentence))
			return &all->v[i];
	return NULL;
}

static const char *result(struct hall *h)
{
	struct req *r = get(h->t.st, "/w/%s/result", h->w.key);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

/* -- check 1 ------------------------------------------------------------- */

/* Group 1 answers five of the six goals, group 2 four. */
static void four_of_six(struct hall *h)
{
	for (size_t i = 1; i <= 6; i++) {
		const char *one = arena_print(h->t.st->mem, "Ett %zu", i);

		if (i <= 5)
			says(h, 1, i, "dp", one);
		if (i <= 4)
			says(h, 2, i, "dp", one);
		if (i < 6)
			command(h, RUN_NEXT, 0);
	}
}

TEST(a_group_that_reached_four_of_six_leaves_two_for_the_next_meeting)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct workshop next = {0};
	struct item_list rest = {0};
	struct board_list boards = {0};
	struct req *r;

	four_of_six(&h);
	r = get(h.t.st, "/w/%s/close", h.w.key);
	CHECK_HAS(PAGE(r), "Mål 13 och P3: 1 av 2 bord har svarat");
	CHECK_HAS(PAGE(r), "Mål 15 och P3: inget bord har svarat");
	CHECK_INT(ends(&h)->code, 303);
	CHECK_INT(h.w.state, WORKSHOP_PARTLY);
	CHECK(h.w.code == NULL && h.w.ended_at != 0);
	for (size_t i = 0; i < 4; i++)
		CHECK_INT(h.items.v[i].state, ITEM_DONE);
	CHECK_INT(h.items.v[4].state, ITEM_LEFT);
	CHECK_INT(h.items.v[5].state, ITEM_LEFT);
	CHECK_INT(h.items.v[6].state, ITEM_LEFT);       /* who is missing */
	CHECK_INT(h.items.v[8].state, ITEM_SKIPPED);    /* the closing */

	r = post(h.t.st, "day=2025-11-20", "/w/%s/follow", h.w.key);
	CHECK_INT(r->code, 303);
	CHECK_OK(workshop_followed_by(&s, h.w.id, &next));
	CHECK_INT(next.follows, h.w.id);
	CHECK_OK(item_list(&s, next.id, &rest));
	CHECK_OK(board_list(&s, next.id, &boards));
	CHECK_INT(rest.n, 4);
	CHECK_TEXT(rest.v[0].title, "Mål 13, P3");
	CHECK_TEXT(rest.v[1].title, "Mål 15, P3");
	CHECK_INT(rest.v[1].goals.v[0].goal, h.items.v[5].goals.v[0].goal);
	CHECK_INT(rest.v[1].state, ITEM_PLANNED);
	CHECK_INT(boards.n, 2);
	CHECK_INT(post(h.t.st, "day=2025-11-21", "/w/%s/follow",
	               h.w.key)->code, 409);
	stage_close(h.t.st);
}

TEST(what_was_not_reached_is_shown_as_not_judged_never_as_no_effect)
{
	struct hall h = hall_open();
	struct finding_list all;
	const char *page;

	four_of_six(&h);
	CHECK_INT(ends(&h)->code, 303);
	page = result(&h);
	CHECK_HAS(page, "Ej bedömt");
	CHECK_HAS(page, "Grupp 2: ej bedömt");
	CHECK_HAS_NOT(page, "Ingen påverkan");
	page = PAGE(get(h.t.st, "/a/%s/report", h.t.key));
	CHECK_HAS(page, "ej bedömt");
	CHECK_HAS(page, "Ett 4");
	all = found(&h);
	for (size_t i = 5; i < all.n; i++)
		CHECK_INT(all.v[i].kind, FINDING_EFFECT);
	stage_close(h.t.st);
}

TEST(everybody_who_reached_everything_has_held_the_meeting)
{
	struct hall h = hall_open();

	for (size_t i = 1; i <= 6; i++) {
		says(&h, 1, i, "no", "Inget");
		says(&h, 2, i, "no", "Inget");
	}
	idea(&h, 7, (struct idea){ .text = "Ungdomsrådet", .missing = true });
	idea(&h, 8, (struct idea){ .text = "Fråga dem" });
	CHECK_INT(ends(&h)->code, 303);
	CHECK_INT(h.w.state, WORKSHOP_DONE);
	CHECK_HAS(result(&h), "Klart: 8 av 8 punkter");
	CHECK_HAS_NOT(result(&h), "Planera ett möte till");
	stage_close(h.t.st);
}

/* -- check 12 ------------------------------------------------------------ */

TEST(groups_that_differ_keep_both_sentences_all_the_way_to_the_report)
{
	struct hall h = hall_open();
	struct finding_list all;
	const struct finding *one, *other;
	const char *page;

	says(&h, 1, 3, "dp", "Kvinnor vinner");
	says(&h, 2, 3, "in", "Stödet når mest män");
	CHECK_INT(ends(&h)->code, 303);
	all = found(&h);
	one = saying(&all, "Kvinnor vinner");
	other = saying(&all, "Stödet når mest män");
	CHECK(one != NULL && other != NULL);
	CHECK(one->dissent && other->dissent);
	CHECK_INT(one->source, SOURCE_TABLE);
	CHECK_TEXT(other->written_by, "Grupp 2");
	CHECK_TEXT(other->rationale, "Därför");
	CHECK_HAS(result(&h), "Delade meningar");
	page = PAGE(get(h.t.st, "/a/%s/report", h.t.key));
	CHECK_HAS(page, "Kvinnor vinner");
	CHECK_HAS(page, "Stödet når mest män");
	CHECK_HAS(page, "elade meningar");
	stage_close(h.t.st);
}

TEST(what_the_room_agreed_on_stands_alone_and_later_compiling_keeps_it)
{
	struct hall h = hall_open();
	struct finding_list all;

	says(&h, 1, 3, "dp", "Kvinnor vinner");
	says(&h, 2, 3, "in", "Stödet når mest män");
	room(&h, 3, VERDICT_ROOM, "ip", "Fler söker stöd");
	CHECK_INT(ends(&h)->code, 303);
	CHECK_INT(post(h.t.st, "", "/w/%s/compile", h.w.key)->code, 303);
	read_again(&h);
	CHECK_INT(h.w.state, WORKSHOP_COMPILED);
	all = found(&h);
	CHECK(saying(&all, "Fler söker stöd") != NULL);
	CHECK(saying(&all, "Kvinnor vinner") == NULL);
	CHECK_INT(saying(&all, "Fler söker stöd")->source, SOURCE_AGREED);
	stage_close(h.t.st);
}

/* -- the way back -------------------------------------------------------- */

TEST(from_the_report_to_the_table_in_two_clicks)
{
	struct hall h = hall_open();
	struct finding_list all;
	const char *page;
	i64 no;

	says(&h, 1, 3, "dp", "Kvinnor vinner");
	CHECK_INT(ends(&h)->code, 303);
	all = found(&h);
	no = saying(&all, "Kvinnor vinner")->no;
	page = PAGE(get(h.t.st, "/a/%s/report", h.t.key));
	CHECK_HAS(page, arena_print(h.t.st->mem, "/a/%s/origin/%lld",
	                            h.t.key, no));
	CHECK_HAS_NOT(page, arena_print(h.t.st->mem, "/a/%s/origin/1'",
	                                h.t.key));
	page = PAGE(get(h.t.st, "/a/%s/origin/%lld", h.t.key, no));
	CHECK_HAS(page, "Grupp 1");
	CHECK_HAS(page, arena_print(h.t.st->mem, "/w/%s/rounds/%lld", h.w.key,
	                            h.items.v[2].no));
	page = PAGE(get(h.t.st, "/w/%s/rounds/%lld", h.w.key,
	                h.items.v[2].no));
	CHECK_HAS(page, "Kvinnor vinner");
	CHECK_HAS(page, "Grupp 1");
	page = PAGE(get(h.t.st, "/a/%s/origin/1", h.t.key));
	CHECK_HAS(page, "skrivet direkt i säkringen");
	stage_close(h.t.st);
}

TEST(nobody_reads_the_answers_of_an_item_that_is_on_until_it_is_shown)
{
	struct hall h = hall_open();

	says(&h, 1, 1, "dp", "Hemligt");
	CHECK_HAS_NOT(PAGE(get(h.t.st, "/w/%s/rounds/1", h.w.key)), "Hemligt");
	command(&h, RUN_SHOW, 0);
	CHECK_HAS(PAGE(get(h.t.st, "/w/%s/rounds/1", h.w.key)), "Hemligt");
	stage_close(h.t.st);
}

TEST(what_is_put_aside_unshown_stays_silent_while_another_item_is_shown)
{
	struct hall h = hall_open();

	says(&h, 1, 1, "dp", "Hemligt");
	command(&h, RUN_TAKE_UP, 2);
	command(&h, RUN_SHOW, 0);
	CHECK_HAS_NOT(PAGE(get(h.t.st, "/w/%s/rounds/1", h.w.key)), "Hemligt");
	CHECK_HAS_NOT(PAGE(get(h.t.st, "/w/%s/result", h.w.key)), "Hemligt");
	CHECK_HAS_NOT(PAGE(get(h.t.st, "/w/%s/merge?item=1&goal=1",
	                       h.w.key)), "Hemligt");
	command(&h, RUN_TAKE_UP, 1);
	command(&h, RUN_SHOW, 0);
	CHECK_HAS(PAGE(get(h.t.st, "/w/%s/rounds/1", h.w.key)), "Hemligt");
	stage_close(h.t.st);
}

/* -- actors and actions -------------------------------------------------- */

static const struct actor_link *linked(const struct actor_link_list *all,
                                       const char *name)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].name, name))
			return &all->v[i];
	return NULL;
}

TEST(who_is_missing_joins_the_register_and_overwrites_nobody)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct actor_link_list all = {0};
	i64 one, other;

	one = idea(&h, 7, (struct idea){ .text = "Ungdomsrådet",
		.missing = true, .role = ROLE_AFFECTED, .detail = "Ring" });
	other = idea(&h, 7, (struct idea){ .text = "De unga", .missing = true,
		.detail = "Skriv" });
	idea(&h, 7, (struct idea){ .text = "samebyar", .role = ROLE_BOTH,
		.missing = true, .detail = "Nytt sätt" });
	IN_WRITE(h.t.st, idea_merge(&s, h.w.id, other, one));
	CHECK_INT(ends(&h)->code, 303);
	CHECK_OK(actor_link_list(&s, h.t.id, &all));
	CHECK_TEXT(linked(&all, "Ungdomsrådet")->plan, "Ring\nSkriv");
	CHECK(linked(&all, "Ungdomsrådet")->missing);
	CHECK(linked(&all, "De unga") == NULL);
	CHECK_TEXT(linked(&all, "Samebyar")->plan, "Samtal");
	CHECK_INT(linked(&all, "Samebyar")->role, ROLE_AFFECTED);
	stage_close(h.t.st);
}

TEST(an_action_comes_out_of_what_was_found_in_the_item_it_names)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct action_list all = {0};
	struct finding_list findings;

	says(&h, 1, 1, "dn", "Bilarna blir fler");
	idea(&h, 8, (struct idea){ .text = "Bygg laddplatser",
		.item_from = h.items.v[0].id, .detail = "Kommunen, 2027" });
	idea(&h, 8, (struct idea){ .text = "Något helt annat" });
	CHECK_INT(ends(&h)->code, 303);
	findings = found(&h);
	CHECK_OK(action_list(&s, h.t.id, &all));
	CHECK_INT(all.n, 3);
	CHECK_TEXT(all.v[1].title, "Bygg laddplatser");
	CHECK_TEXT(all.v[1].text, "Kommunen, 2027");
	CHECK_INT(all.v[1].sources.n, 1);
	CHECK_INT(all.v[1].sources.v[0].finding, saying(&findings,
	          "Bilarna blir fler")->id);
	CHECK_INT(all.v[1].purpose, PURPOSE_REDUCE);
	CHECK_INT(action_flaws(&all.v[2]), ACTION_NO_SOURCE);
	stage_close(h.t.st);
}

/* -- once, and late ------------------------------------------------------ */

TEST(a_meeting_ends_once)
{
	struct hall h = hall_open();
	struct occasion_list all = {0};
	struct scope s = stage_scope(h.t.st);
	size_t n;

	says(&h, 1, 1, "dp", "Ett");
	CHECK_INT(post(h.t.st, "turn=77", "/w/%s/close", h.w.key)->code, 409);
	CHECK_INT(ends(&h)->code, 303);
	n = found(&h).n;
	CHECK_INT(ends(&h)->code, 422);
	CHECK_INT(post(h.t.st, arena_print(h.t.st->mem, "turn=%lld",
	          h.w.turn - 1), "/w/%s/close", h.w.key)->code, 409);
	CHECK_INT(found(&h).n, n);
	CHECK_OK(occasion_list(&s, h.t.id, &all));
	CHECK_INT(all.n, 2);
	CHECK_INT(all.v[1].state, OCCASION_PARTLY);
	CHECK_TEXT(all.v[1].what, "Mötet");
	stage_close(h.t.st);
}

static void edit(struct hall *h, const char *sentence, const char *to)
{
	struct scope s = stage_scope(h->t.st);
	struct finding_list all = found(h);
	struct finding f = *saying(&all, sentence);

	f.sentence = to;
	IN_WRITE(h->t.st, finding_change(&s, h->t.id, &f));
}

TEST(late_answers_are_taken_in_and_what_a_person_changed_is_theirs)
{
	struct hall h = hall_open();
	struct finding_list all;
	i64 no;

	says(&h, 1, 1, "dp", "Ett");
	says(&h, 1, 2, "dp", "Två");
	says(&h, 1, 3, "dp", "Tre");
	CHECK_INT(ends(&h)->code, 303);
	all = found(&h);
	no = saying(&all, "Ett")->no;
	edit(&h, "Två", "Två, bättre sagt");
	edit(&h, "Tre", "Tre, bättre sagt");
	says(&h, 1, 1, "dn", "Ett, ändrat");    /* changed, and untouched */
	says(&h, 1, 3, "ip", "Tre, ändrat");    /* changed by both */
	says(&h, 2, 4, "no", "");               /* new */
	CHECK_INT(post(h.t.st, "", "/w/%s/compile", h.w.key)->code, 303);
	all = found(&h);
	CHECK_INT(saying(&all, "Ett, ändrat")->no, no);
	CHECK(saying(&all, "Ett") == NULL && saying(&all, "Två") == NULL);
	CHECK(saying(&all, "Två, bättre sagt") != NULL);
	CHECK(saying(&all, "Tre, bättre sagt") != NULL);
	CHECK(saying(&all, "Tre, ändrat") != NULL);
	CHECK(saying(&all, "Grupp 2 såg ingen påverkan.") != NULL);
	CHECK_INT(all.n, 5 + 5);
	CHECK_INT(post(h.t.st, "", "/w/%s/compile", h.w.key)->code, 422);
	stage_close(h.t.st);
}

/* -- order does not matter, nor does a fault ----------------------------- */

struct answer_given { size_t group, nth; const char *value, *sentence; };
static const struct answer_given given[] = {
	{ 1, 1, "dp", "A" }, { 2, 1, "dp", "A" }, { 1, 2, "in", "B" },
	{ 2, 2, "dp", "C" }, { 1, 3, "no", "" }, { 2, 3, "no", "" },
	{ 1, 4, "gap", "D?" }, { 2, 5, "dp dn", "E" },
};

static const char *end_state(size_t from, size_t step)
{
	struct hall h = hall_open();
	struct finding_list all;
	static char text[2000];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(given); i++) {
		const struct answer_given *g =
			&given[(from + i * step) % COUNT(given)];

		says(&h, g->group, g->nth, g->value, g->sentence);
	}
	CHECK_INT(ends(&h)->code, 303);
	all = found(&h);
	for (size_t i = 0; i < all.n; i++)
		n += (size_t)snprintf(text + n, sizeof text - n,
			"%lld %s %s %d %d %zu\n", all.v[i].no,
			all.v[i].sentence, all.v[i].written_by,
			all.v[i].dissent, (int)all.v[i].kind,
			all.v[i].marks.n);
	stage_close(h.t.st);
	return text;
}

TEST(the_order_in_which_answers_come_does_not_matter)
{
	char first[2000];

	snprintf(first, sizeof first, "%s", end_state(0, 1));
	CHECK_HAS(first, "såg ingen påverkan.");
	CHECK_TEXT(end_state(3, 3), first);
	CHECK_TEXT(end_state(7, 7), first);
	CHECK_TEXT(end_state(2, 5), first);
}

/* Ends the meeting while the nth call of the engine fails; was there one? */
static bool breaks_at(struct hall *h, i64 n, int *code)
{
	struct db *db = h->t.st->db;
	struct arena *kept = h->t.st->mem;
	struct snap before = snap_take(h->t.st), after;
	bool broke;

	h->t.st->mem = arena_new();
	db->calls = 0;
	db->fail_at = n;
	*code = presses_end(h)->code;
	broke = db->calls >= n;
	db->fail_at = 0;
	after = snap_take(h->t.st);
	if (*code != 303)
		CHECK(snap_differs(h->t.st, &before, &after, "attempt") ==
		      NULL);
	arena_free(h->t.st->mem);
	h->t.st->mem = kept;
	return broke;
}

static struct hall hall_answered(void)
{
	struct hall h = hall_open();

	four_of_six(&h);
	says(&h, 2, 5, "dn", "Emot");
	idea(&h, 7, (struct idea){ .text = "Unga", .missing = true });
	idea(&h, 8, (struct idea){ .text = "Bygg",
	                           .item_from = h.items.v[4].id });
	read_again(&h);
	return h;
}

/* A fault may pass unseen where there is nothing to lose: then it has ended. */
TEST(an_end_that_breaks_anywhere_has_not_begun)
{
	struct hall h = hall_answered();
	int code = 0, broken = 0;
	i64 n = 1;

	for (; breaks_at(&h, n, &code); n += 1 + n / 8) {
		broken += code != 303;
		if (code != 303)
			continue;
		stage_close(h.t.st);
		h = hall_answered();
	}
	CHECK(broken > 20);
	CHECK_INT(code, 303);
	read_again(&h);
	CHECK_INT(h.w.state, WORKSHOP_PARTLY);
	stage_close(h.t.st);
}

/* -- who came ------------------------------------------------------------ */

static void come(struct hall *h, const char *organisation, int n)
{
	struct scope s = stage_scope(h->t.st);

	for (int i = 0; i < n; i++) {
		struct guest g = { .workshop = h->w.id, .kind = GUEST_PERSON,
			.board = h->boards.v[0].id,
			.organisation = organisation };

		IN_WRITE(h->t.st, guest_note(&s, &g));
	}
}

TEST(organisations_of_fewer_than_five_are_not_named)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct occasion_list all = {0};

	come(&h, "Krokoms kommun", 5);
	come(&h, "Åre kommun", 4);
	come(&h, "", 1);
	CHECK_INT(ends(&h)->code, 303);
	CHECK_OK(occasion_list(&s, h.t.id, &all));
	CHECK_TEXT(all.v[1].who, "Krokoms kommun (5), 5 från övriga. "
	           "Tillsammans 10 personer.");
	CHECK_HAS_NOT(result(&h), "Åre kommun");
	stage_close(h.t.st);
}

TEST(the_compilation_is_a_paper_with_the_same_words)
{
	struct hall h = hall_answered();
	struct req *r;

	CHECK_INT(ends(&h)->code, 303);
	r = get(h.t.st, "/w/%s/result.pdf", h.w.key);
	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->type, "application/pdf");
	CHECK(r->bytes.n > 1000 && memcmp(r->bytes.v, "%PDF", 4) == 0);
	stage_close(h.t.st);
}

TEST(a_negative_finding_without_a_rationale_is_still_to_be_written)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct board_reply b = { .item = h.items.v[0].id, .value = "dn",
		.goal = h.items.v[0].goals.v[0].goal,
		.board = h.boards.v[0].id, .minus = "Bilarna blir fler" };

	IN_WRITE(h.t.st, board_reply_set(&s, h.w.id, &b));
	CHECK_INT(ends(&h)->code, 303);
	CHECK_HAS(result(&h), "Motiv saknas");
	CHECK_HAS(PAGE(get(h.t.st, "/a/%s/finish", h.t.key)),
	          "F6 är negativt och saknar motiv");
	stage_close(h.t.st);
}

/* Six tables, thirty goals: one transaction, of at most 25 calls of the engine
 * for each answer. Counted, since a busy machine makes any time long. */
TEST(a_large_meeting_ends_in_one_short_transaction)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct board_list boards = {0};
	struct item_list items = {0};
	i64 id, from;

	CHECK_OK(stage_begin(h.t.st));
	for (int i = 3; i <= 6; i++)
		CHECK_OK(board_note(&s, h.w.id, arena_print(s.mem, "Grupp %d",
		                    i), &id));
	for (int i = 0; i < 24; i++) {
		struct item it = h.items.v[i % 6];

		it.position = 0;
		it.state = ITEM_PLANNED;
		CHECK_OK(item_note(&s, h.w.id, &it, &id));
	}
	CHECK_OK(board_list(&s, h.w.id, &boards));
	CHECK_OK(item_list(&s, h.w.id, &items));
	for (size_t i = 0; i < items.n; i++)
		for (size_t k = 0; items.v[i].goals.n > 0 && k < 6; k++) {
			struct board_reply b = { .item = items.v[i].id,
				.goal = items.v[i].goals.v[0].goal,
				.board = boards.v[k].id, .rationale = "Nej",
				.value = k % 2 == 0 ? "dp" : "in",
				.plus = arena_print(s.mem, "%s vid %zu",
					boards.v[k].name, i) };

			b.minus = b.plus;

			CHECK_OK(board_reply_set(&s, h.w.id, &b));
		}
	CHECK_OK(stage_commit(h.t.st));
	h.t.st->db->calls = 0;
	from = clock_ticks();
	CHECK_INT(ends(&h)->code, 303);
	print_message("closed in %lld ms, %lld calls\n",
	              (clock_ticks() - from) / 1000, h.t.st->db->calls);
	CHECK(h.t.st->db->calls < 25 * 180);
	CHECK_INT(found(&h).n, 5 + 180);
	from = clock_ticks();
	CHECK_HAS(result(&h), "Grupp 6");
	print_message("compilation drawn in %lld ms\n",
	              (clock_ticks() - from) / 1000);
	stage_close(h.t.st);
}

TEST(one_fact_that_a_table_said_of_goals_in_two_items_is_one_finding)
{
	struct hall h = hall_open();
	struct scope s = stage_scope(h.t.st);
	struct finding_list all = {0};
	struct trace_list traces = {0};
	struct board_reply b = { .board = h.boards.v[0].id, .value = "dp",
	                         .plus = "Butiken finns kvar" };

	for (int i = 0; i < 2; i++) {
		b.item = h.items.v[i].id;
		b.goal = h.items.v[i].goals.v[0].goal;
		CHECK_INT(h.items.v[i].priority, h.items.v[0].priority);
		IN_WRITE(h.t.st, board_reply_set(&s, h.w.id, &b));
	}
	CHECK_INT(ends(&h)->code, 303);
	all = found(&h);
	CHECK_TEXT(all.v[all.n - 1].sentence, "Butiken finns kvar");
	CHECK_INT(all.v[all.n - 1].marks.n, 2);
	CHECK_OK(trace_list(&s, h.t.id, TRACE_FINDING, all.v[all.n - 1].no,
	                    &traces));
	CHECK_INT(traces.n, 2);
	CHECK(traces.v[0].item != traces.v[1].item);
	stage_close(h.t.st);
}
