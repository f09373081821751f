/* The official letter: written, shown as a draft, made ready, and kept. */
#include "check.h"
#include "docx.h"
#include "kit/secret.h"
#include "matter/letter.h"
#include "trial.h"

static const char *path(struct trial *e, const char *end)
{
	return arena_print(e->st->mem, "/m/%s/letter%s", e->matter, end);
}

static struct req *letter(struct trial *e)
{
	return get(e->st, "%s", path(e, ""));
}

static struct req *write_part(struct trial *e, i64 part, i64 version,
                              const char *text)
{
	return post(e->st, arena_print(e->st->mem, "form=part-%lld&version="
	            "%lld&text=%s", part, version, text),
	            "/m/%s/letter/parts/%lld", e->matter, part);
}

#define REASONS(e) arena_print((e)->st->mem, "version=1&date=2026-01-31" \
	"&why-%s-2-0=Erbjuds+i+mars.&why-%s-4-0=Planeras.", (e)->key, (e)->key)

static struct req *send(struct trial *e, const char *fields)
{
	return post(e->st, fields, "%s", path(e, "/send"));
}

/* -- writing ------------------------------------------------------------- */

TEST(what_is_written_stands_under_its_heading_and_points_are_numbered)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(write_part(&e, LETTER_PROPOSAL, 0, "att+godk%C3%A4nna"
	          "+programmet%0A2.+uppdra+%C3%A5t+direkt%C3%B6ren+att+"
	          "b%C3%B6rja")->code, 303);
	r = letter(&e);
	CHECK_HAS(PAGE(r), "<p>Regionstyrelsen beslutar föreslå "
	          "regionfullmäktige besluta att</p><ol><li>godkänna "
	          "programmet</li><li>uppdra åt direktören att börja</li>"
	          "</ol>");
	CHECK_HAS(PAGE(r), "Texten under Bakgrund saknas");
	stage_close(e.st);
}

TEST(two_who_write_the_same_section_lose_nothing)
{
	struct trial e = trial_open();
	struct req *r;

	CHECK_INT(write_part(&e, LETTER_BACKGROUND, 0, "Hennes")->code, 303);
	r = write_part(&e, LETTER_BACKGROUND, 0, "Hans");
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Hennes");
	CHECK_HAS(PAGE(r), ">Hans</textarea>");
	CHECK_INT(write_part(&e, LETTER_BACKGROUND, 1, "Bådas")->code, 303);
	CHECK_HAS(PAGE(letter(&e)), "<p>Bådas</p>");
	stage_close(e.st);
}

TEST(who_may_only_read_sees_the_letter_and_writes_nothing)
{
	struct trial e = trial_open();

	trial_letter(&e);
	stage_rights(e.st, READ);
	CHECK_HAS(PAGE(letter(&e)), "godkänna programmet");
	CHECK_HAS_NOT(PAGE(letter(&e)), "<textarea");
	CHECK_INT(write_part(&e, LETTER_BACKGROUND, 1, "x")->code, 403);
	CHECK_INT(send(&e, REASONS(&e))->code, 403);
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", path(&e, "/send"))), "<form method="
	              "'post' action='/m/");
	stage_close(e.st);
}

TEST(the_list_of_papers_and_an_unknown_section_are_not_typed)
{
	struct trial e = trial_open();

	CHECK_INT(write_part(&e, LETTER_PAPERS, 0, "x")->code, 404);
	CHECK_INT(write_part(&e, 99, 0, "x")->code, 404);
	CHECK_INT(post(e.st, "version=0", "/m/%s/letter/parts/3/take",
	               e.matter)->code, 404);
	stage_close(e.st);
}

/* -- consequences -------------------------------------------------------- */

TEST(consequences_are_the_text_block_until_somebody_saves_their_own)
{
	struct trial e = trial_open();
	struct letter l;
	struct scope s = stage_scope(e.st);
	const struct section *c = NULL;

	CHECK_OK(letter_read(&s, e.matter_id, 20000, "Region", &l));
	for (size_t i = 0; i < l.sections.n; i++)
		if (l.sections.v[i].heading.no == LETTER_CONSEQUENCES)
			c = &l.sections.v[i];
	CHECK(c != NULL && !text_blank(c->text) && same(c->text, c->now));
	CHECK_HAS(PAGE(letter(&e)), c->lines.v[0].text);
	CHECK_INT(write_part(&e, LETTER_CONSEQUENCES, 0, "Utan+block")->code,
	          409);
	CHECK_INT(post(e.st, arena_print(e.st->mem, "version=0&text=Egen+text"
	               "&block=%s", digest_text(e.st->mem, c->now)),
	               "/m/%s/letter/parts/5", e.matter)->code, 303);
	CHECK_HAS(PAGE(letter(&e)), "<p>Egen text</p>");
	CHECK_HAS_NOT(PAGE(letter(&e)), "id='changed'");
	stage_close(e.st);
}

