#include "account/account.h"
#include "kit/json.h"
#include "method/draft.h"
#include "stage.h"

static const struct route *const *tables(void)
{
	static const struct route *all[6];

	all[0] = method_routes;
	all[1] = account_routes;
	all[2] = draft_routes;
	all[3] = draft_step_routes;
	all[4] = draft_question_routes;
	return all;
}

#define PAIR(sv, en) "{\"sv\":\"" sv "\",\"en\":\"" en "\"}"

/* A model of one step, and of another edition each time. */
static const char small[] =
	"{\"id\":\"liten\",\"edition\":%d,"
	"\"title\":" PAIR("Liten modell", "Small model") ","
	"\"about\":" PAIR("Om", "About") ","
	"\"judged\":" PAIR("förslag", "proposal") ","
	"\"budget\":{\"quick\":{\"answers\":7},"
	"\"standard\":{\"answers\":7},\"deep\":{\"answers\":7}},"
	"\"steps\":[{\"key\":\"stop\",\"name\":" PAIR("Hållplats", "Stop")
	",\"headline\":" PAIR("Vidare med {priority}?", "On with {priority}?")
	",\"per_priority\":true,\"questions\":[{\"key\":\"go\","
	"\"part\":\"choice\",\"means\":\"stop.go\","
	"\"title\":" PAIR("Fortsätta?", "Go on?") ","
	"\"help\":" PAIR("Välj", "Choose") ","
	"\"example\":" PAIR("Ett", "One") ",\"scale\":["
	"{\"value\":\"on\",\"label\":" PAIR("Gå vidare", "Go on")
	",\"means\":" PAIR("Det håller", "It holds")
	",\"example\":" PAIR("E", "E") "},"
	"{\"value\":\"end\",\"label\":" PAIR("Avsluta", "End")
	",\"means\":" PAIR("Det håller inte", "It does not hold")
	",\"example\":" PAIR("E", "E") "}],"
	"\"asked\":[\"quick\",\"deep\"],\"needed\":[\"deep\"]},"
	"{\"key\":\"found\",\"part\":\"findings\",\"means\":\"found\","
	"\"title\":" PAIR("Vad händer?", "What happens?") ","
	"\"help\":" PAIR("Skriv", "Write") ","
	"\"example\":" PAIR("Ett", "One") ",\"frameworks\":[\"own\"],"
	"\"asked\":[\"quick\",\"standard\",\"deep\"]},"
	"{\"key\":\"who\",\"part\":\"missing\",\"means\":\"actors.missing\","
	"\"title\":" PAIR("Vem saknas?", "Who is missing?") ","
	"\"help\":" PAIR("Skriv", "Write") ","
	"\"example\":" PAIR("Ett", "One") ",\"per_priority\":false,"
	"\"asked\":[\"quick\",\"standard\",\"deep\"],\"needed\":[\"deep\"]}"
	"]}]}";

static struct method note(struct stage *st, i64 edition)
{
	struct scope s = stage_scope(st);
	char *text = arena_print(st->mem, small, (int)edition);
	struct json_reader r = json_read(st->mem, (struct bytes){
		text, strlen(text) });
	struct method m;
	i64 id;

	method_read_json(&r, &m);
	json_close(&r);
	CHECK_TEXT(r.where, "");
	IN_WRITE(st, method_note(&s, &m, &id));
	return m;
}

TEST(shipped_models_are_fetched_once_and_can_be_read)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct method_list all = {0}, again = {0};
	struct req *r;

	routes_check(&st->house);
	CHECK_HAS(PAGE(get(st, "/o/%s/methods", st->org_key)),
	          "Inga modeller än");
	CHECK_INT(post(st, "", "/o/%s/methods", st->org_key)->code, 303);
	CHECK_OK(method_list(&s, &all));
	CHECK_INT(post(st, "", "/o/%s/methods", st->org_key)->code, 303);
	CHECK_OK(method_list(&s, &again));
	CHECK_INT(again.n, all.n);
	CHECK_INT(all.n, 8);
	CHECK_TEXT(all.v[1].code, "jh_fyra_steg");
	r = get(st, "/o/%s/methods/%s", st->org_key, all.v[1].key);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "Jämtland Härjedalens fyra steg");
	CHECK_HAS(PAGE(r), "Går [prioritering] i linje");
	CHECK_HAS(PAGE(r), "Vem saknas?");
	CHECK_HAS(PAGE(r), "Mer kunskap behövs");
	CHECK_HAS(PAGE(r), "25, och ett till för varje valt mål");
	stage_close(st);
}

TEST(a_model_comes_back_from_the_store_as_it_was_noted)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct method was = note(st, 1), m;

	CHECK_OK(method_get(&s, was.id, &m));
	CHECK_TEXT(method_write_json(st->mem, &m),
	           method_write_json(st->mem, &was));
	CHECK_TEXT(m.hash, method_hash(st->mem, &m));
	CHECK_INT(m.published_at, st->now);
	CHECK_HAS(PAGE(get(st, "/o/%s/methods/%s", st->org_key, m.key)),
	          "Vidare med [förslag]?");
	stage_close(st);
}

TEST(an_edition_is_never_noted_twice_and_the_newest_is_offered)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct method first = note(st, 1);
	struct method_list offered = {0}, all = {0};
	i64 id;

	CHECK_OK(stage_begin(st));
	CHECK_INT(method_note(&s, &first, &id), TAKEN);
	stage_rollback(st);
	note(st, 2);
	CHECK_OK(method_offered(&s, &offered));
	CHECK_OK(method_list(&s, &all));
	CHECK_INT(offered.n, 1);
	CHECK_INT(offered.v[0].edition, 2);
	CHECK_INT(all.n, 2);
	stage_close(st);
}

TEST(models_of_another_organisation_are_not_there)
{
	struct stage *st = stage_open(tables());
	struct method m = note(st, 1);

	stage_as_new(st, READ);
	CHECK_INT(get(st, "/o/%s/methods/%s", st->org_key, m.key)->code, 200);
	CHECK_INT(post(st, "", "/o/%s/methods", st->org_key)->code, 403);
	stage_as_stranger(st);
	CHECK_INT(get(st, "/o/%s/methods/%s", st->org_key, m.key)->code, 404);
	stage_close(st);
}
