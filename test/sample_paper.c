#include <string.h>

#include "base/clock.h"
#include "sample_paper.h"

static const char *const goals[] = {
	"Ingen fattigdom", "Ingen hunger", "God hälsa och välbefinnande",
	"God utbildning för alla", "Jämställdhet",
	"Rent vatten och sanitet för alla", "Hållbar energi för alla",
	"Anständiga arbetsvillkor och ekonomisk tillväxt",
	"Hållbar industri, innovationer och infrastruktur",
	"Minskad ojämlikhet", "Hållbara städer och samhällen",
	"Hållbar konsumtion och produktion",
	"Bekämpa klimatförändringarna", "Hav och marina resurser",
	"Ekosystem och biologisk mångfald",
	"Fredliga och inkluderande samhällen",
	"Genomförande och globalt partnerskap",
};

static const struct { enum paper_mark mark; const char *words; } kinds[] = {
	{ MARK_DIRECT_POSITIVE, "Direkt positiv" },
	{ MARK_INDIRECT_POSITIVE, "Indirekt positiv" },
	{ MARK_INDIRECT_NEGATIVE, "Indirekt negativ" },
	{ MARK_DIRECT_NEGATIVE, "Direkt negativ" },
	{ MARK_POSITIVE, "Positiv" }, { MARK_NEGATIVE, "Negativ" },
	{ MARK_NONE, "Ingen påverkan" }, { MARK_GAP, "Mer kunskap behövs" },
	{ MARK_UNJUDGED, "ej bedömt" }, { MARK_NOT_CHOSEN, "inte vald" },
	{ MARK_DIVIDED, "delade meningar" },
};

static void judged(struct paper *p, size_t kind, int no)
{
	struct span *s;
	struct cell *c = paper_cell(p, CELL_TEXT, NULL);
	bool said = kinds[kind].mark != MARK_UNJUDGED &&
	            kinds[kind].mark != MARK_NOT_CHOSEN;

	c->hatched = kinds[kind].mark == MARK_UNJUDGED;
	s = paper_cell_line(p, !said ? kinds[kind].words : arena_print(p->mem,
		"%s, F%d", kinds[kind].words, no));
	s->mark = kinds[kind].mark;
	s->strong = said;
	if (!said)
		return;
	s->link = arena_print(p->mem, "#f%d", no);
	paper_cell_line(p, "Service finns kvar i småorter");
}

static void goal_row(struct paper *p, int goal, int no)
{
	struct span *s;

	paper_row(p);
	paper_cell(p, CELL_ROW, NULL);
	s = paper_cell_line(p, goals[goal - 1]);
	s->tile = arena_print(p->mem, "%d", goal);
	s->tile_colour = goal;
	for (int i = 0; i < 3; i++)
		judged(p, (size_t)(goal * 3 + i * 5 + no) % COUNT(kinds),
		       (goal * 3 + i) % 20 + 1);
}

static void matrix(struct paper *p)
{
	struct block *b = paper_table(p, "Fyndens märken: tre prioriteringar "
		"mot målen i Agenda 2030 och den regionala strategin", 1);

	b->width[0] = 280;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "Mål");
	paper_cell(p, CELL_COLUMN, "P1 Tillgänglighet för medborgare");
	paper_cell(p, CELL_COLUMN, "P2 Stöd och rådgivning");
	paper_cell(p, CELL_COLUMN, "P3 Samordning mellan offentliga aktörer");
	paper_row(p);
	paper_cell(p, CELL_GROUP, "Agenda 2030. Sjutton mål.");
	for (int i = 1; i <= 17; i++)
		goal_row(p, i, 0);
	paper_row(p);
	paper_cell(p, CELL_GROUP, "Regional strategi, version 2.");
	for (int i = 1; i <= 13; i++) {
		goal_row(p, i, 1);
		p->last->rows.v[p->last->rows.n - 1].cells.v[0].lines.v[0]
			.tile_colour = 0;
		p->last->rows.v[p->last->rows.n - 1].cells.v[0].lines.v[0]
			.tile = arena_print(p->mem, "R%d", i);
	}
}

static void findings(struct paper *p, int first, int n)
{
	paper_list(p, BLOCK_FINDINGS);
	for (int i = first; i < first + n; i++) {
		struct block *b = paper_item(p,
			"Fossila drivmedel säljs i minst tio år till på "
			"orter som får stöd, och de som bor där har inget "
			"annat val.");

		b->label = arena_print(p->mem, "F%d", i);
		b->anchor = arena_print(p->mem, "f%d", i);
		for (int n_marks = 0; n_marks <= i % 3; n_marks++) {
			int goal = (i * 5 + n_marks * 7) % 17;
			size_t kind = (size_t)(i + n_marks * 3) %
			              (COUNT(kinds) - 3);
			struct span *s = paper_span(p, arena_print(p->mem,
				"%s: %s", goals[goal], kinds[kind].words));

			s->mark = kinds[kind].mark;
			s->tile = arena_print(p->mem, "%d", goal + 1);
			s->tile_colour = goal + 1;
		}
	}
}

