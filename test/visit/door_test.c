/* The short ways in: a reply in twenty minutes, and whom to invite. */
#include <string.h>

#include "actor/actor.h"
#include "base/text.h"
#include "action/action.h"
#include "document/document.h"
#include "door/door.h"
#include "trial.h"

#define HOUR (3600LL * 1000)

static const char *in_org(struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/o/%s%s", e->st->org_key, rest);
}

static void sends(struct trial *e, const char *fields, const char *to)
{
	struct req *r = post(e->st, fields, "%s", to);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", to, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static const char *key_at(struct trial *e, const struct req *r,
                          const char *after)
{
	const char *at = strstr(or_empty(r->location), after);

	CHECK(at != NULL);
	return arena_text(e->st->mem, at + strlen(after), 10);
}

/* -- test set C: a national inquiry, answered in twenty minutes ----------- */

#define SET_C "title=Betaltj%C3%A4nster+i+hela+landet&registry=RS/410/2025" \
	"&from=Finansdepartementet&due=14+november+2025&text=Staten+betalar+" \
	"ombud+p%C3%A5+orter+utan+bank.+Minskad+oj%C3%A4mlikhet+och+" \
	"arbetsvillkor+r%C3%B6rs.&q1=1&n1=Den+som+saknar+mobil&q2=5&n2=Barn+" \
	"f%C3%B6ljer+med&q3=2&q4=3"

/* "goal1=…" as the page offers it, or chosen under another goal. */
#define GOALS "goal6=agenda2030+8&s6=F%C3%B6retag+f%C3%A5r+betalt+snabbare" \
	"&v6=ip&goal7=agenda2030+10&s7=L%C3%A4ngre+till+ombud&v7=in" \
	"&w7=F%C3%A4rre+kontor"

static struct trial set_c(const char **key)
{
	struct trial e = trial_open();
	struct req *r;

	sends(&e, "code=agenda2030", in_org(&e, "/frameworks"));
	e.st->now += 3 * HOUR;
	r = post(e.st, SET_C, "%s", in_org(&e, "/reply"));
	if (r->code != 303)
		print_error("%s\n", PAGE(r));
	CHECK_INT(r->code, 303);
	*key = key_at(&e, r, "/a/");
	return e;
}

static const char *at(struct trial *e, const char *key, const char *rest)
{
	return arena_print(e->st->mem, "/a/%s%s", key, rest);
}

