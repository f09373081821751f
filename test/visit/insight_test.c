/* Lists over the organisation, and what stands against what across it. */
#include "account/account.h"
#include "account/job.h"
#include "base/rights.h"
#include "conflict/conflict.h"
#include "insight/across.h"
#include "insight/list.h"
#include "trial.h"

TEST(what_waits_is_listed_with_who_and_when_and_filtered_in_the_address)
{
	struct trial e = trial_open();
	const char *org = e.st->org_key;
	struct req *r;

	CHECK_INT(post(e.st, "version=1&state=3&question=Vad+f%C3%B6rst%3F"
	               "&decider=RUN&due=2025-09-01",
	               "/a/%s/conflicts/1/settle", e.key)->code, 303);
	CHECK_INT(post(e.st, "text=Ska+vi+bygga%3F&made=2&decider=Styrelsen"
	               "&due=2026-01-31", "/a/%s/positions", e.key)->code,
	          303);
	r = get(e.st, "/o/%s/conflicts", org);
	CHECK_HAS(PAGE(r), "K1 Bil mot klimat");
	CHECK_HAS(PAGE(r), "1 september 2025");
	r = get(e.st, "/o/%s/conflicts?state=1", org);
	CHECK_HAS(PAGE(r), "Inget passar in");
	r = get(e.st, "/o/%s/positions", org);
	CHECK_HAS(PAGE(r), "Vad först?");
	CHECK_HAS(PAGE(r), "Ska vi bygga?");
	CHECK_HAS_NOT(PAGE(r), "Vi går vidare");
	r = get(e.st, "/o/%s/positions?who=STYRELSEN&year=2026", org);
	CHECK_HAS(PAGE(r), "Ska vi bygga?");
	CHECK_HAS_NOT(PAGE(r), "Vad först?");
	CHECK_HAS(PAGE(get(e.st, "/o/%s/positions?state=9", org)),
	          "Vi går vidare");
	CHECK_HAS(PAGE(get(e.st, "/o/%s/positions?late=1", org)),
	          "Vad först?");
	CHECK_HAS(PAGE(get(e.st, "/o/%s/gaps?programme=service", org)),
	          "Hur många jobb?");
	CHECK_HAS(PAGE(get(e.st, "/o/%s/actions", org)), "A1 Laddplatser");
	r = get(e.st, "/o/%s/positions.csv?who=run", org);
	CHECK_INT(r->code, 200);
	CHECK_HAS(r->bytes.v, "Vad först?");
	CHECK_HAS(r->bytes.v, "2025-09-01");
	CHECK_HAS_NOT(r->bytes.v, "Ska vi bygga?");
	stage_close(e.st);
}

static enum status many(struct scope *s, i64 assessment)
{
	for (i64 i = 0; i < 120; i++) {
		struct position p = { .text = arena_print(s->mem, "Val %lld.",
			i + 1), .decider = "RUN",
			.due = i % 3 == 0 ? 0 : 20400 + i % 7 };
		i64 id;

		TRY(position_note(s, assessment, &p, &id));
	}
	return OK;
}

static void go_to(struct sieve *f, const struct list_at *at, bool back)
{
	f->after_due = at->due;
	f->after_id = at->id;
	f->after_source = at->source;
	f->back = back;
}

/* Each once: what has no day last, and a question among them; and back. */
TEST(pages_of_a_list_follow_each_other_with_every_row_once)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct sieve f = { .who = "", .unit = "", .programme = "",
	                   .today = 20000 };
	struct list_page p = { .more = true };
	i64 seen = 0, last = 0, pages = 0;

	IN_WRITE(e.st, many(&s, e.id));
	CHECK_INT(post(e.st, "version=1&state=3&question=Vad%3F&decider=RUN"
	               "&due=2025-11-09", "/a/%s/conflicts/1/settle",
	               e.key)->code, 303);
	while (p.more && pages++ < 9) {
		p = (struct list_page){0};
		CHECK_OK(list_read(&s, LIST_POSITIONS, f, LIST_PAGE, &p));
		for (size_t i = 0; i < p.items.n; i++) {
			i64 due = p.items.v[i].due;

			CHECK((due == 0 ? NO_DAY : due) >= last);
			last = due == 0 ? NO_DAY : due;
			seen++;
		}
		if (p.more)
			go_to(&f, &p.next, false);
	}
	CHECK_INT(seen, 121);
	CHECK_INT(pages, 3);
	for (; p.earlier && pages-- > 0; seen -= (i64)p.items.n) {
		go_to(&f, &p.before, true);
		p = (struct list_page){0};
		CHECK_OK(list_read(&s, LIST_POSITIONS, f, LIST_PAGE, &p));
		CHECK_INT(p.items.n, LIST_PAGE);
	}
	CHECK_INT(seen, 21);
	CHECK_INT(pages, 1);
	stage_close(e.st);
}

