/*
 * The regional service programme (the constructed set A) without its meetings:
 * every row of the shipped example is written through the forms by one person,
 * and what then stands is what is shipped: all marks, K1 to K4, the synergies,
 * the actors and who was not there, A1 to A6. The example is the table.
 */
#include "base/clock.h"
#include "example.h"
#include "trial.h"
#include "web/session.h"

struct hand {
	struct stage   *st;
	struct document shipped, now;
	const char     *key;
	i64             id;
	const char     *fields;         /* of the form at hand */
};

/* -- forms --------------------------------------------------------------- */

static void field(struct hand *h, const char *name, const char *value)
{
	h->fields = arena_print(h->st->mem, "%s&%s=%s", h->fields, name,
	                        percent_encode(h->st->mem, value));
}

static void number(struct hand *h, const char *name, i64 value)
{
	if (value != 0)
		field(h, name, arena_print(h->st->mem, "%lld", value));
}

static void sends(struct hand *h, const char *rest)
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

static void begins(struct hand *h)
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
	field(h, "title", "Regionalt serviceprogram, för hand");
	field(h, "parts", parts);
	field(h, "model", methods.v[0].key);
	for (size_t i = 0; i < all.n; i++)
		for (size_t j = 0; j < d->frameworks.n; j++)
			if (same(all.v[i].code, d->frameworks.v[j].code) &&
			    same(all.v[i].edition, d->frameworks.v[j].edition))
				field(h, "framework", all.v[i].key);
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
	field(h, "question", same(first->framework, "rus_test") ?
	      "rus_findings" : "goals_findings");
	field(h, "v", value_of(f, first));
	field(h, arena_print(mem, "g-%s-%s", first->framework, first->code),
	      "1");
	field(h, "sentence", f->sentence);
	field(h, "rationale", f->rationale);
	sends(h, "findings");
	number(h, "kind", f->kind);
	field(h, "sentence", f->sentence);
	field(h, "rationale", f->rationale);
	for (size_t i = 0; i < f->groups.n; i++)
		field(h, "kept", f->groups.v[i]);
	for (size_t i = 0; i < f->marks.n; i++)
		field(h, arena_print(mem, "m-%s-%s", f->marks.v[i].framework,
		      f->marks.v[i].code), f->kind == FINDING_EFFECT ?
		      value_of(f, &f->marks.v[i]) : "m");
	sends(h, of(h, "findings/", f->no, ""));
}

/* -- actors, conflicts, actions ------------------------------------------ */

static void actor_by_hand(struct hand *h, const struct actor_link *l)
{
	field(h, "actor", l->actor_key);
	number(h, "role", l->role);
	number(h, "influence", l->influence);
	number(h, "interest", l->interest);
	number(h, "present", l->present);
	field(h, "how", l->how);
	field(h, "note", l->present_note);
	sends(h, "actors");
}

static void missing_by_hand(struct hand *h)
{
	const struct actor_link_list *all = &h->shipped.links;

	h->fields = "version=0&answer=yes";
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].missing) {
			number(h, "who", all->v[i].no);
			field(h, of(h, "plan-", all->v[i].no, ""),
			      all->v[i].plan);
		}
	sends(h, "missing");
}

static void side_by_hand(struct hand *h, i64 no, const struct side *d)
{
	field(h, of(h, "side", no, "_title"), d->title);
	field(h, of(h, "side", no, "_gains"), d->gains);
	field(h, of(h, "side", no, "_loses"), d->loses);
	for (size_t i = 0; i < d->members.n; i++) {
		const struct side_member *m = &d->members.v[i];

		number(h, of(h, "side", no, "_findings"), m->finding_no);
		if (!text_blank(m->code))
			field(h, of(h, "side", no, "_goals"), arena_print(
			      h->st->mem, "%s:%s", m->framework, m->code));
		if (!text_blank(m->actor_key))
			field(h, of(h, "side", no, "_actors"), m->actor_key);
	}
}

static void conflict_by_hand(struct hand *h, const struct conflict *c)
{
	number(h, "sign", c->sign);
	number(h, "kind", c->kind);
	field(h, "title", c->title);
	field(h, "what_happens", c->what_happens);
	for (size_t i = 0; i < c->sides.n; i++)
		side_by_hand(h, (i64)i + 1, &c->sides.v[i]);
	for (size_t i = 0; i < c->ways.n; i++) {
		const struct way *w = &c->ways.v[i];
		i64 no = (i64)i + 1;

		field(h, of(h, "way", no, "_title"), w->title);
		field(h, of(h, "way", no, "_gain"), w->gain);
		field(h, of(h, "way", no, "_price"), w->price);
		field(h, of(h, "way", no, "_note"), w->note);
		number(h, of(h, "way", no, "_reversible"), w->reversible);
	}
	sends(h, "conflicts");
	number(h, "state", c->state);
	field(h, "question", c->question);
	field(h, "decider", c->decider);
	field(h, "dissent", c->dissent);
	sends(h, of(h, "conflicts/", c->no, "/settle"));
}

static void action_by_hand(struct hand *h, const struct action *a)
{
	field(h, "title", a->title);
	field(h, "description", a->text);
	number(h, "purpose", a->purpose);
	field(h, "other_org", a->other_org);
	field(h, "indicator", a->indicator);
	field(h, "responsible", a->responsible);
	for (size_t i = 0; i < a->sources.n; i++) {
		number(h, "findings", a->sources.v[i].finding_no);
		number(h, "conflicts", a->sources.v[i].conflict_no);
		number(h, "actors", a->sources.v[i].actor_link_no);
	}
	sends(h, "actions");
}