TEST(test_set_c_becomes_text_to_copy_and_is_done_within_the_limits)
{
	const char *key;
	struct trial e = set_c(&key);
	struct scope s = stage_scope(e.st);
	struct duty_list duties = {0};
	struct action invites = {0};
	struct req *r = get(e.st, "%s", at(&e, key, "/reply/goals"));
	i64 id = 0;

	CHECK_HAS(PAGE(r), "4 av högst 15 svar");
	CHECK_HAS(PAGE(r), "<mark>");
	CHECK_HAS_NOT(PAGE(r), "checked");
	sends(&e, GOALS, at(&e, key, "/reply/goals"));
	sends(&e, "one=Fler+digitala+tj%C3%A4nster&against=N%C3%A4ra+hemmet"
	      "&loses=%C3%84ldre+utan+bil&asked=Funktionsr%C3%A4tt&any-version"
	      "=0&missing-version=0&conflict=0", at(&e, key,
	      "/reply/against"));
	r = get(e.st, "%s", at(&e, key, "/reply"));
	CHECK_HAS(PAGE(r), "9 av högst 15 svar");
	CHECK_HAS(PAGE(r), "Längre till ombud. Färre kontor.");
	CHECK_HAS(PAGE(r), "borde ha frågats: Funktionsrätt.");
	CHECK_HAS(PAGE(r), "Mer kunskap behövs om hur samer påverkas.");
	CHECK_HAS(PAGE(r), "Barn berörs indirekt: Barn följer med.");
	CHECK_HAS(PAGE(r), "miljön inte berörs.");
	CHECK_HAS(PAGE(r), "landet, på remiss från Finansdepartementet. "
	          "Diarienummer RS/410/2025.");
	CHECK_INT(post(e.st, "", "%s", at(&e, key, "/finish/done"))->code,
	          422);
	sends(&e, "version=0&told=F2&text=V%C3%A5ra+ord.", at(&e, key,
	      "/reply"));
	CHECK_OK(assess_by_key(&s, key, &id));
	CHECK_OK(duty_list(&s, id, &duties));
	CHECK_INT(duties.n, 2);
	for (size_t i = 0; i < duties.n; i++)
		if (duties.v[i].kind == DUTY_CONSULTATION) {
			CHECK_INT(duties.v[i].exempt, EXEMPT_REPLY);
			CHECK(!duty_warns(&duties.v[i]));
		}
	/* who should have been asked is missing, and is asked in twelve days */
	sends(&e, "title=Bjud+in+Funktionsr%C3%A4tt+att+l%C3%A4mna+synpunkter"
	      "&purpose=5&actors=1&due=2025-10-29", at(&e, key, "/actions"));
	CHECK_OK(action_get(&s, id, 1, &invites));
	CHECK_TEXT(invites.sources.v[0].actor_name, "Funktionsrätt");
	e.st->now += HOUR;
	r = post(e.st, arena_print(e.st->mem, "title=Synpunkter&day=2025-10-29"
	         "&from=%s", key), "%s", in_org(&e, "/invite"));
	CHECK_HAS(PAGE(get(e.st, "%s", r->location)),
	          "Berörs i Betaltjänster i hela landet. Saknades förra");
	sends(&e, "", at(&e, key, "/finish/done"));
	r = get(e.st, "%s", at(&e, key, "/reply"));
	CHECK_HAS(PAGE(r), "<div class='paste' id='views'><p>Våra ord.</p>");
	CHECK_HAS(PAGE(r), "Remissen är avslutad.");
	CHECK_HAS(PAGE(get(e.st, "%s", at(&e, key, "/report"))),
	          "Våra ord.");
	CHECK_INT(post(e.st, "version=1&text=Annat", "%s",
	               at(&e, key, "/reply"))->code, 403);
	/* … and in thirteen it is late, until it is done */
	e.st->now += 13 * 24 * HOUR;
	stage_as_new(e.st, 0xFFFF);
	CHECK_HAS(PAGE(get(e.st, "%s", at(&e, key, "/actions/1"))),
	          "1 dag sen");
	sends(&e, "version=1&state=4&due=2025-10-29", at(&e, key,
	      "/actions/1/follow"));
	CHECK_HAS_NOT(PAGE(get(e.st, "%s", at(&e, key, "/actions/1"))),
	              "dag sen");
	stage_close(e.st);
}

TEST(a_reply_becomes_a_whole_assessment_and_nothing_is_typed_again)
{
	const char *key;
	struct trial e = set_c(&key);
	struct scope s = stage_scope(e.st);
	struct assessment a = {0};
	struct document before = {0}, after = {0};

	sends(&e, GOALS, at(&e, key, "/reply/goals"));
	sends(&e, "one=Fler&against=N%C3%A4ra&asked=Funktionsr%C3%A4tt"
	      "&any-version=0&missing-version=0&conflict=0",
	      at(&e, key, "/reply/against"));
	sends(&e, "version=0&told=F2&text=V%C3%A5ra+ord.", at(&e, key,
	      "/reply"));
	CHECK_OK(assess_by_key(&s, key, &a.id));
	CHECK_OK(assess_get(&s, a.id, &a));
	CHECK_OK(document_compose(&s, a.id, &before));
	sends(&e, arena_print(e.st->mem, "version=%lld&model=%s&depth=2",
	      a.version, e.method), at(&e, key, "/model"));
	CHECK_OK(document_compose(&s, a.id, &after));
	CHECK_INT(after.a.depth, DEPTH_STANDARD);
	CHECK_INT(after.findings.n, before.findings.n);
	CHECK_INT(after.conflicts.n, 1);
	CHECK_INT(after.answers.n, before.answers.n);
	CHECK_HAS(PAGE(get(e.st, "%s", at(&e, key, "/steps/4"))),
	          "Våra ord.");
	stage_close(e.st);
}

/* The value of a field of the page, as the form would send it. */
static const char *value_of(struct trial *e, const char *page,
                            const char *name)
{
	const char *at = strstr(page, arena_print(e->st->mem,
	                        "name='%s' value='", name));

	CHECK(at != NULL);
	if (at == NULL)
		return "";
	at = strstr(at, "value='") + 7;
	return arena_text(e->st->mem, at, (size_t)(strchr(at, '\'') - at));
}

