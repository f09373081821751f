#include "base/clock.h"
#include "check.h"
#include "framework/framework.h"
#include "kit/json.h"
#include "web/static.h"

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){ text, strlen(text) };
}

static struct json_reader read_json(struct arena *mem, const char *text,
                                    struct framework *f)
{
	struct json_reader r = json_read(mem, bytes_of(text));

	framework_read_json(&r, f);
	json_close(&r);
	return r;
}

static struct framework small(struct arena *mem, const char *list)
{
	struct framework f = { .code = "rus_test", .edition = "1",
	                       .title_sv = "RUS" };
	i64 line;

	CHECK(goals_read_list(mem, list, &f.goals, &line));
	return f;
}

TEST(codes_sort_as_people_count)
{
	struct arena *mem = arena_new();
	struct framework f = small(mem, "8.a A\n8.10 B\n10 C\n8.2 D\n8 E");

	goals_order(&f.goals);
	CHECK_TEXT(f.goals.v[0].code, "8");
	CHECK_TEXT(f.goals.v[1].code, "8.2");
	CHECK_TEXT(f.goals.v[2].code, "8.10");
	CHECK_TEXT(f.goals.v[3].code, "8.a");
	CHECK_TEXT(f.goals.v[4].code, "10");
	arena_free(mem);
}

TEST(a_pasted_list_takes_codes_with_space_tab_semicolon_or_colon)
{
	struct arena *mem = arena_new();
	struct framework f = small(mem,
		"R1 Befolkning och livsmiljö i hela länet\n\n"
		"R2\tHållbart näringsliv\nR3; Klimat\n  Kultur: Samiskt\n"
		"5. Jämställt");

	CHECK_INT(f.goals.n, 5);
	CHECK_TEXT(f.goals.v[0].title_sv,
	           "Befolkning och livsmiljö i hela länet");
	CHECK_TEXT(f.goals.v[1].title_sv, "Hållbart näringsliv");
	CHECK_TEXT(f.goals.v[2].code, "R3");
	CHECK_TEXT(f.goals.v[3].code, "Kultur");
	CHECK_TEXT(f.goals.v[4].code, "5");
	CHECK_TEXT(f.goals.v[4].title_en, "Jämställt");
	arena_free(mem);
}

TEST(a_line_without_a_code_is_told_by_its_number)
{
	struct arena *mem = arena_new();
	struct goal_list goals = {0};
	i64 line;

	CHECK(!goals_read_list(mem, "R1 Klimat\n\nBefolkning i länet",
	                       &goals, &line));
	CHECK_INT(line, 3);
	goals.n = 0;
	CHECK(!goals_read_list(mem, "R1 ", &goals, &line));
	CHECK_INT(line, 1);
	arena_free(mem);
}

TEST(rows_of_csv_have_their_columns_by_name_in_either_language)
{
	struct arena *mem = arena_new();
	struct goal_list goals = {0};
	i64 line;

	CHECK(goals_read_csv(mem, bytes_of(
		"Titel;Kod;Dimension;Överordnat\n"
		"Klimat;R3;miljömässig, Ekonomisk;\nUtsläpp;R3.1;;R3\n"),
		&goals, &line));
	CHECK_INT(goals.n, 2);
	CHECK_TEXT(goals.v[0].code, "R3");
	CHECK_INT(goals.v[0].dimensions, ENVIRONMENTAL | ECONOMIC);
	CHECK_TEXT(goals.v[1].parent, "R3");
	goals.n = 0;
	CHECK(!goals_read_csv(mem, bytes_of("R1,Klimat\nR2,Hav,,blå\n"),
	                      &goals, &line));
	CHECK_INT(line, 2);
	arena_free(mem);
}

TEST(every_shipped_framework_can_be_read)
{
	struct arena *mem = arena_new();
	size_t n = 0, goals = 0;

	for (const struct data_file *d = data_files; d->name != NULL; d++) {
		struct json_reader r = json_read(mem, d->bytes);
		struct framework f;

		if (strncmp(d->name, "frameworks/", 11) != 0) {
			json_close(&r);
			continue;
		}
		framework_read_json(&r, &f);
		json_close(&r);
		CHECK_TEXT(r.where, "");
		CHECK_INT(r.wrong, JSON_FINE);
		CHECK_HAS(d->name, f.code);
		n++;
		goals += f.goals.n;
	}
	CHECK_INT(n, 14);
	CHECK_INT(goals, 371);
	arena_free(mem);
}

