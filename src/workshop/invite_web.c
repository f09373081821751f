/*
 * "Vilka är inbjudna, och vilka saknas på listan?" Nothing is set by itself:
 * an actor is invited, and their presence entered in the assessment, by
 * somebody who presses for it.
 */
#include "assess/actor_link.h"
#include "base/text.h"
#include "workshop/invited.h"
#include "workshop/invited.msg"
#include "workshop/show.h"

static enum status read_all(struct req *r, const struct workshop *w,
                            struct invitation *in)
{
	struct assessment a = {0};

	TRY(assess_get(&r->s, w->assessment, &a));
	TRY(actor_link_list(&r->s, a.id, &in->links));
	if (a.predecessor != 0)
		TRY(actor_link_list(&r->s, a.predecessor, &in->before));
	TRY(invited_list(&r->s, w->id, &in->invited));
	return came_list(&r->s, w->id, &in->came);
}

const char *invited_say(const struct req *r, enum invited_state state)
{
	switch (state) {
	case INVITED_ASKED:    return say(r, V_STATE_ASKED);
	case INVITED_COMING:   return say(r, V_STATE_COMING);
	case INVITED_CAME:     return say(r, V_STATE_CAME);
	case INVITED_DECLINED: return say(r, V_STATE_DECLINED);
	case INVITED_ABSENT:   return say(r, V_STATE_ABSENT);
	}
	return "";
}

/* -- what the list lacks ------------------------------------------------- */

static void sentence(struct req *r, const struct sentence *s, i64 one, i64 of)
{
	emit(&r->out, " %s", say_with(r, s, digits(r, one), digits(r, of)));
}

static void lack_shown(struct req *r, const struct workshop *w,
                       const struct turnout_list *all)
{
	struct wanting n = turnout_wanting(all);

	emit(&r->out, "<p class='lead'>%s", n.invited == 0 ?
	     say(r, V_NOBODY) : say_count(r, V_INVITED, n.invited));
	if (2 * n.powerful > n.invited)
		sentence(r, V_POWERFUL, n.powerful, n.invited);
	if (n.affected > 0 && n.affected_invited == 0)
		sentence(r, V_AFFECTED_NONE, n.affected, 0);
	else if (n.affected_invited < n.affected)
		sentence(r, V_AFFECTED, n.affected_invited, n.affected);
	else if (n.affected > 0)
		emit(&r->out, " %s", say(r, V_AFFECTED_ALL));
	if (n.missed > 0 && n.missed_invited == 0)
		emit(&r->out, " %s", say(r, V_MISSED_NONE));
	else if (n.missed > 0)
		sentence(r, V_MISSED, n.missed_invited, n.missed);
	if (workshop_is_over(w->state) && n.invited > 0)
		sentence(r, V_CAME, n.came, n.invited);
	if (workshop_is_over(w->state) && n.affected > 0)
		sentence(r, V_CAME_AFFECTED, n.affected_came, n.affected);
	emit(&r->out, "</p>");
}

/* -- the table ----------------------------------------------------------- */

static const char *role_say(const struct req *r, const struct actor_link *l)
{
	if (l == NULL)
		return say(r, V_NOT_IN);
	switch (l->role) {
	case ROLE_AFFECTED: return say(r, V_AFFECTED_WORD);
	case ROLE_AFFECTS:  return say(r, V_AFFECTS_WORD);
	case ROLE_BOTH:     return say(r, V_BOTH_WORD);
	}
	return "";
}

static void who_cell(struct req *r, const struct turnout *t)
{
	emit(&r->out, "<th scope='row'>%s", t->name);
	if (t->link != NULL && t->link->rights_holder)
		emit(&r->out, "<div class='small muted'>%s</div>",
		     say(r, V_RIGHTS));
	if (t->invited != NULL && t->invited->authority)
		emit(&r->out, "<div class='small muted'>%s</div>",
		     say(r, V_AUTHORITY));
	emit(&r->out, "</th><td data-l='%s'>%s</td><td data-l='%s'>%s</td>",
	     say(r, V_ROLE), role_say(r, t->link), say(r, V_INFLUENCE),
	     t->link == NULL || t->link->influence == LEVEL_UNSAID ?
	     say(r, V_NOT_SAID) : influence_say(r, t->link->influence));
}

