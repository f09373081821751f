/*
 * The actors as a paper: who is touched and who was there, who is missing and
 * how they are reached, and a list to invite by. Groups and organisations only;
 * contacts lie apart and are in no paper (decisions.md A9).
 */
#include "base/text.h"
#include "document/document_paper.h"
#include "document/document.msg"

static const char *role(const struct annex *a, enum actor_role role)
{
	static const struct sentence *const words[] = {
		[ROLE_AFFECTED] = AC_AFFECTED, [ROLE_AFFECTS] = AC_AFFECTS,
		[ROLE_BOTH]     = AC_BOTH,
	};

	return role == 0 ? NULL : annex_say(a, words[role], NULL, NULL);
}

static void who(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_ACTOR, AC_ROLE, P_INFLUENCE, P_TOUCHED, P_HOW, P_IN_ROOM,
		NULL,
	};
	const struct actor_link_list *all = &a->d->links;

	annex_heading(a, 2, AC_WHO);
	if (all->n == 0) {
		annex_text(a, P_NO_ACTORS);
		return;
	}
	annex_actor_map(a);
	paper_table(a->p, annex_say(a, AC_WHO, NULL, NULL), 1)
		->width[4] = 270;
	annex_columns(a, heads);
	for (size_t i = 0; i < all->n; i++) {
		const struct actor_link *l = &all->v[i];

		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, l->name);
		paper_cell(a->p, CELL_TEXT, role(a, l->role));
		paper_cell(a->p, CELL_TEXT, annex_level(a, l->influence,
		                                        false));
		paper_cell(a->p, CELL_TEXT, annex_level(a, l->interest, true));
		paper_cell(a->p, CELL_TEXT, l->how);
		annex_in_room(a, l);
	}
}

static bool any_missing(const struct annex *a)
{
	for (size_t i = 0; i < a->d->links.n; i++) {
		if (a->d->links.v[i].missing)
			return true;
	}
	return false;
}

/* Nobody is missing only when somebody has said so, and why. */
static void none_missing(const struct annex *a)
{
	const struct answer *said = annex_answer(a, MEANS_MISSING);

	if (said != NULL && same(said->value, "none"))
		paper_text(a->p, BLOCK_PARAGRAPH, annex_say(a,
			AC_NONE_MISSING, said->note, NULL));
	else
		annex_text(a, AC_NOT_ANSWERED);
}

static void missing(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_ACTOR, P_HOW, AC_PLAN, NULL,
	};

	annex_heading(a, 2, P_PLANS);
	if (!any_missing(a)) {
		none_missing(a);
		return;
	}
	paper_table(a->p, annex_say(a, P_PLANS, NULL, NULL), 1);
	annex_columns(a, heads);
	for (size_t i = 0; i < a->d->links.n; i++) {
		const struct actor_link *l = &a->d->links.v[i];

		if (!l->missing)
			continue;
		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, l->name);
		paper_cell(a->p, CELL_TEXT, l->how);
		paper_cell(a->p, CELL_TEXT, text_blank(l->plan) ?
		           annex_say(a, P_NO_PLAN, NULL, NULL) : l->plan);
	}
}

static bool to_invite(const struct actor_link *l)
{
	return l->missing || actor_link_suggested(l);
}

static void because(const struct annex *a, const struct actor_link *l)
{
	paper_cell(a->p, CELL_TEXT, NULL);
	if (l->missing)
		paper_cell_line(a->p, annex_say(a, P_MISSING, NULL, NULL));
	if (l->rights_holder)
		paper_cell_line(a->p, annex_say(a, AC_RIGHTS, NULL, NULL));
	if (!text_blank(l->how))
		paper_cell_line(a->p, l->how);
}

/* Two columns are left empty: they are filled in by hand or in the file. */
static void invite(const struct annex *a)
{
	static const struct sentence *const heads[] = {
		P_ACTOR, AC_WHY, AC_INVITED, AC_COMES, NULL,
	};
	bool begun = false;

	annex_heading(a, 2, AC_INVITE);
	annex_text(a, AC_INVITE_LEAD);
	for (size_t i = 0; i < a->d->links.n; i++) {
		const struct actor_link *l = &a->d->links.v[i];

		if (!to_invite(l))
			continue;
		if (!begun) {
			paper_table(a->p, annex_say(a, AC_INVITE, NULL, NULL),
			            1);
			annex_columns(a, heads);
		}
		begun = true;
		paper_row(a->p);
		paper_cell(a->p, CELL_ROW, l->name);
		because(a, l);
		paper_cell(a->p, CELL_TEXT, NULL);
		paper_cell(a->p, CELL_TEXT, NULL);
	}
	if (!begun)
		annex_text(a, AC_NONE);
}

struct paper *document_actors(struct arena *mem, const struct document *d,
                              enum language language)
{
	struct annex a = annex_begin(mem, d, language, AC_TITLE, AC_SUBJECT);

	paper_heading(a.p, 1, NULL, a.p->title);
	paper_text(a.p, BLOCK_LEAD, annex_say(&a, AC_LEAD, NULL, NULL));
	who(&a);
	missing(&a);
	invite(&a);
	return a.p;
}