TEST(a_suggestion_says_why_and_becomes_a_conflict_only_when_it_is_chosen)
{
	struct trial e = trial_open();
	struct req *r;

	trial_other(&e);
	r = get(e.st, "/a/%s/across", e.key);
	CHECK_HAS(PAGE(r), "Trafikprogram");
	CHECK_HAS(PAGE(r), "Samma aktörer: Samebyar");
	CHECK_HAS(PAGE(r), "Fler får service");
	CHECK_HAS(PAGE(r), "Färre har råd");
	CHECK_INT(get(e.st, "/a/%s/conflicts/3", e.key)->code, 404);
	r = post(e.st, "sign=1", "/a/%s/across/%s/take", e.key, e.other);
	CHECK_INT(r->code, 303);
	r = get(e.st, "/a/%s/conflicts/3", e.key);
	CHECK_HAS(PAGE(r), "Serviceprogram eller Trafikprogram");
	CHECK_HAS(PAGE(r), arena_print(e.st->mem, "/a/%s", e.other));
	r = get(e.st, "/a/%s/across", e.other);
	CHECK_HAS(PAGE(r), "Inskriven som K3");
	CHECK_HAS(PAGE(r), "Inget att pröva");
	CHECK_INT(post(e.st, "sign=1", "/a/%s/across/%s/take", e.key,
	               e.other)->code, 422);
	CHECK_INT(post(e.st, "", "/a/%s/conflicts/3/remove", e.key)->code,
	          303);
	CHECK_HAS(PAGE(get(e.st, "/a/%s/across", e.key)), "Färre har råd");
	stage_close(e.st);
}

TEST(a_dismissed_suggestion_is_kept_with_its_reason_and_stays_away)
{
	struct trial e = trial_open();
	struct req *r;

	trial_other(&e);
	CHECK_INT(post(e.st, "sign=1&why=", "/a/%s/across/%s/leave", e.key,
	               e.other)->code, 422);
	CHECK_INT(post(e.st, "sign=1&why=Olika+delar", "/a/%s/across/%s/leave",
	               e.key, e.other)->code, 303);
	r = get(e.st, "/a/%s/across", e.key);
	CHECK_HAS(PAGE(r), "Hör inte ihop: Olika delar");
	CHECK_HAS_NOT(PAGE(r), "Färre har råd");
	CHECK_INT(post(e.st, "priority=1&question=goals_findings&v=dp"
	               "&g-agenda-13=1&sentence=Bussen+tar+%C3%B6ver",
	               "/a/%s/findings", e.other)->code, 303);
	r = get(e.st, "/a/%s/across", e.key);
	CHECK_HAS(PAGE(r), "Bilen behövs");
	stage_close(e.st);
}

TEST(who_is_let_in_to_one_assessment_sees_no_other_through_it)
{
	struct trial e = trial_open();

	trial_other(&e);
	stage_as_stranger(e.st);
	trial_let_in(&e, READ | ANSWER, "");
	CHECK_INT(get(e.st, "/a/%s/conflicts", e.key)->code, 200);
	CHECK_INT(get(e.st, "/a/%s/across", e.key)->code, 404);
	CHECK_INT(post(e.st, "sign=1", "/a/%s/across/%s/take", e.key,
	               e.other)->code, 404);
	stage_close(e.st);
}

TEST(the_finder_over_all_is_long_work_whose_result_is_a_list)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct job j = {0};
	struct req *r;

	trial_other(&e);
	r = get(e.st, "/o/%s/across", e.st->org_key);
	CHECK_HAS(PAGE(r), "Letar just nu");
	CHECK_OK(job_get(&s, e.job, &j));
	CHECK_OK(job_run_now(e.st->db, stage_database(), e.st->org, j.id,
	                     NULL));
	r = get(e.st, "/o/%s/across", e.st->org_key);
	CHECK_HAS(PAGE(r), "Emot Trafikprogram (mål 1)");
	CHECK_HAS(PAGE(r), "Emot Serviceprogram (mål 1)");
	CHECK_HAS(PAGE(r), "Leta igenom alla igen");
	CHECK_INT(post(e.st, "sign=1&why=Olika+delar", "/a/%s/across/%s/leave",
	               e.key, e.other)->code, 303);
	r = get(e.st, "/o/%s/across", e.st->org_key);
	CHECK_HAS_NOT(PAGE(r), "Emot Trafikprogram");
	CHECK_HAS_NOT(PAGE(r), "Emot Serviceprogram");
	stage_close(e.st);
}
