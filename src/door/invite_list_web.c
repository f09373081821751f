/* Page 3 of whom to invite: the list with what each needs, and the text; as a
 * page and as paper. */
#include "assess/actor_link.h"
#include "base/text.h"
#include "door/gathering.h"
#include "door/gathering.msg"
#include "paper/paper.h"
#include "web/page.h"

const char *need_say(const struct req *r, size_t bit)
{
	static const struct sentence *const words[NEEDS_ALL] = {
		I_NEED_1, I_NEED_2, I_NEED_3, I_NEED_4, I_NEED_5, I_NEED_6,
	};

	return say(r, words[bit]);
}

static const char *joined(struct req *r, const char *all, const char *more)
{
	return text_blank(more) ? all : arena_print(r->s.mem, "%s%s%s", all,
	       *all == '\0' ? "" : ", ", more);
}

const char *needs_said(struct req *r, const struct invitee *i)
{
	const char *all = "";

	for (size_t b = 0; b < NEEDS_ALL; b++)
		if ((i->needs & 1u << b) != 0)
			all = joined(r, all, need_say(r, b));
	all = joined(r, all, i->needs_other);
	return *all == '\0' ? say(r, I_NO_NEEDS) : all;
}

static const char *name_said(struct req *r, const struct invitee *i)
{
	return text_blank(i->comes_from) ? i->name : arena_print(r->s.mem,
	       "%s, %s", i->name, say_with(r, I_COMES, i->comes_from, NULL));
}

/* -- the list ------------------------------------------------------------- */

static void table(struct req *r, const struct invitee_list *all)
{
	emit(&r->out, "<section class='scroll stack' aria-labelledby='bl'"
	     " tabindex='0'><table><caption id='bl'>%s <small>%s</small>"
	     "</caption><thead><tr><th scope='col'>%s</th><th scope='col'>%s"
	     "</th><th scope='col'>%s</th></tr></thead><tbody>",
	     say(r, I_LIST), say(r, I_LIST_NOTE), say(r, I_WHICH),
	     say(r, I_WHY), say(r, I_NEEDS));
	for (size_t i = 0; i < all->n; i++)
		emit(&r->out, "<tr><th scope='row'>%s</th><td data-l='%s'>%s"
		     "</td><td data-l='%s'>%s</td></tr>",
		     name_said(r, &all->v[i]), say(r, I_WHY),
		     why_said(r, &all->v[i]), say(r, I_NEEDS),
		     needs_said(r, &all->v[i]));
	emit(&r->out, "</tbody></table></section>");
}

static void ways(struct req *r, const char *key)
{
	static const struct { const char *kind; const struct sentence *word; }
	kinds[] = { { "pdf", I_PDF }, { "docx", I_DOCX }, { "xlsx", I_XLSX },
	            { "csv", I_CSV } };

	emit(&r->out, "<p class='acts'>");
	for (size_t i = 0; i < COUNT(kinds); i++)
		emit(&r->out, "<a class='btn sec sm' href='/o/%s/invite/%s/"
		     "list.%s'>%s</a>", r->org_key, key, kinds[i].kind,
		     say(r, kinds[i].word));
	emit(&r->out, "</p>");
}

static const char *field(struct req *r, const char *what,
                         const struct invitee *i)
{
	return arena_print(r->s.mem, "%s-%s", what, i->actor_key);
}

/* What the list is counted on, where the register does not say. */
static void ask_who_they_are(struct req *r, const struct invitee *i)
{
	struct option_list kinds = {0}, levels = {0};

	if (i->kind == ACTOR_OTHER) {
		actor_kind_options(r, ACTOR_OTHER, &kinds);
		ask_select(r, &(struct ask){ .name = field(r, "kind", i),
			.label = say_with(r, I_KIND_OF, i->name, NULL),
			.class = "w20" }, &kinds);
	}
	for (int l = LEVEL_UNSAID; l <= LEVEL_HIGH; l++)
		option_add(r, &levels, digits(r, l),
		           influence_say(r, (enum level)l),
		           (int)i->influence == l);
	ask_select(r, &(struct ask){ .name = field(r, "influence", i),
		.label = say_with(r, I_INFLUENCE_OF, i->name, NULL),
		.class = "w20" }, &levels);
}

static void ask_one(struct req *r, const struct invitee *i)
{
	struct option_list options = {0};

	for (size_t b = 0; b < NEEDS_ALL; b++)
		option_add(r, &options, arena_print(r->s.mem, "%zu", b),
		           need_say(r, b), (i->needs & 1u << b) != 0);
	emit(&r->out, "<details class='pick-of'%s><summary>%s <span"
	     " class='muted'>%s</span></summary>", r->failed ? " open" : "",
	     i->name, needs_said(r, i));
	form_hidden_no(r, field(r, "version", i), i->version);
	ask_line(r, &(struct ask){ .name = field(r, "needs", i),
		.label = i->name }, &options, true);
	ask_text(r, &(struct ask){ .name = field(r, "other", i),
		.label = say_with(r, I_OTHER_OF, i->name, NULL),
		.stored = i->needs_other, .optional = true });
	ask_text(r, &(struct ask){ .name = field(r, "from", i),
		.label = say_with(r, I_COMES_OF, i->name, NULL),
		.stored = i->comes_from, .optional = true, .class = "w20" });
	ask_who_they_are(r, i);
	emit(&r->out, "</details>");
}

