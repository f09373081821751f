/* Conflicts, positions and actions: what becomes of findings. */
#include "account/account.h"
#include "action/action.h"
#include "assess/view.h"
#include "insight/list.h"
#include "stage.h"

/* -- an assessment with two findings that pull apart --------------------- */

struct desk {
	struct stage *st;
	i64           assessment, goal, priority, wording, method;
	const char   *key;
	struct finding good, bad;
};

static const struct route *const *tables(void)
{
	static const struct route *all[12];

	all[0] = conflict_routes;
	all[1] = conflict_form_routes;
	all[2] = conflict_settle_routes;
	all[3] = position_routes;
	all[4] = action_routes;
	all[5] = handle_routes;
	all[6] = gap_routes;
	all[7] = step_routes;
	all[8] = account_routes;
	all[9] = list_routes;
	return all;
}

static const struct part *const parts[] = {
	&part_conflicts, &part_positions, &part_actions, NULL,
};

static enum status found(struct desk *d, struct finding *f,
                         const char *sentence, enum direction way)
{
	struct scope s = stage_scope(d->st);

	*f = (struct finding){ .kind = FINDING_EFFECT, .sentence = sentence,
		.rationale = "Det vet vi", .priority = d->priority,
		.wording = d->wording };
	*PUSH(s.mem, &f->marks) = (struct mark){ .goal = d->goal,
		.direction = way, .directness = DIRECT };
	return finding_note(&s, d->assessment, f, &f->id);
}

static enum status lay(struct desk *d)
{
	struct scope s = stage_scope(d->st);
	struct goal goal = { .code = "13", .kind = GOAL, .title_sv = "Klimat",
		.title_en = "Climate", .description = "", .parent = "",
		.colour = "", .keywords = "", .iri = "" };
	struct framework f = { .code = "prov", .edition = "1",
		.kind = FRAMEWORK_AGENDA2030, .state = FRAMEWORK_VALID,
		.title_sv = "Prov", .title_en = "Trial",
		.target_picture = "", .source = "", .note = "",
		.hash = "", .goals = { &goal, 1, 1 } };
	struct subject j = { .kind = SUBJECT_PROGRAMME, .title = "RSP" };
	struct wording *w;
	struct priority p = {0};
	struct assessment a = { .depth = DEPTH_STANDARD, .edition = 1,
		.state = ASSESS_DRAFT, .lead = s.person };
	i64 framework;

	TRY(framework_note(&s, &f, 0, &framework));
	TRY(goal_by_code(&s, framework, "13", &d->goal));
	TRY(method_adopt(&s));
	TRY(method_by_code(&s, "jh_fyra_steg", 1, &a.method));
	TRY(subject_note(&s, &j, &a.subject));
	w = PUSH(s.mem, &p.wordings);
	*w = (struct wording){ .title = "Service", .text = "Stöd till service",
	                       .serves = "" };
	p.now = *w;
	TRY(priority_note(&s, a.subject, &p, &d->priority));
	d->wording = p.now.id != 0 ? p.now.id : p.wordings.v[0].id;
	TRY(assess_note(&s, &a, &d->assessment));
	d->key = a.key;
	TRY(used_set(&s, a.id, &framework, 1));
	TRY(scope_set(&s, a.id, d->priority, d->wording));
	TRY(found(d, &d->good, "Dagligvaror finns kvar", POSITIVE));
	return found(d, &d->bad, "Fossilt drivmedel säljs <länge>", NEGATIVE);
}

static struct desk desk_open(void)
{
	struct desk d = { .st = stage_open(tables()) };

	assess_parts = parts;
	IN_WRITE(d.st, lay(&d));
	return d;
}

static struct lack_list lacks(struct desk *d)
{
	struct req *r = get(d->st, "/a/%s/conflicts", d->key);
	struct view v = {0};

	CHECK_INT(r->code, 200);
	CHECK_OK(db_look(d->st->db));
	CHECK_OK(view_read(r, 0, 0, &v));
	db_look_end(d->st->db);
	return v.lacks;
}

static size_t blocks(struct desk *d)
{
	struct lack_list all = lacks(d);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		n += all.v[i].blocks;
	return n;
}