static void invite_button(struct req *r, const struct workshop *w,
                          const struct turnout *t)
{
	form_open(r, arena_print(r->s.mem, "invite-%lld", t->actor),
	          "/w/%s/invited", w->key);
	form_hidden(r, "actor", t->actor_key);
	emit(&r->out, "<button class='btn sec sm' type='submit'>%s"
	     "<span class='vh'>%s</span></button>", say(r, V_INVITE),
	     say_with(r, V_CHANGE_WHO, t->name, NULL));
	form_close(r);
}

static void invited_cell(struct req *r, const struct workshop *w,
                         const struct turnout *t, bool lead)
{
	const struct invited *i = t->invited;

	emit(&r->out, "<td data-l='%s'>", say(r, V_ASKED));
	if (i == NULL) {
		emit(&r->out, "<div class='muted'>%s</div>",
		     say(r, V_NOT_INVITED));
		if (lead)
			invite_button(r, w, t);
		emit(&r->out, "</td>");
		return;
	}
	emit(&r->out, "<div>%s, %s</div>", invited_say(r, i->state),
	     say_count(r, V_PEOPLE, i->people));
	if (!text_blank(i->needs))
		emit(&r->out, "<div class='small'>%s</div>", i->needs);
	if (lead)
		emit(&r->out, "<div><a href='/w/%s/invited/%lld'>%s"
		     "<span class='vh'>%s</span></a></div>", w->key, i->no,
		     say(r, V_CHANGE), say_with(r, V_CHANGE_WHO, t->name,
		     NULL));
	emit(&r->out, "</td>");
}

static void came_cell(struct req *r, const struct turnout *t)
{
	const struct invited *i = t->invited;

	if (t->joined == 0 && (i == NULL || i->state == INVITED_ASKED ||
	    i->state == INVITED_COMING)) {
		emit(&r->out, "<td></td>");     /* nothing to stack either */
		return;
	}
	emit(&r->out, "<td data-l='%s'>", say(r, V_THERE));
	if (i != NULL && i->state == INVITED_CAME)
		emit(&r->out, "<div>%s</div>", i->came == 0 ?
		     say(r, V_STATE_CAME) : i->came < SHOWN_FROM ?
		     say(r, V_CAME_FEW) : say_with(r, V_CAME_N,
		     say_count(r, V_PEOPLE, i->came), NULL));
	else if (i != NULL && (i->state == INVITED_ABSENT ||
	         i->state == INVITED_DECLINED))
		emit(&r->out, "<div>%s</div>", say(r, V_STATE_ABSENT));
	if (t->joined > 0)
		emit(&r->out, "<div>%s</div>", say_count(r, V_JOINED,
		     t->joined));
	emit(&r->out, "</td>");
}

static void assessment_cell(struct req *r, const struct workshop *w,
                            const struct turnout *t, bool lead)
{
	const struct actor_link *l = t->link;

	if (l == NULL && !t->missed) {
		emit(&r->out, "<td></td>");
		return;
	}
	emit(&r->out, "<td data-l='%s'>", say(r, V_IN_ASSESSMENT));
	if (l != NULL && l->present != PRESENT_UNSAID)
		emit(&r->out, "<div>%s</div>", presence_say(r, l->present));
	else if (l != NULL)
		emit(&r->out, "<div class='muted'>%s</div>",
		     say(r, V_NOT_SAID));
	if (t->missed)
		emit(&r->out, "<div>%s</div>", say(r, l != NULL &&
		     l->missing ? V_MISSING_NOW : V_MISSED_THEN));
	if (lead && turnout_differs(t))
		button_form(r, arena_print(r->s.mem, "presence-%lld",
			t->invited->no), "btn sec sm", say(r,
			t->invited->state == INVITED_CAME ? V_PRESENT_SET :
			V_ABSENT_SET), "/w/%s/invited/%lld/presence", w->key,
			t->invited->no);
	emit(&r->out, "</td>");
}

static void table(struct req *r, const struct workshop *w,
                  const struct turnout_list *all, bool lead)
{
	static const struct sentence *const heads[] = {
		V_WHO, V_ROLE, V_INFLUENCE, V_ASKED, V_THERE, V_IN_ASSESSMENT,
	};

	if (all->n == 0)
		return;
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='tc'><table><caption id='tc'>%s</caption>"
	     "<thead><tr>", say(r, V_TABLE));
	for (size_t i = 0; i < COUNT(heads); i++)
		emit(&r->out, "<th scope='col'>%s</th>", say(r, heads[i]));
	emit(&r->out, "</tr></thead><tbody>");
	for (size_t i = 0; i < all->n; i++) {
		emit(&r->out, "<tr>");
		who_cell(r, &all->v[i]);
		invited_cell(r, w, &all->v[i], lead);
		came_cell(r, &all->v[i]);
		assessment_cell(r, w, &all->v[i], lead);
		emit(&r->out, "</tr>\n");
	}
	emit(&r->out, "</tbody></table></section>");
}

