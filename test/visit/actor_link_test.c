#include "actor/actor.h"
#include "assess/view.h"
#include "base/rights.h"
#include "stage.h"

static const struct part *const parts[] = { &part_actors, &part_missing,
                                            NULL };

static const struct route *const *tables(void)
{
	static const struct route *all[4];

	all[0] = step_routes;
	all[1] = actor_link_routes;
	all[2] = actor_routes;
	assess_parts = parts;
	return all;
}

static struct question question(i64 no, const char *key, const char *means,
                                enum part_kind part)
{
	unsigned all = 1 << DEPTH_QUICK | 1 << DEPTH_STANDARD |
	               1 << DEPTH_DEEP;

	return (struct question){ .no = no, .key = key, .means = means,
		.part = part, .title_sv = "Vilka är det?",
		.title_en = "Who are they?", .help_sv = "", .help_en = "",
		.example_sv = "", .example_en = "", .frameworks = "",
		.depths = all, .needed = all };
}

static i64 a_method(struct stage *st, struct scope *s)
{
	struct question *qs = arena_take(st->mem, 2 * sizeof *qs);
	struct step *step = NEW(st->mem, struct step);
	struct method m = { .code = "actors_only", .edition = 1,
		.title_sv = "Modell", .title_en = "Model", .about_sv = "",
		.about_en = "", .judged_sv = "prioritering",
		.judged_en = "priority", .source = "",
		.budget = { 0, 15, 25, 25 },
		.steps = { step, 1, 1 } };
	i64 id;

	qs[0] = question(1, "actors", "actors.list", PART_ACTORS);
	qs[1] = question(2, "missing", MEANS_MISSING, PART_MISSING);
	*step = (struct step){ .no = 1, .key = "actors",
		.name_sv = "Aktörssäkra", .name_en = "Actors",
		.headline_sv = "Vilka saknas i rummet?",
		.headline_en = "Who is missing in the room?",
		.questions = { qs, 2, 2 } };
	IN_WRITE(st, method_note(s, &m, &id));
	return id;
}

/* An assessment whose only step is the one about actors; its key. */
static const char *an_assessment(struct stage *st, struct assessment *a)
{
	struct scope s = stage_scope(st);
	struct subject t = { .kind = SUBJECT_PROGRAMME,
	                     .title = "Serviceprogram" };
	i64 subject, id;

	*a = (struct assessment){ .depth = DEPTH_STANDARD,
		.state = ASSESS_DRAFT, .edition = 1, .lead = st->person };
	IN_WRITE(st, subject_note(&s, &t, &subject));
	a->subject = subject;
	a->method = a_method(st, &s);
	IN_WRITE(st, assess_note(&s, a, &id));
	CHECK_OK(assess_get(&s, id, a));
	return a->key;
}

static struct req *add(struct stage *st, const char *key, const char *fields)
{
	struct req *r = post(st, fields, "/a/%s/actors", key);

	CHECK_INT(r->code, 303);
	return r;
}

#define OLDER  "name=%C3%84ldre+boende&kind=1&role=1&influence=1&interest=3"
#define SHOPS  "name=Butiks%C3%A4gare&kind=4&role=3&influence=2&interest=3"

/* What keeps it from being finished, as its pages see it. */
static struct lack_list lacks(struct stage *st, const struct assessment *a)
{
	struct req r = { .s = stage_scope(st), .object = a->id,
	                 .object_key = a->key, .house = &st->house };
	struct view v = {0};

	r.out = markup_in(st->mem);
	CHECK_OK(view_read(&r, 0, 0, &v));
	return v.lacks;
}

static size_t blocking(const struct lack_list *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].blocks;
	return n;
}

TEST(the_step_about_actors_cannot_be_done_until_who_is_missing_is_answered)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct lack_list all;
	struct req *r;

	an_assessment(st, &a);
	all = lacks(st, &a);
	CHECK_INT(blocking(&all), 1);
	CHECK_HAS(all.v[all.n - 1].text, "Vem saknas?");
	CHECK_INT(all.v[all.n - 1].step, 1);
	r = post(st, "form=missing&version=0", "/a/%s/missing", a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Ingen är också ett svar.");
	all = lacks(st, &a);
	CHECK_INT(blocking(&all), 1);
	stage_close(st);
}

TEST(nobody_is_missing_is_an_answer_when_it_says_why)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct lack_list all;
	struct req *r;

	an_assessment(st, &a);
	r = post(st, "form=missing&version=0&answer=none", "/a/%s/missing",
	         a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv varför ingen saknas.");
	r = post(st, "version=0&answer=none&why=Alla+kom", "/a/%s/missing",
	         a.key);
	CHECK_INT(r->code, 303);
	all = lacks(st, &a);
	CHECK_INT(blocking(&all), 0);
	r = get(st, "%s", r->location);
	CHECK_HAS(PAGE(r), "Svaret hittills: ingen saknas.");
	CHECK_HAS(PAGE(r), "Alla kom");
	stage_close(st);
}