static struct conflict conflict(struct desk *d, i64 no)
{
	struct scope s = stage_scope(d->st);
	struct conflict c = {0};

	CHECK_OK(conflict_get(&s, d->assessment, no, &c));
	return c;
}

static struct action action(struct desk *d, i64 no)
{
	struct scope s = stage_scope(d->st);
	struct action a = {0};

	CHECK_OK(action_get(&s, d->assessment, no, &a));
	return a;
}

static enum status finish(struct desk *d)
{
	struct scope s = stage_scope(d->st);
	struct assessment a;
	static const enum assessment_state way[] = {
		ASSESS_ONGOING, ASSESS_COMPILED, ASSESS_DONE };

	for (size_t i = 0; i < COUNT(way); i++) {
		TRY(assess_get(&s, d->assessment, &a));
		if (a.state < way[i])
			TRY(assess_become(&s, a.id, a.version, way[i]));
	}
	return OK;
}

/* -- what stops ---------------------------------------------------------- */

TEST(a_negative_finding_that_nobody_handles_stops_and_is_named)
{
	struct desk d = desk_open();
	struct lack_list all = lacks(&d);

	CHECK_INT(blocks(&d), 1);
	CHECK(all.v[0].blocks);
	CHECK_HAS(all.v[0].text, "F2");
	CHECK_HAS(all.v[0].text, "inte är hanterat");
	CHECK_HAS(all.v[0].address, "#f2");
	stage_close(d.st);
}

TEST(a_finding_may_remain_only_with_a_reason)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=handle-2&how=4&text=+",
	                     "/a/%s/findings/2/handle", d.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv varför fyndet får kvarstå");
	CHECK_INT(blocks(&d), 1);
	r = post(d.st, "form=handle-2&how=4&text=Ryms+i+målet",
	         "/a/%s/findings/2/handle", d.key);
	CHECK_INT(r->code, 303);
	CHECK_INT(blocks(&d), 0);
	r = get(d.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "Får kvarstå: Ryms i målet");
	stage_close(d.st);
}

TEST(a_finding_is_handled_by_a_new_action_and_by_one_that_is_here)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=handle-2&how=2&text=Ställ+om",
	                     "/a/%s/findings/2/handle", d.key);
	struct action a;

	CHECK_INT(r->code, 303);
	CHECK_INT(blocks(&d), 0);
	a = action(&d, 1);
	CHECK_TEXT(a.title, "Ställ om");
	CHECK_INT(a.sources.n, 1);
	r = post(d.st, "form=handle-1&how=2&action=1",
	         "/a/%s/findings/1/handle", d.key);
	CHECK_INT(r->code, 303);
	CHECK_INT(action(&d, 1).sources.n, 2);
	stage_close(d.st);
}

TEST(a_reply_is_the_only_place_where_findings_are_brought_forward)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=handle-2&how=5",
	                     "/a/%s/findings/2/handle", d.key);

	CHECK_INT(r->code, 404);
	CHECK_INT(blocks(&d), 1);
	stage_close(d.st);
}

TEST(a_finding_joins_a_side_of_a_conflict_that_is_here)
{
	struct desk d = desk_open();
	struct finding also;
	struct req *r;

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	IN_WRITE(d.st, found(&d, &also, "Mark tas", NEGATIVE));
	CHECK_INT(blocks(&d), 1);
	r = get(d.st, "/a/%s/findings/3/handle", d.key);
	CHECK_HAS(PAGE(r), "Förslag: K1");
	CHECK_HAS(PAGE(r), "<option value='1:1' selected>");
	r = post(d.st, "form=handle-3&how=1&conflict=1%3A1",
	         "/a/%s/findings/3/handle", d.key);
	CHECK_INT(r->code, 303);
	CHECK_INT(conflict(&d, 1).sides.v[0].members.n, 2);
	CHECK_INT(blocks(&d), 0);
	r = post(d.st, "form=handle-3&how=1&conflict=1%3A9",
	         "/a/%s/findings/3/handle", d.key);
	CHECK_INT(r->code, 404);
	stage_close(d.st);
}

