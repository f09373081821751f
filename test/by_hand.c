#include "base/clock.h"
#include "by_hand.h"
#include "web/session.h"

/* -- forms --------------------------------------------------------------- */

void hand_field(struct hand *h, const char *name, const char *value)
{
	h->fields = arena_print(h->st->mem, "%s&%s=%s", h->fields, name,
	                        percent_encode(h->st->mem, value));
}

static void number(struct hand *h, const char *name, i64 value)
{
	if (value != 0)
		hand_field(h, name, arena_print(h->st->mem, "%lld", value));
}

void hand_sends(struct hand *h, const char *rest)
{
	struct req *r = post(h->st, h->fields, "/a/%s/%s", h->key, rest);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", rest, r->code, h->fields);
	CHECK_INT(r->code, 303);
	h->fields = "version=1";
}

static const char *of(struct hand *h, const char *what, i64 no,
                      const char *name)
{
	return arena_print(h->st->mem, "%s%lld%s", what, no, name);
}

/* -- what is assured ----------------------------------------------------- */

void hand_begins(struct hand *h)
{
	struct document *d = &h->shipped, other;
	struct scope s;
	struct framework_list all = {0};
	struct method_list methods = {0};
	const char *parts = "";
	struct req *r;

	h->st = example_stage(NULL, &other, d);
	CHECK(day_read("2025-09-02", &h->st->now));
	h->st->now = instant_of(h->st->now, 9 * 60);
	stage_as_new(h->st, 0xFFFF);
	s = stage_scope(h->st);
	CHECK_OK(framework_list(&s, &all));
	CHECK_OK(method_list(&s, &methods));
	for (size_t i = 0; i < d->priorities.n; i++)
		parts = arena_print(h->st->mem, "%s%s\n", parts,
		                    d->priorities.v[i].now.title);
	h->fields = "kind=1&depth=2&judged=1";
	hand_field(h, "title", "Regionalt serviceprogram, för hand");
	hand_field(h, "parts", parts);
	hand_field(h, "model", methods.v[0].key);
	for (size_t i = 0; i < all.n; i++)
		for (size_t j = 0; j < d->frameworks.n; j++)
			if (same(all.v[i].code, d->frameworks.v[j].code) &&
			    same(all.v[i].edition, d->frameworks.v[j].edition))
				hand_field(h, "framework", all.v[i].key);
	r = post(h->st, h->fields, "/o/%s/new", h->st->org_key);
	CHECK_INT(r->code, 303);
	h->key = arena_text(h->st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, h->key, &h->id));
	h->fields = "version=1";
}

/* -- findings ------------------------------------------------------------ */

static const char *value_of(const struct finding *f, const struct mark *m)
{
	static const char *const values[2][3] = {
		{ "p", "dp", "ip" }, { "n", "dn", "in" },
	};

	return f->kind == FINDING_LOOKED_AT ? "no" :
	       f->kind == FINDING_GAP ? "gap" :
	       values[m->direction == NEGATIVE][m->directness];
}

/* Said of one goal, as in a step; then on its page, all that it touches. */
static void finding_by_hand(struct hand *h, const struct finding *f)
{
	const struct mark *first = &f->marks.v[0];
	struct arena *mem = h->st->mem;

	number(h, "priority", f->priority_no);
	hand_field(h, "question", same(first->framework, "rus_test") ?
	      "rus_findings" : "goals_findings");
	hand_field(h, "v", value_of(f, first));
	hand_field(h, arena_print(mem, "g-%s-%s", first->framework, first->code),
	      "1");
	hand_field(h, "sentence", f->sentence);
	hand_field(h, "rationale", f->rationale);
	hand_sends(h, "findings");
	number(h, "kind", f->kind);
	hand_field(h, "sentence", f->sentence);
	hand_field(h, "rationale", f->rationale);
	for (size_t i = 0; i < f->groups.n; i++)
		hand_field(h, "kept", f->groups.v[i]);
	for (size_t i = 0; i < f->marks.n; i++)
		hand_field(h, arena_print(mem, "m-%s-%s", f->marks.v[i].framework,
		      f->marks.v[i].code), f->kind == FINDING_EFFECT ?
		      value_of(f, &f->marks.v[i]) : "m");
	hand_sends(h, of(h, "findings/", f->no, ""));
}

