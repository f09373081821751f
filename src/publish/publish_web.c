/* Who decides what anyone may see: the view as a whole, and each assessment. */
#include <string.h>

#include "assess/view.h"
#include "base/rights.h"
#include "base/text.h"
#include "paper/paper.h"
#include "publish/publish.h"
#include "publish/publish.msg"
#include "seal/seal.h"

/* -- the view as a whole ------------------------------------------------- */

static void shown_rows(struct req *r, const struct publication_list *all)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++) {
		const struct publication *p = &all->v[i];

		emit(&r->out, "<li><a class='n' href='/a/%s/publishing'>%s"
		     "</a><span class='m'>%s%s%s</span></li>", p->key,
		     p->title, say_with(r, U_VERSION, arena_print(r->s.mem,
		     "%lld", p->edition), NULL), p->masked ? " · " : "",
		     p->masked ? say(r, U_MASKED) : "");
	}
	emit(&r->out, "</ul>");
}

static void view_form(struct req *r, const struct public_view *v)
{
	struct option_list shown = {0};

	option_add(r, &shown, "1", say(r, B_ON), v->shown);
	option_add(r, &shown, "2", say(r, B_OFF), !v->shown);
	form_open(r, "view", "/o/%s/publishing", r->org_key);
	ask_version(r, v->version);
	ask_line(r, &(struct ask){ .name = "shown",
		.label = say(r, B_SHOWN) }, &shown, false);
	ask_text(r, &(struct ask){ .name = "introduction", .rows = 5,
		.label = say(r, B_INTRODUCTION), .optional = true,
		.hint = say(r, B_INTRO_HINT), .stored = v->introduction });
	button_save(r, say(r, B_SAVE));
	form_close(r);
}

static void address(struct req *r)
{
	emit(&r->out, "<p>%s <a href='/p/%s'>%s/p/%s</a></p>",
	     say(r, B_ADDRESS), r->org_key, r->house->url, r->org_key);
}

static enum status view_page(struct req *r)
{
	struct publication_list all = {0};
	struct public_view v;

	TRY(public_view_get(&r->s, &v));
	TRY(publication_all(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, B_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='note'>"
	     "<p>%s</p>", say(r, B_HEAD), say_with(r, B_LEAD, r->org_name,
	     NULL), say(r, v.shown ? B_IS_ON : B_IS_OFF));
	if (v.shown)
		address(r);
	emit(&r->out, "</div>");
	if ((r->rights & REGISTER) != 0)
		view_form(r, &v);
	else
		emit(&r->out, "<p class='muted'>%s</p>", say(r, B_ONLY));
	emit(&r->out, "<h2>%s</h2>", say(r, v.shown ? B_LIST : B_LIST_OFF));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, B_LIST_NONE));
	else
		shown_rows(r, &all);
	page_close(r);
	return OK;
}

static enum status view_save(struct req *r)
{
	i64 shown = form_choice(r, "shown", 1, 2);
	struct public_view v = {
		.shown        = shown == 1,
		.introduction = form_text(r, "introduction", TEXT),
		.version      = form_version(r),
	};

	if (shown == 0)
		issue(r, "shown", B_CHOOSE);
	TRY(form_fine(r));
	TRY(public_view_set(&r->s, &v));
	return go(r, "/o/%s/publishing?saved=1", r->org_key);
}

/* -- one assessment ------------------------------------------------------ */

static void what_is_public(struct req *r, const struct document *d)
{
	emit(&r->out, "<h2>%s</h2><ul><li>%s</li><li>%s</li><li>%s</li></ul>"
	     "<p><a href='/a/%s/report'>%s</a></p><h2>%s</h2>"
	     "<dl class='sum'><div><dt>%s</dt><dd>%s</dd></div><div><dt>%s"
	     "</dt><dd>%s</dd></div></dl>", say(r, B_PUBLIC),
	     say(r, B_PUBLIC_1), say(r, B_PUBLIC_2), say(r, B_PUBLIC_3),
	     d->a.key, say(r, B_READ), say(r, B_NAMED), say(r, B_LED),
	     text_blank(d->a.lead_name) ? say(r, B_NOBODY) : d->a.lead_name,
	     say(r, B_SIGNED), text_blank(d->ending.signed_by) ?
	     say(r, B_NOBODY) : d->ending.signed_by);
}

