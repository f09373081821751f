/* What the lists over the organisation need in the example. */
#include "account/job.h"
#include "trial.h"

void trial_insight(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct job j = {0};

	IN_WRITE(e->st, job_note(&s, "across", "", &j));
	e->job = j.key;
}

void trial_other(struct trial *e)
{
	struct req *r = post(e->st, arena_print(e->st->mem,
		"title=Trafikprogram&kind=1&depth=2&judged=1&parts=Resor"
		"&model=%s&framework=%s", e->method, e->goals), "/o/%s/new",
		e->st->org_key);

	CHECK_INT(r->code, 303);
	e->other = arena_text(e->st->mem, r->location + 3, 10);
	CHECK_INT(post(e->st, "priority=1&question=goals_findings&v=dn"
	               "&g-agenda-1=1&sentence=F%C3%A4rre+har+r%C3%A5d"
	               "&rationale=Dyrare", "/a/%s/findings",
	               e->other)->code, 303);
	CHECK_INT(post(e->st, arena_print(e->st->mem, "actor=%s&role=1",
	               e->actor), "/a/%s/actors", e->other)->code, 303);
}