/* -- who came, by role --------------------------------------------------- */

static void count_row(struct req *r, const char *word, i64 n)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='e num'>%lld"
	     "</span></li>", word, n);
}

static void counts(struct req *r, const struct invitation *in,
                   const struct turnout_list *all)
{
	i64 others, elsewhere = turnout_others(r->s.mem, &in->came, all);
	struct role_count_list roles = turnout_roles(r->s.mem, &in->came,
	                                             &others);

	emit(&r->out, "<h2>%s</h2>", say(r, V_COUNTS));
	if (in->came.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, V_COUNTS_NONE));
		return;
	}
	emit(&r->out, "<p class='small muted'>%s</p><ul class='rows tight'>",
	     say(r, V_COUNTS_TEXT));
	for (size_t i = 0; i < roles.n; i++)
		count_row(r, category_say(r, roles.v[i].category),
		          roles.v[i].persons);
	if (others > 0)
		count_row(r, say(r, V_OTHERS), others);
	if (elsewhere > 0)
		count_row(r, say(r, V_OTHERS_ORG), elsewhere);
	emit(&r->out, "</ul>");
}

/* -- the page ------------------------------------------------------------ */

static void add_form(struct req *r, const struct workshop *w)
{
	emit(&r->out, "<h2 id='new'>%s</h2>", say(r, V_ADD_HEAD));
	form_open(r, "invite", "/w/%s/invited", w->key);
	ask_text(r, &(struct ask){ .name = "name", .stored = "",
		.label = say(r, V_ADD_NAME), .hint = say(r, V_ADD_HINT),
		.class = "w20" });
	ask_text(r, &(struct ask){ .name = "people", .stored = "1",
		.label = say(r, V_HOW_MANY), .class = "w10" });
	ask_text(r, &(struct ask){ .name = "needs", .stored = "",
		.optional = true, .label = say(r, V_NEEDS),
		.hint = say(r, V_NEEDS_HINT) });
	ask_invited_authority(r, false);
	button_save(r, say(r, V_ADD));
	form_close(r);
}

static enum status just_removed(struct req *r, const struct workshop *w,
                                bool lead)
{
	i64 no = query_no(r, "removed");
	struct invited i = {0};
	enum status found;

	if (no == 0 || !lead)
		return OK;
	found = invited_get(&r->s, w->id, no, &i);
	if (found == NOT_FOUND || (found == OK && !i.removed))
		return OK;
	if (found != OK)
		return found;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say_with(r, V_REMOVED, i.name, NULL));
	button_form(r, "undo", "btn sec sm", say(r, V_UNDO),
	            "/w/%s/invited/%lld/restore", w->key, no);
	emit(&r->out, "</div>");
	return OK;
}

enum status invited_page(struct req *r)
{
	bool lead = (r->rights & LEAD) != 0;
	struct workshop w = {0};
	struct invitation in = {0};
	struct turnout_list all;

	TRY(workshop_here(r, &w));
	TRY(read_all(r, &w, &in));
	all = turnouts(r->s.mem, &in);
	workshop_open(r, &w, say(r, V_TITLE));
	TRY(just_removed(r, &w, lead));
	emit(&r->out, "<h1>%s</h1>", say(r, V_HEAD));
	lack_shown(r, &w, &all);
	if (in.links.n == 0)
		emit(&r->out, "<p class='note'>%s <a href='/a/%s'>%s"
		     "</a></p>", say(r, V_NO_ACTORS), w.assessment_key,
		     say(r, V_TO_ACTORS));
	table(r, &w, &all, lead);
	emit(&r->out, "<p class='acts'><a class='btn sec' href='/w/%s/"
	     "invitation'>%s</a></p>", w.key, say(r, V_TEXT_LINK));
	counts(r, &in, &all);
	if (lead)
		add_form(r, &w);
	emit(&r->out, "<p class='small muted'>%s</p>", say(r, V_CONSULT));
	page_close(r);
	return OK;
}