static void ask_names(struct req *r, const struct document *d)
{
	struct text_list may = mask_candidates(r->s.mem, d);
	struct option_list names = {0}, hide = {0};

	option_add(r, &names, "1", say(r, B_WITH), false);
	names.v[0].hint = say(r, B_WITH_HINT);
	option_add(r, &names, "2", say(r, B_WITHOUT), false);
	names.v[1].hint = say(r, B_WITHOUT_HINT);
	ask_cards(r, &(struct ask){ .name = "names",
		.label = say(r, B_NAMES) }, &names, false);
	for (size_t i = 0; i < may.n; i++)
		option_add(r, &hide, may.v[i], may.v[i], false);
	if (may.n > 0)
		ask_line(r, &(struct ask){ .name = "hide",
			.label = say(r, B_HIDE), .hint = say(r, B_HIDE_HINT),
			.optional = true }, &hide, true);
	ask_text(r, &(struct ask){ .name = "more", .rows = 3, .stored = "",
		.label = say(r, B_MORE), .hint = say(r, B_MORE_HINT),
		.optional = true });
}

static void publish_form(struct req *r, const struct document *d)
{
	form_open(r, "publish", "/a/%s/publishing", d->a.key);
	ask_names(r, d);
	emit(&r->out, "<p class='note'>%s</p>", say(r, B_SECRET));
	ask_tick(r, "checked", "1", say(r, B_CHECKED), false);
	emit(&r->out, "<p class='small muted'>%s</p>", say(r, B_NOTED));
	button_save(r, say(r, B_PUBLISH));
	form_close(r);
}

static void is_public(struct req *r, const struct publication *p, bool seen)
{
	emit(&r->out, "<p class='lead'>%s %s</p>", say_with(r, B_NOW,
	     say_instant(r, p->at), NULL), p->masked ? say(r, B_NOW_MASKED) :
	     "");
	if (seen)
		emit(&r->out, "<p><a href='/p/%s/a/%s'>%s</a></p>",
		     r->org_key, p->key, say(r, B_SEE));
	if ((r->rights & REGISTER) == 0)
		return;
	emit(&r->out, "<p>%s</p><div class='acts'>", say(r, B_BACK_TEXT));
	button_form(r, "back", "btn sec", say(r, B_BACK),
	            "/a/%s/publishing/take-back", p->key);
	emit(&r->out, "</div>");
}

static enum status one_body(struct req *r, bool seen)
{
	struct document *d = NEW(r->s.mem, struct document);
	struct publication p = {0};
	enum status found = publication_now(&r->s, r->object, &p);

	if (!seen)
		emit(&r->out, "<p class='note'>%s</p>", say(r, B_VIEW_OFF));
	if (found == OK) {
		is_public(r, &p, seen);
		return OK;
	}
	if (found != NOT_FOUND)
		return found;
	TRY(document_of(&r->s, r->object, d));
	what_is_public(r, d);
	if ((r->rights & REGISTER) != 0)
		publish_form(r, d);
	else
		emit(&r->out, "<p class='muted'>%s</p>", say(r, B_ONLY));
	return OK;
}

static enum status one_page(struct req *r)
{
	struct view v = {0};
	struct public_view all;

	TRY(view_read(r, 0, 0, &v));
	TRY(public_view_get(&r->s, &all));
	TRY(view_open_end(r, &v, say(r, B_ONE_TITLE)));
	emit(&r->out, "<h1>%s</h1>", say(r, B_ONE_HEAD));
	if (assessment_is_final(v.a.state))
		TRY(one_body(r, all.shown));
	else
		emit(&r->out, "<p class='lead'>%s</p>", say(r, B_OPEN));
	view_close(r);
	return OK;
}

/* -- publishing one ------------------------------------------------------ */

struct ready {
	bool               masked;
	struct document    document;
	struct public_copy copy;
	struct brand       look;
};

static void mask_add(struct req *r, struct mask_list *out, const char *name)
{
	if (!text_blank(name))
		*PUSH(r->s.mem, out) = (struct mask){ name,
			MASK_PERSON->in[SWEDISH] };
}

/* Those who have an account here or were let in, by name and address; and what
 * the visitor says. */
