/* Findings in depth: what they concern and rest on, what they touch too, what
 * is set aside, and alternatives side by side. */
#include "db/db.h"
#include "document/document.h"
#include "trial.h"

/* The model of the trial asks these fields of findings. */
static enum status ask(struct trial *t, unsigned fields)
{
	struct scope s = stage_scope(t->st);

	return db_change_all(&s, "UPDATE question SET fields = $2"
		" WHERE org_id = $1 AND part = 'findings'",
		VALUES(of_int(s.org), of_int(fields)));
}

static struct finding found(struct trial *t, i64 no)
{
	struct scope s = stage_scope(t->st);
	struct finding f = {0};

	CHECK_OK(finding_get(&s, t->id, no, &f));
	return f;
}

static struct req *add(struct trial *t, const char *fields)
{
	return post(t->st, arena_print(t->st->mem, "form=finding&priority=1"
	            "&question=goals_findings&sentence=S&v=dp&%s", fields),
	            "/a/%s/findings", t->key);
}

static const char *written(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct document d = {0};
	i64 id = 0;

	CHECK_OK(assess_by_key(&s, t->key, &id));
	CHECK_OK(document_compose(&s, id, &d));
	return document_write(t->st->mem, &d);
}

static enum status take_in(struct trial *t, const char *text)
{
	struct scope s = stage_scope(t->st);
	struct json_reader r = json_read(s.mem, (struct bytes){ text,
	                                 strlen(text) });
	struct document d;
	enum imported done;

	document_read(&r, &d);
	CHECK_TEXT(r.where == NULL ? "" : r.where, "");
	json_close(&r);
	/* Else it would be the same, and nothing taken in. */
	d.a.reason = "Nytt";
	return document_import(&s, &d, true, &done);
}

/* Out as a document and in again, everything is as it was. */
static void round_trip(struct trial *t)
{
	const char *text;

	IN_WRITE(t->st, take_in(t, written(t)));
	text = written(t);
	IN_WRITE(t->st, take_in(t, text));
	CHECK_TEXT(written(t), text);
}

TEST(where_the_model_asks_what_a_finding_concerns_it_must_be_said)
{
	struct trial t = trial_open();
	struct req *r;

	CHECK_INT(add(&t, "g-agenda-8=1")->code, 303);
	IN_WRITE(t.st, ask(&t, FIELD_CONCERNS));
	r = add(&t, "g-agenda-15=1");
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "href='#finding-concerns'");
	CHECK_HAS(PAGE(r), "mötena hålls bara på svenska");
	CHECK_INT(add(&t, "g-agenda-15=1&concerns=2")->code, 303);
	CHECK_INT(found(&t, 7).concerns, CONCERNS_DOING);
	/* What came before is a remark, never a stop. */
	CHECK_HAS(PAGE(get(t.st, "/a/%s/finish", t.key)),
	          "F6 säger inte om det gäller effekten");
	stage_close(t.st);
}

TEST(only_what_the_model_asks_stands_open_and_what_is_filled_is_never_lost)
{
	struct trial t = trial_open();
	struct req *r = get(t.st, "/a/%s/findings/3", t.key);

	CHECK_HAS_NOT(PAGE(r), "name='term'");
	CHECK_HAS_NOT(PAGE(r), "name='rests1-source'");
	CHECK_INT(add(&t, arena_print(t.st->mem, "g-agenda-8=1&term=2"
		"&certainty=1&places=Funäsdalen&rests1-paper=%s"
		"&rests1-place=s.+4&rests2-source=https://scb.example/x"
		"&rests3-source=", t.file))->code, 303);
	r = get(t.st, "/a/%s/findings/6", t.key);
	CHECK_HAS(PAGE(r), "name='term'");
	CHECK_HAS(PAGE(r), "name='rests3-source'");
	CHECK_HAS_NOT(PAGE(r), "name='concerns'");
	CHECK_HAS(PAGE(r), arena_print(t.st->mem, "<a href='/a/%s/files/%s'>"
	          "underlag.txt</a>, s. 4", t.key, t.file));
	CHECK_HAS(PAGE(r), "<a href='https://scb.example/x'>");
	CHECK_HAS(PAGE(r), "Var: Funäsdalen · Sikt: Lång · Säkerhet: Låg");
	stage_close(t.st);
}

TEST(what_a_finding_rests_on_goes_out_and_comes_back)
{
	struct trial t = trial_open();

	CHECK_INT(add(&t, arena_print(t.st->mem, "g-agenda-8=1&concerns=3"
		"&rests1-paper=%s&rests1-place=s.+4&rests2-source=Enkät",
		t.file))->code, 303);
	round_trip(&t);
	CHECK_HAS(written(&t), "\"concerns\": \"both\"");
	CHECK_HAS(written(&t), "\"source\": \"Enkät\"");
	stage_close(t.st);
}

TEST(a_paper_that_was_taken_away_is_known_by_its_name_still)
{
	struct trial t = trial_open();

	CHECK_INT(add(&t, arena_print(t.st->mem, "g-agenda-8=1"
		"&rests1-paper=%s&rests1-place=s.+4", t.file))->code, 303);
	CHECK_INT(post(t.st, "", "/a/%s/files/%s/remove", t.key,
	               t.file)->code, 303);
	CHECK_TEXT(found(&t, 6).evidence.v[0].source, "underlag.txt");
	CHECK_TEXT(found(&t, 6).evidence.v[0].paper, "");
	CHECK_HAS(written(&t), "\"source\": \"underlag.txt\"");
	CHECK_INT(add(&t, "g-agenda-8=1&rests1-place=s.+4")->code, 422);
	stage_close(t.st);
}
