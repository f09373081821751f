/* A text suggests goals: short texts whose goals are known, against all that
 * we ship; and how long a long one takes. */
#include <stdio.h>
#include <time.h>

#include "bring/suggest.h"
#include "check.h"
#include "kit/json.h"
#include "web/static.h"

static struct framework_list shipped(struct arena *mem, const char *only)
{
	struct framework_list all = {0};

	for (const struct data_file *f = data_files; f->name != NULL; f++) {
		struct json_reader r;

		if (strncmp(f->name, "frameworks/", 11) != 0 ||
		    (only != NULL && strstr(f->name, only) == NULL))
			continue;
		r = json_read(mem, f->bytes);
		framework_read_json(&r, PUSH(mem, &all));
		CHECK_INT(r.wrong, JSON_FINE);
		json_close(&r);
		goals_order(&all.v[all.n - 1].goals);
	}
	return all;
}

/* Frameworks share their numbers: those of Agenda 2030 stand alone. */
static const char *name_of(struct arena *mem, const struct goal_hint *h)
{
	const char *code = h->goal->code;

	return same(h->framework->code, "agenda2030") || *code >= 'A' ? code :
	       arena_print(mem, "%s:%s", h->framework->code, code);
}

/* Names in the answer's order, with a space after each. */
static const char *codes(struct arena *mem, const char *text, const char *only,
                         size_t most)
{
	struct framework_list all = shipped(mem, only);
	struct goal_hint_list found = {0};
	const char *out = " ";

	suggest_goals(mem, text, &all, most, &found);
	for (size_t i = 0; i < found.n; i++)
		out = arena_print(mem, "%s%s ", out, name_of(mem,
		                  &found.v[i]));
	return out;
}

static const struct {
	const char *text;
	const char *within[4];          /* among the first five, all of them */
	const char *not[4];             /* among the first ten, none */
} texts[] = {
	{ "Regionen ger stöd till butiker som säljer fossila drivmedel på "
	  "landsbygden. Stödet minskar inte utsläppen av växthusgaser, men den "
	  "som bor långt från närmaste mack kan fortsätta köra bil.",
	  { "13" }, { "3", "5", "14", "16" } },
	{ "Samebyarna bedriver rennäring på fjället. Nya vägar stör renbetet, "
	  "och samernas rätt till samråd som urfolk behöver prövas.",
	  { "NMS" }, { "13", "3", "NMJ", "NMR" } },
	{ "Skolan ska ge alla elever kunskaper. Fler behöriga lärare behövs i "
	  "grundskolan.",
	  { "4", "4.c" }, { "13", "6", "14", "9" } },
	{ "Kollektivtrafiken glesas ut på kvällar. Busslinjer läggs ned och "
	  "resenärer utan bil får svårare att ta sig till arbetet.",
	  { "11.2", "cemr:26" }, { "4", "5", "6", "15" } },
	{ "Vid upphandling av livsmedel ska regionen ställa krav på ekologisk "
	  "produktion och på minskat matsvinn i köken.",
	  { "12", "12.3" }, { "4", "5", "16", "13" } },
	{ "Vårdcentralerna får ansvar för förebyggande hälsoarbete och för "
	  "psykisk hälsa bland unga. Väntetiderna till sjukvården ska kortas.",
	  { "3", "cemr:14" }, { "13", "15", "MM9", "MR6" } },
	{ "Bredband ska byggas ut till alla hushåll så att företag kan verka i "
	  "hela länet.",
	  { "9" }, { "5", "6", "13", "JHM" } },
	{ "Kvinnor utsätts för våld i nära relationer. Kommunen öppnar ett "
	  "skyddat boende och utbildar personal om mäns våld mot kvinnor.",
	  { "5.2", "JM6", "cemr:22" }, { "11", "8", "13", "6" } },
	{ "Dricksvattnet hotas av bekämpningsmedel från jordbruket. Grundvattnet"
	  " i täkten behöver skyddas och avloppen åtgärdas.",
	  { "6", "MM9" }, { "16", "N2", "N3", "4" } },
	{ "På orter utan bank ska ombud erbjuda betaltjänster, så att även äldre"
	  " och personer med funktionsnedsättning kan betala.",
	  { "8.10", "D7" }, { "13", "6", "15", "RU" } },
};

static bool among(const char *all, struct arena *mem, const char *code)
{
	return strstr(all, arena_print(mem, " %s ", code)) != NULL;
}