static enum status masks_of(struct req *r, struct mask_list *out)
{
	struct text_list hide = form_all(r, "hide", LINE);
	struct text_list more = text_lines(r->s.mem, form_text(r, "more",
	                                                       TEXT));
	struct person_list people = {0};

	TRY(person_list(&r->s, &people));
	TRY(access_list(&r->s, ON_ASSESSMENT, r->object, &people));
	for (size_t i = 0; i < people.n; i++) {
		mask_add(r, out, people.v[i].name);
		mask_add(r, out, people.v[i].email);
	}
	for (size_t i = 0; i < hide.n; i++)
		mask_add(r, out, hide.v[i]);
	for (size_t i = 0; i < more.n; i++)
		mask_add(r, out, more.v[i]);
	return OK;
}

/* The edition as it is kept; one that came from elsewhere has no paper. */
static enum status kept(struct req *r, struct public_copy *out)
{
	struct edition e = {0};
	enum status found = edition_get(&r->s, r->object, &e);

	if (found != OK && found != NOT_FOUND)
		return found;
	out->html = or_empty(e.html);
	out->pdf = e.pdf;
	return document_text(&r->s, r->object, &out->document);
}

static enum status refuse_open(struct req *r)
{
	struct assessment a = {0};

	TRY(assess_get(&r->s, r->object, &a));
	if (assessment_is_final(a.state))
		return OK;
	issue(r, NULL, B_OPEN);
	return INVALID;
}

static enum status masked_copy(struct req *r, struct ready *out)
{
	struct mask_list masks = {0};

	TRY(masks_of(r, &masks));
	TRY(form_fine(r));
	out->copy = (struct public_copy){ .html = "", .document =
		mask_document(r->s.mem, out->copy.document, &masks) };
	if (out->copy.document != NULL)
		return OK;
	issue(r, "more", B_TOO_MUCH);
	return INVALID;
}

static enum status gather(struct req *r, struct ready *out)
{
	TRY(refuse_open(r));
	TRY(r->house->brand(&r->s, &out->look));
	TRY(kept(r, &out->copy));
	return out->masked ? masked_copy(r, out) : OK;
}

static enum status read_back(struct req *r, struct ready *out)
{
	const char *text = out->copy.document;
	struct json_reader reader = json_read(r->s.mem,
		(struct bytes){ text, strlen(text) });

	document_read(&reader, &out->document);
	json_close(&reader);
	return reader.wrong == JSON_FINE ? OK :
	       log_fault("what is published cannot be read at %s",
	                 reader.where);
}

/* The copy is made before the transaction. */
static enum status publish_prepare(struct req *r)
{
	struct ready *out = NEW(r->s.mem, struct ready);
	i64 names = form_choice(r, "names", 1, 2);
	enum status done;

	if (names == 0)
		issue(r, "names", B_SAY_NAMES);
	if (!form_has(r, "checked", "1"))
		issue(r, "checked", B_SAY_CHECKED);
	TRY(form_fine(r));
	out->masked = names == 2;
	TRY(db_look(r->s.db));
	done = gather(r, out);
	db_look_end(r->s.db);
	TRY(done);
	TRY(read_back(r, out));
	if (*out->copy.html == '\0')
		TRY(annex_render(r, SWEDISH, &out->look, out->copy.document,
		                 &out->copy.html, &out->copy.pdf));
	r->prepared = out;
	return OK;
}

static enum status publish_one(struct req *r)
{
	struct ready *p = r->prepared;

	TRY(refuse_open(r));
	TRY(publish(&r->s, r->object, p->masked, &p->document, &p->copy));
	return go(r, "/a/%s/publishing?saved=1", r->object_key);
}

static enum status take_back(struct req *r)
{
	struct publication p = {0};

	TRY(publication_now(&r->s, r->object, &p));
	TRY(publication_take_back(&r->s, p.id));
	return go(r, "/a/%s/publishing?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/publishing", view_page, READ, ON_ORG },
	{ POST, "/o/:org/publishing", view_save, REGISTER, ON_ORG,
	  view_page },
	{ GET,  "/a/:assessment/publishing", one_page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/publishing", publish_one, REGISTER,
	  ON_ASSESSMENT, one_page, publish_prepare },
	{ POST, "/a/:assessment/publishing/take-back", take_back, REGISTER,
	  ON_ASSESSMENT, one_page },
	{ 0 },
};
const struct route *const publish_routes = rows;
