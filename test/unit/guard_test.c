#include "check.h"
#include "web/guard.h"

/* What the guard says, however the bytes are cut. */
static int says(const char *text)
{
	struct guard whole = {0}, pieces = {0};
	size_t n = strlen(text);
	int all = guard_watch(&whole, text, n), some = 0;

	for (size_t i = 0; i < n && some == 0; i++)
		some = guard_watch(&pieces, text + i, 1);
	CHECK_INT(all, some);
	return all;
}

TEST(a_plain_request_is_let_through)
{
	CHECK_INT(says("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), 0);
	CHECK_INT(says("HEAD /a?b=%20c HTTP/1.0\r\nhost:a:80\r\n\r\n"), 0);
	CHECK_INT(says("POST /a HTTP/1.1\r\nHost: [::1]:80\r\n"
	               "Content-Length:  3 \r\nX-Å: å\r\n\r\nabc"), 400);
	CHECK_INT(says("POST /a HTTP/1.1\r\nHost: [::1]:80\r\n"
	               "Content-Length:  3 \r\nX: å\tb\r\n\r\nabc"), 0);
}

TEST(the_guard_knows_where_one_request_ends_and_the_next_begins)
{
	static const char post[] = "POST / HTTP/1.1\r\nHost: a\r\n"
		"Content-Length: 4\r\n\r\n\r\n\r\n";
	struct guard g = {0};

	CHECK_INT(guard_watch(&g, post, sizeof post - 2), 0);
	CHECK(g.inside);
	CHECK_INT(guard_watch(&g, post + sizeof post - 2, 1), 0);
	CHECK(!g.inside);
	CHECK_INT(guard_watch(&g, post, 20), 0);
	CHECK(g.inside);
}

TEST(a_body_is_only_as_long_as_was_said)
{
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
	               "abGET / HTTP/1.1\r\nHost: a\r\n\r\n"), 0);
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
	               "abc HTTP"), 400);
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n"
	               "Host: a\r\n\r\n"), 0);
}

TEST(what_two_readers_could_read_in_two_ways_is_refused)
{
	CHECK_INT(says("GET / HTTP/1.1\r\n\r\n"), 400);
	CHECK_INT(says("GET / HTTP/1.1\nHost: a\n\n"), 400);
	CHECK_INT(says("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
	CHECK_INT(says("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n"), 400);
	CHECK_INT(says("GET a HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
	CHECK_INT(says("GET / HTTP/1.1 \r\nHost: a\r\n\r\n"), 400);
	CHECK_INT(says("get / HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
	CHECK_INT(says("PUT / HTTP/1.1\r\nHost: a\r\n\r\n"), 405);
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\n"
	               "Content-Length: 1\r\nContent-Length: 1\r\n"), 400);
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\n"
	               "Content-Length: 0x1\r\n"), 400);
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\n"
	               "Content-Length: 22020097\r\n"), 413);
	CHECK_INT(says("POST / HTTP/1.1\r\nHost: a\r\n"
	               "transfer-encoding:"), 400);
}
