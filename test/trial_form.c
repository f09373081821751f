/* A form that can be saved for each POST row, and addresses that name things
 * which are there. */
#include <stdio.h>

#include "room.h"
#include "kit/secret.h"

#define A "/a/:assessment"
#define O "/o/:org"
#define W "/w/:workshop"
#define D "/d/:guest"
#define IN_M "/m/:matter"
#define IN_C IN_M "/consultations/:consultation"
#define C_PAGE "/m/{matter}/consultations/"
#define W_PAGE "/w/{workshop}"

/* Proposals 1 and 2 of the table are shown to the room, 1 is chosen; 3 has
 * been removed. */
static void proposed(struct trial *e)
{
	struct scope s = stage_scope(e->st);

	room_command(e, RUN_TAKE_UP, 3);
	room_command(e, RUN_SHOW, 0);
	for (int i = 0; i < 3; i++)
		CHECK_INT(post(e->st, "form=idea&text=Mobil+butik",
		               "/d/%s/ideas", e->table)->code, 303);
	IN_WRITE(e->st, idea_choose(&s, e->workshop_id, 1, true));
	IN_WRITE(e->st, idea_remove(&s, e->workshop_id, 3, true));
}

static void missing_on(struct trial *e)
{
	room_command(e, RUN_TAKE_UP, 4);
}

static void answers_shown(struct trial *e)
{
	room_command(e, RUN_SHOW, 0);
}

static void finished(struct trial *e)
{
	trial_end(e, ASSESS_DONE);
}

static void published(struct trial *e)
{
	finished(e);
	CHECK_INT(post(e->st, "names=1&checked=1", "/a/%s/publishing",
	               e->key)->code, 303);
}

