/* Rules of the hall, tried on every row of every table. */
#include "account/account.h"
#include "base/rights.h"
#include "trial.h"
#include "web/session.h"

#define EACH_ROUTE(at)                                                  \
	for (const struct route *const *t_ = trial_tables(); *t_; t_++) \
		for (const struct route *at = *t_; at->path != NULL; at++)

/* Each that is tried by itself: all of them, or as many as trial_step() says. */
#define EACH_TRIED(at)                                                  \
	for (const struct route *const *t_ = trial_tables(); *t_; t_++) \
		for (const struct route *at = *t_, *e_ = route_end(at); \
		     at < e_; at += trial_step())

static const struct route *route_end(const struct route *at)
{
	while (at->path != NULL)
		at++;
	return at;
}

/* What a visit reads ends with it. */
static struct arena *lend(struct stage *st)
{
	struct arena *kept = st->mem;

	st->mem = arena_new();
	return kept;
}

static void give_back(struct stage *st, struct arena *kept)
{
	arena_free(st->mem);
	st->mem = kept;
}

static int visit_code(struct trial *e, const struct route *at)
{
	struct arena *kept = lend(e->st);
	const char *address = trial_address(e, at->path);
	int code = at->method == GET ? get(e->st, "%s", address)->code :
	           post(e->st, "", "%s", address)->code;

	give_back(e->st, kept);
	return code;
}

/* Says which row, and goes on to say all that are wrong. */
static int wrong(const struct route *at, int code, const char *rule)
{
	print_error("%s %s: %d, %s\n", at->method == GET ? "GET" : "POST",
	            at->path, code, rule);
	return 1;
}

TEST(each_form_has_an_example_that_is_saved)
{
	int bad = 0;

	EACH_TRIED(at) {
		const struct trial_form *f;
		struct trial e;
		struct req *r;

		if (at->method != POST)
			continue;
		f = trial_form_of(at);
		if (f == NULL)
			bad += wrong(at, 0, "has no example");
		if (f == NULL || f->fields == NULL)
			continue;
		e = trial_for(at);
		r = trial_post(&e, at);
		if (r->code != (at->looks ? 200 : 303) && r->bytes.n == 0)
			bad += wrong(at, r->code, "is not saved");
		stage_close(e.st);
	}
	CHECK_INT(bad, 0);
}

/* -- who may ------------------------------------------------------------- */

/* Those that end the assessment come last: after them much is refused. */
static int try_right(struct trial *e, unsigned right, bool ends)
{
	int bad = 0;

	stage_rights(e->st, READ | right);
	EACH_ROUTE(at) {
		int code;

		if (at->ground == ON_HOUSE || at->ground == ON_GUEST ||
		    at->ground == ON_PASS || at->ground == ON_TOKEN ||
		    (strstr(at->path, "/finish/") != NULL) != ends)
			continue;
		code = visit_code(e, at);
		if (((READ | right) & at->right) == 0 && code != 403)
			bad += wrong(at, code, "without the right");
		if (((READ | right) & at->right) != 0 &&
		    (code == 403 || code >= 500))
			bad += wrong(at, code, "with the right");
	}
	return bad;
}

TEST(a_row_is_open_to_its_own_right_and_to_no_other)
{
	int bad = 0;

	for (unsigned right = READ; right <= ADMIN; right <<= 1) {
		struct trial e = trial_open();

		bad += try_right(&e, right, false);
		bad += try_right(&e, right, true);
		stage_close(e.st);
	}
	CHECK_INT(bad, 0);
}

static int all_answer(struct trial *e, enum ground ground, int wanted,
                      const char *rule)
{
	int bad = 0;

	EACH_ROUTE(at) {
		int code;

		if (at->ground != ground)
			continue;
		code = visit_code(e, at);
		if (code != wanted)
			bad += wrong(at, code, rule);
	}
	return bad;
}

TEST(what_is_another_organisations_is_not_there)
{
	struct trial e = trial_open();
	int bad;

	stage_as_stranger(e.st);
	bad = all_answer(&e, ON_ORG, 404, "to a stranger");
	bad += all_answer(&e, ON_ASSESSMENT, 404, "to a stranger");
	bad += all_answer(&e, ON_WORKSHOP, 404, "to a stranger");
	bad += all_answer(&e, ON_MATTER, 404, "to a stranger");
	CHECK_INT(bad, 0);
	stage_close(e.st);
}

TEST(rights_without_reading_open_nothing)
{
	struct trial e = trial_open();
	int bad;

	stage_rights(e.st, ~(unsigned)READ & 0xFFFF);
	bad = all_answer(&e, ON_ORG, 404, "to one who may not read");
	bad += all_answer(&e, ON_ASSESSMENT, 404, "to one who may not read");
	bad += all_answer(&e, ON_WORKSHOP, 404, "to one who may not read");
	bad += all_answer(&e, ON_MATTER, 404, "to one who may not read");
	CHECK_INT(bad, 0);
	stage_close(e.st);
}

