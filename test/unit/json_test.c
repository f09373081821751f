#include "check.h"
#include "kit/json.h"

static struct json_reader reading(struct arena *mem, const char *text)
{
	return json_read(mem, (struct bytes){ text, strlen(text) });
}

/* What is wrong with a whole document. */
static enum json_wrong wrong_with(const char *text, size_t n)
{
	struct arena *mem = arena_new();
	struct json_reader r = json_read(mem, (struct bytes){ text, n });
	enum json_wrong wrong = r.wrong;

	CHECK((r.root == NULL) == (wrong != JSON_FINE));
	CHECK_TEXT(r.where, "");
	json_close(&r);
	arena_free(mem);
	return wrong;
}

TEST(what_is_not_json_is_broken)
{
	static const char *const broken[] = {
		"", " ", "{", "[1,]", "{\"a\":1,}", "nothing", "{'a':1}",
		"[01]", "[1] x", "[\"\\x\"]", "[\"\t\"]", "[\"\\u0000\"]",
		"[\"\\ud800\"]", "[\"\xC3\x28\"]", "[\"\xED\xA0\x80\"]",
		"{\"a\":1,\"a\":2}", "[99999999999999999999]", "// a\n[]",
		"\xFE\xFF", "17", "\"text\"",
	};

	for (size_t i = 0; i < COUNT(broken); i++)
		CHECK_INT(wrong_with(broken[i], strlen(broken[i])),
		          JSON_BROKEN);
	CHECK_INT(wrong_with("[1\0]", 4), JSON_BROKEN);
	CHECK_INT(wrong_with("\xEF\xBB\xBF{}", 5), JSON_FINE);
}

TEST(a_broken_document_says_on_which_line)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, "{\n \"a\": 1,\n \"b\": oj\n}\n");

	CHECK_INT(r.wrong, JSON_BROKEN);
	CHECK_INT(r.line, 3);
	json_close(&r);
	arena_free(mem);
}

static enum json_wrong nested(size_t levels)
{
	char text[400] = "";

	memset(text, '[', levels);
	memset(text + levels, ']', levels);
	return wrong_with(text, 2 * levels);
}

/* By its path; of what is not there, the line of what it is missing in. */
TEST(a_value_that_is_wrong_says_on_which_line)
{
	static const char text[] = "{\n \"a\": [ {\"b\": \"} ] \\\" ,\"},\n"
		"  {\"b\": [1,\n   2]} ],\n \"c\": {\"d\": 7,\n\"e\": {}}\n}\n";
	static const struct { const char *where; i64 line; } rows[] = {
		{ "", 1 }, { "a", 2 }, { "a[0].b", 2 }, { "a[1]", 3 },
		{ "a[1].b", 3 }, { "a[1].b[1]", 4 }, { "c", 5 },
		{ "c.d", 5 }, { "c.e", 6 }, { "c.f", 5 }, { "x", 1 },
		{ "a[9].b", 2 },
	};
	struct arena *mem = arena_new();
	struct json_reader r = json_read(mem, (struct bytes){
		text, strlen(text) });

	CHECK_INT(r.wrong, JSON_FINE);
	r.wrong = JSON_VALUE;
	for (size_t i = 0; i < COUNT(rows); i++) {
		r.where = rows[i].where;
		CHECK_INT(json_line(&r), rows[i].line);
	}
	json_close(&r);
	arena_free(mem);
}

TEST(thirty_two_levels_are_read_and_not_one_more)
{
	CHECK_INT(nested(32), JSON_FINE);
	CHECK_INT(nested(33), JSON_TOO_DEEP);
	CHECK_INT(nested(200), JSON_TOO_DEEP);
}

TEST(depth_that_would_break_a_stack_is_seen_before_it_does)
{
	struct arena *mem = arena_new();
	const size_t much = 10 * 1024 * 1024;
	char *text = arena_take(mem, much);

	memset(text, '[', much);
	CHECK_INT(wrong_with(text, much), JSON_TOO_DEEP);
	arena_free(mem);
}

