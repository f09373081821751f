/* Matters through the door: a new one, its chain, two officers at once, papers,
 * who may. */
#include "account/account.h"
#include "matter/letter.h"
#include "trial.h"

static void sent(struct trial *e, const char *fields, const char *path)
{
	struct req *r = post(e->st, fields, "%s", path);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", path, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static const char *in(const struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/m/%s%s", e->matter, rest);
}

static const char *in_org(const struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/o/%s%s", e->st->org_key, rest);
}

static struct matter now(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct matter m;

	CHECK_OK(matter_get(&s, e->matter_id, &m));
	return m;
}

TEST(a_matter_inherits_title_and_number_from_its_assessment)
{
	struct trial e = trial_open();
	struct req *r = get(e.st, "/o/%s/matters/new?assessment=%s",
	                    e.st->org_key, e.key);
	const char *key;

	CHECK_HAS(PAGE(r), "value='Serviceprogram'");
	CHECK_HAS(PAGE(r), "value='RUN/1/2025'");
	CHECK_HAS(PAGE(r), "value='Karin Ek, hållbarhetsstrateg'");
	CHECK_HAS(PAGE(r), "RSAU → RS → RF");
	r = post(e.st, arena_print(e.st->mem, "title=Serviceprogram&kind=1"
	         "&registry=RUN/1/2025&chain=1.2.3&assessment=%s", e.key),
	         "/o/%s/matters/new", e.st->org_key);
	CHECK_INT(r->code, 303);
	key = arena_text(e.st->mem, r->location + 3, 10);
	r = get(e.st, "/m/%s", key);
	CHECK_HAS(PAGE(r), "1 <span class='nm'>RSAU");
	CHECK_HAS(PAGE(r), "3 <span class='nm'>RF");
	CHECK_HAS(PAGE(r), arena_print(e.st->mem, "href='/a/%s'", e.key));
	CHECK_HAS(PAGE(r), "Regionstyrelsens arbetsutskott beslutar föreslå "
	          "regionstyrelsen besluta föreslå regionfullmäktige "
	          "besluta att");
	CHECK_HAS(PAGE(r), "Registrerat");
	stage_close(e.st);
}

TEST(a_matter_has_a_register_number_or_the_reason_for_none)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "form=new&title=Plan&kind=2", "%s",
	                     in_org(&e, "/matters/new"));

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv diarienumret, eller varför");
	CHECK_HAS(PAGE(r), "value='Plan'");
	sent(&e, "title=Plan&kind=2&no_registry=Registreras+i+maj",
	     in_org(&e, "/matters/new"));
	r = post(e.st, "title=Plan&kind=2&registry=1&chain=3.1", "%s",
	         in_org(&e, "/matters/new"));
	CHECK_INT(r->code, 422);
	stage_close(e.st);
}

TEST(matters_are_found_by_part_of_a_title_or_number)
{
	struct trial e = trial_open();

	sent(&e, "title=50%25+%C3%85tg%C3%A4rder+_+i+f%C3%B6rv%C3%A4g&kind=2"
	     "&registry=RUN/536/2021", in_org(&e, "/matters/new"));
	CHECK_HAS(PAGE(get(e.st, "%s?q=%%C3%%85TG", in_org(&e, "/matters"))),
	          "50% Åtgärder _ i förväg");
	CHECK_HAS_NOT(PAGE(get(e.st, "%s?q=%%C3%%85TG",
	              in_org(&e, "/matters"))), arena_print(e.st->mem,
	              "href='/m/%s'>", e.matter));
	CHECK_HAS(PAGE(get(e.st, "%s?q=536", in_org(&e, "/matters"))),
	          "50% Åtgärder");
	CHECK_HAS(PAGE(get(e.st, "%s?q=50%%25", in_org(&e, "/matters"))),
	          "50% Åtgärder");
	CHECK_HAS(PAGE(get(e.st, "%s?q=5%%25T", in_org(&e, "/matters"))),
	          "Inget ärende har de orden");
	CHECK_HAS(PAGE(get(e.st, "%s?q=r_i", in_org(&e, "/matters"))),
	          "Inget ärende har de orden");
	stage_close(e.st);
}

