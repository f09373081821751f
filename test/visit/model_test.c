/* Each shipped model is walked to its end; and what models share is shared. */
#include <string.h>

#include "assess/gate.h"
#include "assess/view.h"
#include "base/text.h"
#include "document/document.h"
#include "method/draft.h"
#include "web/session.h"
#include "trial.h"

/* A house with frameworks and models; an assessment by a model, with one
 * priority, is begun in it. */
struct walk {
	struct stage *st;
	const char   *key, *rus, *goals, *five;
	i64           id;
};

static void sent(struct walk *w, const char *fields, const char *to)
{
	struct req *r = post(w->st, fields, "%s", to);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", to, r->code, strstr(PAGE(r), "<main"));
	CHECK_INT(r->code, 303);
}

static const char *in(struct walk *w, const char *rest)
{
	return arena_print(w->st->mem, "/a/%s%s", w->key, rest);
}

static const char *org(struct walk *w, const char *rest)
{
	return arena_print(w->st->mem, "/o/%s%s", w->st->org_key, rest);
}

static const char *framework(struct walk *w, const char *code)
{
	struct scope s = stage_scope(w->st);
	struct framework_list all = {0};

	CHECK_OK(framework_list(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, code))
			return all.v[i].key;
	fail_msg("no framework %s", code);
	return NULL;
}

static const char *model(struct walk *w, const char *code)
{
	struct scope s = stage_scope(w->st);
	struct method_list all = {0};

	CHECK_OK(method_offered(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, code))
			return all.v[i].key;
	fail_msg("no model %s", code);
	return NULL;
}

static struct walk house(void)
{
	struct walk w = { .st = stage_open(trial_tables()) };

	sent(&w, "code=rus_norr&edition=1&kind=1&title_sv=RUS&goals="
	     "R1+Livsmilj%C3%B6%0AR2+N%C3%A4ringsliv", org(&w,
	     "/frameworks/new"));
	sent(&w, "code=agenda&edition=1&kind=2&title_sv=Agenda&goals="
	     "1+Ett%0A2+Tv%C3%A5%0A3+Tre%0A4+Fyra%0A5+Fem%0A6+Sex",
	     org(&w, "/frameworks/new"));
	sent(&w, "code=perspektiv_fem", org(&w, "/frameworks"));
	sent(&w, "", org(&w, "/methods"));
	w.rus = framework(&w, "rus_norr");
	w.goals = framework(&w, "agenda");
	w.five = framework(&w, "perspektiv_fem");
	return w;
}

static void begin(struct walk *w, const char *code, int depth)
{
	struct scope s = stage_scope(w->st);
	struct req *r = post(w->st, arena_print(w->st->mem, "title=Stöd"
		"&kind=1&depth=%d&judged=1&parts=Service&model=%s"
		"&framework=%s&framework=%s&framework=%s", depth,
		model(w, code), w->rus, w->goals, w->five), "/o/%s/new",
		w->st->org_key);

	CHECK_INT(r->code, 303);
	w->key = arena_text(w->st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, w->key, &w->id));
}

/* Every step page there is, for the priority and the whole. */
static void look_at_all(struct walk *w)
{
	struct scope s = stage_scope(w->st);
	struct assessment a = {0};
	struct method m;

	CHECK_OK(assess_get(&s, w->id, &a));
	CHECK_OK(method_get(&s, a.method, &m));
	for (size_t i = 0; i < m.steps.n; i++) {
		struct req *r = get(w->st, "/a/%s/steps/%zu%s", w->key,
			i + 1, m.steps.v[i].per_priority ? "/1" : "");

		CHECK_INT(r->code, 200);
		CHECK_HAS(PAGE(r), m.steps.v[i].name_sv);
	}
}

static void end_as_done(struct walk *w)
{
	struct scope s = stage_scope(w->st);
	struct assessment a = {0};

	sent(w, "", in(w, "/finish/done"));
	CHECK_OK(assess_get(&s, w->id, &a));
	CHECK_INT(a.state, ASSESS_DONE);
	CHECK_INT(get(w->st, "/a/%s/report", w->key)->code, 200);
	CHECK_INT(get(w->st, "/a/%s/matrix", w->key)->code, 200);
	CHECK_INT(get(w->st, "/a/%s/text", w->key)->code, 200);
	CHECK_INT(get(w->st, "/a/%s/workshops", w->key)->code, 200);
	look_at_all(w);
}

