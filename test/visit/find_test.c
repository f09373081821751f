/* Searching, through the door: what was just saved is found, what is gone is
 * not, and the index never says otherwise than the rows. */
#include "account/account.h"
#include "account/job.h"
#include "actor/actor.h"
#include "duty/duty.h"
#include "find/find.h"
#include "matter/matter.h"
#include "trial.h"

static struct req *look_for(struct trial *e, const char *query)
{
	return get(e->st, "/o/%s/search?q=%s", e->st->org_key, query);
}

/* The index reads all that has happened to this organisation. */
static void index_all(struct trial *e)
{
	while (find_slice(e->st->db, e->st->org, e->st->now))
		;
}

static void rebuild(struct trial *e)
{
	const struct find_build how = { .most = 1000 };
	i64 entries = 0;

	CHECK_OK(find_rebuild(e->st->db, e->st->org, e->st->now, &how,
	                      &entries));
	CHECK(entries > 20);
}

static void found(struct trial *e, const char *query, const char *address)
{
	const char *page = PAGE(look_for(e, query));

	if (strstr(page, address) == NULL)
		print_error("%s:\n%.900s\n", query, strstr(page, "<section"));
	CHECK_HAS(page, arena_print(e->st->mem, "class='n' href='%s'",
	                            address));
}

static void not_found(struct trial *e, const char *query)
{
	CHECK_HAS_NOT(PAGE(look_for(e, query)), "class='n'");
}

static const char *in(struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/a/%s%s", e->key, rest);
}

static void everything_is_found(struct trial *e)
{
	found(e, "serviceprogrammet", in(e, ""));
	found(e, "RUN%2F1%2F2025", in(e, ""));
	found(e, "st%C3%B6det", in(e, ""));
	found(e, "butiken+kvar", in(e, "/findings/1"));
	found(e, "l%C3%A5ngt", in(e, "/findings/2"));
	found(e, "jobb", in(e, "/gaps/4"));
	found(e, "laddning", in(e, "/conflicts/1"));
	found(e, "laddplats", in(e, "/actions/1"));
	found(e, "vidare", in(e, "/positions/1"));
	found(e, "vinterbete", in(e, "/duties/1"));
	found(e, "konsultation+vinterbete", in(e, "/duties/1"));
	found(e, "samtal+marken+samebyn", in(e, "/duties/1"));
	found(e, "tar+l%C3%A4ngre+tid", in(e, "/comments/1"));
	found(e, "policy&kind=15", arena_print(e->st->mem,
	      "/o/%s/screenings/%s", e->st->org_key, e->screening));
	found(e, "ink%C3%B6p&kind=18", arena_print(e->st->mem,
	      "/o/%s/selection/2026/%s", e->st->org_key, e->subject));
	found(e, "underlag", in(e, arena_print(e->st->mem, "/files/%s",
	                                       e->file)));
	found(e, "sameby", arena_print(e->st->mem, "/o/%s/actors/%s",
	                               e->st->org_key, e->actor));
	found(e, "agenda", arena_print(e->st->mem, "/o/%s/frameworks/%s",
	                               e->st->org_key, e->goals));
	found(e, "natur", arena_print(e->st->mem, "/o/%s/frameworks/%s",
	                              e->st->org_key, e->goals));
	found(e, "serviceprogram", arena_print(e->st->mem, "/m/%s",
	                                       e->matter));
	not_found(e, "fel");
	not_found(e, "butiken+klimat");
}

/* What has just been saved is found before, too: the tests below. */
TEST(everything_is_found_whether_indexed_bit_by_bit_or_all_at_once)
{
	struct trial e = trial_open();

	index_all(&e);
	everything_is_found(&e);
	rebuild(&e);
	everything_is_found(&e);
	stage_close(e.st);
}

/* As an older program left it: read to the end, but without what could not be
 * found then. */
static enum status of_an_older_program(struct scope *s)
{
	static const char words[] = "DELETE FROM word WHERE org_id = $1";
	static const char state[] =
		"UPDATE find_state SET built = 0 WHERE org_id = $1";

