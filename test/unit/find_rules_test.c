/* What a search compares, and how lists of ids are kept. */
#include <stdlib.h>

#include "check.h"
#include "find/find.h"

static struct asked ask(struct arena *mem, const char *words)
{
	struct asked a = {0};

	asked_words(mem, words, &a);
	return a;
}

static bool fits(struct arena *mem, const char *words, const char *title,
                 const char *text)
{
	struct asked a = ask(mem, words);
	struct entry e = { .kind = FIND_FINDING, .title = title,
	                   .title_en = "", .text = text, .unit = "Kultur",
	                   .year = 2025 };

	return entry_fits(mem, &a, &e);
}

TEST(a_word_is_found_in_any_form_and_as_part_of_a_compound)
{
	static const char plan[] = "Länets klimatåtgärdsplaner ses över";
	struct arena *mem = arena_new();

	CHECK(fits(mem, "klimat", plan, ""));
	CHECK(fits(mem, "Åtgärdsplanen", plan, ""));
	CHECK(fits(mem, "plan åtgärder klimatet", plan, ""));
	CHECK(fits(mem, "länet", "", plan));
	CHECK(!fits(mem, "mat", plan, ""));
	CHECK(!fits(mem, "klimat buss", plan, ""));
	CHECK(fits(mem, "servicepunkt", "Fler servicepunkter", ""));
	CHECK(fits(mem, "ide", "Idéer", ""));
	CHECK(fits(mem, "sïjte", "Sïjte", ""));
	CHECK(!fits(mem, "lan", "Län", ""));
	arena_free(mem);
}

TEST(sami_letters_are_found_without_them_and_asked_for_they_are_meant)
{
	static const char name[] = "Čohkkiras, Máttá-Ŋárga, Ruoŧŧa, gïele";
	struct arena *mem = arena_new();

	CHECK(fits(mem, "Čohkkiras ŋárga ruoŧŧa gïele", name, ""));
	CHECK(fits(mem, "cohkkiras narga ruotta giele", name, ""));
	CHECK(fits(mem, "ahkka", "Áhkká", ""));
	CHECK(!fits(mem, "áhkká", "ahkka", ""));
	CHECK(!fits(mem, "Ruoŧŧa", "Ruotta", ""));
	arena_free(mem);
}

TEST(all_filters_must_fit_too)
{
	struct entry e = { .title = "Buss", .title_en = "", .text = "",
	                   .unit = "Kultur", .year = 2025, .over = true };
	struct arena *mem = arena_new();
	struct asked a = ask(mem, "buss");

	CHECK(entry_fits(mem, &a, &e));
	a.state = OVER, a.year = 2025, a.unit = "Kultur";
	CHECK(entry_fits(mem, &a, &e));
	a.state = STILL_OPEN;
	CHECK(!entry_fits(mem, &a, &e));
	a.state = ANY_STATE, a.year = 2024;
	CHECK(!entry_fits(mem, &a, &e));
	a.year = 0, a.unit = "Trafik";
	CHECK(!entry_fits(mem, &a, &e));
	arena_free(mem);
}

TEST(what_fits_is_always_among_the_terms_of_the_index)
{
	static const char *const words[] = {
		"klimat", "åtgärd", "plan", "åtgärdsplan", "klimatåtgärder",
		"klimatåtgärdsplan", "länet", "service", "sapmi", "Sápmi",
		"sapmis",
	};
	struct entry e = { .title = "Länets klimatåtgärdsplaner",
	                   .title_en = "Services", .text = "servicepunkt i Sápmi",
	                   .unit = "", .year = 2025 };
	struct word_memory *known = word_memory_new();
	struct arena *mem = arena_new();

	for (int again = 0; again < 2; again++) {
		struct term_list terms = entry_terms(mem, known, &e);

		for (size_t i = 0; i < COUNT(words); i++) {
			struct asked a = ask(mem, words[i]);
			bool there = false;

			for (size_t k = 0; k < terms.n; k++)
				there = there || terms.v[k] == a.words[0].term;
			CHECK(there == entry_fits(mem, &a, &e));
		}
		for (size_t k = 1; k < terms.n; k++)
			CHECK(terms.v[k - 1] < terms.v[k]);
	}
	word_memory_free(known);
	arena_free(mem);
}

static const char *excerpt(struct arena *mem, const char *words,
                           const char *title, const char *text)
{
	struct asked a = ask(mem, words);
	struct excerpt x;

	if (!excerpt_of(mem, &a, title, text, &x))
		return "";
	return arena_print(mem, "%s%.*s%s", x.before ? "<" : "", (int)x.n,
	                   x.from, x.after ? ">" : "");
}

TEST(an_excerpt_is_a_piece_of_one_line_cut_between_words)
{
	static const char text[] = "Kort rad\n"
		"Först kommer mycket som ingen har frågat efter, långt innan "
		"något händer alls, och så kommer bussen till byn och sedan "
		"står det mer, som inte heller någon har frågat efter här.";
	struct arena *mem = arena_new();

	CHECK_TEXT(excerpt(mem, "rad", "", text), "Kort rad");
	CHECK_TEXT(excerpt(mem, "buss", "", text),
	           "< mycket som ingen har frågat efter, långt innan något "
	           "händer alls, och så kommer bussen till byn och sedan står "
	           "det mer, som inte heller någon har frågat efter här.");
	CHECK_TEXT(excerpt(mem, "buss", "Bussarna", text), "");
	CHECK_TEXT(excerpt(mem, "rad buss", "Bussarna", text), "Kort rad");
	CHECK_TEXT(excerpt(mem, "tåg", "", text), "");
	CHECK(text_valid(excerpt(mem, "och", "", text), 0));
	arena_free(mem);
}

TEST(a_list_of_ids_comes_back_as_it_was_and_a_broken_one_is_refused)
{
	static const unsigned char broken[] = { 5, 0x80 }, none[] = { 0 };
	static const unsigned char far[] = { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
	                                     0xFF, 0xFF, 0xFF, 0x7F };
	struct arena *mem = arena_new();
	struct id_list ids = {0}, back = {0};
	i64 id = 1;

	for (int i = 0; i < 1000; i++) {
		*PUSH(mem, &ids) = id;
		id += (i64)1 << i % 50;
	}
	CHECK(block_unpack(mem, ids.v[0], block_pack(mem, ids.v, ids.n),
	                   &back));
	CHECK_INT(back.n, ids.n);
	CHECK(memcmp(back.v, ids.v, ids.n * sizeof *ids.v) == 0);
	back.n = 0;
	CHECK(block_unpack(mem, 7, block_pack(mem, &(i64){ 7 }, 1), &back));
	CHECK_INT(back.n, 1);
	CHECK(!block_unpack(mem, 7, (struct bytes){ broken, 2 }, &back));
	CHECK(!block_unpack(mem, 7, (struct bytes){ none, 1 }, &back));
	CHECK(!block_unpack(mem, 7, (struct bytes){ far, 9 }, &back));
	arena_free(mem);
}
