/*
 * The regional service programme: the constructed set A, replayed. A workshop
 * on 2 September that gets part of the way, meetings on 17 and 25 October that
 * take up the rest, the report back of 14 December, and what became of it on
 * 23 May. What is written is the shipped example's own.
 */
#include "base/clock.h"
#include "base/text.h"
#include "example.h"
#include "kit/icu.h"
#include "trial.h"
#include "web/session.h"
#include "workshop/after.h"

enum { HOUR = 60, GROUPS = 2, A = 0, B = 1, HERE = 4 };

/* What a group says of one goal of a priority. */
struct line {
	i64         priority;
	const char *code, *value, *plus, *minus, *other, *rationale;
};

struct replay {
	struct stage   *st;
	i64             id;             /* of the assessment */
	const char     *key;
	struct workshop w;              /* the meeting at hand */
	struct item_list items;
	const char     *first;          /* key of the meeting of 2 September */
	const char     *group[GROUPS];  /* links of their devices */
	const char     *guest[HERE];    /* … of participants of the first */
};

/* -- the day ------------------------------------------------------------- */

static void on(struct replay *p, const char *day, i64 minute)
{
	i64 d = 0;

	CHECK(day_read(day, &d));
	p->st->now = instant_of(d, minute);
	stage_as_new(p->st, 0xFFFF);
}

static struct req *sends(struct replay *p, const char *fields,
                         const char *address)
{
	struct req *r = post(p->st, fields, "%s", address);

	if (r->code != 303)
		print_error("%s: %d\n%.4000s\n", address, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
	return r;
}

static const char *at(struct replay *p, const char *rest)
{
	return arena_print(p->st->mem, "/w/%s/%s", p->w.key, rest);
}

static const char *by(struct replay *p, const char *key, const char *rest)
{
	return arena_print(p->st->mem, "/d/%s/%s", key, rest);
}

static void read_meeting(struct replay *p, i64 id)
{
	struct scope s = stage_scope(p->st);

	p->w = (struct workshop){0};
	p->items = (struct item_list){0};
	CHECK_OK(workshop_get(&s, id, &p->w));
	CHECK_OK(item_list(&s, id, &p->items));
}

/* -- what is assured ----------------------------------------------------- */

static const char *framework_key(struct replay *p, const char *code,
                                 const char *edition)
{
	struct scope s = stage_scope(p->st);
	struct framework_list all = {0};

	CHECK_OK(framework_list(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, code) &&
		    (edition == NULL || same(all.v[i].edition, edition)))
			return all.v[i].key;
	fail_msg("no framework %s", code);
	return NULL;
}

static void programme(struct replay *p)
{
	struct document before, now;
	struct scope s;
	struct method_list methods = {0};
	struct req *r;

	p->st = example_stage(NULL, &before, &now);
	on(p, "2025-09-01", 9 * HOUR);
	s = stage_scope(p->st);
	CHECK_OK(method_list(&s, &methods));
	CHECK(methods.n > 0);
	r = sends(p, arena_print(p->st->mem, "title=Regionalt+serviceprogram"
		"&kind=1&depth=2&judged=1&parts=Tillg%%C3%%A4nglighet+f%%C3%%"
		"B6r+medborgare%%0AST%%C3%%B6d+till+servicegivare%%0A"
		"Samordning+mellan+offentliga+akt%%C3%%B6rer&model=%s"
		"&framework=%s&framework=%s", methods.v[0].key,
		framework_key(p, "rus_test", "2"),
		framework_key(p, "agenda2030", NULL)),
		arena_print(p->st->mem, "/o/%s/new", p->st->org_key));
	p->key = arena_text(p->st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, p->key, &p->id));
}

/* -- the meeting, planned ------------------------------------------------ */

/* Half a day for two groups: the program says what it holds. */
static void plans(struct replay *p)
{
	static const char wish[] = "chosen=1&step=1&step=2&step=3&step=4"
		"&g=1-0&g=1-agenda2030-13&g=1-agenda2030-15"
		"&g=2-agenda2030-5&g=2-agenda2030-8&g=3-agenda2030-4&most=30";
	struct scope s = stage_scope(p->st);
	struct workshop w = {0};
	struct req *r = sends(p, "template=1&title=Workshop+p%C3%A5+Service+Z"
		"&day=2025-09-02&starts=9.00&minutes=240&where=1&people=9"
		"&tables=2&way=1&disposal=Enligt+plan", arena_print(
		p->st->mem, "/a/%s/workshops/new", p->key));
	const char *key = arena_text(p->st->mem, r->location + 3, 10);

	CHECK_OK(workshop_by_no(&s, p->id, 1, &w));
	CHECK_TEXT(w.key, key);
	read_meeting(p, w.id);
	p->first = p->w.key;
	sends(p, "name=Grupp+A", at(p, "boards/1"));
	sends(p, "name=Grupp+B", at(p, "boards/2"));
	CHECK_HAS(PAGE(get(p->st, "/w/%s/plan?%s", key, wish)), "P2");
	read_meeting(p, w.id);
	sends(p, arena_print(p->st->mem, "version=%lld&%s", p->w.version,
	                     wish), at(p, "plan"));
	read_meeting(p, w.id);
	CHECK(p->items.n > 6);
}

