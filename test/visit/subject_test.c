#include "stage.h"
#include "subject/subject.h"

static i64 a_subject(struct stage *st)
{
	struct scope s = stage_scope(st);
	struct registry_no numbers[] = { { "RUN/123/2025", NULL },
	                                 { "RUN/7/2024", "ärvt" } };
	struct subject t = {
		.kind = SUBJECT_PROGRAMME, .phase = PHASE_DRAFT,
		.title = "Regionalt serviceprogram",
		.registry = { numbers, 2, 2 },
	};
	i64 id;

	IN_WRITE(st, subject_note(&s, &t, &id));
	return id;
}

static i64 a_priority(struct stage *st, i64 subject, const char *title)
{
	struct scope s = stage_scope(st);
	struct priority p = { .now = { .title = title } };
	i64 id;

	IN_WRITE(st, priority_note(&s, subject, &p, &id));
	return id;
}

TEST(what_is_assured_keeps_its_register_numbers_in_order)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	struct subject t;

	CHECK_OK(subject_get(&s, a_subject(st), &t));
	CHECK_TEXT(t.title, "Regionalt serviceprogram");
	CHECK_INT(t.registry.n, 2);
	CHECK_TEXT(t.registry.v[0].number, "RUN/123/2025");
	CHECK_TEXT(t.registry.v[1].note, "ärvt");
	CHECK_INT(t.decided_on, 0);
	stage_close(st);
}

TEST(a_change_on_an_old_version_of_what_is_assured_is_stale)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	struct subject t;

	CHECK_OK(subject_get(&s, a_subject(st), &t));
	t.title = "Serviceprogram 2026";
	IN_WRITE(st, subject_change(&s, &t));
	CHECK_OK(stage_begin(st));
	CHECK(subject_change(&s, &t) == STALE);
	stage_rollback(st);
	stage_close(st);
}

TEST(rewording_adds_a_wording_and_the_same_words_add_none)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	i64 subject = a_subject(st), p = a_priority(st, subject, "Service"),
	    first, second;
	struct priority_list all = {0};

	IN_WRITE(st, priority_word(&s, p, 1, &(struct wording){
		.title = "Service" }, &first));
	IN_WRITE(st, priority_word(&s, p, 1, &(struct wording){
		.title = "Service i hela länet" }, &second));
	CHECK(first != second);
	CHECK_OK(priority_list(&s, subject, false, &all));
	CHECK_INT(all.n, 1);
	CHECK_INT(all.v[0].wordings.n, 2);
	CHECK_INT(all.v[0].now.id, second);
	CHECK_INT(all.v[0].now.no, 2);
	CHECK_TEXT(all.v[0].wordings.v[0].title, "Service");
	CHECK_OK(stage_begin(st));
	CHECK(priority_word(&s, p, 1, &(struct wording){ .title = "X" },
	                    &second) == STALE);
	stage_rollback(st);
	stage_close(st);
}

TEST(moving_a_priority_changes_the_order_and_never_the_number)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	i64 subject = a_subject(st), third;
	struct priority_list all = {0};

	a_priority(st, subject, "A");
	a_priority(st, subject, "B");
	third = a_priority(st, subject, "C");
	IN_WRITE(st, priority_move(&s, third, 1));
	CHECK_OK(priority_list(&s, subject, false, &all));
	CHECK_TEXT(all.v[0].now.title, "C");
	CHECK_INT(all.v[0].no, 3);
	CHECK_TEXT(all.v[1].now.title, "A");
	CHECK_TEXT(all.v[2].now.title, "B");
	all = (struct priority_list){0};
	IN_WRITE(st, priority_move(&s, third, 99));
	CHECK_OK(priority_list(&s, subject, false, &all));
	CHECK_TEXT(all.v[2].now.title, "C");
	stage_close(st);
}

TEST(a_retired_priority_keeps_its_number_to_itself)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	i64 subject = a_subject(st), id = a_priority(st, subject, "A");
	struct priority_list all = {0};

	IN_WRITE(st, priority_retire(&s, id, true));
	a_priority(st, subject, "B");
	CHECK_OK(priority_list(&s, subject, false, &all));
	CHECK_INT(all.n, 1);
	CHECK_INT(all.v[0].no, 2);
	IN_WRITE(st, priority_retire(&s, id, false));
	all = (struct priority_list){0};
	CHECK_OK(priority_list(&s, subject, false, &all));
	CHECK_INT(all.n, 2);
	stage_close(st);
}

TEST(a_paper_comes_back_as_it_was_however_many_chunks_it_took)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	i64 subject = a_subject(st);
	size_t n = 2 * CHUNK + 17;
	char *text = arena_take(st->mem, n);
	struct attachment a = { .name = "underlag.txt" }, back;
	struct bytes all;

	for (size_t i = 0; i < n; i++)
		text[i] = (char)('a' + i % 23);
	IN_WRITE(st, attachment_note(&s, subject, &a, (struct bytes){ text,
	                                                              n }));
	CHECK_OK(attachment_get(&s, subject, a.key, &back, &all));
	CHECK_TEXT(back.type, "text/plain");
	CHECK_INT(all.n, n);
	CHECK(memcmp(all.v, text, n) == 0);
	IN_WRITE(st, attachment_remove(&s, subject, a.key, true));
	CHECK(attachment_get(&s, subject, a.key, &back, &all) == NOT_FOUND);
	IN_WRITE(st, attachment_remove(&s, subject, a.key, false));
	CHECK_OK(attachment_get(&s, subject, a.key, &back, &all));
	stage_close(st);
}

TEST(a_paper_of_another_subject_is_not_there)
{
	struct stage *st = stage_open(NULL);
	struct scope s = stage_scope(st);
	i64 subject = a_subject(st), other = a_subject(st);
	struct attachment a = { .name = "a.txt" }, back;
	struct bytes all;

	IN_WRITE(st, attachment_note(&s, subject, &a,
	                             (struct bytes){ "hej", 3 }));
	CHECK(attachment_get(&s, other, a.key, &back, &all) == NOT_FOUND);
	CHECK_OK(stage_begin(st));
	CHECK(attachment_note(&s, subject, &a, (struct bytes){ "\0", 1 }) ==
	      INVALID);
	stage_rollback(st);
	stage_close(st);
}
