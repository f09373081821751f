/* Proposals in the room: merged, worded, chosen, and made priorities. */
#include "base/text.h"
#include "workshop/idea.h"
#include "workshop/merge.h"
#include "workshop/merge.msg"
#include "workshop/show.h"

/* -- the page ------------------------------------------------------------ */

static void beside(struct req *r, const struct item *i, const struct idea *d)
{
	const char *text = idea_beside(r, i->kind, d);

	if (!text_blank(d->board_name))
		emit(&r->out, "<span class='m'>%s</span>", d->board_name);
	if (!text_blank(text))
		emit(&r->out, "<span class='m'>%s</span>", text);
	if (d->authority)
		emit(&r->out, "<span class='m'>%s</span>",
		     say(r, G_RECEIVED));
}

static enum status pick(struct req *r, const struct merging *m,
                        const struct idea_list *all, const struct idea *d)
{
	const char *no = digits(r, d->no);
	i64 priority = 0;

	TRY(priority_made(&r->s, &m->w, d, &priority));
	emit(&r->out, "<li><label class='tick n'><input type='checkbox'"
	     " name='pick' value='%s'%s><span>%s</span></label>", no,
	     is_chosen(r, "pick", no, false) ? " checked" : "", d->text);
	beside(r, m->item, d);
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].into == d->id)
			emit(&r->out, "<span class='m'>+ %s</span>",
			     all->v[i].text);
	emit(&r->out, "<span class='e'>");
	if (priority != 0)
		state(r, ICON_DONE, "ok", say_with(r, G_IS_PRIORITY,
		      digits(r, priority), NULL));
	else if (d->chosen)
		state(r, ICON_TICK, "", say(r, G_CHOSEN));
	emit(&r->out, "</span></li>");
	return OK;
}

static void do_button(struct req *r, const char *class, const char *what,
                      const struct sentence *label)
{
	emit(&r->out, "<button class='%s' type='submit' name='do' value='%s'>"
	     "%s</button>", class, what, say(r, label));
}

static enum status picks(struct req *r, const struct merging *m,
                         const struct idea_list *all)
{
	form_open(r, "picks", "/w/%s/merge/ideas", m->w.key);
	form_hidden_no(r, "item", m->item->no);
	emit(&r->out, "<fieldset id='picks-pick'><legend class='vh'>%s"
	     "</legend><ul class='rows'>", say(r, G_PICK));
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].into == 0)
			TRY(pick(r, m, all, &all->v[i]));
	emit(&r->out, "</ul></fieldset>");
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, G_TEXT),
		.hint = say(r, G_TEXT_HINT), .stored = "",
		.optional = true });
	emit(&r->out, "<p class='acts'>");
	do_button(r, "btn sec", "choose", G_PICK_CHOOSE);
	do_button(r, "btn sec", "leave", G_PICK_LEAVE);
	do_button(r, "btn sec", "merge", G_MERGE);
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static void word_form(struct req *r, const struct merging *m,
                      const struct idea *d)
{
	emit(&r->out, "<details%s><summary>%s: %s</summary>",
	     r->failed && same(form_raw(r, "form"),
	     arena_print(r->s.mem, "word%lld", d->no)) ? " open" : "",
	     say(r, d->into == 0 ? G_WORD : G_OUT), d->text);
	if (d->into != 0) {
		emit(&r->out, "<p>%s</p>", d->text);
		button_form(r, arena_print(r->s.mem, "out%lld", d->no),
		            "btn sec sm", say(r, G_OUT),
		            "/w/%s/merge/ideas/%lld/out", m->w.key, d->no);
	} else {
		form_open(r, arena_print(r->s.mem, "word%lld", d->no),
		          "/w/%s/merge/ideas/%lld", m->w.key, d->no);
		form_hidden_no(r, "item", m->item->no);
		ask_version(r, d->version);
		ask_text(r, &(struct ask){ .name = "text", .rows = 2,
			.label = say(r, G_WORDS), .stored = d->text,
			.hint = say(r, G_WORDS_KEPT) });
		emit(&r->out, "<p class='acts'>");
		button(r, "btn sec sm", say(r, G_WORD_SAVE));
		emit(&r->out, "</p>");
		form_close(r);
	}
	emit(&r->out, "</details>");
}

static void become(struct req *r, const struct merging *m)
{
	if (m->item->kind != ITEM_PROPOSE)
		return;
	emit(&r->out, "<section class='panel'><h2>%s</h2><p>%s</p>",
	     say(r, G_BECOME), say(r, G_BECOME_TEXT));
	form_open(r, "become", "/w/%s/merge/priorities", m->w.key);
	form_hidden_no(r, "item", m->item->no);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, G_BECOME));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</section>");
}

enum status merge_ideas(struct req *r, const struct merging *m)
{
	struct idea_list all = {0};

	TRY(idea_list(&r->s, m->w.id, m->item->id, "", &all));
	if (all.n == 0) {
		emit(&r->out, "<p>%s</p>", say(r, G_IDEAS_NONE));
		return OK;
	}
	TRY(picks(r, m, &all));
	become(r, m);
	emit(&r->out, "<h2>%s</h2>", say(r, G_WORD));
	for (size_t i = 0; i < all.n; i++)
		word_form(r, m, &all.v[i]);
	return OK;
}

/* -- changing ------------------------------------------------------------ */

