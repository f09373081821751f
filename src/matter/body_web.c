/* The bodies of the organisation, kept by administrators and registrars. */
#include "base/text.h"
#include "kit/icu.h"
#include "matter/chain.msg"
#include "matter/matter_view.h"

static void ask_body(struct req *r, const struct body *b)
{
	struct option_list kinds = {0};

	option_add(r, &kinds, "", "–", b->kind == 0);
	for (int k = BODY_WORKING; k <= BODY_DELEGATE; k++)
		number_option(r, &kinds, k, body_kind_word(r,
		              (enum body_kind)k), k == (int)b->kind);
	ask_text(r, &(struct ask){ .name = "name", .stored = b->name,
		.label = say(r, BODY_NAME),
		.hint = say(r, BODY_NAME_HINT) });
	ask_text(r, &(struct ask){ .name = "short", .class = "w10",
		.stored = b->shortened, .label = say(r, BODY_SHORT),
		.hint = say(r, BODY_SHORT_HINT), .optional = true });
	ask_select(r, &(struct ask){ .name = "kind",
		.label = say(r, BODY_KIND) }, &kinds);
}

static enum status read_body_form(struct req *r, struct body *b)
{
	struct body_list all = {0};
	const char *wanted;

	b->name = form_needed(r, "name", LINE, BODY_WANT_NAME);
	b->shortened = form_text(r, "short", 20);
	b->kind = (enum body_kind)form_choice(r, "kind", BODY_WORKING,
	                                      BODY_DELEGATE);
	if (b->kind == 0)
		issue(r, "kind", BODY_WANT_KIND);
	TRY(body_list(&r->s, true, &all));
	wanted = text_fold(r->s.mem, b->name);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].id != b->id &&
		    same(text_fold(r->s.mem, all.v[i].name), wanted))
			issue(r, "name", BODY_HERE_ALREADY);
	return form_fine(r);
}

static void body_row(struct req *r, const struct body *b)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/bodies/%lld'>%s</a>"
	     "<span class='m'>%s", r->org_key, b->no,
	     body_title(r->s.mem, b), body_kind_word(r, b->kind));
	if (!text_blank(b->shortened))
		emit(&r->out, " · %s", b->shortened);
	emit(&r->out, "</span></li>");
}

static void retired_row(struct req *r, const struct body *b)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='e'>",
	     body_title(r->s.mem, b));
	button_form(r, arena_print(r->s.mem, "back-%lld", b->no),
	            "btn sec sm", say(r, BODY_RESTORE),
	            "/o/%s/bodies/%lld/restore", r->org_key, b->no);
	emit(&r->out, "</span></li>");
}

static size_t rows_of(struct req *r, const struct body_list *all,
                      bool retired)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].retired != retired)
			continue;
		if (n++ == 0 && retired)
			emit(&r->out, "<details><summary>%s</summary>",
			     say(r, BODY_RETIRED));
		if (n == 1)
			emit(&r->out, "<ul class='rows'>");
		(retired ? retired_row : body_row)(r, &all->v[i]);
	}
	if (n > 0)
		emit(&r->out, retired ? "</ul></details>" : "</ul>");
	return n;
}

static enum status page(struct req *r)
{
	struct body_list all = {0};

	TRY(body_list(&r->s, true, &all));
	page_open(r, &(struct page){ .title = say(r, BODIES),
	                             .menu = "/o/:org/matters" });
	page_main(r);
	page_saved(r);
	if (query_text(r, "removed") != NULL && !r->failed)
		emit(&r->out, "<p class='note' role='status'>%s</p>",
		     say(r, BODY_RETIRED_NOTE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, BODIES_HEAD), say(r, BODIES_LEAD));
	if (rows_of(r, &all, false) == 0)
		emit(&r->out, "<p>%s</p>", say(r, BODIES_NONE));
	emit(&r->out, "<h2>%s</h2>", say(r, BODY_ADD_HEAD));
	form_open(r, "add", "/o/%s/bodies", r->org_key);
	ask_body(r, &(struct body){ .name = "" });
	button_save(r, say(r, BODY_ADD));
	form_close(r);
	(void)rows_of(r, &all, true);
	page_close(r);
	return OK;
}

static enum status add(struct req *r)
{
	struct body b = {0};

	TRY(read_body_form(r, &b));
	TRY(body_note(&r->s, &b));
	return go(r, "/o/%s/bodies?saved=1", r->org_key);
}

static enum status one(struct req *r)
{
	struct body b;

	TRY(body_get(&r->s, arg_no(r, "body"), &b));
	page_open(r, &(struct page){ .title = b.name,
	                             .menu = "/o/:org/matters" });
	page_main(r);
	emit(&r->out, "<p class='small'><a href='/o/%s/bodies'>%s</a></p>"
	     "<h1>%s</h1>", r->org_key, say(r, BODIES), say_with(r,
	     BODY_EDIT, b.name, NULL));
	form_open(r, "body", "/o/%s/bodies/%lld", r->org_key, b.no);
	ask_version(r, b.version);
	ask_body(r, &b);
	button_save(r, say(r, BODY_SAVE));
	form_close(r);
	if (!b.retired) {
		emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, BODY_RETIRE),
		     say(r, BODY_RETIRE_TEXT));
		button_form(r, "retire", "btn sec", say(r, BODY_RETIRE),
		            "/o/%s/bodies/%lld/retire", r->org_key, b.no);
	}
	page_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct body b;

	TRY(body_get(&r->s, arg_no(r, "body"), &b));
	b.version = form_version(r);
	TRY(read_body_form(r, &b));
	TRY(body_change(&r->s, &b));
	return go(r, "/o/%s/bodies?saved=1", r->org_key);
}

static enum status retire(struct req *r)
{
	TRY(body_retire(&r->s, arg_no(r, "body"), true));
	return go(r, "/o/%s/bodies?removed=1", r->org_key);
}

static enum status restore(struct req *r)
{
	TRY(body_retire(&r->s, arg_no(r, "body"), false));
	return go(r, "/o/%s/bodies?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/bodies", page, ADMIN, ON_ORG },
	{ POST, "/o/:org/bodies", add, ADMIN, ON_ORG, .form = page },
	{ GET, "/o/:org/bodies/:body", one, ADMIN, ON_ORG },
	{ POST, "/o/:org/bodies/:body", save, ADMIN, ON_ORG, .form = one },
	{ POST, "/o/:org/bodies/:body/retire", retire, ADMIN, ON_ORG,
	  .form = page },
	{ POST, "/o/:org/bodies/:body/restore", restore, ADMIN, ON_ORG,
	  .form = page },
	{ 0 },
};
const struct route *const body_routes = rows;