/* Another assessment of the organisation, with a meeting of its own. The rest
 * of what one let in reaches is in reach_test.c. */
TEST(one_let_in_reaches_no_other_assessment_and_none_of_its_meetings)
{
	struct trial e = trial_open(), other;
	const char *made;
	int bad;

	trial_other(&e);
	other = e;
	other.key = e.other;
	made = post(e.st, "template=1&title=Annat&day=2026-12-14&starts=9.00"
	            "&where=1&people=40&tables=6&way=1&disposal=Enligt+plan",
	            "/a/%s/workshops/new", other.key)->location;
	other.workshop = arena_text(e.st->mem, made + 3, 10);
	CHECK_INT(get(e.st, "/w/%s", other.workshop)->code, 200);
	stage_as_stranger(e.st);
	trial_let_in(&e, READ | ANSWER, "");
	bad = all_answer(&other, ON_ASSESSMENT, 404, "to one let in beside");
	bad += all_answer(&other, ON_WORKSHOP, 404, "to one let in beside");
	CHECK_INT(bad, 0);
	stage_close(e.st);
}

TEST(letting_in_ends_when_it_is_taken_back)
{
	struct trial e = trial_open();
	struct scope s = stage_scope(e.st);
	i64 person;

	stage_as_stranger(e.st);
	person = e.st->person;
	trial_let_in(&e, READ, "");
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	IN_WRITE(e.st, access_take_back(&s, ON_ASSESSMENT, e.id, person));
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 404);
	stage_close(e.st);
}

TEST(nobody_is_shown_the_way_in_wherever_they_knock)
{
	struct trial e = trial_open();
	int bad;

	stage_as_nobody(e.st);
	bad = all_answer(&e, ON_ORG, 303, "to nobody");
	bad += all_answer(&e, ON_ASSESSMENT, 303, "to nobody");
	CHECK_INT(bad, 0);
	stage_close(e.st);
}

TEST(a_form_without_the_sessions_token_changes_nothing)
{
	struct trial e = trial_open();
	struct snap before = snap_take(e.st), after;
	int bad = 0;

	e.st->csrf = "not the token of this session";
	EACH_ROUTE(at) {
		int code;

		if (at->method != POST)
			continue;
		code = visit_code(&e, at);
		if (code != (at->ground == ON_TOKEN ? 401 : 403))
			bad += wrong(at, code, "without a token");
	}
	after = snap_take(e.st);
	CHECK_INT(bad, 0);
	CHECK(snap_differs(e.st, &before, &after, "") == NULL);
	stage_close(e.st);
}

/* -- what is final ------------------------------------------------------- */

static int try_final(struct trial *e, const struct route *at)
{
	const struct trial_form *f = trial_form_of(at);
	struct snap before = snap_take(e->st), after;
	struct arena *kept;
	const char *moved;
	int code, bad = 0;

	if (at->method != POST || at->ground != ON_ASSESSMENT || f == NULL ||
	    f->fields == NULL)
		return 0;
	kept = lend(e->st);
	code = f->page == NULL || f->living ? trial_post(e, at)->code :
	       visit_code(e, at);
	give_back(e->st, kept);
	after = snap_take(e->st);
	moved = snap_differs(e->st, &before, &after, "event receipt");
	if (code >= 500)
		bad += wrong(at, code, "on a final assessment");
	if (f->living && code != 303)
		bad += wrong(at, code, "lives on");
	if (!f->living && moved != NULL)
		bad += wrong(at, code, moved);
	return bad;
}

static void nothing_frozen_moves(enum assessment_state state)
{
	struct trial e = trial_open();
	int bad = 0;

	trial_end(&e, state);
	EACH_ROUTE(at)
		bad += try_final(&e, at);
	CHECK_INT(bad, 0);
	stage_close(e.st);
}

TEST(nothing_frozen_moves_once_it_is_done)
{
	nothing_frozen_moves(ASSESS_DONE);
}

TEST(nothing_frozen_moves_once_it_is_signed)
{
	nothing_frozen_moves(ASSESS_FINAL);
}

/* -- what no page of ours would send ------------------------------------- */

static const char *const odd_words[] = {
	"0", "-1", "99999999999", "99999999999999999999", "abcdefghij", "%00",
	"%FF%FE", "..", "%2F%2E%2E", "%27%22%3C", "1e3", " 1", "1%20",
};

