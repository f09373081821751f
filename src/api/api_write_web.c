/* What a program may do: make a matter, add an assessment, say what a body
 * decided. The same rules as for a person, and what is wrong is said alike. */
#include "api/api.h"
#include "api/api.msg"
#include "api/api_json.h"
#include "api/api_words.h"
#include "assess/assess.h"
#include "base/rights.h"
#include "base/text.h"
#include "web/form.h"

enum { CHAIN_MOST = 8, LINKS_MOST = 20 };

static const char *line(struct json_reader *j, const char *name, size_t most)
{
	const char *text = json_text(j, j->root, name, most, false);

	return text == NULL ? "" : text;
}

static enum status made(struct req *r, i64 id)
{
	struct matter m = {0};

	TRY(matter_get(&r->s, id, &m));
	return go(r, "/api/v1/matters/%s", m.key);
}

/* -- a matter ------------------------------------------------------------ */

static void read_step(struct json_reader *j, const struct json *in,
                      struct step_body *s)
{
	static const char *const names[] = { "body", "role", "planned_on",
	                                     NULL };

	json_only(j, in, names);
	s->body.no    = json_int(j, in, "body", 1, INT32_MAX, true);
	s->role       = (enum chain_role)api_word(j, in, "role", api_roles,
	                                          API_ROLES, true);
	s->planned_on = api_day(j, in, "planned_on", false);
}

static void read_matter(struct json_reader *j, struct matter *m,
                        struct chain *chain, struct text_list *links)
{
	static const char *const names[] = { "title", "kind", "registry_no",
		"no_registry", "officer", "unit", "started_by", "chain",
		"assessments", NULL };
	struct arena *mem = j->mem;
	size_t n;

	json_only(j, j->root, names);
	m->title       = json_text(j, j->root, "title", 500, true);
	m->kind        = (enum matter_kind)api_word(j, j->root, "kind",
	                                            api_kinds, API_KINDS,
	                                            true);
	m->registry_no = line(j, "registry_no", LINE);
	m->no_registry = line(j, "no_registry", LINE);
	m->officer     = line(j, "officer", LINE);
	m->unit        = line(j, "unit", LINE);
	m->started_by  = line(j, "started_by", LINE);
	n = json_length(j, j->root, "chain", CHAIN_MOST, false);
	for (size_t i = 0; i < n; i++)
		read_step(j, json_at(j, j->root, "chain", i),
		          PUSH(mem, chain));
	n = json_length(j, j->root, "assessments", LINKS_MOST, false);
	for (size_t i = 0; i < n; i++)
		*PUSH(mem, links) = json_text_at(j, j->root, "assessments", i,
		                                 20);
}

static enum status add_chain(struct req *r, i64 matter, struct chain *chain)
{
	for (size_t i = 0; i < chain->n; i++) {
		enum status found = body_get(&r->s, chain->v[i].body.no,
		                             &chain->v[i].body);

		if (found == NOT_FOUND)
			issue(r, "chain", API_NO_BODY);
		TRY(found == NOT_FOUND ? INVALID : found);
		TRY(chain_add(&r->s, matter, &chain->v[i]));
	}
	return OK;
}

static enum status add_link(struct req *r, i64 matter, const char *key)
{
	enum status found;
	i64 id;

	found = assess_by_key(&r->s, key, &id);
	if (found == NOT_FOUND)
		issue(r, "assessment", API_NO_ASSESSMENT);
	TRY(found == NOT_FOUND ? INVALID : found);
	return matter_link(&r->s, matter, id);
}

/* A register number is for those who register to give. */
static enum status matter_new(struct req *r)
{
	struct json_reader j = api_read(r);
	struct matter m = {0};
	struct text_list links = {0};
	struct chain chain = {0};

	read_matter(&j, &m, &chain, &links);
	TRY(api_read_end(r, &j));
	if (!text_blank(m.registry_no) && (r->rights & REGISTER) == 0)
		return DENIED;
	if (matter_flaws(&m) != 0)
		issue(r, "title", API_NO_TITLE);
	if (matter_unregistered(&m))
		issue(r, "registry_no", API_NO_REGISTRY);
	TRY(form_fine(r));
	TRY(matter_note(&r->s, &m));
	TRY(add_chain(r, m.id, &chain));
	for (size_t i = 0; i < links.n; i++)
		TRY(add_link(r, m.id, links.v[i]));
	return made(r, m.id);
}

static enum status link_new(struct req *r)
{
	static const char *const names[] = { "assessment", NULL };
	struct json_reader j = api_read(r);
	const char *key;
	i64 id;

	json_only(&j, j.root, names);
	key = json_text(&j, j.root, "assessment", 20, true);
	TRY(api_read_end(r, &j));
	TRY(api_matter(r, &id));
	TRY(add_link(r, id, key));
	return made(r, id);
}

/* -- an outcome ---------------------------------------------------------- */

static void read_outcome(struct json_reader *j, struct outcome *o)
{
	static const char *const names[] = { "step", "kind", "held_on",
		"paragraph", "text", "weighing", "reservation", "reason",
		"minority", "present", "in_favour", NULL };
	const struct json *in = j->root;

	json_only(j, in, names);
	o->step_no     = json_int(j, in, "step", 1, INT32_MAX, true);
	o->kind        = (enum outcome_kind)api_word(j, in, "kind",
	                                             api_outcomes,
	                                             API_OUTCOMES, true);
	o->held_on     = api_day(j, in, "held_on", true);
	o->paragraph   = line(j, "paragraph", 40);
	o->text        = line(j, "text", LONG_TEXT);
	o->weighing    = line(j, "weighing", LONG_TEXT);
	o->reservation = line(j, "reservation", TEXT);
	o->reason      = line(j, "reason", TEXT);
	o->minority    = json_bool(j, in, "minority", false);
	o->present     = json_int(j, in, "present", 0, 1000, false);
	o->in_favour   = json_int(j, in, "in_favour", 0, 1000, false);
}

static enum status place(struct req *r, struct outcome *o,
                         const struct chain *chain)
{
	for (size_t i = 0; i < chain->n; i++)
		if (chain->v[i].no == o->step_no) {
			o->step_body = chain->v[i].id;
			o->body = chain->v[i].body;
			o->role = chain->v[i].role;
			return OK;
		}
	issue(r, "step", API_NO_BODY);
	return INVALID;
}

static enum status outcome_new(struct req *r)
{
	struct json_reader j = api_read(r);
	struct outcome o = {0};
	struct outcome_list before = {0};
	struct chain chain = {0};
	i64 id;

	read_outcome(&j, &o);
	TRY(api_read_end(r, &j));
	TRY(api_matter(r, &id));
	TRY(chain_read(&r->s, id, &chain));
	TRY(outcome_list(&r->s, id, &before));
	TRY(place(r, &o, &chain));
	outcome_explain(r, &o, outcome_flaws(&o, &before, &chain), "held_on");
	TRY(form_fine(r));
	TRY(outcome_note(&r->s, id, &o));
	return made(r, id);
}

static const struct route rows[] = {
	{ POST, "/api/v1/matters", matter_new, EDIT, ON_TOKEN },
	{ POST, "/api/v1/matters/:matter/assessments", link_new, EDIT,
	  ON_TOKEN },
	{ POST, "/api/v1/matters/:matter/outcomes", outcome_new, REGISTER,
	  ON_TOKEN },
	{ 0 },
};
const struct route *const api_write_routes = rows;
