#include "actor/actor.h"
#include "app/app.h"
#include "base/rights.h"
#include "stage.h"
#include "web/static.h"

static const struct route *const *tables(void)
{
	static const struct route *all[3];

	all[0] = actor_routes;
	all[1] = group_routes;
	return all;
}

static struct bytes shipped(void)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++)
		if (strcmp(f->name, "groups/groups.json") == 0)
			return f->bytes;
	return (struct bytes){0};
}

static const char *key_of(struct stage *st, const char *name)
{
	struct scope s = stage_scope(st);
	struct actor_list all = {0};

	CHECK_OK(actor_list(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.v[i].name, name) == 0)
			return all.v[i].key;
	return "absent";
}

TEST(actors_stand_in_swedish_order)
{
	struct stage *st = stage_open(tables());
	const char *page;

	post(st, "name=%C3%84ldre+boende&kind=1", "/o/%s/actors",
	     st->org_key);
	post(st, "name=Samebyar&kind=6&rights=1", "/o/%s/actors",
	     st->org_key);
	CHECK_INT(post(st, "name=%C3%85kerier&kind=4", "/o/%s/actors",
	               st->org_key)->code, 303);
	page = PAGE(get(st, "/o/%s/actors", st->org_key));
	CHECK(strstr(page, "Samebyar</a>") < strstr(page, "Åkerier</a>"));
	CHECK(strstr(page, "Åkerier</a>") < strstr(page, "Äldre boende</a>"));
	CHECK_HAS(page, "Samisk företrädare");
	stage_close(st);
}

/* All alike, as if by a version that is gone. */
static enum status keys_of_another_icu(struct scope *s)
{
	static const char keys[] =
		"UPDATE actor SET sort_key = '' WHERE org_id = $1";
	static const char version[] = "DELETE FROM setting WHERE name = 'icu'";

	TRY(db_change_all(s, keys, VALUES(of_int(s->org))));
	return db_change_all(s, version, NULL, 0);
}

TEST(under_another_icu_names_are_put_in_order_anew)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	const char *page;

	post(st, "name=%C5%A0ibbo&kind=1", "/o/%s/actors", st->org_key);
	post(st, "name=Samebyar&kind=6&rights=1", "/o/%s/actors",
	     st->org_key);
	IN_WRITE(st, keys_of_another_icu(&s));
	page = PAGE(get(st, "/o/%s/actors", st->org_key));
	CHECK(strstr(page, "Samebyar</a>") > strstr(page, "Šibbo</a>"));
	names_sort_anew(st->db);
	page = PAGE(get(st, "/o/%s/actors", st->org_key));
	CHECK(strstr(page, "Samebyar</a>") < strstr(page, "Šibbo</a>"));
	stage_close(st);
}

TEST(the_same_actor_in_other_letters_is_not_added_twice)
{
	struct stage *st = stage_open(tables());
	struct req *r;

	post(st, "name=Butiks%C3%A4gare&kind=4", "/o/%s/actors", st->org_key);
	r = post(st, "form=add&name=BUTIKS%C3%84GARE&kind=4",
	         "/o/%s/actors", st->org_key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "finns redan i registret");
	CHECK_HAS(PAGE(r), "value='BUTIKSÄGARE'");
	stage_close(st);
}