	TRY(db_change_all(s, words, VALUES(of_int(s->org))));
	return db_change_all(s, state, VALUES(of_int(s->org)));
}

TEST(an_index_of_an_older_program_is_built_anew_once_at_the_start)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct job_list all = {0};

	find_note_old(e.st->db, e.st->now);
	CHECK_OK(job_list(&s, "index", 9, &all));
	CHECK_INT(all.n, 0);
	while (find_slice(e.st->db, e.st->org, e.st->now))
		;
	IN_WRITE(e.st, of_an_older_program(&s));
	not_found(&e, "samtal+marken+samebyn");
	find_note_old(e.st->db, e.st->now);
	find_note_old(e.st->db, e.st->now);
	CHECK_OK(job_list(&s, "index", 9, &all));
	CHECK_INT(all.n, 1);
	CHECK_OK(job_run_now(e.st->db, stage_database(), e.st->org,
	                     all.v[0].id, NULL));
	CHECK_HAS(PAGE(get(e.st, "/o/%s/jobs/%s", e.st->org_key,
	               all.v[0].key)), "Klart");
	everything_is_found(&e);
	find_note_old(e.st->db, e.st->now);
	all.n = 0;
	CHECK_OK(job_list(&s, "index", 9, &all));
	CHECK_INT(all.n, 1);
	stage_close(e.st);
}

TEST(what_is_changed_or_removed_is_not_found_by_what_it_was)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct finding f = {0};

	index_all(&e);
	found(&e, "kvar", in(&e, "/findings/1"));
	CHECK_OK(finding_get(&s, e.id, 1, &f));
	f.sentence = "Macken finns kvar";
	IN_WRITE(e.st, finding_change(&s, e.id, &f));
	found(&e, "kvar", in(&e, "/findings/1"));
	not_found(&e, "butiken+kvar");
	found(&e, "mack", in(&e, "/findings/1"));
	IN_WRITE(e.st, finding_remove(&s, e.id, 1, true));
	not_found(&e, "mack");
	index_all(&e);
	not_found(&e, "mack");
	not_found(&e, "kvar");
	IN_WRITE(e.st, finding_remove(&s, e.id, 1, false));
	found(&e, "mack", in(&e, "/findings/1"));
	index_all(&e);
	found(&e, "mack", in(&e, "/findings/1"));
	stage_close(e.st);
}

TEST(a_contact_of_a_duty_is_found_until_it_is_removed)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);

	index_all(&e);
	IN_WRITE(e.st, contact_remove(&s, e.id, 1, 1, true));
	IN_WRITE(e.st, contact_remove(&s, e.id, 1, 2, true));
	not_found(&e, "samtal+marken");
	IN_WRITE(e.st, contact_remove(&s, e.id, 1, 2, false));
	index_all(&e);
	found(&e, "samtal+marken", in(&e, "/duties/1"));
	stage_close(e.st);
}

TEST(what_is_marked_as_secret_is_not_found)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	struct matter_paper p = { .use = USE_OTHER, .state = PAPER_WORKING,
		.title = "Hemligheten", .dated_on = 20000,
		.registry_no = "RUN/7/2025" };

	IN_WRITE(e.st, matter_paper_note(&s, e.matter_id, &p));
	index_all(&e);
	found(&e, "hemlighet", arena_print(e.st->mem, "/m/%s/papers",
	                                   e.matter));
	CHECK_OK(matter_paper_get(&s, e.matter_id, p.no, &p));
	p.secret_by = "OSL 19 kap.";
	IN_WRITE(e.st, matter_paper_change(&s, e.matter_id, &p));
	not_found(&e, "hemlighet");
	index_all(&e);
	not_found(&e, "hemlighet");
	stage_close(e.st);
}

TEST(search_shows_nothing_of_another_organisation)
{
	struct trial e = trial_open();
	const char *key = e.st->org_key;
	struct req *r;

	index_all(&e);
	stage_as_stranger(e.st);
	r = get(e.st, "/o/%s/search?q=butiken", key);
	CHECK_INT(r->code, 404);
	r = get(e.st, "/a/%s/search?q=butiken", e.key);
	CHECK_INT(r->code, 404);
	stage_close(e.st);
}