static void actions(struct paper *p, int rows)
{
	struct block *b = paper_table(p, "Åtgärder", 1);

	b->width[0] = 70;
	b->width[1] = 430;
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "Nr");
	paper_cell(p, CELL_COLUMN, "Vad som ska göras");
	paper_cell(p, CELL_COLUMN, "Ansvarig");
	paper_cell(p, CELL_COLUMN, "Klart");
	for (int i = 1; i <= rows; i++) {
		paper_row(p);
		paper_cell(p, CELL_ROW, arena_print(p->mem, "A%d", i));
		paper_cell(p, CELL_TEXT, "Ta fram en plan för laddning på de "
		           "orter som får stöd. Samråd med Bearalváhki, "
		           "Jåhkåmåhkke och Giron sker först.");
		paper_cell(p, CELL_TEXT, "Avdelningen för regional utveckling");
		paper_cell(p, CELL_TEXT, "31 mars 2027");
	}
}

static void opening(struct paper *p)
{
	struct span *s;

	paper_heading(p, 1, NULL, "Regionalt serviceprogram: vad händer med "
	              "målen?");
	paper_text(p, BLOCK_LEAD, "Programmet stärker servicen i hela länet. "
		"Två frågor bör avgöras av politiken: drivmedel mot klimat, "
		"och mark för servicepunkter mot vinterbete.");
	paper_facts(p);
	paper_fact(p, "Det som säkras", "Regionalt serviceprogram – test, tre "
	           "prioriteringar");
	paper_fact(p, "Diarienummer", "RUN/123/2025");
	paper_fact(p, "Deltagare", "9 personer den 2 september, 4 den 17 "
	           "oktober");
	paper_cell_line(p, "Två grupper, en processledare");
	paper_heading(p, 2, "samlad", "Samlad bedömning");
	paper_text(p, BLOCK_PARAGRAPH, "Region Norrskog är påhittad. Stödet "
		"till företag når i dag inte unga och utrikes födda. Här "
		"prövas samiska bokstäver: ŋ š ŧ ž đ č Č Š. Tecken: – − … "
		"“så” ”så” ’ · ≠ ≥ 5 % → klart 😀. ");
	s = paper_span(p, "Läs fynden bakom tecknen");
	s->link = "#fynden";
	paper_span(p, " eller ");
	s = paper_span(p, "strategin på webben");
	s->link = "https://region.example/strategi?a=1&b=2";
	paper_span(p, ", som ");
	paper_span(p, "gäller till 2030")->strong = true;
	paper_span(p, ".");
	paper_text(p, BLOCK_QUOTE, "Ska stöd till drivmedel villkoras med en "
		"plan för omställning på orten?");
	paper_list(p, BLOCK_LIST);
	paper_item(p, "Sälj drivmedel på orter som annars står utan, i tio "
	           "år till, och bygg laddning under tiden.");
	paper_item(p, "Gör ingenting.");
	paper_list(p, BLOCK_NUMBERED);
	paper_item(p, "Vilka saknas i rummet?");
	paper_item(p, "Vad är inte känt?");
}

/* Every kind of shape, every mark, in one drawing. */
static void drawing(struct paper *p)
{
	struct figure *f = figure_new(p->mem, "fig-sample",
		"Tecknen & <rutorna>", "Varje tecken står en gång.",
		FIGURE_WIDE, 130);
	struct shape *s;

	for (int i = 1; i <= MARK_TICK; i++)
		figure_shape(p->mem, f, SHAPE_MARK, i * 30, 10, 14, 14)->mark =
			i;
	for (int i = 0; i <= DOT_POINT; i++)
		figure_dot(p->mem, f, (enum dot)i, 40 + i * 30, 44);
	s = figure_shape(p->mem, f, SHAPE_TILE, 30, 60, 28, 18);
	s->text = "13";
	s->tile_colour = 13;
	s = figure_shape(p->mem, f, SHAPE_BOX, 80, 60, 100, 18);
	s->fill = SHADE_HATCH;
	s->round = s->dashed = true;
	figure_shape(p->mem, f, SHAPE_LINE, 200, 60, 100, 18)->strong = true;
	s = figure_text(p->mem, f, 20, 120, "Hur mycket");
	s->upright = s->strong = true;
	s = figure_text(p->mem, f, 540, 100, "Bearalváhki <b>");
	s->anchor = ANCHOR_END;
	paper_figure(p, f);
}

static struct paper *named(struct arena *mem)
{
	struct paper *p = paper_new(mem, "sv",
		"Säkring av regionalt serviceprogram");