TEST(a_missing_actor_without_a_plan_is_a_remark_and_blocks_nothing)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct lack_list all;

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	CHECK_INT(post(st, "version=0&answer=yes&who=1&plan-1=",
	               "/a/%s/missing", a.key)->code, 303);
	all = lacks(st, &a);
	CHECK_INT(all.n, 1);
	CHECK(!all.v[0].blocks);
	CHECK_HAS(all.v[0].text, "Äldre boende saknas");
	CHECK_INT(post(st, "version=1&answer=yes&who=1&plan-1=Samtal",
	               "/a/%s/missing", a.key)->code, 303);
	all = lacks(st, &a);
	CHECK_INT(all.n, 0);
	stage_close(st);
}

TEST(one_who_is_written_as_missing_comes_into_register_and_assessment)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct actor_link_list links = {0};
	struct actor_list actors = {0};
	struct assessment a;

	an_assessment(st, &a);
	add(st, a.key, SHOPS);
	CHECK_INT(post(st, "version=0&answer=yes&others="
	               "Ungdomsr%C3%A5det%0D%0Abutiks%C3%A4gare",
	               "/a/%s/missing", a.key)->code, 303);
	CHECK_OK(actor_link_list(&s, a.id, &links));
	CHECK_OK(actor_list(&s, &actors));
	CHECK_INT(links.n, 2);
	CHECK_INT(actors.n, 2);
	CHECK(links.v[0].missing && links.v[1].missing);
	stage_close(st);
}

TEST(to_say_nobody_and_name_somebody_is_not_an_answer)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct req *r;

	an_assessment(st, &a);
	r = post(st, "form=missing&version=0&answer=none&why=X&others=Y",
	         "/a/%s/missing", a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Välj det som gäller.");
	CHECK_INT(post(st, "version=0&answer=yes", "/a/%s/missing",
	               a.key)->code, 422);
	stage_close(st);
}

TEST(an_answer_on_who_is_missing_from_an_old_page_is_stale)
{
	struct stage *st = stage_open(tables());
	struct assessment a;

	an_assessment(st, &a);
	CHECK_INT(post(st, "version=0&answer=none&why=A", "/a/%s/missing",
	               a.key)->code, 303);
	CHECK_INT(post(st, "version=0&answer=none&why=B", "/a/%s/missing",
	               a.key)->code, 409);
	CHECK_INT(post(st, "version=1&answer=none&why=B", "/a/%s/missing",
	               a.key)->code, 303);
	stage_close(st);
}

TEST(the_map_and_the_table_hold_the_same_actors)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	const char *page, *table;

	an_assessment(st, &a);
	add(st, a.key, OLDER "&present=3");
	add(st, a.key, SHOPS "&present=1&note=En+deltog");
	add(st, a.key, "name=Samebyar&kind=6&role=1&influence=2&interest=3"
	    "&present=2");
	page = PAGE(get(st, "/a/%s/steps/1", a.key));
	table = strstr(page, "<table>");
	CHECK_HAS(page, "1 aktör som berörs mycket och kan påverka lite var"
	          " inte med.");
	CHECK_HAS(page, "Inbjudna som inte kom: Samebyar.");
	CHECK_HAS(page, ">Ej inbjuden</text>");
	CHECK_HAS(page, ">Inbjuden, kom ej</text>");
	CHECK_HAS(page, ">Deltog</text>");
	CHECK_HAS(table, "Äldre boende");
	CHECK_HAS(table, "En deltog");
	CHECK_HAS(table, "data-l='Berörs'>Mycket");
	stage_close(st);
}

TEST(actors_of_one_cell_stand_under_each_other)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	const char *page;

	an_assessment(st, &a);
	for (int i = 0; i < 12; i++)
		add(st, a.key, arena_print(st->mem, "name=Grupp+%d&kind=1"
		    "&role=1&influence=1&interest=3", i));
	page = PAGE(get(st, "/a/%s/steps/1", a.key));
	CHECK_HAS(page, "y='44' font-size='12' class='f-ink'>Grupp 0</text>");
	CHECK_HAS(page, "y='65' font-size='12' class='f-ink'>Grupp 1</text>");
	stage_close(st);
}

TEST(an_actor_nobody_has_placed_is_named_under_the_map)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	const char *page;

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	add(st, a.key, "name=Trafikbolag&kind=4&role=2");
	page = PAGE(get(st, "/a/%s/steps/1", a.key));
	CHECK_HAS(page, "inte är bedömt: Trafikbolag.");
	CHECK_HAS(page, "Ej bedömt");
	stage_close(st);
}