static i64 someone_let_in(struct trial *e)
{
	stage_as_stranger(e->st);
	trial_let_in(e, READ, "");
	return e->st->person;
}

TEST(one_let_in_searches_that_assessment_and_no_more)
{
	struct trial e = trial_open();
	struct req *r;

	someone_let_in(&e);
	r = get(e.st, "/a/%s/search?q=butiken", e.key);
	CHECK_INT(r->code, 200);
	CHECK_HAS(PAGE(r), "<mark>Butiken</mark> finns kvar");
	CHECK_HAS(PAGE(get(e.st, "/a/%s/search?q=vinterbete", e.key)),
	          "/duties/1");
	CHECK_HAS_NOT(PAGE(get(e.st, "/a/%s/search?q=samebyar", e.key)),
	              "class='n'");
	CHECK_INT(get(e.st, "/o/%s/search?q=butiken",
	              e.st->org_key)->code, 404);
	stage_close(e.st);
}

TEST(filters_stand_in_the_address_and_the_page_speaks_two_languages)
{
	struct trial e = trial_open();
	struct req *r;

	index_all(&e);
	r = look_for(&e, "butiken&kind=3&state=1&year=2025");
	CHECK_HAS(PAGE(r), "<mark>Butiken</mark> finns kvar");
	CHECK_HAS(PAGE(r), "<option value='3' selected>Fynd");
	CHECK_HAS(PAGE(r), "<option value='2025' selected>2025");
	not_found(&e, "butiken&state=2");
	not_found(&e, "butiken&year=2024");
	not_found(&e, "butiken&kind=4");
	not_found(&e, "butiken&unit=Kultur");
	trial_end(&e, ASSESS_DONE);
	not_found(&e, "butiken&state=1");
	found(&e, "butiken&state=2", in(&e, "/findings/1"));
	index_all(&e);
	found(&e, "butiken&state=2", in(&e, "/findings/1"));
	CHECK_INT(look_for(&e, "butiken&kind=99")->code, 404);
	CHECK_HAS(PAGE(look_for(&e, "det+och")), "inget ord att söka på");
	CHECK_HAS(PAGE(look_for(&e, "")), "Här söker du");
	CHECK_HAS(PAGE(look_for(&e, "%3Cb%3Exyzzy")), "”&lt;b&gt;xyzzy”");
	CHECK_INT(post(e.st, "language=en&back=/", "/language")->code, 303);
	r = look_for(&e, "xyzzy");
	CHECK_HAS(PAGE(r), "Nothing was found");
	stage_close(e.st);
}

/* -- by the page --------------------------------------------------------- */

static enum status many_actors(struct scope *s, int n)
{
	for (int i = 0; i < n; i++) {
		struct actor a = { .kind = ACTOR_BUSINESS,
			.name = arena_print(s->mem, "Grustaget %d", i) };
		i64 id;

		TRY(actor_note(s, &a, &id));
	}
	return OK;
}

static size_t times(const char *page, const char *word)
{
	size_t n = 0;

	for (; (page = strstr(page, word)) != NULL; page++)
		n++;
	return n;
}