static const struct trial_form forms[] = {
	/* the house */
	{ "/sign-in", NULL, NULL, NULL },
	{ "/account/confirm", NULL, NULL, NULL },
	{ "/sign-out", NULL, NULL, "" },
	{ "/link/:token", NULL, NULL, NULL },
	{ "/language", NULL, NULL, "language=en&back=/account" },
	{ "/draft", NULL, NULL, "page=/account&draft=add&name=Halvt" },
	{ "/account/sessions/:no/end", NULL, NULL, NULL },
	{ "/account/confirm", NULL, NULL, NULL },
	{ "/account/password", NULL, NULL, "password=katt+hund+sol+regn"
	  "&again=katt+hund+sol+regn" },

	{ "/accessibility", NULL, NULL, "text=Det+syns+inte" },
	{ "/accessibility/:org", NULL, NULL, "text=Det+syns+inte" },

	/* the organisation */
	{ O "/people", NULL, NULL, "name=Bo&email=bo@{org}.se&may=edit" },
	{ O "/people/:person", NULL, NULL, "may=edit" },
	{ O "/look", NULL, NULL, "version=0&colour=%23742a5b"
	  "&second=%236b7d85&alt=" },
	{ O "/people/:person/link", NULL, NULL, "" },
	{ O "/frameworks", NULL, NULL, "code=cemr" },
	{ O "/frameworks/new", NULL, NULL, "code=budget&edition=2&kind=5"
	  "&title_sv=Budget&goals=B1+Barn" },
	{ O "/frameworks/:framework/change", NULL,
	  "/o/{org}/frameworks/{framework}/change",
	  "version={}&title_sv=Nytt+namn&title_en=New+name" },
	{ O "/frameworks/:framework/goals/:goal", NULL,
	  "/o/{org}/frameworks/{framework}/goals/{goal}",
	  "version={}&dimension=1" },
	{ O "/methods", NULL, NULL, "" },
	{ O "/actors", NULL, NULL, "name=Kommuner&kind=7" },
	{ O "/actors/:actor", NULL, "/o/{org}/actors/{actor}",
	  "version={}&name=Sju+samebyar&kind=6" },
	{ O "/actors/:actor/retire", NULL, NULL, "" },
	{ O "/actors/:actor/restore", NULL, NULL, "" },
	{ O "/groups", NULL, NULL, "sv=Unga&en=Young&axis=2" },
	{ O "/groups/:group/retire", NULL, NULL, "" },
	{ O "/groups/:group/restore", NULL, NULL, "" },
	{ O "/new", NULL, NULL, "title=Budget&kind=8&depth=2&judged=1"
	  "&parts=A%0AB&model={method}&framework={framework}" },

	/* what is assured */
	{ A "/about", NULL, "/a/{assessment}/about", "version={}"
	  "&subject_version={}&title=Serviceprogram+2&kind=1&reason=Nytt" },
	{ A "/frameworks", NULL, NULL, "framework={framework}"
	  "&framework={rus}" },
	{ A "/priorities", NULL, NULL, "title=En+fj%C3%A4rde" },
	{ A "/priorities/:no", "/a/{assessment}/priorities/2",
	  "/a/{assessment}/about", "version={}&title=St%C3%B6d+i+tid" },
	{ A "/priorities/:no/up", "/a/{assessment}/priorities/2/up", NULL,
	  "" },
	{ A "/priorities/:no/retire", "/a/{assessment}/priorities/3/retire",
	  NULL, "" },
	{ A "/priorities/:no/restore",
	  "/a/{assessment}/priorities/3/restore", NULL, "" },
	{ A "/files", NULL, NULL, "--" },
	{ A "/files/:file/remove", NULL, NULL, "" },
	{ A "/files/:file/restore", NULL, NULL, "" },

	/* steps and findings */
	{ A "/steps/:step/answers", "/a/{assessment}/steps/4/answers",
	  "/a/{assessment}/steps/4", "overall=Ja&overall-version={}" },
	{ A "/steps/:step/:priority/answers", NULL,
	  "/a/{assessment}/steps/1/1", "rus_adds=Mycket+mer"
	  "&rus_adds-version={}" },
	{ A "/relevance/:priority", NULL, NULL, "question=goals_relevance"
	  "&r-agenda-13=1&r-agenda-8=1" },
	{ A "/findings", NULL, NULL, "priority=1&question=goals_findings"
	  "&v=ip&g-agenda-8=1&sentence=Jobb+finns" },
	{ A "/findings/:no", NULL, "/a/{assessment}/findings/1", "version={}"
	  "&sentence=Butiken+finns&kind=1&m-rus_norr-R1=p&group=women" },
	{ A "/findings/:no/mark", "/a/{assessment}/findings/3/mark", NULL,
	  "mark=g-agenda-8+ip" },
	{ A "/findings/:no/unmark", "/a/{assessment}/findings/2/unmark",
	  NULL, "mark=g-agenda-15" },
	{ A "/findings/:no/remove", "/a/{assessment}/findings/5/remove",
	  NULL, "" },
	{ A "/findings/:no/restore", "/a/{assessment}/findings/5/restore",
	  NULL, "" },
	{ A "/findings/:no/handle", "/a/{assessment}/findings/2/handle",
	  NULL, "how=4&text=Vi+tar+det" },
	{ A "/findings/:finding/conflict", NULL, NULL, "" },
	{ A "/gaps/:no", "/a/{assessment}/gaps/4", "/a/{assessment}/gaps/4",
	  "version={}&owner=Karin&answer=Sju", true },

	/* actors */
	{ A "/actors", NULL, NULL, "name=F%C3%B6reningar&kind=5&role=1" },
	{ A "/actors/:no", NULL, "/a/{assessment}/actors/1",
	  "version={}&role=2&how=R%C3%A5d" },
	{ A "/actors/:no/remove", "/a/{assessment}/actors/2/remove", NULL,
	  "" },
	{ A "/actors/:no/restore", "/a/{assessment}/actors/2/restore", NULL,
	  "" },
	{ A "/missing", NULL, "/a/{assessment}/steps/3", "version={}"
	  "&answer=yes&who=1&plan-1=M%C3%B6te" },
	{ A "/occasions", NULL, NULL, "day=2025-10-20&what=M&state=3" },
	{ A "/occasions/:no", NULL, "/a/{assessment}/occasions/1",
	  "version={}&day=2025-10-18&what=Workshop+2&state=3" },
	{ A "/occasions/:no/remove", NULL, NULL, "" },
	{ A "/occasions/:no/restore", NULL, NULL, "" },

	/* conflicts, positions, actions */
	{ A "/conflicts", NULL, NULL, "sign=1&kind=2&title=K&side1_title=A"
	  "&side2_title=B" },
	{ A "/conflicts/:no", NULL, "/a/{assessment}/conflicts/1/edit",
	  "version={}&sign=1&kind=1&title=Bil&side1_title=A&side2_title=B"
	  "&side1_findings=3" },
	{ A "/conflicts/:no/settle", NULL,
	  "/a/{assessment}/conflicts/1/settle", "version={}&state=2"
	  "&dissent=En+%C3%A4r+emot", true },
	{ A "/conflicts/:no/remove", NULL, NULL, "" },
	{ A "/conflicts/:no/restore",
	  "/a/{assessment}/conflicts/2/restore", NULL, "" },
	{ A "/positions", NULL, NULL, "text=Vi+bygger&made=1&priority=2" },
	{ A "/positions/:no", NULL, "/a/{assessment}/positions/1",
	  "version={}&text=Vi+v%C3%A4ntar&made=1" },
	{ A "/positions/:no/remove", NULL, NULL, "" },
	{ A "/positions/:no/restore",
	  "/a/{assessment}/positions/2/restore", NULL, "" },
	{ A "/actions", NULL, NULL, "title=Samtal&purpose=2&findings=2" },
	{ A "/actions/:no", NULL, "/a/{assessment}/actions/1", "version={}"
	  "&title=Ladda&purpose=2&findings=2" },
	{ A "/actions/:no/follow", NULL, "/a/{assessment}/actions/1",
	  "version={}&state=2&progress=P%C3%A5+g%C3%A5ng", true },
	{ A "/actions/:no/accept", NULL, "/a/{assessment}/actions/1",
	  "version={}&accepted_by=N%C3%A4mnden&accepted_source=Ett+brev"
	  "&accepted_on=2025-10-01", true },
	{ A "/actions/:no/unaccept", NULL, NULL, "", true },
	{ A "/actions/:no/remove", NULL, NULL, "" },

	/* the text for a letter */
	{ A "/text/headings", NULL, "/a/{assessment}/text",
	  "version={}&headed=2", true },
	{ A "/text/used", NULL, NULL, "", true },
	{ A "/text/lines", NULL, NULL, "text=En+egen+mening&about=1", true },
	{ A "/text/lines/:line", NULL, "/a/{assessment}/text/lines/annex",
	  "version={}&text=Allt+st%C3%A5r+i+bilagan.", true },
	{ A "/text/lines/:line/leave", NULL,
	  "/a/{assessment}/text/lines/annex", "version={}", true },
	{ A "/text/lines/:line/restore", "/a/{assessment}/text/lines/F4/restore",
	  NULL, "version=0", true },
	{ A "/text/lines/:line/take", "/a/{assessment}/text/lines/F1/take",
	  NULL, "version=0", true },
	{ A "/text/lines/:line/mine", "/a/{assessment}/text/lines/F3/mine",
	  NULL, "version=0", true },
	{ A "/holes/:hole", NULL, "/a/{assessment}/holes/4-0",
	  "version={}&answer=3&reason=G%C3%B6rs+i+v%C3%A5r", true },

	{ A "/finish/done", NULL, NULL, "" },
	{ A "/finish/final", NULL, NULL, "" },
	{ A "/new-version", NULL, NULL, NULL },

	/* into the decision: sheets and the five steps */
	{ A "/sheets", NULL, NULL, "from=K1", true },
	{ A "/sheets/:no", NULL, "/a/{assessment}/sheets/1/edit",
	  "version={}&question=Bil%3F&way1_title=Som+i+dag"
	  "&way2_title=Laddning&voices=Grupp+A:+Nej", true },
	{ A "/sheets/:no/remove", NULL, NULL, "", true },
	{ A "/sheets/:no/restore", "/a/{assessment}/sheets/2/restore", NULL,
	  "", true },
	{ A "/five/links", NULL, NULL, "whom=Partigrupp+A&last=2030-05-23"
	  "&yes=1", true },
	{ A "/five/links/:no/end", NULL, NULL, "", true },
	{ A "/five/own", NULL, NULL, "version=0&answers=yyn", true },
	{ "/l/:pass/five", NULL, NULL, "version=0&answers=yn" },
	/* matters */
	{ O "/bodies", NULL, NULL, "name=n%C3%A4mnden&short=N&kind=3" },
	{ O "/bodies/:body", NULL, "/o/{org}/bodies/1", "version={}"
	  "&name=utskottet&kind=1" },
	{ O "/bodies/:body/retire", NULL, NULL, "" },
	{ O "/bodies/:body/restore", "/o/{org}/bodies/4/restore", NULL, "" },
	{ O "/matters/new", NULL, NULL, "title=Plan&kind=2&registry=RUN/2"
	  "&chain=1.2.3&assessment={assessment}&from={matter}", true },
	{ O "/matters/add", NULL, NULL, "matter={matter}"
	  "&assessment={assessment}", true },
	{ IN_M "/edit", NULL, "/m/{matter}/edit", "version={}&title=Program"
	  "&kind=1&registry=RUN/2/2025", true },
	{ IN_M "/state", NULL, NULL, "to=12", true },
	{ IN_M "/tasks", NULL, NULL, "text=R%C3%A4kna&due=2026-01-31", true },
	{ IN_M "/tasks/:task", NULL, "/m/{matter}/tasks/1", "version={}"
	  "&text=R%C3%A4kna+om", true },
	{ IN_M "/tasks/:task/done", NULL, NULL, "note=Klart", true },
	{ IN_M "/tasks/:task/undo", "/m/{matter}/tasks/2/undo", NULL, "",
	  true },
	{ IN_M "/assessments", NULL, NULL, "assessment={assessment}", true },
	{ IN_M "/assessments/:assessment/remove", NULL, NULL, "", true },
	{ IN_M "/chain", NULL, NULL, "body=2&role=4&day=2026-03-01", true },
	{ IN_M "/chain/:step", "/m/{matter}/chain/2", "/m/{matter}/chain",
	  "version={}&role=2&day=2026-02-01", true },
	{ IN_M "/chain/:step/up", "/m/{matter}/chain/3/up", NULL, "", true },
	{ IN_M "/chain/:step/remove", "/m/{matter}/chain/3/remove", NULL, "",
	  true },
	{ IN_M "/chain/:step/outcome", "/m/{matter}/chain/2/outcome",
	  "/m/{matter}/chain/2/outcome", "version={}&kind=5&day=2025-10-15"
	  "&reason=R%C3%A4kna", true },
	{ IN_M "/decisions/:outcome", NULL, "/m/{matter}/decisions/1",
	  "version={}&kind=2&day=2025-10-10&text=Nytt", true },
	{ IN_M "/papers", NULL, NULL, "--", true },
	{ IN_M "/papers/:paper", NULL, "/m/{matter}/papers/1", "version={}"
	  "&title=Skrivelsen&use=1&state=3&day=2025-10-17", true },
	{ IN_M "/papers/:paper/up", "/m/{matter}/papers/2/up", NULL, "", true },
	{ IN_M "/papers/:paper/remove", NULL, NULL, "", true },
	{ IN_M "/papers/:paper/restore", "/m/{matter}/papers/3/restore", NULL,
	  "", true },

	/* the letter */
	{ IN_M "/letter/parts/:part", NULL, NULL, "version=0&text=Ett+stycke",
	  true },
	{ IN_M "/letter/parts/:part/take", "/m/{matter}/letter/parts/5/take",
	  "/m/{matter}/letter", "version={}&block={}", true,
	  trial_letter_taken },
	{ IN_M "/letter/parts/:part/leave", "/m/{matter}/letter/parts/5/leave",
	  "/m/{matter}/letter", "version={}&block={}", true,
	  trial_letter_taken },
	{ IN_M "/letter/send", NULL, "/m/{matter}/letter/send",
	  "version={}&date=2026-01-31&why-{assessment}-2-0=Senare"
	  "&why-{assessment}-4-0=Senare", true, trial_letter },
	{ O "/letter/headings", NULL, NULL, "text=Risker" },
	{ O "/letter/headings/:heading", NULL, NULL, "version=0&place=1"
	  "&text=Beslut&need=2&used=1" },
	{ O "/letter/sets/:set", NULL, NULL, "" },
	{ O "/letter/template", NULL, NULL, "--docx" },
	{ O "/letter/template/drop", NULL, NULL, "", false,
	  trial_letter_template },

	/* for anyone to see */
	{ O "/publishing", NULL, "/o/{org}/publishing", "version={}&shown=1"
	  "&introduction=S%C3%A5+pr%C3%B6var+vi" },
	{ A "/publishing", NULL, NULL, "names=2&checked=1&more=Karin", true,
	  finished },
	{ A "/publishing/take-back", NULL, NULL, "", true, published },

	/* who is invited */
	{ W "/invited", NULL, NULL, "name=L%C3%A4nsstyrelsen&people=3"
	  "&needs=Tolk&authority=1" },
	{ W "/invited/:no", NULL, "/w/{workshop}/invited/1", "version={}"
	  "&state=3&people=6&came=4&needs=Kv%C3%A4llstid" },
	{ W "/invited/:no/remove", NULL, NULL, "" },
	{ W "/invited/:no/restore", "/w/{workshop}/invited/2/restore", NULL,
	  "" },
	{ W "/invited/:no/presence", NULL, NULL, "" },

	/* forms filled in by hand */
	{ W "/entry/:board/:item/:place", NULL, NULL, "v=rp"
	  "&plus=Butiken+finns+kvar" },
	{ A "/actions/:no/restore",
	  "/a/{assessment}/actions/2/restore", NULL, "" },

	/* into a meeting, and in it */
	{ "/j", NULL, NULL, "code={join}" },
	{ "/j/:code", "/j/{join}", NULL, "board=2&category=1" },
	{ D "/answer", NULL, NULL, "item=2&goal=1&v=dp&v=in&text=Butiken" },
	{ D "/seat", NULL, NULL, "board=2" },
	{ D "/evaluation", NULL, NULL, "worth=4&pace=2&heard=5" },
	/* the end of a meeting */
	{ W "/close", NULL, NULL, "turn=3" },
	{ W "/compile", "/w/{ended}/compile", NULL, "" },
	{ W "/follow", "/w/{ended}/follow", NULL, "day=2026-02-03" },

	/* the way back */
	{ D "/remarks", "/d/{past}/remarks", NULL, "text=Fel+ort&finding=2",
	  true },
	{ W "/back", "/w/{reported}/back", NULL, "kind=2&day=2026-05-23"
	  "&forum=RUN&said=Antaget&changed=Texten", true },
	{ W "/back/:no", "/w/{reported}/back/1", "/w/{reported}/back/1",
	  "version={}&day=2025-12-14&forum=Service+Z&said=Allt", true },
	{ W "/back/:no/remove", "/w/{reported}/back/1/remove", NULL, "",
	  true },
	{ W "/back/:no/restore", "/w/{reported}/back/2/restore", NULL, "",
	  true },
	{ W "/remarks/:no", "/w/{reported}/remarks/1", "/w/{reported}/back",
	  "version={}&treated=1&how=Orten+r%C3%A4ttad", true },
	{ W "/dispose", "/w/{reported}/dispose", NULL, "checked=1", true },

	/* a table and the room */
	{ D "/table", "/d/{table}/table", "/d/{table}/table",
	  "item=2&goal=1&version={}&v=dn&minus=Bilen+k%C3%B6rs+mer" },
	{ W "/merge", NULL, "/w/{workshop}/merge?item=2&goal=1",
	  "item=2&goal=1&version={}&how=1&v=dp&plus=Bra&also=2.2",
	  .before = answers_shown },
	{ W "/merge/ideas", NULL, NULL, "item=3&do=merge&pick=1&pick=2"
	  "&text=Butik+till+byn", .before = proposed },
	{ W "/merge/ideas/:no", NULL, NULL, "item=3&version=2&text=Butik",
	  .before = proposed },
	{ W "/merge/ideas/:no/out", NULL, NULL, "", .before = proposed },
	{ W "/merge/priorities", NULL, NULL, "item=3", .before = proposed },
	{ D "/ideas", "/d/{table}/ideas", NULL, "item=3&text=Laddning",
	  .before = proposed },
	{ D "/none-missing", "/d/{guest}/none-missing", NULL,
	  "item=4&why=Alla+kom", .before = missing_on },
	{ D "/ideas/:no", "/d/{table}/ideas/1", "/d/{table}/ideas/1",
	  "version={}&text=Butik", .before = proposed },
	{ D "/ideas/:no/remove", "/d/{table}/ideas/1/remove", NULL, "",
	  .before = proposed },
	{ D "/ideas/:no/restore", "/d/{table}/ideas/3/restore", NULL, "",
	  .before = proposed },

	/* remiss out: 1 is sent, 2 is prepared */
	{ IN_M "/consultations", NULL, NULL, "title=Remiss&due=2026-12-01",
	  true },
	{ IN_C "/edit", C_PAGE "2/edit", C_PAGE "2/edit", "version={}&title=Ny"
	  "&why=Nytt", true },
	{ IN_C "/questions", C_PAGE "2/questions", NULL, "question=Vad%3F",
	  true },
	{ IN_C "/questions/:no/remove", C_PAGE "2/questions/1/remove", NULL,
	  "", true },
	{ IN_C "/send", C_PAGE "2/send", C_PAGE "2", "version={}&yes=1",
	  true },
	{ IN_C "/close", NULL, NULL, "", true },
	{ IN_C "/reopen", NULL, NULL, "", true },
	{ IN_C "/asked", NULL, NULL, "names=Kommun+C", true },
	{ IN_C "/asked/:no/remove", C_PAGE "2/asked/1/remove", NULL, "",
	  true },
	{ IN_C "/asked/:no/link", NULL, NULL, "", true },
	{ IN_C "/asked/:no/decline", C_PAGE "1/asked/2/decline", NULL, "",
	  true },
	{ IN_C "/asked/:no/ask", C_PAGE "1/asked/2/ask", NULL, "", true },
	{ IN_C "/asked/:no", NULL, C_PAGE "1/asked/1", "version={}&q1=Ja&q2="
	  "&q0=", true },
	{ IN_C "/asked/:no/register", NULL, C_PAGE "1/asked/1",
	  "version={}&registry_no=RS/2", true },
	{ IN_C "/asked/:no/viewpoints", NULL, NULL, "text=Mer&treated=1",
	  true },
	{ IN_C "/viewpoints/:no", NULL, C_PAGE "1/viewpoints/1", "version={}"
	  "&text=Mer&treated=3&why=Ryms+inte", true },
	{ IN_C "/viewpoints/:no/remove", NULL, NULL, "", true },
	{ IN_C "/viewpoints/:no/restore", C_PAGE "1/viewpoints/2/restore",
	  NULL, "", true },
	{ "/l/:pass/reply", "/l/{asked}/reply", "/l/{asked}/reply",
	  "version={}&q1=Ja&q2=&q0=Bra" },
	{ "/l/:pass/decline", "/l/{asked}/decline", NULL, "" },

	/* programs */
	{ O "/api/tokens", NULL, NULL, "name=Diariet&may=edit" },
	{ O "/api/tokens/:no/end", NULL, NULL, "" },
	{ O "/api/webhooks", NULL, NULL, "url=https%3A%2F%2Fcase.example%2Fn"
	  "&news=0&news=1" },
	{ O "/api/webhooks/:no/stop", NULL, NULL, "" },
	{ O "/api/webhooks/:no/start", NULL, NULL, "" },
	{ O "/api/webhooks/:no/again", NULL, NULL, "" },
	{ "/api/v1/matters", NULL, NULL, "{\"title\": \"Fr\u00e5n diariet\","
	  " \"kind\": \"plan\", \"registry_no\": \"RS/1/2026\"}" },
	{ "/api/v1/matters/:matter/assessments", NULL, NULL,
	  "{\"assessment\": \"{assessment}\"}" },
	{ "/api/v1/matters/:matter/outcomes", NULL, NULL, "{\"step\": 2,"
	  " \"kind\": \"approved\", \"held_on\": \"2025-10-16\", \"text\":"
	  " \"RS beslutar f\u00f6resl\u00e5 RF besluta att anta planen.\"}" },

	/* a workshop is planned: list, facts, boards, agenda */
	{ A "/workshops/new", NULL, NULL, "template=1&title=Workshop+2"
	  "&day=2026-12-14&starts=9.00&where=1&people=40&tables=6&way=1"
	  "&disposal=Enligt+plan" },
	{ W, NULL, "/w/{workshop}/facts", "version={}&template=2&title=Ny"
	  "&day=2026-12-14&starts=13.00&minutes=90&where=2&people=30&way=2"
	  "&disposal=Enligt+plan&disposal_ref=RUN/9" },
	{ W "/code", NULL, NULL, "" },
	{ W "/boards", NULL, NULL, "name=Bord+3" },
	{ W "/boards/:no", NULL, NULL, "name=F%C3%B6nstret" },
	{ W "/boards/:no/retire", "/w/{workshop}/boards/2/retire", NULL, "" },
	{ W "/boards/:no/restore", "/w/{workshop}/boards/2/restore", NULL,
	  "" },
	{ W "/plan", NULL, NULL, NULL },
	{ W "/plan/shorten", NULL, NULL, "item=6" },
	{ W "/items", NULL, NULL, "what=3&title=Vad+f%C3%B6rst%3F"
	  "&options=Butiken%0AMacken&minutes=10" },
	{ W "/items/:no", "/w/{workshop}/items/6",
	  "/w/{workshop}/items/6", "version={}&title=Vad+sist%3F"
	  "&options=A%0AB&minutes=5" },
	{ W "/items/:no/up", "/w/{workshop}/items/6/up", NULL, "" },
	{ W "/items/:no/down", "/w/{workshop}/items/5/down", NULL, "" },
	{ W "/items/:no/remove", "/w/{workshop}/items/6/remove", NULL, "" },

	/* the meeting as it is led */
	{ W "/lead", NULL, W_PAGE "/lead", "command=next&turn={}", true },
	{ W "/screen", NULL, NULL, "", true },
	{ 0 },
};

