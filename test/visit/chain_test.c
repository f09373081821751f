/* Check 10, and two real chains (cases 1 and 6), as matters under a moved
 * clock. */
#include "base/clock.h"
#include "matter/matter.h"
#include "trial.h"

struct play { struct stage *st; const char *key; };

static void at(struct play *p, int year, int month, int day)
{
	p->st->now = day_of_date((struct date){ year, month, day }) *
	             DAY_MS + 12LL * 60 * 60 * 1000;
}

static struct req *say_to(struct play *p, const char *path,
                          const char *fields)
{
	return post(p->st, fields, "/m/%s%s", p->key, path);
}

static void must(struct play *p, const char *path, const char *fields)
{
	struct req *r = say_to(p, path, fields);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", path, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static void body(struct play *p, const char *fields)
{
	CHECK_INT(post(p->st, fields, "/o/%s/bodies", p->st->org_key)->code,
	          303);
}

static void new_matter(struct play *p, const char *fields)
{
	struct req *r = post(p->st, fields, "/o/%s/matters/new",
	                     p->st->org_key);

	if (r->code != 303)
		print_error("%d\n%s\n", r->code, PAGE(r));
	CHECK_INT(r->code, 303);
	p->key = arena_text(p->st->mem, r->location + 3, 10);
}

static const char *page_of(struct play *p, const char *path)
{
	return PAGE(get(p->st, "/m/%s%s", p->key, path));
}

/* "Same matter: assembly refers back on minority vote → reason required, second
 * minority attempt on the same matter refused with explanation; in a committee
 * the option is absent." */
TEST(check_10_the_assembly_refers_back_once_by_a_minority_and_no_committee_can)
{
	struct play p = { .st = stage_open(NULL) };
	struct req *r;

	at(&p, 2025, 1, 13);
	body(&p, "name=n%C3%A4mnden&short=N&kind=3");
	body(&p, "name=styrelsen&short=S&kind=2");
	body(&p, "name=regionfullm%C3%A4ktige&short=RF&kind=4");
	new_matter(&p, "title=Program&kind=1&registry=RUN/1&chain=1.2.3");

	/* In a committee the option is absent, and refused if sent. */
	CHECK_HAS_NOT(page_of(&p, "/chain/1/outcome"), "name='minority'");
	r = say_to(&p, "/chain/1/outcome", "version=1&kind=5&day=2025-01-13"
	           "&reason=R%C3%A4kna&minority=1&present=9&in_favour=9");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Minoritetens rätt finns bara i fullmäktige");
	must(&p, "/chain/1/outcome", "version=1&kind=1&day=2025-01-13");
	CHECK_HAS_NOT(page_of(&p, "/chain/2/outcome"), "name='minority'");
	must(&p, "/chain/2/outcome", "version=2&kind=1&day=2025-01-13");

	/* The assembly refers back on a minority vote: reason required. */
	CHECK_HAS(page_of(&p, "/chain/3/outcome"), "name='minority'");
	r = say_to(&p, "/chain/3/outcome", "version=3&kind=5&day=2025-01-13"
	           "&minority=1&present=55&in_favour=19");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vad som ska göras");
	r = say_to(&p, "/chain/3/outcome", "version=3&kind=5&day=2025-01-13"
	           "&reason=Utred+resor&minority=1&present=55&in_favour=18");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "färre än en tredjedel av de närvarande");
	must(&p, "/chain/3/outcome", "version=3&kind=5&day=2025-01-13"
	     "&reason=Utred+resor&minority=1&present=55&in_favour=19");
	CHECK_HAS(page_of(&p, ""), ">Utred resor</a>");

	/* The second attempt on the same matter is refused, and told why. */
	at(&p, 2025, 3, 10);
	CHECK_HAS(page_of(&p, "/chain/3/outcome"),
	          "redan använd i ärendet: Återremiss, 13 januari 2025");
	CHECK_HAS_NOT(page_of(&p, "/chain/3/outcome"), "name='minority'");
	for (int kind = 4; kind <= 5; kind++) {
		r = say_to(&p, "/chain/3/outcome", arena_print(p.st->mem,
		           "version=4&kind=%d&day=2025-03-10&reason=Mer"
		           "&minority=1&present=55&in_favour=30", kind));
		CHECK_INT(r->code, 422);
		CHECK_HAS(PAGE(r), "Andra gången krävs majoritet");
	}
	/* By majority it can. */
	must(&p, "/chain/3/outcome", "version=4&kind=4&day=2025-03-10");
	at(&p, 2025, 4, 22);
	must(&p, "/chain/3/outcome", "version=5&kind=1&day=2025-04-22"
	     "&text=Programmet+antas");
	CHECK_HAS(page_of(&p, ""), "Beslutat");
	stage_close(p.st);
}

/* RUN/536/2021: adopted by the committee on 23 May 2023 § 89; yearly plans are
 * delegated to the director and told; followed up in April 2025. */
static const char *programme(struct play *p)
{
	at(p, 2021, 11, 8);
	body(p, "name=regionala+utvecklingsn%C3%A4mnden&short=RUN&kind=3");
	body(p, "name=regionala+utvecklingsdirekt%C3%B6ren&kind=5");
	new_matter(p, "title=Regionalt+serviceprogram+2023%E2%80%932030"
	           "&kind=1&registry=RUN/536/2021&chain=1&started=Staten");
	must(p, "/state", "to=3");
	must(p, "/state", "to=4");
	must(p, "/state", "to=5");
	CHECK_HAS(page_of(p, ""),
	          "Regionala utvecklingsnämnden beslutar att");
	at(p, 2023, 5, 24);
	must(p, "/chain/1/outcome", "version=1&kind=1&day=2023-05-23"
	     "&paragraph=%C2%A7+89&text=Programmet+antas.%0A"
	     "%C3%85rliga+handlingsplaner+delegeras.");
	must(p, "/tasks", "text=F%C3%B6lj+upp+programmet&due=2025-04-30");
	return p->key;
}

