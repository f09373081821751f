/* The projector: silence until it is shown, then the room and nobody in it. */
#include "base/rights.h"
#include "trial.h"
#include "workshop/meeting.h"

static struct workshop now_of(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct workshop w = {0};

	CHECK_OK(workshop_get(&s, e->workshop_id, &w));
	return w;
}

static struct item on_now(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct item i = {0};

	CHECK_OK(item_by_id(&s, now_of(e).item, &i));
	return i;
}

static void run(struct trial *e, enum run_command command, i64 no)
{
	struct scope s = stage_scope(e->st);

	IN_WRITE(e->st, run_command(&s, e->workshop_id, now_of(e).turn,
	                            command, no));
}

static const char *screen(struct trial *e)
{
	struct req *r = get(e->st, "/d/%s/screen", e->screen);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

/* A new person answers what is on, all its goals alike. */
static struct guest a_person(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct guest g = { .workshop = e->workshop_id, .kind = GUEST_PERSON,
	                   .category = CATEGORY_SAMI,
	                   .organisation = "Vilhelminas förening" };

	IN_WRITE(e->st, guest_note(&s, &g));
	return g;
}

static void answer(struct trial *e, const struct guest *g, const char *value)
{
	struct scope s = stage_scope(e->st);
	struct item on = on_now(e);
	size_t goals = on.goals.n == 0 ? 1 : on.goals.n;

	CHECK_OK(stage_begin(e->st));
	for (size_t i = 0; i < goals; i++)
		CHECK_OK(reply_set(&s, g, &on, &(struct reply){
			.item = on.id, .value = value, .text = "",
			.goal = on.goals.n == 0 ? 0 : on.goals.v[i].goal }));
	CHECK_OK(stage_commit(e->st));
}

static void each_answers(struct trial *e, const char *const *values, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct guest g = a_person(e);

		answer(e, &g, values[i]);
	}
}

static void table_answers(struct trial *e, size_t board, const char *value,
                          const char *plus, const char *minus)
{
	struct scope s = stage_scope(e->st);
	struct board_list boards = {0};
	struct item on = on_now(e);
	struct board_reply b = { .item = on.id, .value = value,
		.goal = on.goals.v[0].goal, .plus = plus, .minus = minus };

	CHECK_OK(board_list(&s, e->workshop_id, &boards));
	b.board = boards.v[board].id;
	IN_WRITE(e->st, board_reply_set(&s, e->workshop_id, &b));
}

/* -- silence --------------------------------------------------------------- */

TEST(before_it_is_shown_the_screen_is_the_same_whatever_was_answered)
{
	struct trial e = trial_open();
	struct guest g = a_person(&e);
	const char *first, *second;

	answer(&e, &g, "dp");
	table_answers(&e, 0, "ip", "Butiken finns kvar", "");
	first = screen(&e);
	answer(&e, &g, "dn in");
	table_answers(&e, 1, "in", "", "Macken stängs");
	second = screen(&e);
	CHECK_TEXT(first, second);
	CHECK_HAS(first, "1 av 2 har svarat.");
	CHECK_HAS_NOT(first, "dots");
	CHECK_HAS_NOT(first, "Direkt");
	CHECK_HAS_NOT(first, "Butiken");
	CHECK_HAS_NOT(first, "oense");
	stage_close(e.st);
}

TEST(proposals_are_counted_and_not_read_out_before_they_are_shown)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct idea one = { .text = "Unga utan körkort", .missing = true };
	struct idea same_again = { .text = "Ungdomar", .missing = true };
	i64 id;

	run(&e, RUN_TAKE_UP, 4);
	one.item = same_again.item = on_now(&e).id;
	IN_WRITE(e.st, idea_note(&s, e.workshop_id, "", &one, &id));
	IN_WRITE(e.st, idea_note(&s, e.workshop_id, "", &same_again, &id));
	CHECK_HAS(screen(&e), "2 förslag har kommit in.");
	CHECK_HAS_NOT(screen(&e), "Unga");
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "Ungdomar");
	IN_WRITE(e.st, idea_merge(&s, e.workshop_id, 2, 1));
	CHECK_HAS(screen(&e), "Unga utan körkort <small>2 lika</small>");
	CHECK_HAS_NOT(screen(&e), "Ungdomar");
	stage_close(e.st);
}

/* -- shown ----------------------------------------------------------------- */

TEST(shown_not_answered_no_effect_and_a_gap_are_three_rows)
{
	static const char *const values[] = { "dp", "ip in", "no", "gap" };
	struct trial e = trial_open();
	const char *page;

	each_answers(&e, values, COUNT(values));
	run(&e, RUN_SHOW, 0);
	page = screen(&e);
	CHECK_HAS(page, "<span>Ingen påverkan</span></span></th>"
	          "<td class='num'><b>1</b></td>");
	CHECK_HAS(page, "<span>Mer kunskap behövs</span></span></th>"
	          "<td class='num'><b>1</b></td>");
	CHECK_HAS(page, "<span>Har inte svarat än</span></span></th>"
	          "<td class='num'><b>1</b></td>");
	CHECK_HAS(page, "<span>Direkt negativ</span></span></th>"
	          "<td class='num'><b>0</b></td><td></td>");
	CHECK_HAS(page, "Ni är oense om riktningen: 1 ser en förbättring,"
	          " 1 ingen påverkan, 1 både och. Prata om varför."
	          " Och 1 behöver veta mer.");
	stage_close(e.st);
}