TEST(the_list_says_the_same_as_the_rules_about_who_is_next)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *steps[] = { "2", "2", "2", "3" };
	const char *kinds[] = { "4", "5", "1", "1" };

	sent(&e, "version=1&role=2&day=2025-10-12", in(&e, "/chain/2"));
	for (size_t i = 0; i <= COUNT(steps); i++) {
		struct outcome_list done = {0};
		struct chain chain = {0};
		const struct step_body *next;
		struct matter m = now(&e);

		CHECK_OK(chain_read(&s, e.matter_id, &chain));
		CHECK_OK(outcome_list(&s, e.matter_id, &done));
		next = chain_next(&chain, &done);
		CHECK(same(m.next_body, next == NULL ? NULL :
		           next->body.name));
		CHECK_INT(m.next_on, chain_next_on(&chain, &done));
		if (i == COUNT(steps))
			break;
		sent(&e, arena_print(e.st->mem, "version=%lld&kind=%s"
		     "&day=2025-10-1%zu&text=Antas&reason=R%%C3%%A4kna",
		     (i64)done.n + 1, kinds[i], i + 2),
		     in(&e, arena_print(e.st->mem, "/chain/%s/outcome",
		     steps[i])));
	}
	CHECK_INT(now(&e).state, MATTER_DECIDED);
	stage_close(e.st);
}

TEST(a_referral_back_makes_a_task_and_the_same_body_is_next)
{
	struct trial e = trial_open();
	struct req *r = post(e.st, "version=2&kind=5&day=2025-10-16", "%s",
	                     in(&e, "/chain/2/outcome"));

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "En återremiss ska säga det");
	sent(&e, "version=2&kind=5&day=2025-10-16&reason=R%C3%A4kna+om",
	     in(&e, "/chain/2/outcome"));
	r = get(e.st, "%s", in(&e, ""));
	CHECK_HAS(PAGE(r), ">Räkna om</a>");
	CHECK_HAS(PAGE(r), "Ur återremissen");
	CHECK_HAS(PAGE(r), "Ärendet är återremitterat");
	CHECK_HAS(PAGE(r), "Regionstyrelsen, 31 oktober 2025.");
	CHECK_INT(now(&e).state, MATTER_REFERRED_BACK);
	sent(&e, "to=3", in(&e, "/state"));
	sent(&e, "note=Klart", in(&e, "/tasks/3/done"));
	CHECK_HAS(PAGE(get(e.st, "%s", in(&e, ""))), "Gjord 17 oktober");
	stage_close(e.st);
}

TEST(the_decision_begins_with_what_the_letter_proposes)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct letter_text t = { .part = LETTER_PROPOSAL, .taken = "",
	                         .text = "anta programmet på prov" };

	IN_WRITE(e.st, letter_text_keep(&s, e.matter_id, &t));
	CHECK_HAS(PAGE(get(e.st, "%s", in(&e, "/chain/2/outcome"))),
	          "anta programmet på prov</textarea>");
	stage_close(e.st);
}

TEST(two_officers_at_once_lose_nothing)
{
	struct trial e = trial_open();
	i64 before = now(&e).version;
	const char *first = arena_print(e.st->mem, "form=matter&version=%lld"
		"&title=Mitt&kind=1&registry=R1", before);
	const char *second = arena_print(e.st->mem, "form=matter"
		"&version=%lld&title=Ditt&kind=1&registry=R2", before);
	struct req *r;

	sent(&e, first, in(&e, "/edit"));
	r = post(e.st, second, "%s", in(&e, "/edit"));
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "value='Ditt'");
	CHECK_HAS(PAGE(r), "Mitt");
	/* One decision, written in by both. */
	sent(&e, "version=2&kind=4&day=2025-10-16",
	     in(&e, "/chain/2/outcome"));
	r = post(e.st, "form=outcome&version=2&kind=1&day=2025-10-16"
	         "&text=Mina+ord", "%s", in(&e, "/chain/2/outcome"));
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "Mina ord");
	/* A correction of the same decision. */
	sent(&e, "version=1&kind=4&day=2025-10-16&paragraph=1",
	     in(&e, "/decisions/2"));
	r = post(e.st, "form=outcome&version=1&kind=4&day=2025-10-16"
	         "&paragraph=2", "%s", in(&e, "/decisions/2"));
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "value='2'");
	stage_close(e.st);
}

