/* Rows of a spreadsheet: understood, or passed over with the reason. */
#include "bring/rows.h"
#include "check.h"

static struct priority priorities[] = {
	{ .id = 11, .no = 1, .now = { .id = 21, .title = "Service nära" } },
	{ .id = 12, .no = 2, .now = { .id = 22, .title = "Stöd i tid" } },
};
static struct goal agenda_goals[] = {
	{ .id = 1, .code = "8.1" }, { .id = 2, .code = "8.10" },
	{ .id = 3, .code = "13" },
	{ .id = 4, .code = "99", .superseded = true },
};
static struct goal rus_goals[] = { { .id = 5, .code = "R1" },
                                   { .id = 6, .code = "13" } };
static struct framework frameworks[] = {
	{ .code = "agenda2030", .kind = FRAMEWORK_AGENDA2030,
	  .goals = { agenda_goals, COUNT(agenda_goals), 0 } },
	{ .code = "rus_norr", .kind = FRAMEWORK_RUS,
	  .goals = { rus_goals, COUNT(rus_goals), 0 } },
};
static struct group groups[] = {
	{ .id = 1, .code = "women", .name_sv = "Kvinnor", .name_en = "Women" },
	{ .id = 2, .code = "young", .name_sv = "Unga", .name_en = "Young" },
};

static struct understood_list understand(struct arena *mem, const char *text,
                                         const struct finding_list *there)
{
	static const struct priority_list p = { priorities, 2, 0 };
	static const struct framework_list f = { frameworks, 2, 0 };
	static const struct group_list g = { groups, 2, 0 };
	static const struct finding_list none = {0};
	struct row_context in = { &p, &f, &g, there == NULL ? &none : there };
	struct understood_list out = {0};
	struct brought_sheet *sheet = NEW(mem, struct brought_sheet);
	struct brought_sheet read = {0};
	const char *all = arena_print(mem, "Plats;Prioritering;Fynd;Mål;"
		"Riktning;Väg;Motiv;Grupper;vagval 1 abc\n%s", text);

	CHECK_INT(sheet_read(mem, (struct bytes){ all, strlen(all) }, &read),
	          READ_FINE);
	CHECK(sheet_unwrite(mem, sheet_write(mem, &read), sheet));
	CHECK_TEXT(sheet->made_for, "abc");
	rows_understand(mem, sheet, &in, &out);
	return out;
}

/* What is wrong with the first row, alone. */
static enum row_wrong only(struct arena *mem, const char *row)
{
	struct understood_list all = understand(mem, row, NULL);

	if (all.v[0].issues.n == 0)
		return ROW_FINE;
	CHECK_INT(all.v[0].issues.n, 1);
	return all.v[0].issues.v[0].wrong;
}

TEST(a_whole_row_is_a_finding_with_all_it_says)
{
	struct arena *mem = arena_new();
	struct understood_list all = understand(mem, "Norr;p2;Bilen behövs;"
		"\"agenda2030 13; R1\";Negativ;indirekt;Långt;"
		"kvinnor + Unga, women\n", NULL);
	const struct understood *u = &all.v[0];

	CHECK_INT(u->issues.n, 0);
	CHECK_INT(u->row->line, 2);
	CHECK_INT(u->finding.priority, 12);
	CHECK_INT(u->finding.wording, 22);
	CHECK_INT(u->finding.kind, FINDING_EFFECT);
	CHECK_INT(u->finding.source, SOURCE_AGREED);
	CHECK_TEXT(u->finding.places, "Norr");
	CHECK_INT(u->finding.marks.n, 2);
	CHECK_INT(u->finding.marks.v[0].goal, 3);
	CHECK_INT(u->finding.marks.v[0].direction, NEGATIVE);
	CHECK_INT(u->finding.marks.v[0].directness, INDIRECT);
	CHECK_INT(u->finding.marks.v[1].directness, WITHOUT_PATH);
	CHECK_INT(u->finding.groups.n, 2);
	CHECK_TEXT(u->finding.groups.v[0], "women+young");
	arena_free(mem);
}

TEST(no_effect_and_a_gap_are_told_apart_and_need_no_path)
{
	struct arena *mem = arena_new();
	struct understood_list all = understand(mem, ";1;A;8.1;ingen;;;\n"
		";1;B;8.1;Mer kunskap behövs;;;\n", NULL);

	CHECK_INT(all.v[0].issues.n + all.v[1].issues.n, 0);
	CHECK_INT(all.v[0].finding.kind, FINDING_LOOKED_AT);
	CHECK_INT(all.v[1].finding.kind, FINDING_GAP);
	arena_free(mem);
}

