/* The letter of a matter: its page, what is left to do, and drafts. */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "matter/letter.msg"
#include "matter/letter_view.h"
#include "paper/paper.h"

enum status letter_now(struct req *r, struct letter *out)
{
	return letter_read(&r->s, r->object, day_of_instant(r->s.now),
	                   r->org_name, out);
}

/* -- what is left -------------------------------------------------------- */

static const char *point_words(const struct req *r, unsigned flaws)
{
	const char *out = "";

	if (flaws & POINT_NO_VERB)
		out = say(r, T_VERB);
	if (flaws & POINT_SEVERAL)
		out = arena_print(r->s.mem, "%s%s%s", out, *out == '\0' ? "" :
		                  " ", say(r, T_SEVERAL));
	if (flaws & POINT_LEANS)
		out = arena_print(r->s.mem, "%s%s%s", out, *out == '\0' ? "" :
		                  " ", say(r, T_LEANS));
	return out;
}

static const char *lack_words(const struct req *r, const struct letter_lack *l)
{
	switch (l->kind) {
	case LETTER_EMPTY:
		return say_with(r, T_EMPTY, l->text, NULL);
	case LETTER_NO_SUMMARY:
		return say_with(r, T_SUMMARY, l->text, NULL);
	case LETTER_NO_REGISTRY:
		return say(r, T_REGISTRY);
	case LETTER_NO_CHAIN:
		return say(r, T_CHAIN);
	case LETTER_POINT_FLAW:
		return say_with(r, T_POINT, arena_print(r->s.mem, "%lld",
		                l->no), point_words(r, l->flaws));
	case LETTER_BLOCK_CHANGED:
		return say_with(r, T_BLOCK, l->text, NULL);
	case LETTER_PLACEHOLDER:
		return say_with(r, T_PLACEHOLDER, l->text, NULL);
	case LETTER_NO_PLACE:
		return say(r, T_NO_PLACE);
	case LETTER_HOLE_UNSAID:
	case LETTER_HOLE_REMARK:
		return l->hole == NULL ? "" : l->hole->hole.task;
	}
	return "";
}

static const char *lack_address(const struct req *r,
                                const struct letter_lack *l)
{
	switch (l->kind) {
	case LETTER_NO_REGISTRY:
	case LETTER_HOLE_UNSAID:
		return arena_print(r->s.mem, "/m/%s/letter/send",
		                   r->object_key);
	case LETTER_NO_CHAIN:
		return arena_print(r->s.mem, "/m/%s/chain", r->object_key);
	case LETTER_HOLE_REMARK:
		return l->hole == NULL ? "" : l->hole->hole.address;
	case LETTER_PLACEHOLDER:
	case LETTER_NO_PLACE:
		return arena_print(r->s.mem, "/o/%s/letter", r->org_key);
	default:
		return arena_print(r->s.mem, "/m/%s/letter#p%lld",
		                   r->object_key, l->part);
	}
}

static void lack_shown(struct req *r, const struct letter_lack *l)
{
	bool law = l->kind == LETTER_NO_REGISTRY ||
	           (l->hole != NULL && l->hole->hole.lawful);

	emit(&r->out, "<li><a class='n' href='%s'>%s</a>", lack_address(r, l),
	     lack_words(r, l));
	if (l->blocks) {
		emit(&r->out, "<span class='m'>");
		state(r, ICON_LATE, "due", say(r, law ? T_LAW : T_SET));
		emit(&r->out, "</span>");
	} else if (l->kind == LETTER_POINT_FLAW) {
		emit(&r->out, "<span class='m'>%s</span>",
		     text_short(r->s.mem, l->text, 80));
	}
	emit(&r->out, "</li>");
}

void letter_to_do(struct req *r, const struct letter_lack_list *lacks)
{
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, T_HEAD),
	     say(r, lacks->n == 0 ? T_NOTHING : T_LEAD));
	if (lacks->n == 0)
		return;
	emit(&r->out, "<ul class='rows'>");
	for (int blocks = 1; blocks >= 0; blocks--)
		for (size_t i = 0; i < lacks->n; i++)
			if (lacks->v[i].blocks == (blocks == 1))
				lack_shown(r, &lacks->v[i]);
	emit(&r->out, "</ul>");
}

/* -- the page ------------------------------------------------------------ */

