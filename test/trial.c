#include <stdlib.h>

#include "account/account.h"
#include "actor/actor.h"
#include "app/app.h"
#include "trial.h"

const struct route *const *trial_tables(void)
{
	return app_house()->tables;
}

size_t trial_step(void)
{
	const char *said = getenv("VAGVAL_ROWS");
	long n = said == NULL ? 1 : strtol(said, NULL, 10);

	return n < 1 ? 1 : (size_t)n;
}

/* -- making it ----------------------------------------------------------- */

static void send(struct trial *e, const char *fields, const char *path)
{
	struct req *r = post(e->st, fields, "%s", path);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", path, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static const char *in_org(const struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/o/%s%s", e->st->org_key, rest);
}

static const char *here(const struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/a/%s%s", e->key, rest);
}

static void registers(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct framework_list all = {0};
	struct method_list methods = {0};
	struct person_list people = {0};

	send(e, "code=rus_norr&edition=1&kind=1&title_sv=RUS+Norr&goals="
	     "R1+Livsmilj%C3%B6%0AR2+N%C3%A4ringsliv%0AR3+Klimat",
	     in_org(e, "/frameworks/new"));
	send(e, "code=agenda&edition=1&kind=2&title_sv=Agenda&goals="
	     "1+Ingen+fattigdom%0A8+Arbete%0A13+Klimat%0A15+Natur",
	     in_org(e, "/frameworks/new"));
	send(e, "", in_org(e, "/methods"));
	send(e, "name=Samebyar&kind=6", in_org(e, "/actors"));
	send(e, "sv=Kvinnor&en=Women&axis=1", in_org(e, "/groups"));
	send(e, arena_print(e->st->mem, "name=Eva&may=answer&email=eva@%s.se",
	                    e->st->org_key), in_org(e, "/people"));
	CHECK_OK(framework_list(&s, &all));
	CHECK_OK(method_offered(&s, &methods));
	CHECK_OK(person_list(&s, &people));
	for (size_t i = 0; i < all.n; i++)
		*(same(all.v[i].code, "agenda") ? &e->goals : &e->rus) =
			all.v[i].key;
	for (size_t i = 0; i < methods.n; i++)
		if (same(methods.v[i].code, "jh_fyra_steg"))
			e->method = methods.v[i].key;
	e->group = "women";
	for (size_t i = 0; i < people.n; i++)
		if (people.v[i].id != e->st->person)
			e->person = people.v[i].key;
}

static void a_file(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct attachment a = { .name = "underlag.txt" };
	struct assessment all = {0};

	CHECK_OK(assess_get(&s, e->id, &all));
	IN_WRITE(e->st, attachment_note(&s, all.subject, &a,
	                                (struct bytes){ "hej", 3 }));
	e->file = a.key;
}

static void found(struct trial *e)
{
	const char *all = here(e, "/findings");

	send(e, "priority=1&question=rus_findings&v=p&g-rus_norr-R1=1"
	     "&sentence=Butiken+finns+kvar", all);
	send(e, "priority=1&question=goals_findings&v=dn&g-agenda-13=1"
	     "&g-agenda-15=1&sentence=Bilen+beh%C3%B6vs&rationale=L%C3%A5ngt",
	     all);
	send(e, "priority=1&question=goals_findings&v=dp&g-agenda-1=1"
	     "&sentence=Fler+f%C3%A5r+service&group=women", all);
	send(e, "priority=2&question=goals_findings&v=gap&g-agenda-8=1"
	     "&sentence=Hur+m%C3%A5nga+jobb%3F", all);
	send(e, "priority=2&question=goals_findings&v=no&g-agenda-15=1"
	     "&sentence=Ingen+mark+tas", all);
}

static void written(struct trial *e)
{
	const char *actor = e->actor;

	send(e, arena_print(e->st->mem, "actor=%s&role=1&influence=1"
	     "&interest=3&present=3", actor), here(e, "/actors"));
	send(e, "name=Butiker&kind=4&role=2", here(e, "/actors"));
	send(e, "day=2025-10-17&what=Workshop&state=3",
	     here(e, "/occasions"));
	send(e, "version=0&answer=yes&who=1&plan-1=Samtal",
	     here(e, "/missing"));
	send(e, "sign=1&kind=1&title=Bil+mot+klimat&side1_title=Service"
	     "&side1_findings=3&side2_title=Klimat&side2_findings=2"
	     "&way1_title=Laddning", here(e, "/conflicts"));
	send(e, "priority=1&text=Vi+g%C3%A5r+vidare&made=1",
	     here(e, "/positions"));
	send(e, "title=Laddplatser&purpose=2&findings=2"
	     "&other_org=L%C3%A4nsstyrelsen", here(e, "/actions"));
	send(e, "sign=1&kind=2&title=Fel&side1_title=A&side2_title=B",
	     here(e, "/conflicts"));
	send(e, "text=Fel&made=1", here(e, "/positions"));
	send(e, "title=Fel&purpose=2&findings=2", here(e, "/actions"));
	send(e, "", here(e, "/conflicts/2/remove"));
	send(e, "", here(e, "/positions/2/remove"));
	send(e, "", here(e, "/actions/2/remove"));
	send(e, "rus_line=in_line&rus_line-version=0&rus_adds=Mer"
	     "&rus_adds-version=0", here(e, "/steps/1/1/answers"));
}

/* The key of the actor that was added to the register. */
static void find_actor(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct actor_list all = {0};

	CHECK_OK(actor_list(&s, &all));
	e->actor = all.v[0].key;
}

struct trial trial_open(void)
{
	struct trial e = { .st = stage_open(trial_tables()) };
	struct scope s = stage_scope(e.st);
	struct req *r;

	registers(&e);
	find_actor(&e);
	r = post(e.st, arena_print(e.st->mem, "title=Serviceprogram&kind=1"
	         "&depth=2&judged=1&registry=RUN/1/2025&parts=Service%%0A"
	         "St%%C3%%B6d%%0ASamordning&model=%s&framework=%s"
	         "&framework=%s", e.method, e.rus, e.goals), "/o/%s/new",
	         e.st->org_key);
	CHECK_INT(r->code, 303);
	e.key = arena_text(e.st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, e.key, &e.id));
	a_file(&e);
	found(&e);
	written(&e);
	trial_meeting(&e);
	trial_matter(&e);
	trial_consult(&e);
	trial_api(&e);
	trial_sheet(&e);
	trial_bring(&e);
	trial_door(&e);
	trial_screening(&e);
	trial_method(&e);
	trial_insight(&e);
	trial_review(&e);
	trial_duty(&e);
	return e;
}

void trial_let_in(struct trial *e, unsigned rights, const char *organisation)
{
	struct scope s = stage_scope(e->st);
	const struct letting in = { .ground = ON_ASSESSMENT, .object = e->id,
		.person = s.person, .rights = rights,
		.organisation = organisation };

	IN_WRITE(e->st, access_let_in(&s, &in));
}

void trial_end(struct trial *e, enum assessment_state to)
{
	struct scope s = stage_scope(e->st);
	struct assessment a = {0};

	CHECK_OK(assess_get(&s, e->id, &a));
	IN_WRITE(e->st, assess_become(&s, e->id, a.version, to));
}
