/* A new matter, and its facts changed. */
#include <string.h>

#include "account/account.h"
#include "assess/assess.h"
#include "base/text.h"
#include "matter/matter.msg"
#include "matter/matter_view.h"

/* -- the fields ---------------------------------------------------------- */

static void ask_kind(struct req *r, enum matter_kind chosen)
{
	struct option_list kinds = {0};

	option_add(r, &kinds, "", "–", chosen == 0);
	for (int k = MATTER_PROGRAMME; k <= MATTER_OTHER; k++)
		number_option(r, &kinds, k, matter_kind_word(r,
		              (enum matter_kind)k), k == (int)chosen);
	ask_select(r, &(struct ask){ .name = "kind",
		.label = say(r, ASK_KIND) }, &kinds);
}

void ask_matter(struct req *r, const struct matter *m)
{
	ask_text(r, &(struct ask){ .name = "title", .stored = m->title,
		.label = say(r, ASK_TITLE) });
	ask_kind(r, m->kind);
	ask_text(r, &(struct ask){ .name = "registry", .class = "w20",
		.stored = m->registry_no, .label = say(r, ASK_REGISTRY),
		.hint = say(r, ASK_REGISTRY_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "no_registry", .optional = true,
		.stored = m->no_registry, .label = say(r, ASK_NO_REGISTRY),
		.hint = say(r, ASK_NO_REGISTRY_HINT) });
	ask_text(r, &(struct ask){ .name = "officer", .class = "w20",
		.stored = m->officer, .label = say(r, ASK_OFFICER),
		.hint = say(r, ASK_OFFICER_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "unit", .class = "w20",
		.stored = m->unit, .label = say(r, ASK_UNIT),
		.optional = true });
	ask_text(r, &(struct ask){ .name = "started", .stored =
		m->started_by, .label = say(r, ASK_STARTED),
		.hint = say(r, ASK_STARTED_HINT), .optional = true });
}

enum status read_matter_form(struct req *r, struct matter *m)
{
	unsigned flaws;

	m->title = form_text(r, "title", 500);
	m->kind = (enum matter_kind)form_choice(r, "kind", MATTER_PROGRAMME,
	                                        MATTER_OTHER);
	m->registry_no = form_text(r, "registry", LINE);
	m->no_registry = form_text(r, "no_registry", LINE);
	m->officer = form_text(r, "officer", LINE);
	m->unit = form_text(r, "unit", LINE);
	m->started_by = form_text(r, "started", LINE);
	flaws = matter_flaws(m);
	if (flaws & MATTER_NO_TITLE)
		issue(r, "title", WANT_TITLE);
	if (flaws & MATTER_NO_KIND)
		issue(r, "kind", WANT_KIND);
	if (matter_unregistered(m))
		issue(r, "registry", WANT_REGISTRY);
	return form_fine(r);
}

/* -- a new one ----------------------------------------------------------- */

static enum matter_kind kind_of(enum subject_kind kind)
{
	switch (kind) {
	case SUBJECT_PROGRAMME:
	case SUBJECT_STRATEGY:
		return MATTER_PROGRAMME;
	case SUBJECT_PLAN:
	case SUBJECT_PROJECT:
		return MATTER_PLAN;
	case SUBJECT_REPLY:
		return MATTER_REPLY;
	case SUBJECT_SUPPORT:
		return MATTER_SUPPORT;
	case SUBJECT_BUDGET:
		return MATTER_BUDGET;
	case SUBJECT_POLICY:
		return MATTER_POLICY;
	default:
		return MATTER_OTHER;
	}
}

/* Title, kind, number and unit of what is assured: never typed twice. */
static enum status inherit(struct req *r, struct matter *m,
                           struct assessment *a)
{
	const char *key = r->method == POST ? form_raw(r, "assessment") :
	                  query_text(r, "assessment");
	struct subject j = {0};
	i64 id = 0;

	if (text_blank(key))
		return OK;
	TRY(assess_by_key(&r->s, key, &id));
	TRY(assess_get(&r->s, id, a));
	TRY(subject_get(&r->s, a->subject, &j));
	m->title = j.title;
	m->kind = kind_of(j.kind);
	m->unit = j.unit;
	if (j.registry.n > 0)
		m->registry_no = j.registry.v[0].number;
	return OK;
}

static enum status came_from(struct req *r, struct matter *m)
{
	const char *key = r->method == POST ? form_raw(r, "from") :
	                  query_text(r, "from");
	struct matter before;

	if (text_blank(key))
		return OK;
	TRY(matter_by_key(&r->s, key, &m->came_from));
	TRY(matter_get(&r->s, m->came_from, &before));
	m->came_from_key = before.key;
	m->came_from_title = before.title;
	return OK;
}

static enum status officer(struct req *r, struct matter *m)
{
	struct person me = {0};

	TRY(person_get(&r->s, r->s.person, &me));
	m->officer = text_blank(me.title) ? me.name :
	             arena_print(r->s.mem, "%s, %s", me.name, me.title);
	return OK;
}

static void ask_path(struct req *r, const struct path_list *paths)
{
	struct option_list all = {0};

	if (paths->n == 0) {
		emit(&r->out, "<p class='note'>%s</p>",
		     say(r, CHAIN_NO_BODIES));
		return;
	}
	option_add(r, &all, "later", say(r, CHAIN_LATER), true);
	for (size_t i = 0; i < paths->n; i++)
		option_add(r, &all, paths->v[i].value, paths->v[i].label,
		           false);
	ask_select(r, &(struct ask){ .name = "chain",
		.label = say(r, ASK_CHAIN),
		.hint = say(r, ASK_CHAIN_HINT) }, &all);
}

static enum status paths_read(struct req *r, struct body_list *bodies,
                              struct path_list *paths)
{
	TRY(body_list(&r->s, false, bodies));
	chain_paths(r->s.mem, bodies, paths);
	return OK;
}

static enum status new_page(struct req *r)
{
	struct body_list bodies = {0};
	struct path_list paths = {0};
	struct assessment a = {0};
	struct matter m = {0};

	TRY(inherit(r, &m, &a));
	TRY(came_from(r, &m));
	TRY(officer(r, &m));
	TRY(paths_read(r, &bodies, &paths));
	page_open(r, &(struct page){ .title = say(r, MATTER_ADD),
	                             .menu = "/o/:org/matters" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, NEW_HEAD),
	     say(r, NEW_LEAD));
	if (a.id != 0)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r, NEW_FROM,
		     a.title, NULL));
	if (m.came_from != 0)
		emit(&r->out, "<p class='note'>%s</p>", say_with(r,
		     NEW_FOLLOWS, m.came_from_title, NULL));
	form_open(r, "new", "/o/%s/matters/new", r->org_key);
	form_hidden(r, "assessment", or_empty(a.key));
	form_hidden(r, "from", or_empty(m.came_from_key));
	ask_matter(r, &m);
	ask_path(r, &paths);
	button_save(r, say(r, NEW_SAVE));
	form_close(r);
	page_close(r);
	return OK;
}

