#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "document/document_link.h"

/*
 * Lists stand in the order they are written in, so two of one number are next
 * to each other and what is named is found by halving.
 */

void link_refuse(struct json_reader *r, const char *place, ...)
{
	char where[200];
	va_list values;

	va_start(values, place);
	vsnprintf(where, sizeof where, place, values);
	va_end(values);
	json_refuse(r, NULL, arena_copy(r->mem, where), JSON_VALUE);
}

void link_ascend(struct json_reader *r, const char *list, size_t i, i64 before,
                 i64 no)
{
	if (i > 0 && no <= before)
		link_refuse(r, "%s[%zu].no", list, i);
}

static int by_code(const void *code, const void *element)
{
	return code_order(code, ((const struct goal *)element)->code);
}

const struct goal *document_goal(const struct document *d,
                                 const char *framework, const char *code)
{
	for (size_t i = 0; i < d->frameworks.n; i++) {
		const struct framework *f = &d->frameworks.v[i];
		const struct goal *g;

		if (strcmp(f->code, framework) != 0 || f->goals.n == 0)
			continue;
		g = bsearch(code, f->goals.v, f->goals.n, sizeof *g, by_code);
		return g != NULL && strcmp(g->code, code) == 0 ? g : NULL;
	}
	return NULL;
}

void *document_numbered(void *v, size_t n, size_t size, size_t offset, i64 no)
{
	size_t from = 0, to = n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		char *element = (char *)v + middle * size;
		i64 here;

		memcpy(&here, element + offset, sizeof here);
		if (here == no)
			return element;
		if (here < no)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

const struct actor *document_actor(const struct document *d, const char *key)
{
	for (size_t i = 0; i < d->actors.n; i++) {
		if (strcmp(d->actors.v[i].key, key) == 0)
			return &d->actors.v[i];
	}
	return NULL;
}

/* Steps are 1, 2, 3 …, and questions are numbered through all of them. */
static void link_method(struct json_reader *r, const struct method *m)
{
	i64 before = 0;

	for (size_t i = 0; i < m->steps.n; i++) {
		const struct step *step = &m->steps.v[i];

		if (step->no != (i64)i + 1)
			link_refuse(r, "method.steps[%zu].no", i);
		for (size_t j = 0; j < step->questions.n; j++) {
			i64 no = step->questions.v[j].no;

			if (no <= before)
				link_refuse(r, "method.steps[%zu]"
				            ".questions[%zu].no", i, j);
			before = no;
		}
	}
}

static void link_goals(struct json_reader *r, struct framework *f, size_t at,
                       i64 *id)
{
	for (size_t i = 0; i < f->goals.n; i++) {
		struct goal *g = &f->goals.v[i];

		g->id = ++*id;
		g->framework = f->id;
		g->framework_code = f->code;
		g->shipped_dimensions = g->dimensions;
		g->keywords = g->iri = "";
		if (i > 0 && code_order(g[-1].code, g->code) >= 0)
			link_refuse(r, "frameworks[%zu].goals[%zu].code",
				    at, i);
	}
}

static void link_parents(struct json_reader *r, const struct document *d,
                         size_t at)
{
	const struct framework *f = &d->frameworks.v[at];

	for (size_t i = 0; i < f->goals.n; i++) {
		const struct goal *g = &f->goals.v[i];

		if (*g->parent != '\0' &&
		    document_goal(d, f->code, g->parent) == NULL)
			link_refuse(r, "frameworks[%zu].goals[%zu].parent",
				    at, i);
	}
}

static void link_frameworks(struct json_reader *r, struct document *d)
{
	i64 id = 0;

	for (size_t i = 0; i < d->frameworks.n; i++) {
		struct framework *f = &d->frameworks.v[i];

		f->id = (i64)i + 1;
		f->state = FRAMEWORK_VALID;
		f->key = f->note = f->replaced_by = "";
		for (size_t j = 0; j < i; j++) {
			if (same(d->frameworks.v[j].code, f->code))
				link_refuse(r, "frameworks[%zu].code", i);
		}
		link_goals(r, f, i, &id);
	}
	for (size_t i = 0; i < d->frameworks.n; i++)
		link_parents(r, d, i);
}

static void link_wordings(struct json_reader *r, struct priority *p, size_t at,
                          i64 *id)
{
	const char *place = arena_print(r->mem, "priorities[%zu].wordings",
	                                at);
	const struct wording *now;

	for (size_t i = 0; i < p->wordings.n; i++) {
		struct wording *w = &p->wordings.v[i];

		w->id = ++*id;
		link_ascend(r, place, i, w[i > 0 ? -1 : 0].no, w->no);
	}
	now = NUMBERED(&p->wordings, p->now.no);
	if (now != NULL)
		p->now = *now;
	else
		link_refuse(r, "priorities[%zu].in_force", at);
}

static void link_priorities(struct json_reader *r, struct document *d)
{
	i64 id = 0;

	for (size_t i = 0; i < d->priorities.n; i++) {
		struct priority *p = &d->priorities.v[i];

		p->id = (i64)i + 1;
		link_ascend(r, "priorities", i, p[i > 0 ? -1 : 0].no, p->no);
		link_wordings(r, p, i, &id);
	}
}

static void link_registers(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->groups.n; i++) {
		struct group *g = &d->groups.v[i];

		g->id = g->position = (i64)i + 1;
		for (size_t j = 0; j < i; j++) {
			if (same(d->groups.v[j].code, g->code))
				link_refuse(r, "groups[%zu].code", i);
		}
	}
	for (size_t i = 0; i < d->actors.n; i++) {
		struct actor *a = &d->actors.v[i];

		a->id = (i64)i + 1;
		for (size_t j = 0; j < i; j++) {
			if (same(d->actors.v[j].key, a->key) ||
			    same(d->actors.v[j].name, a->name))
				link_refuse(r, "actors[%zu].key", i);
		}
	}
}