/* -- who comes ----------------------------------------------------------- */

static const char *comes(struct replay *p, const char *fields)
{
	struct req *r = sends(p, fields, arena_print(p->st->mem, "/j/%s",
	                                             p->w.code));

	r = get(p->st, "%s", r->location);
	CHECK_INT(r->code, 303);
	return arena_text(p->st->mem, r->location + 3,
	                  strcspn(r->location + 3, "/"));
}

static void tables_come(struct replay *p)
{
	p->group[A] = comes(p, "board=1&shared=1");
	p->group[B] = comes(p, "board=2&shared=1");
}

static void people_come(struct replay *p)
{
	tables_come(p);
	p->guest[0] = comes(p, "board=1&organisation=Kommunen&category=1");
	p->guest[1] = comes(p, "board=1&category=3");
	p->guest[2] = comes(p, "board=2&organisation=Regionen&category=1");
	p->guest[3] = comes(p, "board=2&organisation=L%C3%A4nsstyrelsen"
	                       "&category=1&authority=1");
}

/* -- answers ------------------------------------------------------------- */

static struct req *command(struct replay *p, const char *word, i64 item)
{
	read_meeting(p, p->w.id);
	return sends(p, arena_print(p->st->mem, "command=%s&turn=%lld"
	             "&item=%lld", word, p->w.turn, item), at(p, "lead"));
}

/* The item of the agenda that asks for it; nth counts from 1. */
static const struct item *asking(struct replay *p, i64 priority,
                                 const char *code, i64 *nth)
{
	for (size_t i = 0; i < p->items.n; i++) {
		const struct item *it = &p->items.v[i];

		for (size_t g = 0; it->priority_no == priority &&
		     g < it->goals.n; g++) {
			if (!same(it->goals.v[g].code, code))
				continue;
			*nth = (i64)g + 1;
			return it;
		}
	}
	fail_msg("nothing asks for %s of P%lld", code, priority);
	return NULL;
}

static const char *said(struct replay *p, const char *text)
{
	return text == NULL ? "" : percent_encode(p->st->mem, text);
}

/* One participant answers alone; then the group, on its device. */
static void group_says(struct replay *p, int group, const struct line *l)
{
	const char *space = strchr(l->value, ' '), *ticks;
	struct arena *mem = p->st->mem;
	const struct item *it;
	i64 nth;

	it = asking(p, l->priority, l->code, &nth);
	ticks = space == NULL ? arena_print(mem, "v=%s", l->value) :
		arena_print(mem, "v=%.*s&v=%s", (int)(space - l->value),
		            l->value, space + 1);
	if (it->state == ITEM_PLANNED) {
		command(p, "take", it->no);
		it = asking(p, l->priority, l->code, &nth);
	}
	if (same(p->w.key, p->first))
		sends(p, arena_print(mem, "item=%lld&goal=%lld&%s", it->no,
			nth, ticks), by(p, p->guest[group == A ? 0 : 2],
			"answer"));
	sends(p, arena_print(mem, "item=%lld&goal=%lld&version=0&%s&plus=%s"
		"&minus=%s&other=%s&rationale=%s", it->no, nth, ticks,
		said(p, l->plus), said(p, l->minus), said(p, l->other),
		said(p, l->rationale)), by(p, p->group[group], "table"));
}

static void both_say(struct replay *p, const struct line *all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		group_says(p, A, &all[i]);
		group_says(p, B, &all[i]);
	}
}

static const struct item *of_kind(struct replay *p, enum item_kind kind)
{
	for (size_t i = 0; i < p->items.n; i++)
		if (p->items.v[i].kind == kind)
			return &p->items.v[i];
	fail_msg("no item of kind %d", (int)kind);
	return NULL;
}

/* -- the end of a meeting ------------------------------------------------ */