TEST(what_is_wrong_is_said_of_the_row_it_stands_on)
{
	static const struct { enum row_wrong wrong; const char *row; } all[] = {
		{ ROW_FINE, ";Stöd i tid;A;8.10;+;direkt;;" },
		{ ROW_NO_PRIORITY, ";;A;8.1;positiv;direkt;;" },
		{ ROW_WHICH_PRIORITY, ";P3;A;8.1;positiv;direkt;;" },
		{ ROW_NO_SENTENCE, ";P1;;8.1;positiv;direkt;;" },
		{ ROW_NO_GOAL, ";P1;A;;positiv;direkt;;" },
		{ ROW_WHICH_GOAL, ";P1;A;8,1;positiv;direkt;;" },
		{ ROW_WHICH_GOAL, ";P1;A;99;positiv;direkt;;" },
		{ ROW_GOAL_TWO, ";P1;A;13;positiv;direkt;;" },
		{ ROW_GOAL_TWICE, ";P1;A;8.1, mål 8.1;positiv;direkt;;" },
		{ ROW_NO_DIRECTION, ";P1;A;8.1;;direkt;;" },
		{ ROW_WHICH_DIRECTION, ";P1;A;8.1;bra;direkt;;" },
		{ ROW_NO_PATH, ";P1;A;8.1;positiv;;;" },
		{ ROW_WHICH_PATH, ";P1;A;8.1;positiv;rakt;;" },
		{ ROW_FINE, ";P1;A;R1;positiv;;;" },
		{ ROW_NO_RATIONALE, ";P1;A;8.1;negativ;direkt;;" },
		{ ROW_WHICH_GROUP, ";P1;A;8.1;positiv;direkt;;män" },
	};

	for (size_t i = 0; i < COUNT(all); i++) {
		struct arena *mem = arena_new();
		enum row_wrong is = only(mem, all[i].row);

		if (is != all[i].wrong)
			fail_msg("%s: %d, not %d", all[i].row, is,
			         all[i].wrong);
		arena_free(mem);
	}
}

TEST(a_row_that_is_there_already_or_stands_twice_is_passed_over)
{
	struct arena *mem = arena_new();
	struct mark mark = { .goal = 1, .direction = POSITIVE,
	                     .directness = DIRECT };
	struct finding there = { .no = 7, .priority = 11,
		.kind = FINDING_EFFECT, .sentence = "A",
		.marks = { &mark, 1, 0 } };
	struct finding_list list = { &there, 1, 0 };
	struct understood_list all = understand(mem,
		";P1;A;8.1;positiv;direkt;;\n;P1;B;8.1;positiv;direkt;;\n"
		";P1;B;8.1;positiv;direkt;;\n;P2;A;8.1;positiv;direkt;;\n",
		&list);

	CHECK_INT(all.v[0].issues.v[0].wrong, ROW_THERE);
	CHECK_TEXT(all.v[0].issues.v[0].what, "F7");
	CHECK_INT(all.v[1].issues.n, 0);
	CHECK_INT(all.v[2].issues.v[0].wrong, ROW_TWICE);
	CHECK_TEXT(all.v[2].issues.v[0].what, "3");
	CHECK_INT(all.v[3].issues.n, 0);
	arena_free(mem);
}

TEST(a_goal_that_a_spreadsheet_may_have_changed_is_not_guessed)
{
	struct arena *mem = arena_new();
	struct brought_row row = { .line = 2, .number = true,
		.cell = { "P1", "A", "8.1", "positiv", "direkt", "", "", "" } };
	struct brought_sheet sheet = { .made_for = "",
		.rows = { &row, 1, 0 } };
	struct priority_list p = { priorities, 2, 0 };
	struct framework_list f = { frameworks, 2, 0 };
	struct group_list g = {0};
	struct finding_list none = {0};
	struct understood_list out = {0};

	rows_understand(mem, &sheet, &(struct row_context){ &p, &f, &g,
	                &none }, &out);
	CHECK_INT(out.v[0].issues.v[0].wrong, ROW_GOAL_NUMBER);
	arena_free(mem);
}

TEST(a_sheet_without_our_headings_or_rows_says_so)
{
	struct arena *mem = arena_new();
	struct brought_sheet out = {0};
	const char *none = "Namn;Adress\nA;B\n";
	const char *empty = "Prioritering;Fynd;Mål\n;;\n";
	const char *windows = "Prioritering;Fynd;M\xE5l\nP1;\xC4ldre;13\n";

	CHECK_INT(sheet_read(mem, (struct bytes){ none, strlen(none) }, &out),
	          READ_NO_HEAD);
	CHECK_INT(sheet_read(mem, (struct bytes){ empty, strlen(empty) },
	          &out), READ_NO_TEXT);
	CHECK_INT(sheet_read(mem, (struct bytes){ windows, strlen(windows) },
	          &out), READ_FINE);
	CHECK_TEXT(out.rows.v[0].cell[ROW_SENTENCE], "Äldre");
	CHECK_INT(sheet_read(mem, (struct bytes){ "PK\3\4", 4 }, &out),
	          READ_BROKEN);
	arena_free(mem);
}