static void finding(struct walk *w, const char *question, const char *mark,
                    const char *goal)
{
	sent(w, arena_print(w->st->mem, "priority=1&question=%s&v=%s&%s=1"
	     "&sentence=Butiken+finns&concerns=1", question, mark, goal),
	     in(w, "/findings"));
}

static void nobody_missing(struct walk *w)
{
	sent(w, "version=0&answer=none&why=Alla+var+med", in(w, "/missing"));
}

TEST(a_quick_check_chooses_five_goals_at_most_and_ends_as_done)
{
	struct walk w = house();
	struct req *r;

	begin(&w, "snabbkoll", DEPTH_QUICK);
	look_at_all(&w);
	r = post(w.st, "question=quick_goals&r-agenda-1=1&r-agenda-2=1"
	         "&r-agenda-3=1&r-agenda-4=1&r-agenda-5=1&r-agenda-6=1",
	         "%s", in(&w, "/relevance/1"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Välj högst fem mål");
	sent(&w, "question=quick_goals&r-agenda-1=1", in(&w,
	     "/relevance/1"));
	sent(&w, "priority=1&question=quick_findings&v=dp&g-agenda-1=1"
	     "&sentence=Fler+n%C3%A5s", in(&w, "/findings"));
	sent(&w, "any_conflict=no&any_conflict-note=Inget&overall=Bra"
	     "&any_conflict-version=0&overall-version=0",
	     in(&w, "/steps/2/answers"));
	r = get(w.st, "/a/%s/finish", w.key);
	CHECK_HAS(PAGE(r), "#who-is-missing");
	nobody_missing(&w);
	CHECK_HAS(PAGE(get(w.st, "/a/%s/steps/2", w.key)),
	          "Vilka krav gäller, och vad vilar de på?");
	end_as_done(&w);
	stage_close(w.st);
}

TEST(a_short_form_is_judged_from_the_perspectives_that_were_chosen)
{
	struct walk w = house();

	begin(&w, "kortform", DEPTH_QUICK);
	look_at_all(&w);
	CHECK_HAS(PAGE(get(w.st, "/a/%s/steps/1/1", w.key)),
	          "Landsbygder och städer");
	sent(&w, "question=short_perspectives&r-perspektiv_fem-3=1",
	     in(&w, "/relevance/1"));
	finding(&w, "short_findings", "dp", "g-perspektiv_fem-3");
	nobody_missing(&w);
	end_as_done(&w);
	stage_close(w.st);
}

TEST(the_model_in_depth_is_walked_to_its_end)
{
	struct walk w = house();
	struct req *r;

	begin(&w, "fordjupad", DEPTH_DEEP);
	look_at_all(&w);
	sent(&w, "change_now=Långt&change_now-version=0",
	     in(&w, "/steps/1/answers"));
	sent(&w, "question=relations&priority=1&other=Länsplanen&how=3"
	     "&text=Samma+pengar", in(&w, "/relations"));
	finding(&w, "rus_findings", "p", "g-rus_norr-R1");
	nobody_missing(&w);
	end_as_done(&w);
	r = get(w.st, "/a/%s/report", w.key);
	CHECK_HAS(PAGE(r), "Samspel med annat");
	CHECK_HAS(PAGE(r), "Länsplanen");
	CHECK_HAS(PAGE(r), "Konkurrerar");
	stage_close(w.st);
}

static void decided(struct walk *w, const char *gate, int way,
                    const char *why)
{
	sent(w, arena_print(w->st->mem, "question=%s&way=%d&why=%s"
	     "&decider=Enhetschefen&day=2025-10-20", gate, way, why),
	     in(w, "/gates"));
}

static enum assessment_state state_of(struct walk *w)
{
	struct scope s = stage_scope(w->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, w->id, &a));
	return a.state;
}

TEST(a_stopping_place_is_remembered_stops_and_is_taken_up_again)
{
	struct walk w = house();
	struct scope s = stage_scope(w.st);
	struct gate_choice_list all = {0};
	struct req *r;

	begin(&w, "med_hallplatser", DEPTH_STANDARD);
	look_at_all(&w);
	nobody_missing(&w);
	CHECK_HAS(PAGE(get(w.st, "/a/%s/finish", w.key)),
	          "väntar på ett beslut");
	r = post(w.st, "question=line_gate&way=1", "%s", in(&w, "/gates"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vem som har bestämt");
	decided(&w, "line_gate", GATE_RETHINK, "Fel+orter");
	CHECK_HAS(PAGE(get(w.st, "/a/%s/finish", w.key)), "säger tänk om");
	decided(&w, "line_gate", GATE_STOP, "F%C3%B6r+dyrt");
	CHECK_INT(state_of(&w), ASSESS_STOPPED);
	r = get(w.st, "/a/%s/steps/1/1", w.key);
	CHECK_HAS(PAGE(r), "Fel orter");
	CHECK_HAS(PAGE(r), "Säkringen är avbruten");
	CHECK_INT(post(w.st, "", "%s", in(&w, "/finish/done"))->code, 422);
	sent(&w, "why=Nya+pengar&decider=Styrgruppen&day=2025-10-24",
	     in(&w, "/resume"));
	CHECK_INT(state_of(&w), ASSESS_ONGOING);
	decided(&w, "line_gate", GATE_GO_ON, "Nu+h%C3%A5ller+det");
	decided(&w, "effects_gate", GATE_GO_ON, "Det+h%C3%A5ller");
	end_as_done(&w);
	r = get(w.st, "/a/%s/report", w.key);
	CHECK_HAS(PAGE(r), "Beslut vid hållplatserna");
	CHECK_HAS(PAGE(r), "Fel orter");
	CHECK_HAS(PAGE(r), "Nya pengar");
	CHECK_OK(gate_list(&s, w.id, &all));
	CHECK_INT(all.n, 5);
	stage_close(w.st);
}

static i64 version_of(struct walk *w)
{
	struct scope s = stage_scope(w->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, w->id, &a));
	return a.version;
}

static void same_document(struct walk *w)
{
	struct scope s = stage_scope(w->st);
	struct document d, again = {0};
	struct json_reader r;
	const char *text;

	CHECK_OK(document_compose(&s, w->id, &d));
	text = document_write(w->st->mem, &d);
	r = json_read(w->st->mem, (struct bytes){ text, strlen(text) });
	document_read(&r, &again);
	json_close(&r);
	CHECK_TEXT(or_empty(r.where), "");
	CHECK_TEXT(document_write(w->st->mem, &again), text);
	CHECK_HAS(text, "\"asked\": \"Står något mot något annat?\"");
	CHECK_HAS(text, "\"gates\": [");
	CHECK_HAS(text, "\"relations\": [");
}

/* O-06: what means the same is answered already; what is not asked any more
 * stays, in the words it was asked by. */
TEST(a_quick_check_becomes_a_full_one_with_nothing_typed_twice)
{
	struct walk w = house();
	struct req *r;

	begin(&w, "snabbkoll", DEPTH_QUICK);
	sent(&w, "question=quick_goals&r-agenda-1=1", in(&w,
	     "/relevance/1"));
	sent(&w, "priority=1&question=quick_findings&v=dp&g-agenda-1=1"
	     "&sentence=Fler+n%C3%A5s", in(&w, "/findings"));
	sent(&w, "any_conflict=yes&any_conflict-note=Pengar&overall=Bra+nog"
	     "&any_conflict-version=0&overall-version=0",
	     in(&w, "/steps/2/answers"));
	nobody_missing(&w);
	r = get(w.st, "/a/%s/model?to=%s", w.key, model(&w,
	        "med_hallplatser"));
	CHECK_HAS(PAGE(r), "Hållplats 1: ska ni gå vidare?");
	CHECK_HAS(PAGE(r), "Ett svar frågas det inte om mer");
	sent(&w, arena_print(w.st->mem, "version=%lld&model=%s&depth=2",
	     version_of(&w), model(&w, "med_hallplatser")),
	     in(&w, "/model"));
	look_at_all(&w);
	CHECK_HAS(PAGE(get(w.st, "/a/%s/steps/5", w.key)), "Bra nog");
	CHECK_HAS(PAGE(get(w.st, "/a/%s/steps/2/1", w.key)), "Fler nås");
	CHECK_HAS(PAGE(get(w.st, "/a/%s", w.key)),
	          "Besvarat i en annan modell");
	CHECK_HAS(PAGE(get(w.st, "/a/%s/report", w.key)),
	          "Står något mot något annat?");
	decided(&w, "line_gate", GATE_GO_ON, "Bra");
	CHECK_INT(post(w.st, arena_print(w.st->mem, "question=relations"
	          "&priority=1&other=/a/%s&how=1", w.key), "%s",
	          in(&w, "/relations"))->code, 422);
	sent(&w, "question=relations&priority=1&other=Budgeten&how=1",
	     in(&w, "/relations"));
	same_document(&w);
	stage_close(w.st);
}

/* -- the budget ---------------------------------------------------------- */

/* One framework of each kind, in the order of the kinds. */
static void of_each_kind(struct walk *w, struct framework_list *all)
{
	struct scope s = stage_scope(w->st);
	struct framework_list found = {0};

	for (int kind = FRAMEWORK_NATIONAL; kind <= FRAMEWORK_RIGHTS; kind++)
		sent(w, arena_print(w->st->mem, "code=more%d&edition=1&kind=%d"
		     "&title_sv=Mer&goals=1+Ett%%0A2+Tv%%C3%%A5", kind, kind),
		     org(w, "/frameworks/new"));
	CHECK_OK(framework_list(&s, &found));
	for (int kind = FRAMEWORK_RUS; kind <= FRAMEWORK_OWN; kind++) {
		size_t i = 0;

		while (found.v[i].kind != (enum framework_kind)kind)
			i++;
		CHECK_OK(framework_get(&s, found.v[i].id,
		                       PUSH(w->st->mem, all)));
	}
}

/* What an assessment says is lacking, counted as answers. */
static i64 answers_lacking(struct req *r, struct view *v)
{
	struct lack_list all = {0};
	i64 n = 0;

	for (size_t i = 0; i < v->method.steps.n; i++)
		for (size_t j = 0; j < v->method.steps.v[i].questions.n; j++) {
			const struct question *q =
				&v->method.steps.v[i].questions.v[j];
			const struct part *const *p = assess_parts;

			while (*p != NULL && (*p)->kind != q->part)
				p++;
			if (*p != NULL && (*p)->lacking != NULL &&
			    question_asked(q, v->a.depth))
				CHECK_OK((*p)->lacking(r, v, q, &all));
		}
	for (size_t i = 0; i < all.n; i++) {
		const char *of = strstr(all.v[i].text, " valda mål är ej");

		while (of != NULL && of[-1] >= '0' && of[-1] <= '9')
			of--;
		n += of == NULL ? 1 : of[0] - '0';
	}
	return n;
}

static void choose(struct walk *w, struct view *v, i64 most)
{
	v->relevance.n = 0;
	for (size_t p = 0; p < v->priorities.n; p++)
		for (size_t i = 0; i < v->frameworks.n; i++)
			if ((i64)v->relevance.n < most)
				*PUSH(w->st->mem, &v->relevance) =
				    (struct relevant){
					.priority = v->priorities.v[p].id,
					.goal = v->frameworks.v[i].goals.v[0].id,
					.framework = v->frameworks.v[i].code };
}

/* Whatever is chosen of whatever set, no more is asked for than the model says:
 * where its budget is per goal, one more for each goal that is chosen, or for
 * each priority of which none is. */
static void within_budget(struct walk *w, struct req *r, struct view *v,
                          const struct framework_list *all, unsigned set)
{
	bool per_goal = v->method.budget_per_goal[v->a.depth];
	i64 most = per_goal ? 1000 : 5;

	v->frameworks.n = 0;
	for (unsigned i = 0; i < all->n; i++)
		if ((set & 1u << i) != 0)
			*PUSH(w->st->mem, &v->frameworks) = all->v[i];
	for (i64 n = 0; n <= most; n += per_goal ? 500 : 1) {
		i64 more, lacking;

		choose(w, v, n);
		lacking = answers_lacking(r, v);
		more = !per_goal ? 0 : n == 0 ? (i64)v->priorities.n :
		       (i64)v->relevance.n;
		if (lacking > v->method.budget[v->a.depth] + more)
			print_error("%s %d set %x goals %lld: %lld\n",
			            v->method.code, (int)v->a.depth, set, n,
			            lacking);
		CHECK(lacking <= v->method.budget[v->a.depth] + more);
	}
}

/* A2, counted where people meet it: what they are told is lacking, of every
 * model that is shipped, at every depth, for every set of perspectives. */
TEST(no_set_of_perspectives_demands_more_than_the_model_says)
{
	static const char *const codes[] = { "jh_fyra_steg", "snabbkoll",
		"kortform", "med_hallplatser", "fordjupad" };
	struct walk w = house();
	struct framework_list all = {0};

	of_each_kind(&w, &all);
	for (size_t i = 0; i < COUNT(codes); i++) {
		struct view v = {0};
		struct req r;

		begin(&w, codes[i], DEPTH_STANDARD);
		r = *get(w.st, "/a/%s", w.key);
		r.s = stage_scope(w.st);
		r.object = w.id;
		CHECK_OK(view_read(&r, 0, 0, &v));
		for (i64 n = 2; n <= PRIORITIES_COUNTED; n++)
			PUSH(w.st->mem, &v.priorities)->id = -n;
		for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++) {
			v.a.depth = d;
			for (unsigned set = 1; set < 1u << all.n; set++)
				within_budget(&w, &r, &v, &all, set);
		}
	}
	stage_close(w.st);
}

/* -- the editor ---------------------------------------------------------- */

static i64 draft_version(struct walk *w, const char *key)
{
	struct scope s = stage_scope(w->st);
	struct method_draft d = {0};

	CHECK_OK(draft_by_key(&s, key, &d));
	return d.version;
}

static const char *draft_begun(struct walk *w, const char *from)
{
	struct req *r = post(w->st, arena_print(w->st->mem,
		"title=V%%C3%%A5r+modell&from=%s", from),
		"/o/%s/method-drafts", w->st->org_key);
	const char *at;

	CHECK_INT(r->code, 303);
	at = strstr(r->location, "method-drafts/");
	return arena_text(w->st->mem, at + 14, 10);
}

TEST(a_model_is_made_in_the_browser_published_and_used)
{
	struct walk w = house();
	const char *key = draft_begun(&w, model(&w, "jh_fyra_steg"));
	const char *at = arena_print(w.st->mem, "/method-drafts/%s", key);
	struct scope s = stage_scope(w.st);
	struct method_list offered = {0};
	struct req *r;

	r = get(w.st, "/o/%s%s", w.st->org_key, at);
	CHECK_HAS(PAGE(r), "Modellen är hel och kan publiceras");
	r = post(w.st, "version=1&title=Ny+fr%C3%A5ga&part=text",
	         "/o/%s%s/steps/1/questions", w.st->org_key, at);
	CHECK_INT(r->code, 303);
	CHECK_HAS(r->location, "/steps/1/questions/8");
	r = post(w.st, "version=1&title=En+annan&part=text",
	         "/o/%s%s/steps/1/questions", w.st->org_key, at);
	CHECK_INT(r->code, 409);
	r = get(w.st, "/o/%s%s", w.st->org_key, at);
	CHECK_HAS(PAGE(r), "hjälp eller exempel saknas");
	r = post(w.st, "version=2", "/o/%s%s/publish", w.st->org_key, at);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Modellen är inte hel");
	sent(&w, "version=2&title=Ny+fr%C3%A5ga&help=Skriv&example=Ett"
	     "&asked=standard&means=egen.fraga&per_priority=1", org(&w,
	     arena_print(w.st->mem, "%s/steps/1/questions/8", at)));
	r = get(w.st, "/o/%s%s/steps/1/preview", w.st->org_key, at);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Ny fråga");
	CHECK_HAS_NOT(PAGE(r), "href='/a/");
	sent(&w, "version=3", org(&w, arena_print(w.st->mem, "%s/publish",
	     at)));
	CHECK_INT(get(w.st, "/o/%s%s", w.st->org_key, at)->code, 404);
	CHECK_OK(method_offered(&s, &offered));
	CHECK_INT(offered.n, 6);
	for (size_t i = 0; i < offered.n; i++)
		if (same(offered.v[i].title_sv, "Vår modell"))
			begin(&w, offered.v[i].code, DEPTH_STANDARD);
	CHECK_HAS(PAGE(get(w.st, "/a/%s/steps/1/1", w.key)), "Ny fråga");
	stage_close(w.st);
}

/* F-11: the change logic is a bank of questions for any model; a question that
 * is taken keeps its meaning, so that models share the answer (B4.4). */
TEST(a_question_of_another_model_is_taken_with_all_it_says)
{
	struct walk w = house();
	const char *key = draft_begun(&w, model(&w, "jh_fyra_steg"));
	const char *to = arena_print(w.st->mem, "/method-drafts/%s/steps/4",
	                             key);
	const char *deep = model(&w, "fordjupad");
	struct scope s = stage_scope(w.st);
	struct method_draft d = {0};
	const struct question *q;
	struct req *r = get(w.st, "/o/%s%s", w.st->org_key, to);

	CHECK_HAS(PAGE(r), "Fördjupad: Kritiska faktorer: vad avgör");
	CHECK_HAS_NOT(PAGE(r), "Fördjupad: Vem saknas?");
	sent(&w, arena_print(w.st->mem, "version=1&from=%s+change_factors",
	     deep), org(&w, arena_print(w.st->mem, "%s/questions", to)));
	CHECK_OK(draft_by_key(&s, key, &d));
	CHECK_INT(d.model.steps.v[3].questions.n, 4);
	q = &d.model.steps.v[3].questions.v[3];
	CHECK_TEXT(q->means, "change.factors");
	CHECK(!text_blank(q->help_sv) && !text_blank(q->example_en));
	r = post(w.st, arena_print(w.st->mem, "version=2&from=%s+"
	         "change_factors", deep), "/o/%s%s/questions", w.st->org_key,
	         to);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Frågan finns redan i modellen");
	r = post(w.st, "version=2&from=", "/o/%s%s/questions", w.st->org_key,
	         to);
	CHECK_INT(r->code, 422);
	stage_close(w.st);
}

/* What an earlier form of the page is followed by in the next one. */
static const char *tried(struct walk *w, const struct req *r)
{
	static const char before[] = "name='tried' value='";
	const char *at = strstr(PAGE(r), before), *said = "";

	if (at == NULL)
		fail_msg("%d: nothing is carried along", r->code);
	at += strlen(before);
	for (; *at != '\'' && *at != '\0'; at++) {
		said = arena_print(w->st->mem, "%s%c", said, *at);
		if (strncmp(at, "&amp;", 5) == 0)
			at += 4;
	}
	return percent_encode(w->st->mem, said);
}

static struct req *tries(struct walk *w, const char *draft, int step,
                         const char *before, const char *fields)
{
	return post(w->st, arena_print(w->st->mem, "instead_of=x&tried=%s&%s",
	            before, fields), "/o/%s/method-drafts/%s/steps/%d/preview",
	            w->st->org_key, draft, step);
}

TEST(a_model_is_tried_from_step_to_step_and_nothing_is_kept)
{
	struct walk w = house();
	const char *key = draft_begun(&w, model(&w, "jh_fyra_steg"));
	struct assessment_list all = {0};
	struct scope s = stage_scope(w.st);
	const char *so_far;
	struct req *r;

	r = get(w.st, "/o/%s/method-drafts/%s/steps/1/preview", w.st->org_key,
	        key);
	CHECK_HAS(PAGE(r), "Steg 1: Obesvarad: P1. Vad tillför den?");
	CHECK_HAS(PAGE(r), "Steg 3: Frågan");
	CHECK_HAS_NOT(PAGE(r), "action='/a/");
	r = tries(&w, key, 1, "", "form=answers1&rus_line-version=0"
	          "&rus_line=in_line&rus_adds-version=0&rus_adds=Service");
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Svaret hade sparats");
	CHECK_HAS_NOT(PAGE(r), "Obesvarad: P1. Vad tillför den?");
	so_far = tried(&w, r);
	r = tries(&w, key, 2, so_far, "form=finding&question=goals_findings"
	          "&priority=1&sentence=Butiken+finns&v=in&g-agenda-3=1");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Butiken finns");
	CHECK_TEXT(tried(&w, r), so_far);
	r = tries(&w, key, 2, so_far, "form=finding&question=goals_findings"
	          "&priority=1&sentence=Butiken+finns&v=in&g-agenda-3=1"
	          "&rationale=Pengarna");
	CHECK_INT(r->code, 200);
	r = tries(&w, key, 2, tried(&w, r), "form=walk&go_on=3");
	r = tries(&w, key, 3, tried(&w, r), "form=missing&answer=none"
	          "&why=Alla+var+med");
	CHECK_HAS_NOT(PAGE(r), "Steg 3: Frågan");
	r = tries(&w, key, 3, tried(&w, r), "form=walk&go_on=2");
	CHECK_HAS(PAGE(r), "<p class='s'>Butiken finns</p>");
	r = tries(&w, key, 3, tried(&w, r), "form=walk&go_on=4");
	CHECK_INT(r->code, 200);
	CHECK_OK(assess_list(&s, 0, INT64_MAX, INT64_MAX, 9, &all));
	CHECK_INT(all.n, 0);
	CHECK_INT(draft_version(&w, key), 1);
	stage_close(w.st);
}

TEST(a_draft_of_a_model_is_read_in_the_readers_language)
{
	struct walk w = house();
	const char *key = draft_begun(&w, model(&w, "jh_fyra_steg"));

	post(w.st, "language=en&back=/account", "/language");
	CHECK_HAS(PAGE(get(w.st, "/o/%s/method-drafts/%s", w.st->org_key,
	          key)), "Step 1: Assure against the RUS");
	stage_close(w.st);
}

/* F-10: in the words of the model where it has words, in the program's where
 * it has none; the answers themselves are the same in all models. */
TEST(what_a_model_says_of_its_answers_stands_where_they_are_chosen)
{
	struct walk w = house();
	const char *key = draft_begun(&w, model(&w, "jh_fyra_steg"));
	struct method_draft d = {0};
	struct scope s = stage_scope(w.st);
	const char *page;

	sent(&w, "version=1&title=Vad+h%C3%A4nder%3F&help=Skriv&example=Ett"
	     "&asked=standard&needed=standard&means=rus.findings"
	     "&per_priority=1&frameworks=rus&value1=positive&means1=Det+"
	     "lyfter&example1=Bussen+g%C3%A5r&value2=none&means2=&example2="
	     "&value3=p%C3%A5hittat&means3=Nej&example3=Nej", org(&w,
	     arena_print(w.st->mem, "/method-drafts/%s/steps/1/questions/5",
	                 key)));
	CHECK_OK(draft_by_key(&s, key, &d));
	CHECK_INT(d.model.steps.v[0].questions.v[4].scale.n, 1);
	sent(&w, arena_print(w.st->mem, "version=%lld",
	     draft_version(&w, key)), org(&w, arena_print(w.st->mem,
	     "/method-drafts/%s/publish", key)));
	CHECK_OK(draft_by_key(&s, key, &d));
	begin(&w, d.model.code, DEPTH_STANDARD);
	page = PAGE(get(w.st, "/a/%s/steps/1/1", w.key));
	CHECK_HAS(page, "Det lyfter Till exempel: Bussen går");
	CHECK_HAS(page, "Försämrar målet. Exempel:");
	CHECK_HAS(page, "Till exempel: All service samlas i centralorten");
	stage_close(w.st);
}

/* As a browser sends a model in a file. */
static struct req *model_sent(struct walk *w, const char *model)
{
	struct stage *st = w->st;
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);
	char *body = arena_print(st->mem, "--b\r\nContent-Disposition:"
		" form-data; name=\"csrf\"\r\n\r\n%s\r\n--b\r\n"
		"Content-Disposition: form-data; name=\"file\";"
		" filename=\"f\"\r\n\r\n%s\r\n--b--\r\n", st->csrf, model);

	r->method = POST;
	r->address = r->path = org(w, "/method-files");
	r->cookies = st->cookie;
	r->browser = "a test";
	r->content_type = "multipart/form-data; boundary=b";
	r->body = (struct bytes){ body, strlen(body) };
	serve(r);
	return r;
}

