#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "document/document_link.h"

/* What was set aside, and what was found: each name gets what it names. */

/* By priority, and in the order of frameworks. */
void link_asides(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->asides.n; i++) {
		struct aside *a = &d->asides.v[i];
		const struct priority *p = NUMBERED(&d->priorities,
		                                    a->priority_no);

		a->priority = p == NULL ? 0 : p->id;
		a->framework = 0;
		for (size_t j = 0; j < d->frameworks.n; j++)
			if (same(d->frameworks.v[j].code, a->framework_code))
				a->framework = d->frameworks.v[j].id;
		if (p == NULL || (i > 0 && a[-1].priority_no > a->priority_no))
			link_refuse(r, "set_aside[%zu].priority", i);
		if (a->framework == 0 || (i > 0 &&
		    a[-1].priority_no == a->priority_no &&
		    a[-1].framework >= a->framework))
			link_refuse(r, "set_aside[%zu].framework", i);
	}
}

static void link_marks(struct json_reader *r, const struct document *d,
                       struct finding *f, size_t at)
{
	for (size_t i = 0; i < f->marks.n; i++) {
		struct mark *m = &f->marks.v[i];
		const struct goal *g = document_goal(d, m->framework, m->code);

		m->goal = g == NULL ? 0 : g->id;
		if (g == NULL || (i > 0 && m[-1].goal >= m->goal))
			link_refuse(r, "findings[%zu].marks[%zu].goal", at, i);
	}
}

/* Is every code between the + one of the groups, and there once? */
static bool combination_fine(const struct document *d, const char *codes)
{
	i64 before = 0;

	for (;;) {
		size_t n = strcspn(codes, "+");
		const struct group *found = NULL;

		for (size_t i = 0; i < d->groups.n; i++) {
			const struct group *g = &d->groups.v[i];

			if (strlen(g->code) == n &&
			    strncmp(g->code, codes, n) == 0)
				found = g;
		}
		if (found == NULL || found->id <= before)
			return false;
		if (codes[n] == '\0')
			return true;
		before = found->id;
		codes += n + 1;
	}
}

/* A paper among those of what is assured has its name from there. */
static void link_evidence(struct json_reader *r, const struct document *d,
                          struct finding *f, size_t at)
{
	const struct attachment_list *all = &d->subject.attachments;

	for (size_t i = 0; i < f->evidence.n; i++) {
		struct evidence *e = &f->evidence.v[i];
		bool there = text_blank(e->paper);

		e->name = "";
		for (size_t j = 0; !there && j < all->n; j++) {
			there = same(all->v[j].key, e->paper);
			e->name = there ? all->v[j].name : "";
		}
		if (!there)
			link_refuse(r, "findings[%zu].evidence[%zu]"
			            ".attachment", at, i);
	}
}

static void link_finding(struct json_reader *r, const struct document *d,
                         struct finding *f, size_t at)
{
	const struct priority *p = NUMBERED(&d->priorities, f->priority_no);
	const struct wording *w = NULL;

	if (p != NULL)
		w = NUMBERED(&p->wordings, f->wording_no);
	if (p == NULL)
		link_refuse(r, "findings[%zu].priority", at);
	if (w == NULL)
		link_refuse(r, "findings[%zu].wording", at);
	if (p != NULL && w != NULL) {
		f->priority = p->id;
		f->wording = w->id;
		f->reworded = w->no != p->now.no;
	}
	for (size_t i = 0; i < f->groups.n; i++) {
		if (!combination_fine(d, f->groups.v[i]))
			link_refuse(r, "findings[%zu].groups[%zu]", at, i);
	}
	link_evidence(r, d, f, at);
	link_marks(r, d, f, at);
}

void link_findings(struct json_reader *r, struct document *d)
{
	for (size_t i = 0; i < d->findings.n; i++) {
		struct finding *f = &d->findings.v[i];

		f->id = (i64)i + 1;
		link_ascend(r, "findings", i, f[i > 0 ? -1 : 0].no, f->no);
		link_finding(r, d, f, i);
	}
}