/* Newer rooms have a file of their own; each table ends with {0}. */
static const struct trial_form *const tables[] = {
	forms,
	forms_duty,
	forms_screening,
	forms_review,
	forms_bring,
	forms_door,
	forms_insight,
	forms_find,
	forms_method,
	forms_share,
	forms_depth,
	forms_renew,
	forms_remind,
};

const struct trial_form *trial_form_of(const struct route *at)
{
	for (size_t i = 0; i < COUNT(tables); i++)
		for (const struct trial_form *f = tables[i];
		     f->pattern != NULL; f++)
			if (same(f->pattern, at->path))
				return f;
	return NULL;
}

struct trial trial_for(const struct route *at)
{
	const struct trial_form *f = trial_form_of(at);
	struct trial e = trial_open();

	if (f != NULL && f->before != NULL)
		f->before(&e);
	return e;
}

/* -- filling in ---------------------------------------------------------- */

static const char *named(const struct trial *e, const char *name, size_t n)
{
	const struct { const char *name, *value; } all[] = {
		{ "org", e->st->org_key }, { "assessment", e->key },
		{ "framework", e->goals }, { "rus", e->rus },
		{ "code", "13" }, { "goal", "13" }, { "method", e->method },
		{ "actor", e->actor }, { "group", e->group },
		{ "person", e->person }, { "file", e->file },
		{ "step", "1" }, { "token", "abcdefghij" },
		{ "kind", "pdf" }, { "line", "annex" }, { "hole", "4-0" },
		{ "workshop", e->workshop }, { "guest", e->guest },

		{ "join", e->join },
		{ "table", e->table }, { "ended", e->ended },
		{ "past", e->past }, { "reported", e->reported },
		{ "screen", e->screen }, { "matter", e->matter },
		{ "pass", e->pass }, { "asked", e->asked },
		{ "brought", e->brought }, { "gathering", e->gathering },
		{ "subject", e->subject }, { "screening", e->screening },
		{ "year", "2026" },
		{ "draft", e->model },
		{ "job", e->job },
		{ "other", e->other == NULL ? "none" : e->other },
		{ "reviewing", e->reviewing }, { "assigned", e->assigned },
		{ "own", e->own },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (strlen(all[i].name) == n &&
		    strncmp(all[i].name, name, n) == 0)
			return all[i].value;
	return "1";
}

const char *trial_address(const struct trial *e, const char *pattern)
{
	struct arena *mem = e->st->mem;
	const char *out = "";

	while (*pattern == '/') {
		size_t n = strcspn(++pattern, "/");
		size_t plain = strcspn(pattern, ":/");

		out = arena_print(mem, "%s/%.*s%s", out, (int)plain, pattern,
		      plain == n ? "" : named(e, pattern + plain + 1,
		      n - plain - 1));
		/* On pages of goals a framework goes by its code. */
		if (strncmp(pattern, ":framework/:code", 16) == 0)
			out = "/a/", out = arena_print(mem,
				"/a/%s/goals/agenda", e->key);
		pattern += n;
	}
	return out;
}

/* {word} is what is there. */
static const char *put_names(const struct trial *e, const char *text)
{
	const char *out = "", *open = text;

	while ((open = strchr(open, '{')) != NULL) {
		size_t n = strcspn(open, "}");

		if (open[1] < 'a' || open[1] > 'z') {
			open++;         /* {} and the braces of JSON */
			continue;
		}
		out = arena_print(e->st->mem, "%s%.*s%s", out,
		                  (int)(open - text), text,
		                  named(e, open + 1, n - 1));
		open = text = open + n + 1;
	}
	return arena_print(e->st->mem, "%s%s", out, text);
}

/* The value a field has in the form that goes to this address. */
static const char *on_page(const struct trial *e, const char *page,
                           const char *action, const char *name, size_t n)
{
	struct arena *mem = e->st->mem;
	const char *at = strstr(page, arena_print(mem, "action='%s'",
	                                          action));
	const char *mark = arena_print(mem, "name='%.*s' value='", (int)n,
	                               name);

	at = at == NULL ? NULL : strstr(at, mark);
	if (at == NULL)
		fail_msg("no %s in the form to %s", mark, action);
	at += strlen(mark);
	return arena_text(mem, at, strcspn(at, "'"));
}

static const char *put_versions(struct trial *e, const char *page,
                                const char *action, const char *text)
{
	const char *out = "", *hole;

	while ((hole = strstr(text, "={}")) != NULL) {
		const char *name = hole;

		while (name > text && name[-1] != '&')
			name--;
		out = arena_print(e->st->mem, "%s%.*s=%s", out,
		                  (int)(hole - text), text, on_page(e, page,
		                  action, name, (size_t)(hole - name)));
		text = hole + 3;
	}
	return arena_print(e->st->mem, "%s%s", out, text);
}

static const char *filled(struct trial *e, const struct trial_form *f,
                          const char *address)
{
	const char *text = f->fields;

	if (f->page != NULL)
		text = put_versions(e, PAGE(get(e->st, "%s",
			put_names(e, f->page))), address, text);
	return put_names(e, text);
}

/* -- sending ------------------------------------------------------------- */

static void as_upload(struct trial *e, struct req *r)
{
	char *body = arena_print(r->s.mem, "--b\r\nContent-Disposition:"
		" form-data; name=\"csrf\"\r\n\r\n%s\r\n--b\r\n"
		"Content-Disposition: form-data; name=\"file\";"
		" filename=\"f.txt\"\r\n\r\nett underlag\r\n--b\r\n"
		"Content-Disposition: form-data; name=\"title\"\r\n\r\n"
		"Underlag\r\n--b\r\nContent-Disposition: form-data;"
		" name=\"day\"\r\n\r\n2025-10-17\r\n--b--\r\n",
		e->st->csrf);

	r->content_type = "multipart/form-data; boundary=b";
	r->body = (struct bytes){ body, strlen(body) };
}

struct req *trial_visit(struct trial *e, const struct route *at)
{
	const struct trial_form *f = trial_form_of(at);
	struct stage *st = e->st;
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);
	char *body;

	r->method = POST;
	r->address = r->path = f->address != NULL ?
		put_names(e, f->address) : trial_address(e, at->path);
	r->cookies = st->cookie;
	r->browser = "a test";
	if (same(f->fields, "--")) {
		as_upload(e, r);
		return r;
	}
	if (same(f->fields, "--model")) {
		trial_upload(e, r, trial_model());
		return r;
	}
	if (same(f->fields, "--docx")) {
		trial_upload(e, r, trial_docx(e));
		return r;
	}
	if (same(f->fields, "--rows")) {
		trial_upload(e, r, trial_rows());
		return r;
	}
	if (at->ground == ON_TOKEN) {
		r->authorization = arena_print(st->mem, "Bearer %s", e->api);
		body = arena_copy(st->mem, put_names(e, f->fields));
		r->body = (struct bytes){ body, strlen(body) };
		return r;
	}
	body = arena_print(st->mem, "csrf=%s&key=%s&%s", st->csrf,
	                   secret_token(st->mem, 16),
	                   filled(e, f, r->path));
	r->content_type = "application/x-www-form-urlencoded";
	r->body = (struct bytes){ body, strlen(body) };
	return r;
}

struct req *trial_post(struct trial *e, const struct route *at)
{
	struct req *r = trial_visit(e, at);

	serve(r);
	return r;
}
