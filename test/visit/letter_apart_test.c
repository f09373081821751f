/* What a letter never says: weighings among consequences, drafts and secret
 * titles among its papers; and what it always says. */
#include "check.h"
#include "docx.h"
#include "kit/secret.h"
#include "matter/letter.h"
#include "trial.h"

static struct req *letter(struct trial *e)
{
	return get(e->st, "/m/%s/letter", e->matter);
}

static const struct section *part_of(const struct letter *l, i64 part)
{
	for (size_t i = 0; i < l->sections.n; i++)
		if (l->sections.v[i].heading.no == part)
			return &l->sections.v[i];
	return NULL;
}

TEST(the_weighing_is_the_choices_of_the_text_block_until_it_is_saved)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const struct section *w, *c;
	struct letter l;

	CHECK_OK(letter_read(&s, e.matter_id, 20000, "Region", &l));
	w = part_of(&l, LETTER_WEIGHING);
	c = part_of(&l, LETTER_CONSEQUENCES);
	CHECK(!text_blank(w->text) && same(w->text, w->now));
	CHECK(strstr(c->text, w->lines.v[0].text) == NULL);
	CHECK_HAS(PAGE(letter(&e)), w->lines.v[0].text);
	CHECK_INT(post(e.st, "version=0&text=Utan+block",
	               "/m/%s/letter/parts/7", e.matter)->code, 409);
	CHECK_INT(post(e.st, arena_print(e.st->mem, "version=0&text=V%%C3%%A4gt"
	               "&block=%s", digest_text(e.st->mem, w->now)),
	               "/m/%s/letter/parts/7", e.matter)->code, 303);
	CHECK_HAS(PAGE(letter(&e)), "<p>Vägt</p>");
	CHECK_HAS_NOT(PAGE(letter(&e)), "id='changed'");
	stage_close(e.st);
}

static void a_paper(struct trial *e, enum paper_state state,
                    const char *title, const char *secret_by)
{
	struct scope s = stage_scope(e->st);
	struct matter_paper p = { .use = USE_OTHER, .state = state,
		.title = title, .secret_by = secret_by, .registry_no = "RS/2",
		.dated_on = 20000 };

	IN_WRITE(e->st, matter_paper_note(&s, e->matter_id, &p));
}

TEST(a_draft_is_not_enclosed_and_a_secret_paper_does_not_say_its_title)
{
	struct trial e = trial_open();
	struct req *r;

	a_paper(&e, PAPER_WORKING, "Arbetsutkast", "");
	a_paper(&e, PAPER_FINAL, "Karins sjukdom", "OSL 25 kap. 1 §");
	a_paper(&e, PAPER_FINAL, "Taxan", "");
	r = letter(&e);
	CHECK_HAS_NOT(PAGE(r), "Arbetsutkast");
	CHECK_HAS_NOT(PAGE(r), "Karins sjukdom");
	CHECK_HAS(PAGE(r), "Bilaga 1: sekretessmarkerad handling, ");
	CHECK_HAS(PAGE(r), "Bilaga 2: Taxan");
	CHECK_HAS(PAGE(r), "Bilaga 3: Hållbarhetssäkring: ");
	stage_close(e.st);
}

TEST(the_heading_of_consequences_cannot_be_put_out_of_use)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "version=0&text=Konsekvenser&place=5&need=1",
	                     "/o/%s/letter/headings/5", e.st->org_key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Rubriken om konsekvenser måste användas");
	CHECK_INT(post(e.st, "version=0&text=F%C3%B6ljder&place=5&need=1"
	               "&used=1", "/o/%s/letter/headings/5", e.st->org_key)
	          ->code, 303);
	stage_close(e.st);
}

TEST(a_template_without_a_place_for_what_the_law_demands_stops_the_letter)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct template_report report;
	struct req *r;

	template_check(e.st->mem, docx_made(e.st->mem, &(struct docx_made){
		.body = "<w:p><w:r><w:t>{{rubrik}}</w:t></w:r></w:p>" }),
		&report);
	IN_WRITE(e.st, letter_template_note(&s, &report, "mall.docx"));
	trial_letter(&e);
	CHECK_HAS(PAGE(letter(&e)), "Rubriken om konsekvenser saknas i "
	          "mallen");
	r = post(e.st, arena_print(e.st->mem, "version=1&date=2026-01-31"
	         "&why-%s-2-0=Senare&why-%s-4-0=Senare", e.key, e.key),
	         "/m/%s/letter/send", e.matter);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Något är kvar som lagen eller rubrikerna kräver");
	stage_close(e.st);
}
