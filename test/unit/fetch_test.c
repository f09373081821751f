/* Whom this machine may call. */
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "check.h"
#include "kit/fetch.h"

static bool allows(const char *list, const char *url)
{
	struct arena *mem = arena_new();
	struct host_list hosts = {0};
	bool is = fetch_hosts(mem, list, &hosts) &&
	          fetch_allows(mem, &hosts, url);

	arena_free(mem);
	return is;
}

TEST(only_hosts_on_the_list_are_called)
{
	CHECK(allows("a.se", "https://a.se/news"));
	CHECK(allows("b.se, A.se", "https://a.SE/news"));
	CHECK(allows("a.se", "https://a.se:443/"));
	CHECK(!allows("a.se", "https://b.se/"));
	CHECK(!allows("a.se", "https://xa.se/"));
	CHECK(!allows("a.se", "https://a.se.evil.example/"));
	CHECK(!allows("a.se", "https://a.se:8443/"));
	CHECK(allows("a.se:8443", "https://a.se:8443/"));
	CHECK(!allows("", "https://a.se/"));
}

TEST(a_host_outside_is_called_by_https_and_nothing_else)
{
	CHECK(!allows("a.se", "http://a.se/"));
	CHECK(!allows("a.se", "ftp://a.se/"));
	CHECK(!allows("a.se", "file:///etc/passwd"));
	CHECK(!allows("a.se", "gopher://a.se/"));
	CHECK(allows("inside:a.se", "http://a.se/"));
	CHECK(allows("inside:a.se:81", "http://a.se:81/"));
	CHECK(!allows("inside:a.se", "ftp://a.se/"));
}

TEST(an_address_cannot_pretend_to_lead_elsewhere)
{
	CHECK(!allows("a.se", "https://a.se@b.se/"));
	CHECK(!allows("a.se", "https://user:word@a.se/"));
	CHECK(!allows("a.se", "https://b.se/https://a.se/"));
	CHECK(!allows("a.se", "https://b.se#@a.se/"));
	CHECK(!allows("a.se", "https://b.se\\@a.se/"));
	CHECK(!allows("a.se", "//a.se/"));
	CHECK(!allows("a.se", "a.se"));
	CHECK(!allows("a.se", ""));
}

TEST(a_list_that_cannot_be_understood_is_refused)
{
	struct arena *mem = arena_new();
	struct host_list hosts = {0};

	CHECK(!fetch_hosts(mem, "https://a.se", &hosts));
	CHECK(!fetch_hosts(mem, "a.se:port", &hosts));
	CHECK(!fetch_hosts(mem, "a.se:70000", &hosts));
	CHECK(!fetch_hosts(mem, "a b.se", &hosts));
	arena_free(mem);
}

/* -- a receiver that counts ---------------------------------------------- */

struct ear { int socket, port, heard; const char *answer; };

static struct ear ear_open(const char *answer)
{
	struct ear e = { .socket = socket(AF_INET, SOCK_STREAM, 0),
	                 .answer = answer };
	struct sockaddr_in at = { .sin_family = AF_INET,
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t n = sizeof at;

	CHECK(bind(e.socket, (struct sockaddr *)&at, n) == 0);
	CHECK(listen(e.socket, 4) == 0);
	CHECK(getsockname(e.socket, (struct sockaddr *)&at, &n) == 0);
	e.port = ntohs(at.sin_port);
	return e;
}

static void *hear(void *ear)
{
	struct ear *e = ear;
	int one = accept(e->socket, NULL, NULL);
	char text[2000];

	if (one < 0)
		return NULL;
	e->heard += read(one, text, sizeof text) > 0;
	if (write(one, e->answer, strlen(e->answer)) < 0)
		e->heard = -1;
	close(one);
	return NULL;
}

static int call(const char *list, const char *host, const char *answer,
                int *heard)
{
	struct arena *mem = arena_new();
	struct host_list hosts = {0};
	struct ear e = ear_open(answer);
	struct fetch_call c = { .type = "application/json",
	                        .body = { "{}", 2 } };
	const char *why;
	pthread_t thread;
	int code;

	CHECK(fetch_hosts(mem, arena_print(mem, "%s:%d", list, e.port),
	                  &hosts));
	c.url = arena_print(mem, "http%s://%s:%d/",
	                    list[0] == 'i' ? "" : "s", host, e.port);
	pthread_create(&thread, NULL, hear, &e);
	fetch_post(mem, &hosts, &c, &code, &why);
	shutdown(e.socket, SHUT_RDWR);
	pthread_join(thread, NULL);
	close(e.socket);
	*heard = e.heard;
	arena_free(mem);
	return code;
}

TEST(a_call_answers_with_the_number_it_got)
{
	int heard;

	CHECK_INT(call("inside:127.0.0.1", "127.0.0.1",
	               "HTTP/1.1 204 No Content\r\n\r\n", &heard), 204);
	CHECK_INT(heard, 1);
}

TEST(what_leads_inside_is_not_called_unless_the_list_says_inside)
{
	int heard;

	CHECK_INT(call("127.0.0.1", "127.0.0.1", "HTTP/1.1 200 OK\r\n\r\n",
	               &heard), 0);
	CHECK_INT(heard, 0);
	CHECK_INT(call("localhost", "localhost", "HTTP/1.1 200 OK\r\n\r\n",
	               &heard), 0);
	CHECK_INT(heard, 0);
}

TEST(a_redirect_is_an_answer_and_is_not_followed)
{
	int heard;

	CHECK_INT(call("inside:127.0.0.1", "127.0.0.1",
	               "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/"
	               "\r\nContent-Length: 0\r\n\r\n", &heard), 302);
}

/* -- mail ---------------------------------------------------------------- */

TEST(a_server_for_mail_is_an_address_with_a_sender)
{
	struct arena *mem = arena_new();
	struct post p;

	CHECK(post_read(mem, "smtps://post.example", "v@a.example", &p));
	CHECK(!p.host.inside);
	CHECK(post_read(mem, "inside:smtp://me:secret@10.0.0.1:2525",
	                "v@a.example", &p));
	CHECK(p.host.inside);
	CHECK_TEXT(p.host.name, "10.0.0.1");
	CHECK(!post_read(mem, "https://post.example", "v@a.example", &p));
	CHECK(!post_read(mem, "post.example", "v@a.example", &p));
	CHECK(!post_read(mem, "smtp://post.example", "Vägval <v@a.example>",
	                 &p));
	CHECK(!post_read(mem, "smtp://post.example", "", &p));
	CHECK(!post_read(mem, "", "v@a.example", &p));
	arena_free(mem);
}

static const char *mailed(const char *server, const char *to, bool *final)
{
	static char said[200];
	struct arena *mem = arena_new();
	struct outgoing m = { .to = to, .subject = "Prov", .text = "Hej",
	                      .id = "1" };
	const char *why = "";
	struct post p;

	CHECK(post_read(mem, server, "v@a.example", &p));
	mail_send(mem, &p, &m, &why, final);
	snprintf(said, sizeof said, "%s", why);
	arena_free(mem);
	return said;
}

TEST(mail_is_not_handed_to_a_server_that_turns_out_to_be_inside)
{
	bool final;

	CHECK(*mailed("smtp://127.0.0.1:9", "x@b.example", &final) != '\0');
	CHECK(!final);
	CHECK(*mailed("inside:smtp://127.0.0.1:9", "x@b.example", &final) !=
	      '\0');
	CHECK(!final);
	CHECK(*mailed("inside:smtp://127.0.0.1:9", "x@b.example\r\nA: b",
	              &final) != '\0');
	CHECK(final);
}