static void yearly_plan(struct play *p, const char *programme, int year)
{
	at(p, year, 2, 3);
	new_matter(p, arena_print(p->st->mem, "title=Handlingsplan+%d&kind=2"
	           "&registry=RUN/%d/%d&chain=2.1&from=%s", year, year % 100,
	           year, programme));
	CHECK_HAS(page_of(p, ""), "Regionala utvecklingsdirektören beslutar,"
	          " med stöd av delegationsordningen, att");
	must(p, "/chain/1/outcome", arena_print(p->st->mem, "version=1&kind=1"
	     "&day=%d-02-02&text=Planen+fastst%%C3%%A4lls", year));
	CHECK_HAS(page_of(p, ""), "<dt>Läge</dt><dd>Beslutat");
	CHECK_HAS(page_of(p, ""), "Beslutet anmäls till regionala "
	          "utvecklingsnämnden.");
	at(p, year, 3, 12);
	must(p, "/chain/2/outcome", arena_print(p->st->mem, "version=2&kind=7"
	     "&day=%d-03-11&paragraph=%%C2%%A7+20", year));
	CHECK_HAS(page_of(p, ""), "Alla i beslutsgången har sagt sitt");
}

TEST(case_1_a_programme_is_adopted_its_plans_delegated_and_followed_up)
{
	struct play p = { .st = stage_open(NULL) };
	const char *first = programme(&p);

	CHECK_HAS(page_of(&p, ""), "Bifall, 23 maj 2023, § 89");
	CHECK_HAS(page_of(&p, ""), "<dt>Läge</dt><dd>Beslutat");
	CHECK_HAS(page_of(&p, "/decisions"), "30 juni 2023");
	must(&p, "/state", "to=8");
	for (int year = 2024; year <= 2025; year++)
		yearly_plan(&p, first, year);
	p.key = first;
	CHECK_HAS(page_of(&p, ""), ">Handlingsplan 2024</a>");
	CHECK_HAS(page_of(&p, ""), ">Handlingsplan 2025</a>");
	at(&p, 2025, 4, 22);
	CHECK_HAS(page_of(&p, ""), "Senast 30 april 2025");
	must(&p, "/tasks/1/done", "note=Redovisad+f%C3%B6r+RUN");
	must(&p, "/state", "to=9");
	CHECK_HAS(page_of(&p, ""), "Uppföljt");
	CHECK_HAS_NOT(PAGE(get(p.st, "/o/%s/matters", p.st->org_key)),
	              "Regionalt serviceprogram");
	CHECK_HAS(PAGE(get(p.st, "/o/%s/matters?q=536&over=1",
	          p.st->org_key)), "Regionalt serviceprogram 2023–2030");
	stage_close(p.st);
}

/* The board on 8 May 2019 § 132, 1206-2019: the director is to plan. On 3
 * February 2021, 01670-2020: the report is filed, an evaluation asked for. */
TEST(case_6_a_decision_becomes_a_task_and_the_next_matter_follows_it_up)
{
	struct play p = { .st = stage_open(NULL) };
	const char *first;

	at(&p, 2019, 5, 9);
	body(&p, "name=regionstyrelsen&short=RS&kind=2");
	new_matter(&p, "title=J%C3%A4mst%C3%A4llda+beslut&kind=8"
	           "&registry=1206-2019&chain=1&officer=Karin+Ek");
	first = p.key;
	must(&p, "/chain/1/outcome", "version=1&kind=1&day=2019-05-08"
	     "&paragraph=%C2%A7+132&text=Regiondirekt%C3%B6ren+planerar+hur"
	     "+beredningen+utvecklas");
	must(&p, "/tasks", "text=Planera+hur+beredningen+utvecklas"
	     "&owner=Regiondirekt%C3%B6ren&due=2020-12-31");
	at(&p, 2021, 1, 11);
	CHECK_HAS(page_of(&p, ""), "Skulle ha varit gjord 31 december 2020");
	must(&p, "/tasks/1/done", "note=Resultatrapport");

	CHECK_HAS(PAGE(get(p.st, "/o/%s/matters/new?from=%s", p.st->org_key,
	          first)), "Ärendet följer upp Jämställda beslut");
	new_matter(&p, arena_print(p.st->mem, "title=Rapport+om+"
	           "j%%C3%%A4mst%%C3%%A4llda+beslut&kind=6&registry="
	           "01670-2020&chain=1&from=%s", first));
	CHECK_HAS(page_of(&p, ""), ">Jämställda beslut</a>");
	at(&p, 2021, 2, 3);
	must(&p, "/chain/1/outcome", "version=1&kind=1&day=2021-02-03"
	     "&text=Rapporten+l%C3%A4ggs+till+handlingarna.%0ADirekt%C3%B6ren"
	     "+%C3%A5terkommer+med+en+utv%C3%A4rdering.");
	must(&p, "/tasks", "text=Utv%C3%A4rdera&owner=Regiondirekt%C3%B6ren");
	CHECK_HAS(page_of(&p, "/decisions"), "återkommer med en utvärdering");
	p.key = first;
	CHECK_HAS(page_of(&p, ""), ">Rapport om jämställda beslut</a>");
	CHECK_HAS(PAGE(get(p.st, "/o/%s/matters?q=1206", p.st->org_key)),
	          "Jämställda beslut");
	stage_close(p.st);
}