/* -- actors, conflicts, actions ------------------------------------------ */

static void actor_by_hand(struct hand *h, const struct actor_link *l)
{
	hand_field(h, "actor", l->actor_key);
	number(h, "role", l->role);
	number(h, "influence", l->influence);
	number(h, "interest", l->interest);
	number(h, "present", l->present);
	hand_field(h, "how", l->how);
	hand_field(h, "note", l->present_note);
	hand_sends(h, "actors");
}

static void missing_by_hand(struct hand *h)
{
	const struct actor_link_list *all = &h->shipped.links;

	h->fields = "version=0&answer=yes";
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].missing) {
			number(h, "who", all->v[i].no);
			hand_field(h, of(h, "plan-", all->v[i].no, ""),
			      all->v[i].plan);
		}
	hand_sends(h, "missing");
}

static void side_by_hand(struct hand *h, i64 no, const struct side *d)
{
	hand_field(h, of(h, "side", no, "_title"), d->title);
	hand_field(h, of(h, "side", no, "_gains"), d->gains);
	hand_field(h, of(h, "side", no, "_loses"), d->loses);
	for (size_t i = 0; i < d->members.n; i++) {
		const struct side_member *m = &d->members.v[i];

		number(h, of(h, "side", no, "_findings"), m->finding_no);
		if (!text_blank(m->code))
			hand_field(h, of(h, "side", no, "_goals"), arena_print(
			      h->st->mem, "%s:%s", m->framework, m->code));
		if (!text_blank(m->actor_key))
			hand_field(h, of(h, "side", no, "_actors"), m->actor_key);
	}
}

static void conflict_by_hand(struct hand *h, const struct conflict *c)
{
	number(h, "sign", c->sign);
	number(h, "kind", c->kind);
	hand_field(h, "title", c->title);
	hand_field(h, "what_happens", c->what_happens);
	for (size_t i = 0; i < c->sides.n; i++)
		side_by_hand(h, (i64)i + 1, &c->sides.v[i]);
	for (size_t i = 0; i < c->ways.n; i++) {
		const struct way *w = &c->ways.v[i];
		i64 no = (i64)i + 1;

		hand_field(h, of(h, "way", no, "_title"), w->title);
		hand_field(h, of(h, "way", no, "_gain"), w->gain);
		hand_field(h, of(h, "way", no, "_price"), w->price);
		hand_field(h, of(h, "way", no, "_note"), w->note);
		number(h, of(h, "way", no, "_reversible"), w->reversible);
	}
	hand_sends(h, "conflicts");
	number(h, "state", c->state);
	hand_field(h, "question", c->question);
	hand_field(h, "decider", c->decider);
	hand_field(h, "dissent", c->dissent);
	hand_sends(h, of(h, "conflicts/", c->no, "/settle"));
}

static void action_by_hand(struct hand *h, const struct action *a)
{
	hand_field(h, "title", a->title);
	hand_field(h, "description", a->text);
	number(h, "purpose", a->purpose);
	hand_field(h, "other_org", a->other_org);
	hand_field(h, "indicator", a->indicator);
	hand_field(h, "responsible", a->responsible);
	for (size_t i = 0; i < a->sources.n; i++) {
		number(h, "findings", a->sources.v[i].finding_no);
		number(h, "conflicts", a->sources.v[i].conflict_no);
		number(h, "actors", a->sources.v[i].actor_link_no);
	}
	hand_sends(h, "actions");
}

void hand_writes(struct hand *h)
{
	const struct document *d = &h->shipped;

	for (size_t i = 0; i < d->findings.n; i++)
		finding_by_hand(h, &d->findings.v[i]);
	for (size_t i = 0; i < d->links.n; i++)
		actor_by_hand(h, &d->links.v[i]);
	missing_by_hand(h);
	for (size_t i = 0; i < d->conflicts.n; i++)
		conflict_by_hand(h, &d->conflicts.v[i]);
	for (size_t i = 0; i < d->actions.n; i++)
		action_by_hand(h, &d->actions.v[i]);
}