static void closes(struct replay *p, enum workshop_state as)
{
	read_meeting(p, p->w.id);
	sends(p, arena_print(p->st->mem, "turn=%lld", p->w.turn),
	      at(p, "close"));
	read_meeting(p, p->w.id);
	CHECK_INT(p->w.state, as);
	CHECK(p->w.code == NULL);
}

static void goes_on(struct replay *p, const char *day)
{
	struct scope s = stage_scope(p->st);
	struct workshop next = {0};

	sends(p, arena_print(p->st->mem, "day=%s", day), at(p, "follow"));
	CHECK_OK(workshop_followed_by(&s, p->w.id, &next));
	sends(p, "", at(p, "compile"));
	read_meeting(p, next.id);
}

static const struct finding *found(struct replay *p, const char *sentence)
{
	struct scope s = stage_scope(p->st);
	struct finding_list all = {0};

	CHECK_OK(finding_list(&s, p->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].sentence, sentence) && !all.v[i].removed)
			return &all.v[i];
	return NULL;
}

/* -- what they said ------------------------------------------------------ */

#define STATIONS "Fossila drivmedel säljs i minst tio år till på orter som får"\
	" stöd."
#define TRIPS    "Inköpsresorna blir kortare när butiken ligger kvar."
#define SITES    "Det är inte känt hur nya lägen påverkar natur och arter."
#define STAYS    "Dagligvaror och drivmedel finns kvar i småorter, så att"      \
	" äldre och personer utan bil når dem."
#define WOMEN    "Rådgivning på flera orter gör att fler kvinnor kan driva"     \
	" service nära hemmet."
#define MEN      "Stöd söks mest av män. Unga och utrikes födda kvinnor nås"    \
	" inte av informationen."
#define SHOPS    "Butiker på landsbygden blir lönsammare och kan anställa."
#define SCHOOL   "Vi prövade kopplingen till utbildning och såg ingen påverkan."

static const struct line september[] = {
	{ 1, "13", "in ip", TRIPS, STATIONS, NULL,
	  "Stödet är villkorat av att pumpen finns kvar i tio år." },
	{ 1, "15", "gap", NULL, NULL, SITES, NULL },
};
static const struct line october[] = {
	{ 2, "8", "dp", SHOPS, NULL, NULL, NULL },
};
static const struct line school = { 3, "4", "no", NULL, NULL, SCHOOL, NULL };
static const struct line stays = { 1, "R1", "rp", STAYS, NULL, NULL, NULL };
static const struct line women = { 2, "5", "ip", WOMEN, NULL, NULL, NULL };
static const struct line men = { 2, "5", "in", NULL, MEN, NULL,
	"31 procent av stödet gick till kvinnor 2024." };

/* 2 September: they learn the model, and do not finish. */
static void second_of_september(struct replay *p)
{
	on(p, "2025-09-02", 9 * HOUR);
	people_come(p);
	command(p, "start", 1);
	group_says(p, A, &stays);
	both_say(p, september, COUNT(september));
	p->st->now += 3 * HOUR * 60 * 1000;
	closes(p, WORKSHOP_PARTLY);
	CHECK(found(p, STATIONS) != NULL && found(p, TRIPS) != NULL);
	CHECK_TEXT(found(p, STAYS)->written_by, "Grupp A");
	CHECK_INT(found(p, SITES)->kind, FINDING_GAP);
	CHECK(found(p, SCHOOL) == NULL);
	CHECK_HAS(PAGE(get(p->st, "/w/%s/result", p->first)),
	          "Grupp B: ej bedömt");
	goes_on(p, "2025-10-17");
}

/* 17 October: what was left, and the groups differ. */
static void seventeenth_of_october(struct replay *p)
{
	on(p, "2025-10-17", 9 * HOUR);
	tables_come(p);
	command(p, "start", 1);
	group_says(p, A, &women);
	group_says(p, B, &men);
	both_say(p, october, COUNT(october));
	group_says(p, A, &school);
	closes(p, WORKSHOP_PARTLY);
	CHECK(found(p, WOMEN)->dissent && found(p, MEN)->dissent);
	CHECK_TEXT(found(p, MEN)->written_by, "Grupp B");
	CHECK_INT(found(p, SCHOOL)->kind, FINDING_LOOKED_AT);
	CHECK_HAS(PAGE(get(p->st, "/w/%s/result", p->w.key)),
	          "Grupp B: ej bedömt");
	goes_on(p, "2025-10-25");
}

static void proposes(struct replay *p, enum item_kind kind,
                     const char *fields)
{
	const struct item *it = of_kind(p, kind);

	if (it->state == ITEM_PLANNED) {
		command(p, "take", it->no);
		it = of_kind(p, kind);
	}
	sends(p, arena_print(p->st->mem, "item=%lld&%s", it->no, fields),
	      by(p, p->group[A], "ideas"));
}

