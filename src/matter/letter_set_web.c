/* The headings of an organisation's letters: the list, one of them, and a set
 * to begin again from. */
#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "matter/letter.msg"
#include "matter/letter_view.h"

enum { MOST_PLACE = 60, HEADING_LENGTH = 120 };

static const struct sentence *need_word(enum need need)
{
	return need == NEED_ALWAYS ? O_NEED_ALWAYS :
	       need == NEED_IF_LONG ? O_NEED_IF_LONG : O_NEED_NOT;
}

/* -- the list ------------------------------------------------------------ */

static void heading_row(struct req *r, const struct heading *h)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/letter/headings/%lld'>%s"
	     "</a><span class='m'>%s: %s", r->org_key, h->no, h->text,
	     say(r, O_NEED), say(r, need_word(h->need)));
	if (h->by_perspective)
		emit(&r->out, " · %s", say(r, O_BY));
	emit(&r->out, "</span></li>");
}

static void heading_list(struct req *r, const struct heading_list *all,
                         bool retired)
{
	bool any = false;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].retired != retired)
			continue;
		if (!any)
			emit(&r->out, retired ? "<h3>%s</h3><ul class='rows'>" :
			     "<h2>%s</h2><ol class='rows'>",
			     say(r, retired ? O_UNUSED : O_HEADINGS));
		any = true;
		heading_row(r, &all->v[i]);
	}
	if (any)
		emit(&r->out, retired ? "</ul>" : "</ol>");
}

static void new_form(struct req *r)
{
	emit(&r->out, "<details%s><summary>%s</summary>", r->failed &&
	     same(form_raw(r, "form"), "new") ? " open" : "", say(r, O_NEW));
	form_open(r, "new", "/o/%s/letter/headings", r->org_key);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, O_TEXT),
		.stored = "" });
	button_save(r, say(r, O_NEW_DO));
	form_close(r);
	emit(&r->out, "</details>");
}

static void sets(struct req *r)
{
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p><div class='acts'>",
	     say(r, O_SETS), say(r, O_SETS_TEXT));
	for (int i = 1; i <= LETTER_SETS; i++)
		button_form(r, arena_print(r->s.mem, "set-%d", i), "btn sec",
			say_with(r, O_SET_DO, say(r, letter_set_name(i)),
			         NULL), "/o/%s/letter/sets/%d", r->org_key, i);
	emit(&r->out, "</div>");
}

static enum status list(struct req *r)
{
	struct heading_list all = {0};

	TRY(letter_headings(&r->s, true, &all));
	page_open(r, &(struct page){ .title = say(r, O_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, O_HEAD), say(r, O_LEAD));
	heading_list(r, &all, false);
	new_form(r);
	heading_list(r, &all, true);
	sets(r);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, O_TEMPLATE));
	TRY(template_shown(r, &all));
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

/* -- one of them --------------------------------------------------------- */

static enum status find_heading(struct req *r, struct heading_list *all,
                                struct heading *out)
{
	i64 no = arg_no(r, "heading");

	TRY(letter_headings(&r->s, true, all));
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no == no) {
			*out = all->v[i];
			return OK;
		}
	return NOT_FOUND;
}

static void need_option(struct req *r, struct option_list *all,
                        enum need need, enum need now)
{
	option_add(r, all, arena_print(r->s.mem, "%d", (int)need),
	           say(r, need_word(need)), need == now);
	if (need == NEED_IF_LONG)
		all->v[all->n - 1].hint = say(r, O_NEED_LONG_HINT);
}

static void ask_heading(struct req *r, const struct heading *h)
{
	const struct sentence *ours = letter_set_hint(h->no);
	struct option_list needs = {0};

	for (int n = NEED_NOT; n <= NEED_IF_LONG; n++)
		need_option(r, &needs, (enum need)n, h->need);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, O_TEXT),
		.stored = h->text });
	ask_text(r, &(struct ask){ .name = "place", .class = "w10",
		.label = say(r, O_PLACE), .hint = say(r, O_PLACE_HINT),
		.stored = arena_print(r->s.mem, "%lld", h->place) });
	ask_cards(r, &(struct ask){ .name = "need",
		.label = say(r, O_NEED) }, &needs, false);
	ask_text(r, &(struct ask){ .name = "hint", .rows = 2,
		.label = say(r, O_HINT), .optional = true,
		.hint = ours == NULL ? NULL : say_with(r, O_HINT_HINT,
		        say(r, ours), NULL), .stored = h->hint });
	if (h->no == LETTER_CONSEQUENCES)
		ask_tick(r, "by", "1", say(r, O_BY), h->by_perspective);
	ask_tick(r, "used", "1", say(r, O_USED), !h->retired);
}

static enum status one(struct req *r)
{
	struct heading_list all = {0};
	struct heading h;