static void all_by_hand(struct hand *h)
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

/* -- what then stands ---------------------------------------------------- */

static void says_the_same(const struct finding *a,
                          const struct finding *b)
{
	CHECK_TEXT(a->sentence, b->sentence);
	CHECK_INT(a->kind, b->kind);
	CHECK_INT(a->priority_no, b->priority_no);
	CHECK_INT(a->groups.n, b->groups.n);
	CHECK_INT(a->marks.n, b->marks.n);
	for (size_t i = 0; i < a->marks.n; i++) {
		CHECK_TEXT(a->marks.v[i].framework, b->marks.v[i].framework);
		CHECK_TEXT(a->marks.v[i].code, b->marks.v[i].code);
		CHECK_INT(a->marks.v[i].direction, b->marks.v[i].direction);
		CHECK_INT(a->marks.v[i].directness, b->marks.v[i].directness);
	}
}

static void stands_against_the_same(const struct conflict *a,
                                    const struct conflict *b)
{
	CHECK_TEXT(a->title, b->title);
	CHECK_INT(a->sign, b->sign);
	CHECK_INT(a->state, b->state);
	CHECK_TEXT(a->decider, b->decider);
	CHECK_TEXT(a->dissent, b->dissent);
	CHECK_INT(a->ways.n, b->ways.n);
	CHECK_INT(a->sides.n, b->sides.n);
	for (size_t i = 0; i < a->sides.n; i++) {
		CHECK_TEXT(a->sides.v[i].loses, b->sides.v[i].loses);
		CHECK_INT(a->sides.v[i].members.n, b->sides.v[i].members.n);
	}
}

static void is_what_is_shipped(struct hand *h)
{
	const struct document *a = &h->now, *b = &h->shipped;

	CHECK_INT(a->findings.n, b->findings.n);
	for (size_t i = 0; i < a->findings.n; i++)
		says_the_same(&a->findings.v[i], &b->findings.v[i]);
	CHECK_INT(a->conflicts.n, b->conflicts.n);
	for (size_t i = 0; i < a->conflicts.n; i++)
		stands_against_the_same(&a->conflicts.v[i],
		                        &b->conflicts.v[i]);
	CHECK_INT(a->links.n, b->links.n);
	for (size_t i = 0; i < a->links.n; i++) {
		CHECK_TEXT(a->links.v[i].name, b->links.v[i].name);
		CHECK_INT(a->links.v[i].present, b->links.v[i].present);
		CHECK_INT(a->links.v[i].missing, b->links.v[i].missing);
	}
	CHECK_INT(a->actions.n, b->actions.n);
	for (size_t i = 0; i < a->actions.n; i++) {
		CHECK_TEXT(a->actions.v[i].title, b->actions.v[i].title);
		CHECK_INT(a->actions.v[i].sources.n,
		          b->actions.v[i].sources.n);
	}
}

/* -- and then ------------------------------------------------------------ */

static void comes_to(struct hand *h, const char *day)
{
	i64 at = 0;

	CHECK(day_read(day, &at));
	h->st->now = instant_of(at, 10 * 60);
	stage_as_new(h->st, 0xFFFF);
}

static const char *page_of(struct hand *h, const char *rest)
{
	struct req *r = get(h->st, "/a/%s/%s", h->key, rest);

	CHECK_INT(r->code, 200);
	return PAGE(r);
}

/* Decided on in May, once the late guest's finding is handled; and taken up
 * again when the programme is revised. */
static void is_revised_in_2030(struct hand *h)
{
	const char *sentence = h->shipped.findings.v[2].sentence;
	const char *before = h->key;
	struct req *r;
	struct scope s;

	comes_to(h, "2026-05-20");
	r = post(h->st, "", "/a/%s/finish/done", h->key);
	CHECK_INT(r->code, 422);
	CHECK_HAS(PAGE(r), "F20");
	h->fields = "how=4";
	field(h, "text", "Läget prövas i konsultationen.");
	sends(h, "findings/20/handle");
	sends(h, "finish/done");
	comes_to(h, "2030-01-15");
	CHECK_HAS(page_of(h, "report"), "20 maj 2026");
	r = post(h->st, "reason=Programmet+revideras", "/a/%s/new-version",
	         h->key);
	CHECK_INT(r->code, 303);
	h->key = arena_text(h->st->mem, r->location + 3, 10);
	CHECK_HAS(page_of(h, arena_print(h->st->mem,
	          "beside/%s?view=all", before)), sentence);
	CHECK_HAS_NOT(page_of(h, "report"), sentence);
	s = stage_scope(h->st);
	CHECK_OK(assess_by_key(&s, h->key, &h->id));
	h->now = (struct document){0};
	CHECK_OK(document_compose(&s, h->id, &h->now));
	CHECK_INT(h->now.findings.n, 0);
	CHECK_TEXT(h->now.a.predecessor_key, before);
	CHECK_INT(h->now.priorities.n, 3);
}

TEST(the_shipped_example_is_written_by_hand_row_by_row_and_revised_in_2030)
{
	struct hand h = {0};
	struct scope s;

	begins(&h);
	all_by_hand(&h);
	s = stage_scope(h.st);
	CHECK_OK(document_compose(&s, h.id, &h.now));
	CHECK_INT(h.shipped.findings.n, 20);
	CHECK_INT(h.shipped.conflicts.n, 6);
	CHECK_INT(h.shipped.links.n, 10);
	CHECK_INT(h.shipped.actions.n, 6);
	is_what_is_shipped(&h);
	is_revised_in_2030(&h);
	stage_close(h.st);
}