/* The number of a harm or a gap, as an action names it. */
static const char *answers_to(struct replay *p, const char *text,
                              const char *sentence)
{
	return arena_print(p->st->mem, "text=%s&from=f%lld", said(p, text),
	                   found(p, sentence)->no);
}

/* Whatever judging is left is gone through, or put aside for good. */
static void the_rest(struct replay *p)
{
	read_meeting(p, p->w.id);
	for (size_t i = 0; i < p->items.n; i++) {
		struct item it = p->items.v[i];

		if (it.goals.n == 0 || it.state != ITEM_PLANNED)
			continue;
		command(p, "take", it.no);
		command(p, "skip", it.no);
	}
}

/* 25 October: who was not there, and what shall be done. */
static void twenty_fifth_of_october(struct replay *p)
{
	on(p, "2025-10-25", 9 * HOUR);
	tables_come(p);
	command(p, "start", 1);
	proposes(p, ITEM_MISSING, "text=%C3%84ldre+boende&role=1&here=2"
	         "&detail=Pension%C3%A4rsr%C3%A5d");
	proposes(p, ITEM_MISSING, "text=Ungdomsr%C3%A5det&role=1&here=2");
	proposes(p, ITEM_ACTIONS, answers_to(p,
	         "Platsbesök före stöd till nya lägen", SITES));
	proposes(p, ITEM_ACTIONS, answers_to(p,
	         "Uppsökande rådgivning på tre språk", MEN));
	proposes(p, ITEM_ACTIONS, answers_to(p,
	         "Plan för drivmedelsomställning", STATIONS));
	the_rest(p);
	closes(p, WORKSHOP_DONE);
	sends(p, "", at(p, "compile"));
	CHECK_HAS(PAGE(get(p->st, "/a/%s/report", p->key)), "Ungdomsrådet");
}

/* -- finished, and back -------------------------------------------------- */

static void reports(struct replay *p, const char *fields)
{
	sends(p, fields, arena_print(p->st->mem, "/w/%s/back", p->first));
}

static void is_finished(struct replay *p)
{
	struct scope s = stage_scope(p->st);
	struct assessment a = {0};

	sends(p, "", arena_print(p->st->mem, "/a/%s/finish/done", p->key));
	CHECK_OK(assess_get(&s, p->id, &a));
	CHECK_INT(a.state, ASSESS_DONE);
}

/* A guest's own link, nine months after: everything stands there. */
static void receipt_shows_it_all(struct replay *p)
{
	const char *page;

	stage_as_nobody(p->st);
	page = PAGE(get(p->st, "/d/%s/receipt", p->guest[0]));
	CHECK_HAS(page, "Grupp A");
	CHECK_HAS(page, STATIONS);
	CHECK_HAS(page, TRIPS);
	CHECK_HAS(page, STAYS);
	CHECK_HAS(page, arena_print(p->st->mem, "F%lld",
	                            found(p, STATIONS)->no));
	CHECK_HAS(page, "href='draft'");
	CHECK_HAS(page, "href='report'");
	CHECK_HAS(page, "14 december 2025");
	CHECK_HAS(page, "Två ändringar är gjorda");
	CHECK_HAS(page, "23 maj 2026");
	CHECK_HAS(page, "Programmet antogs");
	page = PAGE(get(p->st, "/d/%s/report", p->guest[0]));
	CHECK_HAS(page, MEN);
	CHECK_HAS(page, WOMEN);
	CHECK_HAS(PAGE(get(p->st, "/d/%s/draft", p->guest[0])), STATIONS);
}

TEST(the_service_programme_is_carried_from_september_to_what_became_of_it)
{
	struct replay p = {0};

	programme(&p);
	plans(&p);
	second_of_september(&p);
	seventeenth_of_october(&p);
	twenty_fifth_of_october(&p);
	on(&p, "2025-11-10", 10 * HOUR);
	is_finished(&p);
	on(&p, "2025-12-14", 13 * HOUR);
	reports(&p, "kind=1&day=2025-12-14&forum=Kommunerna&said=Resultatet"
	        "+redovisades&changed=Tv%C3%A5+%C3%A4ndringar+%C3%A4r+gjorda");
	on(&p, "2026-05-23", 16 * HOUR);
	reports(&p, "kind=2&day=2026-05-23&forum=Regionala+utvecklings"
	        "n%C3%A4mnden&said=Programmet+antogs");
	receipt_shows_it_all(&p);
	stage_close(p.st);
}
