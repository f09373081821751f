/* The room's answer: most divided first, written down by who leads, and never
 * made agreement of by them alone. */
#include "room.h"
#include "workshop/after.h"

static const char *on_page(struct trial *t, const char *query)
{
	struct req *r = get(t->st, "/w/%s/merge%s", t->workshop, query);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

static void answers(struct trial *t, const char *key, const char *fields)
{
	struct req *r = post(t->st, arena_print(t->st->mem, "form=answer"
		"&item=2&%s", fields), "/d/%s/table", key);

	CHECK_INT(r->code, 303);
}

static struct req *says_the_room(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=verdict&item=2&%s",
	            fields), "/w/%s/merge", t->workshop);
}

static struct verdict_list verdicts(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct verdict_list all = {0};

	CHECK_OK(verdict_list(&s, t->workshop_id, &all));
	return all;
}

/* Table 1 sees harm on goal 13 and table 2 gain; both see gain on 15. */
static struct guest divided(struct trial *t)
{
	struct guest far = room_guest(t, GUEST_TABLE, 2, CATEGORY_UNSAID);

	answers(t, t->table, "goal=1&v=dn&minus=Bilen+k%C3%B6rs+mer"
	        "&dissent=En+tror+p%C3%A5+elbil");
	answers(t, far.key, "goal=1&v=dp&plus=Resorna+blir+kortare");
	answers(t, t->table, "goal=2&v=ip&plus=Mindre+slitage");
	answers(t, far.key, "goal=2&v=ip&plus=Skogen+f%C3%A5r+vara");
	return far;
}

TEST(what_the_room_differs_on_stands_first)
{
	struct trial t = trial_open();
	const char *page, *differ, *alike;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	page = on_page(&t, "");
	differ = strstr(page, "Här är ni oense");
	alike = strstr(page, "Här ser ni lika");
	CHECK(differ != NULL && alike != NULL && differ < alike);
	CHECK(strstr(differ, "goal=1'") < alike);
	CHECK(strstr(alike, "goal=2'") != NULL);
	stage_close(t.st);
}

TEST(nothing_of_what_is_answered_is_here_before_the_leader_shows_it)
{
	struct trial t = trial_open();
	const char *page;

	divided(&t);
	room_says(&t, t.guest, 1, "dn");
	page = on_page(&t, "?item=2&goal=1");
	CHECK_HAS(page, "när du har visat dem");
	CHECK_HAS_NOT(page, "Bilen körs mer");
	CHECK_HAS_NOT(page, "class='bar'");
	CHECK_HAS_NOT(on_page(&t, ""), "delade meningar");
	CHECK_INT(says_the_room(&t, "goal=1&how=3")->code, 404);
	stage_close(t.st);
}

TEST(same_answers_stand_together_with_every_tables_sentence)
{
	struct trial t = trial_open();
	const char *page;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	page = on_page(&t, "?item=2&goal=2");
	CHECK_HAS(page, "Mindre slitage");
	CHECK_HAS(page, "Skogen får vara");
	CHECK_HAS_NOT(page, "delade meningar</span>");
	page = on_page(&t, "?item=2&goal=1");
	CHECK_HAS(page, "Annan mening: En tror på elbil");
	CHECK_HAS(page, "1 ser en förbättring, 1 ser en försämring");
	CHECK_HAS(page, "Hur lika: 0,00");
	CHECK_HAS(page, "delade meningar</span>");
	stage_close(t.st);
}

TEST(a_gap_and_those_who_have_not_answered_stand_beside_the_scale)
{
	struct trial t = trial_open();
	const char *page;

	answers(&t, t.table, "goal=1&v=gap&other=Hur+mycket");
	room_command(&t, RUN_SHOW, 0);
	page = on_page(&t, "?item=2&goal=1");
	CHECK_HAS(page, "Färre än 2 har svarat på skalan.");
	CHECK_HAS(page, "Ej bedömt av Bord 2.");
	CHECK_HAS_NOT(page, "Hur lika");
	stage_close(t.st);
}

TEST(the_one_who_leads_cannot_make_agreement_without_saying_who_said_it)
{
	struct trial t = trial_open();
	struct req *r;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	r = says_the_room(&t, "goal=1&v=dp&plus=Bra");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#verdict-how'");
	CHECK_HAS(PAGE(r), ">Bra</textarea>");
	r = says_the_room(&t, "goal=1&how=2");
	CHECK_HAS(PAGE(r), "href='#verdict-board'");
	r = says_the_room(&t, "goal=1&how=1");
	CHECK_HAS(PAGE(r), "href='#verdict-v'");
	r = says_the_room(&t, "goal=1&how=1&v=dp");
	CHECK_HAS(PAGE(r), "href='#verdict-plus'");
	CHECK_INT(verdicts(&t).n, 0);
	stage_close(t.st);
}