/* "1.2.3" is one of the paths offered, or "later". */
static enum status path_wanted(struct req *r, struct body_list *bodies,
                               const char **value)
{
	const char *asked = form_text(r, "chain", LINE);
	struct path_list paths = {0};

	TRY(paths_read(r, bodies, &paths));
	*value = "";
	if (*asked == '\0' || same(asked, "later"))
		return OK;
	for (size_t i = 0; i < paths.n; i++)
		if (same(paths.v[i].value, asked))
			*value = asked;
	if (**value == '\0')
		issue(r, "chain", WANT_CHAIN);
	return form_fine(r);
}

static const struct body *body_no(const struct body_list *all, i64 no)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no == no)
			return &all->v[i];
	return NULL;
}

static enum status lay_path(struct req *r, i64 matter,
                            const struct body_list *bodies,
                            const char *path)
{
	bool delegated = false;

	while (*path != '\0') {
		size_t n = strcspn(path, ".");
		bool last = path[n] == '\0';
		i64 no = 0;
		const struct body *b;
		struct step_body t = {0};

		(void)number_read(arena_text(r->s.mem, path, n), 1, INT64_MAX,
		                  &no);
		b = body_no(bodies, no);
		ASSERT(b != NULL);
		t.body.id = b->id;
		t.role = path_role(b, last, delegated);
		delegated = delegated || b->kind == BODY_DELEGATE;
		TRY(chain_add(&r->s, matter, &t));
		path += n + !last;
	}
	return OK;
}