/* The item in the form, one that has proposals which may be seen. */
static enum status item_here(struct req *r, struct merging *m)
{
	TRY(merging_here(r, m));
	return m->item != NULL && item_has_ideas(m->item->kind) &&
	       !item_is_hidden(&m->w, m->item) &&
	       m->w.state < WORKSHOP_COMPILED ? OK : NOT_FOUND;
}

static enum status back_to(struct req *r, const struct merging *m)
{
	return go(r, "/w/%s/merge?item=%lld&saved=1", m->w.key, m->item->no);
}

/* Those ticked that are of the item and stand for themselves. */
static enum status read_picks(struct req *r, const struct merging *m,
                              struct idea_list *out)
{
	struct idea_list all = {0};

	TRY(idea_list(&r->s, m->w.id, m->item->id, "", &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].into == 0 &&
		    form_has(r, "pick", digits(r, all.v[i].no)))
			*PUSH(r->s.mem, out) = all.v[i];
	return OK;
}

/* What it said before is kept, and so is what each of the others says. */
static enum status merge_picks(struct req *r, const struct merging *m,
                               struct idea_list *picked)
{
	const char *text = form_text(r, "text", LINE);

	if (picked->n < 2) {
		issue(r, "pick", WANT_PICKS);
		return INVALID;
	}
	TRY(form_fine(r));
	for (size_t i = 1; i < picked->n; i++)
		TRY(idea_merge(&r->s, m->w.id, picked->v[i].no,
		               picked->v[0].no));
	if (text_blank(text) || same(text, picked->v[0].text))
		return OK;
	picked->v[0].text = text;
	return idea_change(&r->s, m->w.id, &picked->v[0]);
}

static enum status choose_picks(struct req *r, const struct merging *m,
                                const struct idea_list *picked, bool chosen)
{
	if (picked->n == 0)
		issue(r, "pick", WANT_PICK);
	TRY(form_fine(r));
	for (size_t i = 0; i < picked->n; i++)
		if (picked->v[i].chosen != chosen)
			TRY(idea_choose(&r->s, m->w.id, picked->v[i].no,
			                chosen));
	return OK;
}

static enum status do_picks(struct req *r)
{
	const char *what = form_raw(r, "do");
	struct idea_list picked = {0};
	struct merging m = {0};

	TRY(item_here(r, &m));
	TRY(read_picks(r, &m, &picked));
	if (same(what, "merge"))
		TRY(merge_picks(r, &m, &picked));
	else
		TRY(choose_picks(r, &m, &picked, !same(what, "leave")));
	return back_to(r, &m);
}

/* The proposal in the address, and its item. */
static enum status idea_here(struct req *r, struct workshop *w,
                             struct idea *d, struct item *i)
{
	TRY(workshop_here(r, w));
	TRY(idea_get(&r->s, w->id, arg_no(r, "no"), "", d));
	TRY(item_by_id(&r->s, d->item, i));
	return d->removed || item_is_hidden(w, i) ||
	       w->state >= WORKSHOP_COMPILED ? NOT_FOUND : OK;
}

static enum status word(struct req *r)
{
	struct workshop w = {0};
	struct idea d = {0};
	struct item i = {0};

	TRY(idea_here(r, &w, &d, &i));
	d.text = form_needed(r, "text", LINE, WANT_WORDS);
	d.version = form_version(r);
	TRY(form_fine(r));
	TRY(idea_change(&r->s, w.id, &d));
	return go(r, "/w/%s/merge?item=%lld&saved=1", w.key, i.no);
}

static enum status out(struct req *r)
{
	struct workshop w = {0};
	struct idea d = {0};
	struct item i = {0};

	TRY(idea_here(r, &w, &d, &i));
	TRY(idea_merge(&r->s, w.id, d.no, 0));
	return go(r, "/w/%s/merge?item=%lld&saved=1", w.key, i.no);
}

static enum status make_priorities(struct req *r)
{
	struct priority_words words = { .title = {
		[ITEM_RUS] = say(r, G_ITEM_RUS),
		[ITEM_GOAL] = say(r, G_ITEM_GOAL) } };
	struct merging m = {0};
	i64 made = 0;

	TRY(item_here(r, &m));
	if (m.item->kind != ITEM_PROPOSE)
		return NOT_FOUND;
	TRY(priorities_from(&r->s, &m.w, m.item, &words, &made));
	if (made == 0)
		issue(r, NULL, WANT_CHOSEN);
	TRY(form_fine(r));
	return back_to(r, &m);
}

static const struct route rows[] = {
	{ .method = POST, .path = "/w/:workshop/merge/ideas",
	  .run = do_picks, .right = LEAD, .ground = ON_WORKSHOP,
	  .form = merge_page },
	{ .method = POST, .path = "/w/:workshop/merge/ideas/:no",
	  .run = word, .right = LEAD, .ground = ON_WORKSHOP,
	  .form = merge_page },
	{ .method = POST, .path = "/w/:workshop/merge/ideas/:no/out",
	  .run = out, .right = LEAD, .ground = ON_WORKSHOP,
	  .form = merge_page },
	{ .method = POST, .path = "/w/:workshop/merge/priorities",
	  .run = make_priorities, .right = LEAD, .ground = ON_WORKSHOP,
	  .form = merge_page },
	{ 0 },
};
const struct route *const merge_idea_routes = rows;