TEST(a_gap_has_somebody_who_finds_out_and_an_answer_after_the_end)
{
	struct desk d = desk_open();
	struct finding gap;
	struct req *r;

	IN_WRITE(d.st, found(&d, &gap, "Hur påverkas arter?",
	                     DIRECTION_NONE));
	CHECK_INT(get(d.st, "/a/%s/gaps/3", d.key)->code, 404);
	gap = (struct finding){ .kind = FINDING_GAP, .sentence = "Arter?",
		.priority = d.priority, .wording = d.wording };
	IN_WRITE(d.st, finding_note(&(struct scope){ .db = d.st->db,
		.mem = d.st->mem, .org = d.st->org, .person = d.st->person,
		.now = d.st->now }, d.assessment, &gap, &gap.id));
	IN_WRITE(d.st, finish(&d));
	r = post(d.st, "form=gap&version=1&owner=GIS&due=2025-12-01",
	         "/a/%s/gaps/4", d.key);
	CHECK_INT(r->code, 303);
	r = get(d.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "GIS tar reda på det, senast 1 december 2025");
	r = post(d.st, "form=gap&version=2&owner=GIS&answer=Inte+alls",
	         "/a/%s/gaps/4", d.key);
	r = get(d.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "Besvarad: Inte alls");
	stage_close(d.st);
}

/* -- conflicts ----------------------------------------------------------- */

TEST(a_conflict_is_made_of_a_finding_in_one_step_and_handles_it)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	struct conflict c;

	CHECK_INT(r->code, 303);
	c = conflict(&d, 1);
	CHECK_INT(c.sides.n, 2);
	CHECK_INT(c.sides.v[0].members.v[0].finding, d.bad.id);
	CHECK_INT(c.sides.v[1].members.v[0].finding, d.good.id);
	CHECK_INT(blocks(&d), 0);
	r = get(d.st, "%s", r->location);
	CHECK_INT(r->code, 200);
	r = get(d.st, "/a/%s/conflicts/1", d.key);
	CHECK_HAS(PAGE(r), "Fossilt drivmedel säljs &lt;länge&gt;");
	CHECK_HAS(PAGE(r), "class='fork'");
	CHECK_HAS(PAGE(r), "Identifierad");
	stage_close(d.st);
}

TEST(an_open_conflict_without_a_decider_is_a_remark_and_stops_nothing)
{
	struct desk d = desk_open();
	struct lack_list all;

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	all = lacks(&d);
	CHECK_INT(all.n, 1);
	CHECK(!all.v[0].blocks);
	CHECK_TEXT(all.v[0].text, "K1: ingen är utsedd att ta ställning");
	stage_close(d.st);
}

TEST(a_card_is_written_with_three_sides_and_ways_ahead)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=card&sign=1&kind=5&title=Var%3F"
		"&side1_title=Norr&side1_findings=2&side1_goals=prov%3A13"
		"&side2_title=Syd&side3_title=V%C3%A4st"
		"&way1_title=Dela&way1_price=Tid&way1_reversible=2",
		"/a/%s/conflicts", d.key);
	struct conflict c;

	CHECK_INT(r->code, 303);
	c = conflict(&d, 1);
	CHECK_INT(c.sides.n, 3);
	CHECK_INT(c.sides.v[0].members.n, 2);
	CHECK_TEXT(c.ways.v[0].price, "Tid");
	r = get(d.st, "/a/%s/conflicts/1", d.key);
	CHECK_HAS(PAGE(r), "class='fork arms'");
	CHECK_HAS(PAGE(r), "Delvis");
	stage_close(d.st);
}

TEST(a_card_with_one_side_keeps_what_was_typed)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=card&sign=1&kind=1&title=Ensam"
		"&side1_title=Norr", "/a/%s/conflicts", d.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv minst två sidor");
	CHECK_HAS(PAGE(r), "value='Ensam'");
	CHECK_HAS(PAGE(r), "value='Norr'");
	stage_close(d.st);
}

TEST(changing_a_card_keeps_the_weighing_and_notices_another_writer)
{
	struct desk d = desk_open();
	struct req *r;

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	r = post(d.st, "form=card&version=1&sign=1&kind=1&title=Nytt"
	         "&side1_title=A&side2_title=B", "/a/%s/conflicts/1", d.key);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(conflict(&d, 1).title, "Nytt");
	r = post(d.st, "form=card&version=1&sign=1&kind=1&title=Sent"
	         "&side1_title=A&side2_title=B", "/a/%s/conflicts/1", d.key);
	CHECK_INT(r->code, 409);
	CHECK_TEXT(conflict(&d, 1).title, "Nytt");
	stage_close(d.st);
}

