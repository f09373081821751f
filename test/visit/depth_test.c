/* Findings in depth: what they concern and rest on, what they touch too, what
 * is set aside, and alternatives side by side. */
#include "db/db.h"
#include "document/document.h"
#include "framework/link.h"
#include "paper/paper.h"
#include "trial.h"

/* The model of the trial asks these fields of findings. */
static enum status ask(struct trial *t, unsigned fields)
{
	struct scope s = stage_scope(t->st);

	return db_change_all(&s, "UPDATE question SET fields = $2"
		" WHERE org_id = $1 AND part = 'findings'",
		VALUES(of_int(s.org), of_int(fields)));
}

static struct finding found(struct trial *t, i64 no)
{
	struct scope s = stage_scope(t->st);
	struct finding f = {0};

	CHECK_OK(finding_get(&s, t->id, no, &f));
	return f;
}

static struct req *add(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=finding&priority=1"
	            "&question=goals_findings&sentence=S&v=dp&%s", fields),
	            "/a/%s/findings", t->key);
}

static const char *written(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct document d = {0};
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, t->key, &id));
	CHECK_OK(document_compose(&s, id, &d));
	return document_write(t->st->mem, &d);
}

static enum status take_in(struct trial *t, const char *text)
{
	struct scope s = stage_scope(t->st);
	struct json_reader r = json_read(s.mem, (struct bytes){ text,
	                                 strlen(text) });
	struct document d;
	enum imported done;

	document_read(&r, &d);
	CHECK_TEXT(r.where == NULL ? "" : r.where, "");
	json_close(&r);
	/* Else it would be the same, and nothing taken in. */
	d.a.reason = "Nytt";
	return document_import(&s, &d, true, &done);
}

/* Out as a document and in again, everything is as it was. */
static void round_trip(struct trial *t)
{
	const char *text;

	IN_WRITE(t->st, take_in(t, written(t)));
	text = written(t);
	IN_WRITE(t->st, take_in(t, text));
	CHECK_TEXT(written(t), text);
}

TEST(where_the_model_asks_what_a_finding_concerns_it_must_be_said)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(add(&t, "g-agenda-8=1")->code, 303);
	IN_WRITE(t.st, ask(&t, FIELD_CONCERNS));
	r = add(&t, "g-agenda-15=1");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#finding-concerns'");
	CHECK_HAS(PAGE(r), "mötena hålls bara på svenska");
	CHECK_INT(add(&t, "g-agenda-15=1&concerns=2")->code, 303);
	CHECK_INT(found(&t, 7).concerns, CONCERNS_DOING);
	/* What came before is a remark, never a stop. */
	CHECK_HAS(PAGE(get(t.st, "/a/%s/finish", t.key)),
	          "F6 säger inte om det gäller effekten");
	stage_close(t.st);
}

TEST(only_what_the_model_asks_stands_open_and_what_is_filled_is_never_lost)
{
	struct trial t = trial_open();
	struct req *r = get(t.st, "/a/%s/findings/3", t.key);

	CHECK_HAS_NOT(PAGE(r), "name='term'");
	CHECK_HAS_NOT(PAGE(r), "name='rests1-source'");
	CHECK_INT(add(&t, arena_print(t.st->mem, "g-agenda-8=1&term=2"
		"&certainty=1&places=Funäsdalen&rests1-paper=%s"
		"&rests1-place=s.+4&rests2-source=https://scb.example/x"
		"&rests3-source=", t.file))->code, 303);
	r = get(t.st, "/a/%s/findings/6", t.key);
	CHECK_HAS(PAGE(r), "name='term'");
	CHECK_HAS(PAGE(r), "name='rests3-source'");
	CHECK_HAS_NOT(PAGE(r), "name='concerns'");
	CHECK_HAS(PAGE(r), arena_print(t.st->mem, "<a href='/a/%s/files/%s'>"
	          "underlag.txt</a>, s. 4", t.key, t.file));
	CHECK_HAS(PAGE(r), "<a href='https://scb.example/x'>");
	CHECK_HAS(PAGE(r), "Var: Funäsdalen · Sikt: Lång · Säkerhet: Låg");
	stage_close(t.st);
}