static void unused(struct req *r, const struct letter *l)
{
	if (l->unused.n == 0)
		return;
	emit(&r->out, "<details><summary>%s</summary><p class='muted'>%s</p>",
	     say(r, L_UNUSED), say(r, L_UNUSED_TEXT));
	for (size_t i = 0; i < l->unused.n; i++)
		emit(&r->out, "<h3>%s</h3><p class='pre'>%s</p>",
		     l->unused.v[i].heading.text, l->unused.v[i].text);
	emit(&r->out, "</details>");
}

static enum status earlier(struct req *r)
{
	struct matter_paper_list all = {0};
	bool any = false;

	TRY(matter_paper_list(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct matter_paper *p = &all.v[i];

		if (p->use != USE_LETTER || p->types.n == 0)
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><ul>", say(r, L_EARLIER));
		any = true;
		emit(&r->out, "<li>%s", say_with(r, L_EARLIER_ON,
		     say_day(r, p->dated_on), NULL));
		for (size_t j = 0; j < p->types.n; j++)
			emit(&r->out, " <a href='/m/%s/papers/%lld/file.%s'>"
			     "%s</a>", r->object_key, p->no, p->types.v[j],
			     p->types.v[j]);
		emit(&r->out, "</li>");
	}
	if (any)
		emit(&r->out, "</ul>");
	return OK;
}

static enum status page(struct req *r)
{
	struct letter_lack_list lacks = {0};
	struct letter l;
	struct matter m;

	TRY(letter_now(r, &l));
	letter_lacks(r->s.mem, &l, &lacks);
	TRY(matter_open(r, say(r, L_TITLE), &m));
	emit(&r->out, "<p class='lead'>%s</p><div class='two'><div>",
	     say(r, L_LEAD));
	for (size_t i = 0; i < l.sections.n; i++)
		section_shown(r, &l.sections.v[i]);
	unused(r, &l);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, T_HEAD));
	letter_to_do(r, &lacks);
	emit(&r->out, "<p class='acts'>");
	if (may_write(r))
		emit(&r->out, "<a class='btn' href='/m/%s/letter/send'>%s</a>",
		     r->object_key, say(r, L_SEND));
	emit(&r->out, "<a href='/m/%s/letter/preview'>%s</a><a href='/m/%s/"
	     "letter/letter.pdf'>%s</a><a href='/m/%s/letter/letter.docx'>%s"
	     "</a></p>", r->object_key, say(r, L_PREVIEW), r->object_key,
	     say(r, L_PDF), r->object_key, say(r, L_DOCX));
	if ((r->rights & ADMIN) != 0)
		emit(&r->out, "<p><a href='/o/%s/letter'>%s</a></p>",
		     r->org_key, say(r, L_SET));
	TRY(earlier(r));
	emit(&r->out, "</aside></div>");
	matter_close(r);
	return OK;
}

/* -- drafts -------------------------------------------------------------- */

static enum status preview(struct req *r)
{
	struct letter l;
	struct matter m;

	TRY(letter_now(r, &l));
	TRY(matter_open(r, say(r, L_PREVIEW), &m));
	emit(&r->out, "<p><a href='/m/%s/letter'>%s</a></p>", r->object_key,
	     say(r, L_BACK));
	paper_html(letter_paper(r->s.mem, &l, true), &r->out, 2);
	matter_close(r);
	return OK;
}

static enum status draft(struct req *r)
{
	const char *kind = arg_text(r, "kind");
	struct parcel p = {0};
	struct letter l;

	if (!same(kind, "pdf") && !same(kind, "docx"))
		return NOT_FOUND;
	TRY(letter_now(r, &l));
	TRY(letter_parcel(r, &l, true, kind, &p));
	TRY(parcel_done(r, &p));
	r->bytes = p.out;
	r->type = media_type(kind);
	r->download = arena_print(r->s.mem, "tjansteskrivelse-%s.%s",
	                          r->object_key, kind);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/m/:matter/letter", page, READ, ON_MATTER, .heavy = true },
	{ GET,  "/m/:matter/letter/preview", preview, READ, ON_MATTER,
	  .heavy = true },
	{ GET,  "/m/:matter/letter/letter.:kind", draft, READ, ON_MATTER,
	  .heavy = true },
	{ POST, "/m/:matter/letter/parts/:part", letter_part_save, EDIT,
	  ON_MATTER, page },
	{ POST, "/m/:matter/letter/parts/:part/take", letter_part_take, EDIT,
	  ON_MATTER, page },
	{ POST, "/m/:matter/letter/parts/:part/leave", letter_part_leave,
	  EDIT, ON_MATTER, page },
	{ 0 },
};
const struct route *const letter_routes = rows;