TEST(a_decision_that_is_corrected_is_kept_as_it_was)
{
	static const char sql[] =
		"SELECT count(*) FROM event WHERE org_id = $1"
		"   AND kind = 'outcome' AND before LIKE '%§ 12%'";
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	i64 kept = 0;

	sent(&e, "version=1&kind=2&day=2025-10-10&paragraph=§+13&text=Nytt",
	     in(&e, "/decisions/1"));
	CHECK_OK(db_number(&s, sql, VALUES(of_int(s.org)), &kept));
	CHECK_INT(kept, 1);
	CHECK_HAS(PAGE(get(e.st, "%s", in(&e, "/decisions"))), "§ 13");
	stage_close(e.st);
}

TEST(the_chain_is_changed_but_not_behind_who_has_met)
{
	struct trial e = trial_open();
	struct req *r;

	sent(&e, "", in(&e, "/chain/3/up"));
	CHECK_TEXT(now(&e).next_body, "regionfullmäktige");
	sent(&e, "", in(&e, "/chain/2/up"));
	CHECK_TEXT(now(&e).next_body, "regionstyrelsen");
	r = post(e.st, "", "%s", in(&e, "/chain/2/up"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "står kvar");
	CHECK_INT(post(e.st, "", "%s", in(&e, "/chain/1/remove"))->code, 422);
	sent(&e, "version=2&kind=1&day=2025-10-16",
	     in(&e, "/chain/2/outcome"));
	CHECK_INT(now(&e).state, MATTER_IN_BODIES);
	sent(&e, "", in(&e, "/chain/3/remove"));
	CHECK_INT(now(&e).state, MATTER_DECIDED);
	sent(&e, "body=2&role=3&day=2026-01-07", in(&e, "/chain"));
	CHECK_INT(now(&e).state, MATTER_IN_BODIES);
	CHECK_TEXT(now(&e).next_body, "regionstyrelsen");
	stage_close(e.st);
}

TEST(who_only_reads_sees_all_and_no_forms)
{
	static const char *const pages[] = { "", "/decisions", "/papers" };
	struct trial e = trial_open();

	stage_rights(e.st, READ);
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct req *r = get(e.st, "%s", in(&e, pages[i]));

		CHECK_INT(r->code, 200);
		CHECK_HAS(PAGE(r), "RUN/1/2025");
		CHECK_HAS_NOT(PAGE(r), arena_print(e.st->mem, "action='/m/%s",
		              e.matter));
	}
	CHECK_INT(get(e.st, "%s", in(&e, "/papers/1/file.pdf"))->code, 200);
	CHECK_INT(get(e.st, "%s", in(&e, "/chain"))->code, 403);
	stage_as_stranger(e.st);
	for (size_t i = 0; i < COUNT(pages); i++)
		CHECK_INT(get(e.st, "%s", in(&e, pages[i]))->code, 404);
	CHECK_INT(post(e.st, "to=4", "%s", in(&e, "/state"))->code, 404);
	stage_close(e.st);
}

/* -- papers -------------------------------------------------------------- */

TEST(the_letter_comes_first_whatever_is_moved)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter_paper_list all = {0};
	struct matter_paper extra = { .use = USE_MINUTES, .title = "Utdrag",
		.state = PAPER_WORKING, .dated_on = 20000 };

	IN_WRITE(e.st, matter_paper_note(&s, e.matter_id, &extra));
	sent(&e, "", in(&e, "/papers/4/up"));
	sent(&e, "", in(&e, "/papers/4/up"));
	CHECK_OK(matter_paper_list(&s, e.matter_id, &all));
	CHECK_INT(all.n, 3);
	CHECK_INT(all.v[0].no, 1);
	CHECK_INT(all.v[1].no, 4);
	CHECK_INT(all.v[2].no, 2);
	stage_close(e.st);
}