TEST(short_texts_suggest_the_goals_they_are_about_and_not_others)
{
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena *mem = arena_new();
		const char *five = codes(mem, texts[i].text, NULL, 5);
		const char *ten = codes(mem, texts[i].text, NULL, 10);

		for (size_t k = 0; k < 4; k++) {
			const char *in = texts[i].within[k];
			const char *out = texts[i].not[k];

			if (in != NULL && !among(five, mem, in))
				fail_msg("%s not in%s: %s", in, five,
				         texts[i].text);
			if (out != NULL && among(ten, mem, out))
				fail_msg("%s in%s: %s", out, ten,
				         texts[i].text);
		}
		arena_free(mem);
	}
}

TEST(a_text_about_nothing_the_goals_know_suggests_nothing)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(codes(mem, "Personalen flyttar den 1 mars. Receptionen har "
	           "öppet som vanligt och telefonnumren är desamma.", NULL,
	           10), " ");
	CHECK_TEXT(codes(mem, "", NULL, 10), " ");
	CHECK_TEXT(codes(mem, "Region, utveckling, samverkan och stöd.",
	           "agenda", 10), " ");
	arena_free(mem);
}

TEST(a_suggestion_has_its_words_and_one_sentence_with_them_marked)
{
	struct arena *mem = arena_new();
	struct framework_list all = shipped(mem, "agenda2030");
	struct goal_hint_list found = {0};
	const struct goal_hint *s;

	suggest_goals(mem, "Det är dyrt, t.ex. på öarna. Klimatavtrycket växer "
	              "när utsläppen av växt-\nhusgaser, dvs. växthusgaser "
	              "från bilar, ökar!\n\nSlut.", &all, 3, &found);
	CHECK(found.n > 0);
	s = &found.v[0];
	CHECK_TEXT(s->goal->code, "13");
	CHECK_TEXT(s->words.v[0], "utsläppen");
	CHECK_HAS(s->sentence, "Klimatavtrycket växer när utsläppen");
	CHECK_HAS_NOT(s->sentence, "öarna");
	CHECK_HAS_NOT(s->sentence, "Slut");
	CHECK(s->told.n >= 3);
	for (size_t i = 0; i < s->told.n; i++)
		CHECK(s->told.v[i].from + s->told.v[i].n <=
		      strlen(s->sentence));
	CHECK(strncmp(s->sentence + s->told.v[0].from, "Klimatavtrycket",
	              s->told.v[0].n) == 0);
	arena_free(mem);
}

TEST(a_long_sentence_is_cut_around_its_words)
{
	struct arena *mem = arena_new();
	struct framework_list all = shipped(mem, "agenda2030");
	struct goal_hint_list found = {0};
	const char *pad = "och ännu en sak som står här utan att säga något ";
	const char *text = "Början ";

	for (int i = 0; i < 12; i++)
		text = arena_print(mem, "%s%s", text, pad);
	text = arena_print(mem, "%sutsläppen av växthusgaser %s%s%s%s%s%s%s"
	                   "slutet", text, pad, pad, pad, pad, pad, pad, pad);
	suggest_goals(mem, text, &all, 1, &found);
	CHECK_INT(found.n, 1);
	CHECK_HAS(found.v[0].sentence, "… ");
	CHECK_HAS(found.v[0].sentence, "utsläppen av växthusgaser");
	CHECK(text_length(found.v[0].sentence) < 2 * SUGGEST_SENTENCE);
	CHECK(strncmp(found.v[0].sentence + found.v[0].told.v[0].from,
	              "utsläppen", strlen("utsläppen")) == 0);
	arena_free(mem);
}

TEST(an_english_text_is_read_by_english_words)
{
	struct arena *mem = arena_new();

	CHECK_HAS(codes(mem, "The county will reduce the emissions of "
	          "greenhouse gases from traffic in the city.", "agenda2030",
	          3), " 13 ");
	arena_free(mem);
}

TEST(twelve_thousand_words_take_far_less_than_the_limit)
{
	struct arena *mem = arena_new();
	struct framework_list all = shipped(mem, NULL);
	struct goal_hint_list found = {0};
	struct timespec from, to;
	char *text = arena_take(mem, 200 * 1000), *end = text;
	i64 words = 0, ms;

	for (size_t i = 0; words < 12000; i++) {
		const char *one = texts[i % COUNT(texts)].text;
		int n = snprintf(end, 500, "%s Nr%zu. ", one, i);

		for (int k = 0; k < n; k++)
			words += end[k] == ' ';
		end += n;
	}
	clock_gettime(CLOCK_MONOTONIC, &from);
	suggest_goals(mem, text, &all, 20, &found);
	clock_gettime(CLOCK_MONOTONIC, &to);
	ms = (to.tv_sec - from.tv_sec) * 1000 +
	     (to.tv_nsec - from.tv_nsec) / 1000000;
	print_message("%lld words: %lld ms\n", words, ms);
	CHECK_INT(found.n, 20);
	CHECK(ms < 3000);       /* 300, but for sanitizers on a busy machine */
	arena_free(mem);
}