TEST(the_sentence_tells_agreed_from_divided_on_the_path)
{
	static const char *const alike[] = { "dn", "dn" };
	static const char *const path[] = { "in" };
	struct trial e = trial_open();

	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "För få har svarat för att jämföra.");
	each_answers(&e, alike, COUNT(alike));
	CHECK_HAS(screen(&e), "Ni är eniga.");
	each_answers(&e, path, COUNT(path));
	CHECK_HAS(screen(&e), "Ni är eniga om riktningen men inte om vägen.");
	stage_close(e.st);
}

TEST(the_tables_sentences_stand_side_by_side)
{
	struct trial e = trial_open();
	const char *page;

	table_answers(&e, 0, "ip", "Butiken finns kvar", "");
	table_answers(&e, 1, "in", "", "Macken stängs");
	run(&e, RUN_SHOW, 0);
	page = screen(&e);
	CHECK_HAS(page, "<b>Det blir bättre</b>");
	CHECK_HAS(page, "Bord 1</b> Butiken finns kvar");
	CHECK_HAS(page, "<b>Det blir sämre</b>");
	CHECK_HAS(page, "Bord 2</b> Macken stängs");
	stage_close(e.st);
}

TEST(of_several_goals_the_unsettled_one_is_drawn_and_the_order_is_said)
{
	static const char *const values[] = { "dp", "dn" };
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct verdict v = { .kind = VERDICT_DIVIDED };

	each_answers(&e, values, COUNT(values));
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "Prata i den här ordningen");
	CHECK_HAS(screen(&e), "<h1 class=''>Hur påverkas målet Klimat?");
	v.item = on_now(&e).id;
	v.goal = on_now(&e).goals.v[0].goal;
	IN_WRITE(e.st, verdict_set(&s, e.workshop_id, &v));
	CHECK_HAS_NOT(screen(&e), "Hur påverkas målet Klimat?");
	CHECK_HAS(screen(&e), ", klart</li>");
	stage_close(e.st);
}

TEST(what_is_shown_is_hidden_again_with_the_next_item)
{
	struct trial e = trial_open();

	run(&e, RUN_SHOW, 0);
	run(&e, RUN_NEXT, 0);
	run(&e, RUN_BACK, 0);
	CHECK_HAS_NOT(screen(&e), "dots");
	CHECK_HAS(screen(&e), "har svarat.");
	stage_close(e.st);
}

TEST(nobody_can_be_known_again_on_the_screen)
{
	static const char *const values[] = { "dp", "dn" };
	struct trial e = trial_open();

	each_answers(&e, values, COUNT(values));
	run(&e, RUN_SHOW, 0);
	CHECK_HAS_NOT(screen(&e), "Vilhelminas");
	CHECK_HAS_NOT(screen(&e), "Samisk");
	CHECK_HAS_NOT(screen(&e), "Karin Ek");
	stage_close(e.st);
}

/* -- free questions -------------------------------------------------------- */

static void ask(struct trial *e, enum ask_kind kind)
{
	struct scope s = stage_scope(e->st);
	struct item i = { .kind = ITEM_ASK, .title = "Vad först?",
	                  .minutes = 5, .ask = kind };
	i64 id;

	*PUSH(e->st->mem, &i.options) = "Butiken";
	*PUSH(e->st->mem, &i.options) = "Macken";
	*PUSH(e->st->mem, &i.options) = "Skolan";
	IN_WRITE(e->st, item_note(&s, e->workshop_id, &i, &id));
	run(e, RUN_ASK, i.no);
}

TEST(a_choice_is_shown_as_counts)
{
	static const char *const values[] = { "2", "2", "1" };
	struct trial e = trial_open();

	ask(&e, ASK_CHOICE);
	each_answers(&e, values, COUNT(values));
	CHECK_HAS(screen(&e), "3 av 4 har svarat.");
	CHECK_HAS_NOT(screen(&e), "Macken");
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "<th scope='row'>Macken</th>"
	          "<td class='num'><b>2</b></td>");
	CHECK_HAS(screen(&e), "<th scope='row'>Skolan</th>"
	          "<td class='num'><b>0</b></td>");
	stage_close(e.st);
}

TEST(a_ranking_is_counts_for_each_place_and_no_sum)
{
	static const char *const values[] = { "3 1 2", "3 2 1", "1 3 2" };
	struct trial e = trial_open();
	const char *page;

	ask(&e, ASK_RANK);
	each_answers(&e, values, COUNT(values));
	run(&e, RUN_SHOW, 0);
	page = screen(&e);
	CHECK_HAS(page, "<tbody><tr><th scope='row'>Skolan</th>"
	          "<td class='num'>2</td><td class='num'>1</td>"
	          "<td class='num'>0</td></tr>");
	CHECK_HAS(page, "mittersta placeringen");
	stage_close(e.st);
}

