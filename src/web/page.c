#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "static_names.h"
#include "web/page.h"
#include "web/web.msg"

#ifndef VAGVAL_VERSION
#define VAGVAL_VERSION "0.1"
#endif

static void script(struct req *r, const char *address)
{
	if (address != NULL)
		emit(&r->out, "<script src='%s' defer></script>\n", address);
}

static void head(struct req *r, const struct page *p)
{
	const char *title = p->title;

	if (r->failed)
		title = say_with(r, TITLE_ERROR, title, NULL);
	emit(&r->out, "<!DOCTYPE html>\n<html lang='%s'>\n<head>\n"
	     "<meta charset='utf-8'>\n<meta name='viewport'"
	     " content='width=device-width, initial-scale=1'>\n"
	     "<title>%s – %s</title>\n"
	     "<meta name='theme-color' content='#0a5162'>\n",
	     r->language == ENGLISH ? "en" : "sv", title, say(r, PRODUCT));
	emit(&r->out, "<link rel='icon' href='%s' type='image/svg+xml'>\n"
	     "<link rel='preload' href='%s' as='font' type='font/woff2'"
	     " crossorigin>\n<link rel='stylesheet' href='%s'>\n",
	     STATIC_MARK_SVG, STATIC_SOURCE_SANS_3_LATIN_400_NORMAL_WOFF2,
	     STATIC_VAGVAL_CSS);
	if (p->style != NULL)
		emit(&r->out, "<link rel='stylesheet' href='%s'>\n",
		     p->style);
	if (p->feed != NULL)
		emit(&r->out, "<link rel='alternate' href='%s'"
		     " type='application/atom+xml' title='%s'>\n", p->feed,
		     title);
	script(r, p->own_script ? NULL : STATIC_VAGVAL_JS);
	script(r, p->script);
	emit(&r->out, "</head>\n");
}

/* An address of the menu: its pattern with this organisation in it. */
static const char *menu_address(const struct req *r, const char *path)
{
	if (strncmp(path, "/o/:org", 7) != 0)
		return path;
	return arena_print(r->s.mem, "/o/%s%s", r->org_key, path + 7);
}

/* One let in to an object finds nothing of the organisation's. */
static void menu_rows(struct req *r, const char *here)
{
	if (r->let_in) {
		emit(&r->out, "<li><a href='/shared'>%s</a></li>",
		     say(r, SHARED));
		return;
	}
	for (const struct route *const *t = r->house->tables; *t; t++) {
		for (const struct route *at = *t; at->path; at++) {
			if (at->menu == NULL)
				continue;
			emit(&r->out, "<li><a href='%s'",
			     menu_address(r, at->path));
			if (same(here, at->path))
				emit(&r->out, " aria-current='page'");
			emit(&r->out, ">%s</a></li>", say(r, at->menu));
		}
	}
}

static void menus(struct req *r, const char *here)
{
	emit(&r->out, "<nav class='main' aria-label='%s'><ul>",
	     say(r, MAIN_MENU));
	menu_rows(r, here);
	emit(&r->out, "</ul></nav><p class='me'><a href='/account'>");
	icon(r, ICON_PERSON);
	emit(&r->out, "%s</a></p><details class='menu'><summary>",
	     r->person_name);
	icon(r, ICON_MENU);
	emit(&r->out, "%s</summary><nav aria-label='%s'><ul>", say(r, MENU),
	     say(r, MENU));
	menu_rows(r, here);
	emit(&r->out, "<li><a href='/account'>%s</a></li></ul></nav>"
	     "</details>", r->person_name);
}

void page_open(struct req *r, const struct page *p)
{
	r->out = markup_in(r->s.mem);
	head(r, p);
	emit(&r->out, "<body");
	if (p->look != NULL)
		emit(&r->out, " class='%s'", p->look);
	if (p->no_keys)
		emit(&r->out, " data-keys='av'");
	emit(&r->out, ">\n<a class='skip' href='#content'>%s</a>\n",
	     say(r, SKIP));
	if (same(p->look, "proj"))
		return;
	emit(&r->out, "<header class='top'><div><a class='brand' href='/'>"
	     "<svg viewBox='0 0 32 32' aria-hidden='true' fill='none'"
	     " stroke='currentColor' stroke-linecap='round'>"
	     "<path d='M16 29v-9' stroke-width='4'/>"
	     "<path d='M16 20C16 12 6 14 6 4' stroke-width='4'/>"
	     "<path d='M16 20c0-8 10-6 10-16' stroke-width='4'"
	     " stroke-dasharray='.1 6.2'/></svg><span>%s</span></a>",
	     say(r, PRODUCT));
	if (r->org_name != NULL && !p->plain)
		emit(&r->out, "<span class='org'>%s</span>", r->org_name);
	if (r->s.person != 0 && r->org_key != NULL && !p->plain)
		menus(r, p->menu);
	emit(&r->out, "</div></header>\n");
}