TEST(an_actor_needs_a_name_and_a_kind)
{
	struct stage *st = stage_open(tables());
	struct req *r = post(st, "form=add&name=+&kind=99", "/o/%s/actors",
	                     st->org_key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Skriv vad aktören heter.");
	CHECK_HAS(PAGE(r), "Välj vilket slags aktör det är.");
	stage_close(st);
}

TEST(an_actor_is_changed_and_an_old_page_is_told)
{
	struct stage *st = stage_open(tables());
	const char *key;
	struct req *r;

	post(st, "name=Kommuner&kind=3", "/o/%s/actors", st->org_key);
	key = key_of(st, "Kommuner");
	CHECK_INT(post(st, "name=Kommunerna&kind=3&version=1",
	               "/o/%s/actors/%s", st->org_key, key)->code, 303);
	r = post(st, "name=De+8+kommunerna&kind=3&version=1&form=actor",
	         "/o/%s/actors/%s", st->org_key, key);
	CHECK_INT(r->code, 409);
	CHECK_HAS(PAGE(r), "value='De 8 kommunerna'");
	CHECK_HAS(PAGE(r), "Kommunerna");
	stage_close(st);
}

TEST(an_actor_taken_out_of_the_register_can_be_taken_back)
{
	struct stage *st = stage_open(tables());
	const char *key;
	struct req *r;

	post(st, "name=Trafikbolag&kind=4", "/o/%s/actors", st->org_key);
	key = key_of(st, "Trafikbolag");
	r = post(st, "", "/o/%s/actors/%s/retire", st->org_key, key);
	CHECK_INT(r->code, 303);
	r = get(st, "%s", r->location);
	CHECK_HAS(PAGE(r), "Trafikbolag är borttagen ur registret.");
	CHECK_HAS_NOT(PAGE(r), "Trafikbolag</a>");
	post(st, "", "/o/%s/actors/%s/restore", st->org_key, key);
	CHECK_HAS(PAGE(get(st, "/o/%s/actors", st->org_key)),
	          "Trafikbolag</a>");
	stage_close(st);
}

TEST(a_reader_sees_the_register_and_cannot_change_it)
{
	struct stage *st = stage_open(tables());
	struct req *r;

	stage_rights(st, READ);
	r = get(st, "/o/%s/actors", st->org_key);
	CHECK_INT(r->code, 200);
	CHECK_HAS_NOT(PAGE(r), "<form method='post' action='/o/");
	CHECK_INT(post(st, "name=A&kind=1", "/o/%s/actors",
	               st->org_key)->code, 403);
	stage_as_stranger(st);
	CHECK_INT(get(st, "/o/%s/actors", st->org_key)->code, 404);
	CHECK_INT(get(st, "/o/%s/groups", st->org_key)->code, 404);
	stage_close(st);
}

TEST(what_an_actor_is_called_is_shown_and_never_run)
{
	struct stage *st = stage_open(tables());

	post(st, "name=%3Cscript%3Ealert%281%29&kind=1", "/o/%s/actors",
	     st->org_key);
	CHECK_HAS_NOT(PAGE(get(st, "/o/%s/actors", st->org_key)),
	              "<script>alert");
	stage_close(st);
}

TEST(a_retired_actor_that_is_named_again_is_the_same_one)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct actor a = { .name = "Samebyar", .kind = ACTOR_SAMI };
	i64 id, again;

	IN_WRITE(st, actor_find_or_note(&s, &a, &id));
	IN_WRITE(st, actor_retire(&s, id, true));
	a.name = "samebyar";
	IN_WRITE(st, actor_find_or_note(&s, &a, &again));
	CHECK_INT(id, again);
	CHECK_OK(actor_get(&s, id, &a));
	CHECK(!a.retired);
	stage_close(st);
}

TEST(sex_comes_first_among_the_groups_we_ship)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct group_list all = {0};
	size_t n;

	IN_WRITE(st, group_adopt(&s, shipped()));
	CHECK_OK(group_list(&s, &all));
	CHECK_TEXT(all.v[0].code, "women");
	CHECK_TEXT(all.v[1].code, "men");
	CHECK(all.v[0].axis == AXIS_SEX);
	n = all.n;
	IN_WRITE(st, group_adopt(&s, shipped()));
	all = (struct group_list){0};
	CHECK_OK(group_list(&s, &all));
	CHECK_INT(all.n, n);
	stage_close(st);
}

TEST(groups_are_shown_by_what_they_tell_apart)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	const char *page;

	IN_WRITE(st, group_adopt(&s, shipped()));
	page = PAGE(get(st, "/o/%s/groups", st->org_key));
	CHECK(strstr(page, "<h2>Kön</h2>") < strstr(page, "<h2>Ålder</h2>"));
	CHECK(strstr(page, "Kvinnor</span>") < strstr(page, "Samer</span>"));
	stage_close(st);
}

TEST(a_group_gets_a_code_of_letters_and_can_be_removed_and_taken_back)
{
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);
	struct req *r;
	i64 id;

	CHECK_INT(post(st, "sv=Studenter&en=Students%2C+all&axis=9",
	               "/o/%s/groups", st->org_key)->code, 303);
	CHECK_OK(group_by_code(&s, "students_all", &id));
	CHECK_INT(post(st, "sv=studenter&axis=9", "/o/%s/groups",
	               st->org_key)->code, 422);
	r = post(st, "", "/o/%s/groups/students_all/retire", st->org_key);
	CHECK_HAS(PAGE(get(st, "%s", r->location)),
	          "Studenter är borttagen.");
	CHECK_INT(post(st, "", "/o/%s/groups/students_all/restore",
	               st->org_key)->code, 303);
	CHECK_INT(post(st, "", "/o/%s/groups/nowhere/retire",
	               st->org_key)->code, 404);
	stage_close(st);
}

TEST(shipped_groups_with_an_unknown_axis_are_refused_whole)
{
	static const char bad[] = "{\"groups\":[{\"code\":\"a\",\"axis\":"
		"\"height\",\"sv\":\"A\",\"en\":\"A\"}]}";
	struct stage *st = stage_open(tables());
	struct scope s = stage_scope(st);

	CHECK_OK(stage_begin(st));
	CHECK(group_adopt(&s, (struct bytes){ bad, sizeof bad - 1 }) ==
	      FAULT);
	stage_rollback(st);
	stage_close(st);
}