TEST(a_paper_that_was_sent_is_kept_and_its_bytes_never_change)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter_paper p;
	struct req *r;

	sent(&e, "version=1&title=Skrivelse&use=1&state=4&day=2025-10-17",
	     in(&e, "/papers/1"));
	r = post(e.st, "", "%s", in(&e, "/papers/1/remove"));
	CHECK_INT(r->code, 422);
	r = post(e.st, "version=2&title=S&use=1&state=1&day=2025-10-17", "%s",
	         in(&e, "/papers/1"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Läget går bara framåt");
	CHECK_OK(matter_paper_get(&s, e.matter_id, 1, &p));
	CHECK_OK(stage_begin(e.st));
	CHECK_INT(paper_bytes_keep(&s, p.id, "pdf",
	          (struct bytes){ "other", 5 }), TAKEN);
	stage_rollback(e.st);
	r = get(e.st, "%s", in(&e, "/papers/1/file.pdf"));
	CHECK_INT(r->bytes.n, 16);
	CHECK(memcmp(r->bytes.v, "%PDF-1.7 a paper", 16) == 0);
	CHECK_TEXT(r->download, "Skrivelse.pdf");
	CHECK_INT(get(e.st, "%s", in(&e, "/papers/1/file.exe"))->code, 404);
	stage_close(e.st);
}

TEST(a_paper_that_was_removed_comes_back)
{
	struct trial e = trial_open();

	sent(&e, "", in(&e, "/papers/2/remove"));
	CHECK_HAS(PAGE(get(e.st, "%s?removed=2", in(&e, "/papers"))),
	          "Handlingen är borttagen");
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", in(&e, "/papers"))),
	              "papers/2/file.pdf");
	sent(&e, "", in(&e, "/papers/2/restore"));
	CHECK_HAS(PAGE(get(e.st, "%s", in(&e, "/papers"))),
	          "papers/2/file.pdf");
	stage_close(e.st);
}

TEST(an_assessment_is_added_from_its_own_page_and_taken_out_again)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct linked_list all = {0};

	sent(&e, "", in(&e, arena_print(e.st->mem, "/assessments/%s/remove",
	     e.key)));
	CHECK_OK(matter_linked(&s, e.matter_id, &all));
	CHECK_INT(all.n, 0);
	CHECK_HAS(PAGE(get(e.st, "/a/%s", e.key)), "Lägg till i ärendet");
	sent(&e, arena_print(e.st->mem, "assessment=%s&matter=%s", e.key,
	     e.matter), in_org(&e, "/matters/add"));
	CHECK_OK(matter_linked(&s, e.matter_id, &all));
	CHECK_INT(all.n, 1);
	stage_close(e.st);
}

static struct req *upload(struct trial *e, const char *file,
                          const char *fields)
{
	const struct route *at = matter_paper_routes;
	struct req *r;
	char *body;

	while (at->method != POST)
		at++;
	r = trial_visit(e, at);
	body = arena_print(r->s.mem, "--b\r\nContent-Disposition: form-data;"
		" name=\"csrf\"\r\n\r\n%s\r\n--b\r\nContent-Disposition:"
		" form-data; name=\"file\"; filename=\"f.pdf\"\r\n\r\n%s\r\n"
		"%s--b--\r\n", e->st->csrf, file, fields);
	r->body = (struct bytes){ body, strlen(body) };
	serve(r);
	return r;
}

#define TYPED(name, value)                                              \
	"--b\r\nContent-Disposition: form-data; name=\"" name "\"\r\n"  \
	"\r\n" value "\r\n"

TEST(a_paper_is_what_its_bytes_say_and_one_that_came_in_says_from_whom)
{
	struct trial e = trial_open();
	struct req *r = upload(&e, "MZ\x01\x02\x03", TYPED("title", "Utdrag")
	                       TYPED("day", "2025-10-17"));

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "av ett slag vi inte tar emot");
	r = upload(&e, "%PDF-1.4 x", TYPED("title", "Svar")
	           TYPED("day", "2025-10-17") TYPED("state", "2"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vem handlingen kom");
	r = upload(&e, "%PDF-1.4 x", TYPED("title", "Svar")
	           TYPED("day", "2025-10-17") TYPED("state", "2")
	           TYPED("whom", "Länsstyrelsen"));
	CHECK_INT(r->code, 303);
	CHECK_HAS(PAGE(get(e.st, "%s", in(&e, "/papers"))),
	          "Från Länsstyrelsen");
	CHECK_HAS(PAGE(get(e.st, "%s", in(&e, "/papers"))),
	          "papers/4/file.pdf");
	stage_close(e.st);
}
