/* The look of an organisation's papers, through the door. */
#include <string.h>

#include "app/app.h"
#include "account/brand.h"
#include "kit/picture.h"
#include "sample_picture.h"
#include "stage.h"

#define PART(name, value) "--b\r\nContent-Disposition: form-data;" \
	" name=\"" name "\"\r\n\r\n" value "\r\n"
#define COLOURS PART("form", "look") PART("colour", "#742a5b") \
	PART("second", "#6b7d85")

/* As a browser sends the form with a logo in it. */
static struct req *send_logo(struct stage *st, int version,
                             struct bytes logo)
{
	struct req *r = req_new(&st->house, st->db, st->mem, st->now);
	char *head = arena_print(st->mem, COLOURS PART("alt", "Regionens vapen")
		PART("version", "%d") PART("csrf", "%s")
		"--b\r\nContent-Disposition: form-data; name=\"logo\";"
		" filename=\"f\"\r\n\r\n", version, st->csrf);
	static const char end[] = "\r\n--b--\r\n";
	size_t n = strlen(head);
	char *body = arena_take(st->mem, n + logo.n + sizeof end);

	memcpy(body, head, n);
	memcpy(body + n, logo.v, logo.n);
	memcpy(body + n + logo.n, end, sizeof end - 1);
	r->method = POST;
	r->address = r->path = arena_print(st->mem, "/o/%s/look",
	                                   st->org_key);
	r->cookies = st->cookie;
	r->browser = "a test";
	r->content_type = "multipart/form-data; boundary=b";
	r->body = (struct bytes){ body, n + logo.n + sizeof end - 1 };
	serve(r);
	return r;
}

static struct brand look_of(struct stage *st)
{
	struct scope s = stage_scope(st);
	struct brand b;

	CHECK_OK(brand_of_org(&s, &b));
	return b;
}

TEST(an_organisation_without_a_look_has_our_colours_and_its_name)
{
	struct stage *st = stage_open(NULL);
	struct brand b = look_of(st);

	CHECK_INT(b.colour, BRAND_COLOUR);
	CHECK(b.org != NULL && *b.org != '\0');
	CHECK_INT(b.logo.n, 0);
	stage_close(st);
}

TEST(a_pale_colour_is_refused_with_its_ratio_and_one_that_will_do)
{
	struct stage *st = stage_open(NULL);
	struct req *r = post(st, "form=look&version=0&colour=%23ffcc00"
	                     "&second=%23eeeeee", "/o/%s/look", st->org_key);

	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "Kontrasten mot vitt är 1,5 : 1, och text behöver");
	CHECK_HAS(PAGE(r), "linjer behöver 3 : 1");
	CHECK_HAS(PAGE(r), "href='#look-colour'");
	CHECK_HAS(PAGE(r), "fill='#ffcc00'");
	CHECK_INT(look_of(st).colour, BRAND_COLOUR);
	r = post(st, "form=look&version=0&colour=%23742a5b&colour_code=rosa"
	         "&second=%236b7d85", "/o/%s/look", st->org_key);
	CHECK_HAS(PAGE(r), "href='#look-colour_code'");
	CHECK_HAS(PAGE(r), "value='rosa'");
	stage_close(st);
}

TEST(a_typed_code_goes_before_the_picker)
{
	struct stage *st = stage_open(NULL);

	CHECK_INT(post(st, "form=look&version=0&colour=%230a5162"
	               "&colour_code=742A5B&second=%236b7d85", "/o/%s/look",
	               st->org_key)->code, 303);
	CHECK_INT(look_of(st).colour, 0x742a5b);
	CHECK_INT(post(st, "form=look&version=0&colour=%23000000"
	               "&second=%23000000", "/o/%s/look",
	               st->org_key)->code, 409);
	CHECK_INT(look_of(st).colour, 0x742a5b);
	stage_close(st);
}