TEST(what_a_finding_rests_on_goes_out_and_comes_back)
{
	struct trial t = trial_open();

	CHECK_INT(add(&t, arena_print(t.st->mem, "g-agenda-8=1&concerns=3"
		"&rests1-paper=%s&rests1-place=s.+4&rests2-source=Enkät",
		t.file))->code, 303);
	round_trip(&t);
	CHECK_HAS(written(&t), "\"concerns\": \"both\"");
	CHECK_HAS(written(&t), "\"source\": \"Enkät\"");
	stage_close(t.st);
}

TEST(a_paper_that_was_taken_away_is_known_by_its_name_still)
{
	struct trial t = trial_open();

	CHECK_INT(add(&t, arena_print(t.st->mem, "g-agenda-8=1"
		"&rests1-paper=%s&rests1-place=s.+4", t.file))->code, 303);
	CHECK_INT(post(t.st, "", "/a/%s/files/%s/remove", t.key,
	               t.file)->code, 303);
	CHECK_TEXT(found(&t, 6).evidence.v[0].source, "underlag.txt");
	CHECK_TEXT(found(&t, 6).evidence.v[0].paper, "");
	CHECK_HAS(written(&t), "\"source\": \"underlag.txt\"");
	CHECK_INT(add(&t, "g-agenda-8=1&rests1-place=s.+4")->code, 422);
	stage_close(t.st);
}

/* -- links between frameworks -------------------------------------------- */

static void link_goals(struct trial *t, const char *framework,
                       const char *fields)
{
	CHECK_INT(post(t->st, fields, "/o/%s/frameworks/%s/links",
	               t->st->org_key, framework)->code, 303);
}

TEST(a_link_suggests_a_mark_with_the_direction_of_the_one_it_comes_from)
{
	struct trial t = trial_open();
	struct req *r;

	/* F1 is positive on R1; F2 is directly negative on 13 and 15. */
	link_goals(&t, t.rus, "from=R1&to=agenda+8&why=Butiken+ger+jobb");
	link_goals(&t, t.goals, "from=13&to=rus_norr+R3&why=Samma+klimat");
	r = get(t.st, "/a/%s/steps/1/1", t.key);
	CHECK_HAS(PAGE(r), "Berör också?");
	CHECK_HAS(PAGE(r), "value='g-agenda-8 ip'");
	CHECK_HAS(PAGE(r), "Butiken ger jobb");
	CHECK_HAS(PAGE(get(t.st, "/a/%s/steps/2/1", t.key)),
	          "value='g-rus_norr-R3 n'");
	/* Nothing is set, and one way only. */
	CHECK_INT(found(&t, 1).marks.n, 1);
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/findings/4", t.key)),
	              "Berör också?");
	stage_close(t.st);
}

TEST(one_tap_adds_what_is_suggested_and_says_so_with_its_undoing)
{
	struct trial t = trial_open();
	struct req *r;

	link_goals(&t, t.rus, "from=R1&to=agenda+8&why=Jobb");
	r = post(t.st, arena_print(t.st->mem, "mark=g-agenda-8+ip&back="
	         "/a/%s/steps/1/1", t.key), "/a/%s/findings/1/mark", t.key);
	CHECK_INT(r->code, 303);
	r = get(t.st, "%s", r->location);
	CHECK_HAS(PAGE(r), "F1 är märkt med mål 8 Arbete.");
	CHECK_HAS(PAGE(r), "/findings/1/unmark");
	CHECK_HAS_NOT(PAGE(r), "Berör också?");
	CHECK_INT(found(&t, 1).marks.n, 2);
	stage_close(t.st);
}

