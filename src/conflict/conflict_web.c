/* The card's page, the register of an assessment, and of the organisation. */
#include "assess/view.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

enum { SHOWN = 200 };

/* -- rows ----------------------------------------------------------------------- */

void conflict_rows(struct req *r, const struct conflict_list *all, i64 here)
{
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all->n; i++) {
		const struct conflict *c = &all->v[i];

		emit(&r->out, "<li><a class='n' href='/a/%s/conflicts/%lld'"
		     "%s>%s %s</a><span class='m'>", r->object_key, c->no,
		     "", conflict_name(r->s.mem, c), c->title);
		conflict_state(r, c);
		emit(&r->out, "</span></li>");
	}
	emit(&r->out, "</ul>");
	(void)here;
}

void removed_note(struct req *r, const char *text, const char *kind)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed || !same(query_text(r, "kind"), kind))
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>", text);
	button_form(r, "undo", "btn sec sm", either(r, "Ångra", "Undo"),
	            "/a/%s/%ss/%lld/restore", r->object_key, kind, no);
	emit(&r->out, "</div>");
}