static void ask_needs(struct req *r, const struct invite *in)
{
	emit(&r->out, "<h2>%s</h2>", say(r, I_ASK_NEEDS));
	form_open(r, "needs", "/o/%s/invite/%s/needs", r->org_key,
	          in->g.key);
	for (size_t i = 0; i < in->on.n; i++)
		ask_one(r, &in->on.v[i]);
	button_save(r, say(r, I_SAVE_NEEDS));
	form_close(r);
}

static void invitation(struct req *r, const struct gathering *g)
{
	const char *text = invitation_said(r, g);
	struct text_list lines = text_lines(r->s.mem, text);

	emit(&r->out, "<h2>%s</h2><div class='paste' id='inv'>",
	     say(r, I_TEXT));
	for (size_t i = 0; i < lines.n; i++)
		emit(&r->out, "<p>%s</p>", lines.v[i]);
	emit(&r->out, "</div><p class='acts'><button class='btn sec'"
	     " type='button' hidden data-copy='inv' aria-describedby="
	     "'copied'>%s</button><span class='saved' role='status'"
	     " id='copied'></span></p>", say(r, I_COPY));
	if ((r->rights & EDIT) == 0)
		return;
	emit(&r->out, "<details%s><summary>%s</summary>", r->failed ?
	     " open" : "", say(r, I_CHANGE_TEXT));
	form_open(r, "text", "/o/%s/invite/%s/text", r->org_key, g->key);
	ask_version(r, g->version);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, I_TEXT),
		.hint = say(r, I_TEXT_HINT), .rows = 9, .stored = text });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, I_SAVE_TEXT));
	emit(&r->out, "</p>");
	form_close(r);
	emit(&r->out, "</details>");
}

static bool is_on(const struct invitee_list *all, i64 actor)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == actor)
			return true;
	return false;
}

/* Who is invited against who is affected, by name (S3-08). */
static void compare(struct req *r, const struct invite *in)
{
	struct list_lacks l = list_lacks_of(r->s.mem, &in->g, &in->on,
	                                    &in->candidates);
	bool any = false;

	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, I_COMPARE),
	     say_with(r, I_AFFECTED_N, arena_print(r->s.mem, "%lld",
	     l.affected_invited), arena_print(r->s.mem, "%lld",
	     l.affected)));
	for (size_t i = 0; i < in->candidates.n; i++) {
		const struct invitee *c = &in->candidates.v[i];

		if ((c->why & WHY_AFFECTED) == 0 || is_on(&in->on, c->actor))
			continue;
		if (!any)
			emit(&r->out, "<p>%s</p><ul>",
			     say(r, I_NOT_INVITED));
		any = true;
		emit(&r->out, "<li>%s</li>", c->name);
	}
	if (any)
		emit(&r->out, "</ul>");
	if (!text_blank(in->g.workshop_key))
		emit(&r->out, "<p><a href='/w/%s/invited'>%s</a></p>",
		     in->g.workshop_key, say(r, I_SEE_CAME));
}

enum status invite_list_page(struct req *r)
{
	bool may = (r->rights & EDIT) != 0;
	struct invite in = {0};

	TRY(invite_read(r, &in));
	invite_open(r, NULL, 3);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s. %s</p>",
	     in.on.n == 0 ? say(r, I_HEAD_NONE) : say_count(r, I_HEAD_3,
	     (i64)in.on.n), in.g.title, when_said(r, &in.g));
	emit(&r->out, "<div class='two'><div>");
	if (in.on.n > 0) {
		table(r, &in.on);
		ways(r, in.g.key);
	}
	invitation(r, &in.g);
	if (may && in.on.n > 0)
		ask_needs(r, &in);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, I_ONWARD));
	if (may)
		TRY(invite_onward(r, &in));
	lacks_said(r, &in);
	compare(r, &in);
	askings_said(r, &in);
	emit(&r->out, "<p class='muted'>%s</p></aside></div>",
	     say(r, I_LAW));
	page_close(r);
	return OK;
}

/* -- as paper ------------------------------------------------------------- */