TEST(what_was_said_first_can_be_changed_later_and_of_two_the_second_is_told)
{
	const char *key, *fields;
	struct trial e = set_c(&key);
	struct req *r = get(e.st, "%s", at(&e, key, "/reply/what"));

	CHECK_HAS(PAGE(r), "value='Finansdepartementet'");
	fields = arena_print(e.st->mem, "form=what&subject-version=%s&lines=%s"
		"&from-version=%s&title=Betalning&from=Regeringskansliet"
		"&registry=RS/411/2025&text=Kort.&q1=1&n1=Alla&q2=4&n2=Inga",
		value_of(&e, PAGE(r), "subject-version"),
		value_of(&e, PAGE(r), "lines"),
		value_of(&e, PAGE(r), "from-version"));
	sends(&e, fields, at(&e, key, "/reply/what"));
	r = get(e.st, "%s", at(&e, key, "/reply"));
	CHECK_HAS(PAGE(r), "Yttrande över Betalning, på remiss från "
	          "Regeringskansliet. Diarienummer RS/411/2025.");
	CHECK_HAS(PAGE(r), "Människor berörs: Alla.");
	CHECK_HAS_NOT(PAGE(r), "miljön inte berörs");
	e.st->now += HOUR;
	r = post(e.st, arena_print(e.st->mem, "%s&n3=Mark", fields), "%s",
	         at(&e, key, "/reply/what"));
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "value='Mark'");
	CHECK_HAS(PAGE(get(e.st, "/a/%s", key)), at(&e, key, "/reply'"));
	stage_close(e.st);
}

TEST(a_sentence_stands_under_its_goal_also_when_the_suggestions_have_changed)
{
	const char *key;
	struct trial e = set_c(&key);
	struct req *r;

	sends(&e, "goal1=agenda2030+8&s1=Fler&v1=ip&goal2=agenda2030+10&s2="
	      "J%C3%A4mnare&v2=dp&goal3=agenda2030+1&s3=Tre&v3=dp&goal4="
	      "agenda2030+2&s4=Fyra&v4=dp", at(&e, key, "/reply/goals"));
	e.st->now += HOUR;
	r = post(e.st, "form=goals&goal1=agenda2030+8&s1=Bara+%C3%A5tta&goal2="
	         "agenda2030+10&s2=Bara+tio&v2=ip", "%s",
	         at(&e, key, "/reply/goals"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "name='goal1' value='agenda2030 8'");
	CHECK_HAS(PAGE(r), "value='Bara åtta'");
	CHECK_HAS(PAGE(r), "name='goal2' value='agenda2030 10'");
	stage_close(e.st);
}

TEST(a_goal_left_empty_is_not_judged_and_no_effect_is_said_so)
{
	const char *key;
	struct trial e = set_c(&key);
	struct scope s = stage_scope(e.st);
	struct finding_list all = {0};
	struct req *r;
	i64 id = 0;

	r = post(e.st, "form=goals&goal6=agenda2030+8&s6=Vet&v7=dn&goal7="
	         "agenda2030+10&s7=S%C3%A4mre", "%s", at(&e, key, "/reply/goals"));
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Välj åt vilket håll");
	CHECK_HAS(PAGE(r), "Skriv varför det blir sämre.");
	CHECK_HAS(PAGE(r), "value='Vet'");
	sends(&e, "goal1=agenda2030+8&goal6=agenda2030+4&v6=no&goal7="
	      "agenda2030+10&v7=gap&s7=Hur+m%C3%A5nga", at(&e, key,
	      "/reply/goals"));
	CHECK_OK(assess_by_key(&s, key, &id));
	CHECK_OK(finding_list(&s, id, &all));
	CHECK_INT(all.n, 2);
	CHECK_INT(all.v[0].kind, FINDING_LOOKED_AT);
	CHECK_INT(all.v[1].kind, FINDING_GAP);
	r = get(e.st, "%s", at(&e, key, "/reply"));
	CHECK_HAS(PAGE(r), "Vi ser ingen påverkan på målet");
	CHECK_HAS(PAGE(r), "Mer kunskap behövs: Hur många.");
	CHECK_HAS_NOT(PAGE(r), "arbetsvillkor");
	stage_close(e.st);
}

TEST(a_screening_that_says_short_reply_leads_here_with_its_answers)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct subject what = { .kind = SUBJECT_REPLY, .title = "Bankerna" };
	struct screening it = { .asked = DEPTH_QUICK, .unit = "",
		.result = SCREENING_SHORT_REPLY };
	struct req *r;

	it.answers[SCREENING_CHILDREN].value = SCREENING_INDIRECT;
	it.answers[SCREENING_CHILDREN].note = "Följer med";
	IN_WRITE(e.st, subject_note(&s, &what, &what.id));
	it.subject = what.id;
	IN_WRITE(e.st, screening_note(&s, &it, 0));
	CHECK_HAS(PAGE(get(e.st, "/o/%s/screenings/%s", e.st->org_key,
	                   it.key)), arena_print(e.st->mem,
	          "/o/%s/reply?subject=%s", e.st->org_key, what.key));
	r = get(e.st, "/o/%s/reply?subject=%s", e.st->org_key, what.key);
	CHECK_HAS(PAGE(r), "value='Bankerna'");
	CHECK_HAS(PAGE(r), "value='Följer med'");
	stage_close(e.st);
}