static struct req *settle(struct trial *e, const char *what)
{
	const char *page = PAGE(letter(e)), *mark = "name='block' value='";
	const char *at = strstr(strstr(page, arena_print(e->st->mem,
		"letter/parts/5/%s'", what)), mark) + strlen(mark);

	return post(e->st, arena_print(e->st->mem, "version=1&block=%.64s",
	            at), "/m/%s/letter/parts/5/%s", e->matter, what);
}

TEST(a_text_block_that_changed_stands_beside_what_was_taken)
{
	struct trial e = trial_open();

	trial_letter_taken(&e);
	CHECK_HAS(PAGE(letter(&e)), "Texten har ändrats sedan du hämtade den");
	CHECK_HAS(PAGE(letter(&e)), "<p>Som det var.</p>");
	CHECK_INT(settle(&e, "leave")->code, 303);
	CHECK_HAS(PAGE(letter(&e)), "<p>Min text.</p>");
	CHECK_HAS_NOT(PAGE(letter(&e)), "id='changed'");
	stage_close(e.st);
	e = trial_open();
	trial_letter_taken(&e);
	CHECK_INT(settle(&e, "take")->code, 303);
	CHECK_HAS_NOT(PAGE(letter(&e)), "<p>Min text.</p>");
	CHECK_HAS_NOT(PAGE(letter(&e)), "id='changed'");
	stage_close(e.st);
}

TEST(what_is_missing_is_a_sentence_of_fact_nobody_can_type_away)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct letter l;

	trial_letter_taken(&e);
	CHECK_OK(letter_read(&s, e.matter_id, 20000, "Region", &l));
	CHECK(l.holes.n > 0);
	CHECK_HAS(PAGE(letter(&e)), l.holes.v[0].hole.fact);
	CHECK_HAS(PAGE(letter(&e)), "Hela hållbarhetssäkringen finns i bilaga "
	          "1.");
	stage_close(e.st);
}

/* -- made ready ---------------------------------------------------------- */

TEST(what_law_or_the_headings_demand_stops_it_and_nothing_is_kept)
{
	struct trial e = trial_open();
	struct req *r = send(&e, REASONS(&e));

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Något är kvar som lagen eller rubrikerna kräver");
	trial_letter(&e);
	r = send(&e, "version=1&date=2026-01-31");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Lagkrav");
	CHECK_HAS_NOT(PAGE(get(e.st, "/m/%s/papers", e.matter)),
	              "file.docx");
	stage_close(e.st);
}

static const char *sum(struct trial *e, i64 no, const char *type)
{
	struct req *r = get(e->st, "/m/%s/papers/%lld/file.%s", e->matter, no,
	                    type);

	CHECK_INT(r->code, 200);
	return digest(e->st->mem, r->bytes);
}

TEST(the_letter_and_its_papers_are_kept_byte_for_byte)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter_paper_list all = {0};
	struct matter m;
	const char *pdf, *docx;

	trial_letter(&e);
	CHECK_INT(send(&e, REASONS(&e))->code, 303);
	CHECK_OK(matter_get(&s, e.matter_id, &m));
	CHECK_OK(matter_paper_list(&s, e.matter_id, &all));
	CHECK(all.v[0].use == USE_LETTER);
	pdf = sum(&e, 4, "pdf");
	docx = sum(&e, 4, "docx");
	CHECK_INT(write_part(&e, LETTER_BACKGROUND, 1, "Nytt")->code, 303);
	e.st->now += 3600 * 1000;
	CHECK_TEXT(sum(&e, 4, "pdf"), pdf);
	CHECK_TEXT(sum(&e, 4, "docx"), docx);
	CHECK_HAS(PAGE(get(e.st, "%s", path(&e, ""))), "Erbjuds i mars.");
	stage_close(e.st);
}

TEST(the_same_letter_made_ready_twice_is_the_same_bytes_in_two_rows)
{
	struct trial e = trial_open();

	trial_letter(&e);
	CHECK_INT(send(&e, REASONS(&e))->code, 303);
	e.st->now += 3600 * 1000;
	CHECK_INT(send(&e, arena_print(e.st->mem, "%s&v-%s-2-0=1&v-%s-4-0=1",
	          REASONS(&e), e.key, e.key))->code, 303);
	CHECK_TEXT(sum(&e, 4, "docx"), sum(&e, 7, "docx"));
	CHECK_TEXT(sum(&e, 4, "pdf"), sum(&e, 7, "pdf"));
	stage_close(e.st);
}