static const char *with(struct walk *w, const char *text, const char *was,
                        const char *now)
{
	const char *at = strstr(text, was);

	CHECK(at != NULL);
	return arena_print(w->st->mem, "%.*s%s%s", (int)(at - text), text,
	                   now, at + strlen(was));
}

/* B4.1: what a model file may not say is refused with its line. */
TEST(a_model_comes_from_a_file_and_what_is_wrong_in_it_has_its_line)
{
	static const struct { const char *was, *now, *said; } rows[] = {
		{ "\"part\": \"missing\"", "\"part\": \"guess\"",
		  "questions[0].part" },
		{ "\"per_priority\": true", "\"per_prio\": true",
		  "steps[0].per_prio" },
		{ "\"answers\": 15", "\"answers\": 99",
		  "budget.quick.answers" },
		{ "\"own\"", "\"mine\"", "frameworks" },
		{ "{", "", "" },
	};
	struct walk w = house();
	struct scope s = stage_scope(w.st);
	struct method_draft_list all = {0};
	struct method m;
	const char *text;
	struct req *r;
	i64 id;

	CHECK_OK(method_by_code(&s, "kortform", 2, &id));
	CHECK_OK(method_get(&s, id, &m));
	text = method_write_json(w.st->mem, &m);
	for (size_t i = 0; i < COUNT(rows); i++) {
		r = model_sent(&w, with(&w, text, rows[i].was, rows[i].now));
		CHECK_INT(r->code, 422);
		CHECK_HAS(PAGE(r), rows[i].said);
		CHECK(strstr(PAGE(r), "Rad ") != NULL ||
		      strstr(PAGE(r), "på rad ") != NULL);
		CHECK_HAS_NOT(PAGE(r), "ad 1:");
	}
	CHECK_OK(draft_list(&s, &all));
	CHECK_INT(all.n, 0);
	CHECK_INT(model_sent(&w, text)->code, 303);
	CHECK_OK(draft_list(&s, &all));
	CHECK_INT(all.n, 1);
	CHECK_INT(all.v[0].model.steps.n, m.steps.n);
	stage_close(w.st);
}

