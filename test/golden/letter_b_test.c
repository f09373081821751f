/* Constructed test set B as a letter: a result report on its way from the
 * working committee to the board, with one annex. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "check.h"
#include "matter/letter.h"
#include "paper/paper.h"
#include "stage.h"

static const char golden[] = "test/golden/letter.html";

static const struct letter_text texts[] = {
	{ LETTER_PROPOSAL, "godkänna resultatrapport inklusive plan framåt "
	  "enligt bilaga 1", "" },
	{ LETTER_SUMMARY, "Regionen har deltagit i ett nationellt "
	  "utvecklingsarbete för jämställdhetsintegrering. Arbetet avslutas "
	  "vid årsskiftet. Rapporten visar vad som är gjort och hur det "
	  "fortsätter.", "" },
	{ LETTER_BACKGROUND, "Arbetet har pågått i två år inom ordinarie "
	  "ledning och styrning.\n\nJämställdhet och rättigheter har prövats "
	  "tillsammans.", "" },
	{ LETTER_RESULT, "Självskattningen gick från 18 till 29 av 39 möjliga "
	  "poäng.\n- Ny rubrik i mallen för tjänsteskrivelser\n"
	  "- Tre försök: regional utveckling, hälso- och sjukvård, HR\n"
	  "- Nyckeltal för kvinnor och män i Mål och budget", "" },
	{ LETTER_ECONOMY, "Arbetet ryms inom befintlig ram.", "" },
	{ LETTER_DISPATCH, "SKR\nRegionkontoret", "" },
};

static i64 body(struct stage *st, enum body_kind kind, const char *name,
                const char *shortened)
{
	struct scope s = stage_scope(st);
	struct body b = { .kind = kind, .name = name,
	                  .shortened = shortened };

	IN_WRITE(st, body_note(&s, &b));
	return b.id;
}

static i64 the_matter(struct stage *st, i64 today)
{
	struct scope s = stage_scope(st);
	struct matter m = {
		.kind = MATTER_REPORT, .registry_no = "RS/77/2020",
		.title = "Resultatrapport jämställdhets- och "
		         "rättighetsintegrering",
		.officer = "Karin Ek, strateg", .unit = "Regionkontoret" };
	struct step_body first = { .role = ROLE_PROPOSES }, second = {
		.role = ROLE_DECIDES };
	struct matter_paper report = {
		.use = USE_OTHER, .state = PAPER_FINAL, .dated_on = today - 3,
		.title = "Resultatrapport 2020" };

	first.body.id = body(st, BODY_WORKING,
	                     "regionstyrelsens arbetsutskott", "RSAU");
	second.body.id = body(st, BODY_BOARD, "regionstyrelsen", "RS");
	IN_WRITE(st, matter_note(&s, &m));
	IN_WRITE(st, chain_add(&s, m.id, &first));
	IN_WRITE(st, chain_add(&s, m.id, &second));
	IN_WRITE(st, matter_paper_note(&s, m.id, &report));
	for (size_t i = 0; i < COUNT(texts); i++)
		IN_WRITE(st, letter_text_keep(&s, m.id, &texts[i]));
	return m.id;
}

static char *read_whole(struct arena *mem, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = arena_take(mem, 1 << 16);

	if (f == NULL)
		return text;
	text[fread(text, 1, (1 << 16) - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* GOLDEN=write in the environment writes what is then read through. */
TEST(the_letter_of_test_set_b_reads_as_it_did_and_lacks_nothing)
{
	struct stage *st = stage_open(NULL);
	i64 today = day_of_date((struct date){ 2020, 12, 1 });
	struct scope s = stage_scope(st);
	struct letter_lack_list lacks = {0};
	struct markup m = markup_in(st->mem);
	struct letter l;

	CHECK_OK(letter_read(&s, the_matter(st, today), today, "Region Test",
	                     &l));
	letter_lacks(st->mem, &l, &lacks);
	CHECK_INT(lacks.n, 0);
	paper_html(letter_paper(st->mem, &l, false), &m, 1);
	if (getenv("GOLDEN") != NULL) {
		FILE *f = fopen(golden, "wb");

		CHECK(f != NULL && fwrite(m.text, 1, m.n, f) == m.n);
		fclose(f);
	}
	CHECK_TEXT(m.text, read_whole(st->mem, golden));
	stage_close(st);
}