TEST(an_actor_is_in_an_assessment_once)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct req *r;

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	r = post(st, "form=actor&" OLDER, "/a/%s/actors", a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Aktören finns redan i säkringen.");
	r = post(st, "form=actor&role=1", "/a/%s/actors", a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Välj en aktör ur registret");
	stage_close(st);
}

TEST(a_removed_actor_can_be_taken_back_with_its_number)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct req *r;

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	r = post(st, "", "/a/%s/actors/1/remove", a.key);
	CHECK_HAS(r->location, "?removed=1#actors");
	r = get(st, "/a/%s/steps/1?removed=1", a.key);
	CHECK_HAS(PAGE(r), "Äldre boende är borttagen ur säkringen.");
	CHECK_INT(get(st, "/a/%s/actors/1", a.key)->code, 404);
	add(st, a.key, OLDER);
	CHECK_INT(get(st, "/a/%s/actors/1", a.key)->code, 200);
	post(st, "", "/a/%s/actors/1/remove", a.key);
	CHECK_INT(post(st, "", "/a/%s/actors/1/restore", a.key)->code, 303);
	CHECK_INT(get(st, "/a/%s/actors/1", a.key)->code, 200);
	stage_close(st);
}

TEST(changing_an_actor_keeps_what_was_said_of_it_as_missing)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct assessment a;
	struct actor_link l = {0};

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	post(st, "version=0&answer=yes&who=1&plan-1=Samtal", "/a/%s/missing",
	     a.key);
	CHECK_INT(post(st, "version=2&role=1&influence=2&how=R%C3%A5d",
	               "/a/%s/actors/1", a.key)->code, 303);
	CHECK_OK(actor_link_get(&s, a.id, 1, &l));
	CHECK(l.missing);
	CHECK_TEXT(l.plan, "Samtal");
	CHECK_TEXT(l.how, "Råd");
	CHECK_INT(post(st, "version=2&role=1", "/a/%s/actors/1",
	               a.key)->code, 409);
	stage_close(st);
}

TEST(occasions_stand_by_day_and_can_be_taken_back)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	const char *page;
	struct req *r;

	an_assessment(st, &a);
	post(st, "day=2025-10-17&what=Workshop+2&state=3",
	     "/a/%s/occasions", a.key);
	post(st, "day=2+september+2025&what=Workshop+1&who=6+kommuner"
	     "&state=2", "/a/%s/occasions", a.key);
	page = PAGE(get(st, "/a/%s/steps/1", a.key));
	CHECK(strstr(page, "Workshop 1") < strstr(page, "Workshop 2"));
	CHECK_HAS(page, "6 kommuner");
	r = post(st, "form=new-occasion&day=i+g%C3%A5r",
	         "/a/%s/occasions", a.key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "value='i går'");
	CHECK_HAS(PAGE(r), "Skriv vad som gjordes.");
	r = post(st, "", "/a/%s/occasions/1/remove", a.key);
	CHECK_HAS(r->location, "?occasion=1#occasions");
	CHECK_HAS(PAGE(get(st, "/a/%s/steps/1?occasion=1", a.key)),
	          "Tillfället 17 oktober 2025 är borttaget.");
	CHECK_INT(post(st, "", "/a/%s/occasions/1/restore", a.key)->code,
	          303);
	stage_close(st);
}

TEST(actors_of_a_finished_assessment_are_locked)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct assessment a;
	struct req *r;

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	CHECK_OK(assess_get(&s, a.id, &a));
	IN_WRITE(st, assess_become(&s, a.id, a.version, ASSESS_DONE));
	CHECK_INT(post(st, SHOPS, "/a/%s/actors", a.key)->code, 403);
	CHECK_INT(post(st, "version=1&role=1", "/a/%s/actors/1",
	               a.key)->code, 403);
	CHECK_INT(post(st, "version=0&answer=none&why=A", "/a/%s/missing",
	               a.key)->code, 403);
	CHECK_INT(post(st, "day=2025-10-17&what=W&state=3",
	               "/a/%s/occasions", a.key)->code, 403);
	r = get(st, "/a/%s/steps/1", a.key);
	CHECK_INT(r->code, 200);
	CHECK_HAS_NOT(PAGE(r), "/actors/1'");
	CHECK_HAS(PAGE(r), "Frågan är inte besvarad.");
	stage_close(st);
}

TEST(one_who_only_reads_sees_the_actors_and_no_forms)
{
	struct stage *st = stage_open(tables());
	struct assessment a;
	struct req *r;

	an_assessment(st, &a);
	add(st, a.key, OLDER);
	stage_rights(st, READ);
	r = get(st, "/a/%s/steps/1", a.key);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Äldre boende");
	CHECK_HAS_NOT(PAGE(r), "id='missing'");
	CHECK_INT(get(st, "/a/%s/actors", a.key)->code, 403);
	CHECK_INT(post(st, "answer=none&why=A", "/a/%s/missing",
	               a.key)->code, 403);
	stage_as_stranger(st);
	CHECK_INT(get(st, "/a/%s/actors/1", a.key)->code, 404);
	stage_close(st);
}