	p->author = "Region Norrskog";
	p->subject = "Bilaga till tjänsteskrivelse i ärende RUN/123/2025.";
	p->running = "Säkring av regionalt serviceprogram · RUN/123/2025";
	p->page_word = "Sida {1} av {2}";
	instant_read("2026-11-21T09:00:00Z", &p->made_at);
	return p;
}

struct paper *sample_paper(struct arena *mem)
{
	struct paper *p = named(mem);

	opening(p);
	paper_heading(p, 2, "matris", "Märken i matrisen");
	drawing(p);
	matrix(p);
	paper_heading(p, 2, "fynden", "Fynden bakom tecknen");
	paper_heading(p, 3, NULL, "P1 Tillgänglighet för medborgare");
	findings(p, 1, 20);
	paper_heading(p, 2, NULL, "Åtgärder i Bearalváhki och Čohkkiras");
	actions(p, 40);
	return p;
}

struct paper *sample_long_paper(struct arena *mem, int chapters)
{
	struct paper *p = named(mem);

	opening(p);
	for (int i = 0; i < chapters; i++) {
		paper_heading(p, 2, NULL, arena_print(mem, "Kapitel %d", i));
		for (int n = 0; n < 6; n++)
			paper_text(p, BLOCK_PARAGRAPH, "Dagligvaror och "
				"drivmedel finns kvar i småorter, så att "
				"äldre och personer utan bil når dem. "
				"Läkemedel går att hämta på orten. Region, "
				"kommuner och stat får en gemensam plan och "
				"delade lägesbilder. Underlagen för stöd blir "
				"öppna för alla, och invånarna möter mer lika "
				"service i alla kommuner.");
		matrix(p);
		findings(p, i * 20 + 1, 20);
		actions(p, 20);
	}
	return p;
}

struct paper *sample_sheet(struct arena *mem)
{
	struct paper *p = named(mem);

	paper_heading(p, 1, NULL, "Ska stöd till drivmedel villkoras?");
	paper_text(p, BLOCK_LEAD, "Regionala utvecklingsnämnden, 23 maj.");
	paper_table(p, "Alternativen", 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "Alternativ");
	paper_cell(p, CELL_COLUMN, "Människor");
	paper_cell(p, CELL_COLUMN, "Plats");
	paper_cell(p, CELL_COLUMN, "Pengar");
	for (int i = 0; i < 3; i++) {
		paper_row(p);
		paper_cell(p, CELL_ROW, i == 0 ? "Gör ingenting" : "Villkora");
		paper_cell(p, CELL_TEXT, "Äldre och personer utan bil når "
		           "dagligvaror i småorter.");
		paper_cell(p, CELL_TEXT, "Tio orter i inlandet.");
		paper_cell(p, CELL_TEXT, "4 miljoner kronor om året.");
	}
	paper_heading(p, 2, NULL, "Frågor att ställa");
	paper_list(p, BLOCK_NUMBERED);
	paper_item(p, "Vad händer med orter som saknar laddning?");
	paper_item(p, "Vem betalar om priset stiger?");
	paper_item(p, "När ser vi om det blev som vi tänkt?");
	paper_heading(p, 2, NULL, "Det som inte är känt");
	paper_text(p, BLOCK_PARAGRAPH, "Hur många som flyttar.");
	return p;
}

struct paper *sample_awkward(struct arena *mem, int rows)
{
	static const char *const titles[] = {
		"שלום עולם 123 (RTL)", "مرحبا بالعالم", "Gáivuona suohkan ŋŧđ",
		"Emoji 😀👩‍👩‍👧‍👦🇸🇪", "<script>alert(1)</script>",
		"=cmd()", "+46 1 & \"citat\" 'enkla'", "e\u0301 ett e",
		"\u202eomvänt\u202c", "Rad ett\nrad två", ") Tj ET EMC (",
	};
	char *longest = arena_take(mem, 501);
	struct paper *p = named(mem);

	memset(longest, 'W', 500);
	p->title = longest;
	paper_heading(p, 1, NULL, longest);
	for (size_t i = 0; i < COUNT(titles); i++) {
		paper_heading(p, 2, NULL, titles[i]);
		paper_text(p, BLOCK_PARAGRAPH, i % 2 == 0 ? "" : titles[i]);
	}
	paper_heading(p, 4, NULL, "");
	paper_list(p, BLOCK_LIST);
	paper_table(p, "", 1);
	paper_table(p, titles[4], 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, "Nummer");
	paper_cell(p, CELL_COLUMN, titles[0]);
	for (int i = 0; i < rows; i++) {
		paper_row(p);
		paper_cell(p, CELL_ROW, arena_print(mem, "%d", i));
		paper_cell(p, CELL_TEXT, titles[(size_t)i % COUNT(titles)]);
	}
	paper_heading(p, 2, NULL, "Sist");
	return p;
}
