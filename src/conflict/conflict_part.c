/* The register as a question of a step; and a card out of a finding. */
#include "assess/view.h"
#include "assess/words.h"
#include "base/text.h"
#include "conflict/conflict.h"
#include "conflict/conflict.msg"

enum { SUGGESTED = 5 };

/* -- out of a finding ---------------------------------------------------- */

static void side_from(struct req *r, struct conflict *c,
                      const struct finding *f)
{
	struct side *d = PUSH(r->s.mem, &c->sides);

	*d = (struct side){ .gains = "", .loses = "" };
	d->title = f == NULL ? say(r, AGAINST_IT) : text_blank(f->brief) ?
	           text_short(r->s.mem, f->sentence, 120) : f->brief;
	if (f != NULL)
		PUSH(r->s.mem, &d->members)->finding = f->id;
}

struct conflict conflict_from(struct req *r, const struct finding_list *all,
                              const struct finding *f)
{
	struct conflict c = {
		.sign = CONFLICT, .kind = CONFLICT_GOALS,
		.state = CONFLICT_IDENTIFIED, .what_happens = "",
		.question = "", .decider = "", .dissent = "", .chosen = "",
		.chosen_why = "",
	};

	c.title = text_blank(f->brief) ?
	          text_short(r->s.mem, f->sentence, 120) : f->brief;
	side_from(r, &c, f);
	side_from(r, &c, finding_against(all, f));
	return c;
}

/* -- the part ------------------------------------------------------------ */

bool question_speaks(const struct view *v, const struct question *q)
{
	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++) {
			const struct question *at = &st->questions.v[j];

			if (at->part == q->part &&
			    question_asked(at, v->a.depth))
				return at == q;
		}
	}
	return false;
}

static bool in_some(const struct conflict_list *all, i64 finding)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t j = 0; j < all->v[i].sides.n; j++) {
			const struct side *d = &all->v[i].sides.v[j];

			for (size_t k = 0; k < d->members.n; k++)
				if (d->members.v[k].finding == finding)
					return true;
		}
	return false;
}

static void suggestion(struct req *r, const struct finding *f,
                       const struct finding *other)
{
	button_form(r, arena_print(r->s.mem, "suggest-%lld", f->no), "add",
	            say_with(r, CONFLICT_MAKE,
	                     arena_print(r->s.mem, "F%lld", f->no),
	                     arena_print(r->s.mem, "F%lld", other->no)),
	            "/a/%s/findings/%lld/conflict", r->object_key, f->no);
}

/* Findings that pull apart and stand in no conflict yet; one tap makes one. */
static void suggest(struct req *r, const struct view *v,
                    const struct conflict_list *all)
{
	int n = 0;

	for (size_t i = 0; i < v->findings.n && n < SUGGESTED; i++) {
		const struct finding *f = &v->findings.v[i], *other;

		if (!finding_is_negative(f) || in_some(all, f->id))
			continue;
		other = finding_against(&v->findings, f);
		if (other == NULL)
			continue;
		if (n++ == 0)
			emit(&r->out, "<div class='also'><span class='muted'>"
			     "%s</span>", say(r, CONFLICT_SUGGESTED));
		suggestion(r, f, other);
	}
	if (n > 0)
		emit(&r->out, "</div>");
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	bool may = v->open && (r->rights & ANSWER) != 0;
	struct conflict_list all = {0};

	TRY(conflict_list(&r->s, v->a.id, &all));
	emit(&r->out, "<section class='panel' id='%s' aria-labelledby='%s-h'>"
	     "<h2 id='%s-h'>%s</h2>", q->key, q->key, q->key,
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	if (all.n == 0)
		emit(&r->out, "<p><b>%s</b> %s</p>", say(r, NO_CONFLICTS),
		     say(r, NO_CONFLICTS_HOW));
	else
		conflict_rows(r, &all, 0);
	if (may)
		suggest(r, v, &all);
	if (may)
		emit(&r->out, "<p class='acts'><a class='btn sec sm'"
		     " href='/a/%s/conflict-new'>%s</a></p>", r->object_key,
		     say(r, CONFLICT_ADD));
	emit(&r->out, "</section>");
	return OK;
}

static enum status lacking(struct req *r, const struct view *v,
                           const struct question *q,
                           struct lack_list *lacks)
{
	struct conflict_list all = {0};

	if (!question_speaks(v, q))
		return OK;
	TRY(conflict_outlines(&r->s, v->a.id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (conflict_lacks_decider(&all.v[i]))
			lack_add(r, lacks, false, part_step_no(v, q->part),
			         say_with(r, CONFLICT_NOBODY,
			         conflict_name(r->s.mem, &all.v[i]), NULL),
			         arena_print(r->s.mem,
			         "/a/%s/conflicts/%lld/settle",
			         r->object_key, all.v[i].no));
	return OK;
}

const struct part part_conflicts = {
	.kind = PART_CONFLICTS, .draw = draw, .lacking = lacking,
};
