#include "example.h"
#include "stage.h"


static const struct route *const none[] = { NULL };

static enum status take_in(struct stage *st, const struct document *d,
                           bool replace, enum imported *done)
{
	struct scope s = stage_scope(st);

	return document_import(&s, d, replace, done);
}

/* What stands here under the key, as the document says it ended. */
static const char *written(struct stage *st, const struct document *said)
{
	struct scope s = stage_scope(st);
	struct document here;
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, said->a.key, &id));
	CHECK_OK(document_compose(&s, id, &here));
	here.ending = said->ending;
	here.org = said->org;
	here.a.received = said->a.received;
	return document_write(st->mem, &here);
}

static struct stage *with_both(struct document *before, struct document *now)
{
	return example_stage(none, before, now);
}

TEST(a_document_that_is_imported_is_exported_byte_for_byte)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);

	CHECK_TEXT(written(st, &before), document_write(st->mem, &before));
	CHECK_TEXT(written(st, &now), document_write(st->mem, &now));
	stage_close(st);
}

TEST(what_was_finished_elsewhere_arrives_as_received)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);
	struct scope s = stage_scope(st);
	struct assessment a = {0};
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, before.a.key, &id));
	CHECK_OK(assess_get(&s, id, &a));
	CHECK(a.received);
	CHECK_INT(a.state, ASSESS_FINAL);
	CHECK_INT(assess_open(&s, id), DENIED);
	stage_close(st);
}

TEST(the_same_document_again_changes_nothing)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);
	enum imported done;

	/* An open one is this organisation's; a finished one keeps its own. */
	now.org = (struct org){ .name = st->org_name, .kind = ORG_REGION };
	IN_WRITE(st, take_in(st, &now, false, &done));
	CHECK_INT(done, IMPORTED_SAME);
	IN_WRITE(st, take_in(st, &before, true, &done));
	CHECK_INT(done, IMPORTED_SAME);
	stage_close(st);
}

TEST(an_open_assessment_is_replaced_only_when_that_is_said)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);
	enum imported done;

	now.a.reason = "Programmet görs om.";
	now.subject.title = "Regionalt serviceprogram";
	IN_WRITE(st, take_in(st, &now, false, &done));
	CHECK_INT(done, IMPORTED_REFUSED);
	CHECK_HAS_NOT(written(st, &now), "Programmet görs om.");
	IN_WRITE(st, take_in(st, &now, true, &done));
	CHECK_INT(done, IMPORTED_REPLACED);
	CHECK_TEXT(written(st, &now), document_write(st->mem, &now));
	stage_close(st);
}

TEST(who_accepted_an_action_and_what_is_done_instead_come_with_the_document)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);
	struct action *a = &now.actions.v[0];
	enum imported done;

	a->accepted_on = 20000;
	a->accepted_by = "Enhetschefen";
	a->accepted_source = "Brev, dnr 7";
	a->instead = "Konsult i mars";
	IN_WRITE(st, take_in(st, &now, true, &done));
	CHECK_TEXT(written(st, &now), document_write(st->mem, &now));
	CHECK_HAS(written(st, &now), "Brev, dnr 7");
	CHECK_HAS(written(st, &now), "\"instead\": \"Konsult i mars\"");
	stage_close(st);
}

TEST(a_final_assessment_is_never_replaced)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);
	enum imported done;

	before.a.reason = "Ett annat skäl.";
	IN_WRITE(st, take_in(st, &before, true, &done));
	CHECK_INT(done, IMPORTED_REFUSED);
	CHECK_HAS_NOT(written(st, &before), "Ett annat skäl.");
	stage_close(st);
}

TEST(numbers_go_on_after_those_of_the_document)
{
	struct document before, now;
	struct stage *st = with_both(&before, &now);
	struct scope s = stage_scope(st);
	i64 id = 0, no = 0;

	CHECK_OK(assess_by_key(&s, now.a.key, &id));
	IN_WRITE(st, counter_next(&s, id, "finding", &no));
	CHECK_INT(no, 21);
	IN_WRITE(st, counter_next(&s, id, "conflict", &no));
	CHECK_INT(no, 7);
	stage_close(st);
}

static enum status drop_third(struct scope *s, i64 id,
                              const struct document *d)
{
	TRY(finding_remove(s, id, 1, true));
	return scope_drop(s, id, d->priorities.v[2].id);
}

TEST(what_is_removed_is_not_in_the_document_nor_what_points_at_it)
{
	struct document before, now, left, again;
	struct stage *st = with_both(&before, &now);
	struct scope s = stage_scope(st);
	const char *text;
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, now.a.key, &id));
	CHECK_OK(document_compose(&s, id, &left));
	IN_WRITE(st, drop_third(&s, id, &left));
	CHECK_OK(document_compose(&s, id, &left));
	CHECK_INT(left.findings.v[0].no, 2);
	CHECK_INT(left.priorities.n, 2);
	text = document_write(st->mem, &left);
	CHECK_INT(example_read(st->mem, text, &again).wrong, JSON_FINE);
	CHECK_TEXT(document_write(st->mem, &again), text);
	stage_close(st);
}

static enum status adopt(struct stage *st)
{
	struct scope s = stage_scope(st);

	TRY(framework_adopt(&s, "agenda2030"));
	TRY(framework_adopt(&s, "jamstalldhet"));
	TRY(framework_adopt_file(&s, example_bytes(
		"example/rus_test_2.json"), true));
	return method_adopt(&s);
}

TEST(the_example_uses_the_frameworks_and_the_model_we_ship)
{
	struct stage *st = stage_open(none);
	struct scope s = stage_scope(st);
	struct framework f;
	struct method m;
	struct document d;
	i64 id = 0;

	CHECK_INT(example_read(st->mem, example_with(st->mem,
	          "example/rsp_test_2025.json", "{", "{"), &d).wrong,
	          JSON_FINE);
	IN_WRITE(st, adopt(st));
	CHECK_INT(d.frameworks.n, 3);
	for (size_t i = 0; i < d.frameworks.n; i++) {
		CHECK_OK(framework_by_code(&s, d.frameworks.v[i].code,
		         d.frameworks.v[i].edition, &id));
		CHECK_OK(framework_get(&s, id, &f));
		CHECK_TEXT(f.hash, d.frameworks.v[i].hash);
	}
	CHECK_OK(method_by_code(&s, d.method.code, d.method.edition, &id));
	CHECK_OK(method_get(&s, id, &m));
	CHECK_TEXT(m.hash, d.method.hash);
	stage_close(st);
}