static void link_relevance(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->relevance.n; i++) {
		struct relevant *it = &d->relevance.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    it->priority_no);
		const struct goal *g = document_goal(d, it->framework,
		                                     it->code);
		bool twice;

		it->priority = p == NULL ? 0 : p->id;
		it->goal = g == NULL ? 0 : g->id;
		twice = i > 0 && it[-1].priority_no == it->priority_no &&
		        it[-1].goal >= it->goal;
		if (p == NULL || (i > 0 &&
		                  it[-1].priority_no > it->priority_no))
			link_refuse(r, "relevance[%zu].priority", i);
		if (g == NULL || twice)
			link_refuse(r, "relevance[%zu].goal", i);
	}
}

static void link_answers(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->answers.n; i++) {
		struct answer *a = &d->answers.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    a->priority_no);

		a->priority = p == NULL ? 0 : p->id;
		if (p == NULL && a->priority_no != 0)
			link_refuse(r, "answers[%zu].priority", i);
		if (i > 0 && (a[-1].priority_no > a->priority_no ||
		              (a[-1].priority_no == a->priority_no &&
		               strcmp(a[-1].means, a->means) >= 0)))
			link_refuse(r, "answers[%zu].means", i);
	}
}

static void link_room(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->links.n; i++) {
		struct actor_link *l = &d->links.v[i];
		const struct actor *a = document_actor(d, l->actor_key);

		l->id = (i64)i + 1;
		link_ascend(r, "actor_links", i, l[i > 0 ? -1 : 0].no, l->no);
		for (size_t j = 0; j < i; j++) {
			if (same(d->links.v[j].actor_key, l->actor_key))
				a = NULL;
		}
		if (a == NULL)
			link_refuse(r, "actor_links[%zu].actor", i);
		l->actor = a == NULL ? 0 : a->id;
		l->name = a == NULL ? "" : a->name;
	}
	for (size_t i = 0; i < d->occasions.n; i++) {
		struct occasion *o = &d->occasions.v[i];

		o->id = (i64)i + 1;
		link_ascend(r, "occasions", i, o[i > 0 ? -1 : 0].no, o->no);
	}
}

void document_link(struct json_reader *r, struct document *d)
{
	d->a.id = d->a.subject = d->a.method = 1;
	d->subject.id = d->method.id = 1;
	d->a.title = d->subject.title;
	link_method(r, &d->method);
	link_frameworks(r, d);
	link_priorities(r, d);
	link_registers(r, d);
	link_relevance(r, d);
	link_asides(r, d);
	link_answers(r, d);
	link_findings(r, d);
	link_room(r, d);
	document_link_after(r, d);
}
