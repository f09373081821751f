#include <stdio.h>
#include <time.h>

#include "check.h"
#include "kit/stem.h"

/* The stems of a text, joined by a blank. */
static const char *stems(struct arena *mem, enum language language,
                         const char *text)
{
	struct stem_list list = stems_of(mem, language, text);
	const char *all = "";

	for (size_t i = 0; i < list.n; i++)
		all = arena_print(mem, "%s%s%s", all, i > 0 ? " " : "",
		                  list.v[i].stem);
	return all;
}

TEST(swedish_endings_come_off_and_letters_stay)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(stems(mem, SWEDISH, "Åtgärd åtgärder åtgärden ÅTGÄRDERNA"),
	           "åtgärd åtgärd åtgärd åtgärd");
	CHECK_TEXT(stems(mem, SWEDISH, "servicepunkt, servicepunkter och "
	                               "servicepunkternas"),
	           "servicepunk servicepunk servicepunk");
	CHECK_TEXT(stems(mem, SWEDISH, "idé Idéer"), "ide ide");
	CHECK_TEXT(stems(mem, SWEDISH, "program programmet programmen"),
	           "program program program");
	CHECK_TEXT(stems(mem, SWEDISH, "mål målet målen budget budgeten"),
	           "mål mål mål budg budg");
	CHECK_TEXT(stems(mem, SWEDISH, "klimat klimatet klimatets"),
	           "klim klim klim");
	CHECK_TEXT(stems(mem, SWEDISH, "plats platser skola skolan skolor"),
	           "plat plat skol skol skol");
	CHECK_TEXT(stems(mem, SWEDISH, "strategi strategin strategierna "
	                               "miljö miljön"),
	           "strategi strategi strategi miljö miljö");
	CHECK_TEXT(stems(mem, SWEDISH, "regional regionalt regionala"),
	           "regional regional regional");
	CHECK_TEXT(stems(mem, SWEDISH, "hållbar hållbart hållbara "
	                               "hållbarheten"),
	           "hållbar hållbar hållbar hållbar");
	CHECK_TEXT(stems(mem, SWEDISH, "hal häl hål höl"), "hal häl hål höl");
	CHECK_TEXT(stems(mem, SWEDISH, "Dnr RS/123-2026 (8.2)"),
	           "dnr rs 123 2026");
	CHECK_TEXT(stems(mem, SWEDISH, "det är så att vi i en"), "");
	CHECK_TEXT(stems(mem, SWEDISH, ""), "");
	arena_free(mem);
}

TEST(letters_of_the_sami_languages_are_letters_of_their_own)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(stems(mem, SWEDISH, "Čohkka ŊUORRA ŧuovla Žan Đorvi"),
	           "čohkk ŋuorr ŧuovl žan đorvi");
	CHECK_TEXT(stems(mem, SWEDISH, "sïjte SÏJTE Šibbo áhkká"),
	           "sïjte sïjte šibbo áhkká");
	CHECK(strcmp(stems(mem, SWEDISH, "áhkká"),
	             stems(mem, SWEDISH, "ahkka")) != 0);
	arena_free(mem);
}

TEST(a_word_knows_where_it_stands_and_how_it_was_written)
{
	static const char text[] = "– Idéer, för Klimat\u00ADplan a\u0301\u0323.";
	struct arena *mem = arena_new();
	struct stem_list list = stems_of(mem, SWEDISH, text);

	CHECK_INT(list.n, 2);
	CHECK_INT(list.v[0].offset, strlen("– "));
	CHECK_INT(list.v[0].length, strlen("Idéer"));
	CHECK(memcmp(list.v[0].word, "Idéer", strlen("Idéer")) == 0);
	CHECK_TEXT(list.v[0].folded, "ideer");
	CHECK_TEXT(list.v[1].folded, "klimatplan");
	CHECK_INT(list.v[1].length, strlen("Klimat\u00ADplan"));
	CHECK(list.v[1].word == text + list.v[1].offset);
	arena_free(mem);
}

TEST(english_has_its_own_endings_and_stop_words)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(stems(mem, ENGLISH, "The children's services were affected"),
	           "children servic affect");
	CHECK_TEXT(stem_of(mem, ENGLISH, "services"), "servic");
	CHECK_TEXT(stem_of(mem, SWEDISH, "och"), "och");
	CHECK(stop_word(SWEDISH, "och") && !stop_word(ENGLISH, "och"));
	arena_free(mem);
}

/* A text of n words that are not alike, and one word without an end. */
static char *long_text(struct arena *mem, size_t n)
{
	char *text = arena_take(mem, n * 32 + 1), *at = text;

	for (size_t i = 0; i < n; i++)
		at += snprintf(at, 33, "plan%zuernas åter ", i % 9973);
	return text;
}

TEST(a_long_text_is_quick_and_a_word_without_end_is_cut)
{
	struct arena *mem = arena_new();
	char *text = long_text(mem, 12000), *endless = arena_take(mem, 1000001);
	clock_t from = clock();

	CHECK(stems_of(mem, SWEDISH, text).n >= 12000);
	CHECK((clock() - from) * 1000 / CLOCKS_PER_SEC < 500);
	memset(endless, 'x', 1000000);
	CHECK_INT(strlen(stems_of(mem, SWEDISH, endless).v[0].stem), 60);
	CHECK_INT(stems_of(mem, SWEDISH, endless).v[0].length, 1000000);
	arena_free(mem);
}