	TRY(find_heading(r, &all, &h));
	page_open(r, &(struct page){ .title = say(r, O_CHANGE_HEAD) });
	page_main(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/letter'>%s</a></p>"
	     "<h1>%s</h1>", r->org_key, say(r, O_TITLE),
	     say(r, O_CHANGE_HEAD));
	form_open(r, "heading", "/o/%s/letter/headings/%lld", r->org_key,
	          h.no);
	ask_version(r, h.version);
	ask_heading(r, &h);
	button_save(r, say(r, O_SAVE));
	form_close(r);
	page_close(r);
	return OK;
}

/* -- saving -------------------------------------------------------------- */

/* The set we ship becomes the organisation's own when they change it. */
static enum status adopt(struct scope *s, const struct heading_list *all,
                         i64 but)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].version == 0 && all->v[i].no != but)
			TRY(heading_keep(s, &all->v[i]));
	return OK;
}

static bool named(struct arena *mem, const struct heading_list *all,
                  i64 but, const char *text)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no != but && same(text_fold(mem, text),
		                                text_fold(mem, all->v[i].text)))
			return true;
	return false;
}

static enum status read_heading(struct req *r, const struct heading_list *all,
                                struct heading *h)
{
	const char *place = form_text(r, "place", LINE);

	h->text = form_needed(r, "text", HEADING_LENGTH, O_WANT_TEXT);
	h->hint = form_text(r, "hint", TEXT);
	h->need = (enum need)form_choice(r, "need", NEED_NOT, NEED_IF_LONG);
	h->by_perspective = form_has(r, "by", "1");
	h->retired = !form_has(r, "used", "1");
	h->version = form_version(r);
	if (h->need == 0)
		h->need = NEED_NOT;
	if (!number_read(place, 1, MOST_PLACE, &h->place))
		issue(r, "place", O_PLACE_HINT);
	if (h->retired && h->no == LETTER_CONSEQUENCES)
		issue(r, "used", O_KEEP_USED);
	if (named(r->s.mem, all, h->no, h->text))
		issue(r, "text", O_TAKEN);
	return form_fine(r);
}

static enum status save(struct req *r)
{
	struct heading_list all = {0};
	struct heading h;

	TRY(find_heading(r, &all, &h));
	TRY(read_heading(r, &all, &h));
	TRY(heading_keep(&r->s, &h));
	TRY(adopt(&r->s, &all, h.no));
	return go(r, "/o/%s/letter?saved=1", r->org_key);
}

static enum status add(struct req *r)
{
	struct heading h = { .no = LETTER_OWN, .hint = "", .need = NEED_NOT,
	                     .place = 1 };
	struct heading_list all = {0};

	TRY(letter_headings(&r->s, true, &all));
	h.text = form_needed(r, "text", HEADING_LENGTH, O_WANT_TEXT);
	if (named(r->s.mem, &all, 0, h.text))
		issue(r, "text", O_TAKEN);
	TRY(form_fine(r));
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].no >= h.no)
			h.no = all.v[i].no + 1;
		if (all.v[i].place >= h.place)
			h.place = all.v[i].place + 1;
	}
	TRY(adopt(&r->s, &all, 0));
	TRY(heading_keep(&r->s, &h));
	return go(r, "/o/%s/letter/headings/%lld", r->org_key, h.no);
}

/* Each heading as the set has it; the organisation's own rest. */
static enum status begin_again(struct req *r)
{
	i64 which = arg_no(r, "set");
	struct heading_list set = {0}, all = {0};

	if (which < 1 || which > LETTER_SETS)
		return NOT_FOUND;
	TRY(heading_rows(&r->s, &all));
	letter_set_shipped(r->s.mem, (int)which, &set);
	for (size_t i = 0; i < all.n; i++) {
		struct heading h = all.v[i];

		h.retired = true;
		for (size_t j = 0; j < set.n; j++)
			if (set.v[j].no == h.no) {
				set.v[j].version = h.version;
				h.retired = false;
			}
		if (h.retired && !all.v[i].retired)
			TRY(heading_keep(&r->s, &h));
	}
	for (size_t j = 0; j < set.n; j++)
		TRY(heading_keep(&r->s, &set.v[j]));
	return go(r, "/o/%s/letter?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/letter", list, ADMIN, ON_ORG },
	{ POST, "/o/:org/letter/headings", add, ADMIN, ON_ORG, list },
	{ GET,  "/o/:org/letter/headings/:heading", one, ADMIN, ON_ORG },
	{ POST, "/o/:org/letter/headings/:heading", save, ADMIN, ON_ORG, one },
	{ POST, "/o/:org/letter/sets/:set", begin_again, ADMIN, ON_ORG, list },
	{ POST, "/o/:org/letter/template", template_save, ADMIN, ON_ORG, list,
	  template_prepare },
	{ POST, "/o/:org/letter/template/drop", template_drop, ADMIN, ON_ORG,
	  list },
	{ GET,  "/o/:org/letter/template.docx", template_file, ADMIN, ON_ORG },
	{ 0 },
};
const struct route *const letter_set_routes = rows;