static void issues(struct req *r)
{
	if (!r->failed)
		return;
	emit(&r->out, "<div class='stop' role='alert' tabindex='-1'>");
	if (r->failure == STALE && r->issues.n > 0)
		emit(&r->out, "<h2>%s</h2>", say(r, STALE_OWN));
	else if (r->failure == STALE)
		emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, STALE_HEAD),
		     say(r, STALE_TEXT));
	else if (r->failure == TAKEN && r->issues.n == 0)
		emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, TAKEN_HEAD),
		     say(r, TAKEN_TEXT));
	else if (r->issues.n == 0)
		emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, ERR_503_HEAD),
		     say(r, ERR_503_TEXT));
	else
		emit(&r->out, "<h2>%s</h2>", say_count(r, ISSUES,
		     (i64)r->issues.n));
	if (r->issues.n > 0)
		emit(&r->out, "<ul>");
	for (size_t i = 0; i < r->issues.n; i++) {
		const struct issue *wrong = &r->issues.v[i];

		if (wrong->field == NULL)
			emit(&r->out, "<li>%s</li>", wrong->text);
		else
			emit(&r->out, "<li><a href='#%s-%s'>%s</a></li>",
			     form_raw(r, "form"), wrong->field, wrong->text);
	}
	emit(&r->out, r->issues.n > 0 ? "</ul></div>\n" : "</div>\n");
}

void page_main(struct req *r)
{
	emit(&r->out, "<main id='content'>\n");
	if (r->house->insecure)
		emit(&r->out, "<p class='note'>%s</p>", say(r, UNENCRYPTED));
	issues(r);
}

static void language_button(struct req *r)
{
	emit(&r->out, "<li><form method='post' action='/language'"
	     " class='quiet'>");
	form_hidden(r, "csrf", r->csrf);
	form_hidden(r, "back", r->method == GET ? r->address : "/");
	emit(&r->out, "<button class='plain' type='submit' name='language'"
	     " value='%s' lang='%s'>%s</button></form></li>",
	     r->language == ENGLISH ? "sv" : "en",
	     r->language == ENGLISH ? "sv" : "en", say(r, IN_ENGLISH));
}

void page_close(struct req *r)
{
	emit(&r->out, "</main>\n<footer class='foot'><div><ul>");
	if (!text_blank(r->org_contact))
		emit(&r->out, "<li><a href='mailto:%s'>%s</a></li>",
		     r->org_contact, say_with(r, HELP_AT, r->org_contact,
		     NULL));
	emit(&r->out, "<li><a href='/help'>%s</a></li>", say(r, HELP_PAGES));
	if (r->org_key != NULL)
		emit(&r->out, "<li><a href='/accessibility/%s'>%s</a></li>",
		     r->org_key, say(r, ACCESSIBILITY));
	else
		emit(&r->out, "<li><a href='/accessibility'>%s</a></li>",
		     say(r, ACCESSIBILITY));
	if (*r->csrf != '\0')
		language_button(r);
	emit(&r->out, "</ul><p class='num'>%s " VAGVAL_VERSION,
	     say(r, PRODUCT));
	if (r->org_constructed)
		emit(&r->out, " · %s", say_with(r, ORG_CONSTRUCTED,
		     r->org_name, NULL));
	emit(&r->out, "</p></div></footer>\n</body>\n</html>\n");
}

void state(struct req *r, enum icon which, const char *class,
           const char *word)
{
	emit(&r->out, "<span class='state %s'>", class);
	icon(r, which);
	emit(&r->out, "%s</span>", word);
}

void tab(struct req *r, bool here, const char *address, const char *label)
{
	emit(&r->out, "<li><a href='%s'", address);
	if (here)
		emit(&r->out, " aria-current='page'");
	emit(&r->out, ">%s</a></li>", label);
}

void page_saved(struct req *r)
{
	if (query_text(r, "saved") == NULL || r->failed)
		return;
	emit(&r->out, "<p class='saved' role='status'>");
	icon(r, ICON_TICK);
	emit(&r->out, "%s</p>", say_with(r, SAVED_AT,
	     time_say(r->s.mem, r->language, r->s.now), NULL));
}

void page_lesson(struct req *r, int lesson)
{
	if (lesson != 0)
		emit(&r->out, "<p class='small noprint'><a href='/help/course"
		     "/%d'>%s</a></p>", lesson, say(r, READ_MORE));
}
