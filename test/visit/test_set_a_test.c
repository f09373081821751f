/*
 * The regional service programme: the constructed set A, replayed. A workshop
 * on 2 September that gets part of the way, meetings on 17 and 25 October that
 * take up the rest, the report back of 14 December, and what became of it on
 * 23 May. What is written is the shipped example's own.
 */
#include "replay.h"

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
	replay_on(p, "2025-09-02", 9 * HOUR);
	replay_people_come(p);
	replay_command(p, "start", 1);
	replay_group_says(p, A, &stays);
	replay_both_say(p, september, COUNT(september));
	p->st->now += 3 * HOUR * 60 * 1000;
	replay_closes(p, WORKSHOP_PARTLY);
	CHECK(replay_found(p, STATIONS) != NULL);
	CHECK(replay_found(p, TRIPS) != NULL);
	CHECK_TEXT(replay_found(p, STAYS)->written_by, "Grupp A");
	CHECK_INT(replay_found(p, SITES)->kind, FINDING_GAP);
	CHECK(replay_found(p, SCHOOL) == NULL);
	CHECK_HAS(PAGE(get(p->st, "/w/%s/result", p->first)),
	          "Grupp B: ej bedömt");
	replay_goes_on(p, "2025-10-17");
}

#define GRAZING  "En ny servicepunkt kan ta mark som används till vinterbete."

/* Late, by somebody of another authority: taken in, and marked as received. */
static void guest_comments(struct replay *p)
{
	const char *page;

	stage_as_nobody(p->st);
	replay_sends(p, arena_print(p->st->mem, "text=%s",
	             replay_said(p, GRAZING)), replay_by(p, p->guest[3],
	             "remarks"));
	replay_on(p, "2025-10-19", 10 * HOUR);
	page = PAGE(get(p->st, "/w/%s/back", p->first));
	CHECK_HAS(page, GRAZING);
	CHECK_HAS(page, "nnan myndighet");
	replay_sends(p, "version=1&treated=1&how=Eget+fynd", arena_print(
	             p->st->mem, "/w/%s/remarks/1", p->first));
	CHECK_HAS(PAGE(get(p->st, "/d/%s/draft", p->guest[3])), "Eget fynd");
}

/* 17 October: what was left, and the groups differ. */
static void seventeenth_of_october(struct replay *p)
{
	replay_on(p, "2025-10-17", 9 * HOUR);
	replay_tables_come(p);
	replay_command(p, "start", 1);
	replay_group_says(p, A, &women);
	replay_group_says(p, B, &men);
	replay_both_say(p, october, COUNT(october));
	replay_group_says(p, A, &school);
	replay_closes(p, WORKSHOP_PARTLY);
	CHECK(replay_found(p, WOMEN)->dissent && replay_found(p, MEN)->dissent);
	CHECK_TEXT(replay_found(p, MEN)->written_by, "Grupp B");
	CHECK_INT(replay_found(p, SCHOOL)->kind, FINDING_LOOKED_AT);
	CHECK_HAS(PAGE(get(p->st, "/w/%s/result", p->w.key)),
	          "Grupp B: ej bedömt");
	replay_goes_on(p, "2025-10-25");
}

static void proposes(struct replay *p, enum item_kind kind,
                     const char *fields)
{
	const struct item *it = replay_item(p, kind);

	if (it->state == ITEM_PLANNED) {
		replay_command(p, "take", it->no);
		it = replay_item(p, kind);
	}
	replay_sends(p, arena_print(p->st->mem, "item=%lld&%s", it->no,
	             fields), replay_by(p, p->group[A], "ideas"));
}

/* The number of a harm or a gap, as an action names it. */
static const char *answers_to(struct replay *p, const char *text,
                              const char *sentence)
{
	return arena_print(p->st->mem, "text=%s&from=f%lld",
	                   replay_said(p, text),
	                   replay_found(p, sentence)->no);
}

/* Whatever judging is left is gone through, or put aside for good. */
static void the_rest(struct replay *p)
{
	replay_reads(p, p->w.id);
	for (size_t i = 0; i < p->items.n; i++) {
		struct item it = p->items.v[i];

		if (it.goals.n == 0 || it.state != ITEM_PLANNED)
			continue;
		replay_command(p, "take", it.no);
		replay_command(p, "skip", it.no);
	}
}

/* 25 October: who was not there, and what shall be done. */
static void twenty_fifth_of_october(struct replay *p)
{
	replay_on(p, "2025-10-25", 9 * HOUR);
	replay_tables_come(p);
	replay_command(p, "start", 1);
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
	replay_closes(p, WORKSHOP_DONE);
	replay_sends(p, "", replay_at(p, "compile"));
	CHECK_HAS(PAGE(get(p->st, "/a/%s/report", p->key)), "Ungdomsrådet");
}

/* -- finished, and back -------------------------------------------------- */

static void reports(struct replay *p, const char *fields)
{
	replay_sends(p, fields, arena_print(p->st->mem, "/w/%s/back",
	                                    p->first));
}

static void is_finished(struct replay *p)
{
	struct scope s = stage_scope(p->st);
	struct assessment a = {0};

	replay_sends(p, "", arena_print(p->st->mem, "/a/%s/finish/done",
	                                p->key));
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
	                            replay_found(p, STATIONS)->no));
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

	replay_programme(&p);
	replay_plans(&p);
	second_of_september(&p);
	seventeenth_of_october(&p);
	guest_comments(&p);
	twenty_fifth_of_october(&p);
	replay_on(&p, "2025-11-10", 10 * HOUR);
	is_finished(&p);
	replay_on(&p, "2025-12-14", 13 * HOUR);
	reports(&p, "kind=1&day=2025-12-14&forum=Kommunerna&said=Resultatet"
	        "+redovisades&changed=Tv%C3%A5+%C3%A4ndringar+%C3%A4r+gjorda");
	replay_on(&p, "2026-05-23", 16 * HOUR);
	reports(&p, "kind=2&day=2026-05-23&forum=Regionala+utvecklings"
	        "n%C3%A4mnden&said=Programmet+antogs");
	receipt_shows_it_all(&p);
	stage_close(p.st);
}