TEST(at_most_three_are_suggested_and_what_was_refused_stays_refused)
{
	struct trial t = trial_open();
	struct req *r;

	link_goals(&t, t.rus, "from=R1&to=agenda+1&why=A");
	link_goals(&t, t.rus, "from=R1&to=agenda+8&why=B");
	link_goals(&t, t.rus, "from=R1&to=agenda+13&why=C");
	link_goals(&t, t.rus, "from=R1&to=agenda+15&why=D");
	r = get(t.st, "/a/%s/findings/1", t.key);
	CHECK_HAS(PAGE(r), "value='g-agenda-13 ip'");
	CHECK_HAS_NOT(PAGE(r), "value='g-agenda-15 ip'");
	CHECK_INT(post(t.st, "goal=g-agenda-1", "/a/%s/findings/1/put-off",
	               t.key)->code, 303);
	r = get(t.st, "/a/%s/findings/1", t.key);
	CHECK_HAS(PAGE(r), "value='g-agenda-15 ip'");
	CHECK_HAS_NOT(PAGE(r), "value='g-agenda-1 ip'");
	/* A final assessment suggests nothing. */
	trial_end(&t, ASSESS_DONE);
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/steps/1/1", t.key)),
	              "Berör också?");
	stage_close(t.st);
}

TEST(the_organisation_adds_and_removes_links_and_a_removed_one_stays_removed)
{
	struct trial t = trial_open();
	const char *org = t.st->org_key;
	struct req *r = post(t.st, "", "/o/%s/frameworks", org);

	CHECK_INT(r->code, 303);
	link_goals(&t, t.rus, "from=R1&to=agenda+8&why=Jobb+i+byn");
	r = get(t.st, "/o/%s/frameworks/%s/links", org, t.rus);
	CHECK_HAS(PAGE(r), "Jobb i byn");
	CHECK_HAS(PAGE(r), "egen");
	r = post(t.st, "from=R1&to=agenda+8",
	         "/o/%s/frameworks/%s/links/remove", org, t.rus);
	r = get(t.st, "%s", r->location);
	CHECK_HAS_NOT(PAGE(r), "Jobb i byn");
	CHECK_HAS(PAGE(r), "Länken är borttagen.");
	link_goals(&t, t.rus, "from=R1&to=agenda+8&again=1");
	CHECK_HAS(PAGE(get(t.st, "/o/%s/frameworks/%s/links", org, t.goals)),
	          "Jobb i byn");
	/* Nonsense is an issue at its field, never a fault. */
	r = post(t.st, "form=add&from=R1&to=rus_norr+R2&why=X",
	         "/o/%s/frameworks/%s/links", org, t.rus);
	CHECK_INT(r->code, 422);
	r = post(t.st, "form=add&from=R9&to=agenda&why=X",
	         "/o/%s/frameworks/%s/links", org, t.rus);
	CHECK_INT(r->code, 422);
	stage_rights(t.st, READ | ANSWER | EDIT);
	CHECK_INT(post(t.st, "from=R1&to=agenda+8",
	               "/o/%s/frameworks/%s/links/remove", org,
	               t.rus)->code, 403);
	stage_close(t.st);
}

static enum status links_from(struct trial *t, const char *code, bool to,
                              size_t *n)
{
	struct scope s = stage_scope(t->st);
	struct goal_link_list all = {0};

	TRY(link_list(&s, code, to, &all));
	*n = all.n;
	return OK;
}

static enum status adopt_again(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct goal_link l = { .from = { "miljomal", "MM1" },
	                       .to = { "agenda2030", "13" } };

	TRY(link_remove(&s, &l));
	return link_adopt(&s);
}

