#include <arpa/inet.h>
#include <string.h>
#include <unistd.h>

#include <curl/curl.h>

#include "base/text.h"
#include "kit/fetch.h"
#include "kit/icu.h"
#include "kit/mail.h"

/* -- the list ------------------------------------------------------------ */

static bool host_read(struct arena *mem, const char *text, struct host *h)
{
	static const char inside[] = "inside:";
	const char *colon;
	i64 port = 0;

	h->inside = strncmp(text, inside, strlen(inside)) == 0;
	if (h->inside)
		text += strlen(inside);
	colon = strrchr(text, ':');
	if (colon != NULL && !number_read(colon + 1, 1, 65535, &port))
		return false;
	h->name = text_fold(mem, colon == NULL ? text :
	                    arena_text(mem, text, (size_t)(colon - text)));
	h->port = (int)port;
	return *h->name != '\0' && strpbrk(h->name, " /@?#") == NULL;
}

bool fetch_hosts(struct arena *mem, const char *text, struct host_list *out)
{
	while (*text != '\0') {
		size_t n = strcspn(text, ",");
		const char *one = text_trim(mem, arena_text(mem, text, n));

		if (*one != '\0' && !host_read(mem, one, PUSH(mem, out)))
			return false;
		text += n;
		text += *text == ',';
	}
	return true;
}

/* The one the address leads to, read by the same parser that will follow it. */
static const struct host *host_of(struct arena *mem,
                                  const struct host_list *all,
                                  const char *url)
{
	CURLU *u = curl_url();
	char *scheme = NULL, *name = NULL, *port = NULL, *user = NULL;
	const struct host *found = NULL;
	bool read = u != NULL &&
	            curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
	            curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK
	            && curl_url_get(u, CURLUPART_HOST, &name, 0) == CURLUE_OK
	            && curl_url_get(u, CURLUPART_PORT, &port,
	                            CURLU_DEFAULT_PORT) == CURLUE_OK &&
	            curl_url_get(u, CURLUPART_USER, &user, 0) != CURLUE_OK;
	i64 no = 0;

	read = read && number_read(port, 1, 65535, &no);
	for (size_t i = 0; read && found == NULL && i < all->n; i++) {
		const struct host *h = &all->v[i];
		bool safe = same(scheme, "https") ||
		            (h->inside && same(scheme, "http"));
		int wanted = h->port != 0 ? h->port :
		             same(scheme, "http") ? 80 : 443;

		if (safe && no == wanted && same(text_fold(mem, name), h->name))
			found = h;
	}
	curl_free(scheme);
	curl_free(name);
	curl_free(port);
	curl_free(user);
	curl_url_cleanup(u);
	return found;
}

bool fetch_allows(struct arena *mem, const struct host_list *all,
                  const char *url)
{
	return host_of(mem, all, url) != NULL;
}

/* -- where a name leads -------------------------------------------------- */

static bool four_outside(uint32_t a)
{
	static const struct { uint32_t net; int bits; } inside[] = {
		{ 0x00000000, 8 },  { 0x0A000000, 8 },  { 0x64400000, 10 },
		{ 0x7F000000, 8 },  { 0xA9FE0000, 16 }, { 0xAC100000, 12 },
		{ 0xC0000000, 24 }, { 0xC0000200, 24 }, { 0xC0A80000, 16 },
		{ 0xC6120000, 15 }, { 0xC6336400, 24 }, { 0xCB007100, 24 },
		{ 0xE0000000, 3 },
	};

	for (size_t i = 0; i < COUNT(inside); i++)
		if ((a ^ inside[i].net) >> (32 - inside[i].bits) == 0)
			return false;
	return true;
}

static uint32_t four(const unsigned char *b)
{
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
	       (uint32_t)b[2] << 8 | b[3];
}

/* Only what is given out to the world (2000::/3), and no way of writing an
 * address of four bytes as one of sixteen. */
static bool six_outside(const unsigned char *b)
{
	bool sixtofour = b[0] == 0x20 && b[1] == 0x02;
	bool special = b[0] == 0x20 && b[1] == 0x01 && b[2] < 0x02;
	bool written = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d &&
	               b[3] == 0xb8;

	return b[0] >> 5 == 1 && !sixtofour && !special && !written;
}

static bool outside(const struct sockaddr *a)
{
	if (a->sa_family == AF_INET)
		return four_outside(four((const unsigned char *)
			&((const struct sockaddr_in *)(const void *)a)
			->sin_addr));
	if (a->sa_family == AF_INET6)
		return six_outside(((const struct sockaddr_in6 *)
			(const void *)a)->sin6_addr.s6_addr);
	return false;
}

/* The name has become a number: this is the last look before it is called. */
static curl_socket_t open_socket(void *host, curlsocktype purpose,
                                 struct curl_sockaddr *a)
{
	const struct host *h = host;

	if (purpose != CURLSOCKTYPE_IPCXN ||
	    (!h->inside && !outside(&a->addr)))
		return CURL_SOCKET_BAD;
	return socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
}

/* -- the call ------------------------------------------------------------ */

/* What they answer is not read, but a long answer is an error. */
static size_t swallow(char *text, size_t size, size_t n, void *sum)
{
	size_t *all = sum;

	(void)text;
	*all += size * n;
	return *all > FETCH_MOST ? 0 : size * n;
}

static struct curl_slist *headers_of(struct arena *mem,
                                     const struct fetch_call *c)
{
	struct curl_slist *all = curl_slist_append(NULL, arena_print(mem,
		"Content-Type: %s", c->type));

	for (const struct fetch_header *h = c->headers; h && h->name; h++)
		all = curl_slist_append(all, arena_print(mem, "%s: %s",
			h->name, h->value));
	return curl_slist_append(all, "Expect:");
}