TEST(the_room_agrees_in_a_tables_words_or_its_own)
{
	struct trial t = trial_open();

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	CHECK_INT(says_the_room(&t, "goal=1&how=1&v=dp&v=in&from=2"
	          "&minus=Men+v%C3%A4gen+slits")->code, 303);
	CHECK_INT(verdicts(&t).v[0].kind, VERDICT_ROOM);
	CHECK_TEXT(verdicts(&t).v[0].plus, "Resorna blir kortare");
	CHECK_TEXT(verdicts(&t).v[0].minus, "Men vägen slits");
	CHECK_HAS(on_page(&t, ""), "Rummet har svarat");
	CHECK_HAS(on_page(&t, "?item=2&goal=1"), "Rummet är enigt:");
	CHECK_HAS(on_page(&t, "?item=2&goal=1"), "En tror på elbil");
	stage_close(t.st);
}

TEST(one_tables_answer_may_stand_for_all)
{
	struct trial t = trial_open();

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	CHECK_INT(says_the_room(&t, "goal=1&how=2&board=1")->code, 303);
	CHECK_INT(verdicts(&t).v[0].kind, VERDICT_TABLE);
	CHECK_TEXT(verdicts(&t).v[0].value, "dn");
	CHECK_TEXT(verdicts(&t).v[0].minus, "Bilen körs mer");
	CHECK_HAS(on_page(&t, "?item=2&goal=1"),
	          "Bord 1s svar gäller för alla");
	stage_close(t.st);
}

TEST(two_who_write_down_the_rooms_answer_at_once_see_both)
{
	struct trial t = trial_open();
	struct req *r;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	says_the_room(&t, "goal=1&how=1&v=dp&plus=F%C3%B6rst");
	r = says_the_room(&t, "goal=1&how=1&v=dp&plus=Sedan");
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), ">Sedan</textarea>");
	CHECK_HAS(PAGE(r), "Först");
	CHECK_INT(says_the_room(&t, "goal=1&version=1&how=3")->code, 303);
	CHECK_INT(verdicts(&t).v[0].kind, VERDICT_DIVIDED);
	stage_close(t.st);
}

TEST(one_fact_is_written_once_and_kept_on_several_goals)
{
	struct trial t = trial_open();
	struct verdict_list all;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	CHECK_HAS(on_page(&t, "?item=2&goal=1"), "Samma fynd gäller också");
	CHECK_INT(says_the_room(&t, "goal=1&how=1&v=ip&plus=Mindre"
	          "&also=2.2")->code, 303);
	all = verdicts(&t);
	CHECK_INT(all.n, 2);
	CHECK_TEXT(all.v[0].plus, "Mindre");
	CHECK_TEXT(all.v[1].plus, "Mindre");
	stage_close(t.st);
}

/* -- acceptance check 12, in findings ------------------------------------ */

static struct close_words words(void)
{
	return (struct close_words){ .we = "Vi", .and = "och",
		.none = "såg ingen påverkan.", .plus = "såg en förbättring.",
		.minus = "såg en försämring.", .gap = "behöver veta mer.",
		.dissent = "Annan mening", .came = "Åtta personer" };
}

static struct finding_list closed(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct close_words said = words();
	struct finding_list all = {0};
	struct workshop w = {0};

	CHECK_OK(workshop_get(&s, t->workshop_id, &w));
	IN_WRITE(t->st, workshop_close(&s, w.id, w.turn, &said));
	CHECK_OK(finding_list(&s, t->id, &all));
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

TEST(two_tables_that_disagree_give_two_findings_with_divided_opinions)
{
	struct trial t = trial_open();
	const struct finding *harm, *gain;
	struct finding_list all;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	CHECK_INT(says_the_room(&t, "goal=1&how=3")->code, 303);
	all = closed(&t);
	harm = saying(&all, "Bilen körs mer");
	gain = saying(&all, "Resorna blir kortare");
	CHECK(harm != NULL && gain != NULL);
	CHECK(harm->dissent && gain->dissent);
	CHECK_INT(harm->marks.v[0].direction, NEGATIVE);
	CHECK_INT(gain->marks.v[0].direction, POSITIVE);
	CHECK_HAS(harm->rationale, "En tror på elbil");
	stage_close(t.st);
}

TEST(an_agreed_value_gives_one_finding_and_keeps_who_disagreed)
{
	struct trial t = trial_open();
	const struct finding *agreed;
	struct finding_list all;

	divided(&t);
	room_command(&t, RUN_SHOW, 0);
	says_the_room(&t, "goal=1&how=1&v=dp&plus=Resorna+blir+kortare");
	all = closed(&t);
	agreed = saying(&all, "Resorna blir kortare");
	CHECK(agreed != NULL);
	CHECK_INT(agreed->source, SOURCE_AGREED);
	CHECK(saying(&all, "Bilen körs mer") == NULL);
	CHECK_HAS(agreed->rationale, "En tror på elbil");
	stage_close(t.st);
}

/* -- proposals ----------------------------------------------------------- */

static void propose(struct trial *t)
{
	room_command(t, RUN_TAKE_UP, 3);
	post(t->st, "form=idea&text=Mobil+butik", "/d/%s/ideas", t->guest);
	post(t->st, "form=idea&text=Butik+p%C3%A5+hjul", "/d/%s/ideas",
	     t->table);
	post(t->st, "form=idea&text=Laddplatser", "/d/%s/ideas", t->table);
	room_command(t, RUN_SHOW, 0);
}

static struct req *in_room(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=picks&item=3&%s",
	            fields), "/w/%s/merge/ideas", t->workshop);
}