TEST(a_position_is_requested_of_somebody_and_lives_on_after_the_end)
{
	struct desk d = desk_open();
	struct req *r;

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	r = post(d.st, "form=settle&version=1&state=3&question=Ska+vi%3F",
	         "/a/%s/conflicts/1/settle", d.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vem som ska ta ställning");
	IN_WRITE(d.st, finish(&d));
	r = post(d.st, "form=settle&version=1&state=3&question=Ska+vi%3F"
	         "&decider=RUN&due=2026-05-23", "/a/%s/conflicts/1/settle",
	         d.key);
	CHECK_INT(r->code, 303);
	r = post(d.st, "form=card&version=2&sign=1&kind=1&title=Nytt"
	         "&side1_title=A&side2_title=B", "/a/%s/conflicts/1", d.key);
	CHECK_INT(r->code, 403);
	r = get(d.st, "/o/%s/conflicts?state=3", d.st->org_key);
	CHECK_HAS(PAGE(r), "RUN");
	CHECK_HAS(PAGE(r), "23 maj 2026");
	stage_close(d.st);
}

TEST(a_card_that_was_removed_can_be_brought_back_for_thirty_days)
{
	struct desk d = desk_open();
	struct req *r;

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	r = post(d.st, "", "/a/%s/conflicts/1/remove", d.key);
	CHECK_INT(blocks(&d), 1);
	r = get(d.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "Ångra");
	CHECK_INT(get(d.st, "/a/%s/conflicts/1", d.key)->code, 404);
	CHECK_INT(post(d.st, "", "/a/%s/conflicts/1/restore", d.key)->code,
	          303);
	CHECK_INT(conflict(&d, 1).sides.n, 2);
	post(d.st, "", "/a/%s/conflicts/1/remove", d.key);
	d.st->now += 31LL * 24 * 60 * 60 * 1000;
	CHECK(post(d.st, "", "/a/%s/conflicts/1/restore", d.key)->code !=
	      303);
	stage_close(d.st);
}

TEST(somebody_elses_conflicts_are_not_there)
{
	struct desk d = desk_open();

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	stage_as_stranger(d.st);
	CHECK_INT(get(d.st, "/a/%s/conflicts/1", d.key)->code, 404);
	CHECK_INT(post(d.st, "", "/a/%s/conflicts/1/remove", d.key)->code,
	          404);
	stage_close(d.st);
}

/* -- positions and actions ----------------------------------------------- */

TEST(a_position_is_written_on_a_step_page_changed_and_taken_back)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=position&step=1&priority=1"
		"&text=Platsbes%C3%B6k+f%C3%B6rst&made=1",
		"/a/%s/positions", d.key);

	CHECK_INT(r->code, 303);
	r = get(d.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "V1 Platsbesök först");
	CHECK_HAS(PAGE(r), "Gruppen har valt");
	r = post(d.st, "form=position&version=1&text=Platsbes%C3%B6k&made=2",
	         "/a/%s/positions/1", d.key);
	CHECK_INT(r->code, 422);
	r = post(d.st, "form=position", "/a/%s/positions/1/remove", d.key);
	r = get(d.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "borttaget");
	CHECK_HAS_NOT(PAGE(r), "V1 Platsbesök");
	stage_close(d.st);
}