TEST(a_register_number_or_the_reason_for_none_is_asked_for_and_kept)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter m;

	CHECK_OK(matter_get(&s, e.matter_id, &m));
	m.registry_no = "";
	IN_WRITE(e.st, matter_change(&s, &m));
	trial_letter(&e);
	CHECK_HAS(PAGE(letter(&e)), "Diarienummer saknas");
	CHECK_INT(send(&e, arena_print(e.st->mem, "%s&no_registry=x",
	          REASONS(&e)))->code, 409);
	CHECK_OK(matter_get(&s, e.matter_id, &m));
	CHECK_INT(send(&e, arena_print(e.st->mem, "version=%lld&registry=RS/9"
	          "&%s", m.version, strchr(REASONS(&e), '&') + 1))->code, 303);
	CHECK_OK(matter_get(&s, e.matter_id, &m));
	CHECK_TEXT(m.registry_no, "RS/9");
	stage_close(e.st);
}

/* -- an organisation's own ----------------------------------------------- */

TEST(a_heading_of_ones_own_is_demanded_when_the_organisation_says_so)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "text=Risker", "/o/%s/letter/headings",
	                     e.st->org_key);

	CHECK_HAS(r->location, "/letter/headings/32");
	CHECK_INT(post(e.st, "version=1&text=Risker&place=2&need=2&used=1",
	               "/o/%s/letter/headings/32", e.st->org_key)->code, 303);
	CHECK_HAS(PAGE(letter(&e)), "Texten under Risker saknas");
	CHECK_INT(write_part(&e, LETTER_OWN, 0, "Inga")->code, 303);
	CHECK_INT(post(e.st, "", "/o/%s/letter/sets/2", e.st->org_key)->code,
	          303);
	CHECK_HAS(PAGE(letter(&e)), "Texter under rubriker som inte används");
	CHECK_HAS(PAGE(letter(&e)), "Texten under Ärendet saknas");
	CHECK_INT(post(e.st, "text=bakgrund", "/o/%s/letter/headings",
	               e.st->org_key)->code, 303);
	CHECK_INT(post(e.st, "text=Bakgrund", "/o/%s/letter/headings",
	               e.st->org_key)->code, 422);
	stage_close(e.st);
}

static struct req *upload(struct trial *e, struct bytes file)
{
	struct req *r = req_new(&e->st->house, e->st->db, e->st->mem,
	                        e->st->now);

	r->method = POST;
	r->address = r->path = arena_print(e->st->mem, "/o/%s/letter/template",
	                                   e->st->org_key);
	r->cookies = e->st->cookie;
	r->browser = "a test";
	trial_upload(e, r, file);
	serve(r);
	return r;
}

TEST(a_template_of_ones_own_is_filled_and_a_bad_one_refused_in_words)
{
	struct trial e = trial_open();
	struct bytes bad = docx_made(e.st->mem, &(struct docx_made){
		.body = "<w:p><w:r><w:t>{{datum</w:t></w:r></w:p>" });
	struct req *r = upload(&e, bad);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "En platshållare tar inte slut: {{datum");
	CHECK_INT(upload(&e, trial_docx(&e))->code, 303);
	r = get(e.st, "/o/%s/letter", e.st->org_key);
	CHECK_HAS(PAGE(r), "Okänd, blir kvar som den står");
	CHECK_HAS(PAGE(r), "Rubriker utan platshållare");
	trial_letter(&e);
	CHECK_HAS(PAGE(letter(&e)), "Mallens {{okänd}} fylls inte i");
	r = get(e.st, "%s", path(&e, "/letter.docx"));
	CHECK_INT(r->code, 200);
	CHECK_HAS(docx_text(e.st->mem, r->bytes, "word/document.xml"),
	          "1. godkänna programmet");
	CHECK_HAS(docx_text(e.st->mem, r->bytes, "word/document.xml"),
	          ">Utkast<");
	CHECK_HAS(docx_text(e.st->mem, r->bytes, "word/header1.xml"),
	          "Regionstyrelsen");
	CHECK_INT(post(e.st, "", "/o/%s/letter/template/drop",
	               e.st->org_key)->code, 303);
	CHECK_INT(get(e.st, "/o/%s/letter/template.docx", e.st->org_key)->code,
	          404);
	stage_close(e.st);
}

TEST(a_draft_says_so_and_is_made_as_page_pdf_and_docx)
{
	struct trial e = trial_open();
	struct req *r;

	trial_letter(&e);
	CHECK_HAS(PAGE(get(e.st, "%s", path(&e, "/preview"))), "Utkast.");
	r = get(e.st, "%s", path(&e, "/letter.pdf"));
	CHECK(r->code == 200 && memcmp(r->bytes.v, "%PDF", 4) == 0);
	r = get(e.st, "%s", path(&e, "/letter.docx"));
	CHECK_HAS(docx_text(e.st->mem, r->bytes, "word/document.xml"),
	          "Utkast");
	CHECK_INT(get(e.st, "%s", path(&e, "/letter.csv"))->code, 404);
	stage_close(e.st);
}
