/* Matters as a program reads them. */
#include <string.h>

#include "api/api.h"
#include "api/api_json.h"
#include "api/api_words.h"
#include "base/media.h"
#include "base/rights.h"
#include "base/text.h"

enum { MOST = 200 };

enum status api_matter(struct req *r, i64 *id)
{
	return matter_by_key(&r->s, arg_text(r, "matter"), id);
}

/* -- the list ------------------------------------------------------------ */

static void put_about(struct json_writer *w, const struct matter *m)
{
	json_put_text(w, "key", m->key);
	json_put_text(w, "title", m->title);
	api_put_word(w, "kind", api_kinds, API_KINDS, m->kind);
	api_put_word(w, "state", api_states, API_STATES, m->state);
	json_put_text(w, "registry_no", m->registry_no);
	json_put_text(w, "officer", m->officer);
}

static enum status list(struct req *r)
{
	const char *number = query_text(r, "registry_no");
	struct json_writer w = json_in(r->s.mem);
	struct matter_list all = {0};

	if (number != NULL)
		TRY(matter_by_registry(&r->s, number, &all));
	else
		TRY(matter_list(&r->s, NULL, true, MOST + 1, &all));
	json_open(&w, NULL, '{');
	json_put_bool(&w, "more", all.n > MOST);
	json_open(&w, "matters", '[');
	for (size_t i = 0; i < all.n && i < MOST; i++) {
		json_open(&w, NULL, '{');
		put_about(&w, &all.v[i]);
		api_put_self(&w, "/api/v1/matters/{1}", all.v[i].key);
		json_close_with(&w, '}');
	}
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return api_reply(r, &w);
}

/* -- one ----------------------------------------------------------------- */

static void put_body(struct json_writer *w, const char *name,
                     const struct body *b)
{
	json_open(w, name, '{');
	json_put_int(w, "no", b->no);
	api_put_word(w, "kind", api_bodies, API_BODIES, b->kind);
	json_put_text(w, "name", b->name);
	json_put_text(w, "short", b->shortened);
	json_close_with(w, '}');
}

static void put_chain(struct json_writer *w, const struct chain *chain)
{
	json_open(w, "chain", '[');
	for (size_t i = 0; i < chain->n; i++) {
		json_open(w, NULL, '{');
		json_put_int(w, "no", chain->v[i].no);
		put_body(w, "body", &chain->v[i].body);
		api_put_word(w, "role", api_roles, API_ROLES,
		             chain->v[i].role);
		api_put_day(w, "planned_on", chain->v[i].planned_on);
		json_close_with(w, '}');
	}
	json_close_with(w, ']');
}

static void put_outcome(struct json_writer *w, const struct outcome *o)
{
	json_open(w, NULL, '{');
	json_put_int(w, "no", o->no);
	json_put_int(w, "step", o->step_no);
	api_put_word(w, "kind", api_outcomes, API_OUTCOMES, o->kind);
	api_put_day(w, "held_on", o->held_on);
	json_put_text(w, "paragraph", o->paragraph);
	json_put_text(w, "text", o->text);
	json_put_text(w, "weighing", o->weighing);
	json_put_text(w, "reservation", o->reservation);
	json_put_text(w, "reason", o->reason);
	json_put_bool(w, "minority", o->minority);
	json_close_with(w, '}');
}

static void put_outcomes(struct json_writer *w,
                         const struct outcome_list *all)
{
	json_open(w, "outcomes", '[');
	for (size_t i = 0; i < all->n; i++)
		put_outcome(w, &all->v[i]);
	json_close_with(w, ']');
}

static void put_tasks(struct json_writer *w, const struct task_list *all)
{
	json_open(w, "tasks", '[');
	for (size_t i = 0; i < all->n; i++) {
		json_open(w, NULL, '{');
		json_put_int(w, "no", all->v[i].no);
		json_put_text(w, "text", all->v[i].text);
		json_put_text(w, "owner", all->v[i].owner);
		api_put_day(w, "due", all->v[i].due);
		api_put_instant(w, "done_at", all->v[i].done_at);
		json_close_with(w, '}');
	}
	json_close_with(w, ']');
}