/* The pattern with odd words from its nth argument on; NULL: it has fewer. */
static const char *odd_address(const struct trial *e, const char *pattern,
                               size_t from, const char *word)
{
	const char *fits = trial_address(e, pattern), *out = "";
	size_t args = 0;

	while (*pattern == '/') {
		size_t n = strcspn(++pattern, "/"), m = strcspn(++fits, "/");
		bool odd = *pattern == ':' && ++args > from;

		out = arena_print(e->st->mem, "%s/%.*s", out,
		                  odd ? (int)strlen(word) : (int)m,
		                  odd ? word : fits);
		pattern += n;
		fits += m;
	}
	return args > from ? out : NULL;
}

/* A broken address has no path: the loop turns it away before serve(). */
static struct req *knock(struct stage *st, enum verb method,
                         const char *address, const char *body)
{
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);

	r->method = method;
	r->address = address;
	r->path = percent_decode(st->mem, address, strlen(address));
	r->cookies = st->cookie;
	r->browser = "a test";
	r->content_type = "application/x-www-form-urlencoded";
	r->body = (struct bytes){ body, strlen(body) };
	if (r->path == NULL)
		r->code = 400;
	else
		serve(r);
	return r;
}

static int try_odd(struct trial *e, const struct route *at, size_t from,
                   const char *word)
{
	struct arena *kept = lend(e->st);
	const char *address = odd_address(e, at->path, from, word);
	const char *body = arena_print(e->st->mem, "csrf=%s", e->st->csrf);
	int code = address == NULL ? 404 :
	           knock(e->st, at->method, address, body)->code;
	int bad = 0;

	if (at->ground == ON_TOKEN && code == 401)
		code = 404;     /* a program says who it is first */
	if (code >= 500 || (at->method == GET && code != 200 && code != 303 &&
	                    code != 404 && code != 400)) {
		print_error("%s\n", address);
		bad = wrong(at, code, "for an odd address");
	}
	give_back(e->st, kept);
	return bad;
}

/* After this nothing else can be tried. */
static bool ends_it(const struct route *at)
{
	return at->method == POST && strstr(at->path, "/finish/") != NULL;
}

TEST(an_odd_address_is_not_there_and_never_our_fault)
{
	struct trial e = trial_open();
	const char *word = arena_print(e.st->mem, "%0*d", 8000, 1);
	int bad = 0;

	EACH_TRIED(at) {
		if (same(at->path, "/sign-out") || ends_it(at) ||
		    same(at->path, "/account/sessions/:no/end"))
			continue;       /* would end the visitor's own */
		for (size_t from = 0; from < 3; from++) {
			for (size_t i = 0; i < COUNT(odd_words); i++)
				bad += try_odd(&e, at, from, odd_words[i]);
			bad += try_odd(&e, at, from, word);
		}
	}
	CHECK_INT(bad, 0);
	CHECK_INT(get(e.st, "/a/%s", e.key)->code, 200);
	stage_close(e.st);
}