/* A remiss that comes as a file: its title, and the file. */
static struct req *send_remiss(struct trial *e, const char *content)
{
	struct stage *st = e->st;
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);
	char *body = arena_print(st->mem, "--b\r\nContent-Disposition:"
		" form-data; name=\"csrf\"\r\n\r\n%s\r\n--b\r\n"
		"Content-Disposition: form-data; name=\"title\"\r\n\r\n"
		"Bankerna\r\n--b\r\nContent-Disposition: form-data; name=\""
		"text\"\r\n\r\nKort om pengar.\r\n--b\r\n"
		"Content-Disposition: form-data;"
		" name=\"file\"; filename=\"remiss.pdf\"\r\n\r\n%s\r\n--b--"
		"\r\n", st->csrf, content);

	r->method = POST;
	r->address = r->path = in_org(e, "/reply");
	r->cookies = st->cookie;
	r->browser = "a test";
	r->content_type = "multipart/form-data; boundary=b";
	r->body = (struct bytes){ body, strlen(body) };
	serve(r);
	return r;
}

TEST(consultation_is_exempt_of_a_reply_whichever_way_it_was_begun)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct screening it = { .asked = DEPTH_QUICK, .unit = "" };
	struct subject what = { .kind = SUBJECT_REPLY, .title = "Remiss" };
	struct duty_list all = {0};
	struct req *r;
	i64 id = 0;

	IN_WRITE(e.st, subject_note(&s, &what, &what.id));
	CHECK_OK(subject_get(&s, what.id, &what));
	it.subject = what.id;
	it.answers[SCREENING_SAMI].value = SCREENING_YES;
	IN_WRITE(e.st, screening_note(&s, &it, 0));
	r = post(e.st, arena_print(e.st->mem, "model=%s&depth=2&framework="
	         "%s", e.method, e.goals), "%s", in_org(&e, arena_print(e.st->mem, "/begin/%s",
	                                      what.key)));
	CHECK_INT(r->code, 303);
	CHECK_OK(assess_by_key(&s, key_at(&e, r, "/a/"), &id));
	CHECK_OK(duty_list(&s, id, &all));
	CHECK_INT(all.n, 1);
	CHECK(all.n == 1 && all.v[0].exempt == EXEMPT_REPLY &&
	      !duty_warns(&all.v[0]));
	stage_close(e.st);
}

TEST(a_remiss_may_come_as_a_file_and_a_broken_one_says_so)
{
	struct trial e = trial_open();
	struct req *r = send_remiss(&e, "%PDF-1.4 broken");
	const char *key;

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Filen");
	r = send_remiss(&e, "Klimat och arbete.");
	CHECK_INT(r->code, 303);
	key = key_at(&e, r, "/a/");
	r = get(e.st, "%s", at(&e, key, "/reply/goals"));
	CHECK_HAS(PAGE(r), "<mark>Klimat</mark>");
	CHECK_HAS(PAGE(get(e.st, "%s", at(&e, key, "/reply/what"))),
	          ">Kort om pengar.</textarea>");
	CHECK_HAS(PAGE(get(e.st, "%s", at(&e, key, "/about"))), "remiss.pdf");
	stage_close(e.st);
}

/* -- whom to invite ------------------------------------------------------- */

static const char *invite(struct trial *e, const char *key, const char *rest)
{
	return arena_print(e->st->mem, "/o/%s/invite/%s%s", e->st->org_key,
	                   key, rest);
}

static const char *actor_key(struct trial *e, const char *name)
{
	struct scope s = stage_scope(e->st);
	struct actor_list all = {0};

	CHECK_OK(actor_list(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].name, name))
			return all.v[i].key;
	CHECK(false);
	return "";
}