TEST(the_links_we_ship_name_goals_that_are_there)
{
	static const struct { const char *code; bool to; size_t least; }
	wanted[] = {
		{ "agenda2030", true, 110 }, { "agenda2030", false, 60 },
		{ "miljomal", false, 27 }, { "jamstalldhet", false, 13 },
		{ "folkhalsa", false, 13 }, { "barnkonventionen", false, 22 },
	};
	struct trial t = trial_open();
	size_t before = 0, n = 0;

	CHECK_INT(post(t.st, "", "/o/%s/frameworks",
	               t.st->org_key)->code, 303);
	for (size_t i = 0; i < COUNT(wanted); i++) {
		CHECK_OK(links_from(&t, wanted[i].code, wanted[i].to, &n));
		CHECK(n >= wanted[i].least);
	}
	CHECK_OK(links_from(&t, "miljomal", false, &before));
	IN_WRITE(t.st, adopt_again(&t));
	CHECK_OK(links_from(&t, "miljomal", false, &n));
	CHECK_INT(n, before - 1);
	stage_close(t.st);
}

/* -- perspectives set aside, targets ------------------------------------- */

static struct req *pick(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem,
	            "question=goals_relevance&%s", fields),
	            "/a/%s/relevance/3", t->key);
}

static const char *annex(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct document d = {0};
	struct markup out = markup_in(t->st->mem);
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, t->key, &id));
	CHECK_OK(document_compose(&s, id, &d));
	paper_html(document_annex(t->st->mem, &d, SWEDISH), &out, 1);
	return out.text;
}

TEST(a_perspective_is_set_aside_with_a_reason_in_one_line)
{
	struct trial t = trial_open();
	const char *page;

	CHECK_INT(pick(&t, "why-agenda=Rör+bara+samordning")->code, 303);
	page = PAGE(get(t.st, "/a/%s/steps/2/3", t.key));
	CHECK_HAS(page, "inte relevant här: Rör bara samordning");
	CHECK_HAS(PAGE(get(t.st, "/a/%s/matrix", t.key)),
	          "P3, Agenda: inte relevant här: Rör bara samordning");
	CHECK_HAS(annex(&t), "Agenda (P3): Rör bara samordning");
	round_trip(&t);
	/* Nothing is lacking where it has been said. */
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/finish", t.key)),
	              "P3: inga mål är valda");
	/* What is picked is relevant; then nothing is set aside. */
	CHECK_INT(pick(&t, "aside-agenda=1&why-agenda=X&r-agenda-8=1")->code,
	          303);
	CHECK_HAS_NOT(annex(&t), "Agenda (P3)");
	stage_close(t.st);
}

static struct req *pick_global(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem,
	            "question=goals_relevance&%s", fields),
	            "/a/%s/relevance/1", t->key);
}

/* The shipped goals beside the two frameworks of the trial. */
static void with_global_goals(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct framework f = {0};
	i64 id = 0;

	CHECK_INT(post(t->st, "code=agenda2030", "/o/%s/frameworks",
	               t->st->org_key)->code, 303);
	CHECK_OK(framework_by_code(&s, "agenda2030", "2015 (A/RES/70/1)",
	                           &id));
	CHECK_OK(framework_get(&s, id, &f));
	CHECK_INT(post(t->st, arena_print(t->st->mem, "framework=%s"
	               "&framework=%s&framework=%s", t->rus, t->goals, f.key),
	               "/a/%s/frameworks", t->key)->code, 303);
}

TEST(targets_are_seen_under_a_chosen_goal_and_only_where_the_model_asks)
{
	struct trial t = trial_open();
	const char *page;

	with_global_goals(&t);
	IN_WRITE(t.st, ask(&t, FIELD_TARGETS));
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/steps/2/1", t.key)), "Delmål");
	CHECK_INT(pick_global(&t, "r-agenda2030-5=1")->code, 303);
	page = PAGE(get(t.st, "/a/%s/steps/2/1", t.key));
	CHECK_HAS(page, "Delmål till 5 Jämställdhet");
	CHECK_HAS(page, "name='r-agenda2030-5_d2'");
	CHECK_HAS_NOT(page, "name='r-agenda2030-13_d2'");
	CHECK_INT(pick_global(&t, "r-agenda2030-5=1&r-agenda2030-5_d2=1"
	                      "&r-agenda2030-13_d2=1")->code, 303);
	CHECK_INT(add(&t, "g-agenda2030-5_d2=1")->code, 303);
	page = PAGE(get(t.st, "/a/%s/matrix", t.key));
	CHECK_HAS(page, "/goals/agenda2030/5.2/1");
	CHECK_HAS_NOT(page, "/goals/agenda2030/13.2/1");
	CHECK_HAS(page, "<span class='goal of-goal'>");
	/* A target demands no answer, and goes with its goal. */
	CHECK_INT(pick_global(&t, "r-agenda2030-5_d2=1")->code, 303);
	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/steps/2/1", t.key)),
	              "Delmål till");
	stage_close(t.st);
}

