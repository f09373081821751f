/* The help: for anyone, in two languages, about nobody. */
#include "example.h"
#include "help/example.h"
#include "stage.h"

static const char *const pages[] = {
	"/help", "/help/course/1", "/help/course/2", "/help/course/3",
	"/help/course/4", "/help/course/5", "/help/course/6",
	"/help/course/7", "/help/course/8", "/help/example", "/help/map",
	"/help/words",
};

static struct req *in_language(struct stage *st, const char *page,
                               const char *language)
{
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);

	r->method = GET;
	r->path = r->address = page;
	r->languages = language;
	serve(r);
	return r;
}

TEST(anyone_may_read_every_page_of_the_help_in_both_languages)
{
	struct stage *st = stage_open(NULL);

	stage_as_nobody(st);
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct req *sv = in_language(st, pages[i], "sv");
		struct req *en = in_language(st, pages[i], "en");

		CHECK_INT(sv->code, 200);
		CHECK_INT(en->code, 200);
		CHECK_HAS(PAGE(sv), "<html lang='sv'>");
		CHECK_HAS(PAGE(en), "<html lang='en'>");
		CHECK_HAS(PAGE(sv), "Lär dig metoden");
		CHECK_HAS(PAGE(en), "Learn the method");
	}
	stage_close(st);
}

TEST(the_help_shows_nothing_of_the_organisation_of_who_reads)
{
	struct stage *st = stage_open(NULL);

	for (size_t i = 0; i < COUNT(pages); i++) {
		struct req *r = get(st, "%s", pages[i]);

		CHECK_INT(r->code, 200);
		CHECK_HAS_NOT(PAGE(r), st->org_name);
		CHECK_HAS_NOT(PAGE(r), st->org_key);
	}
	stage_close(st);
}

TEST(the_course_is_a_chain_with_a_question_in_each_part)
{
	struct stage *st = stage_open(NULL);

	stage_as_nobody(st);
	for (int i = 1; i <= 8; i++) {
		struct req *r = get(st, "/help/course/%d", i);
		const char *next = arena_print(st->mem,
			"rel='next' href='/help/course/%d'", i + 1);
		const char *before = arena_print(st->mem,
			"rel='prev' href='/help/course/%d'", i - 1);

		CHECK_INT(r->code, 200);
		CHECK((strstr(PAGE(r), next) != NULL) == (i < 8));
		CHECK((strstr(PAGE(r), before) != NULL) == (i > 1));
		CHECK_HAS(PAGE(r), "<details><summary>Visa ett svar");
	}
	CHECK_HAS(PAGE(get(st, "/help")), "ungefär 10 minuter");
	CHECK_INT(get(st, "/help/course/9")->code, 404);
	CHECK_INT(get(st, "/help/course/0")->code, 404);
	CHECK_INT(get(st, "/help/course/x")->code, 404);
	stage_close(st);
}

/* As it is escaped on the page. */
static void has(const char *page, struct arena *mem, const char *text)
{
	struct markup m = markup_in(mem);

	emit(&m, "%s", text);
	CHECK_HAS(page, m.text);
}

static void has_conflicts(const char *page, struct arena *mem,
                          const struct document *d)
{
	for (size_t i = 0; i < d->conflicts.n; i++) {
		const struct conflict *c = &d->conflicts.v[i];

		has(page, mem, c->what_happens);
		has(page, mem, c->chosen);
		has(page, mem, c->chosen_why);
		for (size_t k = 0; k < c->sides.n; k++)
			has(page, mem, c->sides.v[k].loses);
	}
}

TEST(the_example_shows_what_the_shipped_assessment_says)
{
	struct stage *st = stage_open(NULL);
	struct document d;
	const char *page;

	stage_as_nobody(st);
	CHECK_OK(shipped_document(st->mem, &d));
	page = PAGE(get(st, "/help/example"));
	CHECK(d.ending.kind == ASSESS_FINAL);
	CHECK(d.findings.n > 0 && d.conflicts.n > 0 && d.actions.n > 0);
	for (size_t i = 0; i < d.findings.n; i++)
		has(page, st->mem, d.findings.v[i].sentence);
	for (size_t i = 0; i < d.links.n; i++)
		has(page, st->mem, d.links.v[i].name);
	for (size_t i = 0; i < d.actions.n; i++) {
		has(page, st->mem, d.actions.v[i].title);
		has(page, st->mem, d.actions.v[i].responsible);
	}
	has_conflicts(page, st->mem, &d);
	has(page, st->mem, d.ending.signed_by);
	stage_close(st);
}

TEST(a_remark_names_what_is_in_the_assessment_it_is_on)
{
	struct stage *st = stage_open(NULL);
	struct document d;
	struct both_ways b;
	const char *page;

	CHECK_OK(shipped_document(st->mem, &d));
	page = PAGE(get(st, "/help/example"));
	CHECK_HAS(page, arena_print(st->mem, "F%lld har märken på %zu mål",
	          most_marked(&d)->no, most_marked(&d)->marks.n));
	CHECK(goal_both_ways(&d, &b));
	CHECK(finding_is_negative(b.one) && !finding_is_negative(b.other));
	CHECK_HAS(page, arena_print(st->mem, "av F%lld och F%lld", b.one->no,
	                            b.other->no));
	CHECK_HAS(page, "Den som saknades här: Ungdomsrådet.");
	stage_close(st);
}

/* Where the help leads within itself, there is something. */
TEST(a_link_into_the_example_leads_to_a_chapter)
{
	struct stage *st = stage_open(NULL);
	const char *example, *words;

	stage_as_nobody(st);
	example = PAGE(get(st, "/help/example"));
	words = PAGE(get(st, "/help/words"));
	for (size_t i = 0; i < COUNT(pages); i++) {
		const char *at = PAGE(get(st, "%s", pages[i]));

		while ((at = strstr(at, "href='/help/")) != NULL) {
			const char *to = at += strlen("href='/help/");
			const char *hash = memchr(to, '#', strcspn(to, "'"));

			if (hash == NULL)
				continue;
			CHECK_HAS(*to == 'e' ? example : words,
			          arena_print(st->mem, "id='%.*s'",
			          (int)strcspn(hash + 1, "'"), hash + 1));
		}
	}
	stage_close(st);
}

TEST(a_page_leads_to_the_part_of_the_course_that_is_about_it)
{
	static const struct { const char *page; int lesson; } all[] = {
		{ "steps/1/1", 3 }, { "steps/3", 5 }, { "findings/1", 2 },
		{ "new-finding?priority=1&question=rus_findings", 2 },
		{ "goals/agenda2030/3/1", 3 }, { "finish", 8 },
	};
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);

	for (size_t i = 0; i < COUNT(all); i++)
		CHECK_HAS(PAGE(get(st, "/a/%s/%s", now.a.key, all[i].page)),
		          arena_print(st->mem, "href='/help/course/%d'",
		                      all[i].lesson));
	CHECK_HAS(PAGE(get(st, "/o/%s/invite", st->org_key)),
	          "href='/help/course/5'");
	stage_close(st);
}
