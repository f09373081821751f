/* Every sentence of every room, read as people will read it. */
#include <ctype.h>

#include "check.h"
#include "kit/icu.h"
#include "web/say.h"

/* The tables once more, as rows. */
#undef M
#undef N
#define M(name, sv, en)             { #name, { sv, NULL }, { en, NULL } },
#define N(name, sv1, svn, en1, enn) { #name, { sv1, svn }, { en1, enn } },

static const struct row {
	const char *name, *sv[2], *en[2];
} rows[] = {
#include "account/account.msg"
#include "action/action.msg"
#include "actor/actor.msg"
#include "assess/about.msg"
#include "assess/actor_link.msg"
#include "assess/assess.msg"
#include "assess/finding.msg"
#include "conflict/conflict.msg"
#include "document/document.msg"
#include "framework/framework.msg"
#include "help/course.msg"
#include "help/example.msg"
#include "help/help.msg"
#include "help/map.msg"
#include "help/words.msg"
#include "home/home.msg"
#include "method/method.msg"
#include "seal/seal.msg"
#include "subject/subject.msg"
#include "web/web.msg"
};

static int complain(const struct row *w, const char *text, const char *what)
{
	print_error("%s: %s: %s\n", w->name, what, text);
	return 1;
}

static bool has(const char *text, const char *hole)
{
	return text != NULL && strstr(text, hole) != NULL;
}

TEST(a_sentence_has_the_same_holes_in_both_languages)
{
	static const char *const holes[] = { "{1}", "{2}", "{n}" };
	int bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t form = 0; form < 2; form++)
			for (size_t h = 0; h < COUNT(holes); h++)
				if (has(rows[i].sv[form], holes[h]) !=
				    has(rows[i].en[form], holes[h]))
					bad += complain(&rows[i],
						rows[i].en[form], holes[h]);
	CHECK_INT(bad, 0);
}

TEST(a_hole_is_one_that_is_filled)
{
	int bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t form = 0; form < 4; form++) {
			const char *text = form < 2 ? rows[i].sv[form] :
			                   rows[i].en[form - 2];
			const char *at = text;

			while (at != NULL && (at = strchr(at, '{')) != NULL) {
				if (strchr("12n", at[1]) == NULL ||
				    at[2] != '}')
					bad += complain(&rows[i], text,
					                "unknown hole");
				at++;
			}
		}
	CHECK_INT(bad, 0);
}

TEST(the_words_are_those_of_the_field)
{
	static const char *const wrong[] = {
		"samisk konsultation", "vet inte", "kunskap saknas",
		"ta ställning där", "ärendeägare", "acceptera fynd",
		"objekt", "rätt att komma till tals", "försegla",
		"notering i protokoll", "attest", "skicka till ärendet",
		"fynd utan åtgärd", "ledarvy", "intressekonflikt",
		"jäv",
	};
	int bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t form = 0; form < 2; form++) {
			struct arena *mem = arena_new();
			const char *text = rows[i].sv[form];

			if (text != NULL)
				text = text_fold(mem, text);
			for (size_t w = 0; w < COUNT(wrong); w++)
				if (has(text, text_fold(mem, wrong[w])))
					bad += complain(&rows[i], wrong[w],
					                "not our word");
			arena_free(mem);
		}
	CHECK_INT(bad, 0);
}

/* Words up to a full stop, a question or a colon. */
static size_t longest(const char *text)
{
	size_t n = 0, most = 0;
	bool inside = false;

	for (; *text != '\0'; text++) {
		bool letter = isalnum((unsigned char)*text) ||
		              (unsigned char)*text >= 0x80;

		n += letter && !inside;
		inside = letter || (inside && *text == '-');
		if (strchr(".?!:;", *text) != NULL && (text[1] == ' ' ||
		                                       text[1] == '\0'))
			n = 0;
		most = n > most ? n : most;
	}
	return most;
}

TEST(no_sentence_is_longer_than_twenty_five_words)
{
	int bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t form = 0; form < 2; form++)
			if (rows[i].sv[form] != NULL &&
			    longest(rows[i].sv[form]) > 25)
				bad += complain(&rows[i], rows[i].sv[form],
				                "is long");
	CHECK_INT(bad, 0);
}

TEST(what_is_counted_says_how_many)
{
	int bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].sv[1] != NULL && !has(rows[i].sv[1], "{n}"))
			bad += complain(&rows[i], rows[i].sv[1],
			                "has no number");
	CHECK_INT(bad, 0);
}
