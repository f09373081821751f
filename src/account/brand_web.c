/* What an organisation's papers look like: two colours and a logo. */
#include <string.h>

#include "account/brand.h"
#include "account/brand.msg"
#include "base/text.h"
#include "kit/picture.h"
#include "web/page.h"

/* -- the page ------------------------------------------------------------ */

/* While a form is wrong, the preview shows what was typed, if it is colours. */
static unsigned seen(const struct req *r, const char *name, unsigned stored)
{
	const char *typed = form_raw(r, arena_print(r->s.mem, "%s_code",
	                                            name));
	unsigned c;

	if (!r->failed)
		return stored;
	if (text_blank(or_empty(typed)))
		typed = form_raw(r, name);
	return colour_read(or_empty(typed), &c) ? c : stored;
}

static void preview(struct req *r, const struct brand *b)
{
	const char *colour = colour_write(r->s.mem, seen(r, "colour",
	                                                 b->colour));
	const char *second = colour_write(r->s.mem, seen(r, "second",
	                                                 b->second));

	emit(&r->out, "<h2>%s</h2><svg class='look' viewBox='0 0 480 230'"
	     " role='img' aria-label='%s'>"
	     "<rect width='480' height='230' fill='#ffffff'/>",
	     say(r, L_PREVIEW), say(r, L_PREVIEW_ALT));
	if (b->logo.n > 0)
		emit(&r->out, "<image href='/o/%s/look.png' x='30' y='16'"
		     " width='160' height='40'"
		     " preserveAspectRatio='xMinYMid'/>", r->org_key);
	else
		emit(&r->out, "<text x='30' y='42' font-size='15'"
		     " font-weight='600' fill='%s'>%s</text>", colour, b->org);
	emit(&r->out, "<rect x='30' y='64' width='420' height='2' fill='%s'/>"
	     "<text class='se' x='30' y='118' font-size='26'"
	     " font-weight='600' fill='%s'>%s</text>"
	     "<rect x='30' y='138' width='4' height='62' fill='%s'/>"
	     "<text x='46' y='160' font-size='15' fill='#10232b'>%s</text>"
	     "<text x='46' y='186' font-size='15' fill='%s'"
	     " text-decoration='underline'>%s</text></svg>",
	     second, colour, say(r, L_SAMPLE), second, say(r, L_SAMPLE_TEXT),
	     colour, say(r, L_SAMPLE_LINK));
}

static void ask_colour(struct req *r, const char *name, unsigned stored,
                       const struct sentence *label,
                       const struct sentence *hint,
                       const struct sentence *code)
{
	ask_text(r, &(struct ask){ .name = name, .type = "color",
		.label = say(r, label), .hint = say(r, hint), .class = "w10",
		.stored = colour_write(r->s.mem, stored) });
	ask_text(r, &(struct ask){
		.name = arena_print(r->s.mem, "%s_code", name),
		.label = say(r, code), .hint = say(r, L_HEX_HINT),
		.class = "w10", .optional = true });
}

static enum status look_page(struct req *r)
{
	struct brand b;
	i64 version = 0;

	TRY(brand_get(&r->s, &b, &version));
	page_open(r, &(struct page){ .title = say(r, L_HEAD) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><p>%s</p>",
	     say(r, L_HEAD), say(r, L_LEAD), say(r, L_OFFICIAL));
	preview(r, &b);
	form_open_upload(r, "look", "/o/%s/look", r->org_key);
	ask_version(r, version);
	ask_colour(r, "colour", b.colour, L_COLOUR, L_COLOUR_HINT,
	           L_COLOUR_CODE);
	ask_colour(r, "second", b.second, L_SECOND, L_SECOND_HINT,
	           L_SECOND_CODE);
	ask_text(r, &(struct ask){ .name = "logo", .type = "file",
		.label = say(r, L_LOGO), .hint = say(r, L_LOGO_HINT),
		.optional = true });
	ask_text(r, &(struct ask){ .name = "alt", .label = say(r, L_ALT),
		.hint = say(r, L_ALT_HINT), .optional = true,
		.stored = *b.logo_alt == '\0' ? b.org : b.logo_alt });
	if (b.logo.n > 0)
		ask_tick(r, "drop", "1", say(r, L_DROP), false);
	button_save(r, say(r, L_SAVE));
	form_close(r);
	page_close(r);
	return OK;
}

/* -- saving -------------------------------------------------------------- */

static enum status look_prepare(struct req *r)
{
	const struct field *file = form_file(r, "logo");
	struct picture *p;