TEST(a_framework_says_its_kind_by_a_word_or_by_its_name)
{
	struct arena *mem = arena_new();
	struct framework f;

#define REST "\"version\":\"1\",\"title\":{\"sv\":\"A\"}," \
	     "\"goals\":[{\"code\":\"1\",\"title\":{\"sv\":\"B\"}}]}"
	CHECK_INT(read_json(mem, "{\"id\":\"rus_x\"," REST, &f).wrong,
	          JSON_FINE);
	CHECK_INT(f.kind, FRAMEWORK_RUS);
	CHECK_TEXT(f.goals.v[0].title_en, "B");
	CHECK_INT(f.goals.v[0].dimensions, 0);
	read_json(mem, "{\"id\":\"cemr\"," REST, &f);
	CHECK_INT(f.kind, FRAMEWORK_RIGHTS);
	read_json(mem, "{\"id\":\"budget\"," REST, &f);
	CHECK_INT(f.kind, FRAMEWORK_OWN);
	read_json(mem, "{\"id\":\"x\",\"new\":[1],\"kind\":\"national\","
	          REST, &f);
	CHECK_INT(f.kind, FRAMEWORK_NATIONAL);
	CHECK_TEXT(read_json(mem, "{\"id\":\"x\",\"kind\":\"?\"," REST,
	                     &f).where, "kind");
	CHECK_TEXT(read_json(mem, "{\"id\":\"X y\"," REST, &f).where, "id");
	arena_free(mem);
}

TEST(a_goal_twice_an_absent_parent_and_a_circle_are_refused)
{
	struct arena *mem = arena_new();
	struct framework f = small(mem, "R1 A\nR2 B\nR1 C");
	const char *where;

	CHECK_INT(framework_flaws(&f, &where), FRAMEWORK_TWICE);
	CHECK_TEXT(where, "R1");
	f = small(mem, "R1 A\nR2 B");
	f.goals.v[1].parent = "R3";
	CHECK_INT(framework_flaws(&f, &where), FRAMEWORK_NO_PARENT);
	CHECK_TEXT(where, "R2");
	f.goals.v[1].parent = "R1";
	CHECK_INT(framework_flaws(&f, &where), 0);
	f.goals.v[0].parent = "R2";
	CHECK_INT(framework_flaws(&f, &where), FRAMEWORK_NO_PARENT);
	f.goals.v[0].parent = "";
	f.valid_from = day_of_date((struct date){ 2026, 1, 1 });
	f.valid_to = f.valid_from - 1;
	CHECK_INT(framework_flaws(&f, &where), FRAMEWORK_ENDS_FIRST);
	arena_free(mem);
}

TEST(the_same_goals_have_the_same_hash_in_any_order)
{
	struct arena *mem = arena_new();
	struct framework a = small(mem, "R1 A\nR2 B");
	struct framework b = small(mem, "R2 B\nR1 A");
	struct framework c = small(mem, "R2 B\nR1 Å");

	CHECK_TEXT(framework_hash(mem, &a), framework_hash(mem, &b));
	CHECK(strcmp(framework_hash(mem, &a), framework_hash(mem, &c)) != 0);
	b.goals.v[0].dimensions = SOCIAL;
	CHECK_TEXT(framework_hash(mem, &a), framework_hash(mem, &b));
	b.edition = "2";
	CHECK(strcmp(framework_hash(mem, &a), framework_hash(mem, &b)) != 0);
	arena_free(mem);
}

TEST(a_goal_that_keeps_its_code_keeps_what_a_list_cannot_say)
{
	struct arena *mem = arena_new();
	struct framework old = small(mem, "R1 Klimat\nR1.1 Utsläpp");
	struct framework new = small(mem, "R1.1 Utsläpp\nR1 Klimat och natur");

	old.goals.v[0].shipped_dimensions = ENVIRONMENTAL;
	old.goals.v[0].dimensions = ENVIRONMENTAL | SOCIAL;
	old.goals.v[0].title_en = "Climate";
	old.goals.v[1].parent = "R1";
	old.goals.v[1].title_en = "Emissions";
	goals_inherit(&new.goals, &old.goals);
	CHECK_TEXT(new.goals.v[0].parent, "R1");
	CHECK_TEXT(new.goals.v[0].title_en, "Emissions");
	CHECK_TEXT(new.goals.v[1].title_en, "Klimat och natur");
	CHECK_INT(new.goals.v[1].shipped_dimensions, ENVIRONMENTAL);
	CHECK_INT(new.goals.v[1].dimensions, ENVIRONMENTAL | SOCIAL);
	arena_free(mem);
}

TEST(visions_positions_and_superseded_goals_are_shown_but_not_judged)
{
	CHECK(goal_is_judged(&(struct goal){ .kind = GOAL_TARGET }));
	CHECK(goal_is_judged(&(struct goal){ .kind = GOAL_ARTICLE }));
	CHECK(!goal_is_judged(&(struct goal){ .kind = GOAL_VISION }));
	CHECK(!goal_is_judged(&(struct goal){ .kind = GOAL_POSITION }));
	CHECK(!goal_is_judged(&(struct goal){ .kind = GOAL,
	                                      .superseded = true }));
}