static const char *repeated(struct arena *mem, const char *text, size_t times)
{
	size_t n = strlen(text);
	char *all = arena_take(mem, n * times + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(all + i * n, text, n);
	return all;
}

/* Every value of a form replaced by this one. */
static const char *with_values(struct arena *mem, const char *fields,
                               const char *value)
{
	const char *out = "";

	while (*fields != '\0') {
		size_t n = strcspn(fields, "="), m = strcspn(fields, "&");

		out = arena_print(mem, "%s&%.*s=%s", out, (int)(n < m ? n : m),
		                  fields, value);
		fields += m;
		fields += *fields == '&';
	}
	return out;
}

static int try_body(struct trial *e, const struct route *at,
                    const char *fields, const char *what)
{
	struct snap *before = &e->last, after;
	const char *body = arena_print(e->st->mem, "csrf=%s&form=x&page=/%s%s",
		e->st->csrf, *fields == '&' ? "" : "&", fields);
	struct req *r = knock(e->st, POST, trial_address(e, at->path),
	                      body);
	const char *moved;
	int bad = 0;

	after = snap_take(e->st);
	moved = snap_differs(e->st, before, &after, "draft attempt");
	e->last = after;
	if (r->code >= 500 || r->code < 200)
		bad += wrong(at, r->code, what);
	if (r->code >= 400 && moved != NULL)
		bad += wrong(at, r->code, arena_print(e->st->mem,
		             "%s leaves %s half-saved", what, moved));
	return bad;
}

static int try_bodies(struct trial *e, const struct route *at)
{
	const struct trial_form *f = trial_form_of(at);
	const char *fields = f == NULL || f->fields == NULL ? "" : f->fields;
	struct arena *kept = lend(e->st), *mem = e->st->mem;
	int bad = 0;

	e->last = snap_take(e->st);
	bad += try_body(e, at, "", "an empty form");
	bad += try_body(e, at, "okand=1&annan=2", "unknown fields");
	bad += try_body(e, at, with_values(mem, fields, "-1"), "minus one");
	bad += try_body(e, at, with_values(mem, fields, "abc"), "letters");
	bad += try_body(e, at, with_values(mem, fields,
	                "99999999999999999999"), "a number too large");
	bad += try_body(e, at, with_values(mem, fields,
	                repeated(mem, "%C3%A5", 100000)), "long texts");
	bad += try_body(e, at, with_values(mem, fields, "a%FF"), "no UTF-8");
	bad += try_body(e, at, with_values(mem, fields, "a%00b"), "NUL");
	bad += try_body(e, at, with_values(mem, fields, "a%01%1Bb"),
	                "controls");
	bad += try_body(e, at, repeated(mem, "title=a&", 1990), "2 000 fields");
	bad += try_body(e, at, repeated(mem, "a=1&", 2100), "too many fields");
	give_back(e->st, kept);
	return bad;
}

TEST(an_odd_form_is_refused_and_leaves_nothing_half_saved)
{
	struct trial e = trial_open();
	int bad = 0;

	EACH_TRIED(at)
		if (at->method == POST && at->ground != ON_HOUSE &&
		    !ends_it(at))
			bad += try_bodies(&e, at);
	EACH_TRIED(at)
		if (ends_it(at))
			bad += try_bodies(&e, at);
	CHECK_INT(bad, 0);
	stage_close(e.st);
}

TEST(an_odd_form_to_the_house_is_refused)
{
	int bad = 0;

	EACH_ROUTE(at) {
		struct trial e = { .key = "" };

		if (at->method != POST || at->ground != ON_HOUSE)
			continue;
		e.st = stage_open(trial_tables());
		bad += try_bodies(&e, at);
		stage_close(e.st);
	}
	CHECK_INT(bad, 0);
}

/* -- where pages lead ---------------------------------------------------- */

static bool seen_before(struct arena *mem, struct text_list *seen,
                        const char *address)
{
	for (size_t i = 0; i < seen->n; i++)
		if (same(seen->v[i], address))
			return true;
	*PUSH(mem, seen) = arena_copy(mem, address);
	return false;
}

/* A link is followed; a form is sent without its token, so that it is known
 * where it would go and nothing comes of it. */
static int follow(struct trial *e, const char *at, const char *page,
                  const char *mark, enum verb method,
                  struct text_list *seen, struct arena *kept)
{
	size_t folder = (size_t)(strrchr(at, '/') - at) + 1;
	struct arena *mem = e->st->mem;
	int bad = 0;

	while ((page = strstr(page, mark)) != NULL) {
		const char *address;
		int code;

		page += strlen(mark);
		address = arena_text(mem, page, strcspn(page, "'#"));
		if (*address != '/' && *address != '\0' &&
		    strchr(address, ':') == NULL)
			address = arena_print(mem, "%.*s%s", (int)folder, at,
			                      address);
		if (strncmp(address, "/static/", 8) == 0 ||
		    *address == '\0' || strchr(address, '&') != NULL ||
		    seen_before(kept, seen, address))
			continue;
		code = method == GET ? get(e->st, "%s", address)->code :
		       knock(e->st, POST, address, "")->code;
		if (method == GET ? code != 200 && code != 303 : code != 403) {
			print_error("%s %s: %d\n", mark, address, code);
			bad++;
		}
	}
	return bad;
}

/* What is pointed at by its id is there once. */
static int said_twice(struct trial *e, const char *at, const char *page)
{
	struct text_list ids = {0};
	int bad = 0;

	while ((page = strstr(page, " id='")) != NULL) {
		const char *id;

		page += 5;
		id = arena_text(e->st->mem, page, strcspn(page, "'"));
		if (seen_before(e->st->mem, &ids, id)) {
			print_error("%s: id %s is there twice\n", at, id);
			bad++;
		}
	}
	return bad;
}

TEST(every_link_and_every_form_leads_somewhere_and_no_id_is_there_twice)
{
	struct text_list links = {0}, actions = {0};
	struct trial e = trial_open();
	int bad = 0;

	EACH_ROUTE(at) {
		struct arena *kept = lend(e.st);
		const char *here = trial_address(&e, at->path);
		const char *page = at->method != GET ? NULL :
		                   PAGE(get(e.st, "%s", here));

		if (page != NULL) {
			bad += said_twice(&e, here, page);
			bad += follow(&e, here, page, "href='", GET, &links,
			              kept);
			bad += follow(&e, here, page,
			              "<form method='post' action='", POST,
			              &actions, kept);
		}
		give_back(e.st, kept);
	}
	CHECK_INT(bad, 0);
	stage_close(e.st);
}
