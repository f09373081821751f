/* The letter as a neutral paper, and as values for a template. */
#include "base/text.h"
#include "matter/letter.h"
#include "matter/letter.msg"
#include "paper/paper.h"

enum { NOON = 12 * 60 };

static const char *sv(const struct sentence *s)
{
	return s->in[SWEDISH];
}

/* -- a paper ------------------------------------------------------------- */

static void facts(struct paper *p, const struct letter *l)
{
	const struct { const struct sentence *label; const char *text; }
	all[] = {
		{ LP_RECEIVER, l->receiver },
		{ LP_UNIT, text_blank(l->matter.unit) ? l->org :
		           l->matter.unit },
		{ LP_OFFICER, l->matter.officer },
		{ LP_DATE, day_say(p->mem, SWEDISH, l->dated_on) },
		{ LP_REGISTRY, l->matter.registry_no },
	};

	paper_facts(p);
	for (size_t i = 0; i < COUNT(all); i++)
		if (!text_blank(all[i].text))
			paper_fact(p, sv(all[i].label), all[i].text);
}

/* A list goes on as long as its lines are of one kind. */
static void line(struct paper *p, const struct written_lines *all, size_t i)
{
	const struct written_line *l = &all->v[i];
	bool first = i == 0 || all->v[i - 1].kind != l->kind;

	switch (l->kind) {
	case WRITTEN_HEAD:
		paper_heading(p, 3, NULL, l->text);
		return;
	case WRITTEN_POINT:
	case WRITTEN_ITEM:
		if (first)
			paper_list(p, l->kind == WRITTEN_POINT ?
			           BLOCK_NUMBERED : BLOCK_LIST);
		paper_item(p, l->text);
		return;
	case WRITTEN_TEXT:
	case WRITTEN_LEAD:
		paper_text(p, BLOCK_PARAGRAPH, l->text);
		return;
	}
}

struct paper *letter_paper(struct arena *mem, const struct letter *l,
                           bool draft)
{
	struct paper *p = paper_new(mem, "sv", l->matter.title);
	const char *running = text_blank(l->matter.registry_no) ?
		sv(LP_TITLE) : arena_print(mem, "%s · %s", sv(LP_TITLE),
		                           l->matter.registry_no);

	p->author = l->org;
	p->subject = sv(LP_TITLE);
	p->running = draft ? arena_print(mem, "%s · %s", sv(LP_DRAFT),
	                                 running) : running;
	p->page_word = sv(LP_PAGE);
	p->made_at = instant_of(l->dated_on, NOON);
	if (draft)
		paper_text(p, BLOCK_QUOTE, sv(LP_DRAFT_TEXT));
	paper_heading(p, 1, NULL, l->matter.title);
	paper_text(p, BLOCK_LEAD, sv(LP_TITLE));
	facts(p, l);
	for (size_t i = 0; i < l->sections.n; i++) {
		const struct section *s = &l->sections.v[i];

		if (s->lines.n == 0)
			continue;
		paper_heading(p, 2, NULL, s->heading.text);
		for (size_t j = 0; j < s->lines.n; j++)
			line(p, &s->lines, j);
	}
	return p;
}

/* -- values -------------------------------------------------------------- */

/* The names of a section besides the words of its heading. */
static const char *const *names_of(i64 part)
{
	static const char *const names[][5] = {
		[LETTER_PROPOSAL]     = { "förslag till beslut", "förslag" },
		[LETTER_SUMMARY]      = { "sammanfattning" },
		[LETTER_BACKGROUND]   = { "bakgrund", "ärendet" },
		[LETTER_RESULT]       = { "resultat", "bedömning" },
		[LETTER_CONSEQUENCES] = { "konsekvenser" },
		[LETTER_ECONOMY]      = { "ekonomiska konsekvenser",
		                          "ekonomi" },
		[LETTER_WEIGHING]     = { "avvägning", "motiv" },
		[LETTER_DIALOGUE]     = { "samråd", "samverkan" },
		[LETTER_PAPERS]       = { "bilagor", "beslutsunderlag" },
		[LETTER_DISPATCH]     = { "expedieras", "expedieras till",
		                          "beslutet skickas till" },
	};
	static const char *const none[] = { NULL };

	return part > 0 && part < (i64)COUNT(names) ? names[part] : none;
}

static void name_add(struct arena *mem, struct fill_list *all, size_t at,
                     const char *name)
{
	if (fill_named(mem, all, name) == NULL)
		*PUSH(mem, &all->v[at].names) = name;
}

static void fact_add(struct arena *mem, struct fill_list *all,
                     const char *const *names, const char *text)
{
	size_t at = all->n;

	fill_add(mem, all, names[0], or_empty(text));
	for (size_t i = 1; names[i] != NULL; i++)
		name_add(mem, all, at, names[i]);
}

static void facts_add(struct arena *mem, const struct letter *l,
                      struct fill_list *all)
{
	static const char *const title[] = { "rubrik", "ärenderubrik",
	                                     "titel", NULL };
	static const char *const registry[] = { "diarienummer", "dnr", NULL };
	static const char *const date[] = { "datum", NULL };
	static const char *const officer[] = { "handläggare", NULL };
	static const char *const unit[] = { "avsändare", "enhet",
	                                    "förvaltning", NULL };
	static const char *const body[] = { "nämnd", "mottagare", "till",
	                                    NULL };
	static const char *const org[] = { "organisation", NULL };
	static const char *const lead[] = { "beslutsformulering", NULL };

	fact_add(mem, all, title, l->matter.title);
	fact_add(mem, all, registry, l->matter.registry_no);
	fact_add(mem, all, date, day_say(mem, SWEDISH, l->dated_on));
	fact_add(mem, all, officer, l->matter.officer);
	fact_add(mem, all, unit, l->matter.unit);
	fact_add(mem, all, body, l->receiver);
	fact_add(mem, all, org, l->org);
	fact_add(mem, all, lead, l->wording);
}

static bool has_lead(struct arena *mem, const struct letter *l)
{
	for (size_t i = 0; i < l->placeholders.n; i++)
		if (same(placeholder_fold(mem, l->placeholders.v[i]),
		         "beslutsformulering"))
			return true;
	return false;
}

/* Words of headings first: an organisation's own name a section before ours. */
static void sections_add(struct arena *mem, const struct letter *l,
                         struct fill_list *all)
{
	size_t first = all->n;

	for (size_t i = 0; i < l->sections.n; i++) {
		struct fill *f = PUSH(mem, all);

		f->section = true;
		f->lines = l->sections.v[i].lines;
		name_add(mem, all, first + i, l->sections.v[i].heading.text);
	}
	for (size_t i = 0; i < l->sections.n; i++) {
		const struct section *s = &l->sections.v[i];
		struct fill *f = &all->v[first + i];

		for (const char *const *n = names_of(s->heading.no);
		     *n != NULL; n++)
			name_add(mem, all, first + i, *n);
		if (f->lines.n > 0 && f->lines.v[0].kind == WRITTEN_LEAD &&
		    has_lead(mem, l)) {
			f->lines.v++;
			f->lines.n--;
		}
	}
}

void letter_fills(struct arena *mem, const struct letter *l,
                  struct fill_list *out)
{
	facts_add(mem, l, out);
	sections_add(mem, l, out);
}

void letter_names(struct arena *mem, const struct heading_list *headings,
                  struct fill_list *out)
{
	struct letter l = { .org = "", .wording = "", .receiver = "" };

	for (size_t i = 0; i < headings->n; i++)
		PUSH(mem, &l.sections)->heading = headings->v[i];
	letter_fills(mem, &l, out);
}
