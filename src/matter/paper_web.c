/* The papers of a matter: in order, added, changed, fetched. */
#include "base/media.h"
#include "base/text.h"
#include "kit/icu.h"
#include "matter/matter.msg"
#include "matter/matter_view.h"
#include "matter/paper.msg"
#include "subject/subject.h"

/* -- the list ------------------------------------------------------------ */

static void paper_facts(struct req *r, const struct matter_paper *p)
{
	emit(&r->out, "<span class='m'>%s · %s", paper_use_word(r, p->use),
	     say_with(r, PAPER_DATED, say_day(r, p->dated_on), NULL));
	if (!text_blank(p->from_whom))
		emit(&r->out, " · %s", say_with(r, PAPER_FROM, p->from_whom,
		                                NULL));
	if (!text_blank(p->registry_no))
		emit(&r->out, " · %s", p->registry_no);
	if (!text_blank(p->secret_by))
		emit(&r->out, " · <b>%s</b>", say_with(r, PAPER_SECRET,
		     p->secret_by, NULL));
	emit(&r->out, " · %s</span>", paper_state_word(r, p->state));
}

static void paper_files(struct req *r, const struct matter_paper *p)
{
	for (size_t i = 0; i < p->types.n; i++)
		emit(&r->out, " <a href='/m/%s/papers/%lld/file.%s'"
		     " download>%s %s<span class='vh'> %s</span></a>",
		     r->object_key, p->no, p->types.v[i],
		     say(r, PAPER_DOWNLOAD), p->types.v[i], p->title);
}

static void paper_row(struct req *r, const struct matter_paper *p)
{
	emit(&r->out, "<li>");
	if (may_write(r))
		emit(&r->out, "<a class='n' href='/m/%s/papers/%lld'>%s</a>",
		     r->object_key, p->no, p->title);
	else
		emit(&r->out, "<span class='n'>%s</span>", p->title);
	paper_facts(r, p);
	emit(&r->out, "<span class='e'>");
	paper_files(r, p);
	emit(&r->out, "</span></li>");
}

static void removed(struct req *r)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed || !may_write(r))
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, PAPER_REMOVED));
	button_form(r, "undo", "btn sec sm", say(r, PAPER_UNDO),
	            "/m/%s/papers/%lld/restore", r->object_key, no);
	emit(&r->out, "</div>");
}

/* -- the fields ---------------------------------------------------------- */

static void ask_use(struct req *r, enum paper_use chosen)
{
	struct option_list uses = {0};

	for (int u = USE_LETTER; u <= USE_OTHER; u++)
		number_option(r, &uses, u, paper_use_word(r,
		              (enum paper_use)u), u == (int)chosen);
	ask_select(r, &(struct ask){ .name = "use",
		.label = say(r, PAPER_USE) }, &uses);
}

static void ask_state(struct req *r, const struct matter_paper *p)
{
	struct option_list states = {0};

	for (int s = PAPER_WORKING; s <= PAPER_SENT; s++)
		if (p->no == 0 || paper_may_become(p->state,
		                                   (enum paper_state)s))
			number_option(r, &states, s, paper_state_word(r,
			              (enum paper_state)s),
			              s == (int)p->state);
	ask_line(r, &(struct ask){ .name = "state",
		.label = say(r, PAPER_STATE),
		.hint = say(r, PAPER_STATE_HINT) }, &states, false);
}

/* Of a paper that is there the registrar says whether it is secret. */
static bool may_mark(const struct req *r, const struct matter_paper *p)
{
	return p->no == 0 || (r->rights & REGISTER) != 0;
}

