/* Which finding of one assessment is which of another. */
#include "check.h"
#include "seal/seal.h"

static struct finding *says(struct arena *mem, struct document *d, i64 about,
                            const char *sentence, const char *code)
{
	struct finding *f = PUSH(mem, &d->findings);

	f->no = (i64)d->findings.n;
	f->priority_no = about;
	f->kind = FINDING_EFFECT;
	f->sentence = sentence;
	*PUSH(mem, &f->marks) = (struct mark){ .framework = "agenda",
		.code = code, .direction = POSITIVE, .directness = DIRECT };
	return f;
}

static void named(struct arena *mem, struct document *d, i64 no,
                  const char *title)
{
	struct priority *p = PUSH(mem, &d->priorities);

	p->no = no;
	p->now.title = title;
}

static enum change change_at(const struct compared_list *all, size_t i)
{
	return i < all->n ? all->v[i].change : CHANGE_NONE;
}

TEST(a_sentence_said_of_two_things_is_found_again_of_each)
{
	struct arena *mem = arena_new();
	struct document was = { .subject.key = "s" }, is = was;
	struct compared_list all = {0};

	says(mem, &was, 1, "Ingen skillnad", "8");
	says(mem, &was, 2, "Ingen skillnad", "8");
	says(mem, &is, 2, "Ingen skillnad", "8");
	findings_compare(mem, &was, &is, &all);
	CHECK_INT(all.n, 2);
	CHECK_INT(change_at(&all, 0), CHANGE_GONE);
	CHECK(all.v[1].now == &is.findings.v[0]);
	arena_free(mem);
}

TEST(a_finding_in_almost_the_same_words_is_known_by_its_marks)
{
	struct arena *mem = arena_new();
	struct document was = { .subject.key = "s" }, is = was;
	struct compared_list all = {0};

	says(mem, &was, 1, "Fler resor med buss i glesbygden", "11");
	says(mem, &was, 1, "Fler resor med tåg", "13");
	says(mem, &is, 1, "Affären i glesbygden blir kvar", "11");
	says(mem, &is, 1, "Resor med buss blir fler i glesbygd", "11");
	says(mem, &is, 1, "Fler resor med tåget", "9");
	findings_compare(mem, &was, &is, &all);
	CHECK_INT(all.n, 4);
	CHECK_INT(change_at(&all, 0), CHANGE_WORDS);
	CHECK(all.v[0].now == &is.findings.v[1]);
	CHECK_INT(change_at(&all, 1), CHANGE_GONE);
	CHECK_INT(change_at(&all, 2), CHANGE_NEW);
	CHECK_INT(change_at(&all, 3), CHANGE_NEW);
	arena_free(mem);
}

TEST(in_different_things_a_finding_is_of_what_has_the_same_name)
{
	struct arena *mem = arena_new();
	struct document a = { .subject.key = "s" }, b = { .subject.key = "t" };
	struct compared_list all = {0};

	named(mem, &a, 1, "Handel");
	named(mem, &b, 1, "Resor");
	named(mem, &b, 2, "Handel");
	says(mem, &a, 1, "Affären finns kvar", "8");
	says(mem, &b, 1, "Affären finns kvar", "8");
	says(mem, &b, 2, "Affären finns kvar", "9");
	findings_compare(mem, &a, &b, &all);
	CHECK(!documents_kin(&a, &b));
	CHECK_INT(all.n, 2);
	CHECK(all.v[0].now == &b.findings.v[1]);
	CHECK_INT(change_at(&all, 0), CHANGE_MARKS);
	CHECK_INT(change_at(&all, 1), CHANGE_NEW);
	arena_free(mem);
}