TEST(brackets_in_text_are_not_depth)
{
	static const char text[] =
		"[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"{{{{{{\\\\\", 1]";

	CHECK_INT(wrong_with(text, sizeof text - 1), JSON_FINE);
}

TEST(a_document_has_a_largest_size)
{
	struct arena *mem = arena_new();
	const size_t most = 20 * 1024 * 1024;
	char *text = arena_take(mem, most + 1);

	memset(text, ' ', most + 1);
	text[0] = '[';
	text[most - 1] = ']';
	CHECK_INT(wrong_with(text, most), JSON_FINE);
	CHECK_INT(wrong_with(text, most + 1), JSON_TOO_LONG);
	arena_free(mem);
}

static const char assessment[] =
	"{\"title\": \"Bussar i A\xCC\x8Are\", \"format\": 3, \"open\": true,"
	" \"note\": null, \"share\": 0.5,"
	" \"scope\": {\"place\": \"Åre\"},"
	" \"findings\": [{\"no\": 1, \"marks\": []}, {\"no\": 2, \"marks\":"
	"  [{\"goal\": \"8.2\"}, {\"goal\": 17}]}],"
	" \"groups\": [\"barn\", \"äldre\", 3]}";

TEST(members_are_read_as_they_are)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, assessment);
	const struct json *scope = json_member(&r, r.root, "scope", true);
	const struct json *second;

	CHECK_TEXT(json_text(&r, r.root, "title", 20, true), "Bussar i Åre");
	CHECK_INT(json_int(&r, r.root, "format", 1, 9, true), 3);
	CHECK(json_bool(&r, r.root, "open", true));
	CHECK_TEXT(json_text(&r, scope, "place", 20, true), "Åre");
	CHECK_INT(json_length(&r, r.root, "findings", 9, true), 2);
	second = json_at(&r, r.root, "findings", 1);
	CHECK_INT(json_int(&r, second, "no", 1, 9, true), 2);
	CHECK_INT(json_length(&r, second, "marks", 9, true), 2);
	CHECK_TEXT(json_text_at(&r, r.root, "groups", 1, 9), "äldre");
	CHECK_INT(r.wrong, JSON_FINE);
	json_close(&r);
	arena_free(mem);
}

TEST(what_is_optional_may_be_missing_or_null)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, assessment);
	const struct json *none = json_member(&r, r.root, "none", false);

	CHECK(none == NULL && json_text(&r, none, "in it", 9, true) == NULL);
	CHECK(json_text(&r, r.root, "note", 9, false) == NULL);
	CHECK(json_text(&r, r.root, "none", 9, false) == NULL);
	CHECK_INT(json_int(&r, r.root, "none", 1, 9, false), 0);
	CHECK(!json_bool(&r, r.root, "none", false));
	CHECK_INT(json_length(&r, r.root, "none", 9, false), 0);
	CHECK(json_at(&r, r.root, "findings", 2) == NULL);
	CHECK(json_has(r.root, "title") && !json_has(r.root, "note") &&
	      !json_has(r.root, "none") && !json_has(none, "title"));
	CHECK_INT(r.wrong, JSON_FINE);
	json_close(&r);
	arena_free(mem);
}

/* Each of these asks for what cannot be had. */

static void ask_missing(struct json_reader *r)
{
	json_text(r, r->root, "none", 9, true);
}

static void ask_null(struct json_reader *r)
{
	json_int(r, r->root, "note", 1, 9, true);
}

static void ask_type(struct json_reader *r)
{
	const struct json *f = json_at(r, r->root, "findings", 1);

	json_text(r, json_at(r, f, "marks", 1), "goal", 9, true);
}

static void ask_float(struct json_reader *r)
{
	json_int(r, r->root, "share", 0, 9, true);
}

static void ask_long(struct json_reader *r)
{
	json_text(r, json_member(r, r->root, "scope", true), "place", 2, true);
}

static void ask_list(struct json_reader *r)
{
	json_length(r, r->root, "findings", 1, true);
}

static void ask_element(struct json_reader *r)
{
	json_text_at(r, r->root, "groups", 2, 9);
}

static void ask_value(struct json_reader *r)
{
	json_int(r, r->root, "format", 1, 2, true);
}

static void ask_only(struct json_reader *r)
{
	static const char *const known[] = { "no", NULL };

	json_only(r, json_at(r, r->root, "findings", 0), known);
}

static void ask_inside_text(struct json_reader *r)
{
	json_text(r, json_at(r, r->root, "groups", 0), "name", 9, true);
}

static void refuse(struct json_reader *r)
{
	json_refuse(r, json_at(r, r->root, "findings", 0), "no", JSON_VALUE);
}

static const struct {
	void          (*ask)(struct json_reader *);
	enum json_wrong wrong;
	const char     *where;
} complaints[] = {
	{ ask_missing,     JSON_MISSING,  "none" },
	{ ask_null,        JSON_MISSING,  "note" },
	{ ask_type,        JSON_TYPE,     "findings[1].marks[1].goal" },
	{ ask_float,       JSON_TYPE,     "share" },
	{ ask_long,        JSON_TOO_LONG, "scope.place" },
	{ ask_list,        JSON_TOO_LONG, "findings" },
	{ ask_element,     JSON_TYPE,     "groups[2]" },
	{ ask_value,       JSON_VALUE,    "format" },
	{ ask_only,        JSON_UNKNOWN,  "findings[0].marks" },
	{ ask_inside_text, JSON_TYPE,     "groups[0]" },
	{ refuse,          JSON_VALUE,    "findings[0].no" },
};

TEST(a_complaint_says_what_and_where)
{
	for (size_t i = 0; i < COUNT(complaints); i++) {
		struct arena *mem = arena_new();
		struct json_reader r = reading(mem, assessment);

		complaints[i].ask(&r);
		CHECK_INT(r.wrong, complaints[i].wrong);
		CHECK_TEXT(r.where, complaints[i].where);
		json_close(&r);
		arena_free(mem);
	}
}

TEST(the_first_complaint_stays_and_nothing_answers_after_it)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, assessment);

	ask_missing(&r);
	ask_value(&r);
	CHECK_INT(r.wrong, JSON_MISSING);
	CHECK_TEXT(r.where, "none");
	CHECK(json_text(&r, r.root, "title", 99, true) == NULL);
	CHECK(json_length(&r, r.root, "findings", 9, true) == 0);
	CHECK(json_as_text(&r, r.root) == NULL);
	json_close(&r);
	arena_free(mem);
}