TEST(each_hit_is_on_one_page_also_when_half_of_them_are_not_indexed)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	const char *pages[3], *first, *next;

	IN_WRITE(e.st, many_actors(&s, 30));
	index_all(&e);
	s = stage_scope(e.st);
	for (int i = 0; i < 15; i++) {
		struct actor a = { .kind = ACTOR_BUSINESS,
			.name = arena_print(s.mem, "Grustag %d", i) };
		i64 id;

		IN_WRITE(e.st, actor_note(&s, &a, &id));
	}
	first = next = arena_print(e.st->mem,
		"/o/%s/search?q=grustag&kind=8", e.st->org_key);
	for (int i = 0; i < 3; i++) {
		struct req *r = get(e.st, "%s", next);
		const char *link = strstr(PAGE(r), "<p><a href='/o/");

		pages[i] = PAGE(r);
		CHECK_INT(times(pages[i], "class='n'"), i < 2 ? 20 : 5);
		CHECK((link != NULL) == (i < 2));
		if (link != NULL)
			next = arena_print(e.st->mem, "%s&%.*s", first,
				(int)strcspn(strstr(link, "before="), "'"),
				strstr(link, "before="));
	}
	CHECK_HAS(pages[0], "Grustag</mark> 14");
	CHECK_HAS(pages[2], "Grustaget</mark> 4<");
	CHECK_HAS(PAGE(look_for(&e, "grustag")), "Visa fler: Aktörer");
	stage_close(e.st);
}

/* -- whatever happens ---------------------------------------------------- */

static const char *const words[] = {
	"klimat", "buss", "samebyar", "vatten", "skola", "vägar", "äldre",
	"kultur",
};

static unsigned dice(unsigned *state, unsigned sides)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % sides;
}

static const char *some_words(struct trial *e, unsigned *state)
{
	return arena_print(e->st->mem, "%s och %splanen",
	                   words[dice(state, COUNT(words))],
	                   words[dice(state, COUNT(words))]);
}

static enum status something(struct trial *e, struct scope *s,
                             unsigned *state)
{
	i64 no = 1 + dice(state, 5), id;
	struct finding f = {0};
	struct actor a = { .kind = ACTOR_BUSINESS };

	switch (dice(state, 4)) {
	case 0:
		return finding_remove(s, e->id, no, dice(state, 2) == 0);
	case 1:
		a.name = arena_print(s->mem, "%s %u", some_words(e, state),
		                     *state);
		return actor_note(s, &a, &id);
	default:
		TRY(finding_get(s, e->id, no, &f));
		f.sentence = some_words(e, state);
		f.rationale = some_words(e, state);
		return finding_change(s, e->id, &f);
	}
}

/* What a word finds, by the index or by reading everything. */
static const char *hits_of(struct trial *e, const char *word, bool all)
{
	struct scope s = stage_scope(e->st);
	struct asked asked = {0};
	const char *said = "";
	struct sought *k;

	asked_words(s.mem, word, &asked);
	CHECK_OK(seek_open(&s, &asked, &k));
	for (int kind = FIND_ASSESSMENT; kind < FIND_KINDS; kind++) {
		struct entry_list every = {0};
		struct hits h = {0};

		if (all)
			CHECK_OK(entry_list(&s, (enum find_kind)kind, 0,
			                    INT64_MAX, 1000, &every));
		else
			CHECK_OK(seek_kind(k, (enum find_kind)kind, 0, 1000,
			                   &h));
		for (size_t i = every.n; i-- > 0;)
			if (entry_fits(s.mem, &asked, &every.v[i]))
				*PUSH(s.mem, &h.all) = every.v[i];
		for (size_t i = 0; i < h.all.n; i++)
			said = arena_print(s.mem, "%s %d:%lld", said, kind,
			                   h.all.v[i].id);
	}
	return said;
}

TEST(after_any_changes_the_index_finds_what_reading_everything_finds)
{
	struct trial e = trial_open();
	unsigned state = 7;

	for (int round = 0; round < 40; round++) {
		struct scope s = stage_scope(e.st);

		CHECK_OK(stage_begin(e.st));
		if (something(&e, &s, &state) == OK)
			CHECK_OK(stage_commit(e.st));
		else
			stage_rollback(e.st);
		if (dice(&state, 3) == 0)
			index_all(&e);
		if (round == 20)
			rebuild(&e);
	}
	for (int after = 0; after < 3; after++) {
		for (size_t i = 0; i < COUNT(words); i++)
			CHECK_TEXT(hits_of(&e, words[i], false),
			           hits_of(&e, words[i], true));
		if (after == 0)
			index_all(&e);
		else
			rebuild(&e);
	}
	stage_close(e.st);
}