TEST(a_scale_is_a_distribution_with_its_middle_answer)
{
	static const char *const values[] = { "1", "4", "5" };
	struct trial e = trial_open();

	ask(&e, ASK_SCALE);
	each_answers(&e, values, COUNT(values));
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "Mittersta svaret är 4.");
	stage_close(e.st);
}

TEST(free_text_is_read_out_only_when_it_is_shown)
{
	static const char *const values[] = { "Bredband", "Bussen" };
	struct trial e = trial_open();

	ask(&e, ASK_TEXT);
	each_answers(&e, values, COUNT(values));
	CHECK_HAS_NOT(screen(&e), "Bredband");
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "<li>Bredband</li><li>Bussen</li>");
	stage_close(e.st);
}

/* -- tables that answer at once -------------------------------------------- */

TEST(tables_that_answer_at_once_are_counted_as_tables)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct workshop w = now_of(&e);

	w.way = WAY_TABLE;
	IN_WRITE(e.st, workshop_change(&s, &w));
	table_answers(&e, 0, "ip", "Butiken finns kvar", "");
	CHECK_HAS(screen(&e), "0 av 2 bord har svarat.");
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), "<span>Indirekt positiv</span></span></th>"
	          "<td class='num'><b>1</b></td>");
	stage_close(e.st);
}

/* -- between and after ----------------------------------------------------- */

TEST(a_break_says_until_when)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct item i = { .kind = ITEM_BREAK, .title = "Rast",
	                  .minutes = 15 };
	i64 id;

	IN_WRITE(e.st, item_note(&s, e.workshop_id, &i, &id));
	run(&e, RUN_TAKE_UP, i.no);
	CHECK_HAS(screen(&e), ">Rast till kl. 11.15</h1>");
	stage_close(e.st);
}

TEST(at_the_end_kinds_stand_side_by_side_and_what_is_left_by_name)
{
	struct trial e = trial_open();
	const char *page;

	table_answers(&e, 0, "ip", "Butiken finns kvar", "");
	table_answers(&e, 1, "in", "", "Macken stängs");
	run(&e, RUN_NEXT, 0);
	run(&e, RUN_TAKE_UP, 7);
	page = screen(&e);
	CHECK_HAS(page, "Det ni kom fram till");
	CHECK_HAS(page, "<b>1</b> mål bedömt");
	CHECK_HAS(page, "<b>1</b> mål med förbättring");
	CHECK_HAS(page, "<b>1</b> mål med försämring");
	CHECK_HAS(page, "<b>1</b> mål med delade meningar");
	CHECK_HAS(page, "<li>Vem saknas?</li>");
	CHECK_HAS_NOT(page, "<li>Klimat och P1</li>");
	stage_close(e.st);
}

/* -- the link --------------------------------------------------------------- */

TEST(the_code_and_a_square_to_scan_are_always_there)
{
	struct trial e = trial_open();
	struct workshop w = now_of(&e);
	const char *code = arena_print(e.st->mem, "<span class='code'>%.3s"
	                               " %s</span>", w.code, w.code + 3);

	CHECK_HAS(screen(&e), code);
	CHECK_HAS(screen(&e), "class='qr'");
	run(&e, RUN_SHOW, 0);
	CHECK_HAS(screen(&e), code);
	CHECK_HAS_NOT(screen(&e), "<footer");
	stage_close(e.st);
}

TEST(only_the_link_of_a_screen_opens_it)
{
	struct trial e = trial_open();

	CHECK_INT(get(e.st, "/d/%s/screen", e.guest)->code, 404);
	CHECK_INT(get(e.st, "/d/%s/screen", e.table)->code, 404);
	CHECK_INT(get(e.st, "/d/%s/tally", e.guest)->code, 404);
	CHECK_TEXT(get(e.st, "/d/%s/tally", e.screen)->topic,
	           topic_tally(e.st->mem, e.workshop_id));
	stage_close(e.st);
}

TEST(a_leader_opens_a_screen_and_its_link_is_stored_nowhere)
{
	static const char sql[] =
		"SELECT count(*) FROM receipt"
		" WHERE org_id = $1 AND address = $2";
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct req *r = post(e.st, "", "/w/%s/screen", e.workshop);
	i64 n = 1;

	CHECK_INT(r->code, 303);
	CHECK_INT(get(e.st, "%s", r->location)->code, 200);
	CHECK_OK(db_look(e.st->db));
	CHECK_OK(db_number(&s, sql, VALUES(of_int(s.org),
	                                   of_text(r->location)), &n));
	db_look_end(e.st->db);
	CHECK_INT(n, 0);
	stage_as_new(e.st, READ | EDIT);
	CHECK_INT(post(e.st, "", "/w/%s/screen", e.workshop)->code, 403);
	stage_close(e.st);
}
