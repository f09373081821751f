/* What the example organisation's guidelines say, what it has screened, and
 * what it has chosen for the year. */
#include "app/app.h"
#include "assess/assess.h"
#include "base/clock.h"
#include "kit/icu.h"
#include "screening/selection.h"

/* Kinds of decisions that are always assured, as a municipality may list
 * them; and all that touches children. */
static enum status note_rules(struct scope *s)
{
	struct trigger_rule all[] = {
		{ .name = "Riktlinje för hållbarhetssäkring",
		  .reference = "regionstyrelsen 2025 § 84, punkt 1",
		  .kinds = 1u << SUBJECT_STRATEGY | 1u << SUBJECT_PLAN |
		           1u << SUBJECT_POLICY | 1u << SUBJECT_PROGRAMME |
		           1u << SUBJECT_BUDGET,
		  .depth = DEPTH_STANDARD, .used = true },
		{ .name = "Riktlinje för hållbarhetssäkring",
		  .reference = "regionstyrelsen 2025 § 84, punkt 2",
		  .kinds = 1u << SUBJECT_REORGANISATION |
		           1u << SUBJECT_PROCUREMENT,
		  .depth = DEPTH_QUICK, .used = true },
		{ .name = "Riktlinje för hållbarhetssäkring",
		  .reference = "regionstyrelsen 2025 § 84, punkt 3",
		  .words = "nybyggnad\nombyggnad\nnytt arbetssätt\nlångsiktig",
		  .depth = DEPTH_STANDARD, .used = true },
		{ .name = "Handlingsplan för barnets rättigheter",
		  .question = SCREENING_CHILDREN,
		  .answers = 1u << SCREENING_DIRECT |
		             1u << SCREENING_INDIRECT,
		  .duties = 1u << DUTY_CHILDREN, .used = true },
		{ .name = "Rutin för regionala stöd",
		  .kinds = 1u << SUBJECT_SUPPORT | 1u << SUBJECT_REPLY,
		  .depth = DEPTH_QUICK },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		TRY(trigger_note(s, &all[i]));
	return OK;
}

static struct screening_answer said(enum screening_value v, const char *note)
{
	return (struct screening_answer){ v, note };
}

static enum status screen_programme(struct scope *s, i64 assessment,
                                    i64 subject)
{
	struct screening it = { .no = 1, .subject = subject,
		.assessment = assessment, .asked = DEPTH_STANDARD,
		.unit = "Regional utveckling", .result = SCREENING_ASSESS,
		.suggested = DEPTH_DEEP, .depth = DEPTH_STANDARD,
		.outside = "Stöd som redan är beslutade.",
		.motive = "Ett första varv som standard. Det som visar sig "
			"vara oklart fördjupas.",
		.decided_by = "regionala utvecklingsdirektören" };

	it.answers[SCREENING_PEOPLE] = said(SCREENING_YES,
		"Boende på små orter, äldre utan bil, besökare");
	it.answers[SCREENING_CHILDREN] = said(SCREENING_INDIRECT,
		"Genom familjens tillgång till service");
	it.answers[SCREENING_ENVIRONMENT] = said(SCREENING_YES,
		"Drivmedel och transporter");
	it.answers[SCREENING_SAMI] = said(SCREENING_UNCLEAR,
		"Samebyarna har inte svarat än");
	it.answers[SCREENING_PLAN] = said(SCREENING_NOT_COVERED, "");
	it.answers[SCREENING_RISK] = said(SCREENING_LARGE,
		"Tillgång till drivmedel mot lägre klimatpåverkan");
	ASSERT(day_read("2025-08-20", &it.decided_on));
	it.made_at = instant_of(it.decided_on, 9 * 60);
	return screening_said(s, &it);
}

static enum status screen_routine(struct scope *s)
{
	struct subject what = { .kind = SUBJECT_OTHER,
		.title = "Rutin för bokning av mötesrum",
		.unit = "Administrativa avdelningen" };
	struct screening it = { .no = 1, .asked = DEPTH_QUICK,
		.unit = what.unit, .result = SCREENING_NOT_NEEDED,
		.suggested = DEPTH_QUICK,
		.motive = "Rutinen ändrar vem som bokar, inte vad rummen "
			"används till.",
		.decided_by = "administrativa chefen" };

	TRY(subject_note(s, &what, &it.subject));
	it.answers[SCREENING_PEOPLE] = said(SCREENING_YES, "Anställda");
	it.answers[SCREENING_CHILDREN] = said(SCREENING_NO,
		"Barn bokar inte och vistas inte i rummen");
	it.answers[SCREENING_ENVIRONMENT] = said(SCREENING_NO,
		"Inget byggs eller förbrukas");
	it.answers[SCREENING_SAMI] = said(SCREENING_NO,
		"Rör bara hur rum bokas");
	it.answers[SCREENING_PLAN] = said(SCREENING_NOT_COVERED, "");
	it.decided_on = day_of_instant(s->now) - 30;
	it.made_at = s->now - 30LL * DAY_MS;
	return screening_said(s, &it);
}

struct choice { struct subject what; struct selection n; };

static enum status choose(struct scope *s, i64 year, struct choice *c)
{
	enum selection_state state = c->n.state;

	if (c->n.subject == 0)
		TRY(subject_note(s, &c->what, &c->n.subject));
	c->n.year = year;
	TRY(selection_note(s, &c->n));
	if (state != SELECTION_CHOSEN)
		return OK;
	c->n.state = state;
	c->n.decided_by = "regionala utvecklingsnämnden";
	c->n.decided_on = year_begins(year) + 27;
	return selection_decide(s, &c->n);
}

static enum status choose_all(struct scope *s, i64 programme)
{
	i64 year = year_of_day(day_of_instant(s->now));
	struct choice all[] = {
		{ .n = { .subject = programme, .state = SELECTION_CHOSEN,
		  .unit = "Regional utveckling", .quarter = 1,
		  .lead = "processledaren för service", .motive =
		  "Stora pengar, och mål som drar åt olika håll." } },
		{ .what = { .kind = SUBJECT_PLAN, .phase = PHASE_EARLY,
		  .title = "Länsplan för transporter",
		  .unit = "Samhällsplanering",
		  .decided_on = year_ends(year) - 20 },
		  .n = { .state = SELECTION_CHOSEN, .quarter = 3,
		  .unit = "Samhällsplanering", .lead = "infrastrukturstrategen",
		  .motive = "Klimatmålen står mot tillgänglighet." } },
		{ .what = { .kind = SUBJECT_PLAN, .title = "Kulturplan",
		  .phase = PHASE_REVISION, .unit = "Kultur och bildning" },
		  .n = { .unit = "Kultur och bildning",
		  .motive = "Revideras i år." } },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		TRY(choose(s, year, &all[i]));
	return OK;
}

enum status example_screening(struct scope *s)
{
	struct subject strategy = { .kind = SUBJECT_STRATEGY,
		.title = "Besöksnäringsstrategi", .phase = PHASE_REVISION,
		.unit = "Regional utveckling" };
	struct assessment a = {0};
	i64 id = 0;

	TRY(assess_by_key(s, "rsptest225", &id));
	TRY(assess_get(s, id, &a));
	TRY(note_rules(s));
	TRY(screen_programme(s, id, a.subject));
	TRY(screen_routine(s));
	TRY(subject_note(s, &strategy, &strategy.id));
	return choose_all(s, a.subject);
}