	if (file == NULL || file->bytes.n > LOGO_BYTES)
		return OK;
	r->prepared = p = NEW(r->s.mem, struct picture);
	return picture_read(r->house->sandbox, r->house->works, r->s.mem,
	                    file->bytes, p);
}

static const char *ratio(const struct req *r, unsigned c)
{
	int hundredths = contrast(c, PAGE_WHITE);

	return arena_print(r->s.mem, "%d%s%d", hundredths / 100,
	                   r->language == ENGLISH ? "." : ",",
	                   hundredths % 100 / 10);
}

static unsigned form_colour(struct req *r, const char *name, int least,
                            const struct sentence *faint)
{
	const char *code = arena_print(r->s.mem, "%s_code", name);
	const char *typed = form_text(r, code, LINE);
	unsigned c = 0;

	if (text_blank(typed)) {
		code = name;
		typed = form_text(r, name, LINE);
	}
	if (!colour_read(typed, &c))
		issue(r, code, L_NO_COLOUR);
	else if (contrast(c, PAGE_WHITE) < least)
		issue_text(r, code, say_with(r, faint, ratio(r, c),
			colour_write(r->s.mem, colour_for_white(c, least))));
	return c;
}

/* The logo that was sent, else the one that is there. */
static void form_logo(struct req *r, struct brand *b)
{
	const struct picture *p = r->prepared;
	const struct field *file = form_file(r, "logo");

	if (form_has(r, "drop", "1"))
		b->logo = (struct bytes){0};
	if (file != NULL && file->bytes.n > LOGO_BYTES)
		issue(r, "logo", L_LOGO_BIG);
	if (p == NULL)
		return;
	if (p->verdict == PICTURE_GIANT)
		issue(r, "logo", L_LOGO_GIANT);
	else if (p->verdict != PICTURE_FINE)
		issue(r, "logo", L_LOGO_BROKEN);
	b->logo = p->png;
	b->logo_wide = p->wide;
	b->logo_high = p->high;
}

static enum status look_save(struct req *r)
{
	struct brand b;
	i64 version = 0;

	TRY(brand_get(&r->s, &b, &version));
	b.colour = form_colour(r, "colour", CONTRAST_TEXT, L_FAINT);
	b.second = form_colour(r, "second", CONTRAST_LINE, L_SECOND_FAINT);
	form_logo(r, &b);
	b.logo_alt = form_text(r, "alt", LOGO_ALT);
	if (b.logo.n == 0) {
		b.logo_wide = b.logo_high = 0;
		b.logo_alt = "";
	} else if (text_blank(b.logo_alt)) {
		issue(r, "alt", L_NO_ALT);
	}
	TRY(form_fine(r));
	TRY(brand_save(&r->s, &b, form_version(r)));
	return go(r, "/o/%s/look?saved=1", r->org_key);
}

/* -- for pages that anybody may see --------------------------------------- */

/* The names are the tokens of vagval.css: text, its ground, what is on it. */
static void tokens(struct markup *m, struct arena *mem, unsigned colour,
                   unsigned second, unsigned page)
{
	unsigned strong = colour_mixed(colour, page == PAGE_WHITE ? 0 :
	                               PAGE_WHITE, 5);

	emit(m, "--acc:%s;--acc2:%s;--on:%s;--soft:%s;--second:%s",
	     colour_write(mem, colour), colour_write(mem, strong),
	     colour_write(mem, colour_upon(colour)),
	     colour_write(mem, colour_mixed(page, colour, 2)),
	     colour_write(mem, second));
}

static enum status look_css(struct req *r)
{
	struct markup m = markup_in(r->s.mem);
	struct brand b;

	TRY(brand_find(&r->s, arg_text(r, "org"), &b));
	emit(&m, "@media screen{:root{");
	tokens(&m, r->s.mem, b.colour, b.second, PAGE_WHITE);
	emit(&m, "}}\n@media screen and (prefers-color-scheme:dark){:root{");
	tokens(&m, r->s.mem, colour_for_dark(b.colour, CONTRAST_TEXT),
	       colour_for_dark(b.second, CONTRAST_LINE), PAGE_DARK);
	emit(&m, "}}\n");
	r->type = "text/css; charset=utf-8";
	r->bytes = (struct bytes){ m.text, m.n };
	return OK;
}

static enum status look_png(struct req *r)
{
	struct brand b;

	TRY(brand_find(&r->s, arg_text(r, "org"), &b));
	if (b.logo.n == 0)
		return NOT_FOUND;
	r->type = "image/png";
	r->bytes = b.logo;
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/look", look_page, ADMIN, ON_ORG },
	{ POST, "/o/:org/look", look_save, ADMIN, ON_ORG, look_page,
	  look_prepare },
	{ GET,  "/o/:org/look.css", look_css, PUBLIC, ON_HOUSE,
	  .shared = true },
	{ GET,  "/o/:org/look.png", look_png, PUBLIC, ON_HOUSE,
	  .shared = true },
	{ 0 },
};
const struct route *const brand_routes = rows;