TEST(an_action_elsewhere_is_proposed_until_accepted_and_late_by_the_day)
{
	struct desk d = desk_open();
	struct req *r = post(d.st, "form=action&title=Plan&purpose=2"
		"&findings=2&other_org=L%C3%A4nsstyrelsen&due=2025-10-05",
		"/a/%s/actions", d.key);

	CHECK_INT(r->code, 303);
	r = get(d.st, "/o/%s/actions?late=1", d.st->org_key);
	CHECK_HAS(PAGE(r), "Föreslagen till Länsstyrelsen");
	CHECK_HAS(PAGE(r), "12 dagar sen");
	r = post(d.st, "form=follow&version=1&state=3&accepted_on=2025-10-16"
	         "&due=2025-12-01", "/a/%s/actions/1/follow", d.key);
	CHECK_INT(r->code, 303);
	CHECK_HAS(PAGE(get(d.st, "%s", r->location)), "Föreslagen till");
	r = post(d.st, "form=accept&version=2&accepted_by=Enhetschefen"
	         "&accepted_on=2025-10-16", "/a/%s/actions/1/accept", d.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv var det står");
	r = post(d.st, "form=accept&version=2&accepted_by=Enhetschefen"
	         "&accepted_source=Brev+RS/7&accepted_on=2025-10-16",
	         "/a/%s/actions/1/accept", d.key);
	CHECK_INT(r->code, 303);
	r = get(d.st, "%s", r->location);
	CHECK_HAS_NOT(PAGE(r), "Föreslagen till");
	CHECK_HAS(PAGE(r), "Pågår");
	CHECK_HAS(PAGE(r), "Accepterad av Enhetschefen 16 oktober 2025, "
	          "enligt Brev RS/7");
	CHECK_HAS_NOT(PAGE(get(d.st, "/o/%s/actions", d.st->org_key)),
	              "Föreslagen till");
	CHECK_INT(post(d.st, "form=action&title=Mer&purpose=2&findings=2"
	               "&other_org=L%C3%A4nsstyrelsen&due=2025-10-05",
	               "/a/%s/actions", d.key)->code, 303);
	CHECK_INT(post(d.st, "form=accept&version=1&accepted_by=Chefen"
	               "&accepted_source=Brev&accepted_on=2025-10-16",
	               "/a/%s/actions/2/accept", d.key)->code, 303);
	r = get(d.st, "/o/%s/actions?late=1", d.st->org_key);
	CHECK_HAS(PAGE(r), "</svg>Accepterad</span>");
	CHECK_HAS(PAGE(r), "12 dagar sen");
	stage_close(d.st);
}

/* As they were noted before it was asked who accepted. */
TEST(a_day_alone_is_no_acceptance_but_is_shown_and_asks_who_accepted)
{
	struct desk d = desk_open();
	struct scope s = stage_scope(d.st);
	struct action a = {0};
	struct req *r;

	CHECK_INT(post(d.st, "form=action&title=Plan&purpose=2&findings=2"
	               "&other_org=L%C3%A4nsstyrelsen", "/a/%s/actions",
	               d.key)->code, 303);
	CHECK_OK(action_get(&s, d.assessment, 1, &a));
	a.accepted_on = 20000;
	IN_WRITE(d.st, action_accept(&s, d.assessment, &a));
	r = get(d.st, "/a/%s/actions/1", d.key);
	CHECK_HAS(PAGE(r), "Föreslagen till Länsstyrelsen");
	CHECK_HAS(PAGE(r), "accepterades 4 oktober 2024, men inte av vem");
	CHECK_HAS(PAGE(r), "value='4 oktober 2024'");
	stage_close(d.st);
}

static void let_in(struct desk *d, const char *organisation)
{
	struct scope s = stage_scope(d->st);
	const struct letting in = { .ground = ON_ASSESSMENT,
		.object = d->assessment, .person = s.person,
		.rights = READ | ANSWER, .organisation = organisation };

	IN_WRITE(d->st, access_let_in(&s, &in));
}

TEST(another_organisation_accepts_it_itself_and_a_third_cannot)
{
	static const char yes[] = "form=accept&version=1"
		"&accepted_by=Enhetschefen&accepted_on=2025-10-16";
	struct desk d = desk_open();
	const char *at = arena_print(d.st->mem, "/a/%s/actions/1", d.key);
	struct req *r;

	CHECK_INT(post(d.st, "form=action&title=Plan&purpose=2&findings=2"
	               "&other_org=L%C3%A4nsstyrelsen", "/a/%s/actions",
	               d.key)->code, 303);
	stage_as_stranger(d.st);
	let_in(&d, "Kommunen");
	CHECK_HAS_NOT(PAGE(get(d.st, "%s", at)), "Vem accepterade?");
	r = post(d.st, yes, "%s/accept", at);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Bara Länsstyrelsen kan acceptera");
	let_in(&d, "LÄNSSTYRELSEN");
	r = get(d.st, "%s", at);
	CHECK_HAS(PAGE(r), "Du arbetar hos Länsstyrelsen");
	CHECK_HAS_NOT(PAGE(r), "Var står det?");
	CHECK_INT(post(d.st, yes, "%s/accept", at)->code, 303);
	r = get(d.st, "%s", at);
	CHECK_HAS(PAGE(r), "Accepterad av Enhetschefen 16 oktober 2025, "
	          "enligt Länsstyrelsen själv");
	CHECK_HAS(PAGE(r), "</svg>Accepterad</span>");
	stage_close(d.st);
}

TEST(what_one_organisation_accepted_another_has_not)
{
	struct desk d = desk_open();
	struct scope s = stage_scope(d.st);
	struct action a = {0};
	i64 id;

	CHECK_INT(post(d.st, "form=action&title=Plan&purpose=2&findings=2"
	               "&other_org=L%C3%A4nsstyrelsen", "/a/%s/actions",
	               d.key)->code, 303);
	CHECK_OK(assess_by_key(&s, d.key, &id));
	CHECK_INT(post(d.st, "form=accept&version=1&accepted_by=Chefen"
	               "&accepted_source=Brev&accepted_on=2025-10-16",
	               "/a/%s/actions/1/accept", d.key)->code, 303);
	CHECK_OK(action_get(&s, id, 1, &a));
	CHECK(action_is_accepted(&a));
	CHECK_INT(post(d.st, "form=action&version=2&title=Plan&purpose=2"
	               "&findings=2&other_org=Kommunen", "/a/%s/actions/1",
	               d.key)->code, 303);
	CHECK_OK(action_get(&s, id, 1, &a));
	CHECK(action_is_proposed_to(&a));
	CHECK_INT(a.accepted_on, 0);
	stage_close(d.st);
}

TEST(an_action_needs_a_source_and_loses_it_with_the_finding)
{
	struct desk d = desk_open();
	struct scope s = stage_scope(d.st);
	struct req *r = post(d.st, "form=action&title=Webbsida&purpose=1",
	                     "/a/%s/actions", d.key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Välj minst ett fynd");
	r = post(d.st, "form=action&title=Webbsida&purpose=1&findings=1",
	         "/a/%s/actions", d.key);
	CHECK_INT(r->code, 303);
	CHECK_INT(blocks(&d), 1);
	IN_WRITE(d.st, finding_remove(&s, d.assessment, 1, true));
	CHECK_INT(blocks(&d), 2);
	r = get(d.st, "/a/%s/steps/4", d.key);
	CHECK_HAS(PAGE(r), "Inget fynd");
	stage_close(d.st);
}

TEST(an_action_is_followed_up_after_the_end_but_not_rewritten)
{
	struct desk d = desk_open();
	struct req *r;

	post(d.st, "form=action&title=Plan&purpose=2&findings=2",
	     "/a/%s/actions", d.key);
	IN_WRITE(d.st, finish(&d));
	r = post(d.st, "form=action&version=1&title=Annan&purpose=2"
	         "&findings=2", "/a/%s/actions/1", d.key);
	CHECK_INT(r->code, 403);
	r = post(d.st, "form=follow&version=1&state=6",
	         "/a/%s/actions/1/follow", d.key);
	CHECK_INT(r->code, 422);
	r = post(d.st, "form=follow&version=1&state=4&effect=Bra",
	         "/a/%s/actions/1/follow", d.key);
	CHECK_INT(r->code, 303);
	CHECK_TEXT(action(&d, 1).effect, "Bra");
	stage_close(d.st);
}

TEST(a_reader_sees_the_cards_and_writes_nothing)
{
	struct desk d = desk_open();
	struct req *r;

	post(d.st, "", "/a/%s/findings/2/conflict", d.key);
	stage_rights(d.st, READ);
	r = get(d.st, "/a/%s/conflicts/1", d.key);
	CHECK_INT(r->code, 200);
	CHECK_HAS_NOT(PAGE(r), "/edit");
	CHECK_INT(post(d.st, "", "/a/%s/conflicts/1/remove", d.key)->code,
	          403);
	r = get(d.st, "/a/%s/steps/4", d.key);
	CHECK_HAS_NOT(PAGE(r), "<textarea");
	stage_close(d.st);
}