/* Where it goes is looked at, how long it takes and how much is read. */
static void set_up_common(CURL *curl, const struct host *h, long seconds,
                          size_t *sum)
{
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, (void *)h);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, swallow);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, sum);
}

static void set_up(CURL *curl, const struct fetch_call *c,
                   const struct host *h, size_t *sum)
{
	curl_easy_setopt(curl, CURLOPT_URL, c->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR,
	                 h->inside ? "https,http" : "https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "vagval");
	curl_easy_setopt(curl, CURLOPT_POST, 1L);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, c->body.v);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
	                 (curl_off_t)c->body.n);
	set_up_common(curl, h, FETCH_SECONDS, sum);
}

void fetch_post(struct arena *mem, const struct host_list *allowed,
                const struct fetch_call *c, int *code, const char **why)
{
	const struct host *h = host_of(mem, allowed, c->url);
	struct curl_slist *headers;
	size_t sum = 0;
	long number = 0;
	CURLcode done;
	CURL *curl;

	*code = 0;
	*why = "the host is not on the list";
	if (h == NULL)
		return;
	curl = curl_easy_init();
	*why = "no memory for a call";
	if (curl == NULL)
		return;
	headers = headers_of(mem, c);
	set_up(curl, c, h, &sum);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	done = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &number);
	*code = done == CURLE_OK ? (int)number : 0;
	*why = done == CURLE_OK ? "" : curl_easy_strerror(done);
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
}

/* -- mail ---------------------------------------------------------------- */

static bool server_read(struct arena *mem, const char *url, struct host *h)
{
	CURLU *u = curl_url();
	char *scheme = NULL, *name = NULL;
	bool read = u != NULL &&
	            curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
	            curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK
	            && curl_url_get(u, CURLUPART_HOST, &name, 0) == CURLUE_OK;

	read = read && (same(scheme, "smtp") || same(scheme, "smtps"));
	h->name = read ? arena_text(mem, name, strlen(name)) : "";
	curl_free(scheme);
	curl_free(name);
	curl_url_cleanup(u);
	return read;
}

bool post_read(struct arena *mem, const char *server, const char *from,
               struct post *out)
{
	static const char inside[] = "inside:";

	*out = (struct post){ .from = from };
	out->host.inside = strncmp(server, inside, strlen(inside)) == 0;
	out->url = server + (out->host.inside ? strlen(inside) : 0);
	return mail_address_fine(from) &&
	       server_read(mem, out->url, &out->host);
}

/* What is written by a program is not answered by another (RFC 3834). */
static struct curl_slist *mail_headers(struct arena *mem,
                                       const struct post *p,
                                       const struct outgoing *l)
{
	const char *const all[] = {
		arena_print(mem, "Date: %s", mail_date(mem, l->at)),
		arena_print(mem, "From: <%s>", p->from),
		arena_print(mem, "To: <%s>", l->to),
		arena_print(mem, "Subject: %s", mail_words(mem, l->subject)),
		arena_print(mem, "Message-ID: <%s%s>", l->id,
		            strchr(p->from, '@')),
		"Auto-Submitted: auto-generated",
	};
	struct curl_slist *out = NULL;

	for (size_t i = 0; i < COUNT(all); i++)
		out = curl_slist_append(out, all[i]);
	return out;
}

static curl_mime *mail_body(CURL *curl, const struct outgoing *l)
{
	curl_mime *body = curl_mime_init(curl);
	curl_mimepart *part = curl_mime_addpart(body);

	curl_mime_data(part, l->text, CURL_ZERO_TERMINATED);
	curl_mime_type(part, "text/plain; charset=utf-8");
	curl_mime_encoder(part, "quoted-printable");
	return body;
}

static void set_up_mail(CURL *curl, const struct post *p, size_t *sum)
{
	curl_easy_setopt(curl, CURLOPT_URL, p->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_USE_SSL, p->host.inside ?
	                 (long)CURLUSESSL_TRY : (long)CURLUSESSL_ALL);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, p->from);
	set_up_common(curl, &p->host, MAIL_SECONDS, sum);
}

/* An address that the server does not know is not asked for again: 550 to 553
 * (RFC 5321, 4.2.3). All else may be mended on the way. */
static bool never(CURLcode done, long number)
{
	return done != CURLE_OK && number >= 550 && number <= 553;
}

void mail_send(struct arena *mem, const struct post *p,
               const struct outgoing *l, const char **why, bool *final)
{
	struct curl_slist *headers, *to;
	size_t sum = 0;
	long number = 0;
	curl_mime *body;
	CURLcode done;
	CURL *curl;

	*final = !mail_address_fine(l->to);
	*why = "the address cannot be understood";
	if (*final)
		return;
	curl = curl_easy_init();
	*why = "no memory for a call";
	if (curl == NULL)
		return;
	headers = mail_headers(mem, p, l);
	to = curl_slist_append(NULL, l->to);
	body = mail_body(curl, l);
	set_up_mail(curl, p, &sum);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(curl, CURLOPT_MIMEPOST, body);
	done = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &number);
	*final = never(done, number);
	*why = done == CURLE_OK ? "" : arena_print(mem, "%s (%ld)",
	       curl_easy_strerror(done), number);
	curl_mime_free(body);
	curl_slist_free_all(to);
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
}

/* -- both ---------------------------------------------------------------- */

i64 call_wait(i64 tries)
{
	static const i64 minutes[] = {
		1, 2, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 36 * 60,
	};

	return tries < 1 ? 0 : tries > (i64)COUNT(minutes) ? -1 :
	       minutes[tries - 1] * 60 * 1000;
}

enum status fetch_prepare(void)
{
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? OK :
	       log_fault("calls out cannot be made ready");
}