static void table_paper(struct req *r, struct paper *p,
                        const struct invitee_list *all)
{
	paper_table(p, say(r, I_LIST), 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, say(r, I_WHICH));
	paper_cell(p, CELL_COLUMN, say(r, I_WHY));
	paper_cell(p, CELL_COLUMN, say(r, I_NEEDS));
	for (size_t i = 0; i < all->n; i++) {
		paper_row(p);
		paper_cell(p, CELL_ROW, name_said(r, &all->v[i]));
		paper_cell(p, CELL_TEXT, why_said(r, &all->v[i]));
		paper_cell(p, CELL_TEXT, needs_said(r, &all->v[i]));
	}
}

static enum status list_paper(struct req *r)
{
	struct text_list lines;
	struct invite in = {0};
	struct paper *p;

	TRY(invite_read(r, &in));
	p = paper_new(r->s.mem, r->language == ENGLISH ? "en" : "sv",
	              in.g.title);
	p->author = r->org_name;
	p->subject = say(r, I_LIST);
	p->running = arena_print(r->s.mem, "%s  %s", in.g.registry,
	                         when_said(r, &in.g));
	p->page_word = say(r, I_PAGES);
	p->made_at = r->s.now;
	paper_heading(p, 1, NULL, in.g.title);
	table_paper(r, p, &in.on);
	paper_text(p, BLOCK_PARAGRAPH, say(r, I_LIST_NOTE));
	paper_heading(p, 2, NULL, say(r, I_TEXT));
	lines = text_lines(r->s.mem, invitation_said(r, &in.g));
	for (size_t i = 0; i < lines.n; i++)
		paper_text(p, BLOCK_PARAGRAPH, lines.v[i]);
	return paper_reply(r, p, arena_print(r->s.mem, "lista-%s",
	                                     in.g.key));
}

/* -- what was sent -------------------------------------------------------- */

/* Of those the register says nothing of; the rest is changed there. */
static enum status save_kind(struct req *r, const struct invitee *was)
{
	i64 kind = form_choice(r, field(r, "kind", was), ACTOR_RESIDENTS,
	                       ACTOR_OTHER);
	struct actor a = {0};

	TRY(form_fine(r));
	if (kind == 0 || kind == ACTOR_OTHER || was->kind != ACTOR_OTHER)
		return OK;
	TRY(actor_get(&r->s, was->actor, &a));
	a.kind = (enum actor_kind)kind;
	return actor_change(&r->s, &a);
}

static enum status save_one(struct req *r, const struct invitee *was)
{
	struct text_list said = form_all(r, field(r, "needs", was), LINE);
	struct invitee i = *was;

	i.needs = 0;
	for (size_t k = 0; k < said.n; k++) {
		i64 bit = 0;

		if (number_read(said.v[k], 0, NEEDS_ALL - 1, &bit))
			i.needs |= 1u << bit;
	}
	i.needs_other = form_text(r, field(r, "other", was), LINE);
	i.comes_from = form_text(r, field(r, "from", was), LINE);
	i.version = form_choice(r, field(r, "version", was), 0, INT32_MAX);
	if (form_raw(r, field(r, "influence", was)) != NULL)
		i.influence = (enum level)form_choice(r, field(r, "influence",
			was), LEVEL_UNSAID, LEVEL_HIGH);
	TRY(form_fine(r));
	TRY(save_kind(r, was));
	if (i.version == 0 || (i.influence == was->influence &&
	    i.needs == was->needs &&
	    same(i.needs_other, was->needs_other) &&
	    same(i.comes_from, was->comes_from)))
		return OK;      /* came on the list since, or as it was */
	return invitee_needs(&r->s, &i);
}

static enum status save_needs(struct req *r)
{
	struct invite in = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &in.g));
	TRY(invitee_list(&r->s, in.g.id, &in.on));
	for (size_t i = 0; i < in.on.n; i++)
		TRY(save_one(r, &in.on.v[i]));
	return go(r, "/o/%s/invite/%s/list?saved=1", r->org_key, in.g.key);
}

static enum status save_text(struct req *r)
{
	struct gathering g = {0};

	TRY(gathering_by_key(&r->s, arg_text(r, "gathering"), &g));
	g.invitation = form_text(r, "text", LONG_TEXT);
	g.version = form_version(r);
	TRY(form_fine(r));
	TRY(gathering_change(&r->s, &g));
	return go(r, "/o/%s/invite/%s/list?saved=1", r->org_key, g.key);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/o/:org/invite/:gathering/list",
	  .run = invite_list_page, .right = READ, .ground = ON_ORG,
	  .heavy = true },
	{ .method = GET, .path = "/o/:org/invite/:gathering/list.:kind",
	  .run = list_paper, .right = READ, .ground = ON_ORG,
	  .heavy = true },
	{ POST, "/o/:org/invite/:gathering/needs", save_needs, EDIT, ON_ORG,
	  invite_list_page },
	{ POST, "/o/:org/invite/:gathering/text", save_text, EDIT, ON_ORG,
	  invite_list_page },
	{ 0 },
};
const struct route *const invite_list_routes = rows;