/* Elders, touched much, with little power, who were missing. */
static void missed_before(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct actor who = { .name = "Äldre boende", .kind = ACTOR_RESIDENTS };
	struct actor_link l = { .role = ROLE_AFFECTED, .interest = LEVEL_HIGH,
		.influence = LEVEL_LOW, .how = "Får längre resor",
		.missing = true, .present_note = "", .plan = "" };
	i64 id;

	IN_WRITE(e->st, actor_find_or_note(&s, &who, &l.actor));
	IN_WRITE(e->st, actor_link_note(&s, e->id, &l, &id));
}

TEST(a_list_says_what_it_lacks_in_counts_and_sets_nobody_on_it_by_itself)
{
	struct trial e = trial_open();
	struct req *r;
	const char *key;

	missed_before(&e);
	r = post(e.st, "title=Samtal&day=2025-11-20&areas=H%C3%A4rjedalen",
	         "/o/%s/invite", e.st->org_key);
	CHECK_INT(r->code, 303);
	key = key_at(&e, r, "/invite/");
	r = get(e.st, "%s", invite(&e, key, "/who"));
	CHECK_HAS(PAGE(r), "Äldre boende");
	CHECK_HAS(PAGE(r), "Får längre resor. Saknades förra gången");
	CHECK_HAS_NOT(PAGE(r), " checked");
	CHECK_HAS_NOT(PAGE(r), "Det här saknar listan");
	sends(&e, arena_print(e.st->mem, "who=%s&more=L%%C3%%A4nsstyrelsen",
	      actor_key(&e, "Samebyar")), invite(&e, key, "/who"));
	r = get(e.st, "%s", invite(&e, key, "/who"));
	CHECK_HAS(PAGE(r), "Ingen från Härjedalen.");
	CHECK_HAS(PAGE(r), "Ingen under 25");
	CHECK_HAS(PAGE(r), "som saknades förra gången är med.");
	CHECK_HAS(PAGE(r), "Samebyar: 2 andra processer under halvåret");
	CHECK_HAS(PAGE(r), "Ingen från civilsamhället.");
	CHECK_HAS(PAGE(r), "För en står det inte vad de är");
	r = get(e.st, "%s", invite(&e, key, "/list"));
	CHECK_HAS(PAGE(r), "2 att bjuda in");
	CHECK_HAS(PAGE(r), "<li>Äldre boende</li>");
	sends(&e, arena_print(e.st->mem, "version-%s=1&needs-%s=2&needs-%s=3"
	      "&from-%s=H%%C3%%A4rjedalen", actor_key(&e, "Samebyar"),
	      actor_key(&e, "Samebyar"), actor_key(&e, "Samebyar"),
	      actor_key(&e, "Samebyar")), invite(&e, key, "/needs"));
	r = get(e.st, "%s", invite(&e, key, "/list"));
	CHECK_HAS(PAGE(r), "Tolk eller annat språk, Ersättning");
	CHECK_HAS_NOT(PAGE(r), "Ingen från Härjedalen.");
	sends(&e, arena_print(e.st->mem, "version-%s=1&kind-%s=5&influence-%s"
	      "=3", actor_key(&e, "Länsstyrelsen"), actor_key(&e,
	      "Länsstyrelsen"), actor_key(&e, "Länsstyrelsen")),
	      invite(&e, key, "/needs"));
	r = get(e.st, "%s", invite(&e, key, "/list"));
	CHECK_HAS_NOT(PAGE(r), "Ingen från civilsamhället.");
	CHECK_HAS(PAGE(r), "1 av 2 har högt inflytande.");
	r = get(e.st, "%s", invite(&e, key, "/list.csv"));
	CHECK_HAS((const char *)r->bytes.v, "Länsstyrelsen");
	stage_close(e.st);
}

TEST(two_occasions_that_ask_the_same_near_in_time_can_be_joined)
{
	struct trial e = trial_open();
	const char *who = arena_print(e.st->mem, "who=%s&more=Ungdomsr%%C3"
		"%%A5det", actor_key(&e, "Samebyar"));
	struct req *r;
	const char *key;

	sends(&e, who, invite(&e, e.gathering, "/who"));
	r = post(e.st, "title=Kulturplan&day=2025-11-10", "/o/%s/invite",
	         e.st->org_key);
	key = key_at(&e, r, "/invite/");
	sends(&e, who, invite(&e, key, "/who"));
	r = get(e.st, "%s", invite(&e, key, "/list"));
	CHECK_HAS(PAGE(r), "<li>Samtal om service, tillfälle 6 november 2025"
	          "</li>");
	CHECK_HAS(PAGE(r), "Samtal om service den 6 november 2025 frågar 2 av"
	          " samma. Föreslå att ni går ihop.");
	sends(&e, "version=1&title=Kulturplan&day=2026-03-10",
	      invite(&e, key, ""));
	r = get(e.st, "%s", invite(&e, key, "/list"));
	CHECK_HAS_NOT(PAGE(r), "Föreslå att ni går ihop.");
	CHECK_HAS_NOT(PAGE(r), "andra processer under halvåret");
	stage_close(e.st);
}