static void ask_registry(struct req *r, const struct matter_paper *p)
{
	ask_text(r, &(struct ask){ .name = "registry", .class = "w20",
		.stored = or_empty(p->registry_no),
		.label = say(r, PAPER_REGISTRY),
		.hint = say(r, PAPER_REGISTRY_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "no_registry",
		.stored = or_empty(p->no_registry),
		.label = say(r, PAPER_WHY_NONE), .optional = true });
	if (may_mark(r, p))
		ask_text(r, &(struct ask){ .name = "secret", .class = "w20",
			.stored = or_empty(p->secret_by),
			.label = say(r, PAPER_SECRET_ASK),
			.hint = say(r, PAPER_SECRET_HINT),
			.optional = true });
}

/* What was sent stands: then only how it is registered is asked. */
static void ask_paper(struct req *r, const struct matter_paper *p)
{
	if (p->no != 0 && p->state == PAPER_SENT) {
		ask_registry(r, p);
		return;
	}
	ask_text(r, &(struct ask){ .name = "title", .stored = p->title,
		.label = say(r, PAPER_TITLE) });
	ask_use(r, p->use);
	ask_day(r, &(struct ask){ .name = "day",
		.label = say(r, PAPER_DAY) }, p->dated_on);
	ask_state(r, p);
	ask_text(r, &(struct ask){ .name = "whom", .class = "w20",
		.stored = or_empty(p->from_whom),
		.label = say(r, PAPER_WHOM), .optional = true });
	ask_registry(r, p);
}

static void explain(struct req *r, unsigned flaws)
{
	if (flaws & PAPER_NO_TITLE)
		issue(r, "title", WANT_PAPER_TITLE);
	if (flaws & PAPER_NO_DAY)
		issue(r, "day", WANT_PAPER_DAY);
	if (flaws & PAPER_NO_SENDER)
		issue(r, "whom", WANT_PAPER_WHOM);
	if (flaws & PAPER_NO_REGISTRY)
		issue(r, "registry", WANT_PAPER_REGISTRY);
	if (flaws & PAPER_SECRET_UNREGISTERED)
		issue(r, "registry", WANT_SECRET_REGISTRY);
}

static void read_registry(struct req *r, struct matter_paper *p)
{
	const char *secret = form_text(r, "secret", LINE);

	p->registry_no = form_text(r, "registry", LINE);
	p->no_registry = form_text(r, "no_registry", LINE);
	if (may_mark(r, p))
		p->secret_by = secret;
	else if (!text_blank(secret) && !same(secret, or_empty(p->secret_by)))
		issue(r, NULL, WANT_REGISTRAR);
}

static void read_facts(struct req *r, struct matter_paper *p)
{
	p->title = form_text(r, "title", 500);
	p->use = (enum paper_use)form_choice(r, "use", USE_LETTER, USE_OTHER);
	p->dated_on = form_day(r, "day");
	p->from_whom = form_text(r, "whom", LINE);
	if (p->use == 0)
		p->use = USE_OTHER;
}

/* A form from before it was sent may still have what no longer changes. */
static void refuse_facts(struct req *r, const struct matter_paper *was)
{
	struct matter_paper p = *was;

	read_facts(r, &p);
	if ((!text_blank(p.title) && !same(p.title, was->title)) ||
	    (p.dated_on != 0 && p.dated_on != was->dated_on) ||
	    (!text_blank(p.from_whom) &&
	     !same(p.from_whom, or_empty(was->from_whom))) ||
	    (form_choice(r, "use", USE_LETTER, USE_OTHER) != 0 &&
	     p.use != was->use))
		issue(r, NULL, PAPER_STANDS);
}

/* `p` says how it was: its state goes forward only. */
static enum status read_paper_form(struct req *r, struct matter_paper *p)
{
	enum paper_state from = p->state;
	struct matter m;

	TRY(matter_get(&r->s, r->object, &m));
	if (p->no != 0 && from == PAPER_SENT)
		refuse_facts(r, p);
	else
		read_facts(r, p);
	read_registry(r, p);
	p->state = (enum paper_state)form_choice(r, "state", PAPER_WORKING,
	                                         PAPER_SENT);
	if (p->state == 0)
		p->state = p->no == 0 ? PAPER_WORKING : from;
	if (p->no != 0 && !paper_may_become(from, p->state))
		issue(r, "state", WANT_PAPER_STATE);
	explain(r, paper_flaws(p, m.registry_no));
	return form_fine(r);
}

/* -- added --------------------------------------------------------------- */

/* The form a paper is kept in, by what is in it; NULL: not taken. */
static const char *kind_of(const struct field *f)
{
	return media_ending(attachment_type(f->bytes, f->file));
}

static enum status page(struct req *r)
{
	struct matter_paper_list all = {0};
	struct matter m;

	TRY(matter_paper_list(&r->s, r->object, &all));
	TRY(matter_open(r, say(r, PAPERS_HEAD), &m));
	removed(r);
	emit(&r->out, "<p class='lead'>%s</p>", say(r, PAPERS_LEAD));
	if (all.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, PAPERS_NONE));
	else
		emit(&r->out, "<ol class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		paper_row(r, &all.v[i]);
	if (all.n > 0)
		emit(&r->out, "</ol>");
	if (may_write(r)) {
		emit(&r->out, "<h2>%s</h2>", say(r, PAPER_ADD_HEAD));
		form_open_upload(r, "paper", "/m/%s/papers", m.key);
		ask_text(r, &(struct ask){ .name = "file", .type = "file",
			.label = say(r, PAPER_FILE),
			.hint = say(r, PAPER_ADD_HINT) });
		ask_paper(r, &(struct matter_paper){ .title = "",
			.use = USE_OTHER, .state = PAPER_RECEIVED });
		button_save(r, say(r, PAPER_ADD));
		form_close(r);
	}
	matter_close(r);
	return OK;
}

static enum status add(struct req *r)
{
	const struct field *f = form_file(r, "file");
	const char *kind = f == NULL ? NULL : kind_of(f);
	struct matter_paper p = {0};

	if (f == NULL)
		issue(r, "file", WANT_FILE);
	else if (kind == NULL || f->bytes.n > PAPER_MOST)
		issue(r, "file", WANT_FILE_KIND);
	TRY(read_paper_form(r, &p));
	TRY(matter_paper_note(&r->s, r->object, &p));
	TRY(paper_bytes_keep(&r->s, p.id, kind, f->bytes));
	return go(r, "/m/%s/papers?saved=1", r->object_key);
}

/* -- one of them --------------------------------------------------------- */

static void ways(struct req *r, const struct matter_paper *p)
{
	if (p->state == PAPER_SENT)
		emit(&r->out, "<p class='note'>%s</p>", say(r, PAPER_KEPT));
	emit(&r->out, "<div class='acts'>");
	if (p->use != USE_LETTER)
		button_form(r, "up", "btn sec sm", say(r, PAPER_UP),
		            "/m/%s/papers/%lld/up", r->object_key, p->no);
	if (p->state != PAPER_SENT)
		button_form(r, "remove", "btn sec sm", say(r, PAPER_REMOVE),
		            "/m/%s/papers/%lld/remove", r->object_key,
		            p->no);
	emit(&r->out, "</div>");
}

static enum status one(struct req *r)
{
	struct matter_paper p;
	struct matter m;

	TRY(matter_paper_get(&r->s, r->object, arg_no(r, "paper"), &p));
	TRY(matter_open(r, say_with(r, PAPER_EDIT, p.title, NULL), &m));
	emit(&r->out, "<p>");
	paper_files(r, &p);
	emit(&r->out, "</p>");
	form_open(r, "paper", "/m/%s/papers/%lld", m.key, p.no);
	ask_version(r, p.version);
	ask_paper(r, &p);
	button_save(r, say(r, PAPER_SAVE));
	form_close(r);
	ways(r, &p);
	matter_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct matter_paper p;

	TRY(matter_paper_get(&r->s, r->object, arg_no(r, "paper"), &p));
	p.version = form_version(r);
	TRY(read_paper_form(r, &p));
	TRY(matter_paper_change(&r->s, r->object, &p));
	return go(r, "/m/%s/papers?saved=1", r->object_key);
}

static enum status up(struct req *r)
{
	TRY(matter_paper_move(&r->s, r->object, arg_no(r, "paper")));
	return go(r, "/m/%s/papers?saved=1", r->object_key);
}

static enum status drop(struct req *r)
{
	struct matter_paper p;

	TRY(matter_paper_get(&r->s, r->object, arg_no(r, "paper"), &p));
	if (p.state == PAPER_SENT) {
		issue(r, NULL, PAPER_KEPT);
		return INVALID;
	}
	TRY(matter_paper_remove(&r->s, r->object, p.no, true));
	return go(r, "/m/%s/papers?removed=%lld", r->object_key, p.no);
}

static enum status restore(struct req *r)
{
	TRY(matter_paper_remove(&r->s, r->object, arg_no(r, "paper"),
	                        false));
	return go(r, "/m/%s/papers?saved=1", r->object_key);
}

/* Always as a file, never shown in the page. */
static enum status fetch(struct req *r)
{
	const char *kind = arg_text(r, "kind");
	struct matter_paper p;
	const char *sha256;

	TRY(matter_paper_get(&r->s, r->object, arg_no(r, "paper"), &p));
	TRY(paper_bytes_get(&r->s, p.id, kind, &r->bytes, &sha256));
	r->type = "application/octet-stream";
	r->download = arena_print(r->s.mem, "%s.%s", text_short(r->s.mem,
	                          p.title, 100), kind);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/m/:matter/papers", page, READ, ON_MATTER },
	{ POST, "/m/:matter/papers", add, EDIT, ON_MATTER, .form = page },
	{ GET, "/m/:matter/papers/:paper", one, EDIT, ON_MATTER },
	{ POST, "/m/:matter/papers/:paper", save, EDIT, ON_MATTER,
	  .form = one },
	{ POST, "/m/:matter/papers/:paper/up", up, EDIT, ON_MATTER,
	  .form = one },
	{ POST, "/m/:matter/papers/:paper/remove", drop, EDIT, ON_MATTER,
	  .form = one },
	{ POST, "/m/:matter/papers/:paper/restore", restore, EDIT, ON_MATTER,
	  .form = page },
	{ GET, "/m/:matter/papers/:paper/file.:kind", fetch, READ,
	  ON_MATTER },
	{ 0 },
};
const struct route *const matter_paper_routes = rows;