TEST(text_with_control_characters_is_refused)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, "{\"a\": \"\\u001b[1m\"}");

	CHECK(json_text(&r, r.root, "a", 99, true) == NULL);
	CHECK_INT(r.wrong, JSON_VALUE);
	json_close(&r);
	r = reading(mem, "{\"\\u001b[1m\": 1}");
	json_only(&r, r.root, (const char *const[]){ NULL });
	CHECK_TEXT(r.where, "?");
	json_close(&r);
	r = reading(mem, "{\"\": 1}");
	json_only(&r, r.root, (const char *const[]){ NULL });
	CHECK_TEXT(r.where, "?");
	json_close(&r);
	arena_free(mem);
}

TEST(a_document_that_is_a_list_is_read_without_a_name)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, "[[1, 2], [3, \"x\"]]");
	const struct json *second = json_at(&r, r.root, NULL, 1);

	CHECK_INT(json_length(&r, r.root, NULL, 9, true), 2);
	CHECK_INT(json_int(&r, json_at(&r, second, NULL, 0), NULL, 1, 9, true),
	          3);
	json_int(&r, json_at(&r, second, NULL, 1), NULL, 1, 9, true);
	CHECK_TEXT(r.where, "[1][1]");
	json_close(&r);
	arena_free(mem);
}

TEST(there_is_one_way_to_write)
{
	struct arena *mem = arena_new();
	struct json_writer w = json_in(mem);

	json_open(&w, NULL, '{');
	json_put_int(&w, "format", 1);
	json_open(&w, "findings", '[');
	json_open(&w, NULL, '{');
	json_put_int(&w, "no", INT64_MIN);
	json_put_bool(&w, "open", false);
	json_close_with(&w, '}');
	json_put_text(&w, NULL, "å");
	json_close_with(&w, ']');
	json_open(&w, "none", '[');
	json_close_with(&w, ']');
	json_open(&w, "empty", '{');
	json_close_with(&w, '}');
	json_put_text(&w, "note", NULL);
	json_close_with(&w, '}');
	CHECK_TEXT(w.text,
	           "{\n \"format\": 1,\n \"findings\": [\n  {\n"
	           "   \"no\": -9223372036854775808,\n   \"open\": false\n"
	           "  },\n  \"å\"\n ],\n \"none\": [],\n \"empty\": {},\n"
	           " \"note\": null\n}\n");
	CHECK_INT(w.n, strlen(w.text));
	arena_free(mem);
}

TEST(only_what_json_demands_is_escaped)
{
	struct arena *mem = arena_new();
	struct json_writer w = json_in(mem);

	json_put_text(&w, NULL, "a\"b\\c/\b\f\n\r\t\x01\x1F\x7F <å𝌆\u2028>");
	CHECK_TEXT(w.text, "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F"
	           " <å𝌆\u2028>\"\n");
	arena_free(mem);
}

TEST(what_was_written_is_read_and_written_the_same)
{
	struct arena *mem = arena_new();
	struct json_writer w = json_in(mem);
	struct json_reader r;

	json_open(&w, NULL, '{');
	for (int i = 0; i < 2000; i++) {
		json_open(&w, arena_print(mem, "m%d", i), '[');
		json_put_text(&w, NULL, "rad\n\"två\" \\ åäö");
		json_put_int(&w, NULL, INT64_MAX);
		json_put_bool(&w, NULL, true);
		json_put_null(&w, NULL);
		json_close_with(&w, ']');
	}
	json_close_with(&w, '}');
	r = reading(mem, w.text);
	CHECK_TEXT(json_as_text(&r, r.root), w.text);
	json_close(&r);
	arena_free(mem);
}

TEST(floats_are_not_written_again)
{
	struct arena *mem = arena_new();
	struct json_reader r = reading(mem, "{\"a\": [1, {\"b\": 1e3}]}");

	CHECK(json_as_text(&r, r.root) == NULL);
	CHECK_INT(r.wrong, JSON_TYPE);
	CHECK_TEXT(r.where, "a[1].b");
	json_close(&r);
	arena_free(mem);
}