static void put_paper(struct json_writer *w, const struct matter_paper *p)
{
	json_open(w, NULL, '{');
	json_put_int(w, "no", p->no);
	api_put_word(w, "use", api_uses, API_USES, p->use);
	api_put_word(w, "state", api_paper_states, API_PAPER_STATES,
	             p->state);
	json_put_text(w, "title", p->title);
	api_put_day(w, "dated_on", p->dated_on);
	json_put_text(w, "registry_no", p->registry_no);
	json_open(w, "types", '[');
	for (size_t i = 0; i < p->types.n; i++)
		json_put_text(w, NULL, p->types.v[i]);
	json_close_with(w, ']');
	json_close_with(w, '}');
}

/* What is marked as secret is not told to a program. */
static void put_papers(struct json_writer *w,
                       const struct matter_paper_list *all)
{
	json_open(w, "papers", '[');
	for (size_t i = 0; i < all->n; i++)
		if (text_blank(all->v[i].secret_by))
			put_paper(w, &all->v[i]);
	json_close_with(w, ']');
}

static void put_linked(struct json_writer *w, const struct linked_list *all)
{
	json_open(w, "assessments", '[');
	for (size_t i = 0; i < all->n; i++) {
		json_open(w, NULL, '{');
		json_put_text(w, "key", all->v[i].key);
		json_put_text(w, "title", all->v[i].title);
		api_put_self(w, "/api/v1/assessments/{1}", all->v[i].key);
		json_close_with(w, '}');
	}
	json_close_with(w, ']');
}

struct whole {
	struct matter            m;
	struct chain             chain;
	struct outcome_list      outcomes;
	struct task_list         tasks;
	struct matter_paper_list papers;
	struct linked_list       linked;
};

static enum status whole_read(struct scope *s, i64 id, struct whole *out)
{
	TRY(matter_get(s, id, &out->m));
	TRY(chain_read(s, id, &out->chain));
	TRY(outcome_list(s, id, &out->outcomes));
	TRY(task_list(s, id, &out->tasks));
	TRY(matter_paper_list(s, id, &out->papers));
	return matter_linked(s, id, &out->linked);
}

static enum status matter_page(struct req *r)
{
	struct json_writer w = json_in(r->s.mem);
	struct whole all = {0};
	i64 id;

	TRY(api_matter(r, &id));
	TRY(whole_read(&r->s, id, &all));
	json_open(&w, NULL, '{');
	put_about(&w, &all.m);
	json_put_text(&w, "unit", all.m.unit);
	json_put_text(&w, "started_by", all.m.started_by);
	put_chain(&w, &all.chain);
	put_outcomes(&w, &all.outcomes);
	put_tasks(&w, &all.tasks);
	put_papers(&w, &all.papers);
	put_linked(&w, &all.linked);
	api_put_self(&w, "/api/v1/matters/{1}", all.m.key);
	json_close_with(&w, '}');
	return api_reply(r, &w);
}

/* -- papers and bodies --------------------------------------------------- */

/* "3.pdf": the paper's number and the form it is wanted in. */
static enum status paper(struct req *r)
{
	const char *name = arg_text(r, "paper"), *type = strchr(name, '.');
	struct matter_paper p = {0};
	const char *sum;
	i64 id, no;

	if (type == NULL || !number_read(arena_text(r->s.mem, name,
	    (size_t)(type - name)), 1, INT32_MAX, &no))
		return NOT_FOUND;
	type++;
	TRY(api_matter(r, &id));
	TRY(matter_paper_get(&r->s, id, no, &p));
	if (!text_blank(p.secret_by))
		return NOT_FOUND;
	TRY(paper_bytes_get(&r->s, p.id, type, &r->bytes, &sum));
	set_header(r, "ETag", arena_print(r->s.mem, "\"%s\"", sum));
	r->type = media_type(type);
	r->download = name;
	return OK;
}

static enum status bodies(struct req *r)
{
	struct json_writer w = json_in(r->s.mem);
	struct body_list all = {0};

	TRY(body_list(&r->s, false, &all));
	json_open(&w, NULL, '{');
	json_open(&w, "bodies", '[');
	for (size_t i = 0; i < all.n; i++)
		put_body(&w, NULL, &all.v[i]);
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return api_reply(r, &w);
}

static const struct route rows[] = {
	{ GET, "/api/v1/bodies", bodies, READ, ON_TOKEN },
	{ GET, "/api/v1/matters", list, READ, ON_TOKEN },
	{ GET, "/api/v1/matters/:matter", matter_page, READ, ON_TOKEN },
	{ GET, "/api/v1/matters/:matter/papers/:paper", paper, READ,
	  ON_TOKEN },
	{ 0 },
};
const struct route *const api_matter_routes = rows;