TEST(what_was_typed_of_an_occasion_is_all_in_the_assessment_it_becomes)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct actor who = { .name = "Åre pensionärer",
	                     .kind = ACTOR_CIVIL_SOCIETY };
	struct actor_link_list links = {0};
	struct occasion_list occasions = {0};
	struct assessment a = {0};
	struct subject what = {0};
	struct req *r;
	const char *key;

	IN_WRITE(e.st, actor_note(&s, &who, &who.id));
	r = post(e.st, "title=Samtal&about=Om+bad.&day=2025-11-20&hours=kl.+9"
	         "&place=Hamra&areas=Ede%0D%0AFunäsdalen&goal=8&registry=R/1",
	         "/o/%s/invite", e.st->org_key);
	key = key_at(&e, r, "/invite/");
	CHECK_HAS(PAGE(get(e.st, "%s", invite(&e, key, "/who"))),
	          "Finns i aktörsregistret");
	sends(&e, arena_print(e.st->mem, "who=%s", actor_key(&e, who.name)),
	      invite(&e, key, "/who"));
	sends(&e, arena_print(e.st->mem, "version-%s=1&needs-%s=0&from-%s=Ede",
	      actor_key(&e, who.name), actor_key(&e, who.name),
	      actor_key(&e, who.name)), invite(&e, key, "/needs"));
	r = post(e.st, "", "%s", invite(&e, key, "/assess"));
	CHECK_INT(r->code, 303);
	CHECK_OK(assess_by_key(&s, key_at(&e, r, "/a/"), &a.id));
	CHECK_OK(assess_get(&s, a.id, &a));
	CHECK_OK(subject_get(&s, a.subject, &what));
	CHECK_OK(actor_link_list(&s, a.id, &links));
	CHECK_OK(occasion_list(&s, a.id, &occasions));
	CHECK_TEXT(what.description, "Om bad.\n\nMål: 8 Arbete.");
	CHECK_TEXT(what.place, "Ede, Funäsdalen");
	CHECK_TEXT(what.registry.v[0].number, "R/1");
	CHECK_TEXT(occasions.v[0].what, "Samtal, kl. 9, Hamra");
	CHECK_INT(links.n, 1);
	CHECK_TEXT(links.v[0].plan, "Kvällstid, från Ede");
	stage_close(e.st);
}

TEST(a_list_becomes_an_assessment_and_a_workshops_invitations)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct actor_link_list links = {0};
	struct occasion_list occasions = {0};
	struct req *r;
	i64 id = 0;

	sends(&e, arena_print(e.st->mem, "who=%s&more=Kyrkan", actor_key(&e,
	      "Samebyar")), invite(&e, e.gathering, "/who"));
	sends(&e, arena_print(e.st->mem, "workshop=%s", e.workshop),
	      invite(&e, e.gathering, "/workshop"));
	CHECK_HAS(PAGE(get(e.st, "/w/%s/invited", e.workshop)), "Kyrkan");
	r = post(e.st, "", "%s", invite(&e, e.gathering, "/assess"));
	CHECK_INT(r->code, 303);
	CHECK_OK(assess_by_key(&s, key_at(&e, r, "/a/"), &id));
	CHECK_OK(actor_link_list(&s, id, &links));
	CHECK_OK(occasion_list(&s, id, &occasions));
	CHECK_INT(links.n, 2);
	CHECK(!links.v[0].missing && !links.v[1].missing);
	CHECK_INT(occasions.n, 1);
	CHECK_TEXT(occasions.v[0].what, "Samtal om service");
	r = post(e.st, "", "%s", invite(&e, e.gathering, "/assess"));
	CHECK_HAS(r->location, "/a/");
	stage_as_stranger(e.st);
	CHECK_INT(get(e.st, "%s", invite(&e, e.gathering, "/list"))->code,
	          404);
	stage_close(e.st);
}