static enum status create(struct req *r)
{
	struct body_list bodies = {0};
	struct assessment a = {0};
	struct matter m = {0};
	enum status fine;
	const char *path;

	TRY(inherit(r, &m, &a));
	TRY(came_from(r, &m));
	fine = read_matter_form(r, &m);
	TRY(path_wanted(r, &bodies, &path));
	TRY(fine);
	TRY(matter_note(&r->s, &m));
	TRY(lay_path(r, m.id, &bodies, path));
	if (a.id != 0)
		TRY(matter_link(&r->s, m.id, a.id));
	return go(r, "/m/%s?saved=1", m.key);
}

/* -- changed ------------------------------------------------------------- */

static enum status edit_page(struct req *r)
{
	struct matter m, before = {0};

	TRY(matter_open(r, say(r, EDIT_HEAD), &m));
	if (m.came_from != 0)
		TRY(matter_get(&r->s, m.came_from, &before));
	form_open(r, "matter", "/m/%s/edit", m.key);
	ask_version(r, m.version);
	ask_matter(r, &m);
	ask_text(r, &(struct ask){ .name = "follows", .class = "w20",
		.stored = text_blank(before.registry_no) ? before.key :
		before.registry_no, .label = say(r, ASK_FOLLOWS),
		.hint = say(r, ASK_FOLLOWS_HINT), .optional = true });
	button_save(r, say(r, EDIT_SAVE));
	form_close(r);
	matter_close(r);
	return OK;
}

/* By register number, or by the key that stands there for want of one. */
static enum status read_follows(struct req *r, struct matter *m)
{
	const char *typed = form_text(r, "follows", LINE);
	struct matter_list all = {0};
	i64 id = 0;

	if (text_blank(typed)) {
		m->came_from = 0;
		return OK;
	}
	if (same(typed, m->came_from_key))
		return OK;
	TRY(matter_by_registry(&r->s, typed, &all));
	if (all.n == 1)
		id = all.v[0].id;
	/* The one that is followed already may share its number. */
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].id == m->came_from)
			id = m->came_from;
	if (id == 0)
		issue(r, "follows", all.n > 1 ? WANT_FOLLOWS_ONE :
		                                WANT_FOLLOWS);
	if (id != 0 && id == m->id)
		issue(r, "follows", WANT_FOLLOWS_OTHER);
	m->came_from = id;
	return OK;
}

static enum status save(struct req *r)
{
	enum status fine;
	struct matter m;

	TRY(matter_get(&r->s, r->object, &m));
	TRY(read_follows(r, &m));
	m.version = form_version(r);
	fine = read_matter_form(r, &m);
	TRY(fine);
	TRY(matter_change(&r->s, &m));
	return go(r, "/m/%s?saved=1", m.key);
}

static const struct route rows[] = {
	{ GET, "/o/:org/matters/new", new_page, EDIT, ON_ORG },
	{ POST, "/o/:org/matters/new", create, EDIT, ON_ORG,
	  .form = new_page },
	{ GET, "/m/:matter/edit", edit_page, EDIT, ON_MATTER },
	{ POST, "/m/:matter/edit", save, EDIT, ON_MATTER,
	  .form = edit_page },
	{ 0 },
};
const struct route *const matter_form_routes = rows;