/* F-09: the next edition is offered, and what was begun keeps its own. */
TEST(a_new_edition_is_for_those_that_begin_after_it)
{
	struct walk w = house();
	struct scope s = stage_scope(w.st);
	const char *first = draft_begun(&w, model(&w, "kortform")), *next;
	struct method_draft d = {0};
	struct assessment a = {0};
	struct method m;
	i64 id;

	sent(&w, "version=1", org(&w, arena_print(w.st->mem,
	     "/method-drafts/%s/publish", first)));
	CHECK_OK(draft_by_key(&s, first, &d));
	begin(&w, d.model.code, DEPTH_QUICK);
	CHECK_OK(assess_get(&s, w.id, &a));
	next = draft_begun(&w, model(&w, d.model.code));
	sent(&w, arena_print(w.st->mem, "version=%lld&name=Nytt+namn"
	     "&headline=Vad+h%%C3%%A4nder%%3F&per_priority=1",
	     draft_version(&w, next)), org(&w, arena_print(w.st->mem,
	     "/method-drafts/%s/steps/1", next)));
	sent(&w, "version=2", org(&w, arena_print(w.st->mem,
	     "/method-drafts/%s/publish", next)));
	CHECK_OK(method_by_code(&s, d.model.code, 2, &id));
	CHECK(id != a.method);
	CHECK_OK(method_get(&s, a.method, &m));
	CHECK_TEXT(m.steps.v[0].name_sv, "Perspektiv");
	CHECK_HAS(PAGE(get(w.st, "/a/%s/steps/1/1", w.key)), "Perspektiv");
	CHECK_OK(method_by_key(&s, model(&w, d.model.code), &m));
	CHECK_TEXT(m.steps.v[0].name_sv, "Nytt namn");
	CHECK_TEXT(m.steps.v[0].name_en, "Nytt namn");
	stage_close(w.st);
}