TEST(proposals_are_merged_and_keep_their_own_words)
{
	struct trial t = trial_open();
	const char *page;

	propose(&t);
	CHECK_INT(in_room(&t, "do=merge&pick=1")->code, 422);
	CHECK_INT(in_room(&t, "do=merge&pick=1&pick=2"
	          "&text=Butik+som+kommer+till+byn")->code, 303);
	page = on_page(&t, "?item=3");
	CHECK_HAS(page, "Butik som kommer till byn");
	CHECK_HAS(page, "+ Butik på hjul");
	CHECK_INT(post(t.st, "", "/w/%s/merge/ideas/2/out", t.workshop)->code,
	          303);
	CHECK_HAS_NOT(on_page(&t, "?item=3"), "+ Butik på hjul");
	stage_close(t.st);
}

TEST(the_words_of_a_proposal_are_changed_on_the_version_that_was_read)
{
	struct trial t = trial_open();
	struct req *r;

	propose(&t);
	r = post(t.st, "form=word3&item=3&version=1&text=Laddning",
	         "/w/%s/merge/ideas/3", t.workshop);
	CHECK_INT(r->code, 303);
	r = post(t.st, "form=word3&item=3&version=1&text=Annat",
	         "/w/%s/merge/ideas/3", t.workshop);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Laddning");
	stage_close(t.st);
}

TEST(chosen_proposals_become_priorities_and_are_judged_next)
{
	struct trial t = trial_open();
	struct scope s = stage_scope(t.st);
	struct priority_list scope = {0};
	struct trace_list traces = {0};
	struct item_list items = {0};
	struct req *r;
	size_t at = 0;

	propose(&t);
	r = post(t.st, "form=become&item=3", "/w/%s/merge/priorities",
	         t.workshop);
	CHECK_INT(r->code, 422);
	in_room(&t, "do=merge&pick=1&pick=2");
	CHECK_INT(in_room(&t, "do=choose&pick=1")->code, 303);
	r = post(t.st, "form=become&item=3", "/w/%s/merge/priorities",
	         t.workshop);
	CHECK_INT(r->code, 303);
	CHECK_OK(scope_list(&s, t.id, &scope));
	CHECK_TEXT(scope.v[scope.n - 1].now.title, "Mobil butik");
	CHECK_OK(trace_list(&s, t.id, TRACE_PRIORITY, scope.v[scope.n - 1].no,
	                    &traces));
	CHECK_INT(traces.n, 2);
	CHECK_OK(item_list(&s, t.workshop_id, &items));
	while (items.v[at].priority != scope.v[scope.n - 1].id)
		at++;
	CHECK_INT(items.v[at].kind, ITEM_RUS);
	CHECK_INT(items.v[at + 1].kind, ITEM_GOAL);
	CHECK_INT(items.v[at + 1].priority, scope.v[scope.n - 1].id);
	CHECK(items.v[at + 1].goals.n > 0 && items.v[at + 1].minutes > 0);
	CHECK(items.v[at + 2].priority != scope.v[scope.n - 1].id);
	room_command(&t, RUN_NEXT, 0);
	CHECK_INT(room_item(&t).priority, scope.v[scope.n - 1].id);
	CHECK_HAS(on_page(&t, "?item=3"), "Är prioritering P4");
	CHECK_INT(post(t.st, "form=become&item=3", "/w/%s/merge/priorities",
	               t.workshop)->code, 422);
	stage_close(t.st);
}

TEST(only_one_who_leads_writes_down_the_rooms_answer)
{
	struct trial t = trial_open();

	stage_rights(t.st, READ | ANSWER | EDIT);
	CHECK_INT(get(t.st, "/w/%s/merge", t.workshop)->code, 403);
	CHECK_INT(says_the_room(&t, "goal=1&how=3")->code, 403);
	stage_close(t.st);
}
