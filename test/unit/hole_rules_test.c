#include "brief/brief.h"
#include "check.h"
#include "example.h"

static struct document example(struct arena *mem)
{
	struct document d;

	CHECK_INT(example_read(mem, example_with(mem,
		"example/rsp_test_2025.json", "{", "{"), &d).wrong, JSON_FINE);
	return d;
}

static struct hole_list found(struct arena *mem, const struct document *d,
                              const struct hole_list *said)
{
	static const struct hole_list nothing;
	struct hole_list all;

	holes_find(mem, d, said == NULL ? &nothing : said, SWEDISH, &all);
	return all;
}

static const struct hole *of_kind(const struct hole_list *all,
                                  enum hole_kind kind)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == kind)
			return &all->v[i];
	return NULL;
}

TEST(children_affected_without_an_examination_are_a_duty_of_law_that_lacks)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct hole_list all = found(mem, &d, NULL);

	CHECK_INT(all.v[0].kind, HOLE_CHILDREN);
	CHECK(all.v[0].lawful && hole_is_open(&all.v[0]));
	CHECK_TEXT(all.v[0].fact, "Prövning av barnets bästa är inte gjord.");
	CHECK_TEXT(all.v[0].why, "Barn berörs enligt aktörerna.");
	d.actors.n = 0;
	all = found(mem, &d, NULL);
	CHECK(of_kind(&all, HOLE_CHILDREN) == NULL);
	*PUSH(mem, &d.findings.v[1].groups) = "women+age_6_12";
	all = found(mem, &d, NULL);
	CHECK_TEXT(all.v[0].why, "Barn berörs enligt F2.");
	arena_free(mem);
}

TEST(young_adults_are_no_children)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct hole_list all;

	d.actors.n = 0;
	CHECK_TEXT(d.findings.v[8].groups.v[1], "age_18_24");
	all = found(mem, &d, NULL);
	CHECK(of_kind(&all, HOLE_CHILDREN) == NULL);
	arena_free(mem);
}

TEST(an_answer_is_a_fact_and_no_hole)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct hole_list said = {0}, all;

	*PUSH(mem, &said) = (struct hole){ .kind = HOLE_CHILDREN,
		.answer = HOLE_NOT_NEEDED, .reason = "Inga barn.",
		.version = 2 };
	*PUSH(mem, &said) = (struct hole){ .kind = HOLE_ENVIRONMENT,
		.answer = HOLE_NOT_DONE, .reason = "Görs i vår.",
		.version = 1 };
	all = found(mem, &d, &said);
	CHECK(!hole_is_open(of_kind(&all, HOLE_CHILDREN)));
	CHECK_TEXT(of_kind(&all, HOLE_CHILDREN)->fact, "Prövning av barnets "
	           "bästa har bedömts inte behövas.");
	CHECK_TEXT(of_kind(&all, HOLE_CHILDREN)->reason, "Inga barn.");
	CHECK(hole_is_open(of_kind(&all, HOLE_ENVIRONMENT)));
	arena_free(mem);
}

TEST(the_law_on_consultation_binds_the_public_but_not_their_replies)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct hole_list all = found(mem, &d, NULL);

	CHECK_TEXT(of_kind(&all, HOLE_CONSULTATION)->why, "Samiska intressen "
	           "berörs enligt F6, F19, F20 och aktörerna.");
	d.subject.kind = SUBJECT_REPLY;
	all = found(mem, &d, NULL);
	CHECK(of_kind(&all, HOLE_CONSULTATION) == NULL);
	CHECK(of_kind(&all, HOLE_ENVIRONMENT) == NULL);
	d.subject.kind = SUBJECT_PLAN;
	d.org.kind = ORG_ASSOCIATION;
	all = found(mem, &d, NULL);
	CHECK(of_kind(&all, HOLE_CONSULTATION) == NULL);
	arena_free(mem);
}

TEST(only_a_law_warns)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct hole_list all = found(mem, &d, NULL);

	CHECK_INT(of_kind(&all, HOLE_UNHANDLED)->no, 20);
	CHECK(!of_kind(&all, HOLE_UNHANDLED)->lawful);
	CHECK(of_kind(&all, HOLE_MISSING_ACTORS) == NULL);
	d.answers.n = 0;
	all = found(mem, &d, NULL);
	CHECK(!of_kind(&all, HOLE_MISSING_ACTORS)->lawful);
	arena_free(mem);
}

TEST(a_figure_on_people_asks_for_women_and_men)
{
	struct arena *mem = arena_new();
	struct document d = example(mem);
	struct finding *f = &d.findings.v[9];
	struct hole_list all = found(mem, &d, NULL);

	CHECK(of_kind(&all, HOLE_BY_SEX) == NULL);
	f->sentence = "År 2024 stängde butiken. Personer körde längre.";
	all = found(mem, &d, NULL);
	CHECK(of_kind(&all, HOLE_BY_SEX) == NULL);
	f->sentence = "340 personer får längre till butik.";
	all = found(mem, &d, NULL);
	CHECK_INT(of_kind(&all, HOLE_BY_SEX)->no, f->no);
	*PUSH(mem, &f->groups) = "women";
	all = found(mem, &d, NULL);
	CHECK(of_kind(&all, HOLE_BY_SEX) == NULL);
	arena_free(mem);
}
