/* The papers of a workshop: which there are, on the screen and as PDF. */
#include <string.h>

#include "base/text.h"
#include "paper/paper.h"
#include "workshop/sheet.h"
#include "workshop/sheet.msg"
#include "workshop/show.h"

static const struct sheet_kind {
	const char            *name;    /* in the address */
	const struct sentence *title, *about;
	struct paper        *(*make)(struct req *, const struct sheets *);
} kinds[] = {
	{ "agenda", H_AGENDA, H_AGENDA_ABOUT, agenda_paper },
	{ "script", H_SCRIPT, H_SCRIPT_ABOUT, script_paper },
	{ "participant", H_PARTICIPANT, H_PARTICIPANT_ABOUT,
	  participant_paper },
	{ "forms", H_FORMS, H_FORMS_ABOUT, forms_paper },
};

static enum status read_sheets(struct req *r, struct sheets *s)
{
	*s = (struct sheets){ .board = query_no(r, "board") };
	TRY(workshop_here(r, &s->w));
	TRY(item_list(&r->s, s->w.id, &s->items));
	return board_list(&r->s, s->w.id, &s->boards);
}

/* -- which there are ----------------------------------------------------- */

static void kind_row(struct req *r, const struct sheets *s,
                     const struct sheet_kind *k)
{
	const char *title = say(r, k->title);

	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s</span>"
	     "<span class='e'><a class='btn sec sm' href='/w/%s/sheets/%s.pdf'"
	     ">%s<span class='vh'> %s</span></a> <a href='/w/%s/sheets/%s'>%s"
	     "<span class='vh'> %s</span></a></span></li>", title,
	     say(r, k->about), s->w.key, k->name, say(r, H_PDF), title,
	     s->w.key, k->name, say(r, H_SEE), title);
}

static void board_links(struct req *r, const struct sheets *s)
{
	emit(&r->out, "<p class='acts'>");
	for (size_t i = 0; i < s->boards.n; i++)
		if (!s->boards.v[i].retired)
			emit(&r->out, "<a href='/w/%s/sheets/forms.pdf?board="
			     "%lld'>%s</a>", s->w.key, s->boards.v[i].no,
			     say_with(r, H_ONE_BOARD, s->boards.v[i].name,
			     NULL));
	emit(&r->out, "</p>");
}

static enum status index_page(struct req *r)
{
	struct sheets s;

	TRY(read_sheets(r, &s));
	workshop_open(r, &s.w, say(r, H_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, H_HEAD),
	     say(r, H_LEAD));
	if (s.items.n == 0)
		emit(&r->out, "<p class='note'>%s <a href='/w/%s/plan'>%s"
		     "</a></p>", say(r, H_NO_ITEMS), s.w.key, say(r, H_PLAN));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < COUNT(kinds); i++)
		kind_row(r, &s, &kinds[i]);
	emit(&r->out, "</ul>");
	board_links(r, &s);
	if ((r->rights & LEAD) != 0)
		emit(&r->out, "<h2>%s</h2><p>%s</p><p class='acts'><a"
		     " class='btn sec' href='/w/%s/entry'>%s</a></p>",
		     say(r, H_ENTRY), say(r, H_ENTRY_ABOUT), s.w.key,
		     say(r, H_ENTRY));
	page_close(r);
	return OK;
}

/* -- one of them --------------------------------------------------------- */

/* By the last word of the address: "agenda", or "agenda.pdf". */
static const struct sheet_kind *kind_here(const struct req *r)
{
	const char *name = strrchr(r->path, '/') + 1;
	size_t n = strcspn(name, ".");

	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strlen(kinds[i].name) == n &&
		    strncmp(kinds[i].name, name, n) == 0)
			return &kinds[i];
	panic("no paper has the address %s", r->path);
}

static enum status sheet_page(struct req *r)
{
	const struct sheet_kind *k = kind_here(r);
	struct sheets s;

	TRY(read_sheets(r, &s));
	workshop_open(r, &s.w, say(r, k->title));
	emit(&r->out, "<p class='acts noprint'><a class='btn sec sm'"
	     " href='/w/%s/sheets/%s.pdf'>%s</a><a class='btn sec sm' href="
	     "'/w/%s/sheets/%s.docx'>%s</a><a href='/w/%s/sheets'>%s</a></p>",
	     s.w.key, k->name, say(r, H_PDF), s.w.key, k->name,
	     say(r, H_DOCX), s.w.key, say(r, H_BACK));
	paper_html(k->make(r, &s), &r->out, 1);
	page_close(r);
	return OK;
}

static enum status sheet_file(struct req *r)
{
	const struct sheet_kind *k = kind_here(r);
	struct sheets s;

	TRY(read_sheets(r, &s));
	return paper_reply(r, k->make(r, &s), arena_print(r->s.mem, "%s-%s",
	                   k->name, s.w.key));
}

#define SHEET(name)                                                     \
	{ GET, "/w/:workshop/sheets/" name, sheet_page, READ,           \
	  ON_WORKSHOP, .heavy = true },                                 \
	{ GET, "/w/:workshop/sheets/" name ".:kind", sheet_file, READ,  \
	  ON_WORKSHOP, .heavy = true }

static const struct route rows[] = {
	{ GET, "/w/:workshop/sheets", index_page, READ, ON_WORKSHOP },
	SHEET("agenda"),
	SHEET("script"),
	SHEET("participant"),
	SHEET("forms"),
	{ GET,  "/w/:workshop/entry", entry_page, LEAD, ON_WORKSHOP },
	{ GET,  "/w/:workshop/entry/:board", entry_board_page, LEAD,
	  ON_WORKSHOP },
	{ GET,  "/w/:workshop/entry/:board/:item/:place", entry_form_page,
	  LEAD, ON_WORKSHOP },
	{ POST, "/w/:workshop/entry/:board/:item/:place", entry_save, LEAD,
	  ON_WORKSHOP, entry_form_page },
	{ 0 },
};
const struct route *const sheet_routes = rows;