TEST(a_logo_is_written_anew_and_shown_to_anybody)
{
	struct stage *st = stage_open(NULL);
	struct bytes png = sample_png(st->mem, 60, 20);
	char *more = arena_take(st->mem, png.n + 4);
	struct req *r;
	struct brand b;

	memcpy(more, png.v, png.n);
	memcpy(more + png.n, "PK\3\4", 4);
	CHECK_INT(send_logo(st, 0, (struct bytes){ more, png.n + 4 })->code,
	          303);
	b = look_of(st);
	CHECK_INT(b.logo_wide, 60);
	CHECK_INT(b.logo_high, 20);
	CHECK_TEXT(b.logo_alt, "Regionens vapen");
	CHECK(memmem(b.logo.v, b.logo.n, "PK\3\4", 4) == NULL);
	CHECK_INT(send_logo(st, 1, sample_jpeg())->code, 303);
	stage_as_nobody(st);
	r = get(st, "/o/%s/look.png", st->org_key);
	CHECK_TEXT(r->type, "image/png");
	CHECK(memcmp(r->bytes.v, "\x89PNG", 4) == 0);
	stage_close(st);
}

TEST(what_is_no_whole_picture_is_refused_in_words)
{
	struct stage *st = stage_open(NULL);
	struct bytes png = sample_png(st->mem, 60, 20);
	struct bytes jpeg = sample_jpeg();
	struct bytes bad[] = {
		{ "GIF89a", 6 }, { "<svg onload='x'/>", 17 },
		{ "\x89PNG\r\n\x1a\n", 8 }, { "\xff\xd8\xff", 3 },
		{ png.v, png.n - 20 }, { png.v, png.n / 2 },
		{ jpeg.v, jpeg.n / 2 }, { jpeg.v, jpeg.n - 30 },
	};
	struct req *r;

	for (size_t i = 0; i < COUNT(bad); i++) {
		r = send_logo(st, 0, bad[i]);
		CHECK_INT(r->code, 422);
		CHECK_HAS(PAGE(r), "Filen går inte att läsa som bild.");
		CHECK_HAS(PAGE(r), "value='Regionens vapen'");
	}
	r = send_logo(st, 0, sample_png(st->mem, 4001, 1));
	CHECK_HAS(PAGE(r), "större än 4 000 bildpunkter");
	r = send_logo(st, 0, (struct bytes){ arena_take(st->mem,
	              LOGO_BYTES + 1), LOGO_BYTES + 1 });
	CHECK_HAS(PAGE(r), "större än 1 MB");
	CHECK_INT(look_of(st).logo.n, 0);
	stage_close(st);
}

TEST(a_large_logo_is_made_as_large_as_paper_can_show)
{
	struct arena *mem = arena_new();
	struct picture p;

	CHECK_OK(picture_read(NULL, app_works, mem,
	                      sample_png(mem, 4000, 100), &p));
	CHECK_INT(p.verdict, PICTURE_FINE);
	CHECK_INT(p.wide, 1000);
	CHECK_INT(p.high, 25);
	arena_free(mem);
}

TEST(the_colours_of_a_public_page_are_no_secret_and_can_be_read)
{
	struct stage *st = stage_open(NULL);
	struct req *r;

	CHECK_INT(post(st, "form=look&version=0&colour=%23742a5b"
	               "&second=%236b7d85", "/o/%s/look",
	               st->org_key)->code, 303);
	stage_as_nobody(st);
	r = get(st, "/o/%s/look.css", st->org_key);
	CHECK_INT(r->code, 200);
	CHECK_TEXT(r->type, "text/css; charset=utf-8");
	CHECK_HAS((const char *)r->bytes.v, "--acc:#742a5b");
	CHECK_HAS((const char *)r->bytes.v, "prefers-color-scheme:dark");
	CHECK_INT(get(st, "/o/%s/look.png", st->org_key)->code, 404);
	CHECK_INT(get(st, "/o/ingenstans/look.css")->code, 404);
	stage_close(st);
}