/* -- alternatives, and who and where ------------------------------------- */

static enum status judge_alternatives(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct assessment a = {0};

	TRY(assess_get(&s, t->id, &a));
	a.judged = JUDGED_ALTERNATIVE;
	a.baseline = "Butiken stänger 2027.";
	return assess_change(&s, &a);
}

TEST(alternatives_lie_side_by_side_and_doing_nothing_stands_first)
{
	struct trial t = trial_open();
	const char *page, *first, *second;

	CHECK_HAS_NOT(PAGE(get(t.st, "/a/%s/matrix", t.key)),
	              "/alternatives'");
	IN_WRITE(t.st, judge_alternatives(&t));
	CHECK_HAS(PAGE(get(t.st, "/a/%s/matrix", t.key)), "/alternatives'");
	page = PAGE(get(t.st, "/a/%s/alternatives", t.key));
	CHECK_HAS(page, "Butiken stänger 2027.");
	CHECK_HAS(page, "F2 Bilen behövs");
	CHECK_HAS(page, "K1 Bil mot klimat");
	CHECK_HAS(page, "F4 Hur många jobb?");
	CHECK_HAS(annex(&t), "Butiken stänger 2027.");
	/* One of them is to do nothing: it comes first, and is judged. */
	CHECK_INT(post(t.st, "version=1&title=St%C3%B6d&asked=no_action"
	               "&no_action=1", "/a/%s/priorities/2", t.key)->code,
	          303);
	page = PAGE(get(t.st, "/a/%s/alternatives", t.key));
	first = strstr(page, "P2 Stöd");
	second = strstr(page, "P1 Service");
	CHECK(first != NULL && second != NULL && first < second);
	CHECK_HAS_NOT(page, "Butiken stänger 2027.");
	CHECK_HAS(written(&t), "\"no_action\": true");
	round_trip(&t);
	stage_close(t.st);
}

TEST(who_and_where_is_a_view_of_the_findings_and_names_no_demand)
{
	struct trial t = trial_open();
	const char *page;

	CHECK_INT(post(t.st, "sv=Utrikes+f%C3%B6dda&en=Foreign-born&axis=3",
	               "/o/%s/groups", t.st->org_key)->code, 303);
	CHECK_INT(post(t.st, "sv=Unga&en=Young&axis=2", "/o/%s/groups",
	               t.st->org_key)->code, 303);
	CHECK_INT(add(&t, "g-agenda-8=1&group=women&group=foreign_born"
	              "&places=Ljusdal,+ljusdal;+%C3%85re")->code, 303);
	page = PAGE(get(t.st, "/a/%s/who", t.key));
	CHECK_HAS(page, "<h3>Kvinnor <small");
	CHECK_HAS(page, "<h3>Kvinnor + utrikes födda <small");
	CHECK_HAS(page, "<h3>Ljusdal <small");
	CHECK_HAS_NOT(page, "<h3>ljusdal <small");
	CHECK_HAS(page, "Inget fynd rör: unga.");
	CHECK_HAS(page, "Kön är sagt i 2 av 2 fynd");
	CHECK_HAS(page, "Samhället");
	stage_close(t.st);
}
